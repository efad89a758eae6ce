//! Refining tokens: flags for words with a capital, and words parted that only a scraper or a hyphen joined.

use super::evidence::Evidence;
use super::lexicon::{LEXICON, flag};
use super::scan::{Shape, Token, split};
use crate::text::Span;

/// Beginnings of names that have a capital inside by right.
const INNER_CAPITALS: &[&str] =
    &["Mc", "Mac", "De", "Di", "Du", "Da", "La", "Le", "Van", "Von", "Fitz", "O", "Al", "El"];

/// Fills `refined` with the tokens, parted where evidence says so and with their flags.
pub(super) fn refine(text: &str, tokens: &[Token], evidence: &Evidence, refined: &mut Vec<Token>) {
    refined.clear();
    for &token in tokens {
        match token.shape {
            Shape::Number | Shape::Address | Shape::Mark(_) => refined.push(token),
            Shape::Lower if token.hyphen == 0 && token.inner_capital == 0 => refined.push(token),
            _ => word(text, token, evidence, refined),
        }
    }
}

fn word(text: &str, mut token: Token, evidence: &Evidence, refined: &mut Vec<Token>) {
    token.flags = LEXICON.flags(token.key);
    let whole = token.span.of(text);
    if token.inner_capital > 0
        && !token.has(flag::FIRST)
        && let Some((before, _)) = whole.split_at_checked(token.inner_capital as usize)
    {
        let glued = if token.shape == Shape::Lower {
            matches!(before, "st" | "nd" | "rd" | "th") && !token.spaced
        } else {
            let (_, second) = split(text, &token, token.inner_capital, 0);
            let seen = evidence.of(second.key);
            !INNER_CAPITALS.contains(&before)
                && (seen.inside + seen.start > 0 || known(LEXICON.flags(second.key)))
        };
        if glued {
            let (first, second) = split(text, &token, token.inner_capital, 0);
            hyphened(text, first, evidence, refined);
            // What a scraper glued was a word of its own.
            return hyphened(text, Token { spaced: true, ..second }, evidence, refined);
        }
    }
    hyphened(text, token, evidence, refined);
}

fn hyphened(text: &str, mut token: Token, evidence: &Evidence, refined: &mut Vec<Token>) {
    token.flags = LEXICON.flags(token.key);
    let hyphen = token.hyphen;
    let Some((before, after)) = token.span.of(text).split_at_checked(hyphen as usize).filter(|_| hyphen > 0)
    else {
        return refined.push(token);
    };
    let sign = after.chars().next().map_or(0, char::len_utf8);
    let (first, second) = split(text, &token, hyphen, sign as u32);
    let first_flags = LEXICON.flags(first.key);
    if token.shape == Shape::Lower {
        // "al-Assad": the article is a part of the name.
        let name = first_flags & flag::PARTICLE != 0 && second.capital()
            || matches!(before, "ash" | "ad" | "ar" | "as" | "at" | "an" | "ul" | "abu") && second.capital();
        if name {
            token.shape = Shape::Title;
        }
        return refined.push(token);
    }
    if token.has(flag::FIRST | flag::GIVEN | flag::DEMONYM | flag::ROLE | flag::PLAIN_ACRONYM) {
        return refined.push(token);
    }
    let named = |half: &Token, flags: u32| {
        let seen = evidence.of(half.key);
        known(flags) || LEXICON.acronym(half.key).is_some() && half.shape == Shape::Caps || seen.person > 0
    };
    let second_flags = LEXICON.flags(second.key);
    let parted = if second.capital() {
        (named(&first, first_flags) && named(&second, second_flags))
            || (first_flags | second_flags) & flag::DEMONYM != 0
            || (named(&first, first_flags) && second_flags & flag::COMMON != 0)
    } else {
        named(&first, first_flags) || first_flags & flag::DEMONYM != 0
    };
    if parted {
        let end = first.span.end;
        refined.push(Token { flags: first_flags, ..first });
        refined.push(Token {
            span: Span { start: end, end: second.span.start },
            key: 0,
            shape: Shape::Mark('-'),
            spaced: false,
            possessive: false,
            flags: 0,
            ..token
        });
        return hyphened(text, second, evidence, refined);
    }
    if !second.capital() && second.shape != Shape::Number {
        // "Anti-government", "Pre-war": a word like any other.
        token.shape = Shape::Lower;
    } else if first_flags & flag::GIVEN != 0 && second.capital() {
        token.flags |= flag::GIVEN;
    }
    refined.push(token);
}

fn known(flags: u32) -> bool {
    flags & (flag::PLACE | flag::KNOWN_BODY) != 0
}
