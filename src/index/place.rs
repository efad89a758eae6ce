//! Where what is worked out of a collection is kept: a folder of the cache for each collection.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::note::{path_from_text, path_to_text};

/// The form of all that is kept. With another one everything is made anew.
const FORM: u32 = 2;

/// The folder of collections in the cache directory.
const COLLECTIONS: &str = "collections";

/// The file that says which collection was opened last.
const LAST: &str = "last";

/// What a folder of the cache says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct About {
    form: u32,
    /// What the documents were read by: another version, or other limits, may read them otherwise.
    reading: String,
    /// The files and folders of the collection.
    paths: Vec<String>,
}

/// The place of a collection in the cache.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
}

/// What [`Place::prepare`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prepared {
    /// Nothing: the place is new.
    New,
    /// What this version has written, or can read.
    Kept,
    /// What another version has written; it was cleared.
    Outdated,
}

impl Place {
    /// The place of the collection of these paths, which are absolute, below the cache directory `cache`.
    pub fn new(cache: &Path, paths: &[PathBuf]) -> Self {
        let mut paths: Vec<String> = paths.iter().map(|path| path_to_text(path)).collect();
        paths.sort();
        paths.dedup();
        let hash = Sha256::digest(paths.join("\n").as_bytes());
        let name: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Self { folder: cache.join(COLLECTIONS).join(name) }
    }

    /// The paths of the collection that was opened last, where that is known.
    pub fn last(cache: &Path) -> Option<Vec<PathBuf>> {
        let text = fs::read_to_string(cache.join(LAST)).ok()?;
        let paths: Vec<PathBuf> = text.lines().map(path_from_text).collect();
        Some(paths).filter(|paths| !paths.is_empty())
    }

