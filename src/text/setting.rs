//! A text set for a width: which rows stand where, worked out only for what is looked at.
//!
//! A place in the set text is a block and a line of it ([`Top`]), so that opening or scrolling a text of
//! 50 MB wraps a screenful of blocks and no more.

use super::wrap::{Row, wrap};
use super::{BlockKind, Text};

/// A line of the set text: the block and the line within the block, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Top {
    /// The number of the block.
    pub block: usize,
    /// The line within it, an empty line before it included.
    pub line: usize,
}

/// What stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// The empty line between two blocks.
    Gap,
    /// A row of text.
    Row(Row),
    /// A section break.
    Rule,
    /// What was set aside, folded: how many blocks.
    Fold(usize),
}

/// A line and the block that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The number of the block.
    pub block: usize,
    /// What stands in it.
    pub kind: LineKind,
}

impl Line {
    /// The row of text in it, if it holds one.
    pub fn row(&self) -> Option<Row> {
        match self.kind {
            LineKind::Row(row) => Some(row),
            _ => None,
        }
    }
}

/// A text set for a width.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    text: &'a Text,
    width: u16,
    unfolded: bool,
}

impl<'a> Setting<'a> {
    /// The text set in `width` columns, with what was set aside shown where `unfolded`.
    pub fn new(text: &'a Text, width: u16, unfolded: bool) -> Self {
        Self { text, width, unfolded }
    }

    /// The lines of one block: none for a folded block that isn't the first of its run.
    fn lines_of(&self, number: usize) -> Vec<LineKind> {
        let blocks = self.text.blocks();
        let Some(block) = blocks.get(number) else { return Vec::new() };
        let mut lines = Vec::new();
        if block.gap && number > 0 {
            lines.push(LineKind::Gap);
        }
        match block.kind {
            BlockKind::Aside(_) if !self.unfolded => {
                let aside = |block: &&super::Block| matches!(block.kind, BlockKind::Aside(_));
                if number > 0 && aside(&&blocks[number - 1]) {
                    return Vec::new();
                }
                lines.push(LineKind::Fold(blocks[number..].iter().take_while(aside).count()));
            }
            BlockKind::Rule => lines.push(LineKind::Rule),
            _ => lines.extend(wrap(self.text.as_str(), block, self.width).into_iter().map(LineKind::Row)),
        }
        lines
    }

    /// Up to `count` lines from `top` on.
    pub fn lines(&self, top: Top, count: usize) -> Vec<Line> {
        let mut lines = Vec::with_capacity(count.min(256));
        let mut skip = top.line;
        for block in top.block..self.text.blocks().len() {
            let kinds = self.lines_of(block);
            lines.extend(kinds.into_iter().skip(skip).map(|kind| Line { block, kind }));
            skip = 0;
            if lines.len() >= count {
                lines.truncate(count);
                break;
            }
        }
        lines
    }

    /// `count` lines further down, or the last line.
    pub fn down(&self, top: Top, count: usize) -> Top {
        let mut left = count;
        let mut reached = top;
        let mut from = top.line;
        for block in top.block..self.text.blocks().len() {
            let lines = self.lines_of(block).len();
            if lines == 0 {
                continue;
            }
            if from + left < lines {
                return Top { block, line: from + left };
            }
            reached = Top { block, line: lines - 1 };
            left -= (lines - from).min(left);
            from = 0;
        }
        reached
    }

    /// `count` lines further up, or the first line.
    pub fn up(&self, top: Top, count: usize) -> Top {
        if count <= top.line {
            return Top { block: top.block, line: top.line - count };
        }
        let mut left = count - top.line;
        let mut reached = Top { block: top.block, line: 0 };
        for block in (0..top.block).rev() {
            let lines = self.lines_of(block).len();
            if left <= lines {
                return Top { block, line: lines - left };
            }
            if lines > 0 {
                reached = Top { block, line: 0 };
            }
            left -= lines;
        }
        reached
    }

    /// The last line.
    pub fn end(&self) -> Top {
        let last = self.text.blocks().len().saturating_sub(1);
        for block in (0..=last).rev() {
            let lines = self.lines_of(block).len();
            if lines > 0 {
                return Top { block, line: lines - 1 };
            }
        }
        Top::default()
    }

