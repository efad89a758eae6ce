//! `ibid who`: who or what a name means in a collection.

use std::io::{self, Write};

use serde::Serialize;

use super::arguments::Who;
use super::collection::{Opened, open, shown};
use super::paint::Paint;
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use crate::corpus::{DocId, Problem};
use crate::index::names::{self, Known, Names};
use crate::text::safe;

/// Documents that are printed of somebody where people look.
const DOCUMENTS: usize = 10;

/// Somebody or something. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    kind: &'static str,
    aliases: Vec<Alias<'a>>,
    confidence: f64,
    documents: Vec<Document>,
}

#[derive(Serialize)]
struct Alias<'a> {
    name: &'a str,
    documents: u32,
    reason: &'a str,
}

#[derive(Serialize)]
struct Document {
    path: String,
    count: usize,
    places: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    start: u32,
    end: u32,
    text: String,
}

/// Prints who is meant by a name, the likeliest first.
pub(super) fn who(arguments: &Who, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let opened = open(&arguments.paths, tools, true)?;
    let names = opened.holdings.names();
    let found = names.who(&arguments.name);
    // What only looks alike is an offer and no answer.
    let near = found.iter().all(|known| known.found == names::Found::Near);
    if near && !arguments.json {
        let offer: Vec<&str> = found.iter().take(3).map(|known| &*known.name).collect();
        let offer =
            if offer.is_empty() { String::new() } else { format!("; did you mean {}?", offer.join(", ")) };
        (tools.say)(&format!("nobody and nothing is called “{}” here{offer}", arguments.name));
        return Ok(Found::any(false));
    }
    for (number, known) in found.iter().enumerate() {
        if arguments.json {
            print_json(known, &names, &opened, out)?;
        } else {
            print_text(known, &opened, number > 0, tools.paint(), out)?;
        }
    }
    Ok(Found::any(!near))
}

fn print_json(known: &Known, names: &Names, opened: &Opened, out: &mut dyn Write) -> Result<(), Ending> {
    let alias = |form: &'_ names::KnownForm| (form.text.clone(), form.documents, form.reason.clone());
    let aliases: Vec<_> = known.forms.iter().map(alias).collect();
    let documents = known.documents.iter().map(|id| document(known, names, opened, id));
    let documents = documents.collect::<Result<Vec<_>, _>>()?;
    let object = Person {
        name: &known.name,
        kind: known.kind.label(),
        aliases: aliases
            .iter()
            .map(|(name, documents, reason)| Alias { name, documents: *documents, reason })
            .collect(),
        confidence: f64::from(known.confidence) / 100.0,
        documents: documents.into_iter().flatten().collect(),
    };
    Ok(print_object(&object, out)?)
}

/// Where a document mentions somebody.
fn document(known: &Known, names: &Names, opened: &Opened, id: DocId) -> Result<Option<Document>, Ending> {
    let Some(entry) = opened.catalogue.get(id) else { return Ok(None) };
    let path = entry.path.to_string_lossy().into_owned();
    let passages = names.passages(known, id);
    let passages =
        passages.map_err(|error| Problem::new("the names", error.to_string(), "clear the cache"))?;
    let places: Vec<Place> = passages
        .into_iter()
        .map(|passage| Place { start: passage.span.start, end: passage.span.end, text: passage.form })
        .collect();
    Ok(Some(Document { path, count: places.len(), places }))
}

fn print_text(
    known: &Known,
    opened: &Opened,
    gap: bool,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    if gap {
        writeln!(out)?;
    }
    let count = known.documents.len();
    let plural = if count == 1 { "" } else { "s" };
    writeln!(
        out,
        "{}  {}",
        paint.strong(&safe::line(&known.name)),
        paint.faint(&format!("{} · {count} document{plural} · {} %", known.kind.label(), known.confidence))
    )?;
    for form in known.forms.iter().filter(|form| form.text != known.name) {
        let reason =
            if form.reason.is_empty() { String::new() } else { format!("  {}", safe::line(&form.reason)) };
        writeln!(out, "  {:>6}  {}{}", form.documents, safe::line(&form.text), paint.faint(&reason))?;
    }
    for id in known.documents.iter().take(DOCUMENTS) {
        let Some(entry) = opened.catalogue.get(id) else { continue };
        let date = super::row::date(&entry.meta).unwrap_or_else(|| "-".to_owned());
        let path = paint.faint(&safe::line(&shown(&entry.path)));
        writeln!(out, "  {date:10}  {}  {path}", safe::line(entry.title()))?;
    }
    if count > DOCUMENTS {
        writeln!(out, "  {}", paint.faint(&format!("and {} more", count - DOCUMENTS)))?;
    }
    Ok(())
}
