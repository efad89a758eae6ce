//! The model file: a table of features and their weights that is used where it lies, without being unpacked.
//!
//! Little-endian throughout: the head (magic, version, checksum, counts, scales), the first feature of each bucket,
//! the features (the key of each and behind it its weights, 16 signed bytes), the transitions, how words are mostly written,
//! the lists, the clusters, the weights of groups of letters.

use std::borrow::Cow;

use super::casing::Usual;
use super::clusters::{Clusters, Codes, GRAINS};
use super::form::CLASSES;
use super::hash;
use super::label::{LABELS, NAMED};
use super::lattice::{Transitions, even_transitions};
use super::letters::{self, LOOKS, SIZE};
use super::lore::{Knowledge, Lore, short};

/// The first bytes of every model.
const MAGIC: [u8; 8] = *b"ibidtag\n";

/// The version of the format and of the features; both sides of it must agree.
const VERSION: u32 = 3;

/// The bytes of the head.
const HEAD: usize = 44 + GRAINS;

/// The bytes of a feature: its key and its weights, side by side, as who finds the one wants the other.
const ROW: usize = 4 + NAMED;

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
            Self::Version(version) => {
                write!(f, "a model of version {version}; this program reads version {VERSION}")
            }
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
    features: usize,
    count: usize,
    cases: Keyed,
    names: Keyed,
    clusters: Keyed,
    /// How many bytes the number of a cluster takes in each clustering.
    widths: [u8; GRAINS],
    letters: usize,
    /// Some bits for each feature's key, a filter of Bloom (1970): most features that are asked for aren't there, and this
    /// says so from a small piece of memory.
    filter: Vec<u64>,
    /// Where the names begin that share the highest bits of their keys.
    name_starts: Vec<u32>,
    /// The same for the words that have clusters.
    cluster_starts: Vec<u32>,
    /// What a weight of 1 stands for.
    pub(super) scale: f32,
    /// The scores of one label behind another.
    pub(super) transitions: Transitions,
}

/// Sorted keys of four bytes, the highest of a hash, and behind them a value for each.
#[derive(Clone, Copy, Debug)]
struct Keyed {
    at: usize,
    count: usize,
}

impl Keyed {
    /// Where the keys are.
    fn keys(&self) -> std::ops::Range<usize> {
        self.at..self.at + 4 * self.count
    }
}

impl Knowledge for Table {
    fn usual(&self, lower: u64) -> Option<Usual> {
        self.value(self.cases, lower).map(Usual::of)
    }

    fn listed(&self, name: u64) -> u8 {
        let value =
            self.find(self.names, &self.name_starts, name).and_then(|at| self.values(self.names).get(at));
        value.copied().unwrap_or(0)
    }

    fn looks(&self, lower: &str) -> [u8; LOOKS] {
        letters::looks(self.bytes.get(self.letters..).unwrap_or(&[]), lower)
    }

    fn clusters(&self, lower: u64) -> Codes {
        let found = self.find(self.clusters, &self.cluster_starts, lower);
        found.and_then(|at| self.rows().nth(at)).map(|bytes| codes(bytes, self.widths)).unwrap_or_default()
    }
}

/// What a model is written from.
pub(super) struct Parts<'a> {
    /// Each feature with its weights.
    pub(super) features: &'a mut Vec<(u64, [f32; NAMED])>,
    pub(super) transitions: &'a Transitions,
    /// What is known of words.
    pub(super) lore: &'a Lore,
}

/// How many features are looked for at a time.
const STEP: usize = 32;

/// The binary logarithm of the words of the filter.
const FILTER: u32 = 16;

/// The word of the filter that a feature has, and its two bits in it. With both in one word (the blocked filter of Putze,
/// Sanders and Singler, 2007) a feature costs one look into memory. Beside 300,000 features one other in forty finds its bits set.
fn bits(feature: u32) -> (usize, u64) {
    let mixed = feature.wrapping_mul(0x9E37_79B1);
    let bits = 1 << (mixed >> 26) | 1 << (mixed >> 20 & 63);
    (feature as usize & ((1 << FILTER) - 1), bits)
}

/// The filter for the features in these rows.
fn filter(rows: &[[u8; ROW]]) -> Vec<u64> {
    let mut filter = vec![0; 1 << FILTER];
    for row in rows {
        let (word, bits) = bits(key(row));
        filter[word] |= bits;
    }
    filter
}

