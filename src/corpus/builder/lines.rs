//! Lines of plain text inside a text of another format: the body of a message, the text of a record.

use super::{Builder, MAX_INDENT};
use crate::corpus::plain;
use crate::text::{AsideReason, BlockKind};

/// The columns by which each level of quotation moves a block in.
const QUOTED: usize = 2;

/// A line, or a part of one.
pub(in crate::corpus) struct Piece<'t> {
    /// Its text, without a line end.
    pub(in crate::corpus) text: &'t str,
    /// Where it begins in the raw text.
    pub(in crate::corpus) at: usize,
    /// Whether the line ends behind it.
    pub(in crate::corpus) ends: bool,
}

impl Builder<'_> {
    /// Appends lines, judged as those of a plain text are: which of them are one paragraph, an item, a row of
    /// a table. `quotes` is how deep they are quoted; with `aside` all of them are set aside.
    pub(in crate::corpus) fn plain_lines<'t>(
        &mut self,
        pieces: impl IntoIterator<Item = Piece<'t>>,
        quotes: usize,
        aside: Option<AsideReason>,
    ) {
        self.end();
        let (before, runs, first) = (self.out.len(), self.runs.len(), self.blocks.len());
        if first > 0 {
            self.out.push_str("\n\n");
        }
        let start = self.out.len();
        for piece in pieces {
            let text = if piece.ends { piece.text.trim_end() } else { piece.text };
            self.append(text, piece.at..piece.at + text.len());
            if piece.ends {
                self.out.push('\n');
            }
        }
        plain::blocks(&self.out, start, &mut self.blocks);
        let Some(end) = self.blocks.get(first..).and_then(<[_]>::last).map(|last| last.span.end as usize)
        else {
            // Nothing but white space.
            self.out.truncate(before);
            self.runs.truncate(runs);
            return;
        };
        self.out.truncate(end);
        self.shorten_runs();
        let inwards =
            |columns: u8| (usize::from(columns) + QUOTED * quotes.min(MAX_INDENT)).min(MAX_INDENT) as u8;
        for block in self.blocks.iter_mut().skip(first) {
            (block.indent, block.hang) = (inwards(block.indent), inwards(block.hang));
            block.kind = match (aside, block.kind) {
                (Some(reason), _) => BlockKind::Aside(reason),
                (None, BlockKind::Paragraph) if quotes > 0 => BlockKind::Quote,
                (None, kind) => kind,
            };
        }
        self.apart = true;
    }

    /// Shortens the runs to what is left of the text.
    fn shorten_runs(&mut self) {
        let end = self.out.len() as u32;
        while let Some(last) = self.runs.last_mut() {
            if last.reading < end {
                last.len = last.len.min(end - last.reading);
                break;
            }
            self.runs.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn pieces(raw: &str) -> Vec<Piece<'_>> {
        let mut at = 0;
        raw.split_inclusive('\n')
            .map(|line| {
                let piece = Piece { text: line.trim_end_matches('\n'), at, ends: true };
                at += line.len();
                piece
            })
            .collect()
    }

    #[test]
    fn quoted_lines_are_moved_in_and_map_to_where_they_stand() {
        let raw = "one\ntwo  \n\n";
        let mut builder = Builder::new(raw);
        builder.plain_lines(pieces(raw), 2, None);
        let (text, blocks, runs) = builder.finish();
        assert_eq!(text, "one\ntwo");
        let shown: Vec<_> = blocks.iter().map(|block| (block.kind, block.indent, block.hang)).collect();
        assert_eq!(shown, [(BlockKind::Quote, 4, 4); 2]);
        assert_eq!((runs.to_raw(5), runs.to_reading(5)), (5, 5));
    }

    #[test]
    fn blank_lines_leave_nothing() {
        let raw = " \n\n";
        let mut builder = Builder::new(raw);
        builder.plain_lines(pieces(raw), 0, Some(AsideReason::Signature));
        assert_eq!(builder.finish().0, "");
    }
}
