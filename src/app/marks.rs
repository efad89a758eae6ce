//! Marks: places with a letter, set with one key and that letter and gone to with another.

use super::{Aim, App, Effect, Screen};
use crate::note::{Item, Mark, Resolved, path_to_text};
use crate::text::safe;

/// Characters of a passage in the list of marks.
const SHOWN: usize = 60;

impl App {
    /// Marks the place where the person is with the letter that they typed; where it has that mark already, the mark is
    /// taken away.
    pub(super) fn set_mark(&mut self) {
        let Some(letter) = self.letter.take().filter(char::is_ascii_alphabetic) else {
            return self.say("A mark is a letter: a small one for this document, a capital one for all");
        };
        let Some(reader) = &self.reader else { return };
        if reader.raw_shown || reader.loading {
            return self.say("A mark is set in the reading text, once all of it is there");
        }
        // The first line in sight is what comes back to its place.
        let lines = reader.visible();
        let mut rows = lines.iter().filter_map(|line| line.row()).map(|row| row.span);
        let text = reader.document.text.as_str();
        let Some(span) = rows.find(|span| !span.of(text).trim().is_empty()) else {
            return self.say("There is no text to mark");
        };
        let document = reader.reference();
        let anchor = crate::note::Anchor::at(reader.document.text.as_str(), span);
        let mut mark = Mark { letter, collection: self.collection_place(), document, anchor };
        let is_there = |known: &&Mark| {
            known.letter == letter && known.anchor == mark.anchor && known.document.hash == mark.document.hash
        };
        if self.marks().iter().any(is_there) {
            mark.take_away();
        }
        self.effect(Effect::Mark(Box::new(mark)));
    }

    /// The marks that can be gone to from here, by letter: those of the open document and those of the collection.
    pub fn marks(&self) -> Vec<&Mark> {
        let reader = self.reader.as_ref().filter(|_| self.screens.contains(&Screen::Reader));
        let own = reader.map_or_else(Vec::new, |reader| {
            let hash = &reader.document.meta.hash;
            self.store.marks_of_document(&path_to_text(&reader.path), hash, &self.catalogue)
        });
        let mut marks = own;
        marks.extend(self.store.marks_of_collection(&self.collection_place()));
        marks.retain(|mark| mark.letter.is_ascii_alphabetic());
        marks
    }

    /// Goes to the place of the letter that was typed.
    pub(super) fn go_to_mark(&mut self) {
        let Some(letter) = self.letter.take() else { return self.say("A mark is gone to by its letter") };
        let Some(mark) = self.marks().into_iter().find(|mark| mark.letter == letter).cloned() else {
            return self.say(match letter.is_ascii_uppercase() {
                true => format!("Nothing in this collection is marked {letter}"),
                false => format!("Nothing in this document is marked {letter}"),
            });
        };
        let open = self.reader.as_ref().filter(|_| !mark.is_of_collection()).map(|reader| reader.id);
        let Some(id) = open.or_else(|| self.catalogue.find(&mark.document, &self.store)) else {
            return self.warn(format!("“{}” isn't in the collection any more", mark.document.title));
        };
        self.remember_place();
        let start = mark.anchor.start as usize;
        match &mut self.reader {
            Some(reader) if reader.id == id && !reader.loading => {
                if reader.raw_shown {
                    reader.toggle_raw();
                }
                let as_it_was = reader.document.meta.hash == mark.document.hash;
                reader.scroll_to(start);
                self.show(Screen::Reader);
                if !as_it_was {
                    self.aim_at_mark = Some(mark.anchor);
                    self.anchor_notes();
                }
            }
            _ => {
                let changed = self.catalogue.get(id).is_none_or(|entry| *entry.hash() != mark.document.hash);
                self.aim_at_mark = changed.then_some(mark.anchor);
                self.open(id, Aim::Offset(start));
            }
        }
    }

    /// Where the passage of the mark that is gone to stands is known.
    pub(super) fn mark_found(&mut self, resolved: Resolved) {
        self.aim_at_mark = None;
        let Some(reader) = &mut self.reader else { return };
        match resolved {
            Resolved::Exact(span) | Resolved::Moved(span) => reader.scroll_to(span.start as usize),
            Resolved::Doubtful(span) => {
                reader.scroll_to(span.start as usize);
                self.warn("The document has changed: this is perhaps the place");
            }
            Resolved::Lost => self.warn("The document has changed: what was marked isn't in it any more"),
        }
    }

    /// Goes to the note that was changed last, of those on documents of this collection.
    pub(super) fn last_change(&mut self) {
        let here = self.store.items().filter(|item| self.is_here(item) && !self.is_absent(item));
        match here.max_by_key(|item: &&Item| item.changed).cloned() {
            Some(item) => self.go_to_item(item),
            None => self.say("Nothing was noted in this collection yet"),
        }
    }
}

/// A mark in the list of those that can be gone to: its words, and the document where it is another one's.
pub(super) fn told(mark: &Mark) -> String {
    let words: Vec<&str> = mark.anchor.exact.split_whitespace().collect();
    let words: String = words.join(" ").chars().take(SHOWN).collect();
    let words = safe::line(&words).into_owned();
    if mark.is_of_collection() { format!("{} · {words}", safe::line(&mark.document.title)) } else { words }
}
