//! The store: what all records amount to, in whatever order and however often they are applied.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use jiff::{SignedDuration, Timestamp};

use super::belonging::belonging;
use super::marks::Marks;
use super::places::Places;
use super::{Counts, DocumentRef, Item, ItemId, Known, Mark, Match, Op, Place, Record, Ruling, Thing};
use crate::corpus::ContentHash;

/// Items in order of creation.
type InOrder = BTreeSet<(Timestamp, ItemId)>;

/// The items and reading positions that a set of records amounts to.
///
/// Of each item and each position the greatest record counts (see [`Record`]), deletions too. A maximum
/// doesn't depend on order or repetition; so journals of several machines merge by being read together,
/// and a put that comes late doesn't bring back what was deleted after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Store {
    /// The greatest record of each item or ruling: it is as it says, or deleted.
    records: HashMap<ItemId, Record>,
    order: InOrder,
    rulings: InOrder,
    by_content: HashMap<ContentHash, InOrder>,
    by_path: HashMap<String, InOrder>,
    places: Places,
    marks: Marks,
}

impl Store {
    /// The state that these records amount to.
    pub fn replay<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let mut store = Self::default();
        for record in records {
            store.apply(record);
        }
        store
    }

    /// Takes a record in; says whether it changed anything.
    pub fn apply(&mut self, record: &Record) -> bool {
        if let Op::Place(place) = &record.op {
            return self.places.apply(record.at, place);
        }
        if let Op::Mark(mark) = &record.op {
            return self.marks.apply(record.at, mark);
        }
        let Some(id) = record.op.id() else { return false };
        if self.records.get(id).is_some_and(|known| known >= record) {
            return false;
        }
        if let Some(old) = self.records.insert(id.clone(), record.clone()) {
            self.leave_out(old);
        }
        if let Op::Rule { ruling } = &record.op {
            self.rulings.insert((ruling.created, ruling.id.clone()));
        }
        if let Op::Put { item } = &record.op {
            let key = (item.created, item.id.clone());
            if let Some(document) = item.document() {
                self.by_content.entry(document.hash).or_default().insert(key.clone());
                self.by_path.entry(document.path.clone()).or_default().insert(key.clone());
            }
            self.order.insert(key);
        }
        true
    }

    /// Takes what counts no longer out of the indexes.
    fn leave_out(&mut self, old: Record) {
        let item = match old.op {
            Op::Put { item } => item,
            Op::Rule { ruling } => {
                self.rulings.remove(&(ruling.created, ruling.id));
                return;
            }
            Op::Delete { .. } | Op::Place(_) | Op::Mark(_) => return,
        };
        let key = (item.created, item.id);
        self.order.remove(&key);
        if let Some(document) = item.subject.document() {
            remove(&mut self.by_content, &document.hash, &key);
            remove(&mut self.by_path, &document.path, &key);
        }
    }

    /// The record that makes `op` count: made `now`, or right after the last record on the same thing,
    /// where a clock that is behind says that this one lies in the future.
    pub fn record(&self, op: Op, now: Timestamp) -> Record {
        let last = match &op {
            Op::Place(place) => self.places.time(&place.document),
            Op::Mark(mark) => self.marks.time(mark),
            _ => op.id().and_then(|id| self.records.get(id)).map(|record| record.at),
        };
        let next = last.map(|last| last.checked_add(SignedDuration::from_nanos(1)).unwrap_or(last));
        Record { at: next.map_or(now, |next| next.max(now)), op, way: None }
    }

    /// The record that counts of the item or ruling of that id, be it a deletion.
    pub fn last(&self, id: &ItemId) -> Option<&Record> {
        self.records.get(id)
    }

    /// The item of that id, unless it was deleted.
    pub fn get(&self, id: &ItemId) -> Option<&Item> {
        match &self.records.get(id)?.op {
            Op::Put { item } => Some(item),
            _ => None,
        }
    }

    /// The item or ruling of that id, unless it was deleted.
    pub fn thing(&self, id: &ItemId) -> Option<Thing> {
        match &self.records.get(id)?.op {
            Op::Put { item } => Some(Thing::Item(item.clone())),
            Op::Rule { ruling } => Some(Thing::Ruling(ruling.clone())),
            Op::Delete { .. } | Op::Place(_) | Op::Mark(_) => None,
        }
    }

    /// All rulings in order of creation.
    pub fn rulings(&self) -> impl DoubleEndedIterator<Item = &Ruling> {
        self.rulings.iter().filter_map(|(_, id)| match &self.records.get(id)?.op {
            Op::Rule { ruling } => Some(ruling),
            _ => None,
        })
    }

    /// All items in order of creation.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &Item> {
        self.order.iter().filter_map(|(_, id)| self.get(id))
    }

    /// The items that belong to the document at `path` (as [`super::path_to_text`] writes it) with the
    /// content `hash`, and by what, in order of creation.
    ///
    /// An item belongs to the document with both its path and its content, so that of two copies each
    /// keeps its own; where there is none, to what it became at its path, where it was edited; else to each with its
    /// content (it was renamed or moved); else to whatever is at its path; else to the one at the path where its
    /// content was read last (it was renamed, and edited later). `known` says what there is; with
    /// [`super::Nothing`], all but the last are given. Takes time for the items of that path and of what was
    /// read there only.
    pub fn of_document(
        &self,
        path: &str,
        hash: &ContentHash,
        known: &impl Known,
    ) -> impl Iterator<Item = (Match, &Item)> {
        let contents = self.places.contents_at(path).chain([hash]);
        let by_content = contents.filter_map(|hash| self.by_content.get(hash)).flatten();
        let by_path = self.by_path.get(path).into_iter().flatten();
        let keys: BTreeSet<_> = by_content.chain(by_path).collect();
        let items = keys.into_iter().filter_map(|(_, id)| self.get(id));
        items.filter_map(move |item| match self.belongs(item.document()?, (path, hash), known) {
            Match::No => None,
            by => Some((by, item)),
        })
    }

    /// By what the document at `path` with the content `hash` is the one that something was made on; see
    /// [`Store::of_document`].
    pub fn belongs(
        &self,
        made_on: &DocumentRef,
        (path, hash): (&str, &ContentHash),
        known: &impl Known,
    ) -> Match {
        belonging(made_on, (path, hash), known, &self.places)
    }

    /// How many items of each kind belong to that document; see [`Store::of_document`].
    pub fn counts(&self, path: &str, hash: &ContentHash, known: &impl Known) -> Counts {
        Counts::of(self.of_document(path, hash, known).map(|(_, item)| item))
    }

    /// The last reading position in each document that has one, in no order.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.places.all()
    }

    /// The last reading position in that document: in just this one; else in another of the same content;
    /// else in an earlier content at its path, unless that is elsewhere now and this no edit of it.
    pub fn place(&self, path: &str, hash: &ContentHash, known: &impl Known) -> Option<&Place> {
        self.places.get(path, hash, known)
    }

    /// All marks that mark something, of every collection and document.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.all()
    }

    /// The marks with capital letters in the collection of these files and folders, by letter.
    pub fn marks_of_collection(&self, collection: &[String]) -> Vec<&Mark> {
        self.marks.of_collection(collection)
    }

    /// The marks with small letters that belong to that document, by letter; see [`Store::of_document`].
    pub fn marks_of_document(&self, path: &str, hash: &ContentHash, known: &impl Known) -> Vec<&Mark> {
        self.marks.of_document((path, hash), known, &self.places)
    }

    /// The paths at which a content was ever read, the last first.
    pub fn paths_of(&self, hash: &ContentHash) -> Vec<&str> {
        self.places.paths_of(hash)
    }
}

