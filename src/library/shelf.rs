//! The shelf: which contents stand at which paths, for knowing whose a note is.

use std::collections::HashMap;

use super::DocId;
use crate::corpus::ContentHash;
use crate::note::{DocumentRef, Known};

/// The documents of a collection by content and by path.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    by_content: HashMap<ContentHash, Vec<DocId>>,
    by_path: HashMap<String, (ContentHash, DocId)>,
}

impl Shelf {
    /// Puts a document on the shelf; `path` as [`crate::note::path_to_text`] writes it.
    pub fn put(&mut self, path: String, hash: ContentHash, id: DocId) {
        self.by_content.entry(hash).or_default().push(id);
        self.by_path.insert(path, (hash, id));
    }

    /// The document at `path`.
    pub fn at(&self, path: &str) -> Option<DocId> {
        self.by_path.get(path).map(|&(_, id)| id)
    }

    /// The document that a note was made on: the one with its path and content, else one with its content,
    /// else the one at its path.
    pub fn find(&self, made_on: &DocumentRef) -> Option<DocId> {
        let at_path = self.by_path.get(&made_on.path);
        let same = at_path.filter(|(hash, _)| *hash == made_on.hash).map(|&(_, id)| id);
        let content = || self.by_content.get(&made_on.hash).and_then(|ids| ids.first().copied());
        same.or_else(content).or(at_path.map(|&(_, id)| id))
    }

    /// Every document that something kept on this one can be about: those of its content, and the one at its path.
    pub fn candidates(&self, made_on: &DocumentRef) -> impl Iterator<Item = DocId> {
        let content = self.by_content.get(&made_on.hash).into_iter().flatten().copied();
        content.chain(self.at(&made_on.path))
    }
}

impl Known for Shelf {
    fn has(&self, path: &str, hash: &ContentHash) -> bool {
        self.by_path.get(path).is_some_and(|(there, _)| there == hash)
    }

    fn has_content(&self, hash: &ContentHash) -> bool {
        self.by_content.contains_key(hash)
    }
}
