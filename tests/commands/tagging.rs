//! `ibid tag`: mentions as objects and as columns, and token-per-line files.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::harness::{Folder, objects};

/// A report with a few names, a date and a sum in it.
const REPORT: &str = "# A visit to Geneva\n\nPresident Anna Kowalska of Poland met officials of the World Health \
    Organization in Geneva on 9 June 2020. They spoke of $1.5 billion.\n";

/// Two messages.
const MAIL: &str = "From a@example.org Mon Sep 14 10:00:00 2020\nFrom: a@example.org\nSubject: One\n\nIt was in \
    Minsk.\n\nFrom b@example.org Mon Sep 14 11:00:00 2020\nFrom: b@example.org\nSubject: Two\n\nIt was in Geneva.\n";

#[test]
fn mentions_are_objects_whose_bytes_are_those_of_the_text() {
    let folder = Folder::with(&[("report.md", REPORT)]);
    let out = folder.run(&["tag", "--json", "report.md"]).fine();
    let objects = objects(&out);
    let found: Vec<(&str, &str)> = objects
        .iter()
        .map(|object| (object["kind"].as_str().unwrap(), object["text"].as_str().unwrap()))
        .collect();
    for wanted in [
        ("person", "Anna Kowalska"),
        ("place", "Poland"),
        ("organisation", "World Health Organization"),
        ("place", "Geneva"),
        ("date", "9 June 2020"),
        ("money", "$1.5 billion"),
    ] {
        assert!(found.contains(&wanted), "no {wanted:?} in {found:?}");
    }
    let mut before = 0;
    for object in &objects {
        assert_eq!(object["path"], "report.md");
        let (start, end) = (object["start"].as_u64().unwrap(), object["end"].as_u64().unwrap());
        assert!(before <= start && start < end);
        before = end;
        assert_eq!(end - start, object["text"].as_str().unwrap().len() as u64);
        let confidence = object["confidence"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&confidence));
        assert!(object.get("value").is_some());
    }
    let anna = objects.iter().find(|object| object["text"] == "Anna Kowalska").unwrap();
    assert_eq!((&anna["title"], &anna["value"]), (&"President".into(), &"Anna Kowalska".into()));
}

#[test]
fn columns_are_for_people() {
    let folder = Folder::with(&[("report.md", REPORT), ("other.txt", "Bo Maier lives in Trier.\n")]);
    let one = folder.run(&["tag", "report.md"]).fine();
    assert!(one.lines().any(|line| line.starts_with("person ") && line.contains("President")), "{one}");
    let two = folder.run(&["tag", "report.md", "other.txt"]).fine();
    assert!(two.starts_with("report.md\n") && two.contains("\n\nother.txt\n"), "{two}");
    let coloured = folder.run(&["tag", "--color", "always", "report.md"]).fine();
    assert!(coloured.contains("\u{1b}[1mAnna Kowalska\u{1b}[0m"), "{coloured}");
    assert!(!folder.run(&["tag", "--color", "always", "--json", "report.md"]).fine().contains('\u{1b}'));
}

