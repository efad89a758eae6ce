//! Contacts: addresses of mail and pages, telephone numbers.

mod hosts;
mod phones;

use super::figures::Figure;
use super::numbers::Reading;
use super::scan::{Shape, Token};
use super::{Contact, Kind, Value};
use crate::text::Span;

/// The address or telephone number that begins with the token at `at`.
pub(super) fn contact(from: &Reading, at: usize) -> Option<Figure> {
    let token = from.token(at)?;
    let (span, contact) = match token.shape {
        Shape::Address => {
            // "@name" and "#word" are names of another kind.
            let tagged = at > 0 && !token.spaced && matches!(from.before(at), "@" | "#");
            let contact = address(from.word(at)).filter(|_| !tagged && !behind_name(from, token))?;
            (token.span, contact)
        }
        // "7days@example.org", "4you.example.org": what begins with a digit is two tokens.
        Shape::Number => match from.token(at + 1).filter(|next| next.shape == Shape::Address && !next.spaced)
        {
            Some(next) => {
                let span = token.span.join(next.span);
                (span, address(span.of(from.text))?)
            }
            None => (phones::phone(from, at)?, Contact::Phone),
        },
        Shape::Mark('+' | '(') => (phones::phone(from, at)?, Contact::Phone),
        _ => return None,
    };
    Some(Figure { span, kind: Kind::Contact, value: Some(Value::Contact(contact)) })
}

/// What the address is the address of, if it's one.
fn address(word: &str) -> Option<Contact> {
    if let Some((scheme, rest)) = word.split_once("://") {
        let known =
            ["http", "https", "ftp", "ftps", "sftp"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        return (known && host.contains('.') && host.chars().all(hosts::in_host)).then_some(Contact::Address);
    }
    if let Some((name, host)) = word.split_once('@') {
        let named = !name.is_empty()
            && name.len() <= 64
            && !name.starts_with('.')
            && !name.ends_with('.')
            && !name.contains("..")
            && name.chars().all(|c| c.is_alphanumeric() || "._%+-'".contains(c));
        return (named && hosts::of_mail(host)).then_some(Contact::Mail);
    }
    let host = word.split(['/', '?', '#']).next().unwrap_or_default();
    hosts::bare(host, host.len() < word.len()).then_some(Contact::Address)
}

/// Whether the name of a mailbox stands right before the token, in a form that isn't read ("user(at)example.org"): the
/// host alone is no contact then.
fn behind_name(from: &Reading, token: &Token) -> bool {
    let before = from.text.get(..token.span.start as usize).unwrap_or_default();
    let before = before.trim_end_matches(['-', '.', '_']);
    ["@", "(at)", "[at]", "{at}"].iter().any(|at| before.ends_with(at))
}

/// The span of `length` bytes from a token on; none where that ends within a character.
fn from_token(from: &Reading, at: usize, length: usize) -> Option<Span> {
    let start = from.token(at)?.span.start as usize;
    let span = Span::new(start, start + length);
    (!span.of(from.text).is_empty()).then_some(span)
}

#[cfg(test)]
mod tests;
