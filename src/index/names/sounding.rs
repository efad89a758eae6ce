//! Names that are written otherwise than what was typed, by their sound: "Lukaschenko" where the texts have "Lukashenko",
//! "Putin" where they have "Путин" alone, and the other way round.

use super::spell::capitalised;
use super::table::Names;
use super::transliterate::{is_cyrillic, is_slavic, key, plain};
use super::words::hash;
use crate::name::{Sort, Verdict, compare, fold};
use crate::tag::Kind;

/// The most clusters whose names are compared with what was typed, those in most documents.
const COMPARED: usize = 256;

/// The most words of a name that is compared so.
const MOST_WORDS: usize = 6;

/// By which number the index of sounds has a word: one of Cyrillic letters, or one that ends as East Slavic surnames do. Of others
/// a likeness of sound says too little.
pub(super) fn sound_of(word: &str) -> Option<u32> {
    let sound = key(word);
    (word.contains(is_cyrillic) || is_slavic(&sound)).then(|| hash(&sound))
}

/// What words sound like.
pub(super) fn sounds(words: &[String]) -> Vec<String> {
    words.iter().map(|word| key(word)).collect()
}

impl Names {
    /// The clusters one of whose names sounds like these folded words; of very many so many of those in most documents are
    /// looked at.
    pub(super) fn sounding_alike(&self, words: &[String], most: usize) -> Vec<u32> {
        let wanted = sounds(words);
        let Some(rarest) = words
            .iter()
            .zip(&wanted)
            .map(|(word, sound)| self.written(word, sound))
            .min_by_key(|written| written.iter().map(|&word| self.words.count(word)).sum::<usize>())
        else {
            return Vec::new();
        };
        let mut clusters: Vec<u32> =
            rarest.into_iter().flat_map(|word| self.candidates_by(vec![word], most)).collect();
        let alike = |name: u32| {
            let own = sounds(&fold::words(self.strings.text(name)));
            wanted.iter().all(|word| own.contains(word))
        };
        clusters.sort_unstable();
        clusters.dedup();
        clusters.retain(|&number| self.cluster(number).is_some_and(|one| self.names_of(&one).any(alike)));
        clusters
    }

    /// The clusters of people one of whose names is, as two names are compared, the same as the one that was typed: whose
    /// surname sounds so, and whose given name is another form of that one.
    pub(super) fn same_as(&self, words: &[String]) -> Vec<u32> {
        let Some(surname) = words.last().filter(|_| (2..=MOST_WORDS).contains(&words.len())) else {
            return Vec::new();
        };
        let typed = capitalised(words);
        let is = |name: u32| {
            let judged = compare(Some(Sort::Person), &typed, self.strings.text(name));
            judged.verdict == Verdict::Same
        };
        let mut clusters = self.sounding_alike(std::slice::from_ref(surname), COMPARED);
        clusters.retain(|&number| {
            let person =
                self.cluster(number).filter(|one| one.kind == Kind::Person && self.count(number) > 0);
            person.is_some_and(|one| self.names_of(&one).any(is))
        });
        clusters
    }

    /// The hashes of the words by which this one may stand in a name.
    fn written(&self, word: &str, sound: &str) -> Vec<u32> {
        let mut written: Vec<u32> = self.sounds.with(hash(sound)).collect();
        written.extend([hash(word), hash(&plain(word))]);
        written.sort_unstable();
        written.dedup();
        written
    }
}
