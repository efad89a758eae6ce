//! The plain letters of a text: what stays of it however it is set, typed or cleaned.

use std::collections::VecDeque;

use unicode_normalization::char::decompose_compatible;

/// Walks over the plain characters of a text, each with the byte where what it stands for begins.
///
/// Runs of white space are one space, quotation marks and apostrophes of any form one sign, dashes
/// another; letters are in lower case and without accents, ligatures and other forms made for
/// compatibility taken apart (Unicode's NFKD); soft hyphens, joiners and marks of direction are left out,
/// and so is a hyphen between two letters, with the line end behind it. Linear in the text.
pub(super) struct Plain<'a> {
    text: &'a str,
    /// The byte after what was read.
    at: usize,
    /// Where the character begins that [`Plain::parts`] came of.
    from: usize,
    /// What is still to come of it.
    parts: VecDeque<char>,
    /// What the last character was.
    before: Kind,
}

/// What a character counts as. A run of spaces, quotation marks or dashes is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Space,
    Quote,
    Hyphen,
    Dash,
    /// It is left out.
    Nothing,
    Letter,
    Other,
}

impl Kind {
    pub(super) fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'A'..='Z' => Self::Letter,
            '\''
            | '"'
            | '`'
            | '´'
            | '«'
            | '»'
            | 'ʹ'
            | 'ʼ'
            | '‘'..='‟'
            | '′'
            | '″'
            | '‹'
            | '›'
            | '「'..='』'
            | '〝'..='〟'
            | '＂'
            | '＇' => Self::Quote,
            '-' | '\u{ad}' | '‐' | '‑' => Self::Hyphen,
            '‒'..='―' | '−' | '⸺' | '⸻' | '﹘' | '﹣' | '－' => Self::Dash,
            // Accents, vowel points of Hebrew and Arabic, the stretching of a line in Arabic, variation
            // selectors, and what can't be seen.
            '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5bd}'
            | '\u{5bf}'..='\u{5c7}'
            | '\u{610}'..='\u{61c}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' => Self::Nothing,
            _ if c.is_whitespace() => Self::Space,
            _ if c.is_alphabetic() => Self::Letter,
            _ => Self::Other,
        }
    }

    /// Whether a second one in a row adds nothing.
    pub(super) fn is_run(self) -> bool {
        matches!(self, Self::Space | Self::Quote | Self::Dash | Self::Nothing)
    }
}

impl<'a> Plain<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, from: 0, parts: VecDeque::new(), before: Kind::Other }
    }

    /// From the byte `at` on, before which a letter stands.
    pub(super) fn behind_letter(text: &'a str, at: usize) -> Self {
        Self { at, before: Kind::Letter, ..Self::new(text) }
    }

    /// The byte after what was read, if the walk can be taken up there by [`Plain::behind_letter`].
    pub(super) fn resting_place(&self) -> Option<usize> {
        (self.before == Kind::Letter && self.parts.is_empty()).then_some(self.at)
    }

    /// The letters of ASCII that come next, with single blanks between them, which are as they are; perhaps none.
    /// At most a kilobyte of them.
    pub(super) fn letters(&mut self) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or("");
        if !self.parts.is_empty() || self.before == Kind::Space {
            return "";
        }
        let mut before = b'a';
        let other = rest.bytes().take(1024).position(|byte| {
            let plain = byte.is_ascii_lowercase() || byte == b' ' && before != b' ';
            before = byte;
            !plain
        });
        let letters = rest.get(..other.unwrap_or(rest.len().min(1024))).unwrap_or("").trim_ascii_end();
        if !letters.is_empty() {
            self.at += letters.len();
            self.before = Kind::Letter;
        }
        letters
    }

    /// Whether the hyphen that was read only joins two letters, or divides a word at a line end, whose
    /// white space is passed over then.
    fn joins(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or("");
        let next = rest.trim_start();
        let white = rest.get(..rest.len() - next.len()).unwrap_or("");
        let joins = match next.chars().next() {
            Some(c) if white.is_empty() => Kind::of(c) == Kind::Letter,
            Some(c) => c.is_lowercase() && white.contains(['\n', '\r']),
            None => false,
        };
        if joins {
            self.at += white.len();
        }
        joins
    }

    /// The sign for a character that isn't taken apart; `None` where nothing is to be put.
    fn put(&mut self, c: char) -> Option<char> {
        let kind = Kind::of(c);
        let (kind, sign) = match kind {
            Kind::Nothing => return None,
            Kind::Space => (kind, ' '),
            Kind::Quote => (kind, '\''),
            Kind::Hyphen | Kind::Dash => (Kind::Dash, '-'),
            Kind::Letter | Kind::Other => (kind, c),
        };
        let again = kind.is_run() && kind == self.before;
        self.before = kind;
        (!again).then_some(sign)
    }
}

