//! A text as blocks: paragraphs, headings, list items, and what is set aside.

use std::sync::Arc;

use super::Span;

/// The most bytes of a block. What works on one block at a time (setting, searching) stays quick then.
pub const MAX_BLOCK: usize = 64 << 10;

/// By so much less than [`MAX_BLOCK`] a block may have that was parted: by a word that didn't fit in, or what was repaired.
pub const SLACK: usize = MAX_BLOCK / 16;

/// Why a part of a document is set aside: shown folded, neither tagged nor counted, never deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AsideReason {
    /// A line of the site: slogan, menu, name of the site.
    Site,
    /// A line of metadata: number, date, date of last change.
    Metadata,
    /// A credit of photographers or contributors.
    Credit,
    /// A link to something else, or the heading of another list.
    Related,
    /// A share bar or the name of a social network.
    Share,
    /// A reply form.
    Reply,
    /// What somebody sets below all their messages.
    Signature,
    /// What stands at the head or foot of each page.
    PageFurniture,
    /// A line that stands in other documents of the same source too.
    Repeated,
}

impl AsideReason {
    /// What the margin says of it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Site => "site line",
            Self::Metadata => "metadata",
            Self::Credit => "credit",
            Self::Related => "related link",
            Self::Share => "share bar",
            Self::Reply => "reply form",
            Self::Signature => "signature",
            Self::PageFurniture => "page header or footer",
            Self::Repeated => "line repeated elsewhere",
        }
    }
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// The place, and perhaps the agency and the date, before the first sentence of a report.
    Dateline,
    /// A list item; its text begins with its marker.
    Item,
    /// A quotation.
    Quote,
    /// Code or other text whose lines and spaces are kept.
    Code,
    /// A section break, such as a line of `***`.
    Rule,
    /// Set aside; see [`AsideReason`].
    Aside(AsideReason),
}

/// A block of a text: one paragraph, heading, item and so on, set as a unit.
///
/// A line end inside a block other than [`BlockKind::Code`] is only a space: the source was wrapped by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the text, without the line end behind it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Columns left free before its first row.
    pub indent: u8,
    /// Columns left free before its other rows.
    pub hang: u8,
    /// Whether an empty row stands before it.
    pub gap: bool,
}

impl Block {
    /// A paragraph without indent or gap.
    pub fn paragraph(span: Span) -> Self {
        Self { span, kind: BlockKind::Paragraph, indent: 0, hang: 0, gap: false }
    }

    /// Whether it is the rest of `before`, a paragraph that was parted only because a block can't be longer.
    pub fn continues(&self, before: &Self) -> bool {
        let same = (self.kind, self.indent, self.hang) == (before.kind, before.indent, before.hang);
        let near = self.span.start.saturating_sub(before.span.end) as usize <= SLACK;
        same && near && !self.gap && before.span.len() > MAX_BLOCK - SLACK
    }

    /// Whether it is part of what is read, tagged, searched and counted.
    pub fn is_body(&self) -> bool {
        !matches!(self.kind, BlockKind::Aside(_) | BlockKind::Rule)
    }
}

/// Where the words of blocks stand that belong together: each block, but those that were parted as one.
pub fn paragraphs<'a>(blocks: impl Iterator<Item = &'a Block>) -> impl Iterator<Item = Span> {
    let mut blocks = blocks.peekable();
    std::iter::from_fn(move || {
        let mut last = blocks.next()?;
        let mut span = last.span;
        while let Some(rest) = blocks.next_if(|block| block.continues(last)) {
            span = span.join(rest.span);
            last = rest;
        }
        Some(span)
    })
}

/// A text and its blocks, in order, not overlapping. What lies between blocks is white space or markup
/// that isn't shown. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    text: Arc<str>,
    blocks: Arc<[Block]>,
}

impl Text {
    /// A text of less than 4 GiB with its blocks, which must be in order and lie within it.
    pub fn new(text: Arc<str>, blocks: Vec<Block>) -> Self {
        debug_assert!(blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        debug_assert!(blocks.iter().all(|block| text.get(block.span.range()).is_some()));
        Self { text, blocks: blocks.into() }
    }

    /// The whole text, with what lies between the blocks.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text behind its counter of references.
    pub fn shared(&self) -> &Arc<str> {
        &self.text
    }

    /// All blocks, those that are set aside too.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The blocks that are read, tagged, searched and counted.
    pub fn body(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.is_body())
    }

    /// The number of the block in which the byte at `offset` lies, or the next one, or the last one.
    /// `None` only where there are no blocks.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        let last = self.blocks.len().checked_sub(1)?;
        Some(self.blocks.partition_point(|block| block.span.end as usize <= offset).min(last))
    }
}
