//! What the commands do in the reader.

use std::path::Path;
use std::sync::Arc;

use super::reader::trimmed;
use super::{Aim, App, Command, Effect, Lit, Motion, NewItem, Overlay, Pane, Reader, Screen, Search, Ticket};
use crate::corpus::{ContentHash, Document, Problem};
use crate::library::DocId;
use crate::note::{Anchor, ItemId, ItemKind, Resolved};
use crate::tag::Cast;
use crate::text::Span;

impl App {
    /// Loads a document and goes to where `aim` says.
    pub(super) fn open(&mut self, id: DocId, aim: Aim) {
        let Some(path) = self.catalogue.get(id).map(|entry| entry.path.clone()) else {
            self.warn("That document is no longer in the collection");
            return;
        };
        self.load(id, path, aim);
    }

    /// Loads the document at `path` and goes to where `aim` says.
    pub(super) fn load(&mut self, id: DocId, path: Arc<Path>, aim: Aim) {
        let ticket = self.ticket();
        self.opening = Some(super::Opening { ticket, path: path.clone(), aim });
        self.effect(Effect::Open(ticket, id, path));
    }

    /// The beginning of a large document is here: it is shown, unless the person wants a place behind it.
    pub(super) fn begun(&mut self, ticket: Ticket, id: DocId, part: Arc<Document>) {
        let Some(opening) = self.opening.as_ref().filter(|opening| opening.ticket == ticket) else { return };
        let (path, aim) = (opening.path.clone(), opening.aim.clone());
        let hash = self.catalogue.get(id).map_or(part.meta.hash, |entry| entry.meta.hash);
        let offset = self.aim_offset(&aim, &path, &hash);
        if matches!(aim, Aim::Item(_)) || offset >= part.text.as_str().len() {
            return;
        }
        let mut reader = self.new_reader(id, path, part);
        reader.loading = true;
        reader.scroll_to(offset);
        self.reader = Some(reader);
        self.show(Screen::Reader);
    }

    /// A reader for a document, with the cast shown or not as before.
    fn new_reader(&mut self, id: DocId, path: Arc<Path>, document: Arc<Document>) -> Reader {
        self.keep_place();
        let cast_shown = self.reader.as_ref().is_none_or(|reader| reader.cast_shown);
        Reader::new(id, path, document, self.size, cast_shown)
    }

    /// The byte of the reading text that an aim means; a note's place is found later.
    fn aim_offset(&self, aim: &Aim, path: &Path, hash: &ContentHash) -> usize {
        match aim {
            Aim::Offset(offset) => *offset,
            Aim::Item(_) => 0,
            Aim::Remembered => {
                let path = crate::note::path_to_text(path);
                let place = self.store.place(&path, hash, &self.shelf);
                place.map_or(0, |place| usize::try_from(place.offset).unwrap_or(usize::MAX))
            }
        }
    }

    pub(super) fn opened(&mut self, ticket: Ticket, id: DocId, document: Result<Arc<Document>, Problem>) {
        let Some(opening) = self.opening.take_if(|opening| opening.ticket == ticket) else { return };
        let document = match document {
            Ok(document) => document,
            Err(problem) => return self.trouble(problem),
        };
        let begun = self.reader.take_if(|reader| reader.loading && reader.id == id);
        let mut reader = match begun {
            Some(mut reader) => {
                let aimed = self.aim_offset(&opening.aim, &opening.path, &document.meta.hash);
                let unmoved = reader.offset() == 0 && reader.wanted_percent.is_none();
                reader.complete(document);
                if unmoved {
                    reader.scroll_to(aimed);
                }
                reader
            }
            None => {
                let offset = self.aim_offset(&opening.aim, &opening.path, &document.meta.hash);
                let mut reader = self.new_reader(id, opening.path, document);
                reader.scroll_to(offset);
                reader
            }
        };
        reader.tagging = self.ticket();
        self.effect(Effect::Tag(reader.tagging, reader.document.text.clone()));
        let searching = !reader.search.prompt.text().is_empty();
        self.reader = Some(reader);
        if let Aim::Item(item) = opening.aim {
            self.aim_at_item = Some(item);
        }
        self.show(Screen::Reader);
        self.fit_reader();
        // From now on the document counts as read, even if the line drops.
        self.keep_place();
        self.anchor_notes();
        if searching {
            self.reader_typed();
        }
    }

