//! Finding documents by a key of eight bytes, in sixteen bytes for each.

use std::sync::Arc;

use rayon::prelude::*;

use super::DocId;

/// Pairs that are kept apart before they are merged into the others: whoever asks looks at all of them.
const RECENT: usize = 4096;

/// Which documents have a key. Pairs are never taken out: whoever asks looks at the document and sees whether
/// it still has what the key is of.
#[derive(Clone, Debug, Default)]
pub(super) struct Lookup {
    settled: Arc<Vec<(u64, DocId)>>,
    recent: Vec<(u64, DocId)>,
}

impl Lookup {
    /// That of these pairs.
    pub(super) fn of(mut pairs: Vec<(u64, DocId)>) -> Self {
        pairs.par_sort_unstable();
        Self { settled: Arc::new(pairs), recent: Vec::new() }
    }

    /// Makes `key` lead to `id` as well.
    pub(super) fn put(&mut self, key: u64, id: DocId) {
        self.recent.push((key, id));
        if self.recent.len() >= RECENT {
            let mut all = Vec::with_capacity(self.settled.len() + self.recent.len());
            all.extend_from_slice(&self.settled);
            all.append(&mut self.recent);
            // Sorts runs that are in order in linear time.
            all.sort();
            all.dedup();
            self.settled = Arc::new(all);
        }
    }

    /// The documents that a key leads to, by number, each once.
    pub(super) fn get(&self, key: u64) -> impl Iterator<Item = DocId> + use<> {
        let recent = self.recent.iter().filter(|(other, _)| *other == key).map(|(_, id)| *id);
        let mut ids: Vec<DocId> = of(&self.settled, key).chain(recent).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter()
    }
}

/// The documents of a key.
fn of(pairs: &[(u64, DocId)], key: u64) -> impl Iterator<Item = DocId> + '_ {
    let from = pairs.partition_point(|(other, _)| *other < key);
    pairs[from..].iter().take_while(move |(other, _)| *other == key).map(|(_, id)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_leads_to_its_documents_in_order() {
        let mut lookup = Lookup::default();
        for number in 0..10_000u32 {
            lookup.put(u64::from(number * 7919 % 3000), DocId(number));
            lookup.put(u64::from(number * 7919 % 3000), DocId(number));
        }
        for key in 0..3000u64 {
            assert!(lookup.get(key).eq((0..10_000).filter(|n| u64::from(n * 7919 % 3000) == key).map(DocId)));
        }
        assert_eq!(lookup.get(3000).count(), 0);
    }
}
