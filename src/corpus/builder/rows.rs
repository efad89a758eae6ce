//! Tables: the rows are set one below the other as they come, and where all of them are narrow enough their
//! cells are moved below one another afterwards.

use std::ops::Range;

use super::Builder;
use crate::corpus::runs::Run;
use crate::text::{Block, BlockKind, Span, glyph};

/// The most columns of a table whose cells stand below one another. What is wider than the page would be
/// wrapped, and nobody could read it.
const WIDEST: usize = 72;

/// The spaces between two columns, and what stands between two cells of a table that is too wide.
const BETWEEN: usize = 2;
const SIGN: &str = " | ";

/// The most columns that a cell takes, whatever it says.
const MOST_SPANNED: usize = 30;

/// A cell of a row.
struct Cell {
    /// Where it begins in the text, behind the sign.
    start: usize,
    /// How many columns it takes.
    columns: usize,
}

/// A row: the number of its block, and its cells.
#[derive(Default)]
struct Row {
    block: usize,
    cells: Vec<Cell>,
}

/// A table that is open.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
    /// Whether its cells can't be moved below one another.
    loose: bool,
}

impl Builder<'_> {
    /// Begins a table.
    pub(in crate::corpus) fn begin_table(&mut self) {
        self.end();
        if self.marker.is_some() {
            // The marker of an item stands above the table in it.
            self.begin(BlockKind::Paragraph);
            self.end();
        }
        self.table = Some(Rows { rows: Vec::new(), loose: self.aside.is_some() });
    }

    /// Begins a row of the table.
    pub(in crate::corpus) fn begin_row(&mut self) {
        self.end_row();
        self.begin(BlockKind::Paragraph);
        if let Some(open) = &mut self.open {
            open.hang += BETWEEN;
        }
        if let Some(table) = &mut self.table {
            table.rows.push(Row { block: self.blocks.len(), cells: Vec::new() });
        }
    }

    /// Begins a cell of the row, which takes so many columns.
    pub(in crate::corpus) fn begin_cell(&mut self, columns: usize) {
        let Some(row) = self.table.as_ref().and_then(|table| table.rows.last()) else { return };
        if !row.cells.is_empty() {
            self.insert(SIGN);
        }
        let cell = Cell { start: self.out.len(), columns: columns.clamp(1, MOST_SPANNED) };
        if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
            row.cells.push(cell);
        }
    }

    /// Says that a cell of the table reaches over several rows, so that its columns can't be told.
    pub(in crate::corpus) fn loosen_table(&mut self) {
        if let Some(table) = &mut self.table {
            table.loose = true;
        }
    }

    /// Whether a row of the table is open.
    pub(in crate::corpus) fn in_row(&self) -> bool {
        self.table.as_ref().is_some_and(|table| !table.rows.is_empty())
    }

    /// Whether a table is open.
    pub(in crate::corpus) fn in_table(&self) -> bool {
        self.table.is_some()
    }

    /// Ends the table.
    pub(in crate::corpus) fn end_table(&mut self) {
        self.end_row();
        if let Some(table) = self.table.take()
            && !table.loose
            && let Some(columns) = Columns::of(&self.out, &self.blocks, &table.rows)
        {
            self.align(&table.rows, &columns);
        }
    }

    /// Ends the row; one without text was none.
    fn end_row(&mut self) {
        self.end();
        let blocks = self.blocks.len();
        if let Some(table) = &mut self.table {
            table.rows.pop_if(|row| row.block >= blocks);
        }
    }

    /// Sets the rows, which are the last blocks, once more with their cells below one another.
    fn align(&mut self, rows: &[Row], columns: &Columns) {
        let Some(first) = rows.first() else { return };
        let Some(start) = first.cells.first().map(|cell| cell.start) else { return };
        let runs = self.runs.partition_point(|run| (run.reading as usize) < start);
        let runs = self.runs.split_off(runs);
        let mut runs = runs.into_iter().peekable();
        let old = self.out.split_off(start);
        let blocks = self.blocks.split_off(first.block);
        for (row, block) in rows.iter().zip(blocks) {
            if row.block > first.block {
                self.out.push_str(if block.gap { "\n\n" } else { "\n" });
            }
            let from = self.out.len();
            let mut column = 0;
            for (number, cell) in row.cells.iter().enumerate() {
                let range = row.range(number, block.span.end as usize);
                let text = old.get(range.start - start..range.end - start).unwrap_or("");
                let bare = text.trim();
                let lead = text.len() - text.trim_start().len();
                let pad = columns.width(column, cell.columns).saturating_sub(glyph::width(bare));
                let right = cell.columns == 1 && columns.is_right(column);
                let between = if number > 0 { BETWEEN } else { 0 };
                self.spaces(between + if right { pad } else { 0 });
                let place = self.out.len();
                self.out.push_str(bare);
                let kept = range.start + lead..range.start + lead + bare.len();
                while let Some(run) = runs.next_if(|run| (run.reading as usize) < range.end) {
                    self.runs.extend(moved(run, &kept, place));
                }
                self.spaces(if right { 0 } else { pad });
                column += cell.columns;
            }
            let end = from + self.out[from..].trim_end().len();
            self.out.truncate(end);
            let span = Span::new(from, end);
            self.blocks.push(Block { span, kind: BlockKind::Code, hang: block.indent, ..block });
        }
    }

    fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }
}

