//! Sums of money: "$1.5 billion", "A$20m", "1.000,50 €", "500 Belarusian rubles", "between $5 million and $10 million".
//!
//! A sign or name that several countries have stands for the one that is meant by far the most often: `$` and "dollars"
//! for USD, `£` for GBP, `¥` for JPY, "rubles" for RUB, "rupees" and "Rs" for INR, "lira" for TRY. Where none is, as with
//! "kr", "francs" or "pesos", the unit is the name itself. The word for a country before or behind the name tells more.

mod currencies;

use super::figures::Figure;
use super::numbers::{Number, Reading};
use super::scan::Shape;
use super::{Amount, Decimal, Kind, Unit, Value};

pub(super) use currencies::before_digits;
use currencies::{code, country, dollar, named, sign};

/// A number with what was said of its currency.
#[derive(Clone, Copy)]
struct Sum {
    /// The first token, which may be the currency's sign.
    first: usize,
    number: Number,
    unit: Option<Unit>,
    /// Whether it was said in hundredths of the unit.
    hundredths: bool,
    end: usize,
}

/// The sum of money that begins with the token at `at`.
pub(super) fn sum(from: &Reading, at: usize) -> Option<Figure> {
    let token = from.token(at)?;
    if token.shape == Shape::Address || (token.key != 0 && !can_begin(from, at)) {
        return None;
    }
    let negative = from.dash(at) && token.spaced && from.touches(at + 1);
    let start = at + usize::from(negative);
    let first = one(from, start)?;
    if !negative && let Some((sum, end)) = range(from, &first) {
        return Some(figure(from, at, sum, end));
    }
    let unit = first.unit?;
    let Number { mut least, greatest, .. } = first.number;
    if negative {
        least = least.negated();
        if greatest.is_some() {
            return None;
        }
    }
    Some(figure(from, at, Amount { least, greatest, unit }, first.end))
}

fn figure(from: &Reading, at: usize, sum: Amount, end: usize) -> Figure {
    let mut figure = Figure::of(from.tokens, at, end - at, Kind::Money, Some(Value::Sum(sum)));
    // The stop of "$5 M." ends the sentence.
    if from.before(end).ends_with('.') {
        figure.span.end -= 1;
    }
    figure
}

/// Whether a word can begin a sum: a number's, a code, or the letters before a dollar sign. This is asked of every word
/// of a text.
fn can_begin(from: &Reading, at: usize) -> bool {
    match from.token(at).map(|token| token.shape) {
        Some(Shape::Caps | Shape::Title) => {
            let before = from.word(at).len() <= 3
                && from
                    .token(at + 1)
                    .is_some_and(|next| matches!(next.shape, Shape::Number | Shape::Mark(_)));
            before || from.number(at).is_some()
        }
        Some(Shape::Lower) => from.number(at).is_some(),
        _ => true,
    }
}

/// A number with its currency before or behind it, or without.
fn one(from: &Reading, at: usize) -> Option<Sum> {
    let (unit, from_number) = match before(from, at) {
        Some((unit, next)) => (Some(unit), next),
        None => (None, at),
    };
    let number =
        if unit.is_some() { from.number_behind_sign(from_number)? } else { from.number(from_number)? };
    let plain = Sum { first: at, number, unit, hundredths: false, end: number.end };
    // "$5 million US dollars", "US$5 USD": a name behind tells no less than a sign before.
    match behind(from, &number) {
        Some(_) if unit.is_none() && year(from, at) => None,
        Some((Named { unit, hundredths }, end))
            if plain.unit.is_none_or(|sign| sign == "USD" && !hundredths) =>
        {
            let number = if hundredths { divided(number)? } else { number };
            Some(Sum { number, unit: Some(unit), hundredths, end, ..plain })
        }
        _ => match plain.unit {
            Some(_) if doubtful(from, at) && small(&number) => None,
            _ => Some(plain),
        },
    }
}

/// Whether the number is the year whose money is meant: "in 2019 dollars".
fn year(from: &Reading, at: usize) -> bool {
    let word = from.word(at);
    word.len() == 4 && matches!(word.get(..2), Some("19" | "20")) && matches!(from.before(at), "in" | "In")
}

fn divided(mut number: Number) -> Option<Number> {
    number.least = number.least.scaled(-2)?;
    number.greatest = match number.greatest {
        Some(greatest) => Some(greatest.scaled(-2)?),
        None => None,
    };
    Some(number)
}

/// Whether the word there is a code that is more often something else.
fn doubtful(from: &Reading, at: usize) -> bool {
    code(from.word(at)).is_some_and(|(_, doubtful)| doubtful)
}

fn small(number: &Number) -> bool {
    number.power == 0 && Decimal::new(1, 3).is_some_and(|thousand| number.least.compare(thousand).is_lt())
}

