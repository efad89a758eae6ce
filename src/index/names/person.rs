//! The parts of a person's name.

use super::transliterate::{self, is_cyrillic, plain};
use crate::name::{GivenName, given_name};

/// Words between given name and surname that don't count.
const PARTICLES: &[&str] = &[
    "abu", "al", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
    "ibn", "la", "le", "of", "ten", "ter", "the", "van", "von", "y", "zu",
];

/// What tells a son from his father.
const SUFFIXES: &[&str] = &["jr", "sr", "junior", "senior", "ii", "iii", "iv", "v"];

/// Articles before Arabic surnames.
const ARTICLES: &[&str] = &["al-", "el-", "as-", "ad-", "ar-", "ash-", "an-"];

/// A name with a given name and a surname, its parts in small Latin letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Full {
    pub(super) given: String,
    /// What stands between, without particles.
    pub(super) middle: Vec<String>,
    /// With the suffix that tells a son from his father.
    pub(super) surname: String,
    /// Whether it was written in Cyrillic letters.
    pub(super) cyrillic: bool,
}

/// What a person is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Person {
    /// By given name and surname.
    Full(Full),
    /// By initials and surname.
    Initial {
        /// The first one.
        letter: String,
        surname: String,
    },
    /// By one word.
    Bare(String),
    /// By nothing with a letter in it.
    Nothing,
}

impl Person {
    /// Reads a name as it is written; "Lukashenko, Alexander" is turned round.
    pub(super) fn read(name: &str) -> Self {
        let turned = name.split_once(',').filter(|(_, given)| {
            let given = plain(given);
            !given.is_empty() && !SUFFIXES.contains(&given.as_str())
        });
        let turned = turned.map(|(surname, given)| format!("{given} {surname}"));
        let mut words: Vec<String> = Vec::new();
        for word in turned.as_deref().unwrap_or(name).split_whitespace() {
            let bare = ARTICLES.iter().find_map(|article| {
                let head = word.get(..article.len())?;
                head.eq_ignore_ascii_case(article).then(|| word.get(article.len()..)).flatten()
            });
            // "A.G.Lukashenko" is three words, "Kim Jong-un" as many as it has spaces between.
            words.extend(bare.unwrap_or(word).split('.').map(plain).filter(|part| !part.is_empty()));
        }
        let mut surname = match words.pop() {
            Some(last) => last,
            None => return Self::Nothing,
        };
        if words.len() > 1
            && SUFFIXES.contains(&surname.as_str())
            && let Some(before) = words.pop()
        {
            surname = format!("{before} {surname}");
        }
        if words.is_empty() {
            return Self::Bare(surname);
        }
        let given = words.remove(0);
        if given.chars().count() == 1 {
            return Self::Initial { letter: given, surname };
        }
        words.retain(|word| !PARTICLES.contains(&word.as_str()));
        Self::Full(Full { given, middle: words, surname, cyrillic: name.contains(is_cyrillic) })
    }
}

impl Full {
    /// What is known of its given name.
    pub(super) fn known(&self) -> Option<GivenName> {
        given_name(&self.given)
    }

    /// Whether it is an East Slavic name, whose spellings in several traditions are known.
    pub(super) fn is_slavic(&self) -> bool {
        self.cyrillic
            || self.known().is_some_and(|known| known.is_slavic)
            || transliterate::is_slavic(&transliterate::key(&self.surname))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]

    use super::*;

    fn full(name: &str) -> (String, String, String) {
        match Person::read(name) {
            Person::Full(full) => (full.given, full.middle.join(" "), full.surname),
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn a_name_is_read_as_its_parts() {
        for (name, given, middle, surname) in [
            ("Alexander Grigoryevich Lukashenko", "alexander", "grigoryevich", "lukashenko"),
            ("LUKASHENKO, Alexander", "alexander", "", "lukashenko"),
            ("Александр Лукашенко", "aleksandr", "", "lukashenko"),
            ("Bashar al-Assad", "bashar", "", "assad"),
            ("Mohammed bin Salman Al Saud", "mohammed", "salman", "saud"),
            ("Martin Luther King, Jr.", "martin", "luther", "king jr"),
            ("Ursula von der Leyen", "ursula", "", "leyen"),
            ("Vladimir Bonch-Bruevich", "vladimir", "", "bonchbruevich"),
        ] {
            assert_eq!(full(name), (given.into(), middle.into(), surname.into()), "{name}");
        }
        let initial = Person::Initial { letter: "a".into(), surname: "lukashenko".into() };
        assert_eq!(Person::read("A.G. Lukashenko"), initial);
        assert_eq!(Person::read("Putin"), Person::Bare("putin".into()));
        assert_eq!(Person::read("—, ."), Person::Nothing);
    }
}
