//! The file of the searches that were made and saved, `searches.toml` in the config directory.
//!
//! It is written anew with each change, so that a person can edit it: under a lock, from what stands in it then,
//! into a file beside it that takes its place. So no change of another instance is lost.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::seen::Seen;
use crate::app::{Event, SearchChange, Searches, Ticket};
use crate::corpus::{Problem, own_text};
use crate::note::{lock, replace};

/// The file.
const NAME: &str = "searches.toml";

/// The searches that are kept in a config directory.
pub(super) struct SearchBook {
    path: PathBuf,
    seen: Seen,
}

impl SearchBook {
    pub(super) fn new(config: &Path) -> Self {
        Self { path: config.join(NAME), seen: Seen::default() }
    }

    /// Reads the file. Where there is none, no search was kept.
    pub(super) fn read(&mut self) -> Event {
        self.seen.changed(&self.path);
        let (searches, problems) = match self.load() {
            Ok(text) => self.parse(&text),
            Err(problem) => {
                let meanwhile = "searches made now are kept as long as ibid runs";
                let remedy = format!("{}; {meanwhile}", problem.remedy);
                let remedy = remedy.trim_start_matches("; ").to_owned();
                (Searches::default(), vec![Problem { remedy, ..problem }])
            }
        };
        Event::Searches(None, searches, problems)
    }

    /// Reads the file where somebody else has changed it since it was read or written here. A file that can't be read any
    /// more is told, and the searches stay as they were.
    pub(super) fn look(&mut self) -> Option<Event> {
        if !self.seen.changed(&self.path) {
            return None;
        }
        Some(match self.load() {
            Ok(text) => {
                let (searches, problems) = self.parse(&text);
                Event::Searches(None, searches, problems)
            }
            Err(problem) => Event::Trouble(problem),
        })
    }

    /// Has a change on disk, and only then says so.
    pub(super) fn keep(&mut self, ticket: Ticket, change: &SearchChange) -> Event {
        match self.write(change) {
            Ok(searches) => Event::Searches(Some(ticket), searches, Vec::new()),
            Err(reason) => Event::SearchNotKept(ticket, reason),
        }
    }

    /// The config directory.
    pub(super) fn dir(&self) -> Option<&Path> {
        self.path.parent()
    }

    fn name(&self) -> String {
        self.path.display().to_string()
    }

    fn parse(&self, text: &str) -> (Searches, Vec<Problem>) {
        Searches::read(&self.name(), text)
    }

    fn load(&self) -> Result<String, Problem> {
        Ok(own_text(&self.path)?.unwrap_or_default())
    }

    fn write(&mut self, change: &SearchChange) -> Result<Searches, String> {
        let failed = |error: io::Error| format!("{}: {error}", self.name());
        let _lock = self.lock().map_err(failed)?;
        let (mut searches, problems) = self.parse(&self.load().map_err(|problem| problem.to_string())?);
        if let Some(problem) = problems.first() {
            // What a person wrote there is theirs to mend, not ours to throw away.
            return Err(problem.to_string());
        }
        searches.apply(change);
        replace(&self.path, searches.written().as_bytes()).map_err(failed)?;
        self.seen.changed(&self.path);
        Ok(searches)
    }

    /// Keeps other instances from writing as long as it is held. The file itself is replaced, so the lock is on one beside it.
    fn lock(&self) -> io::Result<File> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let beside = OpenOptions::new().create(true).append(true).open(self.path.with_extension("lock"))?;
        // Some network file systems have no locks; there the last of two instances wins.
        lock(&beside)?;
        Ok(beside)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::app::SavedSearch;

    fn searches(event: Event) -> Searches {
        match event {
            Event::Searches(_, searches, problems) if problems.is_empty() => searches,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let folder = tempfile::TempDir::new().unwrap();
        let mut book = SearchBook::new(&folder.path().join("ibid"));
        assert_eq!(searches(book.read()), Searches::default());
        book.keep(1, &SearchChange::Made("\"elder brother\" \\ -x".to_owned()));
        let kept = searches(book.keep(1, &SearchChange::Saved("a = b".to_owned(), SavedSearch::of("c"))));
        assert_eq!(searches(book.read()), kept);
        assert_eq!((kept.made.len(), kept.saved.len()), (1, 1));
    }

    #[test]
    fn what_another_instance_keeps_is_seen_and_ones_own_is_no_news() {
        let folder = tempfile::TempDir::new().unwrap();
        let (mut one, mut other) = (SearchBook::new(folder.path()), SearchBook::new(folder.path()));
        assert_eq!((searches(one.read()), searches(other.read())), Default::default());
        other.keep(1, &SearchChange::Made("elder".to_owned()));
        assert!(other.look().is_none());
        assert_eq!(searches(one.look().unwrap()).made, ["elder"]);
        assert!(one.look().is_none());
    }

    #[test]
    fn two_instances_lose_nothing_of_each_other() {
        let folder = tempfile::TempDir::new().unwrap();
        std::thread::scope(|scope| {
            for instance in 0..4 {
                let mut book = SearchBook::new(folder.path());
                scope.spawn(move || {
                    for number in 0..20 {
                        let change = SearchChange::Made(format!("search {instance} {number}"));
                        assert!(matches!(book.keep(1, &change), Event::Searches(..)));
                    }
                });
            }
        });
        assert_eq!(searches(SearchBook::new(folder.path()).read()).made.len(), 80);
    }

    #[test]
    fn a_file_that_is_wrong_is_told_and_never_written_over() {
        let folder = tempfile::TempDir::new().unwrap();
        let mut book = SearchBook::new(folder.path());
        let long = format!("made = [\n{}]\n", "  \"a\",\n".repeat(2_500_000));
        for (wrong, told) in [
            ("made = [ \"a\" ]\n[saved\n", "searches.toml, line 2: "),
            ("[saved]\na = 7\n", "searches.toml, line 2: "),
            (long.as_str(), "longer than 16 MiB"),
        ] {
            fs::write(folder.path().join(NAME), wrong).unwrap();
            let Event::Searches(None, _, problems) = book.read() else { panic!() };
            assert!(problems[0].to_string().contains(told), "{problems:?}");
            let kept = book.keep(1, &SearchChange::Made("b".to_owned()));
            assert!(matches!(kept, Event::SearchNotKept(1, reason) if reason.contains(told)));
            assert_eq!(fs::read_to_string(folder.path().join(NAME)).unwrap(), wrong);
        }
    }
}
