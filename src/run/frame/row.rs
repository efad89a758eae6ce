//! One row: what differs of it is written, what lies between is gone over, a blank end is erased.

use ratatui::buffer::Cell;

use super::pen::Pen;
use super::sketch::{Sketch, is_sure};

/// So many cells between two that differ may be written anew instead of gone over: a way over more costs no more than
/// these do.
const GAP: usize = 5;

/// Blank cells that differ are erased where at least so many stand together: fewer are cheaper written.
const BLANKS: usize = 9;

/// What erasing the end of a row costs.
const ERASE_COSTS: usize = 3;

/// Writes what makes a row of another one.
pub(super) fn draw_row(sketch: &mut Sketch, row: u16, old: &[Cell], new: &[Cell]) {
    let differs = |at: usize| old.get(at) != new.get(at);
    let Some(first) = (0..new.len()).find(|at| differs(*at)) else { return };
    let last = (first..new.len()).rfind(|at| differs(*at)).unwrap_or(first);
    let blank_from = new.iter().rposition(|cell| !is_blank(cell)).map_or(0, |at| at + 1);
    let to_erase = (blank_from..=last).filter(|at| differs(*at)).count();
    let erased = to_erase > ERASE_COSTS + sketch.pen_costs(Pen::default());
    let end = if erased { blank_from } else { last + 1 };
    let mut at = first;
    while at < end {
        if !differs(at) {
            at += 1;
            continue;
        }
        at = draw_from(sketch, row, at, old, new, end);
    }
    if erased {
        let from = match sketch.column_in(row).map(usize::from) {
            Some(here) if (blank_from..=first.max(blank_from)).contains(&here) => here,
            _ => (blank_from..=last).find(|at| differs(*at)).unwrap_or(blank_from),
        };
        sketch.go(from as u16, row);
        sketch.erase_rest();
    }
}

/// Writes the cell that differs at `at`, or the blanks that begin there; gives the column behind.
fn draw_from(sketch: &mut Sketch, row: u16, at: usize, old: &[Cell], new: &[Cell], end: usize) -> usize {
    let blanks = new[at..end].iter().take_while(|cell| is_blank(cell)).count();
    let differ = (at..at + blanks).filter(|at| old.get(*at) != new.get(*at)).count();
    if sketch.can_erase() && differ >= BLANKS + sketch.pen_costs(Pen::default()) {
        sketch.go(at as u16, row);
        sketch.erase(blanks as u16);
        return at + blanks;
    }
    approach(sketch, row, at, new);
    let Some(cell) = new.get(at) else { return at + 1 };
    let columns = columns(new, at);
    sketch.write(cell, columns as u16, (new.len() - at) as u16);
    at + columns
}

/// Brings the cursor to a column: over few cells by writing them anew.
fn approach(sketch: &mut Sketch, row: u16, at: usize, new: &[Cell]) {
    if let Some(here) = sketch.column_in(row).map(usize::from)
        && here < at
        && at - here <= GAP
        && let Some(between) = new.get(here..at)
    {
        let cheap = |cell: &Cell| sketch.writes(cell) && cell.symbol().len() == 1 && is_sure(cell.symbol());
        if between.iter().all(cheap) && between.len() <= sketch.way_costs(at as u16, row) {
            between.iter().for_each(|cell| sketch.write(cell, 1, u16::MAX));
        }
    }
    sketch.go(at as u16, row);
}

/// Whether there is nothing in a cell, not even a ground.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell) == Pen::default()
}

/// The columns that the letter of a cell takes, which are the covered ones behind it and its own.
fn columns(row: &[Cell], at: usize) -> usize {
    1 + row.iter().skip(at + 1).take_while(|cell| cell.symbol().is_empty()).count()
}
