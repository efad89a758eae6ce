//! Names that may be one's and weren't taken for one: for a person to decide.

use std::collections::HashSet;

use super::blocks::sort;
use super::group::Hint;
use super::groups::Group;
use super::table::Names;
use super::who::Known;
use crate::name::compare;
use crate::tag::Kind;

/// The most documents in which both may be named before nothing is suggested.
const TOGETHER: usize = 0;
/// The most hints that are looked at.
const LOOKED_AT: usize = 20_000;

/// Two that may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What they are.
    pub kind: Kind,
    /// The preferred name of one.
    pub a: String,
    /// The preferred name of the other.
    pub b: String,
    /// How likely they are the same, in hundredths.
    pub confidence: u8,
    /// Why, in words.
    pub reason: String,
}

impl Names {
    /// Those that may be the same, of one kind or all, the likeliest first, at most `most`. Whoever is named beside the
    /// other in a document is somebody else, and not suggested.
    pub fn suggestions(&self, kind: Option<Kind>, most: usize) -> Vec<Suggestion> {
        self.suggested(most, |head, _| kind.is_none_or(|kind| head == kind))
    }

    /// The same, only those of which one is `known`.
    pub fn suggested_for(&self, known: &Known) -> Vec<Suggestion> {
        self.suggested(usize::MAX, |_, groups| groups.contains(&known.group))
    }

    fn suggested(&self, most: usize, is: impl Fn(Kind, [Group; 2]) -> bool) -> Vec<Suggestion> {
        let mut seen: HashSet<[Group; 2]> = HashSet::new();
        let suggestion = |hint: &Hint| {
            let [a, b] = hint.clusters;
            let mut groups = [self.groups.of(a)?, self.groups.of(b)?];
            groups.sort_unstable();
            let (kind, _) = self.groups.head(groups[0])?;
            if groups[0] == groups[1] || !is(kind, groups) || !seen.insert(groups) {
                return None;
            }
            let documents = groups.map(|group| self.documents_of([group]));
            let together = documents[0].iter().filter(|&id| documents[1].contains(id)).count();
            if together > TOGETHER {
                return None;
            }
            let mut names = groups.map(|group| self.name(group).to_owned());
            names.sort_unstable();
            let [one, other] = hint.names.map(|name| self.strings.text(name));
            let judged = compare(Some(sort(kind)), one, other);
            let [a, b] = names;
            Some(Suggestion { kind, a, b, confidence: hint.confidence, reason: judged.reason.into_owned() })
        };
        self.groups.hints().iter().take(LOOKED_AT).filter_map(suggestion).take(most).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::testing::{people, record};
    use super::*;

    #[test]
    fn who_may_be_the_same_is_suggested_unless_a_document_has_both() {
        let one = people(0, &[&["Gabriel Barbosa Lima"], &["Vladimir Putin"]]);
        let other = people(1, &[&["Gabriel Barbossa"], &["Lima Gabriel"], &["Martin Luther"]]);
        let more = people(2, &[&["Martin Luther King"]]);
        let names = Names::of(&[one.clone(), other.clone(), more.clone()]);
        let pairs = |names: &Names| {
            let found = names.suggestions(Some(Kind::Person), 9);
            found.into_iter().map(|found| (found.a, found.b)).collect::<Vec<_>>()
        };
        let king = ("Martin Luther".to_owned(), "Martin Luther King".to_owned());
        assert!(pairs(&names).contains(&king), "{:?}", pairs(&names));
        assert!(names.suggestions(Some(Kind::Place), 9).is_empty());
        let known = names.known_as(Kind::Person, "Martin Luther King").unwrap();
        assert!(
            names.suggested_for(&known).iter().all(|found| found.b == known.name || found.a == known.name)
        );
        let beside = people(3, &[&["Martin Luther King"], &["Martin Luther"]]);
        let names = Names::of(&[one, other, more, beside, record(4, Vec::new())]);
        assert!(!pairs(&names).contains(&king));
    }

    #[test]
    fn suggestions_are_the_same_whatever_came_first() {
        let all =
            ["Martin Luther", "Martin Luther King", "Ivan Sidorov", "Ivan Sidorof Jr.", "Ivan Sidorov Sr."];
        let records: Vec<_> = all.iter().zip(0..).map(|(name, id)| people(id, &[&[name]])).collect();
        let mut turned = records.clone();
        turned.reverse();
        assert_eq!(Names::of(&records).suggestions(None, 99), Names::of(&turned).suggestions(None, 99));
    }
}
