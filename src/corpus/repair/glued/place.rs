//! One place at which a space could be missing, judged by what stands beside it.

use super::super::english;
use super::super::words;
use super::names;

/// What seems to be run together there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seam<'a> {
    /// Two words, for sure.
    Sure,
    /// A word with a capital inside, which isn't damage. Counted, since a program is full of them.
    Styled,
    /// A small letter and a capital, as in `NovostiMedvedev`.
    Hump {
        left: &'a str,
        right: &'a str,
        whole: &'a str,
        /// Whether the left part is an agency, or a name with a hyphen.
        credited: bool,
    },
    /// A full stop between two words, of which the second doesn't say that it begins a sentence.
    Stop { left: &'a str, right: &'a str },
    /// A comma before a word with which a sentence goes on.
    Comma,
}

impl<'a> Seam<'a> {
    /// The words of which the document has to be asked.
    pub(super) fn asked(self) -> [&'a str; 3] {
        match self {
            Self::Hump { left, right, whole, .. } => [left, right, whole],
            Self::Stop { left, right } => [left, right, ""],
            Self::Sure | Self::Styled | Self::Comma => [""; 3],
        }
    }
}

/// What seems to be run together before the byte `at` of a token, if anything. `first` says that the token
/// begins a block, as credits and datelines do.
pub(super) fn judge(token: &str, at: usize, first: bool) -> Option<Seam<'_>> {
    let (before, behind) = (token.get(..at)?, token.get(at..)?);
    let sign = before.chars().next_back()?;
    let right = words::first(behind);
    if right.is_empty() {
        return None;
    }
    let next = behind[right.len()..].chars().next();
    if next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '(' | '-' | '\u{fffd}')) {
        return None;
    }
    if sign.is_alphabetic() {
        return hump(token, before, right, first);
    }
    let head = before[..before.len() - sign.len_utf8()].trim_end_matches(['.', '!', '?']);
    let left = words::last(head);
    let whole_left = !head[..head.len() - left.len()]
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | ':' | '\u{fffd}'));
    let word = whole_left && left.chars().nth(1).is_some() && left.ends_with(char::is_lowercase);
    let opens = english::begins_sentence(right);
    let ends = !matches!(next, Some('.' | ':'))
        || behind[right.len()..].chars().nth(1).is_none_or(char::is_whitespace);
    match sign {
        '.' | '!' | '?' if word && ends && !is_ending(right) => {
            let named = left.starts_with(char::is_uppercase) && right.chars().nth(2).is_none();
            if opens && !named {
                return Some(Seam::Sure);
            }
            let name = sign == '.' && left.chars().all(char::is_lowercase) && is_capitalised(right);
            name.then_some(Seam::Stop { left, right })
        }
        ')' | ']' | '”' => {
            (opens && ends && head.ends_with(|c: char| !c.is_whitespace())).then_some(Seam::Sure)
        }
        ',' => {
            let alone = next.is_none_or(char::is_whitespace);
            (word && alone && english::goes_on(right)).then_some(Seam::Comma)
        }
        _ => None,
    }
}

/// A capital behind a letter.
fn hump<'a>(token: &'a str, before: &'a str, right: &'a str, first: bool) -> Option<Seam<'a>> {
    let left = words::last(before);
    let head = &before[..before.len() - left.len()];
    if left.is_empty() || !is_capitalised(right) || head.ends_with('\u{fffd}') {
        return None;
    }
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 {
        let number = &head[head.len() - digits..];
        let apart =
            !head[..head.len() - digits].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ','));
        return (apart && left == ordinal(number) && right.chars().nth(2).is_some()).then_some(Seam::Sure);
    }
    if head.ends_with(char::is_numeric) {
        return None;
    }
    let small = left.ends_with(char::is_lowercase);
    let whole = words::first(token.get(head.len()..)?);
    if !small {
        let name = names::behind_agency(whole)?;
        return (name == right).then_some(Seam::Hump { left, right, whole, credited: true });
    }
    let one_hump = left.chars().skip(1).all(char::is_lowercase) || names::is_agency(left);
    if names::is_one(left, whole) {
        return None;
    }
    if !one_hump || left.chars().nth(1).is_none() {
        return Some(Seam::Styled);
    }
    let hyphened = &before[before.len() - trailing(before)..];
    let credited = names::is_agency(hyphened)
        || names::is_agency(left)
        || first && hyphened.contains('-') && hyphened.split('-').all(is_name);
    // Two words with capitals are mostly one name.
    if !credited && !first && left.starts_with(char::is_uppercase) && !english::begins_sentence(right) {
        return Some(Seam::Styled);
    }
    Some(Seam::Hump { left, right, whole, credited })
}

/// The bytes of letters and hyphens with which `text` ends.
fn trailing(text: &str) -> usize {
    text.chars().rev().take_while(|c| c.is_alphabetic() || *c == '-').map(char::len_utf8).sum()
}

/// The ending of an ordinal number in English: `1st`, `12th`, `22nd`.
fn ordinal(number: &str) -> &'static str {
    match number.as_bytes() {
        [.., b'1', _] => "th",
        [.., b'1'] => "st",
        [.., b'2'] => "nd",
        [.., b'3'] => "rd",
        _ => "th",
    }
}

fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.as_str().chars().next().is_some()
        && letters.all(char::is_lowercase)
}

/// A part of a name with a hyphen, such as `RIA` and `Novosti`.
fn is_name(part: &str) -> bool {
    part.starts_with(char::is_uppercase) && part.chars().nth(1).is_some()
}

/// Whether a token can be words: no address, path, tag or piece of a program.
pub(super) fn is_prose(token: &str) -> bool {
    let code = |c: char| {
        matches!(
            c,
            '@' | '/'
                | '\\'
                | '_'
                | '='
                | '&'
                | '{'
                | '}'
                | '<'
                | '>'
                | '|'
                | '~'
                | '`'
                | '+'
                | '#'
                | '$'
                | '%'
                | '^'
                | '*'
        )
    };
    !token.contains(code) && !token.contains("::") && !token.starts_with("www.")
}

/// Whether a word behind a full stop is the ending of a domain or a file.
fn is_ending(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "com", "net", "org", "info", "biz", "gov", "edu", "eu", "ru", "by", "ua", "ir", "pl", "uk", "de",
        "fr", "io", "ai", "tv", "me", "js", "py", "rs", "go", "md", "txt", "pdf", "doc", "docx", "html",
        "htm", "jpg", "png", "exe",
    ];
    // `By` and `Me` begin sentences as well, but not for sure.
    ENDINGS.contains(&word.to_lowercase().as_str())
}
