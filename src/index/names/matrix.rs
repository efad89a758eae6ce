//! Who and what appears with whom: some names by each other, with the number of documents that each two share.

use std::cmp::Reverse;

use super::groups::Group;
use super::listed::CastTable;
use super::table::Names;
use super::together::strength;
use super::wanted::Wanted;
use super::who::Known;
use crate::corpus::DocId;
use crate::index::DocumentSet;
use crate::tag::Kind;

/// The most names of a matrix: more are no picture any more.
const MOST: usize = 64;

/// Documents between two questions whether to stop.
const OFTEN: usize = 1024;

/// A name of a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The preferred name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// A document that tells it from others of its name, see [`Wanted`].
    pub id: Option<DocId>,
    /// In how many of the documents it is.
    pub documents: u32,
}

/// Two names and what they have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// In how many documents both are.
    pub both: u32,
    /// How much more often they are together than by chance; see [`strength`].
    pub strength: f64,
}

/// Names by each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Who and what stands on either side, in order.
    pub sides: Vec<Side>,
    /// Of how many documents it is.
    pub documents: u32,
    /// The number of documents of each two, row by row.
    both: Vec<u32>,
}

impl Matrix {
    /// The documents that two of the names share, by their numbers; of one with itself nothing.
    pub fn pair(&self, one: usize, other: usize) -> Option<Pair> {
        let (a, b) = (self.sides.get(one)?, self.sides.get(other)?);
        if one == other {
            return None;
        }
        let both = *self.both.get(one * self.sides.len() + other)?;
        Some(Pair { both, strength: strength(both, a.documents, b.documents, self.documents) })
    }

    /// The most documents that two of them share.
    pub fn most(&self) -> u32 {
        let size = self.sides.len().max(1);
        let apart = |(at, _): &(usize, &u32)| at / size != at % size;
        self.both.iter().enumerate().filter(apart).map(|(_, both)| *both).max().unwrap_or(0)
    }

    /// All that share a document, each two once: those that share most first, of like ones those more beyond chance.
    pub fn pairs(&self) -> Vec<(usize, usize, Pair)> {
        let size = self.sides.len();
        let two = (0..size).flat_map(|one| (one + 1..size).map(move |other| (one, other)));
        let mut pairs: Vec<(usize, usize, Pair)> =
            two.filter_map(|(one, other)| Some((one, other, self.pair(one, other)?))).collect();
        pairs.retain(|(.., pair)| pair.both > 0);
        pairs.sort_by(|(a, b, one), (c, d, other)| {
            let by_count = other.both.cmp(&one.both);
            by_count.then(other.strength.total_cmp(&one.strength)).then((a, b).cmp(&(c, d)))
        });
        pairs
    }
}

impl CastTable {
    /// Those in most documents by each other, at most `most` of a kind or of any. `None` when `stop` said so before the
    /// end.
    pub fn matrix(&self, kind: Option<Kind>, most: usize, stop: &dyn Fn() -> bool) -> Option<Matrix> {
        let of_kind = self.lines.iter().filter(|line| kind.is_none_or(|kind| kind == line.kind));
        let mut chosen: Vec<(u32, u32, Group)> =
            of_kind.map(|line| (line.documents, line.mentions, line.group)).collect();
        let names = &self.names;
        let order = |one: &(u32, u32, Group), other: &(u32, u32, Group)| {
            let counts = Reverse((one.0, one.1)).cmp(&Reverse((other.0, other.1)));
            counts.then_with(|| names.name(one.2).cmp(names.name(other.2))).then(one.2.cmp(&other.2))
        };
        let most = most.min(MOST);
        if most < chosen.len() {
            chosen.select_nth_unstable_by(most, order);
            chosen.truncate(most);
        }
        chosen.sort_unstable_by(order);
        let groups: Vec<Group> = chosen.into_iter().map(|(.., group)| group).collect();
        names.matrix_of(&groups, self.of.as_ref(), self.documents as u32, stop)
    }
}

impl Names {
    /// Somebody and those that appear with it the most beyond chance, by each other; at most `most`. `None` when `stop`
    /// said so before the end.
    pub fn matrix_around(
        &self,
        known: &Known,
        kind: Option<Kind>,
        most: usize,
        stop: &dyn Fn() -> bool,
    ) -> Option<Matrix> {
        let most = most.min(MOST);
        let with = self.groups_together(known, most, stop)?;
        let with = with.into_iter().filter(|(_, with)| kind.is_none_or(|kind| kind == with.kind));
        let groups = with.map(|(group, _)| group);
        let groups: Vec<Group> = std::iter::once(known.group).chain(groups).take(most).collect();
        self.matrix_of(&groups, None, self.documents() as u32, stop)
    }

