//! Where the members of large files begin, so that one of them is found without reading all before it.

use std::collections::HashMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use crate::corpus::members::Mark;

/// The bytes between two marks at least: what is read in a millisecond.
const APART: u64 = 256 << 10;

/// The most files that are known. It is the large ones that need it, and nobody has many of them.
const FILES: usize = 1000;

/// The marks of all files. They are a help and nothing more: without them, files are read from the beginning.
#[derive(Debug, Default)]
pub(super) struct Marks(Mutex<HashMap<PathBuf, Marked>>);

/// The marks of one file.
#[derive(Debug, Default)]
struct Marked {
    len: u64,
    modified: Option<SystemTime>,
    /// In order.
    marks: Vec<Mark>,
}

impl Marked {
    fn new(known: &Metadata) -> Self {
        Self { len: known.len(), modified: known.modified().ok(), marks: Vec::new() }
    }

    fn is_of(&self, known: &Metadata) -> bool {
        self.len == known.len() && self.modified == known.modified().ok()
    }
}

impl Marks {
    /// Takes a mark of the file at `path`, unless one stands near it.
    pub(super) fn take(&self, path: &Path, known: &Metadata, mark: Mark) {
        if mark.at < APART {
            return;
        }
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if files.len() >= FILES && !files.contains_key(path) {
            return;
        }
        let file = files.entry(path.to_owned()).or_default();
        if !file.is_of(known) {
            *file = Marked::new(known);
        }
        if file.marks.last().is_none_or(|last| mark.at >= last.at + APART) {
            file.marks.push(mark);
        }
    }

    /// The last mark before the member of this number; the beginning of the file where there is none.
    pub(super) fn before(&self, path: &Path, known: &Metadata, number: usize) -> Mark {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(file) = files.get(path).filter(|file| file.is_of(known)) else { return Mark::default() };
        let after = file.marks.partition_point(|mark| mark.count < number);
        after.checked_sub(1).and_then(|at| file.marks.get(at)).copied().unwrap_or_default()
    }
}
