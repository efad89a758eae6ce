//! Where a quotation that somebody typed or copied stands in a text.

use memchr::memmem::Finder;

use crate::text::Span;
use crate::text::fold::Folding;

/// Where `quotation` stands in `text`, in order, not overlapping, at most `limit` places.
///
/// Any run of white space is equal to any other, and typographic quotation marks and dashes are equal to plain ones;
/// letters are themselves. White space at the ends of the quotation doesn't count. Linear in both.
pub fn places_of(quotation: &str, text: &str, limit: usize) -> Vec<Span> {
    let folding = Folding { case: true, accents: true };
    let sought = folding.fold(quotation.trim());
    if sought.as_str().is_empty() {
        return Vec::new();
    }
    let folded = folding.fold(text);
    let finder = Finder::new(sought.as_str());
    let places = finder.find_iter(folded.as_str().as_bytes());
    let places = places.map(|at| folded.source_span(at, at + sought.as_str().len()));
    places.filter(|span| !span.is_empty()).take(limit).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn found<'a>(quotation: &str, text: &'a str) -> Vec<&'a str> {
        places_of(quotation, text, 9).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn line_ends_quotation_marks_and_dashes_dont_count_and_letters_do() {
        let text = "She said: “the pier —\n  our pier — is gone”. The Pier.";
        assert_eq!(
            found(" \"the pier - our pier - is gone\" ", text),
            ["“the pier —\n  our pier — is gone”"]
        );
        assert_eq!(found("the pier", text), ["the pier"]);
        assert_eq!(found("pier", text), ["pier", "pier"]);
        assert_eq!(found("quay", text), [""; 0]);
        assert_eq!(found("  ", text), [""; 0]);
    }

    proptest! {
        #[test]
        fn places_stand_in_order_on_characters(quotation in "[a \"“é]{0,4}", text in "[a \n\"“”ée\u{301}\u{ad}]{0,60}") {
            let mut last = 0;
            for span in places_of(&quotation, &text, 9) {
                prop_assert!(span.start >= last && span.end > span.start);
                prop_assert!(text.get(span.range()).is_some());
                last = span.end;
            }
        }

        #[test]
        fn what_stands_there_is_found(before in "[ab \n]{0,20}", words in "[cd“]{1,9}", after in "[ab \n]{0,20}") {
            let text = format!("{before}{words}{after}");
            prop_assert_eq!(found(&words, &text), [words.as_str()]);
        }
    }
}
