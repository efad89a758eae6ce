//! Columns of numbers, packed: like stands by like, so that it takes little room (DEFLATE, RFC 1951).

use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

/// The most bytes that one column may unpack to.
const MOST: usize = 256 << 20;

/// Into how many bytes a packed one can unpack at most: two bits each for a length of 258 and its distance.
const RATIO: usize = 1032;

/// How many numbers are unpacked at once.
const AT_ONCE: usize = 4096;

/// Packs columns.
pub(super) struct Packer(DeflateEncoder<Vec<u8>>);

impl Packer {
    /// One without columns.
    pub(super) fn new() -> Self {
        Self(DeflateEncoder::new(Vec::new(), Compression::best()))
    }

    /// Adds bytes as they are.
    ///
    /// # Errors
    /// None that memory doesn't know.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    /// Adds numbers: the lowest byte of each, then the next of each, and so on.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub(super) fn numbers<const N: usize>(
        &mut self,
        numbers: impl Iterator<Item = [u8; N]> + Clone,
    ) -> io::Result<()> {
        for place in 0..N {
            let plane: Vec<u8> = numbers.clone().map(|number| number[place]).collect();
            self.bytes(&plane)?;
        }
        Ok(())
    }

    /// Adds ascending numbers by how much each is more than that before it.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub(super) fn ascending(&mut self, numbers: &[u32]) -> io::Result<()> {
        let before = [0].into_iter().chain(numbers.iter().copied());
        self.numbers(
            numbers.iter().zip(before).map(|(number, before)| number.wrapping_sub(before).to_le_bytes()),
        )
    }

    /// The packed columns.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        self.0.finish()
    }
}

/// Unpacks columns, in the order in which they were added.
pub(super) struct Columns<'a> {
    unpacked: DeflateDecoder<&'a [u8]>,
    /// The most bytes that a column can have.
    most: usize,
}

impl<'a> Columns<'a> {
    /// Those in these bytes.
    pub(super) fn new(packed: &'a [u8]) -> Self {
        Self { unpacked: DeflateDecoder::new(packed), most: MOST.min(RATIO * packed.len()) }
    }

    /// That many bytes.
    ///
    /// # Errors
    /// Where there are fewer, or something else.
    pub(super) fn bytes(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let mut bytes = self.room(count)?;
        self.unpacked.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// As many of these as there are in a column, empty still.
    ///
    /// # Errors
    /// Where there can't be so many.
    pub(super) fn room<T: Clone + Default>(&self, count: usize) -> io::Result<Vec<T>> {
        if count > self.most {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(vec![T::default(); count])
    }

    /// Reads numbers of so many bytes into these: `put` is told of each with the place of the byte in the number.
    ///
    /// # Errors
    /// Where there are fewer, or something else.
    pub(super) fn numbers<T>(
        &mut self,
        these: &mut [T],
        places: usize,
        mut put: impl FnMut(&mut T, usize, u8),
    ) -> io::Result<()> {
        (0..places).try_for_each(|place| self.each(these, |one, [byte]| put(one, place, byte)))
    }

    /// Reads `N` bytes for each of these, some thousand at a time: a column that is only looked at once isn't worth memory,
    /// least of all so much in one piece that the C library changes its ways when it is freed.
    ///
    /// # Errors
    /// As [`Self::numbers`].
    pub(super) fn each<T, const N: usize>(
        &mut self,
        these: &mut [T],
        mut take: impl FnMut(&mut T, [u8; N]),
    ) -> io::Result<()> {
        let mut buffer = [[0; N]; AT_ONCE];
        for these in these.chunks_mut(AT_ONCE) {
            let bytes = &mut buffer[..these.len()];
            self.unpacked.read_exact(bytes.as_flattened_mut())?;
            these.iter_mut().zip(bytes).for_each(|(one, bytes)| take(one, *bytes));
        }
        Ok(())
    }

    /// That many ascending numbers.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub(super) fn ascending(&mut self, count: usize) -> io::Result<Vec<u32>> {
        let mut numbers: Vec<u32> = self.room(count)?;
        self.numbers(&mut numbers, 4, |number, place, byte| *number |= u32::from(byte) << (8 * place))?;
        let mut sum = 0_u32;
        for number in &mut numbers {
            sum = sum.wrapping_add(*number);
            *number = sum;
        }
        Ok(numbers)
    }

    /// Whether nothing is left.
    pub(super) fn is_done(&mut self) -> bool {
        matches!(self.unpacked.read(&mut [0]), Ok(0))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_back(
            bytes in prop::collection::vec(any::<u8>(), 0..99),
            numbers in prop::collection::vec(any::<u16>(), 0..99),
            mut ascending in prop::collection::vec(any::<u32>(), 0..99),
        ) {
            ascending.sort_unstable();
            let mut packer = Packer::new();
            packer.bytes(&bytes).unwrap();
            packer.numbers(numbers.iter().map(|number| number.to_le_bytes())).unwrap();
            packer.ascending(&ascending).unwrap();
            let packed = packer.finish().unwrap();
            let mut columns = Columns::new(&packed);
            prop_assert_eq!(columns.bytes(bytes.len()).unwrap(), bytes);
            let mut read = columns.room::<u16>(numbers.len()).unwrap();
            columns.numbers(&mut read, 2, |number, place, byte| *number |= u16::from(byte) << (8 * place)).unwrap();
            prop_assert_eq!(read, numbers);
            prop_assert_eq!(columns.ascending(ascending.len()).unwrap(), ascending);
            prop_assert!(columns.is_done());
            prop_assert!(columns.bytes(1).is_err());
        }

        #[test]
        fn other_bytes_are_an_error_or_a_column(bytes in prop::collection::vec(any::<u8>(), 0..99)) {
            let read = Columns::new(&bytes).ascending(50);
            prop_assert!(read.is_err() || read.is_ok_and(|numbers| numbers.len() == 50));
        }
    }

    #[test]
    fn what_would_fill_the_memory_is_refused() {
        assert!(Columns::new(&[]).bytes(usize::MAX).is_err());
        assert!(Columns::new(&[]).ascending(usize::MAX / 2).is_err());
        assert!(Columns::new(&[3, 0]).room::<u32>(1 << 20).is_err());
    }
}
