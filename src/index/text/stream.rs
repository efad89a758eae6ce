//! The words of a text as `tantivy` takes them.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::words::Words;

/// Makes [`Words`] of what is indexed.
#[derive(Clone, Default)]
pub(super) struct Folding {
    token: Token,
}

/// The words of one value.
pub(super) struct Folded<'a> {
    words: Words<'a>,
    token: &'a mut Token,
}

impl Tokenizer for Folding {
    type TokenStream<'a> = Folded<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Folded<'a> {
        self.token.reset();
        Folded { words: Words::new(text), token: &mut self.token }
    }
}

impl TokenStream for Folded<'_> {
    fn advance(&mut self) -> bool {
        let Some((start, end)) = self.words.next_into(&mut self.token.text) else { return false };
        self.token.offset_from = start;
        self.token.offset_to = end;
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
