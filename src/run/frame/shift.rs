//! Which rows moved up or down from one frame to the next.

use std::hash::{DefaultHasher, Hash, Hasher};

use ratatui::buffer::Cell;

use super::grid::Grid;

/// Columns that are compared together. A pane beside the one that moved stays where it was, so that rows are never
/// equal as a whole; and single cells would be too many.
const CHUNK: usize = 8;

/// Shifts that are worth to be written out.
const BEST: usize = 2;

/// Rows that move: those from `top` to before `bottom`, up by that many, or down where it is less than nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) top: u16,
    pub(super) bottom: u16,
    pub(super) by: i32,
}

/// The shifts that seem to save most.
pub(super) fn shifts(shown: &Grid, next: &Grid) -> Vec<Shift> {
    let rows = i32::from(next.size().1);
    let (old, new) = (chunks(shown), chunks(next));
    let mut found: Vec<(i32, Shift)> = Vec::new();
    for by in (1 - rows..rows).filter(|by| *by != 0) {
        if let Some((gain, top, bottom)) = best_rows(&old, &new, rows, by) {
            // Where the rows are now, and where they were.
            let (top, bottom) = (top.min(top + by), bottom.max(bottom + by));
            found.push((gain, Shift { top: top as u16, bottom: bottom as u16, by }));
        }
    }
    found.sort_by_key(|(gain, shift)| (-gain, shift.by.abs()));
    found.into_iter().take(BEST).map(|(_, shift)| shift).collect()
}

/// The rows together that gain most where all of them come from `by` rows below, and how many chunks they gain.
fn best_rows(old: &[Vec<u64>], new: &[Vec<u64>], rows: i32, by: i32) -> Option<(i32, i32, i32)> {
    let mut best: Option<(i32, i32, i32)> = None;
    let (mut sum, mut top) = (0, 0);
    for row in (-by).max(0)..rows.min(rows - by) {
        let gain = gain(old, new, row, by);
        if sum <= 0 {
            (sum, top) = (0, row);
        }
        sum += gain;
        if sum > best.map_or(0, |(most, ..)| most) {
            best = Some((sum, top, row + 1));
        }
    }
    best
}

/// How many more chunks of a row are there already if it comes from `by` rows below than if it stays.
fn gain(old: &[Vec<u64>], new: &[Vec<u64>], row: i32, by: i32) -> i32 {
    let (wanted, stays, comes) = (at(new, row), at(old, row), at(old, row + by));
    let pairs = wanted.iter().zip(stays.iter().zip(comes));
    pairs.map(|(wanted, (stays, comes))| i32::from(comes == wanted) - i32::from(stays == wanted)).sum()
}

/// A row; nothing where there is no such row.
fn at(rows: &[Vec<u64>], row: i32) -> &[u64] {
    usize::try_from(row).ok().and_then(|row| rows.get(row)).map_or(&[], Vec::as_slice)
}

/// The rows of a grid in chunks, each as a number.
fn chunks(grid: &Grid) -> Vec<Vec<u64>> {
    let number = |cells: &[Cell]| {
        let mut hasher = DefaultHasher::new();
        cells.hash(&mut hasher);
        hasher.finish()
    };
    (0..grid.size().1).map(|row| grid.row(row).chunks(CHUNK).map(number).collect()).collect()
}
