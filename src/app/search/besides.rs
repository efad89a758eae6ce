//! What a search finds in notes that are on no document of the collection: on names, on the collection itself, elsewhere.
//! They stand in no document's result, so they are told apart and listed in the notes.

use crate::app::{App, Prompt, Screen};
use crate::library::Catalogue;
use crate::note::{Filter, Item, Store};

/// The notes on no document of a collection that have what a search asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Besides {
    /// How many there are.
    pub count: usize,
    /// The words by which the notes are filtered for them.
    pub words: String,
}

impl Besides {
    /// Those that have what was typed; `None` where there are none.
    pub fn of(typed: &str, store: &Store, catalogue: &Catalogue) -> Option<Self> {
        let words = plain(typed);
        let filter = Filter::read(&words);
        if filter.is_empty() || is_about_documents(typed) || !has_a_word(&words) {
            return None;
        }
        let is_beside =
            |item: &Item| item.document().is_none_or(|made_on| catalogue.find(made_on, store).is_none());
        let count = store.items().filter(|item| filter.passes(item) && is_beside(item)).count();
        (count > 0).then_some(Self { count, words })
    }

    /// What so many of them are on.
    pub fn subjects(count: usize) -> &'static str {
        match count {
            1 => "a name, the collection or a document elsewhere",
            _ => "names, the collection or documents elsewhere",
        }
    }
}

/// A question as the notes are filtered by it: without the signs of a search and the names of its fields.
fn plain(typed: &str) -> String {
    let word = |word: &str| {
        let word = word.trim_start_matches(['(', '+']).trim_end_matches([')', '*', '~']);
        let word = word.strip_prefix("note:").unwrap_or(word);
        match word.strip_prefix("tag:") {
            Some(tag) => format!("#{}", tag.trim_matches('"')),
            None => word.to_owned(),
        }
    };
    let words: Vec<String> =
        typed.split_whitespace().filter(|word| *word != "OR" && *word != "AND").map(word).collect();
    words.join(" ")
}

/// Whether there is anything in it by which notes are told apart. A letter or two of an alphabet stand within some word of
/// nearly every note, and are no word that it has.
fn has_a_word(words: &str) -> bool {
    words.split_whitespace().any(|word| {
        let letters = || word.chars().filter(|c| c.is_alphanumeric());
        letters().count() > 2
            || word.starts_with('#')
            || letters().any(|c| !c.is_lowercase() && !c.is_uppercase())
    })
}

/// Whether a question asks for something that no note has, such as a date or a source, or for the contrary of something.
fn is_about_documents(typed: &str) -> bool {
    typed.split_whitespace().any(|word| {
        let field = word.split_once(':').is_some_and(|(field, rest)| {
            !rest.is_empty() && !matches!(field, "note" | "tag") && field.chars().all(char::is_alphanumeric)
        });
        field || word == "NOT" || word.starts_with('-')
    })
}

impl App {
    /// How many notes that are on no document of the collection have what is asked.
    pub(super) fn notes_besides(&self) -> usize {
        if !self.search.narrowed.is_empty() {
            return 0;
        }
        let found = Besides::of(self.search.prompt.text(), &self.store, &self.catalogue);
        found.map_or(0, |besides| besides.count)
    }

    /// Lists the notes; out of a search that some notes answer that are on no document here, those that have its words.
    pub(in crate::app) fn show_notes(&mut self) {
        if self.screen() == Screen::Search && self.search.besides > 0 {
            self.notes.filter = Prompt::of(&plain(self.search.prompt.text()));
            (self.notes.typing, self.notes.elsewhere) = (false, true);
            self.notes.cursor = super::Cursor::default();
            self.show(Screen::Notes);
            return self.refresh_notes();
        }
        self.show(Screen::Notes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_becomes_a_filter() {
        assert_eq!(plain("note:timber tag:trade \"two words\" OR port*"), "timber #trade \"two words\" port");
        assert!(is_about_documents("timber source:belta") && is_about_documents("timber -port"));
        assert!(!has_a_word("e") && !has_a_word("x y") && !has_a_word("\"a b\""));
        assert!(has_a_word("a port") && has_a_word("#x") && has_a_word("油") && has_a_word("47"));
        assert!(!is_about_documents("note:timber \"at 10: the port\""));
    }
}
