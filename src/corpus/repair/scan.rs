//! Going through the blocks of a text that are read, many at a time, with bounded memory.

use rayon::prelude::*;

use crate::corpus::parts::SMALL;
use crate::text::{Block, BlockKind};

/// The bytes of blocks that are searched before what was found is counted. A character takes two bytes at
/// least where there is something to find, so that this bounds the memory.
const BATCH: usize = 4 << 20;

/// A block to be searched.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    /// Its content.
    pub(super) text: &'a str,
    /// Where it begins in the reading text, in bytes.
    pub(super) start: usize,
}

/// What `find` appends for each block that is read and isn't code: in order, and at most `most`.
pub(super) fn scan<'a, T: Send>(
    text: &'a str,
    blocks: &[Block],
    most: usize,
    find: impl Fn(Part<'a>, &mut Vec<T>) + Sync,
) -> Vec<T> {
    let search = |mut found: Vec<T>, block: &Block| {
        if block.is_body() && block.kind != BlockKind::Code {
            find(Part { text: block.span.of(text), start: block.span.start as usize }, &mut found);
        }
        found
    };
    let joined = |mut one: Vec<T>, mut other: Vec<T>| {
        if one.is_empty() {
            return other;
        }
        one.append(&mut other);
        one
    };
    let mut found = Vec::new();
    let mut rest = blocks;
    while found.len() < most && !rest.is_empty() {
        let (batch, behind) = rest.split_at(batch(rest));
        rest = behind;
        let bytes = batch.iter().map(|block| block.span.len()).sum::<usize>();
        let more = if bytes < SMALL {
            batch.iter().fold(Vec::new(), search)
        } else {
            batch.par_iter().fold(Vec::new, search).reduce(Vec::new, joined)
        };
        found = joined(found, more);
    }
    found.truncate(most);
    found
}

/// How many of the blocks make up a batch.
fn batch(blocks: &[Block]) -> usize {
    let mut bytes = 0;
    let full = blocks.iter().position(|block| {
        bytes += block.span.len();
        bytes >= BATCH
    });
    full.map_or(blocks.len(), |at| at + 1)
}
