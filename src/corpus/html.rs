//! HTML (a place holder until its reader is merged).

use std::ops::Range;

use super::builder::{Builder, Piece};

/// Which part of a markup is the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    /// A chapter of a book, a mail: all of the body is the document.
    All,
}

/// Sets the markup in `raw[range]` into `builder`.
pub(super) fn set(raw: &str, range: Range<usize>, builder: &mut Builder<'_>, whole: Whole) {
    debug_assert_eq!(whole, Whole::All);
    let at = range.start;
    let text = raw.get(range).unwrap_or_default();
    builder.plain_lines([Piece { text, at, ends: true }], 0, None);
}
