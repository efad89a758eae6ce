//! Reading all journals of a folder: whatever can be read, and a list of what can't.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{LONGEST_LINE, Record, Unread};
use crate::corpus::Problem;

/// The damaged lines of one file that are reported one by one; the rest are counted.
const DAMAGED: usize = 100;

/// The records of all `*.jsonl` of the folder, file by file in the order of their names, and what couldn't
/// be read. A folder that isn't there holds none. Nothing is ever written.
///
/// The memory needed is that of the records and one line of at most [`LONGEST_LINE`].
pub fn read_all(dir: &Path) -> (Vec<Record>, Vec<Problem>) {
    let news = Journals::new(dir).read();
    (news.records.into_iter().map(|(_, record)| record).collect(), news.problems)
}

/// The journals of a folder, read on from where they were read before.
#[derive(Debug)]
pub struct Journals {
    dir: PathBuf,
    seen: HashMap<PathBuf, Seen>,
    /// What was told already.
    told: HashSet<String>,
}

/// What was read since the last time.
#[derive(Debug, Default)]
pub struct News {
    /// The records, each with the number of its file in `files`.
    pub records: Vec<(usize, Record)>,
    /// The files that they are from.
    pub files: Vec<PathBuf>,
    /// What couldn't be read, each told once.
    pub problems: Vec<Problem>,
}

/// How far a journal was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    /// Which file it is, where the system says.
    file: Option<(u64, u64)>,
    /// When it was changed last, where the system says.
    changed: Option<SystemTime>,
    /// Checksums of the beginning and the end of what was read, by which a file that was written anew in its place is known.
    sample: (u32, u32),
    /// Bytes that were read.
    length: u64,
    /// Lines that were read whole.
    lines: usize,
    /// Whether the last line had no end.
    torn: bool,
}

impl Journals {
    /// The journals of a folder, none of them read yet.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into(), seen: HashMap::new(), told: HashSet::new() }
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Reads what is new. A file that became shorter, was replaced or written anew in its place, or whose torn line went on is
    /// read again from its beginning; records that come twice change nothing.
    pub fn read(&mut self) -> News {
        let mut news = News::default();
        let files = match journals(&self.dir) {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => {
                news.problems.push(unreadable(&self.dir, &error));
                Vec::new()
            }
        };
        for file in files {
            let number = news.files.len();
            let seen = self.seen.get(&file).copied();
            let mut reading = Reading {
                path: &file,
                number,
                records: &mut news.records,
                problems: &mut news.problems,
                damaged: 0,
                newer: None,
            };
            let end = reading.read_on(seen);
            reading.sum_up();
            match end {
                Ok(seen) => drop(self.seen.insert(file.clone(), seen)),
                Err(error) => news.problems.push(unreadable(&file, &error)),
            }
            news.files.push(file);
        }
        news.problems.retain(|problem| self.told.insert(problem.to_string()));
        news
    }
}

/// The journals of the folder, by name.
pub(super) fn journals(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("jsonl")) {
            files.push(path);
        }
    }
    files.sort_unstable();
    Ok(files)
}

fn unreadable(path: &Path, error: &io::Error) -> Problem {
    Problem {
        path: path.display().to_string(),
        place: String::new(),
        reason: error.to_string(),
        remedy: "the notes in it aren't shown; see that it can be read, then start ibid again".to_owned(),
    }
}

/// One journal while it is read.
struct Reading<'a> {
    path: &'a Path,
    /// The number of the file.
    number: usize,
    records: &'a mut Vec<(usize, Record)>,
    problems: &'a mut Vec<Problem>,
    /// The number of damaged lines.
    damaged: usize,
    /// The first line that a newer version wrote, and how many.
    newer: Option<(usize, usize)>,
}

