//! Who is who, as the desk asks it: pages, casts and concordances.

use std::sync::Arc;

use super::perform::Stop;
use crate::app::{CastOf, Event, PassagesFound, PassagesWanted, Sifting, Ticket};
use crate::corpus::Problem;
use crate::index::names::{CastTable, Descriptions, Wanted};
use crate::index::{Asked, DocumentSet};
use crate::library::{Catalogue, Entity, Holdings, MOST_LINES, Sought, concordance};

/// Documents whose names are read before anybody hears what they call somebody.
const BATCH: usize = 256;

/// The page of somebody, then what they are called, as far as the documents were looked at.
pub(super) fn entity(
    holdings: &Holdings,
    ticket: Ticket,
    wanted: &Wanted,
    catalogue: &Catalogue,
    stop: Stop<'_>,
    tell: &dyn Fn(Option<Event>),
) {
    let names = holdings.names();
    let Some(known) = names.wanted(wanted) else {
        return tell(Some(Event::Entity(ticket, None)));
    };
    let Some(entity) = Entity::new(names, catalogue, known, &|| stop()) else { return };
    let entity = Arc::new(entity);
    tell(Some(Event::Entity(ticket, Some(entity.clone()))));
    let ids = entity.part(catalogue, &crate::library::Part::All);
    let mut descriptions = Descriptions::default();
    let (mut size, mut from) = (BATCH, 0);
    while from < ids.len() {
        let batch = ids.get(from..(from + size).min(ids.len())).unwrap_or_default();
        if stop() {
            return;
        }
        if let Err(problem) = entity.describe(batch, &mut descriptions) {
            return tell(Some(Event::Trouble(problem)));
        }
        from += batch.len();
        // Each time twice as many, so that the lists told together are hardly more than the last one.
        size *= 2;
        tell(Some(Event::Described(ticket, Arc::new(descriptions.listed()), from >= ids.len())));
    }
}

/// Some passages of somebody.
pub(super) fn passages(
    holdings: &Holdings,
    ticket: Ticket,
    wanted: &PassagesWanted,
    stop: Stop<'_>,
) -> Option<Event> {
    let Some(text) = holdings.text() else {
        let found = PassagesFound { next: wanted.documents.len(), ..PassagesFound::default() };
        return Some(Event::Passages(ticket, Ok(found)));
    };
    let mut found = PassagesFound { next: wanted.from, ..PassagesFound::default() };
    for &id in wanted.documents.iter().skip(wanted.from) {
        if stop() {
            return None;
        }
        match wanted.entity.passages(&text, id, &wanted.part) {
            Ok(lines) => found.lines.extend(lines),
            Err(problem) => return Some(Event::Passages(ticket, Err(problem))),
        }
        found.next += 1;
        if found.lines.len() >= wanted.most {
            break;
        }
    }
    Some(Event::Passages(ticket, Ok(found)))
}

/// Everybody in some documents.
pub(super) fn people(
    holdings: &Holdings,
    ticket: Ticket,
    of: &CastOf,
    catalogue: &Catalogue,
    stop: Stop<'_>,
) -> Option<Event> {
    let documents = match within(holdings, of, catalogue, stop) {
        Ok(documents) => documents?,
        Err(problem) => return Some(Event::People(ticket, Err(problem))),
    };
    let date = |id| catalogue.get(id)?.date();
    let table = CastTable::new(holdings.names(), documents.as_ref(), &date, &|| stop())?;
    Some(Event::People(ticket, Ok(Arc::new(table))))
}

/// The documents that are looked at: `Ok(Some(None))` for all, `Ok(None)` when `stop` said so.
pub(super) fn within(
    holdings: &Holdings,
    of: &CastOf,
    catalogue: &Catalogue,
    stop: Stop<'_>,
) -> Result<Option<Option<DocumentSet>>, Problem> {
    Ok(match of {
        CastOf::All => Some(None),
        CastOf::Documents(documents) => Some(Some(documents.clone())),
        CastOf::Search(asked) => found(holdings, asked, catalogue, stop)?.map(Some),
    })
}

/// The documents that a search finds.
fn found(
    holdings: &Holdings,
    asked: &Asked,
    catalogue: &Catalogue,
    stop: Stop<'_>,
) -> Result<Option<DocumentSet>, Problem> {
    let Some(text) = holdings.text() else { return Ok(Some(DocumentSet::default())) };
    let asked = Asked { most: catalogue.span().max(1), skip: 0, snippets: 0, ..asked.clone() };
    let answer = text.answer(&asked, &*holdings.names(), &|| stop())?;
    Ok(answer.map(|answer| answer.hits.into_iter().map(|hit| hit.id).collect()))
}

/// The lines of a cast that are wanted.
pub(super) fn sift(ticket: Ticket, of: &Sifting, stop: Stop<'_>) -> Option<Event> {
    of.table.sifted(&of.typed, of.kind, of.sort, stop).map(|order| Event::Sifted(ticket, order))
}

/// A concordance, some lines at a time.
pub(super) fn lines(
    holdings: &Holdings,
    ticket: Ticket,
    sought: &Sought,
    catalogue: &Catalogue,
    stop: Stop<'_>,
    tell: &dyn Fn(Option<Event>),
) {
    let Some(text) = holdings.text() else {
        let reach = crate::library::Reach { done: true, ..Default::default() };
        return tell(Some(Event::Lines(ticket, Ok((Vec::new(), reach)))));
    };
    let names = holdings.names();
    let mut hear = |lines, reach| tell(Some(Event::Lines(ticket, Ok((lines, reach)))));
    let done = concordance((&names, &text, catalogue), sought, MOST_LINES, &|| stop(), &mut hear);
    if let Err(problem) = done {
        tell(Some(Event::Lines(ticket, Err(problem))));
    }
}
