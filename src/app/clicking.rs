//! What a press of the mouse chooses in a list, a matrix or a timeline: one chooses, a second one opens.

use ratatui::layout::Rect;

use super::{App, CastRow, Command, FacetRow, Motion, Pane, Screen, SearchPane, layout};

/// What stands in a place of the screen that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    /// A line of the list, by its number.
    Line(usize),
    /// The line of a search, in which one types.
    Query,
    /// A passage of what a search found.
    Passage(usize),
    /// A row of what a result can be narrowed by.
    Facet(usize),
    /// A cell of a matrix, or only the name of its row.
    Cell(usize, Option<usize>),
    /// A period of a timeline, in a series.
    Period(i32, usize),
}

/// The row of a list that stands in a row of the screen, where `head` rows stand before the list.
fn row_at(area: Rect, head: u16, column: u16, row: u16, first: usize, count: usize) -> Option<usize> {
    let inside = column >= area.x && column < area.right() && row < area.bottom();
    let at = first + usize::from(row.checked_sub(area.y + head)?);
    (inside && at < count).then_some(at)
}

impl App {
    /// What stands in that column and row.
    fn pressed(&self, column: u16, row: u16) -> Option<Pressed> {
        let whole = layout::library(self.size, false).main;
        let line = |area: Rect, head: u16, first: usize, count: usize| {
            row_at(area, head, column, row, first, count).map(Pressed::Line)
        };
        match self.screen() {
            Screen::Library => {
                let area = layout::library(self.room(), self.library.preview).main;
                line(area, 1, self.library.cursor.top, self.library.order.len())
            }
            Screen::Notes => {
                let area = layout::notes(self.room()).main;
                line(area, 1, self.notes.cursor.top, self.notes.rows.len())
            }
            Screen::People => line(whole, 2, self.people.cursor.top, self.people.order.len()),
            Screen::Concordance => line(whole, 1, self.concordance.cursor.top, self.concordance.order.len()),
            Screen::Entity => {
                let page = self.page()?;
                line(whole, 1, page.cursor.top, page.rows().len())
            }
            Screen::Search => self.pressed_in_search(column, row),
            Screen::Matrix if self.matrix_is_list() => {
                line(whole, 1, self.matrix.list.top, self.matrix.pairs.len())
            }
            Screen::Matrix => {
                let (shown, size) = (self.matrix_layout(), self.matrix.matrix.as_ref()?.sides.len());
                let rows = Rect { height: whole.height.min(1 + shown.rows as u16), ..whole };
                let side = row_at(rows, 1, column, row, self.matrix.top.0, size)?;
                let cell = column.checked_sub(whole.x + shown.names);
                let cell = cell.map(|columns| usize::from(columns / shown.cell.max(1)));
                let cell = cell.filter(|cell| *cell < shown.columns).map(|cell| self.matrix.top.1 + cell);
                Some(Pressed::Cell(side, cell.filter(|cell| *cell < size)))
            }
            Screen::Timeline if self.timeline_is_table() => {
                let list = Rect { height: whole.height.saturating_sub(1), ..whole };
                line(list, 1, self.timeline.list.top, self.timeline.rows.len())
            }
            Screen::Timeline => {
                let (_, last) = self.timeline.chart.range?;
                let columns = usize::from(column.checked_sub(whole.x + 1)? / self.bar_step());
                let slot = self.timeline.from.saturating_add(i32::try_from(columns).ok()?);
                let series = usize::from(row.checked_sub(whole.y)? / self.panel_height().max(1));
                let series = series.min(self.timeline.timeline.series.len().saturating_sub(1));
                let inside = row < whole.bottom() && columns < self.periods_in_sight() && slot <= last;
                inside.then_some(Pressed::Period(slot, series))
            }
            Screen::Reader | Screen::Problems => None,
        }
    }

