//! What is known of words before any document is read: how each is mostly written, and in which lists it stands.

use super::casing::Usual;
use super::form::plain;
use super::hash::{self, HashMap, mix};
use super::letters::{self, LOOKS};

/// How many lists there may be.
pub(super) const LISTS: usize = 7;

/// The bit of a beginning of longer listed names.
pub(super) const BEGINS: u8 = 1 << LISTS;

/// The longest listed name, in words.
pub(super) const LONGEST: usize = 6;

/// Knowledge of words, by the hashes of their small letters; of several words, [`key`] joins the hashes.
pub(super) trait Lore {
    /// How a word is mostly written.
    fn usual(&self, lower: u64) -> Option<Usual>;

    /// A bit for each list in which a name stands, and [`BEGINS`].
    fn listed(&self, name: u64) -> u8;

    /// What the letters of a word in small letters look like.
    fn looks(&self, lower: &str) -> [u8; LOOKS];
}

/// The key of the name that goes on `before`, 0 at first, with a word.
pub(super) fn key(before: u64, lower: u64) -> u64 {
    mix(before, lower)
}

/// Such knowledge as it is gathered for training.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    pub(super) cases: HashMap<u64, Usual>,
    pub(super) names: HashMap<u64, u8>,
    pub(super) letters: Vec<u8>,
}

impl Gathered {
    /// Puts names, one a line, into the list with that number.
    pub(super) fn list(&mut self, number: usize, names: &str) {
        let mut buffer = String::new();
        for name in names.lines().filter(|_| number < LISTS) {
            let words: Vec<&str> = name.split_whitespace().collect();
            if words.is_empty() || words.len() > LONGEST {
                continue;
            }
            let mut whole = 0;
            for (at, word) in words.iter().enumerate() {
                plain(word, &mut buffer);
                whole = key(whole, hash::text(&buffer.to_lowercase()));
                let bits = if at + 1 < words.len() { BEGINS } else { 1 << number };
                *self.names.entry(whole).or_default() |= bits;
            }
        }
    }
}

impl Lore for Gathered {
    fn usual(&self, lower: u64) -> Option<Usual> {
        self.cases.get(&lower).copied()
    }

    fn listed(&self, name: u64) -> u8 {
        self.names.get(&name).copied().unwrap_or(0)
    }

    fn looks(&self, lower: &str) -> [u8; LOOKS] {
        letters::looks(&self.letters, lower)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_their_lists() {
        let mut lore = Gathered::default();
        lore.list(0, "Anna\nRio de Janeiro\n");
        lore.list(2, "ANNA");
        let name = |words: &str| words.split(' ').fold(0, |name, word| key(name, hash::text(word)));
        assert_eq!(lore.listed(name("anna")), 0b101);
        assert_eq!(lore.listed(name("rio")), BEGINS);
        assert_eq!(lore.listed(name("rio de janeiro")), 1);
        assert_eq!(lore.listed(name("janeiro")), 0);
    }
}
