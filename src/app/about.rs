//! What is known of a document, where it was found, and what was done to it.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::{App, Beside, Overlay, Reader, Screen};
use crate::corpus::{Document, Found, Meta, RepairKind};
use crate::note::ItemId;
use crate::text::BlockKind;

/// A line of the card: what it is about, what is known, and where that is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about, in a word.
    pub label: &'static str,
    /// What is known.
    pub value: String,
    /// Where it was found; empty where that goes without saying.
    pub from: String,
    /// The address on the web that it leads to.
    pub link: Option<String>,
}

/// A stretch of a row of the screen that leads to an address on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its first column.
    pub column: u16,
    /// Its row.
    pub row: u16,
    /// Its columns.
    pub width: u16,
    /// The address: ASCII without blanks and control characters.
    pub address: String,
}

impl Fact {
    /// One that goes without saying where it is from.
    fn plain(label: &'static str, value: String) -> Self {
        Self { label, value, from: String::new(), link: None }
    }
}

/// What the publisher is told under.
const SOURCE: &str = "Source";

/// The card of a document.
#[derive(Clone, Debug)]
pub struct About {
    /// What is known.
    pub facts: Vec<Fact>,
    /// The first fact in sight.
    pub top: usize,
}

/// Columns and rows of the card.
pub const ABOUT: (u16, u16) = (76, 24);

impl App {
    /// Shows what is known of the open document, or of the one chosen in the list.
    pub(super) fn about(&mut self) {
        let open = self.reader.as_ref().filter(|_| self.screen() == Screen::Reader);
        let facts = match open {
            Some(reader) => {
                let document = &reader.document;
                let mut facts = stated(&document.meta, &reader.path.to_string_lossy());
                if let Some(link) = &document.link {
                    let linked = facts.iter_mut().find(|fact| fact.label == SOURCE);
                    linked.into_iter().for_each(|fact| fact.link = Some(link.clone()));
                    let address = Fact { link: Some(link.clone()), ..Fact::plain("Link", link.clone()) };
                    facts.push(address);
                }
                facts.extend(done(document));
                facts.extend(self.notes_about(reader));
                facts
            }
            None => {
                let chosen = self.library.order.get(self.library.cursor.at);
                let Some(entry) = chosen.and_then(|id| self.catalogue.get(*id)) else {
                    return self.say("There is no document here");
                };
                stated(&entry.meta(), &entry.path().to_string_lossy())
            }
        };
        self.overlay = Some(Overlay::About(About { facts, top: 0 }));
    }
}

impl App {
    /// The notes on the whole of the open document, and those that link to it.
    fn notes_about(&self, reader: &Reader) -> Vec<Fact> {
        let fact = |(id, why): &(ItemId, Beside)| {
            let item = self.store.get(id)?;
            let label = if *why == Beside::Linked { "Linked by" } else { "Note" };
            let from =
                if *why == Beside::Linked { format!("on {}", item.subject.title()) } else { String::new() };
            let value = if item.body.is_empty() { item.kind.label().to_owned() } else { item.body.clone() };
            Some(Fact { from, ..Fact::plain(label, value) })
        };
        reader.about.iter().filter_map(fact).collect()
    }
}

/// What a document says of itself, or what was inferred.
fn stated(meta: &Meta, path: &str) -> Vec<Fact> {
    let plain = Fact::plain;
    vec![
        fact("Title", Some(&meta.title)),
        fact("Author", meta.author.as_ref()),
        fact(SOURCE, meta.source.as_ref()),
        fact("Date", meta.date.as_ref()),
        fact("Language", meta.language.as_ref()),
        plain("Format", meta.format.label().to_owned()),
        plain("Length", format!("{} words", meta.words)),
        plain("File", path.to_owned()),
    ]
}

fn fact<T: Display>(label: &'static str, found: Option<&Found<T>>) -> Fact {
    let Some(found) = found else {
        return Fact::plain(label, "unknown".to_owned());
    };
    let inferred = if found.origin.is_inferred() { "inferred from the " } else { "from the " };
    let mut from = format!("{inferred}{}", found.origin.label());
    let value = found.value.to_string();
    if let Some(words) = found.words().filter(|words| *words != value) {
        from.push_str(&format!(": “{words}”"));
    }
    Fact { from, ..Fact::plain(label, value) }
}

/// What was done to a document: what was set aside and repaired, how it was decoded.
fn done(document: &Document) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |label, value: String| facts.push(Fact::plain(label, value));
    if !document.pages.is_empty() {
        add("Pages", document.pages.len().to_string());
    }
    let mut asides: BTreeMap<&str, usize> = BTreeMap::new();
    for block in document.text.blocks() {
        if let BlockKind::Aside(reason) = block.kind {
            *asides.entry(reason.label()).or_default() += 1;
        }
    }
    if !asides.is_empty() {
        let counts: Vec<String> = asides.iter().map(|(label, count)| format!("{count} × {label}")).collect();
        add("Set aside", counts.join(", "));
    }
    let mut repairs: BTreeMap<RepairKind, usize> = BTreeMap::new();
    // What is lost for good isn't repaired.
    for repair in document.repairs.iter().filter(|repair| repair.kind != RepairKind::Unknown) {
        *repairs.entry(repair.kind).or_default() += 1;
    }
    if !repairs.is_empty() {
        let counts = repairs.iter().map(|(kind, count)| format!("{count} {}", kind.label(*count)));
        add("Repaired", counts.collect::<Vec<_>>().join(", "));
    }
    // The repairs were counted above.
    for words in document.done.iter().filter(|words| !words.starts_with("repaired: ")) {
        add("Noticed", words.clone());
    }
    facts
}
