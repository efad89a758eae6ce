//! The records of a ledger.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use crate::corpus::{DocId, Edges, Fingerprint, Meta, Problem, Repeats};

/// A change to what is known of a collection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// A document, in the place of what was known under its number. It counts once a file holds it.
    Document(Box<DocumentRecord>),
    /// A file, in the place of what was known of it. Documents that it held before and doesn't any more are gone.
    File(FileRecord),
    /// A file, as [`crate::note::path_to_text`] writes its path, is gone with its documents.
    Gone(String),
    /// The lines that repeat in the collection.
    Repeats(Repeats),
    /// The documents that have lines that repeat were read again without them; nothing has changed since the last one.
    Cleaned,
}

/// What is known of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// Its number.
    pub id: DocId,
    /// Its path, as [`crate::note::path_to_text`] writes it.
    pub path: String,
    /// Its metadata.
    pub meta: Meta,
    /// How it was read first.
    pub first: FirstReading,
    /// What the lines that repeat made of it: see [`Repeats::mark`].
    pub mark: u64,
}

/// How a document was read before anything was known of the others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FirstReading {
    /// Its lines that may repeat in others.
    pub edges: Edges,
    /// What its words were known by; `None` where that is still so.
    pub print: Option<Fingerprint>,
}

/// What is known of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileRecord {
    /// Its path, as [`crate::note::path_to_text`] writes it.
    pub path: String,
    /// When it was read, it looked like this.
    pub stamp: Stamp,
    /// Its documents, in order.
    pub documents: Vec<DocId>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// Whether it is no document, and was left out.
    pub binary: bool,
}

/// What a file looks like from outside: where that is the same, it is taken for unchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Its size in bytes.
    pub size: u64,
    /// When it was last changed, in nanoseconds since 1970 or, before, until then; `None` where unknown or where its content
    /// was changed so shortly before it was looked at that another change might leave the same time. It is the later of the
    /// content's time and of that of all else, as its name: two files of one size and time may change their places.
    pub modified: Option<(bool, u64)>,
}

/// A file that was changed less than this before it was looked at may be changed again within the same tick of
/// the file system's clock; that of FAT is two seconds.
const UNSURE: Duration = Duration::from_secs(2);

impl Stamp {
    /// The stamp of a file of that size whose content was `modified` then, and anything of it `changed`, looked at `now`.
    pub fn new(
        size: u64,
        modified: Option<SystemTime>,
        changed: Option<SystemTime>,
        now: SystemTime,
    ) -> Self {
        let sure = |time: &SystemTime| now.duration_since(*time).is_ok_and(|age| age >= UNSURE);
        let nanoseconds = |time: SystemTime| match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(since) => (true, since.as_nanos() as u64),
            Err(until) => (false, until.duration().as_nanos() as u64),
        };
        let last =
            modified.filter(sure).map(|modified| changed.map_or(modified, |changed| modified.max(changed)));
        Self { size, modified: last.map(nanoseconds) }
    }

    /// Whether a file that looked like this and looks like `now` was surely not changed between.
    pub fn is_unchanged(&self, now: &Self) -> bool {
        self.modified.is_some() && self == now
    }

    /// Whether a file that looked like this and looks like `now` was surely changed between.
    pub fn is_changed(&self, now: &Self) -> bool {
        self.size != now.size || self.modified.zip(now.modified).is_some_and(|(then, now)| then != now)
    }
}
