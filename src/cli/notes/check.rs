//! `ibid notes check`: every line of the journals, and the words that every note hangs on.

use std::io::{self, Write};

use serde::Serialize;

use super::super::collection::shown;
use super::super::columns::{count, terminal};
use super::super::row::print_object;
use super::super::tools::{Ending, Found, Tools};
use super::arguments::Check;
use super::located::{Located, State, locate};
use super::row::{print_located, print_text};
use super::shelf::Shelf;
use crate::corpus::Problem;
use crate::note::{Fault, Item, Verified, verify};
use crate::text::safe;

/// A journal as it is printed.
#[derive(Serialize)]
struct File<'a> {
    file: &'a str,
    records: usize,
    bytes: u64,
    error: Option<&'a str>,
    /// Lines that are no records and aren't printed one by one any more.
    more: usize,
}

/// A line of a journal that is no record, as it is printed.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    line: usize,
    fault: &'static str,
    reason: &'a str,
}

/// Verifies all that is kept.
pub(super) fn check(arguments: &Check, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let mut damaged = false;
    for folder in &tools.folders {
        let files = verify(folder).map_err(|error| Problem::io(folder, &error))?;
        for file in &files {
            damaged |= file.is_damaged();
            match arguments.json {
                true => print_file_json(file, out)?,
                false => print_file(file, out)?,
            }
        }
    }
    // What is wrong with the journals is told on standard error too, with what helps.
    let (store, whole) = (tools.journal)();
    let shelf = Shelf::of(&arguments.paths, tools)?.knowing(&store);
    let all: Vec<&Item> = store.items().collect();
    let number = all.len();
    // Who names a collection asks for its notes, and not for what became of those on others.
    let items = if arguments.paths.is_empty() { all } else { shelf.keeping(all)? };
    let elsewhere = number - items.len();
    let notes = locate(items, &shelf)?;
    let changed = notes.iter().any(|note| is_changed(note.state));
    if arguments.json {
        for note in &notes {
            print_located(note, true, out)?;
        }
    } else {
        let columns = terminal(tools.terminal);
        for note in notes.iter().filter(|note| !matches!(note.state, State::Exact | State::Whole)) {
            print_text(note.item, Some(note.state), columns, tools.paint(), out)?;
        }
        let strange = notes.iter().filter(|note| arguments.paths.is_empty() && !note.inside).count();
        writeln!(out, "{}", sum(&notes, strange))?;
        if elsewhere > 0 {
            writeln!(out, "{} not of this collection", count(elsewhere, "more note"))?;
        }
    }
    Ok(match (damaged || !whole, changed) {
        (true, _) => Found::Trouble,
        (false, changed) => Found::any(!changed),
    })
}

/// Whether a person should look at it.
fn is_changed(state: State) -> bool {
    matches!(state, State::Moved | State::Doubtful | State::Lost | State::Absent | State::Unread)
}

fn print_file_json(file: &Verified, out: &mut dyn Write) -> io::Result<()> {
    let path = file.path.to_string_lossy();
    let (records, bytes, error) = (file.records, file.bytes, file.unreadable.as_deref());
    print_object(&File { file: &path, records, bytes, error, more: file.more }, out)?;
    for Fault { line, kind, reason } in &file.faults {
        print_object(&Line { file: &path, line: *line, fault: kind.label(), reason }, out)?;
    }
    Ok(())
}

fn print_file(file: &Verified, out: &mut dyn Write) -> io::Result<()> {
    let path = safe::line(&shown(&file.path)).into_owned();
    let trouble = file.unreadable.as_ref().map(|error| format!(", then: {}", safe::line(error)));
    writeln!(out, "{path}: {}{}", count(file.records, "record"), trouble.unwrap_or_default())?;
    for Fault { line, kind, reason } in &file.faults {
        writeln!(out, "{path}, line {line}: {}: {}", kind.label(), safe::line(reason))?;
    }
    if file.more > 0 {
        writeln!(out, "{path}: {} more of this kind", count(file.more, "line"))?;
    }
    Ok(())
}

/// How many there are of each, and how many of them are `strange` to the collection.
fn sum(notes: &[Located<'_>], strange: usize) -> String {
    let of = |state: State| notes.iter().filter(|note| note.state == state).count();
    let parts: Vec<String> = State::ALL
        .into_iter()
        .map(|state| (of(state), state))
        .filter(|(number, _)| *number > 0)
        .map(|(number, state)| format!("{number} {}", state.label()))
        .collect();
    let outside = match strange {
        0 => String::new(),
        outside => format!("; {outside} of them not of this collection"),
    };
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    format!("{}{parts}{outside}", count(notes.len(), "note"))
}
