//! Reading a date that is all that a line or a value says. Dates in running prose are none of this
//! module's business.

use super::PartialDate;

/// The date that is all that `text` says, with a time of day or a weekday at most: `2019.07.03 08:44`,
/// `14 September 2020 - 21:43`, `Monday, Sept. 14, 2020`, `June 2009`, `2020-09-14T21:43:00Z`. With a day
/// and a month that could each be the other, as in `07/08/2020`, only the year is known.
pub(super) fn whole(text: &str) -> Option<PartialDate> {
    // Longer than the longest date with weekday, time and time zone.
    if text.len() > 80 {
        return None;
    }
    let mut parts = Vec::new();
    for token in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '·' | '(' | ')')) {
        let token = token.trim_end_matches('.');
        if token.is_empty() || is_weekday(token) || is_time(token) || is_filler(token) {
            continue;
        }
        parts.push(token);
    }
    match parts.as_slice() {
        [one] => numeric(one),
        [month, year] => PartialDate::new(self::year(year)?, self::month(month)?, 0),
        [first, second, year] => {
            let (day, month) = match month(second) {
                Some(month) => (first, month),
                None => (second, month(first)?),
            };
            PartialDate::new(self::year(year)?, month, self::day(day)?)
        }
        _ => None,
    }
}

/// The date at the beginning of, or alone in, a file's name: `2020-09-14-talks.txt`, `talks_20200914.md`.
pub(super) fn in_file_name(name: &str) -> Option<PartialDate> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let bytes = name.as_bytes();
    let bounded = |from: usize, to: usize| {
        let free = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        free(from.checked_sub(1).and_then(|at| bytes.get(at))) && free(bytes.get(to))
    };
    for from in 0..name.len() {
        for (length, compact) in [(10, false), (8, true)] {
            let Some(part) = name.get(from..from + length).filter(|_| bounded(from, from + length)) else {
                continue;
            };
            let found = if compact { self::compact(part) } else { year_first(part) };
            if found.is_some() {
                return found;
            }
        }
    }
    // A year with a month, without a day, only at the beginning: elsewhere it is as often something else.
    name.get(..7).filter(|_| bounded(0, 7)).and_then(year_first)
}

/// `20200914`, of a year that documents are written in.
fn compact(part: &str) -> Option<PartialDate> {
    if !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year = part[..4].parse().ok().filter(|year| (1800..2100).contains(year))?;
    PartialDate::new(year, part[4..6].parse().ok()?, part[6..].parse().ok().filter(|day| *day > 0)?)
}

/// A date of digits alone.
fn numeric(token: &str) -> Option<PartialDate> {
    year_first(token).or_else(|| year_last(token))
}

/// `2020-09-14`, `2020.09.14`, `2020/9/14`, `2020_09_14`, `2020-09`, and whatever follows a `T`.
fn year_first(token: &str) -> Option<PartialDate> {
    let date = match token.split_once(['T', 't']) {
        Some((date, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => date,
        _ => token,
    };
    let (year, rest) = date.split_at_checked(4)?;
    let sign = rest.chars().next().filter(|c| matches!(c, '-' | '.' | '/' | '_'))?;
    let mut parts = rest[1..].split(sign);
    let (month, day) = (two_digits(parts.next()?)?, parts.next());
    let day = day.map_or(Some(0), |day| two_digits(day).filter(|day| *day > 0))?;
    if parts.next().is_some() || month == 0 || (day == 0 && matches!(sign, '.' | '/')) {
        return None;
    }
    PartialDate::new(self::year(year)?, month, day)
}

/// `14.09.2020`, `07/27/2016`, `27-07-2016`. Points stand between day and month, never the other way
/// round; with other signs the order is known only where one of the two is over 12.
fn year_last(token: &str) -> Option<PartialDate> {
    let sign = token.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '.' | '/'))?;
    let mut parts = token.split(sign);
    let (first, second) = (two_digits(parts.next()?)?, two_digits(parts.next()?)?);
    let year = year(parts.next()?)?;
    if parts.next().is_some() || first == 0 || second == 0 {
        return None;
    }
    match (first, second) {
        _ if sign == '.' => PartialDate::new(year, second, first),
        (13.., _) => PartialDate::new(year, second, first),
        (_, 13..) => PartialDate::new(year, first, second),
        _ if first == second => PartialDate::new(year, first, second),
        _ => PartialDate::new(year, 0, 0),
    }
}

