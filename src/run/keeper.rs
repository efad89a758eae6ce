//! The keeper: gives changes their number and time, and has them on disk before it says so.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

use super::drafts::Drafts;
use super::installation::machine_name;
use super::listed::Listed;
use super::search_book::SearchBook;
use super::sessions::Sessions;
use crate::app::{Change, Draft, DraftId, Edit, Event, NewItem, SearchChange, Session, Ticket};
use crate::corpus::Problem;
use crate::log;
use crate::note::{
    About, Compacted, Item, ItemId, Journal, Journals, Mark, News, Op, Place, Record, Ruling, Subject, Undo,
    Way,
};
use crate::text::Text;

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
    listed: Listed,
    sessions: Sessions,
    drafts: Drafts,
    /// Whether the last change couldn't be saved.
    unsaved: bool,
    /// Whether the draft of this run is left for the next start.
    draft_left: bool,
    /// Whether what stands in the editor was kept the last time.
    draft_kept: bool,
    /// Files that have what came back from the person's own editor.
    lent: Vec<PathBuf>,
    /// Whether it was told that drafts can't be kept.
    drafts_fail: bool,
    clock: Clock,
    numbers: Numbers,
    /// The latest time in any journal read or written. A change is always later than all that it can have
    /// been made in sight of, even where another machine's clock is ahead (as Lamport's clocks do).
    latest: Option<Timestamp>,
    /// The last change of each thing whose time is further ahead than is believed: what is changed of it all the same has
    /// to come behind that, or it would count for nothing.
    ahead: HashMap<About, Timestamp>,
    /// How often it told of what others wrote.
    told: u64,
    /// The telling that told last of each thing that others changed in this run.
    others: HashMap<ItemId, u64>,
    /// What was written since the journals were read last, so that it isn't taken for somebody else's.
    written: Vec<Record>,
}

impl Keeper {
    /// A keeper for the journals in the config directory, named after this machine and what the state directory tells it
    /// by, with the system's clock and random numbers.
    pub fn new(config: &Path, state: Option<&Path>) -> Self {
        let machine = machine_name(state);
        Self::with(config, &machine, Box::new(Timestamp::now), Box::new(ItemId::random))
    }

    /// A keeper with a clock and numbers of one's own.
    pub fn with(config: &Path, machine: &str, clock: Clock, numbers: Numbers) -> Self {
        let journal = |folder: &str| Journal::new(config.join(folder), machine);
        let searches = SearchBook::new(config);
        let journals = |folder: &str| Journals::new(config.join(folder));
        let (noted, placed) = (journals(NOTES), journals(PLACES));
        let (notes, places) = (journal(NOTES), journal(PLACES));
        let (drafts, sessions) = (Drafts::new(config), Sessions::new(config));
        Self {
            notes,
            places,
            noted,
            placed,
            searches,
            listed: Listed::new(config),
            sessions,
            drafts,
            unsaved: false,
            draft_left: false,
            draft_kept: true,
            lent: Vec::new(),
            drafts_fail: false,
            clock,
            numbers,
            latest: None,
            ahead: HashMap::new(),
            told: 0,
            others: HashMap::new(),
            written: Vec::new(),
        }
    }

    /// Keeps where a session stopped. That it couldn't be kept is said, and is no more than that.
    pub fn keep_session(&self, session: &Session) -> Option<Event> {
        let error = self.sessions.keep(session).err()?;
        Some(Event::NotSaved(0, format!("where this session stopped ({error})")))
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
        let own: Vec<Record> = std::mem::take(&mut self.written);
        let records = noted.records.into_iter().chain(placed.records).map(|(_, record)| record);
        let records: Vec<Record> = records.filter(|record| !own.contains(record)).collect();
        let mut problems = noted.problems;
        problems.extend(placed.problems);
        self.learn(&records);
        if records.is_empty() && problems.is_empty() {
            return None;
        }
        self.told += 1;
        let things = records.iter().filter_map(|record| record.op.id());
        self.others.extend(things.map(|id| (id.clone(), self.told)));
        Some(Event::Told(records, problems))
    }

    /// What is changed from now on comes behind these.
    fn learn(&mut self, records: &[Record]) {
        // A time from far ahead is a broken clock's or a forger's: going by it would stop the time.
        let horizon = (self.clock)().checked_add(AHEAD).unwrap_or(Timestamp::MAX);
        for record in records.iter().filter(|record| record.at >= horizon) {
            let last = self.ahead.entry(record.op.about()).or_insert(record.at);
            *last = record.at.max(*last);
        }
        let times = records.iter().map(|record| record.at).filter(|at| *at < horizon);
        self.latest = times.chain(self.latest).max();
    }

