//! Keys of words: a hash of the word in lower case, so that words are compared without being copied.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;

/// The key of a word. Two words that differ in more than case share one by chance only (64 bits), and then the
/// evidence for one counts for the other: a wrong mention at worst.
pub(super) type Key = u64;

/// The FNV-1a hash's offset and prime for 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The odd number nearest to 2 to the 64th over the golden ratio (Knuth, The Art of Computer Programming, 6.4).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The key of a word that is read character by character.
#[derive(Clone, Copy)]
pub(super) struct Hash(u64);

impl Hash {
    pub(super) fn new() -> Self {
        Self(OFFSET)
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(PRIME);
    }

    /// Takes one more character. Case and stops don't count, and every apostrophe and hyphen is the plain one.
    pub(super) fn push(&mut self, c: char) {
        match c {
            '.' => {}
            '’' => self.byte(b'\''),
            '\u{2010}' | '\u{2011}' => self.byte(b'-'),
            c if c.is_ascii() => self.byte(c.to_ascii_lowercase() as u8),
            c => {
                for lower in c.to_lowercase() {
                    let mut buffer = [0; 4];
                    lower.encode_utf8(&mut buffer).bytes().for_each(|byte| self.byte(byte));
                }
            }
        }
    }

    pub(super) fn key(self) -> Key {
        self.0
    }
}

/// A hasher for keys, which are hashes already. It begins at a number that differs from run to run, so that no document can
/// be made whose words all fall together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spread(u64);

/// Makes [`Spread`]s.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spreading(u64);

impl Default for Spreading {
    fn default() -> Self {
        static SEED: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0));
        Self(*SEED)
    }
}

impl BuildHasher for Spreading {
    type Hasher = Spread;

    fn build_hasher(&self) -> Spread {
        Spread(self.0)
    }
}

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    fn write_u64(&mut self, key: u64) {
        let spread = u128::from(self.0 ^ key) * u128::from(SPREAD);
        self.0 = (spread >> 64) as u64 ^ spread as u64;
    }
}

/// A map by keys.
pub(super) type ByKey<V> = HashMap<Key, V, Spreading>;

/// The key of a whole word.
pub(super) fn key(word: &str) -> Key {
    let mut hash = Hash::new();
    word.chars().for_each(|c| hash.push(c));
    hash.key()
}

/// The key of a name whose words so far have the key `name` (0 for none yet) and whose next word is `word`.
pub(super) fn extend(name: Key, word: Key) -> Key {
    (name.rotate_left(5) ^ word).wrapping_mul(SPREAD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_the_form_of_an_apostrophe_do_not_count_but_letters_do() {
        assert_eq!(key("O’BRIEN"), key("o'brien"));
        assert_eq!(key("Élodie"), key("éLODIE"));
        assert_eq!(key("U.S."), key("us"));
        assert_ne!(key("Lukashenko"), key("Lukashenka"));
    }

    #[test]
    fn the_order_of_words_counts() {
        let (a, b) = (key("south"), key("ossetia"));
        assert_ne!(extend(extend(0, a), b), extend(extend(0, b), a));
    }
}
