//! The forms in which notes go out and come in: Markdown, JSON lines, W3C Web Annotations, CSV; and what Hypothesis writes.
//!
//! Nothing here touches a file or a collection. What is read amounts to [`Record`]s, so that taking it in is merging two
//! journals: the later change counts, and what is there already changes nothing.

mod cells;
mod hypothesis;
mod markdown;
mod reading;
mod table;
mod untold;
mod uri;
mod web_annotation;
mod web_reading;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::{DocumentRef, Item, Record};
use crate::corpus::ContentHash;

pub use markdown::{Grouping, markdown};
pub use reading::read;
pub use table::write as table;
pub use untold::Untold;
pub use web_annotation::write as web_annotations;

/// A note with what is cited of its document.
#[derive(Clone, Debug)]
pub struct Cited<'a> {
    /// The note.
    pub item: &'a Item,
    /// Where its document is, for people.
    pub path: String,
    /// The source of its document, where known.
    pub source: Option<String>,
    /// The date of its document as precise as it is known.
    pub date: Option<String>,
    /// The page or paragraph of its words, such as `p. 3`.
    pub place: Option<String>,
    /// What has to be said of its words: that they moved or are lost.
    pub remark: Option<&'static str>,
    /// Where its words begin and end now, in characters of the reading text, where that is known.
    pub characters: Option<(usize, usize)>,
    /// Where its words begin, in bytes of the reading text: what notes on one document are ordered by.
    pub start: u32,
}

/// What was read of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The changes. One that the file gave no time has [`UNTIMED`].
    pub records: Vec<Record>,
    /// What couldn't be understood.
    pub unclear: Vec<Unclear>,
    /// Reading positions, which are no notes.
    pub places: usize,
    /// What the file says nothing of.
    pub untold: Untold,
}

/// Something that couldn't be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// Where it stands, such as `line 3` or `annotation 3`.
    pub place: String,
    /// Why, in a few words.
    pub reason: String,
}

/// The time of what was made nobody knows when.
pub const UNTIMED: Timestamp = Timestamp::UNIX_EPOCH;

/// A document of which only an address is known: its hash is that of the address, which no content has.
pub(super) fn addressed(path: String, title: String) -> DocumentRef {
    DocumentRef { hash: ContentHash(Sha256::digest(path.as_bytes()).into()), path, title }
}

/// Whether only its address is known of a document, so that its content has still to be found.
pub fn is_only_addressed(document: &DocumentRef) -> bool {
    document.hash == ContentHash(Sha256::digest(document.path.as_bytes()).into())
}

#[cfg(test)]
mod tests;
