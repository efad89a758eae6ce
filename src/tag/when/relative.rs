//! Dates that are so far from another: "two weeks ago", "the following day", "in three years", "the last decade".

use super::digits;
use super::reader::Reader;
use super::said::{Anchor, Read, Said, Unit};
use super::tense::Tense;
use super::words::Meaning;
use crate::tag::scan::Shape;

/// How many of something are meant.
#[derive(Clone, Copy)]
enum Count {
    Exactly(i32),
    Some,
}

/// The most units that are counted; more are no date anybody could name.
const MOST: i16 = 2000;

impl Reader<'_> {
    /// "two weeks ago", "three days later", "a year earlier", "days ago", "in two years".
    pub(super) fn counted(&self, at: usize) -> Option<Read> {
        let (count, unit, end) = self.units(at)?;
        let point = |sign: i32, anchor| match count {
            Count::Exactly(count) => Said::Unit { unit, count: sign * count, anchor },
            Count::Some => Said::Vague,
        };
        match self.means(end) {
            Some(Meaning::Ago) => Some(Read::new(point(-1, Anchor::Document), end + 1)),
            Some(Meaning::Later) => Some(Read::new(point(1, Anchor::Named), end + 1)),
            Some(Meaning::Earlier) => Some(Read::new(point(-1, Anchor::Named), end + 1)),
            _ if self.in_so_long(at, end) => Some(Read::new(point(1, Anchor::Document), end)),
            _ => None,
        }
    }

    /// Whether the units from `at` to `end` are a time to come, as in "will open in two years".
    fn in_so_long(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        // "for the first time in two years", "the worst in a decade".
        let same_phrase = |at: &usize| !matches!(self.tokens[*at].shape, Shape::Mark(_));
        let ranked = (at.saturating_sub(5)..before).rev().take_while(same_phrase).any(|at| {
            matches!(self.means(at), Some(Meaning::Ordinal(_)))
                || matches!(self.word(at), "only" | "most" | "least" | "once" | "twice" | "worst" | "best")
                || (self.word(at).ends_with("est") && self.word(at).len() > 5)
        });
        let follows =
            self.tokens.get(end).is_none_or(|next| !next.possessive) && self.means(end) != Some(Meaning::Of);
        self.word(before).eq_ignore_ascii_case("in")
            && follows
            && !ranked
            && self.tense(before, end) == Tense::Future
    }

    /// A number of units and where they end.
    fn units(&self, at: usize) -> Option<(Count, Unit, usize)> {
        let (count, end) = self.count(at)?;
        let Meaning::Unit(unit, many) = self.means(end)? else { return None };
        let fortnight = self.word(end).starts_with("fortnight");
        let count = match count {
            Count::Exactly(count) if fortnight => Count::Exactly(count * 2),
            count => count,
        };
        let agree = !matches!(count, Count::Exactly(2..)) || many || fortnight;
        agree.then_some((count, unit, end + 1))
    }

    /// How many, and where that ends; nothing said before a plural is some.
    fn count(&self, at: usize) -> Option<(Count, usize)> {
        match self.means(at) {
            Some(Meaning::Article) => match self.means(at + 1)? {
                Meaning::Vague => Some((Count::Some, at + 2)),
                // "a couple of weeks".
                Meaning::Number(2) if self.means(at + 2) == Some(Meaning::Of) => {
                    Some((Count::Exactly(2), at + 3))
                }
                Meaning::Number(12) => Some((Count::Exactly(12), at + 2)),
                _ => Some((Count::Exactly(1), at + 1)),
            },
            Some(Meaning::Vague) => Some((Count::Some, at + 1)),
            Some(Meaning::Unit(_, true)) => Some((Count::Some, at)),
            Some(Meaning::Number(number)) => Some((Count::Exactly(number.into()), at + 1)),
            _ => {
                let word = self.word(at);
                let thousands =
                    word.len() <= 11 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
                let count = match digits::number(word) {
                    Some(count @ 1..=MOST) => Count::Exactly(count.into()),
                    _ if thousands && word.len() > 3 => Count::Some,
                    _ => return None,
                };
                self.tokens.get(at + 1)?.spaced.then_some((count, at + 1))
            }
        }
    }

    /// What follows "last", "past" or "next" as a stretch of time: "two weeks", "few days", "decade".
    pub(super) fn lately(&self, at: usize, sign: i32) -> Option<Read> {
        let start = at.checked_sub(1)?;
        if let Some(Meaning::Unit(unit, false)) = self.means(at) {
            // "past midnight" and "half past" have no unit; "past year" has.
            let past =
                self.means(start) == Some(Meaning::Past) && self.meant_before(start) == Some(Meaning::The);
            return past.then(|| Read::new(Said::Stretch { unit, count: sign }, at + 1));
        }
        if matches!(self.means(at), Some(Meaning::Article)) {
            return None;
        }
        let (count, unit, end) = self.units(at)?;
        // "the last two years of the war".
        if self.means(end) == Some(Meaning::Of) {
            return None;
        }
        let said = match count {
            Count::Exactly(count) => Said::Stretch { unit, count: sign * count },
            Count::Some => return None,
        };
        Some(Read::new(said, end))
    }

    /// "same day", "that year", "following week", "previous month": counted from the date named last.
    pub(super) fn step(&self, at: usize, step: i8) -> Option<Read> {
        let Meaning::Unit(unit, false) = self.means(at + 1)? else { return None };
        // "that day" and "the same day"; but "that year's" and "that decade" as a relative clause are as rare as they are short.
        let said = Said::Unit { unit, count: step.into(), anchor: Anchor::Named };
        let the =
            matches!(self.meant_before(at), Some(Meaning::The)) || self.word(at).eq_ignore_ascii_case("that");
        the.then(|| Read::new(said, at + 2))
    }

    /// "day before yesterday", "day after tomorrow".
    pub(super) fn named_unit(&self, at: usize) -> Option<Read> {
        let Some(Meaning::Day(day @ (-1 | 1))) = self.means(at + 2) else { return None };
        let way = match self.word(at + 1) {
            "before" => -1,
            "after" => 1,
            _ => return None,
        };
        let said = Said::Unit { unit: Unit::Day, count: 2 * i32::from(day), anchor: Anchor::Document };
        (self.means(at) == Some(Meaning::Unit(Unit::Day, false)) && way == day)
            .then(|| Read::new(said, at + 3))
    }
}
