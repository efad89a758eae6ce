//! What the tests of plain texts share.
#![allow(clippy::unwrap_used)]

use super::{Document, parse};
use crate::text::BlockKind;

/// A paragraph of two sentences.
pub(super) const PROSE: &str = "The two sides met for a whole day in the house by the sea and spoke of the price of milk. Neither of them would say afterwards what had been agreed on.";

/// The document of a plain text.
pub(super) fn document(text: &str) -> Document {
    parse("folder/note.txt", text.as_bytes()).unwrap()
}

/// The kind of each block and its text.
pub(super) fn shown(text: &str) -> Vec<(String, String)> {
    let document = document(text);
    let blocks = document.text.blocks().iter();
    blocks
        .map(|block| (format!("{:?}", block.kind), block.span.of(document.text.as_str()).to_owned()))
        .collect()
}

/// What of a plain text is set aside.
pub(super) fn aside(text: &str) -> Vec<String> {
    let document = document(text);
    let blocks = document.text.blocks().iter().filter(|block| matches!(block.kind, BlockKind::Aside(_)));
    blocks.map(|block| block.span.of(document.text.as_str()).to_owned()).collect()
}
