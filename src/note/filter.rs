//! A filter of notes: the words that a person types to find some of them.

use super::{Colour, Item};
use crate::text::fold::Folding;

/// Words and tags that all have to be there.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    words: Vec<(Folding, String)>,
    tags: Vec<String>,
}

impl Filter {
    /// Reads what was typed: words, which may stand within a word; `"several in a row"`; `#tag`, which is a whole tag or the
    /// beginning of one such as `#trade/timber`. Case and accents count only where they are typed.
    pub fn read(typed: &str) -> Self {
        let mut filter = Self::default();
        for (number, part) in typed.split('"').enumerate() {
            if number % 2 == 1 {
                filter.word(part.trim());
                continue;
            }
            for word in part.split_whitespace() {
                match word.strip_prefix('#') {
                    Some(tag) if !tag.is_empty() => filter.tags.push(tag.to_lowercase()),
                    _ => filter.word(word),
                }
            }
        }
        filter
    }

    fn word(&mut self, word: &str) {
        if !word.is_empty() {
            let folding = Folding::for_query(word);
            self.words.push((folding, folding.fold(word).as_str().to_owned()));
        }
    }

    /// Narrows it to items with this tag.
    #[must_use]
    pub fn tagged(mut self, tag: &str) -> Self {
        self.tags.push(tag.trim().trim_start_matches('#').to_lowercase());
        self
    }

    /// Whether there is nothing in it, so that everything passes.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.tags.is_empty()
    }

    /// Whether all of it is in the item: in what was written, its tags, its quotation, what it is about, its kind or colour.
    pub fn passes(&self, item: &Item) -> bool {
        self.passes_with(item, &[])
    }

    /// The same where other things that are known of the item are looked at too.
    pub fn passes_with(&self, item: &Item, known: &[&str]) -> bool {
        // Most are asked for nothing: the whole list, with each key.
        if self.is_empty() {
            return true;
        }
        let tags = item.all_tags();
        let lower: Vec<String> = match self.tags.is_empty() {
            true => Vec::new(),
            false => tags.iter().map(|tag| tag.to_lowercase()).collect(),
        };
        let has = |wanted: &String| {
            lower.iter().any(|tag| {
                tag.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        };
        if !self.tags.iter().all(has) {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        let (about, quotation) = (item.subject.title(), item.subject.quotation());
        let colour = item.colour.map_or("", Colour::label);
        let tags: String = tags.iter().map(|tag| format!("#{tag} ")).collect();
        let own = [item.kind.label(), colour, &item.body, quotation, about, &tags];
        let text = [&own[..], known].concat().join("\n");
        self.words.iter().all(|(folding, word)| folding.fold(&text).as_str().contains(word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::item;
    use super::*;

    #[test]
    fn words_phrases_and_tags_all_have_to_be_there() {
        let mut note = item(1, 1, "The timber goes by Čapek’s ferry #trade/timber");
        note.tags = vec!["Minsk".into()];
        let passes = |typed: &str| Filter::read(typed).passes(&note);
        for typed in [
            "",
            "timber ferry",
            "\"goes by\"",
            "capek's",
            "#trade",
            "#trade/timber",
            "#minsk note",
            "a title",
        ] {
            assert!(passes(typed), "{typed}");
        }
        for typed in ["milk", "\"by goes\"", "#tra", "#timber", "FERRY", "timber #milk", "highlight"] {
            assert!(!passes(typed), "{typed}");
        }
        assert!(Filter::default().tagged("#MINSK").passes(&note) && Filter::read(" \" ").is_empty());
    }
}
