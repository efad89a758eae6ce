//! Finding the documents of annotations that other programs made.

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::super::tag::load;
use super::characters::Characters;
use super::shelf::Shelf;
use crate::corpus::{Document, Problem};
use crate::library::{Catalogue, DocId};
use crate::note::forms::is_only_addressed;
use crate::note::{Anchor, DocumentRef, Item, Resolved, Subject, path_from_text, path_to_text, places_of};
use crate::text::Span;
use crate::text::fold::Folding;

/// Documents that are read for one annotation at most.
const CANDIDATES: usize = 8;

/// Finds documents in a collection.
pub(super) struct Attaching<'a> {
    shelf: &'a Shelf<'a>,
    /// The document that was read last: annotations of one follow one another.
    last: Option<(PathBuf, Document, Characters)>,
    /// The collection by what its documents are called, once it was asked.
    called: Option<Called>,
}

/// The documents of a collection by what they are called.
#[derive(Default)]
struct Called {
    by_file: HashMap<OsString, Vec<DocId>>,
    by_title: HashMap<String, Vec<DocId>>,
}

impl Called {
    fn of(catalogue: &Catalogue) -> Self {
        let mut called = Self::default();
        for (id, entry) in catalogue.iter() {
            if let Some(stem) = entry.path().file_stem() {
                called.by_file.entry(stem.to_owned()).or_default().push(id);
            }
            called.by_title.entry(folded(entry.title())).or_default().push(id);
        }
        called
    }
}

/// A title in one form, whatever its case, accents, quotation marks and spaces.
fn folded(title: &str) -> String {
    Folding::default().fold(title.trim()).as_str().to_owned()
}

impl<'a> Attaching<'a> {
    pub(super) fn new(shelf: &'a Shelf<'a>) -> Self {
        Self { shelf, last: None, called: None }
    }

    /// Ties a note of which only an address is known to its document: the one at that path; else as [`Self::settle`] does.
    /// Says whether it found one; the note is otherwise left as it is.
    ///
    /// # Errors
    ///
    /// Where the collection can't be opened.
    pub(super) fn attach(&mut self, item: &mut Item) -> Result<bool, Problem> {
        let Subject::Document { document, anchor } = &item.subject else { return Ok(false) };
        let own = path_from_text(&document.path);
        if own.is_file()
            && let Some((path, document, characters)) = self.read(&own)
        {
            let found = anchor.as_ref().and_then(|anchor| anchored(anchor, document, Some(characters)));
            item.subject = on(path, document, found.or_else(|| anchor.clone()));
            return Ok(true);
        }
        self.settle(item)
    }

    /// Ties a note to a document of the collection: one with its document's file name or title that has the quotation, or the
    /// only one of them where nothing is quoted. Says whether it found one.
    ///
    /// # Errors
    ///
    /// Where the collection can't be opened.
    pub(super) fn settle(&mut self, item: &mut Item) -> Result<bool, Problem> {
        let Subject::Document { document, anchor } = &item.subject else { return Ok(false) };
        let foreign = is_only_addressed(document);
        let candidates = self.candidates(document)?;
        let alone = candidates.len() == 1;
        for path in candidates {
            let Some((path, document, characters)) = self.read(&path) else { continue };
            let counted = foreign.then_some(characters);
            let found = anchor.as_ref().and_then(|anchor| anchored(anchor, document, counted));
            // What quotes nothing can't be told from what is about another document of that name.
            if found.is_some() || anchor.is_none() && alone {
                item.subject = on(path, document, found);
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads a document, unless it is the last one; `None` where it can't be read.
    fn read(&mut self, path: &Path) -> Option<&(PathBuf, Document, Characters)> {
        if self.last.as_ref().is_none_or(|(last, ..)| last != path) {
            self.last = load(path, self.shelf.tools).ok().map(|document| {
                let characters = Characters::of(document.text.as_str());
                (path.to_owned(), document, characters)
            });
        }
        self.last.as_ref()
    }

    /// The documents of the collection that may be meant.
    fn candidates(&mut self, document: &DocumentRef) -> Result<Vec<PathBuf>, Problem> {
        let catalogue = &self.shelf.opened()?.catalogue;
        let called = self.called.get_or_insert_with(|| Called::of(catalogue));
        let stem = file_of(&document.path).and_then(|file| Some(file.file_stem()?.to_owned()));
        let by_file = stem.and_then(|stem| called.by_file.get(&stem)).into_iter().flatten();
        let title = Some(folded(&document.title)).filter(|title| !title.is_empty());
        let by_title = title.and_then(|title| called.by_title.get(&title)).into_iter().flatten();
        let mut found: Vec<DocId> = Vec::new();
        for id in by_file.chain(by_title) {
            if found.len() < CANDIDATES && !found.contains(id) {
                found.push(*id);
            }
        }
        let paths = found.into_iter().filter_map(|id| catalogue.get(id));
        Ok(paths.map(|entry| entry.path().into_owned()).collect())
    }
}

/// The name of the file at an address, where it has one.
fn file_of(address: &str) -> Option<PathBuf> {
    let address = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let behind_scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (_, file) = behind_scheme.rsplit_once('/')?;
    Some(path_from_text(file)).filter(|file| file.file_stem().is_some())
}

/// What is about this document, or about a passage of it.
fn on(path: &Path, document: &Document, anchor: Option<Anchor>) -> Subject {
    let title = document.meta.title.value.clone();
    let document = DocumentRef { path: path_to_text(path), hash: document.meta.hash, title };
    Subject::Document { document, anchor }
}

/// The passage in the document, where there is no doubt about it. `characters` are given where the anchor counts those, as
/// other programs do.
fn anchored(anchor: &Anchor, document: &Document, characters: Option<&Characters>) -> Option<Anchor> {
    let text = document.text.as_str();
    let byte = |at: u32| characters.map_or(at, |characters| characters.byte(text, at as usize) as u32);
    let sought = Anchor { start: byte(anchor.start), end: byte(anchor.end), ..anchor.clone() };
    let place: Option<Span> = match sought.resolve(text) {
        Resolved::Exact(span) | Resolved::Moved(span) => Some(span),
        Resolved::Doubtful(_) | Resolved::Lost => match places_of(&anchor.exact, text, 2).as_slice() {
            [place] => Some(*place),
            _ => None,
        },
    };
    Some(Anchor::new(text, place?))
}
