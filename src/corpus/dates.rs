//! Reading a date that is all that a line, a value or a name says. Dates in running prose are the business
//! of `inferred`.

mod calendars;
mod names;

use super::PartialDate;
pub use calendars::{CALENDARS, CalendarNames};
use names::Word;
pub(super) use names::word;

/// The most bytes of a date: the longest one with weekday, time and time zone, in letters of two bytes.
const MAX: usize = 120;

/// The years in which documents are dated. A date outside them is none.
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2100;

/// The date that is all that `text` says, with a time of day or a weekday at most: `2019.07.03 08:44`,
/// `14 September 2020 - 21:43`, `Monday, Sept. 14, 2020`, `14 сентября 2020 г.`, `June 2009`,
/// `2020-09-14T21:43:00Z`, `2020年9月14日`. With a day and a month that could each be the other, as in
/// `07/08/2020`, only the year is known.
pub(super) fn whole(text: &str) -> Option<PartialDate> {
    // Most lines that are asked about have no digit in them.
    if text.len() > MAX || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (mut parts, mut count) = ([""; 3], 0);
    for token in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '·' | '•' | '(' | ')'))
    {
        let token = token.trim_end_matches('.').trim_matches(['[', ']']);
        if token.is_empty() {
            continue;
        }
        let digits = token.bytes().any(|byte| byte.is_ascii_digit());
        let known = if digits { Word::default() } else { word(token) };
        if known.weekday || known.filler || is_time(token) {
            continue;
        }
        if !digits && known.month.is_none() {
            return None;
        }
        *parts.get_mut(count)? = token;
        count += 1;
    }
    match &parts[..count] {
        [one] => numeric(one).or_else(|| joined(one)).or_else(|| ideographic(one)),
        [month, year] => PartialDate::new(self::year(year)?, self::month(month)?, 0),
        [first, second, third] => match (year(third), year(first)) {
            (Some(year), _) => day_and_month(year, first, second),
            (None, Some(year)) => day_and_month(year, second, third)
                .or_else(|| ideographic(&[*first, *second, *third].concat())),
            (None, None) => ideographic(&[*first, *second, *third].concat()),
        },
        _ => None,
    }
}

/// The date that a field which is there for one says: as [`whole`], or a year alone, which in a text may be any number.
pub(super) fn of_field(text: &str) -> Option<PartialDate> {
    whole(text).or_else(|| PartialDate::new(year(text.trim())?, 0, 0))
}

fn day_and_month(year: i16, first: &str, second: &str) -> Option<PartialDate> {
    let (day, month) = match month(second) {
        Some(month) => (first, month),
        None => (second, month(first)?),
    };
    PartialDate::new(year, month, self::day(day)?)
}

/// Whether `word` can be a part of a date: a month, a weekday, a day, a year.
pub(super) fn is_part(word: &str) -> bool {
    let known = names::word(word);
    known.month.is_some() || known.weekday || day(word).is_some_and(|day| day < 32) || year(word).is_some()
}

/// The date in a file's name: `2020-09-14-talks.txt`, `talks_20200914.md`, `20200914T2143.txt`,
/// `talks 14.09.2020.txt`; a month without a day only at the beginning.
pub(super) fn in_file_name(name: &str) -> Option<PartialDate> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    day_in(name)
        // A year with a month, without a day, only at the beginning: elsewhere it is as often something else.
        .or_else(|| name.get(..7).filter(|_| bounded(name, 0, 7)).and_then(year_first))
}

/// The date in the address of a page: `https://example.org/2020/09/14/talks`, `/2020/sep/14/`,
/// `/2020/09/talks` (a month), `/news/2020-09-14-talks.html`.
pub(super) fn in_address(address: &str) -> Option<PartialDate> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let parts: Vec<&str> = path.split('/').skip(1).take(32).collect();
    for (at, part) in parts.iter().enumerate() {
        let year = year(part).filter(|year| (1990..=2100).contains(year));
        let Some((year, next)) = year.zip(parts.get(at + 1)) else { continue };
        let Some(month) = two_digits(next).or_else(|| month(next)) else { continue };
        let day = parts.get(at + 2).and_then(|part| two_digits(part)).filter(|day| *day > 0);
        let found = day.and_then(|day| PartialDate::new(year, month, day));
        if let Some(found) = found.or_else(|| PartialDate::new(year, month, 0).filter(|_| month > 0)) {
            return Some(found);
        }
    }
    parts.iter().find_map(|part| part.get(..200).or(Some(part)).and_then(day_in))
}

