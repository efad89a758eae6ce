//! Names: what each document mentions, found behind the reading, the newest documents first.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::ThreadPool;
use rayon::prelude::*;

use super::stock::Stock;
use crate::corpus::{ContentHash, DocId, Problem};
use crate::index::TextReader;
use crate::index::names::{NameLog, Names, Record, Rules};
use crate::library::Catalogue;
use crate::library::Entry;
use crate::log;
use crate::tag::{Cast, Context, MOST_NAMES, Tagger};

/// Documents that are tagged at the same time, before their names are taken into the table.
const BATCH: usize = 64;

/// How long batches are tagged before anybody is asked whether something else comes first.
const SPELL: Duration = Duration::from_millis(150);

/// How often others hear of the names that were found.
const OFTEN: Duration = Duration::from_secs(2);

/// The names of a collection, as far as they are known.
pub(super) struct Tagging {
    log: NameLog,
    names: Arc<Names>,
    /// What is still to be tagged, what comes first at the end.
    queue: Vec<DocId>,
    /// The one that somebody wants before all others, whenever it comes to be tagged.
    preferred: Option<DocId>,
    /// Documents that were tagged since the queue was made.
    pub(super) tagged: usize,
    /// Since when they are tagged.
    pub(super) begun: Instant,
    told: Instant,
    /// Whether the table has something that nobody has heard of.
    fresh: bool,
    /// The documents of which not all names were taken.
    cut: BTreeMap<DocId, Problem>,
    /// Whether those that were tagged before this was opened are among them.
    recalled: bool,
    /// Whether nobody has heard of the last of them.
    fresh_cut: bool,
}

impl Tagging {
    /// The names that are kept in a folder; without one they are kept as long as this is. What is wrong with them is told:
    /// they are found anew.
    pub(super) fn open(folder: Option<&Path>, rules: Arc<Rules>) -> (Self, Vec<Problem>) {
        let (log, names, problems) = NameLog::open_with(folder, rules, true);
        let (names, begun) = (Arc::new(names), Instant::now());
        let tagging = Self {
            log,
            names,
            queue: Vec::new(),
            preferred: None,
            tagged: 0,
            begun,
            told: begun,
            fresh: true,
            cut: BTreeMap::new(),
            recalled: false,
            fresh_cut: false,
        };
        (tagging, problems)
    }

    /// Groups the names anew by these rules.
    pub(super) fn rule(&mut self, rules: Arc<Rules>) -> io::Result<()> {
        self.names = Arc::new(Names::ruled(rules).with(self.log.again()?).settled());
        self.log.outdate();
        self.fresh = true;
        Ok(())
    }

    /// The table of who is who.
    pub(super) fn names(&self) -> Arc<Names> {
        self.names.clone()
    }

