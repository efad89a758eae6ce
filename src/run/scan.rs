//! Reading a collection: files are found by one thread and read by all cores, and go to the list in
//! batches as they come.

use std::any::Any;
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

/// Documents of one file that may have been read and not yet sent to the list.
const AHEAD_OF_LIST: usize = 1024;

/// What becomes of one file, or of one of its documents.
enum Outcome {
    Entry(Box<Entry>, Box<Seen>),
    Problem(Problem),
    Binary,
    /// It holds many documents: they go to the list while the file is still being read.
    Many(PathBuf),
}

/// What was read and the list hasn't heard of yet.
struct Telling<'a, S> {
    send: S,
    found: &'a AtomicUsize,
    entries: Vec<Entry>,
    /// What is remembered of them, to be read again once all is known.
    seen: Vec<Seen>,
    problems: Vec<Problem>,
    progress: Progress,
    /// When the list heard of something; `None` until it has.
    told: Option<Instant>,
}

impl<S: Fn(Event)> Telling<'_, S> {
    fn take(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Entry(entry, seen) => {
                self.entries.push(*entry);
                self.seen.push(*seen);
            }
            Outcome::Problem(problem) => self.problems.push(problem),
            Outcome::Binary => self.progress.left_out.binary += 1,
            Outcome::Many(_) => {}
        }
    }

    /// Tells the list, where it has waited long enough. The first documents are shown at once.
    fn tell_in_time(&mut self) {
        if self.told.is_none_or(|told| told.elapsed() >= OFTEN) {
            self.tell();
        }
    }

    fn tell(&mut self) {
        self.progress.found = self.found.load(Ordering::Relaxed).max(self.progress.read);
        let (entries, problems) = (std::mem::take(&mut self.entries), std::mem::take(&mut self.problems));
        (self.send)(Event::Read(entries, problems, self.progress));
        self.told = Some(Instant::now());
    }
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
                    Err(Unread::Binary(_) | Unread::Many) => {}
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
        let mut telling = Telling {
            send,
            found: &found,
            entries: Vec::new(),
            seen: Vec::new(),
            problems: Vec::new(),
            progress: Progress::default(),
            told: None,
        };
        while let Ok(first) = queue.recv() {
            let steps: Vec<Step> = std::iter::once(first).chain(queue.try_iter().take(BATCH - 1)).collect();
            let outcomes: Vec<Outcome> =
                pool.install(|| steps.into_par_iter().map(|step| outcome(loader, step)).collect());
            for outcome in outcomes {
                if let Outcome::Many(path) = &outcome {
                    let (documents, read) = mpsc::sync_channel(AHEAD_OF_LIST);
                    // Nobody stops listening before the last one, so that nothing sent is lost.
                    let tell = move |outcome| drop(documents.send(outcome));
                    let pool = &pool;
                    let path = path.clone();
                    scope.spawn(move || pool.install(|| read_many(loader, &path, tell)));
                    for outcome in read {
                        telling.take(outcome);
                        telling.tell_in_time();
                    }
                }
                telling.progress.read += 1;
                telling.take(outcome);
            }
            telling.tell_in_time();
        }
        match walker.join() {
            // The walk doesn't open files; those that aren't text were counted here.
            Ok(left_out) => {
                let binary = telling.progress.left_out.binary;
                telling.progress.left_out = LeftOut { binary, ..left_out };
            }
            Err(panic) => telling.take(Outcome::Problem(Problem::new(
                "the walk over the folders",
                panic_message(&*panic),
                "",
            ))),
        }
        telling.tell();
        let Telling { send, seen, progress, .. } = telling;
        let seen = concerned(loader, seen);
        read_again(loader, &pool, &seen, progress, &send);
    });
}

/// What becomes of a file.
fn outcome(loader: &Loader, step: Step) -> Outcome {
    let path = match step {
        Step::File(candidate) => candidate.path,
        Step::Problem(problem) => return Outcome::Problem(problem),
    };
    // A loader that panics is one problem, not the end of the program.
    match std::panic::catch_unwind(AssertUnwindSafe(|| loader.load(&path))) {
        Ok(Err(Unread::Many)) => Outcome::Many(path),
        Ok(read) => of_document(&Arc::from(&*path), &path, read),
        Err(panic) => failed(&path, &*panic),
    }
}

/// Reads the documents of a file that holds many.
fn read_many(loader: &Loader, path: &Path, mut tell: impl FnMut(Outcome)) {
    let file: Arc<Path> = path.into();
    let mut told = |path: &Path, read: Result<Loaded, Unread>| tell(of_document(&file, path, read));
    let all = AssertUnwindSafe(|| loader.read_all(path, &mut told));
    if let Err(panic) = std::panic::catch_unwind(all) {
        tell(failed(path, &*panic));
    }
}

/// What becomes of a document of `file`: the file itself, or a member of it.
fn of_document(file: &Arc<Path>, path: &Path, read: Result<Loaded, Unread>) -> Outcome {
    match read {
        Ok(loaded) => {
            let path = if path == &**file { file.clone() } else { path.into() };
            let seen = Seen::new(file.clone(), path.clone(), &loaded.document);
            Outcome::Entry(Box::new(Entry::new(path, loaded.document.meta)), Box::new(seen))
        }
        Err(Unread::Problem(problem)) => Outcome::Problem(problem),
        // The file was another one a moment ago.
        Err(Unread::Binary(_) | Unread::Many) => Outcome::Binary,
    }
}

fn failed(path: &Path, panic: &(dyn Any + Send)) -> Outcome {
    let reason = format!("couldn't be read: {}", panic_message(panic));
    Outcome::Problem(Problem::new(path.to_string_lossy(), reason, "please report this file"))
}
