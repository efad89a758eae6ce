//! The catalogue: what is known of each document, without its text.

mod chunk;
mod entry;
#[cfg(test)]
mod tests;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::Groups;
use super::lookup::Lookup;
use crate::corpus::{ContentHash, DocId, Meta};
use crate::find::titles::Titles;
use crate::index::packed::{Packed, Unpacked};
use crate::note::{DocumentRef, Known, Match, Store, path_to_text};
use chunk::Chunk;
pub use entry::Entry;

/// Documents to a chunk. A snapshot shares all chunks; adding copies at most one.
pub(super) const CHUNK: usize = 1024;

/// All entries of a collection by number. A clone is a snapshot that costs next to nothing, so that workers can
/// search while more documents come in.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    chunks: Vec<Arc<Chunk>>,
    count: usize,
    epoch: u32,
    by_path: Lookup,
    by_content: Lookup,
    worked_out: Option<Arc<WorkedOut>>,
}

/// What was worked out of a catalogue when it was written down.
#[derive(Clone, Debug, Default)]
pub struct WorkedOut {
    /// Which documents were copies of which.
    pub groups: Groups,
    /// All documents in the usual order.
    pub order: Vec<DocId>,
}

impl Catalogue {
    /// Adds a document behind all others and gives its number.
    pub fn push(&mut self, path: &Path, meta: &Meta) -> DocId {
        let id = DocId(self.span() as u32);
        self.put(id, path, meta);
        id
    }

    /// Puts a document in its place, perhaps in that of another one; says whether that changed anything.
    pub fn put(&mut self, id: DocId, path: &Path, meta: &Meta) -> bool {
        let at = id.0 as usize;
        let path = path_to_text(path);
        let there = self.get(id);
        if there.is_some_and(|there| there.path_text() == path && there.meta() == *meta) {
            return false;
        }
        let (came, new) = (there.is_none(), at >= self.span());
        while self.chunks.len() <= at / CHUNK {
            self.chunks.last_mut().map(Arc::make_mut).into_iter().for_each(Chunk::settle);
            self.chunks.push(Arc::default());
        }
        self.by_path.put(path_key(&path), id);
        self.by_content.put(meta.hash.key(), id);
        let Some(chunk) = self.chunks.get_mut(at / CHUNK).map(Arc::make_mut) else { return false };
        chunk.put(at % CHUNK, &path, meta);
        self.count += usize::from(came);
        self.epoch += u32::from(!new);
        true
    }

    /// Takes an entry out; its number stays free. Says whether there was one.
    pub fn remove(&mut self, id: DocId) -> bool {
        let there = self.get(id).is_some();
        if there && let Some(chunk) = self.chunks.get_mut(id.0 as usize / CHUNK).map(Arc::make_mut) {
            chunk.remove(id.0 as usize % CHUNK);
            self.count -= 1;
            self.epoch += 1;
        }
        there
    }

    /// How often an entry was replaced or taken out: what was worked out of the entries of an older epoch may
    /// be wrong.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// One more than the greatest number that was ever in use.
    pub fn span(&self) -> usize {
        let last = self.chunks.last().map_or(0, |chunk| chunk.len());
        self.chunks.len().saturating_sub(1) * CHUNK + last
    }

