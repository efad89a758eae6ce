//! Where sessions stopped: one small file for each collection, `sessions/<number>.json` in the config directory.
//!
//! It is written whole when a session ends, beside its place and then put there at once. Of two sessions on one
//! collection the one that ends last counts.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use crate::app::Session;
use crate::note::replace;

/// The folder in the config directory.
const FOLDER: &str = "sessions";

/// Bytes of a file that are read: many times what is written.
const LONGEST: u64 = 1 << 20;

/// The files of a config directory.
pub(super) struct Sessions {
    folder: PathBuf,
}

impl Sessions {
    pub(super) fn new(config: &Path) -> Self {
        Self { folder: config.join(FOLDER) }
    }

    /// The file of the collection of these files and folders. A collection whose file isn't found, as after a change of how
    /// it is named, merely has no session to go on with.
    fn path(&self, collection: &[String]) -> PathBuf {
        let mut hasher = DefaultHasher::new();
        collection.hash(&mut hasher);
        self.folder.join(format!("{:016x}.json", hasher.finish()))
    }

    /// Where the last session on the collection stopped. A file that can't be read, or is another collection's, is none.
    pub(super) fn read(&self, collection: &[String]) -> Option<Session> {
        let path = self.path(collection);
        let short = fs::metadata(&path).is_ok_and(|about| about.is_file() && about.len() <= LONGEST);
        let bytes = short.then(|| fs::read(&path).ok()).flatten()?;
        let session: Session = serde_json::from_slice(&bytes).ok()?;
        (session.collection == collection).then_some(session)
    }

    /// Has it on disk in the place of the one before.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from that.
    pub(super) fn keep(&self, session: &Session) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        replace(&self.path(&session.collection), &serde_json::to_vec(session)?)
    }
}

/// Where the last session on the collection of these files and folders stopped, where there was one.
pub fn last_session(config: &Path, collection: &[String]) -> Option<Session> {
    Sessions::new(config).read(collection)
}

/// Whether nothing was ever kept in the config directory.
pub fn is_untouched(config: &Path) -> bool {
    match fs::read_dir(config) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn a_session_is_read_as_it_was_kept_and_for_its_own_collection() {
        let config = tempfile::tempdir().unwrap();
        assert!(is_untouched(config.path()) && is_untouched(&config.path().join("none")));
        let sessions = Sessions::new(config.path());
        let one =
            Session { collection: vec!["/a".to_owned()], find: "milk".to_owned(), ..Session::default() };
        sessions.keep(&one).unwrap();
        assert_eq!(last_session(config.path(), &one.collection), Some(one.clone()));
        assert_eq!(sessions.read(&["/b".to_owned()]), None);
        assert!(!is_untouched(config.path()));
        fs::write(sessions.path(&one.collection), "{\"collection\":").unwrap();
        assert_eq!(sessions.read(&one.collection), None);
        fs::write(sessions.path(&one.collection), "{\"collection\":[\"/a\"],\"new\":1}").unwrap();
        let rest = Session { collection: one.collection.clone(), ..Session::default() };
        assert_eq!(sessions.read(&one.collection), Some(rest), "fields that aren't there are as usual");
    }

    proptest::proptest! {
        #[test]
        fn no_file_is_too_odd_to_be_read(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            let config = tempfile::tempdir().unwrap();
            let sessions = Sessions::new(config.path());
            fs::create_dir_all(&sessions.folder).unwrap();
            let collection = ["/a".to_owned()];
            fs::write(sessions.path(&collection), bytes).unwrap();
            proptest::prop_assert_eq!(sessions.read(&collection), None);
        }
    }
}
