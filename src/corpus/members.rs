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
}

/// Reads a file line by line.
#[derive(Debug)]
pub(super) struct LineReader<R>(pub(super) R);

impl<R: BufRead> LineReader<R> {
    /// Appends the next line with its end to `out`, of a long one the first `room` bytes. Gives the whole
    /// length of the line, 0 at the end of the file.
    pub(super) fn read(&mut self, out: &mut Vec<u8>, room: usize) -> io::Result<usize> {
        let mut len = 0;
        loop {
            let buffer = match self.0.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = memchr::memchr(b'\n', buffer).map_or(buffer.len(), |end| end + 1);
            let line = buffer.get(..end).unwrap_or_default();
            out.extend_from_slice(line.get(..end.min(room.saturating_sub(len))).unwrap_or_default());
            len += end;
            let ended = end == 0 || line.ends_with(b"\n");
            self.0.consume(end);
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
            let mut lines = LineReader(io::BufReader::with_capacity(capacity, &text[..]));
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
