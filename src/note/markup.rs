//! What stands in a note: tags (`#trade`) and links (`[[Title]]`, `@Kowalska`, `@[Anna Kowalska]`).

use std::collections::HashSet;

use crate::text::Span;

/// Something in a note that means more than its letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A tag, without its `#`.
    Tag(String),
    /// A link to the document of that title or file name.
    Document(String),
    /// A link to whoever has that name.
    Entity(String),
}

/// Characters of a tag or a link at most. What is longer is text.
const LONGEST: usize = 300;

/// The marks of a note, in order, each with where it stands. Nothing in code (between backticks) is one, nor a
/// `#` that begins a heading, nor an `@` within a word, as in an address. Linear in the note.
pub fn marks(body: &str) -> Vec<(Span, Mark)> {
    let mut marks = Vec::new();
    let (mut squares, mut square) = (Ends::of(body, "]]"), Ends::of(body, "]"));
    let mut before = None;
    let mut at = 0;
    while let Some(rest) = body.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let free = before.is_none_or(|before: char| !before.is_alphanumeric() && before != '/');
        let found = match c {
            '`' => {
                let length = code(rest);
                (at, before) = (at + length, Some('`'));
                continue;
            }
            '#' if free && before != Some('#') => tag(rest).map(|(length, tag)| (length, Mark::Tag(tag))),
            '[' => squares.within(at, "[[").map(|(length, name)| (length, Mark::Document(name))),
            '@' if free => square
                .within(at, "@[")
                .or_else(|| word(rest))
                .map(|(length, name)| (length, Mark::Entity(name))),
            _ => None,
        };
        let length = match found {
            Some((length, mark)) => {
                marks.push((Span::new(at, at + length), mark));
                length
            }
            None => c.len_utf8(),
        };
        before = rest[..length].chars().next_back();
        at += length;
    }
    marks
}

/// The tags of a note, each once, in order.
pub fn tags(body: &str) -> Vec<String> {
    // Most notes have none, and all of them are asked with each key while a tag is typed.
    if !body.contains('#') {
        return Vec::new();
    }
    each_once(marks(body).into_iter().filter_map(|(_, mark)| match mark {
        Mark::Tag(tag) => Some(tag),
        Mark::Document(_) | Mark::Entity(_) => None,
    }))
}

/// Each of these once, in order. A note may have as many of them as it has room for.
pub fn each_once(words: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    words.into_iter().filter(|word| seen.insert(word.clone())).collect()
}

/// A word as a tag: without `#`, with only what a tag may hold; `None` where nothing is left.
pub fn as_tag(word: &str) -> Option<String> {
    let word = word.trim().trim_start_matches('#');
    let tag: String = word.chars().map(|c| if is_tag(c) { c } else { '-' }).take(LONGEST).collect();
    let tag = tag.trim_matches(['-', '/']);
    tag.chars().any(char::is_alphabetic).then(|| tag.to_owned())
}

/// What a mention of `name` looks like in a note.
pub fn mention(name: &str) -> String {
    let plain = !name.is_empty() && name.chars().all(char::is_alphanumeric);
    if plain { format!("@{name}") } else { format!("@[{}]", name.replace([']', '\n'], " ")) }
}

/// How far the code at the beginning of `rest` reaches: to as many backticks as it begins with, else over those.
fn code(rest: &str) -> usize {
    let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
    let (fence, behind) = rest.split_at(ticks);
    behind.find(fence).map_or(ticks, |end| ticks + end + ticks)
}

fn is_tag(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '/')
}

/// A tag at the beginning of `rest`: a `#` and letters, digits, `-`, `_` or `/`, with a letter among them, so that
/// `#1` stays a number.
fn tag(rest: &str) -> Option<(usize, String)> {
    let behind = rest.strip_prefix('#')?;
    let length = behind.find(|c: char| !is_tag(c)).unwrap_or(behind.len());
    let tag = behind[..length].trim_end_matches(['-', '/', '_']);
    let right = tag.chars().any(char::is_alphabetic) && tag.chars().nth(LONGEST).is_none();
    right.then(|| (1 + tag.len(), tag.to_owned()))
}

/// Where links of one kind end in a note. What was looked for once isn't looked for again from the next place on, so that
/// a note that is all beginnings of links is read no slower than others.
struct Ends<'a> {
    body: &'a str,
    close: &'static str,
    /// The next place of `close`, and of a line end, from the last place that was asked about; the end where there is none.
    next: [usize; 2],
}

impl<'a> Ends<'a> {
    fn of(body: &'a str, close: &'static str) -> Self {
        Self { body, close, next: [0; 2] }
    }

