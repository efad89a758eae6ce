//! Encodings whose units are wider than a byte: UTF-16 without a byte order mark, and UTF-32.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// The bytes that are looked at, as many as for other binary data.
const LOOKED_AT: usize = 8 << 10;

/// The order of the bytes of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The least byte comes first.
    Little,
    /// The greatest byte comes first.
    Big,
}

impl Order {
    /// The name of UTF-32 in this order.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Little => "UTF-32LE",
            Self::Big => "UTF-32BE",
        }
    }

    fn u32(self, bytes: [u8; 4]) -> u32 {
        match self {
            Self::Little => u32::from_le_bytes(bytes),
            Self::Big => u32::from_be_bytes(bytes),
        }
    }

    fn u16(self, bytes: [u8; 2]) -> u16 {
        match self {
            Self::Little => u16::from_le_bytes(bytes),
            Self::Big => u16::from_be_bytes(bytes),
        }
    }
}

/// The order of UTF-32, where its byte order mark comes first and characters behind it. The same bytes could
/// be the mark of UTF-16 before a NUL.
pub(super) fn utf32_mark(bytes: &[u8]) -> Option<Order> {
    let order = match bytes.first_chunk()? {
        [0xff, 0xfe, 0, 0] => Order::Little,
        [0, 0, 0xfe, 0xff] => Order::Big,
        _ => return None,
    };
    let head = bytes.get(4..)?;
    let (units, _) = head.get(..head.len().min(LOOKED_AT))?.as_chunks::<4>();
    units.iter().all(|unit| char::from_u32(order.u32(*unit)).is_some_and(|c| c != '\0')).then_some(order)
}

/// The text behind the mark of UTF-32, and whether anything in it was no character.
pub(super) fn decode_utf32(bytes: &[u8], order: Order) -> (String, bool) {
    let (units, rest) = bytes.get(4..).unwrap_or_default().as_chunks::<4>();
    let mut damaged = !rest.is_empty();
    let chars = units.iter().map(|unit| {
        char::from_u32(order.u32(*unit)).unwrap_or_else(|| {
            damaged = true;
            char::REPLACEMENT_CHARACTER
        })
    });
    let mut text: String = chars.collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    (text, damaged)
}

/// UTF-16 in one order or the other, where bytes without a mark are that: there are NUL bytes, and the units
/// read in that order are text.
pub(super) fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(LOOKED_AT))?;
    memchr::memchr(0, head)?;
    let (units, rest) = head.as_chunks::<2>();
    if units.len() < 2 || !rest.is_empty() && bytes.len() <= LOOKED_AT || is_text_with_noughts(head) {
        return None;
    }
    let first = units.iter().filter(|unit| unit[0] == 0).count();
    let second = units.iter().filter(|unit| unit[1] == 0).count();
    let mut orders = [(UTF_16LE, Order::Little), (UTF_16BE, Order::Big)];
    // English in the wrong order would be Chinese; Chinese has NULs in either half.
    if first > second {
        orders.reverse();
    }
    orders.into_iter().find(|(_, order)| is_text(units, *order)).map(|(encoding, _)| encoding)
}

/// Whether the bytes are a text of ASCII or UTF-8 with a few stray NULs.
fn is_text_with_noughts(head: &[u8]) -> bool {
    let noughts = memchr::memchr_iter(0, head).count();
    let controls = head.iter().filter(|byte| matches!(byte, 1..=8 | 0x0e..=0x1f | 0x7f)).count();
    let cut = head.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    noughts * 5 < head.len() && controls * 50 <= head.len() && cut <= 1
}

/// Whether nearly all the units are characters that texts are made of, and hardly one is none.
fn is_text(units: &[[u8; 2]], order: Order) -> bool {
    let (mut text, mut other) = (0, 0);
    for c in char::decode_utf16(units.iter().map(|unit| order.u16(*unit))) {
        match c {
            Ok(c) if is_common(c) => text += 1,
            _ => other += 1,
        }
    }
    // The last unit can be half of a pair.
    other <= 1 + text / 20 && text > other * 4
}

/// Whether texts are made of such characters: those of living scripts, but no controls.
fn is_common(c: char) -> bool {
    matches!(c,
        '\t' | '\n' | '\r' | '\u{c}' | ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{370}'..='\u{52f}' | '\u{531}'..='\u{6ff}'
        | '\u{900}'..='\u{e5b}' | '\u{10a0}'..='\u{10ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2044}'
        | '\u{20a0}'..='\u{20bf}' | '\u{2116}' | '\u{2122}' | '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{feff}' | '\u{ff01}'..='\u{ff9f}' | '\u{1f300}'..='\u{1faff}')
}
