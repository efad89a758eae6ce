//! What is known of a collection's files and documents, in memory.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::News;
use super::again::Firsts;
use super::states::{State, States};
use crate::corpus::{ContentHash, DocId, Meta, Problem, Repeats};
use crate::index::{DocumentRecord, FileRecord, Record, Stamp};
use crate::library::Catalogue;
use crate::note::{path_from_text, path_to_text};

/// The most files that are no text and are named.
const NAMED: usize = 2000;

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
    /// Of each document what no reader needs, and of its file where that is this document and nothing more.
    states: States,
    /// All other files.
    others: HashMap<Arc<Path>, FileState>,
    pub(super) repeats: Arc<Repeats>,
    /// Whether the lines that repeat are known and were set aside since the last change.
    pub(super) clean: bool,
    /// The next number.
    next: u32,
    /// Documents of the ledger that no file holds yet.
    staged: HashMap<DocId, (Arc<Path>, Box<Meta>, u64)>,
    /// What has changed since it was told.
    pub(super) changed: Vec<DocId>,
    pub(super) gone: Vec<DocId>,
    /// Whether the problems, or what is no text, have changed since they were told.
    pub(super) troubled: bool,
}

impl Stock {
    /// What was known when it was written down.
    pub(super) fn restored(
        catalogue: Catalogue,
        states: States,
        others: Vec<FileRecord>,
        repeats: Repeats,
        (clean, next): (bool, u32),
    ) -> Self {
        let changed = catalogue.iter().map(|(id, _)| id).collect();
        let repeats = Arc::new(repeats);
        let mut stock = Self { catalogue, states, repeats, clean, next, changed, ..Self::default() };
        for record in others {
            stock.troubled |= record.binary || !record.problems.is_empty();
            let FileRecord { path, stamp, documents, problems, binary } = record;
            let state = FileState { stamp, documents, problems, binary, round: 0 };
            stock.others.insert(path_from_text(&path).into(), state);
        }
        stock
    }

    /// The parts that it is written down in, besides the catalogue.
    pub(super) fn parts(&self) -> (&States, Vec<FileRecord>, u32) {
        let others = self.others.iter().map(|(path, state)| state.record(path)).collect();
        (&self.states, others, self.next)
    }

    /// A number for a new document.
    pub(super) fn new_id(&mut self) -> DocId {
        self.next += 1;
        DocId(self.next - 1)
    }

    /// Whether all was gone over and nothing has changed since.
    pub(super) fn is_clean(&self) -> bool {
        self.clean
    }

