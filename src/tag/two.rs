//! Which people a sentence has as two: "Putin and V. Putin's brother", "Smith met Smith Jr."
//!
//! Careful rules, as what they find parts names that are otherwise taken for one: a word for "and" between two names, a
//! word for what two do together, or a word for a relative. Commas only go where a list ends with such a word, since
//! what stands between commas may say who somebody is.

use super::{Kind, Mention};
use crate::text::{Span, Text};

/// Bytes between two names that are looked at.
const LOOK: usize = 64;

/// Words between two names, at most.
const WORDS: usize = 5;

/// Words that join two, and nothing else between them.
const AND: &[&str] = &[
    "and", "&", "und", "et", "y", "e", "и", "і", "i", "og", "och", "en", "oraz", "та", "with", "versus", "vs",
];

/// Words for what one does with another.
const WITH: &[&str] = &[
    "met",
    "meets",
    "meet",
    "meeting",
    "told",
    "tells",
    "thanked",
    "beat",
    "defeated",
    "succeeded",
    "replaced",
    "congratulated",
    "accused",
    "invited",
    "phoned",
    "telephoned",
    "with",
    "traf",
    "rencontré",
    "встретился",
];

/// Words for those who belong to somebody, and aren't them.
const RELATIVES: &[&str] = &[
    "brother",
    "sister",
    "son",
    "daughter",
    "father",
    "mother",
    "wife",
    "husband",
    "cousin",
    "uncle",
    "aunt",
    "nephew",
    "niece",
    "grandson",
    "granddaughter",
    "grandfather",
    "widow",
    "predecessor",
    "successor",
    "rival",
];

/// Words behind which stands another name of the same.
const ALIAS: &[&str] = &[
    "known",
    "born",
    "alias",
    "aka",
    "né",
    "née",
    "nicknamed",
    "called",
    "formerly",
    "or",
    "as",
    "pseudonym",
];

/// How two names stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    /// They are two people.
    Two,
    /// A comma: so are they where what follows says it of the next.
    Comma,
    /// Nothing is known.
    Open,
}

/// The mentions of people, by their numbers, that a sentence has as two; each time the one before the other.
pub(super) fn people(text: &Text, mentions: &[Mention]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    // Where names between commas begin that may be a list.
    let mut listed: Option<usize> = None;
    for (at, pair) in mentions.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        if one.kind != Kind::Person || other.kind != Kind::Person {
            listed = None;
            continue;
        }
        match between(text, one, other) {
            Between::Two => {
                let first = listed.take().unwrap_or(at);
                // A hostile list of thousands of names makes no more pairs than names.
                pairs.extend((first..=at).rev().take(WORDS).map(|before| (before, at + 1)));
                listed = None;
            }
            Between::Comma => listed = listed.or(Some(at)),
            Between::Open => listed = None,
        }
    }
    pairs
}

