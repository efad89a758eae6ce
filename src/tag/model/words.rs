//! What a model knows of words, laid out for being asked.

use super::casing::Usual;
use super::clusters::{Clusters, Codes};
use super::letters::{self, LOOKS};
use super::lore::{Knowledge, Lore, short};

/// What is known of words, as [`Lore`] is, in less room.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    /// How words are mostly written.
    pub(super) cases: Keyed<u8>,
    /// In which lists names stand.
    pub(super) names: Keyed<u8>,
    pub(super) clusters: Keyed<Codes>,
    /// The weights of groups of letters, or nothing.
    pub(super) letters: Vec<u8>,
}

/// Ascending keys, the highest four bytes of a hash, with a value for each.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Keyed<V> {
    keys: Vec<u32>,
    values: Vec<V>,
    /// How far a key is shifted for the number of its bucket.
    shift: u32,
    /// Where each bucket begins, and behind them where the last one ends.
    starts: Vec<u32>,
}

impl<V: Copy> Keyed<V> {
    /// These keys, which ascend, with their values.
    pub(super) fn new(keys: Vec<u32>, values: Vec<V>) -> Self {
        let shift = 32 - keys.len().max(2).ilog2();
        let mut starts = vec![0; (1 << (32 - shift)) + 1];
        for key in &keys {
            starts[(key >> shift) as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { keys, values, shift, starts }
    }

    /// The same, from pairs in any order.
    fn sorted(pairs: impl Iterator<Item = (u32, V)>) -> Self {
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_unstable_by_key(|&(key, _)| key);
        let (keys, values) = pairs.into_iter().unzip();
        Self::new(keys, values)
    }

    /// The keys, in their order.
    pub(super) fn keys(&self) -> &[u32] {
        &self.keys
    }

    /// The values, in the order of the keys.
    pub(super) fn values(&self) -> &[V] {
        &self.values
    }

    /// The value of a hash.
    fn get(&self, hash: u64) -> Option<V> {
        let wanted = short(hash);
        let bucket = (wanted >> self.shift) as usize;
        let (first, end) = (*self.starts.get(bucket)? as usize, *self.starts.get(bucket + 1)? as usize);
        let at = first + self.keys.get(first..end)?.iter().position(|&key| key == wanted)?;
        self.values.get(at).copied()
    }

    fn pairs(&self) -> impl Iterator<Item = (u32, V)> {
        self.keys.iter().copied().zip(self.values.iter().copied())
    }
}

impl From<&Lore> for Words {
    fn from(lore: &Lore) -> Self {
        Self {
            cases: Keyed::sorted(lore.cases.iter().map(|(&key, &usual)| (key, usual as u8))),
            names: Keyed::sorted(lore.names.iter().map(|(&key, &lists)| (key, lists))),
            clusters: Keyed::sorted(lore.clusters.0.iter().map(|(&key, &codes)| (key, codes))),
            letters: lore.letters.clone(),
        }
    }
}

impl From<&Words> for Lore {
    fn from(words: &Words) -> Self {
        Self {
            cases: words.cases.pairs().map(|(key, byte)| (key, Usual::of(byte))).collect(),
            names: words.names.pairs().collect(),
            letters: words.letters.clone(),
            clusters: Clusters(words.clusters.pairs().collect()),
        }
    }
}

impl Knowledge for Words {
    fn usual(&self, lower: u64) -> Option<Usual> {
        self.cases.get(lower).map(Usual::of)
    }

    fn listed(&self, name: u64) -> u8 {
        self.names.get(name).unwrap_or(0)
    }

    fn looks(&self, lower: &str) -> [u8; LOOKS] {
        letters::looks(&self.letters, lower)
    }

    fn clusters(&self, lower: u64) -> Codes {
        self.clusters.get(lower).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::super::lore::key;
    use super::*;

    #[test]
    fn words_know_what_the_lore_knew() {
        let cases = [(short(hash::text("storm")), Usual::Lower), (short(hash::text("nato")), Usual::Upper)];
        let mut lore = Lore { cases: cases.into_iter().collect(), ..Lore::default() };
        lore.list(1, "Minsk\nBrest\nRio de Janeiro");
        lore.clusters = Clusters::read("storm\t3\t70\t900\t4000");
        let words = Words::from(&lore);
        assert_eq!(words.usual(hash::text("nato")), Some(Usual::Upper));
        assert_eq!(words.usual(hash::text("storm")), Some(Usual::Lower));
        assert_eq!(words.usual(hash::text("other")), None);
        assert_eq!(words.listed(key(0, hash::text("brest"))), 2);
        assert_eq!(words.listed(key(0, hash::text("storm"))), 0);
        assert_eq!(words.clusters(hash::text("storm")), [4, 71, 901, 4001]);
        assert_eq!(words.clusters(hash::text("brest")), Codes::default());
        assert_eq!(Lore::from(&words), lore);
        assert_eq!(Lore::from(&Words::from(&Lore::default())), Lore::default());
    }
}
