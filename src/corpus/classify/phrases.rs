//! The words by which `classify` knows a line, by where they stand. Each list begins in English and goes on
//! in German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian and Belarusian, as far
//! as these have words for it.

mod behind;
mod labels;
mod site;

use std::collections::HashMap;

pub(super) use behind::{CREDITS, RELATED, RELATED_WHOLE, REPLY, REPLY_HEADING, RIGHTS, SHARE, SHARE_WHOLE};
pub(super) use labels::{AUTHORS, CHANGED, OTHER_LABELS, PUBLISHED, SOURCES};
pub(super) use site::{FILE_ENDINGS, SECTIONS, SITE, SITE_WHOLE, SOCIAL, SOCIAL_DOMAINS};

/// A list of phrases in lower case, found by their first words, so that a long list takes no longer than a
/// short one.
pub(super) struct Phrases(HashMap<&'static str, Vec<&'static str>>);

impl Phrases {
    /// The phrases in `list`, parted by semicolons; line ends and spaces around them don't count.
    pub(super) fn new(list: &'static str) -> Self {
        let mut phrases: HashMap<_, Vec<_>> = HashMap::new();
        for phrase in list.split(';').map(str::trim).filter(|phrase| !phrase.is_empty()) {
            phrases.entry(first(phrase)).or_default().push(phrase);
        }
        Self(phrases)
    }

    /// Whether `lower` is one of the phrases.
    pub(super) fn holds(&self, lower: &str) -> bool {
        self.0.get(first(lower)).is_some_and(|phrases| phrases.contains(&lower))
    }

    /// The longest phrase with which `lower` begins: the whole of its last word, or up to its colon.
    pub(super) fn begun(&self, lower: &str) -> Option<&'static str> {
        let begins = |phrase: &&&str| {
            let rest = lower.strip_prefix(**phrase);
            rest.is_some_and(|rest| phrase.ends_with(':') || !rest.starts_with(char::is_alphanumeric))
        };
        self.0.get(first(lower))?.iter().filter(begins).max_by_key(|phrase| phrase.len()).copied()
    }

    /// Whether one of the phrases stands anywhere in `lower`.
    pub(super) fn within(&self, lower: &str) -> bool {
        let starts = |at: &usize| *at == 0 || !lower[..*at].ends_with(char::is_alphanumeric);
        let words = lower.char_indices().map(|(at, _)| at).filter(starts);
        words.filter_map(|at| lower.get(at..)).any(|rest| self.begun(rest).is_some())
    }
}

/// The letters and digits at the beginning.
fn first(phrase: &str) -> &str {
    let end = phrase.find(|c: char| !c.is_alphanumeric()).unwrap_or(phrase.len());
    &phrase[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_begun_by_whole_words_and_the_longest_counts() {
        let phrases = Phrases::new("read; read more; photo:;\n  tout accepter");
        assert_eq!(phrases.begun("read more: talks"), Some("read more"));
        assert_eq!(phrases.begun("reader"), None);
        assert_eq!(phrases.begun("photo:ap"), Some("photo:"));
        assert!(phrases.holds("tout accepter") && !phrases.holds("tout") && !phrases.holds(""));
        assert!(phrases.within("please read it") && !phrases.within("tout"));
    }

    #[test]
    fn every_phrase_is_in_lower_case_and_none_is_twice_in_a_list() {
        let lists = [
            &CREDITS,
            &RELATED,
            &RELATED_WHOLE,
            &REPLY,
            &REPLY_HEADING,
            &RIGHTS,
            &SHARE,
            &SHARE_WHOLE,
            &AUTHORS,
            &CHANGED,
            &OTHER_LABELS,
            &PUBLISHED,
            &SOURCES,
            &SITE,
            &SITE_WHOLE,
            &SECTIONS,
            &SOCIAL,
        ];
        for list in lists {
            for (first, phrases) in &list.0 {
                assert!(!first.is_empty(), "{phrases:?}");
                for (at, phrase) in phrases.iter().enumerate() {
                    assert_eq!(*phrase, phrase.to_lowercase());
                    assert!(!phrases[..at].contains(phrase), "{phrase}");
                    assert!(!phrase.contains('\n'), "{phrase}");
                }
            }
        }
    }
}
