//! Words, sentences and how they are counted.

use unicode_segmentation::UnicodeSegmentation;

use super::{Block, Span, Text};

/// The words of `text[within]`: runs with a letter or digit, by the word boundaries of UAX #29.
pub fn words(text: &str, within: Span) -> impl DoubleEndedIterator<Item = Span> + '_ {
    let base = within.start as usize;
    within.of(text).unicode_word_indices().map(move |(at, word)| Span::new(base + at, base + at + word.len()))
}

/// Abbreviations that end in a full stop and seldom end a sentence, lower case. Common English usage.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "capt", "cf", "co", "col", "dec", "dept", "dr", "e.g", "etc", "feb", "fig", "gen",
    "gov", "i.e", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "mr", "mrs", "ms", "mt", "no",
    "nov", "oct", "p", "pp", "prof", "rep", "rev", "sen", "sep", "sept", "sgt", "sr", "st", "u.k", "u.n",
    "u.s", "v", "vol", "vs",
];

/// The sentences of a block, tiling it: white space behind a sentence belongs to it.
///
/// A sentence ends behind `.`, `!`, `?` or `…` with the quotation marks and brackets that close there,
/// where white space and then something other than a small letter follow, unless an abbreviation or an
/// initial stands before the full stop; or behind a full stop of Chinese or Japanese.
pub fn sentences(text: &str, block: &Block) -> Vec<Span> {
    let content = block.span.of(text);
    let base = block.span.start as usize;
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = content.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let wide = matches!(c, '。' | '！' | '？');
        if !wide && !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        while chars
            .next_if(|&(_, c)| {
                matches!(c, '.' | '!' | '?' | '…' | ')' | ']' | '"' | '\'' | '”' | '’' | '»' | '」' | '』')
            })
            .is_some()
        {}
        let mut spaced = false;
        while chars.next_if(|&(_, c)| c.is_whitespace()).is_some() {
            spaced = true;
        }
        let Some(&(next, follower)) = chars.peek() else { break };
        let ends = wide
            || spaced
                && !follower.is_lowercase()
                && !(c == '.' && is_abbreviated(&content[start..at], follower));
        if ends {
            sentences.push(Span::new(base + start, base + next));
            start = next;
        }
    }
    if start < content.len() || sentences.is_empty() {
        sentences.push(Span::new(base + start, block.span.end as usize));
    }
    sentences
}

/// The sentence that holds the byte at `offset`; empty where no block does.
pub fn sentence_at(text: &Text, offset: usize) -> Span {
    let block = text.block_at(offset).and_then(|block| text.blocks().get(block));
    let sentence = block.and_then(|block| {
        sentences(text.as_str(), block).into_iter().rfind(|sentence| sentence.start as usize <= offset)
    });
    sentence.unwrap_or(Span::new(offset, offset))
}

/// Whether the full stop behind `before` belongs to an abbreviation, an initial or a number before `next`.
fn is_abbreviated(before: &str, next: char) -> bool {
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“')).next().unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && next.is_alphabetic();
    initial || ABBREVIATIONS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::BlockKind;

    fn split(text: &str) -> Vec<&str> {
        let block = Block {
            span: Span::new(0, text.len()),
            kind: BlockKind::Paragraph,
            indent: 0,
            hang: 0,
            gap: false,
        };
        sentences(text, &block).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        assert_eq!(split("One. Two! “Three?” Four"), ["One. ", "Two! ", "“Three?” ", "Four"]);
        assert_eq!(split("一。二。"), ["一。", "二。"]);
    }

    #[test]
    fn abbreviations_initials_and_numbers_dont_end_one() {
        assert_eq!(
            split("On Aug. 9 Mr. A. Smith paid 1.5 million."),
            ["On Aug. 9 Mr. A. Smith paid 1.5 million."]
        );
        assert_eq!(split("In Dec. there were some"), ["In Dec. there were some"]);
    }

    #[test]
    fn abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }

    #[test]
    fn an_empty_block_is_one_empty_sentence() {
        assert_eq!(split(""), [""]);
    }
}