fn between(text: &Text, one: &Mention, other: &Mention) -> Between {
    let begin = other.title.filter(|title| title.start >= one.span.end).unwrap_or(other.span).start;
    let span = Span { start: one.span.end, end: begin };
    if span.end < span.start || span.len() > LOOK {
        return Between::Open;
    }
    let Some(between) = text.as_str().get(span.range()) else { return Between::Open };
    if between.trim() == "," {
        return Between::Comma;
    }
    let (possessive, rest) = match between.strip_prefix("’s").or_else(|| between.strip_prefix("'s")) {
        Some(rest) => (true, rest),
        None => (false, between),
    };
    let rest = rest.strip_prefix(',').filter(|_| !possessive).unwrap_or(rest);
    if rest.contains(|c: char| !c.is_alphabetic() && !matches!(c, ' ' | '&' | '\u{a0}' | '\n'))
        || rest.contains("\n\n")
    {
        return Between::Open;
    }
    let words: Vec<String> = rest.split_whitespace().map(str::to_lowercase).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let two = match words.as_slice() {
        [] => false,
        _ if words.len() > WORDS || has(ALIAS) => false,
        [joined] if !possessive && AND.contains(&joined.as_str()) => true,
        // "Putin’s brother Vladimir", and "Putin and his brother Vladimir", but not "Putin, his brother Vladimir said".
        _ if has(RELATIVES) => possessive || words.first().is_some_and(|word| AND.contains(&word.as_str())),
        _ => !possessive && !between.starts_with(',') && has(WITH),
    };
    if two { Between::Two } else { Between::Open }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::tag::Cast;
    use crate::text::Block;

    fn text(content: &str) -> Text {
        Text::new(content.into(), vec![Block::paragraph(Span::new(0, content.len()))])
    }

    /// The mentions of the words between brackets, and the text without these.
    fn marked(marked: &str) -> (Text, Vec<Mention>) {
        let (mut content, mut mentions, mut start) = (String::new(), Vec::new(), 0);
        for c in marked.chars() {
            match c {
                '[' => start = content.len(),
                ']' => mentions.push(Mention {
                    span: Span::new(start, content.len()),
                    kind: Kind::Person,
                    title: None,
                    value: None,
                    confidence: 90,
                }),
                _ => content.push(c),
            }
        }
        (text(&content), mentions)
    }

    fn pairs(sentence: &str) -> Vec<(usize, usize)> {
        let (text, mentions) = marked(sentence);
        people(&text, &mentions)
    }

    #[test]
    fn who_is_joined_to_another_or_does_something_with_them_is_somebody_else() {
        for sentence in [
            "[Putin] and [V. Putin]’s brother",
            "[Smith] met [Smith Jr.]",
            "[Lukashenko]’s son [Viktor Lukashenko]",
            "[Bush], and his son [George Bush]",
            "[Kim] met on Monday with [Kim Jong-un]",
        ] {
            assert_eq!(pairs(sentence), [(0, 1)], "{sentence}");
        }
        assert_eq!(pairs("[Putin], [Medvedev] and [V. Putin] came"), [(1, 2), (0, 2)]);
    }

    #[test]
    fn another_name_of_somebody_or_what_isnt_told_is_no_second() {
        for sentence in [
            "[Batka], [Lukashenko], said",
            "[Kirill], born [Vladimir Gundyayev]",
            "[Stalin], also known as [Koba]",
            "[Lukashenko] or [Lukashenka]",
            "[Putin] left. [Vladimir Putin] met nobody",
            "[Putin] said that [Vladimir Putin]",
            "[Putin] (and [Vladimir Putin])",
            "[Clemens] met fame as [Mark Twain]",
        ] {
            assert!(pairs(sentence).is_empty(), "{sentence}");
        }
    }

    /// The names of the people that a cast of these sentences has, and how many pairs it keeps apart.
    fn cast(sentences: &str) -> (Vec<String>, usize) {
        let (text, mentions) = marked(sentences);
        let cast = Cast::new(&text, mentions);
        (cast.entities.into_iter().map(|entity| entity.name).collect(), cast.apart.len())
    }

    #[test]
    fn a_cast_has_those_as_two_whom_a_sentence_has_as_two() {
        for (sentences, people, apart) in [
            (
                "[Vladimir Putin] left. [Putin] and [V. Putin]’s brother came.",
                &["Vladimir Putin", "V. Putin"][..],
                1,
            ),
            ("[Vladimir Putin] left. [V. Putin] spoke, [Putin] left.", &["Vladimir Putin"], 0),
            ("[Smith] met [Smith Jr.]", &["Smith", "Smith Jr."], 1),
            ("[John Smith] met [John Smith]. [Smith] left.", &["John Smith"], 0),
            ("[George Bush] and [George W. Bush] came.", &["George Bush", "George W. Bush"], 1),
            (
                "[Alexander Lukashenko] left. [Lukashenko] met [Vladimir Putin].",
                &["Alexander Lukashenko", "Vladimir Putin"],
                0,
            ),
        ] {
            assert_eq!(
                cast(sentences),
                (people.iter().map(|&name| name.to_owned()).collect(), apart),
                "{sentences}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_mentions_of_any_text_give_pairs_in_order(
            content in "(Putin|, | and | met |’s |brother |\\. |\\PC{0,6}|é){0,24}",
            spans in prop::collection::vec((0u32..90, 0u32..12, any::<bool>()), 0..12),
        ) {
            let mut mentions: Vec<Mention> = spans
                .iter()
                .map(|&(start, length, person)| Mention {
                    span: Span { start, end: start + length },
                    kind: if person { Kind::Person } else { Kind::Place },
                    title: None,
                    value: None,
                    confidence: 90,
                })
                .collect();
            mentions.sort_by_key(|mention| mention.span.start);
            for (one, other) in people(&text(&content), &mentions) {
                prop_assert!(one < other && other < mentions.len());
            }
        }
    }
}
