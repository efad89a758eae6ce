//! Who published a document, from its lines: a domain by itself, a label, a copyright line, a link to the
//! rest on the site.

use super::{classify, looks, meta};

/// The source that a line names: a domain by itself, or what stands behind `Source:`. A social network is
/// none.
pub(super) fn named(line: &str) -> Option<String> {
    let found = match classify::domain(line) {
        Some(domain) => domain.to_owned(),
        None => {
            let (label, value) = classify::metadata(line)?;
            if !classify::is_source(&label) {
                return None;
            }
            let value = looks::single_spaced(value);
            host(&value).map_or(value.clone(), str::to_owned)
        }
    };
    accepted(&found)
}

/// The publisher that a line behind the text names: `© 2020 The Moscow Times. All rights reserved.`, `Read
/// more about it on example.org`, `The post Talks appeared first on Example.`
pub(super) fn behind(line: &str) -> Option<String> {
    if line.len() > 400 || line.contains('\n') {
        return None;
    }
    copyright(line).or_else(|| linked(line)).and_then(|name| accepted(&name))
}

/// The host of an address, without `www.`: `example.org` of `https://www.example.org/talks`.
pub(super) fn host(address: &str) -> Option<&str> {
    let rest = address.trim().split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (classify::domain(host) == Some(host) && !classify::is_social_domain(host)).then_some(host)
}

fn accepted(name: &str) -> Option<String> {
    let sound = name.chars().any(char::is_alphabetic) && !classify::is_social_domain(name);
    sound.then(|| meta::shortened(name, 120))
}

/// Who holds the rights, by a copyright line.
fn copyright(line: &str) -> Option<String> {
    let line = line.trim().trim_start_matches(['.', '|', '-', '•', ' ']);
    let lower = line.to_lowercase();
    let starts = ["copyright", "©", "(c)"].iter().any(|sign| lower.starts_with(sign));
    if !starts {
        return None;
    }
    // The sign, the word and the years may stand in any order, before the name or behind it.
    let is_frame = |word: &str| {
        let lower = word.to_lowercase();
        let bare = lower.trim_matches([',', '.', ':', ';']);
        matches!(bare, "copyright" | "©" | "(c)" | "by" | "-" | "–" | "—" | "|" | "")
            || bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '©'))
    };
    let name = line.split_whitespace().skip_while(|word| is_frame(word));
    let mut out = String::new();
    for word in name {
        if is_frame(word) {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        let stop = word.ends_with(['.', ';', '|', ':']) && !is_short_form(word);
        if stop || word.ends_with(',') {
            break;
        }
    }
    let lower = out.to_lowercase();
    let cut = ["all rights", "alle rechte", "tous droits", "todos los", "все права", "усі права", "wszelkie"]
        .iter()
        .filter_map(|rights| lower.find(rights))
        .min();
    let name = cut.and_then(|at| out.get(..at)).unwrap_or(&out);
    let name = name.trim_end_matches(['.', ',', ';', '|', ':', ' ', '-', '–', '—', '·']);
    let sound = name
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || classify::domain(name).is_some())
        && name.split_whitespace().nth(7).is_none();
    sound.then(|| name.to_owned())
}

/// Whether a full stop behind the word is part of it: `Ltd.`, `Inc.`
fn is_short_form(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "ltd." | "inc." | "co." | "corp." | "st." | "u.s.")
}

/// The site on which more can be read, or where a text appeared first.
fn linked(line: &str) -> Option<String> {
    let line = line.trim().trim_end_matches(['.', '»', '>', '→', ' ']);
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return None;
    }
    let begins = ["read more", "read the full", "read the original", "read the rest", "continue reading"]
        .iter()
        .any(|words| lower.starts_with(words));
    if begins {
        let last = line.rsplit(' ').next()?;
        let before = lower.get(..lower.len() - last.len())?.trim_end();
        let joined = before.ends_with(" on") || before.ends_with(" at");
        let site = host(last).or_else(|| classify::domain(last))?;
        return joined.then(|| site.to_owned());
    }
    for words in [
        " appeared first on ",
        "originally published on ",
        "originally published by ",
        "first published on ",
        "first published by ",
        "first appeared on ",
    ] {
        if let Some(at) = lower.find(words) {
            let name = line.get(at + words.len()..)?.split(['.', ',', ';']).next()?;
            let site = line.get(at + words.len()..).and_then(classify::domain);
            let name = site.unwrap_or(name).trim();
            let sound = name.starts_with(|c: char| c.is_alphanumeric()) && name.split(' ').nth(6).is_none();
            return sound.then(|| name.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_or_a_label_names_the_source() {
        let of = |line| named(line).unwrap_or_default();
        assert_eq!(of("kayhan.ir"), "kayhan.ir");
        assert_eq!(of("Source: The Moscow Times"), "The Moscow Times");
        assert_eq!(of("Quelle: https://www.example.org/talks"), "example.org");
        assert_eq!(of("Источник: БелТА"), "БелТА");
        assert_eq!(of("twitter.com"), "");
        assert_eq!(of("Source: Facebook"), "");
        assert_eq!(of("As kremlin.ru has it"), "");
    }

    #[test]
    fn a_copyright_line_names_the_publisher() {
        let of = |line| behind(line).unwrap_or_default();
        assert_eq!(of("© 2020 The Moscow Times"), "The Moscow Times");
        assert_eq!(of("© 2020 The Moscow Times. All rights reserved."), "The Moscow Times");
        assert_eq!(of("Copyright © 1999-2020 Example Media Ltd. All Rights Reserved"), "Example Media Ltd");
        assert_eq!(of("Copyright 2020 by Example, Inc."), "Example");
        assert_eq!(of("© Reuters 2020"), "Reuters");
        assert_eq!(of("(c) 2020 example.org"), "example.org");
        assert_eq!(of("© 2020. All rights reserved."), "");
        assert_eq!(of("All rights reserved."), "");
        assert_eq!(of("Copyright in Belarus is a matter of the courts"), "");
    }

    #[test]
    fn a_link_to_the_rest_names_the_site() {
        let of = |line| behind(line).unwrap_or_default();
        assert_eq!(of("Read more about the talks on example.org"), "example.org");
        assert_eq!(of("Read the full story at https://www.example.org/talks"), "example.org");
        assert_eq!(of("The post Talks End appeared first on Example Times."), "Example Times");
        assert_eq!(of("This article was originally published on example.org."), "example.org");
        assert_eq!(of("Read more about the talks on Facebook"), "");
        assert_eq!(of("Read more slowly"), "");
    }
}
