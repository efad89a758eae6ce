//! A date of which the day, or the month too, may be unknown.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A date of the Gregorian calendar with its precision: a day, a month or a year. Orders by time, an
/// unknown month or day before the known ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PartialDate {
    year: i16,
    month: u8,
    day: u8,
}

impl PartialDate {
    /// The given year (1 to 9999), month (1 to 12) and day, with 0 for an unknown month or day. `None`
    /// where there is no such date.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let known = match (month, day) {
            (0, 0) => true,
            (0, _) => false,
            (1..=12, 0) => true,
            _ => jiff::civil::Date::new(year, month as i8, day as i8).is_ok(),
        };
        ((1..=9999).contains(&year) && known).then_some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, where it is known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }
}

/// `2020-09-14`, `2020-09` or `2020`, as precise as it is known.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.month, self.day) {
            (0, _) => write!(f, "{:04}", self.year),
            (month, 0) => write!(f, "{:04}-{month:02}", self.year),
            (month, day) => write!(f, "{:04}-{month:02}-{day:02}", self.year),
        }
    }
}
