//! Which clusters are one: who is who across the collection.
//!
//! Two people made one are worse than one left in two. What a name says in full counts first: full names that are equal
//! but for case, accents and the like are one; so are those that [`crate::name::compare`] judges to be one's, unless
//! one of them fits two that are different. Then clusters: the full names that a document took for one are one. Last,
//! whatever says less (a surname, an initial, an abbreviation, "Foreign Ministry") goes where it goes in the documents
//! that also have the full name, if it goes to one in four of five of them, or to the only one with that surname.
//!
//! A group holds together: whoever joins it must fit the full names that it is known by (see [`super::ties`]), the surest
//! ties first, and names that sentences have as two people's aren't tied but where they are equal.
//!
//! The result depends on which clusters there are and in how many documents, not on the order in which they came.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::arena::Arena;
use super::blocks;
use super::cluster::{Apart, Cluster};
use super::evidence::Evidence;
use super::initials::Initials;
use super::rules::Rules;
use super::shape::{Form, Shape};
use super::ties::Ties;
use super::transliterate::is_cyrillic;
use crate::name::fold::folded;
use crate::name::{Name, Verdict, judge_read};
use crate::tag::Kind;

/// Of the documents of the rarer of two names this part at least has to have them as two people's, so that a slip of one
/// document doesn't part what a hundred others have as one.
const PART: u64 = 5;

/// The clusters of one kind, and how their names are tied.
struct Grouping<'a> {
    kind: Kind,
    strings: &'a Arena,
    /// The names of the kind, by their numbers in the collection.
    names: Vec<u32>,
    shapes: Vec<Shape>,
    ties: Ties,
    /// The names that are compared, as they were read.
    read: Vec<Name>,
    /// For each name its number among these; that of an equal one.
    number: Vec<u32>,
    /// Whether a full name may be several people's: there are some that differ in their middle names.
    unsure: Vec<bool>,
    /// Names that may be one's, and how likely.
    possible: Vec<(u32, u32, u8)>,
    clusters: Vec<Member>,
    /// Names of which the person said with whom they are one.
    settled: HashSet<u32>,
    /// Pairs of names that documents have as two people's.
    two: Vec<(u32, u32)>,
}

/// How the clusters of a kind are grouped.
#[derive(Debug, Default)]
pub(super) struct Grouped {
    /// For each cluster a number that it shares with those that are the same.
    pub(super) places: Vec<(u32, u32)>,
    /// Clusters that may be one, each with the name that says so, and how likely, in hundredths.
    pub(super) hints: Vec<Hint>,
}

/// Two clusters that may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hint {
    /// The clusters.
    pub(super) clusters: [u32; 2],
    /// Their names that are alike, by their numbers.
    pub(super) names: [u32; 2],
    /// How likely they are one, in hundredths.
    pub(super) confidence: u8,
}

/// A cluster.
pub(super) struct Member {
    number: u32,
    /// In how many documents it is.
    pub(super) documents: u64,
    /// The places in [`Grouping::names`] of the names that tie it to others, the fullest first.
    pub(super) names: Vec<u32>,
    /// The one that says who it is, where one does.
    pub(super) anchor: Option<u32>,
}

/// For each cluster of a kind, by its number, a number that it shares with those that are the same. `documents` says
/// in how many documents a cluster is; those in none are left out.
pub(super) fn group(
    kind: Kind,
    strings: &Arena,
    clusters: &Arena,
    documents: &[u32],
    rules: &Rules,
) -> Grouped {
    let mut grouping = Grouping::new(kind, strings, clusters, documents, rules);
    grouping.tie_equal();
    grouping.tie_ruled(rules);
    grouping.part_two();
    grouping.tie_judged();
    grouping.tie_clusters();
    let hints = grouping.hints();
    Grouped { places: grouping.places(), hints }
}

