//! Who and what appears with whom: names by each other, as a picture or as a list of pairs.

use std::sync::Arc;

use super::entity::{asked, kind_label, next_kind};
use super::timeline::tabbed;
use super::{App, CastOf, Command, Copied, Cursor, Effect, Motion, Screen, SearchPane, Ticket, layout};
use crate::corpus::Problem;
use crate::index::names::{Matrix, Pair, Wanted};
use crate::index::{Facet, FacetKind};
use crate::library::Catalogue;
use crate::tag::Kind;

/// Names of a matrix at most: what is more is no picture.
const MOST: usize = 40;

/// Columns of the names at the left of a wide screen and of a narrow one, with their numbers and those of their documents.
const NAMES: (u16, u16) = (34, 16);

/// Columns of a cell that has only a shade.
const SHADE: u16 = 2;

/// Columns and rows that the picture needs at least.
const SMALLEST: (u16, u16) = (30, 5);

/// A question for a matrix.
#[derive(Clone, Debug)]
pub struct MatrixWanted {
    /// Of which documents it is.
    pub within: CastOf,
    /// Who stands in the middle, with those around it; nobody for those in most documents.
    pub around: Option<Wanted>,
    /// What they have to be, where that matters.
    pub kind: Option<Kind>,
    /// The most names.
    pub most: usize,
    /// All documents.
    pub catalogue: Catalogue,
}

/// A matrix that is shown.
#[derive(Clone, Debug, Default)]
pub struct MatrixView {
    /// Of what it is, in words.
    pub title: String,
    /// The names and what they share, once that is known.
    pub matrix: Option<Arc<Matrix>>,
    /// Those that share a document, in the order of the list.
    pub pairs: Vec<(usize, usize, Pair)>,
    /// The row and the column of the cell under the cursor.
    pub at: (usize, usize),
    /// The first row and the first column in sight.
    pub top: (usize, usize),
    /// The cursor over the list.
    pub list: Cursor,
    /// Whether the list is shown and not the picture.
    pub table: bool,
    /// What the names are narrowed to.
    pub kind: Option<Kind>,
    /// Whether an answer is still to come.
    pub waiting: bool,
    within: Option<CastOf>,
    around: Option<Wanted>,
    asked: Ticket,
}

/// How a matrix is drawn on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatrixLayout {
    /// Columns of the names.
    pub names: u16,
    /// Columns of a cell.
    pub cell: u16,
    /// Whether cells have numbers.
    pub numbers: bool,
    /// Columns of cells in sight.
    pub columns: usize,
    /// Rows in sight.
    pub rows: usize,
}

impl App {
    /// Shows who and what appears with whom: around the name of a page, in what a search found, else in the collection.
    pub(super) fn show_matrix(&mut self) {
        let (mut within, mut around) = (CastOf::All, None);
        let title = match self.screen() {
            Screen::Entity => {
                let Some(page) = self.page() else { return };
                around = Some(page.as_wanted());
                format!("around {}", page.name())
            }
            Screen::Search if self.search.pane != SearchPane::Line && self.search.is_asking() => {
                let Some(asked) = self.search_asked() else { return self.say("Still searching") };
                within = CastOf::Search(asked);
                format!("search {}", self.search_line())
            }
            // A timeline of a search shows what was found, and so does its matrix.
            Screen::Timeline => match self.searched_over_time() {
                Some((found, title)) => {
                    within = found;
                    title
                }
                None => self.name.clone(),
            },
            _ => self.name.clone(),
        };
        let (table, kind) = (self.matrix.table, self.matrix.kind);
        let within = Some(within);
        self.matrix = MatrixView { title, within, around, table, kind, ..MatrixView::default() };
        self.show(Screen::Matrix);
        self.want_matrix();
    }

