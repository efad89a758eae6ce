//! What is known of a collection's files and documents, in memory.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use super::News;
use super::again::Firsts;
use crate::corpus::{ContentHash, DocId, Meta, Problem, Repeats};
use crate::index::{DocumentRecord, FileRecord, Record, Stamp};
use crate::library::{Catalogue, Entry};
use crate::note::{path_from_text, path_to_text};

/// What is known of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FileState {
    pub(super) stamp: Stamp,
    /// Its documents, in order.
    pub(super) documents: Vec<DocId>,
    pub(super) problems: Vec<Problem>,
    /// Whether it is no document.
    pub(super) binary: bool,
    /// The round in which it was seen last.
    pub(super) round: u32,
}

impl FileState {
    /// The same as a record.
    pub(super) fn record(&self, path: &Path) -> FileRecord {
        let Self { stamp, documents, problems, binary, .. } = self;
        let (documents, problems) = (documents.clone(), problems.clone());
        FileRecord { path: path_to_text(path), stamp: *stamp, documents, problems, binary: *binary }
    }
}

/// What is known of a collection.
#[derive(Debug, Default)]
pub(super) struct Stock {
    pub(super) catalogue: Catalogue,
    files: HashMap<Arc<Path>, FileState>,
    /// What the lines that repeat made of documents; those that aren't here have none.
    marks: HashMap<DocId, u64>,
    pub(super) repeats: Arc<Repeats>,
    /// The next number.
    next: u32,
    /// Documents of the ledger that no file holds yet.
    staged: HashMap<DocId, (Arc<Path>, Box<Meta>, u64)>,
    /// What has changed since it was told.
    pub(super) changed: Vec<DocId>,
    pub(super) gone: Vec<DocId>,
    /// Whether the problems have changed since they were told.
    pub(super) troubled: bool,
}

impl Stock {
    /// A number for a new document.
    pub(super) fn new_id(&mut self) -> DocId {
        self.next += 1;
        DocId(self.next - 1)
    }

    /// Takes a record of the ledger.
    pub(super) fn take(&mut self, record: Record) {
        match record {
            Record::Document(record) => {
                let DocumentRecord { id, path, meta, mark, .. } = *record;
                self.next = self.next.max(id.0 + 1);
                let path: Arc<Path> = path_from_text(&path).into();
                self.staged.insert(id, (path, Box::new(meta), mark));
            }
            Record::File(record) => self.take_file(record),
            Record::Gone(path) => drop(self.remove_file(&path_from_text(&path))),
            Record::Repeats(repeats) => self.repeats = Arc::new(repeats),
        }
    }

    fn take_file(&mut self, record: FileRecord) {
        let FileRecord { path, stamp, documents, problems, binary } = record;
        let path = path_from_text(&path);
        let mut file = None;
        for id in &documents {
            if let Some((own, meta, mark)) = self.staged.remove(id) {
                file = Some(own.clone()).filter(|own| **own == *path);
                self.put(*id, own, *meta, mark);
            }
        }
        let path = file.unwrap_or_else(|| path.into());
        self.put_file(path, FileState { stamp, documents, problems, binary, round: 0 });
    }

    /// The documents of the ledger that no file came to hold: the program was ended while it read their file.
    pub(super) fn take_unowned(&mut self) -> Vec<DocId> {
        self.staged.drain().map(|(id, _)| id).collect()
    }

    /// Takes out all documents, and gives their numbers.
    pub(super) fn take_all(&mut self) -> Vec<DocId> {
        std::mem::take(&mut self.catalogue).iter().map(|(id, _)| id).collect()
    }

    /// Puts a document in its place.
    pub(super) fn put(&mut self, id: DocId, path: Arc<Path>, meta: Meta, mark: u64) {
        self.next = self.next.max(id.0 + 1);
        if mark == 0 {
            self.marks.remove(&id);
        } else {
            self.marks.insert(id, mark);
        }
        if self.catalogue.put(id, Entry::new(path, meta)) {
            self.changed.push(id);
        }
    }

    /// What the lines that repeat made of a document.
    pub(super) fn mark(&self, id: DocId) -> u64 {
        self.marks.get(&id).copied().unwrap_or(0)
    }

