//! What was added to the log since it was last looked at, as the table in memory takes it in.

use std::fs::File;
use std::sync::Arc;

use super::arena::Arena;
use super::record::MOST_MENTIONS;
use crate::corpus::DocId;

/// What a log of names tells: all of it, or what is new. Tell it to [`super::Names::with`], in order, each once.
#[derive(Debug, Default)]
#[must_use = "the table of names doesn't know it otherwise"]
pub struct News {
    /// Whether this is all there is and what was told before doesn't count any more.
    pub(super) anew: bool,
    /// The file, where the records can be read.
    pub(super) file: Option<Arc<File>>,
    /// The names, which get the next numbers.
    pub(super) strings: Arena,
    /// The clusters, which get the next numbers.
    pub(super) clusters: Arena,
    /// What became of documents, in the order of the log: the last counts.
    pub(super) filed: Vec<Filed>,
    /// The entries of all of them.
    pub(super) entries: Vec<Entry>,
}

/// What became of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Filed {
    pub(super) id: DocId,
    /// Its record; `None` where it is gone.
    pub(super) record: Option<Place>,
}

/// Where a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its first byte in the file.
    pub(super) at: u64,
    /// Its length in bytes.
    pub(super) length: u32,
    pub(super) stamp: u64,
    /// Its entries in [`News::entries`].
    pub(super) entries: (u32, u32),
}

/// A cluster that a document has, and how often it mentions it: up to 254 times. What a document mentions more often has
/// further entries behind those of all its clusters, each for 255 mentions more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry(u32);

/// The most clusters of a collection: their numbers have 24 bits.
pub(super) const MOST_CLUSTERS: u32 = 1 << 24;

/// The mentions of a further entry.
const FULL: u32 = 255;

impl Entry {
    fn new(cluster: u32, mentions: u32) -> Self {
        Self(cluster.min(MOST_CLUSTERS - 1) << 8 | mentions)
    }

    /// An entry for 255 mentions more.
    fn more(cluster: u32) -> Self {
        Self::new(cluster, FULL)
    }

    /// Puts the entries of a document behind others: those of its clusters with their mentions, in this order, and then
    /// what there is more of them.
    pub(super) fn push_all(counted: impl IntoIterator<Item = (u32, u32)>, entries: &mut Vec<Self>) {
        let mut more = Vec::new();
        for (cluster, mentions) in counted {
            // Of more than a record holds no more count.
            let mentions = mentions.min(MOST_MENTIONS as u32);
            entries.push(Self::new(cluster, mentions % FULL));
            more.resize(more.len() + (mentions / FULL) as usize, Self::more(cluster));
        }
        entries.append(&mut more);
    }

    /// The number that it is written down as.
    pub(super) fn bits(self) -> u32 {
        self.0
    }

    /// What was written down as this number.
    pub(super) fn of_bits(bits: u32) -> Self {
        Self(bits)
    }

    pub(super) fn cluster(self) -> u32 {
        self.0 >> 8
    }

    pub(super) fn mentions(self) -> u32 {
        self.0 & 255
    }

    /// Whether it only says that there are more mentions.
    pub(super) fn is_more(self) -> bool {
        self.mentions() == FULL
    }
}

impl News {
    /// Whether nothing is new.
    pub fn is_empty(&self) -> bool {
        !self.anew && self.filed.is_empty()
    }

    /// The number of documents that came, changed or went; one that did so twice counts twice.
    pub fn len(&self) -> usize {
        self.filed.len()
    }

    /// Appends what came later.
    pub(super) fn append(&mut self, later: Self) {
        self.strings.append(&later.strings);
        self.clusters.append(&later.clusters);
        let base = self.entries.len() as u32;
        self.entries.extend_from_slice(&later.entries);
        self.filed.extend(later.filed.into_iter().map(|mut filed| {
            if let Some(place) = &mut filed.record {
                place.entries = (place.entries.0 + base, place.entries.1 + base);
            }
            filed
        }));
    }

    /// The entries of a record.
    pub(super) fn entries(&self, place: &Place) -> &[Entry] {
        self.entries.get(place.entries.0 as usize..place.entries.1 as usize).unwrap_or_default()
    }
}
