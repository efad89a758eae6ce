//! What a collection has of somebody: the page of a person, an organisation or a place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Catalogue;
use crate::corpus::{DocId, PartialDate, Problem};
use crate::index::names::{Descriptions, Known, Names, Suggestion, Together};
use crate::index::{DocumentSet, TextReader};
use crate::text::Span;
use crate::text::around::Around;

/// Of each kind so many are listed that appear with somebody.
const MOST_TOGETHER: usize = 200;

/// The passages of one document that are listed.
pub(super) const MOST_PASSAGES: usize = 5000;

/// The page of somebody or something. It goes with the table of names that it was made of.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Who is who.
    pub names: Arc<Names>,
    /// Who it is.
    pub known: Known,
    /// The documents that mention it with the number of mentions, in the order of their dates, those without one last.
    pub documents: Vec<(DocId, u32)>,
    /// How often it is mentioned.
    pub mentions: usize,
    /// The first and the last date of these documents.
    pub dates: Option<(PartialDate, PartialDate)>,
    /// In how many documents of each month; 0 is a month that isn't known.
    pub months: BTreeMap<(i16, u8), u32>,
    /// Who and what it appears with.
    pub with: Vec<Together>,
    /// Who may be the same: the name, how likely in hundredths, and why.
    pub perhaps: Vec<Suggestion>,
}

/// The part of the documents that a passage has to be in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    #[default]
    All,
    /// Only where this name is used.
    Name(String),
    /// Only the documents that say this of it.
    Called(String, DocumentSet),
    /// Only the documents of this year, or of this month of it.
    Time(i16, Option<u8>),
}

/// A place of a document, with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The document.
    pub id: DocId,
    /// The place in its reading text.
    pub span: Span,
    /// The words.
    pub around: Around,
}

impl Entity {
    /// The page of somebody; `None` when `stop` said so before the end.
    pub fn new(
        names: Arc<Names>,
        catalogue: &Catalogue,
        known: Known,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let mut documents = in_order(catalogue, known.documents.iter());
        let mut months = BTreeMap::new();
        let (mut dates, mut mentions): (Option<(PartialDate, PartialDate)>, usize) = (None, 0);
        for (id, count) in &mut documents {
            *count = names.mentions(&known, *id);
            mentions += *count as usize;
            if let Some(date) = date(catalogue, *id) {
                *months.entry((date.year(), date.month().unwrap_or(0))).or_default() += 1;
                let (first, last) = dates.unwrap_or((date, date));
                dates = Some((first.min(date), last.max(date)));
            }
        }
        let with = names.together(&known, MOST_TOGETHER, stop)?;
        let perhaps = names.suggested_for(&known);
        Some(Self { names, known, documents, mentions, dates, months, with, perhaps })
    }

    /// What the person's own list says of it.
    pub fn description(&self) -> Option<&str> {
        self.names.description(&self.known)
    }

    /// The other name of a suggestion.
    pub fn other<'a>(&self, suggestion: &'a Suggestion) -> &'a str {
        if suggestion.a == self.known.name { &suggestion.b } else { &suggestion.a }
    }

    /// In how many documents of each year.
    pub fn years(&self) -> BTreeMap<i16, u32> {
        let mut years = BTreeMap::new();
        for ((year, _), count) in &self.months {
            *years.entry(*year).or_default() += count;
        }
        years
    }

    /// The documents of a part, in their order.
    pub fn part(&self, catalogue: &Catalogue, part: &Part) -> Vec<DocId> {
        let using = match part {
            Part::Name(form) => self.names.using(&self.known, form),
            Part::Called(_, documents) => documents.clone(),
            Part::All | Part::Time(..) => DocumentSet::default(),
        };
        let is_in = |id: DocId| match part {
            Part::All => true,
            Part::Name(_) | Part::Called(..) => using.contains(id),
            Part::Time(year, month) => date(catalogue, id).is_some_and(|date| {
                date.year() == *year && month.is_none_or(|month| date.month().unwrap_or(0) == month)
            }),
        };
        self.documents.iter().map(|(id, _)| *id).filter(|id| is_in(*id)).collect()
    }

    /// The passages of a part in a document, in the order of the text; at most some hundreds.
    ///
    /// # Errors
    ///
    /// Where the names or the text can't be read.
    pub fn passages(&self, text: &TextReader, id: DocId, part: &Part) -> Result<Vec<Line>, Problem> {
        passages((&self.names, &self.known), text, id, part, MOST_PASSAGES)
    }

    /// What it is called in these documents, taken in one after another.
    ///
    /// # Errors
    ///
    /// Where the names can't be read.
    pub fn describe(&self, ids: &[DocId], descriptions: &mut Descriptions) -> Result<(), Problem> {
        for &id in ids {
            let told = self.names.told(&self.known, id).map_err(|error| damaged(&error))?;
            descriptions.add(id, &told.roles);
        }
        Ok(())
    }
}

/// The date of a document, where it is known.
pub(super) fn date(catalogue: &Catalogue, id: DocId) -> Option<PartialDate> {
    catalogue.get(id)?.date()
}

/// Documents in the order of their dates, those without one last, each with a number to fill in. Those that are gone are
/// left out.
fn in_order(catalogue: &Catalogue, ids: impl Iterator<Item = DocId>) -> Vec<(DocId, u32)> {
    let mut ids: Vec<DocId> = ids.filter(|id| catalogue.get(*id).is_some()).collect();
    by_date(catalogue, &mut ids);
    ids.into_iter().map(|id| (id, 0)).collect()
}

/// Puts documents in the order of their dates, those without one last.
pub(super) fn by_date(catalogue: &Catalogue, ids: &mut [DocId]) {
    ids.sort_by_cached_key(|&id| {
        let date = date(catalogue, id);
        (date.is_none(), date, id)
    });
}

/// The passages of a document in which somebody is mentioned, so many at most.
pub(super) fn passages(
    (names, known): (&Names, &Known),
    text: &TextReader,
    id: DocId,
    part: &Part,
    most: usize,
) -> Result<Vec<Line>, Problem> {
    let told = names.told(known, id).map_err(|error| damaged(&error))?;
    // A text that was read anew since has no such places until its names are found again.
    let Some(text) = text.text(id)? else { return Ok(Vec::new()) };
    let is_in = |form: &str| match part {
        Part::Name(name) => name == form,
        _ => true,
    };
    let passages = told.passages.into_iter().filter(|passage| is_in(&passage.form));
    let mut lines: Vec<Line> = passages
        .take(most)
        .map(|passage| Line { id, span: passage.span, around: Around::of(&text, passage.span) })
        .filter(|line| !line.around.key.is_empty())
        .collect();
    if let Part::Called(role, _) = part {
        // Where it stands by itself, only the passages that have it.
        let role = role.to_lowercase();
        let says = |line: &Line| {
            let end = |text: &str| text.to_lowercase();
            end(&line.around.left).contains(&role) || end(&line.around.right).contains(&role)
        };
        if lines.iter().any(says) {
            lines.retain(says);
        }
    }
    Ok(lines)
}

fn damaged(error: &std::io::Error) -> Problem {
    Problem::new("the names", error.to_string(), "clear the cache")
}