    /// Puts a file in its place. Gives those of its former documents that are gone.
    pub(super) fn put_file(&mut self, path: Arc<Path>, state: FileState) -> Vec<DocId> {
        let before = self.files.get(&path);
        self.troubled |= before.map_or(&[][..], |before| &before.problems) != state.problems;
        let former = before.map_or_else(Vec::new, |before| before.documents.clone());
        let kept: HashSet<DocId> = state.documents.iter().copied().collect();
        let gone = former.into_iter().filter(|id| !kept.contains(id)).collect();
        let gone = self.remove(gone, &path);
        self.files.insert(path, state);
        gone
    }

    /// Forgets a file; gives its documents, which are gone.
    pub(super) fn remove_file(&mut self, path: &Path) -> Vec<DocId> {
        let Some(state) = self.files.remove(path) else { return Vec::new() };
        self.troubled |= !state.problems.is_empty();
        self.remove(state.documents, path)
    }

    /// Takes out those of the documents that still are in this file: others have moved.
    fn remove(&mut self, mut ids: Vec<DocId>, file: &Path) -> Vec<DocId> {
        let catalogue = &self.catalogue;
        ids.retain(|id| catalogue.get(*id).is_some_and(|entry| is_in(&entry.path, file)));
        for id in &ids {
            self.catalogue.remove(*id);
            self.marks.remove(id);
        }
        self.gone.extend(&ids);
        ids
    }

    /// What is known of a file.
    pub(super) fn file(&self, path: &Path) -> Option<&FileState> {
        self.files.get(path)
    }

    /// The same, to be changed without a word to anybody.
    pub(super) fn file_mut(&mut self, path: &Path) -> Option<&mut FileState> {
        self.files.get_mut(path)
    }

    /// All files, in no order.
    pub(super) fn files(&self) -> impl Iterator<Item = (&Arc<Path>, &FileState)> {
        self.files.iter()
    }

    /// Whether no file is known.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// All that is known as records, with how the documents were read first.
    pub(super) fn records(&self, mut firsts: Firsts) -> impl Iterator<Item = Record> + '_ {
        let document = move |id: DocId| {
            let entry = self.catalogue.get(id)?;
            let (path, meta) = (path_to_text(&entry.path), entry.meta.clone());
            let first = firsts.remove(&id)?;
            Some(Record::Document(Box::new(DocumentRecord { id, path, meta, first, mark: self.mark(id) })))
        };
        let ids = self.files.values().flat_map(|state| state.documents.iter().copied());
        let files = self.files.iter().map(|(path, state)| Record::File(state.record(path)));
        ids.filter_map(document).chain(files).chain([Record::Repeats((*self.repeats).clone())])
    }

    /// What is known now, as news: what has changed since this was asked last.
    pub(super) fn news(&mut self) -> News {
        let unread = std::mem::take(&mut self.troubled).then(|| self.problems());
        News {
            catalogue: self.catalogue.clone(),
            changed: std::mem::take(&mut self.changed),
            gone: std::mem::take(&mut self.gone),
            unread,
            searchable: true,
            ..News::default()
        }
    }

    /// What is wrong with the files, by their paths.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut troubled: Vec<_> =
            self.files.iter().filter(|(_, state)| !state.problems.is_empty()).collect();
        troubled.sort_by_key(|(path, _)| *path);
        troubled.into_iter().flat_map(|(_, state)| state.problems.iter().cloned()).collect()
    }

    /// How many files are no documents.
    pub(super) fn binary(&self) -> usize {
        self.files.values().filter(|state| state.binary).count()
    }

    /// The documents of files by what is in them.
    pub(super) fn by_content(&self, files: &[Arc<Path>]) -> HashMap<ContentHash, Vec<DocId>> {
        let mut by_content: HashMap<ContentHash, Vec<DocId>> = HashMap::new();
        for id in files.iter().filter_map(|path| self.files.get(path)).flat_map(|state| &state.documents) {
            if let Some(entry) = self.catalogue.get(*id) {
                by_content.entry(entry.meta.hash).or_default().push(*id);
            }
        }
        by_content
    }
}

/// Whether a document at `path` is this file or a member of it.
fn is_in(path: &Path, file: &Path) -> bool {
    path == file || path.parent() == Some(file)
}
