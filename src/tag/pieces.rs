//! Pieces: the body of a text in stretches that are handled at once.

use crate::text::parting::gap;
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

/// Where the piece from `from` ends: where no name, date or sum lies across it, as far as that can be seen; else behind
/// the last white space, else behind the last whole character of it.
fn cut(text: &str, from: usize, end: usize) -> usize {
    if end - from <= PIECE {
        return end;
    }
    let to = text.floor_char_boundary(from + PIECE);
    let piece = text.get(from..to).unwrap_or("");
    gap(piece, piece.len()).map_or(to, |(_, behind)| from + behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a text of this filler and of what stands across its 64 KiB is cut: the words on either side.
    fn parted<'a>(filler: &str, across: &str, whole: &'a mut String) -> (&'a str, &'a str) {
        *whole = filler.repeat(PIECE / filler.len() + 1);
        let at = whole[..PIECE - across.len() / 2].rfind(' ').map_or(0, |at| at + 1);
        whole.truncate(at);
        whole.push_str(across);
        whole.push_str(&format!(" {}", filler.repeat(9)));
        let to = cut(whole, 0, whole.len());
        (&whole[..to], &whole[to..])
    }

    #[test]
    fn no_name_is_torn_where_a_long_paragraph_is_cut() {
        let mut whole = String::new();
        for filler in [
            "and so it was said ",
            "There Igor Orlov met Boris Petrov in Minsk. ",
            "Er sagte, dass es so sei. ",
            "He SAID that it is so, and on 5 May it was. ",
        ] {
            for across in [
                "Angela Dorothea Merkel",
                "Dr. Smith",
                "Ludwig van der Beethoven",
                "12 March 2020",
                "Sen. Warren of Ohio",
            ] {
                let (before, behind) = parted(filler, across, &mut whole);
                assert!(before.contains(across) || behind.contains(across), "{filler}{across}");
                assert!(before.len() > PIECE / 2, "{filler}{across}: {}", before.len());
            }
        }
    }

    #[test]
    fn a_text_without_such_a_place_is_cut_all_the_same() {
        for filler in ["ABC DEF ", "北京", "x"] {
            let whole = filler.repeat(3 * PIECE / filler.len());
            let (mut from, mut pieces) = (0, 0);
            while from < whole.len() {
                let to = cut(&whole, from, whole.len());
                assert!(to > from && to - from <= PIECE && whole.is_char_boundary(to));
                (from, pieces) = (to, pieces + 1);
            }
            assert!(pieces < 5);
        }
    }
}
