//! A look at a block that tells soon that a phrase isn't in it.

use memchr::memchr2_iter;
use memchr::memmem::Finder;

use crate::text::fold::{Folded, Folding};

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
    /// Finds the word in what was folded so.
    finder: Finder<'a>,
    folding: Folding,
}

impl<'a> Sieve<'a> {
    /// For a phrase that was folded so.
    pub(super) fn new(folded: &'a str, folding: Folding) -> Self {
        let words = folded.split(' ').max_by_key(|word| word.len()).filter(|_| folded.is_ascii());
        let word = words.unwrap_or_default().as_bytes();
        let word = word.get(..LOOKED_AT).unwrap_or(word);
        let rarity = |byte: &u8| COMMON.iter().position(|letter| letter == byte).unwrap_or(COMMON.len());
        let rarest = (0..word.len()).max_by_key(|at| word.get(*at).map(rarity)).unwrap_or(0);
        let blank = folded.trim_matches(' ').is_empty();
        Self { word, rarest, case: folding.case, blank, finder: Finder::new(word), folding }
    }

    /// Whether the phrase may be in a block; false only where it isn't. `scratch` is memory to work with.
    pub(super) fn lets_through(&self, block: &str, scratch: &mut Folded) -> bool {
        if block.is_ascii() {
            return self.is_in_ascii(block);
        }
        self.word.is_empty() || self.is_in_ascii(block) || self.is_in_other_words(block, scratch)
    }

    /// Whether the word stands in one that has letters outside of ASCII: only these are folded, as folding goes letter by
    /// letter and the word has no blank in it.
    fn is_in_other_words(&self, block: &str, scratch: &mut Folded) -> bool {
        let bytes = block.as_bytes();
        let mut from = 0;
        while let Some(at) = bytes.get(from..).and_then(|rest| rest.iter().position(|byte| !byte.is_ascii()))
        {
            let at = from + at;
            let start =
                bytes[from..at].iter().rposition(u8::is_ascii_whitespace).map_or(from, |blank| from + blank);
            let end =
                bytes[at..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |blank| at + blank);
            self.folding.fold_into(block.get(start..end).unwrap_or(""), scratch);
            if self.finder.find(scratch.as_str().as_bytes()).is_some() {
                return true;
            }
            from = end;
        }
        false
    }

    /// Whether the word stands in the letters of ASCII as they are.
    fn is_in_ascii(&self, block: &str) -> bool {
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
        Sieve::new(folding.fold(query).as_str(), folding).lets_through(block, &mut Folded::default())
    }

    #[test]
    fn a_block_without_the_longest_word_is_not_let_through() {
        assert!(lets_through("the quillwort", "Of The  QuillWort"));
        assert!(!lets_through("the Quillwort", "of the quillwort"));
        assert!(!lets_through("the quillwort", "a quill and wort"));
        assert!(!lets_through("čapek", "Capek"));
        assert!(lets_through("capek", "Čapek"));
        assert!(lets_through("  ", "a  b"));
        assert!(lets_through("quillwort", "das Quíllwort"));
        assert!(lets_through("quillwort", "quill\u{ad}wort"));
        assert!(lets_through("the quillwort", "“Quillwort”, it said"));
        assert!(!lets_through("quillwort", "čapek und čapek quill wort"));
    }

    proptest! {
        #[test]
        fn nothing_is_kept_back_that_holds_the_phrase(block in "[a-cA-C ,.éÁ\u{ad}\u{301}\u{2003}\n\u{b}]{0,40}", query in "[a-cB é,]{1,4}") {
            let folding = Folding::for_query(&query);
            let holds = folding.fold(&block).as_str().contains(folding.fold(&query).as_str());
            prop_assert!(!holds || lets_through(&query, &block), "{:?} in {:?}", query, block);
        }
    }
}
