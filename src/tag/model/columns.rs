//! Columns of numbers, packed: like stands by like, so that it takes little room (DEFLATE, RFC 1951).

use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

/// The most bytes that one column may unpack to.
const MOST: usize = 256 << 20;

/// Into how many bytes a packed one can unpack at most: two bits each for a length of 258 and its distance.
const RATIO: usize = 1032;

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
        if count > self.most {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut bytes = vec![0; count];
        self.unpacked.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// That many numbers of `N` bytes.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub(super) fn numbers<const N: usize>(&mut self, count: usize) -> io::Result<Vec<[u8; N]>> {
        let planes = self.bytes(count.saturating_mul(N))?;
        let mut numbers = vec![[0; N]; count];
        for (place, plane) in planes.chunks_exact(count.max(1)).enumerate() {
            for (number, &byte) in numbers.iter_mut().zip(plane) {
                number[place] = byte;
            }
        }
        Ok(numbers)
    }

    /// That many ascending numbers.
    ///
    /// # Errors
    /// As [`Self::bytes`].
    pub(super) fn ascending(&mut self, count: usize) -> io::Result<Vec<u32>> {
        let mut sum = 0_u32;
        let steps = self.numbers(count)?.into_iter().map(u32::from_le_bytes);
        Ok(steps
            .map(|step| {
                sum = sum.wrapping_add(step);
                sum
            })
            .collect())
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
            let read = columns.numbers(numbers.len()).unwrap().into_iter().map(u16::from_le_bytes);
            prop_assert_eq!(read.collect::<Vec<_>>(), numbers);
            prop_assert_eq!(columns.ascending(ascending.len()).unwrap(), ascending);
            prop_assert!(columns.is_done());
            prop_assert!(columns.bytes(1).is_err());
        }

        #[test]
        fn other_bytes_are_an_error_or_a_column(bytes in prop::collection::vec(any::<u8>(), 0..99)) {
            let read = Columns::new(&bytes).numbers::<4>(50);
            prop_assert!(read.is_err() || read.is_ok_and(|numbers| numbers.len() == 50));
        }
    }

    #[test]
    fn what_would_fill_the_memory_is_refused() {
        assert!(Columns::new(&[]).bytes(usize::MAX).is_err());
        assert!(Columns::new(&[]).numbers::<4>(usize::MAX / 2).is_err());
        assert!(Columns::new(&[3, 0]).numbers::<4>(1 << 20).is_err());
    }
}
