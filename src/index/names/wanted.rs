//! Who is asked for, so that of two with one name the one that was pointed at is found again.

use super::groups::Group;
use super::table::Names;
use super::who::{Found, Known};
use crate::corpus::DocId;
use crate::name::fold;
use crate::tag::Kind;

/// The documents of somebody that are looked through for one that tells it from others of its name.
const LOOKED_THROUGH: usize = 1000;

/// Who is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What it is.
    pub kind: Kind,
    /// A name of it.
    pub name: String,
    /// A document in which it is called so; where one is listed that has its name alone, none is needed.
    pub id: Option<DocId>,
}

impl Names {
    /// Who is asked for, of whatever kind it is by now: what was of another a moment ago may be ruled to be of this one,
    /// or no more.
    pub fn wanted(&self, wanted: &Wanted) -> Option<Known> {
        let kinds = [wanted.kind, Kind::Person, Kind::Organisation, Kind::Place];
        kinds.into_iter().find_map(|kind| self.meant(kind, &wanted.name, wanted.id))
    }

    /// Whom a document means by a name of this kind; without a document, or where it doesn't have that name, the
    /// likeliest of all.
    pub fn meant(&self, kind: Kind, name: &str, id: Option<DocId>) -> Option<Known> {
        if let Some(group) = id.and_then(|id| self.called_in(kind, name, id)) {
            return self.known(group, Found::Name);
        }
        self.known_as(kind, name).or_else(|| {
            let mut likely = self.who(name).into_iter();
            likely.find(|known| known.kind == kind && known.found <= Found::Sound)
        })
    }

    /// The one of this kind with this preferred name; where there are several, that of most documents.
    pub fn known_as(&self, kind: Kind, name: &str) -> Option<Known> {
        let groups = self.shown_as(kind, name);
        let most = groups.into_iter().rev().max_by_key(|&group| self.documents_of([group]).len())?;
        self.known(most, Found::Name)
    }

    /// How to ask for somebody again.
    pub fn as_wanted(&self, known: &Known) -> Wanted {
        self.pointed_at(known.group, known.kind)
    }

    pub(super) fn pointed_at(&self, group: Group, kind: Kind) -> Wanted {
        let name = self.name(group).to_owned();
        let is_alone = self.shown_as(kind, &name).iter().all(|&other| other == group);
        let id = (!is_alone).then(|| self.telling(group, kind, &name)).flatten();
        Wanted { kind, name, id }
    }

    /// A document that calls a group so, and no other.
    fn telling(&self, group: Group, kind: Kind, name: &str) -> Option<DocId> {
        let documents = self.documents_of([group]);
        let mut some = documents.iter().take(LOOKED_THROUGH);
        some.find(|&id| self.called_in(kind, name, id) == Some(group))
    }

    /// The groups of this kind with this preferred name, in their order.
    fn shown_as(&self, kind: Kind, name: &str) -> Vec<Group> {
        let clusters = self.with_words(&fold::words(name)).into_iter();
        let mut groups: Vec<Group> = clusters.filter_map(|cluster| self.groups.of(cluster)).collect();
        groups.sort_unstable();
        groups.dedup();
        groups.retain(|&group| {
            self.groups.head(group).is_some_and(|head| head.0 == kind) && self.name(group) == name
        });
        groups
    }

    /// Whom a document means by a name of this kind.
    fn called_in(&self, kind: Kind, name: &str, id: DocId) -> Option<Group> {
        let (_, entries) = self.filed.get(id)?;
        let folded = fold::folded(name);
        let has = |cluster: u32| {
            let own = self.cluster(cluster).filter(|own| own.kind == kind);
            own.is_some_and(|own| self.called(cluster, &own).any(|name| fold::folded(name) == folded))
        };
        let entry = entries.iter().find(|entry| has(entry.cluster()))?;
        self.groups.of(entry.cluster())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use super::super::testing::people;
    use super::*;
    use crate::index::names::{CastTable, Rules};
    use crate::note::Rule;

    #[test]
    fn of_two_with_one_name_the_one_that_was_pointed_at_is_found_again() {
        let same =
            Rule::Rename { kind: "person".into(), name: "Augusta King".into(), to: "Ada Lovelace".into() };
        let mut records = vec![people(0, &[&["Ada Lovelace"], &["Grace Hopper"]])];
        records.extend((1..4).map(|id| people(id, &[&["Augusta King"], &["Grace Hopper"]])));
        let names = Names::of(&records);
        let wanted = |names: &Names, name: &str| names.as_wanted(&names.who(name)[0]);
        assert_eq!(wanted(&names, "Ada Lovelace").id, None, "nobody else is called so");
        let names =
            Arc::new(Names::ruled(Arc::new(Rules::of([&same]))).with(Names::news(&records)).settled());
        let table = CastTable::new(names.clone(), None, &|_| None, &|| false).unwrap();
        let lines: Vec<_> = table.lines.iter().filter(|line| table.name(line) == "Ada Lovelace").collect();
        assert_eq!(lines.len(), 2);
        for line in lines {
            let wanted = table.wanted(line);
            let known = names.wanted(&wanted).unwrap();
            assert_eq!((&*known.name, known.documents.len() as u32), ("Ada Lovelace", line.documents));
            assert_eq!(names.as_wanted(&known), wanted);
        }
        let likeliest = Wanted { kind: Kind::Person, name: "Ada Lovelace".into(), id: None };
        assert_eq!(names.wanted(&likeliest).unwrap().documents.len(), 3, "that of most documents");
        let hopper = names.known_as(Kind::Person, "Grace Hopper").unwrap();
        let with = names.together(&hopper, 9, &|| false).unwrap();
        let again = with.iter().map(|with| {
            let wanted = Wanted { kind: with.kind, name: with.name.clone(), id: with.id };
            (with.documents, names.wanted(&wanted).unwrap().documents.len() as u32)
        });
        assert!(again.into_iter().all(|(listed, opened)| listed == opened), "{with:?}");
        assert_eq!(with.len(), 2);
    }
}
