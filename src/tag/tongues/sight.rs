//! Sight: what a whole document shows of each of its words.

use std::collections::HashMap;

use super::super::key::Key;
use super::super::scan::{Shape, Token};
use super::lexis::flag;

/// How often a word was seen, in which form and company.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// In lower case.
    pub(super) lower: u32,
    /// Capitalised inside a sentence.
    pub(super) inside: u32,
    /// Capitalised where a sentence begins.
    pub(super) start: u32,
    /// Capitalised behind an article or pronoun.
    pub(super) determined: u32,
    /// As a person's surname.
    pub(super) person: u32,
    /// As the given name of somebody named in full.
    pub(super) given: u32,
    /// As an abbreviation of a body, or its quoted name.
    pub(super) body: u32,
    /// As a place.
    pub(super) place: u32,
}

/// Distinct words that are kept at most, so that a hostile document can't fill the memory.
const MOST: usize = 1 << 21;

/// What was seen of the words of a document.
#[derive(Default)]
pub(super) struct Sight(HashMap<Key, Seen>);

impl Sight {
    /// Counts the forms of words, unless every letter is a capital.
    pub(super) fn count(&mut self, tokens: &[Token], shouted: bool) {
        let mut article = false;
        for token in tokens {
            match token.shape {
                Shape::Lower => self.see(token.key, |seen| seen.lower += 1),
                Shape::Title | Shape::Caps if !shouted => self.see(token.key, |seen| {
                    seen.start += u32::from(token.start);
                    seen.inside += u32::from(!token.start);
                    seen.determined += u32::from(article);
                }),
                _ => {}
            }
            article = token.has(flag::ARTICLE);
        }
    }

    /// Adds to what was seen of a word.
    pub(super) fn see(&mut self, word: Key, add: impl FnOnce(&mut Seen)) {
        if let Some(seen) = self.0.get_mut(&word) {
            add(seen);
        } else if self.0.len() < MOST {
            add(self.0.entry(word).or_default());
        }
    }

    /// What was seen of a word.
    pub(super) fn of(&self, word: Key) -> Seen {
        self.0.get(&word).copied().unwrap_or_default()
    }
}
