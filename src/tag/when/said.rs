//! What the words of a date say, before it is worked out which date that is.

use crate::tag::Time;

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    /// Saturday and Sunday.
    Weekend,
    Month,
    Year,
    Decade,
    Century,
}

/// Which of several that recur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Last,
    This,
    Next,
}

/// A part of a month, a year, a decade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Middle,
    Late,
    Beginning,
    End,
    FirstHalf,
    SecondHalf,
}

/// The year to which a day or a month belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// The words don't say it.
    Unsaid,
    /// This one.
    Said(i16),
    /// So many years after the document's: -1 in "June last year".
    Off(i8),
}

/// From where something is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The document's date.
    Document,
    /// The date that was named last.
    Named,
}

/// What a date's words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A day of a month, with the day of the week that was said of it.
    Day { year: Year, month: u8, day: u8, weekday: Option<u8> },
    /// A month, a season or a quarter: `count` months from the month `first` of that year on.
    Months { year: Year, first: u8, count: u8, which: Option<Which> },
    /// Years from the first to the last; a single one where they are the same.
    Years { first: i16, last: i16 },
    /// A day of the week, 1 for Monday.
    Weekday { day: u8, which: Option<Which> },
    /// Days of the week as they recur: "Mondays".
    Weekdays(u8),
    /// The day, week, month … that is so many after the anchor's.
    Unit { unit: Unit, count: i32, anchor: Anchor },
    /// From so many units before the document's date to it, or the other way round.
    Stretch { unit: Unit, count: i32 },
    /// A date that the words don't tell: "a few days ago".
    Vague,
}

/// What is said with the part of it that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) said: Said,
    pub(super) part: Option<Part>,
}

impl From<Said> for Point {
    fn from(said: Said) -> Self {
        Self { said, part: None }
    }
}

/// A date or time as it was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    /// The date; of a range the first.
    pub(super) point: Option<Point>,
    /// Of a range the last.
    pub(super) until: Option<Point>,
    pub(super) time: Option<Time>,
    /// Whether a part of it was worked out from how such dates are written.
    pub(super) worked_out: bool,
    /// The token after its last.
    pub(super) end: usize,
}

impl Read {
    pub(super) fn new(point: impl Into<Point>, end: usize) -> Self {
        Self { point: Some(point.into()), until: None, time: None, worked_out: false, end }
    }

    pub(super) fn range(first: impl Into<Point>, last: impl Into<Point>, end: usize) -> Self {
        Self { until: Some(last.into()), ..Self::new(first, end) }
    }

    /// A whole year.
    pub(super) fn year(year: i16, end: usize) -> Self {
        Self::new(Said::Years { first: year, last: year }, end)
    }
}
