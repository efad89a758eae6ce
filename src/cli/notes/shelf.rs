//! Where the documents are that notes were made on.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use super::super::collection::{Opened, collection, keep_up_and_say, tell_some};
use super::super::tools::Tools;
use crate::corpus::{BUNDLED_ROOT, Problem};
use crate::library::{Collection, is_absent, is_made_within, place_of};
use crate::note::{DocumentRef, Item, Store, Subject, path_from_text};

/// A collection, opened when it is first asked.
pub(super) struct Shelf<'a> {
    pub(super) tools: &'a Tools<'a>,
    collection: Collection,
    opened: OnceCell<Opened>,
    store: Option<&'a Store>,
}

impl<'a> Shelf<'a> {
    /// The collection of these paths; without any the one that was opened last, or the bundled one.
    ///
    /// # Errors
    ///
    /// Where a path isn't there or can't be read.
    pub(super) fn of(paths: &[PathBuf], tools: &'a Tools<'a>) -> Result<Self, Problem> {
        Ok(Self::holding(collection(paths, tools)?, tools))
    }

    /// The same for what is asked of all notes: where the collection that was opened last is gone, notes and documents
    /// elsewhere are there all the same.
    ///
    /// # Errors
    ///
    /// As [`Shelf::of`], where there are paths.
    pub(super) fn of_whatever_is_there(paths: &[PathBuf], tools: &'a Tools<'a>) -> Result<Self, Problem> {
        match collection(paths, tools) {
            Err(_) if paths.is_empty() => Ok(Self::holding(Collection::Bundled, tools)),
            other => Ok(Self::holding(other?, tools)),
        }
    }

    fn holding(collection: Collection, tools: &'a Tools<'a>) -> Self {
        Self { tools, collection, opened: OnceCell::new(), store: None }
    }

    /// The same, with what is kept, which knows where documents were read.
    pub(super) fn knowing(self, store: &'a Store) -> Self {
        Self { store: Some(store), ..self }
    }

    /// The collection, brought up to date.
    ///
    /// # Errors
    ///
    /// Where it can't be opened.
    pub(super) fn opened(&self) -> Result<&Opened, Problem> {
        if let Some(opened) = self.opened.get() {
            return Ok(opened);
        }
        let (upkeep, _leash) = self.tools.upkeep(self.collection.clone(), false)?;
        // Which documents there are is known, however far another ibid has come with their words.
        let (opened, unread) = keep_up_and_say(&upkeep, self.tools, &|_| {}, &mut |_| {});
        tell_some(unread, self.tools);
        Ok(self.opened.get_or_init(|| opened))
    }

    /// Its files and folders, as notes on it keep them.
    pub(super) fn place(&self) -> Vec<String> {
        place_of(&self.collection)
    }

    /// Where the document is in the collection now.
    ///
    /// # Errors
    ///
    /// As [`Shelf::opened`].
    pub(super) fn find(&self, made_on: &DocumentRef) -> Result<Option<PathBuf>, Problem> {
        let catalogue = &self.opened()?.catalogue;
        let nothing = Store::default();
        let found = catalogue.find(made_on, self.store.unwrap_or(&nothing));
        let entry = found.and_then(|id| catalogue.get(id));
        Ok(entry.map(|entry| entry.path().into_owned()))
    }

    /// Whether the item belongs to the collection: its document is in it, or was and is gone, or it was made on the whole of it.
    ///
    /// # Errors
    ///
    /// As [`Shelf::opened`].
    pub(super) fn holds(&self, item: &Item) -> Result<bool, Problem> {
        match &item.subject {
            Subject::Document { document, .. } => {
                Ok(self.find(document)?.is_some() || self.has_lost(document)?)
            }
            Subject::Entity { collection, .. } | Subject::Collection(collection) => {
                Ok(is_made_within(collection, &self.place()))
            }
        }
    }

    /// Whether the document was in the collection and isn't any more; told as the desk tells it.
    fn has_lost(&self, made_on: &DocumentRef) -> Result<bool, Problem> {
        let nothing = Store::default();
        let store = self.store.unwrap_or(&nothing);
        Ok(is_absent(made_on, &self.opened()?.catalogue, store, &self.place()))
    }

    /// Those of the items that belong to the collection.
    ///
    /// # Errors
    ///
    /// As [`Shelf::opened`].
    pub(super) fn keeping<'b>(&self, items: Vec<&'b Item>) -> Result<Vec<&'b Item>, Problem> {
        let mut kept = Vec::new();
        for item in items {
            if self.holds(item)? {
                kept.push(item);
            }
        }
        Ok(kept)
    }

    /// Where the document is now: in the collection, else at its own path.
    ///
    /// # Errors
    ///
    /// As [`Shelf::opened`].
    pub(super) fn anywhere(&self, made_on: &DocumentRef) -> Result<Where, Problem> {
        if let Some(path) = self.find(made_on)? {
            return Ok(Where { path: Some(path), inside: true });
        }
        let own = path_from_text(&made_on.path);
        let bundled = made_on.path.starts_with(BUNDLED_ROOT);
        let there = bundled || is_there(&own);
        Ok(Where { path: there.then_some(own), inside: false })
    }
}

/// Whether there is such a file, or one of which it is a member.
fn is_there(path: &Path) -> bool {
    path.is_file() || path.parent().is_some_and(Path::is_file)
}

/// Where a document is.
pub(super) struct Where {
    /// Its path; `None` where it isn't anywhere.
    pub(super) path: Option<PathBuf>,
    /// Whether it is in the collection.
    pub(super) inside: bool,
}
