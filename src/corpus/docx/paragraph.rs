//! A paragraph as it is read: its line of raw text, and which parts of the line are read.

use std::ops::Range;

use super::styles::ListPlace;
use crate::text::BlockKind;

/// Why a part isn't read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// Somebody deleted it, and the change is recorded.
    Deletion,
    /// It is formatted as hidden.
    Hidden,
    /// The reading of a word, above it.
    Ruby,
    /// A part in another format.
    Embedded,
    /// What somebody or something wrote of a picture.
    Picture,
}

impl LeftOut {
    /// What the raw text says of it.
    fn label(self) -> &'static str {
        match self {
            Self::Deletion => "deleted",
            Self::Hidden => "hidden",
            Self::Ruby => "ruby",
            Self::Embedded => "embedded",
            Self::Picture => "picture",
        }
    }
}

/// A part of a paragraph that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// These bytes of the line.
    Kept(Range<usize>),
    /// The line ends here.
    Break,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// The id of its style.
    pub(super) style: Option<String>,
    /// The outline level that it has for itself.
    pub(super) kind: Option<BlockKind>,
    /// Its place in a list, where it has one for itself.
    pub(super) place: ListPlace,
    /// Whether it is only the large first letter of the next one.
    pub(super) drop_cap: bool,
    /// All its text, with what isn't read in brackets.
    pub(super) line: String,
    /// What is read.
    pub(super) pieces: Vec<Piece>,
    /// Why what follows isn't read, and the places in `line` where it began and where its text did.
    leaving: Option<(LeftOut, usize, usize)>,
}

impl Paragraph {
    /// Appends text that is read, or that isn't, between [`Paragraph::leave`] and [`Paragraph::enter`].
    pub(super) fn push(&mut self, text: &str) {
        let from = self.line.len();
        // A line of the raw text is a paragraph.
        self.line.extend(text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        if self.leaving.is_some() || from == self.line.len() {
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece::Kept(range)) if range.end == from => range.end = self.line.len(),
            _ => self.pieces.push(Piece::Kept(from..self.line.len())),
        }
    }

    /// Appends a character of the raw text that isn't read.
    pub(super) fn push_unread(&mut self, c: char) {
        self.line.push(c);
    }

    /// Ends the line, but not the paragraph.
    pub(super) fn line_break(&mut self) {
        if self.leaving.is_none() && self.pieces.last() != Some(&Piece::Break) {
            self.pieces.push(Piece::Break);
        }
        self.line.push(' ');
    }

    /// What follows isn't read, for this reason.
    pub(super) fn leave(&mut self, why: LeftOut) {
        if self.leaving.is_none() {
            let from = self.line.len();
            self.line.push_str(&format!("[{}: ", why.label()));
            self.leaving = Some((why, from, self.line.len()));
        }
    }

    /// What follows is read again. Says why something was left out, where anything was.
    pub(super) fn enter(&mut self) -> Option<LeftOut> {
        let (why, from, text) = self.leaving.take()?;
        if self.line.len() == text {
            self.line.truncate(from);
            return None;
        }
        self.line.push(']');
        Some(why)
    }

    /// Whether nothing stands in it at all.
    pub(super) fn is_empty(&self) -> bool {
        self.line.trim().is_empty()
    }

    /// The text that is read, lines with a space between them.
    pub(super) fn text(&self) -> String {
        let part = |piece: &Piece| match piece {
            Piece::Kept(range) => self.line.get(range.clone()).unwrap_or("").to_owned(),
            Piece::Break => " ".to_owned(),
        };
        self.pieces.iter().map(part).collect()
    }

    /// Whether any of it is read.
    pub(super) fn is_read(&self) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Kept(range) => self.line.get(range.clone()).is_some_and(|part| !part.trim().is_empty()),
            Piece::Break => false,
        })
    }
}
