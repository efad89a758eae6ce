//! The journal of one machine: a file to which records are appended, and synced before that is said.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{LONGEST_LINE, Record, lock};

/// The journal of this machine in a folder of journals.
///
/// Nothing is kept open, and nothing is written anew but by [`Journal::compact`]: several instances, and several threads with a
/// journal each, append to the same file.
#[derive(Clone, Debug)]
pub struct Journal {
    path: PathBuf,
}

impl Journal {
    /// The journal `dir/<machine>.jsonl`. A name of a machine that isn't fit for a file (other than ASCII
    /// letters, digits, `-`, `_` and inner dots, or longer than 64) is made fit and told apart by a part
    /// of its hash.
    pub fn new(dir: impl Into<PathBuf>, machine: &str) -> Self {
        Self { path: dir.into().join(file_name(machine)) }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends the records, and returns only once they are on disk. Creates the file and its folders where
    /// they are missing. Begins a new line where the last one was cut off.
    ///
    /// # Errors
    /// Whatever keeps it from that, with the file named. Then none of the records is in the file, unless
    /// the error says that the end of it could not be cut off again.
    pub fn append(&self, records: &[Record]) -> io::Result<()> {
        if records.is_empty() {
            return Ok(());
        }
        let written = lines_of(records).and_then(|lines| self.write(&lines));
        written.map_err(|error| io::Error::new(error.kind(), format!("{error}: {}", self.path.display())))
    }

    fn write(&self, lines: &[u8]) -> io::Result<()> {
        let (mut file, locked) = self.open()?;
        let length = file.metadata()?.len();
        if length == 0 {
            sync_dir(parent(&self.path))?;
        }
        let mut bytes = Vec::with_capacity(lines.len() + 1);
        if is_cut_off(&mut file, length)? {
            bytes.push(b'\n');
        }
        bytes.extend_from_slice(lines);
        let written = file.write_all(&bytes).and_then(|()| file.sync_data());
        match written {
            // Without a lock, what stands behind the former end may be somebody else's.
            Err(error) if locked => Err(take_back(&file, length, error)),
            other => other,
        }
    }

    /// Opens the file and locks it; says whether the lock could be had, which some network file systems
    /// have none of. Appending alone is safe enough there.
    pub(super) fn open(&self) -> io::Result<(File, bool)> {
        let dir = parent(&self.path);
        for _ in 0..ATTEMPTS {
            create_dirs(dir)?;
            let file = OpenOptions::new().read(true).append(true).create(true).open(&self.path)?;
            let locked = lock(&file)?;
            if is_still_at(&file, &self.path)? {
                return Ok((file, locked));
            }
        }
        Err(io::Error::other("the file keeps being replaced by another program"))
    }
}

/// How often the file may be replaced by another between opening and locking it.
const ATTEMPTS: usize = 16;

/// The records as lines, each with its end.
fn lines_of(records: &[Record]) -> io::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for record in records {
        let line = record.to_line()?;
        if line.len() > LONGEST_LINE {
            let message = format!("a note of {} bytes is too long; {LONGEST_LINE} are possible", line.len());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        lines.extend_from_slice(line.as_bytes());
        lines.push(b'\n');
    }
    Ok(lines)
}

/// Whether the last line of the file lacks its end.
fn is_cut_off(file: &mut File, length: u64) -> io::Result<bool> {
    if length == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

/// Cuts the file to its former length, so that no half line stays; gives the error to report.
fn take_back(file: &File, length: u64, error: io::Error) -> io::Error {
    match file.set_len(length).and_then(|()| file.sync_data()) {
        Ok(()) => error,
        Err(again) => {
            io::Error::new(error.kind(), format!("{error}; and its end could not be cut off again: {again}"))
        }
    }
}

/// Whether the open file is the one at `path`. A program that synchronises folders may have put another
/// in its place, and what is written to the old one would be lost.
#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let open = file.metadata()?;
    match fs::metadata(path) {
        Ok(there) => Ok((open.dev(), open.ino()) == (there.dev(), there.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Elsewhere a file that is open can't be replaced.
#[cfg(not(unix))]
fn is_still_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Creates the folder and those above it where they are missing, and syncs the folders that hold new ones.
fn create_dirs(dir: &Path) -> io::Result<()> {
    let missing: Vec<&Path> =
        dir.ancestors().take_while(|dir| !dir.as_os_str().is_empty() && !dir.exists()).collect();
    fs::create_dir_all(dir)?;
    missing.into_iter().try_for_each(|dir| sync_dir(parent(dir)))
}

/// Syncs a folder, so that the name of a new file in it lasts.
#[cfg(unix)]
pub(super) fn sync_dir(dir: &Path) -> io::Result<()> {
    match File::open(dir)?.sync_all() {
        // Some file systems can't sync a folder, and need not.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        other => other,
    }
}

/// Elsewhere a folder can't be opened as a file.
#[cfg(not(unix))]
pub(super) fn sync_dir(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The folder in which it lies.
pub(super) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    }
}

/// The longest name of a machine in a file name, in bytes.
const LONGEST_NAME: usize = 64;

/// The name of the file for a machine.
fn file_name(machine: &str) -> String {
    let fit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let edges = machine.starts_with('.') || machine.ends_with('.');
    if !machine.is_empty() && machine.len() <= LONGEST_NAME && machine.chars().all(fit) && !edges {
        return format!("{machine}.jsonl");
    }
    let safe: String = machine.chars().take(LONGEST_NAME).map(|c| if fit(c) { c } else { '-' }).collect();
    let safe = safe.trim_matches(['.', '-']);
    let hash = Sha256::digest(machine.as_bytes());
    let mark: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{mark}.jsonl", if safe.is_empty() { "machine" } else { safe })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::super::testing::{any_record, put};
    use super::super::{Store, read_all};
    use super::*;

    fn state(dir: &Path) -> (Store, usize) {
        let (records, problems) = read_all(dir);
        (Store::replay(&records), problems.len())
    }

    #[test]
    fn what_was_appended_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let notes = dir.path().join("new/notes");
        let journal = Journal::new(&notes, "desk");
        journal.append(&[put(1, 1, "a"), put(2, 2, "b\nc")]).unwrap();
        journal.append(&[]).unwrap();
        journal.append(&[put(3, 1, "d")]).unwrap();
        assert_eq!(journal.path(), notes.join("desk.jsonl"));
        assert_eq!(read_all(&notes), (vec![put(1, 1, "a"), put(2, 2, "b\nc"), put(3, 1, "d")], vec![]));
    }

    #[test]
    fn a_record_after_a_torn_line_is_not_lost() {
        let dir = tempfile::tempdir().unwrap();
        let journal = Journal::new(dir.path(), "desk");
        fs::write(journal.path(), put(1, 1, "a").to_line().unwrap() + "\n{\"v\":1,\"at\":\"20").unwrap();
        journal.append(&[put(2, 2, "b")]).unwrap();
        let (records, problems) = read_all(dir.path());
        assert_eq!(records, [put(1, 1, "a"), put(2, 2, "b")]);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].place, "line 2");
    }

    #[test]
    fn threads_with_a_journal_each_lose_nothing() {
        let dir = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let journal = Journal::new(dir.path(), "desk");
                scope.spawn(move || {
                    for note in 0..50 {
                        journal.append(&[put(1, thread * 1000 + note, &"x".repeat(9_000))]).unwrap();
                    }
                });
            }
        });
        let (store, problems) = state(dir.path());
        assert_eq!((store.items().count(), problems), (200, 0));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error_that_names_the_file() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("file"), "").unwrap();
        let journal = Journal::new(dir.path().join("file/notes"), "desk");
        let error = journal.append(&[put(1, 1, "a")]).unwrap_err().to_string();
        assert!(error.ends_with("file/notes/desk.jsonl"), "{error}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_an_error_that_names_the_file() {
        let dir = tempfile::tempdir().unwrap();
        let journal = Journal::new(dir.path(), "desk");
        std::os::unix::fs::symlink("/dev/full", journal.path()).unwrap();
        let error = journal.append(&[put(1, 1, "a")]).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
        assert!(error.to_string().starts_with("No space left"), "{error}");
    }

    #[test]
    fn a_record_too_long_to_be_read_back_is_not_written() {
        let dir = tempfile::tempdir().unwrap();
        let journal = Journal::new(dir.path(), "desk");
        let error = journal.append(&[put(1, 1, "a"), put(1, 2, &"x".repeat(LONGEST_LINE))]).unwrap_err();
        assert!(error.to_string().contains("too long"), "{error}");
        assert_eq!(state(dir.path()), (Store::default(), 0));
    }

    #[test]
    fn what_was_half_written_is_cut_off_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("desk.jsonl");
        fs::write(&path, "whole\nhalf").unwrap();
        let file = OpenOptions::new().append(true).open(&path).unwrap();
        let error = take_back(&file, 6, io::Error::other("the disk is full"));
        assert_eq!(error.to_string(), "the disk is full");
        assert_eq!(fs::read_to_string(&path).unwrap(), "whole\n");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_was_replaced_while_it_was_opened_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let (path, other) = (dir.path().join("desk.jsonl"), dir.path().join("new"));
        let file = File::create(&path).unwrap();
        assert!(is_still_at(&file, &path).unwrap());
        fs::write(&other, "").unwrap();
        fs::rename(&other, &path).unwrap();
        assert!(!is_still_at(&file, &path).unwrap());
        fs::remove_file(&path).unwrap();
        assert!(!is_still_at(&file, &path).unwrap());
    }

    #[test]
    fn a_name_of_a_machine_becomes_one_of_a_file() {
        assert_eq!(file_name("desk-2.example.org"), "desk-2.example.org.jsonl");
        let odd = ["", ".", "..", "a/b", "a\\b", "Büro", "Bäro", ".hidden", &"x".repeat(300)];
        let names: Vec<String> = odd.iter().map(|name| file_name(name)).collect();
        for (at, name) in names.iter().enumerate() {
            assert!(name.len() < 90 && !name.starts_with('.') && !name.contains(['/', '\\', 'ü']), "{name}");
            assert!(!names[..at].contains(name), "{name}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn a_journal_cut_at_any_byte_gives_the_state_of_its_whole_lines(
            records in prop::collection::vec(any_record(), 1..5),
        ) {
            let dir = tempfile::tempdir().unwrap();
            let journal = Journal::new(dir.path(), "desk");
            journal.append(&records).unwrap();
            let whole = fs::read(journal.path()).unwrap();
            let ends: Vec<usize> = memchr::memchr_iter(b'\n', &whole).collect();
            for cut in (0..=whole.len()).rev() {
                OpenOptions::new().write(true).open(journal.path()).unwrap().set_len(cut as u64).unwrap();
                let lines = ends.iter().filter(|end| **end <= cut).count();
                let at_end = cut == 0 || ends.iter().any(|end| cut == *end || cut == end + 1);
                let (store, problems) = state(dir.path());
                prop_assert_eq!(store, Store::replay(&records[..lines]));
                prop_assert_eq!(problems, usize::from(!at_end));
            }
        }

        #[test]
        fn what_is_appended_after_a_cut_is_read(
            records in prop::collection::vec(any_record(), 1..4), at in any::<prop::sample::Index>(), next in any_record(),
        ) {
            let dir = tempfile::tempdir().unwrap();
            let journal = Journal::new(dir.path(), "desk");
            journal.append(&records).unwrap();
            let length = fs::metadata(journal.path()).unwrap().len();
            let cut = at.index(length as usize) as u64;
            OpenOptions::new().write(true).open(journal.path()).unwrap().set_len(cut).unwrap();
            let mut expected = read_all(dir.path()).0;
            journal.append(std::slice::from_ref(&next)).unwrap();
            expected.push(next);
            prop_assert_eq!(read_all(dir.path()).0, expected);
        }
    }
}
