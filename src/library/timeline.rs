//! When: how many documents, mentions of a name or dates in texts there are over time.
//!
//! What isn't known isn't guessed: a document dated to a year stands in no month, and one without a date is counted apart.

mod chart;

use std::collections::BTreeMap;

use super::Catalogue;
use crate::corpus::{DocId, PartialDate, Problem, Unit};
use crate::index::DocumentSet;
use crate::index::names::{Names, Wanted};

pub use chart::{Chart, TimeRow};

/// Documents between two questions whether to stop.
const OFTEN: usize = 4096;

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Documents, by their own dates.
    Documents,
    /// The documents that mention somebody or something.
    Name(Wanted),
    /// The dates that texts name.
    Dates,
}

impl Of {
    /// What it is called in a list.
    pub fn label(&self) -> &str {
        match self {
            Self::Documents => "documents",
            Self::Name(wanted) => &wanted.name,
            Self::Dates => "dates in texts",
        }
    }

    /// The number that counts: mentions for dates in texts, documents for all else.
    pub fn measure(&self, tally: Tally) -> u32 {
        match self {
            Self::Dates => tally.mentions,
            Self::Documents | Self::Name(..) => tally.documents,
        }
    }

    /// What that number counts, in the singular.
    pub fn counted(&self) -> &'static str {
        match self {
            Self::Dates => "mention",
            Self::Documents | Self::Name(..) => "document",
        }
    }
}

/// How many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Documents; 0 for dates in texts.
    pub documents: u32,
    /// Mentions; 0 for documents by themselves.
    pub mentions: u32,
    /// One of the documents, the first that was counted.
    pub first: Option<DocId>,
}

impl Tally {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            documents: self.documents.saturating_add(other.documents),
            mentions: self.mentions.saturating_add(other.mentions),
            first: self.first.or(other.first),
        }
    }
}

/// How many there are at each date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    at: BTreeMap<PartialDate, Tally>,
    /// How many have no date.
    pub undated: Tally,
}

/// How many there are in each period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bars {
    /// The periods in which there is something, by their numbers, in order.
    pub bars: Vec<(i32, Tally)>,
    /// What is known less closely: years and months in which there is something, in order.
    pub vague: Vec<(PartialDate, Tally)>,
}

/// Something counted over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What is counted.
    pub of: Of,
    /// How many there are.
    pub counts: Counts,
}

/// Several things counted over the same time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Them.
    pub series: Vec<Series>,
}

impl Counts {
    /// Counts so many at a date, or without one.
    pub fn add(&mut self, date: Option<PartialDate>, tally: Tally) {
        let there = date.map_or(&mut self.undated, |date| self.at.entry(date).or_default());
        *there = there.and(tally);
    }

    /// All that have a date.
    pub fn dated(&self) -> Tally {
        self.at.values().fold(Tally::default(), |all, tally| all.and(*tally))
    }

    /// The first and the last date but for a few at either end, which may be far from all others: a fiftieth of all.
    fn middle(&self, of: &Of) -> Option<(PartialDate, PartialDate)> {
        let measure = |tally: &Tally| u64::from(of.measure(*tally));
        let few = self.at.values().map(measure).sum::<u64>() / 50;
        let within = |left: &mut u64, tally: &Tally| {
            let rest = left.checked_sub(measure(tally));
            *left = rest.unwrap_or(0);
            rest.is_some()
        };
        let (mut before, mut behind) = (few, few);
        let first = self.at.iter().find(|(_, tally)| !within(&mut before, tally))?;
        let last = self.at.iter().rev().find(|(_, tally)| !within(&mut behind, tally))?;
        Some((*first.0, *last.0))
    }

    /// How many there are in each period.
    pub fn bars(&self, unit: Unit) -> Bars {
        let mut bars = Bars::default();
        for (&date, &tally) in &self.at {
            match (unit.slot(date), bars.bars.last_mut()) {
                (Some(slot), Some((last, all))) if *last == slot => *all = all.and(tally),
                (Some(slot), _) => bars.bars.push((slot, tally)),
                (None, _) => bars.vague.push((date, tally)),
            }
        }
        bars
    }
}

impl Bars {
    /// How many there are in a period.
    pub fn at(&self, slot: i32) -> Tally {
        let at = self.bars.binary_search_by_key(&slot, |(slot, _)| *slot).ok();
        at.and_then(|at| self.bars.get(at)).map_or_else(Tally::default, |(_, tally)| *tally)
    }

