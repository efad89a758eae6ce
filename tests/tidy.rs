//! The state of the house: the map in `src/lib.rs` is true, files are small and say what they are, and
//! nothing lies about that was meant for a while.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "tidy/imports.rs"]
mod imports;
#[path = "tidy/tokens.rs"]
mod tokens;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use imports::{Module, module, tree};
use tokens::{Token, tokens};

/// The most lines of a source file that isn't a test.
const LONGEST: usize = 600;

/// Files that may be longer, and why.
const LONGER: &[(&str, &str)] = &[];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn source() -> PathBuf {
    root().join("src")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All files below a folder whose names end so, in order; none where the folder isn't there.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files.map(walkdir::DirEntry::into_path).filter(|path| path.to_string_lossy().ends_with(ending)).collect()
}

/// All Rust files that we write.
fn rust_files() -> Vec<PathBuf> {
    ["src", "tests", "benches", "examples"]
        .iter()
        .flat_map(|folder| files(&root().join(folder), ".rs"))
        .collect()
}

/// A path as people say it, from the top of the repository.
fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Fails with all the complaints at once.
#[track_caller]
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The lines of the map in the documentation of the library, the modules of each. What a module is for
/// stands behind at least three blanks.
fn map(documentation: &str) -> Vec<Vec<String>> {
    let lines = documentation.lines().map(|line| line.strip_prefix("//!").map_or("", str::trim));
    let mut lines = lines.skip_while(|line| *line != "# The map").skip_while(|line| *line != "```text");
    lines.next();
    let names = |line: &str| {
        let names = line.split_once("   ").map_or(line, |(names, _)| names);
        names.split_whitespace().map(str::to_owned).collect()
    };
    lines.take_while(|line| *line != "```").map(names).collect()
}

/// The line of the map on which a module stands.
fn line_of(map: &[Vec<String>], module: &str) -> Option<usize> {
    map.iter().position(|line| line.iter().any(|name| name == module))
}

/// What is wrong with the imports of a module, by the map.
fn complaints(map: &[Vec<String>], module: &Module) -> Vec<String> {
    let Some(own) = module.path.first() else { return Vec::new() };
    let file = name(&module.file);
    let Some(line) = line_of(map, own) else {
        return vec![format!("{file}: `{own}` isn't on the map in src/lib.rs")];
    };
    let mut complaints = BTreeSet::new();
    for import in &module.imports {
        let path = import.join("::");
        match import.first() {
            Some(other) if other == own => {}
            Some(other) => match line_of(map, other) {
                Some(above) if above < line => {}
                Some(beside) if beside == line => {
                    complaints
                        .insert(format!("{file} imports `{path}`, but `{other}` stands beside `{own}`"));
                }
                Some(_) => {
                    complaints.insert(format!("{file} imports `{path}`, but `{other}` stands below `{own}`"));
                }
                None => {
                    complaints.insert(format!("{file} imports `{path}`, which isn't on the map"));
                }
            },
            None => {
                complaints.insert(format!("{file} imports the root of the library"));
            }
        }
    }
    complaints.into_iter().collect()
}

#[test]
fn imports_run_one_way_as_the_map_says() {
    let map = map(&read(&source().join("lib.rs")));
    assert!(map.len() > 2, "there is no map in src/lib.rs: {map:?}");
    let modules = tree(&source().join("lib.rs"));
    assert!(modules.iter().any(|module| !module.imports.is_empty()));
    none(&modules.iter().flat_map(|module| complaints(&map, module)).collect::<Vec<_>>());
}

#[test]
fn the_map_names_the_modules_that_there_are_each_once() {
    let mut on_map = map(&read(&source().join("lib.rs"))).concat();
    on_map.retain(|name| name != "main");
    on_map.sort();
    let tops = tree(&source().join("lib.rs")).into_iter().map(|module| module.path);
    let mut declared: Vec<String> = tops.filter(|path| path.len() == 1).flatten().collect();
    declared.sort();
    assert_eq!(on_map, declared);
}

