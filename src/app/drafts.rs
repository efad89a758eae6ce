//! Drafts: what stands in the editor is kept for a crash, and what a crash left is offered. And the last resort of a
//! text that can't be saved: a file elsewhere, or the clipboard.

use std::path::{Path, PathBuf};

use super::editing::{Editing, Target};
use super::{App, Command, Draft, DraftId, Effect, Overlay, Prompt};

impl App {
    /// Has what stands in the editor kept, if it isn't yet.
    pub(super) fn keep_draft(&mut self) {
        let standing = match &self.overlay {
            Some(Overlay::Editor(editing)) => editing.changed().map(|text| {
                let item = match &editing.target {
                    Target::New(_) => None,
                    Target::Item(item) => Some(item.id.clone()),
                };
                (item, text, editing.is_outside())
            }),
            _ => None,
        };
        // While the question lies over the editor, it goes on standing there. At the end whoever saves it knows whether it
        // is needed any more.
        if standing == self.drafted || self.leaving || matches!(self.overlay, Some(Overlay::Elsewhere(..))) {
            return;
        }
        let draft = standing.clone().and_then(|(_, text, outside)| match &self.overlay {
            Some(Overlay::Editor(editing)) => {
                Some(Box::new(Draft { target: editing.target.clone(), text, outside }))
            }
            _ => None,
        });
        self.drafted = standing;
        self.effect(Effect::Draft(draft));
    }

    /// Has what stands in the editor left for the next start, unless that is being saved.
    pub(super) fn leave_draft(&mut self) {
        self.keep_draft();
        self.leaving = true;
        let Some(Overlay::Editor(editing)) = &self.overlay else { return };
        let saving = editing.saving.as_ref().map(|(_, saving)| saving);
        if editing.changed().is_some_and(|text| saving != Some(&text)) {
            self.effect(Effect::LeaveDraft);
        }
    }

    /// Notes that weren't saved before a run of the program died.
    pub(super) fn drafts_left(&mut self, drafts: Vec<(DraftId, Draft)>) {
        self.drafts = drafts;
        self.offer_draft();
    }

    /// Says that there is a note that wasn't saved, if there is.
    fn offer_draft(&mut self) {
        let count = self.drafts.len();
        let Some((_, draft)) = self.drafts.first() else { return };
        let key = self.key_for(Command::Drafts);
        let title = Editing::new(draft.target.clone()).subject().title().to_owned();
        self.warn(match count {
            1 => format!("{key} goes on with a note that wasn't saved, on “{title}”"),
            _ => format!("{key} goes on with the first of {count} notes that weren't saved, on “{title}”"),
        });
    }

    /// Goes on with a note that wasn't saved.
    pub(super) fn go_on_with_draft(&mut self) {
        if self.drafts.is_empty() {
            return self.say("No note is left that wasn't saved");
        }
        let (id, draft) = self.drafts.remove(0);
        let mut editing = Editing::new(draft.target);
        editing.set(&draft.text);
        self.edit(editing, false);
        // It is kept under the name of this run before it isn't any more under the other.
        self.keep_draft();
        self.effect(Effect::DropDraft(id));
    }

    /// Asks where to write a text that can't be saved.
    pub(super) fn ask_elsewhere(&mut self) {
        if let Some(Overlay::Editor(editing)) = self.overlay.take() {
            self.overlay = Some(Overlay::Elsewhere(Prompt::of("note.md"), editing));
        }
    }

    /// Goes back to the editor, and writes its text to the file where one was named.
    pub(super) fn leave_elsewhere(&mut self, write: bool) {
        let Some(Overlay::Elsewhere(prompt, editing)) =
            self.overlay.take_if(|overlay| matches!(overlay, Overlay::Elsewhere(..)))
        else {
            return;
        };
        let text = editing.text() + "\n";
        self.overlay = Some(Overlay::Editor(editing));
        let typed = prompt.text().trim();
        if write && !typed.is_empty() {
            self.effect(Effect::Write(PathBuf::from(typed), text));
        }
    }

    /// A text is in a file elsewhere, or isn't.
    pub(super) fn written(&mut self, path: &Path, written: Result<(), String>) {
        let path = path.display();
        match written {
            Ok(()) => self.say(format!("Written to {path}; it isn't among the notes")),
            Err(reason) => self.warn(format!("Not written to {path}: {reason}")),
        }
    }

    /// Puts all that stands in the editor on the clipboard.
    pub(super) fn copy_note(&mut self) {
        if let Some(Overlay::Editor(editing)) = &self.overlay {
            let copied = super::Copied::new("the text of the note", &editing.text());
            self.effect(Effect::Copy(copied));
        }
    }
}
