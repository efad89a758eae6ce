//! Names in other letters than those that were typed: "Putin" where the texts have "Путин" alone, and the other way round.

use super::table::Names;
use super::transliterate::{is_cyrillic, key, plain};
use super::words::hash;
use crate::name::fold;

/// Under which number the index has a word of Cyrillic letters by its sound; `None` for other words.
pub(super) fn sound_of(word: &str) -> Option<u32> {
    word.contains(is_cyrillic).then(|| sound_hash(word))
}

fn sound_hash(word: &str) -> u32 {
    // No word of a name has a control character, so that sounds and words stay apart.
    hash(&format!("\u{1}{}", key(word)))
}

/// What the words of a name sound like.
pub(super) fn sounds(name: &str) -> Vec<String> {
    fold::words(name).iter().map(|word| key(word)).collect()
}

impl Names {
    /// The clusters one of whose names sounds like these folded words and is written in Cyrillic letters, or in Latin
    /// ones as these words are transliterated; of very many so many of those in most documents are looked at.
    pub(super) fn sounding_alike(&self, words: &[String], most: usize) -> Vec<u32> {
        let by_sound = words.iter().map(|word| sound_hash(word)).collect();
        let mut clusters = self.candidates_by(by_sound, most);
        if words.iter().any(|word| word.contains(is_cyrillic)) {
            clusters.extend(self.candidates_by(words.iter().map(|word| hash(&plain(word))).collect(), most));
        }
        let wanted: Vec<String> = words.iter().map(|word| key(word)).collect();
        let alike = |name: u32| {
            let own = sounds(self.strings.text(name));
            wanted.iter().all(|word| own.contains(word))
        };
        clusters.retain(|&number| self.cluster(number).is_some_and(|one| self.names_of(&one).any(alike)));
        clusters.sort_unstable();
        clusters.dedup();
        clusters
    }
}
