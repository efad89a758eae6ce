//! Cutting an mbox (RFC 4155) into its messages.

use std::io::{self, BufRead};

use super::mail;
use super::members::{LineReader, Mark, Member, Split};

/// The bytes of a line that are looked at, even where the message isn't kept.
const LINE: usize = 512;

/// The messages of an mbox. A message begins behind a line `From `, an address and a date, at the beginning or
/// behind a blank line; in its lines one `>` is taken off before `From ` (the form called mboxrd).
pub(super) struct Messages<R> {
    lines: LineReader<R>,
    /// The most bytes of a message.
    limit: usize,
    count: usize,
    /// Whether the line before the next message was read.
    begun: bool,
}

impl<R: BufRead> Messages<R> {
    /// The messages that `reader` has from a mark on, none of them larger than `limit` bytes.
    pub(super) fn new(reader: R, from: Mark, limit: usize) -> Self {
        // But for the first message, the line that parts it from the one before has been read.
        Self { lines: LineReader::new(reader, from.at), limit, count: from.count, begun: from.count > 0 }
    }
}

impl<R: BufRead> Split for Messages<R> {
    fn next(&mut self, from: usize) -> io::Result<Option<Member>> {
        let keep = self.count + 1 >= from;
        let mut out = Vec::new();
        let mut over = false;
        let mut blank = !self.begun;
        loop {
            let room = if keep && !over {
                (self.limit + 1).saturating_sub(out.len()).max(LINE)
            } else {
                out.clear();
                LINE
            };
            let start = out.len();
            let read = self.lines.read(&mut out, room)?;
            let line = out.get(start..).unwrap_or_default();
            let parts = blank && parts(line);
            if read == 0 && !self.begun {
                return Ok(None);
            }
            if parts && !self.begun {
                (self.begun, blank) = (true, false);
                out.clear();
                continue;
            }
            if read == 0 || parts {
                out.truncate(start);
                self.begun = parts;
                break;
            }
            self.begun = true;
            blank = matches!(line, b"\n" | b"\r\n");
            let marks = line.iter().take_while(|byte| **byte == b'>').count();
            if marks > 0 && line.get(marks..).is_some_and(|rest| rest.starts_with(b"From ")) {
                out.remove(start);
            }
            over |= keep && out.len() > self.limit;
        }
        self.count += 1;
        // The blank line before the next message isn't part of this one.
        for ending in [&b"\r\n\r\n"[..], b"\n\n"] {
            if out.ends_with(ending) {
                out.truncate(out.len() - ending.len() / 2);
                break;
            }
        }
        Ok(Some(Member { number: self.count, bytes: (keep && !over).then_some(out) }))
    }

    fn count(&self) -> usize {
        self.count
    }

    fn mark(&self) -> Option<Mark> {
        let goes_on = self.begun || self.count == 0;
        goes_on.then(|| Mark { count: self.count, at: self.lines.at() })
    }
}

/// Whether a line parts two messages: `From `, something without a space, and a date with a time and a year.
fn parts(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let rest = String::from_utf8_lossy(rest.get(..rest.len().min(200)).unwrap_or_default());
    let mut time = false;
    // Some addresses have spaces in them, and some dates a time zone before or behind the year.
    let mut words = rest.split_whitespace().skip(1);
    words.any(|word| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let year = digits == 4 && word.len() == 4 && matches!(word.get(..2), Some("19" | "20"));
        time |= word.contains(':') && digits + word.matches(':').count() == word.len() && digits >= 3;
        year && time
    })
}

