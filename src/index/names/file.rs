//! The file of the log: a head, then chunks, each with its length and checksum before it.
//!
//! ```text
//! head   "ibidname", version u32, generation u64, crc32 of all that u32
//! chunk  length u32, crc32 of the payload u32, payload
//! ```
//!
//! All numbers stand with the lowest byte first.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

/// The length of the head in bytes.
pub(super) const HEAD: u64 = 24;
/// What stands before the payload of a chunk, in bytes.
pub(super) const BEFORE: u64 = 8;
/// The longest payload in bytes; one that claims more is damaged.
const LONGEST: u32 = 1 << 26;
/// Raised whenever the form of what is kept changes, or what a name is.
const VERSION: u32 = 7;

/// The head of a file. The generation is a number that no other file of the collection has.
pub(super) fn head(generation: u64) -> Vec<u8> {
    let mut head = b"ibidname".to_vec();
    head.extend_from_slice(&VERSION.to_le_bytes());
    head.extend_from_slice(&generation.to_le_bytes());
    let sum = crc32fast::hash(&head);
    head.extend_from_slice(&sum.to_le_bytes());
    head
}

/// The generation of a file with a sound head of this version.
pub(super) fn generation(mut file: &File) -> io::Result<Option<u64>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(HEAD).read_to_end(&mut bytes)?;
    let generation = bytes.get(12..20).and_then(|part| part.try_into().ok()).map(u64::from_le_bytes);
    Ok(generation.filter(|&generation| bytes == head(generation)))
}

/// A payload as a chunk; `None` where it is too long for one.
pub(super) fn chunk(payload: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(payload.len()).ok().filter(|&length| length <= LONGEST)?;
    let mut chunk = Vec::with_capacity(payload.len() + BEFORE as usize);
    chunk.extend_from_slice(&length.to_le_bytes());
    chunk.extend_from_slice(&crc32fast::hash(payload).to_le_bytes());
    chunk.extend_from_slice(payload);
    Some(chunk)
}

/// What comes next in a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A chunk; its payload is in the buffer.
    Chunk,
    /// The end.
    End,
    /// A chunk that isn't all there, or whose bytes aren't those that were written.
    Unsound,
}

/// Reads chunks one after another.
pub(super) struct Chunks<'a> {
    file: BufReader<&'a File>,
    /// Behind the last chunk.
    at: u64,
    length: u64,
}

impl<'a> Chunks<'a> {
    /// From byte `at` on.
    pub(super) fn new(mut file: &'a File, at: u64) -> io::Result<Self> {
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(at))?;
        Ok(Self { file: BufReader::with_capacity(1 << 18, file), at, length })
    }

    /// The next chunk, its payload into `payload`.
    pub(super) fn next(&mut self, payload: &mut Vec<u8>) -> io::Result<Next> {
        let left = self.length.saturating_sub(self.at);
        if left < BEFORE {
            return Ok(if left == 0 { Next::End } else { Next::Unsound });
        }
        let (mut length, mut sum) = ([0; 4], [0; 4]);
        self.file.read_exact(&mut length)?;
        self.file.read_exact(&mut sum)?;
        let length = u32::from_le_bytes(length);
        if length > LONGEST || u64::from(length) > left - BEFORE {
            return Ok(Next::Unsound);
        }
        payload.resize(length as usize, 0);
        self.file.read_exact(payload)?;
        if crc32fast::hash(payload) != u32::from_le_bytes(sum) {
            return Ok(Next::Unsound);
        }
        self.at += BEFORE + u64::from(length);
        Ok(Next::Chunk)
    }
}
