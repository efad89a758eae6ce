//! The keeper: gives changes their number and time, and has them on disk before it says so.

use std::io;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use super::search_book::SearchBook;
use crate::app::{Edit, Event, SearchChange, Ticket};
use crate::note::{Item, ItemId, Journal, Op, Place, Record, Ruling, read_all};

/// The folder of what the person wrote, in the config directory.
const NOTES: &str = "notes";

/// The folder of reading positions. They change with every document opened; kept apart, they leave the
/// notes clean for a person who reads them or has them in git.
const PLACES: &str = "places";

/// How far another machine's clock may be ahead of this one's.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// Tells the time.
pub type Clock = Box<dyn FnMut() -> Timestamp + Send>;

/// Gives a new number to an item.
pub type Numbers = Box<dyn FnMut() -> io::Result<ItemId> + Send>;

/// Writes the journals.
pub struct Keeper {
    notes: Journal,
    places: Journal,
    searches: SearchBook,
    clock: Clock,
    numbers: Numbers,
    /// The latest time in any journal read or written. A change is always later than all that it can have
    /// been made in sight of, even where another machine's clock is ahead (as Lamport's clocks do).
    latest: Option<Timestamp>,
}

impl Keeper {
    /// A keeper for the journals in the config directory, named after this machine, with the system's
    /// clock and random numbers.
    pub fn new(config: &Path) -> Self {
        let machine = gethostname::gethostname().to_string_lossy().into_owned();
        Self::with(config, &machine, Box::new(Timestamp::now), Box::new(ItemId::random))
    }

    /// A keeper with a clock and numbers of one's own.
    pub fn with(config: &Path, machine: &str, clock: Clock, numbers: Numbers) -> Self {
        let journal = |folder: &str| Journal::new(config.join(folder), machine);
        let searches = SearchBook::new(config);
        Self { notes: journal(NOTES), places: journal(PLACES), searches, clock, numbers, latest: None }
    }

    /// Reads all journals, those of other machines too.
    pub fn replay(&mut self) -> Event {
        let folder = |journal: &Journal| journal.path().parent().map(read_all).unwrap_or_default();
        let (mut records, mut problems) = folder(&self.notes);
        let (places, more) = folder(&self.places);
        records.extend(places);
        problems.extend(more);
        // A time from far ahead is a broken clock's or a forger's: going by it would stop the time.
        let horizon = (self.clock)().checked_add(AHEAD).unwrap_or(Timestamp::MAX);
        let times = records.iter().map(|record| record.at).filter(|at| *at < horizon);
        self.latest = times.chain(self.latest).max();
        Event::Replayed(records, problems)
    }

    /// Reads the searches that are kept.
    pub fn searches(&self) -> Event {
        self.searches.read()
    }

    /// Has a change to them on disk.
    pub fn keep_search(&self, change: &SearchChange) -> Event {
        self.searches.keep(change)
    }

    /// Now, or right after the latest change that is known.
    fn now(&mut self) -> Timestamp {
        let now = (self.clock)();
        let next =
            self.latest.map(|latest| latest.checked_add(SignedDuration::from_nanos(1)).unwrap_or(latest));
        let at = next.map_or(now, |next| next.max(now));
        self.latest = Some(at);
        at
    }

    /// Has changes on disk, and only then says so.
    pub fn save(&mut self, ticket: Ticket, edits: Vec<Edit>) -> Event {
        let records: io::Result<Vec<Record>> = edits.into_iter().map(|edit| self.record(edit)).collect();
        let written = records.and_then(|records| self.notes.append(&records).map(|()| records));
        match written {
            Ok(records) => Event::Saved(ticket, records),
            Err(error) => Event::NotSaved(ticket, error.to_string()),
        }
    }

    /// Keeps a reading position. That it couldn't be kept is said, and is no more than that.
    pub fn place(&mut self, place: Place) -> Event {
        let record = Record { at: self.now(), op: Op::Place(place) };
        match self.places.append(std::slice::from_ref(&record)) {
            Ok(()) => Event::Saved(0, vec![record]),
            Err(error) => Event::NotSaved(0, format!("the reading position ({error})")),
        }
    }

    fn record(&mut self, edit: Edit) -> io::Result<Record> {
        let at = self.now();
        let op = match edit {
            Edit::New(new) => {
                let id = (self.numbers)()?;
                let item = Item {
                    id,
                    kind: new.kind,
                    document: new.document,
                    anchor: new.anchor,
                    body: new.body,
                    tags: Vec::new(),
                    created: at,
                    changed: at,
                };
                Op::Put { item }
            }
            Edit::Put(item) => Op::Put { item: Item { changed: at, ..item } },
            Edit::Rule(new) => {
                let id = (self.numbers)()?;
                let (rule, collection) = (new.rule, new.collection);
                let (document, anchor) = (new.document, new.anchor);
                Op::Rule { ruling: Ruling { id, rule, collection, document, anchor, created: at } }
            }
            Edit::Restore(thing) => thing.op(),
            Edit::Delete(id) => Op::Delete { id },
        };
        Ok(Record { at, op })
    }
}