    /// All that are known less closely.
    pub fn all_vague(&self) -> Tally {
        self.vague.iter().fold(Tally::default(), |all, (_, tally)| all.and(*tally))
    }

    /// Those known less closely that may belong to a period: its year's, and of a day its month's.
    pub fn perhaps(&self, unit: Unit, slot: i32) -> Tally {
        let Some((first, _)) = unit.bounds(slot) else { return Tally::default() };
        let may = |date: &PartialDate| {
            date.year() == first.year() && date.month().is_none_or(|month| first.month() == Some(month))
        };
        let own = self.vague.iter().filter(|(date, _)| may(date));
        own.fold(Tally::default(), |all, (_, tally)| all.and(*tally))
    }
}

impl Timeline {
    /// The first and the last date of all, but for a few that are far from the others.
    fn middle(&self) -> Option<(PartialDate, PartialDate)> {
        let ranges = || self.series.iter().filter_map(|series| series.counts.middle(&series.of));
        Some((ranges().map(|range| range.0).min()?, ranges().map(|range| range.1).max()?))
    }

    /// The shortest period of which at most `room` reach over nearly all, and in which most of what has a date can be placed.
    pub fn fitting(&self, room: usize) -> Unit {
        let Some((first, last)) = self.middle() else { return Unit::Year };
        let mut unit = Unit::fitting(first, last, room);
        while unit < Unit::Year && !self.is_close(unit) {
            unit = unit.coarser().unwrap_or(Unit::Year);
        }
        unit
    }

    /// Whether of each series at least half is known as closely as these periods are long.
    fn is_close(&self, unit: Unit) -> bool {
        self.series.iter().all(|series| {
            let measure = |tally| u64::from(series.of.measure(tally));
            measure(series.counts.bars(unit).all_vague()) * 2 <= measure(series.counts.dated())
        })
    }

    /// Counts over these documents, over all where there are none given; `None` when `stop` said so before the end. Who isn't
    /// known is counted nowhere.
    ///
    /// # Errors
    ///
    /// Where the list of names can't be read.
    pub fn of(
        names: &Names,
        catalogue: &Catalogue,
        of: &[Of],
        within: Option<&DocumentSet>,
        stop: &dyn Fn() -> bool,
    ) -> Result<Option<Self>, Problem> {
        let mut timeline = Self::default();
        for of in of {
            let Some(counts) = counted(names, catalogue, of, within, stop)? else { return Ok(None) };
            timeline.series.push(Series { of: of.clone(), counts });
        }
        Ok(Some(timeline))
    }
}

