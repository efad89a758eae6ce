//! A typed line as the tokens of a query.

use super::field::Field;
use crate::text::Span;

/// The widest that `~` reaches, in words: more than that is the same paragraph anyway.
const WIDEST: u32 = 1000;

/// A token and where it stands, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind<'a>,
    pub(super) span: Span,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind<'a> {
    /// `(`, with the field right before it.
    Open(Option<Field>),
    /// `)`
    Close,
    /// `AND`
    And,
    /// `OR`
    Or,
    /// `NOT`, or `-` before something.
    Not,
    /// A word, its `=` and field taken off, its `*` and `~` still on it.
    Word { field: Option<Field>, exact: bool, text: &'a str },
    /// A phrase without its quotation marks; `near` where `~` stands behind it, with its number.
    Phrase { field: Option<Field>, text: &'a str, near: Option<Option<u32>>, open: bool },
    /// A field with nothing behind it.
    Field(Field),
}

/// Takes a line apart, looking at no character more than a few times.
pub(super) struct Lexer<'a> {
    typed: &'a str,
    at: usize,
    /// The field that stands right before `at`, with where it begins.
    field: Option<(Field, usize)>,
}

/// Whether `c` is a quotation mark, plain or typographic.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂')
}

/// Whether a word ends before `c`.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c)
}

impl<'a> Lexer<'a> {
    pub(super) fn new(typed: &'a str) -> Self {
        Self { typed, at: 0, field: None }
    }

    fn rest(&self) -> &'a str {
        self.typed.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// What stands here as far as `wanted` holds, and goes behind it.
    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or("")
    }

    /// A token that ends here, with its field.
    fn token(&mut self, start: usize, kind: impl FnOnce(Option<Field>) -> TokenKind<'a>) -> Token<'a> {
        let (field, start) = match self.field.take() {
            Some((field, start)) => (Some(field), start),
            None => (None, start),
        };
        Token { kind: kind(field), span: Span::new(start, self.at) }
    }

    /// A phrase, from its opening mark to its closing one or the end of the line.
    fn phrase(&mut self, start: usize) -> Token<'a> {
        self.at += self.peek().map_or(0, char::len_utf8);
        let text = self.take_while(|c| !is_quote(c));
        let open = self.rest().is_empty();
        self.at += self.peek().map_or(0, char::len_utf8);
        let near = self.rest().starts_with('~').then(|| {
            self.at += 1;
            let digits = self.take_while(|c| c.is_ascii_digit());
            // A number too large for its type is as wide as it gets.
            (!digits.is_empty()).then(|| digits.parse().unwrap_or(WIDEST).min(WIDEST))
        });
        self.token(start, |field| TokenKind::Phrase { field, text, near, open })
    }

    /// A word, or a field that stands right before what comes next.
    fn word(&mut self, start: usize, exact: bool) -> Option<Token<'a>> {
        let text = self.take_while(|c| !ends_word(c));
        if self.field.is_none() && !exact {
            match text {
                "AND" => return Some(self.token(start, |_| TokenKind::And)),
                "OR" => return Some(self.token(start, |_| TokenKind::Or)),
                "NOT" => return Some(self.token(start, |_| TokenKind::Not)),
                _ => {}
            }
            if let Some((name, _)) = text.split_once(':')
                && let Some(field) = Field::named(name)
            {
                self.at = start + name.len() + 1;
                self.field = Some((field, start));
                return None;
            }
        }
        Some(self.token(start, |field| TokenKind::Word { field, exact, text }))
    }
}

impl<'a> Iterator for Lexer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let next = self.peek();
            // A field belongs only to what stands right behind it.
            if next.is_none_or(|c| c.is_whitespace() || c == ')')
                && let Some((field, start)) = self.field.take()
            {
                return Some(Token { kind: TokenKind::Field(field), span: Span::new(start, self.at) });
            }
            let start = self.at;
            match next? {
                c if c.is_whitespace() => {
                    self.take_while(char::is_whitespace);
                }
                '(' => {
                    self.at += 1;
                    return Some(self.token(start, TokenKind::Open));
                }
                ')' => {
                    self.at += 1;
                    return Some(self.token(start, |_| TokenKind::Close));
                }
                c if is_quote(c) => return Some(self.phrase(start)),
                // A field that takes no words has a value behind it, whose dash may be meant for a span of time.
                '-' if self.field.is_some_and(|(field, _)| !matches!(field, Field::Scope(_))) => {
                    let text = self.take_while(|c| !ends_word(c));
                    return Some(self.token(start, |field| TokenKind::Word { field, exact: false, text }));
                }
                '-' => {
                    let count = self.take_while(|c| c == '-').len();
                    let before_something = self.peek().is_some_and(|c| !c.is_whitespace() && c != ')');
                    // A dash by itself is a dash, and two are none.
                    if before_something && count % 2 == 1 {
                        return Some(Token { kind: TokenKind::Not, span: Span::new(start, self.at) });
                    }
                }
                '=' => {
                    self.take_while(|c| c == '=');
                    if self.peek().is_some_and(is_quote) {
                        return Some(self.phrase(start));
                    }
                    if let Some(token) = self.word(start, true) {
                        return Some(token);
                    }
                }
                _ => {
                    if let Some(token) = self.word(start, false) {
                        return Some(token);
                    }
                }
            }
        }
    }
}
