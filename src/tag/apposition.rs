//! What stands behind a person's name between commas and says who that is: "…, the president of Belarus, said".
//!
//! English rules, and careful ones: a comma, perhaps an age, an article and some words, then a role, then perhaps "of",
//! "for", "in" or "at" and what it is of; a comma, a stop or a bracket has to close it within some words.

use super::lexicon::{LEXICON, flag};
use super::scan::{Shape, Token, scan};
use crate::text::{Span, Text};

/// Bytes behind a name that are looked at.
const LOOK: usize = 160;

/// Words of the role and what stands before it, at most.
const HEAD: usize = 7;

/// Words behind the role, at most.
const TAIL: usize = 10;

/// Words that lead from a role to what it is of.
const LINKS: &[&str] = &["of", "for", "in", "at", "to", "from"];

/// Small words that may stand in what a role is of.
const INSIDE: &[&str] =
    &["of", "for", "in", "at", "the", "and", "on", "to", "from", "de", "s", "a", "an", "its"];

/// The words behind a name that say who that is, without an article.
pub(super) fn behind(text: &Text, name: Span) -> Option<Span> {
    let all = text.as_str();
    let block = text.blocks().get(text.block_at(name.start as usize)?)?.span;
    let end = all.floor_char_boundary((name.end as usize).saturating_add(LOOK)).min(block.end as usize);
    let rest = all.get(name.end as usize..end)?;
    if !rest.starts_with(", ") {
        return None;
    }
    let mut tokens = Vec::new();
    scan(all, Span::new(name.end as usize + 2, end), &mut tokens);
    // "…, 66, the president": an age with its comma.
    let age = matches!(tokens.as_slice(), [age, comma, ..] if age.shape == Shape::Number && comma.is(','));
    let tokens = tokens.get(if age { 2 } else { 0 }..)?;
    let article =
        tokens.first().is_some_and(|first| matches!(first.span.of(all), "the" | "a" | "an" | "The"));
    let tokens = tokens.get(usize::from(article)..)?;
    let role = role(all, tokens)?;
    let last = tail(all, tokens, role)?;
    let (first, last) = (tokens.first()?, tokens.get(last)?);
    Some(first.span.join(last.span))
}

/// Bytes before a title that are looked at.
const BEFORE: usize = 40;

/// A title with the place or people right before it: "Belarusian President", "Russia's health minister".
pub(super) fn with_place(text: &Text, title: Span) -> Span {
    let all = text.as_str();
    let Some(block) = text.block_at(title.start as usize).and_then(|block| text.blocks().get(block)) else {
        return title;
    };
    let from =
        all.ceil_char_boundary((title.start as usize).saturating_sub(BEFORE)).max(block.span.start as usize);
    let Some(before) = all.get(from..title.start as usize).and_then(|before| before.strip_suffix(' ')) else {
        return title;
    };
    // The first word may be cut; it is never the one right before the title, unless that is longer than any name.
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let mut tokens = Vec::new();
    scan(all, Span::new(from + start, from + before.len()), &mut tokens);
    match tokens.as_slice() {
        [word] if word.capital() && LEXICON.flags(word.key) & (flag::DEMONYM | flag::PLACE) != 0 => {
            word.span.join(title)
        }
        _ => title,
    }
}

/// Where the role stands, the last word of what stands before its "of".
fn role(text: &str, tokens: &[Token]) -> Option<usize> {
    let mut last = None;
    for (at, token) in tokens.iter().enumerate().take(HEAD) {
        let word = token.span.of(text);
        if ends(token) || LINKS.contains(&word) || word == "and" {
            break;
        }
        let flags = LEXICON.flags(token.key);
        let describes = flags & (flag::ROLE | flag::MODIFIER | flag::DEMONYM) != 0;
        if token.key == 0 || (flags & (flag::FUNCTION | flag::SPEECH) != 0 && !describes) {
            return None;
        }
        last = Some(at);
    }
    let at = last?;
    let token = tokens.get(at)?;
    let is_role = LEXICON.flags(token.key) & flag::ROLE != 0 && !token.possessive;
    // Before a name it is a title of somebody else: "Putin, President Lukashenko".
    is_role.then_some(at)
}

