//! Records made for tests, and what a table says of a document.

use super::groups::Group;
use super::{Named, Names, Record, Said};
use crate::corpus::DocId;
use crate::tag::Kind;
use crate::text::Span;

/// Somebody or something, by its fullest name and the others that a document uses for it.
pub(super) fn named(kind: Kind, names: &[&str]) -> Named {
    Named {
        kind,
        name: names.first().map_or(String::new(), |name| (*name).to_owned()),
        forms: names.iter().map(|&name| name.to_owned()).collect(),
        roles: Vec::new(),
    }
}

/// A record that names these, each name once, one behind the other.
pub(super) fn record(id: u32, named: Vec<Named>) -> Record {
    let mut said = Vec::new();
    let mut at = 0;
    for (who, number) in named.iter().zip(0..) {
        for (form, place) in who.forms.iter().zip(0..) {
            let span = Span::new(at, at + form.len());
            said.push(Said { span, title: None, named: number, form: place, confidence: 90 });
            at += form.len() + 20;
        }
    }
    Record { id: DocId(id), stamp: 1, named, said, ..Record::default() }
}

/// A record of people, the names of each.
pub(super) fn people(id: u32, names: &[&[&str]]) -> Record {
    record(id, names.iter().map(|names| named(Kind::Person, names)).collect())
}

/// A record of bodies, the names of each.
pub(super) fn bodies(id: u32, names: &[&[&str]]) -> Record {
    record(id, names.iter().map(|names| named(Kind::Organisation, names)).collect())
}

/// A record of places, the names of each.
pub(super) fn places(id: u32, names: &[&[&str]]) -> Record {
    record(id, names.iter().map(|names| named(Kind::Place, names)).collect())
}

/// Whom and what a document mentions and how often, in the order of its cast; names that are one across the collection once.
pub(super) fn mentioned_in(names: &Names, id: DocId) -> Vec<(String, u32)> {
    let mut groups: Vec<(Group, u32)> = Vec::new();
    for entry in names.filed.get(id).map(|(_, entries)| entries).unwrap_or_default() {
        let Some(group) = names.groups.of(entry.cluster()) else { continue };
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, mentions)) => *mentions += entry.mentions(),
            None => groups.push((group, entry.mentions())),
        }
    }
    groups.into_iter().map(|(group, mentions)| (names.name(group).to_owned(), mentions)).collect()
}
