//! The folders and files that a collection is made of: whether they are there.

use std::path::{Path, PathBuf};

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

/// Which files or folders these are, whatever they are called: one may take the place and the name of another.
pub(super) fn identities(collection: &Collection) -> Vec<Option<(u64, u64)>> {
    match collection {
        Collection::Bundled => Vec::new(),
        Collection::Paths(paths) => paths.iter().map(|path| identity(path)).collect(),
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    path.metadata().ok().map(|known| (known.dev(), known.ino()))
}

#[cfg(not(unix))]
fn identity(_: &Path) -> Option<(u64, u64)> {
    None
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
