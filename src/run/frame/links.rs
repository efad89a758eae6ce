//! What leads to an address on the web, told to a terminal that makes a link of it (OSC 8).
//!
//! A link belongs to cells as a colour does, but ratatui's cells have none. So a frame is drawn without links first, and the
//! few cells that have one, or had one, are written once more.

use super::grid::{Grid, columns_of};
use super::sketch::Sketch;
use crate::app::Link;

/// Writes the cells again that are linked otherwise than before, or that are new.
pub(super) fn draw(sketch: &mut Sketch, (shown, before): (&Grid, &[Link]), (next, now): (&Grid, &[Link])) {
    for gone in before.iter().filter(|link| !now.contains(link)) {
        write(sketch, next, gone);
    }
    for link in now {
        if before.contains(link) && cells(shown, link) == cells(next, link) {
            continue;
        }
        sketch.go(link.column, link.row);
        sketch.out.extend_from_slice(format!("\x1b]8;;{}\x1b\\", link.address).as_bytes());
        write(sketch, next, link);
        sketch.out.extend_from_slice(b"\x1b]8;;\x1b\\");
    }
}

/// The cells of a link; none where the grid has no such cells.
fn cells<'a>(grid: &'a Grid, link: &Link) -> &'a [ratatui::buffer::Cell] {
    let from = usize::from(link.column);
    grid.row(link.row).get(from..from + usize::from(link.width)).unwrap_or_default()
}

/// Writes the cells of a link as they are.
fn write(sketch: &mut Sketch, grid: &Grid, link: &Link) {
    let (columns, _) = grid.size();
    for (column, cell) in (link.column..).zip(cells(grid, link)) {
        // The second column of a wide letter is written with it.
        let taken = columns_of(cell.symbol()) as u16;
        if taken > 0 {
            sketch.go(column, link.row);
            sketch.write(cell, taken, columns - column);
        }
    }
}
