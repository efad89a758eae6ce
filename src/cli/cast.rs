//! `ibid cast`: the people, organisations and places of documents.

use std::io::Write;
use std::sync::Arc;

use serde::Serialize;

use super::asking::Cast;
use super::collection::{Opened, open};
use super::columns::{count, fitted, pad, terminal};
use super::row::print_object;
use super::show::named;
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

/// The collection, and the document in it where one was named before the folders, as for `ibid show`: a member of a file,
/// the name of a file, or words of a title.
fn open_for(arguments: &Cast, tools: &Tools<'_>) -> Result<(Opened, Option<DocId>), Ending> {
    let Some((first, folders)) = arguments.paths.split_first().filter(|(first, _)| !first.exists()) else {
        return Ok((open(&arguments.paths, tools, true)?, None));
    };
    let document = named(first, folders, false, tools)?;
    let holder = document.parent().filter(|holder| holder.is_file());
    let opened = match holder.filter(|_| folders.is_empty()) {
        Some(holder) => open(&[holder.to_owned()], tools, true)?,
        None => open(folders, tools, true)?,
    };
    // A member of a file is known by the whole path of that.
    let whole = holder.and_then(|holder| Some(holder.canonicalize().ok()?.join(document.file_name()?)));
    let id = opened.catalogue.at(&path_to_text(&whole.unwrap_or(document)));
    let missing = || {
        let (reason, remedy) =
            ("there is no such document in the collection", "ibid list shows all documents");
        Problem::new(first.to_string_lossy(), reason, remedy)
    };
    Ok((opened, Some(id.ok_or_else(missing)?)))
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
