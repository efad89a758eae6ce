//! Dates: days, months, years, decades and days of the week.

use super::key::key;
use super::lexicon::{LEXICON, flag};
use super::scan::{Shape, Token};

/// The number of tokens, from `at` on, that are a date and how many of them to leave out at the front.
pub(super) fn date(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let from = Reader { text, tokens };
    match token.shape {
        Shape::Number => from.numeric(at),
        Shape::Title | Shape::Caps if LEXICON.flags(token.key) & flag::WEEKDAY != 0 => Some(from.weekday(at)),
        Shape::Title | Shape::Caps if LEXICON.month(token.key).is_some() => from.month_first(at),
        Shape::Lower => from.qualified(at),
        _ => None,
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn number(&self, at: usize, least: u32, most: u32) -> Option<u32> {
        let token = self.tokens.get(at)?;
        let digits = token.span.of(self.text);
        if token.shape != Shape::Number || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok().filter(|number| (least..=most).contains(number))
    }

    fn year(&self, at: usize) -> bool {
        self.word(at).len() == 4 && self.number(at, 1000, 2199).is_some()
    }

    fn month(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital() && LEXICON.month(token.key).is_some())
    }

    /// Where a day of the month that begins at `at` ends, with the ending of its ordinal.
    fn day(&self, at: usize) -> Option<usize> {
        self.number(at, 1, 31)?;
        let ordinal = self.tokens.get(at + 1).is_some_and(|token| !token.spaced)
            && matches!(self.word(at + 1), "st" | "nd" | "rd" | "th");
        Some(at + 1 + usize::from(ordinal))
    }

    /// Where an optional year that may follow a comma ends.
    fn and_year(&self, at: usize) -> usize {
        let behind = at + usize::from(self.tokens.get(at).is_some_and(|token| token.is(',')));
        if self.year(behind) { behind + 1 } else { at }
    }

    /// "2019-07-03", "14 September 2020", "1990s", "2019" after a preposition.
    fn numeric(&self, at: usize) -> Option<usize> {
        if day_in_digits(self.word(at)).is_some() {
            return Some(1);
        }
        if let Some(mut end) = self.day(at) {
            if self.word(end) == "of" {
                end += 1;
            }
            if self.month(end) {
                return Some(self.and_year(end + 1) - at);
            }
        }
        if !self.year(at) {
            return None;
        }
        let after = self.tokens.get(at + 1);
        if after.is_some_and(|token| !token.spaced) && self.word(at + 1) == "s" {
            return (self.number(at, 1000, 2199)? % 10 == 0).then_some(2);
        }
        if after.is_some_and(|token| !token.spaced && token.shape != Shape::Mark('.') && word_like(token)) {
            return None;
        }
        let before = at.checked_sub(1).map(|before| self.word(before).to_lowercase()).unwrap_or_default();
        let next = self.word(at + 1);
        let next_plain = after.is_none_or(|token| {
            !matches!(token.shape, Shape::Lower) || LEXICON.flags(token.key) & flag::FUNCTION != 0
        }) && !matches!(next, "%" | "-");
        let plausible = self.number(at, 1400, 2199).is_some();
        let said = match before.as_str() {
            "in" | "since" | "until" | "till" | "during" => plausible && !next.ends_with("people"),
            "of" | "from" | "to" | "by" | "and" | "before" | "after" | "between" | "early" | "late"
            | "mid" | "summer" | "spring" | "autumn" | "winter" | "fall" | "(" => plausible && next_plain,
            _ => false,
        };
        said.then_some(1)
    }

    /// "Monday", "Monday, September 14, 2020".
    fn weekday(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.tokens.get(next).is_some_and(|token| token.is(',')) {
            next += 1;
        }
        let more = if self.month(next) {
            self.month_first(next)
        } else if self.day(next).is_some() {
            self.numeric(next)
        } else {
            None
        };
        more.map_or(1, |more| next + more - at)
    }

    /// "September 14, 2020", "Sept. 25", "June 2019", "December".
    fn month_first(&self, at: usize) -> Option<usize> {
        if self.year(at + 1) {
            return Some(2);
        }
        if let Some(end) = self.day(at + 1) {
            // "June 5 million", "May 10 percent" and the like are rare enough to bear.
            return Some(self.and_year(end) - at);
        }
        if self.year(self.and_year(at + 1).saturating_sub(1)) && self.and_year(at + 1) > at + 1 {
            return Some(self.and_year(at + 1) - at);
        }
        let token = self.tokens.get(at)?;
        let word = self.word(at).trim_end_matches('.');
        let before = at.checked_sub(1).map(|before| self.word(before).to_lowercase()).unwrap_or_default();
        let said = matches!(
            before.as_str(),
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "last"
                | "this"
                | "next"
                | "late"
                | "early"
                | "mid"
                | "of"
                | "during"
                | "from"
                | "to"
                | "before"
                | "after"
                | "through"
        );
        let doubtful = word.len() <= 3 || matches!(word, "March" | "August" | "April" | "June");
        (said || (!doubtful && !token.start)).then_some(1)
    }

    /// "late December", "end of 2018", "early 2019", "mid-June".
    fn qualified(&self, at: usize) -> Option<usize> {
        match self.word(at) {
            "late" | "early" | "mid" => {}
            "end" | "beginning" | "start" | "middle" if self.word(at + 1) == "of" => {
                let more = self.whole_month_or_year(at + 2)?;
                return Some(2 + more);
            }
            _ => return None,
        }
        Some(1 + self.whole_month_or_year(at + 1)?)
    }

    fn whole_month_or_year(&self, at: usize) -> Option<usize> {
        if self.month(at) {
            self.month_first(at)
        } else if self.year(at) {
            self.numeric(at).or(Some(1))
        } else {
            None
        }
    }
}

