//! The passage that a command is about, and the notes that hang on passages of the open document.

use std::collections::HashSet;

use super::reader::trimmed;
use super::{App, Command, Effect, NewItem, Selection, Ticket};
use crate::note::{Anchor, Item, ItemId, ItemKind, Resolved, Subject};
use crate::text::Span;

/// Bytes that a passage on the clipboard may have. Several terminals drop a sequence of more than 100,000
/// bytes, and in base64 three bytes are four.
const CLIPBOARD: usize = 70_000;

impl App {
    /// The words that a command is about: the selection, else the passage that the person is at, in the
    /// reading text. Says so where there is none.
    pub(super) fn passage(&mut self) -> Option<Span> {
        let reader = self.reader.as_ref()?;
        if reader.raw_shown {
            let raw = self.key_for(Command::ToggleRaw);
            self.say(format!("Marks and notes belong to the reading text: {raw} shows it"));
            return None;
        }
        if reader.loading {
            self.say("The document is still being loaded");
            return None;
        }
        let text = reader.text().as_str();
        let passage = reader.selection.map(|selection| trimmed(text, selection.span()));
        let passage = passage.or_else(|| reader.passage_here()).filter(|span| !span.is_empty());
        if passage.is_none() {
            self.say("There is no passage here");
        }
        passage
    }

    /// The note, highlight or bookmark on the passage that the person is at, a note before others; else the
    /// first in sight.
    pub(super) fn item_here(&self) -> Option<Item> {
        let reader = self.reader.as_ref()?;
        if let Some(chosen) = reader.chosen_note() {
            return self.store.get(chosen).cloned();
        }
        let (passage, visible) = (reader.passage_here(), reader.visible_span());
        let pinned =
            reader.pinned.iter().filter_map(|(id, resolved)| Some((self.store.get(id)?, resolved.span()?)));
        let seen = pinned.filter(|(_, span)| span.overlaps(visible));
        let here = |span: Span| passage.is_some_and(|passage| passage.overlaps(span));
        let first = seen.min_by_key(|(item, span)| (!here(*span), item.kind != ItemKind::Note, span.start));
        first.map(|(item, _)| item.clone())
    }

    /// A new item on a passage of the open document.
    pub(super) fn new_item(&self, kind: ItemKind, span: Span) -> Option<NewItem> {
        let reader = self.reader.as_ref()?;
        let anchor = Some(Anchor::at(reader.document.text.as_str(), span));
        let subject = Subject::Document { document: reader.reference(), anchor };
        Some(NewItem::new(kind, subject))
    }

    /// Puts the passage with its source on the clipboard.
    pub(super) fn copy(&mut self) {
        let Some(span) = self.passage() else { return };
        let Some(reader) = &mut self.reader else { return };
        if span.len() > CLIPBOARD {
            return self.warn("The passage is too long for a terminal's clipboard: at most 70 kB");
        }
        let quotation: Vec<&str> = span.of(reader.text().as_str()).split_whitespace().collect();
        let meta = &reader.document.meta;
        let mut text = format!("“{}”\n— {}", quotation.join(" "), meta.title.value);
        let source = meta.source.as_ref().map(|source| source.value.to_string());
        let date = meta.date.as_ref().map(|date| date.value.to_string());
        let page = reader.document.page_at(span.start as usize).map(|page| format!("p. {}", page.label));
        for detail in source.into_iter().chain(date).chain(page) {
            text.push_str(", ");
            text.push_str(&detail);
        }
        if let Some(link) = &reader.document.link {
            text.push('\n');
            text.push_str(link);
        }
        reader.selection = None;
        self.effect(Effect::Copy(super::Copied::new("the passage with its source", &text)));
    }

    /// Asks where the notes of the open document stand in its text.
    pub(super) fn anchor_notes(&mut self) {
        let Some(reader) = &self.reader else { return };
        let path = crate::note::path_to_text(&reader.path);
        let items = self.store.of_document(&path, &reader.document.meta.hash, &self.catalogue);
        let anchors = items.filter_map(|(_, item)| Some((Some(item.id.clone()), item.anchor().cloned()?)));
        let mark = self.aim_at_mark.iter().map(|anchor| (None, anchor.clone()));
        let mut anchors: Vec<(Option<ItemId>, Anchor)> = anchors.chain(mark).collect();
        // Of a note that is to be attached here, of whatever document it was, the words are looked for too.
        let sought = self.attached_to(reader.id);
        let sought = sought.filter(|sought| anchors.iter().all(|(id, _)| id.as_ref() != Some(sought)));
        if let Some(item) = sought.and_then(|id| self.store.get(id)) {
            anchors.extend(item.anchor().cloned().map(|anchor| (Some(item.id.clone()), anchor)));
        }
        let text = reader.document.text.clone();
        let about = self.about_reader(reader);
        let ticket = self.ticket();
        if let Some(reader) = &mut self.reader {
            reader.about = about;
            reader.anchoring = ticket;
        }
        self.effect(Effect::Anchor(ticket, text, anchors));
    }

    pub(super) fn anchored(&mut self, ticket: Ticket, found: Vec<(Option<ItemId>, Resolved)>) {
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.anchoring == ticket) else { return };
        let mark = found.iter().find(|(id, _)| id.is_none()).map(|(_, resolved)| *resolved);
        let path = crate::note::path_to_text(&reader.path);
        let own: HashSet<&ItemId> = self
            .store
            .of_document(&path, &reader.document.meta.hash, &self.catalogue)
            .map(|(_, item)| &item.id)
            .collect();
        let found = found.into_iter().filter_map(|(id, resolved)| Some((id?, resolved)));
        // A note that is to be attached here isn't one of this document yet: it is only where its words may be.
        let (found, sought): (Vec<(ItemId, Resolved)>, Vec<_>) = found.partition(|(id, _)| own.contains(id));
        let lost = found.iter().filter(|(_, resolved)| *resolved == Resolved::Lost).count();
        let new = lost > reader.pinned.iter().filter(|(_, resolved)| *resolved == Resolved::Lost).count();
        reader.pinned = found;
        if new && self.aim_at_item.is_none() && self.message.is_none() {
            let notes = self.key_for(Command::Notes);
            self.warn(format!(
                "The words of {lost} of your notes aren't in this text any more; {notes} lists them"
            ));
        }
        if let Some(resolved) = mark {
            return self.mark_found(resolved);
        }
        let Some(aim) = self.aim_at_item.take() else { return };
        let attaching = self.attaching.as_ref().is_some_and(|attaching| attaching.id == aim);
        let Some(reader) = &mut self.reader else { return };
        if let Some((_, Resolved::Exact(span) | Resolved::Moved(span))) =
            sought.iter().find(|(id, _)| *id == aim).filter(|_| attaching)
        {
            // They are proposed; another key takes others.
            reader.selection = Some(Selection { anchor: *span, head: *span });
        }
        let there = reader.pinned.iter().chain(&sought).find(|(id, _)| *id == aim);
        match there.map(|(_, resolved)| *resolved) {
            Some(Resolved::Exact(span) | Resolved::Moved(span)) => reader.go_to(span),
            Some(Resolved::Doubtful(span)) => {
                reader.go_to(span);
                if self.attaching.is_none() {
                    self.warn("The document has changed: this is perhaps the passage");
                }
            }
            // Somebody who attaches it anew knows, and is told how.
            Some(_) if attaching => {}
            Some(Resolved::Lost) => self.warn("The document has changed: the passage isn't in it any more"),
            None => {}
        }
    }
}
