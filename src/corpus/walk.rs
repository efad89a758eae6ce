//! Walking folders: which files could be documents, and how many were left out and why.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use walkdir::{DirEntry, WalkDir};

use super::Problem;

/// A file that could be a document: a regular file that isn't hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its path, beginning with what the person named.
    pub path: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// When its content was last changed, where the system knows.
    pub modified: Option<SystemTime>,
    /// When anything of it was last changed: its content, its name, its rights, its times.
    pub changed: Option<SystemTime>,
}

/// What the walk met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A file that could be a document.
    File(Candidate),
    /// A file or folder that couldn't be looked at: its path as it is, and what is wrong.
    Problem(PathBuf, Problem),
}

/// How many files were left out, and why, so that nothing is dropped in silence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Hidden files, and hidden folders as one each.
    pub hidden: usize,
    /// Binary files. The walk doesn't open files: whoever loads them counts these.
    pub binary: usize,
    /// Pipes, sockets and devices.
    pub special: usize,
}

impl LeftOut {
    /// How many in all.
    pub fn total(self) -> usize {
        self.hidden + self.binary + self.special
    }

    /// The same in words, such as `3 hidden, 1 binary left out`; `None` where nothing was.
    pub fn summary(self) -> Option<String> {
        let parts: Vec<String> =
            [(self.hidden, "hidden"), (self.binary, "binary"), (self.special, "pipe, socket or device")]
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, what)| format!("{count} {what}"))
                .collect();
        (!parts.is_empty()).then(|| format!("{} left out", parts.join(", ")))
    }
}

/// Reports each file at and below `paths` as it is found, and whatever couldn't be looked at.
///
/// Folders are walked in the order of their entries' names; a path that names a file is reported as it is,
/// hidden or not. Symbolic links are followed after everything else, so that a file that can be reached
/// without a link is reported under its own name; no file is reported twice because of a link, and no
/// folder walked twice. (A link to a folder that is walked anyway takes nothing away, so it isn't a problem;
/// a link that leads only to itself is one.) Two hard links are two files. Ends early once `stop` says so.
pub fn walk(paths: &[PathBuf], found: &mut dyn FnMut(Step), stop: &dyn Fn() -> bool) -> LeftOut {
    let mut walk = Walk { found, stop, folders: HashSet::new(), files: HashSet::new(), links: Vec::new() };
    let mut left_out = LeftOut::default();
    for path in paths {
        walk.start(path, &mut left_out);
    }
    // A folder behind a link may hold further links; each folder is walked once, so this comes to an end.
    while let Some(link) = walk.links.pop() {
        if stop() {
            break;
        }
        walk.start(&link, &mut left_out);
    }
    left_out
}

/// Whether each of `paths` is there and can be read, without walking any of them.
///
/// # Errors
///
/// The first path that isn't there, can't be read, or is neither a file nor a folder.
pub fn check(paths: &[PathBuf]) -> Result<(), Problem> {
    for path in paths {
        let known = fs::metadata(path).map_err(|error| unreachable(path, &error))?;
        // What isn't a regular file is never opened: opening a pipe would wait for a writer.
        let opened = if known.is_dir() {
            fs::read_dir(path).map(drop)
        } else if known.is_file() {
            fs::File::open(path).map(drop)
        } else {
            return Err(not_regular(path));
        };
        opened.map_err(|error| Problem::io(path, &error))?;
    }
    Ok(())
}

/// The problem of a pipe, a socket or a device.
pub(super) fn not_regular(path: &Path) -> Problem {
    Problem::new(path.to_string_lossy(), "is neither a file nor a folder", "name a file or a folder")
}

struct Walk<'a> {
    found: &'a mut dyn FnMut(Step),
    stop: &'a dyn Fn() -> bool,
    /// The folders walked, under their real paths.
    folders: HashSet<PathBuf>,
    /// The files that were named directly or reached by a link, under their real paths.
    files: HashSet<PathBuf>,
    /// Links met on the way, the first one last.
    links: Vec<PathBuf>,
}