    pub(super) fn tagged(&mut self, ticket: Ticket, cast: Arc<Cast>) {
        if let Some(reader) = self.reader.as_mut().filter(|reader| reader.tagging == ticket) {
            reader.cast = Some(cast);
            reader.keep_cast_cursor();
        }
    }

    /// Goes to where the person stopped, in a document that was opened before the journal was read and in
    /// which they haven't moved yet.
    pub(super) fn resume(&mut self) {
        let Some(reader) = self.reader.as_ref().filter(|reader| !reader.loading && reader.offset() == 0)
        else {
            return;
        };
        let offset = self.aim_offset(&Aim::Remembered, &reader.path, &reader.document.meta.hash);
        if let Some(reader) = &mut self.reader {
            reader.scroll_to(offset);
        }
        self.keep_place();
    }

    /// Asks where the notes of the open document stand in its text.
    pub(super) fn anchor_notes(&mut self) {
        let Some(reader) = &self.reader else { return };
        let path = crate::note::path_to_text(&reader.path);
        let items = self.store.of_document(&path, &reader.document.meta.hash, &self.shelf);
        let anchors: Vec<(ItemId, Anchor)> =
            items.filter_map(|(_, item)| Some((item.id.clone(), item.anchor.clone()?))).collect();
        let text = reader.document.text.clone();
        let ticket = self.ticket();
        if let Some(reader) = &mut self.reader {
            reader.anchoring = ticket;
        }
        self.effect(Effect::Anchor(ticket, text, anchors));
    }

