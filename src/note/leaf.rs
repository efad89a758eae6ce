//! A note set out to be read: its Markdown as blocks, with what is emphasised in it, its tags and its links.
//!
//! The lines of a note are kept as they were typed, unlike those of other Markdown: whoever writes in a small editor ends
//! them where they mean to.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::markup::{Mark, marks};
use crate::text::glyph::glyphs;
use crate::text::setting::{Line, Setting, Top};
use crate::text::{Block, BlockKind, Span, Text};

/// How a part of a note looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Emphasised.
    Emphasis,
    /// Strongly so.
    Strong,
    /// Code, in a line or on lines of its own.
    Code,
    /// Struck out.
    Struck,
    /// A tag.
    Tag,
    /// A link to a document or to somebody.
    Link,
}

/// What was written in a note, as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The text without the signs of Markdown, block by block.
    pub text: Text,
    /// What looks different, each over those before it.
    pub faces: Vec<(Span, Face)>,
    /// The links, in order, each with where it stands.
    pub links: Vec<(Span, Mark)>,
}

/// Columns that a list or a quotation is set in for each level.
const STEP: u8 = 2;

/// Levels of lists and quotations that are set in at most.
const DEEPEST: u8 = 4;

impl Leaf {
    /// The note of this body. Linear in it.
    pub fn of(body: &str) -> Self {
        let found = marks(body);
        // To the parser tags and links are words, whatever signs of Markdown stand in them.
        let mut masked = body.as_bytes().to_vec();
        for (span, _) in &found {
            if let Some(bytes) = masked.get_mut(span.range()) {
                bytes.fill(b'x');
            }
        }
        let masked = String::from_utf8(masked).unwrap_or_else(|_| body.to_owned());
        let mut setter = Setter { body, masked: &masked, found: found.into(), ..Setter::default() };
        for (event, range) in Parser::new_ext(&masked, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
            setter.take(event, range);
        }
        setter.end_block();
        let text = Text::new(setter.text.into(), setter.blocks);
        Self { text, faces: setter.faces, links: setter.links }
    }
}

impl Leaf {
    /// A text that is shown as it is, as one paragraph.
    pub fn plain(text: &str) -> Self {
        let block = Block::paragraph(Span::new(0, text.len()));
        Self { text: Text::new(text.into(), vec![block]), faces: Vec::new(), links: Vec::new() }
    }

    /// Its first rows in that width, `count` at most.
    pub fn lines(&self, width: u16, count: usize) -> Vec<Line> {
        Setting::new(&self.text, width.max(1), false).lines(Top::default(), count)
    }

    /// How many rows it takes in that width.
    pub fn rows(&self, width: u16) -> usize {
        self.lines(width, usize::MAX).len()
    }

    /// The link that is shown in that column of that row, in that width.
    pub fn link_in(&self, width: u16, row: usize, column: u16) -> Option<&Mark> {
        let row = self.lines(width, row + 1).get(row)?.row()?;
        let column = usize::from(column.checked_sub(row.indent)?);
        let mut taken = 0;
        let letter = glyphs(self.text.as_str(), row.span).find(|glyph| {
            taken += glyph.width;
            taken > column
        })?;
        self.links.iter().find(|(span, _)| span.overlaps(letter.span)).map(|(_, mark)| mark)
    }
}

/// Sets a note out, event by event.
#[derive(Default)]
struct Setter<'a> {
    body: &'a str,
    masked: &'a str,
    /// The tags and links that are still to come.
    found: VecDeque<(Span, Mark)>,
    text: String,
    blocks: Vec<Block>,
    faces: Vec<(Span, Face)>,
    links: Vec<(Span, Mark)>,
    /// Where the block that is being filled begins, and what it is.
    open: Option<(usize, BlockKind)>,
    /// The faces that were begun, each with where.
    begun: Vec<(Face, usize)>,
    /// The lists that are open, each with the number of its next item.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// Whether the next block is the first of an item, and stands behind its sign.
    item: bool,
    /// Columns of the sign of the item.
    hang: u8,
    /// Whether an empty row stands before the next block.
    gap: bool,
    code: bool,
    /// Where the destination of a link of Markdown is told behind it.
    aims: Vec<(usize, String)>,
}

