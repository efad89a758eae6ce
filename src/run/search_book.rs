//! The file of the searches that were made and saved, `searches.toml` in the config directory.
//!
//! It is written anew with each change, so that a person can edit it: under a lock, from what stands in it then,
//! into a file beside it that takes its place. So no change of another instance is lost.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::app::{Event, REMEMBERED, SavedSearch, SearchChange, Searches};
use crate::corpus::Problem;
use crate::index::Facet;

/// The file.
const NAME: &str = "searches.toml";

/// Bytes of it that are read.
const LONGEST: u64 = 1 << 20;

/// The searches that are kept in a config directory.
pub(super) struct SearchBook {
    path: PathBuf,
}

impl SearchBook {
    pub(super) fn new(config: &Path) -> Self {
        Self { path: config.join(NAME) }
    }

    /// Reads the file. Where there is none, no search was kept.
    pub(super) fn read(&self) -> Event {
        let (searches, problems) = match self.load() {
            Ok(text) => parse(&self.path, &text),
            Err(error) => (Searches::default(), vec![self.problem(&error)]),
        };
        Event::Searches(searches, problems)
    }

    /// Has a change on disk, and only then says so.
    pub(super) fn keep(&self, change: &SearchChange) -> Event {
        match self.write(change) {
            Ok(searches) => Event::Searches(searches, Vec::new()),
            Err(error) => Event::SearchNotKept(format!("{}: {error}", self.path.display())),
        }
    }

    fn problem(&self, error: &io::Error) -> Problem {
        Problem::new(
            self.path.to_string_lossy(),
            error.to_string(),
            "searches made now are kept as long as ibid runs",
        )
    }

    fn load(&self) -> io::Result<String> {
        let file = match File::open(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
            other => other?,
        };
        let mut text = String::new();
        file.take(LONGEST).read_to_string(&mut text)?;
        Ok(text)
    }

    fn write(&self, change: &SearchChange) -> io::Result<Searches> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        // The file itself is replaced, so the lock is on one beside it.
        let lock = OpenOptions::new().create(true).append(true).open(self.path.with_extension("lock"))?;
        match lock.lock() {
            // Some network file systems have no locks; there the last of two instances wins.
            Err(error) if error.kind() != io::ErrorKind::Unsupported => return Err(error),
            _ => {}
        }
        let (mut searches, problems) = parse(&self.path, &self.load()?);
        if let Some(problem) = problems.first() {
            // What a person wrote there is theirs to mend, not ours to throw away.
            return Err(io::Error::other(problem.reason.clone()));
        }
        searches.apply(change);
        let beside = self.path.with_extension("new");
        let mut file = File::create(&beside)?;
        file.write_all(print(&searches).as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &self.path)?;
        Ok(searches)
    }
}

/// The searches that a file holds, and what is wrong with it.
fn parse(path: &Path, text: &str) -> (Searches, Vec<Problem>) {
    let (mut searches, mut problems) = (Searches::default(), Vec::new());
    let (table, errors) = DeTable::parse_recoverable(text);
    if let Some(error) = errors.first() {
        let line = error
            .span()
            .map_or(1, |span| text.get(..span.start).map_or(1, |head| head.matches('\n').count() + 1));
        let place = format!("{}, line {line}", path.display());
        problems.push(Problem::new(
            place,
            error.message().to_owned(),
            "searches aren't kept until that is mended",
        ));
    }
    for (key, value) in table.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("made", DeValue::Array(made)) => {
                let lines = made.iter().filter_map(|line| line.get_ref().as_str());
                // Applied one by one, so that a file that was edited has none twice either.
                lines.for_each(|line| searches.apply(&SearchChange::Made(line.to_owned())));
            }
            ("saved", DeValue::Table(saved)) => {
                for (name, search) in saved {
                    if let Some(search) = saved_search(search.get_ref()) {
                        searches.apply(&SearchChange::Saved(name.get_ref().to_string(), search));
                    }
                }
            }
            _ => {
                let place = path.to_string_lossy();
                let reason = format!("'{}' is neither made nor saved searches", key.get_ref());
                problems.push(Problem::new(place, reason, "searches aren't kept until that is mended"));
            }
        }
    }
    (searches, problems)
}

