//! A frame as it is written: the bytes so far, and where they leave the cursor and the pen.

use std::io::Write as _;

use ratatui::buffer::Cell;

use super::grid::Grid;
use super::pen::{Pen, control};
use super::row::draw_row;
use super::shift::Shift;

/// What a shift costs at the least: margins set and taken away, and a step.
pub(super) const SHIFT_COSTS: usize = 16;

/// Bytes for the terminal, with what is known of it behind them.
#[derive(Clone, Default)]
pub(super) struct Sketch {
    pub(super) out: Vec<u8>,
    /// Where the cursor is: its row, and its column where that is certain.
    at: Option<(u16, Option<u16>)>,
    pen: Option<Pen>,
    /// The last row between the margins, if these are set: a line feed there moves rows.
    floor: Option<u16>,
}

impl Sketch {
    /// Nothing written; the cursor in the first cell.
    pub(super) fn at_home() -> Self {
        Self { at: Some((0, Some(0))), pen: Some(Pen::default()), ..Self::default() }
    }

    /// What makes one grid of another, after a shift of rows if there is one.
    pub(super) fn drawn(&self, shown: &Grid, next: &Grid, shift: Option<Shift>) -> Self {
        let mut sketch = Self { out: Vec::new(), ..self.clone() };
        let rows = next.size().1;
        let Some(shift) = shift else {
            (0..rows).for_each(|row| draw_row(&mut sketch, row, shown.row(row), next.row(row)));
            return sketch;
        };
        let moved = shown.moved(shift.top, shift.bottom, shift.by);
        sketch.shift(shift);
        // What is new stands where the cursor is.
        let here = sketch.at.map_or(0, |(row, _)| row);
        for row in (here..rows).chain(0..here) {
            draw_row(&mut sketch, row, moved.row(row), next.row(row));
        }
        sketch.out.extend_from_slice(b"\x1b[r");
        sketch.floor = None;
        sketch.at = Some((0, Some(0)));
        sketch
    }

    /// Moves rows: a line feed in the last row between margins moves all between them up, a reverse line feed in the
    /// first one down. Unlike the sequences made for that, the Linux console knows these too.
    fn shift(&mut self, shift: Shift) {
        // The rows that come have the ground of the pen.
        self.take_pen(Pen::default());
        let _ = write!(self.out, "\x1b[{};{}r", shift.top + 1, shift.bottom);
        self.floor = shift.bottom.checked_sub(1);
        self.at = None;
        let (row, step): (u16, &[u8]) =
            if shift.by > 0 { (shift.bottom.saturating_sub(1), b"\n") } else { (shift.top, b"\x1bM") };
        self.go(0, row);
        (0..shift.by.unsigned_abs()).for_each(|_| self.out.extend_from_slice(step));
    }

    /// Where the cursor is in this row, if that is certain.
    pub(super) fn column_in(&self, row: u16) -> Option<u16> {
        self.at.filter(|(at, _)| *at == row).and_then(|(_, column)| column)
    }

    /// What it would cost to take up this pen.
    pub(super) fn pen_costs(&self, pen: Pen) -> usize {
        let mut out = Vec::new();
        pen.change(self.pen, &mut out);
        out.len()
    }

    /// Writes with this pen from now on.
    pub(super) fn take_pen(&mut self, pen: Pen) {
        pen.change(self.pen, &mut self.out);
        self.pen = Some(pen);
    }

    /// Whether the pen writes that cell as it is to look.
    pub(super) fn writes(&self, cell: &Cell) -> bool {
        self.pen.is_some_and(|pen| pen.writes(cell))
    }

    /// Writes a cell where the cursor is, and moves on over the columns that it takes; `room` is what is left of the row
    /// with it.
    pub(super) fn write(&mut self, cell: &Cell, columns: u16, room: u16) {
        if !self.writes(cell) {
            self.take_pen(Pen::of(cell));
        }
        let sure = is_sure(cell.symbol());
        if !sure && columns > 1 {
            // A terminal that takes it for narrow leaves what was there in the second column.
            let blanks = usize::from(columns);
            self.out.resize(self.out.len() + blanks, b' ');
            match self.at.as_mut() {
                Some((_, Some(column))) => control(&mut self.out, *column + 1, 'G'),
                _ => control(&mut self.out, columns, 'D'),
            }
        }
        self.out.extend_from_slice(cell.symbol().as_bytes());
        self.at = match self.at {
            // A terminal that takes it for wider may have gone to the next row.
            _ if !sure && room < columns + 2 => None,
            Some((row, _)) if !sure => Some((row, None)),
            // Behind the last column terminals aren't agreed where they are.
            Some((row, column)) => {
                Some((row, column.map(|column| column + columns).filter(|_| room > columns)))
            }
            None => None,
        };
    }

    /// Moves the cursor the shortest way.
    pub(super) fn go(&mut self, column: u16, row: u16) {
        let mut way = self.way(column, row);
        self.out.append(&mut way);
        self.at = Some((row, Some(column)));
    }

    /// The shortest way of the cursor to a cell.
    pub(super) fn way(&self, column: u16, row: u16) -> Vec<u8> {
        let mut best = Vec::new();
        if self.at == Some((row, Some(column))) {
            return best;
        }
        let _ = match (column, row) {
            (0, 0) => write!(best, "\x1b[H"),
            (0, _) => write!(best, "\x1b[{}H", row + 1),
            (_, 0) => write!(best, "\x1b[;{}H", column + 1),
            _ => write!(best, "\x1b[{};{}H", row + 1, column + 1),
        };
        let mut offer = |way: Vec<u8>| {
            if way.len() < best.len() {
                best = way;
            }
        };
        match self.at {
            Some((own, from)) if own == row => {
                let mut way = Vec::new();
                control(&mut way, column + 1, 'G');
                offer(way);
                if let Some(from) = from {
                    offer(along(from, column));
                }
                let mut way = vec![b'\r'];
                way.append(&mut along(0, column));
                offer(way);
            }
            // A line feed out of the last row between the margins would move them.
            Some((own, from))
                if own < row && !self.floor.is_some_and(|floor| own <= floor && floor < row) =>
            {
                let mut way = vec![b'\r'];
                way.resize(1 + usize::from(row - own), b'\n');
                way.append(&mut along(0, column));
                offer(way);
                if from == Some(column) {
                    let mut way = Vec::new();
                    control(&mut way, row - own, 'B');
                    offer(way);
                }
            }
            _ => {}
        }
        best
    }

    /// Erases the row from the cursor on, which stays.
    pub(super) fn erase_rest(&mut self) {
        self.take_pen(Pen::default());
        self.out.extend_from_slice(b"\x1b[K");
    }

    /// Erases as many cells from the cursor on, which stays.
    pub(super) fn erase(&mut self, columns: u16) {
        self.take_pen(Pen::default());
        control(&mut self.out, columns, 'X');
    }
}

/// A way along a row.
fn along(from: u16, to: u16) -> Vec<u8> {
    let mut way = Vec::new();
    match to.checked_sub(from) {
        Some(0) => {}
        Some(right) => control(&mut way, right, 'C'),
        None => control(&mut way, from - to, 'D'),
    }
    way
}

/// Whether all terminals agree how wide a text is: not about sequences of several characters, but for the usual accents,
/// and not about emoji and signs that can be shown as such.
pub(super) fn is_sure(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    let first = letters.next().unwrap_or(' ');
    let known = !matches!(first, '\u{200b}'..='\u{200f}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{10000}'..);
    (first < '\u{80}' || known) && letters.all(|mark| matches!(mark, '\u{300}'..='\u{36f}'))
}
