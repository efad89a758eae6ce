//! Notes with what their documents say now: where their words stand, and what is cited.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::super::collection::named_as_results;
use super::super::tag::load;
use super::super::tools::Ending;
use super::characters::Characters;
use super::shelf::{Shelf, Where};
use crate::corpus::Document;
use crate::note::{DocumentRef, Folded, Item, Resolved};
use crate::text::{BlockKind, Span};

/// What became of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// Its words stand where they stood.
    Exact,
    /// They stand elsewhere.
    Moved,
    /// They stand somewhere, perhaps these.
    Doubtful,
    /// They aren't there any more.
    Lost,
    /// It hangs on no words: there is nothing to look for.
    Whole,
    /// Its document isn't anywhere.
    Absent,
    /// Its document can't be read.
    Unread,
}

impl State {
    /// All of them, in the order in which they are counted.
    pub(super) const ALL: [Self; 7] =
        [Self::Exact, Self::Moved, Self::Doubtful, Self::Lost, Self::Whole, Self::Absent, Self::Unread];

    /// The word for it.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Doubtful => "doubtful",
            Self::Lost => "lost",
            Self::Whole => "whole",
            Self::Absent => "absent",
            Self::Unread => "unread",
        }
    }

    /// What became of an anchor.
    fn of(resolved: Resolved) -> Self {
        match resolved {
            Resolved::Exact(_) => Self::Exact,
            Resolved::Moved(_) => Self::Moved,
            Resolved::Doubtful(_) => Self::Doubtful,
            Resolved::Lost => Self::Lost,
        }
    }
}

/// A note with what its document says now.
pub(super) struct Located<'a> {
    pub(super) item: &'a Item,
    /// Where its document is; `None` where it isn't anywhere or there is none.
    pub(super) path: Option<PathBuf>,
    /// Whether it belongs to the collection.
    pub(super) inside: bool,
    pub(super) state: State,
    /// Where its words stand.
    pub(super) span: Option<Span>,
    /// The source of its document.
    pub(super) source: Option<String>,
    /// The date of its document, as precise as it is known.
    pub(super) date: Option<String>,
    /// The page or the paragraph of its words, such as `p. 3`.
    pub(super) place: Option<String>,
    /// Its words as characters of the reading text, first and behind the last.
    pub(super) characters: Option<(usize, usize)>,
}

/// Looks for the documents and words of these notes, each document read once. What can't be read is told.
///
/// # Errors
///
/// Where the collection can't be opened.
pub(super) fn locate<'a>(items: Vec<&'a Item>, shelf: &Shelf<'_>) -> Result<Vec<Located<'a>>, Ending> {
    let mut located: Vec<Located<'a>> = Vec::with_capacity(items.len());
    let mut of: BTreeMap<&DocumentRef, Vec<usize>> = BTreeMap::new();
    for (at, item) in items.into_iter().enumerate() {
        let inside = item.document().is_none() && shelf.holds(item)?;
        let nothing = Located {
            item,
            path: None,
            inside,
            state: State::Whole,
            span: None,
            source: None,
            date: None,
            place: None,
            characters: None,
        };
        located.push(nothing);
        if let Some(document) = item.document() {
            of.entry(document).or_default().push(at);
        }
    }
    for (made_on, numbers) in of {
        let Where { path, inside } = shelf.anywhere(made_on)?;
        let document = path.as_deref().map(|path| load(path, shelf.tools)).transpose();
        let document = document.unwrap_or_else(|problem| {
            (shelf.tools.tell)(named_as_results(problem));
            None
        });
        let folded = document.as_ref().map(|document| Folded::new(document.text.as_str()));
        let bearings = document.as_ref().map(Bearings::of);
        for at in numbers {
            let Some(note) = located.get_mut(at) else { continue };
            note.inside = inside;
            note.state = match (&path, &folded) {
                (None, _) => State::Absent,
                (Some(_), None) => State::Unread,
                (Some(_), Some(folded)) => match note.item.anchor() {
                    None => State::Whole,
                    Some(anchor) => {
                        let resolved = anchor.resolve_in(folded);
                        note.span = resolved.span();
                        State::of(resolved)
                    }
                },
            };
            note.path.clone_from(&path);
            if let Some(bearings) = &bearings {
                note.cite(bearings);
            }
        }
    }
    Ok(located)
}

/// A document with what its passages are cited by.
struct Bearings<'a> {
    document: &'a Document,
    characters: Characters,
    /// Where its paragraphs begin.
    paragraphs: Vec<u32>,
}

impl<'a> Bearings<'a> {
    fn of(document: &'a Document) -> Self {
        let prose = document.text.body().filter(|block| !matches!(block.kind, BlockKind::Heading(_)));
        let paragraphs = prose.map(|block| block.span.start).collect();
        Self { document, characters: Characters::of(document.text.as_str()), paragraphs }
    }
}

impl Located<'_> {
    /// Takes in what is cited of the document.
    fn cite(&mut self, bearings: &Bearings<'_>) {
        let Document { meta, text, .. } = bearings.document;
        self.source = meta.source.as_ref().map(|source| source.value.to_string());
        self.date = meta.date.as_ref().map(|date| date.value.to_string());
        let Some(span) = self.span else { return };
        let range = span.range();
        let count = |at: usize| bearings.characters.before(text.as_str(), at);
        self.characters = Some((count(range.start), count(range.end)));
        // A place that may be another one isn't cited.
        if self.state == State::Doubtful {
            return;
        }
        let page = bearings.document.page_at(range.start).map(|page| format!("p. {}", page.label));
        let number = bearings.paragraphs.partition_point(|start| *start <= span.start);
        let paragraph = || (number > 0).then(|| format!("paragraph {number}"));
        self.place = page.or_else(paragraph);
    }
}
