//! Tokens: words, numbers and marks of a piece of text, with what can be seen of each by itself.

use super::key::{Hash, Key, key};
use super::lexicon::{LEXICON, flag};
use super::numbers::is_power;
use super::sums::before_digits;
use crate::text::Span;

/// The form of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word that doesn't begin with a capital, or whose script has none.
    Lower,
    /// A word that begins with a capital.
    Title,
    /// A word all in capitals, of two letters or more.
    Caps,
    /// Digits, with stops, commas, hyphens, slashes and colons among them.
    Number,
    /// An address of a page, file or mailbox.
    Address,
    /// Any other character.
    Mark(char),
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands: without possessive ending, with the stop of an abbreviation.
    pub(super) span: Span,
    /// Its key; 0 for what isn't a word.
    pub(super) key: Key,
    pub(super) shape: Shape,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// Whether it may be capitalised only because it begins a sentence, a quotation or a bracket.
    pub(super) start: bool,
    /// Whether a possessive ending followed.
    pub(super) possessive: bool,
    /// Whether it ends in the stop of an abbreviation.
    pub(super) dotted: bool,
    /// The first hyphen, in bytes from its start; 0 for none.
    pub(super) hyphen: u32,
    /// The first capital right after a small letter, in bytes from its start; 0 for none.
    pub(super) inner_capital: u32,
    /// What the lexicon says of it; set by the rules for words with a capital.
    pub(super) flags: u32,
}

impl Token {
    /// Whether it begins with a capital.
    pub(super) fn capital(&self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Caps)
    }

    /// Whether it is that character.
    pub(super) fn is(&self, mark: char) -> bool {
        self.shape == Shape::Mark(mark)
    }

    /// Whether it has one of these flags of [`flag`].
    pub(super) fn has(&self, flags: u32) -> bool {
        self.flags & flags != 0
    }
}

/// Appends the tokens of `span` of the text, which lies on character boundaries.
pub(super) fn scan(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut scanner = Scanner { text: span.of(text), base: span.start, at: 0, start: true, fresh: true };
    let mut spaced = true;
    while let Some(c) = scanner.peek() {
        if c.is_whitespace() {
            scanner.at += c.len_utf8();
            spaced = true;
            continue;
        }
        let before = tokens.last().map(|token: &Token| token.shape);
        if c.is_ascii_digit() {
            tokens.push(scanner.number(spaced));
        } else if c.is_alphanumeric() {
            scanner.word(spaced, before, tokens);
        } else {
            tokens.push(scanner.mark(c, spaced));
        }
        spaced = false;
    }
}