#[test]
fn a_document_comes_on_standard_input() {
    let folder = Folder::with(&[]);
    let out = folder.run_with(&["tag", "--json", "-"], REPORT.as_bytes()).fine();
    assert!(out.contains(r#""path":"-""#) && out.contains("Anna Kowalska"), "{out}");
    assert_eq!(folder.run_with(&["tag", "--json"], REPORT.as_bytes()).fine(), out, "no file is named");
    let page = "<!DOCTYPE html><html><body><p>Anna Kowalska met Bo Maier in Geneva.</p></body></html>";
    let out = folder.run_with(&["tag", "--json", "-"], page.as_bytes()).fine();
    assert!(out.contains("Anna Kowalska") && !out.contains("<p>"), "{out}");
}

#[test]
fn a_member_of_a_file_is_a_document_and_the_file_is_none() {
    let folder = Folder::with(&[("two.mbox", MAIL)]);
    let out = folder.run(&["tag", "--json", "two.mbox/2"]).fine();
    assert!(
        out.contains(r#""path":"two.mbox/2""#) && out.contains("Geneva") && !out.contains("Minsk"),
        "{out}"
    );
    let out = folder.run(&["tag", "two.mbox"]).trouble(&["two.mbox", "several documents", "two.mbox/1"]);
    assert_eq!(out, "");
    folder.run_with(&["tag", "-"], MAIL.as_bytes()).trouble(&[
        "standard input",
        "several documents",
        "FILE/1",
    ]);
    folder.run(&["tag", "two.mbox/9"]).trouble(&["two.mbox", "9"]);
}

#[test]
fn what_cannot_be_tagged_is_told_and_the_rest_is_tagged() {
    let folder = Folder::with(&[("report.md", REPORT)]);
    let out = folder
        .run(&["tag", "--json", "nowhere.txt", "report.md"])
        .trouble(&["nowhere.txt", "check the name"]);
    assert!(out.contains("Anna Kowalska"));
    folder.run(&["tag", "."]).trouble(&[".", "is a folder", "name the documents"]);
    std::fs::write(folder.path().join("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    folder.run(&["tag", "picture.png"]).trouble(&["picture.png", "PNG"]);
}

#[test]
fn a_folder_called_like_a_command_is_opened_by_its_path() {
    let folder = Folder::with(&[]);
    std::fs::create_dir(folder.path().join("tag")).unwrap();
    std::fs::write(folder.path().join("tag/one.txt"), "One title\n\nWords of it.\n").unwrap();
    assert!(folder.run(&["./tag"]).fine().contains("Words of it"));
    assert_eq!(folder.run(&["tag"]).fine(), "", "the command, with nothing on standard input");
}

#[test]
fn every_command_has_an_example_in_its_help() {
    let folder = Folder::with(&[]);
    let help = folder.run(&["--help"]).fine();
    for command in ["tag", "eval", "train"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
        let own = folder.run(&[command, "--help"]).fine();
        assert!(own.contains(&format!("\n  ibid {command} ")), "{own}");
    }
    assert_eq!(folder.run(&["tag", "--conll", "--json", "x"]).code, Some(2));
}

#[test]
fn tokens_get_tags_a_line_for_a_line() {
    let tokens = "-DOCSTART-\tO\n\nAnna\tO\nKowalska\tO\nleft\tO\nGeneva\tO\n.\tO\n\n\nShe\nslept";
    let folder = Folder::with(&[("tokens.conll", tokens)]);
    let wanted =
        "-DOCSTART-\tO\n\nAnna\tB-PER\nKowalska\tI-PER\nleft\tO\nGeneva\tB-LOC\n.\tO\n\n\nShe\tO\nslept\tO";
    assert_eq!(folder.run(&["tag", "--conll", "tokens.conll"]).fine(), wanted);
    assert_eq!(folder.run_with(&["tag", "--conll", "-"], tokens.as_bytes()).fine(), wanted);
    assert_eq!(folder.run_with(&["tag", "--conll"], tokens.as_bytes()).fine(), wanted);
    assert_eq!(folder.run_with(&["tag", "--conll", "-"], b"").fine(), "");
    folder.run(&["tag", "--conll", "nowhere"]).trouble(&["nowhere", "check the name"]);
    folder.run(&["tag", "--conll", "config"]).trouble(&["config", "is a folder"]);
}

#[test]
fn the_rules_tag_tokens_too() {
    let folder = Folder::with(&[("tokens.conll", "He\nflew\nto\nMinsk\n.\n")]);
    let out = folder.run(&["tag", "--conll", "--model", "rules", "tokens.conll"]).fine();
    assert_eq!(out, "He\tO\nflew\tO\nto\tO\nMinsk\tB-LOC\n.\tO\n");
}

#[test]
fn a_model_that_is_none_is_trouble() {
    let folder = Folder::with(&[("tokens.conll", "a\n"), ("own.ibidmodel", "no model")]);
    for arguments in [
        &["tag", "--conll", "--model", "own.ibidmodel", "tokens.conll"],
        &["tag", "--json", "--model", "own.ibidmodel", "tokens.conll"],
    ] {
        folder.run(arguments).trouble(&["own.ibidmodel", "not a tagger's model", "ibid train"]);
    }
    folder
        .run(&["tag", "--conll", "--model", "nowhere", "tokens.conll"])
        .trouble(&["nowhere", "check the name"]);
}

#[test]
fn a_reader_who_has_enough_is_no_trouble() {
    let folder = Folder::with(&[("long.conll", &"word\n\n".repeat(150_000))]);
    let mut command = folder.command(&["tag", "--conll", "--model", "rules", "long.conll"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert_eq!(first, "word\tO\n");
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn a_line_that_is_too_long_is_named_with_its_file() {
    let folder = Folder::with(&[("long.conll", &format!("a\n{}", "x".repeat(2 << 20)))]);
    let out =
        folder.run(&["tag", "--conll", "long.conll"]).trouble(&["long.conll, line 2", "1 MiB", "one token"]);
    assert_eq!(out, "a\tO\n");
}
