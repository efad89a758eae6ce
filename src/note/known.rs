//! Which document an item belongs to, when files are renamed, edited and copied.

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

    /// Whether what stands at this path now is an edit of that content, which there is elsewhere, and not
    /// another document that took its place.
    fn has_edit(&self, path: &str, of: &ContentHash) -> bool;
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

    fn has_edit(&self, _: &str, _: &ContentHash) -> bool {
        false
    }
}
