//! `ibid kwic`: every place of a name or word, with its neighbours.

use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;

use super::asking::Kwic;
use super::collection::{Opened, in_quotes, open, shown};
use super::columns::{count, pad, terminal};
use super::elsewhere::in_shell;
use super::paint::Paint;
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use super::who;
use crate::find::query::Query;
use crate::index::Asked;
use crate::index::names;
use crate::library::{Line, LineSort, Reach, Sought, concordance};
use crate::tag::Kind;
use crate::text::around::{head, tail};
use crate::text::glyph::{fit, width};
use crate::text::safe;

/// Columns of a line that goes to a pipe.
const USUAL: usize = 120;

/// Columns of the name of the document at the end of a line of so many columns or more.
const PATH: [(usize, usize); 2] = [(100, 24), (80, 14)];

/// Places that are put in order by the words beside them at most.
const SORTED: usize = 100_000;

/// A place. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Row<'a> {
    path: String,
    title: &'a str,
    date: Option<String>,
    start: u32,
    end: u32,
    left: &'a str,
    r#match: &'a str,
    right: &'a str,
}

/// Prints a concordance.
pub(super) fn kwic(arguments: &Kwic, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let opened = open(&arguments.paths, tools, true)
        .map_err(|problem| in_quotes(&arguments.query, &arguments.paths, problem))?;
    let names = opened.holdings.names();
    let sought = sought(arguments, &names, &opened, tools);
    if let Sought::Query(asked) = &sought {
        asked.query.complaints.iter().for_each(|complaint| (tools.say)(&complaint.text));
        if asked.query.root.is_none() {
            return Ok(Found::any(false));
        }
    }
    let (mut lines, mut reach) = (Vec::new(), Reach::default());
    let mut tell = |more: Vec<Line>, now: Reach| {
        lines.extend(more);
        reach = now;
    };
    let parts = (&*names, &opened.text()?, &opened.catalogue);
    let sort = LineSort::ALL.into_iter().find(|sort| sort.label() == arguments.sort).unwrap_or_default();
    // The first of an alphabet are the first of all places, not of those that come first in the documents.
    let most = match sort {
        LineSort::Document => arguments.limit,
        LineSort::Left | LineSort::Right => arguments.limit.max(SORTED),
    };
    concordance(parts, &sought, most, &|| false, &mut tell)?;
    let order = sort.order(&lines);
    let mut ordered = order.iter().take(arguments.limit).filter_map(|at| lines.get(*at as usize));
    if arguments.json {
        ordered.try_for_each(|line| print_json(line, &opened, out))?;
    } else {
        let whole = arguments.width.is_none() && !tools.terminal;
        let columns = arguments.width.or_else(|| terminal(tools.terminal)).unwrap_or(USUAL);
        let widest = lines.iter().map(|line| width(&safe::line(&line.around.key))).max().unwrap_or(0);
        ordered
            .try_for_each(|line| print_text(line, &opened, (columns, widest, whole), tools.paint(), out))?;
    }
    if lines.len() >= arguments.limit && !arguments.json {
        let all = reach.places.or((lines.len() > arguments.limit).then_some(lines.len()));
        let of = all.map_or(String::new(), |all| format!(" of {}", count(all, "place")));
        let shown = lines.len().min(arguments.limit);
        let more = format!("{shown}{of}, in {} of {}", reach.looked, count(reach.documents, "document"));
        (tools.say)(&format!("{more}; --limit shows more"));
    }
    if lines.len() >= SORTED && most == SORTED {
        (tools.say)(&format!("only the first {SORTED} places were put in order"));
    }
    Ok(Found::any(!lines.is_empty()))
}

