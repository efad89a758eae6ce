//! The catalogue: what is known of each document, without its text.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Arc;

use super::lookup::Lookup;
use crate::corpus::{ContentHash, DocId, Label, Meta};
use crate::find::titles::Titles;
use crate::note::{DocumentRef, Known, path_to_text};

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

/// All entries of a collection by number. A clone is a snapshot that costs next to nothing, so that workers can
/// search while more documents come in.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    chunks: Vec<Arc<Chunk>>,
    count: usize,
    epoch: u32,
    by_path: Lookup,
    by_content: Lookup,
    labels: Arc<HashSet<Label>>,
}

/// Labels that documents may share; a collection has few sources and languages, and its authors come again.
const LABELS: usize = 8192;

/// Some entries that follow one another, and their titles as fuzzy search wants them.
#[derive(Clone, Debug, Default)]
struct Chunk {
    entries: Vec<Option<Entry>>,
    /// Where there is no entry the title is empty, and nothing finds it.
    titles: Titles,
}

impl Chunk {
    /// Puts an entry, or none, into its place.
    fn put(&mut self, at: usize, entry: Option<Entry>) {
        if self.entries.len() <= at {
            self.entries.resize(at + 1, None);
        }
        self.titles.put(at, entry.as_ref().map_or("", Entry::title));
        self.entries[at] = entry;
    }
}

impl Catalogue {
    /// Adds an entry behind all others and gives its number.
    pub fn push(&mut self, entry: Entry) -> DocId {
        let id = DocId(self.span() as u32);
        self.put(id, entry);
        id
    }

    /// Puts an entry in its place, perhaps in that of another one; says whether that changed anything.
    pub fn put(&mut self, id: DocId, mut entry: Entry) -> bool {
        let at = id.0 as usize;
        let there = self.get(id);
        if there.is_some_and(|there| there.path == entry.path && there.meta == entry.meta) {
            return false;
        }
        let (came, new) = (there.is_none(), at >= self.span());
        let Meta { source, author, language, .. } = &mut entry.meta;
        for found in [source, author, language].into_iter().flatten() {
            self.share(&mut found.value);
        }
        while self.chunks.len() <= at / CHUNK {
            self.chunks.push(Arc::default());
        }
        self.by_path.put(path_key(&path_to_text(&entry.path)), id);
        self.by_content.put(entry.meta.hash.key(), id);
        let Some(chunk) = self.chunks.get_mut(at / CHUNK).map(Arc::make_mut) else { return false };
        chunk.put(at % CHUNK, Some(entry));
        self.count += usize::from(came);
        self.epoch += u32::from(!new);
        true
    }

    /// Takes the memory of a label that is the same.
    fn share(&mut self, label: &mut Label) {
        if let Some(same) = self.labels.get(label) {
            *label = same.clone();
        } else if self.labels.len() < LABELS {
            Arc::make_mut(&mut self.labels).insert(label.clone());
        }
    }

    /// Takes an entry out; its number stays free. Says whether there was one.
    pub fn remove(&mut self, id: DocId) -> bool {
        let there = self.get(id).is_some();
        if there && let Some(chunk) = self.chunks.get_mut(id.0 as usize / CHUNK).map(Arc::make_mut) {
            chunk.put(id.0 as usize % CHUNK, None);
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
        let last = self.chunks.last().map_or(0, |chunk| chunk.entries.len());
        self.chunks.len().saturating_sub(1) * CHUNK + last
    }

    /// The entry of that number.
    pub fn get(&self, id: DocId) -> Option<&Entry> {
        self.chunks.get(id.0 as usize / CHUNK)?.entries.get(id.0 as usize % CHUNK)?.as_ref()
    }

    /// All entries with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (DocId, &Entry)> {
        self.chunks.iter().enumerate().flat_map(|(chunk, entries)| {
            let entries = entries.entries.iter().enumerate();
            entries.filter_map(move |(at, entry)| Some((DocId((chunk * CHUNK + at) as u32), entry.as_ref()?)))
        })
    }

    /// The document at a path, which is written as by [`path_to_text`].
    pub fn at(&self, path: &str) -> Option<DocId> {
        let is = |id: &DocId| self.get(*id).is_some_and(|entry| path_to_text(&entry.path) == path);
        self.by_path.get(path_key(path)).find(is)
    }

    /// The documents of this content.
    fn of_content(&self, hash: &ContentHash) -> impl Iterator<Item = DocId> {
        let is = |id: &DocId| self.get(*id).is_some_and(|entry| entry.meta.hash == *hash);
        self.by_content.get(hash.key()).filter(is)
    }

    /// Every document that something kept on this one can be about: those of its content, and the one at its path.
    pub fn candidates(&self, made_on: &DocumentRef) -> impl Iterator<Item = DocId> {
        self.of_content(&made_on.hash).chain(self.at(&made_on.path))
    }

    /// The document that a note was made on: the one with its path and content, else one with its content,
    /// else the one at its path.
    pub fn find(&self, made_on: &DocumentRef) -> Option<DocId> {
        let at_path = self.at(&made_on.path);
        let same = at_path.filter(|id| self.get(*id).is_some_and(|entry| entry.meta.hash == made_on.hash));
        same.or_else(|| self.of_content(&made_on.hash).next()).or(at_path)
    }

    /// The titles of all numbers, [`CHUNK`] of them in each but the last.
    pub(super) fn titles(&self) -> impl Iterator<Item = &Titles> {
        self.chunks.iter().map(|chunk| &chunk.titles)
    }
}

impl Known for Catalogue {
    fn has(&self, path: &str, hash: &ContentHash) -> bool {
        self.at(path).and_then(|id| self.get(id)).is_some_and(|entry| entry.meta.hash == *hash)
    }

    fn has_content(&self, hash: &ContentHash) -> bool {
        self.of_content(hash).next().is_some()
    }
}

/// The key of a path.
fn path_key(path: &str) -> u64 {
    // The same in each run of the program is enough; nobody else sees it.
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    hasher.finish()
}
