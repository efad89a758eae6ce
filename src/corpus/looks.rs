//! What a line looks like: a sentence, a headline, prose.

use crate::text::{Block, BlockKind};

/// A line of more bytes than this is prose whatever else it looks like.
const LONG: usize = 120;

/// The most bytes and words of a headline. Bytes, since a character of most scripts that take more than one
/// says more as well.
const HEADLINE: (usize, usize) = (240, 30);

/// Closing quotation marks and brackets, which may stand behind the end of a sentence.
const CLOSING: &[char] = &['"', '\'', '”', '’', '»', '«', '“', ')', ']', '」', '』', '）', '*', '_'];

/// Whether `line` ends as a sentence does, with a full stop, a question or an exclamation mark and so on.
pub(super) fn ends_sentence(line: &str) -> bool {
    bare_end(line).is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।'))
}

/// Whether `line` ends as what goes on does, with a comma, a colon and so on.
pub(super) fn goes_on(line: &str) -> bool {
    bare_end(line).is_some_and(|c| matches!(c, ',' | ':' | ';' | '-' | '–' | '—' | '،' | '、' | '：' | '，'))
}

fn bare_end(line: &str) -> Option<char> {
    line.trim_end().trim_end_matches(CLOSING).chars().next_back()
}

/// Whether `line` could be a headline: short, with a letter, beginning as a headline does, and neither a
/// sentence nor a part of one. A question or an exclamation can be a headline.
pub(super) fn is_headline(line: &str) -> bool {
    if line.len() > HEADLINE.0 || line.contains('\n') || goes_on(line) {
        return false;
    }
    let stops = bare_end(line).is_some_and(|c| matches!(c, '.' | '。' | '…' | '۔' | '।'));
    let begins = line.chars().find(|c| c.is_alphanumeric());
    !stops
        && begins.is_some_and(|c| !c.is_lowercase())
        && line.chars().any(char::is_alphabetic)
        && !line.starts_with(['{', '<', '[', '#', '$', '/', '|', ';', '=', '@'])
        && line.split_whitespace().take(HEADLINE.1 + 1).count() <= HEADLINE.1
}

/// Whether the block is running prose: a sentence of some words, or a long paragraph.
pub(super) fn is_prose(text: &str, block: &Block) -> bool {
    let paragraph = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote);
    paragraph && {
        let line = block.span.of(text);
        line.len() > LONG && line.split_whitespace().nth(9).is_some()
            || ends_sentence(line)
                && (line.split_whitespace().nth(3).is_some() || !line.is_ascii() && line.len() > 60)
    }
}

/// Whether the block is a whole paragraph of prose of some length, as articles are made of.
pub(super) fn is_long_prose(text: &str, block: &Block) -> bool {
    block.span.len() > 80 && is_prose(text, block)
}

/// `text` with each run of white space as one space, and none at the ends.
pub(super) fn single_spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_may_end_in_a_closing_quotation_mark() {
        assert!(ends_sentence("He said “no.”") && ends_sentence("Was it?)") && ends_sentence("そうです。"));
        assert!(
            !ends_sentence("‘Elder brother’") && !ends_sentence("Situation in Belarus") && !ends_sentence("")
        );
    }

    #[test]
    fn a_headline_is_short_and_no_sentence() {
        assert!(
            is_headline("‘Elder brother’")
                && is_headline("What Next for Minsk?")
                && is_headline("1. Background")
        );
        assert!(!is_headline("He left."));
        assert!(!is_headline("Dear all,"));
        assert!(!is_headline("and then he left"));
        assert!(!is_headline("***") && !is_headline("2019") && !is_headline("{\"a\": 1}"));
        assert!(!is_headline(&"Word ".repeat(31)));
    }
}
