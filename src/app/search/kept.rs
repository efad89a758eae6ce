//! What the person keeps of the documents, as a search asks it.

use std::sync::Arc;

use crate::app::App;
use crate::index::{Kept, NoteText};
use crate::note::{ItemKind, path_to_text};

impl App {
    /// What the person keeps; made anew where it has changed since.
    pub(super) fn kept(&mut self) -> Arc<Kept> {
        if let Some(kept) = &self.search.kept {
            return kept.clone();
        }
        let kept = Arc::new(self.make_kept());
        self.search.kept = Some(kept.clone());
        kept
    }

    /// Something that is kept has changed, or the documents that it belongs to.
    pub(in crate::app) fn forget_kept(&mut self) {
        self.search.kept = None;
    }

    fn make_kept(&self) -> Kept {
        let mut kept = Kept::default();
        let places = self.store.places().filter(|place| place.read);
        for id in places.flat_map(|place| self.catalogue.candidates(&place.document)) {
            let Some(entry) = self.catalogue.get(id) else { continue };
            // Of several places that may be meant, the store knows which is.
            let place = self.store.place(&path_to_text(&entry.path), &entry.meta.hash, &self.catalogue);
            if place.is_some_and(|place| place.read) {
                kept.read.insert(id);
            }
        }
        for item in self.store.items() {
            let Some(id) = self.catalogue.find(&item.document) else { continue };
            if item.kind != ItemKind::Note {
                kept.bookmarked.insert(id);
            }
            if item.body.is_empty() && item.tags.is_empty() {
                continue;
            }
            let tags = item.tags.iter().map(|tag| format!(" #{tag}"));
            let text = item.body.clone() + &tags.collect::<String>();
            kept.notes.push(NoteText { id, text, place: item.anchor.as_ref().map(|anchor| anchor.span()) });
        }
        kept
    }
}
