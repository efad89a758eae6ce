//! A frame in the characters that the terminal has, and letters that run from right to left kept from moving the rest
//! of their row.

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

use crate::app::Characters;
use crate::text::safe::{LEFT_TO_RIGHT, is_right_to_left};

/// Signs and lines, and the typographic ones of texts, with what stands for each in ASCII.
const SIGNS: [(&str, char); 44] = [
    ("─", '-'),
    ("│", '|'),
    ("┌", '+'),
    ("┐", '+'),
    ("└", '+'),
    ("┘", '+'),
    ("├", '+'),
    ("┤", '+'),
    ("▌", '|'),
    ("▇", '#'),
    ("░", '.'),
    ("▒", ':'),
    ("▓", '+'),
    ("█", '#'),
    ("▸", '>'),
    ("›", '>'),
    ("‹", '<'),
    ("↳", '>'),
    ("●", 'o'),
    ("★", '*'),
    ("✎", '+'),
    ("✓", 'x'),
    ("◊", '?'),
    ("\u{25cc}", '?'),
    ("\u{fffd}", '?'),
    ("↓", 'v'),
    ("↑", '^'),
    ("←", '<'),
    ("→", '>'),
    ("…", '~'),
    ("·", '-'),
    ("•", '*'),
    ("×", 'x'),
    ("≈", '~'),
    ("−", '-'),
    ("–", '-'),
    ("—", '-'),
    ("“", '"'),
    ("”", '"'),
    ("„", '"'),
    ("‘", '\''),
    ("’", '\''),
    ("«", '"'),
    ("»", '"'),
];

/// Letters without a mark that could be taken off, and the sign of a currency that says what a number is: what stands for
/// each where there is nothing but ASCII.
const LETTERS: [(&str, char); 16] = [
    ("ß", 's'),
    ("ẞ", 'S'),
    ("æ", 'a'),
    ("Æ", 'A'),
    ("œ", 'o'),
    ("Œ", 'O'),
    ("ø", 'o'),
    ("Ø", 'O'),
    ("ł", 'l'),
    ("Ł", 'L'),
    ("đ", 'd'),
    ("Đ", 'D'),
    ("ð", 'd'),
    ("Ð", 'D'),
    ("ı", 'i'),
    ("€", 'E'),
];

/// Puts what the terminal has for what it hasn't. No cell becomes wider or narrower.
pub(super) fn reduce(buffer: &mut Buffer, characters: Characters) {
    if characters == Characters::Unicode {
        return isolate(buffer);
    }
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        let shown = match SIGNS.iter().find(|(sign, _)| *sign == symbol) {
            Some((_, sign)) => sign.to_string(),
            None if characters == Characters::Letters => picture(symbol).unwrap_or_else(|| symbol.to_owned()),
            None => letters(symbol),
        };
        cell.set_symbol(&shown);
    }
    if characters == Characters::Letters {
        isolate(buffer);
    }
}

/// What stands for the picture of a control character (U+2400 to U+2426), and for bars of a diagram.
fn picture(symbol: &str) -> Option<String> {
    match symbol.chars().next()? {
        '\u{2400}'..='\u{2426}' => Some("^".to_owned()),
        '\u{2581}'..='\u{2584}' => Some(".".to_owned()),
        '\u{2585}'..='\u{2588}' => Some("#".to_owned()),
        _ => None,
    }
}

/// ASCII of the same width: the letter below the marks, and `?` for each column of what has none.
fn letters(symbol: &str) -> String {
    let width = symbol.width().clamp(1, 2);
    let listed = LETTERS.iter().find(|(letter, _)| *letter == symbol);
    if let Some(plain) = listed.map(|(_, plain)| plain.to_string()).or_else(|| picture(symbol)) {
        return plain;
    }
    let plain: String = symbol.nfkd().filter(char::is_ascii).filter(|c| !c.is_ascii_control()).collect();
    if plain.len() == width { plain } else { "?".repeat(width) }
}

/// Closes each stretch of letters that run from right to left. Where a terminal orders them itself, what stands behind
/// them would else take part: the rule between two panes and the numbers behind it would change places with them.
fn isolate(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let mut last = None;
        for at in 0..row.len() {
            let symbol = row[at].symbol();
            let runs = !symbol.is_ascii() && symbol.chars().next().is_some_and(is_right_to_left);
            if runs {
                last = Some(at);
                continue;
            }
            // One blank or stop between two words belongs to what they say.
            let parts = last.is_some_and(|last: usize| {
                at - last > 1 || !symbol.is_ascii() || symbol.as_bytes()[0].is_ascii_alphanumeric()
            });
            if parts {
                close(row, last.take());
            }
        }
        close(row, last);
    }
}

/// Puts the mark behind the last letter of a stretch.
fn close(row: &mut [ratatui::buffer::Cell], last: Option<usize>) {
    if let Some(cell) = last.and_then(|at| row.get_mut(at)) {
        let closed = format!("{}{LEFT_TO_RIGHT}", cell.symbol());
        cell.set_symbol(&closed);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::text::Span;
    use crate::text::glyph::glyphs;

    /// A row of that text.
    fn row(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        let mut x = 0;
        for glyph in glyphs(text, Span::new(0, text.len())) {
            if x + glyph.width > 40 {
                break;
            }
            buffer.set_stringn(x as u16, 0, &glyph.shown, 40 - x, Style::new());
            x += glyph.width;
        }
        buffer
    }

    fn shown(text: &str, characters: Characters) -> String {
        let mut buffer = row(text);
        reduce(&mut buffer, characters);
        let mut shown = String::new();
        let mut skip = 0;
        for cell in &buffer.content {
            if skip == 0 {
                shown.push_str(cell.symbol());
                skip = cell.symbol().width().saturating_sub(1);
            } else {
                skip -= 1;
            }
        }
        shown.trim_end().to_owned()
    }

    #[test]
    fn signs_and_lines_become_ascii_and_letters_stay() {
        assert_eq!(shown("▸●★ “Žižek” – 日 │…", Characters::Letters), ">o* \"Žižek\" - 日 |~");
        let names = "Straße Łódź encyclopædia Đorđe €5";
        assert_eq!(shown(names, Characters::Letters), names);
        assert_eq!(shown(names, Characters::Ascii), "Strase Lodz encyclopadia Dorde E5");
    }

    #[test]
    fn in_ascii_letters_lose_their_marks_and_what_has_none_is_a_question_mark_as_wide() {
        assert_eq!(shown("▸ Žižek, ﬁn, Путин 日本 ½", Characters::Ascii), "> Zizek, ?n, ????? ???? ?");
    }

    #[test]
    fn letters_from_right_to_left_are_closed_before_what_follows() {
        let closed = shown("שלום עולם 12 │ عربي x", Characters::Unicode);
        assert_eq!(closed, "שלום עולם\u{200e} 12 │ عربي\u{200e} x");
        assert_eq!(shown("plain │ text", Characters::Unicode), "plain │ text");
    }

    proptest! {
        #[test]
        fn no_cell_changes_its_width(text in "\\PC{0,30}") {
            let before = row(&text);
            for characters in [Characters::Unicode, Characters::Letters, Characters::Ascii] {
                let mut after = before.clone();
                reduce(&mut after, characters);
                for (one, other) in before.content.iter().zip(&after.content) {
                    prop_assert_eq!(one.symbol().width(), other.symbol().width(), "{:?} {:?}", one.symbol(), other.symbol());
                }
                if characters == Characters::Ascii {
                    prop_assert!(after.content.iter().all(|cell| cell.symbol().is_ascii()));
                }
            }
        }
    }
}
