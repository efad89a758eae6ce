//! Going over a text by as many threads as are worth it.

use rayon::prelude::*;

use crate::text::Block;

/// Below so many bytes, sharing out the work takes longer than the work, most of all for the first text, which starts the
/// threads.
pub(super) const SMALL: usize = 64 << 10;

/// Blocks that one thread goes over at a time.
const PART: usize = 4096;

/// What `of` makes of parts of the blocks, put together in order. `join` has to be associative, and `nothing` to add
/// nothing to either side.
pub(super) fn summed<T: Copy + Send + Sync>(
    blocks: &[Block],
    nothing: T,
    of: impl Fn(&[Block]) -> T + Send + Sync,
    join: impl Fn(T, T) -> T + Send + Sync,
) -> T {
    if blocks.len() <= PART {
        return of(blocks);
    }
    blocks.par_chunks(PART).map(of).reduce(|| nothing, join)
}
