//! Opening a document: its beginning, the whole of it, its cast, and the place to go to in it.

use std::path::Path;
use std::sync::Arc;

use super::{Aim, App, Command, Effect, Opening, Overlay, Reader, Screen, TaggedBy, Ticket};
use crate::corpus::{ContentHash, Document, MANUAL, Problem};
use crate::library::DocId;
use crate::tag::{Cast, Context};
use crate::text::safe;

impl App {
    /// Loads a document and goes to where `aim` says.
    pub(super) fn open(&mut self, id: DocId, aim: Aim) {
        let Some(path) = self.catalogue.get(id).map(|entry| entry.shared_path()) else {
            self.warn("That document is no longer in the collection");
            return;
        };
        self.load(id, path, aim);
    }

    /// Loads the document at `path` and goes to where `aim` says.
    pub(super) fn load(&mut self, id: DocId, path: Arc<Path>, aim: Aim) {
        // What is being loaded already isn't begun anew, or a slow one would never come to who keeps asking.
        if let Some(opening) = self.opening.as_mut().filter(|opening| opening.path == path) {
            opening.aim = aim;
            return;
        }
        let ticket = self.ticket();
        let said = match self.catalogue.get(id) {
            Some(entry) => format!("Opening “{}” …", entry.title()),
            None => "Opening …".to_owned(),
        };
        if self.message.is_none() {
            self.say(said.clone());
        }
        self.opening = Some(Opening { ticket, path: path.clone(), aim, from: self.screen(), said });
        self.effect(Effect::Open(ticket, id, path));
    }

    /// Whether a document is being opened of which nothing is shown yet.
    pub fn is_opening(&self) -> bool {
        let shown =
            |path: &Path| self.reader.as_ref().is_some_and(|reader| reader.loading && *reader.path == *path);
        self.opening.as_ref().is_some_and(|opening| !shown(&opening.path))
    }

    /// Opens the manual where it was left.
    pub(super) fn open_manual(&mut self) {
        let shown = self.reader.as_ref().filter(|_| self.screen() == Screen::Reader);
        if shown.is_some_and(|reader| reader.id == DocId::OUTSIDE) {
            return self.say("This is the manual");
        }
        self.load(DocId::OUTSIDE, Arc::from(Path::new(MANUAL)), Aim::Remembered);
    }

    /// Whether the open document isn't any more what is in its file.
    fn is_outdated(&self) -> bool {
        let read_anew = |path: &Path| self.opening.as_ref().is_some_and(|opening| *opening.path == *path);
        let Some(reader) = self.reader.as_ref().filter(|reader| !reader.loading) else { return false };
        let known = |hash: &ContentHash| *hash == reader.document.meta.hash || Some(*hash) == reader.listed;
        // After each event this is asked, and almost always the hash answers it.
        let changed = self.catalogue.get(reader.id).filter(|entry| !known(entry.hash()));
        changed.is_some_and(|entry| *entry.path() == *reader.path) && !read_anew(&reader.path)
    }

    /// Whether the file of the open document isn't there any more: it was deleted, or moved out of the collection.
    pub fn is_gone(&self) -> bool {
        let reader = self.reader.as_ref().filter(|reader| !reader.loading && reader.id != DocId::OUTSIDE);
        let Some(reader) =
            reader.filter(|reader| self.progress.done && self.catalogue.get(reader.id).is_none())
        else {
            return false;
        };
        self.catalogue.find(&reader.reference(), &self.store).is_none()
    }

    /// What has become of the file of the document on the screen since it was opened, for a sentence that begins with "this".
    fn file_news(&self) -> Option<String> {
        if self.screen() != Screen::Reader {
            return None;
        }
        if self.is_outdated() {
            let key = self.key_for(Command::Rescan);
            return Some(format!("document has changed: {key} reads it again"));
        }
        if self.is_gone() {
            return Some("document’s file isn't there any more".to_owned());
        }
        let path = self.moved_to()?;
        let mut names: Vec<_> = path.iter().rev().take(2).map(|name| name.to_string_lossy()).collect();
        names.reverse();
        Some(format!("document’s file is {} now", safe::line(&names.join("/"))))
    }

    /// Where the file of the open document is now, where it was moved within the collection.
    fn moved_to(&self) -> Option<Arc<Path>> {
        let reader = self.reader.as_ref().filter(|reader| !reader.loading && reader.id != DocId::OUTSIDE)?;
        if !self.progress.done {
            return None;
        }
        let there = match self.catalogue.get(reader.id) {
            // A file that was renamed keeps its number.
            Some(entry) => entry,
            None => self.catalogue.get(self.catalogue.find(&reader.reference(), &self.store)?)?,
        };
        let is_moved = *there.path() != *reader.path && *there.hash() == reader.document.meta.hash;
        is_moved.then(|| there.shared_path())
    }

