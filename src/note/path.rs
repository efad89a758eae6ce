//! Paths as text, without loss: what a journal keeps of a file's name.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The path as text. What is valid UTF-8 in it stays as it is, but for `%`, which becomes `%25`; every
/// other byte becomes `%` and two hexadecimal digits, as in a URI (RFC 3986, section 2.1).
pub fn path_to_text(path: &Path) -> String {
    let mut text = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        text.push_str(&chunk.valid().replace('%', "%25"));
        for byte in chunk.invalid() {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// The path that [`path_to_text`] wrote. A `%` without two hexadecimal digits behind it stands for itself.
///
/// Where names aren't bytes (elsewhere than on Unix), what isn't UTF-8 is replaced: such a name is then
/// only shown, and the document is known by its content.
pub fn path_from_text(text: &str) -> PathBuf {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        match (first, behind) {
            (b'%', [high, low, behind @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(digit(*high) << 4 | digit(*low));
                rest = behind;
            }
            _ => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    from_bytes(&bytes)
}

/// The value of a hexadecimal digit.
fn digit(digit: u8) -> u8 {
    char::from(digit).to_digit(16).unwrap_or(0) as u8
}

#[cfg(unix)]
fn from_bytes(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn from_bytes(bytes: &[u8]) -> PathBuf {
    let text = String::from_utf8_lossy(bytes);
    PathBuf::from(OsStr::new(&*text))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_ordinary_name_stays_readable() {
        assert_eq!(path_to_text(Path::new("/a b/é.txt")), "/a b/é.txt");
        assert_eq!(path_to_text(Path::new("100%.txt")), "100%25.txt");
        assert_eq!(path_from_text("50% of %zz"), Path::new("50% of %zz"));
    }

    #[cfg(unix)]
    proptest! {
        #[test]
        fn every_name_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let path = from_bytes(&bytes);
            prop_assert_eq!(path_from_text(&path_to_text(&path)), path);
        }

        #[test]
        fn any_text_is_read(text in "[%0-9a-fé]{0,20}") {
            let path = path_from_text(&text);
            prop_assert_eq!(path_from_text(&path_to_text(&path)), path);
        }
    }
}
