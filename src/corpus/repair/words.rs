//! Whether a document knows a word: how often certain words stand in it by themselves.

use std::collections::{HashMap, HashSet};

use super::scan::scan;
use crate::text::Block;

/// How often each of some words stands in a document by itself.
#[derive(Debug, Default)]
pub(super) struct Words<'a>(HashMap<&'a str, u32>);

impl<'a> Words<'a> {
    /// Counts the words that are asked for, all others left out, so that memory doesn't grow with the
    /// document. A word is a run of letters with neither letters nor digits nor lost characters beside it.
    pub(super) fn count(text: &'a str, blocks: &[Block], asked: impl Iterator<Item = &'a str>) -> Self {
        let asked: HashSet<&str> = asked.collect();
        if asked.is_empty() {
            return Self::default();
        }
        let mut first = [false; 256];
        let mut lengths = 0_u64;
        for word in &asked {
            first[word.bytes().next().unwrap_or(0) as usize] = true;
            lengths |= 1 << word.len().min(63);
        }
        let found = scan(text, blocks, usize::MAX, |part, found: &mut Vec<HashMap<&str, u32>>| {
            let mut counts = HashMap::new();
            each(part.text, |word| {
                let maybe = word.bytes().next().is_some_and(|byte| first[byte as usize])
                    && lengths & (1 << word.len().min(63)) != 0;
                if maybe && let Some(word) = asked.get(word) {
                    *counts.entry(*word).or_insert(0_u32) += 1;
                }
            });
            if !counts.is_empty() {
                merge(found, counts);
            }
        });
        let mut all = Vec::new();
        found.into_iter().for_each(|counts| merge(&mut all, counts));
        Self(all.pop().unwrap_or_default())
    }

    /// How often it stands there.
    pub(super) fn of(&self, word: &str) -> u32 {
        self.0.get(word).copied().unwrap_or(0)
    }
}

/// Adds to the only map of `all`, so that there is one for each part of the work and not one for each block.
fn merge<'a>(all: &mut Vec<HashMap<&'a str, u32>>, counts: HashMap<&'a str, u32>) {
    match all.last_mut() {
        Some(last) => counts.into_iter().for_each(|(word, count)| *last.entry(word).or_insert(0) += count),
        None => all.push(counts),
    }
}

/// Tells of each run of letters that has neither letters nor digits nor lost characters beside it.
pub(super) fn each<'a>(text: &'a str, mut tell: impl FnMut(&'a str)) {
    let mut start = None;
    let mut sound = true;
    for (at, c) in text.char_indices() {
        if c.is_alphabetic() {
            start = start.or(Some(at));
            continue;
        }
        let apart = !c.is_numeric() && c != '\u{fffd}';
        if let Some(start) = start.take()
            && sound
            && apart
        {
            tell(&text[start..at]);
        }
        sound = apart;
    }
    if let Some(start) = start
        && sound
    {
        tell(&text[start..]);
    }
}

/// The most characters of a word. What is longer is none, and isn't gone through again and again.
const LONGEST: usize = 40;

/// The letters with which `text` ends; empty where there are too many.
pub(super) fn last(text: &str) -> &str {
    let letters = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).take(LONGEST + 1);
    let (count, start) = letters.fold((0, text.len()), |(count, _), (at, _)| (count + 1, at));
    if count > LONGEST { "" } else { &text[start..] }
}

/// The letters with which `text` begins; empty where there are too many.
pub(super) fn first(text: &str) -> &str {
    let letters = text.chars().take_while(|c| c.is_alphabetic()).take(LONGEST + 1);
    let (count, end) = letters.fold((0, 0), |(count, end), c| (count + 1, end + c.len_utf8()));
    if count > LONGEST { "" } else { &text[..end] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_by_itself_has_no_letter_digit_or_lost_character_beside_it() {
        let mut words = Vec::new();
        each("RIA-Novosti, Путин’s 6thForum caf\u{fffd} \u{fffd}tat x2 end", |word| words.push(word));
        assert_eq!(words, ["RIA", "Novosti", "Путин", "s", "end"]);
    }
}
