//! Accents that were drawn over a letter, or below it, by themselves, as TeX and old printers' programs do.

use unicode_normalization::UnicodeNormalization;

/// The combining mark that looks like a sign for an accent by itself.
fn combining(accent: char) -> Option<char> {
    Some(match accent {
        '`' => '\u{300}',
        '´' => '\u{301}',
        'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        '¯' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        '˝' => '\u{30b}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// Whether a text is an accent by itself.
pub(super) fn is_accent(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().and_then(combining).is_some() && chars.next().is_none()
}

/// Puts the accent `accent` on the letter; `None` where there is no such letter.
pub(super) fn on(letter: &str, accent: &str) -> Option<String> {
    let mark = accent.chars().next().and_then(combining)?;
    // TeX takes the accent off the i itself.
    let letter = match letter {
        "ı" => "i",
        "ȷ" => "j",
        _ => letter,
    };
    let mut composed = letter.chars().chain([mark]).nfc();
    let (first, rest) = (composed.next()?, composed.next());
    (rest.is_none() && first.is_alphabetic()).then(|| first.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_goes_on_a_letter_that_can_have_it() {
        assert_eq!(on("a", "¨").as_deref(), Some("ä"));
        assert_eq!(on("ı", "´").as_deref(), Some("í"));
        assert_eq!(on("C", "ˇ").as_deref(), Some("Č"));
        assert_eq!(on("a", "x"), None);
        assert_eq!(on("1", "´"), None);
        assert!(is_accent("´") && !is_accent("´a") && !is_accent(""));
    }
}
