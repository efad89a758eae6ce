//! The words of a text as the index knows them: folded, not stemmed.

use super::letters::{self, Sign};
use super::numerals;

/// The longest word in bytes; the rest of a longer one is left out. No word of a language is longer, but
/// what was encoded for machines is.
pub const LONGEST: usize = 40;

/// Walks over the words of a text. Case and the accents of Latin and Greek letters are folded away, `ё` is `е`;
/// other letters stay what they are. Hyphens part words, an apostrophe between letters doesn't, but a
/// possessive `’s` is left off and what French and Italian elide stands alone (`l’homme` is two words). Of
/// writings without spaces between words each character is a word.
pub struct Words<'a> {
    text: &'a str,
    at: usize,
    /// Before this byte separators part digits; see [`numerals::read`].
    apart: usize,
}

impl<'a> Words<'a> {
    /// The words of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, apart: 0 }
    }

    /// The next word: where it stands, in bytes, with its folded form put into `word`. Takes time in
    /// proportion to the bytes passed over.
    pub fn next_into(&mut self, word: &mut String) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        loop {
            word.clear();
            while bytes.get(self.at).is_some_and(|byte| CLASS[usize::from(*byte)] == Class::Other as u8) {
                self.at += 1;
            }
            let start = self.at;
            if start >= bytes.len() {
                return None;
            }
            let mut end = start;
            let mut letters = 0u8;
            while let Some(class) = bytes.get(end).map(|byte| CLASS[usize::from(*byte)]) {
                if class > Class::Digit as u8 {
                    break;
                }
                letters |= class;
                end += 1;
            }
            if end > start && self.ends_at(end, letters) {
                push_ascii(self.text.get(start..end).unwrap_or(""), word);
                self.at = end;
                return Some((start, end));
            }
            let end = self.slowly(start, word);
            if !word.is_empty() {
                return Some((start, end));
            }
        }
    }

    /// Whether a run of ASCII letters and digits is a whole word where it ends at `end`.
    fn ends_at(&self, end: usize, classes: u8) -> bool {
        let bytes = self.text.as_bytes();
        match bytes.get(end) {
            Some(b'\'') => false,
            Some(b'.' | b',') => {
                classes != Class::Digit as u8
                    || end < self.apart
                    || !bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
            }
            Some(0x80..) => {
                let c = self.text.get(end..).and_then(|rest| rest.chars().next());
                c.is_none_or(|c| matches!(letters::sign(c), Sign::Other | Sign::Alone))
            }
            _ => true,
        }
    }

    /// Reads the word at `start` character by character; returns its end and goes behind it. Leaves `word`
    /// empty where there is none.
    fn slowly(&mut self, start: usize, word: &mut String) -> usize {
        let text = self.text;
        let bytes = text.as_bytes();
        let mut end = start;
        if bytes.get(start).is_some_and(u8::is_ascii_digit) && start >= self.apart {
            let number = numerals::read(text, start);
            if number.apart {
                self.apart = number.end;
            } else {
                numerals::push(text.get(start..number.end).unwrap_or(""), word);
                end = number.end;
            }
        }
        let mut at = end;
        // Where the word and its text ended before the last apostrophe, or before the possessive endings.
        let mut stem = None;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let next = at + c.len_utf8();
            match letters::sign(c) {
                Sign::Letter => {
                    if word.len() <= LONGEST {
                        letters::push(c, word);
                    }
                    end = next;
                }
                Sign::Mark => {
                    if word.len() <= LONGEST && !word.is_empty() {
                        letters::push_mark(c, word);
                        end = next;
                    }
                }
                Sign::Unseen => {}
                Sign::Alone if word.is_empty() => {
                    letters::push(c, word);
                    at = marks_from(text, next, word);
                    self.at = at;
                    return at;
                }
                Sign::Apostrophe if !word.is_empty() && end == at && joins(text, next, word) => {
                    if !stem.is_some_and(|(folded, _)| is_possessive(word, folded)) {
                        stem = Some((word.len(), end));
                    }
                    word.push('\'');
                }
                Sign::Apostrophe | Sign::Other | Sign::Alone => break,
            }
            at = next;
        }
        // The ending is looked for in the folded word, so that a word that is folded again stays the same.
        if let Some((folded, before)) = stem.filter(|(folded, _)| is_possessive(word, *folded)) {
            word.truncate(folded);
            cut(word);
            self.at = end;
            return before;
        }
        cut(word);
        // What wasn't part of a word is passed over, so that each step goes on.
        let first = text.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        self.at = end.max(start + if word.is_empty() { first } else { 0 });
        end
    }
}

