//! By which keys the names of a collection are brought together that may be one's, so that nobody compares all pairs:
//! names that [`super::compare`] takes for one share a key, but for a few that differ in nearly all.
//!
//! Phonetic codes made for English or for one tradition bring fewer together: of 419 pairs of full names in `tests/names`
//! that are judged to be one's, 393 share a key of these, 330 a Daitch-Mokotoff code of the surname and 300 one of double
//! metaphone.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::Name;
use super::east;
use super::person::Person;
use super::word::Word;

/// The most keys of a name.
const MOST: usize = 12;

/// A key that names which may be one's share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// What they share.
    pub block: u64,
    /// Of names that share it those are likelier to be one's that are nearer each other in this order.
    pub order: u32,
}

impl Key {
    fn new(of: impl Hash) -> Self {
        Self { block: key(of), order: 0 }
    }
}

fn key(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// The consonants of a word of which no tradition writes one for another, each once: `ptr` of Pyotr and Peter.
fn consonants(spelled: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    let mut bytes = spelled.bytes().peekable();
    std::iter::from_fn(move || {
        loop {
            let bone = match bytes.next()? {
                b'p' if bytes.peek() == Some(&b'h') => continue,
                b'b' | b'p' => 'p',
                // `ts`, `tch` and `dzh` are sounds of their own, and Belarusian has `ts` before soft vowels.
                b't' | b'd'
                    if matches!(
                        bytes.peek(),
                        Some(b's' | b'z' | b'c' | b'j' | b'h' | b'i' | b'e' | b'y')
                    ) =>
                {
                    continue;
                }
                b't' | b'd' => 't',
                b'l' => 'l',
                b'r' => 'r',
                b'm' | b'n' => 'n',
                _ => continue,
            };
            if last.replace(bone) != Some(bone) {
                return Some(bone);
            }
        }
    })
}

/// These consonants as a word.
pub(super) fn bones(spelled: &str) -> String {
    consonants(spelled).collect()
}

/// These consonants, the first 42 of them, as a number.
pub(super) fn packed(spelled: &str) -> u128 {
    let number = |bone| match bone {
        'p' => 1,
        't' => 2,
        'l' => 3,
        'r' => 4,
        _ => 5,
    };
    consonants(spelled).take(42).fold(0, |packed, bone| packed << 3 | number(bone))
}

impl Name {
    /// The keys without their order, sorted; the same in every run of the program.
    pub fn keys(&self) -> Vec<u64> {
        let mut keys: Vec<u64> = self.block_keys().into_iter().map(|key| key.block).collect();
        keys.dedup();
        keys
    }

    /// The keys, sorted; the same in every run of the program.
    pub fn block_keys(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        if let Some(person) = &self.person {
            people(person, &mut keys);
        }
        if let Some(body) = &self.body {
            keys.extend(body.keys().into_iter().map(|of| Key::new(("body", of))));
        }
        if let Some(place) = &self.place {
            keys.extend(place.keys().into_iter().map(|of| Key::new(("place", of))));
        }
        keys.truncate(MOST);
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

impl Name {
    /// Of a body in words the keys of its initials.
    pub fn initials(&self) -> Vec<u64> {
        let initials = self.body.iter().filter(|body| !body.is_short()).flat_map(|body| body.initials());
        let mut keys: Vec<u64> =
            initials.filter(|letters| letters.len() > 2).map(|letters| key(("short", letters))).collect();
        keys.dedup();
        keys
    }

    /// Of an abbreviation its key among [`Self::initials`].
    pub fn abbreviation(&self) -> Option<u64> {
        self.body.as_deref()?.short().map(|letters| key(("short", letters)))
    }
}

/// The keys of a full name; a name of one word has none, as it doesn't say who it is.
fn people(person: &Person, keys: &mut Vec<Key>) {
    let ([first, .., last], words) = (person.words.as_slice(), &person.words) else { return };
    if let Some(known) = person.known {
        keys.push(Key::new(("known", known)));
    }
    keys.push(Key::new(("letters", person.letters())));
    if person.may_be_eastern
        && let Some(eastern) = east::key(&person.eastern())
    {
        keys.push(Key::new(("east", eastern)));
    }
    both(first, last, keys);
    // Surname first.
    both(last, first, keys);
    for middle in words.get(1..words.len().saturating_sub(1)).unwrap_or_default().iter().take(2) {
        both(first, middle, keys);
        both(middle, last, keys);
    }
}

/// The keys of a given name with a surname.
fn both(given: &Word, surname: &Word, keys: &mut Vec<Key>) {
    let (bones, order) = (surname.heard.bones, skeleton(&surname.spelled));
    let lines = given.heard.given.lines();
    let before = keys.len();
    keys.extend(lines.take(2).map(|line| Key { block: key(("line", line, bones)), order }));
    if keys.len() == before {
        keys.push(Key { block: key(("given", given.heard.bones, bones)), order });
    }
}

/// The first consonants of a word, those as one that traditions write one for another, as a number by which words are
/// put in order.
fn skeleton(spelled: &str) -> u32 {
    let class = |byte: u8| match byte {
        b'b' | b'p' => 1,
        b't' | b'd' => 2,
        b'l' => 3,
        b'r' => 4,
        b'm' | b'n' => 5,
        b'k' | b'g' | b'q' | b'x' => 6,
        b'v' | b'f' | b'w' | b'U' => 7,
        b's' | b'z' | b'c' | b'j' | b'C' | b'S' | b'Z' | b'D' | b'J' | b'W' => 8,
        _ => 0,
    };
    let (mut order, mut last, mut left) = (0u32, 0, 8);
    let mut bytes = spelled.bytes().peekable();
    while let Some(byte) = bytes.next().filter(|_| left > 0) {
        let own = match class(byte) {
            // `ts`, `tch` and `dzh` are written as one sound in other alphabets.
            2 if bytes.peek().is_some_and(|&next| class(next) == 8) => 0,
            own => own,
        };
        if own != 0 && own != last {
            order = order << 4 | own;
            last = own;
            left -= 1;
        }
    }
    // Of a name without any there is nothing to shift.
    order.checked_shl(4 * left).unwrap_or(0)
}
