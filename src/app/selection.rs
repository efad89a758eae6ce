//! Selecting a passage by keyboard: a caret that is a word, and the far end once it is set.

use super::Command;
use super::list::Motion;
use super::reader::{Lit, Reader, trimmed};
use crate::text::glyph::{glyphs, width};
use crate::text::words::{sentences, words};
use crate::text::{Block, Span, paragraphs};

/// A selection: the word, or larger unit, where it began, and the one under the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Where it began.
    pub anchor: Span,
    /// The word under the caret.
    pub head: Span,
}

impl Selection {
    /// All that is selected.
    pub fn span(&self) -> Span {
        self.anchor.join(self.head)
    }

    /// Whether the caret is the end of the selection rather than its beginning.
    fn forward(&self) -> bool {
        self.anchor.start <= self.head.start
    }
}

impl Reader {
    /// Whether a caret can be in the block: it is shown and holds text.
    fn holds_caret(&self, block: &Block) -> bool {
        self.unfolded || self.raw_shown || block.is_body()
    }

    /// The blocks that a caret can be in, from the one at `offset` on.
    fn blocks_from(&self, offset: usize) -> impl Iterator<Item = &Block> {
        let first = self.text().block_at(offset).unwrap_or(0);
        self.text().blocks()[first..].iter().filter(|block| self.holds_caret(block))
    }

    /// Where the paragraph at `offset` begins, all parts of which stand in blocks of their own.
    fn paragraph_start(&self, offset: usize) -> usize {
        let blocks = self.text().blocks();
        let Some(mut at) = self.text().block_at(offset) else { return offset };
        while let Some(before) = at.checked_sub(1).filter(|before| blocks[at].continues(&blocks[*before])) {
            at = before;
        }
        blocks[at].span.start as usize
    }

    /// The blocks that a caret can be in, from the one at `offset` back to the first.
    fn blocks_back(&self, offset: usize) -> impl Iterator<Item = &Block> {
        let behind = self.text().block_at(offset).map_or(0, |block| block + 1);
        self.text().blocks()[..behind].iter().rev().filter(|block| self.holds_caret(block))
    }

    /// Begins to select at the match or mention stepped to last, else at the first word in sight.
    pub fn begin_selection(&mut self) {
        let visible = self.visible_span();
        let head = match self.current.filter(|span| visible.overlaps(*span)) {
            Some(current) => Some(current),
            None => self.word_from(visible.start as usize),
        };
        self.selection = head.map(|head| Selection { anchor: head, head });
    }

    /// The first word that starts at `offset` or behind it.
    fn word_from(&self, offset: usize) -> Option<Span> {
        let text = self.text().as_str();
        let starts = |span: &Span| span.start as usize >= offset;
        self.blocks_from(offset).find_map(|block| words(text, block.span).find(starts))
    }

    /// The last word that starts before `offset`.
    fn word_before(&self, offset: usize) -> Option<Span> {
        let text = self.text().as_str();
        let starts = |span: &Span| (span.start as usize) < offset;
        self.blocks_back(offset).find_map(|block| words(text, block.span).rfind(starts))
    }

    /// Moves the caret; says whether `command` is one of those that do.
    pub fn move_caret(&mut self, command: Command, count: u32, motion: Option<Motion>) -> bool {
        let Some(mut selection) = self.selection else { return false };
        for _ in 0..count.clamp(1, 999) {
            let head = selection.head;
            let moved = match command {
                Command::WordRight => self.word_from(head.end as usize),
                Command::WordLeft => {
                    // A sentence or paragraph under the caret shrinks by its last word.
                    let last = self.word_before(head.end as usize).filter(|last| last.start > head.start);
                    self.word_before(last.unwrap_or(head).start as usize)
                }
                Command::LineStart => self.line_word(head, false),
                Command::LineEnd => self.line_word(head, true),
                Command::ParagraphDown => self.paragraph_word(head, true),
                Command::ParagraphUp => self.paragraph_word(head, false),
                Command::NextMention => self.lit_from(Lit::Nothing, head, false),
                Command::PreviousMention => self.lit_from(Lit::Nothing, head, true),
                Command::Next => self.lit_from(self.lit, head, false),
                Command::Previous => self.lit_from(self.lit, head, true),
                Command::CharRight | Command::CharLeft => {
                    let right = command == Command::CharRight;
                    match self.letter_away(selection, right) {
                        Some(moved) => selection = moved,
                        None => break,
                    }
                    continue;
                }
                Command::SelectSentence | Command::SelectParagraph => {
                    selection = self.grow(selection, command == Command::SelectParagraph);
                    continue;
                }
                _ => match motion.map(|motion| (motion, motion.lines(self.height()))) {
                    Some((_, Some(lines))) => self.word_lines_away(head, lines),
                    Some((Motion::Top, _)) => self.word_from(0),
                    Some((line @ Motion::Line(_), _)) => {
                        self.paragraph(line).and_then(|at| self.word_from(at))
                    }
                    Some(_) => self.word_before(usize::MAX),
                    None => return false,
                },
            };
            match moved {
                Some(head) => selection.head = head,
                None => break,
            }
            if matches!(motion, Some(Motion::Lines(_) | Motion::Halves(_) | Motion::Pages(_))) {
                break;
            }
        }
        self.selection = Some(selection);
        self.reveal_caret(selection);
        true
    }

    /// The next mention or match behind the caret, or the last before it; none round the ends.
    fn lit_from(&self, lit: Lit, head: Span, back: bool) -> Option<Span> {
        self.step_from(lit, head.start as usize, back).filter(|(_, round)| !round).map(|(span, _)| span)
    }

