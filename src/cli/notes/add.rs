//! `ibid notes add`: keeps a new note, and says so only once it is on disk.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::super::collection::shown;
use super::super::columns::count;
use super::super::show::named;
use super::super::tag::load;
use super::super::tools::{Ending, Found, Tools, answer, bytes, is_standard_input};
use super::super::who;
use super::arguments::Add;
use super::row::print_json;
use super::shelf::Shelf;
use crate::app::{Edit, NewItem};
use crate::corpus::{BUNDLED_ROOT, Document, Problem};
use crate::note::{
    Anchor, DocumentRef, EntityRef, ItemKind, Op, Subject, markup, path_to_text, places_of, too_long,
};
use crate::text::{Span, safe};

/// Places with the same words that are counted.
const COUNTED: usize = 100_000;

/// Places with the same words that are listed.
const LISTED: usize = 20;

/// Bytes of context around a place that is listed.
const AROUND: usize = 30;

/// Keeps a note.
pub(super) fn add(arguments: &Add, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let body = match arguments.text.as_deref() {
        Some("-") => standard_input()?,
        text => text.unwrap_or_default().to_owned(),
    };
    let body = body.trim_end().to_owned();
    if let Some(reason) = too_long(body.len()) {
        return Err(Problem::new("the note", reason, "nothing of it was kept").into());
    }
    let tags = tags(&arguments.tags)?;
    if body.is_empty() && arguments.quote.is_none() && !arguments.bookmark {
        let remedy = "say --quote, --text or --bookmark";
        return Err(Problem::new("the note", "there is nothing in it", remedy).into());
    }
    let kind = match () {
        () if arguments.bookmark => ItemKind::Bookmark,
        () if body.is_empty() => ItemKind::Highlight,
        () => ItemKind::Note,
    };
    let subject = subject(arguments, tools)?;
    let new = NewItem { kind, subject, colour: arguments.colour, body, tags };
    let records = (tools.save)(vec![Edit::New(new)])?;
    answer(out, "it is kept", |out| {
        for record in &records {
            if let Op::Put { item } = &record.op {
                match arguments.json {
                    true => print_json(item, out)?,
                    false => writeln!(out, "{}", safe::line(item.id.as_str()))?,
                }
            }
        }
        Ok(())
    })?;
    Ok(Found::Something)
}

/// What stands on standard input, which has to be UTF-8: what a person wrote isn't guessed at.
fn standard_input() -> Result<String, Problem> {
    let bytes = bytes(Path::new("-"))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to() + 1;
        Problem::new("standard input", format!("isn't UTF-8 at byte {at}"), "convert it with iconv")
    })
}

/// The tags as they are kept.
fn tags(said: &[String]) -> Result<Vec<String>, Problem> {
    let mut tags: Vec<String> = Vec::new();
    for word in said {
        let tag = markup::as_tag(word).ok_or_else(|| {
            Problem::new(word, "can't be a tag", "a tag has letters, and may have digits, - and / too")
        })?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}

/// What the note is about.
fn subject(arguments: &Add, tools: &Tools<'_>) -> Result<Subject, Problem> {
    if arguments.collection {
        return Ok(Subject::Collection(Shelf::of(&arguments.named, tools)?.place()));
    }
    if let Some(name) = &arguments.entity {
        let opened = super::super::collection::open(&arguments.named, tools, true)?;
        let names = opened.holdings.names();
        let Some(known) = who::one(name, &names, tools) else {
            // That nobody is called so, and who may be meant, is said already.
            return Err(Problem::new("the note", "wasn't kept", "ibid cast lists who there is"));
        };
        let entity = EntityRef { kind: known.kind.label().to_owned(), name: known.name.to_string() };
        return Ok(Subject::Entity { entity, collection: Shelf::of(&arguments.named, tools)?.place() });
    }
    let Some((document, paths)) = arguments.named.split_first() else {
        return Err(Problem::new(
            "the note",
            "isn't about anything",
            "name a document, --entity or --collection",
        ));
    };
    if is_standard_input(document) {
        return Err(Problem::new(
            "standard input",
            "is no document that could be found again",
            "name a file",
        ));
    }
    let path = absolute(&named(document, paths, true, tools)?)?;
    let document = load(&path, tools)?;
    let anchor = match &arguments.quote {
        None => None,
        Some(quotation) => Some(anchor(quotation, arguments.nth, &path, &document, tools)?),
    };
    let title = document.meta.title.value.clone();
    let document = DocumentRef { path: path_to_text(&path), hash: document.meta.hash, title };
    Ok(Subject::Document { document, anchor })
}

/// The path as the desk knows it: absolute, without links, that of a member of a file too.
pub(super) fn absolute(path: &Path) -> Result<PathBuf, Problem> {
    if path.to_str().is_some_and(|path| path.starts_with(BUNDLED_ROOT)) {
        return Ok(path.to_owned());
    }
    match (path.canonicalize(), path.parent(), path.file_name()) {
        (Ok(path), ..) => Ok(path),
        (Err(_), Some(file), Some(member)) if file.is_file() => {
            Ok(file.canonicalize().map_err(|error| Problem::io(file, &error))?.join(member))
        }
        (Err(error), ..) => Err(Problem::io(path, &error)),
    }
}

/// The place of a quotation; where there are several, the one of that number.
fn anchor(
    quotation: &str,
    nth: Option<usize>,
    path: &Path,
    document: &Document,
    tools: &Tools<'_>,
) -> Result<Anchor, Problem> {
    let text = document.text.as_str();
    let places = places_of(quotation, text, COUNTED);
    let trouble = |reason: String, remedy: &str| Err(Problem::new(shown(path), reason, remedy));
    let place = match (places.as_slice(), nth) {
        ([], _) => {
            return trouble(
                "the quotation isn't in the text".to_owned(),
                "ibid show prints the text as it is read",
            );
        }
        ([place], None) => *place,
        (places, Some(nth)) => match places.get(nth.saturating_sub(1)) {
            Some(place) => *place,
            None => {
                let reason = format!("the quotation stands in {} only", count(places.len(), "place"));
                let remedy = if places.len() > 1 { "choose one of them with --nth" } else { "" };
                return trouble(reason, remedy);
            }
        },
        (places, None) => {
            for (place, number) in places.iter().zip(1usize..).take(LISTED) {
                (tools.say)(&format!("{number:3}  {}", around(text, *place)));
            }
            if places.len() > LISTED {
                (tools.say)("     …");
            }
            let reason = format!("the quotation stands in {} places", places.len());
            return trouble(reason, "choose one of them with --nth, or quote more");
        }
    };
    Ok(Anchor::new(text, place))
}

/// A place with what stands around it, on one line.
fn around(text: &str, place: Span) -> String {
    let range = place.range();
    let mut start = range.start.saturating_sub(AROUND);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = (range.end.min(range.start + 2 * AROUND) + AROUND).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let words: Vec<&str> = text.get(start..end).unwrap_or_default().split_whitespace().collect();
    format!("…{}…", words.join(" "))
}
