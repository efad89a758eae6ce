//! Which of the lines that repeat in other documents are set aside in this one.

use super::aside::{ends_a_letter, is_letter, may_be_aside};
use super::classify::classify;
use super::looks;
use super::repeats::HEAD;
use crate::text::{AsideReason, Block, BlockKind};

/// The part of the text's bytes that may be set aside for that at most: a half. It is more than words alone
/// may have set aside, since a repetition is a better sign than words.
const SMALL_PART: usize = 2;

/// The lines behind "Yours sincerely" that belong to a signature.
const SIGNATURE: usize = 2;

/// Of the blocks that repeat, by number and in order, those to be set aside: before the first and behind the
/// last sentence of the document's own.
pub(super) fn chosen(text: &str, blocks: &[Block], repeats: &[usize]) -> Vec<usize> {
    let own = |at: &usize| looks::is_prose(text, &blocks[*at]) && repeats.binary_search(at).is_err();
    let Some(first) = (0..blocks.len()).find(own) else { return Vec::new() };
    let last = (first..blocks.len()).rfind(own).unwrap_or(first);
    let line = |at: usize| blocks[at].span.of(text);
    let letter = is_letter((0..first.min(HEAD)).map(line));
    let signature = (last..blocks.len()).find(|at| ends_a_letter(line(*at)));
    let signed = |at: usize| signature.is_some_and(|from| (from..=from + SIGNATURE).contains(&at));
    let fits = |at: &usize| {
        let at = *at;
        let outside = at < first && !letter || at > last && !signed(at);
        // A heading belongs to what stands below it.
        let heads =
            matches!(blocks[at].kind, BlockKind::Heading(_)) && at + 1 < blocks.len() && own(&(at + 1));
        outside && !heads && may_be_aside(&blocks[at])
    };
    let chosen: Vec<usize> = repeats.iter().copied().filter(fits).collect();
    let total: usize = blocks.iter().map(|block| block.span.len()).sum();
    let sum: usize = chosen.iter().map(|at| blocks[*at].span.len()).sum();
    if sum * SMALL_PART <= total { chosen } else { Vec::new() }
}

/// Sets a line aside: for what its words say, if they say anything, else because it repeats.
pub(super) fn set_aside(text: &str, block: &mut Block) {
    let reason = classify(block.span.of(text)).map_or(AsideReason::Repeated, |class| class.reason);
    block.kind = BlockKind::Aside(reason);
}