/// What of `run` lies in `kept`, which now stands at `place`.
fn moved(run: Run, kept: &Range<usize>, place: usize) -> Option<Run> {
    let (from, to) = (run.reading as usize, (run.reading + run.len) as usize);
    let (start, end) = (from.max(kept.start), to.min(kept.end));
    (start < end).then(|| Run {
        reading: (place + start - kept.start) as u32,
        raw: run.raw + (start - from) as u32,
        len: (end - start) as u32,
    })
}

/// The columns of a table.
struct Columns {
    widths: Vec<usize>,
    /// Whether a column holds numbers, which end below one another.
    right: Vec<bool>,
}

impl Columns {
    /// The columns of these rows; `None` where they are too wide, or aren't rows of cells alone.
    fn of(text: &str, blocks: &[Block], rows: &[Row]) -> Option<Self> {
        let first = rows.first()?.block;
        let alone = rows.iter().zip(first..).all(|(row, block)| row.block == block && !row.cells.is_empty());
        if !alone || first + rows.len() != blocks.len() {
            return None;
        }
        let mut columns = Self { widths: Vec::new(), right: Vec::new() };
        let mut spanning = Vec::new();
        for (row, block) in rows.iter().zip(&blocks[first..]) {
            let mut column = 0;
            for (number, cell) in row.cells.iter().enumerate() {
                let bare = text.get(row.range(number, block.span.end as usize))?.trim();
                let width = glyph::width(bare);
                let end = column + cell.columns;
                if width > WIDEST || end * BETWEEN > WIDEST {
                    return None;
                }
                if columns.widths.len() < end {
                    columns.widths.resize(end, 0);
                    columns.right.resize(end, true);
                }
                if cell.columns > 1 {
                    spanning.push((column, cell.columns, width));
                } else {
                    columns.widths[column] = columns.widths[column].max(width);
                    columns.right[column] &= row.block == first || bare.is_empty() || is_number(bare);
                }
                column = end;
            }
        }
        for (column, cells, width) in spanning {
            let short = width.saturating_sub(columns.width(column, cells));
            columns.widths[column + cells - 1] += short;
        }
        (rows.len() > 1 && columns.width(0, columns.widths.len()) <= WIDEST).then_some(columns)
    }

    /// The columns on the screen that so many columns take from `column` on.
    fn width(&self, column: usize, cells: usize) -> usize {
        let widths = self.widths.get(column..column + cells).unwrap_or_default();
        widths.iter().sum::<usize>() + cells.saturating_sub(1) * BETWEEN
    }

    fn is_right(&self, column: usize) -> bool {
        self.right.get(column).copied().unwrap_or_default()
    }
}

impl Row {
    /// Where the text of a cell stands; the row ends at `end`.
    fn range(&self, cell: usize, end: usize) -> Range<usize> {
        let start = self.cells.get(cell).map_or(end, |cell| cell.start);
        let behind = self.cells.get(cell + 1).map_or(end, |next| next.start - SIGN.len());
        // The signs behind the last text of a row were taken off with the space there.
        start.min(end)..behind.min(end).max(start.min(end))
    }
}

/// Whether a cell holds a number, an amount or a percentage.
fn is_number(cell: &str) -> bool {
    cell.chars().any(|c| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_ascii_digit() || " .,+-−–%$€£₽()\u{a0}".contains(c))
}
