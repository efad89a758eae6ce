//! Times of day.

use super::digits;
use super::reader::Reader;
use super::words::Meaning;
use crate::tag::Time;
use crate::tag::scan::Shape;

/// Abbreviations of time zones, in capitals as they are written.
const ZONES: &[&str] = &[
    "GMT", "UTC", "MSK", "CET", "CEST", "EST", "EDT", "ET", "PST", "PDT", "PT", "CST", "CDT", "CT", "MST",
    "MDT", "BST", "EET", "EEST", "JST", "IST", "Z",
];

/// Half of a day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Before,
    After,
}

impl Reader<'_> {
    /// The time of day there and where it ends. `dated`: whether a date stands right before it, so that it needs no word
    /// that shows what it is.
    pub(super) fn clock(&self, at: usize, dated: bool) -> Option<(Time, usize)> {
        let token = self.tokens.get(at)?;
        if token.shape == Shape::Number {
            return self.clock_in_digits(at, dated);
        }
        if dated && !token.spaced && self.is_iso_time(at) {
            return self.iso_time(at);
        }
        match self.words.get(token.key)? {
            Meaning::Hour(hour) if self.words.english => {
                let plain = token.shape == Shape::Lower || token.start;
                plain.then_some((Time { hour, minute: Some(0) }, at + 1))
            }
            Meaning::Number(hour @ 1..=12) => {
                if self.means(at + 1) == Some(Meaning::Clock) {
                    return Some(self.with_half(hour, None, at + 2));
                }
                let (half, end) = self.half_of_day(at + 1)?;
                Some((Time { hour: on_clock(hour, half), minute: None }, end))
            }
            Meaning::Quarter => self.past_or_to(at, 15),
            Meaning::Half => self.past_or_to(at, 30),
            _ => None,
        }
    }

    /// "quarter past nine", "quarter to ten", "half past nine".
    fn past_or_to(&self, at: usize, minutes: u8) -> Option<(Time, usize)> {
        let hour = match self.means(at + 2)? {
            Meaning::Number(hour @ 1..=12) => hour,
            _ => return None,
        };
        match self.means(at + 1)? {
            Meaning::Past => Some(self.with_half(hour, Some(minutes), at + 3)),
            Meaning::To if minutes == 15 && self.word(at + 1) == "to" => {
                let hour = if hour == 1 { 12 } else { hour - 1 };
                Some(self.with_half(hour, Some(45), at + 3))
            }
            _ => None,
        }
    }

    /// "21:43", "9 p.m.", "9:30 a.m.", "0830 GMT", "21 Uhr".
    fn clock_in_digits(&self, at: usize, dated: bool) -> Option<(Time, usize)> {
        let word = self.word(at);
        let free = |end: usize| {
            self.tokens.get(end).is_none_or(|next| {
                next.spaced || matches!(next.shape, Shape::Mark(c) if !matches!(c, '%' | '/' | '-'))
            })
        };
        if let Some(time) = digits::clock(word) {
            let mut end = at + 1;
            if let (Some((half, after)), 1..=12) = (self.half_of_day(end), time.hour) {
                let time = Time { hour: on_clock(time.hour, half), ..time };
                return Some((time, self.zone(after)));
            }
            end = self.clock_word(end);
            let zone = self.zone(end);
            let said = zone > at + 1 || dated || self.after_clock_word(at);
            return (said && (free(at + 1) || zone > at + 1)).then_some((time, zone));
        }
        if let Some((hours, minutes)) = digits::pair(word, '.').filter(|(_, minutes)| minutes.len() == 2) {
            // "9.30 a.m.", "21.30 Uhr".
            let (hour, minute) =
                (digits::number(hours).filter(|h| *h <= 24)?, digits::number(minutes).filter(|m| *m < 60)?);
            let time = Time { hour: hour as u8, minute: Some(minute as u8) };
            if let (Some((half, end)), 1..=12) = (self.half_of_day(at + 1), hour) {
                return Some((Time { hour: on_clock(time.hour, half), ..time }, self.zone(end)));
            }
            let end = self.clock_word(at + 1);
            return (end > at + 1).then_some((time, end));
        }
        let number = digits::number(word)?;
        if word.len() == 4 {
            // "0830 GMT", "2100 hours".
            let time = Time { hour: (number / 100) as u8, minute: Some((number % 100) as u8) };
            let zone = self.zone(at + 1);
            let hours = usize::from(zone == at + 1 && matches!(self.word(zone), "hours" | "hrs"));
            let said = zone + hours > at + 1
                && (hours == 0 || dated || self.after_clock_word(at))
                && number / 100 <= 24
                && number % 100 < 60;
            return said.then_some((time, zone + hours));
        }
        if word.len() > 2 || number > 24 {
            return None;
        }
        let hour = number as u8;
        if let (Some((half, end)), 1..=12) = (self.half_of_day(at + 1), hour) {
            return Some((Time { hour: on_clock(hour, half), minute: None }, self.zone(end)));
        }
        if let Some((minute, end)) = self.french_minutes(at + 1) {
            return Some((Time { hour, minute }, end));
        }
        let end = self.clock_word(at + 1);
        if end == at + 1 || (self.words.english && !(1..=12).contains(&hour)) {
            return None;
        }
        if self.words.english {
            return Some(self.with_half(hour, None, end));
        }
        // "8 heures de travail", "24 horas": hours of work; after a word for a time of day they are on the clock.
        let on_clock = dated || self.after_clock_word(at) || self.word(end - 1) == "Uhr";
        on_clock.then_some((Time { hour, minute: None }, end))
    }

    /// "h30" that touches its hour.
    fn french_minutes(&self, at: usize) -> Option<(Option<u8>, usize)> {
        let token = self.tokens.get(at).filter(|token| !token.spaced && token.shape == Shape::Lower)?;
        let minutes = token.span.of(self.text).strip_prefix('h')?;
        let minute = digits::number(minutes).filter(|minute| minutes.len() == 2 && *minute < 60)?;
        Some((Some(minute as u8), at + 1))
    }

    /// The time on the clock with the part of the day that may follow it.
    fn with_half(&self, hour: u8, minute: Option<u8>, end: usize) -> (Time, usize) {
        match self.half_of_day(end) {
            Some((half, end)) => (Time { hour: on_clock(hour, half), minute }, end),
            None => (Time { hour, minute }, end),
        }
    }

    /// "a.m.", "pm", "in the evening", and where that ends.
    pub(super) fn half_of_day(&self, at: usize) -> Option<(Half, usize)> {
        if !self.words.english {
            return None;
        }
        let token = self.tokens.get(at)?;
        let word = token.span.of(self.text);
        let stop = || {
            usize::from(
                word.contains('.')
                    && self.tokens.get(at + 1).is_some_and(|next| next.is('.') && !next.spaced),
            )
        };
        match word {
            "a.m" | "A.M" | "A.M." | "a.m." => Some((Half::Before, at + 1 + stop())),
            "p.m" | "P.M" | "P.M." | "p.m." => Some((Half::After, at + 1 + stop())),
            "AM" | "am" | "Am" => Some((Half::Before, at + 1)),
            "PM" | "pm" | "Pm" => Some((Half::After, at + 1)),
            "in" if self.means(at + 1) == Some(Meaning::The) => match self.word(at + 2) {
                "morning" => Some((Half::Before, at + 3)),
                "afternoon" | "evening" => Some((Half::After, at + 3)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Where the word behind an hour ends, if there is one: "Uhr", "o'clock", "hrs".
    fn clock_word(&self, at: usize) -> usize {
        at + usize::from(self.means(at) == Some(Meaning::Clock))
    }

    /// Where the time zone ends that may follow: "GMT", "Moscow time", "local time".
    fn zone(&self, at: usize) -> usize {
        if ZONES.contains(&self.word(at)) {
            return at + 1;
        }
        let named = self.word(at) == "local" || self.is_name(at);
        if named && self.word(at + 1) == "time" { at + 2 } else { at }
    }

    /// Whether the word before speaks of a time of day.
    fn after_clock_word(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let meant = matches!(
            self.means(before),
            Some(Meaning::At | Meaning::PerhapsBefore | Meaning::To | Meaning::Between | Meaning::Before)
        );
        (meant && !matches!(self.word(before), "on" | "On"))
            || self.tokens[before].is('(')
            || self.tokens[before].is('|')
    }

    /// Whether the word there is the time of a date in the form of ISO 8601, as in `T21`.
    pub(super) fn is_iso_time(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() >= 3
            && word.starts_with('T')
            && word.as_bytes()[1..].iter().take(2).all(u8::is_ascii_digit)
    }

    /// `T21:43:00Z`, of which the hour is one token and the rest are others.
    fn iso_time(&self, at: usize) -> Option<(Time, usize)> {
        let hour = digits::number(self.word(at).get(1..3)?).filter(|hour| *hour <= 24)? as u8;
        if !self.tokens.get(at + 1).is_some_and(|token| token.is(':') && !token.spaced)
            || self.word(at).len() > 3
        {
            return Some((Time { hour, minute: None }, at + 1));
        }
        let minute = digits::number(self.word(at + 2).get(..2)?).filter(|minute| *minute < 60)? as u8;
        let mut end = at + 3;
        // Seconds with a fraction are in the same token; the zone is a letter, or a sign and a number.
        if self
            .tokens
            .get(end)
            .is_some_and(|token| !token.spaced && matches!(token.shape, Shape::Mark('+' | '-' | '−')))
        {
            end += 1 + usize::from(
                self.tokens.get(end + 1).is_some_and(|token| !token.spaced && token.shape == Shape::Number),
            );
        } else if self.tokens.get(end).is_some_and(|token| !token.spaced) && self.word(end) == "Z" {
            end += 1;
        }
        Some((Time { hour, minute: Some(minute) }, end))
    }
}

/// An hour of twelve as one of twenty-four.
fn on_clock(hour: u8, half: Half) -> u8 {
    match half {
        Half::Before => hour % 12,
        Half::After => hour % 12 + 12,
    }
}
