//! Sums of money: "$1.5 billion", "€20", "5,000 rubles", "USD 3m".

use super::scan::{Shape, Token};

/// Currencies by sign, code and name in lower case; the first of each line stands for it. From common knowledge,
/// with ISO 4217 for the codes.
const CURRENCIES: &[&[&str]] = &[
    &["$", "usd", "us$", "dollar", "dollars", "buck", "bucks"],
    &["€", "eur", "euro", "euros"],
    &["£", "gbp", "sterling"],
    &["¥", "jpy", "yen"],
    &["₽", "rub", "ruble", "rubles", "rouble", "roubles"],
    &["byn", "byr"],
    &["₴", "uah", "hryvnia", "hryvnias", "hryvnya", "hryvna"],
    &["₹", "inr", "rupee", "rupees"],
    &["₺", "try", "lira", "liras"],
    &["₪", "ils", "shekel", "shekels"],
    &["₩", "krw"],
    &["₸", "kzt", "tenge"],
    &["₾", "gel", "lari"],
    &["cny", "rmb", "yuan", "renminbi"],
    &["chf", "franc", "francs"],
    &["pln", "zloty", "zlotys", "złoty"],
    &["czk", "koruna", "korunas"],
    &["huf", "forint", "forints"],
    &["sek", "krona", "kronor"],
    &["nok", "dkk", "krone", "kroner"],
    &["brl", "mxn", "peso", "pesos"],
    &["aed", "dirham", "dirhams"],
    &["iqd", "dinar", "dinars"],
    &["sar", "riyal", "riyals"],
    &["zar", "rand"],
    &["cent", "cents"],
    &["aud"],
    &["cad"],
];

/// Words for powers of ten.
const MAGNITUDES: &[(&str, i32)] = &[
    ("hundred", 2),
    ("thousand", 3),
    ("k", 3),
    ("million", 6),
    ("millions", 6),
    ("mln", 6),
    ("mn", 6),
    ("m", 6),
    ("billion", 9),
    ("billions", 9),
    ("bln", 9),
    ("bn", 9),
    ("b", 9),
    ("trillion", 12),
    ("trn", 12),
    ("tn", 12),
];

fn currency(word: &str) -> Option<&'static str> {
    if word.len() > 12 {
        return None;
    }
    let lower = word.to_lowercase();
    CURRENCIES.iter().find(|names| names.contains(&lower.as_str())).and_then(|names| names.first().copied())
}

/// A code counts in capitals only: "TRY 5", never "try 5".
fn code(word: &str) -> Option<&'static str> {
    let capitals = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    capitals.then(|| currency(word)).flatten()
}

fn magnitude(word: &str) -> Option<i32> {
    MAGNITUDES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, power)| *power)
}

/// The number of tokens from `at` on that are a sum of money.
pub(super) fn money(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let number = |at: usize| {
        tokens.get(at).is_some_and(|token| token.shape == Shape::Number && amount(word(at)).is_some())
    };
    let power = |at: usize| {
        let spaced = tokens.get(at).is_none_or(|token| token.spaced);
        let word = word(at);
        // A single letter is a power only where it touches the number.
        usize::from(magnitude(word).is_some() && (!spaced || word.len() > 1))
    };
    let first = tokens.get(at)?;
    let sign = matches!(first.shape, Shape::Mark(_)) && currency(word(at)).is_some();
    if (sign || code(word(at)).is_some()) && number(at + 1) {
        return Some(2 + power(at + 1 + 1));
    }
    // "US$5": the letters and the sign are two tokens.
    if first.capital()
        && word(at).len() <= 3
        && word(at + 1) == "$"
        && number(at + 2)
        && !tokens[at + 1].spaced
    {
        return Some(3 + power(at + 3));
    }
    if !number(at) {
        return None;
    }
    let end = at + 1 + power(at + 1);
    // "5,000 Belarusian rubles": one capitalised word may stand between.
    for end in [end, end + 1] {
        let unit = word(end);
        let sign =
            tokens.get(end).is_some_and(|token| matches!(token.shape, Shape::Mark(_)) && !token.spaced);
        let named = unit.len() > 3 && unit.chars().all(char::is_lowercase) || unit == "yen";
        if (named || sign || code(unit).is_some()) && currency(unit).is_some() {
            return Some(end + 1 - at);
        }
        let pounds = matches!(unit, "pound" | "pounds");
        if pounds && (end > at + 1 || word(end + 1) == "sterling") {
            return Some(end + 1 + usize::from(word(end + 1) == "sterling") - at);
        }
        if !tokens.get(end).is_some_and(Token::capital) {
            break;
        }
    }
    None
}

fn amount(digits: &str) -> Option<f64> {
    if digits.len() > 24 || digits.contains(['-', '/', ':']) {
        return None;
    }
    digits.replace(',', "").parse().ok()
}

/// A key that two namings of one sum have in common: "$1.5 billion" and "$1,500 million".
pub(super) fn money_key(name: &str) -> String {
    let (mut value, mut unit, mut rest) = (0.0, String::new(), String::new());
    let mut take = |piece: &str| {
        if let Some(number) = amount(piece) {
            value = number;
        } else if let Some(power) = magnitude(piece) {
            value *= 10f64.powi(power);
        } else if let Some(known) = currency(piece) {
            unit = known.to_owned();
        } else if matches!(piece, "pound" | "pounds") {
            unit = "£".to_owned();
        } else {
            rest += &piece.to_lowercase();
        }
    };
    for word in name.split_whitespace() {
        let mut from = 0;
        let digit = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        for (at, c) in word.char_indices().skip(1) {
            let before = word[..at].chars().next_back();
            if before.is_some_and(|before| digit(before) != digit(c)) {
                take(&word[from..at]);
                from = at;
            }
        }
        take(&word[from..]);
    }
    if rest == "us" && unit == "$" {
        rest.clear();
    }
    format!("{unit} {value} {rest}")
}
