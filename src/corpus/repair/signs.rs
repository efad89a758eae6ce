//! Signs of damage: a quick look at each block, since most have none. It sees more than there is, never less
//! than what the finders could mend.
//!
//! It works on bytes without a way out before the end of the block, so that the compiler makes it look at
//! many bytes at once.

use rayon::prelude::*;

use crate::corpus::parts::SMALL;
use crate::text::{Block, BlockKind};

/// What a block may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    pub(super) mojibake: bool,
    pub(super) unseen: bool,
    pub(super) lost: bool,
    pub(super) glued: bool,
}

/// The blocks that are read, aren't code, and show a sign of damage, in order.
pub(super) fn suspects(text: &str, blocks: &[Block]) -> Vec<(Block, Signs)> {
    let suspect = |block: &Block| {
        let read = block.is_body() && block.kind != BlockKind::Code;
        let signs = if read { of(block.span.of(text)) } else { Signs::default() };
        (signs != Signs::default()).then_some((*block, signs))
    };
    if text.len() < SMALL {
        return blocks.iter().filter_map(suspect).collect();
    }
    blocks.par_iter().filter_map(suspect).collect()
}

/// The signs of one block.
pub(super) fn of(text: &str) -> Signs {
    let bytes = text.as_bytes();
    // The windows that reach over an end of the block are looked at with noughts there.
    let (mut head, mut tail) = ([0; 8], [0; 8]);
    let len = bytes.len().min(5);
    head[1..=len].copy_from_slice(&bytes[..len]);
    tail[..len].copy_from_slice(&bytes[bytes.len() - len..]);
    let head = &head[..=len];
    if bytes.is_ascii() {
        let glued = glued_ascii(bytes) | glued_ascii(head) | glued_ascii(&tail);
        return Signs { glued, ..Signs::default() };
    }
    let [one, two, three] = [any(bytes), any(head), any(&tail)];
    Signs {
        mojibake: one.mojibake | two.mojibake | three.mojibake,
        unseen: one.unseen | two.unseen | three.unseen,
        lost: one.lost | two.lost | three.lost,
        glued: one.glued | two.glued | three.glued,
    }
}

fn capital(byte: u8) -> bool {
    byte.wrapping_sub(b'A') < 26
}

fn small(byte: u8) -> bool {
    byte.wrapping_sub(b'a') < 26
}

fn letter(byte: u8) -> bool {
    small(byte | 0x20)
}

/// A mark behind which a sentence begins, or a bracket that closes.
fn mark(byte: u8) -> bool {
    (byte == b'.') | (byte == b')') | (byte == b'!') | (byte == b'?') | (byte == b']')
}

/// Whether ASCII text holds a capital behind a small letter or a mark, a letter behind a comma, or a small
/// letter behind two capitals.
fn glued_ascii(bytes: &[u8]) -> bool {
    let (next, third) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    bytes.iter().zip(next).zip(third).fold(false, |any, ((&b, &c), &d)| any | seam(b, c, d))
}

fn seam(b: u8, c: u8, d: u8) -> bool {
    (capital(c) & (small(b) | mark(b) | (capital(b) & small(d)))) | ((b == b',') & letter(c))
}

