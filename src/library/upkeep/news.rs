//! What the upkeep of a collection tells whoever shows it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::corpus::{DocId, LeftOut, Problem};
use crate::library::Catalogue;

/// How far the upkeep of the collection has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files found so far.
    pub found: usize,
    /// Files read so far or known from before, those that couldn't be read too.
    pub read: usize,
    /// The bytes of the files that were found.
    pub bytes_found: u64,
    /// The bytes of the files that were read or known.
    pub bytes_read: u64,
    /// What was left out, and why.
    pub left_out: LeftOut,
    /// Documents to be read again, without the lines that repeat in others.
    pub again: usize,
    /// Those of them that were.
    pub reread: usize,
    /// Documents whose names are to be found.
    pub to_tag: usize,
    /// Those of them whose names were.
    pub tagged: usize,
    /// How long what is being done will take, as far as that can be told.
    pub left: Option<Duration>,
    /// Whether all is read.
    pub done: bool,
}

impl News {
    /// The same, and something to be said.
    #[must_use]
    pub(super) fn saying(self, said: Option<String>) -> Self {
        Self { said, ..self }
    }
}

/// What has changed.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// All documents as they are known now.
    pub catalogue: Catalogue,
    /// The documents that came or are known better.
    pub changed: Vec<DocId>,
    /// The documents that went.
    pub gone: Vec<DocId>,
    /// What couldn't be read: all of it, where that has changed.
    pub unread: Option<Vec<Problem>>,
    /// The files that were left out as they are no text, by their paths: all of them or some thousand, told with `unread`.
    pub not_text: Option<Vec<PathBuf>>,
    /// How far all has come.
    pub progress: Progress,
    /// Whether search finds more, or other, than before.
    pub searchable: bool,
    /// Whether the tagger has learnt from the collection.
    pub studied: bool,
    /// Something to be said in a line.
    pub said: Option<String>,
    /// Something that went wrong and stops nothing.
    pub trouble: Option<Problem>,
}

/// How long it takes to do what is left of `all`, of which `done` was done since `begun`; `None` as long as too little
/// was done to tell.
pub(super) fn remaining(begun: Instant, done: u64, all: u64) -> Option<Duration> {
    let elapsed = begun.elapsed();
    let enough = done > 0 && done < all && elapsed > Duration::from_millis(500);
    enough.then(|| elapsed.mul_f64((all - done) as f64 / done as f64))
}