/// The currency named right before a number, by a sign or a code, and the number's token.
fn before(from: &Reading, at: usize) -> Option<(Unit, usize)> {
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

struct Named {
    unit: Unit,
    hundredths: bool,
}

/// The currency named right behind a number, and where its name ends.
fn behind(from: &Reading, number: &Number) -> Option<(Named, usize)> {
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
        return (!doubtful || !small(number)).then_some((whole(unit), name_at + 1));
    }
    let name = named(from.word(name_at))?;
    let mut end = name_at + 1;
    let mut unit = name.unit;
    let mut told = false;
    if let Some(money) = abroad.or_else(|| postponed(from, end)) {
        // Hundredths are named for themselves: "euro cents", "Belarusian kopecks".
        let (_, own) = money.iter().find(|(general, _)| *general == unit)?;
        (unit, told) = (*own, true);
        end += usize::from(abroad.is_none());
    }
    if unit == "pound" {
        let sterling = from.word(end) == "sterling";
        let said = sterling || from.word(end) == "стерлингов" || number.power != 0;
        end += usize::from(sterling || from.word(end) == "стерлингов");
        if !said {
            return None;
        }
        unit = "GBP";
    } else if name.weak && !told {
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

/// The range that the sum and another one behind it are, and where it ends.
fn range(from: &Reading, first: &Sum) -> Option<(Amount, usize)> {
    if first.number.greatest.is_some() {
        return None;
    }
    let at = first.end;
    let dash = from.dash(at);
    let between = is_between(from.before(first.first));
    let joined = if dash {
        // "5-10", "5 – 10"; a hyphen with blanks around it is a dash of another kind.
        from.touches(at) == from.touches(at + 1)
    } else {
        let word = from.word(at);
        is_to(word, from.foreign()) || (between && is_and(word))
    };
    if !joined {
        return None;
    }
    let second = one(from, at + 1)?;
    if second.number.greatest.is_some() {
        return None;
    }
    let unit = match (first.unit, second.unit) {
        (Some(first), Some(second)) => (first == second).then_some(first)?,
        // "$5 to 10 people".
        (Some(first), None) => (dash && from.touches(at) || second.number.power != 0).then_some(first)?,
        (None, Some(second)) => second,
        (None, None) => return None,
    };
    // "rose from $5 to $10", "fell $5 to $10": two sums rather than a range, unless the words say otherwise.
    let both = first.unit.is_some() && second.unit.is_some();
    if both && !dash && !between && (is_change(from, first.first) || first.hundredths != second.hundredths) {
        return None;
    }
    let (mut least, greatest) = (first.number.least, second.number.least);
    // "$5-10 million": the power of ten belongs to both.
    if first.number.power == 0 && second.number.power != 0 {
        match least.scaled(second.number.power).filter(|more| more.compare(greatest).is_le()) {
            Some(more) => least = more,
            // "500,000 to 1 million euros", but not "thirty - six million euros".
            None if first.unit.is_some() || !small(&first.number) => {}
            None => return None,
        }
    }
    let ordered = least.compare(greatest).is_lt();
    ordered.then_some((Amount { least, greatest: Some(greatest), unit }, second.end))
}

/// Whether the words right before a sum tell of a change from it to another or by it.
fn is_change(from: &Reading, at: usize) -> bool {
    let before = from.before(at.saturating_sub(1));
    match from.before(at) {
        "from" | "by" => !matches!(before, "range" | "ranges" | "ranged" | "ranging" | "anywhere"),
        "rose" | "fell" | "gained" | "lost" | "added" | "shed" | "advanced" | "dropped" | "slipped"
        | "climbed" | "jumped" | "surged" | "plunged" | "eased" | "up" | "down" | "increased"
        | "decreased" | "declined" | "slid" | "edged" => true,
        _ => false,
    }
}

/// Whether the word stands before the two ends of a range.
pub(super) fn is_between(word: &str) -> bool {
    matches!(
        word,
        "between"
            | "Between"
            | "zwischen"
            | "Zwischen"
            | "entre"
            | "Entre"
            | "tra"
            | "fra"
            | "między"
            | "між"
            | "между"
            | "паміж"
    )
}

/// Whether the word stands between the two ends of a range.
pub(super) fn is_to(word: &str, foreign: bool) -> bool {
    matches!(word, "to" | "bis" | "до" | "à") || (foreign && matches!(word, "a" | "do" | "da"))
}

/// Whether the word is "and".
pub(super) fn is_and(word: &str) -> bool {
    matches!(word, "and" | "und" | "et" | "y" | "e" | "i" | "и" | "і" | "й" | "ў" | "a")
}

#[cfg(test)]
mod tests;
