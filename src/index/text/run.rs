//! Running a plan over all segments, and the best documents of what it finds.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::mask::{Mask, WINDOW};
use super::node::Node;
use super::plan::Plan;
use super::snapshot::{Columns, Snapshot};
use crate::corpus::DocId;

/// A window of a segment with the documents that match.
pub(super) struct Found<'a> {
    pub(super) segment: usize,
    pub(super) columns: &'a Columns,
    /// The number of the window's first document in the segment.
    pub(super) base: u32,
    pub(super) mask: &'a Mask,
    /// The score of each document of the window; 0 for those that don't match or where none were wanted.
    pub(super) scores: &'a [f32],
}

/// Calls `found` for each window in which something matches. `None` when `stop` said so before the end.
pub(super) fn run(
    snapshot: &Snapshot,
    plan: &Plan,
    scored: bool,
    stop: &dyn Fn() -> bool,
    mut found: impl FnMut(Found<'_>) -> tantivy::Result<()>,
) -> tantivy::Result<Option<()>> {
    let mut scores = vec![0.0; if scored { WINDOW } else { 0 }];
    for (segment, view) in snapshot.views.iter().enumerate() {
        if stop() {
            return Ok(None);
        }
        let mut node = Node::new(snapshot, segment, plan)?;
        for (live, base) in view.live.chunks(WINDOW / 64).zip((0..).step_by(WINDOW)) {
            if stop() {
                return Ok(None);
            }
            let within = Mask::of(live);
            let mask = node.window(base, &within, scored.then_some(scores.as_mut_slice()));
            if !mask.is_empty() {
                found(Found { segment, columns: &view.columns, base, mask: &mask, scores: &scores })?;
            }
            scores.fill(0.0);
        }
    }
    Ok(Some(()))
}

/// A document that matches, in the order in which they are given: the best first, of those that are equally
/// good the newest, then the one with the lower number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub(super) score: f32,
    date: u32,
    pub(super) id: DocId,
    pub(super) segment: usize,
    pub(super) doc: u32,
}

impl Ranked {
    fn key(&self) -> (f32, u32, Reverse<DocId>) {
        (self.score, self.date, Reverse(self.id))
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        let ((a, date, id), (b, other_date, other_id)) = (self.key(), other.key());
        a.total_cmp(&b).then(date.cmp(&other_date)).then(id.cmp(&other_id))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}

/// The best documents, and how many match in all.
pub(super) fn best(
    snapshot: &Snapshot,
    plan: &Plan,
    most: usize,
    stop: &dyn Fn() -> bool,
) -> tantivy::Result<Option<(Vec<Ranked>, usize)>> {
    let mut heap: BinaryHeap<Reverse<Ranked>> = BinaryHeap::new();
    let mut total = 0;
    let done = run(snapshot, plan, true, stop, |found| {
        total += found.mask.len();
        for at in found.mask.iter() {
            let score = found.scores.get(at).copied().unwrap_or(0.0);
            let full = heap.len() >= most;
            if full && heap.peek().is_none_or(|Reverse(least)| score < least.score) {
                continue;
            }
            let doc = found.base + at as u32;
            let Some(id) = found.columns.id(doc) else { continue };
            let (_, date) = found.columns.dates(doc);
            let ranked = Ranked { score, date, id, segment: found.segment, doc };
            if !full {
                heap.push(Reverse(ranked));
            } else if heap.peek().is_some_and(|Reverse(least)| *least < ranked) {
                heap.pop();
                heap.push(Reverse(ranked));
            }
        }
        Ok(())
    })?;
    let ranked = heap.into_sorted_vec().into_iter().map(|Reverse(ranked)| ranked);
    Ok(done.map(|()| (ranked.collect(), total)))
}
