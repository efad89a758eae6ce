//! Text as ibid handles it: spans, blocks, words, folding, wrapping, making safe. Knows no other module.

mod block;
pub mod safe;
mod span;

pub use block::{AsideReason, Block, BlockKind, Text};
pub use span::Span;
