//! Reading positions: how far the person has come in each document.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{DocumentRef, Known};
use crate::corpus::ContentHash;

/// How far the person has come in a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The document as it was then.
    pub document: DocumentRef,
    /// Where, in bytes of the reading text; past its end where the text has become shorter since.
    pub offset: u64,
    /// Whether they have read it.
    pub read: bool,
}

/// A place and when it was kept; the greater one counts.
type Kept = Arc<(Timestamp, Place)>;

/// The last place of each document, found by path and content, by content, and by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    exact: HashMap<ContentHash, HashMap<String, Kept>>,
    by_content: HashMap<ContentHash, Kept>,
    by_path: HashMap<String, Kept>,
    /// What was ever read at each path.
    contents: HashMap<String, BTreeSet<ContentHash>>,
}

impl Places {
    /// Takes a place in; says whether it changed anything.
    pub(super) fn apply(&mut self, at: Timestamp, place: &Place) -> bool {
        let (path, hash) = (&place.document.path, place.document.hash);
        let kept = Arc::new((at, place.clone()));
        let copies = self.exact.entry(hash).or_default();
        let changed = keep(copies.entry(path.clone()), &kept);
        keep(self.by_content.entry(hash), &kept);
        keep(self.by_path.entry(path.clone()), &kept);
        self.contents.entry(path.clone()).or_default().insert(hash);
        changed
    }

    /// The last place in that document: in just this one; else in another of the same content; else in
    /// an earlier content at its path, unless that is elsewhere now and this no edit of it.
    pub(super) fn get(&self, path: &str, hash: &ContentHash, known: &impl Known) -> Option<&Place> {
        let exact = self.exact.get(hash).and_then(|copies| copies.get(path));
        let is_it = |was: &ContentHash| !known.has_content(was) || known.has_edit(path, was);
        let earlier = || self.by_path.get(path).filter(|kept| is_it(&kept.1.document.hash));
        exact.or_else(|| self.by_content.get(hash)).or_else(earlier).map(|kept| &kept.1)
    }

    /// What was ever read at a path.
    pub(super) fn contents_at(&self, path: &str) -> impl Iterator<Item = &ContentHash> {
        self.contents.get(path).into_iter().flatten()
    }

    /// The paths at which a content was ever read, the last first.
    pub(super) fn paths_of(&self, hash: &ContentHash) -> Vec<&str> {
        let mut paths: Vec<_> = self.exact.get(hash).into_iter().flatten().collect();
        paths.sort_unstable_by(|one, other| other.1.cmp(one.1));
        paths.into_iter().map(|(path, _)| path.as_str()).collect()
    }

    /// The last place in each document, in no order.
    pub(super) fn all(&self) -> impl Iterator<Item = &Place> {
        self.exact.values().flat_map(HashMap::values).map(|kept| &kept.1)
    }

    /// When the last place in just that document was kept.
    pub(super) fn time(&self, document: &DocumentRef) -> Option<Timestamp> {
        Some(self.exact.get(&document.hash)?.get(&document.path)?.0)
    }
}

/// Keeps the greater of what is there and `new`; says whether that is `new`.
fn keep<K: Hash + Eq>(entry: Entry<'_, K, Kept>, new: &Kept) -> bool {
    match entry {
        Entry::Occupied(old) if old.get() >= new => false,
        Entry::Occupied(mut old) => {
            old.insert(Arc::clone(new));
            true
        }
        Entry::Vacant(free) => {
            free.insert(Arc::clone(new));
            true
        }
    }
}
