//! Which documents are copies of one another, the same or nearly the same.

use std::num::NonZeroU64;

use super::bands::{Bands, GREATEST};
use super::{Catalogue, DocId};
use crate::corpus::{ContentHash, Fingerprint, Meta, Sketch};
use crate::index::packed::{Packed, Unpacked};

/// Two documents are nearly the same from this on: at least half of what is in either is in both.
const NEAR: f32 = 0.5;

/// Documents are compared that agree in all rows of at least one band of their sketches (Indyk, Motwani,
/// Approximate Nearest Neighbors, 1998). With twenty bands of three rows that finds 93 of 100 pairs that have
/// half in common, all but one in a hundred of those that have 60 % in common, and hardly a stranger.
const BANDS: usize = 20;
const ROWS: usize = 3;

/// The keys of a document at most: its bands, its file and its words.
const KEYS: usize = BANDS + 2;

/// What a document is known by.
#[derive(Clone, Copy, Debug)]
pub struct Identity<'a> {
    /// Its file.
    pub hash: &'a ContentHash,
    /// Its words, as a hash of all of them in their order; `None` where there are none.
    pub words: Option<NonZeroU64>,
    /// A sketch of its prose, where there is enough of it.
    pub sketch: Option<&'a Sketch>,
}

impl<'a> From<&'a Meta> for Identity<'a> {
    fn from(meta: &'a Meta) -> Self {
        Self::new(&meta.hash, &meta.print)
    }
}

impl<'a> Identity<'a> {
    /// That of a document with this file and these words.
    pub fn new(hash: &'a ContentHash, print: &'a Fingerprint) -> Self {
        Self { hash, words: print.words, sketch: print.sketch.as_deref() }
    }

    /// Whether both are the same file, or have the same words.
    fn is(self, other: Self) -> bool {
        self.hash == other.hash || self.words.is_some() && self.words == other.words
    }

    /// How much of both is in common, from 0 to 1.
    pub(super) fn resemblance(self, other: Self) -> f32 {
        match (self.sketch, other.sketch) {
            (Some(one), Some(other)) => one.resemblance(other),
            _ => 0.0,
        }
    }
}

/// How alike two copies are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same file, or the same words.
    Same,
    /// The per cent of the shingles of both that they have in common, at most 99, as an estimate.
    Near(u8),
}

impl Likeness {
    /// How alike two documents are.
    pub fn of(one: Identity<'_>, other: Identity<'_>) -> Self {
        if one.is(other) {
            return Self::Same;
        }
        Self::Near((one.resemblance(other) * 100.0).round().clamp(0.0, 99.0) as u8)
    }

    /// A sign for it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Same => "=",
            Self::Near(_) => "≈",
        }
    }
}

/// Which documents are copies of which. A document that came before all its copies is the head of its group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// The number of the head of each document.
    heads: Vec<u32>,
    /// For each head the documents of its group.
    counts: Vec<u32>,
}

impl Groups {
    /// The head of a document's group; the document itself where it has no copies.
    pub fn head(&self, id: DocId) -> DocId {
        self.heads.get(id.0 as usize).map_or(id, |head| DocId(*head))
    }

    /// How many documents are in some group: those with lower numbers than this.
    pub(super) fn span(&self) -> usize {
        self.heads.len()
    }

    /// Writes them down.
    pub(super) fn pack(&self) -> Packed {
        let mut packed = Packed::default();
        packed.u32s(&self.heads);
        packed
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        let heads = packed.u32s()?;
        let mut counts = vec![0; heads.len()];
        for head in &heads {
            *counts.get_mut(*head as usize)? += 1;
        }
        Some(Self { heads, counts })
    }

    /// The documents of its group, itself too.
    pub fn count(&self, id: DocId) -> usize {
        self.counts.get(self.head(id).0 as usize).map_or(1, |count| *count as usize)
    }
}

/// Finds copies as documents come in.
///
/// Each document joins the group of the head that it is most like, or becomes a head itself. It is compared
/// with heads alone, so that no chain of neighbours makes a group of strangers; only what is the same as a
/// member belongs to its group without a look at the head.
#[derive(Debug, Default)]
pub struct Copies {
    groups: Groups,
    bands: Bands,
    epoch: u32,
    /// Whether the bands were let go of.
    rests: bool,
}

