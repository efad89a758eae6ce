//! Lexis: the tables of a language, ready for looking up.

use std::collections::HashMap;

use super::super::Kind;
use super::super::key::{Key, extend, key};
use super::super::lexicon::{self, LEXICON};
use super::declension::{SLOTS, forms};
use super::tongue::{Cases, Tongue};

/// What a word may be in a language; several can hold of one word.
pub(super) mod flag {
    pub(in super::super) const SMALL: u32 = 1;
    pub(in super::super) const ARTICLE: u32 = 1 << 1;
    pub(in super::super) const COMMON: u32 = 1 << 2;
    pub(in super::super) const TITLE: u32 = 1 << 3;
    pub(in super::super) const ADDRESS: u32 = 1 << 4;
    pub(in super::super) const FIELD: u32 = 1 << 5;
    pub(in super::super) const PARTICLE: u32 = 1 << 6;
    pub(in super::super) const SPEECH: u32 = 1 << 7;
    pub(in super::super) const IN_PLACE: u32 = 1 << 8;
    pub(in super::super) const PLACE_NOUN: u32 = 1 << 9;
    pub(in super::super) const BODY: u32 = 1 << 10;
    pub(in super::super) const LOW_BODY: u32 = 1 << 11;
    pub(in super::super) const LINK: u32 = 1 << 12;
    pub(in super::super) const BEFORE_BODY: u32 = 1 << 13;
    pub(in super::super) const WORK: u32 = 1 << 14;
    pub(in super::super) const NAMED_AFTER: u32 = 1 << 15;
    pub(in super::super) const SAINT: u32 = 1 << 16;
    pub(in super::super) const GIVEN: u32 = 1 << 17;
    pub(in super::super) const SURNAME: u32 = 1 << 18;
    pub(in super::super) const ABBREVIATION: u32 = 1 << 19;
    /// Begins a known name, perhaps of one word.
    pub(in super::super) const FIRST: u32 = 1 << 20;
    /// A part of a figure; set for a token, not for a word.
    pub(in super::super) const FIGURE: u32 = 1 << 21;
}

/// The tables of one language.
pub(super) struct Lexis {
    pub(super) tongue: &'static Tongue,
    words: HashMap<Key, u32>,
    phrases: HashMap<Key, Kind>,
    acronyms: HashMap<Key, Kind>,
    not_given: Vec<Key>,
    not_places: Vec<Key>,
    /// The number of words of the longest known name.
    longest: usize,
    /// Endings, parted.
    pub(super) title_endings: Vec<&'static str>,
    pub(super) surname_endings: Vec<&'static str>,
    pub(super) place_endings: Vec<&'static str>,
    pub(super) elided: Vec<&'static str>,
}

impl Lexis {
    pub(super) fn new(tongue: &'static Tongue) -> Self {
        let parted = |words: &'static str| words.split_whitespace().collect::<Vec<_>>();
        let keys = |words: &str| words.split_whitespace().map(key).collect::<Vec<_>>();
        let mut lexis = Self {
            tongue,
            words: HashMap::new(),
            phrases: HashMap::new(),
            acronyms: HashMap::new(),
            not_given: keys(tongue.not_given),
            not_places: keys(tongue.not_places),
            longest: if tongue.latin { LEXICON.longest } else { 1 },
            title_endings: parted(tongue.title_endings),
            surname_endings: parted(tongue.surname_endings),
            place_endings: parted(tongue.place_endings),
            elided: parted(tongue.elided),
        };
        for (table, flags) in [
            (tongue.small, flag::SMALL),
            (tongue.articles, flag::ARTICLE | flag::SMALL),
            (tongue.common, flag::COMMON),
            (tongue.fields, flag::FIELD),
            (tongue.particles, flag::PARTICLE),
            (tongue.speech, flag::SPEECH),
            (tongue.in_place, flag::IN_PLACE | flag::SMALL),
            (tongue.links, flag::LINK),
            (tongue.saints, flag::SAINT),
            (tongue.abbreviations, flag::ABBREVIATION),
        ] {
            table.split_whitespace().for_each(|word| lexis.add(word, flags));
        }
        for (table, flags) in [
            (tongue.titles, flag::TITLE),
            (tongue.addresses, flag::ADDRESS | flag::TITLE),
            (tongue.place_nouns, flag::PLACE_NOUN),
            (tongue.bodies, flag::BODY),
            (tongue.low_bodies, flag::BODY | flag::LOW_BODY),
            (tongue.before_body, flag::BEFORE_BODY),
            (tongue.works, flag::WORK),
            (tongue.named_after, flag::NAMED_AFTER),
            (tongue.given, flag::GIVEN),
            (tongue.surnames, flag::SURNAME),
        ] {
            table.split_whitespace().for_each(|word| lexis.add_declined(word, flags));
        }
        for (table, kind) in tongue
            .places
            .iter()
            .map(|table| (*table, Kind::Place))
            .chain([(tongue.known_bodies, Kind::Organisation)])
        {
            table
                .split('|')
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .for_each(|name| lexis.add_name(name, kind));
        }
        for (table, kind) in [(tongue.acronyms, Kind::Organisation), (tongue.place_acronyms, Kind::Place)] {
            for name in table.split_whitespace() {
                lexis.acronyms.insert(key(name), kind);
            }
        }
        lexis
    }

