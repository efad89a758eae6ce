//! The searches that were made and saved: the list of them, and going back through them in the line.

mod form;

use std::fmt;

use super::{App, Command, Cursor, Effect, Motion, Overlay, Prompt, SearchPane, Ticket};
use crate::corpus::Problem;
use crate::index::Facet;

/// Searches that are remembered.
pub const REMEMBERED: usize = 200;

/// Columns and rows of the list.
pub const SEARCHES: (u16, u16) = (76, 30);

/// The searches that were made and saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searches {
    /// Those that were made, the oldest first, none twice, at most [`REMEMBERED`].
    pub made: Vec<String>,
    /// Those that were saved, each with its name, in order of names.
    pub saved: Vec<(String, SavedSearch)>,
}

/// A search as it is saved: all that makes it find again what it found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedSearch {
    /// What stood in the line.
    pub line: String,
    /// What the result was narrowed by, in the order in which that was chosen.
    pub narrowed: Vec<Facet>,
    /// Whether every word had to match in exactly its letters.
    pub exact: bool,
}

impl SavedSearch {
    /// One that is only a line.
    pub fn of(line: &str) -> Self {
        Self { line: line.to_owned(), ..Self::default() }
    }
}

/// On one line: what stood there, with what else there is to it in brackets.
impl fmt::Display for SavedSearch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exact = self.exact.then(|| "[exact]".to_owned());
        let narrowed = self.narrowed.iter().map(|facet| format!("[{facet}]"));
        let line = Some(self.line.clone()).filter(|line| !line.is_empty());
        f.write_str(&line.into_iter().chain(exact).chain(narrowed).collect::<Vec<_>>().join(" "))
    }
}

/// A change to the searches that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchChange {
    /// A search was made.
    Made(String),
    /// It is no longer among those that were made.
    Forgotten(String),
    /// A search is saved under this name, in the place of one that was.
    Saved(String, SavedSearch),
    /// The saved search of this name isn't any more.
    Deleted(String),
}

impl Searches {
    /// Takes a change in.
    pub fn apply(&mut self, change: &SearchChange) {
        match change {
            SearchChange::Made(line) => {
                self.made.retain(|made| made != line);
                self.made.push(line.clone());
                let over = self.made.len().saturating_sub(REMEMBERED);
                self.made.drain(..over);
            }
            SearchChange::Forgotten(line) => self.made.retain(|made| made != line),
            SearchChange::Saved(name, line) => {
                self.saved.retain(|(saved, _)| saved != name);
                let at = self.saved.partition_point(|(saved, _)| saved < name);
                self.saved.insert(at, (name.clone(), line.clone()));
            }
            SearchChange::Deleted(name) => self.saved.retain(|(saved, _)| saved != name),
        }
    }
}

/// The list of searches that lies over the screen.
#[derive(Clone, Debug, Default)]
pub struct SearchList {
    /// The cursor: over those that were saved, then over those that were made, the newest first.
    pub cursor: Cursor,
}

impl App {
    /// The searches in the order of the list, each with its name where it has one.
    pub fn listed_searches(&self) -> Vec<(Option<&str>, SavedSearch)> {
        let searches = &self.search.searches;
        let saved = searches.saved.iter().map(|(name, search)| (Some(name.as_str()), search.clone()));
        saved.chain(searches.made.iter().rev().map(|line| (None, SavedSearch::of(line)))).collect()
    }

    /// Shows the list.
    pub(super) fn show_searches(&mut self) {
        if self.listed_searches().is_empty() {
            let search = self.key_for(Command::Search);
            return self.say(format!("No search was made yet: {search} begins one"));
        }
        self.overlay = Some(Overlay::Searches(SearchList::default()));
        self.keep_cursors();
    }

    /// The commands of the list.
    pub(super) fn searches_command(&mut self, command: Command, count: Option<u32>) {
        let (height, rows) = (self.overlay_height(), self.listed_searches());
        let length = rows.len();
        let Some(Overlay::Searches(list)) = &self.overlay else { return };
        let chosen = rows.get(list.cursor.at).map(|(name, search)| (name.map(str::to_owned), search.clone()));
        match (command, chosen) {
            (Command::Back | Command::Cancel | Command::Searches, _) => self.overlay = None,
            (Command::Open | Command::Accept, Some((_, search))) => {
                self.overlay = None;
                self.search_saved(search);
            }
            (Command::Delete, Some((Some(name), _))) => {
                let said = format!("Deleted the search “{name}”");
                self.change_searches(SearchChange::Deleted(name), said);
            }
            (Command::Delete, Some((None, made))) => {
                self.change_searches(SearchChange::Forgotten(made.line), "Forgotten".to_owned());
            }
            _ => {
                if let (Some(motion), Some(Overlay::Searches(list))) =
                    (Motion::of(command, count), &mut self.overlay)
                {
                    list.cursor.go(motion, length, height);
                }
            }
        }
    }

