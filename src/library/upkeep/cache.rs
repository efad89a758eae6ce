//! What is kept of a collection between two runs of the program: its place, its ledger, its full text.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::snapshot::{self, Restored};
use super::stock::Stock;
use crate::corpus::{DocId, Document, Problem};
use crate::index::{Extent, Ledger, Place, Prepared, Record, TextIndex, TextReader, TextWriter};

/// The bytes that a writer of the full text gathers in memory before it writes a part of it, for each thread.
const HEAP: usize = 48 << 20;

/// After the first documents all is committed, then after twice as long, up to the longest time.
const FIRST: Duration = Duration::from_millis(300);
const LONGEST: Duration = Duration::from_secs(8);

/// An open cache that this program writes.
pub(super) struct Cache {
    pub(super) ledger: Ledger,
    text: TextWriter,
    pub(super) reader: TextReader,
    generation: u32,
    /// The records in the ledger.
    records: u64,
    /// How much of the ledger is in the snapshot, in bytes; 0 where there is none.
    written: u64,
    /// Held as long as this program writes.
    _lock: Option<File>,
    /// Where it is; `None` for memory.
    place: Option<Place>,
    /// The full text, as long as nobody has looked whether it is sound.
    unchecked: Option<TextIndex>,
    /// Whether something waits to be committed.
    dirty: bool,
    committed: Instant,
    patience: Duration,
}

/// So many bytes are read in a tenth of a second, and looked through before they are trusted.
const CHECKED_AT_ONCE: u64 = 128 << 20;

/// What is known is written down once this part of the ledger isn't in it: the next start reads the rest one by one.
const PART: u64 = 50;

/// What opening a cache comes to.
pub(super) enum Opened {
    /// This program writes it.
    Ours(Box<Cache>, Box<Stock>, Option<String>),
    /// Another program does.
    Theirs(Place),
}

impl Cache {
    /// A cache in memory, for a collection that can't have another.
    ///
    /// # Errors
    ///
    /// Where the system has no memory or threads to give.
    pub(super) fn in_memory(jobs: usize) -> io::Result<Self> {
        let index = TextIndex::in_memory();
        Self::new(Ledger::default(), &index, 0, None, jobs)
    }

    fn new(
        ledger: Ledger,
        index: &TextIndex,
        generation: u32,
        lock: Option<File>,
        jobs: usize,
    ) -> io::Result<Self> {
        let (text, reader) =
            (index.writer_at_need(jobs, HEAP * jobs).map_err(told)?, index.reader().map_err(told)?);
        let (committed, patience) = (Instant::now(), FIRST);
        Ok(Self {
            ledger,
            text,
            reader,
            generation,
            records: 0,
            written: 0,
            _lock: lock,
            place: None,
            unchecked: None,
            dirty: false,
            committed,
            patience,
        })
    }

    /// Opens the cache of a collection of these paths and gives what is known from before.
    ///
    /// # Errors
    ///
    /// What the system says: that nothing can be written there, above all. What is damaged or of another version
    /// is no error: it is made anew, which is said.
    pub(super) fn open(place: &Place, reading: &str, paths: &[PathBuf], jobs: usize) -> io::Result<Opened> {
        let Some(lock) = place.lock()? else { return Ok(Opened::Theirs(place.clone())) };
        let said = match place.prepare(reading, paths)? {
            Prepared::New => None,
            Prepared::Outdated => Some("What another version had cached is made anew".to_owned()),
            Prepared::Kept => match Self::load(place, jobs, &lock) {
                Ok((cache, stock, said)) => return Ok(Opened::Ours(Box::new(cache), Box::new(stock), said)),
                Err(error) => {
                    place.clear()?;
                    place.prepare(reading, paths)?;
                    (error.kind() != io::ErrorKind::NotFound)
                        .then(|| "The cache was damaged and is made anew".to_owned())
                }
            },
        };
        std::fs::create_dir_all(place.text())?;
        let index = TextIndex::create(&place.text()).map_err(told)?;
        let ledger = Ledger::create(&place.ledger(0))?;
        let mut cache = Self::new(ledger, &index, 0, Some(lock), jobs)?;
        cache.place = Some(place.clone());
        Ok(Opened::Ours(Box::new(cache), Box::default(), said))
    }

    fn load(place: &Place, jobs: usize, lock: &File) -> io::Result<(Self, Stock, Option<String>)> {
        let (index, extent) = open_index(&place.text())?;
        let unchecked = place.size()? > CHECKED_AT_ONCE;
        if !unchecked {
            index.validate().map_err(told)?;
        }
        let ledger = Ledger::open(&place.ledger(extent.generation), extent.len, true)?;
        let (Restored { mut stock, len: written, mut records }, said) = restore(place, extent, &ledger);
        ledger.read(written, &mut |record| {
            records += 1;
            stock.take(record);
        })?;
        let mut cache = Self::new(ledger, &index, extent.generation, Some(lock.try_clone()?), jobs)?;
        cache.place = Some(place.clone());
        (cache.records, cache.written) = (records, written);
        cache.unchecked = unchecked.then_some(index);
        for id in stock.take_unowned() {
            cache.remove(id);
        }
        stock.changed.sort_unstable();
        stock.changed.dedup();
        // A ledger of which less than half tells of what is there is written anew.
        if records > 1000 && records > 4 * (stock.catalogue.len() + stock.count_files()) as u64 {
            cache.compact(place, &stock)?;
        }
        Ok((cache, stock, said))
    }

