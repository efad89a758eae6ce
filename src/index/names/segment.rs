//! A segment: which clusters some documents have, and which documents a cluster is in. It never changes.

use super::news::Entry;
use super::varint::{Bytes, put};
use crate::corpus::DocId;
use crate::index::packed::{Packed, Unpacked};

/// A document of a segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Document {
    pub(super) id: DocId,
    /// The first byte of its record in the file.
    pub(super) at: u64,
    /// The length of its record in bytes.
    pub(super) length: u32,
    /// Behind its last entry.
    end: u32,
}

/// Some documents, in order of their numbers.
#[derive(Debug, Default)]
pub(super) struct Segment {
    documents: Vec<Document>,
    entries: Vec<Entry>,
    /// The clusters that occur, in order.
    clusters: Vec<u32>,
    /// For each of them where its documents begin in `postings`.
    starts: Vec<u32>,
    /// For each cluster the places of its documents in `documents`, each as the distance from the one before.
    postings: Vec<u8>,
}

impl Segment {
    /// The segment of these documents, in order of their numbers.
    pub(super) fn new<'a>(documents: impl Iterator<Item = (Document, &'a [Entry])>) -> Self {
        let mut segment = Self::default();
        for (document, entries) in documents {
            segment.entries.extend_from_slice(entries);
            segment.documents.push(Document { end: segment.entries.len() as u32, ..document });
        }
        segment.documents.shrink_to_fit();
        segment.entries.shrink_to_fit();
        segment.invert();
        segment
    }

    /// How many documents it has.
    pub(super) fn len(&self) -> usize {
        self.documents.len()
    }

    /// The documents in order, with their entries.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Document, &[Entry])> {
        (0..self.documents.len()).filter_map(|at| self.at(at))
    }

    /// A document and its entries.
    pub(super) fn get(&self, id: DocId) -> Option<(Document, &[Entry])> {
        self.documents.binary_search_by_key(&id, |document| document.id).ok().and_then(|at| self.at(at))
    }

    fn at(&self, at: usize) -> Option<(Document, &[Entry])> {
        let document = self.documents.get(at)?;
        let start = at.checked_sub(1).and_then(|at| self.documents.get(at)).map_or(0, |before| before.end);
        Some((*document, self.entries.get(start as usize..document.end as usize)?))
    }

    /// The documents that a cluster is in, in order.
    pub(super) fn with(&self, cluster: u32) -> impl Iterator<Item = DocId> {
        let postings = self.clusters.binary_search(&cluster).ok().and_then(|at| {
            let start = *self.starts.get(at)? as usize;
            let end = self.starts.get(at + 1).map_or(self.postings.len(), |&end| end as usize);
            self.postings.get(start..end)
        });
        let (mut postings, mut next) = (Bytes(postings.unwrap_or_default()), 0u32);
        std::iter::from_fn(move || {
            let at = next.checked_add(postings.small()?)?;
            next = at.saturating_add(1);
            self.documents.get(at as usize).map(|document| document.id)
        })
    }

    /// Sorts the entries by cluster, by counting where the clusters are dense.
    fn invert(&mut self) {
        let mut sorted: Vec<(u32, u32)> = Vec::with_capacity(self.entries.len());
        let last = self.entries.iter().map(|entry| entry.cluster()).max().unwrap_or(0) as usize;
        let places = (0..self.documents.len()).filter_map(|at| Some((at as u32, self.at(at)?.1)));
        if last / 4 > self.entries.len() {
            sorted.extend(
                places.flat_map(|(at, entries)| entries.iter().map(move |entry| (entry.cluster(), at))),
            );
            sorted.sort_unstable();
        } else {
            // Where the documents of each cluster begin, and how many of them are placed.
            let mut next = vec![0u32; last + 2];
            for entry in &self.entries {
                if let Some(count) = next.get_mut(entry.cluster() as usize + 1) {
                    *count += 1;
                }
            }
            let mut sum = 0;
            for count in &mut next {
                sum += *count;
                *count = sum;
            }
            sorted.resize(self.entries.len(), (0, 0));
            for (at, entries) in places {
                for entry in entries {
                    let Some(place) = next.get_mut(entry.cluster() as usize) else { continue };
                    if let Some(pair) = sorted.get_mut(*place as usize) {
                        *pair = (entry.cluster(), at);
                    }
                    *place += 1;
                }
            }
        }
        sorted.dedup();
        let mut behind = 0;
        for (cluster, at) in sorted {
            if self.clusters.last() != Some(&cluster) {
                self.clusters.push(cluster);
                self.starts.push(self.postings.len() as u32);
                behind = 0;
            }
            put(&mut self.postings, u64::from(at - behind));
            behind = at + 1;
        }
        self.clusters.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.postings.shrink_to_fit();
    }

    /// Writes it down.
    pub(super) fn pack(&self, packed: &mut Packed) {
        packed.u64(self.documents.len() as u64);
        for Document { id, at, length, end } in &self.documents {
            [id.0, *length, *end].into_iter().for_each(|number| packed.u32(number));
            packed.u64(*at);
        }
        packed.u32s(&self.entries.iter().map(|entry| entry.bits()).collect::<Vec<u32>>());
        packed.u32s(&self.clusters);
        packed.u32s(&self.starts);
        packed.bytes(&self.postings);
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        let mut documents = Vec::new();
        for _ in 0..packed.count(20)? {
            let (id, length, end) = (DocId(packed.u32()?), packed.u32()?, packed.u32()?);
            documents.push(Document { id, at: packed.u64()?, length, end });
        }
        let entries = packed.u32s()?.into_iter().map(Entry::of_bits).collect();
        let (clusters, starts) = (packed.u32s()?, packed.u32s()?);
        Some(Self { documents, entries, clusters, starts, postings: packed.bytes()?.to_vec() })
    }

    /// The memory that it takes, in bytes.
    pub(super) fn memory(&self) -> usize {
        self.documents.capacity() * size_of::<Document>()
            + self.entries.capacity() * size_of::<Entry>()
            + (self.clusters.capacity() + self.starts.capacity()) * size_of::<u32>()
            + self.postings.capacity()
    }
}

impl Document {
    /// A document whose record is there.
    pub(super) fn new(id: DocId, at: u64, length: u32) -> Self {
        Self { id, at, length, end: 0 }
    }
}
