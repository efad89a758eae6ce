//! What is kept of where the person is, while they read and when they leave.

use super::{App, Effect, Overlay, Screen};
use crate::note::Place;

/// Bytes of text between places that are kept while reading: some four screens of 80x24. Each is a line in
/// the journal, so it isn't done for every step.
const FAR: usize = 4 * 1024;

impl App {
    /// Keeps the place in the open document.
    pub(super) fn keep_place(&mut self) {
        // A part of a document isn't known by its content.
        let reader = self.reader.as_ref().filter(|reader| !reader.loading);
        let Some(reader) = reader.filter(|_| self.screens.contains(&Screen::Reader)) else { return };
        let document = reader.reference();
        let offset = reader.reading_offset() as u64;
        self.place(Place { document, offset, read: true });
    }

    /// Keeps the place once it is far from the one that was kept last, so that not even a killed program
    /// loses more than a few screens.
    pub(super) fn keep_far_place(&mut self) {
        let Some(reader) = self.reader.as_mut().filter(|reader| !reader.loading) else { return };
        let here = reader.reading_offset();
        if here.abs_diff(reader.kept) >= FAR {
            reader.kept = here;
            self.keep_place();
        }
    }

    /// Has a reading position kept, unless it is kept already.
    pub(super) fn place(&mut self, place: Place) {
        if !self.replayed {
            return;
        }
        let known = self.store.place(&place.document.path, &place.document.hash, &self.catalogue);
        if known != Some(&place) {
            self.effect(Effect::Place(place));
        }
    }

    /// Ends the program because the line dropped or the system says so: what stands in the editor is left for the next
    /// start, since half a sentence is no note yet, and mustn't take the place of one.
    pub(super) fn leave(&mut self) {
        self.leave_elsewhere(false);
        if let Some(Overlay::Tags(prompt, target)) =
            self.overlay.take_if(|over| matches!(over, Overlay::Tags(..)))
        {
            self.leave_tags(&prompt, *target);
        }
        self.leave_draft();
        self.close_editor();
        self.quit();
    }

    /// Ends the program, keeping the place.
    pub(super) fn quit(&mut self) {
        self.keep_place();
        self.keep_session();
        self.effect(Effect::Quit);
    }
}