    /// What the person or another instance has changed since the last look in the files that are read whole: the list of names
    /// and the searches.
    pub fn look_at_files(&mut self) -> Vec<Event> {
        self.listed.look().into_iter().chain(self.searches.look()).collect()
    }

    /// The folders where others write too: those of its journals, and the config directory.
    pub fn dirs(&self) -> Vec<PathBuf> {
        let journals = [self.noted.dir(), self.placed.dir()].map(Path::to_owned);
        self.searches.dir().map(Path::to_owned).into_iter().chain(journals).collect()
    }

    /// The folders of the journals in a config directory.
    pub fn folders(config: &Path) -> [PathBuf; 2] {
        [NOTES, PLACES].map(|folder| config.join(folder))
    }

    /// Reads the searches that are kept.
    pub fn searches(&mut self) -> Event {
        self.searches.read()
    }

    /// Has a change to them on disk.
    pub fn keep_search(&mut self, ticket: Ticket, change: &SearchChange) -> Event {
        self.searches.keep(ticket, change)
    }

    /// The drafts of runs that have died, and what is wrong with any.
    pub fn drafts_left(&mut self) -> Vec<Event> {
        let (drafts, problems) = self.drafts.orphans();
        let offer = (!drafts.is_empty()).then_some(Event::Drafts(drafts));
        problems.into_iter().map(Event::Trouble).chain(offer).collect()
    }

    /// Has what stands in the editor on disk, or removes it. That it couldn't be kept is told once.
    pub fn keep_draft(&mut self, draft: Option<&Draft>) -> Option<Event> {
        let kept = self.drafts.keep(draft);
        self.draft_kept = kept.is_ok();
        if draft.is_none() && self.draft_kept {
            return self.remove_lent();
        }
        let error = kept.err().filter(|_| !std::mem::replace(&mut self.drafts_fail, true))?;
        let reason = format!("can't be kept: {error}");
        Some(Event::Trouble(Problem::new("the draft of this note", reason, "save it before anything else")))
    }

    /// A file has what came back from the person's own editor. It goes once that was saved or thrown away.
    pub fn lent(&mut self, file: PathBuf) -> Option<Event> {
        self.lent.push(file);
        None
    }

    /// Removes those files; says what couldn't be removed.
    fn remove_lent(&mut self) -> Option<Event> {
        let left = std::mem::take(&mut self.lent).into_iter().filter_map(|file| {
            let error =
                fs::remove_file(&file).err().filter(|error| error.kind() != io::ErrorKind::NotFound)?;
            Some(format!("{} couldn't be removed: {error}", file.display()))
        });
        let left: Vec<String> = left.collect();
        (!left.is_empty()).then(|| Event::Said(left.join("; ")))
    }

    /// Whoever quits in the editor goes on with its text after the next start.
    pub fn leave_draft(&mut self) -> Option<Event> {
        self.draft_left = true;
        None
    }

    /// At the end of the program: what stands in the editor was saved, or was thrown away, unless the last change couldn't
    /// be saved or the draft is to be left.
    pub fn end(&mut self) {
        if !self.unsaved && !self.draft_left {
            self.keep_draft(None);
        }
        // The draft has what they have.
        if self.draft_left && self.draft_kept {
            self.remove_lent();
        }
    }

