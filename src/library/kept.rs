//! What the person keeps of the documents of a collection, as a search asks it.

use super::Catalogue;
use super::ruled::is_made_within;
use crate::index::{Kept, NoteText};
use crate::note::{DocumentRef, ItemKind, Known, Store};

/// Whether a document was in the collection at `place`, as [`super::place_of`] gives it, and isn't any more: its path
/// lies there, nothing is at it, and it is found under no other.
pub fn is_absent(made_on: &DocumentRef, catalogue: &Catalogue, store: &Store, place: &[String]) -> bool {
    let was_here = is_made_within(std::slice::from_ref(&made_on.path), place);
    was_here && !catalogue.has_path(&made_on.path) && catalogue.find(made_on, store).is_none()
}

/// What the person keeps.
pub fn kept(store: &Store, catalogue: &Catalogue) -> Kept {
    let mut kept = Kept::default();
    let places = store.places().filter(|place| place.read);
    for id in places.flat_map(|place| catalogue.candidates(&place.document)) {
        let Some(entry) = catalogue.get(id) else { continue };
        // Of several places that may be meant, the store knows which is.
        let place = store.place(entry.path_text(), entry.hash(), catalogue);
        if place.is_some_and(|place| place.read) {
            kept.read.insert(id);
        }
    }
    for item in store.items() {
        let Some(id) = item.document().and_then(|made_on| catalogue.find(made_on, store)) else { continue };
        if item.kind != ItemKind::Note {
            kept.bookmarked.insert(id);
        }
        if item.body.is_empty() && item.tags.is_empty() {
            continue;
        }
        let tags = item.tags.iter().map(|tag| format!(" #{tag}"));
        let text = item.body.clone() + &tags.collect::<String>();
        kept.notes.push(NoteText { id, text, place: item.anchor().map(|anchor| anchor.span()) });
    }
    kept
}
