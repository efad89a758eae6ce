//! What the rules know of words: flags of single words, and the names that they know in full.

use std::sync::LazyLock;

use super::Kind;
use super::key::{ByKey, Key, extend, key};
use super::lexicon_words as words;
use super::{lexicon_bodies as bodies, lexicon_people as people, lexicon_places as places};

/// What a word may be; several can hold of one word.
pub(super) mod flag {
    pub(in crate::tag) const FUNCTION: u32 = 1;
    pub(in crate::tag) const COMMON: u32 = 1 << 1;
    pub(in crate::tag) const ROLE: u32 = 1 << 2;
    pub(in crate::tag) const WEAK_ROLE: u32 = 1 << 3;
    pub(in crate::tag) const MODIFIER: u32 = 1 << 4;
    pub(in crate::tag) const BODY: u32 = 1 << 5;
    pub(in crate::tag) const WEAK_BODY: u32 = 1 << 6;
    pub(in crate::tag) const BODY_BEFORE: u32 = 1 << 7;
    pub(in crate::tag) const REGION: u32 = 1 << 8;
    pub(in crate::tag) const LOWER_REGION: u32 = 1 << 9;
    pub(in crate::tag) const BEFORE_PLACE: u32 = 1 << 10;
    pub(in crate::tag) const PLACE_NOUN: u32 = 1 << 11;
    pub(in crate::tag) const PARTICLE: u32 = 1 << 12;
    pub(in crate::tag) const SPEECH: u32 = 1 << 13;
    pub(in crate::tag) const IN_PLACE: u32 = 1 << 14;
    pub(in crate::tag) const ABBREVIATION: u32 = 1 << 15;
    pub(in crate::tag) const SUFFIX: u32 = 1 << 16;
    pub(in crate::tag) const PLAIN_ACRONYM: u32 = 1 << 17;
    pub(in crate::tag) const MONTH: u32 = 1 << 18;
    pub(in crate::tag) const WEEKDAY: u32 = 1 << 19;
    pub(in crate::tag) const GIVEN: u32 = 1 << 20;
    pub(in crate::tag) const DEMONYM: u32 = 1 << 21;
    pub(in crate::tag) const SURNAME: u32 = 1 << 25;
    /// Begins a known name, perhaps of one word.
    pub(in crate::tag) const FIRST: u32 = 1 << 22;
    /// A known place of one word.
    pub(in crate::tag) const PLACE: u32 = 1 << 23;
    /// A known body of one word.
    pub(in crate::tag) const KNOWN_BODY: u32 = 1 << 24;
}

/// The tables, by key.
pub(super) struct Lexicon {
    words: ByKey<u32>,
    phrases: ByKey<Kind>,
    acronyms: ByKey<Kind>,
    aliases: ByKey<&'static str>,
    /// The number of words of the longest known name.
    pub(super) longest: usize,
}

/// The one lexicon of the program, built when it's first asked.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

