//! A value of YAML that stands on one line: with quotation marks or without, and a comment behind it.

use std::borrow::Cow;

/// A value as it stands, and what it says.
pub(super) struct Value<'a> {
    /// What stands between the quotation marks, or all but the comment.
    pub(super) raw: &'a str,
    /// What that says; nothing for `null`.
    pub(super) said: Cow<'a, str>,
    /// Whether it stands in quotation marks, so that no sign in it means anything.
    pub(super) is_quoted: bool,
}

impl<'a> Value<'a> {
    /// Reads what stands behind a key. A mark of quotation that closes nothing is a part of the value.
    pub(super) fn read(value: &'a str) -> Self {
        let value = value.trim();
        let quoted = ['"', '\''].into_iter().find_map(|mark| Some((mark, between(value, mark)?)));
        let (raw, said) = match quoted {
            Some(('"', raw)) => (raw, unescaped(raw)),
            Some((_, raw)) if raw.contains("''") => (raw, raw.replace("''", "'").into()),
            Some((_, raw)) => (raw, raw.into()),
            None => {
                let raw = bare(value);
                (raw, if matches!(raw, "null" | "Null" | "NULL" | "~") { "".into() } else { raw.into() })
            }
        };
        let said = match said {
            Cow::Borrowed(said) => said.trim().into(),
            Cow::Owned(said) => said.trim().to_owned().into(),
        };
        Self { raw: raw.trim(), said, is_quoted: quoted.is_some() }
    }
}

/// What stands between two marks of quotation, of which the second is the last thing but for a comment.
fn between(value: &str, mark: char) -> Option<&str> {
    let inner = value.strip_prefix(mark)?;
    let ends = inner.match_indices(mark).find(|(at, _)| {
        let before = inner.get(..*at).unwrap_or("");
        let slashes = before.len() - before.trim_end_matches('\\').len();
        !(mark == '"' && slashes % 2 == 1) && inner.get(at + 1..).is_some_and(is_comment)
    });
    inner.get(..ends?.0)
}

/// A value without marks around it, up to the comment behind it.
fn bare(value: &str) -> &str {
    // Only where a comment may begin is looked at, as a line of a million blanks has a million ends.
    let mut signs =
        value.match_indices('#').map(|(at, sign)| (value.get(..at), value.get(at + sign.len()..)));
    let parted = |before: &str, said: &str| {
        before.ends_with(char::is_whitespace) && said.starts_with(char::is_whitespace)
    };
    let before = signs.find_map(|(before, said)| before.filter(|before| parted(before, said.unwrap_or(""))));
    before.unwrap_or(value)
}

/// Whether nothing or a comment stands behind a value. YAML takes ` #1` for one too, but who writes "Convoy #1" means it.
fn is_comment(rest: &str) -> bool {
    let words = rest.trim_start();
    words.is_empty()
        || words.len() < rest.len()
            && words.strip_prefix('#').is_some_and(|said| said.starts_with(char::is_whitespace))
}

/// What stands in double marks without its escapes (YAML 1.2, 5.7). What is none stays as it is.
fn unescaped(raw: &str) -> Cow<'_, str> {
    if !raw.contains('\\') {
        return raw.into();
    }
    let mut said = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, behind)) = rest.split_once('\\') {
        said.push_str(before);
        let mut letters = behind.chars();
        let sign = letters.next();
        let digits = match sign {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        rest = letters.as_str();
        if digits > 0 {
            let number = rest.get(..digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
            match number {
                Some(number) => {
                    said.push(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER));
                    rest = rest.get(digits..).unwrap_or("");
                }
                None => said.extend(['\\', sign.unwrap_or('\\')]),
            }
            continue;
        }
        match sign {
            Some('n' | 't' | 'r' | 'v' | 'f' | ' ' | 'N' | '_' | 'L' | 'P') => said.push(' '),
            Some(sign @ ('"' | '\\' | '/')) => said.push(sign),
            Some('0' | 'a' | 'b' | 'e') => {}
            Some(sign) => said.extend(['\\', sign]),
            None => said.push('\\'),
        }
    }
    said.push_str(rest);
    said.into()
}
