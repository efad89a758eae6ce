//! The words of a name as the full text index folds them: small letters, Latin accents off, `ё` as `е`, parted at
//! spaces, hyphens and stops, a possessive `’s` left off.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a name, folded.
pub fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut chars = name.nfc().peekable();
    while let Some(c) = chars.next() {
        let inner = !word.is_empty() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        if c.is_alphanumeric() {
            letter(c, &mut word);
        } else if is_apostrophe(c) && inner {
            word.push('\'');
        } else if !is_combining_mark(c) && !is_unseen(c) {
            end(&mut word, &mut words);
        }
    }
    end(&mut word, &mut words);
    words
}

/// A name folded, its words with a space between them.
pub fn folded(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') && !name.contains("  ") {
        return name.trim().to_ascii_lowercase();
    }
    words(name).join(" ")
}

/// Whether a name has all these folded words, in any order.
pub fn has_words(name: &str, words: &[String]) -> bool {
    let folded = folded(name);
    words.iter().all(|word| folded.split(' ').any(|own| own == word))
}

fn end(word: &mut String, words: &mut Vec<String>) {
    let plain = word.strip_suffix("'s").unwrap_or(word);
    if !plain.is_empty() {
        // The parts of a sign may bring marks out of their order, and folding a word again must change nothing.
        words.push(if plain.chars().any(is_combining_mark) {
            plain.nfc().collect()
        } else {
            plain.to_owned()
        });
    }
    word.clear();
}

/// Puts a letter, folded, at the end of a word.
pub fn letter(c: char, word: &mut String) {
    match c {
        '\0'..='\u{7f}' => word.push(c.to_ascii_lowercase()),
        'ё' | 'Ё' => word.push('е'),
        'Ѐ'..='ӿ' => word.extend(c.to_lowercase()),
        _ => std::iter::once(c).nfkd().flat_map(char::to_lowercase).for_each(|part| match part {
            'ß' => word.push_str("ss"),
            'æ' => word.push_str("ae"),
            'œ' => word.push_str("oe"),
            'þ' => word.push_str("th"),
            'ø' => word.push('o'),
            'ł' => word.push('l'),
            'đ' | 'ð' => word.push('d'),
            'ı' => word.push('i'),
            part if part.is_alphanumeric() => word.push(part),
            // Accents, and the signs that some characters stand for.
            _ => {}
        }),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‛' | 'ʼ' | 'ʻ' | '′' | '＇')
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_as_the_full_text_does() {
        for (name, expected) in [
            ("Alyaksandr LUKASHENKA", "alyaksandr lukashenka"),
            ("Kim Jong-un", "kim jong un"),
            ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
            ("Lech Wałęsa’s", "lech walesa"),
            ("O’Brien", "o'brien"),
            ("U.S.", "u s"),
            ("Йод Ёлкин", "йод елкин"),
            ("  “Wagner”  PMC ", "wagner pmc"),
            ("E\u{301}lyse\u{301}e", "elysee"),
            ("\u{8d4}\u{fe70}", "\u{64b}\u{8d4}"),
        ] {
            assert_eq!(words(name).join(" "), expected);
            assert_eq!(folded(name), expected);
            assert_eq!(folded(expected), expected);
        }
    }
}
