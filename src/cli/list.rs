//! The list of documents as plain text, for pipes and scripts.

use std::io::{self, Write};

use super::arguments::List;
use super::collection::{open_and_tell_all, shown};
use super::row::{Row, print_object};
use super::tools::{Ending, Found, Tools};
use crate::corpus::DocId;
use crate::library::{Arranger, Catalogue, Sort, SortKey};
use crate::text::glyph::width;
use crate::text::safe;

/// Prints the documents of a collection.
pub(super) fn list(arguments: &List, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let catalogue = open_and_tell_all(&arguments.paths, tools)?.catalogue;
    let keys = [SortKey::Date, SortKey::Title, SortKey::Source, SortKey::Length];
    let key = keys.into_iter().find(|key| key.label() == arguments.sort).unwrap_or_default();
    let sort = Sort { key, reversed: arguments.reverse };
    if arguments.json {
        for id in ordered(&catalogue, sort) {
            if let Some(entry) = catalogue.get(id) {
                print_object(&Row::new(&entry.path(), &entry.meta()), out)?;
            }
        }
    } else {
        print_list(&catalogue, sort, out)?;
    }
    Ok(Found::any(!catalogue.is_empty()))
}

fn ordered(catalogue: &Catalogue, sort: Sort) -> Vec<DocId> {
    Arranger::default().arrange(catalogue, "", sort, &|| false).unwrap_or_default()
}

/// Writes a line for each document in order: date, words, title, source, path, in columns. An
/// unknown date or source is a dash.
///
/// # Errors
///
/// Those of `out`.
pub fn print_list(catalogue: &Catalogue, sort: Sort, out: &mut dyn Write) -> io::Result<()> {
    let entries: Vec<_> = ordered(catalogue, sort).iter().filter_map(|id| catalogue.get(*id)).collect();
    let titles = entries.iter().map(|entry| width(entry.title())).max().unwrap_or(0).min(80);
    let sources = entries.iter().map(|entry| width(entry.source())).max().unwrap_or(0).clamp(1, 30);
    for entry in entries {
        let date = entry.date().map_or("-".to_owned(), |date| date.to_string());
        let source = if entry.source().is_empty() { "-" } else { entry.source() };
        let pad = |text: &str, columns: usize| " ".repeat(columns.saturating_sub(width(text)));
        writeln!(
            out,
            "{date:10}  {:>7}  {}{}  {}{}  {}",
            entry.words(),
            safe::line(entry.title()),
            pad(entry.title(), titles),
            safe::line(source),
            pad(source, sources),
            safe::line(&shown(&entry.path())),
        )?;
    }
    out.flush()
}
