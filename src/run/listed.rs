//! The person's list of names, `names.toml`: read at the start, and again once somebody has changed it.

use std::path::{Path, PathBuf};

use super::seen::Seen;
use crate::app::Event;
use crate::corpus::{Problem, own_text};
use crate::index::names::{NAMES_FILE, PersonalName, read_names};

/// Reads the list in a config directory, with what is wrong with it.
pub fn listed(config: &Path) -> (Vec<PersonalName>, Vec<Problem>) {
    let path = config.join(NAMES_FILE);
    match own_text(&path) {
        Ok(text) => parsed(&path, text.as_deref()),
        Err(problem) => (Vec::new(), vec![problem]),
    }
}

/// Where there is no file, no name is listed.
fn parsed(path: &Path, text: Option<&str>) -> (Vec<PersonalName>, Vec<Problem>) {
    text.map(|text| read_names(&path.display().to_string(), text)).unwrap_or_default()
}

/// The list of a config directory as it stands.
pub(super) struct Listed {
    path: PathBuf,
    seen: Seen,
}

impl Listed {
    /// That in a config directory, which wasn't looked at yet.
    pub(super) fn new(config: &Path) -> Self {
        Self { path: config.join(NAMES_FILE), seen: Seen::default() }
    }

    /// Looks at the file, and reads it where it has changed since the last look: the first one comes right behind the
    /// reading at the start. A file that can't be read any more is told, and the list stays as it was.
    pub(super) fn look(&mut self) -> Option<Event> {
        if !self.seen.changed(&self.path) {
            return None;
        }
        Some(match own_text(&self.path) {
            Ok(text) => {
                let (names, problems) = parsed(&self.path, text.as_deref());
                Event::Listed(names, problems)
            }
            Err(problem) => Event::Trouble(problem),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::*;

    #[test]
    fn a_changed_list_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let mut list = Listed::new(folder.path());
        let write = |text: &str| std::fs::write(folder.path().join(NAMES_FILE), text).unwrap();
        write("[[name]]\nname = \"Ann Lee\"\nkind = \"person\"\n");
        assert!(list.look().is_none() && list.look().is_none());
        write("[[name]]\nname = \"Ann Lea\"\nkind = \"person\"\n[[name]]\n");
        let Some(Event::Listed(names, problems)) = list.look() else { panic!("nothing was told") };
        assert_eq!((names.len(), &*names[0].name, problems.len()), (1, "Ann Lea", 1));
        assert!(list.look().is_none());
        std::fs::remove_file(folder.path().join(NAMES_FILE)).unwrap();
        let Some(Event::Listed(names, problems)) = list.look() else { panic!("nothing was told") };
        assert!(names.is_empty() && problems.is_empty());
    }
}
