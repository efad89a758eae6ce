//! The periods of the calendar that one counts by: days, months, years and longer.

use jiff::Span;
use jiff::civil::Date;

use super::PartialDate;

/// A kind of period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
    /// A hundred years, from one that ends in 00.
    Century,
}

/// The first day of the calendar, from which days are counted.
const FIRST_DAY: Date = Date::constant(1, 1, 1);

impl Unit {
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Month, Self::Year, Self::Decade, Self::Century];

    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    /// The word for several.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Day => "days",
            Self::Month => "months",
            Self::Year => "years",
            Self::Decade => "decades",
            Self::Century => "centuries",
        }
    }

    /// The next shorter one.
    pub fn finer(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|unit| *unit < self)
    }

    /// The next longer one.
    pub fn coarser(self) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| *unit > self)
    }

    /// The number of the period in which a date lies, counted from the beginning of the calendar; `None` where the date
    /// isn't known closely enough.
    pub fn slot(self, date: PartialDate) -> Option<i32> {
        let year = i32::from(date.year());
        Some(match self {
            Self::Day => {
                let day = Date::new(date.year(), date.month()? as i8, date.day()? as i8).ok()?;
                i32::try_from(day.duration_since(FIRST_DAY).as_hours() / 24).ok()?
            }
            Self::Month => year * 12 + i32::from(date.month()?) - 1,
            Self::Year => year,
            Self::Decade => year.div_euclid(10),
            Self::Century => year.div_euclid(100),
        })
    }

    /// The number of the period in which the first day lies that a date may mean; for the bounds of a picture.
    pub fn slot_from(self, date: PartialDate) -> Option<i32> {
        self.slot(PartialDate::new(date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1))?)
    }

    /// The number of the period in which the last day lies that a date may mean.
    pub fn slot_to(self, date: PartialDate) -> Option<i32> {
        let month = date.month().unwrap_or(12);
        let last = (1..=31).rev().find_map(|day| PartialDate::new(date.year(), month, day));
        self.slot(date.day().map_or(last, |_| Some(date))?)
    }

    /// The first and the last date of a period, as precise as the period: of a day or month that itself twice, of a longer
    /// one its first and last year. `None` for a number that no period of the calendar has.
    pub fn bounds(self, slot: i32) -> Option<(PartialDate, PartialDate)> {
        let one = |date: PartialDate| (date, date);
        let years = |length: i32| {
            let first = i16::try_from(slot.checked_mul(length)?.max(1)).ok()?;
            let last = i16::try_from((slot.checked_mul(length)?.checked_add(length - 1)?).min(9999)).ok()?;
            Some((PartialDate::new(first, 0, 0)?, PartialDate::new(last, 0, 0)?))
        };
        match self {
            Self::Day => {
                let day = FIRST_DAY.checked_add(Span::new().try_days(slot).ok()?).ok()?;
                Some(one(PartialDate::new(day.year(), day.month().unsigned_abs(), day.day().unsigned_abs())?))
            }
            Self::Month => {
                let year = i16::try_from(slot.div_euclid(12)).ok()?;
                Some(one(PartialDate::new(year, slot.rem_euclid(12) as u8 + 1, 0)?))
            }
            Self::Year => years(1),
            Self::Decade => years(10),
            Self::Century => years(100),
        }
    }

    /// What a period is called: `2020-09-14`, `2020-09`, `2020`, `202X`, `20XX` (Extended Date/Time Format of ISO 8601-2).
    pub fn name(self, slot: i32) -> String {
        match (self, self.bounds(slot)) {
            (_, None) => String::new(),
            (Self::Decade, Some((first, _))) => format!("{:03}X", first.year() / 10),
            (Self::Century, Some((first, _))) => format!("{:02}XX", first.year() / 100),
            (_, Some((first, _))) => first.to_string(),
        }
    }

    /// The same as a search for documents of the period has it behind `date:`.
    pub fn asked(self, slot: i32) -> String {
        match self.bounds(slot) {
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first}..{last}"),
            None => String::new(),
        }
    }

    /// The same for people: decades and centuries by their years.
    pub fn spelled(self, slot: i32) -> String {
        match self.bounds(slot) {
            Some((first, last)) if first != last => format!("{first} to {last}"),
            _ => self.name(slot),
        }
    }

    /// The shortest one of which at most `room` reach from one date to another.
    pub fn fitting(first: PartialDate, last: PartialDate, room: usize) -> Self {
        let fits = |unit: &Self| unit.count(first, last).is_some_and(|count| count <= room.max(1));
        Self::ALL.into_iter().find(fits).unwrap_or(Self::Century)
    }

    /// How many of them reach from one date to another, both in them.
    pub fn count(self, first: PartialDate, last: PartialDate) -> Option<usize> {
        let (from, to) = (self.slot_from(first)?, self.slot_to(last)?);
        usize::try_from(to.checked_sub(from)?.checked_add(1)?).ok()
    }
}

/// A stretch of time in a few equal parts, for a line of bars as long as a word. Of what is known less closely than the
/// parts are long nothing is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    unit: Unit,
    from: i32,
    step: i32,
}

impl Spread {
    /// The time between two dates in at most `parts` parts: single months, or as many years each as it takes.
    pub fn of(first: PartialDate, last: PartialDate, parts: usize) -> Option<Self> {
        let parts = parts.max(1);
        let months = Unit::Month.count(first, last)?;
        let unit = if months <= parts { Unit::Month } else { Unit::Year };
        let step = unit.count(first, last)?.div_ceil(parts).max(1);
        Some(Self { unit, from: unit.slot_from(first)?, step: i32::try_from(step).ok()? })
    }

