//! A session: what is kept of it when it ends, and going on where it stopped.

use serde::{Deserialize, Serialize};

use super::history::Jump;
use super::{Aim, App, Command, Effect, Prompt, Sides};
use crate::corpus::ContentHash;
use crate::library::{DocId, Sort, SortKey};
use crate::note::{DocumentRef, path_to_text};
use crate::text::glyph::fit;

/// Places of the history that are kept in each direction.
const KEPT: usize = 50;

/// Columns of a title in the offer to go on, so that all of it fits a narrow screen.
const TITLE: usize = 32;

/// What is kept of a session on a collection. The place in each document is among the reading positions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The files and folders of the collection.
    pub collection: Vec<String>,
    /// The document that was open last.
    pub document: Option<Stopped>,
    /// The places behind, the last one at the end.
    pub past: Vec<Stop>,
    /// The places ahead, the next one at the end.
    pub future: Vec<Stop>,
    /// The place before the last jump.
    pub before: Option<Stop>,
    /// What titles were searched for.
    pub find: String,
    /// What the list was sorted by.
    pub sort: String,
    /// Whether its order was turned round.
    pub reversed: bool,
    /// Whether copies were folded.
    pub folded: bool,
    /// Whether the preview was shown.
    pub preview: bool,
    /// Whether the cast was shown.
    pub cast: bool,
    /// Whether the notes were shown beside the text.
    pub notes: bool,
    /// How wide the panes at the side were made.
    pub sides: Sides,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            collection: Vec::new(),
            document: None,
            past: Vec::new(),
            future: Vec::new(),
            before: None,
            find: String::new(),
            sort: SortKey::default().label().to_owned(),
            reversed: false,
            folded: true,
            preview: true,
            cast: true,
            notes: false,
            sides: Sides::default(),
        }
    }
}

/// The document that was open last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// Where it is.
    pub path: String,
    /// The hash of its file, by which it is found where it has been renamed since.
    #[serde(default)]
    pub hash: Option<ContentHash>,
    /// Its title.
    pub title: String,
    /// How far it was read, 0 to 100.
    pub percent: usize,
}

/// A place of the history: a document, and a byte of its reading text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Where the document is.
    pub path: String,
    /// The hash of its file, by which it is found where it has been renamed since.
    #[serde(default)]
    pub hash: Option<ContentHash>,
    /// The byte.
    pub offset: usize,
}

impl App {
    /// The same with what the last session on the collection left: its panes and its order at once, and the offer to go on
    /// where it stopped.
    #[must_use]
    pub fn resuming(mut self, session: Session) -> Self {
        let key = SortKey::ALL.iter().copied().find(|key| key.label() == session.sort).unwrap_or_default();
        self.library.sort = Sort { key, reversed: session.reversed };
        self.library.folded = session.folded;
        (self.library.preview, self.library.preview_wanted) = (session.preview, session.preview);
        self.panes = (session.cast, session.notes);
        self.sides = session.sides;
        if let Some(stopped) =
            session.document.as_ref().filter(|_| self.first.is_none() && self.message.is_none())
        {
            let title = fit(&stopped.title, TITLE);
            let key = self.key_for(Command::GoOn);
            let percent = stopped.percent.min(100);
            self.say(format!("{key} goes on where you stopped, at {percent} % of “{title}”"));
        }
        self.last_time = Some(Box::new(session));
        self
    }

