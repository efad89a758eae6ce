//! The cast of many documents: of the collection, of what a search finds, of one document.

use std::sync::Arc;

use super::entity::{kind_label, next_kind};
use super::{App, Command, Cursor, Effect, Motion, Prompt, Screen, Ticket, layout};
use crate::corpus::Problem;
use crate::index::names::{CastSort, CastTable, Listed, Wanted};
use crate::index::{Asked, DocumentSet};
use crate::library::{DocId, Sought};
use crate::tag::Kind;

/// Of which documents a cast is.
#[derive(Clone, Debug)]
pub enum CastOf {
    /// Of all.
    All,
    /// Of these.
    Documents(DocumentSet),
    /// Of what a search finds.
    Search(Box<Asked>),
}

/// A question for lines of a cast.
#[derive(Clone, Debug)]
pub struct Sifting {
    /// The cast.
    pub table: Arc<CastTable>,
    /// What one of the names has to have.
    pub typed: String,
    /// What they have to be, where that matters.
    pub kind: Option<Kind>,
    /// The order.
    pub sort: CastSort,
}

/// A cast that is shown.
#[derive(Clone, Debug, Default)]
pub struct PeopleView {
    /// Of what it is, in words.
    pub title: String,
    /// Everybody, once that is known.
    pub table: Option<Arc<CastTable>>,
    /// The numbers of the lines that are shown, in their order.
    pub order: Vec<u32>,
    /// The cursor over them.
    pub cursor: Cursor,
    /// What is looked for.
    pub find: Prompt,
    /// Whether it is being typed.
    pub typing: bool,
    /// The kind that is shown; all where there is none.
    pub kind: Option<Kind>,
    /// The order.
    pub sort: CastSort,
    /// Whether an answer is still to come.
    pub waiting: bool,
    /// On whom the cursor stays when the table is made anew.
    staying: Option<(Kind, String)>,
    of: Option<CastOf>,
    asked: Ticket,
    sifting: Ticket,
}

impl PeopleView {
    /// The line under the cursor.
    pub fn chosen(&self) -> Option<&Listed> {
        let number = *self.order.get(self.cursor.at)?;
        self.table.as_ref()?.lines.get(number as usize)
    }
}

impl App {
    /// Shows the cast of what is here: of the collection or of what is found in it, of the open document, of a search.
    pub(super) fn show_people(&mut self) {
        let (title, of) = match self.screen() {
            Screen::Reader => {
                let Some(reader) = &self.reader else { return };
                if reader.id == DocId::OUTSIDE {
                    return self.say("The manual is no document of the collection");
                }
                let title = reader.document.meta.title.value.clone();
                (title, CastOf::Documents([reader.id].into_iter().collect()))
            }
            Screen::Search if self.search.is_asking() => match self.search_asked() {
                Some(asked) => (format!("search {}", self.search_line()), CastOf::Search(asked)),
                None => return self.say("Still searching"),
            },
            Screen::Entity => {
                let Some(entity) = self.page().and_then(|page| page.entity.clone()) else { return };
                (
                    format!("documents with {}", entity.known.name),
                    CastOf::Documents(entity.known.documents.clone()),
                )
            }
            Screen::Library if !self.library.answered.is_empty() => {
                let found = self.library.order.iter().copied().collect();
                (format!("titles with “{}”", self.library.answered), CastOf::Documents(found))
            }
            _ => (self.name.clone(), CastOf::All),
        };
        self.show_cast(title, of);
    }

    fn show_cast(&mut self, title: String, of: CastOf) {
        self.people = PeopleView { title, of: Some(of), ..PeopleView::default() };
        self.show(Screen::People);
        self.want_people();
    }

    /// Shows the cast of the document that is chosen in the library.
    pub(super) fn show_people_of_chosen(&mut self) {
        let chosen =
            self.library.chosen().and_then(|id| Some((id, self.catalogue.get(id)?.title().to_owned())));
        match chosen {
            Some((id, title)) => self.show_cast(title, CastOf::Documents([id].into_iter().collect())),
            None => self.say("No document is chosen"),
        }
    }

    fn want_people(&mut self) {
        let ticket = self.ticket();
        (self.people.asked, self.people.waiting) = (ticket, true);
        if let Some(of) = self.people.of.clone() {
            self.effect(Effect::People(ticket, Box::new((of, self.catalogue.clone()))));
        }
    }

    /// Asks for the cast anew, since more documents are known.
    pub(super) fn refresh_people(&mut self) {
        if self.screen() == Screen::People && !self.people.waiting {
            self.want_people();
        }
    }