impl Reading<'_> {
    /// Reads what was added since `seen`; gives how far it came.
    fn read_on(&mut self, seen: Option<Seen>) -> io::Result<Seen> {
        // A pipe or a device may never end.
        if !fs::metadata(self.path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        let mut file = File::open(self.path)?;
        // Whoever is writing just now is waited for, so that no half line is taken for a torn one.
        keep_writers_away(&file);
        let metadata = file.metadata()?;
        let changed = metadata.modified().ok();
        let fresh =
            Seen { file: identity(&metadata), changed, sample: (0, 0), length: 0, lines: 0, torn: false };
        let known = seen.filter(|seen| seen.file == fresh.file && seen.length <= metadata.len());
        // A length that is the same at another time is another content, or touched; that costs one more reading.
        let known = known.filter(|seen| seen.length < metadata.len() || seen.changed == changed);
        let known = match known {
            Some(seen) if sample(&mut file, seen.length)? == seen.sample => Some(seen),
            _ => None,
        };
        let Some(known) = known else {
            file.rewind()?;
            return self.read(file, fresh);
        };
        let known = Seen { changed, ..known };
        if known.length == metadata.len() {
            return Ok(known);
        }
        if known.torn {
            let mut next = [0];
            file.seek(SeekFrom::Start(known.length))?;
            file.read_exact(&mut next)?;
            if next != *b"\n" {
                file.rewind()?;
                return self.read(file, fresh);
            }
        }
        // The rest of a torn line is only its end, which counts for nothing.
        let from = known.length + u64::from(known.torn);
        file.seek(SeekFrom::Start(from))?;
        let lines = known.lines + usize::from(known.torn);
        self.read(file, Seen { length: from, lines, torn: false, ..known })
    }

    /// Reads from where the file stands to its end.
    fn read(&mut self, file: File, from: Seen) -> io::Result<Seen> {
        let mut reader = BufReader::with_capacity(1 << 16, file);
        let mut line = Vec::new();
        let mut seen = from;
        loop {
            line.clear();
            let taken = reader.by_ref().take(LONGEST_LINE as u64 + 1).read_until(b'\n', &mut line)?;
            if taken == 0 {
                seen.sample = sample(&mut reader.into_inner(), seen.length)?;
                return Ok(seen);
            }
            seen.length += taken as u64;
            let number = seen.lines + 1;
            if line.len() > LONGEST_LINE && !line.ends_with(b"\n") {
                seen.length += skip_line(&mut reader)?;
                seen.lines += 1;
                self.damaged(number, format!("longer than {LONGEST_LINE} bytes"));
                continue;
            }
            seen.torn = !line.ends_with(b"\n");
            seen.lines += usize::from(!seen.torn);
            self.line(number, &line);
        }
    }

    fn line(&mut self, number: usize, line: &[u8]) {
        // An editor may have put a byte order mark before the first line.
        let line = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(line).trim_ascii();
        if line.is_empty() {
            return;
        }
        match Record::from_line(line) {
            Ok(record) => self.records.push((self.number, record)),
            Err(Unread::Newer) => {
                let (first, count) = self.newer.unwrap_or((number, 0));
                self.newer = Some((first, count + 1));
            }
            Err(Unread::Damaged(reason)) => self.damaged(number, reason),
        }
    }

    fn damaged(&mut self, number: usize, reason: String) {
        self.damaged += 1;
        if self.damaged <= DAMAGED {
            let remedy = "it is kept as it is, the rest was read; mend or remove the line in an editor";
            self.report(format!("line {number}"), reason, remedy);
        }
    }

    /// Reports what isn't reported line by line.
    fn sum_up(&mut self) {
        if let Some(more) = self.damaged.checked_sub(DAMAGED).filter(|more| *more > 0) {
            let place = format!("{more} more lines");
            self.report(place, "damaged too".to_owned(), "see whether this file is a journal of ibid");
        }
        if let Some((first, count)) = self.newer {
            let place = match count {
                1 => format!("line {first}"),
                _ => format!("{count} lines from line {first} on"),
            };
            self.report(place, "written by a newer ibid: kept, skipped".to_owned(), "update ibid to see it");
        }
    }

    fn report(&mut self, place: String, reason: String, remedy: &str) {
        let path = self.path.display().to_string();
        self.problems.push(Problem { path, place, reason, remedy: remedy.to_owned() });
    }
}

/// Reads over the rest of a line; gives its bytes.
fn skip_line(reader: &mut impl BufRead) -> io::Result<u64> {
    Ok(reader.skip_until(b'\n')? as u64)
}

/// Bytes at the beginning and at the end of what was read of which the checksums are kept.
const SAMPLED: u64 = 4096;

/// The checksums (CRC-32) of the first and of the last bytes of the first `length` bytes of the file.
fn sample(file: &mut File, length: u64) -> io::Result<(u32, u32)> {
    let mut sum = |from: u64| {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(from))?;
        file.take(SAMPLED.min(length - from)).read_to_end(&mut bytes)?;
        io::Result::Ok(crc32fast::hash(&bytes))
    };
    Ok((sum(0)?, sum(length.saturating_sub(SAMPLED))?))
}

/// Which file it is, whatever it is called.
#[cfg(unix)]
fn identity(metadata: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((metadata.dev(), metadata.ino()))
}