    /// The open document is from now on the one of that file. That is kept at once: by it what was written on it is found once
    /// the file is edited, too.
    fn take_new_path(&mut self, path: Arc<Path>) {
        if let Some(reader) = &mut self.reader {
            reader.path = path;
        }
        self.keep_place();
    }

    /// Adds to what was said of a mark or a note on the open document that its file isn't there, so that it can't be found in it.
    pub(super) fn say_kept_on_nothing(&mut self) {
        if self.is_gone() {
            let said = self.message.take().map(|message| message.text).unwrap_or_default();
            self.warn(format!("{said}, but this document’s file isn't there any more"));
        }
    }

    /// Says, once, that the document on the screen has changed, or that its file is gone. It isn't read anew unasked: what is
    /// selected, found or lit in it would be lost.
    pub(super) fn tell_outdated(&mut self) {
        let Some(changed) = self.file_news() else { return };
        let said_before = self.reader.as_ref().and_then(|reader| reader.said_changed.as_ref());
        if said_before.is_some_and(|(news, _)| *news == changed) {
            return;
        }
        // That it has changed isn't so any more once it is gone.
        if let Some((_, said)) = said_before.cloned() {
            self.has_opened(&said);
        }
        let said = match &self.message {
            None => format!("This {changed}"),
            Some(message) => format!("{}; this {changed}", message.text),
        };
        // What else there is to say isn't cut for it; then it is said after the next key.
        if self.message.is_none() || said.len() < usize::from(self.size.0) {
            self.warn(said.clone());
            if let Some(reader) = &mut self.reader {
                reader.said_changed = Some((changed, said));
            }
            if let Some(path) = self.moved_to() {
                self.take_new_path(path);
            }
        }
    }

    /// Says what came of looking at the files; that the open document has changed is then said again, beside it.
    pub(super) fn say_beside_changed(&mut self, said: String) {
        let standing = self.message.as_ref().map(|message| message.text.as_str());
        if let Some(reader) = &mut self.reader {
            drop(reader.said_changed.take_if(|(_, said)| Some(said.as_str()) == standing));
        }
        self.say(said);
    }

    /// Reads the open document again where its file has changed, and stays where one is in it.
    pub(super) fn read_again(&mut self) {
        let outdated = self.screen() == Screen::Reader && self.is_outdated();
        let Some(reader) = self.reader.as_ref().filter(|_| outdated) else { return };
        let (id, path, aim) = (reader.id, reader.path.clone(), Aim::Offset(reader.reading_offset()));
        self.load(id, path, aim);
    }

    /// The beginning of a large document is here: it is shown, unless the person wants a place behind it.
    pub(super) fn begun(&mut self, ticket: Ticket, id: DocId, part: Arc<Document>) {
        let Some(opening) = self.opening.as_ref().filter(|opening| opening.ticket == ticket) else { return };
        let (path, aim) = (opening.path.clone(), opening.aim.clone());
        let hash = self.catalogue.get(id).map_or(part.meta.hash, |entry| *entry.hash());
        let offset = self.aim_offset(&aim, &path, &hash);
        let said = opening.said.clone();
        if matches!(aim, Aim::Item(_)) || offset >= part.text.as_str().len() {
            return;
        }
        self.has_opened(&said);
        let mut reader = self.new_reader(id, path, part);
        reader.loading = true;
        reader.scroll_to(offset);
        self.reader = Some(reader);
        self.show(Screen::Reader);
        if let Some(opening) = &mut self.opening {
            opening.from = Screen::Reader;
        }
    }

    /// Takes back that a document is being opened, if the last line still says so.
    fn has_opened(&mut self, said: &str) {
        drop(self.message.take_if(|message| message.text == said));
    }

    /// Whether the cast and the notes are shown beside documents.
    pub(super) fn panes_shown(&self) -> (bool, bool) {
        let reader = self.reader.as_ref().filter(|reader| reader.id != DocId::OUTSIDE);
        reader.map_or(self.panes, |reader| (reader.cast_shown, reader.notes_beside))
    }

    /// A reader for a document, with the cast shown or not as before.
    fn new_reader(&mut self, id: DocId, path: Arc<Path>, document: Arc<Document>) -> Reader {
        self.keep_place();
        let (mut cast_shown, notes_beside) = self.panes_shown();
        if id == DocId::OUTSIDE {
            // Who is in the manual nobody wants to know; what is shown of documents stays so for the next one.
            (self.panes, cast_shown) = ((cast_shown, notes_beside), false);
        }
        let mut reader = Reader::new(id, path, document, self.room(), cast_shown);
        reader.notes_beside = notes_beside;
        reader.listed = self.catalogue.get(id).map(|entry| *entry.hash());
        reader
    }

