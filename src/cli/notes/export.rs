//! `ibid notes export`: notes as Markdown, JSON lines, W3C Web Annotations or CSV, to a file or a pipe.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::super::columns::count;
use super::super::mentions::escaped;
use super::super::tools::{Ending, Found, Tools, name};
use super::arguments::Export;
use super::chosen::chosen;
use super::located::{Located, State, locate};
use super::shelf::Shelf;
use crate::corpus::Problem;
use crate::note::forms::{Cited, Grouping, markdown, table, web_annotations};
use crate::note::{Item, Op, Record, Store, path_from_text, write_out};
use crate::text::safe;

/// Writes the notes out.
pub(super) fn export(arguments: &Export, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    if let Some(output) = &arguments.output
        && output.is_file()
        && !arguments.force
    {
        return Err(taken(output).into());
    }
    let (store, whole) = (tools.journal)();
    let shelf = Shelf::of_whatever_is_there(&arguments.paths, tools)?.knowing(&store);
    let items = chosen(&arguments.which, &arguments.paths, &store, &shelf)?;
    if items.is_empty() {
        return Ok(Found::Nothing.of_all(whole));
    }
    let number = items.len();
    let text = if arguments.jsonl {
        lines(&store, &items)?
    } else {
        let located = locate(items, &shelf)?;
        let notes: Vec<Cited<'_>> = located.iter().map(cited).collect();
        match () {
            () if arguments.w3c => {
                serde_json::to_string_pretty(&web_annotations(&notes)).map_err(io::Error::from)? + "\n"
            }
            () if arguments.csv => table(&notes)?,
            () if arguments.by == "tag" => markdown(&notes, Grouping::Tag),
            () => markdown(&notes, Grouping::Document),
        }
    };
    let Some(output) = &arguments.output else {
        print(&text, arguments.jsonl || arguments.w3c, tools, out)?;
        return Ok(Found::Something.of_all(whole));
    };
    write_file(output, text.as_bytes(), arguments.force)?;
    writeln!(out, "{} written to {}", count(number, "note"), safe::line(&name(output)))?;
    Ok(Found::Something.of_all(whole))
}

/// The notes as the lines of a journal.
fn lines(store: &Store, items: &[&Item]) -> io::Result<String> {
    let mut text = String::new();
    for item in items {
        let at = store.last(&item.id).map_or(item.changed, |record| record.at);
        let record = Record { at, op: Op::Put { item: (*item).clone() }, way: None };
        text.push_str(&record.to_line()?);
        text.push('\n');
    }
    Ok(text)
}

/// A note with what is cited.
fn cited<'a>(note: &Located<'a>) -> Cited<'a> {
    let remark = match note.state {
        State::Doubtful => Some("the document has changed: perhaps not this passage"),
        State::Lost => Some("these words aren’t in the document any more"),
        State::Absent => Some("the document isn’t there any more"),
        State::Unread => Some("the document can’t be read"),
        State::Exact | State::Moved | State::Whole => None,
    };
    let own = || note.item.document().map(|document| path_from_text(&document.path));
    let path = note.path.clone().or_else(own).unwrap_or_default();
    let start = note.span.map(|span| span.start).or(note.item.anchor().map(|anchor| anchor.start));
    Cited {
        item: note.item,
        path: path.to_string_lossy().into_owned(),
        source: note.source.clone(),
        date: note.date.clone(),
        place: note.place.clone(),
        remark,
        characters: note.characters,
        start: start.unwrap_or_default(),
    }
}

/// Prints the text: into a pipe as it is, to a terminal with nothing in it that could steer that.
fn print(text: &str, json: bool, tools: &Tools<'_>, out: &mut dyn Write) -> io::Result<()> {
    if !tools.terminal {
        return out.write_all(text.as_bytes());
    }
    for line in text.lines() {
        let line: Cow<'_, str> = if json { escaped(line) } else { safe::line(line) };
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn taken(path: &Path) -> Problem {
    Problem::new(name(path), "is there already", "--force writes over it")
}

/// Has the bytes in a file whole or not at all; over one that is there only where that is wanted, and then no more people may
/// read them than could read that.
fn write_file(path: &Path, bytes: &[u8], force: bool) -> Result<(), Problem> {
    let failed = |error: &io::Error| Problem::written(path, error);
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        // A pipe or a device keeps nothing that could be lost.
        return fs::write(path, bytes).map_err(|error| failed(&error));
    }
    write_out(path, bytes, force).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => taken(path),
        _ => failed(&error),
    })
}
