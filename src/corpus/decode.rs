//! Bytes to text: byte order marks, UTF-8, UTF-16, UTF-32, and a guess for older encodings.

mod stray;
mod wide;

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded text and what was done for it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub(super) text: Cow<'a, str>,
    /// What was done, where anything was.
    pub(super) done: Option<String>,
}

/// The most bytes that the guess looks at, from the first one that isn't ASCII. More don't make it better.
const GUESS: usize = 1 << 20;

/// `bytes` as text. Never fails: what can't be decoded becomes U+FFFD, and `done` says so.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(order) = wide::utf32_mark(bytes) {
        let (text, damaged) = wide::decode_utf32(bytes, order);
        return Decoded { text: text.into(), done: Some(said(order.label(), damaged)) };
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let done = if encoding == UTF_8 && !damaged { None } else { Some(said(encoding.name(), damaged)) };
        return Decoded { text, done };
    }
    if let Some(encoding) = wide::unmarked_utf16(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        return Decoded { text, done: Some(said(encoding.name(), damaged)) };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), done: None };
    }
    if let Some(decoded) = stray::decode(bytes) {
        return decoded;
    }
    let encoding = guess(bytes);
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, done: Some(said(encoding.name(), damaged)) }
}

/// `bytes` as text: by a byte order mark, as UTF-8 where they are valid UTF-8, else as `declared` where that
/// goes without damage, else by a guess.
pub(super) fn declared<'a>(bytes: &'a [u8], declared: Option<(&'static Encoding, &str)>) -> Decoded<'a> {
    let sure = Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok();
    if let Some((encoding, by)) = declared.filter(|_| !sure) {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        if !damaged {
            let done = Some(format!("decoded as {}, as the {by} says", encoding.name()));
            return Decoded { text, done };
        }
    }
    decode(bytes)
}

/// Whether the bytes, the beginning of a file or all of it, are UTF-16 or UTF-32, so that NUL bytes are no
/// sign of binary data and a line can't be cut at a byte.
pub(super) fn is_wide(bytes: &[u8]) -> bool {
    let marked = matches!(Encoding::for_bom(bytes), Some((encoding, _)) if encoding == UTF_16LE || encoding == UTF_16BE);
    marked || wide::utf32_mark(bytes).is_some() || wide::unmarked_utf16(bytes).is_some()
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let from = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    // A little of what stands before helps to tell an accented letter from a sign.
    let from = from.saturating_sub(64);
    let part = &bytes[from..bytes.len().min(from + GUESS)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(part, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn said(encoding: &str, damaged: bool) -> String {
    let damage = if damaged { DAMAGE } else { "" };
    format!("decoded as {encoding}{damage}")
}

const DAMAGE: &str = ", damaged bytes shown as U+FFFD";

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
