//! The index on disk: replacing, removing, long documents, other programs, damage.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

use super::testing::{Doc, asked, document, ids, query, text};
use super::*;
use crate::corpus::DocId;
use crate::index::Nobody;

fn put(writer: &mut TextWriter, id: u32, doc: &Doc) {
    writer.put(DocId(id), Path::new("/one"), &document(doc)).unwrap();
}

fn found(reader: &TextReader, line: &str) -> Vec<u32> {
    ids(&reader.answer(&asked(query(line)), &Nobody, &|| false).unwrap().unwrap())
}

#[test]
fn documents_are_replaced_and_taken_out_at_each_commit() {
    let folder = tempfile::tempdir().unwrap();
    let index = TextIndex::create(folder.path()).unwrap();
    assert_eq!(index.payload().unwrap(), None);
    let mut writer = index.writer(2, 0).unwrap();
    for id in 0..20 {
        put(&mut writer, id, &text("apple"));
    }
    writer.commit("twenty").unwrap();
    assert_eq!(index.payload().unwrap().as_deref(), Some("twenty"));
    let reader = index.reader().unwrap();
    assert_eq!(reader.documents(), 20);
    put(&mut writer, 3, &text("pear"));
    put(&mut writer, 3, &text("plum"));
    writer.remove(DocId(4));
    writer.remove(DocId(400));
    assert_eq!(found(&reader, "plum"), Vec::<u32>::new());
    writer.commit("more").unwrap();
    assert!(reader.refresh().unwrap());
    assert!(!reader.refresh().unwrap());
    assert_eq!((found(&reader, "plum"), found(&reader, "pear")), (vec![3], vec![]));
    assert_eq!(reader.documents(), 19);
    assert!(!reader.ids().contains(DocId(4)) && reader.ids().contains(DocId(5)));
    assert_eq!(reader.text(DocId(3)).unwrap().unwrap().as_str(), "plum");
    assert_eq!(reader.text(DocId(4)).unwrap(), None);

    // A second program opens the same folder: it reads, but can't write.
    let other = TextIndex::open(folder.path()).unwrap();
    assert_eq!(found(&other.reader().unwrap(), "plum"), [3]);
    let refused = other.writer(1, 0).err().unwrap();
    assert_eq!(refused.reason, "another program is writing the full-text index");
    writer.finish().unwrap();

    // Whoever writes next knows what is there.
    let mut writer = other.writer(1, 0).unwrap();
    put(&mut writer, 3, &text("cherry"));
    writer.commit("last").unwrap();
    reader.refresh().unwrap();
    assert_eq!((found(&reader, "plum"), found(&reader, "cherry")), (vec![], vec![3]));
    assert_eq!(reader.documents(), 19);
    other.validate().unwrap();
}

#[test]
fn what_a_killed_program_wrote_before_its_commit_is_in_nobodys_way() {
    let folder = tempfile::tempdir().unwrap();
    let index = TextIndex::create(folder.path()).unwrap();
    let mut writer = index.writer(1, 0).unwrap();
    // Of so few gone among so many nothing is merged.
    (0..20).for_each(|id| put(&mut writer, id, &text("apple")));
    writer.commit("first").unwrap();
    writer.finish().unwrap();
    let meta = folder.path().join("meta.json");
    let before = std::fs::read(&meta).unwrap();
    let take_out = |index: &TextIndex| {
        let mut writer = index.writer(1, 0).unwrap();
        writer.remove(DocId(1));
        writer.commit("second").and_then(|()| writer.finish())
    };
    take_out(&index).unwrap();
    let marks = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "del");
    assert_eq!(files(folder.path()).iter().filter(|path| marks(path)).count(), 1);
    // As a program leaves it that dies between the marks of what is gone and the list of segments.
    drop(index);
    std::fs::write(&meta, before).unwrap();
    let index = TextIndex::open(folder.path()).unwrap();
    assert_eq!(index.reader().unwrap().documents(), 20);
    take_out(&index).unwrap();
    assert_eq!(index.reader().unwrap().documents(), 19);
    index.validate().unwrap();
}

#[test]
fn a_folder_without_an_index_is_a_problem() {
    let folder = tempfile::tempdir().unwrap();
    assert!(TextIndex::open(folder.path()).is_err());
    assert!(TextIndex::open(&folder.path().join("none")).is_err());
}