/// Elsewhere a file is known by its path alone.
#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> Option<(u64, u64)> {
    None
}

/// How often a lock is tried for before the file is read without one, and the pause between.
const TRIES: (usize, Duration) = (100, Duration::from_millis(10));

/// Waits until nobody writes to the file, a second at most: whoever holds the lock longer was suspended. Where there are
/// no locks that isn't known. Closing the file gives the lock back.
pub(super) fn keep_writers_away(file: &File) {
    for _ in 0..TRIES.0 {
        match file.try_lock_shared() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(TRIES.1),
            Ok(()) | Err(TryLockError::Error(_)) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::Journal;
    use super::super::testing::put;
    use super::*;

    /// A folder with one journal of this content.
    fn folder(content: &[u8]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.jsonl"), content).unwrap();
        dir
    }

    fn places(problems: &[Problem]) -> Vec<&str> {
        problems.iter().map(|problem| &*problem.place).collect()
    }

    #[test]
    fn a_folder_that_is_not_there_holds_nothing() {
        assert_eq!(read_all(Path::new("/nowhere/at/all")), (vec![], vec![]));
    }

    #[test]
    fn damaged_lines_are_reported_with_their_number_and_the_rest_is_read() {
        let (first, last) = (put(1, 1, "a").to_line().unwrap(), put(2, 2, "b").to_line().unwrap());
        let content = [
            first.as_bytes(),
            b"\n\n<<<<<<< HEAD\n\xff\xfe\n{\"v\":1,\"op\":\"put\"}\n\0\0\0\n",
            last.as_bytes(),
            b"\r\n{\"v\":1",
        ];
        let dir = folder(&content.concat());
        let (records, problems) = read_all(dir.path());
        assert_eq!(records, [put(1, 1, "a"), put(2, 2, "b")]);
        assert_eq!(places(&problems), ["line 3", "line 4", "line 5", "line 6", "line 8"]);
        let path = dir.path().join("a.jsonl").display().to_string();
        assert!(problems.iter().all(|problem| problem.path == path && !problem.remedy.is_empty()));
        assert!(problems[4].reason.starts_with("cut off"), "{}", problems[4]);
    }

    #[test]
    fn what_a_newer_version_wrote_is_one_notice() {
        let dir = folder(b"{\"v\":2,\"op\":\"put\"}\n{\"v\":1,\"op\":\"fold\"}\n");
        let (records, problems) = read_all(dir.path());
        assert!(records.is_empty());
        assert_eq!(places(&problems), ["2 lines from line 1 on"]);
        assert_eq!(problems[0].reason, "written by a newer ibid: kept, skipped");
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped() {
        let mut content = vec![b'x'; LONGEST_LINE + 1];
        content.push(b'\n');
        content.extend(put(1, 1, "a").to_line().unwrap().bytes());
        let (records, problems) = read_all(folder(&content).path());
        assert_eq!(records, [put(1, 1, "a")]);
        assert_eq!(places(&problems), ["line 1"]);
    }

    #[test]
    fn very_many_damaged_lines_are_counted() {
        let (_, problems) = read_all(folder(&b"x\n".repeat(1_000)).path());
        assert_eq!(problems.len(), DAMAGED + 1);
        assert_eq!(problems[DAMAGED].place, "900 more lines");
    }

    #[test]
    fn all_journals_are_read_by_name_and_other_files_left_alone() {
        let dir = folder(put(1, 1, "a").to_line().unwrap().as_bytes());
        fs::write(dir.path().join("b.jsonl"), "\u{feff}".to_owned() + &put(2, 2, "b").to_line().unwrap())
            .unwrap();
        fs::write(dir.path().join("notes.txt"), "x").unwrap();
        fs::create_dir(dir.path().join("0.jsonl")).unwrap();
        let (records, problems) = read_all(dir.path());
        assert_eq!(records, [put(1, 1, "a"), put(2, 2, "b")]);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].reason, "not a regular file");
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_a_problem() {
        let dir = folder(b"");
        let (records, problems) = read_all(&dir.path().join("a.jsonl"));
        assert!(records.is_empty());
        assert_eq!(problems.len(), 1);
    }

    fn news(journals: &mut Journals) -> (Vec<Record>, usize) {
        let news = journals.read();
        (news.records.into_iter().map(|(_, record)| record).collect(), news.problems.len())
    }

    #[test]
    fn only_what_is_new_is_read_again() {
        let dir = folder(b"");
        let journal = Journal::new(dir.path(), "a");
        let mut journals = Journals::new(dir.path());
        assert_eq!(news(&mut journals), (vec![], 0));
        for number in 1..4 {
            journal.append(&[put(number, number as u128, "x")]).unwrap();
            assert_eq!(news(&mut journals), (vec![put(number, number as u128, "x")], 0));
            assert_eq!(news(&mut journals), (vec![], 0));
        }
        Journal::new(dir.path(), "b").append(&[put(9, 9, "y")]).unwrap();
        let other = journals.read();
        assert_eq!(other.records, [(1, put(9, 9, "y"))]);
        assert_eq!(other.files[1], dir.path().join("b.jsonl"));
    }

    #[test]
    fn a_torn_line_is_told_once_and_what_comes_behind_it_is_read() {
        let dir = folder(b"{\"v\":1,\"at");
        let mut journals = Journals::new(dir.path());
        assert_eq!(news(&mut journals), (vec![], 1));
        Journal::new(dir.path(), "a").append(&[put(1, 1, "x")]).unwrap();
        assert_eq!(news(&mut journals), (vec![put(1, 1, "x")], 0));
        fs::write(dir.path().join("a.jsonl"), b"{\"v\":1,\"at").unwrap();
        assert_eq!(news(&mut journals), (vec![], 0));
    }

    #[test]
    fn a_torn_line_that_went_on_is_read_whole() {
        let line = put(1, 1, "x").to_line().unwrap();
        let dir = folder(&line.as_bytes()[..20]);
        let mut journals = Journals::new(dir.path());
        assert_eq!(news(&mut journals), (vec![], 1));
        fs::write(dir.path().join("a.jsonl"), line + "\n").unwrap();
        assert_eq!(news(&mut journals), (vec![put(1, 1, "x")], 0));
    }

    #[test]
    fn a_file_that_was_replaced_is_read_again() {
        let dir = folder((put(1, 1, "x").to_line().unwrap() + "\n").as_bytes());
        let mut journals = Journals::new(dir.path());
        assert_eq!(news(&mut journals).0.len(), 1);
        fs::write(dir.path().join("new"), put(2, 2, "other").to_line().unwrap() + "\n").unwrap();
        fs::rename(dir.path().join("new"), dir.path().join("a.jsonl")).unwrap();
        assert_eq!(news(&mut journals).0, [put(2, 2, "other")]);
    }

    #[test]
    fn a_file_that_was_written_anew_in_its_place_is_read_again_whatever_its_length() {
        let line = |number: i64| put(number, number as u128, "x").to_line().unwrap() + "\n";
        let dir = folder((line(1) + &line(2)).as_bytes());
        let path = dir.path().join("a.jsonl");
        let mut journals = Journals::new(dir.path());
        assert_eq!(news(&mut journals).0.len(), 2);
        // The same length, then a greater one; the same end, then the same beginning.
        for content in
            [line(3) + &line(2), line(4) + &line(5) + &line(6), line(4) + &line(7) + &line(8) + &line(9)]
        {
            let inode = identity(&fs::metadata(&path).unwrap());
            fs::write(&path, &content).unwrap();
            assert_eq!(identity(&fs::metadata(&path).unwrap()), inode);
            assert_eq!(news(&mut journals).0.len(), content.lines().count());
            assert_eq!(news(&mut journals), (vec![], 0));
        }
    }

    #[test]
    fn a_long_file_that_was_changed_in_its_middle_is_read_again() {
        let line = |body: &str| put(1, 1, body).to_line().unwrap() + "\n";
        let around = line(&"x".repeat(3 * SAMPLED as usize));
        let dir = folder((around.clone() + &line("old") + &around).as_bytes());
        let path = dir.path().join("a.jsonl");
        let mut journals = Journals::new(dir.path());
        assert_eq!(news(&mut journals).0.len(), 3);
        fs::write(&path, around.clone() + &line("new") + &around).unwrap();
        let later = SystemTime::now() + Duration::from_secs(2);
        File::options().append(true).open(&path).unwrap().set_modified(later).unwrap();
        assert!(news(&mut journals).0.contains(&put(1, 1, "new")));
    }

    #[test]
    fn the_number_of_a_damaged_line_is_right_when_it_is_read_later() {
        let dir = folder((put(1, 1, "x").to_line().unwrap() + "\n").as_bytes());
        let mut journals = Journals::new(dir.path());
        journals.read();
        let file = fs::OpenOptions::new().append(true).open(dir.path().join("a.jsonl"));
        io::Write::write_all(&mut file.unwrap(), b"\nfoo\n").unwrap();
        assert_eq!(places(&journals.read().problems), ["line 3"]);
    }
}
