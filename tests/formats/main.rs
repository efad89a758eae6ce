//! Small files of each format, and what is read of them: `name.shown` beside a file says what a person sees.
//!
//! With `IBID_BLESS=1` in the environment the files are written anew; look at the difference then.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use ibid::corpus::{Document, Found, Label, Loader, Unread};
use ibid::text::{AsideReason, BlockKind};

/// Checks each file in a folder below this one.
#[track_caller]
fn check(folder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(folder);
    let mut files: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    let aside = |file: &Path| file.extension().is_some_and(|ending| ending == "shown" || ending == "py");
    files.retain(|file| !aside(file));
    files.sort();
    assert!(!files.is_empty(), "{}", folder.display());
    let mut wrong = Vec::new();
    for file in files {
        let expected = PathBuf::from(format!("{}.shown", file.display()));
        let shown = shown(&file);
        if std::env::var_os("IBID_BLESS").is_some() {
            std::fs::write(&expected, &shown).unwrap();
        }
        if std::fs::read_to_string(&expected).ok().as_deref() != Some(&shown) {
            wrong.push(format!("== {}\n{shown}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

/// What is read of a file.
fn shown(file: &Path) -> String {
    let mut out = String::new();
    Loader::default().read_all(file, &mut |path, read| {
        let place = path.strip_prefix(file).unwrap().display().to_string();
        if !place.is_empty() {
            writeln!(out, "######## {place}").unwrap();
        }
        match read {
            Ok(loaded) => {
                maps_back(&loaded.document);
                out.push_str(&of_document(&loaded.document));
                let again = Loader::default().load(path).unwrap().document;
                assert_eq!(again.meta, loaded.document.meta, "{}", path.display());
            }
            Err(Unread::Problem(problem)) => {
                let place =
                    if problem.place.is_empty() { String::new() } else { format!("{}: ", problem.place) };
                writeln!(out, "problem: {place}{}", problem.reason).unwrap();
            }
            Err(Unread::Binary(what)) => writeln!(out, "no document: {what}").unwrap(),
            Err(Unread::Many) => writeln!(out, "many documents").unwrap(),
        }
    });
    out
}

fn of_document(document: &Document) -> String {
    let mut out = String::new();
    let mut line = |name: &str, found: Option<Found<String>>| {
        if let Some(found) = found {
            writeln!(out, "{name}: {} ({})", found.value, found.origin.label()).unwrap();
        }
    };
    let meta = &document.meta;
    line("title", Some(meta.title.clone()));
    let text = |found: &Found<Label>| found.clone().with(|label| label.to_string());
    line("source", meta.source.as_ref().map(text));
    line("author", meta.author.as_ref().map(text));
    let date = meta.date.clone();
    line("date", date.map(|date| Found::new(date.value.to_string(), date.origin)));
    line("language", meta.language.as_ref().map(text));
    writeln!(out, "{}, {} words", meta.format.label(), meta.words).unwrap();
    for done in &document.done {
        writeln!(out, "done: {done}").unwrap();
    }
    out.push_str("----\n");
    for block in document.text.blocks() {
        let kind = match block.kind {
            BlockKind::Aside(reason) => format!("({}) ", AsideReason::label(reason)),
            BlockKind::Paragraph => String::new(),
            BlockKind::Heading(level) => format!("{} ", "#".repeat(level.into())),
            other => format!("({}) ", format!("{other:?}").to_lowercase()),
        };
        if block.gap {
            out.push('\n');
        }
        let indent = " ".repeat(block.indent.into());
        let text = block.span.of(document.text.as_str()).replace('\n', "\\\n    ");
        writeln!(out, "{indent}{kind}{text}").unwrap();
    }
    writeln!(out, "---- raw\n{}\n----", document.raw.trim_end().replace('\r', "")).unwrap();
    out
}

/// Each place that was copied leads to the same words in the raw text, and back.
fn maps_back(document: &Document) {
    if let ibid::corpus::Runs::Parts(runs) = &document.runs {
        let mut ends = (0, 0);
        for run in runs {
            let part = |text: &str, start: u32| text[start as usize..][..run.len as usize].to_owned();
            assert_eq!(part(document.text.as_str(), run.reading), part(&document.raw, run.raw));
            assert!(run.reading >= ends.0 && run.raw >= ends.1);
            ends = (run.reading + run.len, run.raw + run.len);
        }
    }
}

#[test]
fn messages_are_read_as_a_person_would_read_them() {
    check("mail");
}

#[test]
fn of_a_page_the_main_content_is_read_and_the_rest_set_aside() {
    check("html");
}

#[test]
fn a_book_is_read_in_the_order_of_its_spine() {
    check("epub");
}

#[test]
fn a_word_processors_document_is_read_with_its_changes_accepted() {
    check("docx");
}

#[test]
fn an_mbox_is_read_message_by_message() {
    check("mbox");
}

#[test]
fn json_lines_are_read_record_by_record() {
    check("jsonl");
}

#[test]
fn what_is_compressed_is_read_as_what_is_in_it() {
    check("packed");
}

#[test]
fn pdfs_are_read_in_the_order_in_which_a_person_reads_them() {
    check("pdf");
}
