//! Plain text as a document: lines become blocks; the reading text is the raw text.

mod lines;
mod wrapped;

use std::ops::Range;
use std::sync::Arc;

use super::aside::Tail;
use super::draft::{Draft, Source};
use super::runs::Runs;
use super::{decode, front_matter, looks};
use crate::text::parting::gap;
use crate::text::{Block, BlockKind, MAX_BLOCK, SLACK, Span};
use lines::{Line, Lines, Shape};

/// The most columns by which a block is moved in.
const MAX_INDENT: usize = 20;

/// The most lines that are judged together. A paragraph isn't as long, and memory stays bounded.
const MAX_RUN: usize = 2000;

/// From so many blocks on, lines are put together to blocks of up to [`MAX_BLOCK`]: a file of a thousand
/// million lines has to fit into memory too.
const MANY_BLOCKS: usize = 8 << 20;

/// Reads a plain text.
pub(super) fn read(source: &Source<'_>) -> Draft {
    let decoded = decode::decode(source.bytes);
    let mut done = Vec::from_iter(decoded.done);
    let raw: Arc<str> = decoded.text.into();
    let front = front_matter::read(&raw);
    let mut blocks = Vec::new();
    if let Some(front) = &front {
        blocks.extend(
            front.lines.iter().map(|span| block(*span, BlockKind::Aside(crate::text::AsideReason::Metadata))),
        );
    }
    let from = front.as_ref().map_or(0, |front| front.end);
    if self::blocks(&raw, from, &mut blocks) {
        done.push("lines put together, since there are too many".into());
    }
    Draft {
        given: front.map(front_matter::FrontMatter::given).unwrap_or_default(),
        text: raw.clone(),
        raw,
        blocks,
        runs: Runs::Whole,
        pages: Vec::new(),
        repairs: Vec::new(),
        done,
        lost: Vec::new(),
        tail: Tail::WithShortLines,
    }
}

/// A block with nothing free before it.
pub(super) fn block(span: Span, kind: BlockKind) -> Block {
    Block { span, kind, indent: 0, hang: 0, gap: false }
}

/// Appends the blocks of `text` from the byte `from` on. Says whether lines had to be put together because
/// of their number.
pub(super) fn blocks(text: &str, from: usize, blocks: &mut Vec<Block>) -> bool {
    let mut setter = Setter { text, blocks, margin: None, full: false };
    let mut run: Vec<Line> = Vec::new();
    for line in Lines::new(text, from) {
        if (line.blank_before || run.len() == MAX_RUN) && !run.is_empty() {
            setter.set(&run);
            run.clear();
        }
        run.push(line);
    }
    setter.set(&run);
    setter.full
}

/// Puts blocks behind one another.
struct Setter<'a> {
    text: &'a str,
    blocks: &'a mut Vec<Block>,
    /// The width to which the paragraphs so far were wrapped by hand.
    margin: Option<usize>,
    full: bool,
}

