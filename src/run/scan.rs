//! Reading a collection: files are found by one thread and read by all cores, and go to the list in
//! batches as they come.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::again::{Seen, concerned, read_again};
use super::perform;
use super::slot::panic_message;
use crate::app::{Event, Progress};
use crate::corpus::{self, LeftOut, Loaded, Loader, Problem, Step, Unread};
use crate::library::Entry;

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Collection {
    /// What is built into the program.
    Bundled,
    /// Folders and files.
    Paths(Vec<PathBuf>),
}

/// How often the list hears of what was read. Oftener costs bytes on the wire and shows nothing more.
pub(super) const OFTEN: Duration = Duration::from_millis(60);

/// Files read at once before the clock is looked at.
pub(super) const BATCH: usize = 256;

/// Files that may have been found and not yet read.
const AHEAD: usize = 100_000;

/// What becomes of one document.
pub(super) enum Outcome {
    Entry(Box<Entry>, Box<Seen>),
    Problem(Problem),
    Binary,
}

/// Reads a collection whole; tells `send` of it as it goes, at last with [`Progress::done`].
pub fn read(loader: &Loader, collection: &Collection, send: impl Fn(Event)) {
    let paths = match collection {
        Collection::Paths(paths) => paths,
        Collection::Bundled => {
            let (mut entries, mut problems) = (Vec::new(), Vec::new());
            for path in corpus::bundled_paths() {
                match perform::load(loader, Path::new(&path)) {
                    Ok(document) => entries.push(Entry::new(Path::new(&path).into(), document.meta)),
                    Err(Unread::Problem(problem)) => problems.push(problem),
                    Err(Unread::Binary(_)) => {}
                }
            }
            let count = entries.len() + problems.len();
            let progress = Progress { found: count, read: count, done: true, ..Progress::default() };
            return send(Event::Read(entries, problems, progress));
        }
    };
    // A pool of its own: what the person asks for must not stand behind a batch of files.
    let pool = match rayon::ThreadPoolBuilder::new().thread_name(|number| format!("read-{number}")).build() {
        Ok(pool) => pool,
        Err(error) => {
            let problem = Problem::new("reading the collection", error.to_string(), "");
            return send(Event::Read(
                Vec::new(),
                vec![problem],
                Progress { done: true, ..Progress::default() },
            ));
        }
    };
    let found = AtomicUsize::new(0);
    let (steps, queue) = mpsc::sync_channel(AHEAD);
    thread::scope(|scope| {
        let walker = scope.spawn(|| {
            let steps = steps;
            let mut step = |step| {
                found.fetch_add(usize::from(matches!(step, Step::File(_))), Ordering::Relaxed);
                // The reader goes on as long as there is something to send.
                drop(steps.send(step));
            };
            corpus::walk(paths, &mut step, &|| false)
        });
        let mut progress = Progress::default();
        let (mut entries, mut problems, mut seen) = (Vec::new(), Vec::new(), Vec::new());
        let mut told = Instant::now();
        while let Ok(first) = queue.recv() {
            let steps: Vec<Step> = std::iter::once(first).chain(queue.try_iter().take(BATCH - 1)).collect();
            let outcomes: Vec<Outcome> =
                pool.install(|| steps.into_par_iter().flat_map_iter(|step| outcomes(loader, step)).collect());
            for outcome in outcomes {
                progress.read += 1;
                match outcome {
                    Outcome::Entry(entry, remembered) => {
                        entries.push(*entry);
                        seen.push(*remembered);
                    }
                    Outcome::Problem(problem) => problems.push(problem),
                    Outcome::Binary => progress.left_out.binary += 1,
                }
            }
            progress.found = found.load(Ordering::Relaxed).max(progress.read);
            // The first documents are shown at once.
            let first = progress.read == entries.len() + problems.len() + progress.left_out.binary;
            if first || told.elapsed() >= OFTEN {
                send(Event::Read(std::mem::take(&mut entries), std::mem::take(&mut problems), progress));
                told = Instant::now();
            }
        }
        match walker.join() {
            // The walk doesn't open files; those that aren't text were counted here.
            Ok(left_out) => progress.left_out = LeftOut { binary: progress.left_out.binary, ..left_out },
            Err(panic) => {
                problems.push(Problem::new("the walk over the folders", panic_message(&*panic), ""))
            }
        }
        send(Event::Read(entries, problems, progress));
        let seen = concerned(loader, seen);
        read_again(loader, &pool, &seen, progress, &send);
    });
}

/// What becomes of a file's documents.
fn outcomes(loader: &Loader, step: Step) -> Vec<Outcome> {
    match step {
        Step::File(candidate) => read_one(loader, &candidate.path),
        Step::Problem(problem) => vec![Outcome::Problem(problem)],
    }
}

/// Reads one file for the list. A loader that panics is one problem, not the end of the program.
pub(super) fn read_one(loader: &Loader, path: &Path) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    let file: Arc<Path> = path.into();
    let mut tell = |path: &Path, read: Result<Loaded, Unread>| {
        outcomes.push(match read {
            Ok(loaded) => {
                let path = if path == &*file { file.clone() } else { path.into() };
                let seen = Seen::new(file.clone(), path.clone(), &loaded.document);
                Outcome::Entry(Box::new(Entry::new(path, loaded.document.meta)), Box::new(seen))
            }
            Err(Unread::Problem(problem)) => Outcome::Problem(problem),
            Err(Unread::Binary(_)) => Outcome::Binary,
        });
    };
    let all = AssertUnwindSafe(|| loader.read_all(path, &mut tell));
    if let Err(panic) = std::panic::catch_unwind(all) {
        let reason = format!("couldn't be read: {}", panic_message(&*panic));
        outcomes.push(Outcome::Problem(Problem::new(
            path.to_string_lossy(),
            reason,
            "please report this file",
        )));
    }
    outcomes
}
