//! Verifying journals: every line of every file, whatever may be wrong with it.

use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use super::lines::each_line;
use super::read::{journals, keep_writers_away};
use super::{LONGEST_LINE, Record, Unread};

/// Faults of one file that are told one by one; the rest are counted.
const FAULTS: usize = 1000;

/// A journal as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The file.
    pub path: PathBuf,
    /// Records that can be read.
    pub records: usize,
    /// Its size, in bytes.
    pub bytes: u64,
    /// What isn't right, by line, at most a thousand of them.
    pub faults: Vec<Fault>,
    /// How many more there are.
    pub more: usize,
    /// Why it couldn't be read to its end, where it couldn't.
    pub unreadable: Option<String>,
}

/// A line that is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its number, from 1.
    pub line: usize,
    /// What it is.
    pub kind: FaultKind,
    /// What is wrong with it, in a few words.
    pub reason: String,
}

/// What a line is that is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A record of a newer version. Nothing is wrong with it.
    Newer,
    /// A mark that a version control system left of a conflict.
    Conflict,
    /// JSON, but no record.
    Foreign,
    /// Cut off, overwritten or something else.
    Damaged,
}

impl FaultKind {
    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Newer => "newer",
            Self::Conflict => "conflict",
            Self::Foreign => "foreign",
            Self::Damaged => "damaged",
        }
    }
}

impl Verified {
    /// Whether anything is damaged or foreign, or could not be read. What a newer version wrote isn't.
    pub fn is_damaged(&self) -> bool {
        self.unreadable.is_some()
            || self.more > 0
            || self.faults.iter().any(|fault| fault.kind != FaultKind::Newer)
    }
}

/// Reads every line of all journals of a folder, file by file in the order of their names; of a folder that isn't there,
/// none. Nothing is written.
///
/// # Errors
/// Where the folder can't be read.
pub fn verify(dir: &Path) -> io::Result<Vec<Verified>> {
    match journals(dir) {
        Ok(files) => Ok(files.into_iter().map(verified).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn verified(path: PathBuf) -> Verified {
    let mut verified = Verified { path, records: 0, bytes: 0, faults: Vec::new(), more: 0, unreadable: None };
    if let Err(error) = verified.read() {
        verified.unreadable = Some(error.to_string());
    }
    verified
}

impl Verified {
    fn read(&mut self) -> io::Result<()> {
        if !fs::metadata(&self.path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        let file = File::open(&self.path)?;
        keep_writers_away(&file);
        each_line(&mut BufReader::with_capacity(1 << 16, file), |line| {
            self.bytes = line.range.end;
            let fault = match line.content.map(|content| (content, Record::from_line(content))) {
                Some((b"", _)) => return Ok(()),
                Some((_, Ok(_))) => {
                    self.records += 1;
                    return Ok(());
                }
                Some((_, Err(Unread::Newer))) => {
                    (FaultKind::Newer, "written by a newer ibid: kept, skipped".to_owned())
                }
                Some((content, Err(Unread::Damaged(reason)))) => (kind_of(content), reason),
                None => (FaultKind::Damaged, format!("longer than {LONGEST_LINE} bytes")),
            };
            if self.faults.len() < FAULTS {
                self.faults.push(Fault { line: line.number, kind: fault.0, reason: fault.1 });
            } else {
                self.more += 1;
            }
            Ok(())
        })
    }
}

/// The marks of a conflict, as git and others write them.
const CONFLICT: [&[u8]; 4] = [b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"];

/// What a line is that is no record.
fn kind_of(line: &[u8]) -> FaultKind {
    if CONFLICT.iter().any(|mark| line.starts_with(mark)) {
        FaultKind::Conflict
    } else if serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok() {
        FaultKind::Foreign
    } else {
        FaultKind::Damaged
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::super::testing::put;
    use super::*;

    #[test]
    fn every_line_that_is_no_record_is_told_with_what_it_is() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(verify(&dir.path().join("nowhere")).unwrap(), []);
        let record = put(1, 1, "a").to_line().unwrap();
        let torn = &record[..20];
        let content = format!(
            "{record}\n<<<<<<< HEAD\n{record}\n=======\n>>>>>>> x\n{{\"a\":1}}\n{{\"v\":9,\"op\":\"put\"}}\n\n{torn}"
        );
        fs::write(dir.path().join("a.jsonl"), &content).unwrap();
        fs::write(dir.path().join("b.jsonl"), &record).unwrap();
        fs::write(dir.path().join("a.jsonl.20261122T101500Z.old"), "x").unwrap();
        fs::create_dir(dir.path().join("c.jsonl")).unwrap();
        let verified = verify(dir.path()).unwrap();
        let faults: Vec<(usize, &str)> =
            verified[0].faults.iter().map(|fault| (fault.line, fault.kind.label())).collect();
        assert_eq!(
            faults,
            [(2, "conflict"), (4, "conflict"), (5, "conflict"), (6, "foreign"), (7, "newer"), (9, "damaged")]
        );
        assert_eq!((verified[0].records, verified[0].bytes), (2, content.len() as u64));
        let damaged: Vec<bool> = verified.iter().map(Verified::is_damaged).collect();
        assert_eq!(damaged, [true, false, true]);
        assert!(verified[2].unreadable.is_some());
    }

    #[test]
    fn what_a_newer_version_wrote_is_no_damage_and_very_many_faults_are_counted() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.jsonl"), "{\"v\":9,\"op\":\"put\"}\n".repeat(2)).unwrap();
        fs::write(dir.path().join("b.jsonl"), "x\n".repeat(FAULTS + 5)).unwrap();
        let verified = verify(dir.path()).unwrap();
        assert!(!verified[0].is_damaged() && verified[1].is_damaged());
        assert_eq!((verified[1].faults.len(), verified[1].more), (FAULTS, 5));
    }

    proptest! {
        #[test]
        fn any_bytes_are_verified(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let dir = tempfile::tempdir().unwrap();
            fs::write(dir.path().join("a.jsonl"), &bytes).unwrap();
            let verified = verify(dir.path()).unwrap();
            prop_assert_eq!(verified[0].bytes, bytes.len() as u64);
        }
    }
}
