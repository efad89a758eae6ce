//! The chunks of a ledger, with their lengths and sums.

use std::io::{self, Read};

use super::Record;

/// The most bytes of a chunk: a length over this is damage, and isn't asked of the memory.
const LARGEST: usize = 1 << 30;

/// Appends a chunk of these records to `bytes`.
pub(super) fn chunk(records: &[Record], bytes: &mut Vec<u8>) -> io::Result<()> {
    let encoded = postcard::to_stdvec(records).map_err(|error| damaged(&error.to_string()))?;
    bytes.extend_from_slice(&(encoded.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&crc32fast::hash(&encoded).to_le_bytes());
    bytes.extend_from_slice(&encoded);
    Ok(())
}

/// The records of a chunk.
pub(super) fn decode(bytes: &[u8]) -> io::Result<Vec<Record>> {
    postcard::from_bytes(bytes).map_err(|error| damaged(&error.to_string()))
}

fn damaged(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("a chunk of the ledger is damaged: {what}"))
}

/// The chunks of a ledger, their sums checked.
pub(super) struct Chunks<R> {
    reader: R,
}

impl<R: Read> Chunks<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader }
    }

    fn chunk(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut head = [0; 8];
        let mut read = 0;
        while read < head.len() {
            match self.reader.read(&mut head[read..])? {
                0 if read == 0 => return Ok(None),
                0 => return Err(damaged("it is cut off")),
                more => read += more,
            }
        }
        let (len, sum) = head.split_at(4);
        let number =
            |bytes: &[u8]| bytes.iter().rev().fold(0u32, |number, byte| number << 8 | u32::from(*byte));
        let len = number(len) as usize;
        if len > LARGEST {
            return Err(damaged("its length is wrong"));
        }
        let mut bytes = Vec::new();
        self.reader.by_ref().take(len as u64).read_to_end(&mut bytes)?;
        if bytes.len() != len || crc32fast::hash(&bytes) != number(sum) {
            return Err(damaged("its sum is wrong"));
        }
        Ok(Some(bytes))
    }
}

impl<R: Read> Iterator for Chunks<R> {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.chunk().transpose()
    }
}
