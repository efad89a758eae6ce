//! The list of documents as plain text, for pipes and scripts.

use std::io::{self, Write};
use std::path::PathBuf;

use super::arguments::List;
use super::collection::{open_and_tell_all, shown};
use super::columns::{fitted, pad, terminal};
use super::paint::Paint;
use super::row::{Row, print_object};
use super::tools::{Ending, Found, Tools};
use crate::corpus::{DocId, LeftOut};
use crate::library::{Arranger, Catalogue, News, Sort, SortKey};
use crate::text::glyph::width;
use crate::text::safe;

/// So many files that are left out are named.
const NAMED: usize = 3;

/// Prints the documents of a collection.
pub(super) fn list(arguments: &List, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let (mut left_out, mut not_text) = (LeftOut::default(), Vec::new());
    let mut hear = |news: &News| {
        left_out = news.progress.left_out;
        if let Some(paths) = &news.not_text {
            not_text.clone_from(paths);
        }
    };
    let catalogue = open_and_tell_all(&arguments.paths, tools, &mut hear)?.catalogue;
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
        print(&catalogue, sort, terminal(tools.terminal), tools.paint(), out)?;
    }
    if let Some(summary) = left_out.summary().filter(|_| tools.terminal) {
        // What is said comes behind the list.
        out.flush()?;
        (tools.say)(&format!("{summary}{}", named(&not_text)));
    }
    Ok(Found::any(!catalogue.is_empty()))
}

/// The files that were left out as they are no text, where they are few.
fn named(not_text: &[PathBuf]) -> String {
    match not_text.len() {
        0 => String::new(),
        1..=NAMED => {
            let names: Vec<String> = not_text.iter().map(|path| shown(path)).collect();
            format!("; no text: {}", names.join(", "))
        }
        _ => "; on the desk ! names what is no text".to_owned(),
    }
}

fn ordered(catalogue: &Catalogue, sort: Sort) -> Vec<DocId> {
    Arranger::default().arrange(catalogue, "", sort, &|| false).unwrap_or_default()
}

/// Columns of date and number of words.
const BEFORE: usize = 21;

/// The fewest columns of titles.
const TITLE: usize = 20;

/// A screen of fewer columns has no sources beside titles and paths.
const WIDE: usize = 120;

/// Writes a line for each document in order: date, words, title, source, path, in columns. An
/// unknown date or source is a dash.
///
/// # Errors
///
/// Those of `out`.
pub fn print_list(catalogue: &Catalogue, sort: Sort, out: &mut dyn Write) -> io::Result<()> {
    print(catalogue, sort, None, Paint { colour: false }, out)
}

/// The same. Where the lines should fit so many `columns`, heads stand over them, titles are cut, and narrow ones have no
/// source; paths are never cut, as one goes on with them.
fn print(
    catalogue: &Catalogue,
    sort: Sort,
    columns: Option<usize>,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entries: Vec<_> = ordered(catalogue, sort).iter().filter_map(|id| catalogue.get(*id)).collect();
    let has_sources = columns.is_none_or(|columns| columns >= WIDE);
    let sources = entries.iter().map(|entry| width(entry.source())).max().unwrap_or(0).clamp(1, 30);
    let titles = entries.iter().map(|entry| width(entry.title())).max().unwrap_or(0).min(80);
    let paths: Vec<String> = entries.iter().map(|entry| shown(&entry.path())).collect();
    let titles = columns.map_or(titles, |columns| {
        // One long path isn't worth the titles of all.
        let paths = paths.iter().map(|path| width(path)).max().unwrap_or(0).min(columns / 2);
        let behind = paths + 2 + if has_sources { sources + 2 } else { 0 };
        titles.min(columns.saturating_sub(BEFORE + behind).max(TITLE))
    });
    if columns.is_some() && !entries.is_empty() {
        let source = if has_sources { format!("{:sources$}  ", "source") } else { String::new() };
        let head = format!("{:10}  {:>7}  {:titles$}  {source}path", "date", "words", "title");
        writeln!(out, "{}", paint.faint(&head))?;
    }
    for (entry, path) in entries.iter().zip(paths) {
        let date = entry.date().map_or("-".to_owned(), |date| date.to_string());
        let title = fitted(entry.title(), columns.map(|_| titles));
        write!(out, "{date:10}  {:>7}  {title}{}  ", entry.words(), pad(&title, titles))?;
        if has_sources {
            let source = if entry.source().is_empty() { "-" } else { entry.source() };
            write!(out, "{}{}  ", safe::line(source), pad(source, sources))?;
        }
        writeln!(out, "{}", safe::line(&path))?;
    }
    out.flush()
}
