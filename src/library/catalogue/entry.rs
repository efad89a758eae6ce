//! What the catalogue holds of a document, as one sees it.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use super::chunk::{Chunk, Row};
use crate::corpus::{ContentHash, Fingerprint, Meta, PartialDate};
use crate::library::Identity;
use crate::note::path_from_text;

/// What the catalogue holds of a document.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub(super) chunk: &'a Chunk,
    pub(super) row: &'a Row,
}

impl<'a> Entry<'a> {
    /// Its title.
    pub fn title(&self) -> &'a str {
        self.chunk.title(self.row)
    }

    /// Its publisher or site; empty where unknown.
    pub fn source(&self) -> &'a str {
        self.chunk.source(self.row)
    }

    /// Where it is, as [`crate::note::path_to_text`] writes it: an absolute path, or `ibid:…` for a document that is built
    /// into the program.
    pub fn path_text(&self) -> &'a str {
        self.chunk.path(self.row)
    }

    /// Where it is.
    pub fn path(&self) -> Cow<'a, Path> {
        let text = self.path_text();
        if text.contains('%') { path_from_text(text).into() } else { Path::new(text).into() }
    }

    /// Where it is, to be kept.
    pub fn shared_path(&self) -> Arc<Path> {
        self.path().into()
    }

    /// Its date of publication, where it is known.
    pub fn date(&self) -> Option<PartialDate> {
        self.row.date
    }

    /// The number of words of its body.
    pub fn words(&self) -> u32 {
        self.row.words
    }

    /// The hash of the file, or of the part of it that is this document.
    pub fn hash(&self) -> &'a ContentHash {
        &self.row.hash
    }

    /// What tells its copies.
    pub fn identity(&self) -> Identity<'a> {
        Identity { hash: &self.row.hash, words: self.row.print, sketch: self.chunk.sketch(self.row) }
    }

    /// What its words are known by.
    pub fn print(&self) -> Fingerprint {
        let sketch = self.chunk.sketch(self.row).cloned().map(Arc::new);
        Fingerprint { words: self.row.print, sketch }
    }

    /// All that is known of it. It is put together when it is asked for.
    pub fn meta(&self) -> Meta {
        self.chunk.rest(self.row).meta(*self, self.print())
    }
}