    /// The entry of that number.
    pub fn get(&self, id: DocId) -> Option<Entry<'_>> {
        self.chunks.get(id.0 as usize / CHUNK)?.get(id.0 as usize % CHUNK)
    }

    /// All entries with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (DocId, Entry<'_>)> {
        self.chunks.iter().enumerate().flat_map(|(chunk, entries)| {
            entries.iter().map(move |(at, entry)| (DocId((chunk * CHUNK + at) as u32), entry))
        })
    }

    /// The document at a path, which is written as by [`path_to_text`].
    pub fn at(&self, path: &str) -> Option<DocId> {
        let is = |id: &DocId| self.get(*id).is_some_and(|entry| entry.path_text() == path);
        self.by_path.get(path_key(path)).find(is)
    }

    /// The documents of this content.
    fn of_content(&self, hash: ContentHash) -> impl Iterator<Item = DocId> {
        let is = move |id: &DocId| self.get(*id).is_some_and(|entry| *entry.hash() == hash);
        self.by_content.get(hash.key()).filter(is)
    }

    /// Every document that something kept on this one can be about: the one at its path, and those of its content.
    pub fn candidates(&self, made_on: &DocumentRef) -> impl Iterator<Item = DocId> {
        self.at(&made_on.path).into_iter().chain(self.of_content(made_on.hash))
    }

    /// The document that a note was made on, as [`Store::of_document`] has it; the first of several with its content.
    pub fn find(&self, made_on: &DocumentRef, store: &Store) -> Option<DocId> {
        let is = |id: &DocId| {
            let Some(entry) = self.get(*id) else { return false };
            store.belongs(made_on, (entry.path_text(), entry.hash()), self) != Match::No
        };
        let later = || store.paths_of(&made_on.hash).into_iter().filter_map(|path| self.at(path));
        self.candidates(made_on).find(is).or_else(|| later().find(is))
    }

    /// The titles of each [`CHUNK`] of numbers. The first to ask for them waits until they are made.
    pub(super) fn titles(&self) -> impl IndexedParallelIterator<Item = &Titles> {
        self.chunks.par_iter().map(|chunk| chunk.titles())
    }

    /// What was worked out of the documents that it had when it was written down, unless some of them changed since.
    pub fn worked_out(&self) -> Option<&WorkedOut> {
        self.worked_out.as_deref().filter(|_| self.epoch == 0)
    }

    /// The same, which may be wrong of documents that changed since.
    pub fn worked_out_before(&self) -> Option<&WorkedOut> {
        self.worked_out.as_deref()
    }

    /// The pieces that it is written down in.
    pub(super) fn pack(&self) -> impl Iterator<Item = Packed> + '_ {
        self.chunks.iter().map(|chunk| {
            let mut packed = Packed::default();
            chunk.pack(&mut packed);
            packed
        })
    }

    /// The catalogue that was written down in these pieces; `None` where they aren't that. `piece` gives each by its number.
    pub(super) fn unpack<'a>(
        pieces: usize,
        piece: impl Fn(usize) -> Option<Unpacked<'a>> + Sync,
        worked_out: WorkedOut,
    ) -> Option<Self> {
        let read = |number: usize| {
            let chunk = Chunk::unpack(&mut piece(number)?)?;
            (chunk.len() <= CHUNK).then(|| Arc::new(chunk))
        };
        let chunks = (0..pieces).into_par_iter().map(read).collect::<Option<Vec<Arc<Chunk>>>>()?;
        let mut catalogue = Self { chunks, worked_out: Some(Arc::new(worked_out)), ..Self::default() };
        let pairs = |key: fn(Entry<'_>) -> u64| {
            let of = |(number, chunk): (usize, &Arc<Chunk>)| {
                let id = |at: usize| DocId((number * CHUNK + at) as u32);
                chunk.iter().map(|(at, entry)| (key(entry), id(at))).collect::<Vec<_>>()
            };
            Lookup::of(catalogue.chunks.par_iter().enumerate().flat_map_iter(of).collect())
        };
        let by_path = || pairs(|entry| path_key(entry.path_text()));
        let (by_path, by_content) = rayon::join(by_path, || pairs(|entry| entry.hash().key()));
        catalogue.count = catalogue.iter().count();
        (catalogue.by_path, catalogue.by_content) = (by_path, by_content);
        Some(catalogue)
    }
}

impl Known for Catalogue {
    fn has(&self, path: &str, hash: &ContentHash) -> bool {
        self.at(path).and_then(|id| self.get(id)).is_some_and(|entry| entry.hash() == hash)
    }

    fn has_content(&self, hash: &ContentHash) -> bool {
        self.of_content(*hash).next().is_some()
    }

    fn has_path(&self, path: &str) -> bool {
        self.at(path).is_some()
    }

    fn has_edit(&self, path: &str, of: &ContentHash) -> bool {
        let now = self.at(path).and_then(|id| self.get(id));
        let then = self.of_content(*of).next().and_then(|id| self.get(id));
        now.zip(then).is_some_and(|(now, then)| is_edit(now, then))
    }
}

/// The share that an edit has in common with what it was, at least. Texts that have nothing to do with one another
/// have next to nothing in common, but those of one author or one form may have some sentences.
const EDITED: f32 = 0.2;

/// Whether one is an edit of the other, and not another document. Texts too short to be compared are told by their titles.
fn is_edit(now: Entry<'_>, then: Entry<'_>) -> bool {
    let (one, other) = (now.identity(), then.identity());
    match (one.sketch, other.sketch) {
        (Some(_), Some(_)) => one.resemblance(other) >= EDITED,
        // Titles that come of the names of the files differ: then another document took the place.
        _ => now.title() == then.title(),
    }
}

/// The key of a path.
fn path_key(path: &str) -> u64 {
    // The same in each run of the program is enough; nobody else sees it.
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    hasher.finish()
}
