//! Reading all journals of a folder: whatever can be read, and a list of what can't.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::{LONGEST_LINE, Record, Unread};
use crate::corpus::Problem;

/// The damaged lines of one file that are reported one by one; the rest are counted.
const DAMAGED: usize = 100;

/// The records of all `*.jsonl` of the folder, file by file in the order of their names, and what couldn't
/// be read. A folder that isn't there holds none. Nothing is ever written.
///
/// The memory needed is that of the records and one line of at most [`LONGEST_LINE`].
pub fn read_all(dir: &Path) -> (Vec<Record>, Vec<Problem>) {
    let (mut records, mut problems) = (Vec::new(), Vec::new());
    let files = match journals(dir) {
        Ok(files) => files,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            problems.push(unreadable(dir, &error));
            Vec::new()
        }
    };
    for file in files {
        let mut reading =
            Reading { path: &file, records: &mut records, problems: &mut problems, damaged: 0, newer: None };
        let end = reading.read();
        reading.sum_up();
        if let Err(error) = end {
            problems.push(unreadable(&file, &error));
        }
    }
    (records, problems)
}

/// The journals of the folder, by name.
fn journals(dir: &Path) -> io::Result<Vec<PathBuf>> {
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
    records: &'a mut Vec<Record>,
    problems: &'a mut Vec<Problem>,
    /// The number of damaged lines.
    damaged: usize,
    /// The first line that a newer version wrote, and how many.
    newer: Option<(usize, usize)>,
}

impl Reading<'_> {
    fn read(&mut self) -> io::Result<()> {
        // A pipe or a device may never end.
        if !fs::metadata(self.path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        let mut reader = BufReader::with_capacity(1 << 16, File::open(self.path)?);
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            if reader.by_ref().take(LONGEST_LINE as u64 + 1).read_until(b'\n', &mut line)? == 0 {
                break;
            }
            if line.len() > LONGEST_LINE && !line.ends_with(b"\n") {
                reader.skip_until(b'\n')?;
                self.damaged(number, format!("longer than {LONGEST_LINE} bytes"));
                continue;
            }
            self.line(number, &line);
        }
        Ok(())
    }

    fn line(&mut self, number: usize, line: &[u8]) {
        // An editor may have put a byte order mark before the first line.
        let line = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(line).trim_ascii();
        if line.is_empty() {
            return;
        }
        match Record::from_line(line) {
            Ok(record) => self.records.push(record),
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

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
}
