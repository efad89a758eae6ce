//! What the reader of PDFs tells of a file, message by message: first what the file says of itself, then its
//! pages one after the other. A helper process writes each message as a line of JSON.

use serde::{Deserialize, Serialize};

/// A message of the reader.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Message {
    /// Comes first.
    Head(Head),
    /// A page, in the order of the file.
    Page(Page),
    /// Comes last where all was read.
    End,
    /// Comes last where the reader couldn't go on.
    Failed(Failure),
}

/// Why a file can't be read, or not on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Failure {
    /// It is locked with a password.
    Password,
    /// It is locked in a way that nobody here knows.
    Locked,
    /// It has no page tree, or nothing of a PDF but the name.
    Damaged,
    /// The reader panicked, with these words.
    Panic(String),
    /// It took more processor time than the limit.
    Time,
    /// It took more memory than the limit.
    Memory,
    /// It nests deeper than the reader's stack.
    Depth,
    /// It has more text than the limit.
    Size,
    /// The helper process couldn't be started or ended in another way, in words.
    Helper(String),
}

/// What a file says of itself.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Head {
    /// How many pages it has.
    pub(super) pages: usize,
    /// Whether its list of pages was lost, and they were gathered.
    pub(super) mended: bool,
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    /// The day on which it was made, as `2020-09-14`.
    pub(super) created: Option<String>,
    pub(super) language: Option<String>,
}

/// The lines of a page.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Page {
    /// What the file calls it, if it does.
    pub(super) label: Option<String>,
    /// Its height, in points.
    pub(super) height: f32,
    /// Whether a picture is drawn on it.
    pub(super) picture: bool,
    /// Characters of which the fonts don't say what they are.
    pub(super) unknown: usize,
    /// Filled fields and notes of which the file doesn't say what is drawn.
    pub(super) unseen: usize,
    /// Whether there is more on it than was read.
    pub(super) cut: bool,
    /// In reading order.
    pub(super) lines: Vec<Line>,
}

/// A line of a page. Lengths are in points, rounded to a tenth.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Line {
    /// The column or other part of the page to which it belongs, counted from 0 in reading order.
    pub(super) zone: u32,
    /// Its left end.
    pub(super) left: f32,
    /// Its right end.
    pub(super) right: f32,
    /// Its baseline, from the top of the page downwards.
    pub(super) base: f32,
    /// The size of its letters.
    pub(super) size: f32,
    /// The sum of the [`style`] of its letters.
    pub(super) style: u8,
    /// Its words with a space between them; a tab parts cells of a table.
    pub(super) text: String,
}

impl Line {
    /// Whether it is set in this style.
    pub(super) fn is(&self, style: u8) -> bool {
        self.style & style != 0
    }
}

/// How letters are set.
pub(super) mod style {
    /// In bold type.
    pub(in super::super) const BOLD: u8 = 1;
    /// In type of one width, as programs are.
    pub(in super::super) const FIXED: u8 = 2;
    /// As furniture of the page, by what the file itself says.
    pub(in super::super) const ARTIFACT: u8 = 4;
    /// In another direction than the text of the page.
    pub(in super::super) const TURNED: u8 = 8;
}
