//! `ibid search`: the passages of a collection that match.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde::Serialize;

use super::arguments::Search;
use super::collection::{Opened, in_quotes, open, open_for_names, shown};
use super::columns::{count, terminal};
use super::elsewhere::{tell_of_notes, tell_of_nothing};
use super::paint::Paint;
use super::row::{date, date_from, print_object};
use super::tools::{Ending, Found, Tools};
use crate::corpus::{DocId, Problem};
use crate::find::query::Query;
use crate::index::{Asked, Hit, Origin, Snippet};
use crate::library::{Catalogue, Likeness};
use crate::text::glyph::width;
use crate::text::nearest::quoted;
use crate::text::safe;

/// A passage as it is printed. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Passage<'a> {
    path: String,
    title: &'a str,
    date: Option<String>,
    date_from: Option<&'static str>,
    source: Option<&'a str>,
    score: f32,
    start: Option<u32>,
    end: Option<u32>,
    snippet: Option<&'a str>,
    origin: Option<&'static str>,
    same_as: Option<String>,
}

/// Searches a collection and prints what was found, the best first.
pub(super) fn search(arguments: &Search, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let query = Query::read(&arguments.query);
    let mut opened = open(&arguments.paths, tools, query.asks_for_names())
        .map_err(|problem| in_quotes(&arguments.query, &arguments.paths, problem))?;
    if !arguments.exact && query.has_spellings() {
        opened = knowing_names(opened, &arguments.paths, tools)?;
    }
    let asked = Asked {
        query,
        exact: arguments.exact,
        kept: Arc::new((tools.kept)(&opened.catalogue)),
        most: arguments.limit,
        snippets: arguments.passages,
        ..Asked::default()
    };
    if asked.query.root.is_none() && !arguments.query.trim().is_empty() {
        // Nothing of the query is left, which isn't a question for everything.
        if asked.query.complaints.is_empty() {
            (tools.say)(&format!("{} asks for nothing", quoted(&arguments.query)));
        }
        asked.query.complaints.iter().for_each(|complaint| (tools.say)(&complaint.text));
        return Ok(Found::any(false));
    }
    let answer = opened.text()?.answer(&asked, &*opened.holdings.names(), &|| false)?.unwrap_or_default();
    for complaint in &answer.complaints {
        (tools.say)(&complaint.text);
    }
    let first = first_of_copies(&answer.hits, &opened.catalogue);
    for (number, (hit, first)) in answer.hits.iter().zip(first).enumerate() {
        if arguments.json {
            print_json(hit, first, &opened, out)?;
        } else {
            let how = (tools.paint(), terminal(tools.terminal));
            print_text(hit, first, &opened, number > 0, how, out)?;
        }
    }
    if !arguments.json && answer.total > answer.hits.len() {
        (tools.say)(&format!("{} of {} documents; --limit shows more", answer.hits.len(), answer.total));
    }
    if answer.hits.is_empty() && !tools.unfinished.load(Ordering::Relaxed) {
        tell_of_nothing(&asked, arguments.query.trim(), &opened, tools)?;
    }
    tell_of_notes(&arguments.query, &opened, tools);
    Ok(Found::any(!answer.hits.is_empty()))
}

/// For each document the first one of the result that has the same text; `None` where it is that itself.
fn first_of_copies(hits: &[Hit], catalogue: &Catalogue) -> Vec<Option<DocId>> {
    let (mut files, mut texts) = (HashMap::new(), HashMap::new());
    let first = |hit: &Hit| {
        let identity = catalogue.get(hit.id)?.identity();
        let of_words =
            |texts: &HashMap<_, DocId>| identity.words.and_then(|words| texts.get(&words).copied());
        let before = files.get(identity.hash).copied().or_else(|| of_words(&texts));
        let first = before.unwrap_or(hit.id);
        files.entry(identity.hash).or_insert(first);
        if let Some(words) = identity.words {
            texts.entry(words).or_insert(first);
        }
        before
    };
    hits.iter().map(first).collect()
}

/// Texts whose names are found before a search, where they weren't yet: so many take a moment.
const SOME: usize = 100;

/// The same collection with the names of its texts, by which a name finds its other spellings; where those of many aren't known
/// yet, that is said.
fn knowing_names(opened: Opened, paths: &[PathBuf], tools: &Tools<'_>) -> Result<Opened, Problem> {
    match opened.catalogue.len().saturating_sub(opened.holdings.names().documents()) {
        0 => Ok(opened),
        1..=SOME => open_for_names(paths, tools),
        many => {
            let what = format!("the names in {} aren't known yet", count(many, "document"));
            (tools.say)(&format!(
                "{what}, so other spellings of a name may be missing; ibid index finds them"
            ));
            Ok(opened)
        }
    }
}

