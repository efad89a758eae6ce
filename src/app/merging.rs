//! The line in which a name is typed that is one with another, and the names of the collection that it may be.

use std::sync::Arc;

use super::correcting::Corrected;
use super::people::{CastOf, Sifting};
use super::{App, Command, Effect, Overlay, Prompt, Ticket};
use crate::index::names::{CastSort, CastTable};

/// Names that are listed at most.
pub const LISTED: usize = 6;

/// A name that is typed to be one with another.
#[derive(Clone, Debug)]
pub struct Merging {
    /// The line.
    pub prompt: Prompt,
    /// The names that have what was typed, each with the number of its documents.
    pub found: Vec<(String, u32)>,
    /// The one that was chosen; the typed one where there is none.
    pub chosen: Option<usize>,
    of: Corrected,
    table: Option<Arc<CastTable>>,
    asked: Ticket,
    sifting: Ticket,
}

impl App {
    /// Asks for the name that is one with that of a correction.
    pub(super) fn ask_merge(&mut self, of: Corrected) {
        let asked = self.ticket();
        let (prompt, found) = (Prompt::default(), Vec::new());
        let merging = Merging { prompt, found, chosen: None, of, table: None, asked, sifting: 0 };
        self.overlay = Some(Overlay::Merge(Box::new(merging)));
        self.effect(Effect::People(asked, Box::new((CastOf::All, self.catalogue.clone()))));
    }

    fn merging(&mut self) -> Option<&mut Merging> {
        match &mut self.overlay {
            Some(Overlay::Merge(merging)) => Some(merging),
            _ => None,
        }
    }

    /// Everybody is known; says whether that was asked for here.
    pub(super) fn merge_listed(&mut self, ticket: Ticket, table: &Arc<CastTable>) -> bool {
        let Some(merging) = self.merging().filter(|merging| merging.asked == ticket) else { return false };
        merging.table = Some(table.clone());
        self.merge_typed();
        true
    }

    /// What is typed has changed.
    pub(super) fn merge_typed(&mut self) {
        let ticket = self.ticket();
        let Some(merging) = self.merging() else { return };
        (merging.chosen, merging.sifting) = (None, ticket);
        let typed = merging.prompt.text().trim().to_owned();
        let kind = Some(merging.of.kind);
        match merging.table.clone().filter(|_| !typed.is_empty()) {
            Some(table) => {
                let sifting = Sifting { table, typed, kind, sort: CastSort::Documents };
                self.effect(Effect::Sift(ticket, Box::new(sifting)));
            }
            None => merging.found.clear(),
        }
    }

    /// The names are known; says whether they were asked for here.
    pub(super) fn merge_sifted(&mut self, ticket: Ticket, order: &[u32]) -> bool {
        let Some(merging) = self.merging().filter(|merging| merging.sifting == ticket) else { return false };
        let Some(table) = &merging.table else { return true };
        let lines = order.iter().filter_map(|&number| table.lines.get(number as usize));
        let names = lines.map(|line| (table.name(line).to_owned(), line.documents));
        let own = |(name, _): &(String, u32)| *name != merging.of.name;
        merging.found = names.filter(own).take(LISTED).collect();
        true
    }

    /// The commands of the line.
    pub(super) fn merging_command(&mut self, command: Command) {
        let Some(merging) = self.merging() else { return };
        let last = merging.found.len().checked_sub(1);
        match command {
            Command::Accept => {
                let chosen =
                    merging.chosen.and_then(|at| merging.found.get(at)).map(|(name, _)| name.clone());
                let (of, typed) = (merging.of.clone(), merging.prompt.text().trim().to_owned());
                self.overlay = None;
                match chosen {
                    Some(name) => self.merge_into(of, name),
                    None => self.merge_with(of, &typed),
                }
            }
            Command::Down | Command::FocusNext | Command::Next => {
                merging.chosen = last.map(|last| merging.chosen.map_or(0, |at| (at + 1).min(last)));
            }
            // Above the first stands what was typed.
            Command::Up | Command::FocusPrevious | Command::Previous => {
                merging.chosen = merging.chosen.and_then(|at| at.checked_sub(1));
            }
            _ => {}
        }
    }
}
