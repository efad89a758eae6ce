//! Fingerprints: what tells that two documents say the same, or nearly, without their texts at hand.

use std::num::NonZeroU64;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicode_normalization::char::is_combining_mark;

use super::sketch::{Sketch, Sketcher};
use super::{looks, parts, repeats, words};
use crate::text::Block;

/// The bytes of a text that go into its sketch, up to the end of a block.
const LOOKED_AT: usize = 64 << 10;

/// The factor of the polynomial over the words: 2⁶⁴ divided by the golden ratio, odd, as in Knuth, The Art of
/// Computer Programming, volume 3, section 6.4.
pub(super) const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// What the words of a document are known by. Case, punctuation and how the text is divided into paragraphs
/// don't count, nor does what was set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// A hash of all words of the body in their order; `None` where there are none.
    pub words: Option<NonZeroU64>,
    /// A sketch of the prose, where there is enough of it.
    pub sketch: Option<Arc<Sketch>>,
}

impl Fingerprint {
    /// The fingerprint of a text whose boilerplate was set aside. Short lines at its head and tail don't go
    /// into the sketch, since those that nobody recognised as boilerplate would make strangers alike.
    pub(super) fn of(text: &str, blocks: &[Block]) -> Self {
        let (mut sketcher, mut sum) = (Sketcher::default(), NOTHING);
        let (mut left, mut at) = (LOOKED_AT, 0);
        while let Some(block) = blocks.get(at).filter(|_| left > 0) {
            let line = if block.is_body() { block.span.of(text) } else { "" };
            let sketched = !repeats::is_edge(at, blocks.len()) || looks::is_long_prose(text, block);
            each_word(line, |word| {
                sum = sum.then(Sum { hash: word, power: FACTOR });
                if sketched {
                    sketcher.word(word);
                }
            });
            left = left.saturating_sub(if sketched { line.len() } else { 0 });
            at += 1;
        }
        let words = NonZeroU64::new(sum.then(body(text, &blocks[at..])).hash);
        Self { words, sketch: sketcher.finish().map(Arc::new) }
    }
}

/// The words of a text as a polynomial modulo 2⁶⁴, and the power that a text before it is multiplied by.
#[derive(Clone, Copy)]
struct Sum {
    hash: u64,
    power: u64,
}

const NOTHING: Sum = Sum { hash: 0, power: 1 };

impl Sum {
    fn then(self, next: Self) -> Self {
        let hash = self.hash.wrapping_mul(next.power).wrapping_add(next.hash);
        Self { hash, power: self.power.wrapping_mul(next.power) }
    }
}

/// All words of the body. Parts of a large text are summed up on all cores and put together.
fn body(text: &str, blocks: &[Block]) -> Sum {
    let sum = |part: &[Block]| {
        let mut sum = NOTHING;
        for block in part.iter().filter(|block| block.is_body()) {
            each_word(block.span.of(text), |word| sum = sum.then(Sum { hash: word, power: FACTOR }));
        }
        sum
    };
    parts::summed(blocks, NOTHING, sum, Sum::then)
}

/// Gives the hash of each word of `text`, folded in case: a run of letters and digits, or an ideograph.
pub(super) fn each_word(text: &str, mut take: impl FnMut(u64)) {
    let mut word = Word::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            at += 1;
            if byte.is_ascii_alphanumeric() {
                word.add(u64::from(byte.to_ascii_lowercase()));
            } else {
                word.end(&mut take);
            }
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        at += c.len_utf8();
        if words::is_ideograph(c) {
            word.end(&mut take);
            take(mixed(u64::from(c)));
        } else if is_unseen(c) {
            // It belongs to the word around it.
        } else if c.is_alphanumeric() {
            c.to_lowercase().for_each(|lower| word.add(u64::from(lower)));
        } else {
            word.end(&mut take);
        }
    }
    word.end(&mut take);
}

/// The hash of the word at hand; 0 before its first letter.
#[derive(Default)]
struct Word(u64);

impl Word {
    fn add(&mut self, letter: u64) {
        self.0 = (self.0 ^ letter).wrapping_mul(FACTOR);
    }

    fn end(&mut self, take: &mut impl FnMut(u64)) {
        if self.0 != 0 {
            take(mixed(self.0));
        }
        self.0 = 0;
    }
}

/// Whether a character is a mark on the one before it, or can't be seen.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') || is_combining_mark(c)
}

/// Makes each bit depend on each other one: the last step of splitmix64 (Steele, Lea, Flood 2014).
pub(super) fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::corpus::plain_testing::{PROSE, document};

    fn print(text: &str) -> Fingerprint {
        document(text).meta.print
    }

    #[test]
    fn case_punctuation_and_paragraphs_dont_count_and_the_order_of_words_does() {
        let of = |text: &str| print(text).words;
        assert!(of("The milk, the ban").is_some());
        assert_eq!(of("The milk, the ban"), of("“THE MILK”\n\n— the\u{ad}\n\nban!"));
        assert_ne!(of("The milk, the ban"), of("The ban, the milk"));
        assert_eq!(of("Мінск і Сочы"), of("МІНСК, і Сочы."));
        assert_eq!(of("***\n\n—\n"), None);
    }

    #[test]
    fn what_is_set_aside_doesnt_count() {
        let article = format!("Talks End Without a Deal\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}");
        assert_eq!(print(&article).words, print(&format!("kayhan.ir\n\n{article}\n\nTWITTER")).words);
    }

    #[test]
    fn unknown_lines_at_the_ends_arent_in_the_sketch() {
        let article = format!("{PROSE}\n\n{PROSE}\n\n{PROSE}");
        let framed = format!("The Daily Whatever\n\nHome Sport Weather\n\n{article}\n\nUs on the phone");
        let (bare, framed) = (print(&article).sketch.unwrap(), print(&framed).sketch.unwrap());
        assert_eq!(bare, framed);
    }

    #[test]
    fn a_large_text_has_the_hash_of_its_words_however_it_is_divided() {
        let line = "One two three four five six seven.";
        let lines = format!("{line}\n\n").repeat(10_000);
        assert_eq!(print(&lines).words, print(&format!("{line} ").repeat(10_000)).words);
    }
}
