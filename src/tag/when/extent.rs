//! Extents: what a date covers of the calendar.

use jiff::{ToSpan, civil};

use super::said::{Part, Unit};
use crate::corpus::PartialDate;
use crate::tag::Date;

/// A stretch of the calendar with its precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    Day(civil::Date),
    /// From a day to another.
    Days(civil::Date, civil::Date),
    /// So many months from the one on that begins with that day.
    Months(civil::Date, u8),
    /// From a year to another or the same.
    Years(i16, i16),
}

impl Extent {
    /// The unit in which a day lies.
    pub(super) fn of(date: civil::Date, unit: Unit) -> Option<Self> {
        Some(match unit {
            Unit::Day => Self::Day(date),
            Unit::Week | Unit::Weekend => {
                let monday = shifted(date, Unit::Day, -i32::from(date.weekday().to_monday_zero_offset()))?;
                let first = if unit == Unit::Week { monday } else { shifted(monday, Unit::Day, 5)? };
                Self::Days(first, shifted(monday, Unit::Day, 6)?)
            }
            Unit::Month => Self::Months(date.first_of_month(), 1),
            Unit::Year => Self::Years(date.year(), date.year()),
            Unit::Decade => {
                let first = date.year() - date.year().rem_euclid(10);
                Self::Years(first.max(1), first + 9)
            }
            // The twentieth century is taken to begin with 1901.
            Unit::Century => {
                let first = (date.year() - 1).div_euclid(100) * 100 + 1;
                Self::Years(first, first + 99)
            }
        })
    }

    /// Its first day.
    pub(super) fn first(self) -> Option<civil::Date> {
        match self {
            Self::Day(date) | Self::Days(date, _) | Self::Months(date, _) => Some(date),
            Self::Years(first, _) => civil::Date::new(first, 1, 1).ok(),
        }
    }

    /// Its last day.
    pub(super) fn last(self) -> Option<civil::Date> {
        match self {
            Self::Day(date) | Self::Days(_, date) => Some(date),
            Self::Months(first, count) => {
                shifted(first, Unit::Month, i32::from(count.max(1)) - 1).map(civil::Date::last_of_month)
            }
            Self::Years(_, last) => civil::Date::new(last, 12, 31).ok(),
        }
    }

    /// The part of it that is meant. Early, middle and late are the thirds of it; the beginning and the end of a year are
    /// its first and last quarter. What is finer than that stays whole.
    pub(super) fn part(self, part: Part) -> Option<Self> {
        match self {
            Self::Months(first, 1) => {
                let (from, to) = part.of_month(first.month() as u8)?;
                let day = |day: u8| {
                    civil::Date::new(first.year(), first.month(), (day as i8).min(first.days_in_month())).ok()
                };
                Some(Self::Days(day(from)?, day(to)?))
            }
            Self::Months(first, count @ 3) => {
                let step = match part {
                    Part::Early | Part::Beginning => 0,
                    Part::Middle => 1,
                    Part::Late | Part::End => count - 1,
                    Part::FirstHalf | Part::SecondHalf => return Some(self),
                };
                Some(Self::Months(shifted(first, Unit::Month, step.into())?, 1))
            }
            Self::Years(first, last) if first == last => {
                let (month, count) = match part {
                    Part::Early => (1, 4),
                    Part::Middle => (5, 4),
                    Part::Late => (9, 4),
                    Part::Beginning => (1, 3),
                    Part::End => (10, 3),
                    Part::FirstHalf => (1, 6),
                    Part::SecondHalf => (7, 6),
                };
                Some(Self::Months(civil::Date::new(first, month, 1).ok()?, count))
            }
            Self::Years(first, last) => {
                // Of ten years the first four, the next three and the last three, and so of a hundred.
                let tenth = (last - first + 1) / 10;
                let cut = |tenths: i16| first + tenth * tenths;
                Some(match part {
                    Part::Early | Part::Beginning => Self::Years(first, cut(4) - 1),
                    Part::Middle => Self::Years(cut(4), cut(7) - 1),
                    Part::Late | Part::End => Self::Years(cut(7), last),
                    Part::FirstHalf => Self::Years(first, cut(5) - 1),
                    Part::SecondHalf => Self::Years(cut(5), last),
                })
            }
            Self::Day(_) | Self::Days(..) | Self::Months(..) => Some(self),
        }
    }

    /// As the first date and, of more than one, the last; none outside the years 1 to 9999.
    pub(super) fn dates(self) -> Option<(Date, Option<Date>)> {
        let known =
            |year: i16, month: i8, day: i8| PartialDate::new(year, month as u8, day as u8).map(Date::Known);
        let day = |date: civil::Date| known(date.year(), date.month(), date.day());
        let month = |date: civil::Date| known(date.year(), date.month(), 0);
        match self {
            Self::Day(date) => Some((day(date)?, None)),
            Self::Days(first, last) => Some((day(first)?, Some(day(last)?))),
            Self::Months(first, 1) => Some((month(first)?, None)),
            Self::Months(first, _) => Some((month(first)?, Some(month(self.last()?)?))),
            Self::Years(first, last) if first == last => Some((known(first, 0, 0)?, None)),
            Self::Years(first, last) => Some((known(first, 0, 0)?, Some(known(last, 0, 0)?))),
        }
    }
}

impl Part {
    /// The first and the last day of that part of a month; 29 for the end of February where the year isn't known.
    pub(super) fn of_month(self, month: u8) -> Option<(u8, u8)> {
        let last = match month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        Some(match self {
            Self::Early | Self::Beginning => (1, 10),
            Self::Middle => (11, 20),
            Self::Late | Self::End => (21, last),
            Self::FirstHalf => (1, 15),
            Self::SecondHalf => (16, last),
        })
    }
}

/// The day so many units after another; none outside the calendar.
pub(super) fn shifted(date: civil::Date, unit: Unit, count: i32) -> Option<civil::Date> {
    let count = i64::from(count);
    let span = 0.days();
    let span = match unit {
        Unit::Day => span.try_days(count),
        Unit::Week | Unit::Weekend => span.try_weeks(count),
        Unit::Month => span.try_months(count),
        Unit::Year => span.try_years(count),
        Unit::Decade => span.try_years(count * 10),
        Unit::Century => span.try_years(count * 100),
    };
    date.checked_add(span.ok()?).ok().filter(|date| date.year() > 0)
}
