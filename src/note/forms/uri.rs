//! Paths and ids as URIs (RFC 3986), and back.

use sha2::{Digest, Sha256};

use super::super::{ItemId, path_from_text, path_to_text};

/// Begins what is a path in no other form.
const PATH: &str = "urn:ibid:path:";

/// Begins an id that isn't 32 hexadecimal digits.
const ID: &str = "urn:ibid:id:";

/// Begins an id that is.
const UUID: &str = "urn:uuid:";

/// Where the groups of a UUID end (RFC 9562, section 4).
const GROUPS: [usize; 4] = [8, 12, 16, 20];

/// Every byte that isn't unreserved as `%` and two digits; a slash stays where `slashes`.
pub(super) fn encoded(bytes: &[u8], slashes: bool) -> String {
    let mut text = String::with_capacity(bytes.len());
    for &byte in bytes {
        let plain = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        if plain || slashes && byte == b'/' {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// What [`encoded`] wrote; `None` where it isn't UTF-8.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let digit = |at: usize| behind.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high << 4 | low) as u8);
                rest = behind.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// Whether it begins with a scheme and has only characters of a URI.
fn is_uri(text: &str) -> bool {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(letters)
        && text.bytes().all(|byte| matches!(byte, b'!'..=b'~') && !matches!(byte, b'"' | b'<' | b'>' | b'\\'))
}

/// The path of a document, as [`path_to_text`] writes it, as a URI: `file:` where it is absolute.
pub(super) fn of_path(text: &str) -> String {
    let path = path_from_text(text);
    if text.starts_with('/') && path_to_text(&path) == text {
        return format!("file://{}", encoded(path.as_os_str().as_encoded_bytes(), true));
    }
    let own = ["file:", PATH].iter().any(|scheme| text.starts_with(scheme));
    if is_uri(text) && !own { text.to_owned() } else { format!("{PATH}{}", encoded(text.as_bytes(), false)) }
}

/// The path that [`of_path`] wrote, or the address itself where it is none of a file.
pub(super) fn to_path(uri: &str) -> String {
    let file = uri.strip_prefix("file://localhost/").or_else(|| uri.strip_prefix("file:///"));
    if let Some(rest) = file {
        return path_to_text(&path_from_text(&format!("/{rest}")));
    }
    uri.strip_prefix(PATH).and_then(decoded).unwrap_or_else(|| uri.to_owned())
}

/// What a note is known by, as a URI.
pub(super) fn of_id(id: &ItemId) -> String {
    let text = id.as_str();
    let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() != 32 || !text.bytes().all(hexadecimal) {
        return format!("{ID}{}", encoded(text.as_bytes(), false));
    }
    let mut uuid = UUID.to_owned();
    for (at, digit) in text.chars().enumerate() {
        if GROUPS.contains(&at) {
            uuid.push('-');
        }
        uuid.push(digit);
    }
    uuid
}

/// What a note of that URI is known by: what [`of_id`] wrote, else a part of the hash of the URI, so that it is the same each
/// time.
pub(super) fn to_id(uri: &str) -> ItemId {
    let digits = |uuid: &str| -> Option<String> {
        let digits = uuid.replace('-', "").to_ascii_lowercase();
        (digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(digits)
    };
    let own = uri.strip_prefix(ID).and_then(decoded);
    let known = uri.strip_prefix(UUID).and_then(digits).or(own);
    known.map_or_else(|| hashed(uri), ItemId::from_text)
}

/// An id of a part of the hash of some text.
pub(super) fn hashed(text: &str) -> ItemId {
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let bits = hash.iter().take(16).fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
    ItemId::from_bits(bits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn paths_and_ids_have_the_usual_forms() {
        assert_eq!(of_path("/a b/é%25.txt"), "file:///a%20b/%C3%A9%25.txt");
        assert_eq!(of_path("ibid:corpus/guide.md"), "ibid:corpus/guide.md");
        assert_eq!(of_path("https://example.org/a?b=c#d"), "https://example.org/a?b=c#d");
        assert_eq!(of_path("a b"), "urn:ibid:path:a%20b");
        assert_eq!(to_path("file://localhost/a%20b"), "/a b");
        assert_eq!(of_id(&ItemId::from_bits(0xab)), "urn:uuid:00000000-0000-0000-0000-0000000000ab");
        assert_eq!(to_id("urn:uuid:00000000-0000-0000-0000-0000000000AB"), ItemId::from_bits(0xab));
        assert_ne!(to_id("https://example.org/1"), to_id("https://example.org/2"));
        assert_eq!(to_id("https://example.org/1").as_str().len(), 32);
    }

    proptest! {
        #[test]
        fn every_path_and_every_id_comes_back(text in prop_oneof!["\\PC{0,12}", "[/:a%2é ]{0,9}", "(file|urn:ibid:path|ab)://?[a%2/ ]{0,6}"]) {
            prop_assert_eq!(to_path(&of_path(&text)), text.clone());
            let id = ItemId::from_text(text);
            prop_assert_eq!(to_id(&of_id(&id)), id);
        }
    }
}
