//! Wrapping a block into rows of a given width.
//!
//! Greedy first fit at the break opportunities of UAX #14, by display width. The rows tile the block:
//! no byte is lost and none is invented; white space at the end of a row belongs to it and isn't shown.

use std::iter::Peekable;

use unicode_linebreak::linebreaks;

use super::glyph::{glyphs, is_plain_ascii};
use super::{Block, BlockKind, Span};

/// One row of a wrapped block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its bytes; white space at its end is part of it.
    pub span: Span,
    /// Columns left free before it.
    pub indent: u16,
}

/// Columns that are left for text whatever the indent.
const NARROWEST: u16 = 8;

/// The rows of `block` in `width` columns, at least one, even for an empty block.
///
/// No row is wider than `width`, but for a single cluster that is wider by itself.
pub fn wrap(text: &str, block: &Block, width: u16) -> Vec<Row> {
    let spare = width.saturating_sub(NARROWEST.min(width));
    let (start, end) = (block.span.start as usize, block.span.end as usize);
    let content = block.span.of(text);
    let mut indent = u16::from(block.indent).min(spare);
    if is_plain_ascii(content) && content.len() + usize::from(indent) <= usize::from(width) {
        return vec![Row { span: block.span, indent }];
    }
    let breaks = linebreaks(content).map(|(at, _)| start + at);
    let mut breaks = breaks.filter(|&at| !is_in_tag_end(text, at)).peekable();
    let mut rows = Vec::new();
    let mut at = start;
    loop {
        let room = usize::from(width - indent.min(width)).max(1);
        let kept = block.kind == BlockKind::Code;
        let next = row_end(text, Span::new(at, end), room, kept, &mut breaks);
        rows.push(Row { span: Span::new(at, next), indent });
        at = next;
        indent = u16::from(block.hang).min(spare);
        if at >= end {
            return rows;
        }
    }
}

/// Whether a break at `at` would part a stroke from the bracket of its tag, `</a>` or `<br/>`: the opportunity behind a stroke
/// is meant for addresses.
fn is_in_tag_end(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at(at);
    before.ends_with("</") || (before.ends_with('/') && behind.starts_with('>'))
}

/// Whether one tag ends at `at` and another begins, which Unicode knows no opportunity between.
fn is_between_tags(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    bytes.get(at) == Some(&b'<') && at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'>')
}

/// Where the row that begins with `rest` ends: at the last opportunity up to which everything but the
/// white space at its end fits into `room`, else at the last cluster that fits, else behind the first one.
///
/// With `kept` white space at the end of a row counts too, as in code.
fn row_end(
    text: &str,
    rest: Span,
    room: usize,
    kept: bool,
    breaks: &mut Peekable<impl Iterator<Item = usize>>,
) -> usize {
    let start = rest.start as usize;
    let mut chance = None;
    let mut used = 0;
    for glyph in glyphs(text, rest) {
        let at = glyph.span.start as usize;
        while breaks.next_if(|&opportunity| opportunity < at).is_some() {}
        if at > start && (breaks.peek() == Some(&at) || is_between_tags(text, at)) {
            chance = Some(at);
        }
        used += glyph.width;
        let blank = !kept && glyph.span.of(text).chars().all(char::is_whitespace);
        if used > room && at > start && !blank {
            return chance.unwrap_or(at);
        }
    }
    rest.end as usize
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::text::glyph;

    fn block(text: &str) -> Block {
        Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph, indent: 0, hang: 0, gap: false }
    }

    fn rows(text: &str, width: u16) -> Vec<&str> {
        wrap(text, &block(text), width).into_iter().map(|row| row.span.of(text)).collect()
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(rows("one two three", 8), ["one two ", "three"]);
        assert_eq!(rows("one two three", 13), ["one two three"]);
        assert_eq!(rows("", 10), [""]);
    }

    #[test]
    fn a_word_too_long_is_broken() {
        assert_eq!(rows("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(rows("x abcdefghij", 4), ["x ", "abcd", "efgh", "ij"]);
    }

    #[test]
    fn wide_characters_count_two() {
        assert_eq!(rows("日本語日本語", 6), ["日本語", "日本語"]);
        assert_eq!(rows("日本語。日", 6), ["日本", "語。日"], "no row begins with a full stop");
    }

    #[test]
    fn tags_are_parted_from_one_another_and_not_within() {
        assert_eq!(rows("<b>bold</b><i>it</i>", 14), ["<b>bold</b>", "<i>it</i>"]);
        assert_eq!(rows("one two</b> three", 9), ["one ", "two</b> ", "three"]);
        assert_eq!(rows("one <br/> two", 8), ["one ", "<br/> ", "two"]);
        assert_eq!(rows("a.org/one/two", 8), ["a.org/", "one/two"], "an address is parted as before");
    }

    #[test]
    fn a_line_end_is_a_space() {
        assert_eq!(rows("one\ntwo three", 8), ["one\ntwo ", "three"]);
    }

    #[test]
    fn marks_and_emoji_stay_with_their_base() {
        assert_eq!(rows("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(rows("👩‍👩‍👧👩‍👩‍👧", 2), ["👩‍👩‍👧", "👩‍👩‍👧"]);
    }

    #[test]
    fn other_rows_hang() {
        let text = "• one two three";
        let item = Block { hang: 2, kind: BlockKind::Item, ..block(text) };
        let rows = wrap(text, &item, 10);
        assert_eq!(rows.iter().map(|row| row.indent).collect::<Vec<_>>(), [0, 2]);
    }

    proptest! {
        #[test]
        fn no_byte_is_lost_or_invented_and_no_row_too_wide(
            text in "(\\PC|[ \n\t\u{301}日\u{200d}👩\u{ad}-]){0,200}",
            width in 4u16..100,
            indent in 0u8..9,
            hang in 0u8..9,
            code: bool,
        ) {
            let kind = if code { BlockKind::Code } else { BlockKind::Paragraph };
            let block = Block { indent, hang, kind, ..block(&text) };
            let rows = wrap(&text, &block, width);
            let mut at = 0;
            for row in &rows {
                prop_assert_eq!(row.span.start, at);
                at = row.span.end;
                let content = row.span.of(&text);
                let shown = if code { content } else { content.trim_end() };
                prop_assert!(glyph::width(shown) + usize::from(row.indent) <= usize::from(width).max(4));
            }
            prop_assert_eq!(at as usize, text.len());
        }
    }
}
