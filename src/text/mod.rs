//! Text as ibid handles it: spans, blocks, words, folding, wrapping, making safe. Knows no other module.

pub mod around;
mod block;
pub mod fold;
pub mod glyph;
pub mod nearest;
pub mod parting;
pub mod safe;
pub mod setting;
mod span;
pub mod words;
pub mod wrap;

pub use block::{AsideReason, Block, BlockKind, MAX_BLOCK, SLACK, Text, paragraphs};
pub use span::Span;
