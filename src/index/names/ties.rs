//! Names that are tied to one another, and what keeps groups of them apart.

use std::collections::{HashMap, HashSet};

/// The most full names by which a group is known; a name that would join is compared with each of them.
const KNOWN_BY: usize = 8;

/// Sets of names that are tied one by one.
#[derive(Debug, Default)]
pub(super) struct Ties {
    /// For each name one that it is tied to, itself where there is no other.
    up: Vec<u32>,
    /// For a root the roots that it mustn't be tied to.
    apart: HashMap<u32, HashSet<u32>>,
    /// For a root what its full names are, in order, where that isn't only its own.
    known_by: HashMap<u32, Vec<u32>>,
}

impl Ties {
    /// So many names, none tied to another.
    pub(super) fn new(names: u32) -> Self {
        Self { up: (0..names).collect(), ..Self::default() }
    }

    /// The name that stands for all that this one is tied to.
    pub(super) fn root(&mut self, name: u32) -> u32 {
        root(&mut self.up, name)
    }

    /// The roots of all names.
    pub(super) fn roots(&mut self) -> Vec<u32> {
        (0..self.up.len() as u32).map(|name| self.root(name)).collect()
    }

    /// Sees to it that two names, and whatever they are tied to, aren't tied from now on.
    pub(super) fn part(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if one != other {
            self.apart.entry(one).or_default().insert(other);
            self.apart.entry(other).or_default().insert(one);
        }
    }

    /// Whether two names mustn't be tied.
    pub(super) fn are_apart(&mut self, one: u32, other: u32) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        self.apart.get(&one).is_some_and(|others| others.contains(&other))
    }

    /// Ties two names that aren't to be kept apart.
    pub(super) fn tie(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other || self.are_apart(one, other) {
            return;
        }
        // The one with fewer to keep away from goes to the other, so that each is moved seldom.
        let weight = |name: u32| self.apart.get(&name).map_or(0, HashSet::len);
        let (from, to) = if weight(one) < weight(other) { (one, other) } else { (other, one) };
        if let Some(up) = self.up.get_mut(from as usize) {
            *up = to;
        }
        for neighbour in self.apart.remove(&from).into_iter().flatten() {
            if let Some(others) = self.apart.get_mut(&neighbour) {
                others.remove(&from);
                others.insert(to);
            }
            self.apart.entry(to).or_default().insert(neighbour);
        }
        if let Some(known) = self.known_by.remove(&from) {
            let own = self.known_by.entry(to).or_default();
            own.extend(known);
            own.sort_unstable();
            own.dedup();
            own.truncate(KNOWN_BY);
        }
    }

    /// Has a name be known by a full name, by the number that this has among those that are compared.
    pub(super) fn know(&mut self, name: u32, full: u32) {
        let root = self.root(name);
        let known = self.known_by.entry(root).or_default();
        if known.len() < KNOWN_BY && !known.contains(&full) {
            known.push(full);
            known.sort_unstable();
        }
    }

    /// Ties two names unless a full name of one `differs` from one of the other.
    pub(super) fn tie_fitting(&mut self, one: u32, other: u32, differs: impl Fn(u32, u32) -> bool) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return;
        }
        let known = |name: u32| self.known_by.get(&name).map_or(&[][..], Vec::as_slice);
        let fits = known(one).iter().all(|&a| known(other).iter().all(|&b| !differs(a, b)));
        if fits {
            self.tie(one, other);
        }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn whoever_is_kept_apart_from_one_stays_so_from_all_that_it_is_tied_to() {
        let mut ties = Ties::new(6);
        ties.part(0, 5);
        ties.tie(0, 1);
        ties.tie(1, 2);
        ties.tie(5, 4);
        ties.tie(2, 4);
        assert!(ties.are_apart(2, 4) && ties.are_apart(4, 1) && !ties.are_apart(3, 4));
        assert_eq!(ties.root(2), ties.root(0));
        assert_ne!(ties.root(2), ties.root(4));
    }

    #[test]
    fn a_chain_ends_at_a_name_that_differs_from_one_at_its_other_end() {
        let mut ties = Ties::new(4);
        (0..4).for_each(|name| ties.know(name, name));
        let differs = |one: u32, other: u32| one.abs_diff(other) > 1;
        ties.tie_fitting(0, 1, differs);
        ties.tie_fitting(1, 2, differs);
        ties.tie_fitting(2, 3, differs);
        assert_eq!(ties.root(0), ties.root(1));
        assert_eq!(ties.root(2), ties.root(3));
        assert_ne!(ties.root(1), ties.root(2));
    }

    proptest! {
        #[test]
        fn names_apart_are_never_tied(
            apart in prop::collection::vec((0..20u32, 0..20u32), 0..20),
            ties in prop::collection::vec((0..20u32, 0..20u32), 0..60),
        ) {
            let mut sets = Ties::new(20);
            apart.iter().for_each(|&(one, other)| sets.part(one, other));
            ties.iter().for_each(|&(one, other)| sets.tie(one, other));
            for &(one, other) in apart.iter().filter(|pair| pair.0 != pair.1) {
                prop_assert!(sets.root(one) != sets.root(other) && sets.are_apart(one, other));
            }
        }
    }
}
