//! What a half typed link may mean: titles and names of the collection.

use std::sync::Arc;

use super::perform::Stop;
use crate::app::{Completion, Event, HalfTyped, OFFERED, Ticket};
use crate::index::names::{CastSort, CastTable, Names};
use crate::library::{Arranger, Holdings, Sort};

/// Finds titles and names, and keeps what it takes to find the next ones quickly.
#[derive(Default)]
pub(super) struct Completer {
    arranger: Arranger,
    cast: Option<(Arc<Names>, CastTable)>,
}

impl Completer {
    /// The titles or names that have what was typed, the best first.
    pub(super) fn complete(
        &mut self,
        ticket: Ticket,
        asked: &HalfTyped,
        holdings: &Holdings,
        stop: Stop<'_>,
    ) -> Option<Event> {
        let HalfTyped { kind, typed, catalogue } = asked;
        let rows = match kind {
            Completion::Tag => Vec::new(),
            Completion::Document => {
                let order = self.arranger.arrange(catalogue, typed, Sort::default(), stop)?;
                let mut titles: Vec<String> = Vec::new();
                for entry in order.into_iter().filter_map(|id| catalogue.get(id)) {
                    let title = entry.title().to_owned();
                    if !titles.contains(&title) {
                        titles.push(title);
                    }
                    if titles.len() == OFFERED {
                        break;
                    }
                }
                titles
            }
            Completion::Entity => {
                let table = self.cast(holdings, stop)?;
                let order = table.sifted(typed, None, CastSort::Documents, stop)?;
                let lines = order.into_iter().filter_map(|number| table.lines.get(number as usize));
                lines.take(OFFERED).map(|line| table.name(line).to_owned()).collect()
            }
        };
        Some(Event::Completed(ticket, rows))
    }

    /// The cast of the collection, made once for each state of it.
    fn cast(&mut self, holdings: &Holdings, stop: Stop<'_>) -> Option<&CastTable> {
        let names = holdings.names();
        if self.cast.as_ref().is_none_or(|(known, _)| !Arc::ptr_eq(known, &names)) {
            let table = CastTable::new(names.clone(), None, &|_| None, &|| stop())?;
            self.cast = Some((names, table));
        }
        self.cast.as_ref().map(|(_, table)| table)
    }
}
