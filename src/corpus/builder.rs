//! Building a reading text with its blocks, and with the runs that tie it to the raw text.

mod lines;
mod rows;

use std::ops::Range;

use super::looks;
use super::plain::parts;
use super::runs::{Run, Runs};
use crate::text::{AsideReason, Block, BlockKind};
pub(super) use lines::Piece;

/// The most columns by which a block is moved in, however deeply it is nested.
const MAX_INDENT: usize = 20;

/// Where the open block began.
struct Open {
    start: usize,
    kind: BlockKind,
    indent: usize,
    hang: usize,
    gap: bool,
    /// The lengths of the text and of the runs before it, to take it back.
    before: (usize, usize),
}

/// A reading text under construction.
pub(super) struct Builder<'a> {
    raw: &'a str,
    out: String,
    runs: Vec<Run>,
    /// The end of what was copied last, in the raw text.
    copied: usize,
    blocks: Vec<Block>,
    open: Option<Open>,
    /// Whether the next block is set apart.
    apart: bool,
    /// Columns that the containers around take.
    indent: usize,
    /// The columns that each container around an item, footnote or quotation took.
    outer: Vec<usize>,
    /// The number of the next item of each list around; `None` where it has points.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// Why the blocks that begin now are set aside.
    aside: Option<AsideReason>,
    /// The table that is open.
    table: Option<rows::Rows>,
    /// The marker of an item whose text hasn't begun.
    marker: Option<String>,
    /// The title that stands at the beginning, in single spaces.
    title: Option<String>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(raw: &'a str) -> Self {
        Self {
            raw,
            out: String::with_capacity(raw.len()),
            runs: Vec::new(),
            copied: 0,
            blocks: Vec::new(),
            open: None,
            apart: false,
            indent: 0,
            outer: Vec::new(),
            lists: Vec::new(),
            quotes: 0,
            aside: None,
            table: None,
            marker: None,
            title: None,
        }
    }

    /// What was written so far. The white space behind a block may be taken back.
    pub(super) fn written(&self) -> &str {
        &self.out
    }

    /// The text, its blocks, and its runs.
    pub(super) fn finish(mut self) -> (String, Vec<Block>, Runs) {
        self.end();
        (self.out, self.blocks, Runs::Parts(self.runs))
    }

    /// Sets the title of the front matter, which stands in the raw text at `range`. A heading right behind
    /// it that says the same is left out.
    pub(super) fn title(&mut self, title: &str, range: Range<usize>) {
        self.begin(BlockKind::Heading(1));
        // A title with escapes stands in other letters there.
        let raw =
            self.raw.get(range.clone()).filter(|raw| looks::single_spaced(raw) == title).unwrap_or(title);
        self.copy(raw, range);
        self.end();
        self.apart = true;
        self.title = Some(title.to_owned());
    }

    /// Begins a block, and ends the one before.
    pub(super) fn begin(&mut self, kind: BlockKind) {
        self.end();
        let before = (self.out.len(), self.runs.len());
        let gap = std::mem::take(&mut self.apart) && !self.blocks.is_empty();
        if !self.blocks.is_empty() {
            self.out.push_str(if gap { "\n\n" } else { "\n" });
        }
        let start = self.out.len();
        let kind = if kind == BlockKind::Paragraph && self.quotes > 0 { BlockKind::Quote } else { kind };
        if let Some(reason) = self.aside {
            // Neither markers nor indents say anything in what is folded away.
            self.marker = None;
            let kind = BlockKind::Aside(reason);
            self.open = Some(Open { start, kind, indent: 0, hang: 0, gap, before });
            return;
        }
        let marker = self.marker.take().filter(|_| !matches!(kind, BlockKind::Rule));
        let (indent, kind) = match &marker {
            Some(marker) => {
                self.out.push_str(marker);
                let item = matches!(kind, BlockKind::Paragraph | BlockKind::Quote);
                let outer = self.outer.last().copied().unwrap_or(0);
                (outer, if item { BlockKind::Item } else { kind })
            }
            None => (self.indent, kind),
        };
        self.open = Some(Open { start, kind, indent, hang: self.indent, gap, before });
    }

    /// Begins an item with its marker, moved in by so many columns.
    pub(super) fn begin_item(&mut self, marker: &str, columns: usize) {
        self.begin(BlockKind::Item);
        self.insert(marker);
        if let Some(open) = &mut self.open {
            open.indent += columns;
            open.hang = open.indent + marker.chars().count();
        }
    }

    /// Ends the open block, if there is one.
    pub(super) fn end(&mut self) {
        let Some(open) = self.open.take() else { return };
        let end = open.start + self.out[open.start..].trim_end().len();
        let leading = self.out[open.start..end].len() - self.out[open.start..end].trim_start().len();
        // The spaces at the beginning of a line of code are part of it.
        let start = if open.kind == BlockKind::Code { open.start } else { open.start + leading };
        let repeats = matches!(open.kind, BlockKind::Heading(_))
            && self.blocks.len() == 1
            && self
                .title
                .as_deref()
                .is_some_and(|title| looks::single_spaced(&self.out[start..end]) == title);
        if start >= end || repeats {
            self.out.truncate(open.before.0);
            self.runs.truncate(open.before.1);
            self.apart |= open.gap;
            return;
        }
        let (indent, hang) = (open.indent.min(MAX_INDENT) as u8, open.hang.min(MAX_INDENT) as u8);
        let mut gap = open.gap;
        for span in parts(&self.out, start..end) {
            self.blocks.push(Block { span, kind: open.kind, indent, hang, gap });
            gap = false;
        }
    }

    /// Ends the open block and goes on in a new one of the same kind right below it.
    pub(super) fn line_break(&mut self) {
        if self.in_table() {
            return self.insert(" ");
        }
        let Some(open) = &self.open else { return };
        let (item, hang) = (open.kind == BlockKind::Item, open.hang);
        self.begin(if item { BlockKind::Paragraph } else { open.kind });
        if let Some(open) = self.open.as_mut().filter(|_| item) {
            (open.indent, open.hang) = (hang, hang);
        }
    }

    /// Whether the next block is set apart from the one before.
    pub(super) fn set_apart(&mut self, apart: bool) {
        self.apart = apart;
    }

    /// Whether the next block is the first of its item, so that the marker stands before it.
    pub(super) fn at_marker(&self) -> bool {
        self.marker.is_some()
    }

    /// Leaves out the marker of an item whose text hasn't begun.
    pub(super) fn drop_marker(&mut self) {
        self.marker = None;
    }

    /// Says why the blocks that begin from here on are set aside; with `None` they are the document. Gives
    /// what was said before.
    pub(super) fn set_aside(&mut self, reason: Option<AsideReason>) -> Option<AsideReason> {
        self.end();
        std::mem::replace(&mut self.aside, reason)
    }

    pub(super) fn in_list(&self) -> bool {
        !self.lists.is_empty()
    }

    /// Appends `text`, which stands at `range` of the raw text, or says in other bytes what stands there.
    pub(super) fn copy(&mut self, text: &str, range: Range<usize>) {
        self.open();
        self.append(text, range);
    }

    fn append(&mut self, text: &str, range: Range<usize>) {
        let verbatim = range.start >= self.copied && self.raw.get(range.clone()) == Some(text);
        if verbatim {
            self.run(text, range.start);
        }
        self.out.push_str(text);
    }

    /// Appends `text`, which stands at the byte `at` of a raw text that grows along with this one. Each call
    /// is behind the last one in the raw text too.
    pub(super) fn copy_along(&mut self, text: &str, at: usize) {
        self.open();
        self.run(text, at);
        self.out.push_str(text);
    }

    /// Notes that what comes next is `text`, as it stands at the byte `at` of the raw text.
    fn run(&mut self, text: &str, at: usize) {
        if text.is_empty() {
            return;
        }
        let run = Run { reading: self.out.len() as u32, raw: at as u32, len: text.len() as u32 };
        match self.runs.last_mut() {
            // What goes on in both texts belongs to the same run.
            Some(last) if last.reading + last.len == run.reading && last.raw + last.len == run.raw => {
                last.len += run.len;
            }
            _ => self.runs.push(run),
        }
        self.copied = at + text.len();
    }

    /// Appends what doesn't stand in the raw text.
    pub(super) fn insert(&mut self, text: &str) {
        self.open();
        self.out.push_str(text);
    }

    /// Appends text in which a line end ends the block.
    pub(super) fn lines(&mut self, text: &str, range: Range<usize>) {
        let mut at = range.start;
        for line in text.split_inclusive('\n') {
            let bare = line.trim_end();
            if !bare.trim_start().is_empty() {
                self.copy(bare, at..at + bare.len());
            }
            if line.ends_with('\n') {
                self.end();
            }
            at += line.len();
        }
    }

    /// Appends lines of code, or a part of one; each line becomes a block.
    pub(super) fn code(&mut self, text: &str, range: Range<usize>) {
        let mut at = range.start;
        for line in text.split_inclusive('\n') {
            let bare = line.strip_suffix('\n').unwrap_or(line);
            if !bare.is_empty() {
                if self.open.is_none() {
                    self.begin(BlockKind::Code);
                }
                self.copy(bare, at..at + bare.len());
            }
            if line.ends_with('\n') {
                let blocks = self.blocks.len();
                self.end();
                self.apart |= blocks == self.blocks.len();
            }
            at += line.len();
        }
    }

    pub(super) fn enter_quote(&mut self) {
        self.enter(2);
        self.quotes += 1;
        self.apart |= !self.in_list();
    }

    pub(super) fn leave_quote(&mut self) {
        self.leave();
        self.quotes = self.quotes.saturating_sub(1);
        self.apart = true;
    }

    pub(super) fn enter_list(&mut self, first: Option<u64>) {
        self.end();
        self.apart |= !self.in_list();
        self.lists.push(first);
    }

    pub(super) fn leave_list(&mut self) {
        self.end();
        self.lists.pop();
        self.apart |= !self.in_list();
    }

    pub(super) fn enter_item(&mut self) {
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{number}. ");
                *number = number.saturating_add(1);
                marker
            }
            _ => "• ".to_owned(),
        };
        self.enter(marker.chars().count());
        self.marker = Some(marker);
    }

    /// Gives the next item of the innermost list this number, if its items have numbers.
    pub(super) fn number(&mut self, number: u64) {
        if let Some(Some(next)) = self.lists.last_mut() {
            *next = number;
        }
    }

    /// The number of the next item of the innermost list.
    pub(super) fn next_number(&self) -> Option<u64> {
        self.lists.last().copied().flatten()
    }

    /// Moves what follows in by so many columns, until [`Builder::leave_indent`].
    pub(super) fn enter_indent(&mut self, columns: usize) {
        self.enter(columns);
    }

    pub(super) fn leave_indent(&mut self) {
        self.leave();
    }

    pub(super) fn enter_footnote(&mut self, label: &str) {
        // A label is as long as its writer likes.
        let marker = format!("[{label}] ");
        self.enter(marker.chars().count().min(6));
        self.marker = Some(marker);
    }

    pub(super) fn leave_item(&mut self) {
        if self.marker.is_some() {
            // An item without a text is still an item.
            self.begin(BlockKind::Paragraph);
        }
        self.leave();
    }

    fn enter(&mut self, columns: usize) {
        self.end();
        self.outer.push(self.indent);
        self.indent = self.indent.saturating_add(columns);
    }

    fn leave(&mut self) {
        self.end();
        self.indent = self.outer.pop().unwrap_or(0);
    }

    fn open(&mut self) {
        if self.open.is_none() {
            self.begin(BlockKind::Paragraph);
        }
    }
}
