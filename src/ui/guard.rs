//! The last look at a frame: whatever a terminal could obey, or could hide, is made visible, wherever it
//! came from.

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use crate::text::Span;
use crate::text::glyph::glyphs;

/// Passes over every cell of the frame.
pub(super) fn guard(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if matches!(symbol.as_bytes(), [] | [b' '..=b'~']) {
            continue;
        }
        let shown: Vec<Cow<'_, str>> =
            glyphs(symbol, Span::new(0, symbol.len())).map(|glyph| glyph.shown).collect();
        let shown = shown.concat();
        if shown != symbol {
            cell.set_symbol(&shown);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn nothing_is_left_that_a_terminal_obeys_or_hides() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 5, 1));
        let tower = format!("a{}", "\u{301}".repeat(200));
        let symbols = ["\u{1b}[2J", "\u{202e}", "a\u{9b}", "e\u{301}", &tower];
        for (cell, symbol) in buffer.content.iter_mut().zip(symbols) {
            cell.set_symbol(symbol);
        }
        guard(&mut buffer);
        let shown: Vec<&str> = buffer.content.iter().map(|cell| cell.symbol()).collect();
        assert_eq!(shown[..4], ["␛[2J", "◊", "a␦", "e\u{301}"]);
        assert!(shown[4].chars().count() < 8);
    }
}
