//! What a page says of itself: title, publisher, author, date and language, in its head and in the marks that
//! its text bears.

use super::attr::Attr;
use super::content::Role;
use super::json_ld::{self, Stated};
use super::tag::Tag;
use super::tree::Tree;
use super::{address, titles};
use crate::corpus::draft::Given;
use crate::corpus::{Origin, looks};
use crate::text::AsideReason;

/// The most bytes of a name, and of what a date is said in.
const MAX_NAME: usize = 200;

/// The most authors that are named.
const MAX_AUTHORS: usize = 10;

/// The most elements that are asked for an author or a date.
const MAX_ASKED: usize = 50;

/// What the `meta` elements and the like say; the first of each counts.
#[derive(Default)]
pub(super) struct Said {
    metas: Vec<(String, String)>,
    title: Option<String>,
    canonical: Option<String>,
    language: Option<String>,
}

/// The keys of `meta` elements that are read, in lower case, the best first.
const TITLES: &[&str] = &["og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title"];
const SITES: &[&str] = &["og:site_name", "dc.publisher", "dcterms.publisher", "application-name"];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
];
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "date",
];
const ADDRESSES: &[&str] = &["og:url", "twitter:url"];

/// What the page says of itself. Its title, where it stands in the text as well, becomes part of the document.
pub(super) fn read(tree: &Tree<'_>, said: Said, heading: Option<usize>, roles: &mut [Role]) -> Given {
    let stated = json_ld::read(tree);
    let mut given = Given::default();
    if let Some(heading) = heading.filter(|at| !is_hidden(tree, roles, *at)) {
        roles[heading] = Role::Body;
        given.title(&tree.shown_text(heading, roles, 4 * MAX_NAME), Origin::Heading);
    }
    let address = said.canonical.as_deref().or_else(|| said.first(ADDRESSES)).unwrap_or("");
    given.link(address);
    let site = said.first(SITES).map(str::to_owned).or_else(|| stated.publisher.clone());
    title(&said, &stated, site.as_deref(), &mut given);
    if let Some(site) = said.first(SITES) {
        // Some give their address for a name.
        given.source(address::host(site).unwrap_or(site), Origin::PageMeta);
    }
    if let Some(publisher) = &stated.publisher {
        given.source(publisher, Origin::JsonLd);
    }
    given.source(address::host(address).unwrap_or(""), Origin::Address);
    author(&said, &stated, tree, roles, &mut given);
    date(&said, &stated, tree, roles, &mut given);
    if given.date.is_none()
        && let Some((words, date)) = address::date(address)
    {
        given.date(&date, Origin::Address);
        given.date = given.date.map(|found| found.quoting(words));
    }
    for language in [said.language.as_deref(), said.first(&["content-language", "dc.language", "og:locale"])]
    {
        given.language(&tag_of(language.unwrap_or("")), Origin::PageMeta);
    }
    given.language(&tag_of(stated.language.as_deref().unwrap_or("")), Origin::JsonLd);
    given
}

impl Said {
    /// The heading that says what the page says is its title.
    pub(super) fn heading(&self, tree: &Tree<'_>) -> Option<usize> {
        titles::heading(tree, self.title.as_deref().into_iter().chain(self.first(TITLES)))
    }

    /// What is said under the first of these keys under which anything is said.
    fn first(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| self.all(key).next())
    }

    fn all<'s>(&'s self, key: &str) -> impl Iterator<Item = &'s str> {
        self.metas.iter().filter(move |(known, _)| known == key).map(|(_, value)| value.as_str())
    }
}

/// What the elements of the head say.
pub(super) fn said(tree: &Tree<'_>) -> Said {
    let mut said = Said::default();
    for at in 1..tree.nodes.len() {
        match tree.tag(at) {
            Tag::Meta => {
                let key = [Attr::Property, Attr::Name, Attr::Itemprop, Attr::HttpEquiv];
                let key = key.into_iter().find_map(|attr| tree.attr(at, attr)).unwrap_or("");
                let key = key.trim().to_ascii_lowercase();
                let known = [
                    TITLES,
                    SITES,
                    AUTHORS,
                    DATES,
                    ADDRESSES,
                    &["content-language", "dc.language", "og:locale"],
                ];
                if known.iter().any(|keys| keys.contains(&key.as_str()))
                    && said.all(&key).nth(MAX_AUTHORS).is_none()
                    && let Some(value) =
                        tree.attr(at, Attr::Content).map(plain).filter(|value| !value.is_empty())
                {
                    said.metas.push((key, value));
                }
            }
            Tag::Title if said.title.is_none() && tree.tag(tree.parent(at)) != Tag::Svg => {
                said.title = Some(looks::single_spaced(&tree.all_text(at, 4 * MAX_NAME)));
            }
            Tag::Link if said.canonical.is_none() && tree.attr(at, Attr::Rel) == Some("canonical") => {
                said.canonical = tree.attr(at, Attr::Href).map(str::to_owned);
            }
            Tag::Html => {
                let language = tree.attr(at, Attr::Lang).or_else(|| tree.attr(at, Attr::XmlLang));
                said.language = said.language.or_else(|| language.map(str::to_owned));
            }
            _ => {}
        }
    }
    said
}

/// A value without entities that were written twice, and without tags.
pub(super) fn plain(value: &str) -> String {
    if value.contains(['&', '<']) {
        let text = super::tokens::parse(value, 0..value.len()).map(|tree| tree.all_text(0, usize::MAX));
        return looks::single_spaced(text.as_deref().unwrap_or(value));
    }
    looks::single_spaced(value)
}