    /// Everybody is known, or can't be.
    pub(super) fn people_known(&mut self, ticket: Ticket, table: Result<Arc<CastTable>, Problem>) {
        match table {
            Ok(table) if self.name_listed(ticket, &table) => {}
            Ok(table) if ticket == self.people.asked => {
                self.stay_on_chosen();
                self.people.table = Some(table);
                self.sift_people();
            }
            Ok(_) => {}
            Err(problem) => {
                self.people.waiting &= ticket != self.people.asked;
                self.trouble(problem);
            }
        }
    }

    /// Asks for the lines that are wanted, in the order that is wanted.
    fn sift_people(&mut self) {
        let Some(table) = self.people.table.clone() else { return };
        let ticket = self.ticket();
        (self.people.sifting, self.people.waiting) = (ticket, true);
        let typed = self.people.find.text().to_owned();
        let sifting = Sifting { table, typed, kind: self.people.kind, sort: self.people.sort };
        self.effect(Effect::Sift(ticket, Box::new(sifting)));
    }

    /// The lines are known.
    pub(super) fn people_sifted(&mut self, ticket: Ticket, order: Vec<u32>) {
        if self.name_sifted(ticket, &order) || ticket != self.people.sifting {
            return;
        }
        (self.people.order, self.people.waiting) = (order, false);
        self.keep_chosen();
        let height = self.people_height();
        self.people.cursor.keep(self.people.order.len(), height);
    }

    /// Has the cursor stay on whoever is chosen when the table is made anew, unless nobody was: then the first one stays the first.
    fn stay_on_chosen(&mut self) {
        let chosen =
            self.people.table.as_ref().zip(self.people.chosen()).filter(|_| self.people.cursor.at > 0);
        self.people.staying = chosen.map(|(table, line)| (line.kind, table.name(line).to_owned()));
    }

    /// Puts the cursor on whom it is to stay on.
    fn keep_chosen(&mut self) {
        let (Some((kind, name)), Some(table)) = (self.people.staying.take(), &self.people.table) else {
            return;
        };
        let is = |number: &u32| {
            let line = table.lines.get(*number as usize);
            line.is_some_and(|line| line.kind == kind && table.name(line) == name)
        };
        if let Some(at) = self.people.order.iter().position(is) {
            self.people.cursor.at = at;
        }
    }

    /// What is looked for has changed.
    pub(super) fn people_typed(&mut self) {
        self.people.staying = None;
        self.people.cursor = Cursor::default();
        self.sift_people();
    }

    /// Rows of the list in sight, below the line for finding and the heads of the columns.
    pub(super) fn people_height(&self) -> usize {
        usize::from(layout::library(self.size, false).main.height).saturating_sub(2)
    }

    pub(super) fn move_in_people(&mut self, motion: Motion) {
        let height = self.people_height();
        self.people.cursor.go(motion, self.people.order.len(), height);
    }

    /// The commands of the cast; says whether `command` is one.
    pub(super) fn people_command(&mut self, command: Command) -> bool {
        let found = !self.people.find.text().is_empty();
        match command {
            Command::Open | Command::Entity => self.entity_here(),
            Command::Accept => self.people.typing = false,
            Command::Find => {
                // As in the library: what was looked for before isn't gone on with.
                if found {
                    self.people.find = Prompt::default();
                    self.people_typed();
                }
                self.people.typing = true;
            }
            Command::Cancel | Command::Back if self.people.typing || found => {
                self.people.typing = false;
                self.people.find = Prompt::default();
                self.people_typed();
            }
            Command::Kind => {
                self.people.kind = next_kind(self.people.kind);
                self.people_typed();
                self.say(format!("Shown: {}", kind_label(self.people.kind)));
            }
            Command::SortNext => {
                let at = CastSort::ALL.iter().position(|sort| *sort == self.people.sort).unwrap_or(0);
                self.people.sort = CastSort::ALL[(at + 1) % CastSort::ALL.len()];
                self.people_typed();
                self.say(format!("Sorted by {}", self.people.sort.label()));
            }
            Command::Concordance => match self.name_in_people() {
                Some(wanted) => self.show_concordance(wanted.name.clone(), Sought::Name(wanted)),
                None => self.say("No name is chosen"),
            },
            _ => return false,
        }
        true
    }

    pub(super) fn name_in_people(&self) -> Option<Wanted> {
        let (line, table) = (self.people.chosen()?, self.people.table.as_ref()?);
        Some(table.wanted(line))
    }
}