impl Setter<'_> {
    /// Sets lines between which there is no blank one.
    fn set(&mut self, run: &[Line]) {
        // A text with one line per paragraph: its long lines are set apart.
        let long: usize = run.iter().filter(|line| line.is_long()).map(Line::len).sum();
        let apart = long * 2 >= run.iter().map(Line::len).sum();
        let (mut at, mut single) = (0, 0);
        let mut last_was_wrapped = false;
        while let Some(line) = run.get(at) {
            if let Some(level) = self.underlined(run, at) {
                self.push(line.span(), BlockKind::Heading(level), 0, 0, line.blank_before);
                // The line below it is markup, as in Markdown.
                at += 2;
                continue;
            }
            let end = match line.shape {
                Shape::Text | Shape::Item { .. } if at >= single => {
                    let judged = wrapped::judge(self.text, run, at, &mut self.margin);
                    single = judged.single;
                    judged.end
                }
                _ => at + 1,
            };
            let wrapped = end - at > 1;
            let before = at.checked_sub(1).and_then(|before| run.get(before));
            let gap = line.blank_before
                || wrapped && last_was_wrapped && line.shape == Shape::Text
                || apart && before.is_some_and(|before| self.stand_apart(before, line));
            self.line(&run[at..end], gap);
            last_was_wrapped = wrapped;
            at = end;
        }
    }

    /// The level of the heading at `at`, where the next line underlines it.
    fn underlined(&self, run: &[Line], at: usize) -> Option<u8> {
        let (line, below) = (run.get(at)?, run.get(at + 1)?);
        let alone = at == 0 || run[at - 1].shape == Shape::Rule;
        let below_it = below.columns.abs_diff(line.columns) <= 2;
        if !alone || !below_it || line.shape != Shape::Text || below.shape != Shape::Rule {
            return None;
        }
        match self.text.as_bytes().get(below.start) {
            Some(b'=') => Some(1),
            Some(b'-' | b'~') => Some(2),
            _ => None,
        }
    }

    /// Whether two lines right below one another are paragraphs of their own, and no heading with its text.
    fn stand_apart(&self, before: &Line, line: &Line) -> bool {
        before.is_long() || line.is_long() && looks::ends_sentence(before.span().of(self.text))
    }

    /// Sets the lines of one block.
    fn line(&mut self, lines: &[Line], gap: bool) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let indent = first.indent.min(MAX_INDENT);
        let (kind, hang) = match first.shape {
            Shape::Text if lines.len() > 1 => (BlockKind::Paragraph, lines[1].indent.min(MAX_INDENT)),
            // What stands before a long line is the indent of a first line.
            Shape::Text if first.is_long() => (BlockKind::Paragraph, 0),
            Shape::Text => (BlockKind::Paragraph, indent),
            Shape::Item { marker } => (BlockKind::Item, indent + marker),
            Shape::Table => (BlockKind::Code, indent),
            Shape::Rule => (BlockKind::Rule, 0),
        };
        let indent = if kind == BlockKind::Rule { 0 } else { indent };
        self.push(first.span().join(last.span()), kind, indent, hang, gap);
    }

    fn push(&mut self, span: Span, kind: BlockKind, indent: usize, hang: usize, gap: bool) {
        if self.blocks.len() >= MANY_BLOCKS
            && let Some(last) = self.blocks.last_mut()
            && last.span.join(span).len() <= MAX_BLOCK
        {
            self.full = true;
            last.span = last.span.join(span);
            last.kind = BlockKind::Paragraph;
            return;
        }
        let (indent, hang) = (indent as u8, hang as u8);
        let mut gap = gap && !self.blocks.is_empty();
        for part in parts(self.text, span.range()) {
            self.blocks.push(Block { span: part, kind, indent, hang, gap });
            gap = false;
        }
    }
}

/// `range` in parts of at most [`MAX_BLOCK`] bytes, parted at white space where there is any, and where no name lies across.
pub(super) fn parts(text: &str, range: Range<usize>) -> impl Iterator<Item = Span> {
    let mut rest = range;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if rest.len() <= MAX_BLOCK {
            let last = Span::new(rest.start, rest.end);
            rest.start = rest.end;
            return Some(last);
        }
        let mut end = rest.start + MAX_BLOCK;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let head = text.get(rest.start..end).unwrap_or("");
        // A part is tagged for itself, so that no name may lie across two; but as long as the parts of one paragraph are.
        let cut = gap(head, SLACK / 2).map_or(head.len(), |(cut, _)| cut);
        let part = Span::new(rest.start, rest.start + head[..cut].trim_end().len().max(1));
        let behind = text.get(rest.start + cut..rest.end).unwrap_or("");
        rest.start = rest.end - behind.trim_start().len();
        Some(part)
    })
}

/// Makes headings of short lines that stand alone between paragraphs of prose.
pub(super) fn mark_headings(text: &str, blocks: &mut [Block]) {
    for at in 1..blocks.len().saturating_sub(1) {
        let (before, block, after) = (&blocks[at - 1], &blocks[at], &blocks[at + 1]);
        if block.kind == BlockKind::Paragraph
            && block.gap
            && after.gap
            && block.span.len() <= 120
            && (looks::is_prose(text, before)
                || matches!(before.kind, BlockKind::Heading(_) | BlockKind::Rule))
            && looks::is_long_prose(text, after)
            && is_section_heading(block.span.of(text))
        {
            blocks[at].kind = BlockKind::Heading(2);
        }
    }
}

fn is_section_heading(line: &str) -> bool {
    looks::is_headline(line) && !looks::ends_sentence(line) && super::dates::whole(line).is_none()
}

#[cfg(test)]
#[path = "plain_tests.rs"]
mod tests;
