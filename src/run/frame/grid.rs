//! What a terminal shows, cell by cell, so written that what looks the same is the same.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::text::glyph::width;
use crate::text::safe::LEFT_TO_RIGHT;

/// What can be seen of a style where there is no letter.
pub(super) const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Cells in rows from the top. The cells that a wide letter covers behind its first one hold an empty text.
#[derive(Clone, Default)]
pub(in crate::run) struct Grid {
    columns: u16,
    cells: Vec<Cell>,
}

impl Grid {
    /// Columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        let columns = usize::from(self.columns.max(1));
        (self.columns, (self.cells.len() / columns) as u16)
    }

    /// Makes it a blank one of that size.
    pub(super) fn clear(&mut self, (columns, rows): (u16, u16)) {
        self.columns = columns;
        self.cells.clear();
        self.cells.resize(usize::from(columns) * usize::from(rows), Cell::EMPTY);
    }

    /// The cells of a row; none where there is no such row.
    pub(in crate::run) fn row(&self, row: u16) -> &[Cell] {
        let columns = usize::from(self.columns);
        let start = usize::from(row) * columns;
        self.cells.get(start..start + columns).unwrap_or_default()
    }

    /// Takes over what a buffer shows.
    pub(in crate::run) fn take(&mut self, buffer: &Buffer) {
        self.columns = buffer.area.width;
        self.cells.clone_from(&buffer.content);
        for row in self.cells.chunks_mut(usize::from(self.columns.max(1))) {
            settle(row);
        }
    }
}

/// The columns that a cell's text takes. The mark that closes letters from right to left takes none.
pub(super) fn columns_of(symbol: &str) -> usize {
    match symbol.as_bytes() {
        [b' '..=b'~'] => 1,
        _ => width(symbol.strip_suffix(LEFT_TO_RIGHT).unwrap_or(symbol)),
    }
}

/// Writes one row as a terminal has it.
fn settle(row: &mut [Cell]) {
    let mut column = 0;
    while let Some((cell, behind)) = row.get_mut(column..).and_then(<[Cell]>::split_first_mut) {
        let columns = columns_of(cell.symbol());
        // What has no width, or no room, can't be shown.
        if columns == 0 || columns > behind.len() + 1 {
            cell.set_symbol(" ");
        } else {
            for covered in &mut behind[..columns - 1] {
                covered.reset();
                covered.set_symbol("");
            }
        }
        // An ink that nothing is written with makes no difference.
        if cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_BLANK) {
            cell.fg = Color::Reset;
            cell.modifier = Modifier::empty();
        }
        column += columns.max(1).min(behind.len() + 1);
    }
}
