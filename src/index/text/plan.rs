//! A query as it is run: words with all their forms, sets of documents, and how they are joined.

use super::fields::Part;
use super::lexicon::Form;
use crate::corpus::DocId;
use crate::index::DocumentSet;

/// What documents have to be.
#[derive(Debug)]
pub(super) enum Plan {
    /// With a word in one of its forms.
    Word(Group),
    /// With words next to each other.
    Phrase(Phrase),
    /// All of these.
    All(Vec<Plan>),
    /// Any of these; those that match add to the score.
    Any(Vec<Plan>),
    /// Any of these, which are one thing in several spellings; the best counts.
    Best(Vec<Plan>),
    /// Not this.
    Not(Box<Plan>),
    /// One of these.
    Set(DocumentSet),
    /// Of a date that lies from the first day to the second, as `20200914`.
    Dates(u32, u32),
    /// Of this source.
    Publisher(String),
    /// Of the format with this label in lower case.
    Format(String),
    /// Anything.
    Everything,
}

/// A word in all its forms, which count as one in the ranking.
#[derive(Debug)]
pub(super) struct Group {
    /// Where it is looked for.
    pub(super) parts: &'static [Part],
    pub(super) forms: Vec<Form>,
    /// All longer words that begin so are meant too.
    pub(super) beginning: Option<Box<str>>,
    /// How much it says that a document has it.
    pub(super) rarity: f32,
    /// The documents with it in a note, in order, and how much of it.
    pub(super) noted: Vec<(DocId, f32)>,
}

/// Words next to each other.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) parts: &'static [Part],
    /// The forms of each word.
    pub(super) slots: Vec<Vec<Form>>,
    /// How many moves they may be away from standing so.
    pub(super) slop: u32,
    /// How much it counts.
    pub(super) weight: f32,
    pub(super) rarity: f32,
    pub(super) noted: Vec<(DocId, f32)>,
}

impl Plan {
    /// All of these, simplified.
    pub(super) fn all(mut plans: Vec<Self>) -> Self {
        plans.retain(|plan| !matches!(plan, Self::Everything));
        match plans.len() {
            0 => Self::Everything,
            1 => plans.pop().unwrap_or(Self::Everything),
            _ => Self::All(plans),
        }
    }
}

/// How much it says that a document has what is in so many of all documents: the inverse document frequency
/// of BM25 as Lucene has it, which is never negative.
pub(super) fn rarity(documents: u64, all: usize) -> f32 {
    let (all, documents) = (all as f32, (documents as f32).min(all as f32));
    (1.0 + (all - documents + 0.5) / (documents + 0.5)).ln()
}