/// Puts what an ASCII word is into `word`.
fn push_ascii(plain: &str, word: &mut String) {
    word.push_str(plain.get(..plain.len().min(LONGEST)).unwrap_or(""));
    word.make_ascii_lowercase();
}

/// The marks that belong to the character before `at`; returns where they end.
fn marks_from(text: &str, mut at: usize, word: &mut String) -> usize {
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if letters::sign(c) != Sign::Mark || word.len() > LONGEST {
            break;
        }
        letters::push_mark(c, word);
        at += c.len_utf8();
    }
    at
}

/// Whether an apostrophe before `at` belongs to the word that was read so far.
fn joins(text: &str, at: usize, word: &str) -> bool {
    let following = text.get(at..).and_then(|rest| rest.chars().next());
    following.is_some_and(|c| letters::sign(c) == Sign::Letter) && !ELIDED.contains(&word)
}

/// Whether nothing but possessive endings follows the first `stem` bytes of a folded word.
fn is_possessive(word: &str, stem: usize) -> bool {
    word.get(stem..).is_some_and(|tail| !tail.is_empty() && tail.as_bytes().chunks(2).all(|two| two == b"'s"))
}

/// What stands before an apostrophe in French and Italian as a word of its own.
const ELIDED: &[&str] = &[
    "l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "nell",
    "all", "sull", "dall", "un", "gl", "quest", "quell",
];

/// Cuts a word that is too long.
fn cut(word: &mut String) {
    if word.len() > LONGEST {
        let mut end = LONGEST;
        while !word.is_char_boundary(end) {
            end -= 1;
        }
        word.truncate(end);
    }
}

/// What a byte is; letters and digits can be told apart by their bits.
#[derive(Clone, Copy)]
enum Class {
    Letter = 1,
    Digit = 2,
    /// Part of a character outside ASCII.
    Wide = 4,
    Other = 8,
}

static CLASS: [u8; 256] = {
    let mut classes = [Class::Other as u8; 256];
    let mut byte = 0;
    while byte < 256 {
        let as_u8 = byte as u8;
        if as_u8.is_ascii_alphabetic() {
            classes[byte] = Class::Letter as u8;
        } else if as_u8.is_ascii_digit() {
            classes[byte] = Class::Digit as u8;
        } else if byte >= 128 {
            classes[byte] = Class::Wide as u8;
        }
        byte += 1;
    }
    classes
};

