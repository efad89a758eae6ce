//! What search asks of the table of names.

use std::collections::HashMap;
use std::io;

use super::groups::Group;
use super::table::Names;
use super::words::hash;
use crate::corpus::DocId;
use crate::index::text::bounds;
use crate::index::{DocumentSet, Spelling, Tally, WhoIsWho};
use crate::name::fold;
use crate::tag::Kind;

impl WhoIsWho for Names {
    fn spellings(&self, words: &[&str]) -> Vec<Spelling> {
        super::spell::spellings(self, words)
    }

    fn named(&self, kind: Kind, name: &str) -> DocumentSet {
        Self::named(self, kind, name)
    }

    fn mentioned(&self, kind: Kind, words: &[&str]) -> DocumentSet {
        let words = refolded(words);
        let clusters = match self.with_words(&words) {
            none if none.is_empty() => self.sounding_alike(&words, usize::MAX),
            clusters => clusters,
        };
        let mut groups: Vec<Group> = clusters
            .into_iter()
            .filter(|&cluster| self.cluster(cluster).is_some_and(|cluster| cluster.kind == kind))
            .filter_map(|cluster| self.groups.of(cluster))
            .collect();
        groups.sort_unstable();
        groups.dedup();
        self.documents_of(groups)
    }

    fn naming(&self, first: u32, last: u32) -> io::Result<DocumentSet> {
        Self::naming(self, &|date| {
            let (from, to) = bounds(date);
            first <= from && to <= last
        })
    }

    fn tally(&self, kind: Kind, documents: &DocumentSet, most: usize) -> Vec<Tally> {
        let counts = if documents.len() < self.filed.len() / FEW {
            self.count_few(kind, documents)
        } else {
            self.count_many(kind, documents)
        };
        self.most(counts, most)
    }
}

/// For a smaller part of all documents than this one, each is looked up.
const FEW: usize = 8;

impl Names {
    /// The documents in which the one of this kind with this preferred name is mentioned, as [`WhoIsWho::tally`] gives it.
    pub fn named(&self, kind: Kind, name: &str) -> DocumentSet {
        let words = fold::words(name);
        let groups = self.with_words(&words).into_iter().filter_map(|cluster| self.groups.of(cluster));
        let mut groups: Vec<Group> = groups
            .filter(|&group| {
                self.groups.head(group).is_some_and(|head| head.0 == kind) && self.name(group) == name
            })
            .collect();
        groups.sort_unstable();
        groups.dedup();
        self.documents_of(groups)
    }

    /// The documents in which one of these is mentioned.
    pub(super) fn documents_of(&self, groups: impl IntoIterator<Item = Group>) -> DocumentSet {
        let mut documents = DocumentSet::default();
        for group in groups {
            for &cluster in self.groups.members(group) {
                self.filed.with(cluster, &mut documents);
            }
        }
        documents
    }

    /// The clusters that have all these folded words in one of their names; of those whom the person gave a name that has
    /// them one each. Those that were only in documents that went aren't there, so that whoever finds none looks on.
    pub(super) fn with_words(&self, words: &[String]) -> Vec<u32> {
        let mut clusters = self.candidates(words, usize::MAX);
        clusters.retain(|&number| {
            self.count(number) > 0
                && self.cluster(number).is_some_and(|cluster| self.has_words(&cluster, words))
        });
        for (group, _) in self.groups.shown_with(words) {
            let members = self.groups.members(group);
            if !members.iter().any(|member| clusters.contains(member)) {
                clusters.extend(members.iter().find(|&&member| self.count(member) > 0));
            }
        }
        clusters
    }

    /// The clusters that may have all these folded words in one of their names, by the words' hashes; of very many
    /// only so many, those in most documents.
    pub(super) fn candidates(&self, words: &[String], most: usize) -> Vec<u32> {
        self.candidates_by(words.iter().map(|word| hash(word)).collect(), most)
    }