impl<'a> Grouping<'a> {
    fn new(kind: Kind, strings: &'a Arena, clusters: &Arena, documents: &[u32], rules: &Rules) -> Self {
        let mut place = vec![u32::MAX; strings.len() as usize];
        let mut names = Vec::new();
        let mut members = Vec::new();
        let mut two = Vec::new();
        for ((cluster, number), &documents) in clusters.iter().zip(0u32..).zip(documents) {
            if let Some(Apart(pair)) = Apart::read(cluster).filter(|_| kind == Kind::Person && documents > 0)
            {
                two.push((pair, u64::from(documents)));
                continue;
            }
            let Some(cluster) =
                Cluster::read(cluster).filter(|cluster| cluster.kind == kind && documents > 0)
            else {
                continue;
            };
            // In a language that declines names only the nominative says who it is: "Александра Петрова" may be
            // a woman or of a man.
            let declined = strings.text(cluster.name).contains(is_cyrillic)
                || !cluster.forms().any(|form| form == cluster.name);
            let forms = cluster.forms().filter(|&form| form != cluster.name && !declined);
            let own = std::iter::once(cluster.name).chain(forms).filter_map(|name| {
                let place = place.get_mut(name as usize)?;
                if *place == u32::MAX {
                    *place = names.len() as u32;
                    names.push(name);
                }
                Some(*place)
            });
            let own = own.collect();
            members.push(Member { number, documents: u64::from(documents), names: own, anchor: None });
        }
        let shape = |&name: &u32| {
            let text = strings.text(name);
            if rules.is_lone(kind, text) { Shape::NOTHING } else { Shape::of(kind, text) }
        };
        let shapes: Vec<Shape> = names.par_iter().map(shape).collect();
        let two = often(&two, &place, &members);
        let (ties, unsure) = (Ties::new(names.len() as u32), vec![false; names.len()]);
        let (settled, possible, read, number) = (HashSet::new(), Vec::new(), Vec::new(), Vec::new());
        Self {
            kind,
            strings,
            names,
            shapes,
            ties,
            read,
            number,
            unsure,
            possible,
            clusters: members,
            settled,
            two,
        }
    }

    fn shape(&self, name: u32) -> Option<&Shape> {
        self.shapes.get(name as usize)
    }

