//! A window of documents of a segment, and which of them match.

/// The documents of a window.
pub(super) const WINDOW: usize = 4096;

/// Which documents of a window match, a bit for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mask([u64; WINDOW / 64]);

impl Mask {
    /// None.
    pub(super) const NONE: Self = Self([0; WINDOW / 64]);

    /// Those of which a bit is set in `words`; none behind its end.
    pub(super) fn of(words: &[u64]) -> Self {
        let mut mask = Self::NONE;
        mask.0.iter_mut().zip(words).for_each(|(own, word)| *own = *word);
        mask
    }

    /// Puts in the document at `at`.
    pub(super) fn insert(&mut self, at: usize) {
        if let Some(word) = self.0.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Whether the document at `at` is in.
    pub(super) fn contains(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// Keeps those that are in `other` too.
    pub(super) fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(own, other)| *own &= other);
    }

    /// Takes out those that are in `other`.
    pub(super) fn remove(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(own, other)| *own &= !other);
    }

    /// Puts in those that are in `other`.
    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(own, other)| *own |= other);
    }

    /// Keeps those of which `wanted` says so.
    pub(super) fn retain(&mut self, mut wanted: impl FnMut(usize) -> bool) {
        for (word, base) in self.0.iter_mut().zip((0..).step_by(64)) {
            let mut rest = *word;
            while rest != 0 {
                let bit = rest.trailing_zeros();
                if !wanted(base + bit as usize) {
                    *word &= !(1 << bit);
                }
                rest &= rest - 1;
            }
        }
    }

    /// How many are in.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether none is in.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Those that are in, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().zip((0..).step_by(64)).flat_map(|(word, base)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(base + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_is_a_set() {
        let mut mask = Mask::NONE;
        [0, 63, 64, 4095].into_iter().for_each(|at| mask.insert(at));
        assert!(mask.iter().eq([0, 63, 64, 4095]));
        assert_eq!(mask.len(), 4);
        mask.retain(|at| at != 63);
        mask.remove(&Mask::of(&[1]));
        assert!(mask.iter().eq([64, 4095]) && mask.contains(64) && !mask.contains(0));
        mask.keep(&Mask::of(&[0, 1]));
        mask.add(&Mask::of(&[4]));
        assert!(mask.iter().eq([2, 64]) && !mask.is_empty());
    }
}
