//! Fuzzy search over titles.
//!
//! `fuzzy-matcher` scores. Two cheap filters decide first whether there is anything to score: the set of
//! letters of the title as bits, then where these letters stand. From that a bound is told which is the score
//! itself but for rare characters; so only those that stand at the top of the list are scored.

mod bound;
mod code;
mod columns;
mod search;

use std::borrow::Cow;
use std::sync::LazyLock;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use bound::Bound;
use code::{Block, code, letters, plain};
pub use columns::Titles;
pub use search::{Match, best_first};

/// The scorer. It is stateless but for scratch memory that each thread has of its own.
static SCORER: LazyLock<SkimMatcherV2> = LazyLock::new(scorer);

fn scorer() -> SkimMatcherV2 {
    SkimMatcherV2::default().ignore_case()
}

/// Words of a query that are looked at; more would only slow a paste down.
const WORDS: usize = 16;

/// Characters of a word that are looked at.
const LETTERS: usize = 64;

/// A query: words that all have to match, in any order, each fuzzily.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// In lower case, without accents.
    text: String,
    /// Its characters as bytes, and the set of them.
    codes: Vec<u8>,
    letters: u64,
    /// Where its characters outside ASCII are from.
    block: Block,
}

impl Query {
    /// What a person typed. `fuzzy-matcher` takes a query with a space as one pattern, so it is split here.
    pub fn new(typed: &str) -> Self {
        let word = |word: &str| {
            let text: String = word.chars().take(LETTERS).map(plain).flat_map(char::to_lowercase).collect();
            let codes: Vec<u8> = text.chars().map(code).collect();
            let letters = codes.iter().fold(0, |set, code| set | letters(*code));
            let block = text.chars().fold(Block::default(), Block::with);
            Word { text, codes, letters, block }
        };
        Self { words: typed.split_whitespace().take(WORDS).map(word).collect() }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether whatever matches this has matched `earlier` too, so that only its matches need be looked at.
    pub fn narrows(&self, earlier: &Self) -> bool {
        let mut rest = self.words.iter();
        earlier.words.iter().all(|word| rest.any(|longer| longer.text.starts_with(&word.text)))
    }

    /// How well `title` matches, more is better; `None` where it doesn't.
    pub fn score(&self, title: &str) -> Option<i64> {
        let text = plain_text(title);
        let score = |word: &Word| word.asks(|scorer| scorer.fuzzy_match(&text, &word.text));
        self.words.iter().try_fold(0, |sum, word| Some(sum + score(word)?))
    }

    /// The characters of `title` that matched, by number, sorted.
    pub fn matched(&self, title: &str) -> Vec<usize> {
        let text = plain_text(title);
        let indices = |word: &Word| word.asks(|scorer| scorer.fuzzy_indices(&text, &word.text));
        let mut matched: Vec<usize> =
            self.words.iter().filter_map(indices).flat_map(|(_, indices)| indices).collect();
        matched.sort_unstable();
        matched.dedup();
        matched
    }

    /// What the scorer can give at most to the title of that number, which is `title()`; `None` where it
    /// doesn't match.
    fn bound<'t>(
        &self,
        titles: &Titles,
        at: usize,
        scratch: &mut Bound,
        title: impl FnOnce() -> &'t str,
    ) -> Option<i64> {
        if !self.words.iter().all(|word| titles.has(at, word.letters)) {
            return None;
        }
        let (codes, block) = (titles.codes(at), titles.block(at));
        if codes.is_empty() || !self.words.iter().all(|word| word.block.is_apart_in(block)) {
            return self.score(title());
        }
        self.words.iter().try_fold(0, |sum, word| Some(sum + i64::from(scratch.score(codes, &word.codes)?)))
    }
}

impl Word {
    /// What `ask` makes of the scorer. Where the word has two like letters in a row, a scorer looks at memory
    /// that it has left from the title before: so it is a new one then, which has none.
    fn asks<T>(&self, ask: impl FnOnce(&SkimMatcherV2) -> T) -> T {
        let repeats = self.codes.windows(2).any(|pair| pair.first() == pair.last());
        if repeats { ask(&scorer()) } else { ask(&SCORER) }
    }
}

/// A title as it is searched: its accents taken away, character for character.
fn plain_text(title: &str) -> Cow<'_, str> {
    if title.is_ascii() { title.into() } else { title.chars().map(plain).collect::<String>().into() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn score(title: &str, query: &str) -> Option<i64> {
        Query::new(query).score(title)
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
        fn the_bound_is_the_score_but_for_rare_characters(
            title in "[abAB .(/1é]{0,40}|[a-dA-DéÉßСсİ –]{0,20}|.{0,150}|[ab]{0,5} {0,140}[ab]{0,9}",
            query in "[ab1]{1,6}|[a-dA-DéÉßСс]{1,4}|.{1,3}",
        ) {
            let query = Query::new(&query);
            let titles: Titles = [title.as_str()].into_iter().collect();
            let bound = query.bound(&titles, 0, &mut Bound::default(), || &title);
            let score = query.score(&title);
            prop_assert_eq!(bound.is_some(), score.is_some());
            prop_assert!(bound >= score);
            let is_plain = |text: &str| text.chars().all(|c| c.is_ascii() && c > '\x01');
            if is_plain(&title) {
                prop_assert_eq!(bound, score);
            }
        }

        #[test]
        fn a_scorer_that_has_worked_scores_as_a_new_one(titles in prop::collection::vec("[abAB ]{0,12}", 1..6), query in "[ab]{1,6}") {
            let query = Query::new(&query);
            for title in &titles {
                let new = SkimMatcherV2::default().ignore_case();
                let word = query.words.first().map_or("", |word| word.text.as_str());
                prop_assert_eq!(query.score(title), new.fuzzy_match(title, word));
            }
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