fn counted(
    names: &Names,
    catalogue: &Catalogue,
    of: &Of,
    within: Option<&DocumentSet>,
    stop: &dyn Fn() -> bool,
) -> Result<Option<Counts>, Problem> {
    let mut counts = Counts::default();
    let is_in = |id| within.is_none_or(|within: &DocumentSet| within.contains(id));
    match of {
        Of::Documents => {
            for (number, (id, entry)) in catalogue.iter().enumerate() {
                if number % OFTEN == 0 && stop() {
                    return Ok(None);
                }
                if is_in(id) {
                    counts.add(entry.date(), Tally { documents: 1, mentions: 0, first: Some(id) });
                }
            }
        }
        Of::Name(wanted) => {
            let Some(known) = names.wanted(wanted) else { return Ok(Some(counts)) };
            for (number, id) in known.documents.iter().enumerate() {
                if number % OFTEN == 0 && stop() {
                    return Ok(None);
                }
                let Some(entry) = catalogue.get(id).filter(|_| is_in(id)) else { continue };
                let mentions = names.mentions(&known, id);
                counts.add(entry.date(), Tally { documents: 1, mentions, first: Some(id) });
            }
        }
        Of::Dates => {
            let done = names.each_dates(within, stop, &mut |id, named| {
                if catalogue.get(id).is_some() {
                    for (date, mentions) in named.dates {
                        counts.add(Some(date), Tally { documents: 0, mentions, first: Some(id) });
                    }
                    if named.undated > 0 {
                        let (documents, mentions) = (0, named.undated);
                        counts.add(None, Tally { documents, mentions, first: Some(id) });
                    }
                }
            });
            let damaged =
                |error: std::io::Error| Problem::new("the names", error.to_string(), "clear the cache");
            if !done.map_err(damaged)? {
                return Ok(None);
            }
        }
    }
    Ok(Some(counts))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> PartialDate {
        let mut parts = text.split('-').map(|part| part.parse::<i16>().unwrap());
        let year = parts.next().unwrap();
        let mut part = || parts.next().map_or(0, |part| part as u8);
        PartialDate::new(year, part(), part()).unwrap()
    }

    fn one(documents: u32) -> Tally {
        Tally { documents, ..Tally::default() }
    }

    fn counts(dates: &[&str]) -> Counts {
        let mut counts = Counts::default();
        for text in dates {
            counts.add((!text.is_empty()).then(|| date(text)), one(1));
        }
        counts
    }

    fn shown(counts: &Counts, unit: Unit) -> Vec<(String, u32)> {
        let bars = counts.bars(unit);
        bars.bars.iter().map(|(slot, tally)| (unit.name(*slot), tally.documents)).collect()
    }

    #[test]
    fn a_year_alone_is_put_in_no_month() {
        let counts = counts(&["2019", "2019-01", "2019-01-31", "2019-03-01", ""]);
        let month = |name: &str, count| (name.to_owned(), count);
        assert_eq!(shown(&counts, Unit::Month), [month("2019-01", 2), month("2019-03", 1)]);
        assert_eq!(counts.bars(Unit::Month).vague, [(date("2019"), one(1))]);
        assert_eq!(shown(&counts, Unit::Year), [month("2019", 4)]);
        assert!(counts.bars(Unit::Year).vague.is_empty());
        let by_day = counts.bars(Unit::Day);
        assert_eq!(by_day.vague, [(date("2019"), one(1)), (date("2019-01"), one(1))]);
        assert_eq!((counts.undated, counts.dated()), (one(1), one(4)));
        let january = Unit::Day.slot(date("2019-01-31")).unwrap();
        let march = Unit::Day.slot(date("2019-03-01")).unwrap();
        assert_eq!(by_day.perhaps(Unit::Day, january), one(2), "those of the year and of the month");
        assert_eq!(by_day.perhaps(Unit::Day, march), one(1));
    }

    #[test]
    fn gaps_are_no_bars() {
        let counts = counts(&["0001-01-01", "1066-10-14", "9999-12-31"]);
        let names: Vec<String> = shown(&counts, Unit::Century).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["00XX", "10XX", "99XX"]);
        let bars = counts.bars(Unit::Century);
        assert_eq!((bars.at(10), bars.at(11), bars.at(-1)), (one(1), one(0), one(0)));
    }

    #[test]
    fn the_period_is_the_shortest_that_fits_and_that_most_dates_are_known_to() {
        let of =
            |dates: &[&str]| Timeline { series: vec![Series { of: Of::Documents, counts: counts(dates) }] };
        assert_eq!(of(&["2020-09-01", "2020-09-14"]).fitting(60), Unit::Day);
        assert_eq!(of(&["2020-09", "2020-10", "2020-09-14"]).fitting(60), Unit::Month);
        assert_eq!(of(&["2020", "2019", "2020-09-14"]).fitting(60), Unit::Year);
        assert_eq!(of(&["2009-06-14", "2020-09-14"]).fitting(60), Unit::Year);
        let mut far = vec!["2020-09-01"; 99];
        far.extend(["1066", "2020-09-14"]);
        assert_eq!(of(&far).fitting(60), Unit::Day, "one that is far from all others");
        assert_eq!(
            of(&["1066", "2020-09-14"]).fitting(60),
            Unit::Century,
            "of a few none is far from the others"
        );
        assert_eq!(of(&[""]).fitting(60), Unit::Year);
        assert_eq!(Timeline::default().fitting(0), Unit::Year);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_counted_twice(
            dates in prop::collection::vec(prop::option::of((1..=9999i16, 0..=12u8, 0..=28u8)), 0..40)
        ) {
            let mut counts = Counts::default();
            for parts in &dates {
                let date = parts.and_then(|(year, month, day)| PartialDate::new(year, month, day));
                counts.add(date, one(1));
            }
            for unit in Unit::ALL {
                let bars = counts.bars(unit);
                let placed: u32 = bars.bars.iter().map(|(_, tally)| tally.documents).sum();
                let all = placed + bars.all_vague().documents + counts.undated.documents;
                prop_assert_eq!(all as usize, dates.len());
                prop_assert!(bars.bars.is_sorted_by(|one, other| one.0 < other.0));
                prop_assert!(bars.bars.iter().all(|(slot, tally)| bars.at(*slot) == *tally));
            }
        }
    }
}
