//! Without a terminal: the list as plain text, exit codes, one line of trouble.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::harness::{Home, IBID};

fn ibid(home: &Home, arguments: &[&Path]) -> Output {
    let mut command = Command::new(IBID);
    command.args(arguments).current_dir(home.path()).stdin(Stdio::null());
    command
        .env("IBID_CONFIG_DIR", home.path().join("config"))
        .env("IBID_CACHE_DIR", home.path().join("cache"))
        .env("IBID_CACHE_DIR", home.path().join("cache"));
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Fails where it didn't end with one line of trouble that holds all of `parts`.
#[track_caller]
fn assert_trouble(output: &Output, parts: &[&str]) {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.starts_with("ibid: "), "{said}");
    for part in parts {
        assert!(said.contains(part), "no {part} in {said}");
    }
}

#[test]
fn the_list_goes_into_a_pipe() {
    let output = ibid(&Home::new(), &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout).lines().count(), 6);
    assert!(text(&output.stdout).contains("Start here") && output.stderr.is_empty());
}

#[test]
fn a_folder_is_listed_with_what_could_not_be_read_on_standard_error() {
    let home = Home::with("one.txt", "One title\n\nWords of it.\n");
    std::fs::write(home.documents().join("two.docx"), b"PK\x03\x04").unwrap();
    let output = ibid(&home, &[&home.documents()]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout).lines().count(), 1, "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains("two.docx"), "{}", text(&output.stderr));
}

#[test]
fn a_path_that_is_not_there() {
    let home = Home::new();
    assert_trouble(&ibid(&home, &[Path::new("nowhere")]), &["nowhere", "no such file"]);
    assert_trouble(&ibid(&home, &[Path::new("-")]), &["no such file", "ibid show - reads standard input"]);
    let good = Home::with("good.txt", "Words.\n");
    assert_trouble(&ibid(&good, &[&good.documents(), Path::new("nowhere")]), &["nowhere"]);
}

#[test]
fn a_folder_without_documents() {
    let home = Home::new();
    assert_trouble(&ibid(&home, &[&home.documents()]), &["documents", "no document"]);
    std::fs::write(home.documents().join("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    assert_trouble(&ibid(&home, &[&home.documents()]), &["documents", "no document"]);
    assert_trouble(&ibid(&home, &[&home.documents().join("picture.png")]), &["picture.png", "PNG"]);
}

#[test]
fn trouble_is_told_before_a_terminal_is_taken_over() {
    let home = Home::new();
    let mut command = home.ibid();
    command.arg("nowhere");
    let mut terminal = super::harness::Terminal::spawn(command, (80, 24));
    assert_eq!(terminal.exit_code(), 2);
    assert!(!terminal.raw().contains(&b'\x1b'), "{}", terminal.contents());
    assert!(terminal.contents().contains("nowhere"));
}

#[test]
fn a_reader_who_has_enough_is_no_trouble() {
    let home = Home::new();
    for n in 0..3000 {
        let text = format!("Document number {n} of many, with a long enough title\n\nWords.\n");
        std::fs::write(home.documents().join(format!("{n}.txt")), text).unwrap();
    }
    let mut command = Command::new(IBID);
    let mut child =
        command.arg(home.documents()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.contains("Document number"));
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn help_and_version() {
    let home = Home::new();
    let help = ibid(&home, &[Path::new("--help")]);
    assert_eq!(help.status.code(), Some(0));
    assert!(text(&help.stdout).contains("Usage: ibid") && text(&help.stdout).contains("IBID_CONFIG_DIR"));
    let version = ibid(&home, &[Path::new("--version")]);
    assert_eq!(version.status.code(), Some(0));
    assert_eq!(text(&version.stdout).trim(), concat!("ibid ", env!("CARGO_PKG_VERSION")));
    let wrong = ibid(&home, &[Path::new("--wrong")]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("--wrong"));
}

#[test]
fn keys_that_come_from_a_pipe_are_refused() {
    let home = Home::new();
    let mut command = home.command("sh");
    command.args(["-c", &format!("echo j | {IBID}")]);
    let mut terminal = super::harness::Terminal::spawn(command, (80, 24));
    assert_eq!(terminal.exit_code(), 2);
    assert!(terminal.contents().contains("standard input"), "{}", terminal.contents());
}
