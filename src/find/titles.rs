//! Fuzzy search over titles.
//!
//! `fuzzy-matcher` scores; two cheap filters decide first whether there is anything to score: the set of
//! letters of the title as bits, then a walk that looks for the letters in their order. What is left is
//! scored on all cores.

use std::sync::LazyLock;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The scorer. It is stateless but for scratch memory that each thread has of its own.
static MATCHER: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().ignore_case());

/// Words of a query that are looked at; more would only slow a paste down.
const WORDS: usize = 16;

/// Characters of a word that are looked at.
const LETTERS: usize = 64;

/// A title as it is searched: its accents taken away, character for character, and the set of its letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Haystack {
    /// The title with accents taken away, where that changes anything.
    plain: Option<Box<str>>,
    letters: u64,
}

impl Haystack {
    /// Prepares `title`.
    pub fn new(title: &str) -> Self {
        let plain = (!title.is_ascii()).then(|| title.chars().map(plain_char).collect::<String>());
        let letters = letters(plain.as_deref().unwrap_or(title));
        Self { plain: plain.filter(|plain| plain != title).map(Into::into), letters }
    }

    /// What is searched, given the title that this was made from.
    fn text<'a>(&'a self, title: &'a str) -> &'a str {
        self.plain.as_deref().unwrap_or(title)
    }
}

/// A query: words that all have to match, in any order, each fuzzily.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<(String, u64)>,
}

impl Query {
    /// What a person typed. `fuzzy-matcher` takes a query with a space as one pattern, so it is split here.
    pub fn new(typed: &str) -> Self {
        let word = |word: &str| {
            let word: String =
                word.chars().take(LETTERS).map(plain_char).flat_map(char::to_lowercase).collect();
            let letters = letters(&word);
            (word, letters)
        };
        Self { words: typed.split_whitespace().take(WORDS).map(word).collect() }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether whatever matches this has matched `earlier` too, so that only its matches need be scored.
    pub fn narrows(&self, earlier: &Self) -> bool {
        let mut rest = self.words.iter();
        earlier.words.iter().all(|(word, _)| rest.any(|(longer, _)| longer.starts_with(word.as_str())))
    }

    /// How well `title` matches, more is better; `None` where it doesn't.
    pub fn score(&self, title: &str, haystack: &Haystack) -> Option<i64> {
        if self.words.iter().any(|(_, letters)| letters & !haystack.letters != 0) {
            return None;
        }
        let text = haystack.text(title);
        let mut sum = 0;
        for (word, _) in &self.words {
            if !in_order(text, word) {
                return None;
            }
            sum += MATCHER.fuzzy_match(text, word)?;
        }
        Some(sum)
    }

    /// The characters of `title` that matched, by number, sorted.
    pub fn matched(&self, title: &str) -> Vec<usize> {
        let haystack = Haystack::new(title);
        let text = haystack.text(title);
        let mut matched: Vec<usize> = self
            .words
            .iter()
            .filter_map(|(word, _)| MATCHER.fuzzy_indices(text, word))
            .flat_map(|(_, indices)| indices)
            .collect();
        matched.sort_unstable();
        matched.dedup();
        matched
    }
}

/// The character without its accents and, outside ASCII, in lower case, as the scorer ignores the case of
/// ASCII alone; itself where that doesn't leave exactly one character.
fn plain_char(c: char) -> char {
    match c {
        _ if c.is_ascii() => return c,
        '‘' | '’' => return '\'',
        '“' | '”' => return '"',
        _ => {}
    }
    let bases = std::iter::once(c).nfd().filter(|&part| !is_combining_mark(part));
    let mut bases = bases.flat_map(char::to_lowercase);
    match (bases.next(), bases.next()) {
        (Some(base), None) => base,
        _ => c,
    }
}

/// A set of characters in 64 bits: one for each letter and digit, the rest share the others.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |set, c| {
        let bit = match c.to_ascii_lowercase() {
            c @ 'a'..='z' => c as u32 - 'a' as u32,
            c @ '0'..='9' => 26 + c as u32 - '0' as u32,
            c if c.is_ascii() => 36 + c as u32 % 4,
            c => 40 + c as u32 % 24,
        };
        set | 1 << bit
    })
}

/// Whether the characters of `word`, which is lower case, stand in `text` in their order, case ignored.
fn in_order(text: &str, word: &str) -> bool {
    if text.is_ascii() && word.is_ascii() {
        let mut bytes = text.bytes();
        return word.bytes().all(|wanted| bytes.any(|byte| byte.to_ascii_lowercase() == wanted));
    }
    let mut chars = text.chars().map(|c| c.to_ascii_lowercase());
    word.chars().all(|wanted| chars.any(|c| c == wanted))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn score(title: &str, query: &str) -> Option<i64> {
        Query::new(query).score(title, &Haystack::new(title))
    }

    #[test]
    fn all_words_match_in_any_order_without_case_and_accents() {
        assert!(score("Lukashenko Flies to Russia", "russia luk").is_some());
        assert!(score("Čapek und der Krieg", "capek").is_some());
        assert!(score("Capek und der Krieg", "čapek").is_some());
        assert!(score("ПУТИН в Минске", "путин").is_some());
        assert!(score("Lukashenko Flies to Russia", "putin").is_none());
        assert!(score("Lukashenko", "okul").is_none(), "the order of the letters counts");
    }

    #[test]
    fn a_word_beats_scattered_letters() {
        assert!(score("The milk ban", "milk") > score("Many issues linger in Kiev", "milk"));
    }

    #[test]
    fn matched_letters_are_counted_in_characters() {
        assert_eq!(Query::new("cap").matched("Čapek"), [0, 1, 2]);
        assert_eq!(Query::new("b a").matched("áb"), [0, 1]);
    }

    #[test]
    fn a_longer_query_narrows_a_shorter_one() {
        let narrows = |now: &str, before: &str| Query::new(now).narrows(&Query::new(before));
        assert!(narrows("luk ru", "luk"));
        assert!(narrows("luka", "luk"));
        assert!(narrows("luka rus", "lu r"));
        assert!(!narrows("lu", "luk"));
        assert!(!narrows("put", "luk"));
        assert!(narrows("anything", ""));
    }

    proptest! {
        #[test]
        fn the_filters_reject_only_what_the_scorer_rejects(title in "[a-dA-DéÉßСсİ ]{0,20}", query in "[a-dA-DéÉßСс]{1,4}") {
            let haystack = Haystack::new(&title);
            let word = &Query::new(&query).words[0].0;
            let scored = MATCHER.fuzzy_match(haystack.text(&title), word).is_some();
            prop_assert_eq!(score(&title, &query).is_some(), scored);
        }

        #[test]
        fn what_matches_a_narrower_query_matched_before(title in "[a-c ]{0,12}", query in "[a-c ]{0,6}", more in "[a-c ]{0,3}") {
            let (before, now) = (query.clone(), query + &more);
            if score(&title, &now).is_some() && Query::new(&now).narrows(&Query::new(&before)) {
                prop_assert!(score(&title, &before).is_some());
            }
        }
    }
}
