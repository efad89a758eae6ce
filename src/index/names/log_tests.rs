//! The log keeps what it was told, whatever happens to its file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use tempfile::tempdir;

use super::*;
use crate::corpus::{DocId, PartialDate};
use crate::tag::{Cast, Kind, Mention};
use crate::text::{Span, Text};

fn named(kind: Kind, name: &str, forms: &[&str]) -> Named {
    Named { kind, name: name.into(), forms: forms.iter().map(|&form| form.into()).collect(), roles: vec![] }
}

/// A record whose mentions follow one another.
fn record(id: u32, names: &[&str]) -> Record {
    let named: Vec<Named> = names.iter().map(|name| named(Kind::Person, name, &[name])).collect();
    let mut said = Vec::new();
    let mut at = 7;
    for (who, number) in named.iter().zip(0..) {
        let span = Span::new(at, at + who.name.len());
        let title = (number % 2 == 1).then(|| Span::new(at - 4, at - 1));
        said.push(Said { span, title, named: number, form: 0, confidence: 90 + (number % 3) as u8 });
        at += 300;
    }
    let date = |year, month, day| PartialDate::new(year, month, day).unwrap();
    let dates =
        vec![(date(1, 0, 0), 300), (date(2019, 7, 3), 1), (date(2019, 8, 0), 2), (date(9999, 12, 31), 4)];
    Record {
        id: DocId(id),
        stamp: u64::from(id) * 7,
        named,
        said,
        dates,
        undated: id,
        left_out: id * 9,
        ..Record::default()
    }
}

/// What the log has on disk, by document.
fn kept(folder: &Path) -> Vec<Record> {
    let (log, news, problems) = NameLog::read(folder);
    assert_eq!(problems, []);
    let names = Names::default().with(news);
    log.documents().map(|id| names.record(id).unwrap().unwrap()).collect()
}

#[test]
fn records_come_back_as_they_were_said_and_later_ones_replace_earlier_ones() {
    let folder = tempdir().unwrap();
    let (mut log, news, problems) = NameLog::open(folder.path());
    assert!(news.filed.is_empty() && problems.is_empty() && log.stamp(DocId(3)).is_none());
    let _ = log.append(&[record(3, &["Ada King", "Alan Turing"]), record(9, &["Ada King"])]).unwrap();
    let _ = log.append(&[record(3, &["Grace Hopper", "Ada King", "Alan Turing"])]).unwrap();
    let _ = log.append(&[record(5, &["Ada King"])]).unwrap();
    let news = log.remove(&[DocId(9), DocId(77)]).unwrap();
    assert_eq!(news.len(), 1);
    log.sync().unwrap();
    assert_eq!((log.stamp(DocId(3)), log.stamp(DocId(9))), (Some(21), None));
    let expected = [record(3, &["Grace Hopper", "Ada King", "Alan Turing"]), record(5, &["Ada King"])];
    assert_eq!(kept(folder.path()), expected);
    drop(log);
    let (mut log, news, problems) = NameLog::open(folder.path());
    assert_eq!((news.len(), problems.len(), log.stamp(DocId(5))), (5, 0, Some(35)));
    // Numbers go on where they were.
    let _ = log.append(&[record(9, &["Alan Turing", "Kurt Gödel"])]).unwrap();
    assert_eq!(kept(folder.path()).last(), Some(&record(9, &["Alan Turing", "Kurt Gödel"])));
}

#[test]
fn what_a_cast_says_is_kept_with_its_forms_titles_and_spans() {
    let words = "President Ada  King met Ada king. King in Oslo";
    let text = Text::new(Arc::from(words), Vec::new());
    let mut mentions: Vec<Mention> = Vec::new();
    for (name, kind) in [
        ("Ada  King", Kind::Person),
        ("Ada king", Kind::Person),
        ("King in", Kind::Person),
        ("Oslo", Kind::Place),
    ] {
        let at = words.find(name).unwrap();
        mentions.push(Mention::new(Span::new(at, at + name.trim_end_matches(" in").len()), kind, 80));
    }
    mentions[0].title = Some(Span::new(0, 9));
    let record = Record::of(DocId(1), 2, &text, &Cast::new(&text, mentions));
    assert_eq!(record.named[0].forms, ["Ada King", "King"]);
    assert_eq!(record.named[0].roles, ["President"]);
    assert_eq!(record.said.iter().map(|said| (said.named, said.form)).collect::<Vec<_>>()[2], (0, 1));
    let folder = tempdir().unwrap();
    let _ = NameLog::open(folder.path()).0.append(std::slice::from_ref(&record)).unwrap();
    assert_eq!(kept(folder.path()), [record]);
}

#[test]
fn a_reader_notices_what_a_writer_adds_and_that_it_began_a_new_file() {
    let folder = tempdir().unwrap();
    let (mut reader, news, problems) = NameLog::read(folder.path());
    assert!(news.is_empty() && problems.is_empty());
    let mut names = Names::default().with(news);
    let (mut log, _, _) = NameLog::open(folder.path());
    let _ = log.append(&[record(1, &["Ada King"]), record(2, &["Ada King"])]).unwrap();
    names = names.with(reader.refresh().0);
    assert_eq!(names.documents(), 2);
    let _ = log.append(&[record(2, &["Alan Turing"])]).unwrap();
    names = names.with(reader.refresh().0);
    assert!(reader.refresh().0.is_empty());
    let before = names.clone();
    let _ = log.remove(&[DocId(1)]).unwrap();
    let _ = log.compact().unwrap();
    names = names.with(reader.refresh().0);
    assert_eq!((names.documents(), reader.stamp(DocId(2)), reader.stamp(DocId(1))), (1, Some(14), None));
    assert_eq!(names.record(DocId(2)).unwrap(), Some(record(2, &["Alan Turing"])));
    // Who holds an older table still reads the older file.
    assert_eq!(before.record(DocId(1)).unwrap(), Some(record(1, &["Ada King"])));
    let _ = log.append(&[record(4, &["Ada King"])]).unwrap();
    names = names.with(reader.refresh().0);
    assert_eq!(names.record(DocId(4)).unwrap(), Some(record(4, &["Ada King"])));
}

