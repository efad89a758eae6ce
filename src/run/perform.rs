//! The work itself, one function for each question, without threads.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::app::{Event, Review, Reviewed, TaggedBy, Ticket};
use crate::corpus::{Document, Loader, OPENING, PART, Problem, Unread};
use crate::find::page;
use crate::index::names::{Names, Record};
use crate::library::{Arranger, Catalogue, Copies, DocId, Holdings, Preview, Question};
use crate::note::{Anchor, Folded, ItemId, Resolved};
use crate::tag::{Cast, Context, Tagger};
use crate::text::{Span, Text};

/// Whether to stop, because a newer question has come.
pub(super) type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// Finds copies in the catalogue, as far as they aren't known; lets go of memory where `rests`.
pub(super) fn group(
    ticket: Ticket,
    copies: &mut Copies,
    catalogue: &Catalogue,
    rests: bool,
    stop: Stop<'_>,
) -> Option<Event> {
    let groups = copies.take_in(catalogue, &stop)?;
    if rests {
        copies.rest();
    }
    Some(Event::Grouped(ticket, Arc::new(groups)))
}

/// Puts the list in order.
pub(super) fn arrange(
    ticket: Ticket,
    arranger: &mut Arranger,
    question: &Question,
    stop: Stop<'_>,
) -> Option<Event> {
    arranger.answer(question, stop).map(|(order, families)| Event::Arranged(ticket, order, families))
}

/// Loads a document to be read; what isn't one any more is a problem.
fn load_listed(loader: &Loader, path: &Path) -> Result<Document, Problem> {
    loader.load(path).map(|loaded| loaded.document).map_err(|unread| match unread {
        Unread::Problem(problem) => problem,
        Unread::Many => Problem::new(path.to_string_lossy(), "holds several documents now", ""),
        Unread::Binary(what) => {
            Problem::new(path.to_string_lossy(), format!("is a {what} now, not a text"), "")
        }
    })
}

/// The beginning of a large document. What is wrong with a file is said when the whole of it is loaded.
pub(super) fn begin(loader: &Loader, ticket: Ticket, id: DocId, path: &Path) -> Option<Event> {
    let part = loader.load_part(path, OPENING).ok().flatten()?;
    Some(Event::Begun(ticket, id, Arc::new(part)))
}

pub(super) fn open(loader: &Loader, ticket: Ticket, id: DocId, path: &Path) -> Event {
    Event::Opened(ticket, id, load_listed(loader, path).map(Arc::new))
}

pub(super) fn preview(
    loader: &Loader,
    id: DocId,
    path: &Path,
    (tagger, holdings): (&dyn Tagger, &Holdings),
    stop: Stop<'_>,
) -> Option<Event> {
    let part = loader.load_part(path, PART).ok().flatten();
    let large = part.is_some();
    let document = match part.map_or_else(|| load_listed(loader, path), Ok) {
        Ok(document) => document,
        Err(problem) => {
            let preview = Preview { opening: vec![problem.to_string()], ..Preview::default() };
            return Some(Event::Previewed(id, Arc::new(preview)));
        }
    };
    let rules = holdings.rules().within(path, &document.meta.hash);
    let wanted = TaggedBy { context: Context::of(&document.meta), rules };
    let cast = |text: &Text| cast_of((id, text), &wanted, (tagger, holdings), stop);
    let mut preview = Preview::new(&document, &cast);
    preview.partial |= large;
    (!stop()).then(|| Event::Previewed(id, Arc::new(preview)))
}

pub(super) fn tag(
    ticket: Ticket,
    id: DocId,
    text: &Text,
    wanted: &TaggedBy,
    by: (&dyn Tagger, &Holdings),
    stop: Stop<'_>,
) -> Option<Event> {
    let cast = cast_of((id, text), wanted, by, stop);
    // The next document is another one, and seldom as large.
    by.0.rest();
    (!stop()).then(|| Event::Tagged(ticket, Arc::new(cast)))
}

