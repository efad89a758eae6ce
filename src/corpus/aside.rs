//! Setting aside what isn't part of a text: lines of the site at its head and tail. The text itself is left
//! as it is; only the kind of the blocks changes.
//!
//! What is set aside is folded away from the reader, so a rule has to be sure: it looks at the head and the
//! tail alone, never takes what could be the title, and where all of it together would be more than a small
//! part of the document, nothing is set aside.

use super::classify::{Class, classify, is_reply_heading, is_section, metadata, timestamp};
use super::{byline, looks};
use crate::text::{AsideReason, Block, BlockKind};

/// How the tail is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// Short lines behind an article are taken for links and section names: right for scraped pages.
    WithShortLines,
    /// Only lines that say what they are, by their words: right for texts that somebody set with care.
    BySignsOnly,
}

/// The most blocks of a head that aren't known for boilerplate, and with the menus in it.
const HEAD: usize = 12;
const LONG_HEAD: usize = 80;

/// How many bylines and dates may stand behind a summary.
const BEHIND_SUMMARY: usize = 5;

/// The most blocks of a tail.
const TAIL: usize = 40;

/// The part of the text's bytes that may be set aside at most, metadata not counted: a third.
const SMALL_PART: usize = 3;

/// The most bytes of a short line in the tail, such as the title of another article.
const SHORT: usize = 160;

/// The most words of a lone loose line that is taken for the title of something else.
const TITLE_WORDS: usize = 7;

fn text_words(line: &str) -> usize {
    line.split_whitespace().count()
}

/// Sets aside what of `blocks` isn't part of the text.
pub(super) fn mark(text: &str, blocks: &mut [Block], tail: Tail) {
    let mut found = Vec::new();
    let head = mark_head(text, blocks, &mut found);
    let end = reply_form(text, blocks).unwrap_or(blocks.len());
    found.extend((end..blocks.len()).map(|at| (at, AsideReason::Reply)));
    mark_tail(text, &blocks[..end], head, tail, &mut found);

    let total: usize = blocks.iter().map(|block| block.span.len()).sum();
    let aside = |at: usize, reason| if reason == AsideReason::Metadata { 0 } else { blocks[at].span.len() };
    let sum: usize = found.iter().map(|(at, reason)| aside(*at, *reason)).sum();
    let small = sum * SMALL_PART <= total;
    for (at, reason) in found {
        if (small || reason == AsideReason::Metadata) && blocks[at].is_body() {
            blocks[at].kind = BlockKind::Aside(reason);
        }
    }
}

/// Finds what is to be set aside before the first prose, and bylines and dates right behind it, where it is
/// a summary. Gives the number of the block where the head ends.
fn mark_head(text: &str, blocks: &[Block], found: &mut Vec<(usize, AsideReason)>) -> usize {
    let line = |at: usize| blocks[at].span.of(text);
    let mut classes: Vec<Option<Class>> = Vec::new();
    let mut others = 0;
    let mut end = 0;
    while end < blocks.len().min(LONG_HEAD) && others < HEAD {
        let class = of_head(text, blocks, end);
        if class.is_none() && looks::is_prose(text, &blocks[end]) {
            break;
        }
        others += usize::from(class.is_none());
        classes.push(class);
        end += 1;
    }
    // The head of a letter or a memorandum is part of it.
    if super::letter::head(text, &blocks[..end]).is_some() {
        return end;
    }
    let titled = (0..end).any(|at| classes[at].is_none() && looks::is_headline(line(at)));
    for (at, class) in classes.iter().enumerate() {
        // What a text marks as its heading isn't taken for a menu because of a word.
        let heading = matches!(blocks[at].kind, BlockKind::Heading(_));
        if let Some(Class { reason, .. }) = class.filter(|class| titled && !heading || !class.weak) {
            found.push((at, reason));
        }
    }
    let behind = behind_summary(text, blocks, end);
    found.extend(behind.clone().map(|at| (at, AsideReason::Metadata)));
    behind.end
}

/// What the block `at` of a head is, by its words and those of its neighbours.
fn of_head(text: &str, blocks: &[Block], at: usize) -> Option<Class> {
    let block = &blocks[at];
    let line = block.span.of(text);
    // A menu with wide spaces or tabs was taken for a row of a table.
    let row = block.kind == BlockKind::Code && !line.contains('\n') && line.len() <= SHORT;
    if row {
        return classify(line).filter(|class| class.reason == AsideReason::Site && !class.weak);
    }
    if !may_be_aside(block) {
        return None;
    }
    let byline = |weak| Class { reason: AsideReason::Metadata, weak };
    let before = at.checked_sub(1).map(|before| blocks[before].span.of(text));
    classify(line)
        .or_else(|| byline::read(line).map(|found| byline(!(found.labelled && line.contains(':')))))
        // "By" and the name in the line below it.
        .or_else(|| is_split_byline(line, blocks.get(at + 1)?.span.of(text)).then(|| byline(true)))
        .or_else(|| is_split_byline(before?, line).then(|| byline(true)))
        .or_else(|| is_section(line).then_some(Class { reason: AsideReason::Site, weak: true }))
}

fn is_split_byline(first: &str, second: &str) -> bool {
    byline::is_prefix(first)
        && byline::read(&format!("By {second}")).is_some_and(|found| found.author.is_some())
}

