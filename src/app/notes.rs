//! Bookmarks, highlights and notes: the list of all, and changing them.

use super::editing::{Editing, Saving, Target};
use super::{
    Aim, App, Command, Cursor, Edit, Effect, Motion, Overlay, Prompt, Screen, Ticket, Wanted, layout,
};
use crate::corpus::Problem;
use crate::find::titles::Query;
use crate::index::names::named_kind;
use crate::note::{
    Change, Colour, Item, ItemId, ItemKind, Record, Resolved, Step, Subject, Thing, Undo, Way,
};

/// The list of bookmarks, highlights and notes.
#[derive(Clone, Debug, Default)]
pub struct NotesView {
    /// Those in the list, the newest first, or those that match.
    pub rows: Vec<ItemId>,
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
}

impl NotesView {
    /// The item under the cursor.
    pub fn chosen(&self) -> Option<&ItemId> {
        self.rows.get(self.cursor.at)
    }
}

/// Everything that a filter looks at.
fn searched(item: &Item) -> String {
    let tags: String = item.all_tags().iter().map(|tag| format!("#{tag} ")).collect();
    let colour = item.colour.map_or("", Colour::label);
    let (subject, quotation) = (item.subject.title(), item.subject.quotation());
    format!("{} {colour} {} {quotation} {subject} {tags}", item.kind.label(), item.body)
}

/// Whether every word of the filter stands in the item, case and accents ignored unless typed.
fn passes(item: &Item, words: &[(crate::text::fold::Folding, String)]) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = searched(item);
    words.iter().all(|(folding, word)| folding.fold(&text).as_str().contains(word.as_str()))
}

impl App {
    /// Rows of the list in sight, below the line for filtering.
    pub(super) fn notes_height(&self) -> usize {
        usize::from(layout::notes(self.size).main.height).saturating_sub(1)
    }

    /// Puts the list together anew, the cursor staying on its item.
    pub(super) fn refresh_notes(&mut self) {
        let chosen = self.notes.chosen().filter(|_| self.screens.contains(&Screen::Notes)).cloned();
        let words: Vec<_> = self
            .notes
            .filter
            .text()
            .split_whitespace()
            .map(|word| {
                let folding = crate::text::fold::Folding::for_query(word);
                (folding, folding.fold(word).as_str().to_owned())
            })
            .collect();
        let (mut here, mut away) = (0, 0);
        let mut rows = Vec::new();
        for item in self.store.items().rev() {
            let found = self.is_here(item);
            *(if found { &mut here } else { &mut away }) += 1;
            if (found || self.notes.elsewhere) && passes(item, &words) {
                rows.push(item.id.clone());
            }
        }
        (self.notes.rows, self.notes.here, self.notes.away) = (rows, here, away);
        if let Some(at) = chosen.and_then(|chosen| self.notes.rows.iter().position(|id| *id == chosen)) {
            self.notes.cursor.at = at;
        }
        let height = self.notes_height();
        self.notes.cursor.keep(self.notes.rows.len(), height);
    }

