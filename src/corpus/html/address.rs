//! What the address of a page says: whose it is, and often when it was written.

/// The host of an address, without `www.`.
pub(super) fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let fits = host.contains('.')
        && host.len() <= 100
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    fits.then_some(host)
}

/// The date in the path of an address, `/2020/09/14/` or `/2020/09/` or `/2020-09-14-`, as it stands there
/// and as `2020-09-14`.
pub(super) fn date(address: &str) -> Option<(&str, String)> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?;
    let path = &path[path.find('/')?..];
    let bytes = path.as_bytes();
    let digits = |from: usize, count: usize| {
        let part = bytes.get(from..from + count)?;
        let bounded = bytes.get(from + count).is_none_or(|byte| !byte.is_ascii_digit());
        (bounded && part.iter().all(u8::is_ascii_digit)).then(|| &path[from..from + count])
    };
    for (at, _) in path.match_indices('/') {
        let from = at + 1;
        let Some(year) = digits(from, 4).filter(|year| matches!(&year[..2], "19" | "20")) else { continue };
        let Some(sign) = bytes.get(from + 4).filter(|sign| matches!(sign, b'/' | b'-' | b'_')) else {
            continue;
        };
        let Some(month) = digits(from + 5, 2) else { continue };
        let day = digits(from + 8, 2).filter(|_| bytes.get(from + 7) == Some(sign));
        match day {
            Some(day) => return Some((&path[from..from + 10], format!("{year}-{month}-{day}"))),
            None if *sign == b'/' => return Some((&path[from..from + 7], format!("{year}-{month}"))),
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_says_whose_it_is() {
        assert_eq!(host("https://www.example.org/a?b"), Some("example.org"));
        assert_eq!(host("http://example.org:80"), Some("example.org"));
        assert_eq!(host("/a/b"), None);
        assert_eq!(host("javascript://x.y"), None);
        assert_eq!(host("https://localhost/"), None);
    }

    #[test]
    fn the_path_may_say_when() {
        let date = |address| date(address).map(|(words, date)| format!("{words} {date}")).unwrap_or_default();
        assert_eq!(date("https://example.org/2020/09/14/talks"), "2020/09/14 2020-09-14");
        assert_eq!(date("https://example.org/news/2020/09/talks"), "2020/09 2020-09");
        assert_eq!(date("https://example.org/2020-09-14-talks"), "2020-09-14 2020-09-14");
        assert_eq!(date("https://example.org/20200/09/14"), "");
        assert_eq!(date("https://example.org/?p=/2020/09/14"), "");
        assert_eq!(date("2020"), "");
        assert_eq!(date("https://example.org/2020/talks"), "");
    }
}
