//! Limits on what a document may take, so that no file makes the rest wait or uses up the memory.

use std::time::Duration;

/// What one file may take at most. Whatever cuts something says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of a file that is read as one document; at most 1 GiB, since a [`crate::text::Span`] points
    /// into 4 GiB and a text may grow to three times its bytes when it is decoded.
    pub file: u64,
    /// The bytes that a compressed file or an archive may unpack to.
    pub unpacked: u64,
    /// The bytes of markup (HTML, Markdown) that are read as such; more is shown as its source.
    pub markup: usize,
    /// The documents that one file may hold (messages of an mbox, lines of JSON).
    pub members: usize,
    /// The processor time that one PDF may take.
    pub pdf_time: Duration,
    /// The bytes of memory that one PDF may take.
    pub pdf_memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 1 << 30,
            unpacked: 256 << 20,
            markup: 16 << 20,
            members: 1_000_000,
            pdf_time: Duration::from_secs(30),
            pdf_memory: 1 << 30,
        }
    }
}