struct Scanner<'a> {
    text: &'a str,
    base: u32,
    at: usize,
    /// Whether the next word begins a sentence.
    start: bool,
    /// Whether nothing but list markers has been seen.
    fresh: bool,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match *self.text.as_bytes().get(at)? {
            byte if byte.is_ascii() => Some(char::from(byte)),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    fn token(&self, from: usize, to: usize, shape: Shape, spaced: bool) -> Token {
        Token {
            span: Span { start: self.base + from as u32, end: self.base + to as u32 },
            key: 0,
            shape,
            spaced,
            start: self.start,
            possessive: false,
            dotted: false,
            hyphen: 0,
            inner_capital: 0,
            flags: 0,
        }
    }

    fn mark(&mut self, c: char, spaced: bool) -> Token {
        let token = self.token(self.at, self.at + c.len_utf8(), Shape::Mark(c), spaced);
        self.at += c.len_utf8();
        match c {
            '.' | '!' | '?' | '…' | ':' | '“' | '‘' | '«' | '„' | '(' | '[' => self.start = true,
            '"' | '\'' if spaced => self.start = true,
            // A closing quotation mark that stands for an opening one.
            '”' | '’' if spaced => self.start = true,
            ',' | ';' => self.start = false,
            _ => {}
        }
        token
    }

    fn number(&mut self, spaced: bool) -> Token {
        let from = self.at;
        while let Some(c) = self.char_at(self.at) {
            let inner = matches!(c, '.' | ',' | '-' | '/' | ':')
                && self.text.as_bytes().get(self.at + 1).is_some_and(u8::is_ascii_digit);
            if !c.is_ascii_digit() && !inner {
                break;
            }
            self.at += 1;
        }
        let token = self.token(from, self.at, Shape::Number, spaced);
        self.start &= self.fresh;
        token
    }

    fn word(&mut self, spaced: bool, before: Option<Shape>, tokens: &mut Vec<Token>) {
        let from = self.at;
        let (mut at, mut hash) = (from, Hash::new());
        let (mut upper, mut lower, mut hyphen, mut inner_capital) = (0u32, 0u32, 0, 0);
        let (mut last, mut first_upper, mut possessive, mut skip) = (' ', false, false, 0);
        let mut initials = true;
        while let Some(c) = self.char_at(at) {
            let next = self.char_at(at + c.len_utf8());
            if c.is_ascii_digit() && at - from <= 3 && before_digits(&self.text[from..at]) {
                break;
            }
            if c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c) {
                if c.is_uppercase() {
                    upper += 1;
                    first_upper |= at == from;
                    if last.is_lowercase() && inner_capital == 0 {
                        inner_capital = at - from;
                    }
                    initials &= !last.is_alphanumeric();
                } else if c.is_lowercase() {
                    lower += 1;
                    initials = false;
                }
            } else if matches!(c, '-' | '\u{2010}' | '\u{2011}') && next.is_some_and(char::is_alphanumeric) {
                // "5 million-dollar": a power of ten belongs to the number before it.
                if hyphen == 0 && behind_number(tokens) && is_power(hash.key()) {
                    break;
                }
                hyphen = if hyphen == 0 { at - from } else { hyphen };
                initials = false;
            } else if matches!(c, '\'' | '’') && next.is_some_and(char::is_alphabetic) {
                let behind = self.char_at(at + c.len_utf8() + 1);
                if matches!(next, Some('s' | 'S')) && !behind.is_some_and(char::is_alphanumeric) {
                    (possessive, skip) = (true, c.len_utf8() + 1);
                    break;
                }
            } else if c == '.' && initials && upper > 0 && last.is_uppercase() {
                // "U.S", "J.K": a stop between single capitals.
                let single = next.is_some_and(char::is_uppercase)
                    && !self
                        .char_at(at + 1 + next.map_or(0, char::len_utf8))
                        .is_some_and(char::is_alphanumeric);
                if !single {
                    break;
                }
            } else {
                break;
            }
            hash.push(c);
            last = c;
            at += c.len_utf8();
        }
        if let Some(end) = self.address_end(at, before) {
            let token = self.token(from, end, Shape::Address, spaced);
            self.at = end;
            (self.start, self.fresh) = (false, false);
            return tokens.push(token);
        }
        let shape = match (first_upper, upper, lower) {
            (false, ..) => Shape::Lower,
            (true, 2.., 0) => Shape::Caps,
            // "PMCs", "MPs".
            (true, 2.., 1) if last == 's' => Shape::Caps,
            _ => Shape::Title,
        };
        let mut token = self.token(from, at, shape, spaced);
        (token.key, token.possessive) = (hash.key(), possessive);
        (token.hyphen, token.inner_capital) = (hyphen as u32, inner_capital as u32);
        (self.start, self.fresh) = (false, false);
        if !possessive && self.char_at(at) == Some('.') {
            let abbreviated = (initials && upper > 0)
                || (at - from <= 5 && LEXICON.flags(token.key) & flag::ABBREVIATION != 0);
            if abbreviated {
                token.dotted = true;
                token.span.end += 1;
                at += 1;
                self.start = true;
            }
        }
        self.at = at + skip;
        tokens.push(token);
    }

    /// Where an address ends, if the word that ends at `at` is a part of one.
    fn address_end(&self, at: usize, before: Option<Shape>) -> Option<usize> {
        let next = |ahead: usize| self.char_at(at + ahead);
        let inside = match next(0) {
            Some('.') => {
                next(1).is_some_and(|c| c.is_lowercase() || c.is_ascii_digit()) || self.mailbox_ahead(at)
            }
            Some('@') => next(1).is_some_and(char::is_alphanumeric),
            Some(':') => next(1) == Some('/') && next(2) == Some('/'),
            Some('_' | '+' | '%') => self.mailbox_ahead(at),
            _ => false,
        };
        let tagged = matches!(before, Some(Shape::Mark('@' | '#')))
            && self.char_at(at).is_none_or(|c| !c.is_alphanumeric());
        if !inside {
            return tagged.then_some(at);
        }
        let rest = &self.text[at..];
        let page = rest.starts_with(':');
        let end = at + address_length(rest, page);
        Some(at + self.text[at..end].trim_end_matches(AFTER_ADDRESS).len())
    }

    /// Whether the rest of a mailbox's name, with its `@`, stands at `at`.
    fn mailbox_ahead(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes().get(at..).unwrap_or_default();
        let inner = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
        let length = bytes.iter().take(64).take_while(|byte| inner(byte)).count();
        matches!(bytes.get(length..), Some([b'@', next, ..]) if next.is_ascii_alphanumeric())
    }
}