impl Copies {
    /// Takes in what has come to the catalogue since, all of it anew where entries were replaced, and gives
    /// the groups. `None` if `stop` said so meanwhile; what was done until then isn't done again.
    pub fn take_in(&mut self, catalogue: &Catalogue, stop: &dyn Fn() -> bool) -> Option<Groups> {
        if self.epoch != catalogue.epoch() || self.groups.heads.len() > catalogue.span() {
            *self = Self { epoch: catalogue.epoch(), ..Self::default() };
        }
        if let (true, Some(known)) = (self.groups.heads.is_empty(), catalogue.worked_out()) {
            (self.groups, self.rests) = (known.groups.clone(), true);
        }
        let known = |number: u32| catalogue.get(DocId(number)).map(|entry| entry.identity());
        for number in self.groups.heads.len() as u32..(catalogue.span() as u32).min(GREATEST) {
            if number.is_multiple_of(1024) && stop() {
                return None;
            }
            self.take(number, &known);
        }
        Some(self.groups.clone())
    }

    /// Lets go of most of its memory until more documents come, which takes a moment then.
    pub fn rest(&mut self) {
        (self.bands, self.rests) = (Bands::default(), true);
    }

    /// The number of the head of the next document, which has that `number`; `known` tells of it and of
    /// all before it.
    pub fn take<'a>(&mut self, number: u32, known: &impl Fn(u32) -> Option<Identity<'a>>) -> u32 {
        if std::mem::take(&mut self.rests) {
            self.grow(known);
        }
        let head = known(number).and_then(|own| self.head_of(own, known)).unwrap_or(number);
        self.groups.heads.push(head);
        self.groups.counts.push(0);
        if let Some(count) = self.groups.counts.get_mut(head as usize) {
            *count += 1;
        }
        if !self.bands.has_room(KEYS) {
            self.grow(known);
        } else if let Some(own) = known(number) {
            put(&mut self.bands, own, number, head == number);
        }
        head
    }

    /// The head that a document belongs to.
    fn head_of<'a>(&self, own: Identity<'_>, known: &impl Fn(u32) -> Option<Identity<'a>>) -> Option<u32> {
        let heads = &self.groups.heads;
        let same = |number: &u32| known(*number).is_some_and(|other| own.is(other));
        if let Some(number) = exact(own).flat_map(|key| self.bands.get(key)).find(same) {
            return heads.get(number as usize).copied();
        }
        let sketch = own.sketch?;
        let mut seen: Vec<u32> = Vec::new();
        let mut best = None;
        for number in bands(sketch).flat_map(|key| self.bands.get(key)) {
            // What stands here for being the same as another is no head.
            if seen.contains(&number) || heads.get(number as usize) != Some(&number) {
                continue;
            }
            seen.push(number);
            let alike = known(number).map_or(0.0, |other| own.resemblance(other));
            if alike >= NEAR
                && best.is_none_or(|(most, before)| alike > most || alike == most && number < before)
            {
                best = Some((alike, number));
            }
        }
        best.map(|(_, number)| number)
    }

    /// Makes a table with more room.
    fn grow<'a>(&mut self, known: &impl Fn(u32) -> Option<Identity<'a>>) {
        let heads = &self.groups.heads;
        let mut bands = Bands::with_room((heads.len() + heads.len() / 4 + 64) * KEYS);
        for (number, head) in (0..).zip(heads) {
            if let Some(own) = known(number) {
                put(&mut bands, own, number, *head == number);
            }
        }
        self.bands = bands;
    }
}

/// Puts the keys of a document into the table.
fn put(table: &mut Bands, own: Identity<'_>, number: u32, is_head: bool) {
    exact(own).for_each(|key| table.put(key, number));
    if let Some(sketch) = own.sketch.filter(|_| is_head) {
        bands(sketch).for_each(|key| table.put(key, number));
    }
}

/// The keys of what is exactly the same: the file and the words.
fn exact(own: Identity<'_>) -> impl Iterator<Item = u64> + use<> {
    std::iter::once(spread(own.hash.key())).chain(own.words.map(|words| spread(words.get() ^ 1)))
}

/// The keys of the bands of a sketch.
fn bands(sketch: &Sketch) -> impl Iterator<Item = u64> + '_ {
    let rows = sketch.bins().chunks_exact(ROWS).take(BANDS);
    rows.zip(1u64..).map(|(rows, band)| spread(rows.iter().fold(band, |key, row| key << 8 | u64::from(*row))))
}

/// Spreads a key over all its bits, as Fibonacci hashing does (Knuth, volume 3, section 6.4).
fn spread(key: u64) -> u64 {
    let key = (key ^ (key >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (key ^ (key >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

#[cfg(test)]
#[path = "copies_tests.rs"]
mod tests;