    /// Has a change kept; what is said comes once it is.
    pub(super) fn change_searches(&mut self, change: SearchChange, said: String) {
        let ticket = self.ticket();
        self.search_said.push((ticket, said));
        self.effect(Effect::KeepSearch(ticket, change));
    }

    /// Remembers the search that stands in the line.
    pub(super) fn keep_in_history(&mut self) {
        let line = self.search.prompt.text().trim().to_owned();
        if line.is_empty() || self.search.searches.made.last() == Some(&line) {
            return;
        }
        let change = SearchChange::Made(line);
        // Where it can't be kept on disk it is remembered as long as the program runs.
        self.search.searches.apply(&change);
        self.change_searches(change, String::new());
    }

    /// What is to be said of a change once it is known whether it is kept.
    fn said_of_search(&mut self, ticket: Ticket) -> Option<String> {
        let at = self.search_said.iter().position(|(asked, _)| *asked == ticket)?;
        Some(self.search_said.remove(at).1).filter(|said| !said.is_empty())
    }

    /// The searches as they are kept now, with the change that was asked for where they answer that.
    pub(super) fn take_searches(
        &mut self,
        ticket: Option<Ticket>,
        searches: Searches,
        problems: Vec<Problem>,
    ) {
        self.search.searches = searches;
        problems.into_iter().for_each(|problem| self.trouble(problem));
        if let Some(said) = ticket.and_then(|ticket| self.said_of_search(ticket)) {
            self.say(said);
        }
        if matches!(self.overlay, Some(Overlay::Searches(_))) && self.listed_searches().is_empty() {
            self.overlay = None;
        }
        self.keep_cursors();
    }

    /// A change isn't kept.
    pub(super) fn search_not_kept(&mut self, ticket: Ticket, reason: &str) {
        if self.said_of_search(ticket).is_some() {
            self.warn(format!("Not saved: {reason}"));
        }
    }

    /// Whether up or down in the line goes through the searches that were made.
    pub(super) fn is_in_history(&self, back: bool) -> bool {
        self.search.past.is_some() || back && self.search.prompt.text().is_empty()
    }

    /// Puts the search before into the line, or the one after it.
    pub(super) fn step_in_history(&mut self, back: bool) {
        let made = &self.search.searches.made;
        let past = match (self.search.past, back) {
            (None, _) => Some(0),
            (Some(past), true) => Some((past + 1).min(made.len().saturating_sub(1))),
            (Some(past), false) => past.checked_sub(1),
        };
        let line = past.and_then(|past| made.iter().rev().nth(past));
        if line.is_none() && back {
            return self.say("No search was made yet");
        }
        self.search.prompt = line.map_or_else(Prompt::default, |line| Prompt::of(line));
        self.search.pane = SearchPane::Line;
        self.search_typed();
        self.search.past = past;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_remembered_once_and_the_oldest_go() {
        let mut searches = Searches::default();
        for number in 0..REMEMBERED + 5 {
            searches.apply(&SearchChange::Made(format!("search {number}")));
        }
        searches.apply(&SearchChange::Made("search 100".to_owned()));
        assert_eq!(searches.made.len(), REMEMBERED);
        assert_eq!(searches.made.last().map(String::as_str), Some("search 100"));
        assert_eq!(searches.made.iter().filter(|made| *made == "search 100").count(), 1);
        searches.apply(&SearchChange::Forgotten("search 100".to_owned()));
        assert_eq!(searches.made.len(), REMEMBERED - 1);
    }

    #[test]
    fn saved_searches_have_one_name_each_in_order() {
        let mut searches = Searches::default();
        for (name, line) in [("b", "1"), ("a", "2"), ("b", "3")] {
            searches.apply(&SearchChange::Saved(name.to_owned(), SavedSearch::of(line)));
        }
        assert_eq!(
            searches.saved,
            [("a".to_owned(), SavedSearch::of("2")), ("b".to_owned(), SavedSearch::of("3"))]
        );
        searches.apply(&SearchChange::Deleted("a".to_owned()));
        assert_eq!(searches.saved.len(), 1);
    }
}
