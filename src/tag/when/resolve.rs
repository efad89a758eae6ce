//! From what the words of a date say to the date, by the document's date and the one that was named last.

use jiff::civil;

use super::extent::{Extent, shifted};
use super::said::{Anchor, Point, Said, Unit, Which, Year};
use super::tense::Tense;
use crate::corpus::PartialDate;
use crate::tag::{Date, When};

/// Against what dates are resolved.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    /// The first and the last day that the document's date can be.
    pub(super) today: Option<(civil::Date, civil::Date)>,
    /// The date that was named last.
    pub(super) named: Option<PartialDate>,
    /// The date that was last said with its year in this paragraph or the one before, where it tells more than the year.
    pub(super) in_full: Option<PartialDate>,
    pub(super) tense: Option<Tense>,
}

/// How far an event to come is announced without its year, and how near a past one is still the one that is meant.
const AHEAD: i32 = 300;
const LATELY: i32 = 60;
/// How far back the past is told without its year where the tense leaves it open and the next such day is near.
const BACK: i32 = 330;
/// How far from a date said in full one without its year is taken to be told of together with it.
const TOGETHER: i32 = 120;
/// How many years before the document's a date said in full makes its paragraph a story of its own.
const HISTORY: i16 = 2;

impl Frame {
    /// What the words stand for.
    pub(super) fn when(&self, point: Point, until: Option<Point>) -> When {
        let Some(until) = until else { return self.resolved(point, None) };
        let first = self.resolved(point, None);
        let from = match first.date {
            Some(Date::Known(date)) => first_day(date),
            _ => None,
        };
        let last = self.resolved(until, from);
        match (first.date, last.last.or(last.date)) {
            (Some(Date::Known(from)), Some(Date::Known(to))) if first_day(from) > last_day(to) => first,
            (Some(from), Some(to)) if same_kind(from, to) => When {
                date: Some(from),
                last: Some(to),
                time: None,
                inferred: first.inferred || last.inferred,
            },
            _ => first,
        }
    }

    /// What one date stands for; `after`: of the end of a range the day of its beginning.
    fn resolved(&self, point: Point, after: Option<civil::Date>) -> When {
        let said = match (point.said, after) {
            (Said::Day { year: Year::Said(_), .. } | Said::Months { year: Year::Said(_), .. }, _)
            | (_, None) => None,
            (_, Some(after)) => next_from(point.said, after),
        };
        let extent = said.map(|extent| (extent, true)).or_else(|| self.extent(point.said));
        let Some((extent, inferred)) = extent else { return unknown(point) };
        let extent = point.part.map_or(Some(extent), |part| extent.part(part));
        match extent.and_then(Extent::dates) {
            Some((date, last)) => When { date: Some(date), last, time: None, inferred },
            None => When { date: None, last: None, time: None, inferred },
        }
    }

    /// The extent and whether it was worked out.
    fn extent(&self, said: Said) -> Option<(Extent, bool)> {
        match said {
            Said::Day { year: Year::Said(year), month, day, .. } => {
                Some((Extent::Day(civil::Date::new(year, month as i8, day as i8).ok()?), false))
            }
            Said::Months { year: Year::Said(year), first, count, .. } => {
                Some((Extent::Months(civil::Date::new(year, first as i8, 1).ok()?, count), false))
            }
            Said::Years { first, last } => Some((Extent::Years(first, last), false)),
            Said::Unit { unit, count, anchor: Anchor::Named } => Some((self.after_named(unit, count)?, true)),
            Said::Weekdays(_) | Said::Vague => None,
            _ => self.story(said).or_else(|| self.by_document(said)).map(|extent| (extent, true)),
        }
    }

    /// A day or a month without its year in a paragraph that says another date in full: where the document's own date is
    /// unknown or much later, it is the one nearest to that.
    fn story(&self, said: Said) -> Option<Extent> {
        let full = self.in_full?;
        let anchor = first_day(full)?;
        let old = self.today.is_none_or(|(first, _)| full.year() <= first.year() - HISTORY);
        let plain = matches!(
            said,
            Said::Day { year: Year::Unsaid, .. } | Said::Months { year: Year::Unsaid, which: None, .. }
        );
        if !old || !plain {
            return None;
        }
        let near = |extent: &Extent| extent.first().map_or(i32::MAX, |first| days(anchor, first).abs());
        candidates(said, anchor.year()).into_iter().min_by_key(near).filter(|extent| near(extent) <= TOGETHER)
    }