/// The bylines, labels and dates right behind the first paragraph, the block `summary`. A date alone counts
/// only with one of the others beside it.
fn behind_summary(text: &str, blocks: &[Block], summary: usize) -> std::ops::Range<usize> {
    let from = (summary + 1).min(blocks.len());
    let most = blocks.len().min(from + BEHIND_SUMMARY);
    let of = |at: usize| -> Option<bool> {
        let line = blocks[at].span.of(text);
        if !may_be_aside(&blocks[at]) || line.len() > SHORT {
            return None;
        }
        if metadata(line).is_some()
            || byline::read(line).is_some_and(|found| found.labelled || found.author.is_some())
        {
            return Some(true);
        }
        timestamp(line).is_some().then_some(false)
    };
    let kinds: Vec<bool> = (from..most).map_while(of).collect();
    let goes_on = blocks[from..].iter().skip(kinds.len()).take(3).any(|block| looks::is_prose(text, block));
    let sure = goes_on && kinds.contains(&true);
    if sure { from..from + kinds.len() } else { summary..summary }
}

/// The number of the block with which a reply form begins, in the last quarter of the text.
fn reply_form(text: &str, blocks: &[Block]) -> Option<usize> {
    let last_quarter = blocks.last()?.span.end as usize / 4 * 3;
    let from = blocks.partition_point(|block| (block.span.start as usize) < last_quarter);
    let at = (from..blocks.len())
        .find(|at| may_be_aside(&blocks[*at]) && is_reply_heading(blocks[*at].span.of(text)))?;
    // Where the text goes on at length, it was a heading in a text about reply forms.
    let goes_on = blocks[at + 1..].iter().filter(|block| looks::is_long_prose(text, block)).nth(1).is_some();
    (!goes_on && has_prose(text, &blocks[..at], 1)).then_some(at)
}

/// Finds what is to be set aside behind the last prose of `blocks`, but not before the block number `head`.
fn mark_tail(text: &str, blocks: &[Block], head: usize, tail: Tail, found: &mut Vec<(usize, AsideReason)>) {
    let mut signs = Vec::new();
    let mut short = Vec::new();
    let mut certain = tail == Tail::WithShortLines;
    let first = head.max(blocks.len().saturating_sub(TAIL));
    for at in (first..blocks.len()).rev() {
        let block = &blocks[at];
        let line = block.span.of(text);
        let class = may_be_aside(block).then(|| classify(line)).flatten();
        let by =
            || block.kind == BlockKind::Paragraph && byline::read(line).is_some_and(|found| found.labelled);
        if let Some(class) = class {
            signs.push((at, class.reason));
        } else if by() {
            signs.push((at, AsideReason::Metadata));
        } else if !block.is_body() {
            // A rule between an article and what follows it says nothing by itself, nor does what is set aside.
        } else if block.kind == BlockKind::Paragraph && line.len() <= SHORT && is_loose(line) {
            short.push((at, AsideReason::Related));
            certain &= !ends_a_letter(line) && !is_reference(line) && at > first;
        } else {
            certain &=
                !looks::goes_on(line) && block.kind != BlockKind::Code && block.kind != BlockKind::Item;
            break;
        }
    }
    // One loose line right behind the prose that is as long as a sentence is one that was cut off.
    let cut_off = short.len() == 1 && text_words(blocks[short[0].0].span.of(text)) > TITLE_WORDS;
    let names_only = short.len() <= 2 && short.iter().all(|(at, _)| is_name(blocks[*at].span.of(text)));
    found.extend(signs);
    if certain && !names_only && !cut_off && has_prose(text, blocks, 3) {
        found.extend(short);
    }
}

/// Whether these lines are the head of a letter or a memorandum.
pub(super) fn is_letter<'a>(mut lines: impl Iterator<Item = &'a str>) -> bool {
    lines.any(|line| {
        let lower = line.get(..8).unwrap_or("").to_lowercase();
        ["from:", "to:", "subject:"].iter().any(|label| lower.starts_with(label))
    })
}

/// Whether a block is of a kind that can be boilerplate.
pub(super) fn may_be_aside(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::Item)
}

/// Whether at least `count` of the blocks are whole paragraphs of prose.
fn has_prose(text: &str, blocks: &[Block], count: usize) -> bool {
    blocks.iter().filter(|block| looks::is_long_prose(text, block)).take(count).count() == count
}

/// Whether a line stands by itself: neither a sentence nor the beginning of something.
fn is_loose(line: &str) -> bool {
    !line.contains('\n') && !looks::ends_sentence(line) && !looks::goes_on(line)
}

/// Whether a line is one of those before a signature.
pub(super) fn ends_a_letter(line: &str) -> bool {
    let lower = line.to_lowercase();
    [
        "yours",
        "sincerely",
        "regards",
        "best ",
        "kind ",
        "with best",
        "with kind",
        "respectfully",
        "signed",
        "p.s",
    ]
    .iter()
    .any(|word| lower.starts_with(word))
}

/// Whether a line belongs to a list of references, which is part of the text.
fn is_reference(line: &str) -> bool {
    const HEADINGS: [&str; 10] = [
        "references",
        "sources",
        "bibliography",
        "notes",
        "footnotes",
        "endnotes",
        "appendix",
        "works cited",
        "literature",
        "annex",
    ];
    let lower = line.to_lowercase();
    HEADINGS.contains(&lower.as_str())
        || lower.contains("://")
        || line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '^' | '*' | '†' | '('))
}

/// Whether a line could be the name of who signs, or the place: a few words with capitals.
fn is_name(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.clone().nth(4).is_none()
        && words.all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '—' || c == '–')
        })
}

#[cfg(test)]
#[path = "aside_tests.rs"]
mod tests;
