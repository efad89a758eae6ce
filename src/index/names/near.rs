//! Which names of a collection are worth comparing: those that share a key, in blocks of bounded size.

use rayon::prelude::*;

use crate::name::{Key, Name};

/// The names of a block that are compared all with all.
const BLOCK: usize = 48;
/// In a larger one each is compared with so many that follow it, the surnames in the order of their consonants.
const NEAR: usize = 12;
/// With so many of those that follow it where these consonants are the same.
const ALIKE: usize = 24;

/// A key of a name, and the name by its place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Keyed {
    block: u64,
    order: u32,
    place: u32,
}

/// The names by their keys.
pub(super) struct Near {
    /// Sorted; the names of a key stand side by side.
    keyed: Vec<Keyed>,
    /// Where in `keyed` the keys of each name are, name by name.
    at: Vec<u32>,
    /// Where in `at` each name begins; one more than there are names.
    starts: Vec<u32>,
}

impl Near {
    /// Brings names together.
    pub(super) fn new(names: &[Name]) -> Self {
        let keys = |(name, place): (&Name, u32)| {
            name.block_keys().into_iter().map(move |Key { block, order }| Keyed { block, order, place })
        };
        let places = (0..names.len() as u32).into_par_iter();
        let mut keyed: Vec<Keyed> = names.par_iter().zip(places).flat_map_iter(keys).collect();
        keyed.par_sort_unstable();
        // Who stands alone is compared with nobody.
        let blocks = keyed.chunk_by(|one, other| one.block == other.block).filter(|block| block.len() > 1);
        let keyed: Vec<Keyed> = blocks.flatten().copied().collect();
        let mut starts = vec![0u32; names.len() + 1];
        for one in &keyed {
            if let Some(start) = starts.get_mut(one.place as usize + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut at = vec![0u32; keyed.len()];
        for (one, position) in keyed.iter().zip(0..) {
            let Some(next) = next.get_mut(one.place as usize) else { continue };
            if let Some(at) = at.get_mut(*next as usize) {
                *at = position;
            }
            *next += 1;
        }
        Self { keyed, at, starts }
    }

    /// The names behind that one, by their places, that it is to be compared with; in order, in the place of what
    /// `found` held.
    pub(super) fn of(&self, place: u32, found: &mut Vec<u32>) {
        found.clear();
        for &at in self.keys(place) {
            self.beside(at as usize, found);
        }
        found.retain(|&other| other > place);
        found.sort_unstable();
        found.dedup();
    }

    /// Whether three names, by their places, have a key that all of them share.
    pub(super) fn share(&self, [one, other, third]: [u32; 3]) -> bool {
        let blocks = |place: u32| {
            self.keys(place).iter().filter_map(|&at| self.keyed.get(at as usize)).map(|one| one.block)
        };
        let has = |place: u32, wanted: u64| blocks(place).any(|block| block == wanted);
        blocks(one).any(|block| has(other, block) && has(third, block))
    }

    /// Where in `keyed` the keys of a name are.
    fn keys(&self, place: u32) -> &[u32] {
        let bound = |place: usize| self.starts.get(place).map_or(0, |&start| start as usize);
        let own = bound(place as usize)..bound(place as usize + 1);
        self.at.get(own).unwrap_or_default()
    }

    /// The names that are near a place in `keyed`.
    fn beside(&self, at: usize, found: &mut Vec<u32>) {
        let Some(own) = self.keyed.get(at) else { return };
        let same = |one: &&Keyed| one.block == own.block;
        let before = self.keyed.get(at.saturating_sub(BLOCK)..at).unwrap_or_default();
        let after = self.keyed.get(at + 1..(at + 1 + BLOCK).min(self.keyed.len())).unwrap_or_default();
        let (first, last) =
            (before.iter().rev().take_while(same).count(), after.iter().take_while(same).count());
        let small = first + last < BLOCK;
        let is_near = |(_, one): &(usize, &Keyed)| small || one.order == own.order;
        for side in [
            &mut before.iter().rev().take(first) as &mut dyn Iterator<Item = &Keyed>,
            &mut after.iter().take(last),
        ] {
            let near = side.enumerate().take(if small { BLOCK } else { ALIKE });
            found.extend(near.filter(|near| near.0 < NEAR || is_near(near)).map(|(_, one)| one.place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Sort;

    fn near(names: &[&str]) -> Near {
        let places: Vec<u32> = (0..names.len() as u32).collect();
        let text = |place: u32| names.get(place as usize).copied().unwrap_or("");
        Near::new(&Name::read_all(Sort::Person, &places, text))
    }

    #[test]
    fn names_of_one_are_near_each_other_once_whatever_keys_they_share() {
        let near = near(&["Alexander Petrov", "Alyaksandr Pyatrou", "John Smith", "PETROV, Alexander"]);
        let mut found = Vec::new();
        near.of(0, &mut found);
        assert_eq!(found, [1, 3]);
        near.of(2, &mut found);
        assert!(found.is_empty());
        assert!(near.share([0, 1, 3]) && !near.share([0, 1, 2]));
    }

    #[test]
    fn in_a_large_block_each_name_is_near_few_and_always_those_with_its_consonants() {
        let mut names = Vec::new();
        for one in "aeiou".chars() {
            for other in "aeiou".chars() {
                names.extend("kgvsfz".chars().map(|end| format!("Peter P{one}r{other}{end}o")));
            }
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let near = near(&names);
        let mut found = Vec::new();
        let all: Vec<usize> = (0..names.len() as u32)
            .map(|place| {
                near.of(place, &mut found);
                found.len()
            })
            .collect();
        assert!(
            all.iter().all(|&near| near <= 4 * ALIKE) && all.iter().sum::<usize>() > names.len() * NEAR / 2
        );
    }
}
