//! Words that were divided at the end of a line.

use std::collections::HashSet;

/// How a line goes on in the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// With a space.
    Space,
    /// With nothing between.
    Close,
    /// The hyphen at its end, of so many bytes, only divided a word.
    Divided(usize),
}

/// The words of a document that have a hyphen in the middle of a line, in lower case.
#[derive(Default)]
pub(super) struct Compounds(HashSet<String>);

impl Compounds {
    /// Takes note of the compounds of a line.
    pub(super) fn note(&mut self, line: &str) {
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let word = bare(word);
            // The last one may be divided at a second place.
            if word.contains(is_hyphen) && words.peek().is_some() {
                self.0.insert(plain(word));
            }
        }
    }

    /// How `line` goes on in `next`.
    pub(super) fn join(&self, line: &str, next: &str) -> Join {
        let (Some(last), Some(first)) = (line.chars().next_back(), next.chars().next()) else {
            return Join::Space;
        };
        if last == '\u{ad}' {
            return Join::Divided(last.len_utf8());
        }
        if is_hyphen(last) {
            let head = line.trim_end_matches(is_hyphen);
            let before = head.chars().next_back();
            let one = line.len() - head.len() == last.len_utf8();
            if !one || !before.is_some_and(char::is_alphanumeric) {
                return Join::Space;
            }
            if !before.is_some_and(char::is_alphabetic) || !first.is_lowercase() {
                // 1990-\n2000, Anglo-\nSaxon
                return if first.is_alphanumeric() { Join::Close } else { Join::Space };
            }
            let word = |text: &str| bare(text).to_owned();
            let left = word(head.rsplit(char::is_whitespace).next().unwrap_or(head));
            let right = word(next.split(char::is_whitespace).next().unwrap_or(next));
            let whole = plain(&format!("{left}-{right}"));
            return if self.0.contains(&whole) || left.contains(is_hyphen) && left.len() < 12 {
                Join::Close
            } else {
                Join::Divided(last.len_utf8())
            };
        }
        if matches!(last, '—' | '/') && !line.ends_with(" —") || is_unspaced(last) && is_unspaced(first) {
            return Join::Close;
        }
        Join::Space
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn plain(word: &str) -> String {
    word.to_lowercase().replace(is_hyphen, "-")
}

/// Whether a character belongs to a script that is written without spaces.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_was_divided_is_joined() {
        let none = Compounds::default();
        assert_eq!(none.join("the govern-", "ment said"), Join::Divided(1));
        assert_eq!(none.join("the govern\u{ad}", "ment"), Join::Divided(2));
        assert_eq!(none.join("the govern‐", "ment"), Join::Divided(3));
    }

    #[test]
    fn a_compound_that_occurs_elsewhere_keeps_its_hyphen() {
        let mut known = Compounds::default();
        known.note("It is a “Well-known” story");
        assert_eq!(known.join("a well-", "known, old story"), Join::Close);
        assert_eq!(known.join("a well-", "being"), Join::Divided(1));
    }

    #[test]
    fn other_line_ends_stay() {
        let none = Compounds::default();
        assert_eq!(none.join("a word", "next"), Join::Space);
        assert_eq!(none.join("Anglo-", "Saxon"), Join::Close);
        assert_eq!(none.join("1990-", "2000"), Join::Close);
        assert_eq!(none.join("a dash -", "and more"), Join::Space);
        assert_eq!(none.join("--", "and more"), Join::Space);
        assert_eq!(none.join("白俄罗斯", "总统"), Join::Close);
    }
}