#[test]
fn a_long_document_comes_back_whole_and_gives_snippets_of_its_end() {
    let paragraph = "The committee met again and spoke of the weather in the valley. ".repeat(40);
    let mut paragraphs = vec![paragraph.as_str(); 100];
    paragraphs.push("At last the zeppelin landed near the old mill.");
    let long = paragraphs.join("\n\n");
    let index = TextIndex::in_memory();
    let mut writer = index.writer(1, 0).unwrap();
    put(&mut writer, 0, &text("short"));
    put(&mut writer, 1, &text(&long));
    writer.commit("").unwrap();
    let reader = index.reader().unwrap();
    assert_eq!(reader.documents(), 2);
    assert_eq!(found(&reader, ""), [0, 1]);
    assert_eq!(reader.text(DocId(1)).unwrap().unwrap().as_str(), long);
    for (line, lit) in
        [("zeppelin", "zeppelin"), ("old_mill", "old mill"), ("committee zeppelin", "zeppelin")]
    {
        let answer = reader.answer(&asked(query(line)), &Nobody, &|| false).unwrap().unwrap();
        let snippet = &answer.hits[0].snippets[0];
        let shown: Vec<&str> = snippet.lit.iter().map(|span| span.of(&snippet.text)).collect();
        if line != "committee zeppelin" {
            assert_eq!(shown.join(" "), lit);
            assert!(lit.starts_with(snippet.place.of(&long)), "{snippet:?}");
        }
    }
    // Replaced, no piece of it is left.
    put(&mut writer, 1, &text("zeppelin"));
    writer.commit("").unwrap();
    reader.refresh().unwrap();
    assert_eq!((reader.documents(), found(&reader, "committee")), (2, vec![]));
    assert_eq!(found(&reader, "zeppelin"), [1]);
}

#[test]
fn a_search_that_is_stopped_has_no_answer() {
    let index = TextIndex::in_memory();
    let mut writer = index.writer(1, 0).unwrap();
    put(&mut writer, 0, &text("word"));
    writer.commit("").unwrap();
    let reader = index.reader().unwrap();
    assert!(reader.answer(&asked(query("word")), &Nobody, &|| true).unwrap().is_none());
    assert!(reader.facets(&asked(query("word")), &Nobody, &|| true).unwrap().is_none());
}

/// The files of the index but for the list of its segments and locks.
fn files(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|extension| extension != "lock")).collect();
    files.sort();
    files
}

#[test]
fn damaged_files_are_problems_and_never_panics() {
    let folder = tempfile::tempdir().unwrap();
    let index = TextIndex::create(folder.path()).unwrap();
    let mut writer = index.writer(1, 0).unwrap();
    for id in 0..300 {
        put(
            &mut writer,
            id,
            &text(&format!("apple number {id} of the orchard. {}", "pear plum ".repeat(id as usize % 7))),
        );
    }
    writer.commit("").unwrap();
    writer.finish().unwrap();
    drop(index);
    // What panics inside is caught; its messages would only fill the screen.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    for file in files(folder.path()) {
        let whole = std::fs::read(&file).unwrap();
        for damage in 0..6 {
            let mut bytes = whole.clone();
            match damage {
                0 => bytes.truncate(whole.len() / 2),
                1 => bytes.clear(),
                _ => {
                    let at = whole.len() * (damage - 1) / 6;
                    bytes.iter_mut().skip(at).take(3).for_each(|byte| *byte ^= 0x5a);
                }
            }
            std::fs::remove_file(&file).unwrap();
            std::fs::write(&file, &bytes).unwrap();
            let Ok(index) = TextIndex::open(folder.path()) else { continue };
            assert!(
                index.validate().is_err() || file.ends_with(".managed.json") || file.ends_with("meta.json")
            );
            let Ok(reader) = index.reader() else { continue };
            for line in ["apple", "plu*", "of_the", "orchrd~", "title:x", ""] {
                // Whatever comes, it comes back.
                let asked = asked(query(line));
                let answer = reader.answer(&asked, &Nobody, &|| false);
                let facets = reader.facets(&asked, &Nobody, &|| false);
                drop((answer, facets, reader.text(DocId(7))));
            }
        }
        std::fs::remove_file(&file).unwrap();
        std::fs::write(&file, &whole).unwrap();
    }
    std::panic::set_hook(hook);
    let index = TextIndex::open(folder.path()).unwrap();
    assert_eq!(index.reader().unwrap().documents(), 300);
}