impl Iterator for Plain<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while let Some(part) = self.parts.pop_front() {
                if let Some(sign) = self.put(part) {
                    return Some((self.from, sign));
                }
            }
            let c = self.text.get(self.at..)?.chars().next()?;
            self.from = self.at;
            self.at += c.len_utf8();
            let sign = match c {
                'a'..='z' | 'а'..='и' | 'к'..='я' | '一'..='龥' => {
                    self.before = Kind::Letter;
                    Some(c)
                }
                '-' | '\u{ad}' | '‐' | '‑' if self.before == Kind::Letter && self.joins() => None,
                '\u{ad}' => None,
                _ if c.is_ascii() => self.put(c.to_ascii_lowercase()),
                _ if matches!(Kind::of(c), Kind::Quote | Kind::Dash | Kind::Space) => self.put(c),
                _ => {
                    let parts = &mut self.parts;
                    decompose_compatible(c, |part| parts.extend(part.to_lowercase()));
                    None
                }
            };
            if let Some(sign) = sign {
                return Some((self.from, sign));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        Plain::new(text).map(|(_, c)| c).collect()
    }

    #[test]
    fn quotation_marks_dashes_and_dots_are_one_however_they_are_typed() {
        assert_eq!(plain("“Don’t” — ‘so’…"), "'don't' - 'so'...");
        assert_eq!(plain("\"Don't\" -- «so»..."), "'don't' - 'so'...");
        assert_eq!(plain("``Don't''  –  „so“..."), "'don't' - 'so'...");
    }

    #[test]
    fn letters_are_without_case_accent_and_ligature() {
        assert_eq!(plain("Éﬁn e\u{301}ÇÅ ﬀ Ｆｕｌｌ Ёлка Й"), "efin eca ff full елка и");
        assert_eq!(plain("كِتَابٌ أحمد"), "كتاب احمد");
        assert_eq!(plain("İstanbul"), "istanbul");
    }

    #[test]
    fn a_word_divided_at_a_line_end_or_by_a_soft_hyphen_is_whole() {
        assert_eq!(plain("har-\n  bour, har\u{ad}bour, har\u{ad}\nbour"), "harbour, harbour, harbour");
        assert_eq!(plain("well-known, well-\nknown, well‑known"), "wellknown, wellknown, wellknown");
    }

    #[test]
    fn a_hyphen_that_joins_no_letters_stays() {
        assert_eq!(plain("2019-20, - so, a -\nb, Minsk-\nBrest"), "2019-20, - so, a - b, minsk- brest");
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(plain("\u{feff}a\u{200b}b \u{200e} \u{a0}c"), "ab c");
    }

    #[test]
    fn letters_read_at_once_are_those_read_one_by_one() {
        let text = "the ferry  ran at ten-past six — “daily”. ".repeat(100) + &"a ".repeat(2000);
        let mut walk = Plain::new(&text);
        let mut at_once = String::new();
        loop {
            at_once.push_str(walk.letters());
            let Some((_, c)) = walk.next() else { break };
            at_once.push(c);
        }
        assert_eq!(at_once, plain(&text));
    }

    #[test]
    fn a_text_of_hyphens_and_blanks_is_walked_over_once() {
        let text = ("a-".to_owned() + &" ".repeat(1000)).repeat(1000);
        assert_eq!(plain(&text).len(), 3000);
    }
}