    /// By the document's date: what is the same for its first possible day and its last.
    fn by_document(&self, said: Said) -> Option<Extent> {
        let (first, last) = self.today?;
        let extent = self.on(said, first)?;
        (first == last || self.on(said, last)? == extent).then_some(extent)
    }

    /// What is said on a day.
    fn on(&self, said: Said, today: civil::Date) -> Option<Extent> {
        let tense = self.tense.unwrap_or(Tense::Open);
        match said {
            Said::Day { year: Year::Off(off), month, day, .. } => {
                let year = today.year().checked_add(off.into())?;
                Some(Extent::Day(civil::Date::new(year, month as i8, day as i8).ok()?))
            }
            Said::Months { year: Year::Off(off), first, count, .. } => {
                let year = today.year().checked_add(off.into())?;
                Some(Extent::Months(civil::Date::new(year, first as i8, 1).ok()?, count))
            }
            Said::Day { .. } => nearest(&candidates(said, today.year()), today, None, tense),
            Said::Months { which, .. } => nearest(&candidates(said, today.year()), today, which, tense),
            Said::Weekday { day, which } => weekday(today, day, which, tense).map(Extent::Day),
            Said::Unit { unit, count, .. } => {
                shifted(today, unit, count).and_then(|date| Extent::of(date, unit))
            }
            Said::Stretch { unit, count } => stretch(today, unit, count),
            Said::Years { .. } | Said::Weekdays(_) | Said::Vague => None,
        }
    }

    /// So many units from the date that was named last, if that is as exact as the unit.
    fn after_named(&self, unit: Unit, count: i32) -> Option<Extent> {
        let named = self.named?;
        let exact = match unit {
            Unit::Day | Unit::Week | Unit::Weekend => named.day().is_some(),
            Unit::Month => named.month().is_some(),
            Unit::Year | Unit::Decade | Unit::Century => true,
        };
        let from = first_day(named).filter(|_| exact)?;
        Extent::of(shifted(from, unit, count)?, unit)
    }
}

/// Whether both ends are known alike, so that they make a range.
fn same_kind(from: Date, to: Date) -> bool {
    std::mem::discriminant(&from) == std::mem::discriminant(&to)
}

/// What is left where no date can be told: the day and month, the day of the week.
fn unknown(point: Point) -> When {
    let date = match point.said {
        // "29 February 2021" is a day of no year.
        Said::Day { year: Year::Said(_), .. } => None,
        Said::Day { month, day, .. } => Some(Date::Yearless { month, day }),
        Said::Months { first, count: 1, .. } => {
            return match point.part.and_then(|part| part.of_month(first)) {
                Some((from, to)) => {
                    let day = |day| Some(Date::Yearless { month: first, day });
                    When { date: day(from), last: day(to), time: None, inferred: false }
                }
                None => When::date(Date::Yearless { month: first, day: 0 }, false),
            };
        }
        Said::Weekday { day, .. } | Said::Weekdays(day) => Some(Date::Weekday(day)),
        _ => None,
    };
    When { date, last: None, time: None, inferred: false }
}

/// The extents that a day or a run of months without its year has in the years around one, in order. Of a day whose day of
/// the week was said, those that fall on it, where one near does.
fn candidates(said: Said, year: i16) -> Vec<Extent> {
    let years = (-8..=8).filter_map(|step| year.checked_add(step));
    let all: Vec<Extent> = years
        .filter_map(|year| match said {
            Said::Day { month, day, .. } => {
                civil::Date::new(year, month as i8, day as i8).ok().map(Extent::Day)
            }
            Said::Months { first, count, .. } => {
                civil::Date::new(year, first as i8, 1).ok().map(|first| Extent::Months(first, count))
            }
            _ => None,
        })
        .collect();
    let Said::Day { weekday: Some(weekday), .. } = said else { return all };
    let fits = |extent: &&Extent| {
        extent.first().is_some_and(|first| {
            (first.year() - year).abs() <= 1 && first.weekday().to_monday_one_offset() == weekday as i8
        })
    };
    let fitting: Vec<Extent> = all.iter().filter(fits).copied().collect();
    if fitting.is_empty() { all } else { fitting }
}