fn title(said: &Said, stated: &Stated, site: Option<&str>, given: &mut Given) {
    if let Some(title) = said.first(TITLES) {
        given.title(titles::without_site(title, site), Origin::PageMeta);
    }
    if let Some(title) = &stated.headline {
        given.title(title, Origin::JsonLd);
    }
    if let Some(title) = &said.title {
        given.title(titles::without_site(title, site), Origin::PageMeta);
    }
}

fn author(said: &Said, stated: &Stated, tree: &Tree<'_>, roles: &[Role], given: &mut Given) {
    for key in AUTHORS {
        given.author(&joined(said.all(key)), Origin::PageMeta);
    }
    given.author(&joined(stated.authors.iter().map(String::as_str)), Origin::JsonLd);
    if given.author.is_some() {
        return;
    }
    let names: Vec<String> = marked(tree, roles, |at| is_author(tree, at))
        .into_iter()
        .map(|at| tree.attr(at, Attr::Content).map_or_else(|| author_text(tree, roles, at), plain))
        .collect();
    given.author(&joined(names.iter().map(String::as_str)), Origin::PageMeta);
}

/// The names among these texts, each once, with commas between them.
fn joined<'n>(texts: impl Iterator<Item = &'n str>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in texts.filter_map(name) {
        if names.len() < MAX_AUTHORS && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn is_author(tree: &Tree<'_>, at: usize) -> bool {
    has_word(tree, at, Attr::Itemprop, "author")
        || has_word(tree, at, Attr::Rel, "author") && tree.tag(at) == Tag::A
}

/// The name in an element that stands for an author: what is marked as the name, or all of it.
fn author_text(tree: &Tree<'_>, roles: &[Role], at: usize) -> String {
    let inside = at + 1..tree.end(at);
    let named = inside.take(MAX_ASKED).find(|at| has_word(tree, *at, Attr::Itemprop, "name")).unwrap_or(at);
    match tree.attr(named, Attr::Content) {
        Some(content) => plain(content),
        None => tree.shown_text(named, roles, MAX_NAME + 1),
    }
}

/// The name that `text` is: no address, and nothing of a length that no name has.
fn name(text: &str) -> Option<&str> {
    let text = text.trim();
    let text = ["By ", "by ", "BY "].iter().find_map(|by| text.strip_prefix(by)).unwrap_or(text).trim();
    let is_name =
        !text.is_empty() && text.len() <= MAX_NAME && !text.contains("://") && !text.starts_with('@');
    is_name.then_some(text)
}

fn date(said: &Said, stated: &Stated, tree: &Tree<'_>, roles: &[Role], given: &mut Given) {
    // A date in a head can be anybody's; that of an article is said by its first keys.
    let (sure, other) = DATES.split_at(4);
    let metas = |keys: &[&str], given: &mut Given| {
        for value in keys.iter().flat_map(|key| said.all(key)) {
            given.date(value, Origin::PageMeta);
        }
    };
    metas(sure, given);
    if let Some(published) = &stated.published {
        given.date(published, Origin::JsonLd);
    }
    for at in marked(tree, roles, |at| is_published(tree, at)) {
        let attr = [Attr::Datetime, Attr::Content].into_iter().find_map(|attr| tree.attr(at, attr));
        let words = attr.map_or_else(|| tree.shown_text(at, roles, MAX_NAME), str::to_owned);
        given.date(&words, Origin::PageMeta);
    }
    metas(other, given);
}

/// Whether an element says when the page was published.
fn is_published(tree: &Tree<'_>, at: usize) -> bool {
    let class = || tree.attr(at, Attr::Class).unwrap_or("");
    has_word(tree, at, Attr::Itemprop, "datePublished")
        || tree.tag(at) == Tag::Time
            && tree.attr(at, Attr::Datetime).is_some()
            && (tree.attr(at, Attr::Pubdate).is_some()
                || class()
                    .split_ascii_whitespace()
                    .any(|class| class == "published" || class == "entry-date"))
}

/// The first elements that are marked so, but in replies and in what is said of other pages.
fn marked(tree: &Tree<'_>, roles: &[Role], is_marked: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut marked = Vec::new();
    let mut at = 1;
    while at < tree.nodes.len() && marked.len() < MAX_ASKED {
        at = match roles.get(at) {
            Some(Role::Aside(AsideReason::Reply | AsideReason::Related)) => tree.end(at),
            _ => {
                if tree.text(at).is_none() && is_marked(at) {
                    marked.push(at);
                }
                at + 1
            }
        };
    }
    marked
}

fn is_hidden(tree: &Tree<'_>, roles: &[Role], at: usize) -> bool {
    let mut around = std::iter::successors(Some(at), |at| (*at != 0).then(|| tree.parent(*at)));
    around.any(|at| roles.get(at) == Some(&Role::Hidden))
}

fn has_word(tree: &Tree<'_>, at: usize, attr: Attr, word: &str) -> bool {
    tree.attr(at, attr).is_some_and(|value| value.split_ascii_whitespace().any(|known| known == word))
}

/// A language tag as RFC 5646 writes it; nothing where it is none.
fn tag_of(language: &str) -> String {
    let tag = language.split(',').next().unwrap_or("").trim().replace('_', "-");
    let fits = tag.len() <= 35
        && tag
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        && tag.split('-').next().is_some_and(|first| matches!(first.len(), 2 | 3));
    if fits { tag } else { String::new() }
}
