//! The reading text as it is stored: a head with its blocks, and the text in pieces.
//!
//! A long text is stored in pieces, each in a document of the index of its own, so that a snippet of fifty
//! megabytes is made of one of them. The head says where each begins, in bytes and in words.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::words::Words;
use crate::text::{AsideReason, Block, BlockKind, Span, Text, paragraphs};

/// The bytes of a piece, but for what is left to the end of its last word.
pub(super) const PIECE: usize = 32 * 1024;

/// A stored block: `start` from the end of the one before it, and the rest as [`Block`] has it.
#[derive(Serialize, Deserialize)]
struct Shape {
    start: u32,
    length: u32,
    kind: u8,
    indent: u8,
    hang: u8,
    gap: bool,
}

/// Where a piece begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Piece {
    /// The first byte.
    pub(super) start: u32,
    /// The position of the first word behind that, as the index counts them.
    pub(super) position: u32,
}

#[derive(Serialize, Deserialize)]
struct Head {
    blocks: Vec<Shape>,
    pieces: Vec<Piece>,
}

/// What is stored of a document, as read again.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    /// All blocks.
    pub(super) blocks: Vec<Block>,
    /// Where the pieces begin; the first at 0.
    pub(super) pieces: Vec<Piece>,
    /// The text of the first piece.
    pub(super) text: String,
}

/// How a text is stored: the head, and the part of the text that each piece is, the first with the document.
pub(super) fn split(text: &Text) -> Option<(Vec<u8>, Vec<Range<usize>>)> {
    let pieces = pieces(text);
    let mut end = 0;
    let shape = |block: &Block| {
        let start = block.span.start.saturating_sub(end);
        end = block.span.end;
        Shape {
            start,
            length: block.span.len() as u32,
            kind: code(block.kind),
            indent: block.indent,
            hang: block.hang,
            gap: block.gap,
        }
    };
    let blocks = text.blocks().iter().map(shape).collect();
    let starts = pieces.iter().map(|piece| piece.start as usize);
    let ends = starts.clone().skip(1).chain([text.as_str().len()]);
    let parts = starts.zip(ends).map(|(start, end)| start..end).collect();
    Some((postcard::to_stdvec(&Head { blocks, pieces }).ok()?, parts))
}

/// Reads what was stored with the document; `None` where it is damaged.
pub(super) fn read(head: &[u8], text: String) -> Option<Stored> {
    let head: Head = postcard::from_bytes(head).ok()?;
    let mut blocks = Vec::with_capacity(head.blocks.len());
    let mut end = 0u32;
    for shape in &head.blocks {
        let start = end.checked_add(shape.start)?;
        end = start.checked_add(shape.length)?;
        blocks.push(Block {
            span: Span::new(start as usize, end as usize),
            kind: kind(shape.kind)?,
            indent: shape.indent,
            hang: shape.hang,
            gap: shape.gap,
        });
    }
    let pieces = if head.pieces.is_empty() { vec![Piece::default()] } else { head.pieces };
    Some(Stored { blocks, pieces, text })
}

/// The whole of a text of which all pieces were read; `None` where they don't fit together.
pub(super) fn join(stored: Stored, rest: impl Iterator<Item = Option<String>>) -> Option<Text> {
    let mut text = stored.text;
    for piece in rest {
        text.push_str(&piece?);
    }
    let fits = stored.blocks.iter().all(|block| text.get(block.span.range()).is_some());
    fits.then(|| Text::new(Arc::from(text), stored.blocks))
}

/// Where the pieces of a text begin. A piece ends between words.
fn pieces(text: &Text) -> Vec<Piece> {
    let mut pieces = vec![Piece::default()];
    let all = text.as_str();
    if all.len() <= PIECE * 3 / 2 {
        return pieces;
    }
    let (mut position, mut next, mut word) = (0u32, PIECE, String::new());
    for paragraph in paragraphs(text.body()) {
        let base = paragraph.start as usize;
        let mut words = Words::new(paragraph.of(all));
        let mut behind = base;
        while let Some((start, end)) = words.next_into(&mut word) {
            if base + start >= next && base + start > behind {
                pieces.push(Piece { start: (base + start) as u32, position });
                next = base + start + PIECE;
            }
            behind = base + end;
            position += 1;
        }
        // The index leaves a gap of one between paragraphs.
        position += 1;
    }
    pieces
}

fn code(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Paragraph => 0,
        BlockKind::Heading(level) => 10 + level.min(9),
        BlockKind::Dateline => 1,
        BlockKind::Item => 2,
        BlockKind::Quote => 3,
        BlockKind::Code => 4,
        BlockKind::Rule => 5,
        BlockKind::Aside(reason) => {
            20 + ASIDES.iter().position(|known| *known == reason).unwrap_or_default() as u8
        }
    }
}

fn kind(code: u8) -> Option<BlockKind> {
    Some(match code {
        0 => BlockKind::Paragraph,
        1 => BlockKind::Dateline,
        2 => BlockKind::Item,
        3 => BlockKind::Quote,
        4 => BlockKind::Code,
        5 => BlockKind::Rule,
        10..=19 => BlockKind::Heading(code - 10),
        _ => BlockKind::Aside(*ASIDES.get(usize::from(code.checked_sub(20)?))?),
    })
}

const ASIDES: [AsideReason; 9] = [
    AsideReason::Site,
    AsideReason::Metadata,
    AsideReason::Credit,
    AsideReason::Related,
    AsideReason::Share,
    AsideReason::Reply,
    AsideReason::Signature,
    AsideReason::PageFurniture,
    AsideReason::Repeated,
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn text(paragraphs: &[&str]) -> Text {
        let (mut all, mut blocks) = (String::new(), Vec::new());
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let start = all.len();
            all.push_str(paragraph);
            let kind =
                if at % 3 == 2 { BlockKind::Aside(AsideReason::Repeated) } else { BlockKind::Heading(2) };
            let span = Span::new(start, all.len());
            blocks.push(Block { span, kind, indent: at as u8, hang: 2, gap: at % 2 == 0 });
            all.push_str("\n\n");
        }
        Text::new(all.into(), blocks)
    }

    fn again(text: &Text) -> Text {
        let (head, parts) = split(text).unwrap();
        let mut parts = parts.into_iter().map(|part| text.as_str().get(part).map(str::to_owned));
        let first = parts.next().unwrap().unwrap();
        join(read(&head, first).unwrap(), parts).unwrap()
    }

    #[test]
    fn a_text_comes_back_as_it_was() {
        for text in
            [text(&[]), text(&["one", "", "three ü"]), text(&[&"ein wörtchen ".repeat(20_000), "end"])]
        {
            assert_eq!(again(&text), text);
        }
    }

    #[test]
    fn a_long_text_is_stored_in_pieces_that_end_between_words() {
        let text = text(&[&"two words ".repeat(10_000), "last"]);
        let pieces = pieces(&text);
        assert_eq!(pieces.len(), 4);
        for piece in &pieces {
            assert_eq!(
                piece.start as usize,
                piece.position as usize / 2 * 10 + piece.position as usize % 2 * 4
            );
        }
    }

    proptest! {
        #[test]
        fn damaged_bytes_are_none_or_a_text(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Some(stored) = read(&bytes, "text".to_owned()) {
                let _ = join(stored, std::iter::empty());
            }
        }
    }
}
