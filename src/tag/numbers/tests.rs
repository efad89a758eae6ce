//! Numbers in figures and words, beside words that are none.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::Context;
use super::super::scan::scan;
use super::Reading;
use crate::text::Span;

/// The number at the beginning of a text, with how many tokens it has.
fn read(text: &str) -> Option<(String, usize)> {
    let mut tokens = Vec::new();
    scan(text, Span::new(0, text.len()), &mut tokens);
    let number = Reading::new(text, &tokens, &Context::default()).number(0)?;
    let range = number.greatest.map_or(String::new(), |greatest| format!("..{greatest}"));
    Some((format!("{}{range}", number.least), number.end))
}

#[test]
fn figures_take_their_groups_and_powers() {
    for (text, number, tokens) in [
        ("5", "5", 1),
        ("1.5 billion", "1500000000", 2),
        ("10 000 000 men", "10000000", 3),
        ("10\u{a0}000,50", "10000.5", 2),
        ("5-10 million", "5000000..10000000", 2),
        ("500-million", "500000000", 3),
        ("500 crore", "5000000000", 2),
        ("2 lakh crore", "2000000000000", 3),
        ("5m", "5000000", 2),
        ("5 m", "5", 1),
        ("2019 300", "2019", 1),
        ("5 hundred thousand", "500000", 3),
    ] {
        assert_eq!(read(text), Some((number.to_owned(), tokens)), "{text}");
    }
    for text in ["555-0143", "10-5", "1:20", "3/4", "2019-07-03", "1.2.3"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn words_make_a_number_as_far_as_they_fit() {
    for (text, number, tokens) in [
        ("two", "2", 1),
        ("twenty five", "25", 2),
        ("twenty-five", "25", 1),
        ("two hundred and fifty", "250", 4),
        ("two hundred and some", "200", 2),
        ("three million five hundred thousand two", "3500002", 6),
        ("two thousand and nine", "2009", 4),
        ("a hundred", "100", 2),
        ("a hundred and twenty million", "120000000", 5),
        ("half a million", "500000", 3),
        ("a half million", "500000", 3),
        ("one and a half billion", "1500000000", 5),
        ("two two", "2", 1),
        ("twenty twenty", "20", 1),
        ("one million million", "1000000", 2),
    ] {
        assert_eq!(read(text), Some((number.to_owned(), tokens)), "{text}");
    }
    for text in ["a man", "million", "and", "half of", "hundred", "an", "several million", "half a dozen"] {
        assert_eq!(read(text), None, "{text}");
    }
}
