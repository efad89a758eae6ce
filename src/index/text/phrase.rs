//! The documents with a phrase, window by window.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::index::SegmentReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED, Term};

use super::mask::{Mask, WINDOW};
use super::near;
use super::plan::Phrase;
use super::snapshot::Snapshot;
use super::word::{Factors, factors, score};

/// A word of the phrase in a part, in all its forms.
struct Slot {
    forms: Vec<SegmentPostings>,
}

/// The phrase in a part.
struct Place {
    slots: Vec<Slot>,
    /// The numbers of the words, the rarest first.
    order: Vec<usize>,
    factors: Factors,
    lengths: FieldNormReader,
}

/// A phrase in all parts.
pub(super) struct PhraseNode {
    places: Vec<Place>,
    noted: Vec<(u32, f32)>,
    slop: u32,
    weight: f32,
    rarity: f32,
    /// Memory for the positions of each word, used again.
    positions: Vec<Vec<u32>>,
    amounts: Vec<f32>,
}

impl PhraseNode {
    /// A phrase in a segment.
    pub(super) fn new(
        snapshot: &Snapshot,
        reader: &SegmentReader,
        phrase: &Phrase,
        noted: Vec<(u32, f32)>,
    ) -> tantivy::Result<Self> {
        let mut places = Vec::new();
        for part in phrase.parts {
            let field = part.field(&snapshot.fields);
            let index = reader.inverted_index(field)?;
            let mut slots = Vec::new();
            for forms in &phrase.slots {
                let mut slot = Slot { forms: Vec::new() };
                for form in forms {
                    let term = Term::from_field_text(field, &form.text);
                    let option = IndexRecordOption::WithFreqsAndPositions;
                    slot.forms.extend(index.read_postings(&term, option)?);
                }
                if slot.forms.is_empty() {
                    break;
                }
                slots.push(slot);
            }
            if slots.len() == phrase.slots.len() {
                let lengths = reader.get_fieldnorms_reader(field)?;
                let mut order: Vec<usize> = (0..slots.len()).collect();
                order.sort_by_key(|at| slots.get(*at).map(Slot::cost));
                places.push(Place { slots, order, factors: factors(snapshot, *part), lengths });
            }
        }
        Ok(Self {
            places,
            noted,
            slop: phrase.slop,
            weight: phrase.weight,
            rarity: phrase.rarity,
            positions: vec![Vec::new(); phrase.slots.len()],
            amounts: vec![0.0; WINDOW],
        })
    }

    /// How many documents it may be in; each of them takes longer than one of a word does.
    pub(super) fn cost(&self) -> u64 {
        let place = |place: &Place| place.slots.iter().map(Slot::cost).min().unwrap_or(0);
        self.places.iter().map(place).sum::<u64>() * 4 + self.noted.len() as u64
    }

    /// Which documents from `base` on, of those in `within`, have it; adds to their scores.
    pub(super) fn window(&mut self, base: u32, within: &Mask, scores: Option<&mut [f32]>) -> Mask {
        let end = base.saturating_add(WINDOW as u32).min(TERMINATED);
        let mut found = Mask::NONE;
        for place in &mut self.places {
            let mut doc = place.next(base);
            while doc < end {
                let at = (doc - base) as usize;
                if within.contains(at) {
                    let count = place.count(doc, self.slop, &mut self.positions);
                    if count > 0 {
                        found.insert(at);
                        let length = usize::from(place.lengths.fieldnorm_id(doc));
                        let factor = place.factors.get(length).copied().unwrap_or(1.0);
                        if let Some(amount) = self.amounts.get_mut(at) {
                            *amount += self.weight * count as f32 * factor;
                        }
                    }
                }
                doc = place.next(doc + 1);
            }
        }
        let from = self.noted.partition_point(|(doc, _)| *doc < base);
        for (doc, amount) in self.noted.iter().skip(from).take_while(|(doc, _)| *doc < end) {
            let at = (doc - base) as usize;
            found.insert(at);
            if let Some(known) = self.amounts.get_mut(at) {
                *known += amount;
            }
        }
        found.keep(within);
        if let Some(scores) = scores {
            for at in found.iter() {
                if let (Some(amount), Some(known)) = (self.amounts.get(at), scores.get_mut(at)) {
                    *known += score(self.rarity, *amount);
                }
            }
        }
        self.amounts.fill(0.0);
        found
    }
}

impl Place {
    /// The first document from `doc` on that has all the words.
    fn next(&mut self, mut doc: u32) -> u32 {
        'documents: while doc < TERMINATED {
            for at in &self.order {
                let Some(slot) = self.slots.get_mut(*at) else { continue };
                let found = slot.seek(doc);
                if found > doc {
                    doc = found;
                    continue 'documents;
                }
            }
            return doc;
        }
        TERMINATED
    }

    /// How often the phrase stands in `doc`, to which all words were moved.
    fn count(&mut self, doc: u32, slop: u32, positions: &mut [Vec<u32>]) -> usize {
        for (slot, positions) in self.slots.iter_mut().zip(positions.iter_mut()) {
            slot.positions(doc, positions);
        }
        let mut count = 0;
        near::matches(positions, slop, |_| count += 1);
        count
    }
}

impl Slot {
    fn cost(&self) -> u64 {
        self.forms.iter().map(|form| u64::from(form.doc_freq())).sum()
    }

    /// Moves to the first document at `doc` or behind it.
    fn seek(&mut self, doc: u32) -> u32 {
        let mut first = TERMINATED;
        for form in &mut self.forms {
            let at = if form.doc() < doc { form.seek(doc) } else { form.doc() };
            first = first.min(at);
        }
        first
    }

    /// The positions of all forms in `doc`, in order.
    fn positions(&mut self, doc: u32, positions: &mut Vec<u32>) {
        positions.clear();
        let several = self.forms.len() > 1;
        for form in self.forms.iter_mut().filter(|form| form.doc() == doc) {
            form.append_positions_with_offset(0, positions);
        }
        if several {
            positions.sort_unstable();
        }
    }
}
