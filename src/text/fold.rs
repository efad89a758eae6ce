//! Folding: the same letters under different case, accents, quotation marks and white space.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Span;

/// What to keep apart when two texts are compared. Typographic quotation marks, dashes and runs of white
/// space are always taken as their plain forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folding {
    /// Whether `A` and `a` are different.
    pub case: bool,
    /// Whether `é` and `e` are different.
    pub accents: bool,
}

/// A folded text with the way back to where each byte came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each byte of the folded text the byte in the source where its cluster of characters begins;
    /// empty where both have the same offsets.
    map: Vec<u32>,
    /// The length of the source.
    source: usize,
}

impl Folding {
    /// As a person typing `query` means it: case counts once a capital is typed, accents once one is.
    pub fn for_query(query: &str) -> Self {
        Self { case: query.chars().any(char::is_uppercase), accents: query.nfd().any(is_combining_mark) }
    }

    /// `source` folded, into `folded`, whose memory is used again.
    pub fn fold_into(self, source: &str, folded: &mut Folded) {
        folded.text.clear();
        folded.map.clear();
        folded.source = source.len();
        if is_simple(source) {
            folded.text.push_str(source);
            if !self.case {
                folded.text.make_ascii_lowercase();
            }
            return;
        }
        let mut space = false;
        for (at, c) in source.char_indices() {
            if c.is_whitespace() {
                if !space {
                    folded.push(' ', at);
                }
                space = true;
                continue;
            }
            space = false;
            if c.is_ascii() {
                folded.push(if self.case { c } else { c.to_ascii_lowercase() }, at);
            } else {
                self.fold_char(c, at, folded);
            }
        }
    }

    /// `source` folded.
    pub fn fold(self, source: &str) -> Folded {
        let mut folded = Folded::default();
        self.fold_into(source, &mut folded);
        folded
    }

    /// One character outside ASCII.
    fn fold_char(self, c: char, at: usize, folded: &mut Folded) {
        match c {
            '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' => folded.push('\'', at),
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => folded.push('"', at),
            '‐' | '‑' | '‒' | '–' | '—' | '―' => folded.push('-', at),
            '\u{ad}' => {}
            _ => {
                for part in std::iter::once(c).nfd() {
                    if is_combining_mark(part) && !self.accents {
                        continue;
                    }
                    if self.case {
                        folded.push(part, at);
                    } else {
                        part.to_lowercase().for_each(|lower| folded.push(lower, at));
                    }
                }
            }
        }
    }
}

/// Whether folding changes at most the case of ASCII letters, so that all offsets stay.
fn is_simple(source: &str) -> bool {
    let mut before = 0;
    source.bytes().all(|byte| {
        let simple = matches!(byte, b' '..=b'~') && !(byte == b' ' && before == b' ');
        before = byte;
        simple
    })
}

impl Folded {
    fn push(&mut self, c: char, from: usize) {
        self.text.push(c);
        self.map.resize(self.text.len(), from as u32);
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The span in the source that belongs to `start..end` in the folded text. It ends where the next
    /// character that was not dropped begins, so that an accent belongs to its letter.
    pub fn source_span(&self, start: usize, end: usize) -> Span {
        if self.map.is_empty() {
            return Span::new(start, end);
        }
        let at = |offset: usize| self.map.get(offset).map_or(self.source, |&from| from as usize);
        Span::new(at(start), at(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(haystack: &str, needle: &str) -> Option<String> {
        let folding = Folding::for_query(needle);
        let folded = folding.fold(haystack);
        let needle = folding.fold(needle);
        let at = folded.as_str().find(needle.as_str())?;
        Some(folded.source_span(at, at + needle.as_str().len()).of(haystack).to_owned())
    }

    #[test]
    fn case_and_accents_count_only_when_typed() {
        assert_eq!(find("Der Čapek", "capek").as_deref(), Some("Čapek"));
        assert_eq!(find("Der Čapek", "Capek").as_deref(), Some("Čapek"));
        assert_eq!(find("der čapek", "Capek"), None);
        assert_eq!(find("Der Capek", "čapek"), None);
        assert_eq!(find("Der c\u{30c}apek", "capek").as_deref(), Some("c\u{30c}apek"));
    }

    #[test]
    fn quotes_dashes_and_spaces_are_plain() {
        assert_eq!(
            find("the “elder\n  brother” – so", "\"elder brother\" - so").as_deref(),
            Some("“elder\n  brother” – so")
        );
        assert_eq!(find("Don’t", "don't").as_deref(), Some("Don’t"));
    }

    #[test]
    fn ascii_keeps_its_offsets() {
        assert_eq!(find("Hello World", "world").as_deref(), Some("World"));
    }
}
