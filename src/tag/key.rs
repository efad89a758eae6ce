//! Keys of words: a hash of the word in lower case, so that words are compared without being copied.

/// The key of a word. Two words that differ in more than case share one by chance only (64 bits), and then the
/// evidence for one counts for the other: a wrong mention at worst.
pub(super) type Key = u64;

/// The FNV-1a hash's offset and prime for 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

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

/// The key of a whole word.
pub(super) fn key(word: &str) -> Key {
    let mut hash = Hash::new();
    word.chars().for_each(|c| hash.push(c));
    hash.key()
}

/// The key of a name whose words so far have the key `name` (0 for none yet) and whose next word is `word`.
pub(super) fn extend(name: Key, word: Key) -> Key {
    (name.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
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
