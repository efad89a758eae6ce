//! The documents with a word, window by window.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::index::SegmentReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{TERMINATED, Term};

use super::completions::behind;
use super::fields::Part;
use super::lexicon::LONGER;
use super::mask::{Mask, WINDOW};
use super::plan::Group;
use super::snapshot::Snapshot;

/// How soon more of a word counts less, the `k1` of BM25; what Lucene and `tantivy` have.
pub(super) const SATURATION: f32 = 1.2;

/// How much a word in a part counts by the part's length, for each of the 256 lengths that the index knows.
pub(super) type Factors = Arc<[f32; 256]>;

/// The factors of a part, those of BM25F: `weight / (1 - b + b * length / average)`.
pub(super) fn factors(snapshot: &Snapshot, part: Part) -> Factors {
    let (b, average) = (part.length_weight(), snapshot.average(part));
    let mut factors = [0.0; 256];
    for (factor, code) in factors.iter_mut().zip(0..=u8::MAX) {
        let length = FieldNormReader::id_to_fieldnorm(code) as f32;
        *factor = part.weight() / (1.0 - b + b * length / average);
    }
    Arc::new(factors)
}

/// The score for so much of a word: BM25's, of which `amount` has the lengths in it already.
pub(super) fn score(rarity: f32, amount: f32) -> f32 {
    rarity * (SATURATION + 1.0) * amount / (SATURATION + amount)
}

/// A form of a word in a part.
struct List {
    postings: BlockSegmentPostings,
    at: usize,
    weight: f32,
    factors: Factors,
    lengths: FieldNormReader,
}

/// How much each document of a segment has of the words that begin so; empty where none does.
fn spread(snapshot: &Snapshot, reader: &SegmentReader, group: &Group) -> tantivy::Result<Vec<f32>> {
    let Some(beginning) = &group.beginning else { return Ok(Vec::new()) };
    let mut amounts = Vec::new();
    for part in group.parts {
        let field = part.field(&snapshot.fields);
        let index = reader.inverted_index(field)?;
        let (factors, lengths) = (factors(snapshot, *part), reader.get_fieldnorms_reader(field)?);
        let behind = behind(beginning);
        let mut words = index.terms().range().gt(&**beginning).lt(&behind).into_stream()?;
        while let Some((_, info)) = words.next() {
            if amounts.is_empty() {
                amounts.resize(reader.max_doc() as usize, 0.0);
            }
            let mut postings = index.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
            while !postings.docs().is_empty() {
                for (doc, freq) in postings.docs().iter().zip(postings.freqs()) {
                    let factor = factors.get(usize::from(lengths.fieldnorm_id(*doc))).copied().unwrap_or(1.0);
                    if let Some(amount) = amounts.get_mut(*doc as usize) {
                        *amount += LONGER * *freq as f32 * factor;
                    }
                }
                postings.advance();
            }
        }
    }
    Ok(amounts)
}

/// A word in all its forms and parts.
pub(super) struct WordNode {
    lists: Vec<List>,
    /// How much each document of the segment has of the longer words that are meant too.
    spread: Vec<f32>,
    /// The documents of the segment with it in a note, in order.
    noted: Vec<(u32, f32)>,
    noted_at: usize,
    rarity: f32,
    amounts: Vec<f32>,
}

impl WordNode {
    /// A word in a segment.
    pub(super) fn new(
        snapshot: &Snapshot,
        reader: &SegmentReader,
        group: &Group,
        noted: Vec<(u32, f32)>,
    ) -> tantivy::Result<Self> {
        let mut lists = Vec::new();
        for part in group.parts {
            let field = part.field(&snapshot.fields);
            let index = reader.inverted_index(field)?;
            let mut shared = None;
            for form in &group.forms {
                let term = Term::from_field_text(field, &form.text);
                let option = IndexRecordOption::WithFreqs;
                let Some(postings) = index.read_block_postings(&term, option)? else { continue };
                let (factors, lengths) = match &shared {
                    Some(shared) => shared,
                    None => shared.insert((factors(snapshot, *part), reader.get_fieldnorms_reader(field)?)),
                };
                let (factors, lengths) = (factors.clone(), lengths.clone());
                lists.push(List { postings, at: 0, weight: form.weight, factors, lengths });
            }
        }
        let spread = spread(snapshot, reader, group)?;
        Ok(Self { lists, spread, noted, noted_at: 0, rarity: group.rarity, amounts: vec![0.0; WINDOW] })
    }

