//! Edits: what a list of replacements does to a reading text and to all that points into it.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::corpus::runs::{Run, Runs};
use crate::corpus::{Page, Repair, RepairKind};
use crate::text::{Block, BlockKind, Span};

/// A replacement of one part of a reading text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// What goes, in bytes of the text as it is; empty where something is only put in.
    pub(super) span: Span,
    /// What comes in its place; empty where something is only taken away.
    pub(super) with: Cow<'static, str>,
    /// What it mends.
    pub(super) kind: RepairKind,
    /// How many characters or words are mended by it, for the count that people see.
    pub(super) count: u32,
}

impl Edit {
    /// One thing mended at `start..end`.
    pub(super) fn new(start: usize, end: usize, with: &'static str, kind: RepairKind) -> Self {
        Self { span: Span::new(start, end), with: Cow::Borrowed(with), kind, count: 1 }
    }
}

/// A reading text and all that points into it.
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) blocks: Vec<Block>,
    pub(super) runs: Runs,
    pub(super) pages: Vec<Page>,
    pub(super) repairs: Vec<Repair>,
}

impl Reading<'_> {
    /// Makes the edits. They must be in order, overlap nowhere, stand on character boundaries, and each lie
    /// within one block, putting nothing in behind its last byte. One out of order is left out, and `edits`
    /// is without it afterwards. Blocks in which there is nothing left are taken out; white space that comes to stand at an
    /// end of a block isn't part of it any more.
    pub(super) fn apply(&mut self, edits: &mut Vec<Edit>) {
        keep_orderly(&self.text, edits);
        if edits.is_empty() {
            return;
        }
        let moves = Moves::new(edits);
        let text = moves.text(&self.text, edits);
        self.runs = Runs::Parts(moves.runs(&self.runs, self.text.len()));
        moves.blocks(&text, &mut self.blocks);
        for page in &mut self.pages {
            page.start = moves.place(page.start);
        }
        for repair in &mut self.repairs {
            let start = moves.place(repair.span.start);
            repair.span = Span { start, end: moves.place(repair.span.end).max(start) };
        }
        let made = edits.iter().zip(&moves.0);
        self.repairs.extend(made.map(|(edit, moved)| Repair {
            span: Span { start: moved.new.start, end: moved.new.end },
            kind: edit.kind,
        }));
        self.repairs.sort_by_key(|repair| repair.span);
        self.text = Cow::Owned(text);
    }
}

/// Leaves out edits that don't keep to the order.
fn keep_orderly(text: &str, edits: &mut Vec<Edit>) {
    let mut free = 0;
    edits.retain(|edit| {
        let fits = edit.span.start >= free && text.get(edit.span.range()).is_some();
        if fits {
            free = edit.span.end;
        }
        fits
    });
}

/// From so many blocks on they are moved by several threads.
const MANY: usize = 4096;

/// Where one edit stands in the old text and in the new one.
struct Move {
    old: Span,
    new: Span,
}

/// All of them, in order.
struct Moves(Vec<Move>);

impl Moves {
    fn new(edits: &[Edit]) -> Self {
        let (mut old_end, mut new_end) = (0, 0);
        let moves = edits.iter().map(|edit| {
            let start = new_end + (edit.span.start - old_end);
            old_end = edit.span.end;
            new_end = start + edit.with.len() as u32;
            Move { old: edit.span, new: Span { start, end: new_end } }
        });
        Self(moves.collect())
    }

    /// The place in the new text of a place in the old one. The beginning of an edit is that of its
    /// replacement, and so is whatever stood inside it.
    fn place(&self, offset: u32) -> u32 {
        let before = self.0.partition_point(|moved| moved.old.start < offset);
        match before.checked_sub(1).and_then(|at| self.0.get(at)) {
            Some(moved) if offset < moved.old.end => moved.new.start,
            Some(moved) => moved.new.end + (offset - moved.old.end),
            None => offset,
        }
    }

    /// The parts of the old text that stay, with where they begin in the new one.
    fn kept(&self, len: usize) -> impl Iterator<Item = (Span, u32)> {
        let ends = self.0.iter().map(|moved| moved.old.start).chain([len as u32]);
        let starts = [(0, 0)].into_iter().chain(self.0.iter().map(|moved| (moved.old.end, moved.new.end)));
        starts.zip(ends).map(|((old, new), end)| (Span { start: old, end }, new))
    }

    fn text(&self, old: &str, edits: &[Edit]) -> String {
        let last = self.0.last();
        let len = last.map_or(old.len(), |last| old.len() - last.old.end as usize + last.new.end as usize);
        let mut text = String::with_capacity(len);
        let with = edits.iter().map(|edit| &*edit.with).chain([""]);
        for ((kept, _), with) in self.kept(old.len()).zip(with) {
            text.push_str(kept.of(old));
            text.push_str(with);
        }
        text
    }

    /// The runs of the new text, given those of the old one.
    fn runs(&self, old: &Runs, len: usize) -> Vec<Run> {
        let whole = [Run { reading: 0, raw: 0, len: len as u32 }];
        let runs = match old {
            Runs::Whole => &whole[..],
            Runs::Parts(runs) => runs,
        };
        let mut composed = Vec::with_capacity(runs.len() + self.0.len());
        let mut runs = runs.iter().peekable();
        for (kept, new) in self.kept(len) {
            while let Some(run) = runs.peek() {
                let end = run.reading + run.len;
                let shared = Span { start: run.reading.max(kept.start), end: end.min(kept.end) };
                if shared.start < shared.end {
                    composed.push(Run {
                        reading: new + (shared.start - kept.start),
                        raw: run.raw + (shared.start - run.reading),
                        len: shared.end - shared.start,
                    });
                }
                if end > kept.end {
                    break;
                }
                runs.next();
            }
        }
        composed
    }

    fn blocks(&self, text: &str, blocks: &mut Vec<Block>) {
        let move_one = |block: &mut Block| {
            let first = self.0.partition_point(|moved| moved.old.end < block.span.start);
            let touched = self.0.get(first).is_some_and(|moved| moved.old.start <= block.span.end);
            let span = Span { start: self.place(block.span.start), end: self.place(block.span.end) };
            block.span = if touched && block.kind != BlockKind::Code { trimmed(text, span) } else { span };
        };
        // A few aren't worth waking other threads for.
        if blocks.len() < MANY {
            blocks.iter_mut().for_each(move_one);
        } else {
            blocks.par_iter_mut().for_each(move_one);
        }
        let mut gap = false;
        blocks.retain_mut(|block| {
            block.gap |= std::mem::take(&mut gap);
            gap = block.span.is_empty() && block.gap;
            !block.span.is_empty()
        });
        if let Some(first) = blocks.first_mut() {
            first.gap = false;
        }
    }
}

/// `span` without white space at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let content = span.of(text);
    let end = span.start as usize + content.trim_end().len();
    Span::new(span.end as usize - content.trim_start().len(), end)
}

#[cfg(test)]
#[path = "edits_tests.rs"]
pub(super) mod tests;