    /// The draft of a run that has died is needed no more.
    pub fn drop_draft(&mut self, id: &DraftId) -> Option<Event> {
        // Where what stands in the editor couldn't be kept, this is the only copy.
        if !self.draft_kept {
            return None;
        }
        let error = self.drafts.drop_orphan(id).err()?;
        Some(Event::Said(format!("The draft couldn't be removed: {error}")))
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
    /// They all bear the same time, by which the journal tells what was changed together. None is made where one is about a
    /// thing that somebody else has changed and that whoever decided on it hadn't been told of.
    pub fn save(&mut self, ticket: Ticket, change: Change) -> Event {
        let begun = Instant::now();
        let Change { edits, way, text, told } = change;
        let later = |id: &ItemId| self.others.get(id).is_some_and(|at| *at > told);
        if edits.iter().filter_map(Edit::about).any(later) {
            // Where nobody decides anew because the program ends, its draft is all that is left of a note.
            self.unsaved = true;
            return Event::Overtaken(ticket);
        }
        let edits = edits.into_iter().map(|edit| completed(edit, text.as_ref()));
        let at = self.now();
        let records: io::Result<Vec<Record>> = edits
            .map(|edit| self.op(edit, at).map(|op| Record { at: self.behind(&op, at), op, way }))
            .collect();
        let written = records.and_then(|records| self.notes.append(&records).map(|()| records));
        self.unsaved = written.is_err();
        let said = if self.unsaved { "not saved" } else { "saved" };
        log::took("journal", said, begun, &[("records", written.as_ref().map_or(0, Vec::len) as u64)]);
        match written {
            Ok(records) => {
                self.written.extend(records.iter().cloned());
                Event::Saved(ticket, records)
            }
            Err(error) => Event::NotSaved(ticket, error.to_string()),
        }
    }

    /// Has records of another journal on disk as they are, with the times at which they were made: so an older one
    /// never takes the place of a newer one, on whatever machine that was made. One whose time lies ahead counts as made
    /// now, or right behind the last one of the same thing where that lies ahead itself and it is later than that. None is
    /// a step that can be undone.
    ///
    /// # Errors
    /// As [`Journal::append`]; then none of them is, but perhaps places and marks.
    pub fn merge(&mut self, records: Vec<Record>) -> io::Result<Vec<Record>> {
        let now = self.now();
        let merged: Vec<Record> = records
            .into_iter()
            .map(|record| {
                let wins = self.ahead.get(&record.op.about()).is_some_and(|last| record.at > *last);
                let at = if wins { self.behind(&record.op, now) } else { record.at.min(now) };
                Record { at, way: Some(Way::Settled), ..record }
            })
            .collect();
        let (notes, places): (Vec<Record>, Vec<Record>) =
            merged.iter().cloned().partition(|record| record.op.id().is_some());
        // The places come first: where only they are kept, doing it again does the rest, and nothing is told for less than it is.
        self.places.append(&places)?;
        self.notes.append(&notes)?;
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
        self.keep_place(Op::Place(place), "the reading position")
    }

    /// Keeps a mark, where the reading positions are.
    pub fn mark(&mut self, mark: Mark) -> Event {
        self.keep_place(Op::Mark(mark), "the mark")
    }

    fn keep_place(&mut self, op: Op, what: &str) -> Event {
        let now = self.now();
        let record = Record { at: self.behind(&op, now), op, way: None };
        match self.places.append(std::slice::from_ref(&record)) {
            Ok(()) => {
                self.written.push(record.clone());
                Event::Saved(0, vec![record])
            }
            Err(error) => Event::NotSaved(0, format!("{what} ({error})")),
        }
    }

    /// The time of a change that is made `at` that time: right behind the last one of the same thing, where that is said to
    /// have been made in a future that isn't believed.
    fn behind(&mut self, op: &Op, at: Timestamp) -> Timestamp {
        let Some(last) = self.ahead.get_mut(&op.about()) else { return at };
        *last = last.checked_add(SignedDuration::from_nanos(1)).unwrap_or(*last).max(at);
        *last
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

/// The edit with its anchor completed by what the text has that is like its passage.
fn completed(edit: Edit, text: Option<&Text>) -> Edit {
    let Some(text) = text else { return edit };
    let whole = |subject: Subject| match subject {
        Subject::Document { document, anchor: Some(anchor) } => {
            Subject::Document { document, anchor: Some(anchor.within(text.as_str())) }
        }
        other => other,
    };
    match edit {
        Edit::New(new) => Edit::New(NewItem { subject: whole(new.subject), ..new }),
        Edit::Put(item) => Edit::Put(Item { subject: whole(item.subject), ..item }),
        other => other,
    }
}

/// The path with the home directory for a `~` at its beginning, as a shell would have it.
fn at_home(path: PathBuf) -> PathBuf {
    match (path.strip_prefix("~"), directories::BaseDirs::new()) {
        (Ok(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => path,
    }
}

/// Writes a text that couldn't be saved to a new file of the person's choice, and has it on disk. Nothing that is there is
/// written over.
pub(super) fn write_elsewhere(path: PathBuf, text: &str) -> Event {
    let path = at_home(path);
    let written = File::create_new(&path).and_then(|mut file| {
        let whole = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
        if whole.is_err() {
            // A part of it helps nobody, and would be in the way of trying again. The first error is the one to tell.
            let _ = fs::remove_file(&path);
        }
        whole
    });
    Event::Written(path, written.map_err(|error| error.to_string()))
}