    /// The session as it is kept at its end.
    pub(super) fn session(&self) -> Session {
        let here = self.reader.as_ref().map(|reader| Stopped {
            path: path_to_text(&reader.path),
            hash: Some(reader.document.meta.hash),
            title: reader.document.meta.title.value.clone(),
            percent: reader.percent(),
        });
        let earlier = || self.last_time.as_ref().and_then(|session| session.document.clone());
        let stop = |jump: &Jump| {
            let entry = self.catalogue.get(jump.id)?;
            let (path, hash) = (entry.path_text().to_owned(), Some(*entry.hash()));
            Some(Stop { path, hash, offset: jump.offset })
        };
        let stops = |jumps: &[Jump]| -> Vec<Stop> {
            jumps.iter().skip(jumps.len().saturating_sub(KEPT)).filter_map(stop).collect()
        };
        let panes = self.panes_shown();
        let mut session = Session {
            collection: self.collection_place(),
            document: here.or_else(earlier),
            past: stops(&self.history.past),
            future: stops(&self.history.future),
            before: self.history.before.as_ref().and_then(stop),
            find: self.library.find.text().to_owned(),
            sort: self.library.sort.key.label().to_owned(),
            reversed: self.library.sort.reversed,
            folded: self.library.folded,
            preview: self.library.preview_wanted,
            cast: panes.0,
            notes: panes.1,
            sides: self.sides,
        };
        // A history that was never called back is still the last one.
        if let Some(last) =
            self.last_time.as_ref().filter(|last| !last.past.is_empty() && session.past.is_empty())
        {
            session.past.clone_from(&last.past);
        }
        session
    }

    /// Has the session kept.
    pub(super) fn keep_session(&mut self) {
        let session = self.session();
        self.effect(Effect::Session(Box::new(session)));
    }

    /// The documents are known: the places of the last session are those behind, unless there are others already.
    pub(super) fn recall_history(&mut self) {
        let Some(session) = &mut self.last_time else { return };
        let (past, future) = (std::mem::take(&mut session.past), std::mem::take(&mut session.future));
        let before = session.before.take();
        if !self.history.past.is_empty() || !self.history.future.is_empty() {
            return;
        }
        let jump =
            |stop: &Stop| Some(Jump { id: self.stopped_at(&stop.path, stop.hash)?, offset: stop.offset });
        let jumps = |stops: &[Stop]| stops.iter().take(KEPT).filter_map(jump).collect();
        let (past, future): (Vec<Jump>, Vec<Jump>) = (jumps(&past), jumps(&future));
        let before = before.as_ref().and_then(jump);
        (self.history.past, self.history.future) = (past, future);
        self.history.before = self.history.before.or(before);
    }

    /// The document that was at that path, wherever it is now.
    fn stopped_at(&self, path: &str, hash: Option<ContentHash>) -> Option<DocId> {
        let moved = |hash| {
            let made_on = DocumentRef { path: path.to_owned(), hash, title: String::new() };
            self.catalogue.find(&made_on, &self.store)
        };
        hash.and_then(moved).or_else(|| self.catalogue.at(path))
    }