/// Whether a file begins as an mbox does.
pub(super) fn begins(head: &[u8]) -> bool {
    let end = memchr::memchr(b'\n', head).unwrap_or(head.len());
    let (first, rest) = head.split_at(end);
    let below = rest.get(1..).unwrap_or_default();
    let next = below.split(|byte| *byte == b'\n').next().unwrap_or_default();
    parts(first) && mail::name(next).is_some()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn messages(bytes: &[u8], limit: usize) -> Vec<Option<String>> {
        let mut messages = Messages::new(bytes, Mark::default(), limit);
        let mut all = Vec::new();
        loop {
            // Whoever goes on from here finds the same.
            let mark = messages.mark();
            let Some(member) = messages.next(1).unwrap() else { break };
            let mark = mark.unwrap();
            let on = Messages::new(&bytes[mark.at as usize..], mark, limit).next(1);
            assert_eq!(on.unwrap().as_ref(), Some(&member));
            assert_eq!(member.number, all.len() + 1);
            all.push(member.bytes.map(|bytes| String::from_utf8(bytes).unwrap()));
        }
        assert_eq!(messages.count(), all.len());
        // The same number of messages is found where they aren't kept.
        let mut skipped = Messages::new(bytes, Mark::default(), limit);
        while skipped.next(usize::MAX).unwrap().is_some() {}
        assert_eq!(skipped.count(), all.len());
        all
    }

    const FIRST: &str = "From ann@a.example Mon Sep 14 21:43:00 2020\n";

    #[test]
    fn messages_are_parted_and_unquoted() {
        let mbox = format!(
            "{FIRST}Subject: one\n\n>From here\n>>From there\n>Fro\n\n{FIRST}Subject: two\n\nFrom now on\n"
        );
        let expected = ["Subject: one\n\nFrom here\n>From there\n>Fro\n", "Subject: two\n\nFrom now on\n"];
        assert_eq!(messages(mbox.as_bytes(), 1000), expected.map(|text| Some(text.to_owned())));
        assert!(begins(mbox.as_bytes()));
    }

    #[test]
    fn a_line_that_begins_like_it_parts_nothing() {
        let mbox = format!(
            "{FIRST}A: b\n\nFrom Monday on all is well\n\nFrom him I got 2 at 9:00 in all\nx\n{FIRST}y\n"
        );
        assert_eq!(messages(mbox.as_bytes(), 1000).len(), 1);
        for line in [
            "From x Mon Sep 14 21:43:00 EST 2020",
            "From a b Mon Sep 14 21:43 2020",
            "From - Mon Sep 14 21:43:00 2020",
        ] {
            assert!(parts(line.as_bytes()), "{line}");
        }
        for line in ["From x", "From 2020 till 21:43", ">From x Mon Sep 14 21:43:00 2020"] {
            assert!(!parts(line.as_bytes()), "{line}");
        }
    }

    #[test]
    fn lines_may_end_as_on_windows() {
        let mbox = format!("{FIRST}A: b\r\n\r\nx\r\n\r\n{FIRST}A: c\r\n\r\ny\r\n");
        assert_eq!(
            messages(mbox.as_bytes(), 1000),
            ["A: b\r\n\r\nx\r\n", "A: c\r\n\r\ny\r\n"].map(|text| Some(text.to_owned()))
        );
    }

    #[test]
    fn a_message_over_the_limit_is_known_to_be_there() {
        let mbox = format!("{FIRST}a\n\n{FIRST}{}\n\n{FIRST}b\n", "long\n".repeat(300));
        assert_eq!(messages(mbox.as_bytes(), 100), [Some("a\n".to_owned()), None, Some("b\n".to_owned())]);
    }

    #[test]
    fn an_empty_message_is_one_too() {
        assert_eq!(messages(format!("{FIRST}\n{FIRST}\n").as_bytes(), 9).len(), 2);
        assert_eq!(messages(FIRST.as_bytes(), 9), [Some(String::new())]);
        assert_eq!(messages(b"", 9), []);
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(pieces in prop::collection::vec(prop::sample::select(vec![FIRST, "\n", "\r\n", ">", "From ", "x"]), 0..40)) {
            messages(pieces.concat().as_bytes(), 20);
        }
    }
}
