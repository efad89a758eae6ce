//! How a currency is named beside a number: before it by a sign or a code, behind it by either or by its name.

use super::super::Unit;
use super::super::numbers::{Number, Reading};
use super::super::scan::Shape;
use super::currencies::{code, country, dollar, named, sign};

/// The currency named right before a number, by a sign or a code, and the number's token.
pub(super) fn before(from: &Reading, at: usize) -> Option<(Unit, usize)> {
    let number = |at: usize| from.token(at).is_some_and(|token| token.shape == Shape::Number);
    let token = from.token(at)?;
    if let Shape::Mark(mark) = token.shape {
        let unit = sign(mark)?;
        return number(at + 1).then_some((unit, at + 1));
    }
    if !token.capital() {
        return None;
    }
    let word = from.word(at);
    if let Some(next) = from.token(at + 1).filter(|next| !next.spaced)
        && let Shape::Mark(mark) = next.shape
    {
        let unit = match mark {
            '$' => dollar(word),
            '¥' if matches!(word, "CN" | "RMB") => Some("CNY"),
            '£' => match word {
                "E" | "LE" => Some("EGP"),
                "IR" => Some("IEP"),
                _ => None,
            },
            _ => None,
        };
        if let Some(unit) = unit {
            return number(at + 2).then_some((unit, at + 2));
        }
    }
    if matches!(word, "Rs" | "Rs.") {
        let stop = from.token(at + 1).is_some_and(|token| token.is('.') && !token.spaced);
        let next = at + 1 + usize::from(stop);
        return number(next).then_some(("INR", next));
    }
    let unit = match word {
        "RMB" => "CNY",
        _ => code(word)?.0,
    };
    number(at + 1).then_some((unit, at + 1))
}

/// A currency as it was named.
pub(super) struct Named {
    pub(super) unit: Unit,
    /// Whether hundredths of it were named.
    pub(super) hundredths: bool,
}

/// The currency named right behind a number, and where its name ends.
pub(super) fn behind(from: &Reading, number: &Number) -> Option<(Named, usize)> {
    let whole = |unit| Named { unit, hundredths: false };
    let at = number.end;
    let token = from.token(at)?;
    if let Shape::Mark(mark) = token.shape {
        if mark == '¢' && !token.spaced {
            return Some((Named { unit: "USD", hundredths: true }, at + 1));
        }
        if let Some(unit) = sign(mark) {
            // "5 $10 notes": the sign belongs to the number behind it.
            let next = from.token(at + 1).is_some_and(|next| next.shape == Shape::Number && !next.spaced);
            let close = !token.spaced || mark == '€' || from.foreign();
            return (!next && close).then_some((whole(unit), at + 1));
        }
        // "500-ruble", "5-million-ruble".
        if !from.dash(at) || token.spaced || !from.touches(at + 1) {
            return None;
        }
        let next = named(from.word(at + 1)).filter(|name| !name.weak && !name.hundredths)?;
        let lower = from.token(at + 1).is_some_and(|token| token.shape == Shape::Lower);
        return lower.then_some((whole(next.unit), at + 2));
    }
    if !matches!(token.shape, Shape::Lower | Shape::Title | Shape::Caps) {
        return None;
    }
    // "millions d'euros", "billones de dólares", "billions of dollars" with a number before.
    let mut at = at;
    if from.foreign() && number.power != 0 && matches!(from.word(at), "de" | "di" | "d") {
        at += 1;
    }
    if let Some(rest) = from.word(at).strip_prefix("d'").or_else(|| from.word(at).strip_prefix("d’")) {
        return named(rest).filter(|name| !name.weak).map(|name| (whole(name.unit), at + 1));
    }
    let (abroad, name_at) = abroad(from, at);
    if abroad.is_none()
        && let Some((unit, doubtful)) = code(from.word(name_at))
    {
        return (!doubtful || !number.small()).then_some((whole(unit), name_at + 1));
    }
    let name = named(from.word(name_at))?;
    let mut end = name_at + 1;
    let mut unit = name.unit;
    let mut told = false;
    // Hundredths have a country too: "euro cents", "Belarusian kopecks".
    let of = |money: &'static [(Unit, Unit)]| {
        money.iter().find(|(general, _)| *general == unit).map(|(_, own)| *own)
    };
    if let Some(money) = abroad {
        (unit, told) = (of(money)?, true);
    } else if let Some(own) = postponed(from, end).and_then(of) {
        (unit, told, end) = (own, true, end + 1);
    }
    if unit == "pound" {
        let sterling = matches!(from.word(end), "sterling" | "стерлингов");
        // "2 million pounds of beef"
        if !sterling && (number.power == 0 || from.word(end) == "of") {
            return None;
        }
        (unit, end) = ("GBP", end + usize::from(sterling));
    } else if !told && (name.weak || is_verb(from, number, name_at)) {
        return None;
    }
    // A capital begins a name ("20 Won"), but for whole lines in capitals, and German.
    let cased = from.token(name_at).is_some_and(|token| token.shape != Shape::Title)
        || from.foreign()
        || told
        || number.power != 0
        || unit.len() == 3 && matches!(unit, "EUR" | "USD" | "RUB");
    cased.then_some((Named { unit, hundredths: name.hundredths }, end))
}

/// Whether the currency's name there is rather a verb: "15 won seats". Only a large or scaled number shows that money is
/// meant, or words about Korea nearby where nothing that could be won follows a number in figures.
fn is_verb(from: &Reading, number: &Number, at: usize) -> bool {
    if !from.word(at).eq_ignore_ascii_case("won") || !number.small() {
        return false;
    }
    let ends = from.token(at + 1).is_none_or(|next| {
        matches!(next.shape, Shape::Mark(_))
            || matches!(from.word(at + 1), "a" | "an" | "and" | "each" | "for" | "in" | "or" | "per" | "to")
    });
    let near = at.saturating_sub(NEAR)..at + NEAR;
    let korean = |word: &str| ["Korea", "Seoul", "Pyongyang"].iter().any(|place| word.starts_with(place));
    number.spelled || !ends || !near.map(|at| from.word(at)).any(korean)
}

/// How many words before and behind a sum tell what it is about.
const NEAR: usize = 40;

/// The money of the country that is named at `at` in one word or two, and the token behind it.
fn abroad(from: &Reading, at: usize) -> (Option<&'static [(Unit, Unit)]>, usize) {
    let one = country(from.word(at));
    let follows = |at: usize| from.token(at).is_some_and(|token| token.spaced && token.key != 0);
    if one.is_some() && follows(at + 1) && named(from.word(at + 1)).is_some() {
        return (one, at + 1);
    }
    let capital = from.token(at).is_some_and(|token| token.capital());
    if capital && follows(at + 1) && follows(at + 2) && named(from.word(at + 2)).is_some() {
        let joined = format!("{}-{}", from.word(at), from.word(at + 1));
        if let Some(money) = country(&joined) {
            return (Some(money), at + 2);
        }
    }
    (None, at)
}

/// The money of the country that is named behind the currency, as in "долларов США" and "francs suisses".
fn postponed(from: &Reading, at: usize) -> Option<&'static [(Unit, Unit)]> {
    if !from.foreign() && from.word(at).is_ascii() {
        return None;
    }
    country(from.word(at))
}