/// The signs of any text.
fn any(bytes: &[u8]) -> Signs {
    let mut signs = Signs::default();
    let from = |at: usize| bytes.get(at..).unwrap_or_default();
    for (((&a, &b), &c), &d) in bytes.iter().zip(from(1)).zip(from(2)).zip(from(3)) {
        signs.lost |= (a == 0xef) & (b == 0xbf) & (c == 0xbd);
        // No-break spaces, soft hyphen; what has no width; byte order mark.
        signs.unseen |= ((a == 0xc2) & ((b == 0xa0) | (b == 0xad)))
            | ((a == 0xe2) & (b == 0x80) & ((c.wrapping_sub(0x8b) < 3) | (c == 0xaf)))
            | ((a == 0xe2) & (b == 0x81) & (c == 0xa0))
            | ((a == 0xef) & (b == 0xbb) & (c == 0xbf));
        // A letter from Â to ô that stands for the first byte of a character, and one behind it that stands
        // for another byte; `Ã` before a space.
        let sign = (c == 0xc2) | (c == 0xc5) | (c == 0xc6) | (c == 0xcb) | (c == 0xe2);
        signs.mojibake |= ((a == 0xc3) & (b.wrapping_sub(0x82) < 0x33) & sign)
            | ((a == 0xc3) & (b == 0x83) & (c == b' '))
            // Of windows-1251: В to Е, Р to Т; `вЂ` of punctuation, `рџ` of emoji.
            | ((a == 0xd0)
                & ((b.wrapping_sub(0x92) < 4) | (b.wrapping_sub(0xa0) < 3))
                & (sign | (c == 0xd2) | ((c == 0xd0) & (d < 0x90)) | ((c == 0xd1) & (d.wrapping_sub(0x90) < 16))))
            | ((a == 0xd0) & (b == 0xb2) & ((c == 0xe2) | ((c == 0xd0) & (d == 0x82))))
            | ((a == 0xd1) & (b == 0x80) & (c == 0xd1) & (d == 0x9f));
        // A capital: of ASCII, of Cyrillic, with an accent. Before it a small letter or a mark.
        let wide = ((c == 0xd0) & (d < 0xb0)) | ((c == 0xc3) & (d < 0x9f));
        let lower = small(b)
            | ((a == 0xd0) & (b >= 0xb0))
            | ((a == 0xd1) & (b < 0xa0))
            | ((a == 0xc3) & (b >= 0x9f))
            | ((a == 0xc4) | (a == 0xc5));
        let closing = mark(b) | ((a == 0x80) & (b == 0x9d));
        signs.glued |= ((capital(c) | wide) & (lower | closing))
            | (capital(c) & capital(b) & small(d))
            | ((b == b',') & (letter(c) | (c.wrapping_sub(0xc3) < 0x1d)));
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let Signs { mojibake, unseen, lost, glued } = of(text);
        [(mojibake, 'm'), (unseen, 'u'), (lost, 'l'), (glued, 'g')]
            .iter()
            .filter_map(|(there, name)| there.then_some(*name))
            .collect()
    }

    #[test]
    fn each_kind_of_damage_is_seen_at_the_beginning_inside_and_at_the_end() {
        for (sign, text) in [
            ("m", "â€™"),
            ("m", "Ã©"),
            ("m", "Р\u{98}"),
            ("m", "РџСѓ"),
            ("m", "вЂ™"),
            ("m", "рџ\u{98}"),
            ("u", "\u{a0}"),
            ("u", "\u{202f}"),
            ("u", "\u{ad}"),
            ("u", "\u{200b}"),
            ("u", "\u{200d}"),
            ("u", "\u{2060}"),
            ("u", "\u{feff}"),
            ("l", "\u{fffd}"),
            ("g", "aB"),
            ("g", "a.B"),
            ("g", ",a"),
            ("g", "ABc"),
            ("g", ")T"),
            ("g", "”T"),
            ("g", "яП"),
            ("g", "аП"),
            ("g", "éT"),
            ("g", ".П"),
            ("g", ",и"),
        ] {
            for whole in [
                text.to_owned(),
                format!("x {text}"),
                format!("{text} x"),
                format!("ж {} {text} {0}", "wörd ".repeat(9)),
            ] {
                assert!(shown(&whole).contains(sign), "{sign} in {whole}: {}", shown(&whole));
            }
        }
    }

    #[test]
    fn sound_texts_show_no_sign() {
        for text in [
            "",
            "a",
            "It’s Alexander Lukashenko’s “ally”, he said – or not… U.S. (sic).",
            "Президент России Владимир Путин, «Мы — союзники» № 5. ООН, США.",
            "L’été à Minsk, où l’on s’est réuni, « c’est ça ».",
            "日本語の文章です。中文也行。",
            "ІІ belsat.eu",
        ] {
            assert_eq!(shown(text), if text.contains("U.S") { "g" } else { "" }, "{text}");
        }
    }
}
