//! Searching the collection, and finding in a document what a search is about.

use super::perform::Stop;
use std::time::Instant;

use crate::app::{Event, Ticket};
use crate::index::{Answer, Asked};
use crate::library::Holdings;
use crate::log;
use crate::text::Text;

/// Answers a search, then says what its result can be narrowed by, and where there is none, what a slip or two would find;
/// nothing of it once a newer one has come. A collection
/// that isn't open yet has nothing, and what it has is asked for again when it is.
pub(super) fn search(
    holdings: &Holdings,
    ticket: Ticket,
    asked: &Asked,
    stop: Stop<'_>,
    tell: &dyn Fn(Option<Event>),
) {
    let Some(text) = holdings.text() else {
        return tell(Some(Event::Found(ticket, Ok(Answer::default()))));
    };
    let names = holdings.names();
    let begun = Instant::now();
    let found = text.answer(asked, &*names, &|| stop()).transpose();
    let failed = matches!(found, None | Some(Err(_)));
    log::took("search", if failed { "given up" } else { "answered" }, begun, &[]);
    let nothing = matches!(&found, Some(Ok(answer)) if answer.total == 0);
    tell(found.map(|answer| Event::Found(ticket, answer)));
    if failed || asked.skip > 0 {
        return;
    }
    let facets = text.facets(asked, &*names, &|| stop());
    tell(match facets {
        Ok(facets) => facets.map(|facets| Event::Facets(ticket, facets)),
        Err(problem) => Some(Event::Trouble(problem)),
    });
    // That there is nothing doesn't wait for what there might be.
    if nothing {
        tell(match text.with_slips(asked, &*names, &|| stop()) {
            Ok(nearly) => Some(Event::Nearly(ticket, nearly)),
            Err(problem) => Some(Event::Trouble(problem)),
        });
    }
}

/// The places in a text that a search is about.
pub(super) fn light(holdings: &Holdings, ticket: Ticket, text: &Text, asked: &Asked) -> Event {
    let spans = holdings.text().map_or(Ok(Vec::new()), |index| index.lit(asked, &*holdings.names(), text));
    spans.map_or_else(Event::Trouble, |spans| Event::Lit(ticket, spans))
}
