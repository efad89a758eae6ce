//! Identifiers: numbers and codes by which a ship, an account, a company, a book or a document is registered.
//!
//! A code with a check digit must have the right one. One without, or one whose digits are common, needs a word before it
//! that says what it is; that word isn't part of it.

mod announced;
mod checks;
mod documents;

use super::figures::Figure;
use super::numbers::Reading;
use super::scan::{Shape, Token};
use super::{Identifier, Kind, Value};
use crate::text::Span;
use announced::{Label, announced};

/// The most bytes of an identifier.
const LONGEST: usize = 128;

/// The identifier that begins with the token at `at`.
pub(super) fn identifier(from: &Reading, at: usize) -> Option<Figure> {
    let token = from.token(at)?;
    let (offset, length, identifier) = match token.shape {
        // "https://doi.org/10.1000/182": the number within the address.
        Shape::Address => {
            let word = from.word(at);
            let offset = word.find("doi.org/10.")? + "doi.org/".len();
            (offset, documents::doi(word.as_bytes().get(offset..)?)?, Identifier::Doi)
        }
        Shape::Mark(_) => return None,
        _ => {
            if !may_begin(from, token, at) {
                return None;
            }
            let (length, identifier) = code(from, at)?;
            (0, length, identifier)
        }
    };
    let start = token.span.start as usize + offset;
    let span = Span::new(start, start + length);
    (!span.of(from.text).is_empty()).then_some(Figure {
        span,
        kind: Kind::Identifier,
        value: Some(Value::Identifier(identifier)),
    })
}

/// Whether a code can begin with the token; this is asked of every one.
fn may_begin(from: &Reading, token: &Token, at: usize) -> bool {
    let joined = !token.spaced && at > 0 && !matches!(from.tokens[at - 1].shape, Shape::Mark(_));
    if joined {
        return false;
    }
    match token.shape {
        Shape::Number => true,
        Shape::Lower | Shape::Address | Shape::Mark(_) => false,
        Shape::Title | Shape::Caps => {
            let word = from.word(at);
            let bank = token.shape == Shape::Caps && matches!(word.len(), 8 | 11);
            let more = from.token(at + 1).is_some_and(|next| {
                let series = next.shape == Shape::Number && word.len() <= 3;
                series || (!next.spaced && matches!(next.shape, Shape::Number | Shape::Mark('/' | '(' | '-')))
            });
            bank || more || word.bytes().any(|byte| byte.is_ascii_digit())
        }
    }
}

/// The length in bytes of the code that begins with the token at `at`, and what it is.
fn code(from: &Reading, at: usize) -> Option<(usize, Identifier)> {
    let start = from.token(at)?.span.start as usize;
    let end = (from.tokens.last()?.span.end as usize).min(start + LONGEST);
    let bytes = from.text.as_bytes().get(start..end)?;
    if let Some(length) = documents::doi(bytes) {
        return Some((length, Identifier::Doi));
    }
    if let Some(length) = documents::united_nations(bytes) {
        return Some((length, Identifier::Document));
    }
    let run = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let whole = std::str::from_utf8(bytes.get(..run)?).ok()?;
    let label = announced(from, at);
    if let Some(label) = label {
        return said(label, bytes, whole);
    }
    let letters = whole.bytes().filter(u8::is_ascii_uppercase).count();
    let upper = letters > 0 && !whole.bytes().any(|byte| byte.is_ascii_lowercase());
    if let Some(length) = iban(bytes) {
        return Some((length, Identifier::Iban));
    }
    let mixed = upper && letters < run;
    match run {
        20 if mixed && checks::mod_97(whole) => Some((run, Identifier::Lei)),
        12 if mixed && security(whole) => Some((run, Identifier::Isin)),
        17 if mixed && (2..16).contains(&letters) && checks::vin(whole) => Some((run, Identifier::Vin)),
        _ => {
            let (length, joined) = grouped(bytes, 13)?;
            (joined.starts_with("97") && checks::isbn(&joined)).then_some((length, Identifier::Isbn))
        }
    }
}

