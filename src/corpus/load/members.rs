//! The documents of a file that holds many.

use std::fs::Metadata;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::open::{Bytes, Opened};
use super::{Loaded, Loader, Tell, Unread, size};
use crate::corpus::members::{Mark, Member, Split};
use crate::corpus::{Format, Problem, json_lines, mbox};

/// The most bytes of a member.
const LARGEST: u64 = 64 << 20;

/// The members that are read at once by all cores: so many, or so many bytes.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 8 << 20;

/// The problems of one file that are told one by one; more are counted.
const PROBLEMS: usize = 5;

/// A file of many documents, open.
pub(super) struct Members<'a> {
    file: ManyFile<'a>,
    reader: BufReader<Bytes>,
}

/// What is the same for all members of a file.
struct ManyFile<'a> {
    loader: &'a Loader,
    path: &'a Path,
    /// The path without the ending that says how the file is compressed.
    name: String,
    format: Format,
    known: Metadata,
    is_packed: bool,
    /// The most bytes of a member.
    limit: u64,
}

impl<'a> Members<'a> {
    pub(super) fn new(loader: &'a Loader, path: &'a Path, opened: Opened, format: Format) -> Self {
        let Opened { known, name, is_packed, reader, .. } = opened;
        let limit = loader.limits.file.min(LARGEST);
        Self { file: ManyFile { loader, path, name, format, known, is_packed, limit }, reader }
    }

    /// Tells each member, in order.
    pub(super) fn read_all(self, tell: Tell<'_>) {
        let Self { file, mut reader } = self;
        let most = file.loader.limits.members;
        let mut problems = Problems::default();
        let (mut read, mut end) = (0, None);
        let mut members = file.split(&mut reader, Mark::default());
        while end.is_none() {
            let mut batch: Vec<Member> = Vec::with_capacity(BATCH);
            let mut bytes = 0;
            while end.is_none() && batch.len() < BATCH && bytes < BATCH_BYTES {
                match members.next(1) {
                    Ok(Some(_)) if read == most => {
                        let reason = format!("holds more than {most} {}s; only these were read", file.word());
                        end = Some(Some(file.problem(reason, "split it into smaller files")));
                    }
                    Ok(Some(member)) => {
                        bytes += member.bytes.as_ref().map_or(0, Vec::len);
                        read += 1;
                        batch.push(member);
                    }
                    Ok(None) => end = Some(None),
                    Err(error) => end = Some(Some(Problem::io(file.path, &error))),
                }
            }
            file.mark(&*members);
            let documents: Vec<_> = batch.into_par_iter().map(|member| file.load(member)).collect();
            for (path, loaded) in documents {
                match loaded {
                    Err(Unread::Problem(problem)) => problems.tell(&path, problem, tell),
                    Ok(mut loaded) => {
                        loaded.document.lost.retain(|_| problems.has_room());
                        tell(&path, Ok(loaded));
                    }
                    other => tell(&path, other),
                }
            }
        }
        drop(members);
        problems.finish(&file, tell);
        let cut = reader.get_ref().cut().map(|cut| file.problem(cut, ""));
        let none = (read == 0).then(|| file.problem(format!("holds no {}", file.word()), ""));
        for problem in end.flatten().into_iter().chain(cut).chain(none) {
            tell(file.path, Err(problem.into()));
        }
    }

    /// Reads the member of this number.
    pub(super) fn load(self, number: usize) -> Result<Loaded, Unread> {
        let Self { file, mut reader } = self;
        let word = file.word();
        let io = |error| Problem::io(file.path, &error);
        let from = file.loader.marks.before(file.path, &file.known, number);
        if from != Mark::default() {
            reader = BufReader::with_capacity(reader.capacity(), reader.into_inner());
            reader.get_mut().seek(from.at).map_err(io)?;
        }
        let mut members = file.split(&mut reader, from);
        while let Some(member) = members.next(number).map_err(io)? {
            if member.number == number {
                return file.load(member).1;
            }
            file.mark(&*members);
            if member.number > number {
                return Err(file.problem(format!("{word} {number} of it is empty"), "").into());
            }
        }
        let reason = format!("there is no {word} {number} in it: it has {}", members.count());
        Err(file.problem(reason, "").into())
    }
}

impl ManyFile<'_> {
    fn split<'r>(&self, reader: &'r mut BufReader<Bytes>, from: Mark) -> Box<dyn Split + 'r> {
        let limit = self.limit as usize;
        match self.format {
            Format::Mail => Box::new(mbox::Messages::new(reader, from, limit)),
            _ => Box::new(json_lines::Lines::new(reader, from, limit)),
        }
    }

    /// Remembers where the next member begins.
    fn mark(&self, members: &dyn Split) {
        if let Some(mark) = members.mark().filter(|_| !self.is_packed) {
            self.loader.marks.take(self.path, &self.known, mark);
        }
    }

    /// What a member is called.
    fn word(&self) -> &'static str {
        if self.format == Format::Mail { "message" } else { "line" }
    }

    /// A problem of the file.
    fn problem(&self, reason: impl Into<String>, remedy: &str) -> Problem {
        Problem::new(self.path.to_string_lossy(), reason, remedy)
    }

    /// The path and the document of a member. A member that makes its reader panic is one problem.
    fn load(&self, member: Member) -> (PathBuf, Result<Loaded, Unread>) {
        let path = self.path.join(member.number.to_string());
        let place = format!("{} {}", self.word(), member.number);
        let Some(bytes) = member.bytes else {
            let problem = self.problem(format!("is larger than {}", size(self.limit)), "");
            return (path, Err(Problem { place, ..problem }.into()));
        };
        let name = format!("{}/{place}", self.name);
        let read = AssertUnwindSafe(|| self.loader.document(&name, self.format, &bytes));
        let problem = match catch_unwind(read) {
            Ok(Ok(mut document)) => {
                for problem in &mut document.lost {
                    problem.path = self.path.to_string_lossy().into_owned();
                    problem.place.clone_from(&place);
                }
                let loaded =
                    Loaded { document, size: bytes.len() as u64, modified: self.known.modified().ok() };
                return (path, Ok(loaded));
            }
            Ok(Err(problem)) => self.problem(problem.reason, &problem.remedy),
            Err(_) => self.problem("made its reader fail", "please report this file"),
        };
        (path, Err(Problem { place, ..problem }.into()))
    }
}

/// The problems of one file: the first ones as they are, of the others their number.
#[derive(Default)]
struct Problems {
    count: usize,
}

impl Problems {
    /// Counts one more; whether it is one of the first ones.
    fn has_room(&mut self) -> bool {
        self.count += 1;
        self.count <= PROBLEMS
    }

    fn tell(&mut self, path: &Path, problem: Problem, tell: Tell<'_>) {
        if self.has_room() {
            tell(path, Err(problem.into()));
        }
    }

    fn finish(&self, file: &ManyFile<'_>, tell: Tell<'_>) {
        let Some(more) = self.count.checked_sub(PROBLEMS).filter(|more| *more > 0) else { return };
        let plural = if more == 1 { "" } else { "s" };
        let reason = format!("{more} more {}{plural} couldn't be read, or only in part", file.word());
        tell(file.path, Err(file.problem(reason, "").into()));
    }
}

#[cfg(test)]
#[path = "members_tests.rs"]
mod tests;