impl Lexicon {
    fn new() -> Self {
        let mut all = Self {
            words: ByKey::default(),
            phrases: ByKey::default(),
            acronyms: ByKey::default(),
            aliases: ByKey::default(),
            longest: 1,
        };
        for (table, flags) in [
            (words::FUNCTION, flag::FUNCTION),
            (words::COMMON, flag::COMMON),
            (words::ROLES, flag::ROLE),
            (words::WEAK_ROLES, flag::ROLE | flag::WEAK_ROLE),
            (words::MODIFIERS, flag::MODIFIER),
            (words::BODIES, flag::BODY),
            (words::WEAK_BODIES, flag::BODY | flag::WEAK_BODY),
            (words::BODY_BEFORE, flag::BODY_BEFORE),
            (words::REGIONS, flag::REGION),
            (words::LOWER_REGIONS, flag::LOWER_REGION),
            (words::BEFORE_PLACE, flag::BEFORE_PLACE),
            (words::PLACE_NOUNS, flag::PLACE_NOUN),
            (words::PARTICLES, flag::PARTICLE),
            (words::SPEECH, flag::SPEECH),
            (words::IN_PLACE, flag::IN_PLACE),
            (words::ABBREVIATIONS, flag::ABBREVIATION),
            (words::SUFFIXES, flag::SUFFIX),
            (words::PLAIN_ACRONYMS, flag::PLAIN_ACRONYM),
            (people::GIVEN, flag::GIVEN),
            (people::SURNAMES, flag::SURNAME),
            (people::DEMONYMS, flag::DEMONYM),
        ] {
            table.split_whitespace().for_each(|word| all.add(word, flags));
        }
        for name in words::MONTHS.iter().flat_map(|names| names.split(' ')) {
            all.add(name, flag::MONTH);
        }
        for name in words::WEEKDAYS.iter().flat_map(|names| names.split(' ')) {
            all.add(name, flag::WEEKDAY);
        }
        for (table, kind) in [
            (places::COUNTRIES, Kind::Place),
            (places::CITIES, Kind::Place),
            (places::LANDS, Kind::Place),
            (bodies::BODIES, Kind::Organisation),
        ] {
            table.split('|').for_each(|name| all.add_name(name.trim(), kind));
        }
        for (table, kind) in [(places::ACRONYMS, Kind::Place), (bodies::ACRONYMS, Kind::Organisation)] {
            for name in table.split_whitespace() {
                all.acronyms.insert(key(name), kind);
            }
        }
        for (name, stands_for) in places::ALIASES {
            all.aliases.insert(phrase_key(name), stands_for);
        }
        all
    }

    fn add(&mut self, word: &str, flags: u32) {
        *self.words.entry(key(word)).or_default() |= flags;
    }

    fn add_name(&mut self, name: &str, kind: Kind) {
        let mut parts = name.split_whitespace();
        let Some(first) = parts.next() else { return };
        let more = parts.count();
        let one = if kind == Kind::Place { flag::PLACE } else { flag::KNOWN_BODY };
        self.add(first, if more == 0 { flag::FIRST | one } else { flag::FIRST });
        self.longest = self.longest.max(more + 1);
        self.phrases.insert(phrase_key(name), kind);
    }

    /// The flags of a word; 0 for one that isn't known.
    pub(super) fn flags(&self, word: Key) -> u32 {
        self.words.get(&word).copied().unwrap_or(0)
    }

    /// What the known name with that key names; see [`phrase_key`].
    pub(super) fn phrase(&self, name: Key) -> Option<Kind> {
        self.phrases.get(&name).copied()
    }

    /// What the known abbreviation in capitals stands for.
    pub(super) fn acronym(&self, word: Key) -> Option<Kind> {
        self.acronyms.get(&word).copied()
    }

    /// The name in lower case for which another name of the same place stands.
    pub(super) fn alias(&self, name: &str) -> Option<&'static str> {
        self.aliases.get(&phrase_key(name)).copied()
    }
}

/// The key of a name of several words.
pub(super) fn phrase_key(name: &str) -> Key {
    name.split_whitespace().fold(0, |all, word| extend(all, key(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_all_its_flags_and_an_unknown_one_has_none() {
        let may = LEXICON.flags(key("May"));
        assert!(may & flag::MONTH != 0 && may & flag::GIVEN == 0);
        assert!(LEXICON.flags(key("Jordan")) & flag::PLACE != 0);
        assert_eq!(LEXICON.flags(key("Wubbelstad")), 0);
    }

    #[test]
    fn a_known_name_is_found_by_all_its_words_only() {
        assert_eq!(LEXICON.phrase(phrase_key("South Ossetia")), Some(Kind::Place));
        assert_eq!(LEXICON.phrase(phrase_key("Ossetia South")), None);
        assert_eq!(LEXICON.phrase(phrase_key("Union State")), Some(Kind::Organisation));
    }
}
