//! The work itself, one function for each question, without threads.

use std::path::Path;
use std::sync::Arc;

use crate::app::{Event, Ticket};
use crate::corpus::{Document, Loader, Problem, Unread};
use crate::find::page;
use crate::index::names::Rules;
use crate::library::{Arranger, Catalogue, Copies, DocId, Preview, Question};
use crate::note::{Anchor, Folded, ItemId, Resolved};
use crate::tag::{Context, Tagger};
use crate::text::Text;

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
    let part = loader.load_part(path).ok().flatten()?;
    Some(Event::Begun(ticket, id, Arc::new(part)))
}

pub(super) fn open(loader: &Loader, ticket: Ticket, id: DocId, path: &Path) -> Event {
    Event::Opened(ticket, id, load_listed(loader, path).map(Arc::new))
}

pub(super) fn preview(
    loader: &Loader,
    id: DocId,
    path: &Path,
    tagger: &dyn Tagger,
    stop: Stop<'_>,
) -> Option<Event> {
    let part = loader.load_part(path).ok().flatten();
    let large = part.is_some();
    let document = match part.map_or_else(|| load_listed(loader, path), Ok) {
        Ok(document) => document,
        Err(problem) => {
            let preview = Preview { opening: vec![problem.to_string()], ..Preview::default() };
            return Some(Event::Previewed(id, Arc::new(preview)));
        }
    };
    let mut preview = Preview::new(&document, tagger, &stop);
    preview.partial |= large;
    (!stop()).then(|| Event::Previewed(id, Arc::new(preview)))
}

pub(super) fn tag(
    ticket: Ticket,
    text: &Text,
    context: &Context,
    (tagger, rules): (&dyn Tagger, &Rules),
    stop: Stop<'_>,
) -> Option<Event> {
    let mentions = tagger.tag(text, context, &stop);
    if stop() {
        return None;
    }
    let cast = rules.shown_in(rules.cast(text, mentions, context.language.as_deref()));
    Some(Event::Tagged(ticket, Arc::new(cast)))
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

pub(super) fn anchors(
    ticket: Ticket,
    text: &Text,
    anchors: Vec<(ItemId, Anchor)>,
    stop: Stop<'_>,
) -> Option<Event> {
    let folded = Folded::new(text.as_str());
    let mut found: Vec<(ItemId, Resolved)> = Vec::with_capacity(anchors.len());
    for (id, anchor) in anchors {
        if stop() {
            return None;
        }
        found.push((id, anchor.resolve_in(&folded)));
    }
    Some(Event::Anchored(ticket, found))
}