fn two_digits(token: &str) -> Option<u8> {
    let fits = matches!(token.len(), 1 | 2) && token.bytes().all(|byte| byte.is_ascii_digit());
    if fits { token.parse().ok() } else { None }
}

/// A year of four digits.
pub(super) fn year(token: &str) -> Option<i16> {
    let fits = token.len() == 4 && token.bytes().all(|byte| byte.is_ascii_digit());
    if fits { token.parse().ok().filter(|year| *year >= 1000) } else { None }
}

fn day(token: &str) -> Option<u8> {
    let digits =
        ["st", "nd", "rd", "th"].iter().find_map(|ending| token.strip_suffix(ending)).unwrap_or(token);
    two_digits(digits).filter(|day| *day > 0)
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month of an English name or its abbreviation of three letters, four for September.
fn month(token: &str) -> Option<u8> {
    let token = token.to_ascii_lowercase();
    let at = MONTHS.iter().position(|name| {
        *name == token || (token.len() == 3 || token == "sept") && name.starts_with(token.as_str())
    })?;
    Some(at as u8 + 1)
}

fn is_weekday(token: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let token = token.to_ascii_lowercase();
    token.len() >= 3
        && DAYS.iter().any(|day| *day == token || token.len() <= 4 && day.starts_with(token.as_str()))
}

/// `08:44`, `21:43:00`, `9:05pm`, `08:44Z`, `21:43+03:00`.
fn is_time(token: &str) -> bool {
    let token = token.to_ascii_lowercase();
    let digits = token.trim_end_matches("am").trim_end_matches("pm").trim_end_matches('z');
    let clock = digits.split(['+', '.']).next().unwrap_or(digits);
    let mut parts = clock.split(':');
    let hour = parts.next().and_then(two_digits).is_some_and(|hour| hour < 25);
    let rest: Vec<_> = parts.collect();
    hour && matches!(rest.len(), 1 | 2)
        && rest.iter().all(|part| part.len() == 2 && two_digits(part).is_some_and(|part| part < 61))
}

fn is_filler(token: &str) -> bool {
    const FILLERS: [&str; 18] = [
        "-", "–", "—", "/", "at", "on", "am", "pm", "a.m", "p.m", "utc", "gmt", "msk", "cet", "cest", "est",
        "edt", "z",
    ];
    let token = token.to_ascii_lowercase();
    FILLERS.contains(&token.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        whole(text).map_or_else(String::new, |date| date.to_string())
    }

    #[test]
    fn a_date_is_read_in_the_forms_that_sites_use() {
        for text in [
            "2020-09-14",
            "2020.09.14 21:43",
            "2020/9/14",
            "14.09.2020",
            "09/14/2020",
            "14/09/2020",
            "14 September 2020 - 21:43",
            "September 14, 2020",
            "Monday, Sept. 14, 2020 at 9:43 p.m.",
            "Mon, 14 Sep 2020 21:43:00 GMT",
            "14th September, 2020",
            "2020-09-14T21:43:00+03:00",
        ] {
            assert_eq!(read(text), "2020-09-14", "{text}");
        }
    }

    #[test]
    fn what_isnt_known_stays_unknown() {
        assert_eq!(read("June 2009"), "2009-06");
        assert_eq!(read("2009-06"), "2009-06");
        assert_eq!(read("07/08/2020"), "2020");
        assert_eq!(read("07.08.2020"), "2020-08-07");
    }

    #[test]
    fn what_isnt_only_a_date_is_none() {
        for text in [
            "",
            "2009",
            "08:44",
            "14 September",
            "On 14 September 2020 he left",
            "31 February 2020",
            "1.2.3",
            "2020-13-01",
            "82794",
            "May 2020 bring peace",
            "12-14",
            "2020-09-14-15",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }

    #[test]
    fn a_file_name_can_hold_a_date() {
        let read = |name| in_file_name(name).map_or_else(String::new, |date| date.to_string());
        assert_eq!(read("a/2020-09-14-talks.txt"), "2020-09-14");
        assert_eq!(read("talks_20200914.md"), "2020-09-14");
        assert_eq!(read("2020_09_14 talks.txt"), "2020-09-14");
        assert_eq!(read("2009-06 summit.txt"), "2009-06");
        assert_eq!(read("2020-09-14/talks.txt"), "");
        assert_eq!(read("000_1794398d8886a3a9.txt"), "");
        assert_eq!(read("120200914.txt"), "");
        assert_eq!(read("Ł2020-19-14.txt"), "");
    }
}
