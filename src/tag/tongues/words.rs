//! Words of a language: tokens with the flags of its tables, elided words apart, figures marked.

use super::super::Mention;
use super::super::key::key;
use super::super::scan::{Shape, Token, scan, split};
use super::lexis::{Lexis, flag};
use crate::text::Span;

/// Fills `tokens` with the words of a piece of text; `scanned` is memory to use. `figures` are in order.
pub(super) fn words(
    text: &str,
    span: Span,
    lexis: &Lexis,
    figures: &[Mention],
    scanned: &mut Vec<Token>,
    tokens: &mut Vec<Token>,
) {
    scanned.clear();
    tokens.clear();
    scan(text, span, scanned);
    let mut figures =
        figures[figures.partition_point(|figure| figure.span.end <= span.start)..].iter().peekable();
    for &token in scanned.iter() {
        while figures.next_if(|figure| figure.span.end <= token.span.start).is_some() {}
        let figure = figures.peek().is_some_and(|figure| figure.span.start < token.span.end);
        let from = tokens.len();
        word(text, token, lexis, tokens);
        for token in &mut tokens[from..] {
            if token.key != 0 {
                token.flags = lexis.flags(token.key) | given_by_half(text, token, lexis);
            }
            if figure {
                token.flags |= flag::FIGURE;
            }
        }
    }
    for at in 1..tokens.len() {
        let stop = tokens[at - 1].is('.') && !tokens[at - 1].spaced;
        let short = stop && at > 1 && tokens[at - 2].has(flag::ABBREVIATION);
        if short || tokens[at - 1].dotted {
            tokens[at].start = false;
        }
    }
}

/// Adds a token, parted behind an elided word.
fn word(text: &str, token: Token, lexis: &Lexis, tokens: &mut Vec<Token>) {
    let whole = token.span.of(text);
    let apostrophe = whole.char_indices().find(|(_, c)| matches!(c, '\'' | '’'));
    if let Some((at, sign)) = apostrophe.filter(|_| !lexis.elided.is_empty() && token.key != 0)
        && let Some(before) = whole.get(..at).map(str::to_lowercase)
        && lexis.elided.contains(&before.as_str())
        && whole.len() > at + sign.len_utf8()
    {
        let (mut first, mut second) = split(text, &token, (at + sign.len_utf8()) as u32, 0);
        // "L'Ukraine": the first half has the capital of the sentence, the second its own.
        first.key = key(&before);
        (second.spaced, second.possessive) = (true, token.possessive);
        second.dotted = token.dotted;
        tokens.push(first);
        return tokens.push(second);
    }
    tokens.push(token);
}

/// "Jean-Yves" is a given name, since both halves have a capital and the first is one.
fn given_by_half(text: &str, token: &Token, lexis: &Lexis) -> u32 {
    let hyphen = token.hyphen as usize;
    let Some((first, rest)) = token.span.of(text).split_at_checked(hyphen).filter(|_| hyphen > 0) else {
        return 0;
    };
    let second = rest.trim_start_matches(['-', '\u{2010}', '\u{2011}']);
    let shaped =
        token.shape == Shape::Title && second.starts_with(char::is_uppercase) && second.chars().count() > 2;
    let both = !lexis.tongue.nouns_capital || lexis.flags(key(second)) & flag::GIVEN != 0;
    if shaped && both { lexis.flags(key(first)) & flag::GIVEN } else { 0 }
}
