//! Whether a document knows a word: how often certain words stand in it by themselves.

use std::collections::{HashMap, HashSet};

use memchr::memmem::Finder;

use super::scan::scan;
use crate::text::Block;

/// So many words are sought one by one, which is quicker than looking at each word of the document.
const FEW: usize = 24;

/// How often each of some words stands in a document by itself.
#[derive(Debug, Default)]
pub(super) struct Words<'a>(HashMap<&'a str, u32>);

impl<'a> Words<'a> {
    /// Counts the words that are asked for, all others left out, so that memory doesn't grow with the
    /// document. A word is a run of letters with no letter, digit, hyphen, underscore or lost
    /// character beside it.
    pub(super) fn count(text: &'a str, blocks: &[Block], asked: impl Iterator<Item = &'a str>) -> Self {
        let asked: HashSet<&str> = asked.collect();
        if asked.is_empty() {
            return Self::default();
        }
        let few: Vec<Finder<'_>> =
            if asked.len() > FEW { Vec::new() } else { asked.iter().map(Finder::new).collect() };
        let found = scan(text, blocks, usize::MAX, |part, found: &mut Vec<HashMap<&str, u32>>| {
            let mut counts = HashMap::new();
            if asked.len() > FEW {
                each(part.text, |word| {
                    if let Some(word) = asked.get(word) {
                        *counts.entry(*word).or_insert(0_u32) += 1;
                    }
                });
            }
            for (word, finder) in asked.iter().zip(&few) {
                let count = finder
                    .find_iter(part.text.as_bytes())
                    .filter(|at| is_apart(part.text, *at, word))
                    .count();
                if count > 0 {
                    counts.insert(*word, count as u32);
                }
            }
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

/// Whether the word that begins at `at` stands there by itself.
fn is_apart(text: &str, at: usize, word: &str) -> bool {
    let apart =
        |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '\u{fffd}'));
    let (before, behind) = (text.get(..at), text.get(at + word.len()..));
    before.is_some_and(|before| apart(before.chars().next_back()))
        && behind.is_some_and(|behind| apart(behind.chars().next()))
}

/// Tells of each run of letters that has none of [`Class::Other`] beside it.
pub(super) fn each<'a>(text: &'a str, mut tell: impl FnMut(&'a str)) {
    let bytes = text.as_bytes();
    let mut start = None;
    let mut sound = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (kind, len) = match CLASSES.get(byte as usize) {
            Some(kind) => (*kind, 1),
            None => wide(text, at),
        };
        match (kind, start) {
            (Class::Letter, None) => start = Some(at),
            (Class::Letter, Some(_)) => {}
            (Class::Apart | Class::Other, Some(from)) => {
                if sound && kind == Class::Apart {
                    tell(&text[from..at]);
                }
                start = None;
                sound = kind == Class::Apart;
            }
            (Class::Apart | Class::Other, None) => sound = kind == Class::Apart,
        }
        at += len;
    }
    if let Some(from) = start
        && sound
    {
        tell(&text[from..]);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    /// What may stand beside a word.
    Apart,
    /// A digit, hyphen, underscore or lost character.
    Other,
}

/// The classes of the ASCII characters.
const CLASSES: [Class; 128] = {
    let mut table = [Class::Apart; 128];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        if byte.is_ascii_alphabetic() {
            table[at] = Class::Letter;
        } else if byte.is_ascii_digit() || byte == b'-' || byte == b'_' {
            table[at] = Class::Other;
        }
        at += 1;
    }
    table
};

/// The class of the character that begins at `at`, and its length.
fn wide(text: &str, at: usize) -> (Class, usize) {
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return (Class::Apart, 1) };
    let class = match c {
        // Most letters outside ASCII: Cyrillic.
        '\u{410}'..='\u{44f}' => Class::Letter,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_numeric() || c == '\u{fffd}' => Class::Other,
        _ => Class::Apart,
    };
    (class, c.len_utf8())
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
    use crate::text::{BlockKind, Span};

    #[test]
    fn few_words_and_many_are_counted_alike() {
        let text = "Minsk, Minsks: Minsk\u{fffd} (Minsk) Мінск-Minsk 5Minsk";
        let block = Block {
            span: Span::new(0, text.len()),
            kind: BlockKind::Paragraph,
            indent: 0,
            hang: 0,
            gap: false,
        };
        let others: Vec<String> = (0..FEW).map(|number| format!("x{number}")).collect();
        for more in [0, FEW] {
            let asked = others.iter().take(more).map(String::as_str).chain(["Minsk", "Мінск", "Sochi"]);
            let words = Words::count(text, &[block], asked);
            assert_eq!(["Minsk", "Мінск", "Sochi"].map(|word| words.of(word)), [2, 0, 0]);
        }
    }

    #[test]
    fn a_word_by_itself_has_no_letter_digit_hyphen_or_lost_character_beside_it() {
        let mut words = Vec::new();
        each("RIA-Novosti, Путин’s 6thForum caf\u{fffd} \u{fffd}tat x2 end", |word| words.push(word));
        assert_eq!(words, ["Путин", "s", "end"]);
    }
}