/// The key of a feature.
fn key(row: &[u8; ROW]) -> u32 {
    u32::from_le_bytes([row[0], row[1], row[2], row[3]])
}

/// Adds weights to scores; on copies, of which the compiler knows that they don't overlap, so that it adds several at once.
pub(super) fn add(scores: &mut [i16; NAMED], weights: [i16; NAMED]) {
    let mut sums = *scores;
    for label in 0..NAMED {
        sums[label] = sums[label].saturating_add(weights[label]);
    }
    *scores = sums;
}

/// How many of the highest bits of a name's key choose where to look.
const STARTS: u32 = 16;

/// For each value of the highest bits of these ascending keys the number of the first.
fn starts(keys: &[u8]) -> Vec<u32> {
    let mut starts = vec![0; (1 << STARTS) + 1];
    for key in keys.as_chunks::<4>().0 {
        starts[(u32::from_le_bytes(*key) >> (32 - STARTS)) as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts
}

/// How many bytes the number of a cluster takes in each clustering: one where that is enough for all words.
fn widths(clusters: &Clusters) -> [u8; GRAINS] {
    std::array::from_fn(|grain| 1 + u8::from(clusters.0.values().any(|codes| codes[grain] > 255)))
}

/// How many bytes the clusters of a word take.
fn row(widths: [u8; GRAINS]) -> usize {
    widths.into_iter().map(usize::from).sum()
}

/// The clusters of a word, from the file's bytes.
fn codes(bytes: &[u8], widths: [u8; GRAINS]) -> Codes {
    let mut bytes = bytes.iter().map(|&byte| u16::from(byte));
    widths.map(|width| (0..width).map(|byte| bytes.next().unwrap_or(0) << (8 * byte)).sum())
}

/// Keys with their values, the keys ascending.
fn sorted<V: Ord>(pairs: impl Iterator<Item = (u32, V)>) -> Vec<(u32, V)> {
    let mut pairs: Vec<(u32, V)> = pairs.collect();
    pairs.sort_unstable();
    pairs
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The model as bytes. Features all of whose weights are nothing when rounded are left out.
pub(super) fn write(parts: Parts<'_>) -> Vec<u8> {
    let most =
        parts.features.iter().flat_map(|(_, weights)| weights).fold(0.1_f32, |most, w| most.max(w.abs()));
    let scale = most.min(FURTHEST) / 127.0;
    let rounded = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
    parts.features.retain(|(_, weights)| weights.iter().any(|&weight| rounded(weight) != 0));
    parts.features.sort_unstable_by_key(|&(key, _)| key);
    let cases = sorted(parts.lore.cases.iter().map(|(&key, &usual)| (key, usual as u8)));
    let names = sorted(parts.lore.names.iter().map(|(&key, &lists)| (key, lists)));
    let count = parts.features.len();
    let bits = (count / 2).max(1).ilog2();
    let mut body = Vec::new();
    let mut put = |number: u32| body.extend_from_slice(&number.to_le_bytes());
    put(bits);
    put(count as u32);
    put(cases.len() as u32);
    put(names.len() as u32);
    put(parts.lore.clusters.0.len() as u32);
    put(scale.to_bits());
    let widths = widths(&parts.lore.clusters);
    body.extend_from_slice(&widths);
    let mut put = |number: u32| body.extend_from_slice(&number.to_le_bytes());
    let mut at = 0;
    for bucket in 0..=1_u64 << bits {
        while at < count && parts.features[at].0 >> (64 - bits) < bucket && bits > 0 {
            at += 1;
        }
        put(if bits == 0 && bucket == 1 { count as u32 } else { at as u32 });
    }
    for (key, weights) in parts.features.iter() {
        body.extend_from_slice(&(*key as u32).to_le_bytes());
        body.extend(weights.iter().map(|&weight| rounded(weight) as u8));
    }
    for row in parts.transitions.iter().flat_map(|class| &class[..LABELS]) {
        row[..LABELS].iter().for_each(|score| body.extend_from_slice(&score.to_bits().to_le_bytes()));
    }
    for pairs in [cases, names] {
        pairs.iter().for_each(|(key, _)| body.extend_from_slice(&key.to_le_bytes()));
        body.extend(pairs.iter().map(|(_, value)| value));
    }
    parts.lore.clusters.0.keys().for_each(|key| body.extend_from_slice(&key.to_le_bytes()));
    for (code, width) in parts.lore.clusters.0.values().flat_map(|codes| codes.iter().zip(widths)) {
        body.extend(code.to_le_bytes().iter().take(usize::from(width)));
    }
    body.extend_from_slice(&parts.lore.letters);
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
        let sum = bytes
            .get(12..20)
            .and_then(<[u8]>::first_chunk)
            .copied()
            .map(u64::from_le_bytes)
            .ok_or(damaged)?;
        if hash::bytes(bytes.get(20..).ok_or(damaged)?) != sum {
            return Err(damaged);
        }
        let field = |number: usize| word(&bytes, 20 + 4 * number).ok_or(damaged);
        let (bits, count, cases, names, clusters) =
            (field(0)?, field(1)? as usize, field(2)? as usize, field(3)? as usize, field(4)? as usize);
        let scale = f32::from_bits(field(5)?);
        let widths: [u8; GRAINS] =
            bytes.get(HEAD - GRAINS..).and_then(<[u8]>::first_chunk).copied().ok_or(damaged)?;
        if bits > 26 || !scale.is_finite() || widths.iter().any(|width| !(1..=2).contains(width)) {
            return Err(damaged);
        }
        let features = HEAD + 4 * ((1 << bits) + 1);
        let links = features + ROW * count;
        let cases = Keyed { at: links + 4 * CLASSES * LABELS * LABELS, count: cases };
        let names = Keyed { at: cases.at + 5 * cases.count, count: names };
        let clusters = Keyed { at: names.at + 5 * names.count, count: clusters };
        let letters = clusters.at + (4 + row(widths)) * clusters.count;
        if bytes.len() != letters && bytes.len() != letters + SIZE {
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
        let filter = filter(bytes.get(features..links).ok_or(damaged)?.as_chunks().0);
        let name_starts = starts(bytes.get(names.keys()).ok_or(damaged)?);
        let cluster_starts = starts(bytes.get(clusters.keys()).ok_or(damaged)?);
        Ok(Self {
            filter,
            name_starts,
            cluster_starts,
            bits,
            features,
            count,
            cases,
            names,
            clusters,
            widths,
            letters,
            scale,
            transitions,
            bytes,
        })
    }

    /// Whether a feature may be in the table; most that aren't are known not to be.
    pub(super) fn may_hold(&self, feature: u64) -> bool {
        let (word, bits) = bits(feature as u32);
        self.filter[word] & bits == bits
    }

    /// Adds the weights of features to the scores of tokens: each feature with the number of its token in `scores`.
    /// The list is used up.
    ///
    /// It goes through all features step by step, not through the steps feature by feature: so the processor waits
    /// for many places of the table at a time instead of one after the other.
    pub(super) fn add(&self, asked: &mut Vec<(u32, u64)>, scores: &mut [[i16; NAMED]]) {
        let rows = self.bytes.get(self.features..).unwrap_or(&[]).as_chunks::<ROW>().0;
        let mut bounds = [(0_usize, 0_usize); STEP];
        let mut keys = [0; STEP];
        for asked in asked.chunks(STEP) {
            for (bounds, &(_, feature)) in bounds.iter_mut().zip(asked) {
                let bucket = if self.bits == 0 { 0 } else { (feature >> (64 - self.bits)) as usize };
                let at = HEAD + 4 * bucket;
                let first = word(&self.bytes, at).unwrap_or(0) as usize;
                let end = word(&self.bytes, at + 4).unwrap_or(0) as usize;
                *bounds = (first.min(end), end.min(self.count));
            }
            for (first_key, &(first, _)) in keys.iter_mut().zip(&bounds) {
                *first_key = rows.get(first).map_or(0, key);
            }
            for ((&(first, end), &first_key), &(token, feature)) in bounds.iter().zip(&keys).zip(asked) {
                let bucket = rows.get(first..end).unwrap_or(&[]);
                let wanted = feature as u32;
                let found = if first_key == wanted {
                    bucket.first()
                } else {
                    bucket.iter().skip(1).find(|row| key(row) == wanted)
                };
                if let (Some([_, _, _, _, weights @ ..]), Some(sums)) =
                    (found, scores.get_mut(token as usize))
                {
                    add(sums, weights.map(|weight| i16::from(weight as i8)));
                }
            }
        }
        asked.clear();
    }

    /// The byte that belongs to a key.
    fn value(&self, keyed: Keyed, key: u64) -> Option<u8> {
        let keys = self.bytes.get(keyed.at..keyed.at + 4 * keyed.count)?.as_chunks::<4>().0;
        let wanted = short(key);
        let found = keys.binary_search_by_key(&wanted, |key| u32::from_le_bytes(*key)).ok()?;
        self.bytes.get(keyed.at + 4 * keyed.count + found).copied()
    }

    /// The number of a key, given where the keys begin that share its highest bits.
    fn find(&self, keyed: Keyed, starts: &[u32], key: u64) -> Option<usize> {
        let wanted = short(key);
        let bucket = (wanted >> (32 - STARTS)) as usize;
        let (first, end) = (*starts.get(bucket)? as usize, *starts.get(bucket + 1)? as usize);
        let keys = self.bytes.get(keyed.at + 4 * first..keyed.at + 4 * end)?.as_chunks::<4>().0;
        Some(first + keys.iter().position(|key| u32::from_le_bytes(*key) == wanted)?)
    }

    /// The keys of these.
    fn keys(&self, keyed: Keyed) -> impl Iterator<Item = u32> + '_ {
        let keys = self.bytes.get(keyed.keys()).unwrap_or(&[]).as_chunks::<4>().0;
        keys.iter().map(|key| u32::from_le_bytes(*key))
    }

    /// The bytes that belong to these keys, one each.
    fn values(&self, keyed: Keyed) -> &[u8] {
        let first = keyed.at + 4 * keyed.count;
        self.bytes.get(first..first + keyed.count).unwrap_or(&[])
    }

    /// The bytes of the clusters of each word that has some.
    fn rows(&self) -> std::slice::ChunksExact<'_, u8> {
        let first = self.clusters.at + 4 * self.clusters.count;
        let row = row(self.widths);
        let rows = self.bytes.get(first..first + row * self.clusters.count).unwrap_or(&[]);
        rows.chunks_exact(row)
    }

    /// What the model knows of words beside the weights of features.
    pub(super) fn lore(&self) -> Lore {
        let usual = |(key, &byte): (u32, &u8)| (key, Usual::of(byte));
        Lore {
            cases: self.keys(self.cases).zip(self.values(self.cases)).map(usual).collect(),
            names: self.keys(self.names).zip(self.values(self.names).iter().copied()).collect(),
            letters: self.bytes.get(self.letters..).unwrap_or(&[]).to_vec(),
            clusters: Clusters(
                self.keys(self.clusters).zip(self.rows().map(|bytes| codes(bytes, self.widths))).collect(),
            ),
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
        let cases = [(short(hash::text("storm")), Usual::Lower), (short(hash::text("nato")), Usual::Upper)];
        let mut lore = Lore { cases: cases.into_iter().collect(), ..Lore::default() };
        lore.list(1, "Minsk\nBrest");
        write(Parts { features: &mut features, transitions: &even_transitions(), lore: &lore })
    }

    #[test]
    fn what_is_written_is_found() {
        let table = Table::open(model().into()).unwrap();
        assert_eq!(table.count(), 100);
        for at in 1..=100_u64 {
            let mut sums = [[0; NAMED]; 2];
            table.add(&mut vec![(1, hash::mix(at, at))], &mut sums);
            let [_, sums] = sums;
            assert!((f32::from(sums[3]) * table.scale - at as f32 / 50.0).abs() < 0.01);
        }
        let mut sums = [[0; NAMED]];
        table.add(&mut vec![(0, 77), (9, 78)], &mut sums);
        assert_eq!(sums, [[0; NAMED]]);
        assert_eq!(table.usual(hash::text("nato")), Some(Usual::Upper));
        assert_eq!(table.usual(hash::text("storm")), Some(Usual::Lower));
        assert_eq!(table.usual(hash::text("other")), None);
        assert_eq!(table.listed(super::super::lore::key(0, hash::text("brest"))), 2);
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
