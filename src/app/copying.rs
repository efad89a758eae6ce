//! What a list has to copy: the chosen document, note or name, or the way to a document.

use super::{App, Command, Effect, Screen};
use crate::corpus::DocId;
use crate::note::Subject;
use crate::text::safe;

/// A text for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// What it is, in words for the status line.
    pub what: &'static str,
    /// The text, safe to be pasted into a shell.
    pub text: String,
}

impl Copied {
    /// A text as it is put on the clipboard: what is pasted into a shell must not steer it.
    pub fn new(what: &'static str, text: &str) -> Self {
        Self { what, text: safe::pasted(text) }
    }
}

impl App {
    /// Puts what is chosen on the clipboard: of a document title, source and date, of a note its words with where they are
    /// from, of a name the name.
    pub(super) fn copy_here(&mut self) {
        let copied = match self.screen() {
            Screen::Notes => self.note_to_copy(),
            Screen::Entity => self
                .page()
                .and_then(|page| page.entity.as_ref())
                .map(|entity| Copied::new("the name", &entity.known.name)),
            Screen::People => {
                let view = &self.people;
                let name = view.table.as_ref().zip(view.chosen()).map(|(table, listed)| table.name(listed));
                name.map(|name| Copied::new("the name", name))
            }
            Screen::Timeline => self.numbers_to_copy(),
            Screen::Matrix => self.pairs_to_copy(),
            _ => self.document_here().and_then(|id| self.document_to_copy(id)),
        };
        match copied {
            Some(copied) => self.effect(Effect::Copy(copied)),
            None => self.say("There is nothing to copy here"),
        }
    }

    /// Puts the path of the document that one is at on the clipboard.
    pub(super) fn copy_link(&mut self) {
        let path = match (self.screen(), &self.reader) {
            (Screen::Reader, Some(reader)) => Some(reader.path.clone()),
            _ => self.document_here().and_then(|id| self.catalogue.get(id)).map(|entry| entry.shared_path()),
        };
        match path {
            Some(path) => {
                let text = path.to_string_lossy();
                self.effect(Effect::Copy(Copied::new("the path of the document", &text)));
            }
            None => self.say("There is no document here"),
        }
    }

    /// Puts the address of the open document on the clipboard.
    pub(super) fn copy_address(&mut self) {
        let open = self.reader.as_ref().filter(|_| self.screen() == Screen::Reader);
        match open.map(|reader| reader.document.link.clone()) {
            Some(Some(link)) => self.effect(Effect::Copy(Copied::new("the address of the document", &link))),
            Some(None) => {
                let path = self.key_for(Command::CopyLink);
                self.say(format!("The document gives no address; {path} copies its path"));
            }
            None => self.say("The address of a document is known once it is open"),
        }
    }

    /// The document that is chosen in a list.
    fn document_here(&self) -> Option<DocId> {
        match self.screen() {
            Screen::Library => self.library.chosen(),
            Screen::Search => {
                let passage = self.search.passages.get(self.search.cursor.at)?;
                self.search.hits.get(passage.hit).map(|hit| hit.id)
            }
            Screen::Concordance => self.concordance.chosen().map(|line| line.id),
            Screen::Notes => {
                let item = self.notes.chosen().and_then(|id| self.store.get(id))?;
                match &item.subject {
                    Subject::Document { document, .. } => self.catalogue.find(document, &self.store),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn document_to_copy(&self, id: DocId) -> Option<Copied> {
        let entry = self.catalogue.get(id)?;
        let source = Some(entry.source().to_owned()).filter(|source| !source.is_empty());
        let date = entry.date().map(|date| date.to_string());
        let parts = std::iter::once(format!("“{}”", entry.title())).chain(source).chain(date);
        Some(Copied::new("the document's title, source and date", &parts.collect::<Vec<_>>().join(", ")))
    }

    fn note_to_copy(&self) -> Option<Copied> {
        let item = self.notes.chosen().and_then(|id| self.store.get(id))?;
        let mut parts = Vec::new();
        let words: Vec<&str> = item.subject.quotation().split_whitespace().collect();
        if !words.is_empty() {
            parts.push(format!("“{}”", words.join(" ")));
        }
        let title = item.subject.title();
        if !title.is_empty() {
            parts.push(format!("— {title}"));
        }
        if !item.body.is_empty() {
            parts.push(item.body.clone());
        }
        Some(Copied::new("the note", &parts.join("\n")))
    }
}
