//! The keeper: gives changes their number and time, and has them on disk before it says so.

use std::io;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::search_book::SearchBook;
use crate::app::{Edit, Event, SearchChange, Ticket};
use crate::note::{Compacted, Item, ItemId, Journal, Journals, News, Op, Place, Record, Ruling, Undo, Way};

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
    /// All journals, as far as they were read.
    noted: Journals,
    placed: Journals,
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
        let journals = |folder: &str| Journals::new(config.join(folder));
        let (noted, placed) = (journals(NOTES), journals(PLACES));
        let (notes, places) = (journal(NOTES), journal(PLACES));
        Self { notes, places, noted, placed, searches, clock, numbers, latest: None }
    }

    /// Reads all journals, those of other machines too.
    pub fn replay(&mut self) -> Event {
        let News { records, files, mut problems } = self.noted.read();
        let own = files.iter().position(|file| file == self.notes.path());
        let records: Vec<(bool, Record)> =
            records.into_iter().map(|(file, record)| (Some(file) == own, record)).collect();
        let undo = Undo::of(&records);
        let places = self.placed.read();
        problems.extend(places.problems);
        let places = places.records.into_iter().map(|(_, record)| record);
        let records: Vec<Record> = records.into_iter().map(|(_, record)| record).chain(places).collect();
        self.learn(&records);
        Event::Replayed(records, undo, problems)
    }

    /// Reads what others have written since; `None` where that is nothing.
    pub fn look(&mut self) -> Option<Event> {
        let (noted, placed) = (self.noted.read(), self.placed.read());
        let records = noted.records.into_iter().chain(placed.records).map(|(_, record)| record);
        let records: Vec<Record> = records.collect();
        let mut problems = noted.problems;
        problems.extend(placed.problems);
        self.learn(&records);
        (!records.is_empty() || !problems.is_empty()).then_some(Event::Told(records, problems))
    }

    /// What is changed from now on comes behind these.
    fn learn(&mut self, records: &[Record]) {
        // A time from far ahead is a broken clock's or a forger's: going by it would stop the time.
        let horizon = (self.clock)().checked_add(AHEAD).unwrap_or(Timestamp::MAX);
        let times = records.iter().map(|record| record.at).filter(|at| *at < horizon);
        self.latest = times.chain(self.latest).max();
    }

    /// The folders of the journals, where others write too.
    pub fn folders(&self) -> [PathBuf; 2] {
        [self.noted.dir().to_owned(), self.placed.dir().to_owned()]
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
    ///
    /// They all bear the same time, by which the journal tells what was changed together.
    pub fn save(&mut self, ticket: Ticket, edits: Vec<Edit>, way: Option<Way>) -> Event {
        let at = self.now();
        let records: io::Result<Vec<Record>> =
            edits.into_iter().map(|edit| Ok(Record { at, op: self.op(edit, at)?, way })).collect();
        let written = records.and_then(|records| self.notes.append(&records).map(|()| records));
        match written {
            Ok(records) => Event::Saved(ticket, records),
            Err(error) => Event::NotSaved(ticket, error.to_string()),
        }
    }

    /// Has records of another journal on disk as they are, with the times at which they were made: so an older one
    /// never takes the place of a newer one, on whatever machine that was made. One whose time lies ahead counts as made
    /// now, and none is a step that can be undone.
    ///
    /// # Errors
    /// As [`Journal::append`]; then none of them is.
    pub fn merge(&mut self, records: Vec<Record>) -> io::Result<Vec<Record>> {
        let now = self.now();
        let merged: Vec<Record> = records
            .into_iter()
            .map(|record| Record { at: record.at.min(now), way: Some(Way::Settled), ..record })
            .collect();
        self.notes.append(&merged)?;
        Ok(merged)
    }

    /// Writes this machine's journals anew with only what counts; see [`Journal::compact`]. Gives those of which there was
    /// something to leave out.
    ///
    /// # Errors
    /// As there; a journal before the one that it says may have been compacted.
    pub fn compact(&mut self) -> io::Result<Vec<Compacted>> {
        let now = (self.clock)();
        let mut compacted = Vec::new();
        for journal in [&self.notes, &self.places] {
            compacted.extend(journal.compact(now)?);
        }
        Ok(compacted)
    }

    /// Keeps a reading position. That it couldn't be kept is said, and is no more than that.
    pub fn place(&mut self, place: Place) -> Event {
        let record = Record { at: self.now(), op: Op::Place(place), way: None };
        match self.places.append(std::slice::from_ref(&record)) {
            Ok(()) => Event::Saved(0, vec![record]),
            Err(error) => Event::NotSaved(0, format!("the reading position ({error})")),
        }
    }

    /// What an edit that is made `at` that time changes.
    fn op(&mut self, edit: Edit, at: Timestamp) -> io::Result<Op> {
        Ok(match edit {
            Edit::New(new) => {
                let id = (self.numbers)()?;
                let item = Item {
                    id,
                    kind: new.kind,
                    subject: new.subject,
                    colour: new.colour,
                    body: new.body,
                    tags: new.tags,
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
        })
    }
}
