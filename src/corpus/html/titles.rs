//! The title of a page: the heading that it agrees with, and what in it belongs to the site.

use super::signs::{Sign, sign};
use super::tag::Tag;
use super::tree::Tree;
use crate::corpus::looks;

/// The most headings that are compared with the title.
const MAX_HEADINGS: usize = 40;

/// The most bytes of a heading that is a title.
const LONGEST: usize = 800;

/// What stands between a title and the name of a site.
const BETWEEN: &[&str] = &[" | ", " — ", " – ", " - ", " · ", " • ", " :: ", " » ", " / "];

/// How well a heading says what a title says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// It is the end of the title, where the name of the site stands.
    End,
    /// It says much the same.
    Near,
    /// It is all of the title, or all before the name of the site.
    Same,
}

/// The heading of level 1, or of level 2, that says what one of the titles says best, and of several the first
/// that stands in what calls itself the main content. One that is only the end of the title is believed where
/// there is no heading in the main content.
pub(super) fn heading<'t>(tree: &Tree<'_>, titles: impl Iterator<Item = &'t str>) -> Option<usize> {
    let titles: Vec<Title> = titles.map(Title::of).collect();
    let headings = |tag: Tag| (1..tree.nodes.len()).filter(move |at| tree.tag(*at) == tag).take(MAX_HEADINGS);
    let mut any_in_main = false;
    let mut best: Option<((Likeness, bool), usize)> = None;
    for at in headings(Tag::H1).chain(headings(Tag::H2)) {
        let in_main = is_in_main(tree, at);
        any_in_main |= in_main;
        let heading = key(&tree.shown_text(at, &[], LONGEST));
        let likeness = titles.iter().filter_map(|title| title.likeness(&heading)).max();
        if let Some(likeness) = likeness
            && best.is_none_or(|(known, _)| (likeness, in_main) > known)
        {
            best = Some(((likeness, in_main), at));
        }
    }
    best.filter(|((likeness, in_main), _)| *likeness > Likeness::End || *in_main || !any_in_main)
        .map(|(_, at)| at)
}

fn is_in_main(tree: &Tree<'_>, at: usize) -> bool {
    let around = std::iter::successors(Some(at), |at| (*at != 0).then(|| tree.parent(*at)));
    around.skip(1).any(|at| matches!(sign(tree, at), Some(Sign::Main(_))))
}

/// A title, to compare headings with.
struct Title {
    whole: String,
    /// What stands between the signs that part it.
    parts: Vec<String>,
}

impl Title {
    fn of(title: &str) -> Self {
        let mut parts = vec![title];
        for between in BETWEEN {
            parts = parts.iter().flat_map(|part| part.split(between)).collect();
        }
        Self { whole: key(title), parts: parts.into_iter().map(key).collect() }
    }

    fn likeness(&self, heading: &str) -> Option<Likeness> {
        let last = self.parts.len().saturating_sub(1);
        let part = self.parts.iter().position(|part| part == heading);
        if heading.is_empty() {
            None
        } else if self.whole == heading || part.is_some_and(|part| part < last) {
            Some(Likeness::Same)
        } else if part.is_some() {
            Some(Likeness::End)
        } else {
            let end = self.whole.ends_with(heading);
            agree(&self.whole, heading).then_some(if end { Likeness::End } else { Likeness::Near })
        }
    }
}

/// The letters and digits of a title, in lower case, with single spaces between its words.
fn key(title: &str) -> String {
    let plain: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    looks::single_spaced(&plain).to_lowercase()
}

/// Whether a heading says what the title says: all of it, or one of them is the beginning or the end of the
/// other and is most of it, or most words are the same.
fn agree(title: &str, heading: &str) -> bool {
    if heading.is_empty() || heading.len() > LONGEST {
        return false;
    }
    let part = |whole: &str, part: &str| {
        let rest = whole.strip_prefix(part).or_else(|| whole.strip_suffix(part));
        // "Talks" is no part of "Talkshow".
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || rest.ends_with(' '))
    };
    let words = |text: &str| text.split(' ').count();
    if part(title, heading) || part(heading, title) {
        let (short, long) = (words(title).min(words(heading)), words(title).max(words(heading)));
        return short == long || short >= 3 || short * 3 >= long;
    }
    let known: std::collections::HashSet<&str> = title.split(' ').collect();
    let same = heading.split(' ').filter(|word| known.contains(word)).count();
    same >= 4 && same * 4 >= words(heading) * 3 && same * 2 >= known.len()
}

/// The title without the name of the site before or behind it.
pub(super) fn without_site<'t>(title: &'t str, site: Option<&str>) -> &'t str {
    let title = title.trim();
    let site = key(site.unwrap_or(""));
    for between in BETWEEN {
        let Some((before, behind)) = title.rsplit_once(between) else { continue };
        if !site.is_empty() && key(behind) == site {
            return before.trim_end();
        }
        if let Some((first, rest)) = title.split_once(between)
            && !site.is_empty()
            && key(first) == site
        {
            return rest.trim_start();
        }
    }
    // Without a name to compare: a few words behind the last sign, and a title of some words before it.
    let last = BETWEEN.iter().filter_map(|between| title.rfind(between).map(|at| (at, between.len()))).max();
    match last {
        Some((at, sign)) if site.is_empty() => {
            let (before, behind) = (&title[..at], &title[at + sign..]);
            let few = behind.split_whitespace().nth(4).is_none();
            let title_like = before.split_whitespace().nth(2).is_some() || before.chars().nth(20).is_some();
            if few && title_like && behind.len() < before.len() { before.trim_end() } else { title }
        }
        _ => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_title() {
        assert_eq!(without_site("Talks in Sochi | The Post", Some("The Post")), "Talks in Sochi");
        assert_eq!(without_site("The Post - Talks", Some("the post")), "Talks");
        assert_eq!(without_site("Talks go on in Sochi – The Post", None), "Talks go on in Sochi");
        assert_eq!(without_site("Talks | Sochi", None), "Talks | Sochi");
        assert_eq!(without_site("Talks go on - and nobody knows for how long", None).len(), 43);
    }

    #[test]
    fn a_part_of_a_title_is_one_and_the_last_is_perhaps_the_site() {
        let likeness = |title: &str, heading: &str| Title::of(title).likeness(&key(heading));
        assert_eq!(likeness("Tokens - The Rust Reference", "Tokens"), Some(Likeness::Same));
        assert_eq!(likeness("Tokens - The Rust Reference", "The Rust Reference"), Some(Likeness::End));
        assert_eq!(likeness("Tokens", "Tokens"), Some(Likeness::Same));
        assert_eq!(likeness("Tokens - The Rust Reference", "Contents"), None);
    }

    #[test]
    fn a_heading_agrees_with_a_title_that_says_more_or_less() {
        let agrees = |title: &str, heading: &str| agree(&key(title), &key(heading));
        assert!(agrees("Talks in Sochi | The Post", "Talks in Sochi"));
        assert!(agrees("Talks", "‘Talks’"));
        assert!(agrees("Talks in Sochi end without a result", "Talks in Sochi end, without result"));
        assert!(!agrees("Talks in Sochi | The Post", "The"));
        assert!(!agrees("Talkshow", "Talks") && !agrees("Talks", ""));
        assert!(!agrees("Talks in Sochi", "Latest news from the region"));
    }
}
