//! The ledger: what is known of the files and documents of a collection, a record for each change.
//!
//! A file that only grows. It begins with a line that says what it is; then come chunks: the length of the
//! chunk in bytes, the CRC-32 of it, both as four bytes with the least first, and the records in the form of
//! `postcard`. How much of it counts is said by whoever keeps it (see [`super::Extent`]), so that what a killed
//! program left behind its end is known as such.

mod chunks;
mod record;

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use chunks::{Chunks, chunk};
pub use record::{DocumentRecord, FileRecord, FirstReading, Record, Stamp};

/// What a ledger begins with. The number is that of the form: with another one the file isn't read.
const HEAD: &[u8] = b"ibid ledger 1\n";

/// Records to a chunk. A damaged one costs the ledger, so that only its decoding counts.
const CHUNK: usize = 256;

/// Chunks that are decoded at once by all cores.
const BATCH: usize = 16;

/// The bytes at the end of a part of a ledger that tell it from others: those of many documents' hashes.
const ENDS: u64 = 1 << 16;

/// Where the bytes of a ledger are.
#[derive(Debug)]
enum Bytes {
    File(File, PathBuf),
    Memory(Vec<u8>),
}

/// A ledger.
#[derive(Debug)]
pub struct Ledger {
    bytes: Bytes,
    /// How much of it counts, in bytes; what is appended stands behind it.
    len: u64,
    waiting: Vec<Record>,
    /// Chunks that aren't written yet.
    unwritten: Vec<u8>,
}

impl Default for Ledger {
    /// An empty ledger in memory.
    fn default() -> Self {
        let bytes = Bytes::Memory(HEAD.to_vec());
        Self { bytes, len: HEAD.len() as u64, waiting: Vec::new(), unwritten: Vec::new() }
    }
}

impl Ledger {
    /// An empty ledger in a new file, in the place of any that is there.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn create(path: &Path) -> io::Result<Self> {
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(true).clone();
        let mut file = options.open(path)?;
        file.write_all(HEAD)?;
        Ok(Self { bytes: Bytes::File(file, path.to_owned()), len: HEAD.len() as u64, ..Self::default() })
    }

    /// The ledger at `path`, of which `len` bytes count. To be appended to it is opened with `write`: then what
    /// stands behind those is cut off.
    ///
    /// # Errors
    ///
    /// What the system says; that it is no ledger or is shorter.
    pub fn open(path: &Path, len: u64, write: bool) -> io::Result<Self> {
        let mut file = OpenOptions::new().read(true).write(write).open(path)?;
        let mut head = [0; HEAD.len()];
        file.read_exact(&mut head)?;
        if head != HEAD || file.metadata()?.len() < len || len < HEAD.len() as u64 {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "isn't a whole ledger of this version"));
        }
        if write {
            file.set_len(len)?;
        }
        Ok(Self { bytes: Bytes::File(file, path.to_owned()), len, ..Self::default() })
    }

    /// How much of it counts, in bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is no record in it.
    pub fn is_empty(&self) -> bool {
        self.len == HEAD.len() as u64 && self.waiting.is_empty() && self.unwritten.is_empty()
    }

    /// Takes a record, which counts once [`Ledger::sync`] has come back.
    ///
    /// # Errors
    ///
    /// That it can't be encoded.
    pub fn append(&mut self, record: Record) -> io::Result<()> {
        self.waiting.push(record);
        if self.waiting.len() >= CHUNK { self.encode() } else { Ok(()) }
    }

    fn encode(&mut self) -> io::Result<()> {
        if !self.waiting.is_empty() {
            chunk(&self.waiting, &mut self.unwritten)?;
            self.waiting.clear();
        }
        Ok(())
    }

    /// Writes what was taken, and waits until it is on disk. Gives how much of the ledger counts then.
    ///
    /// # Errors
    ///
    /// What the system says; then all of it waits for the next try.
    pub fn sync(&mut self) -> io::Result<u64> {
        self.encode()?;
        if self.unwritten.is_empty() {
            return Ok(self.len);
        }
        match &mut self.bytes {
            Bytes::Memory(bytes) => bytes.extend_from_slice(&self.unwritten),
            Bytes::File(file, _) => {
                file.seek(SeekFrom::Start(self.len))?;
                file.write_all(&self.unwritten)?;
                file.sync_data()?;
            }
        }
        self.len += self.unwritten.len() as u64;
        self.unwritten.clear();
        Ok(self.len)
    }

    /// A number for what the first `len` bytes of it end with, which another ledger or one that was cut doesn't have.
    ///
    /// # Errors
    ///
    /// What the system says; that it is shorter.
    pub fn ends(&self, len: u64) -> io::Result<u32> {
        let start = len.saturating_sub(ENDS);
        let mut ends = Vec::new();
        match &self.bytes {
            Bytes::Memory(bytes) => {
                ends.extend_from_slice(bytes.get(start as usize..len as usize).unwrap_or_default());
            }
            Bytes::File(_, path) => {
                let mut file = File::open(path)?;
                file.seek(SeekFrom::Start(start))?;
                file.take(len - start).read_to_end(&mut ends)?;
            }
        }
        if ends.len() as u64 != len - start {
            return Err(damaged_end());
        }
        Ok(crc32fast::hash(&ends))
    }

    /// More of it counts now: another program has written.
    pub fn follow(&mut self, len: u64) {
        self.len = len;
    }

    /// Gives the records from the byte `from` on (0 for all), in order.
    ///
    /// # Errors
    ///
    /// What the system says; that a chunk is damaged. What stood before it was given.
    pub fn read(&self, from: u64, take: &mut dyn FnMut(Record)) -> io::Result<()> {
        let from = from.max(HEAD.len() as u64);
        let left = self.len.saturating_sub(from);
        match &self.bytes {
            Bytes::Memory(bytes) => each(bytes.get(from as usize..).unwrap_or_default(), left, take),
            Bytes::File(_, path) => {
                // A cursor of its own, so that reading needs no exclusive hold of the ledger.
                let mut file = File::open(path)?;
                file.seek(SeekFrom::Start(from))?;
                each(io::BufReader::with_capacity(1 << 20, file), left, take)
            }
        }
    }
}

fn damaged_end() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "the ledger is shorter than it was")
}

/// Gives the records of `left` bytes.
fn each(reader: impl Read, left: u64, take: &mut dyn FnMut(Record)) -> io::Result<()> {
    let mut chunks = Chunks::new(reader.take(left));
    loop {
        let batch: Vec<Vec<u8>> = chunks.by_ref().take(BATCH).collect::<io::Result<_>>()?;
        if batch.is_empty() {
            return Ok(());
        }
        let decoded: Vec<io::Result<Vec<Record>>> =
            batch.par_iter().map(|bytes| chunks::decode(bytes)).collect();
        for records in decoded {
            records?.into_iter().for_each(&mut *take);
        }
    }
}

#[cfg(test)]
mod tests;
