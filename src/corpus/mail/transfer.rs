//! From the bytes of a part to its text: the transfer encoding taken off, the characters decoded.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;

use super::parts::{Content, Transfer};
use crate::corpus::decode;

/// The text of a part, and what was done for it, in a few words each.
pub(super) struct Text {
    pub(super) text: String,
    pub(super) done: Vec<String>,
}

/// The text of the part with these bytes.
pub(super) fn text(content: &Content, bytes: &[u8]) -> Text {
    let mut done = Vec::new();
    let bytes = match content.transfer {
        Transfer::Plain => Cow::Borrowed(bytes),
        Transfer::Base64 => match base64_decode(bytes) {
            Some(decoded) => Cow::Owned(decoded),
            None => {
                done.push("damaged base64, decoded as far as it goes".to_owned());
                Cow::Owned(lenient_base64(bytes))
            }
        },
        Transfer::QuotedPrintable => match quoted_printable_decode(bytes) {
            Some(decoded) => Cow::Owned(decoded),
            None => {
                done.push("damaged quoted-printable, decoded as far as it goes".to_owned());
                Cow::Owned(lenient_quoted_printable(bytes))
            }
        },
    };
    let decoded = characters(content.charset.as_deref(), &bytes);
    done.extend(decoded.done);
    Text { text: decoded.text.into_owned(), done }
}

/// The characters of `bytes`, by what the part says of them, where that can be.
fn characters<'a>(charset: Option<&str>, bytes: &'a [u8]) -> decode::Decoded<'a> {
    const BY: &str = "message";
    let label = charset.unwrap_or("");
    let Some(encoding) = Encoding::for_label(label.as_bytes()) else {
        // UTF-7 is none that a browser may know.
        let utf7 = Some(label).filter(|label| label.eq_ignore_ascii_case("utf-7"));
        return match utf7.and_then(|label| charset_decoder(label.as_bytes())) {
            Some(decoder) => decode::Decoded {
                text: decoder(bytes).into(),
                done: Some(format!("decoded as UTF-7, as the {BY} says")),
            },
            None => decode::decode(bytes),
        };
    };
    // By RFC 2781 UTF-16 without a mark has the high byte first; most programs write it the other way.
    let encoding = if encoding == UTF_16LE { utf16_order(bytes) } else { encoding };
    // All bytes of these can be those of ASCII, so that it says nothing that they are valid UTF-8.
    let hidden = match encoding {
        _ if encoding == UTF_16LE || encoding == UTF_16BE => memchr::memchr(0, bytes).is_some(),
        _ if encoding == ISO_2022_JP => memchr::memchr(0x1b, bytes).is_some(),
        _ => false,
    };
    if hidden {
        let (text, encoding, damaged) = encoding.decode(bytes);
        let damage = if damaged { ", damaged bytes shown as U+FFFD" } else { "" };
        let done = format!("decoded as {}, as the {BY} says{damage}", encoding.name());
        return decode::Decoded { text, done: Some(done) };
    }
    // RFC 2045 takes ASCII for granted; its label means windows-1252 here, as that of Latin-1 does.
    let says = encoding != UTF_8 && !label.to_ascii_lowercase().contains("ascii");
    decode::declared(bytes, says.then_some((encoding, BY)))
}

/// The order of the bytes of a text in UTF-16, by where its spaces, line ends and digits have their noughts.
fn utf16_order(bytes: &[u8]) -> &'static Encoding {
    let (mut first, mut second) = (0, 0);
    for pair in bytes.chunks_exact(2).take(4096) {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    if first > second { UTF_16BE } else { UTF_16LE }
}

/// The bytes that base64 stands for (RFC 4648), with what isn't of its alphabet left out.
fn lenient_base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut group, mut count) = (0_u32, 0);
    for byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        group = group << 6 | u32::from(value);
        count += 1;
        if count == 4 {
            out.extend_from_slice(&group.to_be_bytes()[1..]);
            (group, count) = (0, 0);
        }
    }
    // What is left of the last group, without the bits that stand for nothing.
    group <<= 6 * (4 - count);
    let whole = [0, 0, 1, 2][count.min(3)];
    out.extend_from_slice(&group.to_be_bytes()[1..1 + whole]);
    out
}