#[test]
fn every_source_file_is_part_of_the_library_but_main() {
    let known: BTreeSet<PathBuf> =
        tree(&source().join("lib.rs")).into_iter().map(|module| module.file).collect();
    let there = files(&source(), ".rs").into_iter().filter(|file| *file != source().join("main.rs"));
    none(
        &there
            .filter(|file| !known.contains(file))
            .map(|file| format!("{} is in no module", name(&file)))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn main_uses_the_library_from_outside() {
    let main = tree(&source().join("main.rs"));
    assert_eq!(main.len(), 1, "main.rs has modules of its own");
    assert_eq!(main[0].imports, Vec::<Vec<String>>::new());
    assert!(tokens(&read(&main[0].file)).iter().any(|token| token.is("ibid")));
}

#[test]
fn every_file_begins_with_what_it_is() {
    let silent = rust_files().into_iter().filter(|file| !read(file).starts_with("//! "));
    none(&silent.map(|file| format!("{} doesn't begin with `//! `", name(&file))).collect::<Vec<_>>());
}

#[test]
fn files_are_small() {
    let is_test = |name: &str| ["tests.rs", "testing.rs"].iter().any(|ending| name.ends_with(ending));
    let mut found = Vec::new();
    for file in files(&source(), ".rs") {
        let (name, lines) = (name(&file), read(&file).lines().count());
        let may = LONGER.iter().any(|(longer, _)| *longer == name);
        if lines > LONGEST && !may && !is_test(&name) {
            found.push(format!("{name} has {lines} lines, more than {LONGEST}"));
        } else if lines <= LONGEST && may {
            found.push(format!("{name} needs no exception any more: it has {lines} lines"));
        }
    }
    none(&found);
}

#[test]
fn no_unsafe_no_todo_no_dbg() {
    let mut found = Vec::new();
    for file in rust_files() {
        let tokens = tokens(&read(&file));
        for (at, token) in tokens.iter().enumerate() {
            let called = tokens.get(at + 1) == Some(&Token::Sign('!'));
            for (word, needs_call) in
                [("unsafe", false), ("todo", true), ("unimplemented", true), ("dbg", true)]
            {
                if token.is(word) && (called || !needs_call) {
                    found.push(format!("{} has `{word}`", name(&file)));
                }
            }
        }
    }
    none(&found);
}

/// The files of the repository, with what git ignores where there is no git to ask.
fn tracked() -> Vec<PathBuf> {
    let listed = std::process::Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    if let Ok(listed) = listed.as_ref().map(|listed| String::from_utf8_lossy(&listed.stdout))
        && !listed.is_empty()
    {
        let names = listed.split('\0').filter(|name| !name.is_empty());
        return names.map(|name| root().join(name)).filter(|file| file.is_file()).collect();
    }
    let tops = std::fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    tops.filter(|top| !top.ends_with(".git") && !top.ends_with("target"))
        .flat_map(|top| files(&top, ""))
        .collect()
}

#[test]
fn no_file_names_a_place_on_somebodys_machine() {
    // Put together here, so that this file isn't found itself.
    let mut private: Vec<String> = ["home", "Users", "root"].map(|folder| format!("/{folder}/")).into();
    private.push(["C:", "Users", ""].join("\\"));
    private.push(env!("CARGO_MANIFEST_DIR").to_owned());
    private.extend(std::env::var("HOME").ok().filter(|home| home.len() > 1).map(|home| format!("{home}/")));
    let files = tracked();
    assert!(files.len() > 20, "only {} files", files.len());
    let mut found = Vec::new();
    for file in files {
        let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
        for (number, line) in text.lines().enumerate() {
            if private.iter().any(|place| line.contains(place)) {
                found.push(format!("{}:{}: {line}", name(&file), number + 1));
            }
        }
    }
    none(&found);
}

/// What the map below says of a file's imports.
fn judged(path: &str, source: &str) -> Vec<String> {
    let map = map(
        "//! # The map\n//!\n//! ```text\n//! text      below all\n//! find  tag   two\n//! app\n//! ```\n",
    );
    let path: Vec<String> = path.split("::").map(str::to_owned).collect();
    let file = root().join(format!("src/{}.rs", path.join("/")));
    complaints(&map, &module(file, path, source))
}

#[test]
fn what_the_map_allows_is_found_right() {
    none(&judged("find", "use crate::text::Span; fn f() { crate::text::f() }"));
    none(&judged("tag::cast", "use super::Kind; use super::super::text::{Span, words::{self, Word as W}};"));
    none(&judged(
        "tag",
        "mod tests { use super::*; mod unix { use super::super::f; } } use crate::tag::Kind;",
    ));
    none(&judged(
        "app",
        "use crate::{find::{self, page}, text}; pub(crate) fn f() {} pub(in crate::app) struct S;",
    ));
    none(&judged(
        "text",
        "//! See `crate::app`.\n/* crate::app /* */ */ fn f<'a>() { \"crate::app\"; '\"'; \"\\\"\"; }",
    ));
}

#[test]
fn what_the_map_forbids_is_found() {
    for (path, source, what) in [
        ("text", "use crate::find;", "imports `find`, but `find` stands below `text`"),
        ("find", "fn f() { let _ = crate::tag::Kind::Person; }", "but `tag` stands beside `find`"),
        ("find", "use crate::{text, app::App};", "imports `app::App`, but"),
        ("find::page", "use super::super::{text as t, tag::{Kind}};", "imports `tag::Kind`, but"),
        ("find", "const Q: char = '\"'; use super::app; const R: char = '\"';", "imports `app`, but"),
        ("find", "mod tests { use super::super::app; }", "imports `app`, but"),
        ("find", "const S: &str = r#\"\"#; use crate::app;", "imports `app`, but"),
        ("text", "macro_rules! m { () => { $crate::app::f() } }", "imports `app::f`, but"),
        ("text", "use self::super::app;", "imports `app`, but"),
        ("app", "use crate::*;", "imports `*`, which isn't on the map"),
        ("other", "", "`other` isn't on the map"),
    ] {
        let found = judged(path, source);
        assert!(found.len() == 1 && found[0].contains(what), "{source}: {found:?}");
    }
}