/// Which of the extents, in order, is meant on a day.
fn nearest(all: &[Extent], today: civil::Date, which: Option<Which>, tense: Tense) -> Option<Extent> {
    let first = |extent: &Extent| extent.first().unwrap_or(civil::Date::MAX);
    let last = |extent: &Extent| extent.last().unwrap_or(civil::Date::MIN);
    match which {
        Some(Which::Last) => return all.iter().rev().find(|extent| last(extent) < today).copied(),
        Some(Which::Next) => return all.iter().find(|extent| first(extent) > today).copied(),
        Some(Which::This) => return all.iter().find(|extent| first(extent).year() == today.year()).copied(),
        None => {}
    }
    let past = all.iter().rev().find(|extent| first(extent) <= today).copied();
    let next = all.iter().find(|extent| last(extent) >= today).copied();
    let (Some(past), Some(next)) = (past, next) else { return past.or(next) };
    let (since, until) = (days(last(&past), today), days(today, first(&next)));
    let ahead = match tense {
        Tense::Past => false,
        Tense::Future => until <= AHEAD || since > LATELY,
        Tense::Open => since > BACK,
    };
    Some(if ahead { next } else { past })
}

fn weekday(today: civil::Date, day: u8, which: Option<Which>, tense: Tense) -> Option<civil::Date> {
    // How many days ago that day of the week was, 0 to 6.
    let ago = (i32::from(today.weekday().to_monday_one_offset()) - i32::from(day)).rem_euclid(7);
    let count = match which {
        Some(Which::Last) => -(if ago == 0 { 7 } else { ago }),
        Some(Which::Next) => 7 - ago,
        // "this Friday" is to come, unless the sentence tells of the past.
        Some(Which::This) if tense != Tense::Past => (7 - ago) % 7,
        None if tense == Tense::Future => (7 - ago) % 7,
        _ => -ago,
    };
    shifted(today, Unit::Day, count)
}

/// From so many units ago to the day, or from the day on.
fn stretch(today: civil::Date, unit: Unit, count: i32) -> Option<Extent> {
    let other = shifted(today, unit, count)?;
    let (first, last) = if other < today { (other, today) } else { (today, other) };
    match unit {
        Unit::Day | Unit::Week | Unit::Weekend => Some(Extent::Days(first, last)),
        Unit::Month => Some(Extent::Months(
            first.first_of_month(),
            count.unsigned_abs().saturating_add(1).try_into().ok()?,
        )),
        Unit::Year | Unit::Decade | Unit::Century => Some(Extent::Years(first.year(), last.year())),
    }
}

/// The first extent of what is said from a day on: the end of a range whose beginning is known.
fn next_from(said: Said, from: civil::Date) -> Option<Extent> {
    match said {
        Said::Day { .. } | Said::Months { which: None, .. } => candidates(said, from.year())
            .into_iter()
            .find(|extent| extent.last().is_some_and(|last| last >= from)),
        Said::Weekday { day, .. } => {
            let ahead = (i32::from(day) - i32::from(from.weekday().to_monday_one_offset())).rem_euclid(7);
            shifted(from, Unit::Day, ahead).map(Extent::Day)
        }
        _ => None,
    }
}

/// The first day that a date can be.
pub(super) fn first_day(date: PartialDate) -> Option<civil::Date> {
    civil::Date::new(date.year(), date.month().unwrap_or(1) as i8, date.day().unwrap_or(1) as i8).ok()
}

/// The last day that a date can be.
pub(super) fn last_day(date: PartialDate) -> Option<civil::Date> {
    let first =
        civil::Date::new(date.year(), date.month().unwrap_or(12) as i8, date.day().unwrap_or(1) as i8)
            .ok()?;
    Some(if date.day().is_some() { first } else { first.last_of_month() })
}

/// The days from one to another.
fn days(from: civil::Date, to: civil::Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
