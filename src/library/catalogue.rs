//! The catalogue: what is known of each document, without its text.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use crate::corpus::{DocId, Meta};
use crate::find::titles::Titles;

/// Entries to a chunk. A snapshot shares all chunks; adding copies at most one.
pub(super) const CHUNK: usize = 1024;

/// What the catalogue holds of a document.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it is: an absolute path, or `ibid:…` for a document that is built into the program.
    pub path: Arc<Path>,
    /// What is known of it.
    pub meta: Meta,
}

impl Entry {
    /// An entry.
    pub fn new(path: Arc<Path>, meta: Meta) -> Self {
        Self { path, meta }
    }

    /// Its title.
    pub fn title(&self) -> &str {
        &self.meta.title.value
    }

    /// Its publisher or site; empty where unknown.
    pub fn source(&self) -> &str {
        self.meta.source.as_ref().map_or("", |source| &source.value)
    }
}

/// All entries of a collection. Grows at the end; a clone is a snapshot that costs next to nothing, so
/// that workers can search while more documents come in.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    chunks: Vec<Arc<Chunk>>,
    epoch: u32,
}

/// Some entries that follow one another, and their titles as fuzzy search wants them.
#[derive(Clone, Debug, Default)]
struct Chunk {
    entries: Vec<Entry>,
    titles: Titles,
}

impl Catalogue {
    /// Adds an entry and gives its number.
    pub fn push(&mut self, entry: Entry) -> DocId {
        let id = DocId(self.len() as u32);
        if self.chunks.last().is_none_or(|chunk| chunk.entries.len() >= CHUNK) {
            self.chunks.push(Arc::default());
        }
        if let Some(chunk) = self.chunks.last_mut().map(Arc::make_mut) {
            chunk.titles.push(entry.title());
            chunk.entries.push(entry);
        }
        id
    }

    /// Puts another entry in the place of the one of that number; says whether that changed anything.
    pub fn replace(&mut self, id: DocId, entry: Entry) -> bool {
        let at = id.0 as usize;
        let Some(chunk) = self.chunks.get_mut(at / CHUNK) else { return false };
        if chunk
            .entries
            .get(at % CHUNK)
            .is_none_or(|there| there.path == entry.path && there.meta == entry.meta)
        {
            return false;
        }
        let chunk = Arc::make_mut(chunk);
        if let Some(there) = chunk.entries.get_mut(at % CHUNK) {
            *there = entry;
        }
        chunk.titles = chunk.entries.iter().map(Entry::title).collect();
        self.epoch += 1;
        true
    }

    /// Puts entries in the place of those at their paths.
    pub fn revise(&mut self, entries: Vec<Entry>) {
        let numbers: HashMap<Arc<Path>, DocId> =
            self.iter().map(|(id, entry)| (entry.path.clone(), id)).collect();
        for entry in entries {
            if let Some(id) = numbers.get(&entry.path) {
                self.replace(*id, entry);
            }
        }
    }

    /// How often an entry was replaced: what was worked out of the entries of an older epoch may be wrong.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        let last = self.chunks.last().map_or(0, |chunk| chunk.entries.len());
        self.chunks.len().saturating_sub(1) * CHUNK + last
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// The entry of that number.
    pub fn get(&self, id: DocId) -> Option<&Entry> {
        self.chunks.get(id.0 as usize / CHUNK)?.entries.get(id.0 as usize % CHUNK)
    }

    /// All entries with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (DocId, &Entry)> {
        self.chunks
            .iter()
            .flat_map(|chunk| chunk.entries.iter())
            .enumerate()
            .map(|(at, entry)| (DocId(at as u32), entry))
    }

    /// The titles of all entries, so many columns of [`CHUNK`] each.
    pub(super) fn titles(&self) -> impl ExactSizeIterator<Item = &Titles> {
        self.chunks.iter().map(|chunk| &chunk.titles)
    }
}
