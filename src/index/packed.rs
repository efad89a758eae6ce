//! Tables on disk that are read in one go: numbers of fixed width with the lowest byte first, and files of sections, each
//! with its length and its checksum.
//!
//! ```text
//! file      head, sections, 2⁶⁴ - 1 as u64
//! section   length u64, crc32 of the payload u32, payload
//! ```

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use std::path::Path;

/// What stands behind the last section in place of a length.
const END: u64 = u64::MAX;

/// Bytes that are written piece by piece.
#[derive(Debug, Default)]
pub(crate) struct Packed(Vec<u8>);

impl Packed {
    /// Appends a byte.
    pub(crate) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// Appends a number.
    pub(crate) fn u32(&mut self, number: u32) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// Appends a number.
    pub(crate) fn u64(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// Appends bytes as they are.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Appends bytes with their number before them.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.u64(bytes.len() as u64);
        self.raw(bytes);
    }

    /// Appends numbers with their count before them.
    pub(crate) fn u32s(&mut self, numbers: &[u32]) {
        self.u64(numbers.len() as u64);
        self.0.reserve(size_of_val(numbers));
        numbers.iter().for_each(|number| self.u32(*number));
    }

    /// All of them.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Bytes that are read from the front. Everything answers `None` where they end too early.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unpacked<'a>(pub(crate) &'a [u8]);

impl<'a> Unpacked<'a> {
    /// Whether nothing is left.
    pub(crate) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The next bytes, so many.
    pub(crate) fn raw(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next bytes, as an array.
    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.raw(N)?.try_into().ok()
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    /// The next number.
    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    /// The next number.
    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    /// A count of things that take so many bytes each: never more than are left.
    pub(crate) fn count(&mut self, each: usize) -> Option<usize> {
        let count = usize::try_from(self.u64()?).ok()?;
        (count.checked_mul(each)? <= self.0.len()).then_some(count)
    }

    /// The bytes whose number stands before them.
    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let count = self.count(1)?;
        self.raw(count)
    }

    /// The numbers whose count stands before them.
    pub(crate) fn u32s(&mut self) -> Option<Vec<u32>> {
        let count = self.count(size_of::<u32>())?;
        let (numbers, _) = self.raw(count * size_of::<u32>())?.as_chunks();
        Some(numbers.iter().map(|number| u32::from_le_bytes(*number)).collect())
    }
}

/// A file of sections that is being written beside the one whose place it takes.
pub(crate) struct Writer<'a> {
    path: &'a Path,
    file: BufWriter<File>,
}

impl<'a> Writer<'a> {
    /// Begins a file that is to stand at `path`.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub(crate) fn begin(path: &'a Path, head: &[u8]) -> io::Result<Self> {
        let mut file = BufWriter::with_capacity(1 << 18, File::create(path.with_extension("new"))?);
        file.write_all(head)?;
        Ok(Self { path, file })
    }

    /// Appends a section.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub(crate) fn section(&mut self, payload: &[u8]) -> io::Result<()> {
        self.file.write_all(&(payload.len() as u64).to_le_bytes())?;
        self.file.write_all(&crc32fast::hash(payload).to_le_bytes())?;
        self.file.write_all(payload)
    }

    /// Puts the file into its place once it is on disk, so that whenever the program ends there is either this one or the
    /// one before.
    ///
    /// # Errors
    ///
    /// What the system says; then what was there before stays.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.file.write_all(&END.to_le_bytes())?;
        let file = self.file.into_inner().map_err(|error| error.into_error())?;
        file.sync_all()?;
        fs::rename(self.path.with_extension("new"), self.path)?;
        sync_folder(self.path)
    }
}

/// A file of sections in memory.
#[derive(Debug)]
pub(crate) struct Sections {
    bytes: Vec<u8>,
    sections: Vec<(Range<usize>, u32)>,
}

