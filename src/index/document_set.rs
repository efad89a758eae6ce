//! A set of documents.

use crate::corpus::DocId;

/// A set of documents, a bit for each number up to the greatest in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentSet {
    bits: Vec<u64>,
}

impl DocumentSet {
    /// Puts a document into the set.
    pub fn insert(&mut self, id: DocId) {
        let at = id.0 as usize / 64;
        if at >= self.bits.len() {
            self.bits.resize(at + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(at) {
            *bits |= 1 << (id.0 % 64);
        }
    }

    /// Whether a document is in it.
    pub fn contains(&self, id: DocId) -> bool {
        self.bits.get(id.0 as usize / 64).is_some_and(|bits| bits >> (id.0 % 64) & 1 == 1)
    }

    /// How many documents are in it.
    pub fn len(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// Whether none is in it.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|bits| *bits == 0)
    }

    /// The documents in it, in order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = DocId> + '_ {
        self.bits.iter().zip(0u32..).flat_map(|(bits, at)| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| DocId(at * 64 + bit))
        })
    }
}

impl FromIterator<DocId> for DocumentSet {
    fn from_iter<I: IntoIterator<Item = DocId>>(ids: I) -> Self {
        let mut set = Self::default();
        ids.into_iter().for_each(|id| set.insert(id));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_put_in_and_nothing_else() {
        let set: DocumentSet = [3, 64, 1000, 3].into_iter().map(DocId).collect();
        assert!(set.iter().eq([3, 64, 1000].map(DocId)));
        assert_eq!(set.len(), 3);
        assert!(set.contains(DocId(64)) && !set.contains(DocId(65)) && !set.contains(DocId(1 << 20)));
        assert!(DocumentSet::default().is_empty());
    }
}
