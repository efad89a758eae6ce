//! Which clusters are one: who is who across the collection.
//!
//! Two people made one are worse than one left in two. What a name says in full counts first: full names that are equal
//! but for case, accents and the like are one; so are those that [`crate::name::compare`] judges to be one's, unless
//! one of them fits two that are different. Then clusters: the full names that a document took for one are one. Last,
//! whatever says less (a surname, an initial, an abbreviation, "Foreign Ministry") goes where it goes in the documents
//! that also have the full name, if it goes to one in four of five of them, or to the only one with that surname.
//!
//! The result depends on which clusters there are and in how many documents, not on the order in which they came.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::arena::Arena;
use super::blocks;
use super::body::Body;
use super::cluster::Cluster;
use super::evidence::Evidence;
use super::initials::Initials;
use super::rules::Rules;
use super::shape::{Form, Shape};
use super::transliterate::is_cyrillic;
use crate::name::fold::folded;
use crate::tag::Kind;

/// The clusters of one kind, and how their names are tied.
struct Ties<'a> {
    kind: Kind,
    strings: &'a Arena,
    /// The names of the kind, by their numbers in the collection.
    names: Vec<u32>,
    shapes: Vec<Shape>,
    /// For each name one that it is tied to, itself where there is no other.
    up: Vec<u32>,
    /// Whether a full name may be several people's: there are some that differ in their middle names.
    unsure: Vec<bool>,
    /// Names that may be one's, and how likely.
    possible: Vec<(u32, u32, u8)>,
    clusters: Vec<Member>,
    /// Names of which the person said with whom they are one.
    settled: HashSet<u32>,
    /// Pairs of names that the person said aren't one's.
    apart: Vec<(u32, u32)>,
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
    /// The places in [`Ties::names`] of the names that tie it to others, the fullest first.
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
    let mut ties = Ties::new(kind, strings, clusters, documents);
    ties.tie_equal();
    ties.tie_ruled(rules);
    ties.tie_judged();
    ties.tie_clusters();
    let hints = ties.hints();
    Grouped { places: ties.places(), hints }
}

impl<'a> Ties<'a> {
    fn new(kind: Kind, strings: &'a Arena, clusters: &Arena, documents: &[u32]) -> Self {
        let mut place = vec![u32::MAX; strings.len() as usize];
        let mut names = Vec::new();
        let mut members = Vec::new();
        for ((cluster, number), &documents) in clusters.iter().zip(0u32..).zip(documents) {
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
        let shapes: Vec<Shape> = names.par_iter().map(|&name| Shape::of(kind, strings.text(name))).collect();
        let (up, unsure) = ((0..names.len() as u32).collect(), vec![false; names.len()]);
        let (settled, apart) = (HashSet::new(), Vec::new());
        let possible = Vec::new();
        Self { kind, strings, names, shapes, up, unsure, possible, clusters: members, settled, apart }
    }

    fn shape(&self, name: u32) -> Option<&Shape> {
        self.shapes.get(name as usize)
    }

    fn text(&self, name: u32) -> &'a str {
        self.names.get(name as usize).map_or("", |&name| self.strings.text(name))
    }

    fn root(&mut self, name: u32) -> u32 {
        root(&mut self.up, name)
    }

    fn tie(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if self.are_apart(one, other) {
            return;
        }
        if let Some(up) = self.up.get_mut(one.max(other) as usize) {
            *up = one.min(other);
        }
    }

