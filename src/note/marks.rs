//! Marks: places that the person gave a letter, as vim has them.
//!
//! A capital letter is a document and a place in it anywhere in a collection; a small one is a place in its own
//! document. They are kept beside the reading positions, not among the notes, and merge as those do: of each letter
//! the last one counts, on whatever machine it was set.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::belonging::belonging;
use super::places::Places;
use super::{Anchor, DocumentRef, Known, Match};
use crate::corpus::ContentHash;

/// A place that has a letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark {
    /// The letter, of those from a to z and A to Z.
    pub letter: char,
    /// The files and folders of the collection in which it was set, as [`super::path_to_text`] writes them.
    pub collection: Vec<String>,
    /// The document as it was then.
    pub document: DocumentRef,
    /// The passage.
    pub anchor: Anchor,
}

/// Where a letter holds, and the letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MarkKey {
    /// In a collection.
    Collection(Vec<String>, char),
    /// In a document.
    Document(String, char),
}

impl Mark {
    /// Whether it holds in the whole collection.
    pub fn is_of_collection(&self) -> bool {
        self.letter.is_ascii_uppercase()
    }

    /// Makes it one that says that nothing is marked with this letter any more: it has no passage.
    pub fn take_away(&mut self) {
        self.anchor = Anchor::default();
    }

    /// Whether nothing is marked with the letter any more.
    pub fn is_gone(&self) -> bool {
        self.anchor.exact.is_empty()
    }

    /// What it takes the place of.
    pub(super) fn key(&self) -> MarkKey {
        match self.is_of_collection() {
            true => MarkKey::Collection(self.collection.clone(), self.letter),
            false => MarkKey::Document(self.document.path.clone(), self.letter),
        }
    }
}

/// The last mark of each letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    last: HashMap<MarkKey, (Timestamp, Mark)>,
}

impl Marks {
    /// Takes a mark in; says whether it changed anything.
    pub(super) fn apply(&mut self, at: Timestamp, mark: &Mark) -> bool {
        let new = (at, mark.clone());
        match self.last.entry(mark.key()) {
            Entry::Occupied(last) if *last.get() >= new => return false,
            Entry::Occupied(mut last) => drop(last.insert(new)),
            Entry::Vacant(free) => drop(free.insert(new)),
        }
        true
    }

    /// When the mark of that letter was set last.
    pub(super) fn time(&self, mark: &Mark) -> Option<Timestamp> {
        self.last.get(&mark.key()).map(|(at, _)| *at)
    }

    /// Those that mark something.
    pub(super) fn all(&self) -> impl Iterator<Item = &Mark> {
        self.last.values().map(|(_, mark)| mark).filter(|mark| !mark.is_gone())
    }

    /// Those of a collection, by letter.
    pub(super) fn of_collection(&self, collection: &[String]) -> Vec<&Mark> {
        let all = self.last.values().map(|(_, mark)| mark);
        sorted(all.filter(|mark| mark.is_of_collection() && mark.collection == collection).collect())
    }

    /// Those of a document, by letter: by the same rules by which notes belong to it. Of two of one letter the one made on
    /// this very document counts.
    pub(super) fn of_document(
        &self,
        (path, hash): (&str, &ContentHash),
        known: &impl Known,
        places: &Places,
    ) -> Vec<&Mark> {
        let all = self.last.values().map(|(_, mark)| mark).filter(|mark| !mark.is_of_collection());
        let mut own: Vec<&Mark> =
            all.filter(|mark| belonging(&mark.document, (path, hash), known, places) != Match::No).collect();
        own.sort_by_key(|mark| (mark.letter, mark.document.path != path, &mark.document.path));
        own.dedup_by_key(|mark| mark.letter);
        sorted(own)
    }
}

/// Those that mark something, by letter.
fn sorted(mut marks: Vec<&Mark>) -> Vec<&Mark> {
    marks.retain(|mark| !mark.is_gone());
    marks.sort_by_key(|mark| mark.letter);
    marks
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::testing::{document, time};
    use super::super::{Nothing, Op, Record, Store};
    use super::*;

    fn mark(letter: char, path: u8, exact: &str) -> Mark {
        let anchor = Anchor { exact: exact.to_owned(), ..Anchor::default() };
        Mark { letter, collection: vec!["/a".to_owned()], document: document(path, path), anchor }
    }

    fn record(second: i64, mark: Mark) -> Record {
        Record { at: time(second), op: Op::Mark(mark), way: None }
    }

    #[test]
    fn of_each_letter_the_last_one_counts_in_whatever_order_they_come() {
        let records = [
            record(1, mark('A', 1, "one")),
            record(3, mark('A', 2, "three")),
            record(2, mark('A', 1, "two")),
        ];
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
            let store = Store::replay(order.map(|at: usize| &records[at]));
            let marks = store.marks_of_collection(&["/a".to_owned()]);
            assert_eq!(marks.iter().map(|mark| &*mark.anchor.exact).collect::<Vec<_>>(), ["three"]);
            assert!(store.marks_of_collection(&["/b".to_owned()]).is_empty());
        }
    }

    #[test]
    fn a_small_letter_is_of_its_document_and_goes_with_its_content() {
        let records = [record(1, mark('a', 1, "here")), record(2, mark('a', 2, "there"))];
        let store = Store::replay(&records);
        let of = |path: u8, content: u8| {
            let document = document(path, content);
            let marks = store.marks_of_document(&document.path, &document.hash, &Nothing);
            marks.iter().map(|mark| mark.anchor.exact.clone()).collect::<Vec<_>>()
        };
        assert_eq!(of(1, 1), ["here"]);
        assert_eq!(of(2, 2), ["there"]);
        assert_eq!(of(3, 1), ["here"], "the document was renamed");
        assert_eq!(of(1, 3), ["here"], "the document was edited");
        assert_eq!(of(3, 3), [""; 0]);
    }

    #[test]
    fn a_mark_is_a_line_of_the_journal() {
        let line = record(1, mark('q', 1, "words")).to_line().unwrap();
        assert!(line.contains(r#""op":"mark","letter":"q","collection":["/a"],"document":{"#), "{line}");
        assert_eq!(Record::from_line(line.as_bytes()), Ok(record(1, mark('q', 1, "words"))));
    }
}