/// Marks at the end of an address that belong to the sentence.
const AFTER_ADDRESS: [char; 10] = ['.', ';', ':', '!', '?', '\'', '’', '…', ',', '*'];

/// How far an address goes: up to white space or a mark that stands in none. The address of a page may have brackets in it
/// if they are closed in it, and commas.
fn address_length(rest: &str, page: bool) -> usize {
    let mut open = 0;
    for (at, c) in rest.char_indices() {
        let ends = match c {
            '(' | '[' => {
                open += 1;
                !page
            }
            ')' | ']' => {
                open -= 1;
                open < 0
            }
            ',' => !page,
            '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '<' | '>' | '|' => true,
            c => c.is_whitespace(),
        };
        if ends {
            return at;
        }
    }
    rest.len()
}

/// Whether the last token is a number, perhaps with a hyphen behind it.
fn behind_number(tokens: &[Token]) -> bool {
    let number = |token: &Token| token.shape == Shape::Number;
    match tokens {
        [.., last] if number(last) => true,
        [.., before, last] => last.is('-') && number(before),
        _ => false,
    }
}

/// The two halves of a token, parted at `at` bytes from its start (a character boundary), the first `hyphen`
/// bytes of the second left out.
pub(super) fn split(text: &str, token: &Token, at: u32, hyphen: u32) -> (Token, Token) {
    let middle = token.span.start + at;
    let half = |span: Span| {
        let word = span.of(text);
        let upper = word.chars().filter(|c| c.is_uppercase()).count();
        let shape = match word.chars().next() {
            Some(c) if c.is_uppercase() => {
                if upper > 1 && !word.chars().any(char::is_lowercase) {
                    Shape::Caps
                } else {
                    Shape::Title
                }
            }
            Some(c) if c.is_ascii_digit() => Shape::Number,
            _ => Shape::Lower,
        };
        let hyphen = word.find(['-', '\u{2010}', '\u{2011}']).unwrap_or(0) as u32;
        Token { span, key: key(word), shape, hyphen, inner_capital: 0, flags: 0, ..*token }
    };
    let first =
        Token { possessive: false, dotted: false, ..half(Span { start: token.span.start, end: middle }) };
    let second = half(Span { start: middle + hyphen, end: token.span.end });
    (first, Token { start: false, spaced: false, ..second })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        scan(text, Span::new(0, text.len()), &mut tokens);
        tokens
    }

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn a_possessive_ending_is_no_part_of_the_word_and_an_inner_apostrophe_is() {
        assert_eq!(words("Putin’s O'Brien don’t"), ["Putin", "O'Brien", "don’t"]);
    }

    #[test]
    fn an_abbreviation_keeps_its_stop_and_a_sentence_does_not() {
        assert_eq!(words("Mr. Bean in the U.S. ended."), ["Mr.", "Bean", "in", "the", "U.S.", "ended", "."]);
    }

    #[test]
    fn an_address_is_one_token() {
        assert_eq!(words("see kremlin.ru, a.b@c.org."), ["see", "kremlin.ru", ",", "a.b@c.org", "."]);
    }

    #[test]
    fn the_word_after_a_stop_or_an_opening_quote_begins_and_others_do_not() {
        let starts: Vec<bool> = tokens("He said “Such is it. So Ann”").iter().map(|t| t.start).collect();
        assert_eq!(starts, [true, false, false, true, false, false, false, true, false, false]);
    }
}
