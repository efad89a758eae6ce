//! Counting words.

/// The number of words in `text`: runs of white-space separated characters with a letter or a digit among
/// them, each ideograph and kana character as a word of its own, since Chinese and Japanese set no spaces.
pub(super) fn count(text: &str) -> u32 {
    let mut words: u32 = 0;
    // Whether the run at hand was counted already.
    let mut counted = false;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 {
            match ASCII[byte as usize] {
                Ascii::Space => counted = false,
                Ascii::Word => {
                    words += u32::from(!counted);
                    counted = true;
                }
                Ascii::Other => {}
            }
            at += 1;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        at += c.len_utf8();
        if is_ideograph(c) {
            words += 1;
            counted = false;
        } else if c.is_whitespace() {
            counted = false;
        } else if !counted && c.is_alphanumeric() {
            words += 1;
            counted = true;
        }
    }
    words
}

/// Whether the character is a word of its own: Han, Hiragana, Katakana (blocks of Unicode 16).
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{3041}'..='\u{3096}'
        | '\u{309d}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9d}'
        | '\u{20000}'..='\u{3ffff}')
}

#[derive(Clone, Copy)]
enum Ascii {
    Space,
    Word,
    Other,
}

/// The class of each ASCII character; a look-up is quicker than three comparisons for each byte.
const ASCII: [Ascii; 128] = {
    let mut table = [Ascii::Other; 128];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() {
            table[at] = Ascii::Word;
        } else if byte == b' ' || (byte >= 9 && byte <= 13) {
            table[at] = Ascii::Space;
        }
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn words_are_runs_with_a_letter_or_a_digit() {
        assert_eq!(count("It's -- well, 26 years.\n\tЛукашэнка\u{a0}і Пуцін"), 7);
        assert_eq!(count(" *** - — … "), 0);
        assert_eq!(count(""), 0);
    }

    #[test]
    fn ideographs_and_kana_count_one_each() {
        assert_eq!(count("白俄罗斯。"), 4);
        assert_eq!(count("プーチン and 首都"), 7);
        assert_eq!(count("한국 사람"), 2);
    }
}