    /// Sees what has to be tagged by a tagger of this key, and forgets what is gone.
    pub(super) fn survey(&mut self, stock: &Stock, key: u64) -> io::Result<()> {
        let rules = self.names.rules();
        let stale = |id: DocId, entry: Entry<'_>| {
            let own = rules.of_document(&entry.path(), entry.hash());
            self.log.stamp(id) != Some(stamp(entry.hash(), stock.mark(id), key, own))
        };
        let mut queue: Vec<_> = stock
            .catalogue
            .iter()
            .filter(|(id, entry)| stale(*id, *entry))
            .map(|(id, entry)| (entry.date(), id))
            .collect();
        queue.sort_unstable();
        self.queue = queue.into_iter().map(|(_, id)| id).collect();
        self.put_preferred_first();
        (self.tagged, self.begun) = (0, Instant::now());
        let is_gone = |id: &DocId| stock.catalogue.get(*id).is_none();
        let gone: Vec<DocId> = self.log.documents().filter(is_gone).collect();
        if !gone.is_empty() {
            gone.iter().for_each(|id| self.fresh_cut |= self.cut.remove(id).is_some());
            let news = self.log.remove(&gone)?;
            self.names = Arc::new(self.names.with(news));
            self.fresh = true;
        }
        if !std::mem::replace(&mut self.recalled, true) {
            self.recall_cut(&stock.catalogue)?;
        }
        Ok(())
    }

    /// Looks for documents of which not all names were taken when they were tagged in an earlier run. Only those long enough
    /// are looked at: few are.
    fn recall_cut(&mut self, catalogue: &Catalogue) -> io::Result<()> {
        for (id, entry) in catalogue.iter().filter(|(_, entry)| entry.words() as usize >= MOST_NAMES / 4) {
            let left_out = self.names.record(id)?.map_or(0, |record| record.left_out);
            self.fresh_cut |= left_out > 0;
            self.cut.extend(cut(entry.path_text(), left_out).map(|cut| (id, cut)));
        }
        Ok(())
    }

    /// How many documents are still to be tagged.
    pub(super) fn left(&self) -> usize {
        self.queue.len()
    }

    /// Sees to a document before all others.
    pub(super) fn prefer(&mut self, id: DocId) {
        self.preferred = Some(id);
        self.put_preferred_first();
    }

    fn put_preferred_first(&mut self) {
        let waits = |id: DocId| self.queue.iter().position(|waiting| *waiting == id);
        if let Some(at) = self.preferred.and_then(waits) {
            let id = self.queue.remove(at);
            self.queue.push(id);
        }
    }

    /// Tags some batches: while one is tagged, the names of the one before are taken into the table. Says whether the table is
    /// new since somebody heard of it.
    pub(super) fn tag_some(
        &mut self,
        stock: &Stock,
        text: &TextReader,
        (tagger, key): (&dyn Tagger, u64),
        pool: &ThreadPool,
    ) -> io::Result<bool> {
        let rules = self.names.rules();
        let record = |id: &DocId| -> Option<(Record, Option<Problem>)> {
            let entry = stock.catalogue.get(*id)?;
            let meta = &entry.meta();
            // A document whose text isn't there is read again in the next round, and tagged then.
            let text = text.text(*id).ok().flatten()?;
            let context = Context::of(meta);
            let mentions = tagger.tag(&text, &context, &|| false);
            let own = rules.of_document(&entry.path(), &meta.hash);
            let cast = match own {
                Some(own) => own.cast(&text, mentions, context.language.as_deref()),
                None => Cast::in_language(&text, mentions, context.language.as_deref()),
            };
            let stamp = stamp(&meta.hash, stock.mark(*id), key, own);
            let record = Record::of(*id, stamp, &text, &cast);
            let cut = cut(entry.path_text(), record.left_out);
            Some((record, cut))
        };
        let begun = Instant::now();
        let mut tagged = Vec::new();
        loop {
            let before = std::mem::take(&mut tagged);
            let batch = if begun.elapsed() < SPELL { self.next_batch() } else { Vec::new() };
            let (last, tagged) = (batch.is_empty(), &mut tagged);
            pool.in_place_scope(|scope| {
                if !last {
                    scope.spawn(|_| *tagged = batch.par_iter().filter_map(record).collect());
                }
                if before.is_empty() { Ok(()) } else { self.take_in(before) }
            })?;
            if last {
                break;
            }
        }
        let done = self.queue.is_empty();
        if !done && self.told.elapsed() < OFTEN {
            return Ok(false);
        }
        self.log.sync()?;
        if done {
            log::took("names", "found", self.begun, &[("documents", self.tagged as u64)]);
            self.log.rest();
            self.names = Arc::new(self.names.settled());
            self.log.write_down(&self.names, false)?;
        }
        self.told = Instant::now();
        Ok(true)
    }

    /// What is tagged next, out of the queue.
    fn next_batch(&mut self) -> Vec<DocId> {
        let batch = self.queue.split_off(self.queue.len().saturating_sub(BATCH));
        self.tagged += batch.len();
        batch
    }

    /// Takes the names of documents into the table.
    fn take_in(&mut self, tagged: Vec<(Record, Option<Problem>)>) -> io::Result<()> {
        let (records, cut): (Vec<_>, Vec<_>) = tagged.into_iter().unzip();
        for (record, cut) in records.iter().zip(cut) {
            let whole = cut.is_none();
            let before = self.cut.remove(&record.id);
            self.cut.extend(cut.map(|cut| (record.id, cut)));
            self.fresh_cut |= !whole || before.is_some();
        }
        let news = self.log.append(&records)?;
        self.names = Arc::new(self.names.with(news));
        self.fresh = true;
        Ok(())
    }

    /// Writes the table down, so that the next start needn't group names; in `quiet`, once nobody waits for anything, it is
    /// put right before.
    pub(super) fn write_down(&mut self, quiet: bool) -> io::Result<()> {
        if quiet && !self.names.is_settled() {
            self.names = Arc::new(self.names.settled());
            self.fresh = true;
        }
        if self.queue.is_empty() && self.names.is_settled() {
            self.log.write_down(&self.names, quiet)
        } else {
            Ok(())
        }
    }

    /// The documents of which not all names were taken.
    pub(super) fn cut(&self) -> impl Iterator<Item = &Problem> {
        self.cut.values()
    }

    /// Whether there are more of them since this was asked last.
    pub(super) fn take_fresh_cut(&mut self) -> bool {
        std::mem::take(&mut self.fresh_cut)
    }

    /// Whether the table is new since this was asked last.
    pub(super) fn take_fresh(&mut self) -> bool {
        std::mem::take(&mut self.fresh)
    }
}

/// What is said of a document of which so many mentions were left out.
fn cut(path: &str, left_out: u32) -> Option<Problem> {
    let reason = format!(
        "names more than {MOST_NAMES} different people, things, days and figures; {left_out} mentions of those behind them were left out"
    );
    (left_out > 0).then(|| Problem::new(path, reason, "split the file, and all are taken"))
}

/// A number for what was tagged, by whom and by which rules of its own: with another one the names are found anew.
fn stamp(hash: &ContentHash, mark: u64, key: u64, own: Option<&Rules>) -> u64 {
    let key = key ^ own.map_or(0, Rules::key);
    // The factor of Fibonacci hashing keeps the three apart.
    (hash.key() ^ mark.rotate_left(21) ^ key.rotate_left(42)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
