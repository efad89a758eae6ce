//! Which names mean the same person or body, as search asks it.

use std::io;

use super::DocumentSet;
use crate::tag::Kind;

/// Another way in which a name that was typed is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// Its words, folded as the index folds them; several stand next to each other.
    pub words: Vec<String>,
    /// Why it is taken for the same, to be shown beside a snippet: "Lukashenko: same person as Lukashenka".
    pub why: String,
}

/// How many documents of a result name somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The preferred name.
    pub name: String,
    /// The number of documents.
    pub documents: usize,
}

/// Knows who is who in a collection. Everything that finds a name by another asks this, so that whoever groups
/// names better betters all of it.
pub trait WhoIsWho: Send + Sync {
    /// The other ways of writing the name that `words` are, folded; none where they are no name. `words` are
    /// one word of a query or some that stand next to each other in it.
    fn spellings(&self, words: &[&str]) -> Vec<Spelling>;

    /// The documents in which somebody or something of this kind is mentioned that has all of `words`, folded,
    /// in one of its names.
    fn mentioned(&self, kind: Kind, words: &[&str]) -> DocumentSet;

    /// The documents in which somebody or something of this kind is mentioned whose preferred name, as
    /// [`Self::tally`] gives it, is `name`. Whoever doesn't know better takes all whose name has its words.
    fn named(&self, kind: Kind, name: &str) -> DocumentSet {
        let words = super::text::words(name);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.mentioned(kind, &words)
    }

    /// The documents whose text names a date that lies as a whole between these days, both in it, each a number such as
    /// `20200914`. Whoever doesn't know dates finds none.
    ///
    /// # Errors
    ///
    /// Where what is known of the texts can't be read.
    fn naming(&self, first: u32, last: u32) -> io::Result<DocumentSet> {
        let _ = (first, last);
        Ok(DocumentSet::default())
    }

    /// Those of this kind that most of `documents` mention, at most `most`, the most mentioned first.
    fn tally(&self, kind: Kind, documents: &DocumentSet, most: usize) -> Vec<Tally>;
}

/// Knows nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;

impl WhoIsWho for Nobody {
    fn spellings(&self, _: &[&str]) -> Vec<Spelling> {
        Vec::new()
    }

    fn mentioned(&self, _: Kind, _: &[&str]) -> DocumentSet {
        DocumentSet::default()
    }

    fn tally(&self, _: Kind, _: &DocumentSet, _: usize) -> Vec<Tally> {
        Vec::new()
    }
}
