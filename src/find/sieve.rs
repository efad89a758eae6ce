//! A look at a block that tells soon that a phrase isn't in it.

use memchr::memchr2_iter;

use crate::text::fold::Folding;

/// Bytes of a word that are looked at: more make a wrong guess hardly less likely, and a word of one letter dear.
const LOOKED_AT: usize = 16;

/// Letters from the commonest to the rarest in English; those of other languages differ little where it matters.
const COMMON: &[u8] = b"etaoinsrhldcumfpgwybvkxjqz";

/// Looks for the longest word of a phrase in plain ASCII, where folding changes nothing but the case of letters and the
/// length of blanks.
pub(super) struct Sieve<'a> {
    /// Folded; empty where the phrase has letters that plain ASCII has not.
    word: &'a [u8],
    /// Where its rarest letter stands.
    rarest: usize,
    /// Whether capitals are other letters.
    case: bool,
    /// Whether the phrase is nothing but blanks.
    blank: bool,
}

impl<'a> Sieve<'a> {
    /// For a phrase that was folded so.
    pub(super) fn new(folded: &'a str, folding: Folding) -> Self {
        let words = folded.split(' ').max_by_key(|word| word.len()).filter(|_| folded.is_ascii());
        let word = words.unwrap_or_default().as_bytes();
        let word = word.get(..LOOKED_AT).unwrap_or(word);
        let rarity = |byte: &u8| COMMON.iter().position(|letter| letter == byte).unwrap_or(COMMON.len());
        let rarest = (0..word.len()).max_by_key(|at| word.get(*at).map(rarity)).unwrap_or(0);
        Self { word, rarest, case: folding.case, blank: folded.trim_matches(' ').is_empty() }
    }

    /// Whether the phrase may be in a block; false only where it isn't.
    pub(super) fn lets_through(&self, block: &str) -> bool {
        if !block.is_ascii() {
            return true;
        }
        let (block, Some(byte)) = (block.as_bytes(), self.word.get(self.rarest)) else {
            // A phrase of blanks may be anywhere; other letters than those of ASCII are nowhere in it.
            return self.blank;
        };
        let other = if self.case { *byte } else { byte.to_ascii_uppercase() };
        memchr2_iter(*byte, other, block).any(|at| {
            let start = at.checked_sub(self.rarest);
            let here = start.and_then(|start| block.get(start..start + self.word.len()));
            here.is_some_and(
                |here| if self.case { here == self.word } else { here.eq_ignore_ascii_case(self.word) },
            )
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn lets_through(query: &str, block: &str) -> bool {
        let folding = Folding::for_query(query);
        Sieve::new(folding.fold(query).as_str(), folding).lets_through(block)
    }

    #[test]
    fn a_block_without_the_longest_word_is_not_let_through() {
        assert!(lets_through("the quillwort", "Of The  QuillWort"));
        assert!(!lets_through("the Quillwort", "of the quillwort"));
        assert!(!lets_through("the quillwort", "a quill and wort"));
        assert!(!lets_through("čapek", "Capek"));
        assert!(lets_through("capek", "Čapek"));
        assert!(lets_through("  ", "a  b"));
    }

    proptest! {
        #[test]
        fn nothing_is_kept_back_that_holds_the_phrase(block in "[a-cA-C ,.é\n]{0,40}", query in "[a-cB é,]{1,4}") {
            let folding = Folding::for_query(&query);
            let holds = folding.fold(&block).as_str().contains(folding.fold(&query).as_str());
            prop_assert!(!holds || lets_through(&query, &block), "{:?} in {:?}", query, block);
        }
    }
}
