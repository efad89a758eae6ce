//! Reading again: once all is read, the lines that repeat are known, and the documents that have some are
//! read once more without them.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use rayon::ThreadPool;
use rayon::prelude::*;

use super::scan::{BATCH, OFTEN};
use crate::app::{Event, Progress};
use crate::corpus::{ContentHash, Document, Edges, Fingerprint, Loaded, Loader, Repeats, Unread};
use crate::library::{Copies, Entry, Identity};

/// What is remembered of a document that was read.
pub(super) struct Seen {
    /// The file that it is, or is a member of.
    file: Arc<Path>,
    path: Arc<Path>,
    hash: ContentHash,
    print: Fingerprint,
    edges: Edges,
}

impl Seen {
    pub(super) fn new(file: Arc<Path>, path: Arc<Path>, document: &Document) -> Self {
        let edges = Edges::of(&path, document);
        Self { file, path, hash: document.meta.hash, print: document.meta.print.clone(), edges }
    }
}

/// Teaches the loader the lines that repeat in the documents `seen`; gives those that have one which isn't
/// set aside.
pub(super) fn concerned(loader: &Loader, seen: Vec<Seen>) -> Vec<Seen> {
    let mut copies = Copies::default();
    let identity = |number: u32| {
        let seen = seen.get(number as usize)?;
        Some(Identity { hash: &seen.hash, print: &seen.print })
    };
    // Of documents that are nearly the same all lines repeat; each story counts once.
    let stories = (0u32..).zip(&seen).filter(|(number, _)| copies.take(*number, &identity) == *number);
    let repeats = Arc::new(Repeats::new(stories.map(|(_, seen)| &seen.edges)));
    loader.learn(repeats.clone());
    seen.into_iter().filter(|seen| repeats.concerns(&seen.edges)).collect()
}

/// Reads documents again and tells `send` what is known of them now, at last with [`Progress::done`].
pub(super) fn read_again(
    loader: &Loader,
    pool: &ThreadPool,
    seen: &[Seen],
    mut progress: Progress,
    send: impl Fn(Event),
) {
    progress.again = seen.len();
    let (begun, mut told) = (Instant::now(), Instant::now());
    let mut entries = Vec::new();
    // The members of a file stand together, and are read together.
    let files: Vec<&[Seen]> = seen.chunk_by(|one, other| one.file == other.file).collect();
    for batch in files.chunks(BATCH) {
        let read = pool.install(|| batch.par_iter().flat_map_iter(|members| revised(loader, members)));
        entries.extend(pool.install(|| read.collect::<Vec<Entry>>()));
        progress.reread += batch.iter().map(|members| members.len()).sum::<usize>();
        // Each time the list is put in order and grouped anew: the longer it takes, the seldomer.
        if told.elapsed() >= OFTEN.max(begun.elapsed() / 4) && progress.reread < progress.again {
            send(Event::Revised(std::mem::take(&mut entries), progress));
            told = Instant::now();
        }
    }
    progress.done = true;
    send(Event::Revised(entries, progress));
}

/// Reads the members of one file. What was changed on the disk meanwhile is left as it was read first.
fn revised(loader: &Loader, members: &[Seen]) -> Vec<Entry> {
    let Some(first) = members.first() else { return Vec::new() };
    let wanted: HashMap<&Path, &Seen> = members.iter().map(|seen| (&*seen.path, seen)).collect();
    let mut entries = Vec::new();
    let mut tell = |path: &Path, read: Result<Loaded, Unread>| {
        if let (Some(seen), Ok(loaded)) = (wanted.get(path), read)
            && loaded.document.meta.hash == seen.hash
        {
            entries.push(Entry::new(seen.path.clone(), loaded.document.meta));
        }
    };
    // A loader that panics now leaves what it read the first time.
    drop(catch_unwind(AssertUnwindSafe(|| loader.read_all(&first.file, &mut tell))));
    entries
}
