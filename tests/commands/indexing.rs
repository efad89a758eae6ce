//! The cache while programs are killed, run beside one another, or find it damaged.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::collection::Collection;
use super::harness::{Folder, objects};

/// Queries of which each finds some documents and not all.
const QUERIES: &[&str] = &["minister", "river", "\"of the\"", "ban OR talks", "date:2015..2020 -border"];

/// A folder of generated documents.
fn folder(count: usize) -> Folder {
    let folder = Folder::with(&[]);
    let written = Collection::new(7).write(&folder.path().join("documents"), count).unwrap();
    assert!(written > 0);
    folder
}

/// What the collection is known as: each document with its title and date, and what some searches find.
fn known(folder: &Folder) -> BTreeSet<String> {
    let listed = folder.run(&["list", "--json", "documents"]).fine();
    let mut known: BTreeSet<String> = listed.lines().map(str::to_owned).collect();
    for query in QUERIES {
        let ran = folder.run(&["search", "--json", "--limit", "100000", query, "documents"]);
        // Names aren't found here, and that is the only thing to be said.
        assert!(ran.said.lines().all(|line| line.starts_with("the names in ")), "{}", ran.said);
        for object in objects(&ran.out) {
            known.insert(format!("{query} {} {} {}", object["path"], object["start"], object["snippet"]));
        }
    }
    known
}

fn clear(folder: &Folder) {
    let cache = folder.path().join("cache");
    // A program that is killed soon enough has made none yet.
    if cache.exists() {
        std::fs::remove_dir_all(cache).unwrap();
    }
}

/// The files of the cache but the lock.
fn files(folder: &Folder) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder.path().join("cache")).sort_by_file_name().into_iter();
    let files = entries.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let own = |path: &PathBuf| !path.ends_with("lock") && !path.ends_with("last");
    files.map(walkdir::DirEntry::into_path).filter(own).collect()
}

#[test]
fn a_program_that_is_killed_at_any_moment_leaves_what_the_next_one_makes_whole() {
    let folder = folder(400);
    let fresh = known(&folder);
    assert!(fresh.len() > 500, "{}", fresh.len());
    for round in 0..20u64 {
        // Every second time the cache is begun anew, else the killed one is gone on with.
        if round % 2 == 0 {
            clear(&folder);
        }
        let mut command = folder.command(&["index", "--no-names", "documents"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Moments all over the time that indexing takes.
        std::thread::sleep(std::time::Duration::from_millis(7 + round * round * 5 % 977));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert_eq!(folder.run(&["index", "--no-names", "documents"]).code, Some(0));
    assert_eq!(known(&folder), fresh);
}

#[test]
fn two_programs_on_one_collection_share_its_cache() {
    let folder = folder(300);
    let spawn = || {
        let mut command = folder.command(&["index", "--no-names", "documents"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let both = [spawn(), spawn()].map(|child| child.wait_with_output().unwrap());
    for ended in both {
        assert!(ended.status.success(), "{ended:?}");
    }
    let shared = known(&folder);
    clear(&folder);
    assert_eq!(known(&folder), shared);
}

fn damage(path: &Path, cut: bool) {
    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    if cut {
        bytes.truncate(middle);
    } else if let Some(byte) = bytes.get_mut(middle) {
        *byte ^= 0x10;
    }
    // The files of an index may be read-only.
    std::fs::remove_file(path).unwrap();
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_cache_with_a_damaged_file_is_made_anew_and_never_an_error() {
    let folder = folder(60);
    let fresh = known(&folder);
    let count = files(&folder).len();
    assert!(count >= 5, "{count}");
    for number in 0..count {
        for cut in [true, false] {
            clear(&folder);
            // On a busy machine it says how far it is.
            assert_eq!(folder.run(&["index", "--no-names", "documents"]).code, Some(0));
            let all = files(&folder);
            let Some(path) = all.get(number) else { continue };
            damage(path, cut);
            let ran = folder.run(&["search", "--json", "minister", "documents"]);
            assert!(ran.code != Some(2), "{} cut: {cut}: {}", path.display(), ran.said);
            assert!(ran.said.lines().count() <= 1, "{}", ran.said);
            assert_eq!(known(&folder), fresh, "{} cut: {cut}", path.display());
        }
    }
}

/// The same with who is who.
fn known_with_names(folder: &Folder) -> BTreeSet<String> {
    let ran = folder.run(&["cast", "--json", "documents"]);
    assert!(ran.said.is_empty() && ran.code == Some(0), "{}", ran.said);
    let mut known = known(folder);
    known.extend(ran.out.lines().map(|line| format!("cast {line}")));
    known
}

/// Whether something is being written beside what it is to take the place of.
fn is_writing(folder: &Folder) -> bool {
    let entries = walkdir::WalkDir::new(folder.path().join("cache")).into_iter();
    entries.flatten().any(|entry| entry.path().extension().is_some_and(|end| end == "new"))
}

#[test]
fn a_program_that_is_killed_while_it_writes_its_tables_down_leaves_what_the_next_one_makes_whole() {
    let folder = folder(40);
    let fresh = known_with_names(&folder);
    assert!(fresh.iter().filter(|line| line.starts_with("cast")).count() > 20, "{fresh:?}");
    let (mut met, added) = (0, folder.path().join("documents/added.md"));
    for round in 0..20u32 {
        if round % 4 == 0 {
            clear(&folder);
        } else {
            // A document more or less, and the tables that aren't there are written anew.
            if round % 2 == 0 {
                drop(std::fs::remove_file(&added));
            } else {
                std::fs::write(&added, format!("# A note\n\nAnna Kowalska left Riga on day {round}.\n"))
                    .unwrap();
            }
            let tables = ["catalogue", "table", "learnt"];
            let is_table = |path: &&PathBuf| tables.iter().any(|name| path.ends_with(name));
            files(&folder).iter().filter(is_table).for_each(|table| std::fs::remove_file(table).unwrap());
        }
        let mut command = folder.command(&["index", "documents"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while child.try_wait().unwrap().is_none() && !is_writing(&folder) {}
        met += u32::from(child.try_wait().unwrap().is_none());
        std::thread::sleep(std::time::Duration::from_micros(u64::from(round * round) * 13));
        // One that has ended meanwhile can't be killed any more.
        drop(child.kill());
        child.wait().unwrap();
    }
    assert!(met > 5, "{met} programs were met writing");
    drop(std::fs::remove_file(&added));
    assert_eq!(folder.run(&["index", "documents"]).code, Some(0));
    assert_eq!(known_with_names(&folder), fresh);
}

#[test]
fn tables_of_names_and_of_what_was_learnt_are_made_anew_where_they_are_damaged() {
    let folder = folder(30);
    let fresh = known_with_names(&folder);
    let named = |path: &PathBuf| path.components().any(|part| part.as_os_str() == "names");
    let count = files(&folder).iter().filter(|path| named(path)).count();
    assert!(count >= 2, "{:?}", files(&folder));
    for number in 0..count {
        for cut in [true, false] {
            let all = files(&folder);
            let Some(path) = all.iter().filter(|path| named(path)).nth(number) else { continue };
            damage(path, cut);
            assert_eq!(folder.run(&["index", "documents"]).code, Some(0), "{} cut: {cut}", path.display());
            assert_eq!(known_with_names(&folder), fresh, "{} cut: {cut}", path.display());
        }
    }
}
