//! Setting what was read of a document: the raw text and the reading text grow side by side.

use std::collections::HashMap;

use super::super::builder::Builder;
use super::super::runs::Runs;
use super::numbering::Numbering;
use super::paragraph::{LeftOut, Paragraph, Piece};
use super::story::{Cell, NoteKind, Sink};
use super::styles::Styles;
use crate::text::{AsideReason, Block, BlockKind};

/// Columns by which each level of a list is moved in.
const LEVEL: usize = 2;

/// A row with a cell of more bytes than this is there for the layout, and its cells are read one by one.
const LONGEST_CELL: usize = 400;

/// The most notes, headers and footers.
const MOST_NOTES: usize = 100_000;

/// A document that is being set.
pub(super) struct Setting<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    raw: String,
    builder: Builder<'static>,
    /// The notes to which marks lead, in order.
    pub(super) notes: Vec<(NoteKind, String)>,
    marks: HashMap<(NoteKind, String), usize>,
    /// The relationships of the headers and footers that are used, in order.
    pub(super) furniture: Vec<String>,
    /// Whether the last block was an item, which the next one follows closely.
    after_item: bool,
    deletions: usize,
    hidden: usize,
    embedded: usize,
}

impl<'a> Setting<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            raw: String::new(),
            builder: Builder::new(""),
            notes: Vec::new(),
            marks: HashMap::new(),
            furniture: Vec::new(),
            after_item: false,
            deletions: 0,
            hidden: 0,
            embedded: 0,
        }
    }

    /// The raw text, the reading text, its blocks and its runs.
    pub(super) fn finish(self) -> (String, String, Vec<Block>, Runs) {
        let (text, blocks, runs) = self.builder.finish();
        (self.raw, text, blocks, runs)
    }

    /// What was left out, in words.
    pub(super) fn done(&self) -> Vec<String> {
        let counted = |count: usize, one: &str, many: &str| {
            (count > 0).then(|| format!("{count} {} left out", if count == 1 { one } else { many }))
        };
        [
            counted(self.deletions, "tracked deletion", "tracked deletions"),
            counted(self.hidden, "hidden passage", "hidden passages"),
            counted(self.embedded, "embedded part", "embedded parts"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Sets a note under its mark.
    pub(super) fn note(&mut self, number: usize, paragraphs: &[Paragraph]) {
        let label = number.to_string();
        self.builder.set_apart(true);
        self.builder.enter_footnote(&label);
        self.raw.push_str(&format!("[{label}] "));
        for paragraph in paragraphs {
            self.builder.begin(BlockKind::Paragraph);
            self.line(paragraph);
        }
        self.builder.leave_item();
        self.after_item = false;
    }

    /// Sets a header or footer aside.
    pub(super) fn aside(&mut self, paragraphs: &[Paragraph]) {
        for paragraph in paragraphs {
            self.builder.set_apart(true);
            self.builder.begin(BlockKind::Aside(AsideReason::PageFurniture));
            self.line(paragraph);
        }
        self.after_item = false;
    }

    /// Appends a line to the raw text that isn't read.
    pub(super) fn raw_line(&mut self, line: &str) {
        self.raw.push_str(line);
        self.raw.push('\n');
    }

    /// Sets the line of a paragraph into the open block, and ends it.
    fn line(&mut self, paragraph: &Paragraph) {
        self.pieces(paragraph);
        self.builder.end();
    }

    /// Sets the line of a paragraph into the open block.
    fn pieces(&mut self, paragraph: &Paragraph) {
        let base = self.raw.len();
        self.raw_line(&paragraph.line);
        let mut first = true;
        for piece in &paragraph.pieces {
            match piece {
                Piece::Kept(range) => {
                    let part = paragraph.line.get(range.clone()).unwrap_or("");
                    // Behind the marker of an item or a note no blank is wanted.
                    let text = if first { part.trim_start() } else { part };
                    first &= text.is_empty();
                    self.builder.copy_along(text, base + range.end - text.len());
                }
                Piece::Break => self.builder.line_break(),
            }
        }
    }

    /// Sets the next block apart, but for an item behind another one.
    fn set_apart(&mut self, item: bool) {
        let after_item = std::mem::replace(&mut self.after_item, item);
        self.builder.set_apart(!(item && after_item));
    }
}

impl Sink for Setting<'_> {
    fn paragraph(&mut self, paragraph: Paragraph) {
        if !paragraph.is_read() {
            self.raw_line(&paragraph.line);
            return;
        }
        let look = self.styles.look(paragraph.style.as_deref());
        let kind = paragraph.kind.or(look.kind).unwrap_or(BlockKind::Paragraph);
        let list = paragraph.place.list.or(look.place.list).filter(|list| *list > 0);
        let level = paragraph.place.level.or(look.place.level).unwrap_or(0).min(8);
        let marker = list.and_then(|list| self.numbering.marker(list, level));
        match (kind, list) {
            (BlockKind::Paragraph, Some(_)) => {
                self.set_apart(true);
                let marker = marker.map_or_else(String::new, |marker| format!("{marker} "));
                self.builder.begin_item(&marker, usize::from(level) * LEVEL);
            }
            _ => {
                self.set_apart(false);
                self.builder.begin(kind);
                if let Some(marker) = marker {
                    self.builder.insert(&format!("{marker} "));
                }
            }
        }
        self.line(&paragraph);
    }

    fn row(&mut self, row: Vec<Cell>) {
        let length =
            |cell: &Cell| cell.paragraphs.iter().map(|paragraph| paragraph.line.len()).sum::<usize>();
        if row.len() == 1 || row.iter().any(|cell| length(cell) > LONGEST_CELL) {
            self.table();
            row.into_iter().flat_map(|cell| cell.paragraphs).for_each(|paragraph| self.paragraph(paragraph));
            return;
        }
        if !self.builder.in_table() {
            self.builder.set_apart(true);
            self.builder.begin_table();
        }
        self.after_item = false;
        self.builder.begin_row();
        for cell in &row {
            self.builder.begin_cell(cell.columns);
            let mut read = false;
            for paragraph in &cell.paragraphs {
                if paragraph.is_read() && std::mem::replace(&mut read, true) {
                    self.builder.insert(" / ");
                }
                self.cell(paragraph);
            }
        }
    }

    fn table(&mut self) {
        self.builder.end_table();
        self.after_item = false;
    }

    fn mark(&mut self, note: NoteKind, id: String) -> Option<String> {
        if self.notes.len() >= MOST_NOTES {
            return None;
        }
        let next = self.notes.len() + 1;
        let number = *self.marks.entry((note, id.clone())).or_insert(next);
        if number == next {
            self.notes.push((note, id));
        }
        Some(format!("[{number}]"))
    }

    fn furniture(&mut self, id: String) {
        if self.furniture.len() < MOST_NOTES {
            self.furniture.push(id);
        }
    }

    fn left_out(&mut self, what: LeftOut) {
        match what {
            LeftOut::Deletion => self.deletions += 1,
            LeftOut::Hidden => self.hidden += 1,
            LeftOut::Embedded => self.embedded += 1,
            LeftOut::Ruby | LeftOut::Picture => {}
        }
    }
}

impl Setting<'_> {
    /// Sets a paragraph of a cell: its lines stay in the row.
    fn cell(&mut self, paragraph: &Paragraph) {
        let base = self.raw.len();
        self.raw_line(&paragraph.line);
        for piece in &paragraph.pieces {
            match piece {
                Piece::Kept(range) => {
                    let part = paragraph.line.get(range.clone()).unwrap_or("");
                    self.builder.copy_along(part, base + range.start);
                }
                Piece::Break => self.builder.insert(" / "),
            }
        }
    }
}
