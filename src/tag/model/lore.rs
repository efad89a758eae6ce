//! What is known of words before any document is read: how each is mostly written, in which lists it stands, what
//! its letters look like, and which words it is used like.

use std::collections::BTreeMap;

use super::casing::Usual;
use super::clusters::{Clusters, Codes};
use super::examples::Lesson;
use super::form::plain;
use super::hash::{self, HashMap, mix};
use super::letters::{self, LOOKS};

/// How many lists there may be.
pub(super) const LISTS: usize = 7;

/// The bit of a beginning of longer listed names.
pub(super) const BEGINS: u8 = 1 << LISTS;

/// The longest listed name, in words.
pub(super) const LONGEST: usize = 6;

/// Where the random numbers begin with which the groups of letters are learnt.
const SEED: u64 = 1;

/// Knowledge of words, by the hashes of their small letters; of several words, [`key`] joins the hashes. Only the
/// highest 32 bits of a hash count, as in a model's file.
pub(super) trait Knowledge {
    /// How a word is mostly written.
    fn usual(&self, lower: u64) -> Option<Usual>;

    /// A bit for each list in which a name stands, and [`BEGINS`].
    fn listed(&self, name: u64) -> u8;

    /// What the letters of a word in small letters look like.
    fn looks(&self, lower: &str) -> [u8; LOOKS];

    /// The clusters of words that are used like this one.
    fn clusters(&self, lower: u64) -> Codes;
}

/// The key of the name that goes on `before`, 0 at first, with a word.
pub(super) fn key(before: u64, lower: u64) -> u64 {
    mix(before, lower)
}

/// What of a hash tells words and names apart here and in a model's file.
pub(super) fn short(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// What is known of the words of a language before any labelled text is read; a part of every model trained with it.
///
/// It is gathered of lists with [`Lore::gathered`], or borrowed of a model that exists with [`super::Model::lore`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lore {
    pub(super) cases: HashMap<u32, Usual>,
    pub(super) names: HashMap<u32, u8>,
    pub(super) letters: Vec<u8>,
    pub(super) clusters: Clusters,
}

impl Lore {
    /// Gathers what is known of words.
    ///
    /// `lists` are names, one a line; their order is all that tells them apart, and more than seven are not used.
    /// `names` are given names, surnames and places, one a line, from which is learnt what the letters of each look
    /// like, told from the common words of `lessons`; the names themselves are not kept. `clusters` has a line for
    /// each word: the word in small letters, a tab, and the numbers of its clusters parted by tabs, as many as
    /// [`super::GRAINS`] and below 65,535; lines of another form are passed over.
    pub fn gathered(lists: &[&str], names: [&str; 3], clusters: &str, lessons: &[Lesson]) -> Self {
        let mut lore = Self { clusters: Clusters::read(clusters), ..Self::default() };
        lists.iter().enumerate().for_each(|(number, names)| lore.list(number, names));
        lore.letters = letters(lessons, names);
        lore
    }

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
                *self.names.entry(short(whole)).or_default() |= bits;
            }
        }
    }
}

impl Knowledge for Lore {
    fn usual(&self, lower: u64) -> Option<Usual> {
        self.cases.get(&short(lower)).copied()
    }

    fn listed(&self, name: u64) -> u8 {
        self.names.get(&short(name)).copied().unwrap_or(0)
    }

    fn looks(&self, lower: &str) -> [u8; LOOKS] {
        letters::looks(&self.letters, lower)
    }

    fn clusters(&self, lower: u64) -> Codes {
        self.clusters.of(lower)
    }
}

/// What is learnt of the letters of names, told from the common words of the lessons.
fn letters(lessons: &[Lesson], names: [&str; 3]) -> Vec<u8> {
    let mut words: BTreeMap<String, u8> = BTreeMap::new();
    for (look, names) in names.into_iter().enumerate() {
        for name in names.split_whitespace() {
            *words.entry(name.to_lowercase()).or_default() |= 1 << look;
        }
    }
    if words.is_empty() {
        return Vec::new();
    }
    for word in lessons.iter().flat_map(|lesson| &lesson.document.words) {
        if word.chars().all(char::is_lowercase) {
            *words.entry(word.clone()).or_default() |= 1 << 3;
        }
    }
    letters::train(&mut words.into_iter().collect::<Vec<_>>(), SEED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_their_lists() {
        let mut lore = Lore::default();
        lore.list(0, "Anna\nRio de Janeiro\n");
        lore.list(2, "ANNA");
        let name = |words: &str| words.split(' ').fold(0, |name, word| key(name, hash::text(word)));
        assert_eq!(lore.listed(name("anna")), 0b101);
        assert_eq!(lore.listed(name("rio")), BEGINS);
        assert_eq!(lore.listed(name("rio de janeiro")), 1);
        assert_eq!(lore.listed(name("janeiro")), 0);
    }
}
