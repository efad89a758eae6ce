//! The lines of a journal with their places in the file, however long and damaged they are.

use std::io::{self, BufRead};
use std::ops::Range;

use super::LONGEST_LINE;

/// A line of a journal.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// Its bytes in the file, with its end.
    pub(super) range: Range<u64>,
    /// What stands on it, without its end and the white space around it; `None` where it is longer than
    /// [`LONGEST_LINE`].
    pub(super) content: Option<&'a [u8]>,
}

/// Goes through the lines of a journal; an error of `each` ends it. The memory needed is that of one line.
pub(super) fn each_line(
    reader: &mut impl BufRead,
    mut each: impl FnMut(Line<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let (mut line, mut at) = (Vec::new(), 0);
    for number in 1usize.. {
        line.clear();
        let taken = io::Read::take(&mut *reader, LONGEST_LINE as u64 + 1).read_until(b'\n', &mut line)?;
        if taken == 0 {
            break;
        }
        let start = at;
        at += taken as u64;
        let whole = line.len() <= LONGEST_LINE || line.ends_with(b"\n");
        if !whole {
            at += reader.skip_until(b'\n')? as u64;
        }
        // An editor may have put a byte order mark before the first line.
        let content = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(&line);
        each(Line { number, range: start..at, content: whole.then_some(content.trim_ascii()) })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn lines_have_their_numbers_and_places_and_a_long_one_is_skipped() {
        let mut file = b"\xef\xbb\xbf {1} \r\n\n".to_vec();
        file.extend(std::iter::repeat_n(b'x', LONGEST_LINE + 9));
        file.extend(b"\nlast");
        let mut lines = Vec::new();
        each_line(&mut &*file, |line| {
            lines.push((line.number, line.range, line.content.map(<[u8]>::to_vec)));
            Ok(())
        })
        .unwrap();
        let long = 11 + LONGEST_LINE as u64 + 10;
        assert_eq!(
            lines,
            [
                (1, 0..10, Some(b"{1}".to_vec())),
                (2, 10..11, Some(Vec::new())),
                (3, 11..long, None),
                (4, long..long + 4, Some(b"last".to_vec())),
            ]
        );
    }
}
