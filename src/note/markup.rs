//! What stands in a note: tags (`#trade`) and links (`[[Title]]`, `@Kowalska`, `@[Anna Kowalska]`).

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
            '[' => within(rest, "[[", "]]").map(|(length, name)| (length, Mark::Document(name))),
            '@' if free => within(rest, "@[", "]")
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
    let mut tags: Vec<String> = Vec::new();
    // Most notes have none, and all of them are asked with each key while a tag is typed.
    if !body.contains('#') {
        return tags;
    }
    for (_, mark) in marks(body) {
        if let Mark::Tag(tag) = mark
            && !tags.contains(&tag)
        {
            tags.push(tag);
        }
    }
    tags
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

/// What stands between `open` and `close` on one line.
fn within(rest: &str, open: &str, close: &str) -> Option<(usize, String)> {
    let behind = rest.strip_prefix(open)?;
    let end =
        behind.char_indices().take(LONGEST).map(|(at, _)| at).find(|at| behind[*at..].starts_with(close))?;
    let name = behind[..end].trim();
    let right = !name.is_empty() && !name.contains('\n');
    right.then(|| (open.len() + end + close.len(), name.to_owned()))
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