/// A saved search as it stands in the file: a line, or a table of a line and what else there is to it.
fn saved_search(value: &DeValue<'_>) -> Option<SavedSearch> {
    let DeValue::Table(table) = value else { return value.as_str().map(SavedSearch::of) };
    let mut search = SavedSearch::default();
    for (key, value) in table {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("search", line) => search.line = line.as_str()?.to_owned(),
            ("exact", exact) => search.exact = exact.as_bool()?,
            ("narrowed", DeValue::Array(facets)) => {
                search.narrowed =
                    facets.iter().filter_map(|facet| Facet::read(facet.get_ref().as_str()?)).collect();
            }
            _ => {}
        }
    }
    Some(search)
}

/// What stands behind the name of a saved search.
fn saved_as(search: &SavedSearch) -> String {
    let line = quoted(&search.line);
    if search.narrowed.is_empty() && !search.exact {
        return line;
    }
    let narrowed: Vec<String> = search.narrowed.iter().map(|facet| quoted(&facet.written())).collect();
    format!("{{ search = {line}, narrowed = [{}], exact = {} }}", narrowed.join(", "), search.exact)
}

/// The file as it is written.
fn print(searches: &Searches) -> String {
    let mut text =
        String::from("# Searches made and saved in ibid. Each is a line of its query language.\n\n");
    text.push_str(&format!("# The last {REMEMBERED}, the newest at the end.\nmade = [\n"));
    for line in &searches.made {
        text.push_str(&format!("  {},\n", quoted(line)));
    }
    text.push_str("]\n\n[saved]\n");
    for (name, search) in &searches.saved {
        text.push_str(&format!("{} = {}\n", quoted(name), saved_as(search)));
    }
    text
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;
    use crate::index::FacetKind;

    fn searches(event: Event) -> Searches {
        match event {
            Event::Searches(searches, problems) if problems.is_empty() => searches,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let folder = tempfile::TempDir::new().unwrap();
        let book = SearchBook::new(&folder.path().join("ibid"));
        assert_eq!(searches(book.read()), Searches::default());
        book.keep(&SearchChange::Made("\"elder brother\" \\ -x".to_owned()));
        let kept = searches(book.keep(&SearchChange::Saved("a = b".to_owned(), SavedSearch::of("c"))));
        assert_eq!(searches(book.read()), kept);
        assert_eq!((kept.made.len(), kept.saved.len()), (1, 1));
    }

    #[test]
    fn two_instances_lose_nothing_of_each_other() {
        let folder = tempfile::TempDir::new().unwrap();
        std::thread::scope(|scope| {
            for instance in 0..4 {
                let book = SearchBook::new(folder.path());
                scope.spawn(move || {
                    for number in 0..20 {
                        let change = SearchChange::Made(format!("search {instance} {number}"));
                        assert!(matches!(book.keep(&change), Event::Searches(..)));
                    }
                });
            }
        });
        assert_eq!(searches(SearchBook::new(folder.path()).read()).made.len(), 80);
    }

    #[test]
    fn a_file_that_is_wrong_is_told_and_never_written_over() {
        let folder = tempfile::TempDir::new().unwrap();
        let wrong = "made = [ \"a\" ]\n[saved\n";
        fs::write(folder.path().join(NAME), wrong).unwrap();
        let book = SearchBook::new(folder.path());
        let Event::Searches(_, problems) = book.read() else { panic!() };
        assert!(problems[0].to_string().contains("line 2"), "{problems:?}");
        assert!(matches!(book.keep(&SearchChange::Made("b".to_owned())), Event::SearchNotKept(_)));
        assert_eq!(fs::read_to_string(folder.path().join(NAME)).unwrap(), wrong);
    }

    proptest! {
        #[test]
        fn any_searches_are_read_as_they_were_written(
            made in ".*", name in ".*", line in ".*", value in ".+", exact: bool,
        ) {
            let facet = |kind| Facet { kind, value: value.clone() };
            let narrowed = if exact { Vec::new() } else { FacetKind::ALL.map(facet).to_vec() };
            let mut all = Searches::default();
            all.apply(&SearchChange::Made(made));
            all.apply(&SearchChange::Saved(name, SavedSearch { line, narrowed, exact }));
            let (read, problems) = parse(Path::new(NAME), &print(&all));
            prop_assert!(problems.is_empty(), "{:?}", problems);
            prop_assert_eq!(read, all);
        }

        #[test]
        fn no_file_is_too_odd_to_be_read(text in ".*") {
            parse(Path::new(NAME), &text);
        }
    }
}
