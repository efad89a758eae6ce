//! The cast of one document as the whole collection knows it: what is one across all documents is one in it, too.

use std::collections::{HashMap, HashSet};

use super::groups::Group;
use super::table::Names;
use crate::corpus::DocId;
use crate::name::fold::folded;
use crate::tag::{Cast, Entity, Kind};
use crate::text::Text;

impl Names {
    /// The same cast with those as one that are one in the collection, though the document alone doesn't tell. `text` and `language` are those that it
    /// was made of. A document that the table doesn't know, or knew when it was another one, stays as it is.
    #[must_use]
    pub fn joined(&self, id: DocId, text: &Text, language: Option<&str>, cast: Cast) -> Cast {
        let groups = self.groups_named_in(id);
        // For each entity the first one that is of its group; itself where it is of none.
        let mut firsts: HashMap<Group, u32> = HashMap::new();
        let mut first = |entity: &Entity, number: u32| {
            let group = groups.get(&(entity.kind, folded(&entity.name))).copied().flatten();
            group.map_or(number, |group| *firsts.entry(group).or_insert(number))
        };
        let first_of: Vec<u32> =
            cast.entities.iter().zip(0..).map(|(entity, number)| first(entity, number)).collect();
        let joined: HashSet<u32> = first_of
            .iter()
            .zip(0..)
            .filter(|(first, number)| *first != number)
            .map(|(first, _)| *first)
            .collect();
        if joined.is_empty() {
            return cast;
        }
        let group_of: Vec<u32> = cast
            .entity_of
            .iter()
            .map(|&entity| first_of.get(entity as usize).copied().unwrap_or(entity))
            .collect();
        // Whoever stays alone keeps the name, which the person may have given.
        let alone = cast.entities.iter().zip(0..).filter(|(_, number)| !joined.contains(number));
        let named = alone.map(|(entity, number)| (number, entity.name.clone())).collect();
        cast.regrouped(text, language, &group_of, &named)
    }

    /// Whose the names are that a document's own cast has, by kind and folded; `None` where they are those of several.
    fn groups_named_in(&self, id: DocId) -> HashMap<(Kind, String), Option<Group>> {
        let entries = self.filed.get(id).map(|(_, entries)| entries).unwrap_or_default();
        let mut groups = HashMap::new();
        for number in entries.iter().map(|entry| entry.cluster()) {
            let (Some(cluster), Some(group)) = (self.cluster(number), self.groups.of(number)) else {
                continue;
            };
            let name = folded(self.strings.text(cluster.name));
            let whose = groups.entry((cluster.kind, name)).or_insert(Some(group));
            if *whose != Some(group) {
                *whose = None;
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]

    use super::super::testing::people;
    use super::*;
    use crate::tag::Mention;
    use crate::text::Span;

    const TEXT: &str = "Alexander Lukashenko came. Lukashenka said so. Anna Kowalska heard it.";

    fn cast_of(names: &[&str]) -> (Text, Cast) {
        let text = crate::corpus::parse("a.txt", TEXT.as_bytes()).expect("a text").text;
        let mention = |name: &&str| {
            let at = TEXT.find(*name).unwrap_or_default();
            Mention::new(Span::new(at, at + name.len()), Kind::Person, 90)
        };
        let cast = Cast::new(&text, names.iter().map(mention).collect());
        (text, cast)
    }

    fn names_in(cast: &Cast) -> Vec<(&str, usize)> {
        cast.entities.iter().map(|entity| (&*entity.name, entity.mentions.len())).collect()
    }

    #[test]
    fn what_is_one_across_documents_is_one_in_each() {
        let (text, cast) = cast_of(&["Alexander Lukashenko", "Lukashenka", "Anna Kowalska"]);
        assert_eq!(cast.entities.len(), 3, "the text alone doesn't tell: {:?}", names_in(&cast));
        let here = people(0, &[&["Alexander Lukashenko"], &["Lukashenka"], &["Anna Kowalska"]]);
        let both = people(1, &[&["Alexander Lukashenko", "Lukashenka"]]);
        let names = Names::of(&[here.clone(), both]);
        let joined = names.joined(DocId(0), &text, None, cast.clone());
        assert_eq!(names_in(&joined), [("Alexander Lukashenko", 2), ("Anna Kowalska", 1)]);
        assert_eq!(
            names.joined(DocId(9), &text, None, cast.clone()),
            cast,
            "of another document nothing is known"
        );
    }
}