    /// Takes a record of the ledger.
    pub(super) fn take(&mut self, record: Record) {
        self.clean = matches!(record, Record::Cleaned);
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
            Record::Cleaned => {}
        }
    }

    fn take_file(&mut self, record: FileRecord) {
        let FileRecord { path, stamp, documents, problems, binary } = record;
        for id in &documents {
            if let Some((own, meta, mark)) = self.staged.remove(id) {
                self.put(*id, &own, &meta, mark);
            }
        }
        let path: Arc<Path> = path_from_text(&path).into();
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
    pub(super) fn put(&mut self, id: DocId, path: &Path, meta: &Meta, mark: u64) {
        self.next = self.next.max(id.0 + 1);
        self.states.set_mark(id, mark);
        if self.catalogue.put(id, path, meta) {
            self.changed.push(id);
        }
    }

    /// What the lines that repeat made of a document.
    pub(super) fn mark(&self, id: DocId) -> u64 {
        self.states.get(id).mark
    }

    /// Puts a file in its place. Gives those of its former documents that are gone.
    pub(super) fn put_file(&mut self, path: Arc<Path>, state: FileState) -> Vec<DocId> {
        let before = self.file(&path).unwrap_or_default();
        self.troubled |= before.problems != state.problems || before.binary != state.binary;
        let kept: HashSet<DocId> = state.documents.iter().copied().collect();
        let gone = before.documents.into_iter().filter(|id| !kept.contains(id)).collect();
        let gone = self.remove(gone, &path);
        self.forget_file(&path);
        let own = match state.documents.as_slice() {
            [id] if state.problems.is_empty() && !state.binary => {
                self.own(*id, &path).filter(|id| self.states.hold(*id, &state.stamp, state.round))
            }
            _ => None,
        };
        if own.is_none() {
            self.others.insert(path, state);
        }
        gone
    }

    /// The document, where it is at that path itself.
    fn own(&self, id: DocId, path: &Path) -> Option<DocId> {
        self.catalogue.get(id).filter(|entry| entry.path() == path).map(|_| id)
    }

    /// The document that is the file at a path, where nothing more is known of that.
    fn single(&self, path: &Path) -> Option<DocId> {
        self.catalogue.at(&path_to_text(path)).filter(|id| self.states.get(*id).is_file())
    }

    fn forget_file(&mut self, path: &Path) {
        if let Some(id) = self.single(path) {
            self.states.let_go(id);
        }
        self.others.remove(path);
    }

    /// Forgets a file; gives its documents, which are gone.
    pub(super) fn remove_file(&mut self, path: &Path) -> Vec<DocId> {
        let Some(state) = self.file(path) else { return Vec::new() };
        self.troubled |= state.binary || !state.problems.is_empty();
        self.forget_file(path);
        self.remove(state.documents, path)
    }

    /// Takes out those of the documents that still are in this file: others have moved.
    fn remove(&mut self, mut ids: Vec<DocId>, file: &Path) -> Vec<DocId> {
        let catalogue = &self.catalogue;
        ids.retain(|id| catalogue.get(*id).is_some_and(|entry| is_in(&entry.path(), file)));
        for id in &ids {
            self.catalogue.remove(*id);
            self.states.forget(*id);
        }
        self.gone.extend(&ids);
        ids
    }

    /// What is known of a file.
    pub(super) fn file(&self, path: &Path) -> Option<FileState> {
        if let Some(state) = self.others.get(path) {
            return Some(state.clone());
        }
        let id = self.single(path)?;
        let State { stamp, round, .. } = self.states.get(id);
        Some(FileState { stamp, documents: vec![id], round, ..FileState::default() })
    }

    /// A file was seen in a round. Gives how it looked when it was read; `None` where it is new.
    pub(super) fn see(&mut self, path: &Path, round: u32) -> Option<Stamp> {
        if let Some(state) = self.others.get_mut(path) {
            state.round = round;
            return Some(state.stamp);
        }
        let id = self.single(path)?;
        self.states.see(id, round);
        Some(self.states.get(id).stamp)
    }

    /// All files with their documents and the round in which they were seen last, in no order.
    pub(super) fn files(&self) -> impl Iterator<Item = (Cow<'_, Path>, Cow<'_, [DocId]>, u32)> {
        let others = self.others.iter();
        let others =
            others.map(|(path, state)| (Cow::from(&**path), state.documents[..].into(), state.round));
        let singles = self.catalogue.iter().filter_map(|(id, entry)| {
            let state = self.states.get(id);
            state.is_file().then(|| (entry.path(), Cow::from(vec![id]), state.round))
        });
        singles.chain(others)
    }

    /// The files that weren't seen in this round. What lies below a place that couldn't be looked at isn't gone.
    pub(super) fn gone_since(&self, round: u32, hidden: &HashSet<PathBuf>) -> Vec<Arc<Path>> {
        let unseen = |path: &Path| path.ancestors().any(|above| hidden.contains(above));
        let files = self.files().filter(|(.., seen)| *seen != round);
        files.map(|(path, ..)| path).filter(|path| !unseen(path)).map(Arc::from).collect()
    }

    /// How many files are known.
    pub(super) fn count_files(&self) -> usize {
        self.others.len() + self.states.files()
    }

    /// Whether no file is known.
    pub(super) fn is_empty(&self) -> bool {
        self.count_files() == 0
    }

    /// All that is known as records, with how the documents were read first.
    pub(super) fn records(&self, mut firsts: Firsts) -> impl Iterator<Item = Record> + '_ {
        let document = move |id: DocId| {
            let entry = self.catalogue.get(id)?;
            let (path, meta) = (entry.path_text().to_owned(), entry.meta());
            let first = firsts.remove(&id)?;
            Some(Record::Document(Box::new(DocumentRecord { id, path, meta, first, mark: self.mark(id) })))
        };
        let ids = self.files().flat_map(|(_, documents, _)| documents.into_owned());
        let files = self.files().filter_map(|(path, ..)| Some(Record::File(self.file(&path)?.record(&path))));
        let clean = self.clean.then_some(Record::Cleaned);
        ids.filter_map(document).chain(files).chain([Record::Repeats((*self.repeats).clone())]).chain(clean)
    }

    /// What is known now, as news: what has changed since this was asked last.
    pub(super) fn news(&mut self) -> News {
        let troubled = std::mem::take(&mut self.troubled);
        let (unread, not_text) = (troubled.then(|| self.problems()), troubled.then(|| self.not_text()));
        News {
            catalogue: self.catalogue.clone(),
            changed: std::mem::take(&mut self.changed),
            gone: std::mem::take(&mut self.gone),
            unread,
            not_text,
            searchable: true,
            ..News::default()
        }
    }

    /// What is wrong with the files, by their paths.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut troubled: Vec<_> =
            self.others.iter().filter(|(_, state)| !state.problems.is_empty()).collect();
        troubled.sort_by_key(|(path, _)| *path);
        troubled.into_iter().flat_map(|(_, state)| state.problems.iter().cloned()).collect()
    }

    /// The files that are no text, by their paths, as many as somebody may look at.
    pub(super) fn not_text(&self) -> Vec<PathBuf> {
        let others = self.others.iter().filter(|(_, state)| state.binary).take(NAMED);
        let mut paths: Vec<PathBuf> = others.map(|(path, _)| path.to_path_buf()).collect();
        paths.sort_unstable();
        paths
    }

    /// How many files are no documents.
    pub(super) fn binary(&self) -> usize {
        self.others.values().filter(|state| state.binary).count()
    }

    /// The documents of files by what is in them.
    pub(super) fn by_content(&self, files: &[Arc<Path>]) -> HashMap<ContentHash, Vec<DocId>> {
        let mut by_content: HashMap<ContentHash, Vec<DocId>> = HashMap::new();
        for id in files.iter().filter_map(|path| self.file(path)).flat_map(|state| state.documents) {
            if let Some(entry) = self.catalogue.get(id) {
                by_content.entry(*entry.hash()).or_default().push(id);
            }
        }
        by_content
    }
}

/// Whether a document at `path` is this file or a member of it.
fn is_in(path: &Path, file: &Path) -> bool {
    path == file || path.parent() == Some(file)
}