    /// Ties names that are equal but for case, accents and the like.
    fn tie_equal(&mut self) {
        let keyed = self.keyed(|shape| shape.whole);
        for pair in keyed.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            self.tie(pair[0].1, pair[1].1);
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
                self.tie(known, name);
                self.settled.insert(name);
            }
            named.entry(folded).or_insert(name);
        }
        let both = |(one, other): (&str, &str)| Some((*named.get(one)?, *named.get(other)?));
        self.apart = rules.apart(self.kind).filter_map(both).collect();
        self.part_clusters();
    }

    /// Whoever a document calls by a name that was parted from another isn't that other one either.
    fn part_clusters(&mut self) {
        let mut others: HashMap<u32, Vec<u32>> = HashMap::new();
        for &(one, other) in &self.apart {
            others.entry(one).or_default().push(other);
            others.entry(other).or_default().push(one);
        }
        let mut apart: Vec<(u32, u32)> = Vec::new();
        for cluster in self.clusters.iter().filter(|_| !others.is_empty()) {
            let Some(&first) = cluster.names.first() else { continue };
            let of = |name: &u32| others.get(name).into_iter().flatten().map(|&other| (first, other));
            apart.extend(cluster.names.iter().flat_map(of).filter(|&(one, other)| one != other));
        }
        self.apart.extend(apart);
        self.apart.sort_unstable();
        self.apart.dedup();
    }

    /// Whether the person said that the names of two roots aren't one's.
    fn are_apart(&mut self, one: u32, other: u32) -> bool {
        let (up, apart) = (&mut self.up, &self.apart);
        apart.iter().any(|&(a, b)| {
            let pair = (root(up, a), root(up, b));
            pair == (one, other) || pair == (other, one)
        })
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
        for &(one, other) in &judged.same {
            self.tie(one, other);
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

    /// Ties the names of each cluster that say who it is.
    fn tie_clusters(&mut self) {
        let mut clusters = std::mem::take(&mut self.clusters);
        for cluster in &mut clusters {
            let telling = self.telling(&cluster.names);
            cluster.anchor = telling.first().copied();
            for pair in telling.windows(2) {
                self.tie(pair[0], pair[1]);
            }
        }
        self.clusters = clusters;
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
            let roots = (self.root(one), self.root(other));
            if roots.0 != roots.1
                && !self.are_apart(roots.0, roots.1)
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
            let bodies: Vec<Body> = telling.iter().map(|&name| Body::read(self.text(name))).collect();
            let whole = |body: &Body| !bodies.iter().any(|other| body.is_part_of(other));
            let mut whole = bodies.iter().map(whole);
            telling.retain(|_| whole.next().unwrap_or(true));
        }
        telling
    }

    /// For each cluster the name that it is tied to.
    fn places(mut self) -> Vec<(u32, u32)> {
        let roots: Vec<u32> = (0..self.up.len() as u32).map(|name| self.root(name)).collect();
        let root = |name: u32| roots.get(name as usize).copied().unwrap_or(name);
        let evidence = Evidence::new(&self.shapes, &self.clusters, &roots);
        let apart: HashSet<(u32, u32)> =
            self.apart.iter().flat_map(|&(a, b)| [(root(a), root(b)), (root(b), root(a))]).collect();
        let initials = Initials::new(self.kind, &self.shapes, &roots, |name| self.text(name));
        let place = |cluster: &Member| {
            let own = || cluster.names.first().map_or(0, |&name| root(name));
            // What a document calls "Lukashenko" beside a full name that nothing was ruled of is whoever has that one.
            if let Some(&name) = cluster.names.first().filter(|name| self.settled.contains(name)) {
                return root(name);
            }
            let found = match cluster.anchor {
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
            };
            if apart.contains(&(own(), found)) { own() } else { found }
        };
        self.clusters.iter().map(|cluster| (cluster.number, place(cluster))).collect()
    }
}

/// The root of a name, each step of the way made shorter.
fn root(up: &mut [u32], mut name: u32) -> u32 {
    let above = |up: &[u32], name: u32| up.get(name as usize).copied().unwrap_or(name);
    loop {
        let (next, beyond) = (above(up, name), above(up, above(up, name)));
        if next == name {
            return name;
        }
        if let Some(next) = up.get_mut(name as usize) {
            *next = beyond;
        }
        name = beyond;
    }
}
