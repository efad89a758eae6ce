//! What is there at a glance, as the desk asks it: timelines and matrices.

use std::sync::Arc;

use super::knowing::within;
use super::perform::Stop;
use crate::app::{Another, Event, MatrixWanted, Ticket, TimelineWanted};
use crate::corpus::Problem;
use crate::index::names::{CastTable, Found};
use crate::library::{Holdings, Of, Timeline};

/// How many there are over time. Who isn't known is left out.
pub(super) fn timeline(
    holdings: &Holdings,
    ticket: Ticket,
    wanted: &TimelineWanted,
    stop: Stop<'_>,
) -> Option<Event> {
    let names = holdings.names();
    let known = match &wanted.another {
        // A name that is only like one is nobody that was meant.
        Some(Another::Typed(typed, likely)) => {
            let called = names.who(typed).into_iter().find(|known| known.found != Found::Near);
            called.or_else(|| names.wanted(likely.as_ref()?))
        }
        Some(Another::Wanted(wanted)) => names.wanted(wanted),
        None => None,
    };
    let mut of = wanted.of.clone();
    if let Some(another) = known.map(|known| Of::Name(names.as_wanted(&known)))
        && !of.contains(&another)
    {
        of.push(another);
    }
    let counted = || -> Result<Option<Timeline>, Problem> {
        let Some(within) = within(holdings, &wanted.within, &wanted.catalogue, stop)? else {
            return Ok(None);
        };
        Timeline::of(&names, &wanted.catalogue, &of, within.as_ref(), &|| stop())
    };
    match counted() {
        Ok(timeline) => Some(Event::Timeline(ticket, Ok(Arc::new(timeline?)))),
        Err(problem) => Some(Event::Timeline(ticket, Err(problem))),
    }
}

/// Who and what appears with whom.
pub(super) fn matrix(
    holdings: &Holdings,
    ticket: Ticket,
    wanted: &MatrixWanted,
    stop: Stop<'_>,
) -> Option<Event> {
    let names = holdings.names();
    let around = wanted.around.as_ref().map(|around| names.wanted(around));
    let matrix = match around {
        Some(Some(known)) => names.matrix_around(&known, wanted.kind, wanted.most, &|| stop())?,
        Some(None) => return Some(Event::Matrix(ticket, Ok(Arc::default()))),
        None => {
            let within = match within(holdings, &wanted.within, &wanted.catalogue, stop) {
                Ok(within) => within?,
                Err(problem) => return Some(Event::Matrix(ticket, Err(problem))),
            };
            let table = CastTable::new(names, within.as_ref(), &|_| None, &|| stop())?;
            table.matrix(wanted.kind, wanted.most, &|| stop())?
        }
    };
    Some(Event::Matrix(ticket, Ok(Arc::new(matrix))))
}