    fn add(&mut self, word: &str, flags: u32) {
        *self.words.entry(key(word)).or_default() |= flags;
    }

    fn add_declined(&mut self, word: &str, flags: u32) {
        for form in forms(self.tongue.cases, word).iter().flatten() {
            self.add(form, flags);
        }
    }

    fn add_name(&mut self, name: &str, kind: Kind) {
        let elided = self.elided.clone();
        for form in phrase_forms(self.tongue.cases, name).iter().flatten() {
            let (mut name, mut count) = (0, 0);
            for word in form.split_whitespace().flat_map(|word| parted(word, &elided)) {
                if count == 0 {
                    self.add(word, flag::FIRST);
                }
                name = extend(name, key(word));
                count += 1;
            }
            self.longest = self.longest.max(count);
            self.phrases.insert(name, kind);
        }
    }

    /// The flags of a word; 0 for one that isn't known.
    pub(super) fn flags(&self, word: Key) -> u32 {
        let mut flags = self.words.get(&word).copied().unwrap_or(0);
        if self.tongue.latin {
            let general = LEXICON.flags(word);
            let is = |flags: u32| general & flags != 0;
            if is(lexicon::flag::GIVEN) && !self.not_given.contains(&word) {
                flags |= flag::GIVEN;
            }
            // A Latin surname alone in a Cyrillic text names a ship or a firm sooner than somebody.
            let surname = is(lexicon::flag::SURNAME) && self.tongue.cases != Cases::Cyrillic;
            if surname && !self.not_given.contains(&word) {
                flags |= flag::SURNAME;
            }
            if is(lexicon::flag::FIRST) && !self.not_places.contains(&word) {
                flags |= flag::FIRST;
            }
        }
        flags
    }

    /// The length in words and the kind of the longest known name that `words` begin with, in the order of their keys.
    pub(super) fn known(&self, words: impl Iterator<Item = Key>) -> Option<(usize, Kind)> {
        let (mut name, mut best) = (0, None);
        for (length, word) in (1..).zip(words).take(self.longest) {
            name = extend(name, word);
            let own = self.phrases.get(&name).copied();
            let general = || {
                let latin = self.tongue.latin && self.tongue.cases != Cases::Cyrillic;
                let known = LEXICON.phrase(name).filter(|_| latin);
                // English names of bodies of one word are words in other languages.
                known.filter(|kind| *kind == Kind::Place && !(length == 1 && self.not_places.contains(&word)))
            };
            if let Some(kind) = own.or_else(general) {
                best = Some((length, kind));
            }
        }
        best
    }

    /// What the known abbreviation in capitals stands for.
    pub(super) fn acronym(&self, word: Key) -> Option<Kind> {
        self.acronyms.get(&word).copied()
    }
}

/// A word as the tokens have it: an elided one apart from the next.
fn parted<'a>(word: &'a str, elided: &[&str]) -> impl Iterator<Item = &'a str> + use<'a> {
    let (first, second) = match word.split_once(['\'', '’']) {
        Some((first, second)) if elided.contains(&first) => (first, second),
        _ => (word, ""),
    };
    [first, second].into_iter().filter(|part| !part.is_empty())
}

/// The forms of a name of several words by slot, in lower case. Words that begin with `_` aren't declined.
pub(super) fn phrase_forms(cases: Cases, name: &str) -> [Vec<String>; SLOTS] {
    let mut phrases: [Vec<String>; SLOTS] = std::array::from_fn(|_| vec![String::new()]);
    for word in name.to_lowercase().split_whitespace() {
        let declined = match word.strip_prefix('_') {
            Some(fixed) => forms(Cases::None, fixed),
            None => forms(cases, word),
        };
        for (phrases, forms) in phrases.iter_mut().zip(&declined) {
            let mut longer = Vec::with_capacity(phrases.len() * forms.len());
            for form in forms {
                let gap = if phrases.iter().all(String::is_empty) { "" } else { " " };
                longer.extend(phrases.iter().map(|phrase| format!("{phrase}{gap}{form}")));
            }
            *phrases = longer;
        }
    }
    phrases
}
