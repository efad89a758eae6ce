//! Bytes to text: byte order marks, UTF-8, UTF-16, and a guess for older encodings.

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
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let done = if encoding == UTF_8 && !damaged { None } else { Some(said(encoding.name(), damaged)) };
        return Decoded { text, done };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), done: None };
    }
    let encoding = if is_damaged_utf8(bytes) { UTF_8 } else { guess(bytes) };
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

/// Whether the bytes begin with a byte order mark of UTF-16, so that NUL bytes are no sign of binary data.
pub(super) fn has_utf16_mark(bytes: &[u8]) -> bool {
    matches!(Encoding::for_bom(bytes), Some((encoding, _)) if encoding == UTF_16LE || encoding == UTF_16BE)
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

/// Whether sound characters outside ASCII are at least as many as damaged places: then it is damaged UTF-8,
/// and not an older encoding, in which sound sequences come about only by accident.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut damaged) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    sound > 0 && sound >= damaged
}

fn said(encoding: &str, damaged: bool) -> String {
    let damage = if damaged { ", damaged bytes shown as U+FFFD" } else { "" };
    format!("decoded as {encoding}{damage}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: &[u8]) -> (String, String) {
        let decoded = decode(bytes);
        (decoded.text.into_owned(), decoded.done.unwrap_or_default())
    }

    #[test]
    fn utf8_is_borrowed_and_nothing_was_done() {
        let decoded = decode("Łukaszenka".as_bytes());
        assert!(matches!(decoded.text, Cow::Borrowed("Łukaszenka")));
        assert_eq!(decoded.done, None);
    }

    #[test]
    fn a_byte_order_mark_is_left_out() {
        assert_eq!(shown("\u{feff}abc".as_bytes()), ("abc".into(), String::new()));
    }

    #[test]
    fn utf16_is_known_by_its_mark_in_both_orders() {
        let little: Vec<u8> = "\u{feff}Мінск".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}Мінск".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(has_utf16_mark(&little) && has_utf16_mark(&big) && !has_utf16_mark(b"abc"));
        assert_eq!(shown(&little), ("Мінск".into(), "decoded as UTF-16LE".into()));
        assert_eq!(shown(&big), ("Мінск".into(), "decoded as UTF-16BE".into()));
    }

    #[test]
    fn cyrillic_of_windows_is_guessed() {
        let text = "Президент Республики Беларусь и президент России встретились вчера в Сочи.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(shown(&bytes), (text.into(), "decoded as windows-1251".into()));
    }

    #[test]
    fn one_quotation_mark_of_windows_in_ascii_is_no_damaged_utf8() {
        assert_eq!(shown(b"the president\x92s plane, the country\x92s debt").1, "decoded as windows-1252");
    }

    #[test]
    fn utf8_cut_inside_a_character_stays_utf8() {
        let text = "Лукашенко и Путин".as_bytes();
        let (shown, done) = shown(&text[..text.len() - 1]);
        assert_eq!(shown, "Лукашенко и Пути\u{fffd}");
        assert_eq!(done, "decoded as UTF-8, damaged bytes shown as U+FFFD");
    }
}
