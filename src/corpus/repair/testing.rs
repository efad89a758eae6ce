//! What the tests of repairing share.

use std::sync::Arc;

use super::super::draft::{Draft, Source};
use super::super::{Limits, plain};
use crate::text::Span;

/// The text as a draft, not repaired.
pub(super) fn draft(text: &str) -> Draft {
    plain::read(&Source { name: "a.txt", bytes: text.as_bytes(), limits: &Limits::default() })
}

/// The repaired text, and what was done.
pub(super) fn shown(text: &str) -> (String, Vec<String>) {
    repaired(draft(text))
}

/// The same of a text that is one block, whatever lines it has.
pub(super) fn in_one_block(text: &str) -> (String, Vec<String>) {
    let mut draft = draft(text);
    draft.blocks.truncate(1);
    draft.blocks[0].span = Span::new(0, text.len());
    repaired(draft)
}

fn repaired(mut draft: Draft) -> (String, Vec<String>) {
    super::repair(&mut draft);
    assert!(*draft.text != *draft.raw || Arc::ptr_eq(&draft.text, &draft.raw));
    (draft.text.to_string(), draft.done)
}

/// The repaired text.
pub(super) fn mended(text: &str) -> String {
    shown(text).0
}
