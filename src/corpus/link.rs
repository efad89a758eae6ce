//! An address of the web that a document gives as its own, made fit to be handed to other programs.

use std::fmt::Write as _;

/// The longest link in bytes: longer ones many programs cut.
const LONGEST: usize = 2000;

/// The link that an address is: of the web, without blanks and control characters, its other letters written in ASCII as a
/// browser sends them (RFC 3986, 2.1).
pub(super) fn of(address: &str) -> Option<String> {
    let address = address.trim();
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let begins = address.get(..scheme.len())?.eq_ignore_ascii_case(scheme);
        begins.then(|| &address[scheme.len()..])
    })?;
    let named = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    if !named || address.len() > LONGEST || address.contains(|c: char| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let mut link = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic()
            && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
        {
            link.push(char::from(byte));
        } else {
            // Writing to memory doesn't fail.
            let _ = write!(link, "%{byte:02X}");
        }
    }
    (link.len() <= LONGEST).then_some(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links_and_they_are_ascii() {
        assert_eq!(of(" https://example.org/a?b=c#d ").as_deref(), Some("https://example.org/a?b=c#d"));
        assert_eq!(of("HTTP://example.org/é\"<x>").as_deref(), Some("HTTP://example.org/%C3%A9%22%3Cx%3E"));
        for none in
            ["", "example.org", "https://", "https:///x", "javascript://x", "file:///etc", "ftp://x.org"]
        {
            assert_eq!(of(none), None, "{none}");
        }
        for hostile in
            ["https://x.org/\u{1b}]8;;", "https://x.org/\u{9c}", "https://x.org/a b", "https://x.org/\nx"]
        {
            assert_eq!(of(hostile), None, "{hostile:?}");
        }
        assert!(of(&format!("https://x.org/{}", "é".repeat(400))).is_none());
        assert!(of("https://x.org/\u{202e}").is_some_and(|link| link.is_ascii()));
    }
}
