//! What a name is made of, as hashes by which names are grouped.

use super::person::{Full, Person};
use super::transliterate::{self, is_cyrillic};
use super::words::key;
use crate::name::{fold, given_name, is_abbreviation, is_known, letter_bit};
use crate::tag::Kind;

/// A name as its letters say it, and as it is after transliteration between traditions; 0 where that isn't known.
pub(super) type Keys = [u64; 2];

/// A name.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// Its letters without case, accents, hyphens and the like.
    pub(super) whole: u64,
    pub(super) form: Form,
}

/// What it is made of.
#[derive(Clone, Debug)]
pub(super) enum Form {
    /// A person by given name and surname.
    Full {
        surname: Keys,
        given: u64,
        /// What the initial of the given name may be.
        letters: u32,
    },
    /// A person by initial and surname.
    Initial { surname: Keys, letters: u32 },
    /// A person by one word.
    Bare {
        /// The key that it has as a given name.
        word: u64,
        surname: Keys,
        /// Whether it is known as a given name.
        given: bool,
    },
    /// A body or place in words.
    Long,
    /// A body or place by an abbreviation.
    Short,
    /// No name.
    Nothing,
}

impl Shape {
    /// Of a name that says nothing of who it is.
    pub(super) const NOTHING: Self = Self { whole: 0, form: Form::Nothing };

    /// The shape of a name as it is written.
    pub(super) fn of(kind: Kind, name: &str) -> Self {
        let folded = fold::folded(name);
        let form = match kind {
            _ if folded.is_empty() => Form::Nothing,
            Kind::Person => Form::person(name),
            _ => Form::body(name, &folded),
        };
        Self { whole: key(&folded), form }
    }
}

impl Form {
    fn person(name: &str) -> Self {
        match Person::read(name) {
            Person::Full(full) => Self::full(full),
            Person::Initial { letter, surname } => {
                let letters = letter_bit(&letter);
                Self::Initial { surname: surname_keys(&surname, name.contains(is_cyrillic)), letters }
            }
            Person::Bare(word) => {
                let given = given_name(&word).is_some();
                Self::Bare {
                    word: key(&word),
                    surname: surname_keys(&word, name.contains(is_cyrillic)),
                    given,
                }
            }
            Person::Nothing => Self::Nothing,
        }
    }

    fn full(full: Full) -> Self {
        let surname = surname_keys(&full.surname, full.is_slavic());
        let letters = full.known().map_or_else(|| letter_bit(&full.given), |known| known.letters);
        Self::Full { surname, given: key(&full.given), letters }
    }

    fn body(name: &str, folded: &str) -> Self {
        if is_abbreviation(name) && !is_known(folded) { Self::Short } else { Self::Long }
    }
}

/// The keys of a surname in small Latin letters; the second only where it is East Slavic, as far as one can tell.
pub(super) fn surname_keys(surname: &str, slavic: bool) -> Keys {
    let sound = transliterate::key(surname);
    let known = slavic || transliterate::is_slavic(&sound);
    [key(("surname", surname)), if known { key(("sound", sound)) } else { 0 }]
}
