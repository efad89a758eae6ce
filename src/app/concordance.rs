//! A concordance on the desk: every place of a name or word on a line, in the middle of its neighbours.

use super::{App, Command, Cursor, Effect, Motion, Screen, SearchPane, Ticket, layout};
use crate::corpus::Problem;
use crate::find::query::Query;
use crate::index::Asked;
use crate::index::names::Wanted;
use crate::library::{Line, LineSort, Reach, Sought};

/// A concordance that is shown.
#[derive(Clone, Debug, Default)]
pub struct ConcordanceView {
    /// Of what it is, in words.
    pub title: String,
    /// The lines that are here, in the order of the documents.
    pub lines: Vec<Line>,
    /// Their numbers in the order in which they are shown.
    pub order: Vec<u32>,
    /// How far the looking has come.
    pub reach: Reach,
    /// The order.
    pub sort: LineSort,
    /// The cursor over the lines.
    pub cursor: Cursor,
    sought: Option<Sought>,
    asked: Ticket,
}

impl ConcordanceView {
    /// What it is of.
    pub(super) fn sought(&self) -> Option<&Sought> {
        self.sought.as_ref()
    }

    /// The line under the cursor.
    pub fn chosen(&self) -> Option<&Line> {
        self.lines.get(*self.order.get(self.cursor.at)? as usize)
    }
}

impl App {
    /// The concordance of what the person is at: the name or selection in the reader, the search.
    pub(super) fn concordance_here(&mut self) {
        match self.screen() {
            Screen::Reader => {
                let line = self.reader.as_ref().and_then(|reader| reader.selected_line());
                if let Some(line) = line {
                    if let Some(reader) = &mut self.reader {
                        reader.selection = None;
                    }
                    return self.concordance_of(&line);
                }
                match self.name_in_reader().filter(|wanted| wanted.kind.is_name()) {
                    Some(wanted) => self.show_concordance(wanted.name.clone(), Sought::Name(wanted)),
                    None => self.say("Neither a selection nor a name is here"),
                }
            }
            Screen::Search if self.search.pane != SearchPane::Line && self.search.is_asking() => {
                match self.search_asked() {
                    Some(asked) => self.show_concordance(self.search_line(), Sought::Query(asked)),
                    None => self.say("Still searching"),
                }
            }
            _ => {
                let search = self.key_for(Command::Search);
                self.say(format!("Choose a name or search for a word first: {search}"));
            }
        }
    }

    fn concordance_of(&mut self, line: &str) {
        let asked = Asked { query: Query::read(line), kept: self.kept(), ..Asked::default() };
        self.show_concordance(line.to_owned(), Sought::Query(Box::new(asked)));
    }

    /// Shows the concordance of somebody or something.
    pub(super) fn show_concordance(&mut self, title: String, sought: Sought) {
        let sort = self.concordance.sort;
        self.concordance =
            ConcordanceView { title, sort, sought: Some(sought), ..ConcordanceView::default() };
        self.show(Screen::Concordance);
        self.want_lines();
    }

    fn want_lines(&mut self) {
        let Some(sought) = self.concordance.sought.clone() else { return };
        let ticket = self.ticket();
        self.concordance.asked = ticket;
        self.effect(Effect::Concordance(ticket, Box::new((sought, self.catalogue.clone()))));
    }

    /// Some lines are here.
    pub(super) fn lines_found(&mut self, ticket: Ticket, found: Result<(Vec<Line>, Reach), Problem>) {
        if ticket != self.concordance.asked {
            return;
        }
        match found {
            Ok((lines, reach)) => {
                let some = !lines.is_empty();
                self.concordance.lines.extend(lines);
                self.concordance.reach = reach;
                if some {
                    self.order_lines();
                }
            }
            Err(problem) => {
                self.concordance.reach.done = true;
                self.trouble(problem);
            }
        }
    }

    /// Puts the lines in order; the cursor stays on its line, unless nobody has moved it.
    fn order_lines(&mut self) {
        let height = self.concordance_height();
        let view = &mut self.concordance;
        let chosen = view.order.get(view.cursor.at).copied().filter(|_| view.cursor.at > 0);
        view.order = view.sort.order(&view.lines);
        if let Some(at) = chosen.and_then(|chosen| view.order.iter().position(|own| *own == chosen)) {
            view.cursor.at = at;
        }
        view.cursor.keep(view.order.len(), height);
    }

    /// Rows in sight, below the line that says what is shown.
    pub(super) fn concordance_height(&self) -> usize {
        usize::from(layout::library(self.size, false).main.height).saturating_sub(1)
    }

    pub(super) fn move_in_concordance(&mut self, motion: Motion) {
        let height = self.concordance_height();
        self.concordance.cursor.go(motion, self.concordance.order.len(), height);
    }

    /// The commands of the concordance; says whether `command` is one.
    pub(super) fn concordance_command(&mut self, command: Command) -> bool {
        match command {
            Command::Open => {
                let (lines, order) = (self.concordance.lines.clone(), self.concordance.order.clone());
                self.follow_trail(&lines, order, self.concordance.cursor.at);
            }
            Command::Entity => self.entity_here(),
            Command::SortNext => {
                let at = LineSort::ALL.iter().position(|sort| *sort == self.concordance.sort).unwrap_or(0);
                self.concordance.sort = LineSort::ALL[(at + 1) % LineSort::ALL.len()];
                self.concordance.cursor = Cursor::default();
                self.order_lines();
                self.say(match self.concordance.sort {
                    LineSort::Document => "Sorted by date and place",
                    LineSort::Left => "Sorted by the words before",
                    LineSort::Right => "Sorted by the words behind",
                });
            }
            _ => return false,
        }
        true
    }

    pub(super) fn name_in_concordance(&self) -> Option<Wanted> {
        match self.concordance.sought.as_ref()? {
            Sought::Name(wanted) => Some(wanted.clone()),
            Sought::Query(_) => None,
        }
    }
}
