//! What an element says of itself, by its name, its role and the words of its classes: that it is the main
//! content, that it belongs to the site, or that it can't be seen.

use super::attr::Attr;
use super::tag::Tag;
use super::tree::Tree;
use crate::text::AsideReason;

/// What an element says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// The main content, the more certain the larger the number.
    Main(u8),
    /// Not the document, by the element's own name or role.
    Aside(AsideReason),
    /// Not the document, by a word of a class, which may be about something else.
    Perhaps(AsideReason),
    /// Not to be seen.
    Hidden,
}

/// The words that classes and identifiers are made of, where they say why something isn't the document.
const WORDS: &[(AsideReason, &[&str])] = &[
    (
        AsideReason::Reply,
        &[
            "comment",
            "commentform",
            "commentlist",
            "comments",
            "commentsection",
            "disqus",
            "replies",
            "reply",
            "respond",
        ],
    ),
    (
        AsideReason::Share,
        &[
            "addthis",
            "addtoany",
            "follow",
            "share",
            "sharebar",
            "sharebuttons",
            "sharedaddy",
            "sharing",
            "social",
            "socials",
            "socialshare",
        ],
    ),
    (
        AsideReason::Related,
        &[
            "alsoread",
            "carousel",
            "gallery",
            "morenews",
            "mostpopular",
            "mostread",
            "outbrain",
            "popular",
            "readalso",
            "readmore",
            "recirc",
            "recommended",
            "recommendation",
            "recommendations",
            "related",
            "relatedposts",
            "seealso",
            "slider",
            "slideshow",
            "taboola",
            "tags",
            "taglist",
            "trending",
        ],
    ),
    (AsideReason::Metadata, &["byline", "dateline", "datetime", "pubdate", "timestamp"]),
    (
        AsideReason::Site,
        &[
            "ad",
            "ads",
            "adbox",
            "advert",
            "advertisement",
            "advertising",
            "adsense",
            "banner",
            "breadcrumb",
            "breadcrumbs",
            "ccpa",
            "consent",
            "cookie",
            "cookiebar",
            "cookies",
            "copyright",
            "disclaimer",
            "footer",
            "gdpr",
            "login",
            "masthead",
            "menu",
            "modal",
            "nav",
            "navbar",
            "navbox",
            "navigation",
            "newsletter",
            "offcanvas",
            "overlay",
            "pager",
            "pagination",
            "paywall",
            "popup",
            "promo",
            "promotion",
            "rail",
            "searchform",
            "sidebar",
            "signup",
            "skip",
            "skiplink",
            "sponsor",
            "sponsored",
            "subscribe",
            "subscription",
            "subnav",
            "toc",
            "toolbar",
            "topbar",
            "widget",
            "widgets",
        ],
    ),
];

/// Words that say that the class is about the layout and not about the element.
const LAYOUT: &[&str] = &["has", "with", "without", "no", "not", "is", "js", "enable", "disable", "layout"];

/// Classes of what only a screen reader says.
const UNSEEN: &[&str] =
    &["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "sr-text", "mw-editsection"];

/// What the element `at` says that it is.
pub(super) fn sign(tree: &Tree<'_>, at: usize) -> Option<Sign> {
    let tag = tree.tag(at);
    if tag.is_no_text() || is_hidden(tree, at, tag) {
        return Some(Sign::Hidden);
    }
    if tree
        .attr(at, Attr::Itemprop)
        .is_some_and(|prop| prop.split_whitespace().any(|prop| prop == "articleBody"))
    {
        return Some(Sign::Main(3));
    }
    let role = tree.attr(at, Attr::Role).unwrap_or("");
    match (tag, role) {
        (_, "main") | (Tag::Main, _) => return Some(Sign::Main(1)),
        (_, "article") | (Tag::Article, _) => return Some(Sign::Main(2)),
        (
            _,
            "navigation" | "menu" | "menubar" | "search" | "contentinfo" | "dialog" | "alertdialog"
            | "banner",
        )
        | (Tag::Nav | Tag::Search, _) => return Some(Sign::Aside(AsideReason::Site)),
        (_, "complementary") => return Some(Sign::Perhaps(AsideReason::Related)),
        (Tag::Footer | Tag::Dialog, _) => return Some(Sign::Perhaps(AsideReason::Site)),
        (Tag::Aside, _) => return Some(Sign::Perhaps(reason(tree, at).unwrap_or(AsideReason::Related))),
        (Tag::Form | Tag::Fieldset, _) => {
            let writes = (at..tree.end(at)).any(|at| tree.tag(at) == Tag::Textarea);
            let reason = if writes { AsideReason::Reply } else { AsideReason::Site };
            return Some(Sign::Perhaps(reason));
        }
        (Tag::Html | Tag::Body, _) => return None,
        _ => {}
    }
    // What stands in a line belongs to it, and a heading to what is below it.
    let stands_alone = tag.is_block() && tag.level().is_none();
    if stands_alone { reason(tree, at).map(Sign::Perhaps) } else { None }
}

/// Why the element isn't the document, by its classes and its identifier.
fn reason(tree: &Tree<'_>, at: usize) -> Option<AsideReason> {
    let classes = tree.attr(at, Attr::Class).unwrap_or("").split_ascii_whitespace();
    let id = tree.attr(at, Attr::Id).filter(|id| !is_made_of_heading(tree, at, id));
    classes.chain(id).find_map(reason_of)
}

/// Whether an identifier was made of the words of the heading below it, as those are that links lead to.
fn is_made_of_heading(tree: &Tree<'_>, at: usize, id: &str) -> bool {
    let first = (at..tree.end(at).min(at + 6)).find(|at| tree.tag(*at).level().is_some());
    first.is_some_and(|heading| {
        let heading = tree.all_text(heading, id.len());
        words(&heading).eq(words(id)) && !heading.is_empty()
    })
}

/// Why an element with this class isn't the document.
fn reason_of(class: &str) -> Option<AsideReason> {
    // Names made by programs are long, and say nothing.
    if class.len() > 80 {
        return None;
    }
    let mut found = None;
    for (number, word) in words(class).enumerate() {
        // A sentence was made into a class or an identifier.
        if number == 4 {
            return None;
        }
        if LAYOUT.contains(&word.as_str()) && found.is_none() {
            return None;
        }
        found =
            found.or_else(|| WORDS.iter().find(|(_, known)| known.contains(&word.as_str())).map(|(r, _)| *r));
    }
    found
}

/// The words of a class, in lower case: `relatedPosts-list` has three.
fn words(class: &str) -> impl Iterator<Item = String> {
    let mut rest = class;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let mut before = None;
        let end = rest.find(|c: char| {
            let begins = c.is_ascii_uppercase() && before.is_some_and(|c: char| c.is_ascii_lowercase());
            before = Some(c);
            begins || !c.is_ascii_alphabetic()
        });
        let (word, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = behind;
        (!word.is_empty()).then(|| word.to_ascii_lowercase())
    })
}

