//! A text with every run of white space as one space, and the way back to the text itself.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem::Finder;

use crate::text::Span;

/// A text in which quotations are looked for, whatever its line ends, indents and no-break spaces.
///
/// It is folded on the first search and kept, so that many anchors of one document share the work.
pub struct Folded<'a> {
    text: &'a str,
    content: OnceLock<Content>,
}

/// The folded text, with marks for the way back.
struct Content {
    text: String,
    /// Character boundaries that belong together, (folded, original) in bytes, wherever [`STEP`] bytes or
    /// more of the original lie behind the last one.
    marks: Vec<(u32, u32)>,
}

/// Bytes of the original between marks: what a way back has to walk at most.
const STEP: usize = 1024;

/// A place where a quotation was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// In the folded text.
    pub(super) folded: Range<usize>,
    /// In the original one.
    pub(super) span: Span,
}

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

    /// Where the folded text `sought` occurs, at most `limit` times, in order, places that overlap too; of
    /// each place the `part` of it, in bytes of `sought`. Linear in the text, plus the length of `sought`
    /// for each place.
    pub(super) fn find(&self, sought: &str, part: Range<usize>, limit: usize) -> Vec<Found> {
        let mut found = Vec::new();
        if sought.is_empty() {
            return found;
        }
        let content = self.content();
        let finder = Finder::new(sought);
        let mut from = 0;
        while found.len() < limit {
            let Some(rest) = content.text.as_bytes().get(from..) else { break };
            let Some(at) = finder.find(rest) else { break };
            let folded = from + at + part.start..from + at + part.end;
            let span = Span::new(self.way_back(folded.start), self.way_back(folded.end));
            found.push(Found { folded, span });
            from += at + 1;
        }
        found
    }

    /// The offset in the original text of the character that stands at `offset` in the folded one.
    fn way_back(&self, offset: usize) -> usize {
        let marks = &self.content().marks;
        let after = marks.partition_point(|mark| mark.0 as usize <= offset);
        let mark = after.checked_sub(1).and_then(|at| marks.get(at));
        let (folded, original) = mark.map_or((0, 0), |mark| (mark.0 as usize, mark.1 as usize));
        let rest = self.text.get(original..).unwrap_or("");
        let mut left = offset.saturating_sub(folded);
        for (at, c) in folded_indices(rest.char_indices()) {
            if left == 0 {
                return original + at;
            }
            left = left.saturating_sub(c.len_utf8());
        }
        self.text.len()
    }
}

impl Content {
    fn of(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut marks: Vec<(u32, u32)> = Vec::with_capacity(original.len() / STEP);
        let mut next = STEP;
        for (at, c) in folded_indices(original.char_indices()) {
            if at >= next {
                marks.push((text.len() as u32, at as u32));
                next = at + STEP;
            }
            text.push(c);
        }
        Self { text, marks }
    }
}

/// `text` with every run of white space as one space.
pub(super) fn fold(text: &str) -> String {
    folded_chars(text.chars()).collect()
}

/// The characters with the first of each run of white space as a space and the others left out.
pub(super) fn folded_chars(chars: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    folded_indices(chars.map(|c| ((), c))).map(|(_, c)| c)
}

/// The same for characters that carry something with them, such as their offset.
fn folded_indices<T>(chars: impl Iterator<Item = (T, char)>) -> impl Iterator<Item = (T, char)> {
    let mut in_space = false;
    chars.filter_map(move |(carried, c)| {
        let space = c.is_whitespace();
        let again = space && in_space;
        in_space = space;
        (!again).then_some((carried, if space { ' ' } else { c }))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn white_space_of_any_kind_is_one_space() {
        assert_eq!(fold("a \r\n\t b\u{a0}c  "), "a b c ");
    }

    fn places<'a>(text: &'a str, sought: &str) -> Vec<&'a str> {
        let found = Folded::new(text).find(sought, 0..sought.len(), 9);
        found.into_iter().map(|place| place.span.of(text)).collect()
    }

    #[test]
    fn a_place_is_given_in_the_original_text() {
        assert_eq!(places("x  one\n   two y", "one two"), ["one\n   two"]);
        assert_eq!(places("x  one  ", " one "), ["  one  "]);
    }

    #[test]
    fn places_behind_many_marks_are_right() {
        let text = "ä  \n b ".repeat(5_000) + &" ".repeat(9_000) + "end  of\ttext";
        assert_eq!(places(&text, "end of text"), ["end  of\ttext"]);
    }

    #[test]
    fn overlapping_places_count_each_up_to_the_limit() {
        assert_eq!(places("aaaa", "aa").len(), 3);
        assert_eq!(Folded::new("aaaa").find("aa", 0..2, 2).len(), 2);
    }

    proptest! {
        #[test]
        fn what_is_found_folds_to_the_quotation(text in "[ab \n\u{a0}é]{0,60}", part in "[ab é]{1,4}") {
            let quotation = fold(&part);
            for place in places(&text, &quotation) {
                prop_assert_eq!(fold(place), quotation.as_str());
            }
        }
    }
}
