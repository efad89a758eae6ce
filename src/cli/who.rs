//! `ibid who`: who or what a name means in a collection.

use std::io::{self, Write};

use serde::Serialize;

use super::asking::{Who, kind};
use super::collection::{Opened, in_quotes, open, shown};
use super::columns::{count, fitted, listed, terminal};
use super::paint::Paint;
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use crate::corpus::{DocId, Problem};
use crate::index::FacetKind;
use crate::index::names::{self, Known, KnownForm, Names};
use crate::tag::Kind;
use crate::text::safe;

/// Documents that are printed of somebody where people look.
const DOCUMENTS: usize = 10;

/// Names that are printed of somebody where people look.
const ALIASES: usize = 20;

/// Somebody or something. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    kind: &'static str,
    description: Option<&'a str>,
    r#match: &'static str,
    aliases: Vec<&'a str>,
    confidence: f64,
    reasons: Vec<String>,
    names: Vec<Name<'a>>,
    documents: Vec<Document>,
}

#[derive(Serialize)]
struct Name<'a> {
    name: &'a str,
    documents: u32,
    confidence: f64,
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
    let opened = open(&arguments.paths, tools, true)
        .map_err(|problem| in_quotes(&arguments.name, &arguments.paths, problem))?;
    let names = opened.holdings.names();
    let found = names.who(&arguments.name);
    // What only looks alike is an offer and no answer.
    let near = is_near(&found);
    if near {
        nobody(&arguments.name, &found, tools);
    }
    if near && !arguments.json {
        return Ok(Found::any(false));
    }
    for (number, known) in found.iter().enumerate() {
        if arguments.json {
            print_json(known, &names, &opened, out)?;
        } else {
            let description = names.description(known);
            print_text((known, description), &opened, number > 0, tools, out)?;
        }
    }
    Ok(Found::any(!near))
}

/// Whether nobody is called so, and those who were found have names that differ in some letters.
pub(super) fn is_near(found: &[Known]) -> bool {
    found.iter().all(|known| known.found == names::Found::Near)
}

/// Says that nobody is called so, and who may be meant.
pub(super) fn nobody(name: &str, found: &[Known], tools: &Tools<'_>) {
    let offer: Vec<&str> = found.iter().take(3).map(|known| &*known.name).collect();
    let offer =
        if offer.is_empty() { String::new() } else { format!("; did you mean {}?", offer.join(", ")) };
    (tools.say)(&format!("nobody and nothing is called “{name}” here{offer}"));
}

/// A part of one, from hundredths.
fn part(hundredths: u8) -> f64 {
    f64::from(hundredths) / 100.0
}

fn print_json(known: &Known, names: &Names, opened: &Opened, out: &mut dyn Write) -> Result<(), Ending> {
    let documents = known.documents.iter().map(|id| document(known, names, opened, id));
    let documents = documents.collect::<Result<Vec<_>, _>>()?;
    let reasons = known.forms.iter().filter(|form| !form.reason.is_empty());
    let name = |form: &'_ KnownForm| (form.documents, part(form.confidence));
    let object = Person {
        name: &known.name,
        kind: known.kind.label(),
        description: names.description(known),
        r#match: match known.found {
            names::Found::Name => "name",
            names::Found::Words => "words",
            names::Found::Sound => "sound",
            names::Found::Near => "near",
        },
        aliases: aliases(known).map(|form| form.text.as_str()).collect(),
        confidence: part(known.confidence),
        reasons: reasons.map(|form| format!("{}: {}", form.text, form.reason)).collect(),
        names: known
            .forms
            .iter()
            .map(|form| {
                let (documents, confidence) = name(form);
                Name { name: &form.text, documents, confidence, reason: &form.reason }
            })
            .collect(),
        documents: documents.into_iter().flatten().collect(),
    };
    Ok(print_object(&object, out)?)
}

/// The names but for the preferred one.
fn aliases(known: &Known) -> impl Iterator<Item = &KnownForm> {
    known.forms.iter().filter(|form| form.text != known.name)
}

