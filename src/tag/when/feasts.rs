//! Feasts with a fixed date that serve as dates.

use super::reader::Reader;
use super::said::{Read, Said, Year};
use crate::tag::scan::Shape;

/// The words of each, without possessive endings, with month and day. Widely kept in the Gregorian calendar.
const FEASTS: &[(&[&str], u8, u8)] = &[
    (&["new", "year", "eve"], 12, 31),
    (&["new", "year", "day"], 1, 1),
    (&["christmas", "eve"], 12, 24),
    (&["christmas", "day"], 12, 25),
    (&["christmas"], 12, 25),
    (&["valentine", "day"], 2, 14),
    (&["halloween"], 10, 31),
];

impl Reader<'_> {
    /// "Christmas Eve", "New Year's Day 2019".
    pub(super) fn feast(&self, at: usize) -> Option<Read> {
        let is = |words: &[&str]| {
            words.iter().zip(at..).all(|(word, at)| {
                self.word(at).eq_ignore_ascii_case(word)
                    && self.tokens.get(at).is_some_and(|token| token.capital())
            })
        };
        let (words, month, day) = *FEASTS.iter().find(|(words, ..)| is(words))?;
        let end = at + words.len();
        // "Christmas tree", "Christmas Island": one word needs a preposition before it and no noun behind.
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let said = words.len() > 1
            || matches!(
                before,
                "at" | "At"
                    | "by"
                    | "before"
                    | "Before"
                    | "after"
                    | "After"
                    | "until"
                    | "since"
                    | "on"
                    | "On"
                    | "last"
                    | "next"
                    | "this"
            );
        let noun = self.tokens.get(end).is_some_and(|next| {
            next.spaced
                && (self.is_name(end)
                    || (words.len() == 1 && next.shape == Shape::Lower && !self.is_small(end)))
        });
        let (year, end) = self.and_year(end);
        (said && (!noun || year != Year::Unsaid) && !self.tokens[end - 1].possessive)
            .then(|| Read::new(Said::Day { year, month, day, weekday: None }, end))
    }

    fn is_small(&self, at: usize) -> bool {
        use crate::tag::lexicon::{LEXICON, flag};
        self.tokens.get(at).is_some_and(|token| LEXICON.flags(token.key) & flag::FUNCTION != 0)
    }
}
