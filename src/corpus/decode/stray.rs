//! UTF-8 with a few bytes in it that aren't: damaged, or punctuation of windows-1252, as in a page that was put
//! together of parts.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

use super::{DAMAGE, Decoded};

/// The text and what was done, where the bytes are UTF-8 but for a few.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded<'static>> {
    if !is_utf8(bytes) {
        return None;
    }
    let mut text = String::with_capacity(bytes.len());
    let (mut stray, mut damaged) = (0, false);
    each(bytes, |valid, invalid, sign| {
        text.push_str(valid);
        match sign {
            Some(sign) => {
                text.push(sign);
                stray += 1;
            }
            None if invalid.is_empty() => {}
            None => {
                text.push(char::REPLACEMENT_CHARACTER);
                damaged = true;
            }
        }
    });
    let plural = if stray == 1 { "" } else { "s" };
    let done = match (stray, damaged) {
        (0, _) => format!("decoded as UTF-8{}", if damaged { DAMAGE } else { "" }),
        (_, false) => format!("{stray} stray byte{plural} of windows-1252 decoded"),
        (_, true) => format!("{stray} stray byte{plural} of windows-1252 decoded{DAMAGE}"),
    };
    Some(Decoded { text: Cow::Owned(text), done: Some(done) })
}

/// Whether sound characters outside ASCII are at least as many as damaged places: then it is damaged UTF-8,
/// and not an older encoding, in which sound sequences come about only by accident. Punctuation of
/// windows-1252 counts a quarter, since many accidents can't be told from it.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut damaged, mut stray) = (0, 0, 0);
    each(bytes, |valid, invalid, sign| {
        sound += valid.bytes().filter(|byte| *byte >= 0xc0).count();
        stray += usize::from(sign.is_some());
        damaged += usize::from(sign.is_none() && !invalid.is_empty());
    });
    sound > 0 && sound >= damaged + stray / 4
}

/// Goes through the valid parts, each with the invalid bytes behind it, and the sign of windows-1252 that
/// those can be.
fn each(bytes: &[u8], mut tell: impl FnMut(&str, &[u8], Option<char>)) {
    let mut chunks = bytes.utf8_chunks().peekable();
    // Whether what stands before is ASCII, or such a sign.
    let mut plain = true;
    while let Some(chunk) = chunks.next() {
        let (valid, invalid) = (chunk.valid(), chunk.invalid());
        plain = valid.bytes().next_back().map_or(plain, |byte| byte.is_ascii());
        let behind =
            chunks.peek().and_then(|next| next.valid().bytes().next()).is_none_or(|byte| byte.is_ascii());
        let sign = if plain && behind { sign(invalid) } else { None };
        tell(valid, invalid, sign);
        plain = sign.is_some() || invalid.is_empty();
    }
}

/// The punctuation of windows-1252 that the bytes are. Its letters are left out: they could be those of
/// another encoding as well.
fn sign(invalid: &[u8]) -> Option<char> {
    // Quotation marks, dashes, ellipsis, bullet, trade mark, guillemets, euro, daggers, no-break space.
    let &[byte @ (0x80 | 0x82 | 0x84..=0x87 | 0x8b | 0x91..=0x97 | 0x99 | 0x9b | 0xa0 | 0xab | 0xbb)] =
        invalid
    else {
        return None;
    };
    WINDOWS_1252.decode_without_bom_handling_and_without_replacement(&[byte])?.chars().next()
}
