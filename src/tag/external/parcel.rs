//! Parcels: a text in parts that are sent one by one, with the way back from places in them.

use crate::tag::pieces::pieces;
use crate::text::{Span, Text};

/// The bytes of a parcel, about; a paragraph that is longer is one by itself.
const PARCEL: usize = 8 * 1024;

/// What stands between two paragraphs of a parcel.
const GAP: &str = "\n\n";

/// Some paragraphs of a text.
#[derive(Debug, Default)]
pub(super) struct Parcel {
    /// What is sent.
    pub(super) text: String,
    /// Where each paragraph begins in it, in bytes, and where it stands in the whole text.
    parts: Vec<(usize, Span)>,
    /// Where each character begins, and the end; empty where each is one byte.
    starts: Vec<u32>,
}

/// Why a span isn't one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing lies between its ends.
    Empty,
    /// It reaches over the end of the text.
    TooFar,
    /// It reaches from one paragraph into another.
    AcrossParagraphs,
}

impl Parcel {
    fn add(&mut self, text: &str, span: Span) {
        if !self.text.is_empty() {
            self.text.push_str(GAP);
        }
        self.parts.push((self.text.len(), span));
        self.text.push_str(span.of(text));
    }

    /// Readies the way back from characters to bytes.
    fn count(&mut self) {
        if !self.text.is_ascii() {
            let ends = self.text.char_indices().map(|(at, _)| at).chain([self.text.len()]);
            self.starts = ends.map(|at| at as u32).collect();
        }
    }

    /// How many characters it has.
    pub(super) fn characters(&self) -> usize {
        self.starts.len().checked_sub(1).unwrap_or(self.text.len())
    }

    /// Where the characters from `start` to `end` of the parcel stand in the whole text.
    ///
    /// # Errors
    ///
    /// Where that is no place within one paragraph.
    pub(super) fn span(&self, start: usize, end: usize) -> Result<Span, Fault> {
        if start >= end {
            return Err(Fault::Empty);
        }
        let start = self.byte(start).ok_or(Fault::TooFar)?;
        let end = self.byte(end).ok_or(Fault::TooFar)?;
        let part = self.parts.partition_point(|(begin, _)| *begin <= start).checked_sub(1);
        let Some((begin, span)) = part.and_then(|part| self.parts.get(part)) else {
            return Err(Fault::AcrossParagraphs);
        };
        if end > begin + span.len() {
            return Err(Fault::AcrossParagraphs);
        }
        let base = span.start as usize;
        Ok(Span::new(base + start - begin, base + end - begin))
    }

    /// The byte at which a character of the parcel begins, or its end.
    fn byte(&self, character: usize) -> Option<usize> {
        if self.starts.is_empty() {
            return (character <= self.text.len()).then_some(character);
        }
        self.starts.get(character).map(|at| *at as usize)
    }
}

/// The parcels of a text's body, until `stop` says so.
pub(super) fn parcels<'a>(text: &'a Text, stop: &'a dyn Fn() -> bool) -> impl Iterator<Item = Parcel> + 'a {
    let mut pieces = pieces(text, stop).peekable();
    std::iter::from_fn(move || {
        let mut parcel = Parcel::default();
        while let Some(piece) = pieces.peek() {
            let full = !parcel.text.is_empty() && parcel.text.len() + piece.span.len() > PARCEL;
            if full {
                break;
            }
            parcel.add(text.as_str(), piece.span);
            pieces.next();
        }
        parcel.count();
        (!parcel.parts.is_empty()).then_some(parcel)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use super::*;
    use crate::text::{AsideReason, Block, BlockKind};

    /// A text whose lines are blocks; those that begin with `#` are set aside.
    fn text(lines: &str) -> Text {
        let mut at = 0;
        let mut blocks = Vec::new();
        for line in lines.split_inclusive('\n') {
            let kind = if line.starts_with('#') {
                BlockKind::Aside(AsideReason::Site)
            } else {
                BlockKind::Paragraph
            };
            let span = Span::new(at, at + line.trim_end_matches('\n').len());
            blocks.push(Block { span, kind, indent: 0, hang: 0, gap: true });
            at += line.len();
        }
        Text::new(Arc::from(lines), blocks)
    }

    #[test]
    fn characters_are_found_again_in_the_text() {
        let text = text("Žofia left.\n#menu\nÉmile – Bo\n");
        let parcels: Vec<Parcel> = parcels(&text, &|| false).collect();
        assert_eq!(parcels.len(), 1);
        assert_eq!(parcels[0].text, "Žofia left.\n\nÉmile – Bo");
        assert_eq!(parcels[0].span(0, 5).unwrap().of(text.as_str()), "Žofia");
        assert_eq!(parcels[0].span(13, 18).unwrap().of(text.as_str()), "Émile");
        assert_eq!(parcels[0].span(21, 23).unwrap().of(text.as_str()), "Bo");
    }

    #[test]
    fn what_is_no_place_is_told_apart() {
        let text = text("One.\nTwo.\n");
        let parcel = parcels(&text, &|| false).next().unwrap();
        assert_eq!(parcel.span(2, 2), Err(Fault::Empty));
        assert_eq!(parcel.span(3, 2), Err(Fault::Empty));
        assert_eq!(parcel.span(0, 11), Err(Fault::TooFar));
        assert_eq!(parcel.span(20, usize::MAX), Err(Fault::TooFar));
        for (start, end) in [(0, 5), (3, 8), (4, 5), (5, 7)] {
            assert_eq!(parcel.span(start, end), Err(Fault::AcrossParagraphs), "{start}..{end}");
        }
    }

    #[test]
    fn a_long_text_is_parted_between_paragraphs() {
        let text = text(&format!("{}\n", "word ".repeat(100)).repeat(60));
        let parcels: Vec<Parcel> = parcels(&text, &|| false).collect();
        assert!(parcels.len() > 2 && parcels.iter().all(|parcel| parcel.text.len() <= PARCEL));
        let paragraphs: usize = parcels.iter().map(|parcel| parcel.parts.len()).sum();
        assert_eq!(paragraphs, 60);
    }
}
