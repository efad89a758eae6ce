//! `ibid cast`: the people, organisations and places of documents.

use std::io::Write;
use std::sync::Arc;

use serde::Serialize;

use super::asking::Cast;
use super::collection::{Opened, Titled, open, titled};
use super::columns::{count, fitted, pad, terminal};
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use crate::corpus::{DocId, Problem};
use crate::find::query::Query;
use crate::index::names::{CastSort, CastTable, Listed};
use crate::index::{Asked, DocumentSet};
use crate::note::path_to_text;
use crate::text::glyph::width;

/// Columns of a name at most, where people look.
const NAME: usize = 48;

/// Somebody or something. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    kind: &'static str,
    documents: u32,
    mentions: u32,
    first: Option<String>,
    aliases: Vec<String>,
}

/// Prints a cast.
pub(super) fn cast(arguments: &Cast, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let (opened, document) = open_for(arguments, tools)?;
    let of = match &arguments.of {
        Some(query) => Some(found_by(query, &opened, tools)?),
        None => document.map(|document| [document].into_iter().collect()),
    };
    let catalogue = &opened.catalogue;
    let date = |id| catalogue.get(id)?.date();
    let table = CastTable::new(opened.holdings.names(), of.as_ref(), &date, &|| false).unwrap_or_default();
    let sort = CastSort::ALL.into_iter().find(|sort| sort.label() == arguments.sort).unwrap_or_default();
    let typed = arguments.like.as_deref().unwrap_or("");
    let order = table.sifted(typed, arguments.kind, sort, &|| false).unwrap_or_default();
    let most = arguments.limit.unwrap_or(usize::MAX);
    let lines: Vec<&Listed> =
        order.iter().take(most).filter_map(|at| table.lines.get(*at as usize)).collect();
    if arguments.json {
        for line in &lines {
            print_object(&row(line, &table), out)?;
        }
        return Ok(Found::any(!lines.is_empty()));
    }
    let columns = terminal(tools.terminal);
    let room = columns.map(|columns| columns.saturating_sub(47).clamp(12, NAME));
    let widest =
        lines.iter().map(|line| width(&fitted(&table.told(line), room))).max().unwrap_or(0).clamp(4, NAME);
    let paint = tools.paint();
    if columns.is_some() && !lines.is_empty() {
        let head = format!("{:widest$}  {:12}  {:>9}  {:>8}  first", "name", "kind", "documents", "mentions");
        writeln!(out, "{}", paint.faint(&head))?;
    }
    for line in &lines {
        let name = fitted(&table.told(line), room);
        let first = line.first.map_or("-".to_owned(), |date| date.to_string());
        writeln!(
            out,
            "{}{}  {:12}  {:>9}  {:>8}  {first}",
            paint.strong(&name),
            pad(&name, widest),
            line.kind.label(),
            line.documents,
            line.mentions,
        )?;
    }
    if lines.len() < order.len() {
        (tools.say)(&format!("{} of {}; --limit shows more", lines.len(), count(order.len(), "name")));
    }
    Ok(Found::any(!lines.is_empty()))
}

/// The collection, and the document in it where one was named: a member of a file, or words of a title in the collection
/// that was opened last.
fn open_for(arguments: &Cast, tools: &Tools<'_>) -> Result<(Opened, Option<DocId>), Ending> {
    let [path] = arguments.paths.as_slice() else { return Ok((open(&arguments.paths, tools, true)?, None)) };
    if path.exists() {
        return Ok((open(&arguments.paths, tools, true)?, None));
    }
    let typed = path.to_string_lossy();
    let missing = |reason: String| Problem::new(&*typed, reason, "ibid list shows all documents");
    if let Some(holder) = path.parent().filter(|parent| parent.is_file()) {
        let opened = open(&[holder.to_owned()], tools, true)?;
        let holder = holder.canonicalize().map_err(|error| Problem::io(holder, &error))?;
        let member = holder.join(path.file_name().unwrap_or_default());
        let document = opened.catalogue.at(&path_to_text(&member));
        let document = document.ok_or_else(|| missing("there is no such document in the file".to_owned()))?;
        return Ok((opened, Some(document)));
    }
    let opened = open(&[], tools, true)?;
    let called = opened.catalogue.iter().find(|(_, entry)| entry.path().ends_with(path)).map(|(id, _)| id);
    let (what, titled) = match titled(&opened.catalogue, &typed) {
        Titled::Titles(found) => ("titles", found),
        Titled::Files(found) => ("file names", found),
    };
    let document = called.or(titled.first().copied());
    let reason = || format!("there is no file or folder of that name, and no title matches “{typed}”");
    let document = document.ok_or_else(|| missing(reason()))?;
    if called.is_none() && titled.len() > 1 {
        let title = opened.catalogue.get(document).map_or("", |entry| entry.title());
        (tools.say)(&format!("{} {what} match; this is “{title}”", titled.len()));
    }
    Ok((opened, Some(document)))
}

fn row<'a>(line: &Listed, table: &'a CastTable) -> Row<'a> {
    let name = table.name(line);
    let forms = table.known(line).map(|known| known.forms).unwrap_or_default();
    Row {
        name,
        kind: line.kind.label(),
        documents: line.documents,
        mentions: line.mentions,
        first: line.first.map(|date| date.to_string()),
        aliases: forms.into_iter().map(|form| form.text).filter(|form| form != name).collect(),
    }
}

/// The documents that a search finds. What isn't understood is said.
pub(super) fn found_by(query: &str, opened: &Opened, tools: &Tools<'_>) -> Result<DocumentSet, Ending> {
    let query = Query::read(query);
    query.complaints.iter().for_each(|complaint| (tools.say)(&complaint.text));
    if query.root.is_none() {
        return Ok(DocumentSet::default());
    }
    let asked = Asked {
        query,
        kept: Arc::new((tools.kept)(&opened.catalogue)),
        most: opened.catalogue.span().max(1),
        ..Asked::default()
    };
    let answer = opened.text()?.answer(&asked, &*opened.holdings.names(), &|| false)?.unwrap_or_default();
    Ok(answer.hits.into_iter().map(|hit| hit.id).collect())
}
