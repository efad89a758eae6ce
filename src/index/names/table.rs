//! The table of names in memory: who is who across a collection, and in which documents.

use std::collections::HashSet;
use std::fs::File;
use std::io;
use std::iter;
use std::sync::Arc;

use super::arena::Arena;
use super::cluster::Cluster;
use super::decode;
use super::encode::Encoder;
use super::filed::Filed;
use super::groups::{Group, Groups};
use super::news::News;
use super::record::Record;
use super::ruled::{Ruled, revised};
use super::rules::Rules;
use super::sounding::sound_of;
use super::varint::put;
use super::words::{Pair, WordIndex, hash};
use crate::corpus::DocId;
use crate::name::fold;

/// With fewer clusters than this all are grouped anew with any news: that takes a few thousandths of a second.
const FEW: u32 = 512;
/// With more, once those that came are this part of all.
const PART: u32 = 8;

/// Who is who across a collection. A table never changes: [`Self::with`] makes another one that shares most of its
/// memory, while others go on with this one.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub(super) strings: Arena,
    pub(super) clusters: Arena,
    /// For each cluster the number of documents that it is in.
    pub(super) counts: Arc<Vec<u32>>,
    pub(super) filed: Filed,
    pub(super) words: WordIndex,
    /// By their sound the hashes of those words that have one.
    pub(super) sounds: WordIndex,
    pub(super) groups: Arc<Groups>,
    /// How many clusters there were when all were grouped.
    pub(super) grouped: u32,
    /// How many documents came or went since.
    pub(super) changed: usize,
    pub(super) file: Option<Arc<File>>,
    /// What the person ruled.
    pub(super) rules: Arc<Rules>,
    /// The clusters of the log, where they aren't those of the table.
    pub(super) ruled: Option<Arc<Ruled>>,
}

impl Names {
    /// An empty table in which this is ruled.
    pub fn ruled(rules: Arc<Rules>) -> Self {
        let ruled = (!rules.is_empty()).then(Arc::default);
        Self { rules, ruled, ..Self::default() }
    }

    /// The table of these records, without a log.
    pub fn of(records: &[Record]) -> Self {
        Self::default().with(Self::news(records)).settled()
    }

    /// What a log of these records would tell.
    pub(super) fn news(records: &[Record]) -> News {
        let mut encoder = Encoder::default();
        let mut payload = Vec::new();
        put(&mut payload, 0);
        put(&mut payload, 0);
        records.iter().for_each(|record| encoder.record(record, &mut payload));
        decode::chunk(&payload, 0, 0, 0).unwrap_or_default()
    }

    /// The table after these news. Names that came are grouped with those that they are equal to; all are grouped
    /// anew when many came, which takes up to some tenths of a second for 200,000 documents, so call this where
    /// nobody waits.
    #[must_use]
    pub fn with(&self, news: News) -> Self {
        let mut names = if news.anew { Self::ruled(self.rules.clone()) } else { self.clone() };
        names.file = news.file.clone().or(names.file);
        if news.filed.is_empty() && news.clusters.len() == 0 {
            return names;
        }
        names.strings.append(&news.strings);
        let news = match &mut names.ruled {
            Some(ruled) => {
                Arc::make_mut(ruled).take(&names.rules, news, &names.strings, names.file.as_deref())
            }
            None => news,
        };
        let first = names.clusters.len();
        names.clusters.append(&news.clusters);
        let (words, sounds) = names.words_from(first);
        names.words.add(words);
        names.sounds.add(sounds);
        let mut counts = std::mem::take(&mut names.counts);
        let all = Arc::make_mut(&mut counts);
        all.resize(names.clusters.len() as usize, 0);
        let mut missed = false;
        let groups = Arc::clone(&names.groups);
        names.filed.take_in(&news, |entry, came| {
            missed |= came
                && entry.cluster() < first
                && groups.misses(entry.cluster())
                && Cluster::read(names.clusters.get(entry.cluster())).is_some();
            if let Some(count) = all.get_mut(entry.cluster() as usize) {
                *count = if came { *count + 1 } else { count.saturating_sub(1) };
            }
        });
        names.counts = counts;
        names.changed += news.filed.len();
        let came = names.clusters.len() - names.grouped;
        if missed || names.clusters.len() < FEW || came > names.clusters.len() / PART {
            return names.settled();
        }
        let like = |cluster: &Cluster| self.like(cluster, &names);
        names.groups = Arc::new(names.groups.with(&names.clusters, like));
        names
    }