    fn text(&self, name: u32) -> &'a str {
        self.names.get(name as usize).map_or("", |&name| self.strings.text(name))
    }

    /// Ties names that are equal but for case, accents and the like.
    fn tie_equal(&mut self) {
        let keyed = self.keyed(|shape| shape.whole);
        for pair in keyed.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            self.ties.tie(pair[0].1, pair[1].1);
        }
    }

    /// Ties the names that the person said are one's, and notes those that aren't.
    fn tie_ruled(&mut self, rules: &Rules) {
        let same = rules.same(self.kind);
        if same.is_empty() && rules.apart(self.kind).next().is_none() {
            return;
        }
        let mut named: HashMap<String, u32> = HashMap::new();
        let mut first: HashMap<usize, u32> = HashMap::new();
        for name in 0..self.names.len() as u32 {
            let folded = folded(self.text(name));
            if let Some(&owner) = same.get(&*folded) {
                let known = *first.entry(owner).or_insert(name);
                self.ties.tie(known, name);
                self.settled.insert(name);
            }
            named.entry(folded).or_insert(name);
        }
        let both = |(one, other): (&str, &str)| Some((*named.get(one)?, *named.get(other)?));
        let apart: Vec<(u32, u32)> = rules.apart(self.kind).filter_map(both).collect();
        for (one, other) in self.apart_in_clusters(&apart) {
            self.ties.part(one, other);
        }
    }

    /// These pairs, and more: whoever a document calls by a name that was parted from another isn't that other one either.
    fn apart_in_clusters(&self, pairs: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let mut others: HashMap<u32, Vec<u32>> = HashMap::new();
        for &(one, other) in pairs {
            others.entry(one).or_default().push(other);
            others.entry(other).or_default().push(one);
        }
        let mut apart = pairs.to_vec();
        for cluster in self.clusters.iter().filter(|_| !others.is_empty()) {
            let Some(&first) = cluster.names.first() else { continue };
            let of = |name: &u32| others.get(name).into_iter().flatten().map(|&other| (first, other));
            apart.extend(cluster.names.iter().flat_map(of).filter(|&(one, other)| one != other));
        }
        apart.sort_unstable();
        apart.dedup();
        apart
    }

    /// Sees to it that names which sentences have as two people's aren't tied, but where they are equal or the person
    /// said that they are one.
    fn part_two(&mut self) {
        for &(one, other) in &self.two {
            self.ties.part(one, other);
        }
    }

    /// The names with a key that isn't 0, sorted by it.
    fn keyed(&self, key: impl Fn(&Shape) -> u64) -> Vec<(u64, u32)> {
        let mut keyed: Vec<(u64, u32)> = self
            .shapes
            .iter()
            .zip(0..)
            .map(|(shape, name)| (key(shape), name))
            .filter(|pair| pair.0 != 0)
            .collect();
        keyed.sort_unstable();
        keyed
    }

    /// Ties names that are judged to be one's, and notes those that may be.
    fn tie_judged(&mut self) {
        let keyed = self.keyed(|shape| shape.whole);
        let mut first: Vec<u32> = Vec::new();
        for run in keyed.chunk_by(|one, other| one.0 == other.0) {
            // Of names that are equal the first in the alphabet, whatever document came first.
            first.extend(run.iter().map(|(_, name)| *name).min_by_key(|&name| self.text(name)));
        }
        let judged = blocks::judge(self.kind, self.strings, &self.names, &first);
        self.know(&judged.places, &keyed);
        self.read = judged.names;
        for &(one, other) in &judged.same {
            self.tie_fitting(one, other);
        }
        let unsure: Vec<u64> =
            judged.unsure.iter().filter_map(|&name| self.shape(name)).map(|shape| shape.whole).collect();
        if !unsure.is_empty() {
            let unsure: HashSet<u64> = unsure.into_iter().collect();
            for (shape, is) in self.shapes.iter().zip(&mut self.unsure) {
                *is = unsure.contains(&shape.whole);
            }
        }
        self.possible = judged.possible;
    }

    /// Notes by which full names each name is known: `places` are those that were compared, in order, and `keyed` says
    /// which are equal to them.
    fn know(&mut self, places: &[u32], keyed: &[(u64, u32)]) {
        let mut numbers = vec![u32::MAX; self.names.len()];
        for (&place, number) in places.iter().zip(0u32..) {
            if let Some(own) = numbers.get_mut(place as usize) {
                *own = number;
            }
        }
        for run in keyed.chunk_by(|one, other| one.0 == other.0) {
            let number = |name: u32| numbers.get(name as usize).copied().filter(|&number| number != u32::MAX);
            let Some(first) = run.iter().find_map(|(_, name)| number(*name)) else { continue };
            for (_, name) in run {
                if let Some(own) = numbers.get_mut(*name as usize) {
                    *own = first;
                }
            }
        }
        for name in 0..self.names.len() as u32 {
            // Whom the person said to be one may have names that have nothing in common.
            let full =
                self.shape(name).is_some_and(|shape| matches!(shape.form, Form::Full { .. } | Form::Long));
            if let Some(&number) =
                numbers.get(name as usize).filter(|_| full && !self.settled.contains(&name))
            {
                self.ties.know(name, number);
            }
        }
        self.number = numbers;
    }

    /// Ties two names unless that makes one of two that differ.
    fn tie_fitting(&mut self, one: u32, other: u32) {
        let read = &self.read;
        let differs = |one: u32, other: u32| {
            let pair = read.get(one as usize).zip(read.get(other as usize));
            one != other && pair.is_some_and(|(one, other)| judge_read(one, other).0 == Verdict::Different)
        };
        self.ties.tie_fitting(one, other, differs);
    }

    /// Ties the names of each cluster that say who it is: those of most documents first.
    fn tie_clusters(&mut self) {
        let mut clusters = std::mem::take(&mut self.clusters);
        let mut pairs = Vec::new();
        for cluster in &mut clusters {
            let telling = self.telling(&cluster.names);
            cluster.anchor = telling.first().copied();
            pairs.extend(telling.windows(2).map(|pair| (pair[0], pair[1], cluster.documents)));
        }
        self.clusters = clusters;
        let number = |name: u32| self.number.get(name as usize).copied().unwrap_or(name);
        pairs.sort_unstable_by_key(|&(one, other, documents)| {
            let (one, other) = (number(one), number(other));
            (u64::MAX - documents, one.min(other), one.max(other))
        });
        for (one, other, _) in pairs {
            self.tie_fitting(one, other);
        }
    }

    /// The clusters of names that may be one's and aren't tied.
    fn hints(&mut self) -> Vec<Hint> {
        let possible = std::mem::take(&mut self.possible);
        let mut clusters = vec![None; self.names.len()];
        for cluster in &self.clusters {
            for &name in &cluster.names {
                if let Some(own) = clusters.get_mut(name as usize) {
                    *own = own.or(Some(cluster.number));
                }
            }
        }
        let cluster = |name: u32| clusters.get(name as usize).copied().flatten();
        let mut hints = Vec::new();
        for (one, other, confidence) in possible {
            let roots = (self.ties.root(one), self.ties.root(other));
            if roots.0 != roots.1
                && !self.ties.are_apart(roots.0, roots.1)
                && let (Some(a), Some(b)) = (cluster(one), cluster(other))
                && let (Some(&first), Some(&second)) =
                    (self.names.get(one as usize), self.names.get(other as usize))
            {
                hints.push(Hint { clusters: [a, b], names: [first, second], confidence });
            }
        }
        hints
    }

    /// Those of a cluster's names that say who it is.
    fn telling(&self, names: &[u32]) -> Vec<u32> {
        let is = |name: &u32, wanted: fn(&Form) -> bool| {
            self.shape(*name).is_some_and(|shape| wanted(&shape.form))
        };
        let mut telling: Vec<u32> = names
            .iter()
            .copied()
            .filter(|name| is(name, |form| matches!(form, Form::Full { .. } | Form::Long)))
            .collect();
        if telling.len() < 2 && self.kind != Kind::Person {
            return telling;
        }
        if self.kind == Kind::Person {
            telling.retain(|name| !self.unsure.get(*name as usize).is_some_and(|unsure| *unsure));
        } else {
            let read = |name: u32| self.read.get(*self.number.get(name as usize)? as usize);
            let all: Vec<&Name> = telling.iter().filter_map(|&name| read(name)).collect();
            let is_part = |name: &Name| all.iter().any(|other| name.is_part_of(other));
            telling.retain(|&name| !read(name).is_some_and(is_part));
        }
        telling
    }

    /// For each cluster the name that it is tied to.
    fn places(mut self) -> Vec<(u32, u32)> {
        let roots = self.ties.roots();
        let root = |name: u32| roots.get(name as usize).copied().unwrap_or(name);
        let evidence = Evidence::new(&self.shapes, &self.clusters, &roots);
        let initials = Initials::new(self.kind, &self.shapes, &roots, |name| self.text(name));
        let place = |cluster: &Member| {
            let own = || cluster.names.first().map_or(0, |&name| root(name));
            // What a document calls "Lukashenko" beside a full name that nothing was ruled of is whoever has that one.
            if let Some(&name) = cluster.names.first().filter(|name| self.settled.contains(name)) {
                return root(name);
            }
            match cluster.anchor {
                Some(anchor) => match cluster.names.as_slice() {
                    [_] => self
                        .shape(anchor)
                        .and_then(|shape| evidence.part(shape))
                        .unwrap_or_else(|| root(anchor)),
                    _ => root(anchor),
                },
                None => {
                    let mut shapes = cluster.names.iter().filter_map(|&name| self.shape(name));
                    let beside = shapes.find_map(|shape| evidence.place(shape));
                    let spelled_out =
                        || cluster.names.iter().find_map(|&name| initials.meant(self.text(name)));
                    beside.or_else(|| spelled_out().map(root)).unwrap_or_else(own)
                }
            }
        };
        let found: Vec<u32> = self.clusters.iter().map(place).collect();
        let leaving = self.leaving(&found, &roots);
        let mut places = Vec::with_capacity(found.len());
        for (cluster, found) in self.clusters.iter().zip(found) {
            let own = cluster.names.first().map_or(0, |&name| root(name));
            let leaves = matches!(cluster.names.as_slice(), [only] if leaving.contains(only));
            let place = if leaves || self.ties.are_apart(own, found) { own } else { found };
            places.push((cluster.number, place));
        }
        places
    }

    /// Of two names that sentences have as two people's and that mean the same one where they stand alone the one that
    /// doesn't: an initial before a surname, then the one in fewer documents. `found` says for each cluster whom it means.
    fn leaving(&self, found: &[u32], roots: &[u32]) -> HashSet<u32> {
        let mut alone: HashMap<u32, (u32, u64)> = HashMap::new();
        if !self.two.is_empty() {
            for (cluster, &place) in self.clusters.iter().zip(found) {
                if let [only] = cluster.names.as_slice() {
                    alone.entry(*only).or_insert((place, cluster.documents));
                }
            }
        }
        let mut leaving = HashSet::new();
        for &(one, other) in &self.two {
            let (Some(a), Some(b)) = (alone.get(&one), alone.get(&other)) else { continue };
            let at_home = |name: u32, place: u32| roots.get(name as usize) == Some(&place);
            if a.0 != b.0 || (at_home(one, a.0) && at_home(other, b.0)) {
                continue;
            }
            let stays = |name: u32, (place, documents): (u32, u64)| {
                let bare = self.shape(name).is_some_and(|shape| matches!(shape.form, Form::Bare { .. }));
                (at_home(name, place), bare, documents, std::cmp::Reverse(self.text(name)))
            };
            leaving.insert(if stays(one, *a) < stays(other, *b) { one } else { other });
        }
        leaving
    }
}

/// The pairs that enough documents have as two people's, by their places. `place` says of each name its place.
fn often(two: &[([u32; 2], u64)], place: &[u32], clusters: &[Member]) -> Vec<(u32, u32)> {
    let mut named: HashMap<u32, u64> = HashMap::new();
    for cluster in clusters.iter().filter(|_| !two.is_empty()) {
        for &name in &cluster.names {
            *named.entry(name).or_default() += cluster.documents;
        }
    }
    let of = |name: u32| place.get(name as usize).copied().filter(|&place| place != u32::MAX);
    let pair = |&([one, other], documents): &([u32; 2], u64)| {
        let (one, other) = (of(one)?, of(other)?);
        let rarer = named.get(&one)?.min(named.get(&other)?);
        (documents * PART >= *rarer).then_some((one, other))
    };
    two.iter().filter_map(pair).collect()
}