    /// The same by these hashes.
    pub(super) fn candidates_by(&self, words: Vec<u32>, most: usize) -> Vec<u32> {
        let Some(rarest) = words.iter().copied().min_by_key(|&word| self.words.count(word)) else {
            return Vec::new();
        };
        let mut clusters: Vec<u32> = self.words.with(rarest).collect();
        for word in words.into_iter().filter(|&word| word != rarest) {
            // A word that very many have parts little, and whoever asks compares the words themselves.
            if self.words.count(word) / 32 > clusters.len() {
                continue;
            }
            let mut others: Vec<u32> = self.words.with(word).collect();
            others.sort_unstable();
            clusters.retain(|cluster| others.binary_search(cluster).is_ok());
        }
        if clusters.len() > most {
            clusters.select_nth_unstable_by_key(most, |&cluster| (u32::MAX - self.count(cluster), cluster));
            clusters.truncate(most);
        }
        clusters.sort_unstable();
        clusters.dedup();
        clusters
    }

    fn has_words(&self, cluster: &super::cluster::Cluster, words: &[String]) -> bool {
        self.names_of(cluster).any(|name| fold::has_words(self.strings.text(name), words))
    }

    /// How many of these documents mention each of a kind, by looking at each of them.
    fn count_few(&self, kind: Kind, documents: &DocumentSet) -> Vec<(u32, Group)> {
        let mut counts: HashMap<Group, u32> = HashMap::new();
        let mut own = Vec::new();
        for id in documents.iter() {
            own.clear();
            own.extend(self.groups_in(kind, id));
            own.sort_unstable();
            own.dedup();
            own.iter().for_each(|&group| *counts.entry(group).or_default() += 1);
        }
        counts.into_iter().map(|(group, count)| (count, group)).collect()
    }

    fn groups_in(&self, kind: Kind, id: DocId) -> impl Iterator<Item = Group> {
        let entries = self.filed.get(id).map(|(_, entries)| entries).unwrap_or_default();
        let groups = entries.iter().filter_map(|entry| self.groups.of(entry.cluster()));
        groups.filter(move |&group| self.groups.head(group).is_some_and(|head| head.0 == kind))
    }

    /// The same by going through all documents.
    fn count_many(&self, kind: Kind, documents: &DocumentSet) -> Vec<(u32, Group)> {
        let range = self.groups.range(kind);
        let base = range.start;
        // For each group how many documents mention it, and the last one that did.
        let mut counts = vec![(0u32, u32::MAX); range.len()];
        for (document, entries) in self.filed.iter().filter(|(document, _)| documents.contains(document.id)) {
            for entry in entries {
                let Some(group) = self.groups.of(entry.cluster()) else { continue };
                if let Some((count, last)) =
                    group.checked_sub(base).and_then(|at| counts.get_mut(at as usize))
                    && *last != document.id.0
                {
                    (*count, *last) = (*count + 1, document.id.0);
                }
            }
        }
        let counts = counts.into_iter().zip(base..).filter(|((count, _), _)| *count > 0);
        let is = |group: Group| self.groups.head(group).is_some_and(|head| head.0 == kind);
        counts.filter(|(_, group)| is(*group)).map(|((count, _), group)| (count, group)).collect()
    }

    /// Those with the greatest counts, the greatest first; of like ones in the order of the alphabet.
    fn most(&self, mut counts: Vec<(u32, Group)>, most: usize) -> Vec<Tally> {
        let order = |one: &(u32, Group), other: &(u32, Group)| {
            other.0.cmp(&one.0).then_with(|| self.name(one.1).cmp(self.name(other.1)))
        };
        if most == 0 {
            return Vec::new();
        }
        if most < counts.len() {
            counts.select_nth_unstable_by(most, order);
            counts.truncate(most);
        }
        counts.sort_unstable_by(order);
        let tally = |(count, group)| Tally { name: self.name(group).to_owned(), documents: count as usize };
        counts.into_iter().map(tally).collect()
    }
}

/// Words that somebody else folded, as the names here are.
pub(super) fn refolded(words: &[&str]) -> Vec<String> {
    words.iter().flat_map(|word| fold::words(word)).collect()
}
