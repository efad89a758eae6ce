//! Whom a name means that doesn't say it: a surname, an initial, an abbreviation, a part of a body's name.

use std::collections::{HashMap, HashSet};

use super::group::Member;
use super::shape::{Form, Shape};
use super::words::key;

/// What the collection tells of such names, by their keys.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// Whom it means in the documents that have a full name beside it, where that is one in four of five of them; and
    /// in how many it is that one.
    beside: HashMap<u64, (u32, u64)>,
    /// In how many documents a full name stands alone.
    alone: HashMap<u64, u64>,
    /// The only one with that surname, or with that surname and initial.
    only: HashMap<u64, u32>,
    /// The given names that people of several surnames have.
    given: HashSet<u64>,
}

impl Evidence {
    /// Gathers it. `roots` says for each name what it is tied to.
    pub(super) fn new(shapes: &[Shape], clusters: &[Member], roots: &[u32]) -> Self {
        let mut evidence = Self::default();
        evidence.look_at_people(shapes, roots);
        evidence.look_at_clusters(shapes, clusters, roots);
        evidence
    }

    fn look_at_people(&mut self, shapes: &[Shape], roots: &[u32]) {
        let (mut only, mut firsts) = (Vec::new(), Vec::new());
        for (shape, &place) in shapes.iter().zip(roots) {
            let Form::Full { surname, given, letters, .. } = &shape.form else { continue };
            firsts.push((*given, surname[0]));
            for &surname in surname.iter().filter(|surname| **surname != 0) {
                only.push((surname, place));
                let letters = (0..26u32).filter(|letter| letters >> letter & 1 == 1);
                only.extend(letters.map(|letter| (initial(surname, letter), place)));
            }
        }
        firsts.sort_unstable();
        firsts.dedup();
        let several = firsts.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        self.given = several.map(|pair| pair[0].0).collect();
        only.sort_unstable();
        only.dedup();
        for run in only.chunk_by(|one, other| one.0 == other.0) {
            if let [(key, place)] = run {
                self.only.insert(*key, *place);
            }
        }
    }

    fn look_at_clusters(&mut self, shapes: &[Shape], clusters: &[Member], roots: &[u32]) {
        let shape = |name: u32| shapes.get(name as usize);
        let mut beside = Vec::new();
        for cluster in clusters {
            let Some(anchor) = cluster.anchor else { continue };
            let place = roots.get(anchor as usize).copied().unwrap_or(anchor);
            if let ([_], Some(shape)) = (cluster.names.as_slice(), shape(anchor)) {
                *self.alone.entry(shape.whole).or_default() += cluster.documents;
            }
            let surnames = |of: u64| {
                let mut shapes = cluster.names.iter().filter_map(|&name| shape(name));
                shapes.any(|shape| matches!(&shape.form, Form::Full { surname, .. } if surname.contains(&of)))
            };
            for shape in cluster.names.iter().filter_map(|&name| shape(name)) {
                let mut tell = |key: u64| beside.push((key, place, cluster.documents));
                match &shape.form {
                    Form::Bare { word, surname, given } => {
                        // Beside "Igor Sechin" "Igor" means him, but in another document another.
                        let may = !given && !self.given.contains(word);
                        let keys = surname.iter().filter(|key| **key != 0 && (may || surnames(**key)));
                        keys.for_each(|&key| tell(key));
                    }
                    _ if cluster.names.first() == Some(&anchor) && cluster.names.len() == 1 => {}
                    _ => tell(shape.whole),
                }
            }
        }
        self.weigh(beside);
    }

    /// Keeps for each key the one that it means in at least four of five documents.
    fn weigh(&mut self, mut beside: Vec<(u64, u32, u64)>) {
        beside.sort_unstable();
        for run in beside.chunk_by(|one, other| one.0 == other.0) {
            let total: u64 = run.iter().map(|(_, _, documents)| documents).sum();
            let places = run.chunk_by(|one, other| one.1 == other.1);
            let best = places
                .filter_map(|place| {
                    let &(key, place_of, _) = place.first()?;
                    Some((place.iter().map(|(_, _, documents)| documents).sum::<u64>(), key, place_of))
                })
                .max();
            if let Some((documents, key, place)) = best.filter(|(documents, _, _)| documents * 5 >= total * 4)
            {
                self.beside.insert(key, (place, documents));
            }
        }
    }

    /// Whom a name means that stands alone and doesn't say it.
    pub(super) fn place(&self, shape: &Shape) -> Option<u32> {
        let beside = |key: &u64| self.beside.get(key).map(|(place, _)| *place);
        let only = |key: &u64| self.only.get(key).copied();
        match &shape.form {
            Form::Bare { word, surname, given } => {
                let is_given = || *given || self.given.contains(word);
                surname
                    .iter()
                    .find_map(beside)
                    .or_else(|| if is_given() { None } else { surname.iter().find_map(only) })
            }
            Form::Initial { surname, letters } => beside(&shape.whole).or_else(|| {
                let keys = surname.iter().filter(|surname| **surname != 0);
                keys.map(|&surname| initial(surname, letters.trailing_zeros())).find_map(|key| only(&key))
            }),
            _ => beside(&shape.whole),
        }
    }

    /// What a name means that says who it is but is a part of another's name in documents that have both: "Foreign
    /// Ministry". It has to stand beside the longer one often enough: a body isn't the only one of that name because
    /// one document calls it so.
    pub(super) fn part(&self, shape: &Shape) -> Option<u32> {
        let (place, documents) = self.beside.get(&shape.whole)?;
        let alone = self.alone.get(&shape.whole).copied().unwrap_or(0);
        (matches!(shape.form, Form::Long) && *documents >= alone).then_some(*place)
    }
}

/// The key of a surname with an initial, a letter's number from `a` on.
fn initial(surname: u64, letter: u32) -> u64 {
    key(("initial", surname, letter))
}