    fn want_matrix(&mut self) {
        let ticket = self.ticket();
        (self.matrix.asked, self.matrix.waiting) = (ticket, true);
        let within = self.matrix.within.clone().unwrap_or(CastOf::All);
        let (around, kind) = (self.matrix.around.clone(), self.matrix.kind);
        let wanted = MatrixWanted { within, around, kind, most: MOST, catalogue: self.catalogue.clone() };
        self.effect(Effect::Matrix(ticket, Box::new(wanted)));
    }

    /// Asks for the matrix anew, since more documents are known.
    pub(super) fn refresh_matrix(&mut self) {
        if self.screen() == Screen::Matrix && !self.matrix.waiting {
            self.want_matrix();
        }
    }

    /// The matrix is known.
    pub(super) fn matrix_known(&mut self, ticket: Ticket, matrix: Result<Arc<Matrix>, Problem>) {
        if ticket != self.matrix.asked {
            return;
        }
        self.matrix.waiting = false;
        let matrix = match matrix {
            Ok(matrix) => matrix,
            Err(problem) => return self.trouble(problem),
        };
        let first = self.matrix.matrix.is_none();
        self.matrix.pairs = matrix.pairs();
        if first {
            // The cell of the first with the second says something; that of the first with itself doesn't.
            self.matrix.at = (0, 1);
        }
        self.matrix.matrix = Some(matrix);
        self.keep_in_matrix();
    }

    fn matrix_size(&self) -> usize {
        self.matrix.matrix.as_ref().map_or(0, |matrix| matrix.sides.len())
    }

    /// How the matrix is drawn here.
    pub fn matrix_layout(&self) -> MatrixLayout {
        let main = layout::library(self.size, false).main;
        let most = self.matrix.matrix.as_ref().map_or(0, |matrix| matrix.most());
        // A gap, a shade and the digits of the greatest number.
        let cell = 2 + most.to_string().len().max(2) as u16;
        let names = if main.width >= 72 { NAMES.0 } else { NAMES.1 };
        let room = main.width.saturating_sub(names + 1);
        let size = self.matrix_size().max(1);
        let numbers = usize::from(room / cell) >= size.min(8);
        let cell = if numbers { cell } else { SHADE };
        let columns = usize::from(room / cell).max(1);
        // The head of the columns, and the line that says what is under the cursor.
        MatrixLayout {
            names,
            cell,
            numbers,
            columns,
            rows: usize::from(main.height).saturating_sub(3).max(1),
        }
    }

    /// Whether a list of pairs is shown and no picture: because somebody wants it, hears the screen, or has no room.
    pub fn matrix_is_list(&self) -> bool {
        let main = layout::library(self.size, false).main;
        self.matrix.table || self.plain || main.width < SMALLEST.0 || main.height < SMALLEST.1
    }

    /// Rows of the list in sight.
    fn pairs_height(&self) -> usize {
        usize::from(layout::library(self.size, false).main.height).saturating_sub(1)
    }

    /// Keeps the cursors on something and in sight.
    pub(super) fn keep_in_matrix(&mut self) {
        let (size, shown, height) = (self.matrix_size(), self.matrix_layout(), self.pairs_height());
        let view = &mut self.matrix;
        view.list.keep(view.pairs.len(), height);
        let keep = |at: usize, top: usize, sight: usize| {
            let at = at.min(size.saturating_sub(1));
            let top = top.clamp((at + 1).saturating_sub(sight), at);
            (at, top.min(size.saturating_sub(sight)))
        };
        let (row, column) = view.at;
        (view.at.0, view.top.0) = keep(row, view.top.0, shown.rows);
        (view.at.1, view.top.1) = keep(column, view.top.1, shown.columns);
    }

    pub(super) fn move_in_matrix(&mut self, motion: Motion) {
        if self.matrix_is_list() {
            let height = self.pairs_height();
            let view = &mut self.matrix;
            view.list.go(motion, view.pairs.len(), height);
            if let Some((one, other, _)) = view.pairs.get(view.list.at) {
                view.at = (*one, *other);
            }
        } else {
            let (rows, size) = (self.matrix_layout().rows, self.matrix_size());
            let mut cursor = Cursor { at: self.matrix.at.0, top: self.matrix.top.0 };
            cursor.go(motion, size, rows);
            self.matrix.at.0 = cursor.at;
        }
        self.keep_in_matrix();
    }

