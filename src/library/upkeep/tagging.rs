//! Names: what each document mentions, found behind the reading, the newest documents first.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::ThreadPool;
use rayon::prelude::*;

use super::stock::Stock;
use crate::corpus::{DocId, Meta, Problem};
use crate::index::TextReader;
use crate::index::names::{NameLog, Names, Record};
use crate::tag::{Cast, Context, Tagger};

/// Documents that are tagged before anybody is asked whether something else comes first.
const BATCH: usize = 64;

/// How often others hear of the names that were found.
const OFTEN: Duration = Duration::from_secs(2);

/// Where the names are kept.
enum Log {
    Disk(NameLog),
    /// The records and how many there were when the table was made last.
    Memory(HashMap<DocId, (u64, Record)>, usize),
}

/// The names of a collection, as far as they are known.
pub(super) struct Tagging {
    log: Log,
    names: Arc<Names>,
    /// What is still to be tagged, what comes first at the end.
    queue: Vec<DocId>,
    /// Documents that were tagged since the queue was made.
    pub(super) tagged: usize,
    /// Since when they are tagged.
    pub(super) begun: Instant,
    told: Instant,
    /// Whether the table has something that nobody has heard of.
    fresh: bool,
}

impl Tagging {
    /// The names that are kept in a folder; in memory without one. What is wrong with them is told: they are found anew.
    pub(super) fn open(folder: Option<&Path>) -> (Self, Vec<Problem>) {
        let (log, names, problems) = match folder {
            Some(folder) => {
                let (log, news, problems) = NameLog::open(folder);
                (Log::Disk(log), Names::default().with(news).settled(), problems)
            }
            None => (Log::Memory(HashMap::new(), 0), Names::default(), Vec::new()),
        };
        let (begun, names) = (Instant::now(), Arc::new(names));
        (Self { log, names, queue: Vec::new(), tagged: 0, begun, told: begun, fresh: true }, problems)
    }

    /// The table of who is who.
    pub(super) fn names(&self) -> Arc<Names> {
        self.names.clone()
    }

    fn stamp(&self, id: DocId) -> Option<u64> {
        match &self.log {
            Log::Disk(log) => log.stamp(id),
            Log::Memory(records, _) => records.get(&id).map(|(stamp, _)| *stamp),
        }
    }

    /// Sees what has to be tagged by a tagger of this key, and forgets what is gone.
    pub(super) fn survey(&mut self, stock: &Stock, key: u64) -> io::Result<()> {
        let stale = |id: DocId, meta: &Meta| self.stamp(id) != Some(stamp(meta, stock.mark(id), key));
        let mut queue: Vec<_> = stock
            .catalogue
            .iter()
            .filter(|(id, entry)| stale(*id, &entry.meta))
            .map(|(id, entry)| (entry.meta.date.as_ref().map(|date| date.value), id))
            .collect();
        queue.sort_unstable();
        self.queue = queue.into_iter().map(|(_, id)| id).collect();
        (self.tagged, self.begun) = (0, Instant::now());
        let is_gone = |id: &DocId| stock.catalogue.get(*id).is_none();
        match &mut self.log {
            Log::Disk(log) => {
                let gone: Vec<DocId> = log.documents().filter(is_gone).collect();
                if !gone.is_empty() {
                    let news = log.remove(&gone)?;
                    self.names = Arc::new(self.names.with(news));
                    self.fresh = true;
                }
            }
            Log::Memory(records, known) => {
                let before = records.len();
                records.retain(|id, _| !is_gone(id));
                if records.len() < before {
                    *known = 0;
                    self.make();
                }
            }
        }
        Ok(())
    }

    /// How many documents are still to be tagged.
    pub(super) fn left(&self) -> usize {
        self.queue.len()
    }

    /// Sees to a document before all others.
    pub(super) fn prefer(&mut self, id: DocId) {
        if let Some(at) = self.queue.iter().position(|waiting| *waiting == id) {
            let id = self.queue.remove(at);
            self.queue.push(id);
        }
    }

    /// Tags a batch. Says whether the table is new since somebody heard of it.
    pub(super) fn tag_some(
        &mut self,
        stock: &Stock,
        text: &TextReader,
        (tagger, key): (&dyn Tagger, u64),
        pool: &ThreadPool,
    ) -> io::Result<bool> {
        let batch = self.queue.split_off(self.queue.len().saturating_sub(BATCH));
        self.tagged += batch.len();
        let record = |id: &DocId| -> Option<(u64, Record)> {
            let meta = &stock.catalogue.get(*id)?.meta;
            // A document whose text isn't there is read again in the next round, and tagged then.
            let text = text.text(*id).ok().flatten()?;
            let context = Context::of(meta);
            let mentions = tagger.tag(&text, &context, &|| false);
            let cast = Cast::in_language(&text, mentions, context.language.as_deref());
            let stamp = stamp(meta, stock.mark(*id), key);
            Some((stamp, Record::of(*id, stamp, &text, &cast)))
        };
        let records: Vec<(u64, Record)> = pool.install(|| batch.par_iter().filter_map(record).collect());
        match &mut self.log {
            Log::Disk(log) => {
                let records: Vec<Record> = records.into_iter().map(|(_, record)| record).collect();
                let news = log.append(&records)?;
                self.names = Arc::new(self.names.with(news));
            }
            Log::Memory(all, _) => {
                all.extend(records.into_iter().map(|(stamp, record)| (record.id, (stamp, record))));
            }
        }
        self.fresh = true;
        let done = self.queue.is_empty();
        if !done && self.told.elapsed() < OFTEN {
            return Ok(false);
        }
        match &mut self.log {
            Log::Disk(log) => {
                log.sync()?;
                if done {
                    log.rest();
                    self.names = Arc::new(self.names.settled());
                }
            }
            // The table is made anew each time, so that is done seldom.
            Log::Memory(all, known) if done || all.len() >= *known * 2 => self.make(),
            Log::Memory(..) => return Ok(false),
        }
        self.told = Instant::now();
        Ok(true)
    }

    /// Makes the table of what is in memory.
    fn make(&mut self) {
        if let Log::Memory(all, known) = &mut self.log {
            let records: Vec<Record> = all.values().map(|(_, record)| record.clone()).collect();
            *known = records.len();
            self.names = Arc::new(Names::of(&records));
            self.fresh = true;
        }
    }

    /// Whether the table is new since this was asked last.
    pub(super) fn take_fresh(&mut self) -> bool {
        std::mem::take(&mut self.fresh)
    }
}

/// A number for what was tagged and by whom: with another one the names are found anew.
fn stamp(meta: &Meta, mark: u64, key: u64) -> u64 {
    let hash = meta.hash.0.iter().take(8).fold(0, |hash, byte| hash << 8 | u64::from(*byte));
    // The factor of Fibonacci hashing keeps the three apart.
    (hash ^ mark.rotate_left(21) ^ key.rotate_left(42)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
