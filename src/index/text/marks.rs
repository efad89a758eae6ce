//! Where a text has what is looked for.

use std::sync::Arc;

use super::near;
use super::wanted::Wanted;
use super::words::Words;
use crate::text::Span;

/// Words of phrases that are remembered before those are put together, so that a text of any length takes little memory
/// and time.
const REMEMBERED: usize = 4096;

/// A place that is lit.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// Where it is, in bytes.
    pub(super) span: Span,
    /// Which word of the query it is.
    pub(super) slot: u32,
    /// The block in which it is.
    pub(super) block: usize,
    pub(super) why: Option<Arc<str>>,
}

/// A word that is lit where its phrase is.
struct Part {
    mark: Mark,
    position: u32,
    phrase: usize,
    word: usize,
}

/// The places in `blocks`, spans of a text of which `text` begins at `base`, in order of the text; about the first `most`
/// of them. What lies outside of `text` is left out.
pub(super) fn marks(text: &str, base: usize, blocks: &[Span], wanted: &Wanted, most: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    let reach = wanted.phrases.iter().map(|&(words, slop)| words as u32 + slop).max().unwrap_or(0);
    let (mut position, mut word, mut kept) = (0, String::new(), 0);
    'text: for (number, block) in blocks.iter().enumerate() {
        let (start, end) = (block.start as usize, block.end as usize);
        let from = start.max(base);
        let within = from.saturating_sub(base)..end.saturating_sub(base).min(text.len());
        let Some(content) = text.get(within) else { continue };
        let mut words = Words::new(content);
        while let Some((start, end)) = words.next_into(&mut word) {
            for lit in wanted.get(&word).unwrap_or(&[]) {
                let span = Span::new(from + start, from + end);
                let mark = Mark { span, slot: lit.slot, block: number, why: lit.why.clone() };
                match lit.phrase {
                    None => marks.push(mark),
                    Some((phrase, word)) => parts.push(Part { mark, position, phrase, word }),
                }
            }
            position += 1;
            if parts.len() > kept + REMEMBERED {
                phrases(&parts, wanted, &mut marks);
                // A phrase may go on in what follows, as far as its slop reaches.
                parts.retain(|part| part.position + reach >= position);
                kept = parts.len();
            }
            if marks.len() >= most {
                break 'text;
            }
        }
        // The index leaves a gap of one between blocks.
        position += 1;
    }
    phrases(&parts, wanted, &mut marks);
    marks.sort_by_key(|mark| (mark.span.start, mark.why.is_some(), mark.slot));
    marks.dedup_by_key(|mark| (mark.span, mark.slot));
    marks
}

/// Whether two places of a text, of which `text` begins at `base`, are shown as one: nothing but blanks of one line and
/// hyphens stand between them, or a sign alone, as in "AT&T".
pub(super) fn are_joined((text, base): (&str, usize), one: Span, next: Span) -> bool {
    let inside = |offset: u32| (offset as usize).saturating_sub(base);
    let between = text.get(inside(one.end)..inside(next.start));
    let blank = |between: &str| between.chars().all(|c| c == ' ' || c == '-');
    let sign = |between: &str| {
        let mut signs = between.chars();
        signs.next().is_some_and(|c| !c.is_whitespace()) && signs.next().is_none()
    };
    next.start <= one.end || between.is_some_and(|between| blank(between) || sign(between))
}

/// The places of all phrases of which all words are there.
fn phrases(parts: &[Part], wanted: &Wanted, marks: &mut Vec<Mark>) {
    for (phrase, (words, slop)) in wanted.phrases.iter().enumerate() {
        whole(parts, phrase, *words, *slop, marks);
    }
}

/// The places of a phrase of which all words are there.
fn whole(parts: &[Part], phrase: usize, words: usize, slop: u32, marks: &mut Vec<Mark>) {
    let words = words.min(near::MOST_WORDS);
    let of = |word: usize| -> Vec<&Part> {
        parts.iter().filter(|part| part.phrase == phrase && part.word == word).collect()
    };
    let parts: Vec<Vec<&Part>> = (0..words).map(of).collect();
    let positions: Vec<Vec<u32>> =
        parts.iter().map(|parts| parts.iter().map(|part| part.position).collect()).collect();
    near::matches(&positions, slop, |at| {
        let found = parts.iter().zip(at).filter_map(|(parts, at)| parts.get(*at));
        marks.extend(found.map(|part| part.mark.clone()));
    });
}
