//! The result as lines: each document's title, its passages, and why they are there.

use std::collections::HashMap;

use crate::corpus::DocId;
use crate::index::{Hit, Origin};
use crate::text::wrap::wrap;
use crate::text::{Block, BlockKind, Span};

/// Rows of a passage at most.
const ROWS: usize = 3;

/// Columns by which a passage is moved in.
pub(super) const INDENT: u16 = 4;

/// Something in the result that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The document, by its number in the result.
    pub hit: usize,
    /// The snippet, by its number in the document; `None` for a document that has none, or those of one before it.
    pub snippet: Option<usize>,
    /// The document of the result before it whose text it is, too.
    pub same_as: Option<usize>,
}

/// What a line of the result shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultLine {
    /// The title of a document, by its number.
    Title(usize),
    /// A row of a snippet: of which document and snippet, and the bytes of its text.
    Row(usize, usize, Span),
    /// Why a snippet is there.
    Why(usize, usize),
    /// The document of the result, by its number, that has the same text.
    SameAs(usize),
}

/// A result set for a width.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// The lines, each with the number of the passage that it belongs to. A title belongs to the first one.
    pub lines: Vec<(usize, ResultLine)>,
}

impl Lines {
    /// The lines of a passage: the first, and the one behind the last.
    pub fn of(&self, passage: usize) -> (usize, usize) {
        let first = self.lines.partition_point(|(at, _)| *at < passage);
        (first, self.lines.partition_point(|(at, _)| *at <= passage))
    }

    /// The passage of a line, or of the last line.
    pub fn passage(&self, line: usize) -> usize {
        self.lines.get(line).or(self.lines.last()).map_or(0, |(passage, _)| *passage)
    }
}

/// The passages of a result, in order. Those of documents with the same text stand there once, with the first of them, but for
/// those of notes; `head` says which document stands for all that are like one, and `is_same` whether two have the same text.
pub(super) fn passages(
    hits: &[Hit],
    head: impl Fn(DocId) -> DocId,
    is_same: impl Fn(DocId, DocId) -> bool,
) -> Vec<Passage> {
    let mut alike: HashMap<DocId, Vec<usize>> = HashMap::new();
    let of = |(hit, found): (usize, &Hit)| {
        let before = alike.entry(head(found.id)).or_default();
        let same_as = before.iter().copied().find(|&before| is_same(hits[before].id, found.id));
        if same_as.is_none() {
            before.push(hit);
        }
        let is_new = |at: &usize| same_as.is_none() || found.snippets[*at].origin == Origin::Note;
        let new: Vec<usize> = (0..found.snippets.len()).filter(is_new).collect();
        let snippets = if new.is_empty() { vec![None] } else { new.into_iter().map(Some).collect() };
        snippets.into_iter().map(move |snippet| Passage { hit, snippet, same_as })
    };
    hits.iter().enumerate().flat_map(of).collect()
}

/// Sets a result for `width` columns.
pub(super) fn set(hits: &[Hit], passages: &[Passage], width: u16) -> Lines {
    let mut lines = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let is_first = at.checked_sub(1).is_none_or(|before| passages[before].hit != passage.hit);
        if is_first {
            lines.push((at, ResultLine::Title(passage.hit)));
        }
        if let Some(other) = passage.same_as.filter(|_| is_first) {
            lines.push((at, ResultLine::SameAs(other)));
        }
        let Some(number) = passage.snippet else { continue };
        let snippets = hits.get(passage.hit).map_or(&[][..], |hit| &hit.snippets);
        let Some(snippet) = snippets.get(number) else { continue };
        let block = Block {
            span: Span::new(0, snippet.text.len()),
            kind: BlockKind::Paragraph,
            indent: 0,
            hang: 0,
            gap: false,
        };
        let rows = wrap(&snippet.text, &block, width.saturating_sub(INDENT).max(1));
        let row = |span| (at, ResultLine::Row(passage.hit, number, span));
        lines.extend(rows.iter().take(ROWS).map(|line| row(line.span)));
        // The same reason is said once for a document.
        let said = snippets.iter().take(number).any(|before| before.why == snippet.why);
        if snippet.why.is_some() && !said {
            lines.push((at, ResultLine::Why(passage.hit, number)));
        }
    }
    Lines { lines }
}
