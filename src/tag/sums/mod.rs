//! Sums of money: "$1.5 billion", "A$20m", "1.000,50 €", "500 Belarusian rubles", "between $5 million and $10 million".
//!
//! A sign or name that several countries have stands for the one that is meant by far the most often: `$` and "dollars"
//! for USD, `£` for GBP, `¥` for JPY, "rubles" for RUB, "rupees" and "Rs" for INR, "lira" for TRY. Where none is, as with
//! "kr", "francs" or "pesos", the unit is the name itself. The word for a country before or behind the name tells more.

mod currencies;
mod naming;

use super::figures::Figure;
use super::numbers::{Number, Reading, is_and, is_between, is_to};
use super::scan::Shape;
use super::{Amount, Kind, Unit, Value};

pub(super) use currencies::before_digits;
use currencies::code;
use naming::{Named, before, behind};

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
    let sum = with_name(from, at, unit, number)?;
    if sum.unit.is_some_and(|unit| THOUSANDTHS.contains(&unit)) || sum.hundredths {
        return Some(sum);
    }
    Some(Sum { number: from.in_money(from_number, sum.number), ..sum })
}

/// The currencies whose units have a thousand parts, so that "5.000" of them may be five.
const THOUSANDTHS: &[Unit] = &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

/// A number whose currency is named before it, by `unit`, or behind it, or not at all.
fn with_name(from: &Reading, at: usize, unit: Option<Unit>, number: Number) -> Option<Sum> {
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
            Some(_) if doubtful(from, at) && number.small() => None,
            // "$5xyz" may be anything from five dollars on.
            Some(_) if from.is_glued(&number) => None,
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
            None if first.unit.is_some() || !first.number.small() => {}
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

#[cfg(test)]
mod tests;
