//! Bookmarks, highlights and notes: the list of all, and changing them.

mod review;
mod rows;

use std::collections::HashMap;

pub use review::{Review, Reviewed};
pub use rows::{Grouping, NotesOrder, NotesRow};

use super::astray::Guess;
use super::editing::{Editing, Target};
use super::{Aim, App, Command, Cursor, Motion, Prompt, Screen, Ticket, layout};
use crate::find::titles::Query;
use crate::index::names::{Wanted, named_kind};
use crate::library::is_absent;
use crate::note::{Filter, Item, ItemId, Subject};

/// The list of bookmarks, highlights and notes.
#[derive(Clone, Debug, Default)]
pub struct NotesView {
    /// Those in the list, or those that match, with their headings.
    pub rows: Vec<NotesRow>,
    /// In what order they stand.
    pub order: NotesOrder,
    /// What the headings are.
    pub grouping: Grouping,
    /// How they stand in their documents, as far as that is known.
    reviews: HashMap<ItemId, Review>,
    /// The question for that.
    reviewing: Ticket,
    /// The cursor over them.
    pub cursor: Cursor,
    /// What they are filtered by.
    pub filter: Prompt,
    /// Whether it is being typed.
    pub typing: bool,
    /// Whether those on documents that aren't in this collection are listed too.
    pub elsewhere: bool,
    /// How many are on documents of this collection, whatever the filter.
    pub here: usize,
    /// How many are on others.
    pub away: usize,
    /// How many match the filter.
    pub found: usize,
    /// What the chosen one may be on, where its document isn't here.
    pub(super) guess: Guess,
}

impl NotesView {
    /// The item under the cursor.
    pub fn chosen(&self) -> Option<&ItemId> {
        self.rows.get(self.cursor.at)?.item()
    }

    /// The row of an item; of one under several headings that which the cursor is near.
    fn row_of(&self, id: &ItemId) -> Option<usize> {
        let places = self.rows.iter().enumerate().filter(|(_, row)| row.item() == Some(id));
        places.map(|(at, _)| at).min_by_key(|at| at.abs_diff(self.cursor.at))
    }

    /// Keeps the cursor off headings: on to the next item, or back to the last one.
    fn keep_off_headings(&mut self, back: bool) {
        let is_item = |at: &usize| self.rows.get(*at).is_some_and(|row| row.item().is_some());
        let at = self.cursor.at;
        let on = (at..self.rows.len()).find(is_item);
        let before = (0..=at).rev().find(is_item);
        self.cursor.at = if back { before.or(on) } else { on.or(before) }.unwrap_or(0);
        // Its heading belongs in sight too.
        let under_heading = self.cursor.at.checked_sub(1).is_some_and(|above| !is_item(&above));
        if under_heading && self.cursor.top == self.cursor.at {
            self.cursor.top -= 1;
        }
    }
}

/// Whether an item has what the list is filtered by: in what the shell looks at too, in its day, or in how it stands.
fn passes(item: &Item, standing: &str, filter: &Filter) -> bool {
    let day = item.created.strftime("%Y-%m-%d").to_string();
    filter.passes_with(item, &[&day, standing])
}

impl App {
    /// Rows of the list in sight, below the line for filtering.
    pub(super) fn notes_height(&self) -> usize {
        usize::from(layout::notes(self.room()).main.height).saturating_sub(1)
    }

    /// Puts the list together anew, and asks how those stand of which that isn't known.
    pub(super) fn refresh_notes(&mut self) {
        self.notes.guess = Guess::default();
        self.arrange_notes();
        self.review();
    }

    /// Puts the list together anew, the cursor staying on its item.
    fn arrange_notes(&mut self) {
        let chosen = self.notes.chosen().filter(|_| self.screens.contains(&Screen::Notes)).cloned();
        let filter = Filter::read(self.notes.filter.text());
        let (mut here, mut away) = (0, 0);
        let mut items = Vec::new();
        for item in self.store.items() {
            let found = self.is_here(item);
            *(if found { &mut here } else { &mut away }) += 1;
            if (found || self.notes.elsewhere) && passes(item, self.standing_label(item), &filter) {
                items.push(item);
            }
        }
        self.notes.found = items.len();
        let rows = rows::rows(items, self.notes.order, self.notes.grouping, &self.notes.reviews);
        (self.notes.rows, self.notes.here, self.notes.away) = (rows, here, away);
        if let Some(at) = chosen.and_then(|chosen| self.notes.row_of(&chosen)) {
            self.notes.cursor.at = at;
        }
        self.keep_notes_cursor();
    }

    /// Chooses an item, where it is in the list.
    pub(super) fn choose_note(&mut self, id: &ItemId) {
        if let Some(at) = self.notes.row_of(id) {
            self.notes.cursor.at = at;
            self.keep_notes_cursor();
            self.review();
        }
    }

    /// Keeps the cursor on an item and in sight.
    pub(super) fn keep_notes_cursor(&mut self) {
        let height = self.notes_height();
        self.notes.cursor.keep(self.notes.rows.len(), height);
        self.notes.keep_off_headings(false);
    }

    pub(super) fn move_in_notes(&mut self, motion: Motion) {
        let height = self.notes_height();
        let before = self.notes.cursor.at;
        self.notes.cursor.go(motion, self.notes.rows.len(), height);
        let back = self.notes.cursor.at < before;
        self.notes.keep_off_headings(back);
    }

