//! The model file: the table packed in columns, unpacked when it is opened.
//!
//! Little-endian throughout: the head (magic, version, checksum of what follows, counts, scale), the packed features (where
//! the buckets begin, the keys, the weights: 16 signed bytes each) and the packed words (the transitions, how words are
//! mostly written, the lists, the clusters, the weights of groups of letters).

use std::io;

use super::clusters::Codes;
use super::columns::{Columns, Packer};
use super::features::{Features, ROW};
use super::form::CLASSES;
use super::hash;
use super::label::LABELS;
use super::lattice::{Transitions, even_transitions};
use super::letters::SIZE;
use super::words::{Keyed, Words};

/// The first bytes of every model.
const MAGIC: [u8; 8] = *b"ibidtag\n";

/// The version of the format and of the features; both sides of it must agree.
const VERSION: u32 = 4;

/// Where what is summed begins.
const SUMMED: usize = 20;

/// Why bytes aren't a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// They don't begin as a model does.
    NotAModel,
    /// They are of another version of the format.
    Version(u32),
    /// They are damaged or cut short.
    Damaged,
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAModel => write!(f, "not a tagger's model"),
            Self::Version(version) => {
                write!(f, "a model of version {version}; this program reads version {VERSION}")
            }
            Self::Damaged => write!(f, "the model is damaged"),
        }
    }
}

impl std::error::Error for ModelError {}

/// What is in a model.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    pub(super) features: Features,
    /// The scores of one label behind another.
    pub(super) transitions: Transitions,
    pub(super) words: Words,
}

/// The table as the bytes of a file.
pub(super) fn write(table: &Table) -> Vec<u8> {
    // Nothing but a lack of memory keeps memory from being written to, and that ends the program.
    let features = features(&table.features).unwrap_or_default();
    let words = words(&table.transitions, &table.words).unwrap_or_default();
    let counts = Counts {
        buckets: table.features.firsts().len() as u32,
        features: table.features.rows().len() as u32,
        cases: table.words.cases.keys().len() as u32,
        names: table.words.names.keys().len() as u32,
        clusters: table.words.clusters.keys().len() as u32,
        letters: table.words.letters.len() as u32,
        scale: table.features.scale.to_bits(),
        packed: features.len() as u32,
    };
    let mut summed = counts.bytes();
    summed.extend(features);
    summed.extend(words);
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&hash::bytes(&summed).to_le_bytes());
    bytes.extend_from_slice(&summed);
    bytes
}

fn features(features: &Features) -> io::Result<Vec<u8>> {
    let mut packer = Packer::new();
    packer.ascending(features.firsts())?;
    packer.numbers(features.rows().iter().map(|&[a, b, c, d, ..]| [a, b, c, d]))?;
    for [_, _, _, _, weights @ ..] in features.rows() {
        packer.bytes(weights)?;
    }
    packer.finish()
}

fn words(transitions: &Transitions, words: &Words) -> io::Result<Vec<u8>> {
    let mut packer = Packer::new();
    for row in transitions.iter().flat_map(|class| &class[..LABELS]) {
        row[..LABELS].iter().try_for_each(|score| packer.bytes(&score.to_le_bytes()))?;
    }
    for keyed in [&words.cases, &words.names] {
        packer.ascending(keyed.keys())?;
        packer.bytes(keyed.values())?;
    }
    packer.ascending(words.clusters.keys())?;
    packer.numbers(words.clusters.values().iter().flatten().map(|code| code.to_le_bytes()))?;
    packer.bytes(&words.letters)?;
    packer.finish()
}

/// Unpacks the bytes of a file, its two parts at the same time.
///
/// # Errors
/// Bytes that aren't a model, are of another version or damaged.
pub(super) fn open(bytes: &[u8]) -> Result<Table, ModelError> {
    if !bytes.starts_with(&MAGIC) {
        return Err(ModelError::NotAModel);
    }
    let damaged = ModelError::Damaged;
    let version = word(bytes, MAGIC.len()).ok_or(damaged)?;
    if version != VERSION {
        return Err(ModelError::Version(version));
    }
    let sum = bytes.get(SUMMED - 8..).and_then(<[u8]>::first_chunk).ok_or(damaged)?;
    let summed = bytes.get(SUMMED..).ok_or(damaged)?;
    if hash::bytes(summed) != u64::from_le_bytes(*sum) {
        return Err(damaged);
    }
    let counts = Counts::read(summed).ok_or(damaged)?;
    let packed = summed.get(4 * Counts::FIELDS..).ok_or(damaged)?;
    let (features, words) = packed.split_at_checked(counts.packed as usize).ok_or(damaged)?;
    let (features, words) = rayon::join(|| counts.features_of(features), || counts.words_of(words));
    let features = features.ok().flatten().ok_or(damaged)?;
    let (transitions, words) = words.ok().flatten().ok_or(damaged)?;
    Ok(Table { features, transitions, words })
}

/// The head behind the checksum.
#[derive(Clone, Copy)]
struct Counts {
    /// Of the beginnings of buckets.
    buckets: u32,
    features: u32,
    cases: u32,
    names: u32,
    clusters: u32,
    /// Bytes of the weights of groups of letters.
    letters: u32,
    /// The bits of what a weight of 1 stands for.
    scale: u32,
    /// Bytes of the packed features.
    packed: u32,
}

impl Counts {
    /// How many numbers they are.
    const FIELDS: usize = 8;

