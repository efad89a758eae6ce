//! The line in which the name of somebody else is typed, who is one with another or is to be compared, and the names of the
//! collection that it may be.

use std::sync::Arc;

use super::correcting::Corrected;
use super::people::Sifting;
use super::timeline::Another;
use super::{App, Command, Effect, Overlay, Prompt, Ticket};
use crate::index::names::{CastSort, CastTable, Wanted};
use crate::library::Of;

/// Names that are listed at most.
pub const LISTED: usize = 6;

/// A name of the collection that may be the one that is typed.
#[derive(Clone, Debug)]
pub struct Offered {
    /// Who it is.
    pub who: Wanted,
    /// In how many documents it is.
    pub documents: u32,
}

/// A name that is being typed.
#[derive(Clone, Debug)]
pub struct Naming {
    /// The line.
    pub prompt: Prompt,
    /// The names that have what was typed.
    pub found: Vec<Offered>,
    /// The one that was chosen; the typed one where there is none.
    pub chosen: Option<usize>,
    /// What the name is one with; where there is nothing, it is to be compared on a timeline.
    of: Option<Corrected>,
    table: Option<Arc<CastTable>>,
    asked: Ticket,
    /// The question for the names that have what was typed, until it is answered.
    sifting: Option<Ticket>,
}

impl Naming {
    /// Whether the name is to be compared, and may be anybody's.
    pub fn compares(&self) -> bool {
        self.of.is_none()
    }
}

impl App {
    /// Asks for the name that is one with that of a correction, or is to be compared.
    pub(super) fn ask_name(&mut self, of: Option<Corrected>) {
        let asked = self.ticket();
        let (prompt, found) = (Prompt::default(), Vec::new());
        let naming = Naming { prompt, found, chosen: None, of, table: None, asked, sifting: None };
        self.overlay = Some(Overlay::Naming(Box::new(naming)));
        self.effect(Effect::Names(asked, self.catalogue.clone()));
    }

    fn naming(&mut self) -> Option<&mut Naming> {
        match &mut self.overlay {
            Some(Overlay::Naming(naming)) => Some(naming),
            _ => None,
        }
    }

    /// Everybody is known; says whether that was asked for here.
    pub(super) fn name_listed(&mut self, ticket: Ticket, table: &Arc<CastTable>) -> bool {
        let Some(naming) = self.naming().filter(|naming| naming.asked == ticket) else { return false };
        naming.table = Some(table.clone());
        self.name_typed();
        true
    }

    /// What is typed has changed.
    pub(super) fn name_typed(&mut self) {
        let ticket = self.ticket();
        let Some(naming) = self.naming() else { return };
        (naming.chosen, naming.sifting) = (None, Some(ticket));
        let typed = naming.prompt.text().trim().to_owned();
        let kind = naming.of.as_ref().map(|of| of.kind);
        match naming.table.clone().filter(|_| !typed.is_empty()) {
            Some(table) => {
                let sifting = Sifting { table, typed, kind, sort: CastSort::Documents };
                self.effect(Effect::Sift(ticket, Box::new(sifting)));
            }
            None => naming.found.clear(),
        }
    }

    /// The names are known; says whether they were asked for here.
    pub(super) fn name_sifted(&mut self, ticket: Ticket, order: &[u32]) -> bool {
        let counted = self.timeline.of();
        let Some(naming) = self.naming() else { return false };
        if naming.sifting.take_if(|sifting| *sifting == ticket).is_none() {
            return false;
        }
        let Some(table) = &naming.table else { return true };
        let lines = order.iter().filter_map(|&number| table.lines.get(number as usize));
        let names = lines.map(|line| Offered { who: table.wanted(line), documents: line.documents });
        let other = |offered: &Offered| match &naming.of {
            Some(of) => offered.who.name != of.name,
            None => !counted.contains(&Of::Name(offered.who.clone())),
        };
        naming.found = names.filter(other).take(LISTED).collect();
        true
    }

    /// The commands of the line.
    pub(super) fn naming_command(&mut self, command: Command) {
        let Some(naming) = self.naming() else { return };
        let last = naming.found.len().checked_sub(1);
        match command {
            Command::Accept => {
                let chosen = naming.chosen.and_then(|at| naming.found.get(at)).cloned();
                // What is listed for letters typed before is no guess at what is meant.
                let first = naming.found.first().filter(|_| naming.sifting.is_none()).cloned();
                let only = first.clone().filter(|_| naming.found.len() == 1);
                let (of, typed) = (naming.of.clone(), naming.prompt.text().trim().to_owned());
                self.overlay = None;
                match (of, chosen) {
                    (Some(of), Some(other)) => self.merge_into(of, other.who.name),
                    // The only one who is listed for what was typed is meant by it.
                    (Some(of), None) => match only.filter(|_| !typed.is_empty()) {
                        Some(only) => self.merge_into(of, only.who.name),
                        None => self.merge_with(of, &typed),
                    },
                    (None, Some(other)) => self.compare_with(&typed, Some(Another::Wanted(other.who))),
                    (None, None) if typed.is_empty() => self.compare_with(&typed, None),
                    (None, None) => {
                        let another = Another::Typed(typed.clone(), first.map(|first| first.who));
                        self.compare_with(&typed, Some(another));
                    }
                }
            }
            Command::Down | Command::FocusNext | Command::Next => {
                naming.chosen = last.map(|last| naming.chosen.map_or(0, |at| (at + 1).min(last)));
            }
            // Above the first stands what was typed.
            Command::Up | Command::FocusPrevious | Command::Previous => {
                naming.chosen = naming.chosen.and_then(|at| at.checked_sub(1));
            }
            _ => {}
        }
    }
}
