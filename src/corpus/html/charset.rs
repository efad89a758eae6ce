//! The encoding that a page says it is in.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use memchr::memmem;

/// How many bytes at the beginning are looked at (HTML Living Standard, 4.2.5.4).
const LOOKED_AT: usize = 1024;

/// The encoding that a `meta` element at the beginning, or the declaration of XML, names.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(LOOKED_AT)].to_ascii_lowercase();
    let in_xml = head.starts_with(b"<?xml").then(|| named(&head, b"encoding")).flatten();
    let encoding = in_xml.or_else(|| {
        memmem::find_iter(&head, b"<meta").find_map(|at| {
            let tag = &head[at..];
            let end = memchr::memchr(b'>', tag).unwrap_or(tag.len());
            named(&tag[..end], b"charset")
        })
    })?;
    // What can be read as far as here isn't UTF-16 (HTML Living Standard, 13.2.3.2).
    Some(match encoding {
        _ if encoding == UTF_16LE || encoding == UTF_16BE => UTF_8,
        _ if encoding == X_USER_DEFINED => WINDOWS_1252,
        _ => encoding,
    })
}

/// The encoding in what stands behind `key` and a sign of equality.
fn named(text: &[u8], key: &[u8]) -> Option<&'static Encoding> {
    let rest = text.get(memmem::find(text, key)? + key.len()..)?.trim_ascii_start();
    let value = rest.strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|byte| b"\"' ;/?>\t\r\n".contains(byte)).unwrap_or(value.len());
    Encoding::for_label(&value[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_found_wherever_pages_say_it() {
        let name = |page: &str| declared(page.as_bytes()).map_or("", Encoding::name);
        assert_eq!(name("<html><META Charset = 'CP1251'>"), "windows-1251");
        assert_eq!(name("<meta http-equiv=content-type content=\"text/html; charset=koi8-r\">"), "KOI8-R");
        assert_eq!(name("<?xml version='1.0' encoding='iso-8859-2'?><html>"), "ISO-8859-2");
        assert_eq!(name("<meta charset=utf-16>"), "UTF-8");
        assert_eq!(name("<meta name=x content='charset'><meta charset=\"\">"), "");
        assert_eq!(name(&format!("{}<meta charset=cp1251>", " ".repeat(1024))), "");
        assert_eq!(name("<p>charset=cp1251</p>"), "");
    }
}