/// The bytes that quoted-printable stands for (RFC 2045, 6.7); a `=` with something else behind it stands for
/// itself.
fn lenient_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        rest = match (first, behind) {
            (b'=', [high, low, behind @ ..]) if digit(*high).is_some() && digit(*low).is_some() => {
                out.push((digit(*high).unwrap_or(0) << 4 | digit(*low).unwrap_or(0)) as u8);
                behind
            }
            (b'=', [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..]) => behind,
            _ => {
                out.push(*first);
                behind
            }
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(charset: &str, transfer: Transfer) -> Content {
        let charset = (!charset.is_empty()).then(|| charset.to_owned());
        Content { charset, transfer, ..Content::default() }
    }

    #[track_caller]
    fn shows(content: &Content, bytes: &[u8], expected: &str, done: &str) {
        let text = text(content, bytes);
        assert_eq!((text.text.as_str(), text.done.join("; ").as_str()), (expected, done));
    }

    #[test]
    fn the_charset_that_a_part_names_is_honoured() {
        let words = "Переговоры в Минске";
        for (label, encoding) in
            [("windows-1251", encoding_rs::WINDOWS_1251), ("KOI8-R", encoding_rs::KOI8_R)]
        {
            let (bytes, _, _) = encoding.encode(words);
            let done = format!("decoded as {}, as the message says", encoding.name());
            shows(&part(label, Transfer::Plain), &bytes, words, &done);
        }
    }

    #[test]
    fn utf16_is_read_in_the_order_in_which_it_was_written() {
        let words = "Talks in Minsk, 2020";
        let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        shows(&part("utf-16", Transfer::Plain), &little, words, "decoded as UTF-16LE, as the message says");
        shows(&part("utf-16", Transfer::Plain), &big, words, "decoded as UTF-16BE, as the message says");
    }

    #[test]
    fn encodings_that_look_like_ascii_are_decoded() {
        let (bytes, _, _) = ISO_2022_JP.encode("ミンスク会談");
        let done = "decoded as ISO-2022-JP, as the message says";
        shows(&part("iso-2022-jp", Transfer::Plain), &bytes, "ミンスク会談", done);
        shows(
            &part("utf-7", Transfer::Plain),
            b"M+AO8-nsk",
            "Mïnsk",
            "decoded as UTF-7, as the message says",
        );
        shows(&part("utf-16", Transfer::Plain), b"Minsk", "Minsk", "");
    }

    #[test]
    fn a_wrong_declaration_is_seen_where_the_bytes_tell() {
        // UTF-8 by its bytes, whatever is declared.
        shows(
            &part("windows-1251", Transfer::Plain),
            "Łukaszenka — Мінск".as_bytes(),
            "Łukaszenka — Мінск",
            "",
        );
        shows(&part("nonsense", Transfer::Plain), "Мінск".as_bytes(), "Мінск", "");
        let (bytes, _, _) =
            encoding_rs::WINDOWS_1251.encode("Президент Республики Беларусь и президент России");
        let text = text(&part("utf-8", Transfer::Plain), &bytes);
        assert_eq!(text.text, "Президент Республики Беларусь и президент России");
    }

    #[test]
    fn damaged_base64_is_decoded_as_far_as_it_goes() {
        let done = "damaged base64, decoded as far as it goes";
        shows(&part("", Transfer::Base64), b"VGFsa3Mg\naW4gTWluc2s=\n", "Talks in Minsk", "");
        shows(&part("", Transfer::Base64), b"VGFsa3Mg\n!!aW4gTWluc2s", "Talks in Minsk", done);
        shows(&part("", Transfer::Base64), b"VGFsa3Mg*a", "Talks ", done);
    }

    #[test]
    fn damaged_quoted_printable_is_decoded_as_far_as_it_goes() {
        shows(&part("", Transfer::QuotedPrintable), b"=C5=81=\r\n!", "Ł!", "");
        let done = "damaged quoted-printable, decoded as far as it goes";
        shows(&part("", Transfer::QuotedPrintable), b"1 =\n+ 1 = 2 =C5=81 =", "1 + 1 = 2 Ł =", done);
    }
}
