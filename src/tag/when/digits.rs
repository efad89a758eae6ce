//! Dates and times in digits: what a single token such as `2019-07-03` or `21:43` says by itself.

use super::said::{Said, Year};
use crate::corpus::PartialDate;
use crate::tag::Time;

/// The years that are read as years.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1000..=2199;

/// Which of day and month stands first in a date in digits with its year last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// The number that the digits make, if they are at most four and nothing else.
pub(super) fn number(word: &str) -> Option<i16> {
    let fits = (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    if fits { word.parse().ok() } else { None }
}

/// A year of four digits.
pub(super) fn year(word: &str) -> Option<i16> {
    number(word).filter(|year| word.len() == 4 && YEARS.contains(year))
}

/// A number of one or two digits up to `most`, from 1 on.
pub(super) fn small(word: &str, most: i16) -> Option<u8> {
    number(word).filter(|number| word.len() <= 2 && (1..=most).contains(number)).map(|number| number as u8)
}

/// Two parts of a number and the sign between them, as in `5-9`.
pub(super) fn pair(word: &str, sign: char) -> Option<(&str, &str)> {
    let (first, second) = word.split_once(sign)?;
    (!second.contains(sign)).then_some((first, second))
}

/// A date with its year, the year first or last: `2019.07.03`, `14.09.2020`, `07/27/2016`. Stops stand behind days,
/// never behind months; with other signs the order is told by `order`, or by a number that can't be a month. Where
/// nothing tells it, only the year is known.
pub(super) fn full(word: &str, order: Option<Order>) -> Option<Said> {
    let (sign, first, second, third) = three(word)?;
    if let Some(year) = year(first) {
        let (month, day) = (small(second, 12)?, small(third, 31)?);
        return day_of(year, month, day);
    }
    let year = year(third)?;
    let order = if sign == '.' { Some(Order::DayFirst) } else { order_of(word).or(order) };
    let (first, second) = (small(first, 31)?, small(second, 31)?);
    match order {
        Some(Order::DayFirst) => day_of(year, second, first),
        Some(Order::MonthFirst) => day_of(year, first, second),
        None if first == second => day_of(year, first, second),
        None if first <= 12 && second <= 12 => Some(Said::Years { first: year, last: year }),
        None => None,
    }
}

/// A date with a year of two digits, the day first: `03.07.19`. The year is one of the last ninety before 2030.
pub(super) fn short(word: &str) -> Option<Said> {
    let (sign, first, second, third) = three(word)?;
    if sign != '.' || [first, second, third].iter().any(|part| part.len() != 2) {
        return None;
    }
    let year = number(third)?;
    day_of(if year < 30 { 2000 + year } else { 1900 + year }, small(second, 12)?, small(first, 31)?)
}

/// The order that a date in digits shows, if one of its numbers can't be a month and the sign leaves it open.
pub(super) fn order_of(word: &str) -> Option<Order> {
    let (sign, first, second, third) = three(word)?;
    year(third).filter(|_| sign != '.')?;
    match (small(first, 31)?, small(second, 31)?) {
        (13.., 1..=12) => Some(Order::DayFirst),
        (1..=12, 13..) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// A day and a month without a year that can't be told apart from each other wrongly: `9/14`.
pub(super) fn day_and_month(word: &str) -> Option<Said> {
    let (first, second) = pair(word, '/')?;
    let (month, day) = match (small(first, 31)?, small(second, 31)?) {
        (month @ 1..=12, day @ 13..) => (month, day),
        (day @ 13.., month @ 1..=12) => (month, day),
        _ => return None,
    };
    Some(Said::Day { year: Year::Unsaid, month, day, weekday: None })
}

/// A run of years: `2014-2016`, `2019-20`, `2019/20`.
pub(super) fn years(word: &str) -> Option<(i16, i16)> {
    let (first, second) = pair(word, '-').or_else(|| pair(word, '/'))?;
    let first = year(first)?;
    let last = match second.len() {
        4 => year(second)?,
        2 => first - first % 100 + number(second)?,
        _ => return None,
    };
    // "1500-1600" is as often something else.
    (first < last && last - first <= 150 && first >= 1700).then_some((first, last))
}

/// A time of day: `21:43`, `08:44:10`.
pub(super) fn clock(word: &str) -> Option<Time> {
    let mut parts = word.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next());
    let two = |part: &str, most: i16| {
        number(part).filter(|number| part.len() == 2 && *number <= most).map(|number| number as u8)
    };
    if parts.next().is_some()
        || second.is_some_and(|second| two(second.split('.').next().unwrap_or(""), 60).is_none())
    {
        return None;
    }
    let hour = number(hour).filter(|number| hour.len() <= 2 && *number <= 24)? as u8;
    Some(Time { hour, minute: Some(two(minute, 59)?) })
}

fn three(word: &str) -> Option<(char, &str, &str, &str)> {
    if word.len() > 10 {
        return None;
    }
    let sign = word.chars().find(|c| matches!(c, '-' | '.' | '/'))?;
    let mut parts = word.split(sign);
    let three = (sign, parts.next()?, parts.next()?, parts.next()?);
    parts.next().is_none().then_some(three)
}

fn day_of(year: i16, month: u8, day: u8) -> Option<Said> {
    PartialDate::new(year, month, day)?;
    Some(Said::Day { year: Year::Said(year), month, day, weekday: None })
}