    pub(super) fn move_in_notes(&mut self, motion: Motion) {
        let height = self.notes_height();
        self.notes.cursor.go(motion, self.notes.rows.len(), height);
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
    pub(super) fn notes_command(&mut self, command: Command) -> bool {
        match command {
            Command::Find => {
                self.leave_notes_filter(true);
                self.notes.typing = true;
            }
            Command::Cancel if self.notes.typing || !self.notes.filter.text().is_empty() => {
                self.leave_notes_filter(true);
            }
            Command::FocusNext => self.leave_notes_filter(false),
            Command::Open | Command::Accept => {
                self.notes.typing = false;
                self.open_item();
            }
            Command::ToggleElsewhere => {
                self.notes.elsewhere = !self.notes.elsewhere;
                self.refresh_notes();
                let text =
                    if self.notes.elsewhere { "All notes" } else { "Notes on documents of this collection" };
                self.say(text);
            }
            Command::Edit | Command::EditExternal => {
                let Some(item) = self.chosen_item() else { return true };
                let editing = Editing::new(Target::Item(item));
                self.edit(editing, command == Command::EditExternal);
            }
            Command::Delete => {
                let Some(item) = self.chosen_item() else { return true };
                let undo = self.key_for(Command::Undo);
                let said = format!("Deleted the {}; {undo} brings it back", item.kind.label());
                self.change(Edit::Delete(item.id), Saving::Change(said));
            }
            _ => return false,
        }
        true
    }

    fn chosen_item(&mut self) -> Option<Item> {
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

    /// Whether an item is about something in this collection.
    pub fn is_here(&self, item: &Item) -> bool {
        match &item.subject {
            Subject::Document { document, .. } => self.catalogue.find(document).is_some(),
            Subject::Entity { collection, .. } | Subject::Collection(collection) => self.is_place(collection),
        }
    }

    /// Goes to what an item is about: its passage, or the page of whoever it names. Of a note on the collection there is
    /// nothing more than itself.
    pub(super) fn go_to_item(&mut self, item: Item) {
        match &item.subject {
            Subject::Document { document, .. } => match self.catalogue.find(document) {
                Some(id) => {
                    self.remember_place();
                    self.open(id, Aim::Item(item.id));
                }
                None => {
                    let (title, path) = (&document.title, &document.path);
                    self.warn(format!("“{title}” isn't in this collection ({path})"));
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

    /// Bookmarks the passage, or takes away the bookmark that is there.
    pub(super) fn toggle_bookmark(&mut self) {
        if self.is_saving() {
            return self.say("Still saving");
        }
        let Some(span) = self.passage() else { return };
        let there = self.reader.as_ref().and_then(|reader| {
            let bookmarked = |(id, resolved): &&(ItemId, Resolved)| {
                let item = self.store.get(id).filter(|item| item.kind == ItemKind::Bookmark);
                item.is_some() && resolved.span().is_some_and(|pinned| pinned.overlaps(span))
            };
            reader.pinned.iter().find(bookmarked).map(|(id, _)| id.clone())
        });
        if let Some(id) = there {
            let said = format!("Took the bookmark away; {} brings it back", self.key_for(Command::Undo));
            self.change(Edit::Delete(id), Saving::Change(said));
        } else if let Some(item) = self.new_item(ItemKind::Bookmark, span) {
            self.change(Edit::New(item), Saving::Change("Bookmarked".to_owned()));
        }
    }

    /// Highlights the selection, or the passage.
    pub(super) fn highlight(&mut self) {
        let Some(span) = self.passage() else { return };
        if let Some(item) = self.new_item(ItemKind::Highlight, span) {
            self.change(Edit::New(item), Saving::Change("Highlighted".to_owned()));
        }
        if let Some(reader) = &mut self.reader {
            reader.selection = None;
        }
    }

    /// Has a change put on disk; what is said comes once it is there.
    pub(super) fn change(&mut self, edit: Edit, saving: Saving) {
        self.change_all(vec![edit], saving);
    }

    /// Has changes put on disk together.
    pub(super) fn change_all(&mut self, edits: Vec<Edit>, saving: Saving) {
        let ticket = self.ticket();
        let way = match &saving {
            Saving::Undo(_) => Some(Way::Undo),
            Saving::Redo(_) => Some(Way::Redo),
            Saving::Change(_) | Saving::Editor => None,
        };
        self.saving.push((ticket, saving));
        self.effect(Effect::Save(ticket, edits, way));
    }

    /// Changes are on disk: only now they count, and only now the person is told.
    pub(super) fn saved(&mut self, ticket: Ticket, records: &[Record]) {
        self.forget_kept();
        let saving = self.saving.iter().position(|(asked, _)| *asked == ticket);
        let saving = saving.map(|at| self.saving.remove(at).1);
        let step: Step = records.iter().filter_map(|record| self.take_record(record)).collect();
        if !step.is_empty() && !matches!(saving, Some(Saving::Undo(_) | Saving::Redo(_))) {
            self.undo.push(step);
        }
        match saving {
            Some(Saving::Change(said)) => self.say(said),
            Some(Saving::Undo(done)) => self.say(format!("Undone: {done}")),
            Some(Saving::Redo(done)) => self.say(format!("Done again: {done}")),
            Some(Saving::Editor) => self.note_saved(ticket, records),
            None => return,
        }
        self.kept_anew();
    }

    /// Takes in a record that is on disk; gives what it changed, if anything.
    fn take_record(&mut self, record: &Record) -> Option<Change> {
        let id = record.op.id();
        let before = id.and_then(|id| self.store.thing(id));
        let changed = self.store.apply(record);
        let id = id.filter(|_| changed)?;
        let after = self.store.thing(id);
        match &after {
            Some(Thing::Item(item)) => self.pin(id, Some(item)),
            _ => self.pin(id, None),
        }
        Some(Change { before, after })
    }

    /// What another instance or machine changed comes in.
    pub(super) fn told(&mut self, records: &[Record], problems: Vec<Problem>) {
        self.forget_kept();
        let changed = records.iter().filter(|record| self.take_record(record).is_some()).count();
        for problem in problems {
            self.trouble(problem);
        }
        if changed > 0 {
            self.kept_anew();
        }
    }

    /// What is kept has changed: all that shows it is worked out anew.
    fn kept_anew(&mut self) {
        self.forget_kept();
        self.refresh_notes();
        self.anchor_notes();
        self.find_notes();
        self.rule();
    }

    /// Pins an item to the open document as soon as it is saved; whether its words are really there is looked
    /// for in the background.
    fn pin(&mut self, id: &ItemId, item: Option<&Item>) {
        let Some(reader) = &mut self.reader else { return };
        let hash = reader.document.meta.hash;
        let here = item.filter(|item| item.document().is_some_and(|made_on| made_on.hash == hash));
        let anchor = here.and_then(|item| item.anchor());
        if let Some(anchor) = anchor.filter(|_| !reader.pinned.iter().any(|(pinned, _)| pinned == id)) {
            reader.pinned.push((id.clone(), Resolved::Exact(anchor.span())));
        }
        if item.is_none() {
            reader.pinned.retain(|(pinned, _)| pinned != id);
        }
    }

    /// Changes are not on disk; nothing of them counts, and what was typed stays in the editor.
    pub(super) fn not_saved(&mut self, ticket: Ticket, reason: &str) {
        if let Some(at) = self.saving.iter().position(|(asked, _)| *asked == ticket) {
            match self.saving.remove(at).1 {
                Saving::Undo(_) => drop(self.undo.redo()),
                Saving::Redo(_) => drop(self.undo.undo()),
                Saving::Change(_) | Saving::Editor => {}
            }
        }
        if matches!(self.overlay, Some(Overlay::Editor(_))) {
            let (elsewhere, copy) = (self.key_for(Command::SaveElsewhere), self.key_for(Command::Copy));
            self.warn(format!("Not saved ({elsewhere} to a file, {copy} copies it): {reason}"));
        } else {
            self.warn(format!("Not saved: {reason}"));
        }
    }

    /// Undoes the last change, or redoes what was undone.
    pub(super) fn undo_or_redo(&mut self, redo: bool) {
        if !self.saving.is_empty() {
            self.say("Still saving");
            return;
        }
        let step = if redo { self.undo.redo() } else { self.undo.undo() };
        let Some(step) = step else {
            self.say(if redo { "Nothing to redo" } else { "Nothing to undo" });
            return;
        };
        let stands = |change: &Change| {
            let thing = change.thing();
            thing.is_none_or(|thing| change.fits(self.store.thing(thing.id()).as_ref()))
        };
        if !step.iter().all(stands) {
            // The step stays where it was among those that can be undone or redone.
            drop(if redo { self.undo.undo() } else { self.undo.redo() });
            self.warn("It was changed elsewhere meanwhile; that isn't undone");
            return;
        }
        let edits = step.iter().filter_map(|change| match (&change.before, &change.after) {
            (_, Some(thing)) => Some(Edit::Restore(thing.clone())),
            (Some(thing), None) => Some(Edit::Delete(thing.id().clone())),
            (None, None) => None,
        });
        let edits = edits.collect();
        let done = said_of(&step);
        self.change_all(edits, if redo { Saving::Redo(done) } else { Saving::Undo(done) });
    }

    /// The journal as it was read at the start.
    pub(super) fn replayed(&mut self, records: &[Record], undo: Undo, problems: Vec<Problem>) {
        for record in records {
            self.store.apply(record);
        }
        self.undo = undo;
        for problem in problems {
            self.trouble(problem);
        }
        self.replayed = true;
        self.rule();
        self.forget_kept();
        self.refresh_notes();
        self.anchor_notes();
        self.resume();
    }
}

/// What a step did, in words.
fn said_of(step: &Step) -> String {
    let Some((first, more)) = step.split_first() else { return "nothing".to_owned() };
    let what = first.thing().map_or("change", Thing::label);
    let done = match (&first.before, &first.after) {
        (None, _) => "back",
        (_, None) => "gone",
        _ => "changed back",
    };
    match more.len() + 1 {
        1 => format!("The {what} is {done}"),
        count => format!("{count} {what}s are {done}"),
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
