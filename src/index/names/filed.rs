//! The documents of a collection and what they name, in segments: a new one for each piece of news, and two of like
//! size made one. So the table grows while others read an older state of it.

use std::collections::HashMap;
use std::sync::Arc;

use super::news::{Entry, News, Place};
use super::segment::{Document, Segment};
use crate::corpus::DocId;
use crate::index::DocumentSet;
use crate::index::packed::{Packed, Unpacked};

/// All documents.
#[derive(Clone, Debug, Default)]
pub(super) struct Filed {
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Part {
    segment: Arc<Segment>,
    /// The documents of it that were replaced or are gone.
    gone: Arc<DocumentSet>,
    /// How many of it aren't.
    left: usize,
}

impl Part {
    fn iter(&self) -> impl Iterator<Item = (Document, &[Entry])> {
        self.segment.iter().filter(|(document, _)| !self.gone.contains(document.id))
    }
}

impl Filed {
    /// Takes in what became of documents; `changed` is told of each entry that came (true) or went (false), but for those
    /// that only say that there are more mentions.
    pub(super) fn take_in(&mut self, news: &News, mut changed: impl FnMut(Entry, bool)) {
        let mut latest: HashMap<DocId, Option<&Place>> = HashMap::with_capacity(news.filed.len());
        for filed in &news.filed {
            latest.insert(filed.id, filed.record.as_ref());
        }
        let mut new: Vec<(DocId, &Place)> = Vec::with_capacity(latest.len());
        for (id, place) in latest {
            self.hide(id, &mut changed);
            new.extend(place.map(|place| (id, place)));
        }
        new.sort_unstable_by_key(|(id, _)| *id);
        let documents = new.iter().map(|(id, place)| {
            let entries = news.entries(place);
            entries.iter().filter(|entry| !entry.is_more()).for_each(|&entry| changed(entry, true));
            (Document::new(*id, place.at, place.length), entries)
        });
        let segment = Segment::new(documents);
        if segment.len() > 0 {
            let left = segment.len();
            self.parts.push(Part { segment: Arc::new(segment), gone: Arc::default(), left });
        }
        self.parts.retain(|part| part.left > 0);
        self.tidy();
    }

    /// How often each of so many clusters is mentioned.
    pub(super) fn mentions(&self, clusters: u32) -> Vec<u32> {
        let mut mentions = vec![0u32; clusters as usize];
        for entry in self.iter().flat_map(|(_, entries)| entries) {
            if let Some(count) = mentions.get_mut(entry.cluster() as usize) {
                *count = count.saturating_add(entry.mentions());
            }
        }
        mentions
    }

    fn hide(&mut self, id: DocId, changed: &mut impl FnMut(Entry, bool)) {
        for part in &mut self.parts {
            if let Some((_, entries)) = part.segment.get(id)
                && !part.gone.contains(id)
            {
                entries.iter().filter(|entry| !entry.is_more()).for_each(|&entry| changed(entry, false));
                Arc::make_mut(&mut part.gone).insert(id);
                part.left -= 1;
            }
        }
    }

    /// Makes one of the last two while the last isn't much the smaller, and anew what has lost half.
    fn tidy(&mut self) {
        while let [.., before, last] = self.parts.as_slice()
            && before.left < last.left * 2
        {
            let merged = Self::merged(before, last);
            self.parts.truncate(self.parts.len() - 2);
            self.parts.push(merged);
        }
        for part in &mut self.parts {
            if part.left * 2 < part.segment.len() {
                let segment = Segment::new(part.iter());
                *part = Part { left: segment.len(), segment: Arc::new(segment), gone: Arc::default() };
            }
        }
    }

    fn merged(one: &Part, other: &Part) -> Part {
        let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
        let next = std::iter::from_fn(|| match (one.peek(), other.peek()) {
            (Some(a), Some(b)) if b.0.id < a.0.id => other.next(),
            (Some(_), _) => one.next(),
            (None, _) => other.next(),
        });
        let segment = Segment::new(next);
        Part { left: segment.len(), segment: Arc::new(segment), gone: Arc::default() }
    }

