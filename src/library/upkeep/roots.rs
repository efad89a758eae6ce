//! The folders and files that a collection is made of: whether they are there.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Collection;

/// Those that weren't there when they were looked for last.
#[derive(Debug, Default)]
pub(super) struct Roots {
    missing: Vec<PathBuf>,
}

impl Roots {
    /// Looks for them, and gives what is to be said where others are missing than before.
    pub(super) fn look(&mut self, collection: &Collection) -> Option<String> {
        let missing = missing(collection);
        let before = std::mem::replace(&mut self.missing, missing);
        let changed = before != self.missing;
        changed.then(|| self.missed().unwrap_or_else(|| format!("{} is there again", names(&before))))
    }

    /// What is to be said of those that weren't there; `None` where all were.
    pub(super) fn missed(&self) -> Option<String> {
        let said = || format!("{} isn't there any more; the list keeps what was in it", names(&self.missing));
        self.misses_some().then(said)
    }

    /// Whether one wasn't there.
    pub(super) fn misses_some(&self) -> bool {
        !self.missing.is_empty()
    }

    /// Whether those that weren't there still aren't, and no others.
    pub(super) fn are_the_same(&self, collection: &Collection) -> bool {
        missing(collection) == self.missing
    }
}

/// Which file or folder one is, whatever it is called: its device and number, and when it was made, since what is made
/// anew may get the number of what was removed.
pub(super) type Identity = (u64, u64, Option<SystemTime>);

/// Which files or folders these are: one may take the place and the name of another.
pub(super) fn identities(collection: &Collection) -> Vec<Option<Identity>> {
    match collection {
        Collection::Bundled => Vec::new(),
        Collection::Paths(paths) => paths.iter().map(|path| identity(path)).collect(),
    }
}

fn identity(path: &Path) -> Option<Identity> {
    let known = path.metadata().ok()?;
    let (device, number) = numbers(&known);
    // Not every file system keeps it.
    Some((device, number, known.created().ok()))
}

#[cfg(unix)]
fn numbers(known: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (known.dev(), known.ino())
}

#[cfg(not(unix))]
fn numbers(_: &Metadata) -> (u64, u64) {
    (0, 0)
}

fn missing(collection: &Collection) -> Vec<PathBuf> {
    match collection {
        Collection::Bundled => Vec::new(),
        Collection::Paths(paths) => paths.iter().filter(|path| !path.exists()).cloned().collect(),
    }
}

fn names(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use tempfile::tempdir;

    use super::*;

    #[test]
    fn a_folder_that_is_made_anew_is_another_one_whatever_number_it_gets() {
        let around = tempdir().unwrap();
        let folder = around.path().join("texts");
        std::fs::create_dir(&folder).unwrap();
        let collection = Collection::Paths(vec![folder.clone()]);
        let first = identities(&collection);
        std::fs::write(folder.join("a.md"), "A text.").unwrap();
        assert_eq!(identities(&collection), first, "what is in it doesn't matter");
        if folder.metadata().unwrap().created().is_err() {
            // Left out: this file system doesn't keep when a folder was made.
            return;
        }
        std::fs::remove_dir_all(&folder).unwrap();
        // The clock of a file system is coarse: until it goes on, two that are made are one.
        let anew = std::iter::repeat_with(|| {
            std::fs::create_dir(&folder).unwrap();
            let now = identities(&collection);
            std::fs::remove_dir(&folder).unwrap();
            now
        });
        assert!(anew.take(100_000).any(|now| now != first));
    }
}
