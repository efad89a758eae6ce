//! Features and their weights, laid out for being asked for many at a time.

use super::label::NAMED;

/// The bytes of a feature: its key and its weights, side by side, as who finds the one wants the other.
pub(super) const ROW: usize = 4 + NAMED;

/// Weights never reach further from nothing than this.
const FURTHEST: f32 = 6.0;

/// How many features are looked for at a time.
const STEP: usize = 32;

/// The binary logarithm of the words of the filter.
const FILTER: u32 = 16;

/// The features of a model.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Features {
    /// What a weight of 1 stands for.
    pub(super) scale: f32,
    /// Where each bucket begins in the rows, and behind them where the last one ends. The highest bits of a feature are the
    /// number of its bucket; there is a power of two of them.
    firsts: Vec<u32>,
    /// How far a feature is shifted for the number of its bucket.
    shift: u32,
    /// The lowest four bytes of each feature, and its weights.
    rows: Vec<[u8; ROW]>,
    /// Some bits for each feature's key, a filter of Bloom (1970): most features that are asked for aren't there, and this
    /// says so from a small piece of memory.
    filter: Vec<u64>,
}

impl Features {
    /// Those with these weights. Features all of whose weights are nothing when rounded are left out.
    pub(super) fn of(features: &mut Vec<(u64, [f32; NAMED])>) -> Self {
        let most =
            features.iter().flat_map(|(_, weights)| weights).fold(0.1_f32, |most, w| most.max(w.abs()));
        let scale = most.min(FURTHEST) / 127.0;
        let rounded = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
        features.retain(|(_, weights)| weights.iter().any(|&weight| rounded(weight) != 0));
        features.sort_unstable_by_key(|&(feature, _)| feature);
        let shift = 64 - (features.len() / 2).max(2).ilog2();
        let bucket = |at: u64| features.partition_point(|&(feature, _)| feature >> shift < at) as u32;
        let row = |&(feature, weights): &(u64, [f32; NAMED])| {
            let mut row = [0; ROW];
            let (key, places) = row.split_at_mut(4);
            key.copy_from_slice(&(feature as u32).to_le_bytes());
            places.iter_mut().zip(weights).for_each(|(place, weight)| *place = rounded(weight) as u8);
            row
        };
        let firsts = (0..=1 << (64 - shift)).map(bucket).collect();
        Self::with_filter(scale, shift, firsts, features.iter().map(row).collect())
    }

    /// Those in these rows; `None` where the beginnings of the buckets aren't ones of them.
    pub(super) fn new(scale: f32, firsts: Vec<u32>, rows: Vec<[u8; ROW]>) -> Option<Self> {
        let buckets = firsts.len().checked_sub(1).filter(|count| count.is_power_of_two() && *count > 1)?;
        let whole = firsts.first() == Some(&0) && firsts.last().map(|&end| end as usize) == Some(rows.len());
        let sound = whole && firsts.is_sorted() && scale.is_finite();
        sound.then(|| Self::with_filter(scale, 64 - buckets.ilog2(), firsts, rows))
    }

    fn with_filter(scale: f32, shift: u32, firsts: Vec<u32>, rows: Vec<[u8; ROW]>) -> Self {
        let mut filter = vec![0; 1 << FILTER];
        for row in &rows {
            let (word, bits) = bits(key(row));
            filter[word] |= bits;
        }
        Self { scale, firsts, shift, rows, filter }
    }

    /// Where the buckets begin, and where the last one ends.
    pub(super) fn firsts(&self) -> &[u32] {
        &self.firsts
    }

    /// The key of each feature and its weights, signed bytes.
    pub(super) fn rows(&self) -> &[[u8; ROW]] {
        &self.rows
    }

    /// Whether a feature may be among these; most that aren't are known not to be.
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
        let mut bounds = [(0_usize, 0_usize); STEP];
        let mut keys = [0; STEP];
        for asked in asked.chunks(STEP) {
            for (bounds, &(_, feature)) in bounds.iter_mut().zip(asked) {
                let bucket = (feature >> self.shift) as usize;
                *bounds = match self.firsts.get(bucket..bucket + 2) {
                    Some(&[first, end]) => (first as usize, end as usize),
                    _ => (0, 0),
                };
            }
            for (first_key, &(first, _)) in keys.iter_mut().zip(&bounds) {
                *first_key = self.rows.get(first).map_or(0, key);
            }
            for ((&(first, end), &first_key), &(token, feature)) in bounds.iter().zip(&keys).zip(asked) {
                let bucket = self.rows.get(first..end).unwrap_or(&[]);
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
}

/// The word of the filter that a feature has, and its two bits in it. With both in one word (the blocked filter of Putze,
/// Sanders and Singler, 2007) a feature costs one look into memory. Beside 300,000 features one other in forty finds its bits set.
fn bits(feature: u32) -> (usize, u64) {
    let mixed = feature.wrapping_mul(0x9E37_79B1);
    let bits = 1 << (mixed >> 26) | 1 << (mixed >> 20 & 63);
    (feature as usize & ((1 << FILTER) - 1), bits)
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::hash;
    use super::*;

    #[test]
    fn what_has_weights_is_found() {
        let mut weights: Vec<_> =
            (1..=100_u64).map(|at| (hash::mix(at, at), [at as f32 / 50.0; NAMED])).collect();
        weights.push((5, [0.0; NAMED]));
        let features = Features::of(&mut weights);
        assert_eq!(features.rows().len(), 100);
        for at in 1..=100_u64 {
            assert!(features.may_hold(hash::mix(at, at)));
            let mut sums = [[0; NAMED]; 2];
            features.add(&mut vec![(1, hash::mix(at, at))], &mut sums);
            let [_, sums] = sums;
            assert!((f32::from(sums[3]) * features.scale - at as f32 / 50.0).abs() < 0.01);
        }
        let mut sums = [[0; NAMED]];
        features.add(&mut vec![(0, 77), (9, 78)], &mut sums);
        assert_eq!(sums, [[0; NAMED]]);
    }

    #[test]
    fn buckets_that_arent_ones_of_the_rows_are_refused() {
        let rows = || vec![[0; ROW]; 3];
        assert!(Features::new(1.0, vec![0, 1, 3], rows()).is_some());
        for firsts in
            [vec![], vec![0], vec![0, 3], vec![0, 2, 2], vec![0, 4, 3], vec![1, 2, 3], vec![0, 1, 2, 3]]
        {
            assert!(Features::new(1.0, firsts, rows()).is_none());
        }
        assert!(Features::new(f32::NAN, vec![0, 1, 3], rows()).is_none());
        let none = Features::of(&mut Vec::new());
        none.add(&mut vec![(0, u64::MAX)], &mut [[0; NAMED]]);
        assert!(Features::new(none.scale, none.firsts().to_vec(), Vec::new()).is_some());
    }
}
