//! Tokens put together as running text, and the way back from its places to the tokens.

use std::sync::Arc;

use super::model::{Labelled, Name, NameKind};
use super::{Kind, Mention};
use crate::text::{Block, BlockKind, Span, Text};

/// Tokens as running text.
pub struct Joined {
    /// The text: each sentence a paragraph, so that none runs into the next.
    pub text: Text,
    /// Where each token stands in it.
    pub(super) spans: Vec<Span>,
}

impl Joined {
    /// Puts a document together: white space goes between tokens but for those that cling to one another.
    pub fn new(document: &Labelled) -> Self {
        let mut text = String::new();
        let mut spans = Vec::with_capacity(document.words.len());
        let mut blocks = Vec::with_capacity(document.ends.len());
        let mut first = 0;
        for &end in &document.ends {
            let begin = text.len();
            let mut clings = true;
            for word in document.words.get(first..end as usize).unwrap_or_default() {
                if !clings && !clings_behind(word) {
                    text.push(' ');
                }
                clings = clings_before(word);
                let at = text.len();
                // White space in a token would make two words of it.
                text.extend(word.chars().map(|c| if c.is_whitespace() { '\u{a0}' } else { c }));
                spans.push(Span::new(at, text.len()));
            }
            first = end as usize;
            let span = Span::new(begin, text.len());
            blocks.push(Block { span, kind: BlockKind::Paragraph, indent: 0, hang: 0, gap: true });
            text.push_str("\n\n");
        }
        Self { text: Text::new(Arc::from(text), blocks), spans }
    }

    /// The first token of which some stands in the span, and the token after the last one.
    pub fn tokens(&self, span: Span) -> (usize, usize) {
        let first = self.spans.partition_point(|token| token.end <= span.start);
        (first, self.spans.partition_point(|token| token.start < span.end))
    }

    /// The names among mentions of the text, in order, as names of tokens; of two that stand in one token the first.
    pub fn names(&self, mentions: &[Mention]) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::with_capacity(mentions.len());
        for mention in mentions {
            let kind = match mention.kind {
                Kind::Person => NameKind::Person,
                Kind::Organisation => NameKind::Organisation,
                Kind::Place => NameKind::Place,
                _ => continue,
            };
            let (first, end) = self.tokens(mention.span);
            let (first, end) = (first as u32, end as u32);
            if first < end && names.last().is_none_or(|before| before.end <= first) {
                names.push(Name { first, end, kind, confidence: f32::from(mention.confidence) / 100.0 });
            }
        }
        names
    }
}

/// Whether no white space stands before the token.
fn clings_behind(word: &str) -> bool {
    word.starts_with(['\'', '’']) && word.len() > 1
        || matches!(
            word,
            "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "%" | "n't" | "n’t" | "”" | "’" | "..."
        )
}

/// Whether no white space stands behind the token.
fn clings_before(word: &str) -> bool {
    matches!(word, "(" | "[" | "{" | "$" | "£" | "€" | "“" | "‘")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(words: &[&str], ends: &[u32]) -> Joined {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        Joined::new(&Labelled::plain(words, ends.to_vec()))
    }

    #[test]
    fn tokens_become_running_text_and_are_found_again() {
        let joined = joined(&["Anna", "Bo", "'s", "(", "old", ")", "cat", ".", "It", "left", "."], &[8, 11]);
        assert_eq!(joined.text.as_str(), "Anna Bo's (old) cat.\n\nIt left.\n\n");
        assert_eq!(joined.text.blocks().len(), 2);
        assert_eq!(joined.tokens(Span::new(0, 7)), (0, 2));
        assert_eq!(joined.tokens(Span::new(11, 14)), (4, 5));
        assert_eq!(joined.tokens(Span::new(24, 28)), (9, 10));
    }

    #[test]
    fn empty_tokens_and_sentences_are_kept_apart() {
        let joined = joined(&["", "a b", ""], &[1, 1, 3]);
        assert_eq!(joined.text.as_str(), "\n\n\n\na\u{a0}b \n\n");
        assert_eq!(joined.tokens(Span::new(4, 8)), (1, 2));
    }
}
