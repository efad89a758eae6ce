//! A plan in a segment, run window by window.

use tantivy::Term;
use tantivy::columnar::Column;
use tantivy::index::SegmentReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;

use super::mask::{Mask, WINDOW};
use super::phrase::PhraseNode;
use super::plan::Plan;
use super::snapshot::{Columns, Snapshot};
use super::word::WordNode;
use crate::corpus::DocId;
use crate::index::DocumentSet;

/// A plan in a segment.
pub(super) enum Node<'a> {
    Word(WordNode),
    Phrase(PhraseNode),
    /// All of `these`, the rarest first, and none of `not`.
    All {
        these: Vec<Node<'a>>,
        not: Vec<Node<'a>>,
        scores: Vec<f32>,
    },
    Any(Vec<Node<'a>>),
    Best(Vec<Node<'a>>, Vec<f32>, Vec<f32>),
    Set(&'a Columns, &'a DocumentSet),
    Dates(&'a Columns, u32, u32),
    Source(Column<u64>, u64),
    Term(Box<BlockSegmentPostings>),
    Everything,
    Nothing,
}

impl<'a> Node<'a> {
    /// A plan in the segment with this number.
    pub(super) fn new(snapshot: &'a Snapshot, segment: usize, plan: &'a Plan) -> tantivy::Result<Self> {
        let (Some(reader), Some(view)) =
            (snapshot.searcher.segment_readers().get(segment), snapshot.views.get(segment))
        else {
            return Ok(Self::Nothing);
        };
        let columns = &*view.columns;
        let all = |plans: &'a [Plan]| -> tantivy::Result<Vec<Node<'a>>> {
            plans.iter().map(|plan| Self::new(snapshot, segment, plan)).collect()
        };
        Ok(match plan {
            Plan::Word(group) => {
                Self::Word(WordNode::new(snapshot, reader, group, located(snapshot, segment, &group.noted)?)?)
            }
            Plan::Phrase(phrase) => {
                let noted = located(snapshot, segment, &phrase.noted)?;
                Self::Phrase(PhraseNode::new(snapshot, reader, phrase, noted)?)
            }
            Plan::All(plans) => {
                let (mut these, mut not) = (Vec::new(), Vec::new());
                for plan in plans {
                    match plan {
                        Plan::Not(plan) => not.push(Self::new(snapshot, segment, plan)?),
                        plan => these.push(Self::new(snapshot, segment, plan)?),
                    }
                }
                these.sort_by_key(Self::cost);
                Self::All { these, not, scores: vec![0.0; WINDOW] }
            }
            Plan::Not(plan) => {
                let not = vec![Self::new(snapshot, segment, plan)?];
                Self::All { these: Vec::new(), not, scores: Vec::new() }
            }
            Plan::Any(plans) => Self::Any(all(plans)?),
            Plan::Best(plans) => Self::Best(all(plans)?, vec![0.0; WINDOW], vec![0.0; WINDOW]),
            Plan::Set(set) => Self::Set(columns, set),
            Plan::Dates(first, last) => Self::Dates(columns, *first, *last),
            Plan::Publisher(name) => source(columns, name)?,
            Plan::Format(label) => format(snapshot, reader, label)?,
            Plan::Everything => Self::Everything,
        })
    }

    /// About how much it takes to go through all of it.
    fn cost(&self) -> u64 {
        match self {
            Self::Word(word) => word.cost(),
            Self::Phrase(phrase) => phrase.cost(),
            Self::All { these, .. } => these.iter().map(Self::cost).min().unwrap_or(u64::MAX / 4),
            Self::Any(these) | Self::Best(these, ..) => these.iter().map(Self::cost).sum(),
            Self::Term(postings) => u64::from(postings.doc_freq()),
            Self::Nothing => 0,
            // These look at each document that is left.
            Self::Set(..) | Self::Dates(..) | Self::Source(..) | Self::Everything => u64::MAX / 4096,
        }
    }

    /// Which documents from `base` on, of those in `within`, match; adds to their scores where these are wanted.
    /// Windows are asked for in order, but some may be left out.
    pub(super) fn window(&mut self, base: u32, within: &Mask, mut scores: Option<&mut [f32]>) -> Mask {
        if within.is_empty() {
            return Mask::NONE;
        }
        match self {
            Self::Word(word) => word.window(base, within, scores),
            Self::Phrase(phrase) => phrase.window(base, within, scores),
            Self::All { these, not, scores: own } => {
                own.fill(0.0);
                let mut found = within.clone();
                for node in these {
                    let wanted = scores.is_some().then_some(own.as_mut_slice());
                    found = node.window(base, &found, wanted);
                }
                for node in not {
                    let without = node.window(base, &found, None);
                    found.remove(&without);
                }
                if let Some(scores) = scores {
                    take(&found, own, scores, |known, own| known + own);
                }
                found
            }
            Self::Any(these) => {
                let mut found = Mask::NONE;
                for node in these {
                    found.add(&node.window(base, within, scores.as_deref_mut()));
                }
                found
            }
            Self::Best(these, best, own) => {
                best.fill(0.0);
                let mut found = Mask::NONE;
                for node in these {
                    own.fill(0.0);
                    let wanted = scores.is_some().then_some(own.as_mut_slice());
                    let matched = node.window(base, within, wanted);
                    take(&matched, own, best, f32::max);
                    found.add(&matched);
                }
                if let Some(scores) = scores {
                    take(&found, best, scores, |known, own| known + own);
                }
                found
            }
            Self::Set(columns, set) => {
                kept(within, |at| columns.id(base + at as u32).is_some_and(|id| set.contains(id)))
            }
            Self::Dates(columns, first, last) => kept(within, |at| {
                let (own_first, own_last) = columns.dates(base + at as u32);
                own_first > 0 && own_first >= *first && own_last <= *last
            }),
            Self::Source(ords, wanted) => kept(within, |at| ords.first(base + at as u32) == Some(*wanted)),
            Self::Term(postings) => term(postings, base, within),
            Self::Everything => within.clone(),
            Self::Nothing => Mask::NONE,
        }
    }
}

/// Those of `within` of which `wanted` says so.
fn kept(within: &Mask, wanted: impl FnMut(usize) -> bool) -> Mask {
    let mut kept = within.clone();
    kept.retain(wanted);
    kept
}

/// Takes the scores of the documents of `found` into others.
fn take(found: &Mask, from: &[f32], into: &mut [f32], how: impl Fn(f32, f32) -> f32) {
    for at in found.iter() {
        if let (Some(from), Some(into)) = (from.get(at), into.get_mut(at)) {
            *into = how(*into, *from);
        }
    }
}

/// The documents of a list that lie in a window.
fn term(postings: &mut BlockSegmentPostings, base: u32, within: &Mask) -> Mask {
    let end = base.saturating_add(WINDOW as u32);
    if postings.docs().last().is_some_and(|last| *last < base) {
        postings.seek(base);
    }
    let mut found = Mask::NONE;
    while let Some(last) = postings.docs().last().copied() {
        let own = postings.docs().iter().filter(|doc| (base..end).contains(*doc));
        own.for_each(|doc| found.insert((doc - base) as usize));
        if last >= end {
            break;
        }
        postings.advance();
    }
    found.keep(within);
    found
}

fn source<'a>(columns: &'a Columns, name: &str) -> tantivy::Result<Node<'a>> {
    let Some(publisher) = columns.publisher() else { return Ok(Node::Nothing) };
    let ord = publisher.dictionary().term_ord(name.as_bytes())?;
    Ok(ord.map_or(Node::Nothing, |ord| Node::Source(publisher.ords().clone(), ord)))
}

fn format<'a>(snapshot: &Snapshot, reader: &SegmentReader, label: &str) -> tantivy::Result<Node<'a>> {
    let index = reader.inverted_index(snapshot.fields.format)?;
    let term = Term::from_field_text(snapshot.fields.format, label);
    let postings = index.read_block_postings(&term, IndexRecordOption::Basic)?;
    Ok(postings.map_or(Node::Nothing, |postings| Node::Term(Box::new(postings))))
}

/// Those of these documents that are in a segment, by their numbers there, in order.
fn located(snapshot: &Snapshot, segment: usize, noted: &[(DocId, f32)]) -> tantivy::Result<Vec<(u32, f32)>> {
    let mut found = Vec::new();
    for (id, amount) in noted {
        if let Some((_, doc)) = snapshot.locate(*id)?.filter(|(own, _)| *own == segment) {
            found.push((doc, *amount));
        }
    }
    found.sort_unstable_by_key(|(doc, _)| *doc);
    Ok(found)
}
