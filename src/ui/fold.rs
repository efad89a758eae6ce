//! The line that stands for what was set aside and is folded: how many lines, of what kinds, and what is kept on them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Theme;
use super::paint::{behind, put};
use crate::text::glyph::width;
use crate::text::{AsideReason, Block, BlockKind};

/// Draws the line for these blocks, with the signs of what is kept on them behind its words.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    blocks: &[Block],
    signs: &[(&'static str, Style)],
    theme: &Theme,
) {
    let room = area.width.saturating_sub(2 * signs.len() as u16);
    let said = says(blocks, usize::from(room));
    let mut taken = put(buffer, Rect { width: room, ..area }, &said, theme.faint);
    for (sign, style) in signs {
        taken += 1 + put(buffer, behind(area, taken + 1), sign, *style);
    }
}

/// How many lines were set aside, and the kinds of them, the most frequent first, as far as there is room for whole ones.
fn says(blocks: &[Block], room: usize) -> String {
    let mut kinds: Vec<(AsideReason, usize)> = Vec::new();
    for block in blocks {
        let BlockKind::Aside(reason) = block.kind else { continue };
        match kinds.iter_mut().find(|(kind, _)| *kind == reason) {
            Some((_, count)) => *count += 1,
            None => kinds.push((reason, 1)),
        }
    }
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let lines = if blocks.len() == 1 { "1 line".to_owned() } else { format!("{} lines", blocks.len()) };
    let mut labels: Vec<&str> = kinds.iter().map(|(kind, _)| kind.label()).collect();
    loop {
        let said = format!("{lines} set aside ({})", labels.join(", "));
        let (kept, last) = (labels.len(), labels.last().copied());
        if width(&said) <= room || kept < 2 || (kept == 2 && last == Some("…")) {
            return said;
        }
        labels.truncate(if last == Some("…") { kept - 2 } else { kept - 1 });
        labels.push("…");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::text::Span;

    #[test]
    fn all_kinds_are_named_as_far_as_there_is_room() {
        let kinds = [AsideReason::Share, AsideReason::Related, AsideReason::Related, AsideReason::Site];
        let block = |kind: &AsideReason| Block {
            span: Span::new(0, 1),
            kind: BlockKind::Aside(*kind),
            indent: 0,
            hang: 0,
            gap: false,
        };
        let blocks: Vec<Block> = kinds.iter().map(block).collect();
        assert_eq!(says(&blocks, 80), "4 lines set aside (related link, share bar, site line)");
        assert_eq!(says(&blocks, 50), "4 lines set aside (related link, share bar, …)");
        assert_eq!(says(&blocks, 40), "4 lines set aside (related link, …)");
        assert_eq!(says(&blocks, 9), "4 lines set aside (related link, …)");
        assert_eq!(says(&blocks[..1], 9), "1 line set aside (share bar)");
    }
}
