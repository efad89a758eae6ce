//! `ibid notes list`, `search` and `show`: what the person keeps.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::super::columns::terminal;
use super::super::tools::{Ending, Found, Tools};
use super::arguments::{List, Search, Show, Which};
use super::chosen::chosen;
use super::located::locate;
use super::moving::tell_of_gone;
use super::row::{print_json, print_located, print_text, print_whole};
use super::seek::one;
use super::shelf::Shelf;
use crate::note::{Item, path_from_text};

/// Prints all that is kept, or that of a collection.
pub(super) fn list(arguments: &List, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    print(&arguments.which, &arguments.paths, arguments.json, tools, out)
}

/// Prints those that have some words.
pub(super) fn search(arguments: &Search, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let which = Which { query: Some(arguments.words.clone()), ..Which::default() };
    print(&which, &arguments.paths, arguments.json, tools, out)
}

fn print(
    which: &Which,
    paths: &[PathBuf],
    json: bool,
    tools: &Tools<'_>,
    out: &mut dyn Write,
) -> Result<Found, Ending> {
    let (store, whole) = (tools.journal)();
    let columns = terminal(tools.terminal);
    // What is kept can be listed without any document being there.
    if paths.is_empty() && which.doc.is_none() {
        let filter = which.filter();
        let items: Vec<&Item> = store.items().filter(|item| filter.passes(item)).collect();
        for item in &items {
            match json {
                true => print_json(item, out)?,
                false => print_text(item, None, columns, tools.paint(), out)?,
            }
        }
        return Ok(Found::any(!items.is_empty()).of_all(whole));
    }
    let shelf = Shelf::of(paths, tools)?.knowing(&store);
    let notes = locate(chosen(which, paths, &store, &shelf)?, &shelf)?;
    for note in &notes {
        match json {
            true => print_located(note, false, out)?,
            false => print_text(note.item, Some(note.state), columns, tools.paint(), out)?,
        }
    }
    // Notes that came along by the content of their documents tell where the folder was before.
    let was_there = |path: &Path| {
        let mut made_on = notes.iter().filter_map(|note| note.item.document());
        made_on.any(|document| path_from_text(&document.path).starts_with(path))
    };
    tell_of_gone(&store, &shelf.place(), was_there, tools);
    Ok(Found::any(!notes.is_empty()).of_all(whole))
}

/// Prints all of one.
pub(super) fn show(arguments: &Show, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let (store, whole) = (tools.journal)();
    let item = one(&store, &arguments.id)?;
    match arguments.json {
        true => print_json(item, out)?,
        false => print_whole(item, tools.paint(), out)?,
    }
    Ok(Found::Something.of_all(whole))
}