    /// The names of the cell under the cursor, or of the pair.
    fn chosen_pair(&self) -> Option<[Wanted; 2]> {
        let matrix = self.matrix.matrix.as_ref()?;
        let (one, other) = if self.matrix_is_list() {
            self.matrix.pairs.get(self.matrix.list.at).map(|(one, other, _)| (*one, *other))?
        } else {
            self.matrix.at
        };
        let wanted = |at: usize| {
            let side = matrix.sides.get(at)?;
            Some(Wanted { kind: side.kind, name: side.name.clone(), id: side.id })
        };
        Some([wanted(one)?, wanted(other)?])
    }

    /// The commands of the matrix; says whether `command` is one.
    pub(super) fn matrix_command(&mut self, command: Command, count: Option<u32>) -> bool {
        let times = count.unwrap_or(1) as usize;
        match command {
            Command::Right | Command::Left if self.matrix_is_list() => {
                let by = if command == Command::Right { 1 } else { -1 };
                self.move_in_matrix(Motion::Lines(by * times as isize));
            }
            Command::Right => {
                self.matrix.at.1 = self.matrix.at.1.saturating_add(times);
                self.keep_in_matrix();
            }
            Command::Left => {
                self.matrix.at.1 = self.matrix.at.1.saturating_sub(times);
                self.keep_in_matrix();
            }
            Command::Numbers => {
                self.matrix.table = !self.matrix.table;
                let (one, other) =
                    (self.matrix.at.0.min(self.matrix.at.1), self.matrix.at.0.max(self.matrix.at.1));
                let is_here = |pair: &(usize, usize, Pair)| (pair.0, pair.1) == (one, other);
                if let Some(at) = self.matrix.pairs.iter().position(is_here) {
                    self.matrix.list.at = at;
                }
                self.keep_in_matrix();
            }
            Command::Kind => {
                self.matrix.kind = next_kind(self.matrix.kind);
                self.matrix.matrix = None;
                self.want_matrix();
                self.say(format!("Shown: {}", kind_label(self.matrix.kind)));
            }
            Command::Entity => match self.chosen_pair() {
                Some([one, _]) => self.want_entity(one),
                None => self.say("No name is chosen"),
            },
            Command::Timeline => match self.chosen_pair() {
                Some(pair) => self.compare_over_time(pair),
                None => return false,
            },
            Command::Open => self.open_pair(),
            _ => return false,
        }
        true
    }

    /// The pairs as a table.
    pub(super) fn pairs_to_copy(&self) -> Option<Copied> {
        let matrix = self.matrix.matrix.as_ref()?;
        let line = |(one, other, pair): &(usize, usize, Pair)| {
            let (a, b) = (matrix.sides.get(*one)?, matrix.sides.get(*other)?);
            Some(tabbed(&[
                a.name.clone(),
                b.name.clone(),
                pair.both.to_string(),
                format!("{:.1}", pair.strength),
            ]))
        };
        let lines: Vec<String> = self.matrix.pairs.iter().filter_map(line).collect();
        (!lines.is_empty()).then(|| Copied::new("the numbers", &lines.join("\n")))
    }

    /// Searches for the documents in which both are.
    fn open_pair(&mut self) {
        let Some([one, other]) = self.chosen_pair() else { return self.say("No two names are chosen") };
        let facet = |wanted: &Wanted| Facet { kind: FacetKind::of(wanted.kind), value: wanted.name.clone() };
        if one == other {
            return self.want_entity(one);
        }
        let line = format!("{} {}", asked(one.kind, &one.name), asked(other.kind, &other.name));
        let narrowed = vec![facet(&one), facet(&other)];
        self.search_narrowed(&line, narrowed);
    }
}