/// Takes `key` out of the set of `of`, and the set away with its last key.
fn remove<K, Q>(sets: &mut HashMap<K, InOrder>, of: &Q, key: &(Timestamp, ItemId))
where
    K: Hash + Eq + std::borrow::Borrow<Q>,
    Q: Hash + Eq + ?Sized,
{
    if let Some(set) = sets.get_mut(of) {
        set.remove(key);
        if set.is_empty() {
            sets.remove(of);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::super::testing::{any_record, delete, document, item, place, put, time};
    use super::super::{Nothing, Subject};
    use super::*;

    /// A collection of documents, given by path and content. Content 101 is an edit of content 1, and so on.
    struct Shelf<'a>(&'a [(u8, u8)]);

    impl Known for Shelf<'_> {
        fn has(&self, path: &str, hash: &ContentHash) -> bool {
            self.0.iter().any(|known| known.0.to_string() == path && [known.1; 32] == hash.0)
        }

        fn has_content(&self, hash: &ContentHash) -> bool {
            self.0.iter().any(|known| [known.1; 32] == hash.0)
        }

        fn has_path(&self, path: &str) -> bool {
            self.0.iter().any(|known| known.0.to_string() == path)
        }

        fn has_edit(&self, path: &str, of: &ContentHash) -> bool {
            self.0.iter().any(|known| known.0.to_string() == path && known.1 == of.0[0] + 100)
        }
    }

    fn bodies(store: &Store) -> Vec<&str> {
        store.items().map(|item| &*item.body).collect()
    }

    #[test]
    fn the_later_change_counts() {
        let records = [put(1, 1, "first"), put(3, 1, "third"), put(2, 1, "second")];
        assert_eq!(bodies(&Store::replay(&records)), ["third"]);
    }

    #[test]
    fn a_late_put_does_not_bring_back_what_was_deleted_after_it() {
        let mut store = Store::replay(&[delete(2, 1)]);
        assert!(!store.apply(&put(1, 1, "late")));
        assert_eq!(store.get(&ItemId::from_bits(1)), None);
        assert!(store.apply(&put(3, 1, "again")));
        assert_eq!(bodies(&store), ["again"]);
    }

    #[test]
    fn items_stand_in_order_of_creation() {
        let records = [put(3, 1, "c"), put(1, 2, "a"), put(2, 3, "b")];
        assert_eq!(bodies(&Store::replay(&records)), ["a", "b", "c"]);
    }

    #[test]
    fn a_change_counts_even_if_the_clock_is_behind() {
        let mut store = Store::replay(&[put(100, 1, "from a clock that is ahead"), place(100, 1, 1, 5)]);
        let edit = store.record(Op::Put { item: item(1, 100, "edited") }, time(50));
        assert!(edit.at > time(100) && store.apply(&edit));
        assert_eq!(bodies(&store), ["edited"]);
        let Op::Place(here) = place(0, 1, 1, 9).op else { panic!() };
        let here = store.record(Op::Place(here), time(50));
        assert!(store.apply(&here));
        assert_eq!(store.record(Op::Delete { id: ItemId::from_bits(2) }, time(50)).at, time(50));
    }

    /// The number of items on document 1 with content 1 that belong to that document.
    fn belong(document: (u8, u8), known: &[(u8, u8)]) -> Option<Match> {
        let store = Store::replay(&[put(1, 1, "")]);
        let hash = ContentHash([document.1; 32]);
        let path = document.0.to_string();
        let found: Vec<Match> = store.of_document(&path, &hash, &Shelf(known)).map(|(by, _)| by).collect();
        assert_eq!(store.counts(&path, &hash, &Shelf(known)).notes, found.len());
        assert!(found.len() < 2);
        found.first().copied()
    }

    #[test]
    fn an_item_follows_a_renamed_and_an_edited_document() {
        assert_eq!(belong((1, 1), &[(1, 1)]), Some(Match::ByContent));
        assert_eq!(belong((2, 1), &[(2, 1)]), Some(Match::ByContent));
        assert_eq!(belong((1, 2), &[(1, 2)]), Some(Match::ByPath));
        assert_eq!(belong((2, 2), &[(2, 2)]), None);
    }

    #[test]
    fn an_item_follows_a_document_that_was_read_under_its_new_name_before_it_was_edited() {
        let store = Store::replay(&[put(1, 1, ""), place(2, 2, 1, 10)]);
        let found = |path: &str, content: u8, known: &[(u8, u8)]| -> Vec<Match> {
            let hash = ContentHash([content; 32]);
            store.of_document(path, &hash, &Shelf(known)).map(|(by, _)| by).collect()
        };
        assert_eq!(found("2", 2, &[(2, 2)]), [Match::ByPath]);
        assert_eq!(found("2", 2, &[(2, 2), (1, 3)]), [], "what is at its own path comes first");
        assert_eq!(found("2", 2, &[(2, 2), (3, 1)]), [], "and so does its content");
        assert_eq!(found("3", 2, &[(3, 2)]), [], "nobody has read it there");
        let store = Store::replay(&[put(1, 1, ""), place(2, 2, 1, 10), place(3, 3, 1, 10)]);
        assert_eq!(store.paths_of(&ContentHash([1; 32])), ["3", "2"]);
        let found = |path: &str| {
            store.of_document(path, &ContentHash([9; 32]), &Shelf(&[(2, 9), (3, 9)])).map(|(by, _)| by).next()
        };
        assert_eq!([found("2"), found("3")], [None, Some(Match::ByPath)], "of several the last one");
    }

    #[test]
    fn of_two_copies_each_keeps_its_own_items() {
        assert_eq!(belong((1, 1), &[(1, 1), (2, 1)]), Some(Match::ByContent));
        assert_eq!(belong((2, 1), &[(1, 1), (2, 1)]), None);
    }

    #[test]
    fn a_new_document_in_the_place_of_a_moved_one_does_not_take_its_items() {
        assert_eq!(belong((1, 2), &[(1, 2), (2, 1)]), None);
        assert_eq!(belong((2, 1), &[(1, 2), (2, 1)]), Some(Match::ByContent));
    }

    #[test]
    fn an_edited_document_keeps_its_items_though_there_is_a_copy_of_what_it_was() {
        let both = [(1, 101), (2, 1)];
        assert_eq!(belong((1, 101), &both), Some(Match::ByPath));
        assert_eq!(belong((2, 1), &both), None);
        let store = Store::replay(&[place(1, 1, 1, 10)]);
        let offset = |path: &str, content: u8| {
            store.place(path, &ContentHash([content; 32]), &Shelf(&both)).map(|place| place.offset)
        };
        assert_eq!([offset("1", 101), offset("2", 1)], [Some(10), Some(10)], "reading goes on in either");
    }

    #[test]
    fn an_edit_that_changes_the_document_leaves_no_trace_in_the_indexes() {
        let mut moved = put(2, 1, "moved");
        let Op::Put { item } = &mut moved.op else { panic!() };
        item.subject = Subject::Document { document: document(2, 2), anchor: None };
        let store = Store::replay(&[put(1, 1, ""), moved.clone()]);
        assert_eq!(store, Store::replay(&[moved]));
        assert_eq!(store.of_document("1", &ContentHash([1; 32]), &Nothing).count(), 0);
    }

    #[test]
    fn a_reading_position_follows_the_document() {
        let store = Store::replay(&[place(1, 1, 1, 10), place(2, 2, 1, 20), place(3, 3, 3, 30)]);
        let offset = |path: &str, content: u8, known: &[(u8, u8)]| {
            store.place(path, &ContentHash([content; 32]), &Shelf(known)).map(|place| place.offset)
        };
        assert_eq!(offset("1", 1, &[]), Some(10), "just this one");
        assert_eq!(offset("9", 1, &[]), Some(20), "the latest of the same content");
        assert_eq!(offset("3", 4, &[]), Some(30), "an edited document");
        assert_eq!(offset("3", 4, &[(4, 3)]), None, "a new document in the place of a moved one");
        assert_eq!(offset("9", 9, &[]), None);
    }

    fn records() -> impl Strategy<Value = Vec<Record>> {
        prop::collection::vec(any_record(), 0..12)
    }

    proptest! {
        #[test]
        fn merging_is_commutative_associative_and_idempotent(a in records(), b in records(), c in records()) {
            let state = |parts: &[&Vec<Record>]| Store::replay(parts.iter().copied().flatten());
            let once = state(&[&a, &b, &c]);
            prop_assert_eq!(&state(&[&c, &a, &b]), &once);
            prop_assert_eq!(&state(&[&b, &c, &a]), &once);
            prop_assert_eq!(&state(&[&a, &b, &a, &c, &b]), &once);
        }

        #[test]
        fn every_prefix_gives_a_state_that_agrees_with_itself(records in records()) {
            let mut store = Store::default();
            for record in &records {
                store.apply(record);
                let listed: Vec<&Item> = store.items().collect();
                prop_assert!(listed.iter().all(|item| store.get(&item.id) == Some(item)));
                prop_assert!(listed.is_sorted_by_key(|item| item.created));
                for item in &listed {
                    let Some(made_on) = item.document() else { continue };
                    let mut of = store.of_document(&made_on.path, &made_on.hash, &Nothing);
                    prop_assert!(of.any(|(by, found)| by == Match::ByContent && found == *item));
                }
            }
        }

        #[test]
        fn a_record_made_for_the_store_always_counts(records in records(), next in any_record()) {
            let mut store = Store::replay(&records);
            let record = store.record(next.op, next.at);
            prop_assert!(store.apply(&record));
            prop_assert!(!store.apply(&record));
        }
    }
}
