//! Repairing the reading text: what was damaged before ibid saw the file, where the repair is certain. Each
//! repair is marked, and the raw text stays as it is.
//!
//! Finding and making are apart: each part finds [`edits::Edit`]s in a text, and [`edits::Reading`] makes
//! them.

mod edits;
mod english;
mod glued;
mod lost;
mod mojibake;
mod scan;
mod signs;
#[cfg(test)]
mod testing;
mod unseen;
mod words;

use std::borrow::Cow;
use std::sync::Arc;

use super::draft::Draft;
use super::{Repair, RepairKind};
use crate::text::Block;
use edits::{Edit, Reading};
use signs::Signs;

/// The most repairs of a document. So many tell that it is something else than a damaged text, and each
/// takes memory.
const MOST: usize = 100_000;

/// One repair can make another one possible; that comes to an end by itself, this is in case.
const ROUNDS: usize = 8;

/// Finds at most so many edits of one kind in a text: in the blocks that come first, which are those with a
/// sign of such damage; of the others all that are there it learns what the document knows.
type Finder = fn(&str, &[Block], &[Block], usize) -> Vec<Edit>;

/// Whether blocks with such signs are its business.
type Shows = fn(Signs) -> bool;

/// In the order in which they are made, since later ones need what earlier ones mend; each with the sign that
/// it goes by.
const FINDERS: [(Finder, Shows); 4] = [
    (mojibake::find, |signs| signs.mojibake),
    (unseen::find, |signs| signs.unseen),
    (lost::find, |signs| signs.lost),
    (glued::find, |signs| signs.glued),
];

/// Repairs the reading text of the draft. What isn't certain is left as it is.
pub(super) fn repair(draft: &mut Draft) {
    let text = Arc::clone(&draft.text);
    let mut reading = Reading {
        text: Cow::Borrowed(&text),
        blocks: std::mem::take(&mut draft.blocks),
        runs: std::mem::take(&mut draft.runs),
        pages: std::mem::take(&mut draft.pages),
        repairs: std::mem::take(&mut draft.repairs),
    };
    let mut tally = Tally::default();
    mend(&mut reading, &mut tally);
    let Reading { text, blocks, runs, pages, repairs } = reading;
    if let Cow::Owned(text) = text {
        draft.text = text.into();
    }
    (draft.blocks, draft.runs, draft.pages, draft.repairs) = (blocks, runs, pages, repairs);
    draft.done.extend(tally.said());
}

/// Makes one kind of repair after the other until there is nothing more to do.
fn mend(reading: &mut Reading<'_>, tally: &mut Tally) {
    let mut suspects = signs::suspects(&reading.text, &reading.blocks);
    for _ in 0..ROUNDS {
        let before = tally.repairs;
        for (find, shows) in FINDERS {
            let damaged = showing(&suspects, shows);
            let mut edits = find(&reading.text, &damaged, &reading.blocks, tally.room());
            if edits.is_empty() {
                continue;
            }
            reading.apply(&mut edits);
            edits.iter().for_each(|edit| tally.add(edit.kind, edit.count));
            suspects = signs::suspects(&reading.text, &reading.blocks);
        }
        if tally.repairs == before || tally.room() == 0 {
            break;
        }
    }
    for span in lost::left(&reading.text, &showing(&suspects, |signs| signs.lost), tally.room()) {
        tally.add(RepairKind::Unknown, span.of(&reading.text).chars().count() as u32);
        reading.repairs.push(Repair { span, kind: RepairKind::Unknown });
    }
    reading.repairs.sort_by_key(|repair| repair.span);
}

/// The blocks with that sign.
fn showing(suspects: &[(Block, Signs)], shows: Shows) -> Vec<Block> {
    suspects.iter().filter(|(_, signs)| shows(*signs)).map(|(block, _)| *block).collect()
}

/// What was repaired, counted.
#[derive(Default)]
struct Tally {
    /// The repairs that are marked.
    repairs: usize,
    /// Of each kind the number of characters or words.
    counts: std::collections::BTreeMap<RepairKind, usize>,
}

impl Tally {
    /// How many more may be made.
    fn room(&self) -> usize {
        MOST.saturating_sub(self.repairs)
    }

    fn add(&mut self, kind: RepairKind, count: u32) {
        self.repairs += 1;
        *self.counts.entry(kind).or_default() += count as usize;
    }

    /// In words: "repaired: 14 wrongly decoded characters, 2 glued words".
    fn said(&self) -> Vec<String> {
        let say = |(kind, count): (&RepairKind, &usize)| format!("{count} {}", kind.label(*count));
        let unknown = |kind: &RepairKind| *kind == RepairKind::Unknown;
        let mended: Vec<String> = self.counts.iter().filter(|(kind, _)| !unknown(kind)).map(say).collect();
        let mut said = Vec::new();
        if !mended.is_empty() {
            said.push(format!("repaired: {}", mended.join(", ")));
        }
        said.extend(self.counts.iter().find(|(kind, _)| unknown(kind)).map(say));
        if self.room() == 0 {
            said.push(format!("nothing repaired behind the first {MOST} places"));
        }
        said
    }
}

#[cfg(test)]
#[path = "repair_tests.rs"]
mod tests;
