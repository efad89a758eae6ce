//! Which rows moved up or down from one frame to the next.

use std::hash::{Hash, Hasher};

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

impl Shift {
    /// Where a row comes from; `None` for one that comes blank.
    pub(super) fn source(self, row: u16) -> Option<u16> {
        let between = self.top..self.bottom;
        if !between.contains(&row) {
            return Some(row);
        }
        u16::try_from(i32::from(row) + self.by).ok().filter(|from| between.contains(from))
    }
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

/// A quick hasher. What two chunks of the same number cost is a shift that is tried for nothing: nothing is taken for
/// equal by its number.
#[derive(Default)]
struct Quick(u64);

impl Quick {
    fn mix(&mut self, word: u64) {
        // An odd constant of the golden ratio, as in Fibonacci hashing.
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for word in bytes.chunks(8) {
            self.mix(word.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(byte.into());
    }

    fn write_u16(&mut self, word: u16) {
        self.mix(word.into());
    }

    fn write_isize(&mut self, word: isize) {
        self.mix(word as u64);
    }

    fn write_usize(&mut self, word: usize) {
        self.mix(word as u64);
    }
}

/// The rows of a grid in chunks, each as a number.
fn chunks(grid: &Grid) -> Vec<Vec<u64>> {
    let number = |cells: &[Cell]| {
        let mut hasher = Quick::default();
        cells.hash(&mut hasher);
        hasher.finish()
    };
    (0..grid.size().1).map(|row| grid.row(row).chunks(CHUNK).map(number).collect()).collect()
}
