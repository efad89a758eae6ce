//! Hashes of features: a feature is known by a number of 64 bits alone, the same on every machine.

/// An odd constant of the golden ratio, as in Fibonacci hashing.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// Two numbers as one; the order matters.
pub(super) const fn mix(a: u64, b: u64) -> u64 {
    let mixed = (a.rotate_left(23) ^ b).wrapping_mul(GOLDEN);
    mixed ^ (mixed >> 29)
}

/// The hash of some bytes.
pub(super) fn bytes(text: &[u8]) -> u64 {
    let mut hash = text.len() as u64;
    let mut chunks = text.chunks_exact(8);
    for chunk in &mut chunks {
        hash = mix(hash, chunk.iter().rev().fold(0, |word, &byte| (word << 8) | u64::from(byte)));
    }
    let rest = chunks.remainder();
    if rest.is_empty() {
        return hash;
    }
    mix(hash, rest.iter().rev().fold(0, |word, &byte| (word << 8) | u64::from(byte)))
}

/// The hash of a string.
pub(super) fn text(text: &str) -> u64 {
    bytes(text.as_bytes())
}

/// A hasher for keys that are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Already(u64);

impl std::hash::Hasher for Already {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, text: &[u8]) {
        self.0 = mix(self.0, bytes(text));
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = mix(self.0, u64::from(key));
    }

    fn write_u64(&mut self, key: u64) {
        // The table takes its control byte from the highest bits, its place from the lowest: both must vary.
        self.0 = mix(self.0, key);
    }
}

/// A map whose keys are hashes.
pub(super) type HashMap<K, V> = std::collections::HashMap<K, V, std::hash::BuildHasherDefault<Already>>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_words_differ() {
        let words = ["", "a", "b", "ab", "ba", "abcdefgh", "abcdefghi", "abcdefgh\0", "\0"];
        let mut hashes: Vec<u64> = words.iter().map(|word| text(word)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), words.len());
        assert_ne!(mix(1, 2), mix(2, 1));
    }
}