    /// The filter has changed.
    pub(super) fn notes_typed(&mut self) {
        self.notes.cursor = Cursor::default();
        self.refresh_notes();
    }

    /// Leaves the line for filtering; with `clear` its text goes too.
    pub(super) fn leave_notes_filter(&mut self, clear: bool) {
        self.notes.typing = false;
        if clear {
            self.notes.filter = Prompt::default();
            self.refresh_notes();
        }
    }

    /// The commands of the list of notes; says whether `command` is one.
    pub(super) fn notes_command(&mut self, command: Command, count: Option<u32>) -> bool {
        match command {
            Command::Find => {
                self.leave_notes_filter(true);
                self.notes.typing = true;
            }
            Command::Cancel if self.notes.typing || !self.notes.filter.text().is_empty() => {
                self.leave_notes_filter(true);
            }
            // As in a search, the first one goes to the rows, where keys mean what is chosen.
            Command::Accept if self.notes.typing => self.leave_notes_filter(false),
            Command::FocusNext => self.leave_notes_filter(false),
            Command::Open | Command::Accept => self.open_item(),
            Command::ToggleElsewhere => {
                self.notes.elsewhere = !self.notes.elsewhere;
                self.refresh_notes();
                let text =
                    if self.notes.elsewhere { "All notes" } else { "Notes on documents of this collection" };
                self.say(text);
            }
            Command::Attach => self.begin_attaching(),
            Command::FollowLink => self.follow_link(count),
            Command::SortNext => {
                self.notes.order = self.notes.order.next();
                self.refresh_notes();
            }
            Command::Group => {
                self.notes.grouping = self.notes.grouping.next();
                self.refresh_notes();
            }
            Command::Edit | Command::EditExternal => {
                let Some(item) = self.chosen_item() else { return true };
                let editing = Editing::new(Target::Item(item));
                self.edit(editing, command == Command::EditExternal);
            }
            Command::Delete => {
                let Some(item) = self.chosen_item() else { return true };
                self.delete_item(item);
            }
            Command::Tag => self.ask_tags(),
            Command::Colour => self.ask_colour(),
            _ => return false,
        }
        true
    }

    pub(super) fn chosen_item(&mut self) -> Option<Item> {
        let item = self.notes.chosen().and_then(|id| self.store.get(id)).cloned();
        if item.is_none() {
            self.say("No note is chosen");
        }
        item
    }

    /// Opens the document of the chosen item at its passage.
    fn open_item(&mut self) {
        let Some(item) = self.chosen_item() else { return };
        self.go_to_item(item);
    }

    /// Whether an item is about something in this collection, or about a document that was in it and is gone.
    pub fn is_here(&self, item: &Item) -> bool {
        match &item.subject {
            Subject::Document { document, .. } => {
                self.catalogue.find(document, &self.store).is_some() || self.is_absent(item)
            }
            Subject::Entity { collection, .. } | Subject::Collection(collection) => self.is_place(collection),
        }
    }

    /// Whether an item is about a document that was in this collection and isn't any more. Where the collection is still
    /// being read that isn't known yet, and counts as if it were so.
    pub fn is_absent(&self, item: &Item) -> bool {
        let place = &self.corrections.place;
        item.document().is_some_and(|made_on| is_absent(made_on, &self.catalogue, &self.store, place))
    }

    /// The word for how an item stands that the list shows and is filtered by; empty where that isn't known.
    pub fn standing_label(&self, item: &Item) -> &'static str {
        match self.standing(item) {
            Some(resolved) => resolved.label(),
            None if self.progress.done && self.is_absent(item) => "absent",
            None => "",
        }
    }

    /// Goes to what an item is about: its passage, or the page of whoever it names. Of a note on the collection there is
    /// nothing more than itself.
    pub(super) fn go_to_item(&mut self, item: Item) {
        match &item.subject {
            Subject::Document { document, .. } => match self.catalogue.find(document, &self.store) {
                Some(id) => {
                    self.remember_place();
                    self.open(id, Aim::Item(item.id));
                }
                None => {
                    let (title, path) = (&document.title, &document.path);
                    let more = if self.is_absent(&item) { " any more" } else { "" };
                    self.warn(format!("“{title}” isn't in this collection{more} ({path})"));
                }
            },
            Subject::Entity { entity, .. } => match named_kind(&entity.kind) {
                Some(kind) => self.want_entity(Wanted { kind, name: entity.name.clone(), id: None }),
                None => {
                    self.warn(format!("“{}” is of no kind that ibid knows: {}", entity.name, entity.kind))
                }
            },
            Subject::Collection(_) => self.edit(Editing::new(Target::Item(item)), false),
        }
    }
}

/// Ranks `rows` by how well `text` of each matches what was typed, the best first.
pub(super) fn ranked<T>(rows: Vec<T>, typed: &str, text: impl Fn(&T) -> String) -> Vec<T> {
    let query = Query::new(typed);
    if query.is_empty() {
        return rows;
    }
    let score = |row: &T| {
        let text = text(row);
        query.score(&text)
    };
    let mut scored: Vec<_> =
        rows.into_iter().filter_map(|row| score(&row).map(|score| (score, row))).collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, row)| row).collect()
}
