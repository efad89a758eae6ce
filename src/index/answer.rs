//! What is asked of the index and what it answers.

use std::fmt;
use std::sync::Arc;

use super::DocumentSet;
use crate::corpus::DocId;
use crate::find::query::{Complaint, Query};
use crate::tag::Kind;
use crate::text::Span;

/// A search.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// What is looked for.
    pub query: Query,
    /// Whether every word has to match in exactly its letters, as if each had `=` before it.
    pub exact: bool,
    /// Whether the last word may be half typed: then longer words that begin with it match too.
    pub typing: bool,
    /// What the result was narrowed by: each of them has to hold.
    pub narrowed: Vec<Facet>,
    /// What the person keeps of the documents.
    pub kept: Arc<Kept>,
    /// The documents to give, the best ones; the first is number `skip`.
    pub most: usize,
    /// The documents before the first one to give.
    pub skip: usize,
    /// The snippets of each document at most.
    pub snippets: usize,
}

/// What the person keeps of the documents of the collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Those that were opened once.
    pub read: DocumentSet,
    /// Those with a bookmark or highlight.
    pub bookmarked: DocumentSet,
    /// What was written, the oldest first.
    pub notes: Vec<NoteText>,
}

/// What was written on a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteText {
    /// The document.
    pub id: DocId,
    /// What was written. A word that begins with `#` is a tag.
    pub text: String,
    /// What it hangs on in the reading text.
    pub place: Option<Span>,
}

/// A part of a result: the documents that have this in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Facet {
    /// In what respect.
    pub kind: FacetKind,
    /// What they have in common, as it is shown: the source's name, `2020`, a person's preferred name.
    pub value: String,
}

/// In what respect documents have something in common. The order is that in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FacetKind {
    /// The publisher or site.
    Source,
    /// The year of publication.
    Year,
    /// Somebody who is mentioned.
    Person,
    /// An organisation that is mentioned.
    Organisation,
    /// A place that is mentioned.
    Place,
}

impl FacetKind {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Source, Self::Year, Self::Person, Self::Organisation, Self::Place];

    /// By which facet documents are narrowed to those that mention somebody of that kind; what is no name counts as a person.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Organisation => Self::Organisation,
            Kind::Place => Self::Place,
            _ => Self::Person,
        }
    }

    /// What facets of the kind are called together.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Source => "Source",
            Self::Year => "Year",
            Self::Person => "People",
            Self::Organisation => "Organisations",
            Self::Place => "Places",
        }
    }

    /// The field of a query that asks for them.
    pub fn field(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Year => "date",
            Self::Person => "person",
            Self::Organisation => "org",
            Self::Place => "place",
        }
    }
}

impl Facet {
    /// As it is written into a file: `place:Minsk`, with the field of a query that asks for such.
    pub fn written(&self) -> String {
        format!("{}:{}", self.kind.field(), self.value)
    }

    /// What [`Facet::written`] wrote; `None` for what it never writes.
    pub fn read(written: &str) -> Option<Self> {
        let (field, value) = written.split_once(':')?;
        let kind = FacetKind::ALL.into_iter().find(|kind| kind.field() == field)?;
        (!value.is_empty()).then(|| Self { kind, value: value.to_owned() })
    }
}

/// As it is shown among those that a result is narrowed by: `source: Example Post`.
impl fmt::Display for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.heading().to_lowercase(), self.value)
    }
}

/// The answer to a search.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The documents, the best first.
    pub hits: Vec<Hit>,
    /// How many match in all.
    pub total: usize,
    /// What was understood otherwise than it was typed, or not at all.
    pub complaints: Vec<Complaint>,
}

/// A document that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The document.
    pub id: DocId,
    /// How well it matches: more is better, and only within one answer.
    pub score: f32,
    /// The passages that match best, in the order of the text; none where only its title or metadata match.
    pub snippets: Vec<Snippet>,
}

/// Where a snippet is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The reading text.
    Text,
    /// A note.
    Note,
}

/// A passage that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Where it is from.
    pub origin: Origin,
    /// Its words on one line, cut at words; `…` stands at an end that isn't the end of a sentence.
    pub text: String,
    /// What matched, in bytes of `text`, in order, not overlapping.
    pub lit: Vec<Span>,
    /// Its first match in the reading text, in bytes; where a note hangs.
    pub place: Span,
    /// Why it is here, where it hasn't what was typed: "Lukashenko: same person as Lukashenka".
    pub why: Option<String>,
}
