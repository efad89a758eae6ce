//! When: a day, a month, a year, a range of them, a time of day; how they are read is in the modules below.

mod clock;
mod dates;
mod days;
mod digits;
mod english;
mod extent;
mod feasts;
mod languages;
mod periods;
mod reader;
mod relative;
mod resolve;
mod said;
mod tense;
mod words;
mod years;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod language_tests;
#[cfg(test)]
mod seed_tests;
#[cfg(test)]
mod tests;

use std::fmt;

pub(super) use dates::Dates;

use crate::corpus::PartialDate;

/// A date with its precision, or what is known of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Date {
    /// A day, a month or a year.
    Known(PartialDate),
    /// A day of a month (1 to 12), or with day 0 a month, whose year isn't known.
    Yearless {
        /// The month, 1 to 12.
        month: u8,
        /// The day, 1 to 31, or 0 for the whole month.
        day: u8,
    },
    /// A day of the week, 1 for Monday to 7 for Sunday, of a week that isn't known.
    Weekday(u8),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// The hour, 0 to 24.
    pub hour: u8,
    /// The minute, 0 to 59, where it was said.
    pub minute: Option<u8>,
}

/// What the words of a date or time stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    /// The date; of a range the first. None where only a time of day was said, or the words refer to a date that isn't
    /// known ("last summer" in a document without a date).
    pub date: Option<Date>,
    /// Of a range the last date, in it.
    pub last: Option<Date>,
    /// The time of day; of a range the first.
    pub time: Option<Time>,
    /// Whether a part of it was worked out from the document's date or from a date named before, rather than said.
    pub inferred: bool,
}

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// Nothing is known of the date.
    Unknown,
    /// From a date to another.
    Range,
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
}

impl Precision {
    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Range => "range",
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
        }
    }
}

impl When {
    /// A date by itself.
    pub fn date(date: Date, inferred: bool) -> Self {
        Self { date: Some(date), last: None, time: None, inferred }
    }

    /// The day, month or year in which all of it lies; `None` where no year is known, or it goes from one to another.
    pub fn within(&self) -> Option<PartialDate> {
        let Some(Date::Known(first)) = self.date else { return None };
        let last = match self.last {
            None => return Some(first),
            Some(Date::Known(last)) => last,
            Some(_) => return None,
        };
        if first == last {
            return Some(first);
        }
        let year = (first.year() == last.year()).then_some(first.year())?;
        let month = first.month().filter(|_| first.month() == last.month()).unwrap_or(0);
        PartialDate::new(year, month, 0)
    }

    /// How exact it is.
    pub fn precision(&self) -> Precision {
        match (self.date, self.last) {
            (None, _) => Precision::Unknown,
            (_, Some(_)) => Precision::Range,
            (Some(Date::Yearless { day: 0, .. }), _) => Precision::Month,
            (Some(Date::Yearless { .. } | Date::Weekday(_)), _) => Precision::Day,
            (Some(Date::Known(date)), _) => match (date.month(), date.day()) {
                (None, _) => Precision::Year,
                (_, None) => Precision::Month,
                _ => Precision::Day,
            },
        }
    }
}

/// `2020-09-14`, `2020-09`, `2020`; `XXXX-08-09` where the year isn't known (Extended Date/Time Format of ISO 8601-2);
/// `XXXX-WXX-1` for a Monday of a week that isn't known.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(date) => write!(f, "{date}"),
            Self::Yearless { month, day: 0 } => write!(f, "XXXX-{month:02}"),
            Self::Yearless { month, day } => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::Weekday(day) => write!(f, "XXXX-WXX-{day}"),
        }
    }
}

/// `T08:44`, or `T08` where the minute wasn't said.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}", self.hour)?;
        self.minute.map_or(Ok(()), |minute| write!(f, ":{minute:02}"))
    }
}

/// As ISO 8601 writes it: a date, `2018-10/2018-12` for a range, `2019-07-03T08:44` with a time; empty where nothing is known.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(date) = self.date {
            write!(f, "{date}")?;
        }
        if let Some(time) = self.time {
            write!(f, "{time}")?;
        }
        self.last.map_or(Ok(()), |last| write!(f, "/{last}"))
    }
}