/// The code that its words announce.
fn said(label: Label, bytes: &[u8], whole: &str) -> Option<(usize, Identifier)> {
    let run = whole.len();
    let checked = |fits: bool, identifier| fits.then_some((run, identifier));
    let digits = |count: usize| run == count && whole.bytes().all(|byte| byte.is_ascii_digit());
    let registered = |fits: bool| checked(fits, Identifier::Registration);
    match label {
        Label::Imo => checked(checks::imo(whole), Identifier::Imo),
        Label::Iban => iban(bytes).map(|length| (length, Identifier::Iban)),
        Label::Bic => checked(bank(whole), Identifier::Bic),
        Label::Lei => checked(run == 20 && checks::mod_97(whole), Identifier::Lei),
        Label::Isin => checked(security(whole), Identifier::Isin),
        Label::Isbn => [13, 10].into_iter().find_map(|count| {
            let (length, joined) = grouped(bytes, count)?;
            checks::isbn(&joined).then_some((length, Identifier::Isbn))
        }),
        Label::Issn => {
            let (length, joined) = grouped(bytes, 8)?;
            checks::issn(&joined).then_some((length, Identifier::Issn))
        }
        Label::Doi => documents::doi(bytes).map(|length| (length, Identifier::Doi)),
        // The first digit of a ship's is 2 to 7 (ITU-R M.585).
        Label::Mmsi => checked(digits(9) && matches!(whole.as_bytes(), [b'2'..=b'7', ..]), Identifier::Mmsi),
        Label::Vin => {
            let form =
                |byte: u8| byte.is_ascii_digit() || (byte.is_ascii_uppercase() && !b"IOQ".contains(&byte));
            // North America has a check digit, other continents needn't.
            let american = matches!(whole.as_bytes(), [b'1'..=b'5', ..]);
            checked(
                run == 17 && whole.bytes().all(form) && (!american || checks::vin(whole)),
                Identifier::Vin,
            )
        }
        Label::Inn => registered(checks::inn(whole)),
        Label::Ogrn => registered(checks::ogrn(whole)),
        Label::Unp => registered(checks::unp(whole)),
        Label::Nip => {
            let (length, joined) = grouped(bytes, 10)?;
            checks::nip(&joined).then_some((length, Identifier::Registration))
        }
        Label::Pesel => registered(checks::pesel(whole)),
        Label::Registration => {
            documents::reference(bytes, 4).map(|length| (length, Identifier::Registration))
        }
        Label::Case => documents::case(bytes).map(|length| (length, Identifier::Registration)),
        Label::Plate => documents::plate(bytes).map(|length| (length, Identifier::Registration)),
        Label::Act => documents::act(bytes).map(|length| (length, Identifier::Document)),
    }
}

/// Whether it has the form of a bank's code (ISO 9362): four letters, a country's two, two and perhaps three characters.
fn bank(code: &str) -> bool {
    let letters = code.bytes().take(6).all(|byte| byte.is_ascii_uppercase());
    let rest = code.bytes().skip(6).all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    matches!(code.len(), 8 | 11) && letters && rest
}

/// Whether it is the number of a security: two letters of a country or of an agency, and the check digit.
fn security(code: &str) -> bool {
    let country = code.bytes().take(2).all(|byte| byte.is_ascii_uppercase());
    country && code.bytes().skip(2).filter(u8::is_ascii_digit).count() >= 4 && checks::isin(code)
}

/// The length in bytes of the account number that begins there, whole or in groups of four.
fn iban(bytes: &[u8]) -> Option<usize> {
    let [a, b, c, d, ..] = bytes else { return None };
    if !(a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit()) {
        return None;
    }
    let (mut joined, mut at) = (String::new(), 0);
    let mut found = None;
    loop {
        let before = at;
        while let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        {
            joined.push(char::from(*byte));
            at += 1;
        }
        let ended = !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        if joined.len() > 34 || !ended {
            break;
        }
        if joined.len() >= 15 && joined.parse::<iban::Iban>().is_ok() {
            found = Some(at);
        }
        let group = at - before == 4;
        at += match bytes.get(at..) {
            Some([b' ' | b'-', ..]) if group => 1,
            Some([0xc2, 0xa0, ..]) if group => 2,
            _ => break,
        };
    }
    found
}

/// The length in bytes of a number of so many digits (the last may be an X) in groups that are parted by hyphens or single
/// blanks, and its digits.
fn grouped(bytes: &[u8], count: usize) -> Option<(usize, String)> {
    let (mut joined, mut at) = (String::new(), 0);
    loop {
        match bytes.get(at) {
            Some(byte)
                if byte.is_ascii_digit() || (joined.len() + 1 == count && matches!(byte, b'X' | b'x')) =>
            {
                joined.push(char::from(*byte));
                at += 1;
            }
            _ => return None,
        }
        let next = bytes.get(at);
        if joined.len() == count {
            let hyphen = next == Some(&b'-') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            let more = hyphen || next.is_some_and(u8::is_ascii_alphanumeric);
            return (!more).then_some((at, joined));
        }
        if matches!(next, Some(b'-' | b' ')) {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests;
