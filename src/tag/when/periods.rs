//! Months, seasons, quarters, years, decades and centuries, and their parts.

use super::digits;
use super::reader::Reader;
use super::said::{Anchor, Part, Point, Read, Said, Unit, Which, Year};
use super::words::Meaning;
use crate::tag::key::key;
use crate::tag::scan::Shape;
use crate::text::Span;

impl Reader<'_> {
    /// The month there, whether its name is a common word as well, and where it ends.
    pub(super) fn month(&self, at: usize) -> Option<(u8, bool, usize)> {
        let token = self.tokens.get(at)?;
        let Meaning::Month(month, short) = self.words.get(token.key)? else { return None };
        let lower = self.words.capitals && !token.capital();
        if lower && (short || !self.words.english) {
            return None;
        }
        let doubtful = lower && matches!(month, 3 | 5 | 8);
        let dot = short
            && !token.dotted
            && self.tokens.get(at + 1).is_some_and(|next| next.is('.') && !next.spaced);
        Some((month, doubtful, at + 1 + usize::from(dot)))
    }

    fn is_short_month(&self, at: usize) -> bool {
        matches!(self.means(at), Some(Meaning::Month(_, true)))
    }

    /// "September 14, 2020", "Sept. 25", "June 2019", "December".
    pub(super) fn month_first(&self, at: usize) -> Option<Read> {
        self.month_and_more(at, false)
    }

    /// Whether a number stands right before the month that is no day of it: "31 June" is no June either.
    fn behind_impossible_day(&self, at: usize, month: u8) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let digits = self.word(before);
        let day = digits.parse().ok().filter(|_| digits.len() <= 2 && self.tokens[at].spaced);
        day.is_some_and(|day| !super::days::fits(month, day))
    }

    /// The same, where `shown` says whether the words before it show that it is a month.
    pub(super) fn month_and_more(&self, at: usize, shown: bool) -> Option<Read> {
        let (month, doubtful, end) = self.month(at)?;
        if self.behind_impossible_day(at, month) {
            return None;
        }
        let months = |year| Said::Months { year, first: month, count: 1, which: None };
        if let (year @ (Year::Said(_) | Year::Off(_)), end) = self.and_year(end) {
            return Some(Read::new(months(year), end));
        }
        if doubtful {
            return None;
        }
        self.day_of_month(month, end).or_else(|| {
            let (which, end) = match self.means(end) {
                Some(Meaning::Which(which)) if !self.words.english => (Some(which), end + 1),
                _ => (None, end),
            };
            let plain =
                shown || which.is_some() || self.is_plain_month(at, month) || self.leads_to_month(at, end);
            plain.then(|| Read::new(Said::Months { year: Year::Unsaid, first: month, count: 1, which }, end))
        })
    }

    /// Whether a range of months begins there: "May to September".
    fn leads_to_month(&self, at: usize, end: usize) -> bool {
        let month = |at: usize| self.month(at).is_some_and(|(_, doubtful, _)| !doubtful);
        self.joint(at, end).is_some_and(month)
    }

    /// The day behind a month: "June 9", "June 9th, 2020", "June the ninth", "June 5-9".
    fn day_of_month(&self, month: u8, at: usize) -> Option<Read> {
        if !self.words.english {
            return None;
        }
        let said = |year, day| Said::Day { year, month, day, weekday: None };
        if let Some((first, last)) = digits::pair(self.word(at), '-') {
            let (first, last) = (digits::small(first, 31)?, digits::small(last, 31)?);
            let (year, end) = self.and_year(at + 1);
            return (first < last && super::days::fits(month, last))
                .then(|| Read::range(said(year, first), said(year, last), end));
        }
        let from = at + usize::from(self.means(at) == Some(Meaning::The));
        let (day, end) = self.day(from).or_else(|| {
            self.ordinal(from)
                .filter(|_| self.tokens.get(from).is_some_and(|token| token.shape == Shape::Lower))
        })?;
        // "June 5 million", "May 10 percent", "June 5%", "May 2.5".
        let next = self.tokens.get(end);
        let counts =
            next.is_some_and(|next| {
                next.is('%') || (!next.spaced && matches!(next.shape, Shape::Number | Shape::Lower))
            }) || matches!(self.word(end), "million" | "billion" | "thousand" | "percent" | "per" | "people");
        let (year, end) = self.and_year(end);
        // "the September 11 attacks": a day that goes by its month and day alone.
        let attacks = month == 9
            && day == 11
            && year == Year::Unsaid
            && matches!(
                self.word(end),
                "attacks" | "attack" | "terrorist" | "terror" | "hijackings" | "Commission"
            );
        if attacks {
            return Some(Read { worked_out: true, ..Read::new(said(Year::Said(2001), day), end) });
        }
        (!counts && super::days::fits(month, day)).then(|| Read::new(said(year, day), end))
    }

    /// Whether a month's name by itself is a month: most are names of people or words as well.
    fn is_plain_month(&self, at: usize, month: u8) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let said = matches!(
            before,
            "in" | "In" | "since" | "Since" | "until" | "Until" | "till" | "during" | "During" | "through"
        ) || matches!(
            self.meant_before(at),
            Some(Meaning::Which(_) | Meaning::Part(_) | Meaning::Between)
        );
        let perhaps = said
            || matches!(
                before,
                "of" | "by" | "By" | "from" | "From" | "to" | "before" | "after" | "After" | "for" | "on"
            );
        if !self.words.english {
            return self.words.get(token.key).is_some()
                && !self.is_short_month(at)
                && (self.words.capitals || token.shape == Shape::Lower || token.start)
                && !(self.words.capitals && token.capital() && self.is_name(at + 1));
        }
        if self.is_short_month(at) {
            return said && token.dotted;
        }
        let named = at.checked_sub(1).is_some_and(|before| token.spaced && self.is_name(before))
            || self.is_name(at + 1);
        match month {
            // "May said", "March on Rome", "led by May".
            3 | 5 => token.shape == Shape::Title && said && !(named && self.is_name(at + 1) && month == 5),
            4 | 6 | 8 => perhaps && (said || !named),
            _ => said || !named,
        }
    }

    /// "summer 2018", "summer of 2018", "winter 2019-20".
    pub(super) fn season(&self, at: usize, first: u8) -> Option<Read> {
        let token = self.tokens.get(at)?;
        let said = |year| Said::Months { year, first, count: 3, which: None };
        let of = usize::from(self.means(at + 1) == Some(Meaning::Of));
        if let Some((year, last)) = digits::years(self.word(at + 1 + of)) {
            return (first == 12 && last == year + 1).then(|| Read::new(said(Year::Said(year)), at + 2 + of));
        }
        let (year, end) = self.and_year(at + 1);
        let which = match self.means(at + 1) {
            Some(Meaning::Which(which)) if !self.words.english => Some(which),
            _ => None,
        };
        if let Some(which) = which {
            return Some(Read::new(Said::Months { year, first, count: 3, which: Some(which) }, at + 2));
        }
        // "Fall 2018", but never "fall of 1500 points".
        let fall = self.words.english
            && first == 9
            && of == 1
            && self.word(at).eq_ignore_ascii_case("fall")
            && self.meant_before(at) != Some(Meaning::The);
        let comma = self.tokens.get(at + 1).is_some_and(|token| token.is(','));
        (year != Year::Unsaid && token.key != 0 && !fall && !comma).then(|| Read::new(said(year), end))
    }

    /// "late December", "early 2019", "late last year", "early on Monday" not.
    pub(super) fn part(&self, at: usize, part: Part) -> Option<Read> {
        let of = usize::from(self.means(at + 1) == Some(Meaning::Of));
        let hyphen = usize::from(self.tokens.get(at + 1).is_some_and(|token| token.is('-') && !token.spaced));
        self.whole(at + 1 + (of + hyphen).min(1), part)
    }

    /// "end of 2018", "beginning of July", "middle of last year".
    pub(super) fn part_of(&self, at: usize, part: Part) -> Option<Read> {
        (self.means(at + 1) == Some(Meaning::Of)).then(|| self.whole(at + 2, part))?
    }

    /// What has parts, from `at` on, as that part of it.
    fn whole(&self, at: usize, part: Part) -> Option<Read> {
        let the = self.means(at) == Some(Meaning::The);
        let at = at + usize::from(the);
        let read = match self.means(at) {
            Some(Meaning::Month(..)) => {
                let (month, doubtful, end) = self.month(at)?;
                let (year, end) = self.and_year(end);
                let certain = !doubtful || year != Year::Unsaid;
                let day = self.words.english && self.day(end).is_some() && year == Year::Unsaid;
                certain
                    .then(|| Read::new(Said::Months { year, first: month, count: 1, which: None }, end))
                    .filter(|_| !day)
            }
            Some(Meaning::Which(which)) => self.which(at, which),
            Some(Meaning::Step(step)) => self.step(at, step),
            Some(Meaning::Season(first)) => self.season(at, first),
            Some(Meaning::Decade(year)) => self.decade_word(at, year),
            // "the end of the year".
            Some(Meaning::Unit(unit @ (Unit::Year | Unit::Month), false))
                if self.words.english
                    && self.meant_before(at) == Some(Meaning::The)
                    && self.means(at + 1) != Some(Meaning::Of) =>
            {
                Some(Read::new(Said::Unit { unit, count: 0, anchor: Anchor::Document }, at + 1))
            }
            _ => self.century_or_decade(at).or_else(|| self.ordinal_whole(at)).or_else(|| {
                // "the start of the 2014 Games": a part of the Games.
                let year = self.year(at).filter(|year| !the && (1000..2100).contains(year))?;
                Some(Read::year(year, self.year_word(at + 1)))
            }),
        }?;
        let point = read.point.filter(|point| {
            matches!(
                point.said,
                Said::Months { .. }
                    | Said::Years { .. }
                    | Said::Unit {
                        unit: Unit::Month | Unit::Year | Unit::Week | Unit::Decade | Unit::Century,
                        ..
                    }
            )
        })?;
        (read.until.is_none() && point.part.is_none())
            .then_some(Read { point: Some(Point { part: Some(part), ..point }), ..read })
    }

    /// "nineteenth century", "third quarter of 2020", "first half of June".
    pub(super) fn ordinal_period(&self, ordinal: u8, end: usize) -> Option<Read> {
        if self.means(end) == Some(Meaning::Half) && ordinal <= 2 {
            return self.part_of(end, if ordinal == 1 { Part::FirstHalf } else { Part::SecondHalf });
        }
        self.century_or_quarter(ordinal, end)
    }

    /// What an ordinal names that can have parts: a century, a quarter. Halves have none, so that this goes no deeper.
    fn ordinal_whole(&self, at: usize) -> Option<Read> {
        let (ordinal, end) = self.ordinal(at)?;
        self.century_or_quarter(ordinal, end)
    }

    /// "nineteenth century", "19th-century", "third quarter of 2020".
    fn century_or_quarter(&self, ordinal: u8, end: usize) -> Option<Read> {
        let hyphen = usize::from(self.tokens.get(end).is_some_and(|token| token.is('-') && !token.spaced));
        match self.means(end + hyphen)? {
            Meaning::Unit(Unit::Century, false) => self.century(ordinal, end + hyphen + 1),
            Meaning::Quarter if ordinal <= 4 && hyphen == 0 => {
                let said = |year| Said::Months { year, first: ordinal * 3 - 2, count: 3, which: None };
                match self.and_year(end + 1) {
                    (Year::Unsaid, _) => None,
                    (year, end) => Some(Read::new(said(year), end)),
                }
            }
            _ => None,
        }
    }

    /// The century with that number, whose words end before `end`.
    fn century(&self, ordinal: u8, end: usize) -> Option<Read> {
        let before_christ = matches!(self.word(end), "BC" | "BCE" | "B.C." | "B.C");
        let first = (i16::from(ordinal) - 1) * 100 + 1;
        let known = (1..=21).contains(&ordinal) && !before_christ;
        known.then(|| Read::new(Said::Years { first, last: first + 99 }, end))
    }

    /// "Q3 2020", "Q3".
    pub(super) fn short_quarter(&self, at: usize) -> Option<Read> {
        let number = self.word(at).strip_prefix('Q').and_then(|number| digits::small(number, 4))?;
        let (year, end) = self.and_year(at + 1);
        Some(Read::new(Said::Months { year, first: number * 3 - 2, count: 3, which: None }, end))
    }

    /// "1990s", "90s", "17th-century"; a century in words of its own is read by its ordinal.
    pub(super) fn century_or_decade(&self, at: usize) -> Option<Read> {
        let token = self.tokens.get(at).filter(|token| token.shape == Shape::Number)?;
        let next = self.tokens.get(at + 1)?;
        if !next.spaced && matches!(self.word(at + 1), "th-century" | "st-century") {
            return self.century(digits::small(token.span.of(self.text), 21)?, at + 2);
        }
        let apostrophe = usize::from(matches!(next.shape, Shape::Mark('\'' | '’')) && !next.spaced);
        let ending = self
            .tokens
            .get(at + 1 + apostrophe)
            .filter(|token| !token.spaced && token.span.of(self.text) == "s")?;
        let number = digits::number(token.span.of(self.text)).filter(|number| number % 10 == 0)?;
        let end = at + 2 + apostrophe;
        match token.span.len() {
            4 if (1000..2100).contains(&number) && ending.shape == Shape::Lower => {
                let last = if number % 100 == 0 && number < 2000 { number + 99 } else { number + 9 };
                Some(Read::new(Said::Years { first: number, last }, end))
            }
            2 if number >= 20 && self.decade_alone(at) => Some(Read {
                worked_out: true,
                ..Read::new(Said::Years { first: 1900 + number, last: 1909 + number }, end)
            }),
            _ => None,
        }
    }

    /// Whether a decade without its century isn't somebody's age: "in his 90s".
    fn decade_alone(&self, at: usize) -> bool {
        let mark = at
            .checked_sub(1)
            .filter(|before| matches!(self.tokens[*before].shape, Shape::Mark('\'' | '’' | '‘')));
        let before = mark.unwrap_or(at);
        matches!(self.meant_before(before), Some(Meaning::The | Meaning::Part(_))) || mark.is_some()
    }

    /// "the nineties".
    pub(super) fn decade_word(&self, at: usize, year: u8) -> Option<Read> {
        let said = matches!(self.meant_before(at), Some(Meaning::The | Meaning::Part(_)));
        let first = 1900 + i16::from(year);
        said.then(|| Read { worked_out: true, ..Read::new(Said::Years { first, last: first + 9 }, at + 1) })
    }

    /// "2019-2020", "2014/15".
    pub(super) fn years_joined(&self, at: usize, first: i16, last: i16) -> Option<Read> {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let pages = matches!(before, "p" | "pp" | "." | "pages" | "page" | "No" | "#" | "№");
        let said = Said::Years { first, last: first };
        (!pages && self.stands_alone(at))
            .then(|| Read::range(said, Said::Years { first: last, last }, at + 1))
    }

    /// The last year of a range: "2016", or "20" behind a dash that touches.
    pub(super) fn last_year(&self, at: usize, first: i16, close: bool) -> Option<Read> {
        let end = at + 1;
        if let Some(year) = self.year(at).filter(|year| *year > first) {
            return Some(Read::year(year, self.year_word(end)));
        }
        let short = self.word(at);
        let last = digits::number(short)
            .filter(|_| short.len() == 2 && close && !self.tokens.get(at).is_none_or(|token| token.spaced))?;
        let last = first - first % 100 + last;
        let free = self
            .tokens
            .get(end)
            .is_none_or(|next| next.spaced || !matches!(next.shape, Shape::Mark('%') | Shape::Lower));
        (last > first && free).then(|| Read::year(last, end))
    }

    /// "last year", "this year", "next year" behind a month or a day.
    pub(super) fn off_year(&self, at: usize) -> Option<(i8, usize)> {
        let Some(Meaning::Which(which)) = self.means(at) else { return None };
        let year = matches!(self.means(at + 1), Some(Meaning::Unit(Unit::Year, false)));
        let off = match which {
            Which::Last => -1,
            Which::This => 0,
            Which::Next => 1,
        };
        year.then_some((off, at + 2))
    }

    /// A word with a hyphen in it: "mid-June", "mid-2019", "May-June 2019", "Monday-Friday".
    pub(super) fn joined_word(&self, at: usize) -> Option<Read> {
        let token = self.tokens.get(at)?;
        let middle = token.span.start + token.hyphen;
        let first = Span { end: middle, ..token.span }.of(self.text);
        let rest = Span { start: middle, ..token.span }.of(self.text);
        let second = rest.trim_start_matches(['-', '\u{2010}', '\u{2011}']);
        let end = at + 1;
        if self.words.english && first.eq_ignore_ascii_case("mid") {
            let part = Some(Part::Middle);
            let point = |said| Point { said, part };
            if let Some(year) = digits::year(second) {
                return Some(Read::new(point(Said::Years { first: year, last: year }), end));
            }
            if let Some(year) = second.strip_suffix('s').and_then(digits::year).filter(|year| year % 10 == 0)
            {
                return Some(Read::new(point(Said::Years { first: year, last: year + 9 }), end));
            }
            let month = second.starts_with(char::is_uppercase);
            let Some(Meaning::Month(first, _)) = self.words.get(key(second)).filter(|_| month) else {
                return None;
            };
            let (year, end) = self.and_year(end);
            return Some(Read::new(point(Said::Months { year, first, count: 1, which: None }), end));
        }
        if second == "century"
            && let Some(Meaning::Ordinal(ordinal)) = self.words.get(key(first))
        {
            return self.century(ordinal, end);
        }
        let capitals = !self.words.capitals
            || (first.starts_with(char::is_uppercase) && second.starts_with(char::is_uppercase));
        if !capitals {
            return None;
        }
        match (self.words.get(key(first))?, self.words.get(key(second))?) {
            (Meaning::Month(first, _), Meaning::Month(last, _)) => {
                let (year, end) = self.and_year(end);
                let months = |year, first| Said::Months { year, first, count: 1, which: None };
                let of_first = match year {
                    Year::Said(year) if first > last => Year::Said(year - 1),
                    year => year,
                };
                Some(Read::range(months(of_first, first), months(year, last), end))
            }
            (Meaning::Weekday(first, _), Meaning::Weekday(last, _)) => {
                // Opening hours and the like more than days of one week.
                Some(Read::range(Said::Weekdays(first), Said::Weekdays(last), end))
            }
            _ => None,
        }
    }
}
