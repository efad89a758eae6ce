//! Which document an item belongs to, when files are renamed, edited and copied.

use super::DocumentRef;
use super::places::Places;
use crate::corpus::ContentHash;

/// By what a document is taken for the one that an item was made on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Match {
    /// It isn't.
    No,
    /// By its path, or one at which it was read later: it was edited since.
    ByPath,
    /// By its content.
    ByContent,
}

/// What the collection at hand knows of documents, so that an item isn't taken from the one that it
/// belongs to.
pub trait Known {
    /// Whether there is a document at this path (as [`super::path_to_text`] writes it) with this content.
    fn has(&self, path: &str, hash: &ContentHash) -> bool;

    /// Whether there is a document with this content at any path.
    fn has_content(&self, hash: &ContentHash) -> bool;

    /// Whether there is a document at this path.
    fn has_path(&self, path: &str) -> bool;
}

/// A collection that knows of no document but the one asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nothing;

impl Known for Nothing {
    fn has(&self, _: &str, _: &ContentHash) -> bool {
        false
    }

    fn has_content(&self, _: &ContentHash) -> bool {
        false
    }

    fn has_path(&self, _: &str) -> bool {
        false
    }
}

/// By what the document at `path` with the content `hash` is the one that `made_on` means.
///
/// The document with both its path and its content comes first, so that of two copies each keeps its own
/// items; then any with its content (it was renamed or moved); then the one at its path (it was edited); then, of those at paths
/// where its content was read once, the one where it was read last (it was renamed, and edited later).
pub(super) fn belonging(
    made_on: &DocumentRef,
    (path, hash): (&str, &ContentHash),
    known: &impl Known,
    places: &Places,
) -> Match {
    match made_on.belongs(path, hash) {
        Match::ByContent if made_on.path != path && known.has(&made_on.path, hash) => Match::No,
        Match::ByPath if known.has_content(&made_on.hash) => Match::No,
        Match::No if !known.has_path(&made_on.path) && !known.has_content(&made_on.hash) => {
            let last = places.paths_of(&made_on.hash).into_iter().find(|path| known.has_path(path));
            if last == Some(path) { Match::ByPath } else { Match::No }
        }
        answer => answer,
    }
}