impl<'a> Setter<'a> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(end) => self.end(end),
            Event::Text(text) => {
                self.add(&text, range);
            }
            Event::Code(text) => {
                let from = self.add(self.own(&text, &range).unwrap_or(&text), 0..0);
                self.faces.push((Span::new(from, self.text.len()), Face::Code));
            }
            Event::SoftBreak | Event::HardBreak => self.next_line(),
            Event::Rule => {
                self.end_block();
                let at = self.text.len();
                self.blocks.push(Block {
                    gap: true,
                    kind: BlockKind::Rule,
                    ..Block::paragraph(Span::new(at, at))
                });
                self.gap = true;
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                let line = text.trim_end_matches('\n');
                self.add(line, range.start..range.start + line.len());
            }
            // None of these extensions is on.
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.begin(BlockKind::Paragraph),
            Tag::Heading { level, .. } => {
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                };
                self.begin(BlockKind::Heading(level));
            }
            Tag::CodeBlock(_) => {
                self.code = true;
                self.end_block();
            }
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quotes += 1;
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
                // A list within a list belongs to the line above.
                self.gap &= self.lists.len() == 1;
            }
            Tag::Item => {
                self.end_block();
                self.item = true;
            }
            Tag::Emphasis => self.begun.push((Face::Emphasis, self.text.len())),
            Tag::Strong => self.begun.push((Face::Strong, self.text.len())),
            Tag::Strikethrough => self.begun.push((Face::Struck, self.text.len())),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                let aim = self.own(&dest_url, range).unwrap_or(&dest_url);
                self.aims.push((self.text.len(), aim.to_owned()));
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::HtmlBlock => {
                self.end_block();
                self.gap = true;
            }
            TagEnd::CodeBlock => {
                self.end_block();
                (self.code, self.gap) = (false, true);
            }
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quotes = self.quotes.saturating_sub(1);
                self.gap = true;
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
                self.gap = self.lists.is_empty();
            }
            TagEnd::Item => {
                self.end_block();
                (self.item, self.gap) = (false, false);
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                if let Some((face, from)) = self.begun.pop() {
                    self.faces.push((Span::new(from, self.text.len()), face));
                }
            }
            TagEnd::Link | TagEnd::Image => {
                if let Some((from, aim)) = self.aims.pop()
                    && self.text.get(from..) != Some(aim.as_str())
                {
                    self.add(&format!(" <{aim}>"), 0..0);
                }
            }
            _ => {}
        }
    }

    /// What stands in the note where the parser has this, within that range; `None` where it has made something else of it.
    fn own(&self, text: &str, range: &Range<usize>) -> Option<&'a str> {
        let at = range.start + self.masked.get(range.clone())?.rfind(text)?;
        self.body.get(at..at + text.len())
    }

    /// Adds a piece of text that stands in that range of the note; gives where.
    fn add(&mut self, text: &str, range: Range<usize>) -> usize {
        if self.code {
            for line in self.own(text, &range).unwrap_or(text).split_inclusive('\n') {
                self.begin(BlockKind::Code);
                let from = self.text.len();
                self.text.push_str(line.trim_end_matches('\n'));
                self.faces.push((Span::new(from, self.text.len()), Face::Code));
                self.end_block();
            }
            return self.text.len();
        }
        if self.open.is_none() {
            self.begin(BlockKind::Paragraph);
        }
        let from = self.text.len();
        let own = self.masked.get(range.clone()) == Some(text);
        self.text.push_str(self.body.get(range.clone()).filter(|_| own).unwrap_or(text));
        while self.found.front().is_some_and(|(span, _)| (span.start as usize) < range.end) {
            let Some((span, mark)) = self.found.pop_front() else { break };
            let (start, end) = (span.start as usize, span.end as usize);
            if !own || start < range.start || end > range.end {
                continue;
            }
            let shown = Span::new(from + start - range.start, from + end - range.start);
            match mark {
                Mark::Tag(_) => self.faces.push((shown, Face::Tag)),
                Mark::Document(_) | Mark::Entity(_) => {
                    self.faces.push((shown, Face::Link));
                    self.links.push((shown, mark));
                }
            }
        }
        from
    }

    /// Begins a block, unless one of a list is begun already.
    fn begin(&mut self, kind: BlockKind) {
        self.end_block();
        let from = self.text.len();
        if std::mem::take(&mut self.item) {
            let sign = match self.lists.last_mut() {
                Some(Some(number)) => {
                    *number = number.saturating_add(1);
                    format!("{}. ", *number - 1)
                }
                _ => "• ".to_owned(),
            };
            self.hang = sign.chars().count().min(8) as u8;
            self.text.push_str(&sign);
            self.open = Some((from, BlockKind::Item));
            return;
        }
        self.open = Some((from, kind));
    }

    /// A line of the note ends, and its paragraph goes on.
    fn next_line(&mut self) {
        let kind = self.open.map_or(BlockKind::Paragraph, |(_, kind)| kind);
        let kind = if kind == BlockKind::Item { BlockKind::Paragraph } else { kind };
        self.end_block();
        self.gap = false;
        self.begin(kind);
    }

    fn end_block(&mut self) {
        let Some((from, kind)) = self.open.take() else { return };
        let levels = (self.lists.len().saturating_sub(1) + self.quotes).min(usize::from(DEEPEST)) as u8;
        let inside = if self.lists.is_empty() || kind == BlockKind::Item { 0 } else { self.hang };
        let indent = levels * STEP + inside + if kind == BlockKind::Code { STEP } else { 0 };
        let kind = if self.quotes > 0 && kind == BlockKind::Paragraph { BlockKind::Quote } else { kind };
        let hang = indent + if kind == BlockKind::Item { self.hang } else { 0 };
        let span = Span::new(from, self.text.len());
        let gap = std::mem::take(&mut self.gap) && !self.blocks.is_empty();
        self.blocks.push(Block { span, kind, indent, hang, gap });
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    /// The rows of a note, each with what looks different in it.
    fn rows(body: &str) -> Vec<String> {
        let leaf = Leaf::of(body);
        let of = |block: &Block| {
            let inside = |span: &Span| span.start >= block.span.start && span.end <= block.span.end;
            let faces: String = leaf
                .faces
                .iter()
                .filter(|(span, _)| inside(span))
                .map(|(span, face)| format!(" {face:?}:{}", span.of(leaf.text.as_str())))
                .collect();
            let gap = if block.gap { "/" } else { "" };
            let indent = " ".repeat(block.indent.into());
            format!("{gap}{indent}{}{faces}", block.span.of(leaf.text.as_str()))
        };
        leaf.text.blocks().iter().map(of).collect()
    }

    #[test]
    fn signs_of_markdown_become_looks() {
        assert_eq!(
            rows("# Plan\n\nask **her** *now* or ~~never~~ `x`\nand [here](http://a.b)"),
            [
                "Plan",
                "/ask her now or never x Strong:her Emphasis:now Struck:never Code:x",
                "and here <http://a.b>"
            ]
        );
        assert_eq!(
            rows(
                "first\n- one\n- two\n  more\n  - deeper\n3. three\n\n> said\n> so\n\n```\na  b\n\nc\n```\nend"
            ),
            [
                "first",
                "/• one",
                "• two",
                "  more",
                "  • deeper",
                "/3. three",
                "/  said",
                "  so",
                "/  a  b Code:a  b",
                "   Code:",
                "  c Code:c",
                "/end"
            ]
        );
    }

    #[test]
    fn tags_and_links_are_kept_whatever_stands_in_them() {
        let leaf = Leaf::of("see [[The *new* harbour_master_]] and **@[Anna_ Kow]**, #to_do_ `#no`");
        let text = leaf.text.as_str();
        assert_eq!(text.trim_end(), "see [[The *new* harbour_master_]] and @[Anna_ Kow], #to_do_ #no");
        let links: Vec<&str> = leaf.links.iter().map(|(span, _)| span.of(text)).collect();
        assert_eq!(links, ["[[The *new* harbour_master_]]", "@[Anna_ Kow]"]);
        assert_eq!(leaf.links[1].1, Mark::Entity("Anna_ Kow".into()));
        assert_eq!(leaf.faces.iter().filter(|(_, face)| *face == Face::Tag).count(), 1);
    }

    #[test]
    fn code_and_addresses_are_shown_as_they_stand_there() {
        for (body, shown) in [
            ("~~~\n#include <stdio.h>\n@Override\n~~~", "#include <stdio.h>@Override"),
            ("    #include <stdio.h>\n    @Override", "#include <stdio.h>@Override"),
            ("[here](#part)", "here <#part>"),
            (
                "[b](https://x.org/?u=@bob) and <https://y.org/?u=@ann>",
                "b <https://x.org/?u=@bob> and https://y.org/?u=@ann",
            ),
            ("`` `#a` ``", "`#a`"),
        ] {
            assert_eq!(Leaf::of(body).text.as_str().replace('\n', ""), shown);
        }
    }

    #[test]
    fn an_empty_note_has_no_block() {
        assert_eq!(rows(""), [""; 0]);
        assert_eq!(rows(" \n\n"), [""; 0]);
    }

    proptest! {
        #[test]
        fn any_note_is_set_with_its_faces_on_characters(
            body in "([#@*_`~>\\[\\]() \n\t<&!|.x1é日-]|\\[\\[é\\]\\]|@\\[a b\\]|#ab|\\PC){0,60}",
        ) {
            let leaf = Leaf::of(&body);
            let text = leaf.text.as_str();
            let blocks = leaf.text.blocks();
            prop_assert!(blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            prop_assert!(blocks.iter().all(|block| text.get(block.span.range()).is_some()));
            for span in leaf.faces.iter().map(|(span, _)| span).chain(leaf.links.iter().map(|(span, _)| span)) {
                prop_assert!(text.get(span.range()).is_some());
            }
            prop_assert!(leaf.links.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start));
        }

        #[test]
        fn deep_nesting_takes_no_long_time(sign in "[>\\-*_\\[`]", count in 0usize..3000) {
            Leaf::of(&sign.repeat(count));
            Leaf::of(&format!("{sign} ").repeat(count));
        }
    }
}
