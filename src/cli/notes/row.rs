//! What is printed of a note: an object of JSON for programs, lines for people.

use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;
use serde::Serialize;

use super::super::collection::shown;
use super::super::columns::fitted;
use super::super::paint::Paint;
use super::super::row::print_object;
use super::located::{Located, State};
use crate::note::{Colour, Item, path_from_text};
use crate::text::safe;

/// A note as it is printed. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    kind: &'static str,
    path: Option<String>,
    title: Option<&'a str>,
    quote: Option<&'a str>,
    text: Option<&'a str>,
    tags: Vec<String>,
    colour: Option<&'static str>,
    entity: Option<&'a str>,
    entity_kind: Option<&'a str>,
    created: Timestamp,
    changed: Timestamp,
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inside: Option<bool>,
}

/// Where the document of a note is, as far as that is known; `None` where it is on none.
fn path(item: &Item, found: Option<&Path>) -> Option<String> {
    let own = || item.document().map(|document| path_from_text(&document.path));
    let path = found.map(Path::to_owned).or_else(own)?;
    Some(path.to_string_lossy().into_owned())
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

impl<'a> Row<'a> {
    fn new(item: &'a Item, found: Option<&Path>, state: Option<State>) -> Self {
        let entity = item.subject.entity();
        Self {
            id: item.id.as_str(),
            kind: item.kind.label(),
            path: path(item, found),
            title: item.document().and_then(|document| some(&document.title)),
            quote: some(item.subject.quotation()),
            text: some(&item.body),
            tags: item.all_tags(),
            colour: item.colour.map(Colour::label),
            entity: entity.map(|entity| entity.name.as_str()),
            entity_kind: entity.map(|entity| entity.kind.as_str()),
            created: item.created,
            changed: item.changed,
            state: state.map(State::label),
            inside: None,
        }
    }
}

/// Prints a note as an object on a line.
pub(super) fn print_json(item: &Item, out: &mut dyn Write) -> io::Result<()> {
    print_object(&Row::new(item, None, None), out)
}

/// The same of one whose words were looked for; `inside` says that it is told whether its document is in the collection.
pub(super) fn print_located(note: &Located<'_>, inside: bool, out: &mut dyn Write) -> io::Result<()> {
    let row = Row::new(note.item, note.path.as_deref(), Some(note.state));
    print_object(&Row { inside: inside.then_some(note.inside), ..row }, out)
}

/// Digits of what a note is known by, where people look.
const ID: usize = 8;

/// Columns of the longest kind with its colour.
const KIND: usize = "highlight, yellow".len();

/// Prints a note in some lines: what it is and about what, its words, what was written.
pub(super) fn print_text(
    item: &Item,
    state: Option<State>,
    columns: Option<usize>,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let id: String = item.id.as_str().chars().take(ID).collect();
    let colour = item.colour.map(|colour| format!(", {}", colour.label())).unwrap_or_default();
    let state = state.filter(|state| !matches!(state, State::Exact | State::Whole));
    let state = state.map(|state| format!("  [{}]", state.label())).unwrap_or_default();
    let kind = format!("{}{colour}", item.kind.label());
    let day = item.created.strftime("%Y-%m-%d");
    let title = safe::line(item.subject.title()).into_owned();
    let id = safe::line(&id).into_owned();
    writeln!(out, "{}  {day}  {kind:KIND$}  {}{state}", paint.faint(&id), paint.strong(&title))?;
    let indent = " ".repeat(10);
    let room = columns.map(|columns| columns.saturating_sub(indent.len()));
    let quotation = item.subject.quotation_on_a_line();
    if !quotation.is_empty() {
        writeln!(out, "{indent}{}", fitted(&format!("“{quotation}”"), room))?;
    }
    let tags: String = item.tags.iter().map(|tag| format!(" #{tag}")).collect();
    let said = single_spaced(&format!("{}{tags}", item.body));
    if !said.is_empty() {
        writeln!(out, "{indent}{}", fitted(&said, room))?;
    }
    Ok(())
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Prints all of a note.
pub(super) fn print_whole(item: &Item, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let mut field = |name: &str, value: &str| {
        let lines: Vec<_> = value.lines().map(safe::line).collect();
        match value.is_empty() {
            true => Ok(()),
            false => writeln!(out, "{}  {}", paint.faint(&format!("{name:8}")), lines.join("\n          ")),
        }
    };
    field("id", item.id.as_str())?;
    field("kind", item.kind.label())?;
    field("about", item.subject.title())?;
    field("path", &path(item, None).map(|path| shown(Path::new(&path))).unwrap_or_default())?;
    field("colour", item.colour.map_or("", Colour::label))?;
    field("tags", &item.all_tags().join(" "))?;
    field("created", &item.created.to_string())?;
    field("changed", &item.changed.to_string())?;
    field("quote", item.subject.quotation())?;
    field("text", &item.body)
}
