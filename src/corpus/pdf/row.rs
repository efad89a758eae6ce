//! Lines of a part of a page: pieces that stand beside one another are put together, from left to right.

use super::page::{Line, style};
use super::piece::{Piece, SPACE, STYLES};
use super::visual;

/// A gap of so much of the size parts the cells of a table.
const CELL: f32 = 1.6;

/// The lines of a zone, from top to bottom.
pub(super) fn lines(mut pieces: Vec<Piece>, zone: u32, all: u8) -> Vec<Line> {
    pieces.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        // A raised sign comes before its line, a lowered one behind it; never is more than one line between.
        let beside = rows.iter_mut().rev().take(2).find(|row| belongs(row, &piece));
        match beside {
            Some(row) => row.push(piece),
            None => rows.push(vec![piece]),
        }
    }
    rows.into_iter().filter_map(|row| line(row, zone, all)).collect()
}

/// Whether the piece stands in the row, and at a free place of it.
fn belongs(row: &[Piece], piece: &Piece) -> bool {
    // The widest pieces of a row are few, and those that were put there last are near.
    let Some(main) = row.iter().rev().take(16).max_by_key(|piece| piece.letters) else { return false };
    main.beside(piece)
        && row.iter().rev().take(64).all(|other| {
            let shared = piece.right.min(other.right) - piece.left.max(other.left);
            shared <= 0.5 * piece.width().min(other.width()) || shared <= 0.0
        })
}

fn line(mut row: Vec<Piece>, zone: u32, all: u8) -> Option<Line> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let main = row.iter().max_by_key(|piece| piece.letters)?.clone();
    let mut pieces = row.into_iter();
    let mut line = pieces.next()?;
    line.raise(&main);
    for mut next in pieces {
        let gap = next.left - line.right;
        let size = main.size;
        let raised = next.raise(&main);
        let between = match gap {
            _ if gap > CELL * size => "\t",
            _ if raised && gap < 2.0 * SPACE * size => "",
            _ if gap > SPACE * size || next.spaced && gap > 0.0 => " ",
            _ => "",
        };
        line.append(&next, between);
    }
    let mut set = all;
    for (count, style) in line.styles.iter().zip(STYLES) {
        if count * 10 > line.letters * 7 {
            set |= style;
        }
    }
    let round = |length: f32| (length * 10.0).round() / 10.0;
    Some(Line {
        zone,
        left: round(line.left),
        right: round(line.right),
        base: round(line.base),
        size: round(line.size),
        style: set,
        text: visual::logical(line.text.trim()),
    })
    .filter(|line| !line.text.is_empty())
}

/// The style of a frame that isn't the page's first.
pub(super) const TURNED: u8 = style::TURNED;