impl Walk<'_> {
    /// Walks what the person named or a link leads to.
    fn start(&mut self, path: &Path, left_out: &mut LeftOut) {
        let (known, real) = match fs::metadata(path).and_then(|known| Ok((known, fs::canonicalize(path)?))) {
            Ok(both) => both,
            Err(error) => return self.problem(path.to_owned(), unreachable(path, &error)),
        };
        if known.is_dir() {
            self.folder(path, &real, left_out);
        } else if !known.is_file() {
            left_out.special += 1;
        } else if !self.reported(&real) {
            self.files.insert(real);
            self.file(path.to_owned(), &known);
        }
    }

    /// Walks one folder whose real path is `real`. Links met below it wait until the rest is done.
    fn folder(&mut self, path: &Path, real: &Path, left_out: &mut LeftOut) {
        let mut links = Vec::new();
        let mut entries = WalkDir::new(path).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            if (self.stop)() {
                break;
            }
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.walk_problem(path, error);
                    continue;
                }
            };
            let real = entry.path().strip_prefix(path).map_or_else(
                |_| real.to_owned(),
                |below| if below.as_os_str().is_empty() { real.to_owned() } else { real.join(below) },
            );
            self.entry(&entry, real, left_out, &mut entries, &mut links);
        }
        self.links.splice(0..0, links.into_iter().rev());
    }

    fn entry(
        &mut self,
        entry: &DirEntry,
        real: PathBuf,
        left_out: &mut LeftOut,
        entries: &mut walkdir::IntoIter,
        links: &mut Vec<PathBuf>,
    ) {
        let kind = entry.file_type();
        if kind.is_dir() || entry.depth() == 0 {
            if entry.depth() > 0 && hidden(entry.file_name()) {
                left_out.hidden += 1;
                entries.skip_current_dir();
            } else if !self.folders.insert(real) {
                entries.skip_current_dir();
            }
        } else if hidden(entry.file_name()) {
            left_out.hidden += 1;
        } else if kind.is_symlink() {
            links.push(entry.path().to_owned());
        } else if !kind.is_file() {
            left_out.special += 1;
        } else if !self.files.contains(&real) {
            match entry.metadata() {
                Ok(known) => self.file(entry.path().to_owned(), &known),
                Err(error) => self.walk_problem(entry.path(), error),
            }
        }
    }

    /// Whether the file with the real path `real` was reported: by name or link, or in its folder.
    fn reported(&self, real: &Path) -> bool {
        self.files.contains(real)
            || (real.parent().is_some_and(|folder| self.folders.contains(folder))
                && !real.file_name().is_some_and(hidden))
    }

    fn file(&mut self, path: PathBuf, known: &fs::Metadata) {
        let (size, modified, changed) = (known.len(), known.modified().ok(), changed(known));
        (self.found)(Step::File(Candidate { path, size, modified, changed }));
    }

    fn problem(&mut self, path: PathBuf, problem: Problem) {
        (self.found)(Step::Problem(path, problem));
    }

    fn walk_problem(&mut self, below: &Path, error: walkdir::Error) {
        let path = error.path().unwrap_or(below).to_owned();
        let problem = match error.into_io_error() {
            Some(error) => Problem::io(&path, &error),
            None => circle(&path),
        };
        self.problem(path, problem);
    }
}

/// When anything of a file was changed, which nobody can set back.
#[cfg(unix)]
fn changed(known: &fs::Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let since = Duration::new(u64::try_from(known.ctime()).ok()?, u32::try_from(known.ctime_nsec()).ok()?);
    SystemTime::UNIX_EPOCH.checked_add(since)
}

#[cfg(not(unix))]
fn changed(_: &fs::Metadata) -> Option<SystemTime> {
    None
}

fn hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// What is wrong with a path that doesn't lead to anything; a link may be the reason.
fn unreachable(path: &Path, error: &io::Error) -> Problem {
    let link = path.is_symlink();
    match error.kind() {
        io::ErrorKind::NotFound if link => {
            Problem::new(path.to_string_lossy(), "the symbolic link leads nowhere", "")
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::NotFound => Problem::io(path, error),
        _ if link => circle(path),
        _ => Problem::io(path, error),
    }
}

fn circle(path: &Path) -> Problem {
    Problem::new(path.to_string_lossy(), "the symbolic link leads round in a circle", "")
}

#[cfg(test)]
#[path = "walk_tests.rs"]
mod tests;