impl Sections {
    /// Reads a file that begins with `head`.
    ///
    /// # Errors
    ///
    /// What the system says; that it is another file or was cut.
    pub(crate) fn read(path: &Path, head: &[u8]) -> io::Result<Self> {
        let bytes = fs::read(path)?;
        let sections = divide(&bytes, head);
        let sections = sections.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "isn't whole"))?;
        Ok(Self { bytes, sections })
    }

    /// How many sections there are.
    pub(crate) fn len(&self) -> usize {
        self.sections.len()
    }

    /// The section of that number; `None` where there is none or its bytes aren't those that were written.
    pub(crate) fn get(&self, number: usize) -> Option<Unpacked<'_>> {
        let (range, sum) = self.sections.get(number)?;
        let payload = self.bytes.get(range.clone())?;
        (crc32fast::hash(payload) == *sum).then_some(Unpacked(payload))
    }
}

/// Where the sections are, with their sums.
fn divide(bytes: &[u8], head: &[u8]) -> Option<Vec<(Range<usize>, u32)>> {
    let mut rest = Unpacked(bytes.strip_prefix(head)?);
    let mut sections = Vec::new();
    loop {
        let length = rest.u64()?;
        if length == END {
            return rest.is_empty().then_some(sections);
        }
        let sum = rest.u32()?;
        let start = bytes.len() - rest.0.len();
        let length = rest.raw(usize::try_from(length).ok()?)?.len();
        sections.push((start..start + length, sum));
    }
}

/// Reads the bytes at a place, whoever else reads the file elsewhere.
#[cfg(unix)]
pub(crate) fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

/// Reads the bytes at a place, whoever else reads the file elsewhere.
#[cfg(windows)]
pub(crate) fn read_at(file: &File, mut bytes: &mut [u8], mut at: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, bytes, at)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => {
                bytes = bytes.get_mut(read..).unwrap_or_default();
                at += read as u64;
            }
        }
    }
    Ok(())
}

/// Makes sure that what became of the names in a file's folder is on disk.
#[cfg(unix)]
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

/// Elsewhere a folder can't be synced.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn written(path: &Path, sections: &[Vec<u8>]) {
        let mut writer = Writer::begin(path, b"head").unwrap();
        sections.iter().for_each(|section| writer.section(section).unwrap());
        writer.finish().unwrap();
    }

    fn read(path: &Path) -> Option<Vec<Vec<u8>>> {
        let sections = Sections::read(path, b"head").ok()?;
        (0..sections.len()).map(|number| Some(sections.get(number)?.0.to_vec())).collect()
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_and_what_was_damaged_is_told(
            sections in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..6),
            at in any::<prop::sample::Index>(),
            flip in 1u8..,
            cut in any::<bool>(),
        ) {
            let folder = tempfile::TempDir::new().unwrap();
            let path = folder.path().join("table");
            written(&path, &sections);
            prop_assert_eq!(read(&path), Some(sections));
            let mut bytes = fs::read(&path).unwrap();
            let at = at.index(bytes.len());
            if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
            fs::write(&path, bytes).unwrap();
            prop_assert_eq!(read(&path), None);
        }

        #[test]
        fn numbers_and_bytes_come_back(numbers in prop::collection::vec(any::<u32>(), 0..20), bytes in prop::collection::vec(any::<u8>(), 0..20)) {
            let mut packed = Packed::default();
            packed.u32s(&numbers);
            packed.bytes(&bytes);
            packed.u64(u64::MAX);
            packed.byte(7);
            let written = packed.finish();
            let mut read = Unpacked(&written);
            prop_assert_eq!(read.u32s(), Some(numbers));
            prop_assert_eq!(read.bytes(), Some(bytes.as_slice()));
            prop_assert_eq!((read.u64(), read.byte(), read.is_empty()), (Some(u64::MAX), Some(7), true));
            for cut in 0..written.len() {
                let mut read = Unpacked(&written[..cut]);
                let all = read.u32s().is_some() && read.bytes().is_some() && read.u64().is_some() && read.byte().is_some();
                prop_assert!(!all);
            }
        }
    }
}