    fn bytes(self) -> Vec<u8> {
        let Self { buckets, features, cases, names, clusters, letters, scale, packed } = self;
        let fields: [u32; Self::FIELDS] = [buckets, features, cases, names, clusters, letters, scale, packed];
        fields.into_iter().flat_map(u32::to_le_bytes).collect()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut fields = [0; Self::FIELDS];
        for (number, field) in fields.iter_mut().enumerate() {
            *field = word(bytes, 4 * number)?;
        }
        let [buckets, features, cases, names, clusters, letters, scale, packed] = fields;
        Some(Self { buckets, features, cases, names, clusters, letters, scale, packed })
    }

    /// The features, unpacked; `None` where they make no sense.
    fn features_of(self, packed: &[u8]) -> io::Result<Option<Features>> {
        let mut columns = Columns::new(packed);
        let firsts = columns.ascending(self.buckets as usize)?;
        let mut rows: Vec<[u8; ROW]> = columns.room(self.features as usize)?;
        columns.numbers(&mut rows, 4, |row, place, byte| row[place] = byte)?;
        columns.each(&mut rows, |row, weights: [u8; ROW - 4]| row[4..].copy_from_slice(&weights))?;
        let features = Features::new(f32::from_bits(self.scale), firsts, rows);
        Ok(features.filter(|_| columns.is_done()))
    }

    /// The transitions and what is known of words, unpacked; `None` where they make no sense.
    fn words_of(self, packed: &[u8]) -> io::Result<Option<(Transitions, Words)>> {
        let mut columns = Columns::new(packed);
        let scores = columns.bytes(4 * CLASSES * LABELS * LABELS)?;
        let mut scores = scores.as_chunks().0.iter().map(|score| f32::from_le_bytes(*score));
        let mut transitions = even_transitions();
        for row in transitions.iter_mut().flat_map(|class| &mut class[..LABELS]) {
            row[..LABELS].iter_mut().zip(&mut scores).for_each(|(place, score)| *place = score);
        }
        let mut keyed = |count: u32| {
            Ok::<_, io::Error>(Keyed::new(columns.ascending(count as usize)?, columns.bytes(count as usize)?))
        };
        let (cases, names) = (keyed(self.cases)?, keyed(self.names)?);
        let keys = columns.ascending(self.clusters as usize)?;
        let mut codes: Vec<Codes> = columns.room(keys.len())?;
        let numbers = codes.as_flattened_mut();
        columns.numbers(numbers, 2, |code, place, byte| *code |= u16::from(byte) << (8 * place))?;
        let clusters = Keyed::new(keys, codes);
        let letters = columns.bytes(self.letters as usize)?;
        let finite = transitions.iter().flatten().flatten().all(|score| score.is_finite());
        let sorted = [cases.keys(), names.keys(), clusters.keys()].iter().all(|keys| keys.is_sorted());
        let sound = finite && sorted && [0, SIZE].contains(&letters.len()) && columns.is_done();
        Ok(sound.then_some((transitions, Words { cases, names, clusters, letters })))
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::label::NAMED;
    use super::super::lore::Lore;
    use super::*;

    fn table() -> Table {
        let mut weights: Vec<_> =
            (1..=100_u64).map(|at| (hash::mix(at, at), [at as f32 / 50.0; NAMED])).collect();
        let mut lore = Lore::default();
        lore.list(1, "Minsk\nBrest");
        Table {
            features: Features::of(&mut weights),
            transitions: even_transitions(),
            words: Words::from(&lore),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut table = table();
        assert_eq!(open(&write(&table)).unwrap(), table);
        table.words = Words { letters: vec![7; SIZE], ..Words::from(&Lore::default()) };
        table.features = Features::of(&mut Vec::new());
        assert_eq!(open(&write(&table)).unwrap(), table);
    }

    #[test]
    fn damaged_models_are_refused() {
        let good = write(&table());
        assert_eq!(open(b"").unwrap_err(), ModelError::NotAModel);
        for cut in 8..good.len() {
            assert!(open(&good[..cut]).is_err());
        }
        for at in (0..good.len()).step_by(7) {
            let mut bad = good.clone();
            bad[at] ^= 4;
            assert!(open(&bad).is_err(), "{at}");
        }
        let mut newer = good;
        newer[8] = 9;
        assert_eq!(open(&newer).unwrap_err(), ModelError::Version(9));
    }

    /// The same bytes with something else in them, and the checksum that belongs to that.
    fn forged(mut bytes: Vec<u8>, at: usize, new: &[u8]) -> Vec<u8> {
        bytes[SUMMED + at..][..new.len()].copy_from_slice(new);
        let sum = hash::bytes(&bytes[SUMMED..]);
        bytes[SUMMED - 8..SUMMED].copy_from_slice(&sum.to_le_bytes());
        bytes
    }

    #[test]
    fn counts_that_are_wrong_are_refused_whatever_the_checksum_says() {
        let good = write(&table());
        for field in (0..Counts::FIELDS).filter(|&field| field != 6) {
            for wrong in [0, 1, 77, 1 << 20, u32::MAX] {
                let bad = forged(good.clone(), 4 * field, &u32::to_le_bytes(wrong));
                assert!(open(&bad).is_err() || bad == good, "field {field} {wrong}");
            }
        }
        for at in 4 * Counts::FIELDS..good.len() - SUMMED {
            // What unpacks to a table of the same shape is one; nothing panics.
            drop(open(&forged(good.clone(), at, &[good[SUMMED + at] ^ 4])));
        }
    }
}