    /// The top at which the last line stands at the bottom of `height` lines.
    pub fn last_top(&self, height: usize) -> Top {
        self.up(self.end(), height.saturating_sub(1))
    }

    /// The line in which the byte at `offset` stands; the fold where it is folded away.
    pub fn line_at(&self, offset: usize) -> Top {
        let Some(mut block) = self.text.block_at(offset) else { return Top::default() };
        let mut lines = self.lines_of(block);
        while lines.is_empty() && block > 0 {
            block -= 1;
            lines = self.lines_of(block);
        }
        let begins = |kind: &LineKind| match kind {
            LineKind::Row(row) => row.span.start as usize <= offset,
            _ => true,
        };
        let line = lines.iter().rposition(begins).unwrap_or(0);
        // A block that begins behind the offset is shown from its first row, not from the gap before it.
        let line = if lines.get(line) == Some(&LineKind::Gap) && lines.len() > 1 { 1 } else { line };
        Top { block, line }
    }

    /// The byte at which the line at `top` begins.
    pub fn offset_at(&self, top: Top) -> usize {
        let row = self.lines(top, 2).iter().find_map(Line::row);
        match (row, self.text.blocks().get(top.block)) {
            (Some(row), _) => row.span.start as usize,
            (None, Some(block)) => block.span.start as usize,
            (None, None) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{AsideReason, Block, Span};

    fn text(blocks: &[(&str, BlockKind)]) -> Text {
        let mut all = String::new();
        let mut list = Vec::new();
        for (content, kind) in blocks {
            let start = all.len();
            all.push_str(content);
            let span = Span::new(start, all.len());
            list.push(Block { span, kind: *kind, indent: 0, hang: 0, gap: true });
            all.push('\n');
        }
        Text::new(all.into(), list)
    }

    const ASIDE: BlockKind = BlockKind::Aside(AsideReason::Site);

    #[test]
    fn going_down_and_up_again_comes_back() {
        let text = text(&[
            ("one two three four", BlockKind::Paragraph),
            ("site", ASIDE),
            ("more site", ASIDE),
            ("five six seven", BlockKind::Paragraph),
        ]);
        let setting = Setting::new(&text, 9, false);
        let lines = setting.lines(Top::default(), 100);
        assert_eq!(lines.len(), 8, "{lines:?}");
        for (count, line) in lines.iter().enumerate() {
            let top = setting.down(Top::default(), count);
            assert_eq!(setting.lines(top, 1), [*line]);
            assert_eq!(setting.up(top, count), Top::default());
        }
        assert_eq!(setting.down(Top::default(), 99), setting.end());
        assert_eq!(setting.last_top(3), setting.down(Top::default(), 5));
    }

    #[test]
    fn what_is_set_aside_folds_into_one_line() {
        let text = text(&[("a", ASIDE), ("b", ASIDE), ("c", BlockKind::Paragraph)]);
        let folded: Vec<_> = Setting::new(&text, 20, false).lines(Top::default(), 9);
        assert_eq!(folded[0].kind, LineKind::Fold(2));
        assert_eq!(folded.len(), 3);
        assert_eq!(Setting::new(&text, 20, true).lines(Top::default(), 9).len(), 5);
    }

    #[test]
    fn a_byte_is_found_in_its_line() {
        let text = text(&[("one two three four", BlockKind::Paragraph), ("x", ASIDE), ("y", ASIDE)]);
        let setting = Setting::new(&text, 9, false);
        assert_eq!(setting.line_at(10), Top { block: 0, line: 1 });
        assert_eq!(setting.offset_at(Top { block: 0, line: 1 }), 8);
        assert_eq!(setting.line_at(21), Top { block: 1, line: 1 }, "the fold stands for its run");
        assert_eq!(setting.line_at(9999).block, 1);
    }

    #[test]
    fn an_empty_text_has_no_line() {
        let text = Text::new("".into(), Vec::new());
        let setting = Setting::new(&text, 9, false);
        assert_eq!(setting.lines(Top::default(), 9), []);
        assert_eq!(setting.end(), Top::default());
        assert_eq!(setting.line_at(5), Top::default());
    }
}