    fn pressed_in_search(&self, column: u16, row: u16) -> Option<Pressed> {
        let areas = layout::search(self.room(), self.search.pane == SearchPane::Facets);
        if let Some(side) = areas.side {
            let rows = self.facet_rows();
            let at = row_at(side, 1, column, row, self.search.facet_list.top, rows.len());
            let at = at.filter(|at| matches!(rows.get(*at), Some(FacetRow::Facet(..))));
            if at.is_some() || areas.covered() {
                return at.map(Pressed::Facet);
            }
        }
        if row == areas.main.y && column < areas.main.right() {
            return Some(Pressed::Query);
        }
        let lines = self.result_lines().lines;
        let at = row_at(areas.main, self.search_head(), column, row, self.search.cursor.top, lines.len())?;
        lines.get(at).map(|(passage, _)| Pressed::Passage(*passage))
    }

    /// Whether something that can be opened stands in that column and row.
    pub(super) fn is_on_a_line(&self, column: u16, row: u16) -> bool {
        self.pressed(column, row).is_some_and(|pressed| pressed != Pressed::Query)
    }

    /// Chooses what stands in that column and row.
    pub(super) fn press_line(&mut self, column: u16, row: u16) {
        match self.pressed(column, row) {
            None => {}
            Some(Pressed::Line(at)) => self.choose_line(at),
            Some(Pressed::Query) => self.search.pane = SearchPane::Line,
            Some(Pressed::Passage(at)) => {
                self.go_to_results();
                let by = at as isize - self.search.cursor.at as isize;
                self.move_in_search(Motion::Lines(by));
            }
            Some(Pressed::Facet(at)) => {
                self.focus_facets();
                self.search.facet_list.at = at;
                self.keep_facet_in_sight();
            }
            Some(Pressed::Cell(side, cell)) => {
                self.matrix.at = (side, cell.unwrap_or(self.matrix.at.1));
                self.keep_in_matrix();
            }
            Some(Pressed::Period(slot, series)) => self.choose_period(slot, series),
        }
    }

    /// Puts the cursor of the list on a line.
    fn choose_line(&mut self, at: usize) {
        let from = match self.screen() {
            Screen::Library => self.library.cursor.at,
            Screen::Notes => self.notes.cursor.at,
            Screen::People => {
                // Whoever chooses a line has typed what is looked for.
                self.people.typing = false;
                self.people.cursor.at
            }
            Screen::Concordance => self.concordance.cursor.at,
            Screen::Entity => self.page().map_or(0, |page| page.cursor.at),
            Screen::Matrix => self.matrix.list.at,
            Screen::Timeline => self.timeline.list.at,
            Screen::Search | Screen::Reader | Screen::Problems => return,
        };
        let (command, by) = if at < from { (Command::Up, from - at) } else { (Command::Down, at - from) };
        if by > 0 {
            self.run(command, u32::try_from(by).ok());
        }
    }

    /// The mouse was pressed, perhaps twice, in the cast beside the text: it chooses a name, twice it lights its mentions and
    /// goes to the next one. Says whether the cast, or what else stands there, is in that column and row.
    pub(super) fn mouse_in_cast(&mut self, twice: bool, column: u16, row: u16) -> bool {
        let Some(reader) = &mut self.reader else { return false };
        let areas = reader.areas();
        let inside = |side: &Rect| column >= side.x && row >= side.y && row < side.bottom();
        let Some(side) = areas.side.filter(inside) else { return false };
        if reader.notes_beside {
            return true;
        }
        if reader.raw_shown {
            self.say("The raw text has no cast");
            return true;
        }
        let at = row_at(side, 1, column, row, reader.cast_list.top, reader.cast_rows.len());
        let at = at.filter(|at| matches!(reader.cast_rows.get(*at), Some(CastRow::Entity(_))));
        let Some(at) = at else { return true };
        if twice {
            // The first press has chosen it.
            if reader.pane == Pane::Cast {
                self.run(Command::Open, None);
            }
            return true;
        }
        (reader.pane, reader.cast_list.at) = (Pane::Cast, at);
        reader.keep_cast_cursor();
        true
    }
}