    /// Remembers that a collection of these paths was opened.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn remember(cache: &Path, paths: &[PathBuf]) -> io::Result<()> {
        // A line feed in a path would make two of it; such a collection isn't remembered.
        let lines: Vec<String> = paths.iter().map(|path| path_to_text(path)).collect();
        if lines.iter().any(|line| line.contains('\n')) {
            return Ok(());
        }
        make_folder(cache)?;
        fs::write(cache.join(LAST), lines.join("\n"))
    }

    /// All places in the cache directory, with the paths of their collections; `None` for what says nothing of itself.
    ///
    /// # Errors
    ///
    /// What the system says; a cache that isn't there is empty.
    pub fn all(cache: &Path) -> io::Result<Vec<(Self, Option<Vec<PathBuf>>)>> {
        let entries = match fs::read_dir(cache.join(COLLECTIONS)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut places = Vec::new();
        for entry in entries {
            let place = Self { folder: entry?.path() };
            let paths =
                place.about().map(|about| about.paths.iter().map(|path| path_from_text(path)).collect());
            places.push((place, paths));
        }
        places.sort_by(|(one, _), (other, _)| one.folder.cmp(&other.folder));
        Ok(places)
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of the full text.
    pub fn text(&self) -> PathBuf {
        self.folder.join("text")
    }

    /// The folder of the names.
    pub fn names(&self) -> PathBuf {
        self.folder.join("names")
    }

    /// The file of what was known when it was written down last.
    pub fn snapshot(&self) -> PathBuf {
        self.folder.join("catalogue")
    }

    /// The ledger of that generation.
    pub fn ledger(&self, generation: u32) -> PathBuf {
        self.folder.join(format!("ledger-{generation}"))
    }

    /// Whether there is something that was read as `reading` says.
    pub fn is_current(&self, reading: &str) -> bool {
        self.about().is_some_and(|about| about.form == FORM && about.reading == reading)
    }

    /// Takes the right to write here, unless another program has it; it lasts as long as the file is open.
    ///
    /// # Errors
    ///
    /// What the system says: where nothing can be written here, above all.
    pub fn lock(&self) -> io::Result<Option<File>> {
        make_folder(&self.folder)?;
        let file = File::options().create(true).truncate(false).write(true).open(self.folder.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }

    /// Makes the place ready for a collection of these paths that is read as `reading` says: what was read
    /// otherwise is cleared. To be called under the lock.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn prepare(&self, reading: &str, paths: &[PathBuf]) -> io::Result<Prepared> {
        let there = self.about();
        if self.is_current(reading) {
            return Ok(Prepared::Kept);
        }
        let empty = self.contents()?.next().is_none();
        self.clear()?;
        let paths = paths.iter().map(|path| path_to_text(path)).collect();
        let about = About { form: FORM, reading: reading.to_owned(), paths };
        let about = serde_json::to_vec_pretty(&about).map_err(io::Error::other)?;
        // Written last and put into its place at once: where it stands, the rest is cleared.
        let draft = self.folder.join("about.new");
        fs::write(&draft, about)?;
        fs::rename(&draft, self.folder.join("about.json"))?;
        Ok(if there.is_none() && empty { Prepared::New } else { Prepared::Outdated })
    }

    /// Removes all that is kept here but the lock. To be called under it.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn clear(&self) -> io::Result<()> {
        // What says that the rest is sound goes first.
        self.disown()?;
        for path in self.contents()? {
            if path.is_dir() { fs::remove_dir_all(&path)? } else { fs::remove_file(&path)? }
        }
        Ok(())
    }

    /// Takes away what says that all that is kept here is sound, so that it is made anew. To be called under the lock.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn disown(&self) -> io::Result<()> {
        match fs::remove_file(self.folder.join("about.json")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Its size in bytes.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn size(&self) -> io::Result<u64> {
        let entries = walkdir::WalkDir::new(&self.folder).into_iter();
        let files = entries.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        // A file that went meanwhile takes no room.
        Ok(files.filter_map(|entry| entry.metadata().ok()).map(|known| known.len()).sum())
    }

    /// What is kept here but the lock.
    fn contents(&self) -> io::Result<impl Iterator<Item = PathBuf>> {
        let entries: Vec<PathBuf> =
            fs::read_dir(&self.folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        Ok(entries.into_iter().filter(|path| path.file_name().is_none_or(|name| name != "lock")))
    }

    fn about(&self) -> Option<About> {
        serde_json::from_slice(&fs::read(self.folder.join("about.json")).ok()?).ok()
    }
}

/// Makes a folder that only its owner can look into: it holds what is in their documents.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// How much of a ledger counts, as the full text keeps it: both change at once, or neither does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The number of the ledger: another one where it was written anew without what is gone.
    pub generation: u32,
    /// The bytes of it that count.
    pub len: u64,
}

impl Extent {
    /// The extent that its `Display` wrote.
    pub fn read(text: &str) -> Option<Self> {
        let (generation, len) = text.split_once(' ')?;
        Some(Self { generation: generation.parse().ok()?, len: len.parse().ok()? })
    }
}

impl std::fmt::Display for Extent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.generation, self.len)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_collection_has_one_place_and_one_writer() {
        let cache = tempfile::TempDir::new().unwrap();
        let (a, b) = (PathBuf::from("/a"), PathBuf::from("/b"));
        let place = Place::new(cache.path(), &[a.clone(), b.clone()]);
        assert_eq!(place, Place::new(cache.path(), &[b.clone(), a.clone(), b.clone()]));
        assert_ne!(place, Place::new(cache.path(), std::slice::from_ref(&a)));
        let lock = place.lock().unwrap();
        assert!(lock.is_some() && place.lock().unwrap().is_none());
        drop(lock);
        assert!(place.lock().unwrap().is_some());
        assert_eq!(place.prepare("one", &[a.clone(), b.clone()]).unwrap(), Prepared::New);
        assert_eq!(Place::all(cache.path()).unwrap(), [(place, Some(vec![a, b]))]);
    }

    #[test]
    fn what_another_version_wrote_is_cleared() {
        let cache = tempfile::TempDir::new().unwrap();
        let place = Place::new(cache.path(), &[PathBuf::from("/a")]);
        let _lock = place.lock().unwrap();
        place.prepare("one", &[]).unwrap();
        fs::create_dir(place.text()).unwrap();
        fs::write(place.text().join("x"), "1234").unwrap();
        assert_eq!(place.prepare("one", &[]).unwrap(), Prepared::Kept);
        assert!(place.size().unwrap() > 4);
        assert_eq!(place.prepare("two", &[]).unwrap(), Prepared::Outdated);
        assert!(!place.text().exists() && place.is_current("two"));
        fs::write(place.folder().join("about.json"), "{").unwrap();
        assert_eq!(place.prepare("two", &[]).unwrap(), Prepared::Outdated);
    }

    #[test]
    fn extents_come_back() {
        let extent = Extent { generation: 3, len: 1 << 40 };
        assert_eq!(Extent::read(&extent.to_string()), Some(extent));
        assert_eq!(Extent::read("3"), None);
    }
}
