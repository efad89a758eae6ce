//! The documents of a file that holds many.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use super::open::Opened;
use super::{Loaded, Loader, Tell, Unread, content_hash, draft, size};
use crate::corpus::draft::Source;
use crate::corpus::members::{Member, Split};
use crate::corpus::{Document, Format, Problem, finish, json_lines, mbox};

/// The most bytes of a member.
const LARGEST: u64 = 64 << 20;

/// The members that are read at once by all cores: so many, or so many bytes.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 8 << 20;

/// The problems of one file that are told one by one; more are counted.
const PROBLEMS: usize = 5;

/// A file of many documents, open.
pub(super) struct Members<'a> {
    loader: &'a Loader,
    path: &'a Path,
    /// The path without the ending that says how the file is compressed.
    name: String,
    format: Format,
    modified: Option<SystemTime>,
    reader: std::io::BufReader<super::open::Bytes>,
}

impl<'a> Members<'a> {
    pub(super) fn new(loader: &'a Loader, path: &'a Path, opened: Opened, format: Format) -> Self {
        let modified = opened.known.modified().ok();
        Self { loader, path, name: opened.name, format, modified, reader: opened.reader }
    }

    fn limit(&self) -> u64 {
        self.loader.limits.file.min(LARGEST)
    }

    fn split(&mut self) -> Box<dyn Split + '_> {
        let limit = self.limit() as usize;
        match self.format {
            Format::Mail => Box::new(mbox::Messages::new(&mut self.reader, limit)),
            _ => Box::new(json_lines::Lines::new(&mut self.reader, limit)),
        }
    }

    /// Tells each member, in order.
    pub(super) fn read_all(mut self, tell: Tell<'_>) {
        let (loader, path, format, modified) = (self.loader, self.path, self.format, self.modified);
        let about = About { name: self.name.clone(), path, format, modified, limit: self.limit() };
        let mut problems = Problems::default();
        let (mut read, mut end) = (0, None);
        let mut members = self.split();
        while end.is_none() {
            let mut batch: Vec<Member> = Vec::with_capacity(BATCH);
            let mut bytes = 0;
            while end.is_none() && batch.len() < BATCH && bytes < BATCH_BYTES {
                match members.next(1) {
                    Ok(Some(_)) if read == loader.limits.members => {
                        let reason =
                            format!("holds more than {read} {}s; only these were read", about.word());
                        end = Some(Some(Problem::new(
                            path.to_string_lossy(),
                            reason,
                            "split it into smaller files",
                        )));
                    }
                    Ok(Some(member)) => {
                        bytes += member.bytes.as_ref().map_or(0, Vec::len);
                        read += 1;
                        batch.push(member);
                    }
                    Ok(None) => end = Some(None),
                    Err(error) => end = Some(Some(Problem::io(path, &error))),
                }
            }
            let documents: Vec<_> = batch.into_par_iter().map(|member| about.load(loader, member)).collect();
            for (path, loaded) in documents {
                match loaded {
                    Err(Unread::Problem(problem)) => problems.tell(&path, problem, tell),
                    other => tell(&path, other),
                }
            }
        }
        drop(members);
        problems.finish(path, &about, tell);
        let cut = self.reader.get_ref().cut().map(|cut| Problem::new(path.to_string_lossy(), cut, ""));
        for problem in end.flatten().into_iter().chain(cut) {
            tell(path, Err(problem.into()));
        }
        if read == 0 {
            let reason = format!("holds no {}", about.word());
            tell(path, Err(Problem::new(path.to_string_lossy(), reason, "").into()));
        }
    }

    /// Reads the member of this number.
    pub(super) fn load(mut self, number: usize) -> Result<Loaded, Unread> {
        let (loader, path, format, modified) = (self.loader, self.path, self.format, self.modified);
        let about = About { name: self.name.clone(), path, format, modified, limit: self.limit() };
        let mut members = self.split();
        loop {
            let Some(member) = members.next(number).map_err(|error| Problem::io(path, &error))? else {
                break;
            };
            if member.number == number {
                return about.load(loader, member).1;
            }
            if member.number > number {
                let reason = format!("{} {number} of it is empty", about.word());
                return Err(Problem::new(path.to_string_lossy(), reason, "").into());
            }
        }
        let (word, count) = (about.word(), members.count());
        let reason = format!("there is no {word} {number} in it: it has {count}");
        Err(Problem::new(path.to_string_lossy(), reason, "").into())
    }
}

/// What is the same for all members of a file.
struct About<'a> {
    name: String,
    path: &'a Path,
    format: Format,
    modified: Option<SystemTime>,
    limit: u64,
}

impl About<'_> {
    /// What a member is called.
    fn word(&self) -> &'static str {
        if self.format == Format::Mail { "message" } else { "line" }
    }

    /// The path and the document of a member. A member that makes the reader panic is one problem.
    fn load(&self, loader: &Loader, member: Member) -> (PathBuf, Result<Loaded, Unread>) {
        let path = self.path.join(member.number.to_string());
        let place = format!("{} {}", self.word(), member.number);
        let problem = |reason: &str, remedy: &str| Problem {
            path: self.path.to_string_lossy().into_owned(),
            place: place.clone(),
            reason: reason.to_owned(),
            remedy: remedy.to_owned(),
        };
        let Some(bytes) = member.bytes else {
            return (path, Err(problem(&format!("is larger than {}", size(self.limit)), "").into()));
        };
        let name = format!("{}/{place}", self.name);
        let read = std::panic::AssertUnwindSafe(|| loader.member(&name, self.format, &bytes));
        let loaded = match std::panic::catch_unwind(read) {
            Ok(Ok(document)) => Ok(Loaded { document, size: bytes.len() as u64, modified: self.modified }),
            Ok(Err(found)) => Err(problem(&found.reason, &found.remedy).into()),
            Err(_) => Err(problem("made its reader fail", "please report this file").into()),
        };
        (path, loaded)
    }
}

impl Loader {
    /// Makes a document of the bytes of a member.
    fn member(&self, name: &str, format: Format, bytes: &[u8]) -> Result<Document, Problem> {
        let source = Source { name, bytes, limits: &self.limits };
        Ok(finish::document(name, draft(&source, format)?, format, content_hash(bytes)))
    }
}

/// The problems of one file: the first ones as they are, of the others their number.
#[derive(Default)]
struct Problems {
    count: usize,
}

impl Problems {
    fn tell(&mut self, path: &Path, problem: Problem, tell: Tell<'_>) {
        self.count += 1;
        if self.count <= PROBLEMS {
            tell(path, Err(problem.into()));
        }
    }

    fn finish(&self, path: &Path, about: &About<'_>, tell: Tell<'_>) {
        let Some(more) = self.count.checked_sub(PROBLEMS).filter(|more| *more > 0) else { return };
        let word = if more == 1 { about.word().to_owned() } else { format!("{}s", about.word()) };
        let reason = format!("{more} more {word} couldn't be read");
        tell(path, Err(Problem::new(path.to_string_lossy(), reason, "").into()));
    }
}
