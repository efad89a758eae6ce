//! The reader of dates: looks at the tokens from one on, asks the rule for what begins there, and joins what belongs
//! together: a date with its time, the ends of a range.

use super::digits::{self, Order};
use super::said::{Point, Read, Said, Year};
use super::words::{Meaning, Words};
use crate::tag::scan::{Shape, Token};

/// The tokens of a piece of text and what is known of their document.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) words: &'static Words,
    /// Which of day and month comes first in the document's dates in digits.
    pub(super) order: Option<Order>,
    /// The token after the date that was read last in this piece, with whether that was a year alone.
    pub(super) before: Option<(usize, bool)>,
}

impl Reader<'_> {
    /// The date or time that begins with the token at `at`.
    pub(super) fn read(&self, at: usize) -> Option<Read> {
        let token = self.tokens.get(at)?;
        match token.shape {
            Shape::Number => self.clock_first(at).or_else(|| self.with_rest(at, self.number_first(at)?)),
            Shape::Mark(_) | Shape::Address => None,
            Shape::Lower | Shape::Title | Shape::Caps => {
                let Some(meaning) = self.words.get(token.key) else { return self.hyphened(at) };
                self.clock_first(at).or_else(|| self.with_rest(at, self.word_first(at, meaning)?))
            }
        }
    }

    fn word_first(&self, at: usize, meaning: Meaning) -> Option<Read> {
        match meaning {
            Meaning::Weekday(day, form) => self.weekday(at, day, form),
            Meaning::Month(..) => self.month_first(at),
            Meaning::Season(first) => self.season(at, first),
            Meaning::Day(count) => self.day_word(at, count),
            Meaning::Which(which) => self.which(at, which),
            Meaning::Past => self.lately(at + 1, -1),
            Meaning::Step(step) => self.step(at, step),
            Meaning::Part(part) => self.part(at, part),
            Meaning::PartOf(part) => self.part_of(at, part),
            Meaning::Number(_) | Meaning::Article | Meaning::Vague => self.counted(at),
            Meaning::Unit(_, true) => self.counted(at),
            Meaning::Unit(_, false) => self.named_unit(at),
            Meaning::Ordinal(_) => self.ordinal_first(at),
            Meaning::Decade(year) => self.decade_word(at, year),
            Meaning::Feast => self.feast(at),
            _ => None,
        }
    }

    /// A word with a hyphen: "mid-June", "May-June 2019", "Q3" needs none but is no word of the table either.
    fn hyphened(&self, at: usize) -> Option<Read> {
        let token = self.tokens.get(at)?;
        if token.hyphen > 0 {
            return self.joined_word(at);
        }
        if token.shape == Shape::Title && token.span.len() == 2 { self.short_quarter(at) } else { None }
    }

    /// The date with the end of its range, if it has one, and its time.
    fn with_rest(&self, at: usize, read: Read) -> Option<Read> {
        let read = if read.until.is_none() { self.range(at, read).unwrap_or(read) } else { read };
        Some(self.with_clock(read))
    }

    /// The range whose first date that is.
    fn range(&self, at: usize, read: Read) -> Option<Read> {
        let first = read.point?;
        let next = self.joint(at, read.end)?;
        let close = self.word(read.end).chars().all(|c| !c.is_alphabetic());
        let last = self.last_of_range(first, next, close)?;
        let (first, last_point) = share_year(first, last.point?)?;
        Some(Read {
            worked_out: read.worked_out || last.worked_out,
            ..Read::range(first, last_point, last.end)
        })
    }

    /// The token after a dash or a word that leads to the end of a range, at `end`; `at` is where its first date begins.
    pub(super) fn joint(&self, at: usize, end: usize) -> Option<usize> {
        let token = self.tokens.get(end)?;
        let joint = match token.shape {
            Shape::Mark('-' | '–' | '—') => {
                if self.tokens.get(end + 1).is_some_and(|next| token.is('-') && next.is('-') && !next.spaced)
                {
                    return Some(end + 2);
                }
                // A spaced dash parts a sentence as often; then only an en dash that has blanks on both sides may join.
                let spaced = self.tokens.get(end + 1)?.spaced;
                token.spaced == spaced && (!spaced || !token.is('—'))
            }
            Shape::Lower => match self.words.get(token.key) {
                // "until the 15th of March".
                Some(Meaning::To) if self.means(end + 1) == Some(Meaning::The) => return Some(end + 2),
                Some(Meaning::To) => true,
                Some(Meaning::And) => at > 0 && self.means(at - 1) == Some(Meaning::Between),
                _ => false,
            },
            _ => false,
        };
        joint.then_some(end + 1)
    }

    /// The last date of a range whose first is known. `close`: whether a dash joins them.
    fn last_of_range(&self, first: Point, at: usize, close: bool) -> Option<Read> {
        let token = self.tokens.get(at)?;
        let read = match token.shape {
            Shape::Number => {
                let whole = self.number_first(at);
                match (first.said, whole) {
                    (_, Some(whole)) if alike(first, whole.point?) => Some(whole),
                    // "June 5–9", "June 5 to 9".
                    (Said::Day { year: Year::Unsaid, month, .. }, _) => {
                        let (day, end) = self.day(at)?;
                        let more = self.tokens.get(end).is_some_and(|next| {
                            !next.spaced && matches!(next.shape, Shape::Number | Shape::Mark('%' | ':'))
                        });
                        let (year, end) = self.and_year(end);
                        (!more).then(|| Read::new(Said::Day { year, month, day, weekday: None }, end))
                    }
                    (Said::Years { first, .. }, _) => self.last_year(at, first, close),
                    _ => None,
                }
            }
            Shape::Mark(_) | Shape::Address => None,
            _ => match self.words.get(token.key) {
                Some(Meaning::Month(..)) => self.month_and_more(at, true),
                Some(meaning) => self.word_first(at, meaning),
                None => self.hyphened(at),
            },
        };
        read.filter(|read| read.until.is_none() && read.point.is_some_and(|last| alike(first, last)))
    }

    /// A day of the month in digits, with where it ends, the ending of its ordinal or the stop behind it counted.
    pub(super) fn day(&self, at: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at).filter(|token| token.shape == Shape::Number)?;
        let day = digits::small(token.span.of(self.text), 31)?;
        let Some(next) = self.tokens.get(at + 1).filter(|next| !next.spaced) else {
            return Some((day, at + 1));
        };
        let ending = match next.shape {
            Shape::Mark('.') => !self.words.english,
            Shape::Mark('º' | '°') => true,
            _ => matches!(self.word(at + 1), "st" | "nd" | "rd" | "th" | "er" | "ST" | "ND" | "RD" | "TH"),
        };
        Some((day, at + 1 + usize::from(ending)))
    }

    /// The year that may follow a day or a month, behind a comma or "of", or as "last year", and where it ends.
    pub(super) fn and_year(&self, at: usize) -> (Year, usize) {
        let comma = self.tokens.get(at).is_some_and(|token| token.is(',') && !token.spaced);
        let of = self.means(at) == Some(Meaning::Of);
        let from = at + usize::from(comma || of);
        if let Some(year) = self.year(from) {
            return (Year::Said(year), self.year_word(from + 1));
        }
        // "December of 384".
        if let Some(year) = digits::number(self.word(from)).filter(|year| of && (100..1000).contains(year))
            && self.ends_phrase(from + 1)
        {
            return (Year::Said(year), from + 1);
        }
        if let Some((off, end)) = self.off_year(from).filter(|_| !comma) {
            return (Year::Off(off), end);
        }
        (Year::Unsaid, at)
    }

    /// A year of four digits that nothing touches which would make it something else.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        let token = self.tokens.get(at).filter(|token| token.shape == Shape::Number)?;
        let year = digits::year(token.span.of(self.text))?;
        let touched = self.tokens.get(at + 1).is_some_and(|next| {
            let mark = matches!(next.shape, Shape::Mark('%' | '°' | '$' | '€' | '£'));
            !next.spaced && (mark || !matches!(next.shape, Shape::Mark(_)) && !self.is_year_word(at + 1))
        });
        (!touched).then_some(year)
    }

    fn is_year_word(&self, at: usize) -> bool {
        self.means(at) == Some(Meaning::YearWord)
    }

    /// Where the word for the year ends that may stand behind its number: "года", "r.".
    pub(super) fn year_word(&self, at: usize) -> usize {
        if !self.is_year_word(at) {
            return at;
        }
        let short = self.word(at).chars().count() <= 2;
        at + 1
            + usize::from(
                short && self.tokens.get(at + 1).is_some_and(|token| token.is('.') && !token.spaced),
            )
    }

    /// The time of day that belongs to a date, behind it.
    fn with_clock(&self, read: Read) -> Read {
        let day =
            |point: Point| matches!(point.said, Said::Day { .. } | Said::Weekday { .. } | Said::Unit { .. });
        if read.until.is_some() || !read.point.is_some_and(day) {
            return read;
        }
        let mut at = read.end;
        if self
            .tokens
            .get(at)
            .is_some_and(|token| matches!(token.shape, Shape::Mark(',' | '-' | '–' | '|' | '·')))
        {
            at += 1;
        }
        while at <= read.end + 2 && self.means(at) == Some(Meaning::At) {
            at += 1;
        }
        match self.clock(at, true) {
            Some((time, end)) => Read { time: Some(time), end, ..read },
            None => read,
        }
    }

    /// A time of day with the date that may follow it: "9 p.m. on Monday".
    fn clock_first(&self, at: usize) -> Option<Read> {
        let (time, end) = self.clock(at, false)?;
        let alone = Read { point: None, until: None, time: Some(time), worked_out: false, end };
        let comma = usize::from(self.tokens.get(end).is_some_and(|token| token.is(',')));
        let on = usize::from(self.means(end + comma) == Some(Meaning::At));
        let next = end + comma + on;
        let day = match self.tokens.get(next).map(|token| token.shape) {
            Some(Shape::Number) => self.number_first(next),
            Some(Shape::Lower | Shape::Title | Shape::Caps) => {
                self.means(next).and_then(|meaning| self.word_first(next, meaning))
            }
            _ => None,
        };
        let day = day.filter(|read| {
            let day = |point: Point| {
                matches!(
                    point.said,
                    Said::Day { .. } | Said::Weekday { .. } | Said::Unit { unit: super::said::Unit::Day, .. }
                )
            };
            read.until.is_none() && read.point.is_some_and(day)
        });
        Some(day.map_or(alone, |day| Read { time: Some(time), ..day }))
    }

    /// The token's text; empty behind the last.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// What the word there means in a date.
    pub(super) fn means(&self, at: usize) -> Option<Meaning> {
        self.words.get(self.tokens.get(at)?.key)
    }

    /// What the word before means in a date.
    pub(super) fn meant_before(&self, at: usize) -> Option<Meaning> {
        self.means(at.checked_sub(1)?)
    }

    /// Whether the token there is a word with a capital that is no more than a name can be: not one that begins a sentence.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.capital() && token.spaced && !token.start && self.words.get(token.key).is_none()
        })
    }
}