/// What was asked for: somebody who is called so, else what a search with these words is about.
fn sought(arguments: &Kwic, names: &names::Names, opened: &Opened, tools: &Tools<'_>) -> Sought {
    let named = who::called(&arguments.query, names).into_iter().next();
    let is_name = named.as_ref().is_some_and(|known| known.found == names::Found::Name && !arguments.words);
    if let Some(known) = is_name.then(|| who::one(&arguments.query, names, tools)).flatten() {
        return Sought::Name(names.as_wanted(&known));
    }
    // Nobody is called so in these letters, but somebody is in others.
    let spelled = |known: &&names::Known| {
        let full = arguments.query.split_whitespace().count() > 1 && !arguments.words;
        full && known.kind == Kind::Person && known.found == names::Found::Sound
    };
    if let Some(known) = named.as_ref().filter(spelled) {
        (tools.say)(&format!("taken for {}; --words looks for these words", known.name));
        return Sought::Name(names.as_wanted(known));
    }
    // Of somebody's surname alone the other spellings aren't looked for, as it may be an ordinary word.
    let by_surname = |known: &names::Known| known.kind == Kind::Person && known.found == names::Found::Words;
    if let Some(known) = named.filter(|known| by_surname(known) && !arguments.words) {
        let name = &known.name;
        let asked = in_shell(name);
        (tools.say)(&format!("taken for words; all names of {name} are found by ibid kwic {asked}"));
    }
    let kept = Arc::new((tools.kept)(&opened.catalogue));
    Sought::Query(Box::new(Asked { query: phrase(&arguments.query), kept, ..Asked::default() }))
}

/// Several plain words stand next to each other; anything else is a search.
fn phrase(line: &str) -> Query {
    let plain = line.split_whitespace().count() > 1
        && !line.split_whitespace().any(|word| matches!(word, "OR" | "AND" | "NOT"))
        && line.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '\'' | '’'));
    Query::read(&if plain { format!("\"{line}\"") } else { line.to_owned() })
}

fn print_json(line: &Line, opened: &Opened, out: &mut dyn Write) -> io::Result<()> {
    let Some(entry) = opened.catalogue.get(line.id) else { return Ok(()) };
    let row = Row {
        path: entry.path().to_string_lossy().into_owned(),
        title: entry.title(),
        date: entry.date().map(|date| date.to_string()),
        start: line.span.start,
        end: line.span.end,
        left: line.around.left.trim_end(),
        r#match: &line.around.key,
        right: line.around.right.trim_start(),
    };
    print_object(&row, out)
}

/// The date, what stands before, the place, what stands behind, and the name of the file.
fn print_text(
    line: &Line,
    opened: &Opened,
    (columns, widest, whole): (usize, usize, bool),
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(entry) = opened.catalogue.get(line.id) else { return Ok(()) };
    let date = entry.date().map(|date| date.to_string()).unwrap_or_else(|| "-".to_owned());
    // On a very narrow line what stands around the place is worth more than the name of the file, and for whoever reads on in
    // a program all of it is.
    let path = safe::line(&shown(&entry.path())).into_owned();
    let own = PATH.into_iter().find(|(from, _)| columns >= *from).map_or(0, |(_, own)| own);
    let path = if whole { path } else { tail_of(&path, own) };
    let behind = if path.is_empty() { 0 } else { own + 2 };
    let widest = widest.min(columns / 3);
    let room = columns.saturating_sub(12 + widest + behind);
    let (before, after) = (room / 2, room - room / 2);
    let key = fit(&safe::line(&line.around.key), widest).into_owned();
    let left = safe::line(&line.around.left).into_owned();
    let left = tail(&left, before);
    let right = safe::line(&line.around.right).into_owned();
    let right = head(&right, after + widest.saturating_sub(width(&key)));
    let end = if path.is_empty() {
        String::new()
    } else {
        let taken = width(&key) + width(right);
        format!("{}  {}", " ".repeat((after + widest).saturating_sub(taken)), paint.faint(&path))
    };
    writeln!(out, "{date:10}  {}{left}{}{right}{end}", pad(left, before), paint.lit(&key))
}

/// The end of a path that fits, with `…` before it where it was cut.
fn tail_of(path: &str, columns: usize) -> String {
    if columns == 0 || width(path) <= columns {
        return if columns == 0 { String::new() } else { path.to_owned() };
    }
    let mut start = path.len();
    for (at, _) in path.char_indices().rev() {
        if width(path.get(at..).unwrap_or("")) >= columns {
            break;
        }
        start = at;
    }
    format!("…{}", path.get(start..).unwrap_or(""))
}
