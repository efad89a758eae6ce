//! Characters as bytes: accents taken away, and the letters of one script apart from one another.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The character without its accents and, outside ASCII, in lower case, as the scorer ignores the case of
/// ASCII alone; itself where that doesn't leave exactly one character.
pub(super) fn plain(c: char) -> char {
    match c {
        _ if c.is_ascii() => return c,
        '‘' | '’' => return '\'',
        '“' | '”' => return '"',
        _ => {}
    }
    let bases = std::iter::once(c).nfd().filter(|&part| !is_combining_mark(part));
    let mut bases = bases.flat_map(char::to_lowercase);
    match (bases.next(), bases.next()) {
        (Some(base), None) => base,
        _ => c,
    }
}

/// A byte for a character: ASCII is itself, the letters of each [`Block`] have 128 bytes, and all signs one.
/// Never 0.
pub(super) fn code(c: char) -> u8 {
    match plain(c) {
        '\0' => 1,
        c if c.is_ascii() => c as u8,
        c if !c.is_alphanumeric() => 127,
        c => 128 | (c as u32 % 128) as u8,
    }
}

/// The bit of a code in a set of letters: each letter and digit has its own, the others share the rest.
pub(super) fn letters(code: u8) -> u64 {
    1 << match code.to_ascii_lowercase() {
        c @ b'a'..=b'z' => c - b'a',
        c @ b'0'..=b'9' => 26 + c - b'0',
        c if c.is_ascii() => 36 + c % 4,
        c => 40 + c % 24,
    }
}

/// The 128 characters from which all letters outside ASCII of a text are; then no two of them have one code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Block(u16);

impl Block {
    /// From more than one.
    const MIXED: Self = Self(u16::MAX);

    /// With a character more.
    pub(super) fn with(self, c: char) -> Self {
        let own = match plain(c) {
            // Others have their codes too.
            '\0' | '\x01' | '\x7f' => Self::MIXED,
            c if c.is_ascii() => return self,
            c if c.is_alphanumeric() => Self((c as u32 / 128) as u16),
            _ => Self::MIXED,
        };
        if self == Self::default() || self == own { own } else { Self::MIXED }
    }

    /// With a character more of a title, whose signs nobody looks for.
    pub(super) fn with_letter(self, c: char) -> Self {
        if c.is_alphanumeric() { self.with(c) } else { self }
    }

    /// Whether the codes of a query of this block stand for nothing else in a title of that block.
    pub(super) fn is_apart_in(self, title: Self) -> bool {
        self == Self::default() || self == title && self != Self::MIXED
    }
}