/// The first date down to the day that stands in `name` by itself.
fn day_in(name: &str) -> Option<PartialDate> {
    for from in 0..name.len() {
        if !name.as_bytes()[from].is_ascii_digit() || !is_free(name, from.checked_sub(1)) {
            continue;
        }
        let ten = name.get(from..from + 10).filter(|_| bounded(name, from, from + 10));
        let found =
            ten.and_then(year_first).or_else(|| ten.and_then(year_last).filter(|date| date.day().is_some()));
        let found = found.or_else(|| compact(digits_and_time(name, from)?));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The characters from `from` on up to the next that is neither a digit nor a `T` between digits.
fn digits_and_time(name: &str, from: usize) -> Option<&str> {
    let rest = name.get(from..)?;
    let end = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
    rest.get(..end)
}

fn bounded(name: &str, from: usize, to: usize) -> bool {
    is_free(name, from.checked_sub(1)) && is_free(name, Some(to))
}

/// Whether no ASCII letter or digit stands at the byte `at`.
fn is_free(name: &str, at: Option<usize>) -> bool {
    at.and_then(|at| name.as_bytes().get(at)).is_none_or(|byte| !byte.is_ascii_alphanumeric())
}

/// `20200914`, of a year that documents are written in; a time of four or six digits may follow, behind a
/// `T` or at once (ISO 8601, 5.4.2, basic format).
fn compact(part: &str) -> Option<PartialDate> {
    let (date, time) = part.split_at_checked(8)?;
    let time = time.strip_prefix(['T', 't']).unwrap_or(time);
    let time = time.strip_suffix(['Z', 'z']).unwrap_or(time);
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(date) || !is_digits(time) || !matches!(time.len(), 0 | 4 | 6) {
        return None;
    }
    if !time.is_empty() && (time.get(..2)? > "24" || time.get(2..4)? > "59") {
        return None;
    }
    let year = date[..4].parse().ok().filter(|year| (1800..=2100).contains(year))?;
    PartialDate::new(year, date[4..6].parse().ok()?, date[6..].parse().ok().filter(|day| *day > 0)?)
}

/// A date of digits alone.
fn numeric(token: &str) -> Option<PartialDate> {
    year_first(token).or_else(|| year_last(token)).or_else(|| compact(token))
}

/// `14-Sep-2020`, `14/Sep/2020`, `2020-Sep-14`.
fn joined(token: &str) -> Option<PartialDate> {
    let sign = token.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let mut parts = token.split(sign);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    match (year(third), year(first)) {
        (Some(year), _) => day_and_month(year, first, second),
        (None, Some(year)) => day_and_month(year, second, third),
        _ => None,
    }
}

/// `2020年9月14日`, `2020年9月`, `2020년9월14일`, with a time behind it at most.
fn ideographic(token: &str) -> Option<PartialDate> {
    let (year, rest) = token.split_once(['年', '년'])?;
    let (month, rest) = rest.split_once(['月', '월'])?;
    let day = match rest.split_once(['日', '일']) {
        Some((day, _)) => two_digits(day).filter(|day| *day > 0)?,
        None if rest.is_empty() => 0,
        None => return None,
    };
    PartialDate::new(self::year(year)?, two_digits(month).filter(|month| *month > 0)?, day)
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

fn month(token: &str) -> Option<u8> {
    word(token).month
}

/// A year of four digits, with the letter behind it that Russian, Ukrainian and Polish set.
pub(super) fn year(token: &str) -> Option<i16> {
    let token = ["г", "р", "r"].iter().find_map(|ending| token.strip_suffix(ending)).unwrap_or(token);
    let fits = token.len() == 4 && token.bytes().all(|byte| byte.is_ascii_digit());
    if fits { token.parse().ok().filter(|year| YEARS.contains(year)) } else { None }
}

fn day(token: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th", "er", "º", "°", "-го", "-е"]
        .iter()
        .find_map(|ending| token.strip_suffix(ending))
        .unwrap_or(token);
    two_digits(digits).filter(|day| *day > 0)
}

/// `08:44`, `21:43:00`, `9:05pm`, `08:44Z`, `21:43+03:00`, `21h43`, `+0300`, `GMT+3`.
fn is_time(token: &str) -> bool {
    let token = token.to_ascii_lowercase();
    if is_zone(&token) {
        return true;
    }
    let digits = token.trim_end_matches("am").trim_end_matches("pm").trim_end_matches('z');
    let clock = digits.split(['+', '.']).next().unwrap_or(digits);
    let mut parts = clock.split([':', 'h']);
    let hour = parts.next().and_then(two_digits).is_some_and(|hour| hour < 25);
    let rest: Vec<_> = parts.take(3).collect();
    hour && matches!(rest.len(), 1 | 2)
        && rest.iter().all(|part| part.len() == 2 && two_digits(part).is_some_and(|part| part < 61))
        // "9pm", "21h"
        || (digits.len() < token.len() && two_digits(digits).is_some_and(|hour| hour < 13))
        || token.strip_suffix('h').and_then(two_digits).is_some_and(|hour| hour < 25)
}

/// A distance from Greenwich: `+0300`, `-05:00`, `utc+3`.
fn is_zone(token: &str) -> bool {
    let zone = token.strip_prefix("utc").or_else(|| token.strip_prefix("gmt")).unwrap_or(token);
    let Some(distance) = zone.strip_prefix(['+', '-', '−']) else { return false };
    let digits: String = distance.chars().filter(|c| *c != ':').collect();
    digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.len() == 4 || zone.len() < token.len() && matches!(digits.len(), 1 | 2))
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
            "Mon, 14 Sep 2020 21:43:00 +0300 (MSK)",
            "2020-09-14 21:43:00.123 +0300",
            "20200914T214300Z",
            "20200914",
            "14-Sep-2020",
            "Sept. 14, 2020, 9:43 p.m. ET",
            "14. September 2020, 21:43 Uhr",
            "Montag, den 14. September 2020",
            "le 14 septembre 2020 à 21h43",
            "14 de septiembre de 2020, 21:43 h",
            "Lunedì 14 settembre 2020 alle ore 21:43",
            "14 de setembro de 2020 às 21h43",
            "14 september 2020 om 21:43 uur",
            "14 września 2020 r., godz. 21:43",
            "14 сентября 2020 г., 21:43",
            "Понедельник, 14 сентября 2020 года в 21:43",
            "14 вересня 2020 р. о 21:43",
            "14 верасня 2020",
            "14 верасня 2020 г.",
            "2020年9月14日",
            "2020年9月14日 21:43",
            "2020년 9월 14일",
            "2020 September 14",
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
        assert_eq!(read("1er août 2020"), "2020-08-01");
        assert_eq!(read("2020年9月"), "2020-09");
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
            "14 September 0999",
            "14 September 2120",
            "20201314",
            "May the 14th be with you 2020",
            "2020年",
            "Sept 14",
            "14-15-2020",
            "12:00 21:43",
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
        assert_eq!(read("20200914T2143.txt"), "2020-09-14");
        assert_eq!(read("talks-20200914214300.html"), "2020-09-14");
        assert_eq!(read("talks 14.09.2020.txt"), "2020-09-14");
        assert_eq!(read("talks-09-08-2020.txt"), "");
        assert_eq!(read("20200914T9943.txt"), "");
        assert_eq!(read("20200914abc.txt"), "");
        assert_eq!(read("2020-09-14/talks.txt"), "");
        assert_eq!(read("000_1794398d8886a3a9.txt"), "");
        assert_eq!(read("120200914.txt"), "");
        assert_eq!(read("Ł2020-19-14.txt"), "");
    }

    #[test]
    fn an_address_can_hold_a_date() {
        let read = |address| in_address(address).map_or_else(String::new, |date| date.to_string());
        assert_eq!(read("https://example.org/2020/09/14/talks.html"), "2020-09-14");
        assert_eq!(read("https://example.org/world/2020/sep/14/talks"), "2020-09-14");
        assert_eq!(read("example.org/2020/09/talks"), "2020-09");
        assert_eq!(read("https://example.org/news/2020-09-14-talks?from=2021-01-01"), "2020-09-14");
        assert_eq!(read("https://example.org/a20200914.html"), "");
        assert_eq!(read("https://example.org/talks-20200914"), "2020-09-14");
        assert_eq!(read("https://example.org/2020/talks"), "");
        assert_eq!(read("https://example.org/2020/13/14/talks"), "");
        assert_eq!(read("https://2020-09-14.example.org/talks"), "");
        assert_eq!(read(""), "");
    }
}