    /// Writes the ledger anew without what is gone.
    fn compact(&mut self, place: &Place, stock: &Stock) -> io::Result<()> {
        let generation = self.generation + 1;
        let mut ledger = Ledger::create(&place.ledger(generation))?;
        let firsts = super::again::firsts(&self.ledger, stock)?;
        let mut records = 0;
        for record in stock.records(firsts) {
            ledger.append(record)?;
            records += 1;
        }
        let before = place.ledger(self.generation);
        (self.ledger, self.generation, self.dirty) = (ledger, generation, true);
        (self.records, self.written) = (records, 0);
        self.commit()?;
        // One that stays is in nobody's way, as the full text says which one counts: all of the cache is sound.
        let _ = std::fs::remove_file(before);
        Ok(())
    }

    /// Where the names are kept; `None` for memory.
    pub(super) fn names(&self) -> Option<PathBuf> {
        self.place.as_ref().map(Place::names)
    }

    /// Whether the full text as it was found at the beginning is sound. A large one is looked at only here, because
    /// that takes as long as reading it.
    pub(super) fn is_sound(&mut self) -> bool {
        self.unchecked.take().is_none_or(|index| index.validate().is_ok())
    }

    /// Makes it be made anew by the next one to open it.
    pub(super) fn forsake(&mut self) -> io::Result<()> {
        self.place.as_ref().map_or(Ok(()), Place::disown)
    }

    /// Takes a document's text.
    pub(super) fn put(&mut self, id: DocId, path: &Path, document: &Document) -> io::Result<()> {
        self.dirty = true;
        self.text.put(id, path, document).map_err(told)
    }

    /// Forgets a document's text.
    pub(super) fn remove(&mut self, id: DocId) {
        self.dirty = true;
        self.text.remove(id);
    }

    /// Takes a record.
    pub(super) fn record(&mut self, record: Record) -> io::Result<()> {
        self.dirty = true;
        self.records += 1;
        self.ledger.append(record)
    }

    /// Writes down what is known, where that is all committed and much of it isn't written down; or, in `quiet`, anything.
    ///
    /// # Errors
    ///
    /// What the system says; then the one before stays.
    pub(super) fn write_down(&mut self, stock: &Stock, quiet: bool) -> io::Result<()> {
        let len = self.ledger.len();
        let Some(place) = self.place.as_ref().filter(|_| !self.dirty && len > self.written) else {
            return Ok(());
        };
        if quiet || self.written == 0 || (len - self.written) * PART > len {
            let extent = Extent { generation: self.generation, len };
            snapshot::write(&place.snapshot(), stock, extent, (&self.ledger, self.records))?;
            self.written = len;
        }
        Ok(())
    }

    /// Whether it is time to commit.
    pub(super) fn is_due(&self) -> bool {
        self.dirty && self.committed.elapsed() >= self.patience
    }

    /// Lets go of what writes, until something changes again; nothing while something waits to be committed.
    pub(super) fn rest(&mut self) -> io::Result<()> {
        if self.dirty { Ok(()) } else { self.text.rest().map_err(told) }
    }

    /// Puts all on disk, so that a program that begins now finds it. Says whether there was anything.
    ///
    /// # Errors
    ///
    /// What the system says: a full disk, above all.
    pub(super) fn commit(&mut self) -> io::Result<bool> {
        if !self.dirty {
            return Ok(false);
        }
        let len = self.ledger.sync()?;
        // The index says how much of the ledger counts: both change at this moment.
        let extent = Extent { generation: self.generation, len };
        self.text.commit(&extent.to_string()).map_err(told)?;
        self.reader.refresh().map_err(told)?;
        (self.dirty, self.committed) = (false, Instant::now());
        self.patience = (self.patience * 2).min(LONGEST);
        Ok(true)
    }
}

/// What was written down of a collection, where that is sound; nothing else, and a word on it.
pub(super) fn restore(place: &Place, extent: Extent, ledger: &Ledger) -> (Restored, Option<String>) {
    match snapshot::read(&place.snapshot(), extent, ledger) {
        Ok(restored) => (restored, None),
        Err(error) => {
            let said = (error.kind() != io::ErrorKind::NotFound)
                .then(|| "What was known of the documents was damaged and is put together anew".to_owned());
            (Restored { stock: Stock::default(), len: 0, records: 0 }, said)
        }
    }
}

/// The full text in a folder and how much of the ledger belongs to it.
pub(super) fn open_index(folder: &Path) -> io::Result<(TextIndex, Extent)> {
    if !folder.exists() {
        return Err(io::ErrorKind::NotFound.into());
    }
    let index = TextIndex::open(folder).map_err(told)?;
    let extent = extent(&index)?;
    Ok((index, extent))
}

/// How much of the ledger belongs to the full text as it was committed last.
pub(super) fn extent(index: &TextIndex) -> io::Result<Extent> {
    let payload = index.payload().map_err(told)?.unwrap_or_default();
    Extent::read(&payload).ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// What the full text said, as what the system says.
pub(super) fn told(problem: Problem) -> io::Error {
    io::Error::other(problem.reason)
}
