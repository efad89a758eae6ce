//! A concordance: every place of somebody or of a word, each on a line with its neighbours (keyword in context).

use super::entity::{MOST_PASSAGES, by_date, passages};
use super::{Catalogue, Line, Part};
use crate::corpus::{DocId, Problem};
use crate::index::names::{Names, Wanted};
use crate::index::{Asked, TextReader};
use crate::text::around::Around;

/// The most lines of a concordance, which may all be of one document.
pub const MOST_LINES: usize = MOST_PASSAGES;

/// Lines that are told first; then each time half as many as there are.
const FIRST: usize = 40;

/// Bytes on a side that lines are sorted by.
const NEAR: usize = 60;

/// What a concordance is of.
#[derive(Clone, Debug)]
pub enum Sought {
    /// Somebody or something, in all spellings.
    Name(Wanted),
    /// What a search is about.
    Query(Box<Asked>),
}

/// How far a concordance has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The documents that were looked at.
    pub looked: usize,
    /// All that have something of it.
    pub documents: usize,
    /// The places that there are, where that is known before all are looked at.
    pub places: Option<usize>,
    /// Whether no more is to come.
    pub done: bool,
}

/// In what order a concordance is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineSort {
    /// By the dates of the documents, and in each in the order of the text.
    #[default]
    Document,
    /// By the words before the place, the nearest first.
    Left,
    /// By the words behind it.
    Right,
}

impl LineSort {
    /// All of them, in the order in which one goes through them.
    pub const ALL: [Self; 3] = [Self::Document, Self::Left, Self::Right];

    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The numbers of lines, which are in the order of the documents, in this order.
    pub fn order(self, lines: &[Line]) -> Vec<u32> {
        let mut order: Vec<u32> = (0..lines.len() as u32).collect();
        let key = |at: &u32| -> String {
            let around = lines.get(*at as usize).map(|line| &line.around);
            match (self, around) {
                (Self::Left, Some(Around { left, .. })) => {
                    let near = left.get(left.ceil_char_boundary(left.len().saturating_sub(NEAR))..);
                    let words = near.unwrap_or("").split(|c: char| !c.is_alphanumeric());
                    words.rev().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
                }
                (Self::Right, Some(Around { right, .. })) => {
                    let near = right.get(..right.floor_char_boundary(NEAR));
                    let words = near.unwrap_or("").split(|c: char| !c.is_alphanumeric());
                    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
                }
                _ => String::new(),
            }
        };
        if self != Self::Document {
            // What begins or ends its paragraph stands before all that has a neighbour.
            order.sort_by_cached_key(key);
        }
        order
    }
}

/// Looks through the documents and tells of the lines, some at a time, in the order of the documents; at most
/// [`MOST_LINES`]. Ends early when `stop` says so.
///
/// # Errors
///
/// Where the names or the texts can't be read.
pub fn concordance(
    (names, text, catalogue): (&Names, &TextReader, &Catalogue),
    sought: &Sought,
    most: usize,
    stop: &dyn Fn() -> bool,
    tell: &mut dyn FnMut(Vec<Line>, Reach),
) -> Result<(), Problem> {
    let known = match sought {
        Sought::Name(wanted) => names.wanted(wanted),
        Sought::Query(_) => None,
    };
    let mut places = None;
    let mut ids: Vec<DocId> = match (sought, &known) {
        (_, Some(known)) => {
            places = Some(known.documents.iter().map(|id| names.mentions(known, id) as usize).sum());
            known.documents.iter().collect()
        }
        (Sought::Query(asked), _) => {
            let asked = Asked { most: catalogue.span().max(1), skip: 0, snippets: 0, ..(**asked).clone() };
            let Some(answer) = text.answer(&asked, names, stop)? else { return Ok(()) };
            answer.hits.into_iter().map(|hit| hit.id).collect()
        }
        _ => Vec::new(),
    };
    ids.retain(|id| catalogue.get(*id).is_some());
    by_date(catalogue, &mut ids);
    let mut reach = Reach { documents: ids.len(), places, ..Reach::default() };
    let (mut batch, mut count) = (Vec::new(), 0);
    for (number, &id) in ids.iter().enumerate() {
        if stop() {
            return Ok(());
        }
        let room = most.saturating_sub(count);
        let lines = match (sought, &known) {
            (_, Some(known)) => passages((names, known), text, id, &Part::All, room)?,
            (Sought::Query(asked), _) => of_query(names, text, asked, id, room)?,
            _ => Vec::new(),
        };
        count += lines.len().min(room);
        batch.extend(lines.into_iter().take(room));
        reach.looked = number + 1;
        if count >= most {
            break;
        }
        if batch.len() >= FIRST.max(count / 3) {
            tell(std::mem::take(&mut batch), reach);
        }
    }
    tell(batch, Reach { done: true, ..reach });
    Ok(())
}

/// The places in a document that a search is about, at most `most`.
fn of_query(
    names: &Names,
    text: &TextReader,
    asked: &Asked,
    id: DocId,
    most: usize,
) -> Result<Vec<Line>, Problem> {
    let Some(whole) = text.text(id)? else { return Ok(Vec::new()) };
    let spans = text.lit(asked, names, &whole)?;
    let line = |span| Line { id, span, around: Around::of(&whole, span) };
    Ok(spans.into_iter().map(line).filter(|line| !line.around.key.is_empty()).take(most).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn line(left: &str, right: &str) -> Line {
        let around =
            Around { left: left.into(), key: "milk".into(), right: right.into(), ..Around::default() };
        Line { id: DocId(0), span: Span::new(0, 4), around }
    }

    #[test]
    fn lines_are_sorted_by_the_nearest_word_of_a_side() {
        let lines = [
            line("The old ", " went sour"),
            line("a new ", " came"),
            line("", " ban"),
            line("very Old ", ""),
        ];
        assert_eq!(LineSort::Document.order(&lines), [0, 1, 2, 3]);
        assert_eq!(LineSort::Left.order(&lines), [2, 1, 0, 3], "old the, then old very");
        assert_eq!(LineSort::Right.order(&lines), [3, 2, 1, 0]);
    }
}