fn word_like(token: &Token) -> bool {
    matches!(token.shape, Shape::Lower | Shape::Title | Shape::Caps)
}

/// Year, month and day of a date in digits, the year first or last: "2019.07.03", "3/7/2019". Where the year
/// comes last, the day is taken to come before the month unless it can't.
fn day_in_digits(word: &str) -> Option<(u32, u32, u32)> {
    if word.len() > 10 {
        return None;
    }
    let separator = word.chars().find(|c| matches!(c, '-' | '.' | '/'))?;
    let mut parts = word.split(separator);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok();
    let (year, month, day) = match (a.len(), b.len(), c.len()) {
        (4, 1..=2, 1..=2) => (number(a)?, number(b)?, number(c)?),
        (1..=2, 1..=2, 4) => match (number(c)?, number(b)?, number(a)?) {
            (year, day @ 13.., month @ ..=12) => (year, month, day),
            other => other,
        },
        _ => return None,
    };
    let fits = (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some((year, month, day))
}

/// A key that two namings of one date have in common: "July 23rd" and "23 July" are the same day.
pub(super) fn date_key(name: &str) -> String {
    let (mut year, mut month, mut day) = (None, None, None);
    let mut rest = Vec::new();
    for word in name.split(|c: char| c.is_whitespace() || c == ',') {
        let word = word.trim_end_matches('.');
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        if word.is_empty() || matches!(word, "of" | "the") {
            continue;
        }
        if let Some(ymd) = day_in_digits(word) {
            (year, month, day) = (Some(ymd.0), Some(ymd.1), Some(ymd.2));
        } else if let Some(number) = LEXICON.month(key(word)) {
            month = Some(u32::from(number));
        } else if word.len() == 4 && digits.len() == 4 {
            year = word.parse().ok();
        } else if let (Ok(number @ 1..=31), "" | "st" | "nd" | "rd" | "th") =
            (digits.parse::<u32>(), &word[digits.len()..])
        {
            day = Some(number);
        } else {
            rest.push(word.to_lowercase());
        }
    }
    if month.is_some() && day.is_some() {
        // The day of the week adds nothing to a full day.
        rest.retain(|word| LEXICON.flags(key(word)) & flag::WEEKDAY == 0);
    }
    let part = |part: Option<u32>| part.map_or(String::new(), |number| number.to_string());
    format!("{}-{}-{} {}", part(year), part(month), part(day), rest.join(" "))
}