    /// The same with all names grouped anew, as one does when no more documents are to come for a while: what somebody
    /// is called in later documents tells who was meant in earlier ones.
    #[must_use]
    pub fn settled(&self) -> Self {
        let mut names = self.clone();
        if names.changed > 0 {
            let mentions = names.filed.mentions(names.clusters.len());
            let used = names.counts.iter().copied().zip(mentions).collect::<Vec<_>>();
            names.groups = Arc::new(Groups::new(&names.strings, &names.clusters, &used, &names.rules));
            (names.grouped, names.changed) = (names.clusters.len(), 0);
        }
        names
    }

    /// Whether all names are grouped as they would be anew.
    pub fn is_settled(&self) -> bool {
        self.changed == 0
    }

    /// What the person ruled.
    pub fn rules(&self) -> Arc<Rules> {
        self.rules.clone()
    }

    /// How many documents it knows.
    pub fn documents(&self) -> usize {
        self.filed.len()
    }

    /// How many people, bodies and places it knows.
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether it knows nobody.
    pub fn is_empty(&self) -> bool {
        self.groups.len() == 0
    }

    /// The record of a document, read from the log; `None` where there is none.
    ///
    /// # Errors
    /// What the system says, or that the record isn't what was written.
    pub fn record(&self, id: DocId) -> io::Result<Option<Record>> {
        let (Some((document, _)), Some(file)) = (self.filed.get(id), &self.file) else { return Ok(None) };
        let clusters = self.ruled.as_ref().map_or(&self.clusters, |ruled| &ruled.raw);
        let record = decode::record_at(file, document.at, document.length, &self.strings, clusters)?;
        if record.id != id {
            return Err(decode::damaged());
        }
        Ok(Some(if self.ruled.is_some() { revised(&self.rules, record) } else { record }))
    }

    /// The memory that it takes, in bytes, about.
    pub fn memory(&self) -> usize {
        self.strings.memory()
            + self.clusters.memory()
            + self.counts.capacity() * size_of::<u32>()
            + self.filed.memory()
            + self.words.memory()
            + self.sounds.memory()
            + self.groups.memory()
    }

    /// The preferred name of a group.
    pub(super) fn name(&self, group: Group) -> &str {
        let head = || self.groups.head(group).map_or("", |(_, name)| self.strings.text(name));
        self.groups.shown(group).unwrap_or_else(head)
    }

    /// In how many documents a cluster is.
    pub(super) fn count(&self, cluster: u32) -> u32 {
        self.counts.get(cluster as usize).copied().unwrap_or(0)
    }

    /// A cluster by its number.
    pub(super) fn cluster(&self, number: u32) -> Option<Cluster<'_>> {
        Cluster::read(self.clusters.get(number))
    }

    /// The names of a cluster: the fullest first, then the names used.
    pub(super) fn names_of<'a>(&'a self, cluster: &Cluster<'a>) -> impl Iterator<Item = u32> + use<'a> {
        let name = cluster.name;
        iter::once(name).chain(cluster.forms().filter(move |&form| form != name))
    }

    /// All that the one of a cluster is called: the cluster's names, and the name that the person gave.
    pub(super) fn called<'a>(
        &'a self,
        number: u32,
        cluster: &Cluster<'a>,
    ) -> impl Iterator<Item = &'a str> + use<'a> {
        let shown = self.groups.of(number).and_then(|group| self.groups.shown(group));
        self.names_of(cluster).map(|name| self.strings.text(name)).chain(shown)
    }

    /// The words of the names of the clusters from that one on, each with its cluster; and by their sound those that no
    /// cluster had before.
    fn words_from(&self, first: u32) -> (Vec<Pair>, Vec<Pair>) {
        let (mut pairs, mut sounds, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for number in first..self.clusters.len() {
            let Some(cluster) = self.cluster(number).filter(|cluster| cluster.kind.is_name()) else {
                continue;
            };
            for name in self.names_of(&cluster) {
                for word in fold::folded(self.strings.text(name)).split(' ') {
                    let hash = hash(word);
                    pairs.push((hash, number));
                    if seen.insert(hash) && self.words.count(hash) == 0 {
                        sounds.extend(sound_of(word).map(|sound| (sound, hash)));
                    }
                }
            }
        }
        (pairs, sounds)
    }

    /// The group of a known cluster with the same name as one that came.
    fn like(&self, cluster: &Cluster, now: &Self) -> Option<Group> {
        let name = fold::folded(now.strings.text(cluster.name));
        let rarest = name.split(' ').map(hash).min_by_key(|&word| self.words.count(word))?;
        let candidates = self.words.with(rarest).take(MOST_LIKE);
        let is_like = |number: &u32| {
            let like = |other: Cluster| {
                other.kind == cluster.kind
                    && (other.name == cluster.name || fold::folded(self.strings.text(other.name)) == name)
            };
            self.cluster(*number).is_some_and(like)
        };
        candidates.filter(is_like).find_map(|number| self.groups.of(number))
    }
}

/// The clusters that are looked at for one with the same name.
const MOST_LIKE: usize = 64;
