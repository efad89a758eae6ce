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
        assert!(ran.said.is_empty(), "{}", ran.said);
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
            folder.run(&["index", "--no-names", "documents"]).fine();
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
