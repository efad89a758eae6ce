//! Who and what is mentioned together with somebody, by how much more often than chance would have it.
//!
//! The measure is the log-likelihood ratio G² of Dunning, "Accurate Methods for the Statistics of Surprise and
//! Coincidence", Computational Linguistics 19 (1993), over documents: it is great where two are in the same
//! documents far more often than they would be if neither cared for the other, and what is in every document,
//! such as a country that all of them are about, says nothing and gets nothing.

use std::collections::HashMap;

use super::groups::Group;
use super::table::Names;
use super::wanted::Wanted;
use super::who::Known;
use crate::corpus::DocId;
use crate::tag::Kind;

/// Documents between two questions whether to stop.
const OFTEN: usize = 1024;

/// Somebody or something that is mentioned in the same documents as another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// The preferred name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// A document that tells it from others of its name, see [`Wanted`].
    pub id: Option<DocId>,
    /// In how many documents both are.
    pub both: u32,
    /// In how many documents it is.
    pub documents: u32,
    /// How often it is mentioned in those that have both.
    pub mentions: u32,
    /// How much more often they are together than chance would have it, see [`strength`].
    pub strength: f64,
}

/// G² of two that are together in `both` of `all` documents, and in `one` and `other` of them each: 0 where they are
/// together as often as by chance, less than 0 where more seldom. Above 3.84 chance has it in 1 of 20 cases, above
/// 10.83 in 1 of 1,000.
pub fn strength(both: u32, one: u32, other: u32, all: u32) -> f64 {
    let all = all.max(one.max(other));
    let both = both.min(one).min(other);
    // Of so few documents that the two must share some, none can have neither.
    let neither = (u64::from(all) + u64::from(both)).saturating_sub(u64::from(one) + u64::from(other));
    let [one, other, all, both] = [one, other, all, both].map(f64::from);
    let term = |count: f64, row: f64, column: f64| {
        if count > 0.0 && row > 0.0 && column > 0.0 {
            count * (count * all / (row * column)).ln()
        } else {
            0.0
        }
    };
    let sum = term(both, one, other)
        + term(one - both, one, all - other)
        + term(other - both, all - one, other)
        + term(neither as f64, all - one, all - other);
    // What is 0 comes out a hair above or below.
    let sum = if sum.abs() < 1e-9 { 0.0 } else { 2.0 * sum };
    if both * all < one * other { -sum } else { sum }
}

impl Names {
    /// Who and what is in the same documents as somebody: of each kind at most `most`, those that are together with it
    /// the most beyond chance first, of like ones those in more documents, then those mentioned more often. `None`
    /// when `stop` said so before the end.
    pub fn together(&self, known: &Known, most: usize, stop: &dyn Fn() -> bool) -> Option<Vec<Together>> {
        let found = self.groups_together(known, most, stop)?;
        let pointed_at = |(group, with): (Group, Together)| {
            let Wanted { name, id, .. } = self.pointed_at(group, with.kind);
            Together { name, id, ..with }
        };
        Some(found.into_iter().map(pointed_at).collect())
    }

    /// The same by their groups, not named yet.
    pub(super) fn groups_together(
        &self,
        known: &Known,
        most: usize,
        stop: &dyn Fn() -> bool,
    ) -> Option<Vec<(Group, Together)>> {
        let mut counts: HashMap<Group, (u32, u32)> = HashMap::new();
        let mut own: Vec<(Group, u32)> = Vec::new();
        for (number, id) in known.documents.iter().enumerate() {
            if number % OFTEN == 0 && stop() {
                return None;
            }
            own.clear();
            self.groups_of(id, &mut own);
            for &(group, mentions) in own.iter().filter(|(group, _)| *group != known.group) {
                let (both, all) = counts.entry(group).or_default();
                (*both, *all) = (*both + 1, all.saturating_add(mentions));
            }
        }
        let (all, one) = (self.documents() as u32, known.documents.len() as u32);
        let together = |(group, (both, mentions)): (Group, (u32, u32))| {
            let (kind, _) = self.groups.head(group)?;
            // A document counts once for each cluster, so that this may be a little more than there are.
            let documents: u32 = self.groups.members(group).iter().map(|&cluster| self.count(cluster)).sum();
            let documents = documents.clamp(both, all.max(both));
            let strength = strength(both, one, documents, all);
            Some((
                group,
                Together { name: String::new(), kind, id: None, both, documents, mentions, strength },
            ))
        };
        let mut found: Vec<(Group, Together)> = counts.into_iter().filter_map(together).collect();
        let order = |(a, one): &(Group, Together), (b, other): &(Group, Together)| {
            let by_strength = other.strength.total_cmp(&one.strength);
            let by_count = (other.both, other.mentions).cmp(&(one.both, one.mentions));
            one.kind
                .cmp(&other.kind)
                .then(by_strength)
                .then(by_count)
                .then_with(|| self.name(*a).cmp(self.name(*b)))
        };
        found.sort_unstable_by(order);
        let (mut kept, mut before): (Vec<(Group, Together)>, _) = (Vec::new(), (None, 0));
        for (group, mut together) in found {
            before = if before.0 == Some(together.kind) {
                (before.0, before.1 + 1)
            } else {
                (Some(together.kind), 0)
            };
            if before.1 >= most {
                continue;
            }
            // Of those that are kept the documents are counted exactly.
            together.documents = self.documents_of([group]).len() as u32;
            together.strength = strength(together.both, one, together.documents, all);
            kept.push((group, together));
        }
        kept.sort_unstable_by(order);
        let by_all = |(_, one): &(Group, Together), (_, other): &(Group, Together)| {
            let by_count = (other.both, other.mentions).cmp(&(one.both, one.mentions));
            other.strength.total_cmp(&one.strength).then(by_count)
        };
        // Stable: of like ones people stand before organisations, and these before places.
        kept.sort_by(by_all);
        Some(kept)
    }

    /// Whom and what a document mentions, each once, with the number of mentions.
    pub(super) fn groups_of(&self, id: DocId, into: &mut Vec<(Group, u32)>) {
        let entries = self.filed.get(id).map(|(_, entries)| entries).unwrap_or_default();
        let group = |entry: &super::news::Entry| Some((self.groups.of(entry.cluster())?, entry.mentions()));
        into.extend(entries.iter().filter_map(group));
        into.sort_unstable();
        into.dedup_by(|again, first| {
            let same = again.0 == first.0;
            if same {
                first.1 = first.1.saturating_add(again.1);
            }
            same
        });
    }
}
