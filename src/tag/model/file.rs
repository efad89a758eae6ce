//! The model file: a table of features and their weights that is used where it lies, without being unpacked.
//!
//! Little-endian throughout: the head (magic, version, checksum, counts, scales), the first feature of each bucket,
//! the keys of the features, their weights (16 signed bytes each), the transitions, how words are mostly written.

use std::borrow::Cow;

use super::casing::Usual;
use super::form::CLASSES;
use super::hash;
use super::label::{LABELS, NAMED};
use super::lattice::{Transitions, even_transitions};

/// The first bytes of every model.
const MAGIC: [u8; 8] = *b"ibidtag\n";

/// The version of the format and of the features; both sides of it must agree.
const VERSION: u32 = 1;

/// The bytes of the head.
const HEAD: usize = 40;

/// Weights never reach further from nothing than this; see [`write`].
const FURTHEST: f32 = 6.0;

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
            Self::Version(version) => write!(f, "a model of version {version}; this program reads version {VERSION}"),
            Self::Damaged => write!(f, "the model is damaged"),
        }
    }
}

impl std::error::Error for ModelError {}

/// The parts of a model file.
#[derive(Clone, Debug)]
pub(super) struct Table {
    bytes: Cow<'static, [u8]>,
    bits: u32,
    keys: usize,
    weights: usize,
    count: usize,
    cased: usize,
    cases: usize,
    /// What a weight of 1 stands for.
    pub(super) scale: f32,
    /// The scores of one label behind another.
    pub(super) transitions: Transitions,
}