    /// The byte of the reading text that an aim means; a note's place is found later.
    pub(super) fn aim_offset(&self, aim: &Aim, path: &Path, hash: &ContentHash) -> usize {
        match aim {
            Aim::Offset(offset) => *offset,
            // Where a note stands is found later; until then the person is where they stopped.
            Aim::Item(_) | Aim::Remembered => {
                let path = crate::note::path_to_text(path);
                let place = self.store.place(&path, hash, &self.catalogue);
                place.map_or(0, |place| usize::try_from(place.offset).unwrap_or(usize::MAX))
            }
        }
    }

    pub(super) fn opened(&mut self, ticket: Ticket, id: DocId, document: Result<Arc<Document>, Problem>) {
        let Some(opening) = self.opening.take_if(|opening| opening.ticket == ticket) else { return };
        self.has_opened(&opening.said);
        let said_changed = self.reader.as_mut().and_then(|reader| reader.said_changed.take());
        said_changed.into_iter().for_each(|(_, said)| self.has_opened(&said));
        let document = match document {
            Ok(document) => document,
            Err(problem) => {
                if self.reader.take_if(|reader| reader.loading).is_some() {
                    self.screens.retain(|screen| *screen != Screen::Reader);
                }
                return self.trouble(problem);
            }
        };
        self.well_again(&opening.path);
        let aimed = self.aim_offset(&opening.aim, &opening.path, &document.meta.hash);
        let begun = self.reader.take_if(|reader| reader.loading && reader.id == id);
        let mut reader = match begun {
            Some(mut reader) => {
                let unmoved = reader.offset() == 0 && reader.wanted_percent.is_none();
                reader.complete(document);
                if unmoved {
                    reader.scroll_to(aimed);
                }
                reader
            }
            None => {
                let mut reader = self.new_reader(id, opening.path, document);
                reader.scroll_to(aimed);
                reader
            }
        };
        self.tag(&mut reader);
        reader.kept = reader.reading_offset();
        let searching = !reader.search.prompt.text().is_empty();
        self.reader = Some(reader);
        if let Aim::Item(item) = opening.aim {
            self.aim_at_item = Some(item);
        } else if let Some(item) = self.attached_to(id) {
            // Of a note that was searched for the words are proposed wherever they are.
            self.aim_at_item = Some(item.clone());
        }
        // A card is about the document before.
        let is_card = |overlay: &mut Overlay| {
            matches!(overlay, Overlay::Who(_) | Overlay::About(_) | Overlay::Outline(_))
        };
        drop(self.overlay.take_if(is_card));
        // Somebody who has gone elsewhere meanwhile stays there.
        if opening.from == self.screen() {
            self.show(Screen::Reader);
        }
        self.fit_reader();
        // From now on the document counts as read, even if the line drops.
        self.keep_place();
        self.anchor_notes();
        self.tell_astray(id);
        self.light_hits();
        if searching {
            self.find_again();
        }
    }

    /// Has the reader's document tagged.
    pub(super) fn tag(&mut self, reader: &mut Reader) {
        reader.tagging = self.ticket();
        let context = Context::of(&reader.document.meta);
        let rules = self.corrections.rules.within(&reader.path, &reader.document.meta.hash);
        let text = reader.document.text.clone();
        self.effect(Effect::Tag(reader.tagging, reader.id, text, Box::new(TaggedBy { context, rules })));
    }

    /// The names of the collection are known, to the tagger or with all that is one: what was tagged without them is tagged
    /// anew. A cast in which somebody has chosen a name stays as it is.
    pub(super) fn tag_anew(&mut self) {
        self.forget_previews();
        let Some(mut reader) = self.reader.take() else { return };
        let in_use = matches!(self.overlay, Some(Overlay::Who(_))) || reader.has_chosen_name();
        if !reader.loading && !in_use {
            self.tag(&mut reader);
        }
        self.reader = Some(reader);
    }

    pub(super) fn tagged(&mut self, ticket: Ticket, cast: Arc<Cast>) {
        let Some(reader) = self.reader.as_mut().filter(|reader| reader.tagging == ticket) else { return };
        // A card goes on with who it is of, or closes.
        let who = match &self.overlay {
            Some(Overlay::Who(who)) => Some((who.clone(), reader.number_in(&cast, who.entity))),
            _ => None,
        };
        reader.take_cast(cast.clone());
        match who {
            Some((who, Some(number))) => self.overlay = Some(Overlay::Who(who.renumbered(number, &cast))),
            Some((_, None)) => {
                self.overlay = None;
                self.say("That isn't a name here any more");
            }
            None => {}
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
}
