//! Letters as the index folds them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a character does in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A letter or digit.
    Letter,
    /// A mark on the character before it.
    Mark,
    /// A character that is a word of its own, in writings without spaces between words.
    Alone,
    /// An apostrophe, in any of its forms.
    Apostrophe,
    /// Nothing that is seen: a soft hyphen, a joiner.
    Unseen,
    /// Anything else.
    Other,
}

/// What a character does in a word.
pub(super) fn sign(c: char) -> Sign {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Sign::Letter,
        '\'' | '‘' | '’' | '‛' | 'ʼ' | 'ʻ' | '′' | '＇' => Sign::Apostrophe,
        '\0'..='\u{7f}' => Sign::Other,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{640}' => Sign::Unseen,
        '\u{c0}'..='\u{24f}' if c != '×' && c != '÷' => Sign::Letter,
        '\u{2000}'..='\u{206f}' => Sign::Other,
        _ if is_combining_mark(c) => Sign::Mark,
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3100}'..='\u{312f}'
        | '\u{31a0}'..='\u{31bf}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}'
            if c.is_alphanumeric() =>
        {
            Sign::Alone
        }
        _ if c.is_alphanumeric() => Sign::Letter,
        _ => Sign::Other,
    }
}

/// Puts a letter, folded, at the end of `word`.
pub(super) fn push(c: char, word: &mut String) {
    match c {
        '\0'..='\u{7f}' => word.push(c.to_ascii_lowercase()),
        'а'..='я' | 'ѐ' | 'ђ'..='џ' => word.push(c),
        'А'..='Я' => word.push(char::from_u32(c as u32 + 32).unwrap_or(c)),
        'ё' | 'Ё' => word.push('е'),
        'ß' | 'ẞ' => word.push_str("ss"),
        'æ' | 'Æ' => word.push_str("ae"),
        'œ' | 'Œ' => word.push_str("oe"),
        'ø' | 'Ø' => word.push('o'),
        'ł' | 'Ł' => word.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => word.push('d'),
        'þ' | 'Þ' => word.push_str("th"),
        'ı' => word.push('i'),
        'Ѐ'..='ӿ' | '\u{ac00}'..='\u{d7a3}' => push_lower(c, word),
        _ => std::iter::once(c).nfkd().for_each(|part| {
            if is_combining_mark(part) {
                push_mark(part, word);
            } else if matches!(sign(part), Sign::Letter | Sign::Alone) {
                push_lower(part, word);
            }
        }),
    }
}

fn push_lower(c: char, word: &mut String) {
    for lower in c.to_lowercase() {
        match lower {
            'ς' => word.push('σ'),
            'ё' => word.push('е'),
            'ß' => word.push_str("ss"),
            'æ' => word.push_str("ae"),
            'ø' => word.push('o'),
            'ł' => word.push('l'),
            'đ' | 'ð' => word.push('d'),
            'ı' => word.push('i'),
            _ if is_combining_mark(lower) => {}
            _ => word.push(lower),
        }
    }
}

/// Puts a mark on the last letter of `word`, where it makes another letter of it: `й` is a letter, `é` is an
/// accent.
pub(super) fn push_mark(mark: char, word: &mut String) {
    let whole = match (word.chars().next_back(), mark) {
        (Some('и'), '\u{306}') => 'й',
        (Some('у'), '\u{306}') => 'ў',
        (Some('і'), '\u{308}') => 'ї',
        // The accents of Latin, Greek and Cyrillic, the points of Hebrew and Arabic.
        (None, _) | (_, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}') => return,
        (_, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{1ab0}'..='\u{1aff}') => return,
        (_, '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe2f}') => return,
        _ => return word.push(mark),
    };
    word.pop();
    word.push(whole);
}
