//! The people, bodies and places of a collection: each a group of clusters with a preferred name.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::arena::Arena;
use super::cluster::{self, Cluster};
use super::group::{Grouped, Hint, group};
use super::person::Person;
use super::rules::Rules;
use crate::index::packed::{Packed, Unpacked};
use crate::name::fold;
use crate::tag::Kind;

/// The kinds of names.
pub(super) const KINDS: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Place];

/// The number of a group.
pub(super) type Group = u32;

/// Of a cluster that is in no document.
const NONE: u32 = u32::MAX;

/// Which clusters are one.
#[derive(Clone, Debug, Default)]
pub(super) struct Groups {
    /// For each cluster its group.
    of: Vec<Group>,
    /// For each group where its clusters begin in `members`.
    starts: Vec<u32>,
    members: Vec<u32>,
    /// For each group its kind and its preferred name.
    heads: Vec<(Kind, u32)>,
    /// The names that the person gave to groups.
    shown: HashMap<Group, String>,
    /// Clusters that may be one and aren't, the likeliest first.
    hints: Arc<Vec<Hint>>,
}

/// The most hints that are kept.
const HINTS: usize = 100_000;

impl Groups {
    /// Groups all clusters. `used` says in how many documents each is, and how often it is mentioned in them.
    pub(super) fn new(strings: &Arena, clusters: &Arena, used: &[(u32, u32)], rules: &Rules) -> Self {
        let documents: Vec<u32> = used.iter().map(|(documents, _)| *documents).collect();
        let mut groups = Self { of: vec![NONE; clusters.len() as usize], ..Self::default() };
        let mut hints: Vec<Hint> = Vec::new();
        for kind in KINDS {
            let Grouped { places, hints: own } = group(kind, strings, clusters, &documents, rules);
            hints.extend(own);
            let mut numbers: HashMap<u32, Group> = HashMap::new();
            let base = groups.heads.len() as u32;
            for (cluster, place) in places {
                let next = base + numbers.len() as u32;
                let number = *numbers.entry(place).or_insert(next);
                if let Some(of) = groups.of.get_mut(cluster as usize) {
                    *of = number;
                }
            }
            groups.heads.resize(groups.heads.len() + numbers.len(), (kind, 0));
        }
        hints.sort_by_cached_key(|hint| {
            let mut names = hint.names.map(|name| strings.text(name));
            names.sort_unstable();
            (u8::MAX - hint.confidence, names[0].to_owned(), names[1].to_owned())
        });
        hints.truncate(HINTS);
        groups.hints = Arc::new(hints);
        groups.gather();
        for group in 0..groups.heads.len() as u32 {
            let name = groups.best_name(group, strings, clusters, used);
            if let Some(head) = groups.heads.get_mut(group as usize) {
                head.1 = name;
            }
        }
        groups.shown = groups.named_by(rules, strings, clusters, &documents);
        groups
    }

    /// The same with clusters that came since: each goes to the group that `like` finds for it, or makes one.
    pub(super) fn with(&self, clusters: &Arena, like: impl Fn(&Cluster) -> Option<Group>) -> Self {
        let mut groups = self.clone();
        for bytes in clusters.from(self.of.len() as u32) {
            let cluster = Cluster::read(bytes);
            let known = cluster.as_ref().and_then(&like);
            let group = known.or_else(|| {
                let cluster = cluster.filter(|cluster| cluster.kind.is_name())?;
                groups.heads.push((cluster.kind, cluster.name));
                Some(groups.heads.len() as u32 - 1)
            });
            groups.of.push(group.unwrap_or(NONE));
        }
        groups.gather();
        groups
    }

    /// Whether a cluster that a document has is in no group, as no document had it when they were made.
    pub(super) fn misses(&self, cluster: u32) -> bool {
        self.of.get(cluster as usize).is_none_or(|&group| group == NONE)
    }

