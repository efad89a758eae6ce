//! Changing what the person keeps: asked for, on disk, taken back, and told by others.

use super::editing::Saving;
use super::{App, Command, Edit, Effect, NewItem, Overlay, Prompt, Ticket};
use crate::corpus::Problem;
use crate::note::{Anchor, Change, Item, ItemId, ItemKind, Op, Record, Resolved, Step, Thing, Undo, Way};

/// Undoing and redoing that waits for what is being saved, at most: a held key shouldn't go on for long once it is let go.
const MOST_LATER: usize = 50;

/// Why a change isn't made that somebody else has come before.
pub const OVERTAKEN: &str = "it was changed elsewhere meanwhile";

/// The ticket of what is kept without being asked for: places, marks, sessions.
const UNASKED: Ticket = 0;

/// What is said of a highlight that isn't as long as the passage; see [`Anchor::LONGEST`].
const CUT: &str = "Highlighted its first 64 KiB: no highlight is longer";

impl App {
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
        let colour = Some(self.colour);
        if let Some(item) = self.new_item(ItemKind::Highlight, span) {
            let item = NewItem { colour, ..item };
            let said = if span.len() > Anchor::LONGEST { CUT } else { "Highlighted" };
            self.change(Edit::New(item), Saving::Change(said.to_owned()));
        }
        self.let_go();
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
            Saving::Change(_) | Saving::Tags(..) | Saving::Editor => None,
        };
        self.saving.push((ticket, saving));
        let text = self.reader.as_ref().map(|reader| reader.document.text.clone());
        self.effect(Effect::Save(ticket, Box::new(super::Change { edits, way, text, told: self.told })));
    }

    /// Changes are on disk: only now they count, and only now the person is told.
    pub(super) fn saved(&mut self, ticket: Ticket, records: &[Record]) {
        self.forget_kept();
        let saving = self.saving.iter().position(|(asked, _)| *asked == ticket);
        let saving = saving.map(|at| self.saving.remove(at).1);
        if let [Record { op: Op::Mark(mark), .. }] = records {
            let letter = mark.letter;
            let again = if mark.is_gone() { "is no mark any more" } else { "marks this place" };
            self.say(format!("{letter} {again}"));
        }
        let step: Step = records.iter().filter_map(|record| self.take_record(record)).collect();
        let undone = matches!(saving, Some(Saving::Undo(_) | Saving::Redo(_)));
        let back =
            step.first().filter(|_| undone).and_then(|change| Some(change.after.as_ref()?.id().clone()));
        let made = step.iter().rfind(|change| change.before.is_none() && !undone);
        let made = made.and_then(|change| Some(change.after.as_ref()?.id().clone()));
        if let Some(reader) = &mut self.reader {
            reader.marked = made.or(reader.marked.take());
        }
        if !step.is_empty() && !undone {
            self.undo.push(step);
        }
        match saving {
            Some(Saving::Change(said) | Saving::Tags(_, _, said)) => self.say(said),
            Some(Saving::Undo(done)) => self.say(format!("Undone: {done}")),
            Some(Saving::Redo(done)) => self.say(format!("Done again: {done}")),
            Some(Saving::Editor) => self.note_saved(ticket, records),
            None => return,
        }
        if !undone && records.iter().any(|record| self.is_on_reader(record)) {
            self.say_kept_on_nothing();
        }
        self.kept_anew();
        if let Some(id) = back {
            // Whoever undoes in the list of notes looks for what came back.
            self.choose_note(&id);
        }
        if !self.is_saving()
            && let Some(redo) = self.undo_later.pop_front()
        {
            self.undo_or_redo(redo);
        }
    }

    /// Whether a record puts something on the open document.
    fn is_on_reader(&self, record: &Record) -> bool {
        let Op::Put { item } = &record.op else { return false };
        let here = self.reader.as_ref().map(|reader| reader.document.meta.hash);
        item.document().is_some_and(|made_on| Some(made_on.hash) == here)
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
        self.told += 1;
        self.forget_kept();
        let changed = records.iter().filter(|record| self.take_record(record).is_some()).count();
        for problem in problems {
            self.trouble(problem);
        }
        if changed > 0 {
            self.kept_anew();
        }
    }

    /// Notes or corrections have changed: all that shows them is worked out anew.
    fn kept_anew(&mut self) {
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

    /// Changes are not on disk, for somebody else has changed the same before them. What that is has been told by now, so that
    /// the change is decided on anew where it is known what the person wanted.
    pub(super) fn overtaken(&mut self, ticket: Ticket) {
        let Some(at) = self.saving.iter().position(|(asked, _)| *asked == ticket) else { return };
        match self.saving.remove(at).1 {
            Saving::Undo(_) => {
                self.undo.redo();
                self.undo_or_redo(false);
            }
            Saving::Redo(_) => {
                self.undo.undo();
                self.undo_or_redo(true);
            }
            Saving::Tags(typed, target, _) => self.tags_typed(&typed, *target),
            Saving::Editor if self.is_note_of(ticket) => self.save_note(),
            Saving::Editor | Saving::Change(_) => self.warn(format!("Not done: {OVERTAKEN}")),
        }
    }

    /// Changes are not on disk; nothing of them counts, and what was typed stays in the editor.
    pub(super) fn not_saved(&mut self, ticket: Ticket, reason: &str) {
        if ticket == UNASKED {
            // Whatever stands in the editor is as safe as it was.
            return self.warn(format!("Not kept: {reason}"));
        }
        self.undo_later.clear();
        if let Some(at) = self.saving.iter().position(|(asked, _)| *asked == ticket) {
            match self.saving.remove(at).1 {
                Saving::Undo(_) => drop(self.undo.redo()),
                Saving::Redo(_) => drop(self.undo.undo()),
                Saving::Tags(typed, target, _) if self.overlay.is_none() => {
                    self.overlay = Some(Overlay::Tags(Prompt::of(&typed), target));
                }
                Saving::Tags(typed, ..) => {
                    return self.warn(format!("Not saved: the tags “{}”: {reason}", typed.trim()));
                }
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
        if self.is_saving() {
            // What is pressed twice in a breath is done twice.
            if self.undo_later.len() < MOST_LATER {
                self.undo_later.push_back(redo);
            }
            return;
        }
        let step = if redo { self.undo.redo() } else { self.undo.undo() };
        let Some(step) = step else {
            self.undo_later.clear();
            self.say(if redo { "Nothing to redo" } else { "Nothing to undo" });
            return;
        };
        let stands = |change: &Change| {
            let thing = change.thing();
            thing.is_none_or(|thing| change.fits(self.store.thing(thing.id()).as_ref()))
        };
        if !step.iter().all(stands) {
            self.undo.skip(redo);
            // Whoever pressed it before they could read this hasn't asked for the step before.
            self.undo_later.clear();
            let (what, key) =
                (told_of(&step), self.key_for(if redo { Command::Redo } else { Command::Undo }));
            self.warn(format!("Not done: {what} was changed elsewhere; {key} goes on with the step before"));
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
        self.forget_kept();
        self.kept_anew();
        self.resume();
    }
}

/// What a step is about, in words.
fn told_of(step: &Step) -> String {
    match step.first().and_then(Change::thing) {
        Some(Thing::Item(item)) => format!("the {} on “{}”", item.kind.label(), item.subject.title()),
        Some(Thing::Ruling(_)) => "the correction".to_owned(),
        None => "it".to_owned(),
    }
}

/// What a step did, in words.
fn said_of(step: &Step) -> String {
    let Some(first) = step.first() else { return "nothing".to_owned() };
    let done = match (&first.before, &first.after) {
        (None, _) => "back",
        (_, None) => "gone",
        _ => "changed back",
    };
    match step.len() {
        1 => format!("{} is {done}", told_of(step)),
        count => format!("{count} {}s are {done}", first.thing().map_or("change", Thing::label)),
    }
}