    /// The selection with its moving end one letter further right or left. A selection of one word becomes shorter and
    /// longer at its end.
    fn letter_away(&self, selection: Selection, right: bool) -> Option<Selection> {
        let text = self.text().as_str();
        let Selection { anchor, head } = selection;
        let next = |from: u32| {
            let behind = Span { start: from, end: text.len() as u32 };
            glyphs(text, behind).next().map(|glyph| glyph.span.end)
        };
        let last = |span: Span| glyphs(text, span).last().map(|glyph| glyph.span.start);
        let moved = match (selection.forward(), right) {
            (true, true) => Span { end: next(head.end)?, ..head },
            (true, false) => Span { end: last(head)?, ..head },
            (false, true) => Span { start: next(head.start)?, ..head },
            (false, false) => {
                let start = head.start as usize;
                let before = self.text().blocks().get(self.text().block_at(start)?)?.span.start;
                Span { start: last(Span { start: before, end: head.start })?, ..head }
            }
        };
        let anchor = if anchor == head { moved } else { anchor };
        (!moved.is_empty()).then_some(Selection { anchor, head: moved })
    }

    /// Keeps the moving end of the selection in sight.
    fn reveal_caret(&mut self, selection: Selection) {
        let end =
            if selection.forward() { selection.head.end.saturating_sub(1) } else { selection.head.start };
        self.follow(Span { start: end.max(selection.head.start), end: selection.head.end });
    }

    /// Goes to the other end of the selection.
    pub fn swap_selection(&mut self) {
        if let Some(Selection { anchor, head }) = self.selection {
            let swapped = Selection { anchor: head, head: anchor };
            self.selection = Some(swapped);
            self.reveal_caret(swapped);
        }
    }

    /// Begins the selection anew at the caret.
    pub fn start_selection(&mut self) {
        if let Some(selection) = &mut self.selection {
            selection.anchor = selection.head;
        }
    }

    /// The first or last word of the row in which the caret is.
    fn line_word(&self, head: Span, last: bool) -> Option<Span> {
        let row = self.setting().lines(self.setting().line_at(head.start as usize), 1).first()?.row()?;
        let mut inside = words(self.text().as_str(), row.span);
        if last { inside.next_back() } else { inside.next() }
    }

    /// The first word of the next paragraph, or of this one or the one before.
    fn paragraph_word(&self, head: Span, down: bool) -> Option<Span> {
        let text = self.text().as_str();
        let first = |block: &Block| words(text, block.span).next();
        let at = head.start as usize;
        if down {
            self.blocks_from(at).filter_map(first).find(|word| word.start > head.start)
        } else {
            self.blocks_back(at).filter_map(first).find(|word| word.start < head.start)
        }
    }

    /// The first word of the paragraph behind the place where the person is, or before it: the place that a
    /// bookmark or note then hangs on.
    pub fn paragraph_away(&self, back: bool) -> Option<Span> {
        let visible = self.visible_span();
        match self.current.filter(|span| visible.overlaps(*span)) {
            Some(current) => self.paragraph_word(current, !back),
            None if back => self.paragraph_word(Span { end: visible.start, ..visible }, false),
            None => self.word_from(visible.start as usize),
        }
    }

    /// The word nearest to the caret's column, `lines` rows further down or up.
    fn word_lines_away(&self, head: Span, lines: isize) -> Option<Span> {
        let text = self.text().as_str();
        let setting = self.setting();
        let here = setting.line_at(head.start as usize);
        let row = setting.lines(here, 1).first()?.row()?;
        let column = usize::from(row.indent) + width(Span { end: head.start, ..row.span }.of(text));
        let mut there = here;
        for _ in 0..lines.unsigned_abs() {
            // A gap or a fold has no word; the next row with one counts.
            let mut next = there;
            let before = there;
            loop {
                let last = next;
                next = if lines < 0 { setting.up(next, 1) } else { setting.down(next, 1) };
                if next == last {
                    break;
                }
                let row = setting.lines(next, 1).first().and_then(|line| line.row());
                if row.is_some_and(|row| words(text, row.span).next().is_some()) {
                    there = next;
                    break;
                }
            }
            if there == before {
                break;
            }
        }
        let row = setting.lines(there, 1).first()?.row()?;
        let far = |word: &Span| {
            let start = usize::from(row.indent) + width(Span { end: word.start, ..row.span }.of(text));
            let end = start + width(word.of(text));
            if column < start { start - column } else { (column + 1).saturating_sub(end) }
        };
        words(text, row.span).min_by_key(far)
    }

    /// The selection grown to its sentences or paragraphs; where it is that already, by one more.
    fn grow(&self, selection: Selection, paragraph: bool) -> Selection {
        let text = self.text().as_str();
        let span = selection.span();
        let start = span.start as usize;
        // A very long paragraph stands in several blocks.
        let paragraphs = paragraphs(self.blocks_from(self.paragraph_start(start)));
        let sentences = self.blocks_from(start).flat_map(|block| sentences(text, block));
        let units: Box<dyn Iterator<Item = Span>> =
            if paragraph { Box::new(paragraphs) } else { Box::new(sentences) };
        let mut units = units.map(|unit| trimmed(text, unit)).filter(|unit| !unit.is_empty());
        let Some(first) = units.find(|unit| unit.end > span.start) else { return selection };
        let mut last = first;
        while last.end < span.end
            && let Some(unit) = units.next()
        {
            last = unit;
        }
        // Whole units already: one more.
        if span.start <= first.start && span.end >= last.end {
            last = units.next().unwrap_or(last);
        }
        Selection { anchor: Span { start: first.start.min(span.start), ..first }, head: last }
    }
}
