//! Percentages and quantities with a unit: "42.5%", "15-20 million barrels", "1,200 km/h", "-5 °C", "three weeks".
//!
//! The unit stays the one that was said; only its name becomes a sign ("kilometres" `km`) and a power of ten a number.

mod units;

use super::figures::Figure;
use super::numbers::{Number, Reading, is_and, is_between, is_to};
use super::scan::Shape;
use super::{Amount, Kind, Unit, Value};

/// The percentage or quantity that begins with the token at `at`.
pub(super) fn quantity(from: &Reading, at: usize) -> Option<Figure> {
    let token = from.token(at)?;
    if from.dash(at) {
        // "-5 °C", but not the hyphen of "F-16" or the dash between two words.
        let first = token.spaced || at == 0;
        if !first || !from.touches(at + 1) || from.token(at + 1)?.shape != Shape::Number {
            return None;
        }
        let number = from.number(at + 1).filter(|number| number.greatest.is_none())?;
        let (unit, end) = unit(from, &number)?;
        let amount = Amount { least: number.least.negated(), greatest: None, unit };
        return Some(figure(from, at, amount, end));
    }
    if matches!(token.shape, Shape::Mark(_) | Shape::Address) || joined(from, at) {
        return None;
    }
    let first = from.number(at)?;
    if let Some((amount, end)) = range(from, at, &first) {
        return Some(figure(from, at, amount, end));
    }
    let (unit, end) = unit(from, &first)?;
    // "one day", "a hundred years": manners of speaking.
    if first.spelled && units::time(unit) && matches!(from.word(at), "one" | "One" | "a" | "A" | "an" | "An")
    {
        return None;
    }
    Some(figure(from, at, Amount { least: first.least, greatest: first.greatest, unit }, end))
}

fn figure(from: &Reading, at: usize, amount: Amount, end: usize) -> Figure {
    let mut figure = Figure::of(from.tokens, at, end - at, Kind::Quantity, Some(Value::Quantity(amount)));
    // The stop of "70 °F." ends the sentence.
    if from.before(end).ends_with('.') {
        figure.span.end -= 1;
    }
    figure
}

/// Whether the number goes on a word or number before it, as in "A-5 km".
fn joined(from: &Reading, at: usize) -> bool {
    let touching = |at: usize| from.touches(at) && at > 0;
    let word = |at: usize| from.token(at).is_some_and(|token| !matches!(token.shape, Shape::Mark(_)));
    touching(at) && (word(at - 1) || (from.dash(at - 1) && touching(at - 1) && at > 1 && word(at - 2)))
}

/// The range that the number and another one behind it are.
fn range(from: &Reading, at: usize, first: &Number) -> Option<(Amount, usize)> {
    if first.greatest.is_some() {
        return None;
    }
    let own = unit(from, first);
    let mut next = own.map_or(first.end, |(_, end)| end);
    if from.dash(next) {
        if from.touches(next) != from.touches(next + 1) {
            return None;
        }
    } else {
        let word = from.word(next);
        // "rose from 5% to 10%" is a change, as with sums.
        let change = own.is_some() && matches!(from.before(at), "from" | "by");
        if change || !(is_to(word, from.foreign()) || (is_and(word) && is_between(from.before(at)))) {
            return None;
        }
    }
    next += 1;
    let second = from.number(next).filter(|second| second.greatest.is_none())?;
    let (unit, end) = unit(from, &second)?;
    if own.is_some_and(|(own, _)| own != unit) {
        return None;
    }
    let mut least = first.least;
    if first.power == 0
        && second.power != 0
        && let Some(more) = least.scaled(second.power)
        && more.compare(second.least).is_le()
    {
        least = more;
    }
    let ordered = least.compare(second.least).is_lt();
    ordered.then_some((Amount { least, greatest: Some(second.least), unit }, end))
}