    /// The part in which a date lies.
    pub fn part(self, date: PartialDate) -> Option<usize> {
        usize::try_from((self.unit.slot(date)? - self.from).div_euclid(self.step)).ok()
    }

    /// How long a part is, in words: "1 month", "3 years".
    pub fn length(self) -> String {
        let word = if self.step == 1 { self.unit.label() } else { self.unit.plural() };
        format!("{} {word}", self.step)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn date(year: i16, month: u8, day: u8) -> PartialDate {
        PartialDate::new(year, month, day).unwrap()
    }

    #[test]
    fn a_date_that_isnt_known_closely_enough_lies_in_no_period() {
        let (year, month) = (date(2020, 0, 0), date(2020, 9, 0));
        assert_eq!((Unit::Month.slot(year), Unit::Day.slot(year), Unit::Day.slot(month)), (None, None, None));
        assert_eq!(Unit::Month.slot(month), Unit::Month.slot(date(2020, 9, 14)));
        assert_eq!(Unit::Year.slot(year), Unit::Year.slot(month));
    }

    #[test]
    fn periods_are_called_as_people_and_searches_call_them() {
        let all = |date: PartialDate| -> Vec<(String, String)> {
            let named = |unit: Unit| unit.slot(date).map(|slot| (unit.name(slot), unit.asked(slot)));
            Unit::ALL.into_iter().filter_map(named).collect()
        };
        let same = |name: &str| (name.to_owned(), name.to_owned());
        let pair = |name: &str, asked: &str| (name.to_owned(), asked.to_owned());
        assert_eq!(
            all(date(2020, 9, 14)),
            [
                same("2020-09-14"),
                same("2020-09"),
                same("2020"),
                pair("202X", "2020..2029"),
                pair("20XX", "2000..2099")
            ]
        );
        // The first years of the calendar: a decade and a century without a year 0.
        assert_eq!(
            all(date(1, 0, 0)),
            [same("0001"), pair("000X", "0001..0009"), pair("00XX", "0001..0099")]
        );
        assert_eq!(all(date(9999, 12, 31))[4], pair("99XX", "9900..9999"));
        assert_eq!(Unit::Century.spelled(19), "1900 to 1999");
        for unit in Unit::ALL {
            assert_eq!(
                (unit.name(i32::MAX), unit.name(i32::MIN)),
                (String::new(), String::new()),
                "{unit:?}"
            );
        }
    }

    #[test]
    fn the_shortest_period_that_fits_is_chosen() {
        let fit = |first, last| Unit::fitting(first, last, 60);
        assert_eq!(fit(date(2020, 9, 1), date(2020, 10, 3)), Unit::Day);
        assert_eq!(fit(date(2019, 1, 1), date(2020, 10, 3)), Unit::Month);
        assert_eq!(fit(date(2009, 0, 0), date(2020, 0, 0)), Unit::Year);
        assert_eq!(fit(date(1800, 1, 1), date(2020, 1, 1)), Unit::Decade);
        assert_eq!(fit(date(1, 1, 1), date(2020, 1, 1)), Unit::Century);
        assert_eq!(Unit::fitting(date(1, 1, 1), date(9999, 1, 1), 0), Unit::Century);
        assert_eq!(Unit::Month.count(date(2019, 0, 0), date(2020, 0, 0)), Some(24), "all that they may mean");
    }

    #[test]
    fn a_spread_has_single_months_or_as_many_years_as_it_takes() {
        let months = Spread::of(date(2020, 3, 1), date(2020, 9, 14), 12).unwrap();
        assert_eq!((months.part(date(2020, 3, 9)), months.part(date(2020, 9, 0))), (Some(0), Some(6)));
        assert_eq!((months.part(date(2020, 0, 0)), months.part(date(2019, 1, 1))), (None, None));
        assert_eq!(months.length(), "1 month");
        let years = Spread::of(date(2001, 3, 1), date(2020, 9, 14), 12).unwrap();
        assert_eq!((years.part(date(2001, 0, 0)), years.part(date(2020, 1, 1))), (Some(0), Some(9)));
        assert_eq!(years.length(), "2 years");
    }

    proptest! {
        #[test]
        fn every_date_lies_in_the_period_that_it_is_in(year in 1..=9999i16, month in 0..=12u8, day in 0..=31u8) {
            let Some(date) = PartialDate::new(year, month, day) else { return Ok(()) };
            for unit in Unit::ALL {
                let Some(slot) = unit.slot(date) else { continue };
                let (first, last) = unit.bounds(slot).unwrap();
                prop_assert!(unit.slot(first) == Some(slot) && unit.slot(last) == Some(slot));
                prop_assert_eq!((unit.slot_from(date), unit.slot_to(date)), (Some(slot), Some(slot)));
                prop_assert!(!unit.name(slot).is_empty() && !unit.asked(slot).is_empty());
            }
            let (from, to) = (Unit::Day.slot_from(date).unwrap(), Unit::Day.slot_to(date).unwrap());
            prop_assert!(from <= to && to - from <= 365);
        }

        #[test]
        fn no_number_makes_a_period_panic(slot in any::<i32>()) {
            for unit in Unit::ALL {
                let _ = (unit.bounds(slot), unit.name(slot), unit.asked(slot), unit.spelled(slot));
            }
        }
    }
}
