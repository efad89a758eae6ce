//! Reading files by all cores, in batches, and the documents of a file that holds many as they come.

use std::any::Any;
use std::collections::VecDeque;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;

use rayon::ThreadPool;
use rayon::prelude::*;

use crate::corpus::{self, Candidate, Loaded, Loader, Problem, Unread, panic_message};

/// Documents of one file that may have been read and not yet taken.
const AHEAD: usize = 256;

/// Files read at once before the clock is looked at.
pub(super) const BATCH: usize = 256;

/// The bytes of a batch, so that not too much is in memory at once.
const BATCH_BYTES: u64 = 32 << 20;

/// The next batch of these files; `None` where there are none.
pub(super) fn batch(files: &mut VecDeque<Candidate>) -> Option<Vec<Candidate>> {
    let first = files.pop_front()?;
    let mut bytes = first.size;
    let mut batch = vec![first];
    while batch.len() < BATCH
        && files.front().is_some_and(|file| bytes + file.size <= BATCH_BYTES)
        && let Some(file) = files.pop_front()
    {
        bytes += file.size;
        batch.push(file);
    }
    Some(batch)
}

/// What becomes of a file, piece by piece.
pub(super) enum Piece {
    /// A document at its path: that of the file, or of a member of it.
    Document(Arc<Path>, Box<Loaded>),
    /// Something wrong with it.
    Problem(Problem),
    /// It is no document.
    Binary,
    /// No more comes of it.
    End,
}

/// What is read of one file at first.
pub(super) enum Read {
    One(Result<Box<Loaded>, Unread>),
    Many,
}

/// Reads a batch of files by all cores of the pool that this runs in.
pub(super) fn read(loader: &Loader, batch: Vec<Candidate>) -> Vec<(Candidate, Read)> {
    let first = |file: Candidate| {
        // A loader that panics is one problem, not the end of the program.
        let read = catch_unwind(AssertUnwindSafe(|| loader.load(&file.path)));
        let read = read.unwrap_or_else(|panic| Err(failed(&file.path, &*panic).into()));
        let read = match read {
            Err(Unread::Many) => Read::Many,
            one => Read::One(one.map(Box::new)),
        };
        (file, read)
    };
    batch.into_par_iter().map(first).collect()
}

/// Hands over what becomes of each file that was read, in order.
pub(super) fn hand_over(
    loader: &Loader,
    pool: &ThreadPool,
    files: Vec<(Candidate, Read)>,
    take: &mut dyn FnMut(&Candidate, &Arc<Path>, Piece),
) {
    for (file, read) in files {
        let path: Arc<Path> = Arc::from(&*file.path);
        match read {
            Read::One(Ok(mut loaded)) => {
                let lost = mem::take(&mut loaded.document.lost);
                take(&file, &path, Piece::Document(path.clone(), loaded));
                lost.into_iter().for_each(|problem| take(&file, &path, Piece::Problem(problem)));
            }
            Read::One(Err(Unread::Problem(problem))) => take(&file, &path, Piece::Problem(problem)),
            Read::One(Err(_)) => take(&file, &path, Piece::Binary),
            Read::Many => read_many(loader, pool, &file.path, &mut |piece| take(&file, &path, piece)),
        }
        take(&file, &path, Piece::End);
    }
}

/// Reads the documents of a file that holds many; they are handed over while the file is still being read.
fn read_many(loader: &Loader, pool: &ThreadPool, file: &Path, take: &mut dyn FnMut(Piece)) {
    let (pieces, read) = mpsc::sync_channel(AHEAD);
    thread::scope(|scope| {
        scope.spawn(move || {
            // Nobody stops listening before the last one, so that nothing sent is lost.
            let mut tell = |path: &Path, mut read: Result<Loaded, Unread>| {
                let lost =
                    read.as_mut().map(|loaded| mem::take(&mut loaded.document.lost)).unwrap_or_default();
                drop(pieces.send(piece(path, read)));
                lost.into_iter().for_each(|problem| drop(pieces.send(Piece::Problem(problem))));
            };
            let all = AssertUnwindSafe(|| pool.install(|| loader.read_all(file, &mut tell)));
            if let Err(panic) = catch_unwind(all) {
                drop(pieces.send(Piece::Problem(failed(file, &*panic))));
            }
        });
        read.into_iter().for_each(take);
    });
}

fn piece(path: &Path, read: Result<Loaded, Unread>) -> Piece {
    match read {
        Ok(loaded) => Piece::Document(path.into(), Box::new(loaded)),
        Err(Unread::Problem(problem)) => Piece::Problem(problem),
        // The file was another one a moment ago.
        Err(Unread::Binary(_) | Unread::Many) => Piece::Binary,
    }
}

fn failed(path: &Path, panic: &(dyn Any + Send)) -> Problem {
    let reason = format!("couldn't be read: {}", panic_message(panic));
    Problem::new(path.to_string_lossy(), reason, "please report this file")
}

/// The files that are built into the program.
pub(super) fn bundled() -> impl Iterator<Item = Candidate> {
    let file = |path: String| {
        let size = corpus::bundled(&path).map_or(0, |text| text.len() as u64);
        Candidate { path: PathBuf::from(path), size, modified: None, changed: None }
    };
    corpus::bundled_paths().map(file)
}
