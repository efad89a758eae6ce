//! Which clusters have a word in one of their names: sorted runs, two of like size made one, so that it grows while
//! others read an older state of it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::index::packed::{Packed, Unpacked};

/// A word's hash and a cluster. Whoever asks compares the words themselves, as two words may share a hash.
pub(super) type Pair = (u32, u32);

/// The words of all names.
#[derive(Clone, Debug, Default)]
pub(super) struct WordIndex {
    runs: Vec<Arc<[Pair]>>,
}

impl WordIndex {
    /// Adds pairs of a word's hash and a cluster.
    pub(super) fn add(&mut self, mut pairs: Vec<Pair>) {
        pairs.sort_unstable();
        pairs.dedup();
        if !pairs.is_empty() {
            self.runs.push(pairs.into());
        }
        while let [.., before, last] = self.runs.as_slice()
            && before.len() < last.len() * 2
        {
            let mut merged = [before.as_ref(), last.as_ref()].concat();
            // Two sorted runs are merged in linear time by a stable sort.
            merged.sort();
            self.runs.truncate(self.runs.len() - 2);
            self.runs.push(merged.into());
        }
    }

    /// The clusters that may have a word in one of their names.
    pub(super) fn with(&self, word: u32) -> impl Iterator<Item = u32> {
        self.runs.iter().flat_map(move |run| {
            let start = run.partition_point(|pair| pair.0 < word);
            let rest = run.get(start..).unwrap_or_default();
            rest.iter().take_while(move |pair| pair.0 == word).map(|pair| pair.1)
        })
    }

    /// How many that are.
    pub(super) fn count(&self, word: u32) -> usize {
        let end = |run: &[Pair]| run.partition_point(|pair| pair.0 <= word);
        self.runs.iter().map(|run| end(run) - run.partition_point(|pair| pair.0 < word)).sum()
    }

    /// Writes it down.
    pub(super) fn pack(&self, packed: &mut Packed) {
        packed.u64(self.runs.len() as u64);
        for run in &self.runs {
            packed.u32s(&run.iter().flat_map(|&(word, cluster)| [word, cluster]).collect::<Vec<u32>>());
        }
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        let count = packed.count(1)?;
        let mut run = || -> Option<Arc<[Pair]>> {
            let numbers = packed.u32s()?;
            let (pairs, _) = numbers.as_chunks();
            Some(pairs.iter().map(|&[word, cluster]| (word, cluster)).collect())
        };
        Some(Self { runs: (0..count).map(|_| run()).collect::<Option<_>>()? })
    }

    /// The memory that it takes, in bytes.
    pub(super) fn memory(&self) -> usize {
        self.runs.iter().map(|run| run.len() * size_of::<Pair>()).sum()
    }
}

/// The hash of a word; the same in every run of the program.
pub(super) fn hash(word: &str) -> u32 {
    key(word) as u32
}

/// A 64-bit hash of anything; the same in every run of the program.
pub(super) fn key(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
