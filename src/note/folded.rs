//! A text as it is searched for quotations: its plain letters, and the way back to the text itself.

mod plain;
mod white;

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem::Finder;
use plain::{Kind, Plain};
#[cfg(test)]
pub(super) use white::fold;
pub(super) use white::folded_chars;

use crate::text::Span;

/// A text in which quotations are looked for, whatever its line ends, quotation marks, dashes, accents and
/// capitals.
///
/// It is folded on the first search and kept, so that many anchors of one document share the work.
pub struct Folded<'a> {
    text: &'a str,
    content: OnceLock<Content>,
}

/// The folded text, with marks for the way back.
struct Content {
    text: String,
    /// Places behind a letter that belong together, (folded, original) in bytes, the first that there is
    /// wherever [`STEP`] bytes of the original lie behind the last one.
    marks: Vec<(u32, u32)>,
}

/// Bytes of the original between marks: what a way back has to walk in a text that has letters.
const STEP: usize = 1024;

impl<'a> Folded<'a> {
    /// A text of less than 4 GiB. Costs nothing yet.
    pub fn new(text: &'a str) -> Self {
        Self { text, content: OnceLock::new() }
    }

    /// The text as it was given.
    pub fn original(&self) -> &'a str {
        self.text
    }

    /// The folded text.
    pub(super) fn as_str(&self) -> &str {
        &self.content().text
    }

    fn content(&self) -> &Content {
        self.content.get_or_init(|| Content::of(self.text))
    }

    /// What a place of the folded text, in bytes, is in the original one.
    pub(super) fn span(&self, place: Range<usize>) -> Span {
        let start = self.walk(place.start).next().map_or(self.text.len(), |(_, at, _)| at);
        if place.is_empty() {
            return Span::new(start, start);
        }
        let last = self.walk(place.end - 1).next();
        let end = last.map_or(self.text.len(), |(_, at, _)| self.end_of(at));
        Span::new(start, end)
    }

    /// The folded characters from the one on in which the folded byte `from` lies: each with the byte after
    /// it, the byte where it begins in the original text, and itself.
    fn walk(&self, from: usize) -> impl Iterator<Item = (usize, usize, char)> {
        let marks = &self.content().marks;
        let after = marks.partition_point(|mark| mark.0 as usize <= from);
        let mark = after.checked_sub(1).and_then(|at| marks.get(at));
        let (mut folded, plain) = match mark {
            Some(mark) => (mark.0 as usize, Plain::behind_letter(self.text, mark.1 as usize)),
            None => (0, Plain::new(self.text)),
        };
        let ends = plain.map(move |(at, c)| {
            folded += c.len_utf8();
            (folded, at, c)
        });
        ends.skip_while(move |(end, _, _)| *end <= from)
    }

    /// The end of the character at the byte `at` of the original text, with what is folded into it.
    fn end_of(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        let kind = rest.chars().next().map_or(Kind::Other, Kind::of);
        let mut chars = rest.char_indices().skip(1);
        let next = chars.find(|(_, c)| match Kind::of(*c) {
            Kind::Nothing => false,
            other => !(other == kind && kind.is_run()),
        });
        at + next.map_or(rest.len(), |(length, _)| length)
    }
}

impl Content {
    fn of(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut marks: Vec<(u32, u32)> = Vec::with_capacity(original.len() / STEP);
        let mut next = STEP;
        let mut plain = Plain::new(original);
        loop {
            text.push_str(plain.letters());
            let Some((_, c)) = plain.next() else { break };
            text.push(c);
            if let Some(at) = plain.resting_place().filter(|at| *at >= next) {
                marks.push((text.len() as u32, at as u32));
                next = at + STEP;
            }
        }
        Self { text, marks }
    }
}

/// Where `sought` occurs in `text`, as bytes, at most `limit` times, in order, places that overlap too.
pub(super) fn occurrences(text: &str, sought: &str, limit: usize) -> Vec<usize> {
    let mut found = Vec::new();
    if sought.is_empty() {
        return found;
    }
    let finder = Finder::new(sought);
    let mut from = 0;
    while found.len() < limit {
        let Some(rest) = text.as_bytes().get(from..) else { break };
        let Some(at) = finder.find(rest) else { break };
        found.push(from + at);
        from += at + 1;
    }
    found
}

/// The plain characters of `text`, each with the byte where what it stands for begins.
pub(super) fn plain(text: &str) -> impl Iterator<Item = (usize, char)> {
    Plain::new(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn places<'a>(text: &'a str, sought: &str) -> Vec<&'a str> {
        let folded = Folded::new(text);
        let found = occurrences(folded.as_str(), sought, 9);
        found.into_iter().map(|at| folded.span(at..at + sought.len()).of(text)).collect()
    }

    #[test]
    fn a_place_is_given_in_the_original_text() {
        assert_eq!(places("x  one\n   two y", "one two"), ["one\n   two"]);
        assert_eq!(places("x  one  ", " one "), ["  one  "]);
        assert_eq!(places("x “One two” y", "'one two'"), ["“One two”"]);
        assert_eq!(places("l'E\u{301}te\u{301}, la", "ete"), ["E\u{301}te\u{301}"]);
        assert_eq!(places("the har-\nbour’s end", "harbour"), ["har-\nbour"]);
        assert_eq!(places("the har-\nbour’s end", "har"), ["har"]);
    }

    #[test]
    fn places_behind_many_marks_are_right() {
        let text = "ä  \n b ".repeat(5_000) + &" ".repeat(9_000) + "end  of\ttext";
        assert_eq!(places(&text, "end of text"), ["end  of\ttext"]);
    }

    #[test]
    fn overlapping_places_count_each_up_to_the_limit() {
        assert_eq!(places("aaaa", "aa").len(), 3);
        assert_eq!(occurrences("aaaa", "aa", 2).len(), 2);
    }

    proptest! {
        #[test]
        fn any_part_of_a_folded_text_is_a_part_of_the_text(text in "[ab \n\u{a0}é“'ﬁ\u{301}.-]{0,60}|\\PC{0,60}") {
            let folded = Folded::new(&text);
            let bounds: Vec<usize> = folded.as_str().char_indices().map(|(at, _)| at).collect();
            let mut last = 0;
            for (start, end) in bounds.iter().zip(bounds.iter().skip(1)) {
                let span = folded.span(*start..*end);
                prop_assert!(text.get(span.range()).is_some() && !span.is_empty());
                prop_assert!(span.start as usize >= last);
                last = span.start as usize;
            }
        }
    }
}
