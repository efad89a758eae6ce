//! Searching for what is under the cursor of the reader.

use crate::app::reader::trimmed;
use crate::app::{App, Pane, Reader};
use crate::text::Span;
use crate::text::words::words;

/// Characters of a selection that are searched for.
const LONGEST: usize = 200;

impl App {
    /// Searches for what is selected, else for the name that the person is at.
    pub(in crate::app) fn search_this(&mut self) {
        let Some(reader) = &self.reader else { return };
        match reader.selected_line().or_else(|| reader.name_line()) {
            Some(line) => {
                if let Some(reader) = &mut self.reader {
                    reader.selection = None;
                }
                self.search_for(&line);
            }
            None => self.say("Neither a selection nor a name is here to search for"),
        }
    }
}

impl Reader {
    /// A search for the selection: several words as a phrase.
    pub(in crate::app) fn selected_line(&self) -> Option<String> {
        let text = self.text().as_str();
        // The mouse selects letters, and a piece of a word is in no text as a word.
        let span = self.whole_words(trimmed(text, self.selection?.span()));
        let words: String = span.of(text).chars().take(LONGEST).map(plain).collect();
        let words: Vec<&str> = words.split_whitespace().collect();
        match words.as_slice() {
            [] => None,
            [word] if word.chars().all(char::is_alphanumeric) => Some((*word).to_owned()),
            words => Some(format!("\"{}\"", words.join(" "))),
        }
    }

    /// A place grown to the ends of the words at both of its ends.
    fn whole_words(&self, span: Span) -> Span {
        let text = self.text();
        let around = |at: usize| {
            let block = text.block_at(at).and_then(|block| text.blocks().get(block))?;
            words(text.as_str(), block.span).find(|word| (word.start..word.end).contains(&(at as u32)))
        };
        let first = around(span.start as usize).unwrap_or(span);
        let last = around((span.end as usize).saturating_sub(1)).unwrap_or(span);
        span.join(first).join(last)
    }

    /// A search for the name in the cast, or for the mention that the person is at, in any of its spellings.
    fn name_line(&self) -> Option<String> {
        let cast = self.cast.as_ref()?;
        let chosen = (self.pane == Pane::Cast).then(|| self.chosen_entity()).flatten();
        let name = match chosen {
            Some(entity) => cast.entities.get(entity)?.name.clone(),
            None => cast.mentions.get(self.mention_here()?)?.span.of(self.document.text.as_str()).to_owned(),
        };
        let name: String = name.chars().map(plain).collect();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(name).filter(|name| !name.is_empty())
    }
}

/// What means something in a query is a blank.
fn plain(c: char) -> char {
    if c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.' | '&' | '$' | '€' | '%' | ',') {
        c
    } else {
        ' '
    }
}