/// The cast of a text by what is ruled of the document, as the collection knows it.
fn cast_of(
    (id, text): (DocId, &Text),
    TaggedBy { context, rules }: &TaggedBy,
    (tagger, holdings): (&dyn Tagger, &Holdings),
    stop: Stop<'_>,
) -> Cast {
    let mentions = tagger.tag(text, context, &stop);
    if stop() {
        return Cast::default();
    }
    let language = context.language.as_deref();
    let (names, mut cast) = (holdings.names(), rules.cast(text, mentions, language));
    // As long as the names aren't grouped by what is ruled now, what they say may be what was just corrected.
    if *names.rules() == *holdings.rules() {
        cast = names.joined(id, text, language, cast);
    }
    rules.shown_in(cast)
}

pub(super) fn matches(
    ticket: Ticket,
    text: &Text,
    query: &str,
    asides: bool,
    stop: Stop<'_>,
) -> Option<Event> {
    let spans = page::find(text, query, asides, stop);
    (!stop()).then_some(Event::Matched(ticket, spans))
}

/// How often at most answers about notes go out once there are more than were told so far.
const OFTEN: Duration = Duration::from_secs(1);

/// How notes stand in their documents. Each answer has the list put together anew, so there are few: the first one at
/// once, each further one when it has as much as all before it, or after a second.
pub(super) fn review(
    loader: &Loader,
    names: &Names,
    ticket: Ticket,
    wanted: Vec<Reviewed>,
    stop: Stop<'_>,
    tell: &dyn Fn(Option<Event>),
) {
    // In the order of the list the first documents are those that are in sight.
    let mut documents: Vec<(DocId, Vec<Reviewed>)> = Vec::new();
    let mut places: HashMap<DocId, usize> = HashMap::new();
    for wanted in wanted {
        let at = *places.entry(wanted.1).or_insert(documents.len());
        match documents.get_mut(at) {
            Some((_, list)) => list.push(wanted),
            None => documents.push((wanted.1, vec![wanted])),
        }
    }
    let (mut told, mut last, mut found) = (0, Instant::now(), Vec::new());
    for (id, list) in documents {
        if stop() {
            return;
        }
        let Some(path) = list.first().map(|wanted| wanted.2.clone()) else { continue };
        // That it can't be read is told where it is listed; nothing is known of its notes then.
        let Ok(document) = load_listed(loader, &path) else { continue };
        let folded = Folded::new(document.text.as_str());
        let record = names.record(id).ok().flatten();
        let reviews = list.into_iter().map(|(item, _, _, anchor)| {
            let resolved = anchor.resolve_in(&folded);
            let kept = resolved.span().map_or(0, |span| anchor.kept(document.text.as_str(), span));
            let said = resolved.span().zip(record.as_ref());
            let names = said.map_or_else(Vec::new, |(span, record)| named_in(names, record, span));
            Review { id: item, hash: document.meta.hash, anchor, resolved, kept, names }
        });
        found.extend(reviews);
        if found.len() >= told || last.elapsed() >= OFTEN {
            (told, last) = (told + found.len(), Instant::now());
            tell(Some(Event::Reviewed(ticket, std::mem::take(&mut found))));
        }
    }
    if !found.is_empty() {
        tell(Some(Event::Reviewed(ticket, found)));
    }
}

/// Whom a passage names, by preferred name, each once.
fn named_in(names: &Names, record: &Record, span: Span) -> Vec<String> {
    let mut named: Vec<u32> =
        record.said.iter().filter(|said| said.span.overlaps(span)).map(|said| said.named).collect();
    named.sort_unstable();
    named.dedup();
    let known = |number: u32| {
        let named = record.named.get(number as usize)?;
        let known = names.meant(named.kind, &named.name, Some(record.id));
        Some(known.map_or_else(|| named.name.clone(), |known| known.name))
    };
    named.into_iter().filter_map(known).collect()
}

pub(super) fn anchors(
    ticket: Ticket,
    text: &Text,
    anchors: Vec<(Option<ItemId>, Anchor)>,
    stop: Stop<'_>,
) -> Option<Event> {
    let folded = Folded::new(text.as_str());
    let mut found: Vec<(Option<ItemId>, Resolved)> = Vec::with_capacity(anchors.len());
    for (id, anchor) in anchors {
        if stop() {
            return None;
        }
        found.push((id, anchor.resolve_in(&folded)));
    }
    Some(Event::Anchored(ticket, found))
}