#[test]
fn the_file_is_compacted_by_itself_once_most_of_it_is_outdated() {
    let folder = tempdir().unwrap();
    let (mut log, _, _) = NameLog::open(folder.path());
    let names: Vec<String> = (0..200).map(|number| format!("Ada King {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut largest = 0;
    for round in 0..12 {
        let records: Vec<Record> = (0..300).map(|id| record(id, &names[round..])).collect();
        let _ = log.append(&records).unwrap();
        largest = largest.max(log.size());
    }
    assert!(log.size() < largest, "{} and never smaller", log.size());
    assert_eq!(kept(folder.path()), (0..300).map(|id| record(id, &names[11..])).collect::<Vec<_>>());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_log_of_no_folder_keeps_what_it_is_told_and_is_compacted_too() {
    let (mut log, problems) = NameLog::passing();
    assert_eq!(problems, []);
    let names: Vec<String> = (0..200).map(|number| format!("Ada King {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (mut known, mut largest) = (Names::default(), 0);
    for round in 0..12 {
        let records: Vec<Record> = (0..300).map(|id| record(id, &names[round..])).collect();
        known = known.with(log.append(&records).unwrap());
        largest = largest.max(log.size());
    }
    assert!(log.size() < largest, "{} and never smaller", log.size());
    let kept: Vec<Record> = log.documents().map(|id| known.record(id).unwrap().unwrap()).collect();
    assert_eq!(kept, (0..300).map(|id| record(id, &names[11..])).collect::<Vec<_>>());
    log.write_down(&known, true).unwrap();
}

#[test]
fn a_file_of_another_version_or_that_is_no_such_file_is_begun_anew_and_that_is_said() {
    let folder = tempdir().unwrap();
    for bytes in [b"ibidname\x02\0\0\0and so on and so on".as_slice(), b"x", &[0; 100]] {
        fs::write(folder.path().join("names"), bytes).unwrap();
        assert!(NameLog::read(folder.path()).1.is_empty());
        let (mut log, news, problems) = NameLog::open(folder.path());
        assert_eq!((news.len(), problems.len()), (0, 1));
        assert!(problems[0].reason.contains("another version"));
        let _ = log.append(&[record(1, &["Ada King"])]).unwrap();
        assert_eq!(kept(folder.path()), [record(1, &["Ada King"])]);
    }
}

#[test]
fn where_nothing_can_be_written_that_is_a_problem_and_an_error() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let (mut log, news, problems) = NameLog::open(&file);
    assert!(news.is_empty() && problems.len() == 1 && log.append(&[record(1, &["Ada King"])]).is_err());
    assert!(NameLog::read(folder.path()).0.append(&[]).is_err());
}

/// A log of three chunks, and the records of each state of it.
fn three() -> (Vec<u8>, [Vec<Record>; 4]) {
    let folder = tempdir().unwrap();
    let (mut log, _, _) = NameLog::open(folder.path());
    let states = [
        record(1, &["Ada King", "Alan Turing"]),
        record(2, &["Alan Turing", "Kurt Gödel"]),
        record(0, &["Grace Hopper"]),
    ];
    for state in &states {
        let _ = log.append(std::slice::from_ref(state)).unwrap();
    }
    let [one, two, three] = states;
    let after = [vec![], vec![one.clone()], vec![one.clone(), two.clone()], vec![three, one, two]];
    (fs::read(folder.path().join("names")).unwrap(), after)
}

#[test]
fn cut_anywhere_or_with_any_byte_flipped_it_keeps_what_is_before_and_goes_on() {
    let (bytes, states) = three();
    let folder = tempdir().unwrap();
    let path = folder.path().join("names");
    let mut seen = [0; 4];
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << (at % 8);
        for damaged in [&bytes[..at], &flipped] {
            fs::write(&path, damaged).unwrap();
            let (mut log, news, _) = NameLog::open(folder.path());
            let names = Names::default().with(news);
            let found: Vec<Record> = log.documents().map(|id| names.record(id).unwrap().unwrap()).collect();
            let state = states.iter().position(|state| *state == found).expect("a state that there was");
            seen[state] += 1;
            let names = names.with(log.append(&[record(7, &["Alan Turing"])]).unwrap());
            assert_eq!(names.record(DocId(7)).unwrap(), Some(record(7, &["Alan Turing"])));
            drop(log);
            assert_eq!(kept(folder.path()).len(), states[state].len() + 1);
        }
    }
    assert!(seen[..3].iter().all(|&times| times > 20), "{seen:?}");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let folder = tempdir().unwrap();
        let mut file = three().0;
        // A chunk with a right checksum, whatever is in it.
        let numbers = [3, 3];
        for payload in [bytes.clone(), [&numbers[..], &bytes].concat()] {
            file.extend(file::chunk(&payload).unwrap());
            fs::write(folder.path().join("names"), &file).unwrap();
            let (log, news, _) = NameLog::open(folder.path());
            let names = Names::default().with(news);
            for id in log.documents() {
                names.record(id).unwrap();
            }
        }
        let _ = decode::record(&bytes, &arena::Arena::default(), &arena::Arena::default());
        let _ = decode::chunk(&bytes, 0, 0, 0);
    }
}