    /// Sorts the clusters by group.
    fn gather(&mut self) {
        self.starts = vec![0; self.heads.len() + 1];
        let known = || self.of.iter().filter(|group| **group != NONE);
        for &group in known() {
            if let Some(count) = self.starts.get_mut(group as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        let mut next = self.starts.clone();
        self.members = vec![0; sum as usize];
        for (&group, cluster) in self.of.iter().zip(0..).filter(|(group, _)| **group != NONE) {
            let Some(place) = next.get_mut(group as usize) else { continue };
            if let Some(member) = self.members.get_mut(*place as usize) {
                *member = cluster;
            }
            *place += 1;
        }
    }

    /// Clusters that may be one, the likeliest first; by now some may be.
    pub(super) fn hints(&self) -> &[Hint] {
        &self.hints
    }

    /// How many groups there are.
    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    /// The group of a cluster.
    pub(super) fn of(&self, cluster: u32) -> Option<Group> {
        self.of.get(cluster as usize).copied().filter(|&group| group != NONE)
    }

    /// Groups among which are all of a kind.
    pub(super) fn range(&self, kind: Kind) -> Range<Group> {
        let is = |head: &&(Kind, u32)| head.0 == kind;
        let start = self.heads.iter().take_while(|head| !is(head)).count();
        let end = self.heads.len() - self.heads.iter().rev().take_while(|head| !is(head)).count();
        start as u32..end.max(start) as u32
    }

    /// The kind of a group, and the number of its preferred name.
    pub(super) fn head(&self, group: Group) -> Option<(Kind, u32)> {
        self.heads.get(group as usize).copied()
    }

    /// The clusters of a group, in order.
    pub(super) fn members(&self, group: Group) -> &[u32] {
        let start = self.starts.get(group as usize).copied().unwrap_or(0);
        let end = self.starts.get(group as usize + 1).copied().unwrap_or(start);
        self.members.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The name that the person gave to a group.
    pub(super) fn shown(&self, group: Group) -> Option<&str> {
        self.shown.get(&group).map(String::as_str)
    }

    /// The groups that the person gave names which have all these folded words, with these names.
    pub(super) fn shown_with<'a>(&'a self, words: &'a [String]) -> impl Iterator<Item = (Group, &'a str)> {
        self.shown
            .iter()
            .filter(move |(_, name)| fold::has_words(name, words))
            .map(|(group, name)| (*group, name.as_str()))
    }

    /// For each group with a cluster whose name the rules show otherwise, how: as for most of its documents.
    fn named_by(
        &self,
        rules: &Rules,
        strings: &Arena,
        clusters: &Arena,
        documents: &[u32],
    ) -> HashMap<Group, String> {
        let mut counts: HashMap<(Group, &str), u32> = HashMap::new();
        if !rules.is_empty() {
            for ((bytes, number), documents) in clusters.iter().zip(0..).zip(documents) {
                let Some((cluster, group)) = Cluster::read(bytes).zip(self.of(number)) else { continue };
                if let Some(shown) = rules.shown(cluster.kind, strings.text(cluster.name)) {
                    *counts.entry((group, shown)).or_default() += documents;
                }
            }
        }
        let mut counts: Vec<_> =
            counts.into_iter().map(|((group, shown), count)| (count, shown, group)).collect();
        counts.sort_unstable();
        counts.into_iter().map(|(_, shown, group)| (group, shown.to_owned())).collect()
    }

    /// The name that a group is listed under: of the names of its clusters the one in most documents, of several the one that
    /// is used most; for a person one with given name and surname before others, for a body one in words before an
    /// abbreviation.
    fn best_name(&self, group: Group, strings: &Arena, clusters: &Arena, used: &[(u32, u32)]) -> u32 {
        let mut counts: HashMap<u32, (u32, u32)> = HashMap::new();
        let members = self.members(group);
        let names = members.iter().filter_map(|&cluster| {
            Some((Cluster::read(clusters.get(cluster))?, used.get(cluster as usize)?))
        });
        if let [only] = members {
            return Cluster::read(clusters.get(*only)).map_or(0, |cluster| cluster.name);
        }
        let mut kind = Kind::Place;
        for (cluster, (documents, mentions)) in names {
            kind = cluster.kind;
            let count = counts.entry(cluster.name).or_default();
            *count = (count.0 + documents, count.1.saturating_add(*mentions));
        }
        // Of names that rank alike the first in the order of the alphabet, so that it is the same one whatever came first.
        let best = counts.into_iter().max_by(|(one, count), (other, others)| {
            let rank = |name: u32| rank(kind, strings.text(name));
            (rank(*one), count)
                .cmp(&(rank(*other), others))
                .then_with(|| strings.text(*other).cmp(strings.text(*one)))
        });
        best.map_or(0, |(name, _)| name)
    }

    /// Writes them down.
    pub(super) fn pack(&self, packed: &mut Packed) {
        packed.u32s(&self.of);
        packed.u64(self.heads.len() as u64);
        for (kind, name) in &self.heads {
            packed.byte(cluster::code(*kind));
            packed.u32(*name);
        }
        packed.u64(self.shown.len() as u64);
        for (group, name) in &self.shown {
            packed.u32(*group);
            packed.bytes(name.as_bytes());
        }
        packed.u64(self.hints.len() as u64);
        for Hint { clusters: [one, other], names: [a, b], confidence } in &*self.hints {
            [*one, *other, *a, *b].into_iter().for_each(|number| packed.u32(number));
            packed.byte(*confidence);
        }
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        let mut groups = Self { of: packed.u32s()?, ..Self::default() };
        for _ in 0..packed.count(5)? {
            groups.heads.push((cluster::kind(packed.byte()?)?, packed.u32()?));
        }
        let count = groups.heads.len() as u32;
        groups.of.iter().all(|group| *group < count || *group == NONE).then_some(())?;
        for _ in 0..packed.count(12)? {
            let (group, name) = (packed.u32()?, packed.bytes()?);
            groups.shown.insert(group, std::str::from_utf8(name).ok()?.to_owned());
        }
        let mut hints = Vec::new();
        for _ in 0..packed.count(17)? {
            let (clusters, names) = ([packed.u32()?, packed.u32()?], [packed.u32()?, packed.u32()?]);
            hints.push(Hint { clusters, names, confidence: packed.byte()? });
        }
        groups.hints = Arc::new(hints);
        groups.gather();
        Some(groups)
    }

    /// The memory that it takes, in bytes.
    pub(super) fn memory(&self) -> usize {
        (self.of.capacity() + self.starts.capacity() + self.members.capacity()) * size_of::<u32>()
            + self.heads.capacity() * size_of::<(Kind, u32)>()
            + self.hints.capacity() * size_of::<Hint>()
    }
}

/// How well a name serves to list somebody or something under.
fn rank(kind: Kind, name: &str) -> u32 {
    match kind {
        Kind::Person => match Person::read(name) {
            Person::Full(full) => 2 + u32::from(full.middle.is_empty()),
            Person::Initial { .. } => 1,
            Person::Bare(_) | Person::Nothing => 0,
        },

        _ => u32::from(!crate::name::is_abbreviation(name)),
    }
}