    /// What stands on one line between `open`, which is at that place, and `close`.
    fn within(&mut self, at: usize, open: &str) -> Option<(usize, String)> {
        let from = at + open.len();
        let behind = self.body.get(at..)?.strip_prefix(open)?;
        for (next, wanted) in self.next.iter_mut().zip([self.close, "\n"]) {
            if *next < from {
                *next = behind.find(wanted).map_or(self.body.len(), |found| from + found);
            }
        }
        let [end, line_end] = self.next;
        let length = end - from;
        if end >= line_end || length > LONGEST * char::MAX.len_utf8() {
            return None;
        }
        let name = &behind[..length];
        let right = !name.trim().is_empty() && name.chars().count() < LONGEST;
        right.then(|| (open.len() + length + self.close.len(), name.trim().to_owned()))
    }
}

/// The word behind an `@`.
fn word(rest: &str) -> Option<(usize, String)> {
    let behind = rest.strip_prefix('@')?;
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'');
    let length = behind.find(|c| !inside(c)).unwrap_or(behind.len());
    let name = behind[..length].trim_end_matches(['-', '’', '\'']);
    let right = name.chars().next().is_some_and(char::is_alphabetic) && name.chars().nth(LONGEST).is_none();
    right.then(|| (1 + name.len(), name.to_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn found(body: &str) -> Vec<String> {
        let show = |(span, mark): (Span, Mark)| match mark {
            Mark::Tag(tag) => format!("{} tag {tag}", span.of(body)),
            Mark::Document(name) => format!("{} document {name}", span.of(body)),
            Mark::Entity(name) => format!("{} entity {name}", span.of(body)),
        };
        marks(body).into_iter().map(show).collect()
    }

    #[test]
    fn tags_and_links_are_found_where_they_stand() {
        assert_eq!(
            found("#trade, see [[The harbour at noon]] and @Kowalska or @[Anna Kowalska].\n#to-do/later"),
            [
                "#trade tag trade",
                "[[The harbour at noon]] document The harbour at noon",
                "@Kowalska entity Kowalska",
                "@[Anna Kowalska] entity Anna Kowalska",
                "#to-do/later tag to-do/later",
            ]
        );
    }

    #[test]
    fn what_only_looks_alike_is_text() {
        for body in [
            "# Heading",
            "## two",
            "#1",
            "a#b",
            "x@example.org",
            "`#code @x [[y]]`",
            "```\n#a\n```",
            "@",
            "[[",
            "[[]]",
            "https://example.org/#part",
        ] {
            assert_eq!(found(body), [""; 0], "{body}");
        }
    }

    #[test]
    fn a_code_that_never_ends_is_text() {
        assert_eq!(found("` #a"), ["#a tag a"]);
    }

    #[test]
    fn a_link_stands_on_one_line_and_is_no_longer_than_a_title() {
        let (long, longer) = ("é".repeat(299), "é".repeat(300));
        assert_eq!(found("[[a\n]] [[b]] @[c\n]"), ["[[b]] document b"]);
        assert_eq!(found(&format!("[[{longer}]] @[{long}]")), [format!("@[{long}] entity {long}")]);
        assert_eq!(found("[[[[a]] @[@[b]] [[c"), ["[[[[a]] document [[a", "@[@[b] entity @[b"]);
    }

    #[test]
    fn a_note_as_long_as_may_be_is_read_in_one_go() {
        let full = |unit: &str| unit.repeat(super::super::LONGEST_BODY / unit.len());
        for unit in ["[[", "@[", "[[@[ ", "[[\n", "[[é", "#1", "` ", "[[]]", "@[]"] {
            assert_eq!(found(&full(unit)), [""; 0], "{unit}");
        }
        let many: String = (0..100_000).map(|number| format!("#t{number} ")).collect();
        assert_eq!(tags(&many).len(), 100_000);
        // Of as many runs of backticks as there is room for none is closed.
        let runs: String = (1..1400).rev().map(|length| "`".repeat(length) + " ").collect();
        assert_eq!(found(&(runs + "#a")), ["#a tag a"]);
    }

    #[test]
    fn a_word_becomes_a_tag() {
        assert_eq!(as_tag(" #two words "), Some("two-words".into()));
        assert_eq!(as_tag("12"), None);
        assert_eq!(as_tag("#"), None);
        assert_eq!(tags("#a #b #a"), ["a", "b"]);
    }

    #[test]
    fn a_mention_is_found_again() {
        for name in ["Kowalska", "Anna Kowalska", "O’Neill", "Лукашенко", "U.N."] {
            let body = format!("see {} there", mention(name));
            assert_eq!(marks(&body)[0].1, Mark::Entity(name.to_owned()), "{body}");
        }
    }

    proptest! {
        #[test]
        fn marks_stand_in_order_on_characters(body in "[#@\\[\\]`a1é \n-]{0,60}") {
            let mut last = 0;
            for (span, _) in marks(&body) {
                prop_assert!(span.start >= last && span.end > span.start);
                prop_assert!(body.get(span.range()).is_some());
                last = span.end;
            }
        }
    }
}