/// The words of a short text.
pub fn words(text: &str) -> Vec<String> {
    let mut walk = Words::new(text);
    let mut found = Vec::new();
    let mut word = String::new();
    while walk.next_into(&mut word).is_some() {
        found.push(word.clone());
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> String {
        words(text).join("|")
    }

    #[test]
    fn case_and_latin_accents_are_folded_away() {
        assert_eq!(
            of("Élysée ČAPEK Łódź Straße Æsop naïve ﬁne"),
            "elysee|capek|lodz|strasse|aesop|naive|fine"
        );
        assert_eq!(of("c\u{30c}apek E\u{301}"), "capek|e");
        assert_eq!(of("Αθήνα ΟΔΟΣ οδός"), "αθηνα|οδοσ|οδοσ");
    }

    #[test]
    fn cyrillic_letters_stay_their_own_but_yo() {
        assert_eq!(of("Йод Її Ўладзімір Ёлка ґрунт"), "йод|її|ўладзімір|елка|ґрунт");
        assert_eq!(
            of("и\u{306}од у\u{306}ладзімір і\u{308}хній е\u{308}лка замо\u{301}к"),
            "йод|ўладзімір|їхній|елка|замок"
        );
    }

    #[test]
    fn apostrophes_belong_to_words_but_for_possessives_and_elisions() {
        assert_eq!(of("don’t Don't O'Brien п’ять"), "don't|don't|o'brien|п'ять");
        assert_eq!(
            of("Putin’s Russia's nations’ 'quoted' James's x’s. È’Ś\u{306}'y's's"),
            "putin|russia|nations|quoted|james|x|e's'y"
        );
        assert_eq!(of("l’homme d'Estaing dell’arte qu’il"), "l|homme|d|estaing|dell|arte|qu|il");
    }

    #[test]
    fn hyphens_and_signs_part_words() {
        assert_eq!(
            of("state-owned foo_bar U.S. AT&T e-mail@x.org"),
            "state|owned|foo|bar|u|s|at|t|e|mail|x|org"
        );
        assert_eq!(of("G7 COVID-19 6thForum"), "g7|covid|19|6thforum");
        assert_eq!(of("soft\u{ad}hyphen zero\u{200b}width"), "softhyphen|zerowidth");
    }

    #[test]
    fn numbers_are_one_word_however_they_are_parted() {
        assert_eq!(of("1,200 1.200 12.345.678 1.234,56"), "1200|1200|12345678|1234.56");
        assert_eq!(of("$1.5 billion, 1,5 Mrd. 1.5bn."), "1.5|billion|1.5|mrd|1.5bn");
        assert_eq!(of("14.09.2020 2019.07.03 21:43 2019-07-03"), "14|09|2020|2019|07|03|21|43|2019|07|03");
        assert_eq!(of("192.168.0.1 in 1990. And 5, 6"), "192|168|0|1|in|1990|and|5|6");
    }

    #[test]
    fn writings_without_spaces_are_taken_character_by_character() {
        assert_eq!(of("北京abc大学 カタ"), "北|京|abc|大|学|カ|タ");
        assert_eq!(of("한국어 공부"), "한국어|공부");
        assert_eq!(words("ที่นี่").len(), 2);
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(words(&"a".repeat(1000)), ["a".repeat(LONGEST)]);
        let long = words(&"ж".repeat(1000));
        assert_eq!(long, ["ж".repeat(LONGEST / 2)]);
    }

    #[test]
    fn signs_alone_are_no_words() {
        assert_eq!(of("’ ' — \u{301} \u{200b} 🎉 ’’s"), "s");
    }

    /// Letters with and without a mark, signs and digits; a mark on a digit hides a number.
    const FOLDED: &str = "([a-zA-ZÀ-ɏа-яА-ЯёЁўїйΑ-Ω][\u{301}\u{306}]?|[’'.,0-9 -]){0,60}";

    proptest! {
        #[test]
        fn words_stand_in_order_on_character_boundaries(text in ".{0,200}") {
            let mut walk = Words::new(&text);
            let (mut word, mut before) = (String::new(), 0);
            while let Some((start, end)) = walk.next_into(&mut word) {
                prop_assert!(before <= start && start < end && text.get(start..end).is_some());
                prop_assert!(!word.is_empty() && word.len() <= LONGEST);
                before = end;
            }
        }

        #[test]
        fn a_word_folded_again_is_the_same(text in FOLDED) {
            for word in words(&text) {
                // What was cut may end in the middle of a number or in an apostrophe.
                if word.len() < LONGEST - 4 {
                    prop_assert_eq!(words(&word), vec![word.clone()], "{:?}", text);
                }
            }
        }
    }
}
