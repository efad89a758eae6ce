//! The fields of a header (RFC 5322, 2.2): which there are, where they stand, and what their values say.
//!
//! Each value is read by the crate `mail-parser`: encoded words (RFC 2047), addresses, dates, parameters with
//! their continuations (RFC 2231). It is given one value at a time, of bounded length, since it looks at some
//! of them more than once.

use std::ops::Range;

use mail_parser::parsers::MessageStream;
use mail_parser::{Addr, ContentType, DateTime};

/// The fields that are asked for, in lower case.
const KNOWN: [&str; 13] = [
    "subject",
    "from",
    "sender",
    "to",
    "cc",
    "date",
    "list-id",
    "content-type",
    "content-transfer-encoding",
    "content-disposition",
    "content-language",
    "content-description",
    "message-id",
];

/// The most bytes of a value that are read: some hundred addresses.
const VALUE: usize = 16 << 10;

/// A header: its fields, as far as they are asked for.
#[derive(Debug, Default)]
pub(super) struct Fields<'a> {
    text: &'a str,
    found: [Option<(usize, usize)>; KNOWN.len()],
}

impl<'a> Fields<'a> {
    /// Reads the header with which `text` begins; see [`header_len`]. Of a field that is there twice the
    /// first one counts.
    pub(super) fn read(text: &'a str) -> Self {
        let len = header_len(text.as_bytes());
        let mut fields = Self { text, ..Self::default() };
        let mut current = None;
        let mut at = 0;
        for line in text.get(..len).unwrap_or_default().split_inclusive('\n') {
            let bare = line.trim_end_matches(['\n', '\r']);
            if bare.starts_with([' ', '\t']) {
                if let Some((_, end)) = current.and_then(|known: usize| fields.found[known].as_mut()) {
                    *end = at + bare.len();
                }
            } else {
                let colon = name(bare.as_bytes()).unwrap_or(0);
                let name = bare.get(..colon).unwrap_or_default().trim_end();
                current = KNOWN.iter().position(|known| name.eq_ignore_ascii_case(known));
                current = current.filter(|known| fields.found[*known].is_none());
                if let Some(known) = current {
                    fields.found[known] = Some((at + colon + 1, at + bare.len()));
                }
            }
            at += line.len();
        }
        fields
    }

    /// Where the value of a field stands in the text, without the white space around it.
    pub(super) fn place(&self, name: &str) -> Option<Range<usize>> {
        let known = KNOWN.iter().position(|known| *known == name)?;
        let (start, end) = self.found[known]?;
        let value = self.text.get(start..end)?;
        let start = start + value.len() - value.trim_start().len();
        Some(start..start + value.trim().len())
    }

    /// The value of a field as the parser wants it: up to [`VALUE`] bytes, and a line end.
    fn value(&self, name: &str) -> Option<String> {
        let mut range = self.place(name).filter(|range| !range.is_empty())?;
        range.end = range.end.min(range.start + VALUE);
        while !self.text.is_char_boundary(range.end) {
            range.end -= 1;
        }
        Some(format!("{}\n", self.text.get(range)?))
    }

    /// The value of a field of words, in single spaces.
    pub(super) fn words(&self, name: &str) -> Option<String> {
        let value = self.value(name)?;
        let read = MessageStream::new(value.as_bytes()).parse_unstructured();
        Some(crate::corpus::looks::single_spaced(read.as_text()?)).filter(|words| !words.is_empty())
    }

    /// The addresses of a field, and whether there are more than are read.
    pub(super) fn addresses(&self, name: &str) -> (Vec<Addr<'static>>, bool) {
        let cut = self.place(name).is_some_and(|range| range.len() > VALUE);
        let Some(value) = self.value(name) else { return (Vec::new(), false) };
        let read = MessageStream::new(value.as_bytes()).parse_address();
        let read =
            read.as_address().map(|list| list.iter().map(|address| address.clone().into_owned()).collect());
        (read.unwrap_or_default(), cut)
    }

    /// The date of the header.
    pub(super) fn date(&self) -> Option<DateTime> {
        let value = self.value("date")?;
        MessageStream::new(value.as_bytes()).parse_date().into_datetime()
    }

    /// The value of `Content-Type` or `Content-Disposition`.
    pub(super) fn content(&self, name: &str) -> Option<ContentType<'static>> {
        let value = self.value(name)?;
        let read = MessageStream::new(value.as_bytes()).parse_content_type();
        read.into_owned().into_content_type()
    }
}

/// The length in bytes of the header with which `bytes` begin, with the blank line behind it. It may end
/// without one, before a line that is no field: somebody forgot it.
pub(in crate::corpus) fn header_len(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let line = rest.get(..len).unwrap_or_default();
        if line.trim_ascii_end().is_empty() && !line.starts_with(b" ") && !line.starts_with(b"\t") {
            return at + len;
        }
        // The line that parts the messages of an mbox is left in some files of one message.
        let parting = at == 0 && (line.starts_with(b"From ") || line.starts_with(b">From "));
        let goes_on = at > 0 && (line.starts_with(b" ") || line.starts_with(b"\t"));
        if !parting && !goes_on && name(line).is_none() {
            break;
        }
        at += len;
    }
    at
}

/// Where the colon behind the name of a field stands, where a line is one. Some old programs set a space
/// before it.
pub(in crate::corpus) fn name(line: &[u8]) -> Option<usize> {
    let colon = line.iter().take(80).position(|byte| *byte == b':')?;
    let name = line.get(..colon)?.trim_ascii_end();
    let fits = name.iter().all(u8::is_ascii_graphic);
    // A delimiter of parts isn't a name.
    (fits && !name.is_empty() && !name.starts_with(b"--")).then_some(colon)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn values_are_unfolded_and_decoded() {
        let header =
            "Subject: =?utf-8?B?0JzRltC90YHQug==?=\r\n and more\r\nFROM : \"A, B\" <a@b.example>\r\n\r\n";
        let fields = Fields::read(header);
        assert_eq!(fields.words("subject").unwrap(), "Мінск and more");
        let (from, more) = fields.addresses("from");
        assert_eq!((from[0].name(), from[0].address(), more), (Some("A, B"), Some("a@b.example"), false));
        assert!(header[fields.place("subject").unwrap()].ends_with("and more"));
        assert_eq!(header_len(header.as_bytes()), header.len());
    }

    #[test]
    fn the_first_of_two_fields_counts_and_its_lines_stay_its_own() {
        let fields = Fields::read("Subject: one\nSubject: two\n three\n\n");
        assert_eq!(fields.words("subject").unwrap(), "one");
    }

    #[test]
    fn a_header_without_a_blank_line_ends_before_what_is_no_field() {
        let header = "From a@b Mon Jan  1\nSubject: one\n";
        assert_eq!(header_len(format!("{header}Dear all,\n").as_bytes()), header.len());
        assert_eq!(header_len(b"--b: c\n"), 0);
        assert_eq!(header_len(b" a: b\n"), 0);
    }

    #[test]
    fn a_value_of_megabytes_is_read_to_its_limit() {
        let header = format!("To: {}\nSubject: =?{}\n\n", "a@b, ".repeat(1 << 18), "=?".repeat(1 << 18));
        let fields = Fields::read(&header);
        let (to, more) = fields.addresses("to");
        assert!(more && to.len() > 3000 && to.len() < 4000);
        assert!(fields.words("subject").unwrap().len() <= VALUE);
    }
}
