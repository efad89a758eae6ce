//! Evidence: what a whole document shows of each of its words, gathered before anything is decided.

use super::key::{ByKey, Key, key};
use super::scan::{Shape, Token};

/// How often a word was seen, in which form and in which company.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// In lower case.
    pub(super) lower: u32,
    /// Capitalised inside a sentence.
    pub(super) inside: u32,
    /// Capitalised where a sentence begins.
    pub(super) start: u32,
    /// As the last word of a person's name, or where only a person stands.
    pub(super) person: u32,
    /// As the first word of a person's full name.
    pub(super) given: u32,
    /// Where only a place stands.
    pub(super) place: u32,
    /// Where only an organisation stands.
    pub(super) body: u32,
}

/// Small words that tell English from other languages: together about a sixth of its words.
const ENGLISH: &[&str] = &["the", "of", "and", "to"];

/// Distinct words that are kept at most, so that a hostile document can't fill the memory.
const MOST: usize = 1 << 21;

/// What was seen of the words of a document.
#[derive(Default)]
pub(super) struct Evidence {
    words: ByKey<Seen>,
    inside: u64,
    capitals_inside: u64,
}

impl Evidence {
    /// Counts the forms of words. In headlines capitals say nothing, so that only lower case counts.
    pub(super) fn count(&mut self, tokens: &[Token], headline: bool) {
        for token in tokens {
            match token.shape {
                Shape::Lower => {
                    if !headline {
                        self.inside += u64::from(!token.start);
                    }
                    self.see(token.key, |seen| seen.lower += 1);
                }
                Shape::Title | Shape::Caps if !headline => {
                    if token.start {
                        self.see(token.key, |seen| seen.start += 1);
                    } else {
                        self.inside += 1;
                        self.capitals_inside += u64::from(token.shape == Shape::Title);
                        self.see(token.key, |seen| seen.inside += 1);
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds to what was seen of a word.
    pub(super) fn see(&mut self, word: Key, add: impl FnOnce(&mut Seen)) {
        if let Some(seen) = self.words.get_mut(&word) {
            add(seen);
        } else if self.words.len() < MOST {
            add(self.words.entry(word).or_default());
        }
    }

    /// What was seen of a word.
    pub(super) fn of(&self, word: Key) -> Seen {
        self.words.get(&word).copied().unwrap_or_default()
    }

    /// Whether so many words inside sentences are capitalised that the capital says little, as in German: over a
    /// quarter, or half where the small words are English ones.
    pub(super) fn capitals_say_little(&self) -> bool {
        let english: u64 = ENGLISH.iter().map(|word| u64::from(self.of(key(word)).lower)).sum();
        let least = if english * 12 > self.inside { 2 } else { 4 };
        self.inside >= 40 && self.capitals_inside * least > self.inside
    }
}
