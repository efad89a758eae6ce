//! What the commands do in the search: moving over what was found, opening it, saving the question.

use super::{Lines, SearchPane, lines};
use crate::app::{App, Command, Motion, Overlay, Prompt, SavedSearch, Screen, SearchChange, layout};

impl App {
    /// Rows above the result: the line that is typed, what is said of it, what it is narrowed by.
    pub fn search_head(&self) -> u16 {
        2 + u16::from(!self.search.narrowed.is_empty())
    }

    /// Rows of the result in sight.
    fn result_height(&self) -> usize {
        let main = layout::search(self.room(), self.search.pane == SearchPane::Facets).main;
        usize::from(main.height.saturating_sub(self.search_head())).max(1)
    }

    /// The result as lines, for the width that it has.
    pub fn result_lines(&self) -> Lines {
        let main = layout::search(self.room(), self.search.pane == SearchPane::Facets).main;
        lines::set(&self.search.hits, &self.search.passages, main.width)
    }

    /// Keeps the chosen passage in sight, with its title where it is the first of its document.
    pub(in crate::app) fn keep_result_in_sight(&mut self) {
        let (lines, height) = (self.result_lines(), self.result_height());
        let cursor = &mut self.search.cursor;
        cursor.at = cursor.at.min(self.search.passages.len().saturating_sub(1));
        let (first, behind) = lines.of(cursor.at);
        let lowest = behind.saturating_sub(height).min(first);
        cursor.top = cursor.top.clamp(lowest, first).min(lines.lines.len().saturating_sub(height));
    }

    /// Moves over the passages: by lines from one to the next, by pages as far as a page reaches.
    pub(in crate::app) fn move_in_search(&mut self, motion: Motion) {
        if self.search.pane == SearchPane::Facets {
            return self.move_in_facets(motion);
        }
        let (lines, height) = (self.result_lines(), self.result_height());
        let last = self.search.passages.len().saturating_sub(1);
        let at = self.search.cursor.at;
        self.search.cursor.at = match (motion, motion.lines(height)) {
            (Motion::Lines(by), _) => at.saturating_add_signed(by),
            (_, Some(by)) => {
                let there = lines.passage(lines.of(at).0.saturating_add_signed(by));
                // At least one further, however long a passage is.
                if by > 0 { there.max(at + 1) } else { there.min(at.saturating_sub(1)) }
            }
            (Motion::Top, None) => 0,
            (Motion::Line(number), None) => number.saturating_sub(1),
            (_, None) => last,
        }
        .min(last);
        self.keep_result_in_sight();
        let chosen = self.search.passages.get(self.search.cursor.at).map_or(0, |passage| passage.hit);
        if chosen + 5 > self.search.hits.len() {
            self.want_more();
        }
    }

    /// Goes to the first passage of the next document, or of the one before.
    fn step_document(&mut self, back: bool) {
        let Some(here) = self.search.passages.get(self.search.cursor.at) else { return };
        let wanted = here.hit.checked_add_signed(if back { -1 } else { 1 });
        let at = wanted.and_then(|hit| self.search.passages.iter().position(|passage| passage.hit == hit));
        match at {
            Some(at) => self.move_in_search(Motion::Lines(at as isize - self.search.cursor.at as isize)),
            None if back => self.say("This is the first result"),
            None => self.say("This is the last result"),
        }
    }

    /// The commands of the search; says whether `command` is one.
    pub(in crate::app) fn search_command(&mut self, command: Command) -> bool {
        let pane = self.search.pane;
        match (pane, command) {
            (_, Command::SearchExact) => {
                self.search.exact = !self.search.exact;
                self.ask();
            }
            (_, Command::SearchSave) => self.begin_saving(),
            (_, Command::Searches) => self.show_searches(),
            (_, Command::Widen) => self.widen(),
            (SearchPane::Line, Command::Accept) => self.leave_line(),
            (SearchPane::Line, Command::Up) if self.is_in_history(true) => self.step_in_history(true),
            (SearchPane::Line, Command::Down) if self.is_in_history(false) => self.step_in_history(false),
            (SearchPane::Line, Command::Down | Command::PageDown) => self.leave_line(),
            (SearchPane::Line, Command::Cancel) if self.search.passages.is_empty() => self.leave_search(),
            (SearchPane::Line, Command::Cancel) => self.search.pane = SearchPane::Results,
            (SearchPane::Facets, Command::FocusNext | Command::Back | Command::Cancel) => {
                self.focus_results();
            }
            (_, Command::FocusNext) => self.focus_facets(),
            (_, Command::Find) => {
                self.search.pane = SearchPane::Line;
                self.keep_result_in_sight();
            }
            (SearchPane::Facets, Command::Open) => self.toggle_facet(),
            (SearchPane::Results, Command::Open) => self.open_result(),
            (_, Command::Next | Command::Previous) => self.step_document(command == Command::Previous),
            (_, Command::Back | Command::Cancel) => self.leave_search(),
            _ => return false,
        }
        true
    }

    /// Leaves the line for what was found. From now on it counts as typed.
    fn leave_line(&mut self) {
        if !self.search.is_asking() {
            return match self.search.query.complaints.first().map(|first| first.text.clone()) {
                Some(complaint) => self.warn(complaint),
                None => self.say("Type what to look for"),
            };
        }
        self.focus_results();
        self.keep_in_history();
        // Until now the last word was taken for half typed.
        self.search.lenient = false;
        self.ask();
        self.search.keeps = true;
    }

    /// Goes to what was found, as with the keys: out of the line that is the end of typing.
    pub(in crate::app) fn go_to_results(&mut self) {
        match self.search.pane {
            SearchPane::Line => self.leave_line(),
            SearchPane::Results | SearchPane::Facets => self.focus_results(),
        }
    }

    fn focus_results(&mut self) {
        self.search.pane = SearchPane::Results;
        self.keep_result_in_sight();
    }

    fn leave_search(&mut self) {
        self.search.pane = SearchPane::Line;
        self.screens.retain(|screen| *screen != Screen::Search);
        self.keep_cursors();
        self.want_preview();
    }

    /// Asks for the name under which to save this search.
    fn begin_saving(&mut self) {
        if self.search.query.is_empty() && self.search.narrowed.is_empty() {
            return self.say("Type a search before saving it");
        }
        self.search.overwriting = None;
        self.overlay = Some(Overlay::SearchName(Prompt::default()));
    }

    /// Saves this search under a name.
    pub(in crate::app) fn save_search(&mut self, name: &str) {
        if name.is_empty() {
            return self.say("Not saved: a saved search needs a name");
        }
        let view = &self.search;
        let line = view.prompt.text().trim().to_owned();
        let search = SavedSearch { line, narrowed: view.narrowed.clone(), exact: view.exact };
        let taken = view.searches.saved.iter().any(|(known, other)| known == name && *other != search);
        if taken && self.search.overwriting.take().as_deref() != Some(name) {
            self.search.overwriting = Some(name.to_owned());
            self.overlay = Some(Overlay::SearchName(Prompt::of(name)));
            return;
        }
        let said = format!("Saved the search “{name}”");
        self.change_searches(SearchChange::Saved(name.to_owned(), search), said);
    }
}
