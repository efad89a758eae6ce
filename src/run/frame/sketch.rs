//! A frame as it is written: the bytes so far, and where they leave the cursor and the pen.

use std::io::Write as _;

use ratatui::buffer::Cell;

use super::grid::Grid;
use super::pen::{Pen, control};
use super::row::draw_row;
use super::shift::Shift;
use super::travel::{self, At, Rules};

/// Bytes for the terminal, with what is known of it behind them.
#[derive(Default)]
pub(super) struct Sketch {
    pub(super) out: Vec<u8>,
    at: At,
    pen: Option<Pen>,
    rules: Rules,
}

impl Sketch {
    /// Nothing written; the cursor in the first cell. `old` tells whether the terminal knows no more than a VT100 did.
    pub(super) fn at_home(old: bool) -> Self {
        let rules = Rules { floor: None, old };
        Self { out: Vec::new(), at: Some((0, Some(0))), pen: Some(Pen::default()), rules }
    }

    /// Whether cells can be erased within a row.
    pub(super) fn can_erase(&self) -> bool {
        !self.rules.old
    }

    /// What makes one grid of another, after a shift of rows if there is one; `None` where it takes `limit` bytes or more.
    pub(super) fn drawn(
        &self,
        shown: &Grid,
        next: &Grid,
        shift: Option<Shift>,
        limit: usize,
    ) -> Option<Self> {
        let mut sketch = Self { out: Vec::with_capacity(limit.min(4096)), ..*self };
        let (columns, rows) = next.size();
        if let Some(shift) = shift {
            sketch.shift(shift);
        }
        // What is new stands where the cursor is.
        let here = sketch.at.filter(|_| shift.is_some()).map_or(0, |(row, _)| row);
        let blank = vec![Cell::EMPTY; usize::from(columns)];
        for row in (here..rows).chain(0..here) {
            let from = shift.map_or(Some(row), |shift| shift.source(row));
            draw_row(&mut sketch, row, from.map_or(&blank, |from| shown.row(from)), next.row(row));
            if sketch.out.len() >= limit {
                return None;
            }
        }
        if shift.is_some() {
            sketch.out.extend_from_slice(b"\x1b[r");
            sketch.rules.floor = None;
            sketch.at = Some((0, Some(0)));
        }
        (sketch.out.len() < limit).then_some(sketch)
    }

    /// Moves rows: a line feed in the last row between margins moves all between them up, a reverse line feed in the
    /// first one down. Unlike the sequences made for that, the Linux console knows these too.
    fn shift(&mut self, shift: Shift) {
        // The rows that come have the ground of the pen.
        self.take_pen(Pen::default());
        let _ = write!(self.out, "\x1b[{};{}r", shift.top + 1, shift.bottom);
        self.rules.floor = shift.bottom.checked_sub(1);
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
        if self.pen == Some(pen) {
            return 0;
        }
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
            if let Some((row, Some(column))) = self.at {
                self.at = Some((row, None));
                self.go(column, row);
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
        travel::go(self.at, (column, row), self.rules, &mut self.out);
        self.at = Some((row, Some(column)));
    }

    /// What that would cost.
    pub(super) fn way_costs(&self, column: u16, row: u16) -> usize {
        travel::costs(self.at, (column, row), self.rules)
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

/// Whether all terminals agree how wide a text is: not about sequences of several characters, but for the usual accents,
/// and not about emoji and signs that can be shown as such.
pub(super) fn is_sure(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    let first = letters.next().unwrap_or(' ');
    let known = !matches!(first, '\u{200b}'..='\u{200f}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}' | '\u{10000}'..);
    (first < '\u{80}' || known) && letters.all(|mark| matches!(mark, '\u{300}'..='\u{36f}'))
}
