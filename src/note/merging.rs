//! Merging records of elsewhere into what is there: nothing is doubled, and nothing newer is replaced by something older.

use std::collections::BTreeSet;

use jiff::{RoundMode, SignedDuration, Timestamp, TimestampRound, Unit};

use super::forms::{UNTIMED, is_only_addressed};
use super::{Item, Op, Record, Store};

/// How far ahead a time may be that is believed: as much as the clock of another machine.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// Whether a time isn't further ahead of `now` than another machine's clock may be.
fn is_believed(at: Timestamp, now: Timestamp) -> bool {
    at <= now.checked_add(AHEAD).unwrap_or(Timestamp::MAX)
}

/// Whether of two records on one thing that come from elsewhere the first is the one that counts `now`: the greater one, but none
/// whose time lies too far ahead before one whose time is believed.
pub fn counts_before(one: &Record, other: &Record, now: Timestamp) -> bool {
    let rank = |record: &Record| is_believed(record.at, now);
    (rank(one), one) > (rank(other), other)
}

/// What merging came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// What is to be appended to a journal, each record with its time.
    pub records: Vec<Record>,
    /// Notes and corrections that weren't known.
    pub new: usize,
    /// Those that were, in another form.
    pub changed: usize,
    /// Those that are deleted by it.
    pub deleted: usize,
    /// Those that are there already.
    pub there: usize,
    /// Those that differ from what is here and are older, so that they change nothing.
    pub older: usize,
    /// Those that were deleted here since, brought back or not.
    pub gone: usize,
}

impl Merged {
    /// Merges these records, of which there is at most one on each thing, into what is there, `now`. What was deleted here
    /// later than a record was made stays deleted unless it is to be `restore`d.
    ///
    /// A record keeps its time, but for one that has none or that lies more than a day ahead, which would win for ever: it
    /// is made now where it is new, and changes nothing where it isn't. An item that differs in what a person edits from
    /// what is there of the same version was edited by hand, and so is changed now.
    pub fn of(
        store: &Store,
        records: impl IntoIterator<Item = Record>,
        now: Timestamp,
        restore: bool,
    ) -> Self {
        let mut merged = Self::default();
        for mut record in records {
            if !is_believed(record.at, now) {
                record.at = UNTIMED;
            }
            merged.take(store, record, now, restore);
        }
        merged
    }

    fn take(&mut self, store: &Store, record: Record, now: Timestamp, restore: bool) {
        let Some(last) = record.op.id().and_then(|id| store.last(id)) else {
            match record.op {
                Op::Delete { .. } => self.deleted += 1,
                Op::Put { .. } | Op::Rule { .. } => self.new += 1,
                Op::Place(_) | Op::Mark(_) => return,
            }
            self.records.push(timed(record, now));
            return;
        };
        if last.op == record.op {
            self.there += 1;
            return;
        }
        let newer = record.at > last.at && record.at != UNTIMED;
        match (&last.op, record.op) {
            (Op::Delete { .. }, op) if !newer => {
                self.gone += 1;
                if restore {
                    self.records.push(Record { at: after(last, now), op, way: None });
                }
            }
            (Op::Put { item: own }, Op::Put { item }) if newer => {
                self.changed += 1;
                // A document that was found once isn't given up for an address.
                let subject = if is_poorer(&item, own) { own.subject.clone() } else { item.subject.clone() };
                let op = Op::Put { item: Item { subject, ..item } };
                self.records.push(Record { at: record.at, op, way: None });
            }
            (Op::Put { item: own }, Op::Put { item }) => match by_hand(own, &item) {
                Some(item) => {
                    self.changed += 1;
                    let at = after(last, now);
                    let op = Op::Put { item: Item { changed: at, ..item } };
                    self.records.push(Record { at, op, way: None });
                }
                None if is_same(own, &item) => self.there += 1,
                None => self.older += 1,
            },
            (_, op) if newer => {
                match op {
                    Op::Delete { .. } => self.deleted += 1,
                    _ => self.changed += 1,
                }
                self.records.push(Record { at: record.at, op, way: None });
            }
            _ => self.older += 1,
        }
    }
}

/// Now, or right after the last record, where that lies ahead.
fn after(last: &Record, now: Timestamp) -> Timestamp {
    last.at.checked_add(SignedDuration::from_nanos(1)).map_or(now, |next| next.max(now))
}

/// A record that no time is known of, as made now.
fn timed(mut record: Record, now: Timestamp) -> Record {
    if record.at == UNTIMED {
        record.at = now;
        if let Op::Put { item } = &mut record.op
            && item.changed == UNTIMED
        {
            (item.created, item.changed) = (now, now);
        }
    }
    record
}

/// Whether of the document of `item` only an address is known, and of that of `other` the content.
fn is_poorer(item: &Item, other: &Item) -> bool {
    let addressed = |item: &Item| item.document().is_some_and(is_only_addressed);
    addressed(item) && !addressed(other)
}

/// Whether both say the same of what a person edits, the one that was read perhaps with its times shortened.
fn is_same(own: &Item, item: &Item) -> bool {
    let edited = |item: &Item| (item.kind, item.colour, item.body.clone(), tags_of(item));
    edited(own) == edited(item)
}

/// All tags of an item, wherever each is written.
fn tags_of(item: &Item) -> BTreeSet<String> {
    item.all_tags().into_iter().collect()
}

/// Whether a time is that of `whole` cut to its second or its minute, as spreadsheets write times anew.
fn is_shortened(time: Timestamp, whole: Timestamp) -> bool {
    let cut = |unit: Unit| whole.round(TimestampRound::new().smallest(unit).mode(RoundMode::Floor)).ok();
    [Unit::Second, Unit::Minute].into_iter().any(|unit| cut(unit) == Some(time))
}