/// Where a document mentions somebody.
fn document(known: &Known, names: &Names, opened: &Opened, id: DocId) -> Result<Option<Document>, Ending> {
    let Some(entry) = opened.catalogue.get(id) else { return Ok(None) };
    let path = entry.path().to_string_lossy().into_owned();
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
    (known, description): (&Known, Option<&str>),
    opened: &Opened,
    gap: bool,
    tools: &Tools<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (paint, columns): (Paint, _) = (tools.paint(), terminal(tools.terminal));
    if gap {
        writeln!(out)?;
    }
    let documents = known.documents.len();
    let (kind, counted) = (known.kind.label(), count(documents, "document"));
    let said = format!("{kind} · {counted} · {} % sure", known.confidence);
    writeln!(out, "{}  {}", paint.strong(&safe::line(&known.name)), paint.faint(&said))?;
    if let Some(description) = description {
        writeln!(out, "  {}", safe::line(description))?;
    }
    let names: Vec<&KnownForm> = aliases(known).collect();
    if columns.is_some() && !names.is_empty() {
        writeln!(out, "  {}", paint.faint("documents  also called  and why"))?;
    }
    for form in names.iter().take(ALIASES) {
        let name = safe::line(&form.text);
        let room = columns.map(|columns| columns.saturating_sub(15 + crate::text::glyph::width(&name)));
        let reason = fitted(&form.reason, room);
        let reason = if reason.is_empty() { reason } else { format!("  {}", paint.faint(&reason)) };
        writeln!(out, "  {:>9}  {name}{reason}", form.documents)?;
    }
    if names.len() > ALIASES {
        writeln!(out, "             {}", paint.faint(&format!("and {} more", names.len() - ALIASES)))?;
    }
    for id in known.documents.iter().take(DOCUMENTS) {
        let Some(entry) = opened.catalogue.get(id) else { continue };
        let date = entry.date().map(|date| date.to_string()).unwrap_or_else(|| "-".to_owned());
        let path = safe::line(&shown(&entry.path())).into_owned();
        let title = fitted(entry.title(), columns.map(|columns| columns.saturating_sub(14)));
        writeln!(out, "  {date:10}  {title}  {}", paint.faint(&path))?;
    }
    if documents > DOCUMENTS {
        writeln!(out, "  {}", paint.faint(&format!("and {} more", documents - DOCUMENTS)))?;
    }
    Ok(())
}

/// A name that may have its kind before it, as in a search: `org:Wagner`.
pub(super) fn with_kind(name: &str) -> (Option<Kind>, &str) {
    let parts = name.split_once(':').map(|(word, rest)| (kind(word).ok(), rest.trim()));
    parts.filter(|(kind, rest)| kind.is_some() && !rest.is_empty()).unwrap_or((None, name))
}

/// Those who are called so, of the kind that stands before the name where there is one.
pub(super) fn called(name: &str, names: &Names) -> Vec<Known> {
    let (kind, bare) = with_kind(name);
    let mut found = names.who(bare);
    found.retain(|known| kind.is_none_or(|kind| known.kind == kind));
    found
}

/// Who is meant by a name, the likeliest; said where it is nobody, and who else it may be.
pub(super) fn one(name: &str, names: &Names, tools: &Tools<'_>) -> Option<Known> {
    let found = called(name, names);
    if is_near(&found) {
        nobody(name, &found, tools);
        return None;
    }
    let mut found = found.into_iter();
    let first = found.next()?;
    let like: Vec<Known> = found.filter(|known| known.found == first.found).take(4).collect();
    if !like.is_empty() {
        let all = like.iter().map(|known| format!("{} ({})", known.name, known.kind.label()));
        let all = listed(&all.collect::<Vec<_>>(), None).concat();
        let other = like.iter().find(|known| known.kind != first.kind);
        let how = other.map(|known| {
            format!("; {}:{} asks for that", FacetKind::of(known.kind).field(), with_kind(name).1)
        });
        let how = how.unwrap_or_default();
        (tools.say)(&format!(
            "taken for {} ({}); also called so: {all}{how}",
            first.name,
            first.kind.label()
        ));
    }
    Some(first)
}