    /// How many documents it may be in.
    pub(super) fn cost(&self) -> u64 {
        self.lists.iter().map(|list| u64::from(list.postings.doc_freq())).sum::<u64>()
            + self.noted.len() as u64
            + self.spread.len() as u64 / 4
    }

    /// Which documents from `base` on, of those in `within`, have it; adds to their scores.
    pub(super) fn window(&mut self, base: u32, within: &Mask, scores: Option<&mut [f32]>) -> Mask {
        let mut found = Mask::NONE;
        let amounts = scores.is_some().then_some(self.amounts.as_mut_slice());
        fill(&mut self.lists, base, within, &mut found, amounts);
        let longer = self.spread.get(base as usize..).unwrap_or(&[]).iter().take(WINDOW).enumerate();
        for (at, amount) in longer.filter(|(_, amount)| **amount > 0.0) {
            found.insert(at);
            if let Some(known) = self.amounts.get_mut(at).filter(|_| scores.is_some()) {
                *known += amount;
            }
        }
        let end = base.saturating_add(WINDOW as u32);
        while let Some((doc, amount)) = self.noted.get(self.noted_at).filter(|(doc, _)| *doc < end) {
            if let Some(at) = doc.checked_sub(base) {
                found.insert(at as usize);
                if let Some(known) = self.amounts.get_mut(at as usize).filter(|_| scores.is_some()) {
                    *known += amount;
                }
            }
            self.noted_at += 1;
        }
        let Some(scores) = scores else {
            found.keep(within);
            return found;
        };
        for at in found.iter() {
            if let (Some(amount), Some(known)) = (self.amounts.get_mut(at), scores.get_mut(at)) {
                if within.contains(at) {
                    *known += score(self.rarity, *amount);
                }
                *amount = 0.0;
            }
        }
        found.keep(within);
        found
    }
}

/// Puts the documents of the lists into `found`, and how much each has into `amounts`.
fn fill(lists: &mut [List], base: u32, within: &Mask, found: &mut Mask, mut amounts: Option<&mut [f32]>) {
    let end = base.saturating_add(WINDOW as u32);
    let candidates = within.len();
    for list in lists {
        // With few candidates it is quicker to look for each of them than to read all that the list has.
        if candidates <= FEW {
            for at in within.iter() {
                if let Some(amount) = list.find(base + at as u32) {
                    found.insert(at);
                    if let Some(known) = amounts.as_mut().and_then(|amounts| amounts.get_mut(at)) {
                        *known += amount;
                    }
                }
            }
            continue;
        }
        list.go_to(base);
        while let Some(docs) = list.postings.docs().get(list.at..).filter(|docs| !docs.is_empty()) {
            let freqs = list.postings.freqs().get(list.at..).unwrap_or(&[]);
            let count = docs.partition_point(|doc| *doc < end);
            for (doc, freq) in docs.iter().zip(freqs).take(count) {
                let at = (doc - base) as usize;
                found.insert(at);
                if let Some(known) = amounts.as_mut().and_then(|amounts| amounts.get_mut(at)) {
                    let length = list.lengths.fieldnorm_id(*doc);
                    let factor = list.factors.get(usize::from(length)).copied().unwrap_or(1.0);
                    *known += list.weight * *freq as f32 * factor;
                }
            }
            if count < docs.len() {
                list.at += count;
                break;
            }
            list.postings.advance();
            list.at = 0;
        }
    }
}

/// With so many candidates or fewer in a window, each is looked for.
const FEW: usize = 24;

impl List {
    /// Goes to the first document at `doc` or behind it.
    fn go_to(&mut self, doc: u32) {
        let docs = self.postings.docs();
        match docs.last() {
            Some(last) if *last >= doc => {
                let rest = docs.get(self.at..).unwrap_or(&[]);
                self.at += rest.partition_point(|known| *known < doc);
            }
            // Of a list that was read to its end there is nothing left.
            None => self.at = 0,
            Some(_) => self.at = self.postings.seek(doc.min(TERMINATED - 1)),
        }
    }

    /// How much a document has of the word, weighed; `None` where it hasn't it.
    fn find(&mut self, doc: u32) -> Option<f32> {
        self.go_to(doc);
        let known = self.postings.docs().get(self.at)?;
        if *known != doc {
            return None;
        }
        let freq = self.postings.freqs().get(self.at).copied().unwrap_or(1);
        let factor = self.factors.get(usize::from(self.lengths.fieldnorm_id(doc))).copied().unwrap_or(1.0);
        Some(self.weight * freq as f32 * factor)
    }
}