/// What is there, changed as the same version of it was in a file by hand, say in a spreadsheet; or tied to the document
/// that was found meanwhile. `None` where it is another version, or nothing was changed.
fn by_hand(own: &Item, item: &Item) -> Option<Item> {
    if own.changed != item.changed && !is_shortened(item.changed, own.changed) {
        return None;
    }
    let subject = if is_poorer(own, item) { item.subject.clone() } else { own.subject.clone() };
    let (kind, colour, body) = (item.kind, item.colour, item.body.clone());
    // A tag that a table has once may be kept twice, in the text and beside it.
    let is_tagged_so = own.body == item.body && tags_of(own) == tags_of(item);
    let tags = if is_tagged_so { own.tags.clone() } else { item.tags.clone() };
    let changed = Item { kind, colour, body, tags, subject, ..own.clone() };
    (changed != *own).then_some(changed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::testing::{any_record, delete, item, put, time};
    use super::super::{ItemId, Way};
    use super::*;

    fn merged(own: &[Record], other: &[Record]) -> (Merged, Store) {
        let mut store = Store::replay(own);
        let merged = Merged::of(&store, other.to_vec(), time(1_000_000), false);
        for record in &merged.records {
            store.apply(record);
        }
        (merged, store)
    }

    #[test]
    fn a_time_that_lies_far_ahead_wins_over_nothing() {
        let far = Record { at: Timestamp::MAX, ..put(1, 1, "forged") };
        let (new, _) = merged(&[], std::slice::from_ref(&far));
        assert_eq!((new.new, new.records[0].at), (1, time(1_000_000)));
        let (known, _) = merged(&[put(5, 1, "mine")], std::slice::from_ref(&far));
        assert_eq!((known.older, known.records.len()), (1, 0));
        let (deleted, _) = merged(&[delete(5, 1)], &[far]);
        assert_eq!((deleted.gone, deleted.records.len()), (1, 0));
    }

    #[test]
    fn what_was_deleted_later_comes_back_only_where_that_is_wanted() {
        let store = Store::replay(&[put(1, 1, "a"), delete(2_000_000, 1)]);
        assert_eq!(Merged::of(&store, [put(1, 1, "a")], time(1_000_000), false).records, []);
        let restored = Merged::of(&store, [put(1, 1, "a")], time(1_000_000), true);
        let mut after = store;
        assert!(after.apply(&restored.records[0]), "though the clock is behind");
        assert_eq!(after.get(&ItemId::from_bits(1)).unwrap().body, "a");
    }

    #[test]
    fn what_was_edited_by_hand_counts_from_now_on_and_is_taken_once() {
        let edited = Record { op: Op::Put { item: item(1, 1, "edited") }, ..put(1, 1, "") };
        let own = [put(1, 1, "mine")];
        let (first, store) = merged(&own, std::slice::from_ref(&edited));
        assert_eq!((first.changed, store.get(&ItemId::from_bits(1)).unwrap().body.as_str()), (1, "edited"));
        let (second, _) = merged(&[&own[..], &first.records].concat(), &[edited]);
        assert_eq!((second.there, second.records.len()), (1, 0));
    }

    #[test]
    fn what_was_edited_where_times_are_cut_short_is_taken_and_what_is_older_is_counted() {
        let mut own = put(100, 1, "mine");
        let whole: Timestamp = "2020-02-02T10:15:30.25Z".parse().unwrap();
        let Op::Put { item } = &mut own.op else { panic!() };
        (item.changed, own.at) = (whole, whole);
        for (time, taken) in
            [("2020-02-02T10:15:30Z", 1), ("2020-02-02T10:15:00Z", 1), ("2020-02-02T10:14:00Z", 0)]
        {
            let mut edited = own.clone();
            let Op::Put { item } = &mut edited.op else { panic!() };
            item.changed = time.parse().unwrap();
            (edited.at, item.body) = (item.changed, "edited".to_owned());
            let (merged, _) = merged(std::slice::from_ref(&own), &[edited]);
            assert_eq!((merged.changed, merged.older), (taken, 1 - taken), "{time}");
        }
    }

    proptest! {
        #[test]
        fn merging_twice_changes_nothing_the_second_time(
            own in prop::collection::vec(any_record(), 0..8), other in prop::collection::vec(any_record(), 0..8),
        ) {
            // Of each thing the greatest record, as reading a journal gives them.
            let mut greatest: BTreeMap<ItemId, Record> = BTreeMap::new();
            for record in other {
                let Some(id) = record.op.id().cloned() else { continue };
                let at = record.at.checked_add(SignedDuration::from_secs(10)).unwrap();
                let record = Record { at, way: None, ..record };
                if greatest.get(&id).is_none_or(|known| *known < record) {
                    greatest.insert(id, record);
                }
            }
            let other: Vec<Record> = greatest.into_values().collect();
            let (first, store) = merged(&own, &other);
            let settled = first.records.iter().map(|record| Record { way: Some(Way::Settled), ..record.clone() });
            let all: Vec<Record> = own.into_iter().chain(settled).collect();
            let (second, again) = merged(&all, &other);
            prop_assert_eq!(&second.records, &[]);
            prop_assert_eq!(second.new + second.changed + second.deleted, 0);
            let items = |store: &Store| store.items().cloned().collect::<Vec<_>>();
            prop_assert_eq!(items(&again), items(&store));
            // Nothing that was later here was replaced.
            for record in &all {
                let last = record.op.id().and_then(|id| store.last(id));
                prop_assert!(last.is_none_or(|last| last.at >= record.at));
            }
        }
    }
}