    /// How many documents there are.
    pub(super) fn len(&self) -> usize {
        self.parts.iter().map(|part| part.left).sum()
    }

    /// All documents with their entries, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Document, &[Entry])> {
        self.parts.iter().flat_map(Part::iter)
    }

    /// A document and its entries.
    pub(super) fn get(&self, id: DocId) -> Option<(Document, &[Entry])> {
        let mut parts = self.parts.iter().filter(|part| !part.gone.contains(id));
        parts.find_map(|part| part.segment.get(id))
    }

    /// Puts the documents that a cluster is in into a set.
    pub(super) fn with(&self, cluster: u32, into: &mut DocumentSet) {
        for part in &self.parts {
            let whole = part.left == part.segment.len();
            let documents = part.segment.with(cluster).filter(|&id| whole || !part.gone.contains(id));
            documents.for_each(|id| into.insert(id));
        }
    }

    /// Writes down what is there.
    pub(super) fn pack(&self, packed: &mut Packed) {
        packed.u64(self.parts.len() as u64);
        for part in &self.parts {
            if part.left == part.segment.len() {
                part.segment.pack(packed);
            } else {
                Segment::new(part.iter()).pack(packed);
            }
        }
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        let part = |segment: Segment| {
            let left = segment.len();
            Part { segment: Arc::new(segment), gone: Arc::default(), left }
        };
        let count = packed.count(1)?;
        Some(Self { parts: (0..count).map(|_| Segment::unpack(packed).map(part)).collect::<Option<_>>()? })
    }

    /// The memory that it takes, in bytes.
    pub(super) fn memory(&self) -> usize {
        self.parts.iter().map(|part| part.segment.memory()).sum()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;
    use crate::index::names::news;

    fn news(changes: &[(u32, Option<Vec<u32>>)]) -> News {
        let mut news = News::default();
        for (id, clusters) in changes {
            let first = news.entries.len() as u32;
            Entry::push_all(clusters.iter().flatten().map(|&cluster| (cluster, 1)), &mut news.entries);
            let entries = (first, news.entries.len() as u32);
            let record = clusters.is_some().then_some(Place { at: 0, length: 0, stamp: 0, entries });
            news.filed.push(news::Filed { id: DocId(*id), record });
        }
        news
    }

    proptest! {
        #[test]
        fn it_holds_what_a_plain_map_holds_after_any_changes(
            batches in prop::collection::vec(
                prop::collection::vec((0..60u32, prop::option::of(prop::collection::vec(0..2000u32, 0..5))), 0..12),
                0..30,
            )
        ) {
            let (mut filed, mut plain, mut counts) = (Filed::default(), BTreeMap::new(), BTreeMap::new());
            for batch in &batches {
                filed.take_in(&news(batch), |entry, came| {
                    *counts.entry(entry.cluster()).or_insert(0) += if came { 1 } else { -1 };
                });
                for (id, clusters) in batch {
                    match clusters {
                        Some(clusters) => drop(plain.insert(*id, clusters.clone())),
                        None => drop(plain.remove(id)),
                    }
                }
                let found: BTreeMap<u32, Vec<u32>> = filed
                    .iter()
                    .map(|(document, entries)| (document.id.0, entries.iter().map(|e| e.cluster()).collect()))
                    .collect();
                prop_assert_eq!(&found, &plain);
                prop_assert_eq!(filed.len(), plain.len());
            }
            for (&cluster, &count) in &counts {
                let of = |clusters: &Vec<u32>| clusters.iter().filter(|&&other| other == cluster).count() as i32;
                prop_assert_eq!(plain.values().map(of).sum::<i32>(), count);
                let mut set = DocumentSet::default();
                filed.with(cluster, &mut set);
                let with: BTreeSet<u32> =
                    plain.iter().filter(|(_, clusters)| of(clusters) > 0).map(|(&id, _)| id).collect();
                prop_assert!(set.iter().map(|id| id.0).eq(with));
            }
            prop_assert!(plain.keys().all(|&id| filed.get(DocId(id)).is_some()));
        }
    }
}
