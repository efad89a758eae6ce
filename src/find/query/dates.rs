//! The values of `date:`: a year, a month or a day, from one to another, before or after one.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Dates;
use crate::corpus::PartialDate;

/// The times that `value` asks for, and whether it named the later one first; `None` where it is no date.
pub(super) fn read(value: &str) -> Option<(Dates, bool)> {
    let plain = |dates: Dates| Some((dates, false));
    let from = |first| Dates { first: Some(first), last: None };
    let until = |last| Dates { first: None, last: Some(last) };
    if let Some((first, last)) = value.split_once("..").or_else(|| value.split_once('…')) {
        // Three points are as good as two.
        let last = last.trim_start_matches('.');
        return match (first.is_empty(), last.is_empty()) {
            (true, true) => None,
            (false, true) => plain(from(date(first)?)),
            (true, false) => plain(until(date(last)?)),
            (false, false) => Some(between(date(first)?, date(last)?)),
        };
    }
    for (sign, other) in [(">=", "≥"), ("<=", "≤"), (">", ">"), ("<", "<"), ("=", "=")] {
        let Some(rest) = value.strip_prefix(sign).or_else(|| value.strip_prefix(other)) else { continue };
        let date = date(rest)?;
        return plain(match sign {
            ">=" => from(date),
            "<=" => until(date),
            ">" => from(beside(date, 1)?),
            "<" => until(beside(date, -1)?),
            _ => Dates { first: Some(date), last: Some(date) },
        });
    }
    if let Some(date) = date(value) {
        return plain(Dates { first: Some(date), last: Some(date) });
    }
    // Two years with a dash between them are no month.
    let (first, last) = value.split_once(['-', '–'])?;
    Some(between(date(first)?, date(last)?))
}

/// From the one to the other, whichever is the earlier; and whether that is the other.
fn between(first: PartialDate, last: PartialDate) -> (Dates, bool) {
    // A year or a month ends with its last day: from July 2019 until 2019 is the other half of that year.
    let end = (last.year(), last.month().unwrap_or(u8::MAX), last.day().unwrap_or(u8::MAX));
    let turned = (first.year(), first.month().unwrap_or(0), first.day().unwrap_or(0)) > end;
    let (first, last) = if turned { (last, first) } else { (first, last) };
    (Dates { first: Some(first), last: Some(last) }, turned)
}

/// `2019`, `2019-07`, `2019-07-03`, also with points or slashes.
fn date(text: &str) -> Option<PartialDate> {
    let digits = |part: &str, most: usize| {
        let fits = (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse::<i16>().ok()).flatten()
    };
    let mut parts = text.splitn(3, ['-', '.', '/']);
    let year = parts.next().filter(|year| year.len() == 4).and_then(|year| digits(year, 4))?;
    let small = |part: Option<&str>| part.map_or(Some(0), |part| digits(part, 2).filter(|part| *part > 0));
    let (month, day) = (small(parts.next())?, small(parts.next())?);
    PartialDate::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// The year, month or day `by` years, months or days on.
fn beside(date: PartialDate, by: i64) -> Option<PartialDate> {
    let (month, day) = (date.month(), date.day());
    let whole = Date::new(date.year(), month.unwrap_or(1) as i8, day.unwrap_or(1) as i8).ok()?;
    let span = match (month, day) {
        (None, _) => by.years(),
        (_, None) => by.months(),
        _ => by.days(),
    };
    let there = whole.checked_add(span).ok()?;
    let part = |known: Option<u8>, there: i8| if known.is_some() { there.unsigned_abs() } else { 0 };
    PartialDate::new(there.year(), part(month, there.month()), part(day, there.day()))
}

/// As `date:` takes it: `2019`, `2019..2020`, `2019..`, `..2020`.
impl fmt::Display for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(first), true) = (self.first, self.first == self.last) {
            return write!(f, "{first}");
        }
        self.first.map_or(Ok(()), |first| write!(f, "{first}"))?;
        f.write_str("..")?;
        self.last.map_or(Ok(()), |last| write!(f, "{last}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(value: &str) -> String {
        read(value).map_or_else(String::new, |(dates, _)| dates.to_string())
    }

    #[test]
    fn every_form_of_a_time_is_read() {
        for (typed, read) in [
            ("2019", "2019"),
            ("2019-07", "2019-07"),
            ("2019-7-3", "2019-07-03"),
            ("2019.07.03", "2019-07-03"),
            ("2019/07", "2019-07"),
            ("=2019", "2019"),
            ("2019..2020", "2019..2020"),
            ("2019...2020", "2019..2020"),
            ("2019…2020", "2019..2020"),
            ("2019-2020", "2019..2020"),
            ("2019–2020", "2019..2020"),
            ("2019-07..2020-02-03", "2019-07..2020-02-03"),
            ("2019-07..2019", "2019-07..2019"),
            ("2019..2019-07", "2019..2019-07"),
            ("2020..2019-07", "2019-07..2020"),
            ("2019..", "2019.."),
            ("..2019", "..2019"),
            (">=2020-06", "2020-06.."),
            ("≥2020-06", "2020-06.."),
            ("<=2020", "..2020"),
            (">2020", "2021.."),
            (">2020-12", "2021-01.."),
            (">2020-02-28", "2020-02-29.."),
            ("<2020", "..2019"),
            ("<2020-01", "..2019-12"),
            ("<2020-03-01", "..2020-02-29"),
        ] {
            assert_eq!(dates(typed), read, "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for typed in [
            "",
            "20",
            "20x0",
            "2019-13",
            "2019-02-30",
            "..",
            "....",
            ">",
            ">9999",
            "<0001",
            "2019-0",
            "2019-",
        ] {
            assert_eq!(dates(typed), "", "{typed}");
        }
    }

    #[test]
    fn the_later_time_may_come_first() {
        assert_eq!(
            read("2020..2019").map(|(dates, turned)| (dates.to_string(), turned)),
            Some(("2019..2020".to_owned(), true))
        );
    }
}