/// The unit behind a number, and where it ends.
fn unit(from: &Reading, number: &Number) -> Option<(Unit, usize)> {
    let at = number.end;
    let token = from.token(at)?;
    match token.shape {
        Shape::Mark('%' | '٪' | '％') => {
            let points = matches!(from.word(at + 1), "points" | "point");
            return Some(if points { ("pp", at + 2) } else { ("%", at + 1) });
        }
        Shape::Mark('‰') => return Some(("‰", at + 1)),
        Shape::Mark('°' | 'º') => return degrees(from, at + 1),
        Shape::Mark('℃') => return Some(("°C", at + 1)),
        // "500-km", "10-year".
        Shape::Mark('-') if !token.spaced && from.touches(at + 1) => {
            let word = from.word(at + 1);
            let (unit, end) = (units::named(word).or_else(|| sign(word, false))?, at + 2);
            let whole = from.token(at + 1).is_some_and(|token| token.hyphen == 0);
            return whole.then_some((unit, end));
        }
        Shape::Lower | Shape::Title | Shape::Caps => {}
        _ => return None,
    }
    let word = from.word(at).trim_end_matches('.');
    match (word, from.word(at + 1)) {
        ("per" | "Per", "cent") | ("por", "ciento") | ("pour", "cent") => return Some(percent(from, at + 2)),
        ("percentage", "points" | "point") => return Some(("pp", at + 2)),
        ("degree" | "degrees", _) => return degrees(from, at + 1),
        ("light", "years" | "year") => return Some(("ly", at + 2)),
        ("nautical", "miles" | "mile") => return Some(("nmi", at + 2)),
        ("metric", "tons" | "tonnes" | "ton") => return Some(("t", at + 2)),
        ("pound" | "pounds", "of") => return Some(("lb", at + 1)),
        _ => {}
    }
    // "sq km", "square kilometres", "cubic metres".
    let squared = matches!(word, "sq" | "square" | "кв" | "Quadrat");
    let cubed = matches!(word, "cu" | "cubic" | "куб");
    if squared || cubed {
        let stop = usize::from(from.token(at + 1).is_some_and(|token| token.is('.') && !token.spaced));
        let word = from.word(at + 1 + stop);
        let unit = units::named(word).or_else(|| units::sign(word))?;
        let unit = if squared { units::square(unit) } else { units::cube(unit) };
        return Some(per(from, unit?, at + 2 + stop));
    }
    let lower = from.foreign() && token.shape == Shape::Title;
    let unit = if lower { units::named(&word.to_lowercase()) } else { units::named(word) };
    let unit = unit.or_else(|| sign(word, token.spaced))?;
    Some(match unit {
        "%" => percent(from, at + 1),
        _ => per(from, unit, at + 1),
    })
}

/// The unit of a sign. One letter alone says too little where it touches the number ("5m", "3G").
fn sign(word: &str, spaced: bool) -> Option<Unit> {
    let letter = word.chars().nth(1).is_none();
    units::sign(word).filter(|_| spaced || !letter)
}

fn percent(from: &Reading, end: usize) -> (Unit, usize) {
    if matches!(from.word(end), "points" | "point") { ("pp", end + 1) } else { ("%", end) }
}

/// Degrees of a scale, or of an angle; behind the sign or the word.
fn degrees(from: &Reading, at: usize) -> Option<(Unit, usize)> {
    Some(match from.word(at).trim_end_matches('.') {
        "C" | "Celsius" | "С" | "centigrade" => ("°C", at + 1),
        "F" | "Fahrenheit" => ("°F", at + 1),
        // "53° 54′ N" is a place.
        "N" | "S" | "E" | "W" | "′" => return None,
        _ if from.token(at).is_some_and(|token| token.shape == Shape::Number) => return None,
        _ => ("°", at),
    })
}

/// The unit with the time in which it is meant: "km/h", "kilometres per hour", "barrels a day".
fn per(from: &Reading, unit: Unit, end: usize) -> (Unit, usize) {
    let joined = match from.word(end) {
        "/" => from.touches(end),
        "per" | "a" | "an" => true,
        _ => false,
    };
    match units::per(unit, from.word(end + 1)) {
        Some(unit) if joined => (unit, end + 2),
        _ => (unit, end),
    }
}

#[cfg(test)]
mod tests;