    /// Opens what was open when the last session ended, with the titles that were searched for. Where the document isn't known
    /// yet it is waited for, until the person does something else.
    pub(super) fn go_on(&mut self) {
        self.going_on = false;
        let Some(session) = &self.last_time else {
            return self.say("There is no earlier session to go on with");
        };
        let Some(stopped) = session.document.clone() else {
            return self.say("No document was open when the last session ended");
        };
        let find = session.find.clone();
        let Some(id) = self.stopped_at(&stopped.path, stopped.hash) else {
            self.going_on = !self.progress.done;
            return self.say(match self.going_on {
                true => "Goes on as soon as the document has been read again",
                false => "The document that was open isn't in the collection any more",
            });
        };
        self.recall_history();
        if self.library.find.text().is_empty() && !find.is_empty() {
            self.library.find = Prompt::of(&find);
            self.library_typed();
        }
        self.remember_place();
        self.open(id, Aim::Remembered);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use std::path::Path;

    use super::super::{Event, Key, KeyCode, Keymap};
    use super::*;
    use crate::corpus::parse;
    use crate::library::News;

    #[test]
    fn what_a_file_says_of_a_session_is_never_trusted() {
        let stop = Stop { path: "nowhere".to_owned(), hash: None, offset: usize::MAX };
        let title = "\u{1b}[2Jé\n".repeat(100);
        let document =
            Some(Stopped { path: "../nowhere".to_owned(), hash: None, title, percent: usize::MAX });
        let (past, future) = (vec![stop.clone(); 10_000], vec![stop.clone(); 10_000]);
        let find = "x".repeat(100_000);
        let sort = "no such".to_owned();
        let session =
            Session { document, past, future, before: Some(stop), find, sort, ..Session::default() };
        let mut app = App::new("x", Keymap::bundled().0, Vec::new(), None).resuming(session);
        let said = app.message.clone().unwrap().text;
        assert!(
            said.starts_with("g o goes on where you stopped, at 100 % of “") && !said.contains('\u{1b}'),
            "{said}"
        );
        assert!(crate::text::glyph::width(&said) < 78, "all of it fits a narrow screen: {said}");
        app.update(Event::Resize(80, 24));
        for c in ['g', 'o'] {
            app.update(Event::Key(Key::plain(KeyCode::Char(c))));
        }
        assert_eq!(app.message.clone().unwrap().text, "Goes on as soon as the document has been read again");
        app.recall_history();
        assert!(app.history.past.is_empty());
        assert!(serde_json::to_vec(&app.session()).unwrap().len() < 10_000);
    }

    #[test]
    fn a_document_that_is_not_known_yet_is_gone_on_with_as_soon_as_it_is() {
        let document =
            Some(Stopped { path: "/a.md".to_owned(), hash: None, title: "A".to_owned(), percent: 5 });
        let session = Session { document, ..Session::default() };
        let key = |app: &mut App, c| app.update(Event::Key(Key::plain(KeyCode::Char(c))));
        let meta = parse("/a.md", b"# A\n\nWords.\n").unwrap().meta;
        let read = |app: &mut App, path: &str| {
            let mut catalogue = app.catalogue.clone();
            let changed = vec![catalogue.push(Path::new(path), &meta)];
            app.update(Event::Collected(Box::new(News { catalogue, changed, ..News::default() })))
        };
        let opens = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::Open(..)));
        for waits in [true, false] {
            let mut app = App::new("x", Keymap::bundled().0, Vec::new(), None).resuming(session.clone());
            app.update(Event::Resize(80, 24));
            key(&mut app, 'g');
            key(&mut app, 'o');
            assert!(!opens(&read(&mut app, "/b.md")));
            // Who does something else has changed their mind.
            if !waits {
                key(&mut app, 'j');
            }
            assert_eq!(opens(&read(&mut app, "/a.md")), waits);
            assert!(!opens(&read(&mut app, "/c.md")));
        }
    }
    #[test]
    fn a_document_that_was_renamed_since_is_gone_on_with() {
        let meta = parse("/a.md", b"# A\n\nWords.\n").unwrap().meta;
        let (path, hash) = ("/old.md".to_owned(), Some(meta.hash));
        let past = vec![Stop { path: path.clone(), hash, offset: 3 }];
        let document = Some(Stopped { path, hash, title: "A".to_owned(), percent: 5 });
        let session = Session { document, past, ..Session::default() };
        let again: Session = serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
        assert_eq!(again, session);
        let mut app = App::new("x", Keymap::bundled().0, Vec::new(), None).resuming(session);
        app.update(Event::Resize(80, 24));
        let mut catalogue = app.catalogue.clone();
        let changed = vec![catalogue.push(Path::new("/new.md"), &meta)];
        app.update(Event::Collected(Box::new(News { catalogue, changed, ..News::default() })));
        app.update(Event::Key(Key::plain(KeyCode::Char('g'))));
        let effects = app.update(Event::Key(Key::plain(KeyCode::Char('o'))));
        assert!(effects.iter().any(|effect| matches!(effect, Effect::Open(..))), "{:?}", app.message);
        assert_eq!(app.history.past.first().map(|jump| jump.offset), Some(3));
    }
}
