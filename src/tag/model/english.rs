//! The model of English that the program carries. How it was made is told in `docs/model-card.md`.

use std::sync::OnceLock;

use super::Model;

/// The model's bytes.
static BYTES: &[u8] = include_bytes!("english.ibidmodel");

/// The model of English, opened when it is first asked for; `None` if the program was built with a damaged one, which
/// a test rules out.
pub fn english() -> Option<&'static Model> {
    static MODEL: OnceLock<Option<Model>> = OnceLock::new();
    MODEL.get_or_init(|| Model::open(BYTES).ok()).as_ref()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::{Memory, NameKind, Tokens};
    use super::*;
    use crate::text::Span;

    /// The names in a text as "kind text", each paragraph of its own.
    fn names(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            tokens.add(text, Span::new(at, at + line.len()));
            at += line.len();
        }
        tokens.part_glued(text);
        let words = tokens.spans.iter().map(|span| span.of(text));
        let names = english().unwrap().tagger().tag(words, &tokens.ends, &mut Memory::default());
        let span = |first: u32, end: u32| tokens.spans[first as usize].join(tokens.spans[end as usize - 1]);
        names
            .iter()
            .filter(|name| name.kind != NameKind::Other)
            .map(|name| format!("{} {}", name.kind.code(), span(name.first, name.end).of(text)))
            .collect()
    }

    #[test]
    fn the_model_that_ships_opens_and_is_small() {
        assert!(english().is_some());
        assert!(BYTES.len() < 12_000_000);
    }

    #[test]
    fn plain_news_is_tagged() {
        assert_eq!(
            names(
                "President Anna Kowalska of Poland met officials of the World Health Organization in Geneva."
            ),
            ["PER Anna Kowalska", "LOC Poland", "ORG World Health Organization", "LOC Geneva"]
        );
    }

    #[test]
    fn demonyms_are_no_places() {
        let found = names("The Belarusian and Russian governments spoke with a French diplomat in Minsk.");
        assert_eq!(found, ["LOC Minsk"]);
    }

    #[test]
    fn a_name_seen_clearly_helps_elsewhere() {
        let found = names(
            "Foreign Minister Uladzimir Makey spoke in Vienna.\n\nMakey said little. Nobody asked Makey.",
        );
        assert_eq!(found.iter().filter(|name| name.ends_with("Makey")).count(), 3, "{found:?}");
        assert!(
            found.iter().filter(|name| name.ends_with("Makey")).all(|name| name.starts_with("PER")),
            "{found:?}"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_tagged_within_its_tokens(text in "(\\PC|[\\n .,'’\"-]|Minsk|Anna |U\\.S\\. |\\(UN\\)){0,120}") {
            let mut tokens = Tokens::default();
            tokens.add(&text, Span::new(0, text.len()));
            tokens.part_glued(&text);
            let mut before = 0;
            for span in &tokens.spans {
                prop_assert!(span.start as usize >= before && !span.of(&text).is_empty());
                before = span.end as usize;
            }
            prop_assert!(tokens.ends.is_sorted());
            prop_assert_eq!(tokens.ends.last().copied().unwrap_or(0) as usize, tokens.spans.len());
            let words = tokens.spans.iter().map(|span| span.of(&text));
            let mut memory = Memory::default();
            let names = english().unwrap().tagger().tag(words, &tokens.ends, &mut memory);
            let mut before = 0;
            for name in names {
                prop_assert!(name.first >= before && name.end > name.first);
                prop_assert!(name.end as usize <= tokens.spans.len());
                prop_assert!((0.0..=1.0).contains(&name.confidence));
                before = name.end;
            }
        }
    }
}
