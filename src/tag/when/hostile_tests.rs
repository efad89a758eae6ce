//! Dates in text that was made to bring the reader down.

use proptest::prelude::*;

use super::tests::{DAY, context, dates};
use crate::tag::tests::text_of;
use crate::tag::{Context, Date};
use crate::text::BlockKind;

/// Words and signs of dates, which arbitrary text hardly ever has next to one another.
const SCRAPS: &[&str] = &[
    "9",
    "June",
    "2019",
    "31",
    "February",
    "last",
    "next",
    "Monday",
    "-",
    "–",
    " ",
    " ",
    " ",
    ",",
    ".",
    "to",
    "from",
    "between",
    "and",
    "of",
    "the",
    "early",
    "end",
    "two",
    "weeks",
    "ago",
    "later",
    "2019-07-03",
    "T08:44Z",
    "21:43",
    "p.m.",
    "at",
    "’90s",
    "1990s",
    "0000",
    "9999",
    "century",
    "decades",
    "29",
    "winter",
    "Q3",
    "May-June",
    "mid-2019",
    "5-9",
    "2014/16",
    "х",
    "é",
    "года",
    "августа",
    "\n",
    "99",
    "2000",
    "centuries",
    "year",
    "same",
    "New",
    "Year's",
    "Eve",
    "half",
    "past",
    "in",
];

/// What holds of the dates of any text.
fn check(text: &str, context: &Context) {
    let text = text_of(BlockKind::Paragraph, text);
    let mut end = 0;
    for (mention, when) in dates(&text, context) {
        assert!(mention.span.start >= end && mention.span.end > mention.span.start);
        assert!(text.as_str().get(mention.span.range()).is_some());
        end = mention.span.end;
        if let (Some(Date::Known(first)), Some(Date::Known(last))) = (when.date, when.last) {
            assert!(first <= last, "{when}");
        }
        assert!(when.time.is_none_or(|time| time.hour <= 24 && time.minute.is_none_or(|minute| minute < 60)));
    }
}

#[test]
fn what_could_go_on_for_ever_ends_soon() {
    for scrap in [
        "first half of ",
        "the end of ",
        "Monday, ",
        "5 to ",
        "June - ",
        "1990 - ",
        "last ",
        "two weeks ",
        "9 p.m. on ",
    ] {
        check(&scrap.repeat(20_000), &context(DAY, "en"));
    }
}

proptest! {
    #[test]
    fn arbitrary_text_never_brings_the_reader_down(text in any::<String>()) {
        check(&text, &context(DAY, "en"));
    }

    #[test]
    fn scraps_of_dates_in_any_order_are_read_in_order(
        scraps in prop::collection::vec((0..SCRAPS.len(), any::<bool>()), 0..40),
        date in prop::sample::select(vec!["", "1", "9999", "9999-12-31", "1-01-01", "2019-07", DAY]),
        language in prop::sample::select(vec!["en", "de", "fr", "ru", "es", "pl", "fi"]),
    ) {
        let text: String =
            scraps.iter().map(|(at, blank)| format!("{}{}", SCRAPS[*at], if *blank { " " } else { "" })).collect();
        check(&text, &context(date, language));
    }
}
