//! Whether a file is a page.

use crate::corpus::decode;

/// The endings of the names of pages.
const ENDINGS: &[&str] = &["html", "htm", "xhtml", "xht", "shtml"];

/// The elements with which a page may begin that leaves out the first ones.
const FIRST: &[&str] = &["head", "body", "title", "meta", "base", "link", "script", "style"];

/// Whether a file whose name ends so, and which begins with these bytes, is a page: by what it begins with,
/// or by its name where there is markup in it.
pub(in crate::corpus) fn is_page(extension: &str, head: &[u8]) -> bool {
    let decoded = if decode::is_wide(head) { Some(decode::decode(head)) } else { None };
    let head = decoded.as_ref().map_or(head, |decoded| decoded.text.as_bytes());
    let named = ENDINGS.contains(&extension);
    let rest = first_tag(head);
    begins(rest, "!doctype html")
        || begins(rest, "html")
        || (named || extension.is_empty()) && FIRST.iter().any(|tag| begins(rest, tag))
        || named && has_tag(head)
}

/// What stands behind the mark, white space, comments and declarations at the beginning.
fn first_tag(head: &[u8]) -> &[u8] {
    let mut rest = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    loop {
        rest = rest.trim_ascii_start();
        let end = if rest.starts_with(b"<!--") {
            memchr::memmem::find(rest, b"-->").map(|at| at + 3)
        } else if rest.starts_with(b"<?") {
            memchr::memchr(b'>', rest).map(|at| at + 1)
        } else {
            return rest;
        };
        rest = end.and_then(|end| rest.get(end..)).unwrap_or_default();
        if rest.is_empty() {
            return rest;
        }
    }
}

/// Whether a tag of this name begins here.
fn begins(rest: &[u8], name: &str) -> bool {
    let found = rest.strip_prefix(b"<").and_then(|rest| rest.split_at_checked(name.len()));
    found.is_some_and(|(found, behind)| {
        let ends =
            behind.first().is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
        ends && found.eq_ignore_ascii_case(name.as_bytes())
    })
}

/// Whether there is a tag anywhere.
fn has_tag(head: &[u8]) -> bool {
    memchr::memchr_iter(b'<', head).any(|at| {
        let name = head.get(at + 1..).unwrap_or_default();
        let name = name.strip_prefix(b"/").unwrap_or(name);
        name.first().is_some_and(u8::is_ascii_alphabetic)
            && memchr::memchr(b'>', name).is_some_and(|end| end < 500)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_what_it_begins_with() {
        for head in [
            "<!DOCTYPE html><p>",
            "\u{feff}\n <!-- saved -->\n<HTML lang=en>",
            "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC \"x\">",
            "<html",
        ] {
            assert!(is_page("txt", head.as_bytes()), "{head}");
        }
        let wide: Vec<u8> = "\u{feff}<html><p>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(is_page("", &wide));
    }

    #[test]
    fn a_page_may_be_known_by_its_name() {
        assert!(is_page("htm", b"<body><p>x") && is_page("html", b"words <b>and</b> more"));
        assert!(is_page("", b"<head><title>x") && !is_page("txt", b"<head><title>x"));
        assert!(!is_page("html", b"words alone, 1 < 2 and 3 > 2"));
    }

    #[test]
    fn what_only_speaks_of_pages_is_none() {
        for head in
            ["", "<", "<!--", "<!-- <html> -->", "<htmlx>", "the tag <html> is", "<?xml version='1.0'?><rss>"]
        {
            assert!(!is_page("txt", head.as_bytes()), "{head}");
        }
    }
}