/// What a model is written from.
pub(super) struct Parts<'a> {
    /// Each feature with its weights.
    pub(super) features: &'a mut Vec<(u64, [f32; NAMED])>,
    pub(super) transitions: &'a Transitions,
    /// How words are mostly written.
    pub(super) cases: &'a mut Vec<(u64, Usual)>,
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The model as bytes. Features all of whose weights are nothing when rounded are left out.
pub(super) fn write(parts: Parts<'_>) -> Vec<u8> {
    let most = parts.features.iter().flat_map(|(_, weights)| weights).fold(0.1_f32, |most, w| most.max(w.abs()));
    let scale = most.min(FURTHEST) / 127.0;
    let rounded = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
    parts.features.retain(|(_, weights)| weights.iter().any(|&weight| rounded(weight) != 0));
    parts.features.sort_unstable_by_key(|&(key, _)| key);
    parts.cases.sort_unstable_by_key(|&(key, _)| key >> 32);
    let count = parts.features.len();
    let bits = (count / 2).max(1).ilog2();
    let mut body = Vec::new();
    let mut put = |number: u32| body.extend_from_slice(&number.to_le_bytes());
    put(bits);
    put(count as u32);
    put(parts.cases.len() as u32);
    put(scale.to_bits());
    put(0);
    let mut at = 0;
    for bucket in 0..=1_u64 << bits {
        while at < count && parts.features[at].0 >> (64 - bits) < bucket && bits > 0 {
            at += 1;
        }
        put(if bits == 0 && bucket == 1 { count as u32 } else { at as u32 });
    }
    parts.features.iter().for_each(|(key, _)| put(*key as u32));
    for (_, weights) in parts.features.iter() {
        body.extend(weights.iter().map(|&weight| rounded(weight) as u8));
    }
    for row in parts.transitions.iter().flat_map(|class| &class[..LABELS]) {
        row[..LABELS].iter().for_each(|score| body.extend_from_slice(&score.to_bits().to_le_bytes()));
    }
    for (key, _) in parts.cases.iter() {
        body.extend_from_slice(&((key >> 32) as u32).to_le_bytes());
    }
    body.extend(parts.cases.iter().map(|(_, usual)| *usual as u8));
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&hash::bytes(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    bytes
}

impl Table {
    /// Looks a model's bytes over and makes them ready for use, without copying them.
    pub(super) fn open(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        if !bytes.starts_with(&MAGIC) {
            return Err(ModelError::NotAModel);
        }
        let damaged = ModelError::Damaged;
        let version = word(&bytes, 8).ok_or(damaged)?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let sum = bytes.get(12..20).and_then(<[u8]>::first_chunk).copied().map(u64::from_le_bytes).ok_or(damaged)?;
        if hash::bytes(bytes.get(20..).ok_or(damaged)?) != sum {
            return Err(damaged);
        }
        let field = |number: usize| word(&bytes, 20 + 4 * number).ok_or(damaged);
        let (bits, count, cases) = (field(0)?, field(1)? as usize, field(2)? as usize);
        let scale = f32::from_bits(field(3)?);
        if bits > 26 || !scale.is_finite() {
            return Err(damaged);
        }
        let keys = HEAD + 4 * ((1 << bits) + 1);
        let weights = keys + 4 * count;
        let links = weights + NAMED * count;
        let cased = links + 4 * CLASSES * LABELS * LABELS;
        if bytes.len() != cased + 5 * cases {
            return Err(damaged);
        }
        let mut transitions = even_transitions();
        let mut at = links;
        for row in transitions.iter_mut().flat_map(|class| &mut class[..LABELS]) {
            for score in &mut row[..LABELS] {
                *score = f32::from_bits(word(&bytes, at).ok_or(damaged)?);
                at += 4;
                if !score.is_finite() {
                    return Err(damaged);
                }
            }
        }
        Ok(Self { bits, keys, weights, count, cased, cases, scale, transitions, bytes })
    }

    /// Adds the weights of a feature to `sums`.
    pub(super) fn add(&self, feature: u64, sums: &mut [i16; NAMED]) {
        let bucket = if self.bits == 0 { 0 } else { (feature >> (64 - self.bits)) as usize };
        let at = HEAD + 4 * bucket;
        let (Some(first), Some(end)) = (word(&self.bytes, at), word(&self.bytes, at + 4)) else { return };
        let (first, end) = (first as usize, (end as usize).min(self.count));
        let key = (feature as u32).to_le_bytes();
        let Some(keys) = self.bytes.get(self.keys + 4 * first..self.keys + 4 * end.max(first)) else { return };
        let Some(found) = keys.as_chunks::<4>().0.iter().position(|other| *other == key) else { return };
        let at = self.weights + NAMED * (first + found);
        if let Some(weights) = self.bytes.get(at..).and_then(<[u8]>::first_chunk::<NAMED>) {
            for (sum, &weight) in sums.iter_mut().zip(weights) {
                *sum += i16::from(weight as i8);
            }
        }
    }

    /// How a word, given by the hash of its small letters, is mostly written.
    pub(super) fn usual(&self, lower: u64) -> Option<Usual> {
        let keys = self.bytes.get(self.cased..self.cased + 4 * self.cases)?.as_chunks::<4>().0;
        let wanted = (lower >> 32) as u32;
        let found = keys.binary_search_by_key(&wanted, |key| u32::from_le_bytes(*key)).ok()?;
        match self.bytes.get(self.cased + 4 * self.cases + found)? {
            0 => Some(Usual::Lower),
            1 => Some(Usual::Title),
            _ => Some(Usual::Upper),
        }
    }

    /// How many features there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn model() -> Vec<u8> {
        let mut features: Vec<_> =
            (1..=100_u64).map(|at| (hash::mix(at, at), [at as f32 / 50.0; NAMED])).collect();
        features.push((5, [0.0; NAMED]));
        let mut cases = vec![(hash::text("storm"), Usual::Lower), (hash::text("nato"), Usual::Upper)];
        write(Parts { features: &mut features, transitions: &even_transitions(), cases: &mut cases })
    }

    #[test]
    fn what_is_written_is_found() {
        let table = Table::open(model().into()).unwrap();
        assert_eq!(table.count(), 100);
        for at in 1..=100_u64 {
            let mut sums = [0; NAMED];
            table.add(hash::mix(at, at), &mut sums);
            assert!((f32::from(sums[3]) * table.scale - at as f32 / 50.0).abs() < 0.01);
        }
        let mut sums = [0; NAMED];
        table.add(77, &mut sums);
        assert_eq!(sums, [0; NAMED]);
        assert_eq!(table.usual(hash::text("nato")), Some(Usual::Upper));
        assert_eq!(table.usual(hash::text("storm")), Some(Usual::Lower));
        assert_eq!(table.usual(hash::text("other")), None);
    }

    #[test]
    fn damaged_models_are_refused() {
        let good = model();
        assert_eq!(Table::open(b"".to_vec().into()).unwrap_err(), ModelError::NotAModel);
        for cut in 8..good.len() {
            assert!(Table::open(good[..cut].to_vec().into()).is_err());
        }
        for at in (0..good.len()).step_by(7) {
            let mut bad = good.clone();
            bad[at] ^= 4;
            assert!(Table::open(bad.into()).is_err(), "{at}");
        }
        let mut newer = good;
        newer[8] = 9;
        assert_eq!(Table::open(newer.into()).unwrap_err(), ModelError::Version(9));
    }
}
