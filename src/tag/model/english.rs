//! The model of English that the program carries. How it was made is told in `docs/model-card.md`.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Instant;

use super::Model;
use crate::log;

/// The model's bytes.
static BYTES: &[u8] = include_bytes!("english.ibidmodel");

/// The model of English, one for all who have it at a time, opened when nobody had it; `None` if the program was built
/// with a damaged one, which a test rules out.
pub fn english() -> Option<Arc<Model>> {
    static MODEL: Mutex<Weak<Model>> = Mutex::new(Weak::new());
    let mut shared = MODEL.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(model) = shared.upgrade() {
        return Some(model);
    }
    let begun = Instant::now();
    let model = Model::open(BYTES).ok().map(Arc::new);
    log::took("tagger", "model opened", begun, &[("sound", u64::from(model.is_some()))]);
    *shared = model.as_ref().map(Arc::downgrade).unwrap_or_default();
    model
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::{Memory, Tokens};
    use super::*;
    use crate::text::Span;

    #[test]
    fn the_model_that_ships_opens_and_is_small() {
        assert!(english().is_some());
        assert!(BYTES.len() < 6_500_000);
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
            let names = english().unwrap().tagger().tag(words, &tokens.ends, Vec::new(), &mut memory);
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