/// The last word of what the role is of, or the role itself; `None` where nothing closes it.
fn tail(text: &str, tokens: &[Token], role: usize) -> Option<usize> {
    let mut last = role;
    for (at, token) in tokens.iter().enumerate().skip(role + 1).take(TAIL + 1) {
        if ends(token) {
            // A number with commas and the like is no end.
            return Some(last);
        }
        let word = token.span.of(text);
        let flags = LEXICON.flags(token.key);
        let small = flags & (flag::FUNCTION | flag::SPEECH) != 0 && !token.capital();
        if token.key == 0 || (small && !INSIDE.contains(&word)) {
            return None;
        }
        // Right behind the role a small word has to lead on, or two things are told here.
        if at == role + 1 && !LINKS.contains(&word) && word != "and" {
            return None;
        }
        last = at;
    }
    // The end of the paragraph closes it as well, where all of it was seen.
    (last + 1 == tokens.len() && tokens.len() <= role + TAIL).then_some(last)
}

/// Whether a token closes what stands between commas.
fn ends(token: &Token) -> bool {
    [',', '.', ';', ':', ')', '!', '?', '—', '–', '”', '"'].iter().any(|mark| token.is(*mark))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::text::Block;

    fn text(content: &str) -> Text {
        Text::new(content.into(), vec![Block::paragraph(Span::new(0, content.len()))])
    }

    /// What is said behind the first `name`.
    fn said<'a>(content: &'a str, name: &str) -> &'a str {
        let at = content.find(name).unwrap();
        let span = behind(&text(content), Span::new(at, at + name.len()));
        span.map_or("", |span| span.of(content))
    }

    #[test]
    fn a_role_between_commas_says_who_that_is() {
        for (behind, expected) in [
            (", president of Belarus, said so", "president of Belarus"),
            (", the president of Belarus, said so", "president of Belarus"),
            (", a Prime Minister of Russia.", "Prime Minister of Russia"),
            (", the country's foreign minister, came", "country's foreign minister"),
            (", 66, president of Belarus, said", "president of Belarus"),
            (", a veteran opposition politician, left", "veteran opposition politician"),
            (
                ", chairman of the National Bank and a founder of the club, left",
                "chairman of the National Bank and a founder of the club",
            ),
            (", Russian ambassador to Minsk; he", "Russian ambassador to Minsk"),
            (", spokesman for the Kremlin", "spokesman for the Kremlin"),
        ] {
            let content = format!("Ivan Petrov{behind}");
            assert_eq!(said(&content, "Ivan Petrov"), expected, "{content}");
        }
    }

    #[test]
    fn what_is_no_role_or_somebody_elses_is_none() {
        for behind in [
            " the president of Belarus, said",
            ", president of Belarus",
            ", President Alexander Lukashenko and others came",
            ", Belarusian President Alexander Lukashenko, Igor Sechin and others",
            ", said the president of Belarus, and went",
            ", who is president of Belarus, said",
            ", the president said on Monday, would",
            ", and the leader of Belarus, met",
            ", Minsk, 12 June",
            ", the man who became president, left",
            "",
        ] {
            let content = format!("Ivan Petrov{behind}");
            let found = said(&content, "Ivan Petrov");
            assert!(found.is_empty() || content.ends_with(found), "{content}: {found}");
        }
    }

    #[test]
    fn a_title_takes_the_place_before_it_along() {
        for (before, expected) in [
            ("the Belarusian ", "Belarusian President"),
            ("Belarus ", "Belarus President"),
            ("Russia’s ", "Russia’s President"),
            ("In Minsk, ", "President"),
            ("the old ", "President"),
            ("", "President"),
        ] {
            let content = format!("{before}President Ivan Petrov said");
            let title = Span::new(before.len(), before.len() + "President".len());
            assert_eq!(with_place(&text(&content), title).of(&content), expected, "{content}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_a_span_behind_the_name_or_none(
            content in "(Ivan Petrov|, |the |president |of |Belarus|, said|\\. |\\PC{0,12}|’s |é|66){0,16}",
            at in 0usize..80, length in 0usize..20,
        ) {
            let all = text(&content);
            let (start, end) = (content.floor_char_boundary(at), content.floor_char_boundary(at + length));
            if let Some(span) = behind(&all, Span::new(start, end)) {
                prop_assert!(span.start as usize >= end && content.get(span.range()).is_some());
            }
            prop_assert!(content.get(with_place(&all, Span::new(start, end)).range()).is_some());
            behind(&all, Span { start: at as u32, end: (at + length) as u32 });
            with_place(&all, Span { start: at as u32, end: (at + length) as u32 });
        }
    }
}
