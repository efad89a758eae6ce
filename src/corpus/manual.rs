//! The manual: pages of the folder `docs/`, embedded in the program and bound into one document.

use std::sync::LazyLock;

/// The path of the manual.
pub const MANUAL: &str = "ibid:manual.md";

macro_rules! embed {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../docs/", $name, ".md")))),+]
    };
}

/// The pages as (name, Markdown), in the order in which they are bound.
pub const PAGES: &[(&str, &str)] = embed![
    "reading",
    "searching",
    "who-is-who",
    "writing-notes",
    "keys",
    "settings",
    "formats",
    "terminals",
    "scripting",
    "json",
    "notes",
    "external-tagger",
];

/// What stands before the first page.
const HEAD: &str = "\
---
title: The manual of ibid
---

`o` lists the chapters, `/` finds a word in all of them, `q` goes back. In the shell `ibid manual` prints them.

";

/// All pages as one Markdown document, without the marks of what is generated in them.
pub fn manual() -> &'static str {
    static BOUND: LazyLock<String> = LazyLock::new(|| {
        let pages: Vec<String> = PAGES.iter().map(|(_, page)| plain(page)).collect();
        format!("{HEAD}{}", pages.join("\n"))
    });
    &BOUND
}

/// The page of that name, without these marks.
pub fn page(name: &str) -> Option<String> {
    PAGES.iter().find(|(known, _)| *known == name).map(|(_, page)| plain(page))
}

/// A page without its comments, each of which is a line.
fn plain(page: &str) -> String {
    let lines = page.lines().filter(|line| !(line.starts_with("<!--") && line.ends_with("-->")));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::corpus::parse;

    #[test]
    fn every_page_is_a_chapter_of_the_manual() {
        let document = parse(MANUAL, manual().as_bytes()).unwrap();
        assert_eq!(document.meta.title.value, "The manual of ibid");
        for (name, page) in PAGES {
            let heading = page.lines().next().unwrap().strip_prefix("# ").unwrap().replace('`', "");
            assert!(document.text.as_str().contains(&heading), "{name}");
        }
        assert!(!document.text.as_str().contains("<!--"));
    }
}