fn is_hidden(tree: &Tree<'_>, at: usize, tag: Tag) -> bool {
    if tree.attr(at, Attr::Hidden).is_some_and(|value| value != "until-found") {
        return true;
    }
    let is_unseen = |class: &str| UNSEEN.iter().any(|unseen| class.eq_ignore_ascii_case(unseen));
    if tree.attr(at, Attr::Class).is_some_and(|class| class.split_ascii_whitespace().any(is_unseen)) {
        return true;
    }
    // On a block it is often only said while something lies over it.
    if !tag.is_block() && tree.attr(at, Attr::AriaHidden) == Some("true") {
        return true;
    }
    if tag == Tag::Button && !is_heading_that_unfolds(tree, at) {
        return true;
    }
    tag == Tag::Dialog && tree.attr(at, Attr::Open).is_none()
        || tree.attr(at, Attr::Style).is_some_and(hides)
        || is_way_back(tree, at, tag)
}

/// Whether a button is a heading, such as a question that unfolds its answer. What other buttons say is what
/// they do.
fn is_heading_that_unfolds(tree: &Tree<'_>, at: usize) -> bool {
    let parents = [tree.parent(at), tree.parent(tree.parent(at))];
    let heading = parents.into_iter().find(|at| {
        tree.tag(*at).level().is_some() || matches!(tree.tag(*at), Tag::Dt | Tag::Summary | Tag::Th)
    });
    heading.is_some_and(|heading| {
        let before = (heading + 1..at).rev().take(8).filter_map(|before| tree.text(before));
        before.map(|(text, _)| text).all(|text| text.trim().is_empty())
    })
}

/// Whether a style says that the element isn't shown.
fn hides(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
        let value = value.trim_start();
        let is = |word: &str| value.get(..word.len()).is_some_and(|value| value.eq_ignore_ascii_case(word));
        let name = name.trim();
        name.eq_ignore_ascii_case("display") && is("none")
            || name.eq_ignore_ascii_case("visibility") && is("hidden")
    })
}

/// Whether it is the link from a footnote back to its mark.
fn is_way_back(tree: &Tree<'_>, at: usize, tag: Tag) -> bool {
    tag == Tag::A
        && (tree.attr(at, Attr::Role) == Some("doc-backlink")
            || tree.attr(at, Attr::EpubType) == Some("backlink")
            || tree.attr(at, Attr::Class).is_some_and(|class| class.contains("backref"))
            || tree.attr(at, Attr::Href).is_some_and(|href| {
                ["#cite_ref", "#fnref", "#footnote-ref"].iter().any(|way| href.starts_with(way))
            })
            || tree.attr(at, Attr::Href).is_some_and(|href| href.starts_with('#'))
                && matches!(tree.all_text(at, 8).trim(), "↩" | "↩︎" | "↑" | "#" | "¶" | "§"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_says_why_by_its_words() {
        assert_eq!(reason_of("post-comments"), Some(AsideReason::Reply));
        assert_eq!(reason_of("relatedPosts-list"), Some(AsideReason::Related));
        assert_eq!(reason_of("Footer"), Some(AsideReason::Site));
        assert_eq!(reason_of("entry__share"), Some(AsideReason::Share));
    }

    #[test]
    fn a_class_about_the_layout_says_nothing() {
        for class in
            ["has-sidebar", "no-comments", "headline", "lead", "article-with-sidebar", "loading", "x"]
        {
            assert_eq!(reason_of(class), None, "{class}");
        }
    }

    #[test]
    fn a_style_hides() {
        assert!(hides("color: red; DISPLAY : none") && hides("visibility:hidden"));
        assert!(!hides("display: block") && !hides("none") && !hides(""));
    }
}
