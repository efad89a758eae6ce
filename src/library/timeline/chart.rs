//! A timeline by one kind of period, and the same as rows of a table.

use std::collections::BTreeMap;

use super::{Bars, Tally, Timeline};
use crate::corpus::{PartialDate, Unit};

/// A timeline by days, months, years or longer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// The kind of period.
    pub unit: Option<Unit>,
    /// Of each series how many there are in each period.
    pub bars: Vec<Bars>,
    /// Of each series how many have no date.
    pub undated: Vec<Tally>,
    /// The first and the last period in which there is something.
    pub range: Option<(i32, i32)>,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeRow {
    /// A period in which there is something, by its number.
    Slot(i32),
    /// So many periods in which there is nothing.
    Gap(usize),
    /// What is known less closely: of a year or of a month.
    Vague(PartialDate),
    /// What has no date.
    Undated,
}

impl Timeline {
    /// The timeline by this kind of period.
    pub fn chart(&self, unit: Unit) -> Chart {
        let bars: Vec<Bars> = self.series.iter().map(|series| series.counts.bars(unit)).collect();
        let first = bars.iter().filter_map(|bars| Some(bars.bars.first()?.0)).min();
        let last = bars.iter().filter_map(|bars| Some(bars.bars.last()?.0)).max();
        let undated = self.series.iter().map(|series| series.counts.undated).collect();
        Chart { unit: Some(unit), bars, undated, range: first.zip(last) }
    }
}

impl Chart {
    /// The kind of period; years where nothing was counted yet.
    pub fn unit(&self) -> Unit {
        self.unit.unwrap_or(Unit::Year)
    }

    /// Whether nothing is in it, not even without a date.
    pub fn is_empty(&self) -> bool {
        self.rows().is_empty()
    }

    /// How many periods there are from the first to the last in which there is something.
    pub fn len(&self) -> usize {
        self.range
            .map_or(0, |(first, last)| usize::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or(0))
    }

    /// How many of a series are in a row.
    pub fn tally(&self, series: usize, row: TimeRow) -> Tally {
        let Some(bars) = self.bars.get(series) else { return Tally::default() };
        match row {
            TimeRow::Slot(slot) => bars.at(slot),
            TimeRow::Gap(_) => Tally::default(),
            TimeRow::Vague(date) => {
                let at = bars.vague.binary_search_by_key(&date, |(date, _)| *date).ok();
                at.and_then(|at| bars.vague.get(at)).map_or_else(Tally::default, |(_, tally)| *tally)
            }
            TimeRow::Undated => self.undated.get(series).copied().unwrap_or_default(),
        }
    }

    /// The rows in the order of time: what is known of a year alone stands before its months, and what has no date at the
    /// end.
    pub fn rows(&self) -> Vec<TimeRow> {
        let unit = self.unit();
        // By the first period that a row may mean, what is known less closely before what is known.
        let mut rows: BTreeMap<(i32, bool, Option<PartialDate>), TimeRow> = BTreeMap::new();
        for bars in &self.bars {
            for (slot, _) in &bars.bars {
                rows.insert((*slot, true, None), TimeRow::Slot(*slot));
            }
            for (date, _) in &bars.vague {
                if let Some(slot) = unit.slot_from(*date) {
                    rows.insert((slot, false, Some(*date)), TimeRow::Vague(*date));
                }
            }
        }
        let mut all = Vec::with_capacity(rows.len() + 1);
        let mut before: Option<i32> = None;
        for ((slot, ..), row) in rows {
            if let TimeRow::Slot(_) = row {
                let gap = before.map_or(0, |before| i64::from(slot) - i64::from(before) - 1);
                if let Ok(gap @ 1..) = usize::try_from(gap) {
                    // What is known less closely may belong into the gap, so the gap stands before it.
                    let at =
                        all.iter().rposition(|row| !matches!(row, TimeRow::Vague(_))).map_or(0, |at| at + 1);
                    all.insert(at, TimeRow::Gap(gap));
                }
                before = Some(slot);
            }
            all.push(row);
        }
        if self.undated.iter().any(|tally| *tally != Tally::default()) {
            all.push(TimeRow::Undated);
        }
        all
    }

    /// What a row is called, for people.
    pub fn name(&self, row: TimeRow) -> String {
        let unit = self.unit();
        match row {
            TimeRow::Slot(slot) => unit.name(slot),
            TimeRow::Gap(1) => format!("1 {} with none", unit.label()),
            TimeRow::Gap(count) => format!("{count} {} with none", unit.plural()),
            TimeRow::Vague(date) if date.month().is_some() => format!("{date}, day unknown"),
            TimeRow::Vague(date) => format!("{date}, month unknown"),
            TimeRow::Undated => "no date".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::{Counts, Of, Series};
    use super::*;

    fn timeline(dates: &[(i16, u8, u8)], undated: u32) -> Timeline {
        let mut counts = Counts::default();
        let one = Tally { documents: 1, ..Tally::default() };
        for (year, month, day) in dates {
            counts.add(PartialDate::new(*year, *month, *day), one);
        }
        counts.add(None, Tally { documents: undated, ..Tally::default() });
        Timeline { series: vec![Series { of: Of::Documents, counts }] }
    }

    fn names(chart: &Chart) -> Vec<String> {
        chart.rows().into_iter().map(|row| chart.name(row)).collect()
    }

    #[test]
    fn gaps_stand_between_periods_and_what_is_vague_before_its_year() {
        let timeline = timeline(&[(2009, 6, 14), (2019, 0, 0), (2019, 7, 3), (2019, 8, 0), (2020, 9, 14)], 2);
        let months = timeline.chart(Unit::Month);
        assert_eq!(
            names(&months),
            [
                "2009-06",
                "120 months with none",
                "2019, month unknown",
                "2019-07",
                "2019-08",
                "12 months with none",
                "2020-09",
                "no date"
            ]
        );
        assert_eq!(months.len(), 136);
        let years = timeline.chart(Unit::Year);
        assert_eq!(names(&years), ["2009", "9 years with none", "2019", "2020", "no date"]);
        assert_eq!(years.tally(0, TimeRow::Slot(2019)).documents, 3);
        assert_eq!(years.tally(0, TimeRow::Undated).documents, 2);
        assert_eq!((years.tally(9, TimeRow::Undated), years.tally(0, TimeRow::Gap(9))), Default::default());
    }

    #[test]
    fn nothing_has_no_rows_and_only_undated_ones_have_one() {
        assert!(timeline(&[], 0).chart(Unit::Day).is_empty() && Chart::default().is_empty());
        assert_eq!(names(&timeline(&[], 3).chart(Unit::Month)), ["no date"]);
        assert_eq!(timeline(&[], 3).chart(Unit::Month).len(), 0);
    }
}