fn print_json(hit: &Hit, first: Option<DocId>, opened: &Opened, out: &mut dyn Write) -> io::Result<()> {
    let Some(entry) = opened.catalogue.get(hit.id) else { return Ok(()) };
    let same_as = path_of(first, opened).map(|path| path.to_string_lossy().into_owned());
    let meta = entry.meta();
    let mut passage = |snippet: Option<&Snippet>| {
        // A note has no place of its own in the reading text unless it hangs on one.
        let hangs = |snippet: &&Snippet| snippet.origin == Origin::Text || !snippet.place.is_empty();
        let place = snippet.filter(hangs).map(|snippet| snippet.place);
        let object = Passage {
            path: entry.path().to_string_lossy().into_owned(),
            title: entry.title(),
            date: date(&meta),
            date_from: date_from(&meta),
            source: meta.source.as_ref().map(|source| &*source.value),
            score: hit.score,
            start: place.map(|place| place.start),
            end: place.map(|place| place.end),
            snippet: snippet.map(|snippet| &*snippet.text),
            origin: snippet.map(|snippet| match snippet.origin {
                Origin::Text => "text",
                Origin::Note => "note",
            }),
            same_as: same_as.clone(),
        };
        print_object(&object, &mut *out)
    };
    match hit.snippets.as_slice() {
        [] => passage(None),
        snippets => snippets.iter().map(Some).try_for_each(passage),
    }
}

/// Where a document is.
fn path_of(id: Option<DocId>, opened: &Opened) -> Option<PathBuf> {
    let entry = opened.catalogue.get(id?)?;
    Some(entry.path().into_owned())
}

/// The title, with date and source; the passages, but for those of a text that stand there with the `first` document that has
/// it; the path.
fn print_text(
    hit: &Hit,
    first: Option<DocId>,
    opened: &Opened,
    gap: bool,
    (paint, columns): (Paint, Option<usize>),
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(entry) = opened.catalogue.get(hit.id) else { return Ok(()) };
    if gap {
        writeln!(out)?;
    }
    let date = entry.date().map(|date| date.to_string()).unwrap_or_else(|| "-".to_owned());
    let title = safe::line(entry.title());
    let source = match safe::line(entry.source()) {
        source if source.is_empty() => String::new(),
        source => format!("  {}", paint.faint(&source)),
    };
    writeln!(out, "{date:10}  {}{source}", paint.strong(&title))?;
    if let Some(first) = path_of(first, opened) {
        let same = format!("{} the same text as {}", Likeness::Same.sign(), shown(&first));
        writeln!(out, "{BEFORE}{}", safe::line(&same))?;
    }
    let is_new = |snippet: &&Snippet| first.is_none() || snippet.origin == Origin::Note;
    for snippet in hit.snippets.iter().filter(is_new) {
        let note = if snippet.origin == Origin::Note { "note: " } else { "" };
        let lines = lit(snippet, paint, width(note), columns);
        writeln!(out, "{BEFORE}{note}{lines}")?;
        if let Some(why) = &snippet.why {
            writeln!(out, "{BEFORE}{}", paint.faint(&format!("({})", safe::line(why))))?;
        }
    }
    writeln!(out, "{BEFORE}{}", paint.faint(&safe::line(&shown(&entry.path()))))
}

/// What stands before a passage.
const BEFORE: &str = "            ";

/// The words of a snippet, what matched set off, in lines of so many columns behind the `taken` ones of the first.
fn lit(snippet: &Snippet, paint: Paint, taken: usize, columns: Option<usize>) -> String {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut at = 0;
    let mut piece = |from: usize, to: usize, is_lit: bool| {
        let text = safe::line(snippet.text.get(from..to).unwrap_or("")).into_owned();
        pieces.extend(text.split_inclusive(' ').map(|word| (word.to_owned(), is_lit)));
    };
    for span in &snippet.lit {
        piece(at, span.range().start, false);
        piece(span.range().start, span.range().end, true);
        at = span.range().end;
    }
    piece(at, snippet.text.len(), false);
    let mut lines = String::new();
    let mut taken = BEFORE.len() + taken;
    for (number, (word, is_lit)) in pieces.iter().enumerate() {
        // Only behind a blank a line may end, and what follows without one belongs to the word.
        let before = number.checked_sub(1).and_then(|before| pieces.get(before));
        let begins = before.is_some_and(|(before, _)| before.ends_with(' '));
        let whole = pieces.iter().skip(number).scan(true, |goes_on, (word, _)| {
            let here = *goes_on;
            *goes_on = !word.ends_with(' ');
            here.then(|| width(word.trim_end()))
        });
        let has_words = !lines.trim_end().is_empty();
        if begins && has_words && columns.is_some_and(|columns| taken + whole.sum::<usize>() > columns) {
            lines.truncate(lines.trim_end().len());
            lines.push('\n');
            lines.push_str(BEFORE);
            taken = BEFORE.len();
        }
        taken += width(word);
        lines.push_str(&if *is_lit { paint.lit(word) } else { word.clone() });
    }
    lines
}
