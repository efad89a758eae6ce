//! Finding the documents of annotations that other programs made.

use std::path::{Path, PathBuf};

use super::super::tag::load;
use super::shelf::Shelf;
use crate::corpus::{Document, Problem};
use crate::library::Entry;
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
    last: Option<(PathBuf, Document)>,
}

impl<'a> Attaching<'a> {
    pub(super) fn new(shelf: &'a Shelf<'a>) -> Self {
        Self { shelf, last: None }
    }

    /// Ties a note of which only an address is known to its document: the one at that path; else one with that file's name
    /// or with its title that has the quotation, or the only one of them where nothing is quoted. Says whether it found one;
    /// the note is otherwise left as it is.
    ///
    /// # Errors
    ///
    /// Where the collection can't be opened.
    pub(super) fn attach(&mut self, item: &mut Item) -> Result<bool, Problem> {
        let Subject::Document { document, anchor } = &item.subject else { return Ok(false) };
        if !is_only_addressed(document) {
            return Ok(false);
        }
        let own = path_from_text(&document.path);
        if own.is_file()
            && let Some((path, document)) = self.read(&own)
        {
            let found = anchor.as_ref().and_then(|anchor| anchored(anchor, document));
            item.subject = on(path, document, found.or_else(|| anchor.clone()));
            return Ok(true);
        }
        let candidates = self.candidates(document)?;
        let alone = candidates.len() == 1;
        for path in candidates {
            let Some((path, document)) = self.read(&path) else { continue };
            let found = anchor.as_ref().and_then(|anchor| anchored(anchor, document));
            // What quotes nothing can't be told from what is about another document of that name.
            if found.is_some() || anchor.is_none() && alone {
                item.subject = on(path, document, found);
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads a document, unless it is the last one; `None` where it can't be read.
    fn read(&mut self, path: &Path) -> Option<&(PathBuf, Document)> {
        if self.last.as_ref().is_none_or(|(last, _)| last != path) {
            self.last = load(path, self.shelf.tools).ok().map(|document| (path.to_owned(), document));
        }
        self.last.as_ref()
    }

    /// The documents of the collection that may be meant.
    fn candidates(&self, document: &DocumentRef) -> Result<Vec<PathBuf>, Problem> {
        let file = file_of(&document.path);
        let folding = Folding::default();
        let folded = |title: &str| folding.fold(title.trim()).as_str().to_owned();
        let title = folded(&document.title);
        let named = |path: &Path| {
            let is =
                |file: &PathBuf| path.file_name() == file.file_name() || path.file_stem() == file.file_stem();
            file.as_ref().is_some_and(is)
        };
        let meant = |entry: &Entry| named(&entry.path) || !title.is_empty() && folded(entry.title()) == title;
        let entries = self.shelf.opened()?.catalogue.iter().map(|(_, entry)| entry);
        Ok(entries
            .filter(|entry| meant(entry))
            .take(CANDIDATES)
            .map(|entry| entry.path.to_path_buf())
            .collect())
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

/// The passage in the document, where there is no doubt about it.
fn anchored(anchor: &Anchor, document: &Document) -> Option<Anchor> {
    let text = document.text.as_str();
    // Others count characters.
    let byte = |at: u32| text.char_indices().nth(at as usize).map_or(text.len(), |(at, _)| at) as u32;
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