    pub(super) fn anchored(&mut self, ticket: Ticket, found: Vec<(ItemId, Resolved)>) {
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.anchoring == ticket) else { return };
        reader.pinned = found;
        let Some(aim) = self.aim_at_item.take() else { return };
        match reader.pinned.iter().find(|(id, _)| *id == aim).map(|(_, resolved)| *resolved) {
            Some(Resolved::Exact(span) | Resolved::Moved(span)) => reader.go_to(span),
            Some(Resolved::Doubtful(span)) => {
                reader.go_to(span);
                self.warn("The document has changed: this is perhaps the passage");
            }
            Some(Resolved::Lost) => self.warn("The document has changed: the passage isn't in it any more"),
            None => {}
        }
    }

    pub(super) fn matched(&mut self, ticket: Ticket, spans: Vec<Span>) {
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.search.ticket == ticket) else {
            return;
        };
        reader.search.waiting = false;
        reader.search.spans = spans;
        reader.current = None;
        if reader.search.typing {
            // From where the typing began, so that more letters never carry the reader away.
            reader.top = reader.search.origin.0;
        }
        if let Some((span, _)) = reader.step(Lit::Search, false) {
            reader.go_to(span);
        }
    }

    /// Asks for the places of what is typed in the reader's line for finding.
    pub(super) fn reader_typed(&mut self) {
        let ticket = self.ticket();
        let Some(reader) = &mut self.reader else { return };
        let typed = reader.search.prompt.text().to_owned();
        reader.search.ticket = ticket;
        reader.current = None;
        if typed.is_empty() {
            reader.search.spans.clear();
            reader.search.waiting = false;
            reader.lit = Lit::Nothing;
            reader.top = reader.search.origin.0;
            return;
        }
        reader.lit = Lit::Search;
        reader.search.waiting = true;
        let (text, unfolded) = (reader.text().clone(), reader.unfolded || reader.raw_shown);
        self.effect(Effect::Match(ticket, text, typed, unfolded));
    }

    /// Leaves the reader's line for finding: to the match, or back to where the typing began.
    pub(super) fn leave_reader_find(&mut self, accept: bool) {
        let Some(reader) = &mut self.reader else { return };
        reader.search.typing = false;
        if accept && !reader.search.prompt.text().is_empty() {
            let there = reader.top;
            reader.top = reader.search.origin.0;
            self.remember_place();
            let Some(reader) = &mut self.reader else { return };
            reader.top = there;
            if reader.search.spans.is_empty() && !reader.search.waiting {
                let text = format!("“{}” isn't in this text", reader.search.prompt.text());
                reader.lit = Lit::Nothing;
                self.warn(text);
            }
        } else {
            let (top, lit, current) = reader.search.origin;
            reader.search = Search::default();
            reader.top = top;
            reader.lit = if lit == Lit::Search { Lit::Nothing } else { lit };
            reader.current = current;
        }
    }

    /// `back` in the reader: lets go of one thing after another, then leaves the document.
    pub(super) fn leave_reader(&mut self) {
        let Some(reader) = &mut self.reader else { return };
        if reader.lit != Lit::Nothing {
            reader.lit = Lit::Nothing;
            reader.search = Search::default();
        } else if reader.raw_shown {
            reader.toggle_raw();
        } else if reader.pane == Pane::Cast {
            reader.pane = Pane::Text;
        } else {
            self.keep_place();
            self.opening = None;
            self.screens.pop();
            self.keep_cursors();
            self.want_preview();
        }
    }

    /// The commands of the reader; says whether `command` is one.
    pub(super) fn reader_command(&mut self, command: Command, count: Option<u32>) -> bool {
        let Some(reader) = &mut self.reader else { return false };
        if reader.selection.is_some() && self.select_command(command, count) {
            return true;
        }
        let Some(reader) = &mut self.reader else { return false };
        match command {
            Command::Open if reader.pane == Pane::Cast => self.choose_entity(),
            Command::Find => {
                let origin = (reader.top, reader.lit, reader.current);
                reader.search = Search { typing: true, origin, ..Search::default() };
                reader.pane = Pane::Text;
            }
            Command::Next | Command::Previous => self.step(self.lit(), command == Command::Previous, count),
            Command::NextMention | Command::PreviousMention => {
                self.step(Lit::Nothing, command == Command::PreviousMention, count);
            }
            Command::Who | Command::Open => self.who(),
            Command::FocusNext => self.focus_next(),
            Command::ToggleCast => {
                reader.reset(|reader| reader.cast_shown = !reader.cast_shown);
                reader.pane = Pane::Text;
            }
            Command::ToggleAside => {
                reader.reset(|reader| reader.unfolded = !reader.unfolded);
                let text = if reader.unfolded {
                    "What was set aside is shown"
                } else {
                    "What was set aside is folded"
                };
                self.say(text);
            }
            Command::ToggleRaw => {
                reader.toggle_raw();
                let text = if reader.raw_shown { "Raw text" } else { "Reading text" };
                let searching = reader.lit == Lit::Search;
                self.say(text);
                if searching {
                    self.reader_typed();
                }
            }
            Command::NextDocument => self.turn_document(1),
            Command::PreviousDocument => self.turn_document(-1),
            Command::Percent => match count {
                Some(percent) => self.go_to_percent(percent),
                None => self.overlay = Some(Overlay::Percent(Default::default())),
            },
            Command::Bookmark => self.toggle_bookmark(),
            Command::Note => self.begin_note(false),
            Command::NoteExternal => self.begin_note(true),
            Command::Select => {
                reader.begin_selection();
                if reader.selection.is_none() {
                    self.say("There is no word to select");
                }
            }
            Command::Highlight => self.highlight(),
            Command::Copy => self.copy(),
            Command::ParagraphDown | Command::ParagraphUp => {
                let at = reader.offset();
                let blocks = reader.text().blocks();
                let target = if command == Command::ParagraphDown {
                    blocks.iter().find(|block| block.span.start as usize > at)
                } else {
                    blocks.iter().rfind(|block| (block.span.start as usize) < at)
                };
                if let Some(start) = target.map(|block| block.span.start) {
                    reader.scroll_to(start as usize);
                }
            }
            _ => return false,
        }
        true
    }

    /// The commands of a selection; says whether `command` is one.
    fn select_command(&mut self, command: Command, count: Option<u32>) -> bool {
        let Some(reader) = &mut self.reader else { return false };
        match command {
            Command::Back | Command::Cancel => reader.selection = None,
            Command::Select => reader.begin_selection(),
            Command::SelectStart => reader.start_selection(),
            Command::SelectSwap => reader.swap_selection(),
            _ => return reader.move_caret(command, count.unwrap_or(1), Motion::of(command, count)),
        }
        true
    }

    pub(super) fn move_in_reader(&mut self, motion: Motion) {
        if matches!(motion, Motion::Top | Motion::Bottom) {
            self.remember_place();
        }
        let Some(reader) = &mut self.reader else { return };
        match reader.pane {
            Pane::Text => reader.scroll(motion),
            Pane::Cast => {
                reader.move_in_cast(motion);
                // The chosen name is lit at once; the text stays where it is.
                if let Some(entity) = reader.chosen_entity() {
                    reader.lit = Lit::Entity(entity);
                }
            }
        }
    }

    /// What the steps go over.
    fn lit(&self) -> Lit {
        self.reader.as_ref().map_or(Lit::Nothing, |reader| reader.lit)
    }

    fn step(&mut self, lit: Lit, back: bool, count: Option<u32>) {
        for _ in 0..count.unwrap_or(1).clamp(1, 999) {
            let Some(reader) = &mut self.reader else { return };
            match reader.step(lit, back) {
                Some((span, round)) => {
                    reader.go_to(span);
                    match round {
                        true if back => self.say("From the end again"),
                        true => self.say("From the beginning again"),
                        false => self.message = None,
                    }
                }
                None => {
                    let waiting = reader.cast.is_none() && !reader.raw_shown && lit != Lit::Search;
                    self.say(if waiting { "Names are still being tagged" } else { "Nothing to step to" });
                    return;
                }
            }
        }
    }

    fn focus_next(&mut self) {
        let Some(reader) = &mut self.reader else { return };
        match reader.pane {
            Pane::Cast => reader.pane = Pane::Text,
            Pane::Text => {
                if !reader.cast_shown {
                    reader.reset(|reader| reader.cast_shown = true);
                }
                if reader.raw_shown {
                    self.say("The raw text has no cast");
                } else {
                    reader.pane = Pane::Cast;
                    reader.keep_cast_cursor();
                }
            }
        }
    }

    /// Lights the entity under the cursor of the cast and goes to its next mention.
    fn choose_entity(&mut self) {
        let Some(reader) = &mut self.reader else { return };
        if let Some(entity) = reader.chosen_entity() {
            reader.lit = Lit::Entity(entity);
            if reader.areas().covered() {
                reader.pane = Pane::Text;
            }
            self.remember_place();
            self.step(Lit::Entity(entity), false, None);
        }
    }

    fn turn_document(&mut self, by: isize) {
        let order = &self.library.order;
        let id = self.reader.as_ref().map(|reader| reader.id);
        let here = order.iter().position(|&listed| Some(listed) == id);
        let there =
            here.and_then(|here| here.checked_add_signed(by)).and_then(|there| order.get(there).copied());
        match (there, here) {
            (Some(id), Some(here)) => {
                self.library.cursor.at = here.saturating_add_signed(by);
                self.remember_place();
                self.open(id, Aim::Remembered);
            }
            _ => self.say(if by > 0 { "This is the last document" } else { "This is the first document" }),
        }
    }

    pub(super) fn go_to_percent(&mut self, percent: u32) {
        self.remember_place();
        let Some(reader) = &mut self.reader else { return };
        reader.wanted_percent = reader.loading.then_some(percent);
        reader.scroll_to_percent(percent);
    }

    /// The words that a command is about: the selection, else the passage that the person is at, in the
    /// reading text. Says so where there is none.
    pub(super) fn passage(&mut self) -> Option<Span> {
        let reader = self.reader.as_ref()?;
        if reader.raw_shown {
            self.say("Marks and notes belong to the reading text: r shows it");
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

    /// A new item on a passage of the open document.
    pub(super) fn new_item(&self, kind: ItemKind, span: Span) -> Option<NewItem> {
        let reader = self.reader.as_ref()?;
        let meta = &reader.document.meta;
        let document = super::document_ref(&reader.path, meta.hash, &meta.title.value);
        let anchor = Anchor::new(reader.document.text.as_str(), span);
        Some(NewItem { kind, document, anchor: Some(anchor), body: String::new() })
    }

    /// Puts the passage with its source on the clipboard.
    fn copy(&mut self) {
        let Some(span) = self.passage() else { return };
        let Some(reader) = &mut self.reader else { return };
        let quotation: Vec<&str> = span.of(reader.text().as_str()).split_whitespace().collect();
        let meta = &reader.document.meta;
        let mut text = format!("“{}”\n— {}", quotation.join(" "), meta.title.value);
        let source = meta.source.as_ref().map(|source| source.value.clone());
        let date = meta.date.as_ref().map(|date| date.value.to_string());
        for detail in source.into_iter().chain(date) {
            text.push_str(", ");
            text.push_str(&detail);
        }
        reader.selection = None;
        self.effect(Effect::Copy(text));
    }
}

impl Reader {
    /// Makes `span` the place where the person is, and shows it.
    pub(super) fn go_to(&mut self, span: Span) {
        self.current = Some(span);
        self.reveal(span);
    }
}
