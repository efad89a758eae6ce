//! Notes whose document isn't in the collection: it was moved and edited since, or is elsewhere. What it may be now is told,
//! and one key attaches them to it.

use super::{Aim, App, Command, Screen};
use crate::library::{DocId, Entry};
use crate::note::{DocumentRef, Item, ItemId, Subject};

/// Words of a quotation that are searched for.
const WORDS: usize = 10;

/// A note that is being attached to other words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attaching {
    /// Which.
    pub(super) id: ItemId,
    /// The document to whose words it is attached; none as long as that is searched for.
    within: Option<DocId>,
    /// Whether the document is searched for, since nothing is known of it.
    searched: bool,
}

/// What may be another document under a new name, or another name of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Guess {
    /// Of which note.
    of: Option<ItemId>,
    /// The document that it may be on.
    id: Option<DocId>,
}

/// Whether a document is called as the one that a note was made on: by its file or by its title.
fn called_alike(entry: &Entry<'_>, made_on: &DocumentRef) -> bool {
    let file = made_on.path.rsplit('/').next().unwrap_or_default();
    let alike = entry.path().file_name().is_some_and(|name| name.to_string_lossy() == file);
    alike || !made_on.title.is_empty() && made_on.title == entry.title()
}

impl App {
    /// The document that this one may be now: one of the same title or of the same file name.
    fn likely(&self, made_on: &DocumentRef) -> Option<DocId> {
        let mut called = self.catalogue.iter().filter(|(_, entry)| called_alike(entry, made_on));
        called.next().map(|(id, _)| id)
    }

    /// Guesses what the chosen note may be on, where its document isn't here. It is asked once for each note.
    pub(super) fn guess(&mut self) {
        let chosen = self.notes.chosen().filter(|_| self.screen() == Screen::Notes);
        if chosen.is_none() || chosen == self.notes.guess.of.as_ref() {
            return;
        }
        let of = chosen.cloned();
        let item = of.as_ref().and_then(|id| self.store.get(id));
        let made_on = item
            .and_then(|item| item.document())
            .filter(|made_on| self.catalogue.find(made_on, &self.store).is_none());
        self.notes.guess = Guess { id: made_on.and_then(|made_on| self.likely(made_on)), of };
    }

    /// The title of the document that the chosen note may be on, where its own isn't here.
    pub fn perhaps(&self, item: &Item) -> Option<&str> {
        let guess = &self.notes.guess;
        let id = guess.id.filter(|_| guess.of.as_ref() == Some(&item.id))?;
        Some(self.catalogue.get(id)?.title())
    }

    /// The notes that were made on a document that isn't here and that is called as the one of that number.
    fn astray_for(&self, id: DocId) -> Vec<&Item> {
        let Some(entry) = self.catalogue.get(id) else { return Vec::new() };
        let astray = |made_on: &DocumentRef| {
            called_alike(&entry, made_on) && self.catalogue.find(made_on, &self.store).is_none()
        };
        self.store.items().filter(|item| item.document().is_some_and(astray)).collect()
    }

    /// Says that there are notes that may belong to the document that was opened.
    pub(super) fn tell_astray(&mut self, id: DocId) {
        let astray = self.astray_for(id);
        if astray.is_empty() || self.message.is_some() {
            return;
        }
        let (notes, elsewhere) = (self.key_for(Command::Notes), self.key_for(Command::ToggleElsewhere));
        let are =
            if astray.len() == 1 { "1 note is".to_owned() } else { format!("{} notes are", astray.len()) };
        let lists = match astray.iter().all(|item| self.is_absent(item)) {
            true => format!("{notes} lists what is kept"),
            false => format!("{notes} {elsewhere} lists what is elsewhere"),
        };
        self.warn(format!("{are} on a document called so that isn't here: {lists}"));
    }

    /// Opens the document of the chosen note, or what may be it, so that words can be selected for the note; where nothing
    /// is known of it, its words are searched for.
    pub(super) fn begin_attaching(&mut self) {
        let Some(item) = self.chosen_item() else { return };
        let Some(made_on) = item.document() else {
            return self.say("Only a note on a document is attached to words");
        };
        let own = self.catalogue.find(made_on, &self.store);
        let within = own.or_else(|| self.likely(made_on));
        self.attaching = Some(Attaching { id: item.id.clone(), within, searched: within.is_none() });
        let (select, note) = (self.key_for(Command::Select), self.key_for(Command::Note));
        let how = format!("{select} selects the words, {note} attaches the note to them");
        match within {
            Some(id) => {
                self.remember_place();
                self.open(id, Aim::Item(item.id.clone()));
                self.say(how);
            }
            None => {
                // What is on the whole of its document has no words but those of the title.
                let quoted = item.subject.quotation();
                let words = if quoted.trim().is_empty() { item.subject.title() } else { quoted };
                let words: Vec<&str> = words.split_whitespace().take(WORDS).collect();
                let words = words.join(" ").replace('"', " ");
                self.search_for(&format!("\"{words}\""));
                self.say(format!("Open its document; there {how}"));
            }
        }
    }

    /// Whether a note is being attached: where it is searched for, or in the document to whose words it is.
    pub fn is_attaching(&self) -> bool {
        self.attaching.is_some()
    }

    /// The note that is attached to the words of the document of that number.
    pub(super) fn attached_to(&self, id: DocId) -> Option<&ItemId> {
        self.attaching
            .as_ref()
            .filter(|attaching| attaching.within == Some(id))
            .map(|attaching| &attaching.id)
    }

    /// A document of the result is being opened: it is the one to whose words a note is attached that is searched for.
    pub(super) fn attach_within(&mut self, id: DocId) {
        if let Some(attaching) = self.attaching.as_mut().filter(|attaching| attaching.searched) {
            attaching.within = Some(id);
        }
    }

    /// Goes on attaching only where the note is searched for and in the document to whose words it is attached, shown or on
    /// its way: whoever goes elsewhere, by whatever key, is done with it.
    pub(super) fn keep_attaching(&mut self) {
        let Some(Attaching { id, within, searched }) = &self.attaching else { return };
        let path = within.and_then(|id| self.catalogue.get(id)).map(|entry| entry.shared_path());
        let on_its_way = self
            .opening
            .as_ref()
            .is_some_and(|opening| opening.from == self.screen() && Some(&opening.path) == path.as_ref());
        let is_there = match self.screen() {
            Screen::Search => *searched,
            Screen::Reader => self.reader.as_ref().is_some_and(|reader| Some(reader.id) == *within),
            _ => false,
        };
        if self.store.get(id).is_none() || !is_there && !on_its_way {
            self.attaching = None;
        }
    }

    /// Attaches the note that is being attached to the passage; says whether there is one.
    pub(super) fn attach(&mut self) -> bool {
        let here = self.reader.as_ref().and_then(|reader| self.attached_to(reader.id));
        let Some(item) = here.and_then(|id| self.store.get(id)).cloned() else { return false };
        let Some(span) = self.passage() else { return true };
        let Some(new) = self.new_item(item.kind, span) else { return true };
        self.attaching = None;
        // What was on the whole of its document is on the whole of this one.
        let subject = match (new.subject, item.anchor()) {
            (Subject::Document { document, .. }, None) => Subject::Document { document, anchor: None },
            (subject, _) => subject,
        };
        let said =
            if subject.anchor().is_some() { "Attached to these words" } else { "Attached to this document" };
        self.change(
            super::Edit::Put(Item { subject, ..item }),
            super::editing::Saving::Change(said.to_owned()),
        );
        self.let_go();
        true
    }
}
