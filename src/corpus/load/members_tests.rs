//! Files of many documents, and paths into them.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;
use crate::corpus::Limits;
use crate::corpus::load::content_hash;

const FROM: &str = "From a@b.example Mon Sep 14 21:43:00 2020\n";

/// What is told of a file: the end of each path, and the title or what is wrong.
fn told(loader: &Loader, path: &Path) -> Vec<(String, String)> {
    let mut told = Vec::new();
    loader.read_all(path, &mut |member, read| {
        let place = member.strip_prefix(path).unwrap().display().to_string();
        told.push((place, shown(read)));
    });
    told
}

fn shown(read: Result<Loaded, Unread>) -> String {
    match read {
        Ok(loaded) => loaded.document.meta.title.value,
        Err(Unread::Problem(problem)) if problem.place.is_empty() => problem.reason,
        Err(Unread::Problem(problem)) => format!("{}: {}", problem.place, problem.reason),
        Err(other) => format!("{other:?}"),
    }
}

/// A file of that many messages, their subjects their numbers.
fn mbox(count: usize) -> String {
    (1..=count).map(|number| format!("{FROM}Subject: {number}\n\nThe text of {number}.\n\n")).collect()
}

fn pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    pairs.into_iter().map(|(place, title)| (place.to_owned(), title.to_owned())).collect()
}

#[test]
fn the_path_of_a_member_opens_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.mbox");
    fs::write(&path, mbox(12)).unwrap();
    let loader = Loader::default();
    assert!(loader.holds_many(&path) && !loader.holds_many(folder.path()));
    assert_eq!(shown(loader.load(&path)), "Many");
    let open = |name: &str| shown(loader.load(&path.join(name)));
    assert_eq!(open("7"), "7");
    assert_eq!(open("17"), "there is no message 17 in it: it has 12");
    for other in ["0", "07", "x", "7/1", "99999999999999999999999"] {
        assert!(
            open(other).starts_with("can't be read") || open(other).starts_with("there is no such"),
            "{other}"
        );
    }
    let loaded = loader.load(&path.join("12")).unwrap();
    assert_eq!((loaded.size, loaded.modified.is_some()), (29, true));
    // As if it had come in a file of its own.
    assert_eq!(loaded.document.meta.hash, content_hash(b"Subject: 12\n\nThe text of 12.\n"));
    fs::write(&path, "A note.").unwrap();
    assert_eq!(open("1"), "there is no document 1 in it: it is a single one");
}

#[test]
fn members_of_a_large_file_are_found_by_their_marks() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.mbox");
    let filler = "A line that takes some room in the file.\n".repeat(100);
    let write = |count: usize| {
        let mbox: String =
            (1..=count).map(|number| format!("{FROM}Subject: {number}\n\n{filler}\n")).collect();
        fs::write(&path, mbox).unwrap();
    };
    write(600);
    for loader in [Loader::default(), {
        let loader = Loader::default();
        told(&loader, &path);
        loader
    }] {
        for number in [1, 64, 256, 257, 512, 513, 600, 300, 2] {
            assert_eq!(shown(loader.load(&path.join(number.to_string()))), number.to_string());
        }
        assert_eq!(shown(loader.load(&path.join("601"))), "there is no message 601 in it: it has 600");
    }
    let loader = Loader::default();
    told(&loader, &path);
    assert!(loader.marks.before(&path, &fs::metadata(&path).unwrap(), 600).count > 500);
    // What was known of the file is worth nothing once it has changed.
    write(599);
    assert_eq!(loader.marks.before(&path, &fs::metadata(&path).unwrap(), 599), Mark::default());
    assert_eq!(shown(loader.load(&path.join("599"))), "599");
}

#[test]
fn members_come_in_order_and_no_more_than_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.mbox");
    fs::write(&path, mbox(1000)).unwrap();
    let all = told(&Loader::default(), &path);
    assert!(
        all.iter().enumerate().all(|(at, (place, title))| place == title && *place == (at + 1).to_string())
    );
    assert_eq!(all.len(), 1000);
    let few = Loader::new(Limits { members: 2, ..Limits::default() });
    let more = "holds more than 2 messages; only these were read";
    assert_eq!(told(&few, &path), pairs([("1", "1"), ("2", "2"), ("", more)]));
}

#[test]
fn a_member_over_the_limit_is_a_problem_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.mbox");
    fs::write(&path, format!("{}{FROM}{}\n\n{}", mbox(1), "x".repeat(5000), mbox(1))).unwrap();
    let small = Loader::new(Limits { file: 1000, ..Limits::default() });
    assert_eq!(
        told(&small, &path),
        pairs([("1", "1"), ("2", "message 2: is larger than 1000 bytes"), ("3", "1")])
    );
}

#[test]
fn what_of_a_member_is_left_out_by_a_limit_is_said_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.mbox");
    let many = format!("Content-Type: multipart/mixed; boundary=a\n\n{}", "--a\n\n".repeat(12_000));
    fs::write(&path, format!("{}{}", mbox(1), format!("{FROM}Subject: many\n{many}\n\n").repeat(7))).unwrap();
    let mut lost = Vec::new();
    Loader::default().read_all(&path, &mut |_, read| match read {
        Ok(loaded) => lost.extend(loaded.document.lost),
        Err(Unread::Problem(problem)) => lost.push(problem),
        Err(other) => panic!("{other:?}"),
    });
    let said: Vec<_> =
        lost.iter().map(|problem| problem.to_string().replace(path.to_str().unwrap(), "")).collect();
    assert_eq!(said[0], ", message 2: 2000 more parts left out, since there are too many");
    assert_eq!((said.len(), &*said[5]), (6, ": 2 more messages couldn't be read, or only in part"));
}

#[test]
fn the_first_problems_of_a_file_are_told_and_the_others_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.jsonl");
    fs::write(&path, format!("{}{}", "no\n".repeat(8), "{\"text\": \"This is a record.\"}\n")).unwrap();
    let all = told(&Loader::default(), &path);
    assert_eq!(all.len(), 7);
    assert_eq!(all[0], ("1".to_owned(), "line 1: isn't JSON: expected ident at column 2".to_owned()));
    assert_eq!(
        all[5..],
        pairs([("9", "This is a record."), ("", "3 more lines couldn't be read, or only in part")])
    );
    fs::write(&path, "{\"text\": \"One.\"}\n\n\n{\"text\": \"Two.\"}\n").unwrap();
    assert_eq!(shown(Loader::default().load(&path.join("2"))), "line 2 of it is empty");
}

#[test]
fn what_is_compressed_and_damaged_says_so_behind_its_members() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.mbox.gz");
    let mut encoder = GzEncoder::new(Vec::new(), Compression::none());
    std::io::Write::write_all(&mut encoder, mbox(30).as_bytes()).unwrap();
    let packed = encoder.finish().unwrap();
    fs::write(&path, &packed[..packed.len() - 20]).unwrap();
    let all = told(&Loader::default(), &path);
    assert_eq!((all.len(), &all[28].1), (31, &"29".to_owned()));
    assert!(all[30].1.starts_with("the rest is damaged"), "{}", all[30].1);
    assert_eq!(shown(Loader::default().load(&path.join("29"))), "29");
    let little = Loader::new(Limits { unpacked: 100, ..Limits::default() });
    let last = told(&little, &path).pop().unwrap();
    assert_eq!(last, (String::new(), "only the first 100 bytes of what is unpacked are read".to_owned()));
}
