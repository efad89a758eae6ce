//! The signs at the ends of a word.

use super::{How, Scope};

/// A word without the signs at its end, and what the last of them says of how it has to match.
pub(super) fn how(mut text: &str) -> (&str, How) {
    let mut how = How::Meant;
    loop {
        let (rest, sign) = match (text.strip_suffix('*'), slips(text)) {
            (Some(rest), _) => (rest, How::Prefix),
            (None, Some(rest)) => (rest, How::Typo),
            (None, None) => return (text, how),
        };
        text = rest;
        how = if how == How::Meant { sign } else { how };
    }
}

/// What stands before a `~`, behind which there may be a digit, as other programs have it.
fn slips(text: &str) -> Option<&str> {
    text.strip_suffix(|c: char| c.is_ascii_digit()).unwrap_or(text).strip_suffix('~')
}

/// A word without signs at its beginning that would mean something there.
pub(super) fn bare(word: &str, scope: Scope) -> &str {
    word.trim_start_matches(|c| matches!(c, '-' | '=') || c == '#' && scope == Scope::Tag)
}

/// Whether there is anything in a word that can be looked for.
pub(super) fn has_letters(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}