/// Whether two dates can be the ends of a range.
fn alike(first: Point, last: Point) -> bool {
    use Said::{Day, Months, Weekday, Years};
    matches!(
        (first.said, last.said),
        (Day { .. }, Day { .. })
            | (Months { .. }, Months { .. } | Day { .. })
            | (Years { .. }, Years { .. })
            | (Weekday { .. }, Weekday { .. })
    )
}

/// The ends of a range where only the last has its year: the first has the same, or over a new year the one before.
fn share_year(first: Point, last: Point) -> Option<(Point, Point)> {
    let before = |year: Year, over: bool| match year {
        Year::Said(year) => Some(Year::Said(if over { year.checked_sub(1)? } else { year })),
        Year::Off(off) => Some(Year::Off(if over { off.checked_sub(1)? } else { off })),
        Year::Unsaid => Some(Year::Unsaid),
    };
    let said = match (first.said, last.said) {
        (Said::Day { year: Year::Unsaid, month, day, weekday }, Said::Day { year, month: m, day: d, .. }) => {
            Said::Day { year: before(year, (month, day) > (m, d))?, month, day, weekday }
        }
        (Said::Months { year: Year::Unsaid, first, count, which }, Said::Months { year, first: f, .. }) => {
            Said::Months { year: before(year, first > f)?, first, count, which }
        }
        (said, _) => said,
    };
    Some((Point { said, ..first }, last))
}
