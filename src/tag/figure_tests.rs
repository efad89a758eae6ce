//! What holds of figures in any text: spans in order and on characters, values in their bounds, nothing that takes long.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

use proptest::prelude::*;

use super::figures::figures;
use super::tests::text_of;
use super::{Context, Decimal, Kind, Mention, Value, Wanted};
use crate::text::BlockKind;

const LANGUAGES: [Option<&str>; 6] = [None, Some("en"), Some("de"), Some("fr"), Some("ru"), Some("xx-YY")];

/// Bits of text that the rules look at.
const BITS: &[&str] = &[
    "$",
    "US$",
    "€",
    "¥",
    "£",
    "-",
    "–",
    "5",
    "10",
    "1,000",
    "1.000,50",
    "5-10",
    "000",
    " ",
    " ",
    " ",
    "\u{a0}",
    ".",
    ",",
    "%",
    "°",
    "C",
    " million",
    " billion",
    "bn",
    "k",
    "m",
    " to ",
    " and ",
    "between ",
    "from ",
    "two ",
    "half ",
    "a ",
    "hundred ",
    "Belarusian ",
    "rubles",
    "dollars",
    "cents",
    "pounds",
    " sterling",
    "euros",
    "EUR ",
    "USD",
    "Rs ",
    "Rs.",
    " crore",
    " lakh",
    " km",
    "/h",
    " square",
    " miles",
    " per",
    " cent",
    " barrels",
    " weeks",
    "+375",
    " (17) ",
    "222-33-44",
    "(202) 555-0143",
    "00",
    "tel. ",
    "https://",
    "www.",
    "example",
    ".org",
    "@",
    "_",
    "+",
    "(",
    ")",
    "IMO ",
    "9074729",
    "IBAN ",
    "DE89",
    " 3704",
    "ISBN ",
    "978-",
    "doi:",
    "10.1000/",
    "S/RES/",
    "No. ",
    "case ",
    "VIN ",
    "EW-001",
    "registration ",
    "9999999999999999999999999999",
    "млрд ",
    "рублей",
    "d'euros",
    "ß",
    "İ",
    "e\u{301}",
    "\u{fffd}",
    "²",
    "١٢",
    "\n",
];

fn hostile() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        4 => prop::sample::select(BITS).prop_map(str::to_owned),
        1 => ".{0,6}",
        1 => "[0-9A-Z a-z.,:/()+€$%-]{0,24}",
    ];
    prop::collection::vec(bit, 0..50).prop_map(|bits| bits.concat())
}

fn found(text: &str, language: Option<&str>) -> Vec<Mention> {
    let context = Context { language: language.map(str::to_owned), ..Context::default() };
    figures(&text_of(BlockKind::Paragraph, text), &context, Wanted::ALL, &|| false)
}

fn bounded(number: Decimal) -> bool {
    number.digits.unsigned_abs() < 10u128.pow(28) && number.exponent.abs() <= 30
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_text_gives_figures_in_order_on_boundaries_with_values_in_bounds(text in hostile(), language in 0..6usize) {
        let mentions = found(&text, LANGUAGES[language]);
        for mention in &mentions {
            let words = mention.span.of(&text);
            prop_assert!(!words.is_empty() && words.trim() == words, "{words:?}");
            match (mention.kind, mention.value) {
                (Kind::Money, Some(Value::Sum(amount))) | (Kind::Quantity, Some(Value::Quantity(amount))) => {
                    prop_assert!(bounded(amount.least), "{amount:?}");
                    let ordered = |greatest| bounded(greatest) && amount.least.compare(greatest).is_lt();
                    prop_assert!(amount.greatest.is_none_or(ordered), "{amount:?}");
                }
                (Kind::Contact, Some(value @ Value::Contact(_))) => prop_assert!(!value.plain(words).is_empty()),
                (Kind::Identifier, Some(value @ Value::Identifier(_))) => prop_assert!(!value.plain(words).is_empty()),
                (Kind::Date, _) => {}
                other => prop_assert!(false, "{other:?}"),
            }
        }
        prop_assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }
}

#[test]
fn texts_made_to_be_slow_take_time_by_their_length_only() {
    for bit in [
        "1,",
        "5 ",
        "100 ",
        "a@",
        "a.b",
        "$",
        "5-",
        "hundred ",
        "two ",
        "and ",
        "+1 ",
        "(",
        "a(b.c/",
        "DE89 3704 ",
        "no. ",
        "million ",
    ] {
        let text = bit.repeat(200_000 / bit.len());
        found(&text, None);
    }
}
