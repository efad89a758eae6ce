//! Files of many documents: cutting them into their members, with no more than one member in memory.

use std::io::{self, BufRead};

/// A member of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// Its number in the file, from 1 on.
    pub(super) number: usize,
    /// Its bytes; `None` where it is larger than the limit.
    pub(super) bytes: Option<Vec<u8>>,
}

/// What cuts a file into its members.
pub(super) trait Split {
    /// The next member, or `None` behind the last one. The bytes of those before the number `from` aren't
    /// wanted.
    ///
    /// # Errors
    ///
    /// Whatever the file's reader says.
    fn next(&mut self, from: usize) -> io::Result<Option<Member>>;

    /// The number of the last member or line that was looked at.
    fn count(&self) -> usize;

    /// Where the next member begins, if there is one: a reader that starts there goes on as this one would.
    fn mark(&self) -> Option<Mark>;
}

/// Where a member begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// How many members, or lines, stand before it.
    pub(super) count: usize,
    /// Its first byte.
    pub(super) at: u64,
}

/// Reads a file line by line.
#[derive(Debug)]
pub(super) struct LineReader<R> {
    reader: R,
    /// The bytes that were read, and those before the first one.
    at: u64,
}

impl<R: BufRead> LineReader<R> {
    /// The lines that `reader` has, which begins at the byte `at` of its file.
    pub(super) fn new(reader: R, at: u64) -> Self {
        Self { reader, at }
    }

    /// Where the next line begins.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// Appends the next line with its end to `out`, of a long one the first `room` bytes. Gives the whole
    /// length of the line, 0 at the end of the file.
    pub(super) fn read(&mut self, out: &mut Vec<u8>, room: usize) -> io::Result<usize> {
        let mut len = 0;
        loop {
            let buffer = match self.reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = memchr::memchr(b'\n', buffer).map_or(buffer.len(), |end| end + 1);
            let line = buffer.get(..end).unwrap_or_default();
            out.extend_from_slice(line.get(..end.min(room.saturating_sub(len))).unwrap_or_default());
            len += end;
            let ended = end == 0 || line.ends_with(b"\n");
            self.reader.consume(end);
            self.at += end as u64;
            if ended {
                return Ok(len);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn lines_are_read_whole_or_to_the_limit() {
        let text = b"one\n\nthree is long\nlast";
        for capacity in [1, 3, 64] {
            let mut lines = LineReader::new(io::BufReader::with_capacity(capacity, &text[..]), 0);
            let mut read = |room| {
                let mut out = Vec::new();
                let len = lines.read(&mut out, room).unwrap();
                (String::from_utf8(out).unwrap(), len)
            };
            assert_eq!(read(9), ("one\n".into(), 4));
            assert_eq!(read(9), ("\n".into(), 1));
            assert_eq!(read(5), ("three".into(), 14));
            assert_eq!(read(9), ("last".into(), 4));
            assert_eq!(read(9), (String::new(), 0));
        }
    }
}