    /// These by each other, in these documents, in all where there are none given.
    fn matrix_of(
        &self,
        groups: &[Group],
        documents: Option<&DocumentSet>,
        all: u32,
        stop: &dyn Fn() -> bool,
    ) -> Option<Matrix> {
        let size = groups.len();
        // The place of each group that is in the matrix, by its number.
        let mut places: Vec<(Group, usize)> = groups.iter().copied().zip(0..).collect();
        places.sort_unstable();
        let place = |group: Group| {
            let at = places.binary_search_by_key(&group, |(group, _)| *group).ok()?;
            places.get(at).map(|(_, place)| *place)
        };
        let mut both = vec![0u32; size * size];
        let mut take = |here: &[usize]| {
            for &one in here {
                for &other in here {
                    if let Some(count) = both.get_mut(one * size + other) {
                        *count += 1;
                    }
                }
            }
        };
        // Only documents that name one of them are looked at.
        let mut naming = self.documents_of(groups.iter().copied());
        if let Some(documents) = documents {
            naming = naming.iter().filter(|id| documents.contains(*id)).collect();
        }
        let (mut own, mut here): (Vec<(Group, u32)>, Vec<usize>) = (Vec::new(), Vec::new());
        for (number, id) in naming.iter().enumerate() {
            if number % OFTEN == 0 && stop() {
                return None;
            }
            own.clear();
            self.groups_of(id, &mut own);
            here.clear();
            here.extend(own.iter().filter_map(|(group, _)| place(*group)));
            take(&here);
        }
        let side = |(at, &group): (usize, &Group)| {
            let (kind, _) = self.groups.head(group)?;
            let Wanted { kind, name, id } = self.pointed_at(group, kind);
            let documents = both.get(at * size + at).copied().unwrap_or(0);
            Some(Side { name, kind, id, documents })
        };
        let sides = groups.iter().enumerate().map(side).collect::<Option<Vec<Side>>>()?;
        Some(Matrix { sides, documents: all, both })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use super::super::testing::{people, places};
    use super::*;
    use crate::index::names::Record;

    /// A collection in which Ada and Alan share two of four documents, Grace is in one of these, and all are in Paris.
    fn table(within: Option<&DocumentSet>) -> CastTable {
        let (ada, alan, grace): (&[&str], &[&str], &[&str]) =
            (&["Ada Lovelace"], &["Alan Turing"], &["Grace Hopper"]);
        let with_place = |id: u32, who: &[&[&str]]| -> Record {
            let mut record = people(id, who);
            let place = places(id, &[&["Paris"]]);
            let base = record.named.len() as u32;
            record.named.extend(place.named);
            record.said.extend(place.said.into_iter().map(|mut said| {
                said.named += base;
                said.span.start += 10_000;
                said.span.end += 10_000;
                said
            }));
            record
        };
        let records = [
            with_place(0, &[ada, alan]),
            with_place(1, &[ada, alan, grace]),
            with_place(2, &[ada]),
            with_place(3, &[]),
        ];
        CastTable::new(Arc::new(Names::of(&records)), within, &|_| None, &|| false).unwrap()
    }

    fn names(matrix: &Matrix) -> Vec<&str> {
        matrix.sides.iter().map(|side| side.name.as_str()).collect()
    }

    #[test]
    fn those_in_most_documents_stand_first_and_each_two_share_what_they_share() {
        let matrix = table(None).matrix(None, 10, &|| false).unwrap();
        assert_eq!(names(&matrix), ["Paris", "Ada Lovelace", "Alan Turing", "Grace Hopper"]);
        assert_eq!(matrix.sides.iter().map(|side| side.documents).collect::<Vec<_>>(), [4, 3, 2, 1]);
        let both = |one, other| matrix.pair(one, other).map(|pair| pair.both);
        assert_eq!((both(1, 2), both(2, 1), both(2, 3), both(0, 3)), (Some(2), Some(2), Some(1), Some(1)));
        assert_eq!((both(1, 1), both(9, 0), both(0, 9)), (None, None, None));
        assert!(matrix.pair(1, 2).unwrap().strength > 0.0, "beyond chance");
        assert_eq!(matrix.pair(0, 1).unwrap().strength, 0.0, "what is in every document says nothing");
        assert_eq!((matrix.most(), matrix.documents), (3, 4));
        let pairs = matrix.pairs();
        assert_eq!(pairs.first().map(|(one, other, pair)| (*one, *other, pair.both)), Some((0, 1, 3)));
        assert_eq!(pairs.len(), 6);
    }

    #[test]
    fn it_is_narrowed_to_a_kind_a_number_and_some_documents() {
        let people = table(None).matrix(Some(Kind::Person), 2, &|| false).unwrap();
        assert_eq!(names(&people), ["Ada Lovelace", "Alan Turing"]);
        let within: DocumentSet = [DocId(1), DocId(3)].into_iter().collect();
        let some = table(Some(&within)).matrix(None, 10, &|| false).unwrap();
        assert_eq!((some.documents, some.sides[0].documents), (2, 2));
        assert_eq!(some.pair(1, 2).map(|pair| pair.both), Some(1));
        assert_eq!(table(None).matrix(None, 10, &|| true), None, "stopped");
        let nobody = CastTable::default().matrix(None, 10, &|| false).unwrap();
        assert!(nobody.sides.is_empty() && nobody.pairs().is_empty() && nobody.most() == 0);
    }

    #[test]
    fn around_somebody_stand_those_that_appear_with_it() {
        let table = table(None);
        let known = table.names.known_as(Kind::Person, "Grace Hopper").unwrap();
        let matrix = table.names.matrix_around(&known, Some(Kind::Person), 10, &|| false).unwrap();
        assert_eq!(names(&matrix)[0], "Grace Hopper");
        assert_eq!(matrix.sides.len(), 3);
        assert_eq!(matrix.sides[0].documents, 1);
    }
}
