//! Days: of a month, of a week, by words such as "yesterday".

use super::digits::{self, Order};
use super::reader::Reader;
use super::said::{Anchor, Read, Said, Unit, Which, Year};
use super::words::{Form, Meaning};
use crate::tag::key::key;
use crate::tag::scan::Shape;

/// Words before a weekday with which it names a day of its own or a work: "Good Friday", "Super Tuesday".
const NOT_BEFORE_WEEKDAY: &[&str] = &[
    "Black", "Good", "Bloody", "Palm", "Easter", "Cyber", "Super", "Ash", "Maundy", "Holy", "Giving", "Whit",
    "Ruby", "Man",
];

/// Words behind a weekday with which it names a paper, a show, a person.
const NOT_AFTER_WEEKDAY: &[&str] = &[
    "Times",
    "Telegraph",
    "Express",
    "Mirror",
    "Mail",
    "Post",
    "Herald",
    "Night",
    "Independent",
    "Addams",
    "Business",
    "Star",
    "Tribune",
    "World",
    "Mass",
    "School",
    "Sun",
    "Magazine",
    "Review",
];

impl Reader<'_> {
    /// What a number begins: a date in digits, a day of a month, a year, a number of days ago.
    pub(super) fn number_first(&self, at: usize) -> Option<Read> {
        let word = self.word(at);
        // Who writes "9:16 p.m." behind a date in digits writes the month first.
        let order = self.order.or_else(|| self.is_american(at + 1).then_some(Order::MonthFirst));
        if let Some(said) = digits::full(word, order).filter(|_| self.stands_alone(at)) {
            let doubtful =
                word.contains('/') && digits::order_of(word).is_none() && matches!(said, Said::Day { .. });
            return Some(Read { worked_out: doubtful, ..Read::new(said, self.year_word(at + 1)) });
        }
        if !self.words.english
            && let Some(said) = digits::short(word).filter(|_| self.stands_alone(at))
        {
            return Some(Read { worked_out: true, ..Read::new(said, at + 1) });
        }
        if let Some((first, last)) = digits::years(word) {
            return self.years_joined(at, first, last);
        }
        if let Some(said) = digits::day_and_month(word) {
            let on = matches!(self.word(at.checked_sub(1)?), "on" | "by" | "until" | "On");
            return (on && self.stands_alone(at)).then(|| Read::new(said, at + 1));
        }
        self.day_then_month(at)
            .or_else(|| self.days_then_month(at))
            .or_else(|| self.century_or_decade(at))
            .or_else(|| self.ordinal_first(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.year_alone(at))
    }

    /// Whether a time of day with "a.m." or "p.m." stands there.
    fn is_american(&self, at: usize) -> bool {
        self.words.english && digits::clock(self.word(at)).is_some() && self.half_of_day(at + 1).is_some()
    }

    /// Whether no word or sign touches the number there.
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let here = self.tokens.get(at).is_some_and(|token| {
            token.spaced
                || before.is_none_or(|before| {
                    matches!(before.shape, Shape::Mark('(' | '[' | '"' | '“' | '–' | '—' | ',' | ':' | '|'))
                })
        });
        let after = self.tokens.get(at + 1).is_none_or(|next| {
            next.spaced
                || self.means(at + 1).is_some()
                || self.is_iso_time(at + 1)
                || matches!(
                    next.shape,
                    Shape::Mark(
                        '.' | ','
                            | ';'
                            | ':'
                            | ')'
                            | ']'
                            | '"'
                            | '”'
                            | '!'
                            | '?'
                            | '–'
                            | '—'
                            | '|'
                            | '…'
                            | '\''
                            | '’'
                    )
                )
        });
        here && after
    }

    /// "9 June", "the 9th of June 2019", "9. August 2020", "9 de agosto de 2020".
    fn day_then_month(&self, at: usize) -> Option<Read> {
        let (day, end) = self.day(at)?;
        self.month_of_day(at, day, end).or_else(|| self.hyphened_day(at, day))
    }

    /// "14-Sep-2020".
    fn hyphened_day(&self, at: usize, day: u8) -> Option<Read> {
        let hyphen = self.tokens.get(at + 1).filter(|next| next.is('-') && !next.spaced).is_some();
        let rest = self.tokens.get(at + 2).filter(|next| hyphen && !next.spaced)?;
        let (month, year) = digits::pair(rest.span.of(self.text), '-')?;
        let Meaning::Month(month, _) = self.words.get(key(month))? else { return None };
        let year = Year::Said(digits::year(year)?);
        fits(month, day).then(|| Read::new(Said::Day { year, month, day, weekday: None }, at + 3))
    }

    /// The month behind a day that ends before `end`, as a date that begins at `at`.
    fn month_of_day(&self, at: usize, day: u8, end: usize) -> Option<Read> {
        let of = self.means(end) == Some(Meaning::Of);
        let (month, doubtful, end) = self.month(end + usize::from(of))?;
        let (year, end) = match self.and_year(end) {
            (Year::Unsaid, end) => self.old_year(end).unwrap_or((Year::Unsaid, end)),
            said => said,
        };
        let joined = at.checked_sub(1).is_some_and(|before| {
            !self.tokens[at].spaced
                && matches!(self.tokens[before].shape, Shape::Mark('.' | '/' | '$' | '£' | '€' | '#'))
        });
        // "2 may be": a word in small letters that isn't only a month's name needs the year.
        let sure = !doubtful || matches!(year, Year::Said(_));
        // "5 March, 44 BC": of a year that isn't counted here.
        let comma = usize::from(self.tokens.get(end).is_some_and(|token| token.is(',')));
        let before_christ = matches!(self.word(end + comma + 1), "BC" | "BCE" | "B.C.");
        (sure && !joined && !before_christ && fits(month, day))
            .then(|| Read::new(Said::Day { year, month, day, weekday: None }, end))
    }

    /// A year of three digits, which only a day and its month before it show to be one: "28 May 621".
    fn old_year(&self, at: usize) -> Option<(Year, usize)> {
        let year = digits::number(self.word(at)).filter(|year| (100..1000).contains(year))?;
        let free = self
            .tokens
            .get(at + 1)
            .is_none_or(|next| matches!(next.shape, Shape::Mark('.' | ',' | ';' | ')')));
        free.then_some((Year::Said(year), at + 1))
    }

    /// "5-9 June", "5 to 9 June", and "5 and 9 June" behind "between".
    fn days_then_month(&self, at: usize) -> Option<Read> {
        let (first, second) = match digits::pair(self.word(at), '-') {
            Some((first, second)) => (digits::small(first, 31)?, (digits::small(second, 31)?, at + 1)),
            None => {
                let (first, end) = self.day(at)?;
                // "3 and 4 July": two days that follow one another.
                let next = self
                    .joint(at, end)
                    .or_else(|| (self.means(end) == Some(Meaning::And)).then_some(end + 1))?;
                let second = self.day(next)?;
                let between = self.joint(at, end).is_none();
                if between && second.0 != first + 1 {
                    return None;
                }
                (first, second)
            }
        };
        let last = self.month_of_day(at, second.0, second.1)?;
        let Said::Day { year, month, .. } = last.point?.said else { return None };
        let said = Said::Day { year, month, day: first, weekday: None };
        (first < second.0).then(|| Read::range(said, last.point.unwrap_or(said.into()), last.end))
    }

    /// "fifth of May".
    pub(super) fn ordinal_first(&self, at: usize) -> Option<Read> {
        let (ordinal, end) = self.ordinal(at)?;
        let of_month = || {
            let month = self.means(end) == Some(Meaning::Of) && self.tokens.get(end + 1)?.capital();
            month.then(|| self.month_of_day(at, ordinal, end))?
        };
        of_month().or_else(|| self.ordinal_period(ordinal, end))
    }

    /// An ordinal in words or digits and where it ends.
    pub(super) fn ordinal(&self, at: usize) -> Option<(u8, usize)> {
        if let Some(Meaning::Ordinal(ordinal)) = self.means(at) {
            return Some((ordinal, at + 1));
        }
        let number = digits::small(self.word(at), 99)?;
        let next = self.tokens.get(at + 1).filter(|next| !next.spaced)?;
        matches!(next.span.of(self.text), "st" | "nd" | "rd" | "th").then_some((number, at + 2))
    }

    /// "Monday", "last Monday", "Monday, September 14, 2020", "Monday night".
    pub(super) fn weekday(&self, at: usize, day: u8, form: Form) -> Option<Read> {
        let token = self.tokens.get(at)?;
        if self.words.capitals && !token.capital() && form == Form::Short {
            return None;
        }
        let dot = usize::from(
            form == Form::Short && self.tokens.get(at + 1).is_some_and(|next| next.is('.') && !next.spaced),
        );
        let mut next = at + 1 + dot;
        next += usize::from(self.tokens.get(next).is_some_and(|token| token.is(',') && !token.spaced));
        if matches!(self.means(next), Some(Meaning::The | Meaning::At)) {
            next += 1;
        }
        let dated = match self.tokens.get(next).map(|token| token.shape) {
            Some(Shape::Number) => self.number_first(next),
            Some(Shape::Title | Shape::Caps | Shape::Lower) if self.month(next).is_some() => {
                self.month_first(next)
            }
            _ => None,
        };
        if let Some(Read { point: Some(point), until: None, worked_out, end, .. }) = dated
            && let Said::Day { year, month, day: of_month, .. } = point.said
        {
            let said = Said::Day { year, month, day: of_month, weekday: Some(day) };
            return Some(Read { worked_out, ..Read::new(said, end) });
        }
        if form == Form::Short || !self.is_plain_weekday(at) {
            return None;
        }
        // "every Monday", "a Monday", "the first Monday of June": none that could be told by itself.
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let any = matches!(before, "every" | "Every" | "each" | "Each")
            || (self.words.english
                && matches!(self.meant_before(at), Some(Meaning::Article | Meaning::Ordinal(_))));
        // "Friday the 13th": of a month that isn't said.
        if self.means(at + 1) == Some(Meaning::The) && self.ordinal(at + 2).is_some() {
            return None;
        }
        if any {
            return Some(Read::new(Said::Weekdays(day), self.day_part(at + 1)));
        }
        if form == Form::Plural {
            return Some(Read::new(Said::Weekdays(day), at + 1));
        }
        let (which, end) = match self.means(at + 1) {
            Some(Meaning::Which(which)) if !self.words.english => (Some(which), at + 2),
            _ => (None, at + 1),
        };
        Some(Read::new(Said::Weekday { day, which }, self.day_part(end)))
    }

    /// Whether a weekday's name isn't part of the name of something else.
    fn is_plain_weekday(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let named = self.tokens[at].spaced && NOT_BEFORE_WEEKDAY.contains(&before);
        let the = self.meant_before(at) == Some(Meaning::The) && self.is_name(at + 1);
        !named && !the && !NOT_AFTER_WEEKDAY.contains(&self.word(at + 1))
    }

    /// Where a part of the day ends that may follow: "Monday night", "tomorrow morning".
    pub(super) fn day_part(&self, at: usize) -> usize {
        let part = self.means(at) == Some(Meaning::DayPart)
            && self.tokens.get(at).is_some_and(|token| token.shape == Shape::Lower && token.spaced);
        at + usize::from(part)
    }

    /// "today", "yesterday evening"; "day after tomorrow" is read from its first word.
    pub(super) fn day_word(&self, at: usize, count: i8) -> Option<Read> {
        let token = self.tokens.get(at)?;
        // "Russia Today", "USA Today": a name. "today's world" and "yesterday's men" speak of times, and days alike.
        let name = token.capital() && !token.start;
        let said = Said::Unit { unit: Unit::Day, count: count.into(), anchor: Anchor::Document };
        (!name).then(|| Read::new(said, self.day_part(at + 1)))
    }

    /// "last Monday", "last June", "last week", "last night", "next two weeks", "this summer".
    pub(super) fn which(&self, at: usize, which: Which) -> Option<Read> {
        let next = at + 1;
        let sign = match which {
            Which::Last => -1,
            Which::This => 0,
            Which::Next => 1,
        };
        let counted = || if sign == 0 { None } else { self.lately(next, sign) };
        let Some(meaning) = self.means(next) else { return counted() };
        match meaning {
            Meaning::Weekday(day, Form::Full) if self.tokens.get(next)?.capital() || !self.words.capitals => {
                Some(Read::new(Said::Weekday { day, which: Some(which) }, self.day_part(next + 1)))
            }
            Meaning::Month(..) => {
                let (month, doubtful, end) = self.month(next)?;
                if doubtful {
                    return None;
                }
                // "next May 5".
                if let Some((day, end)) = self.day(end).filter(|_| self.words.english) {
                    let said = Said::Day { year: Year::Unsaid, month, day, weekday: None };
                    return (self.tokens.get(end).is_none_or(|token| !token.is('%')))
                        .then(|| Read::new(said, end));
                }
                Some(Read::new(
                    Said::Months { year: Year::Unsaid, first: month, count: 1, which: Some(which) },
                    end,
                ))
            }
            Meaning::Season(first) => {
                let said = Said::Months { year: Year::Unsaid, first, count: 3, which: Some(which) };
                Some(Read::new(said, next + 1))
            }
            Meaning::DayPart if self.words.english && sign < 1 => {
                let count = if which == Which::Last { -1 } else { 0 };
                Some(Read::new(Said::Unit { unit: Unit::Day, count, anchor: Anchor::Document }, next + 1))
            }
            Meaning::Unit(unit, false) => {
                let the = self.meant_before(at) == Some(Meaning::The);
                // "over the last year" is the year up to now, "last year" the one before.
                if the && which == Which::Last && unit != Unit::Day {
                    let of = self.means(next + 1) == Some(Meaning::Of);
                    return (!of).then(|| Read::new(Said::Stretch { unit, count: -1 }, next + 1));
                }
                let step = which == Which::Next && (the || unit == Unit::Day);
                let anchor = if step { Anchor::Named } else { Anchor::Document };
                // "the last day of": no date by itself.
                let bare = unit == Unit::Day && which != Which::Next;
                (!bare).then(|| Read::new(Said::Unit { unit, count: sign, anchor }, next + 1))
            }
            _ => counted(),
        }
    }
}

/// Whether a month has so many days, in some year.
pub(super) fn fits(month: u8, day: u8) -> bool {
    let most = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=most).contains(&day)
}
