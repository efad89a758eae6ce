//! The documents that have what is looked for in a note.

use super::lexicon::Form;
use super::near;
use super::notes::Notes;
use crate::corpus::DocId;

/// The documents with a phrase in a note, and how much of it.
pub(super) fn phrase(notes: &Notes, slots: &[Vec<Form>], slop: u32, weight: f32) -> Vec<(DocId, f32)> {
    let places = |forms: &Vec<Form>| -> Vec<(u32, u32)> {
        let mut places: Vec<(u32, u32)> =
            forms.iter().flat_map(|form| notes.places(&form.text)).copied().collect();
        places.sort_unstable();
        places
    };
    let slots: Vec<Vec<(u32, u32)>> = slots.iter().map(places).collect();
    let mut noted = Vec::new();
    let Some(first) = slots.first() else { return noted };
    let mut before = None;
    for (note, _) in first {
        if before.replace(*note) == Some(*note) {
            continue;
        }
        let own = |places: &Vec<(u32, u32)>| -> Vec<u32> {
            let from = places.partition_point(|(known, _)| known < note);
            let own = places.iter().skip(from).take_while(|(known, _)| known == note);
            own.map(|(_, position)| *position).collect()
        };
        let positions: Vec<Vec<u32>> = slots.iter().map(own).collect();
        near::matches(&positions, slop, |_| noted.extend(notes.document(*note).map(|id| (id, weight))));
    }
    summed(noted)
}

/// The weights of each document together, in order of the documents.
pub(super) fn summed(mut noted: Vec<(DocId, f32)>) -> Vec<(DocId, f32)> {
    noted.sort_unstable_by_key(|(id, _)| *id);
    noted.dedup_by(|next, own| {
        let same = next.0 == own.0;
        if same {
            own.1 += next.1;
        }
        same
    });
    noted
}
