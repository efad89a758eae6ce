//! Pieces: the body of a text in stretches that are handled at once.

use crate::text::{BlockKind, Span, Text};

/// A piece of text that is handled at once, at most, in bytes: so that memory stays small in a block of any
/// size, and a stop is heard soon.
const PIECE: usize = 64 * 1024;

/// A stretch of one block.
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) kind: BlockKind,
    /// Whether it is the whole block.
    pub(super) whole: bool,
}

/// The text's body in pieces, until `stop` says so; it is asked once for every 64 KiB.
pub(super) fn pieces<'a>(text: &'a Text, stop: &'a dyn Fn() -> bool) -> impl Iterator<Item = Piece> + 'a {
    let mut since = 0;
    text.body()
        .filter(|block| block.kind != BlockKind::Code)
        .flat_map(move |block| {
            let (mut from, end) = (block.span.start as usize, block.span.end as usize);
            std::iter::from_fn(move || {
                let to = cut(text.as_str(), from, end);
                let whole = from == block.span.start as usize && to == end;
                let piece = Piece { span: Span::new(from, to), kind: block.kind, whole };
                let more = from < to;
                from = to;
                more.then_some(piece)
            })
        })
        .take_while(move |piece| {
            since += piece.span.len();
            if since < PIECE {
                return true;
            }
            since = 0;
            !stop()
        })
}

/// Where the piece from `from` ends: behind the last stop, or else the last white space, or else the last whole
/// character of it.
fn cut(text: &str, from: usize, end: usize) -> usize {
    if end - from <= PIECE {
        return end;
    }
    let mut to = from + PIECE;
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let piece = text.get(from..to).unwrap_or("");
    let stop = piece.rfind(". ").or_else(|| piece.rfind('\n')).or_else(|| piece.rfind(' '));
    stop.map_or(to, |at| from + at + 1)
}
