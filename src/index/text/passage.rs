//! The passages that show best why a document matches.

use super::marks::{Mark, are_joined};
use crate::index::{Origin, Snippet};
use crate::text::Span;

/// The length of a snippet in characters: two rows of a terminal of 80 columns.
pub(super) const WIDTH: usize = 160;

/// A passage with what makes it a good one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Passage {
    /// The first mark, and the one behind the last.
    marks: (usize, usize),
    /// How much the different words of the query say that it has.
    pub(super) worth: f32,
}

/// The best passages with these marks, at most `most`, the best first. `width` is the length of a passage in
/// bytes, `worth` how much each word of the query says.
pub(super) fn best(marks: &[Mark], worth: &[f32], width: usize, most: usize) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    while found.len() < most {
        let Some(passage) = next(marks, worth, width, &found) else { break };
        found.push(passage);
    }
    found
}

/// The best passage without a mark of those that were found before: the one with the most telling different
/// words; of equally good ones the one with more marks, then the first.
fn next(marks: &[Mark], worth: &[f32], width: usize, before: &[Passage]) -> Option<Passage> {
    let mut counts = vec![0usize; worth.len()];
    let (mut first, mut sum) = (0, 0.0f32);
    let mut best: Option<(f32, Passage)> = None;
    for (at, mark) in marks.iter().enumerate() {
        if before.iter().any(|passage| (passage.marks.0..passage.marks.1).contains(&at)) {
            counts.fill(0);
            (first, sum) = (at + 1, 0.0);
            continue;
        }
        if let Some(count) = counts.get_mut(mark.slot as usize) {
            *count += 1;
            if *count == 1 {
                sum += worth_of(worth, mark.slot);
            }
        }
        while let Some(left) = marks.get(first).filter(|left| {
            left.block != mark.block || (mark.span.end - left.span.start) as usize > width && first < at
        }) {
            if let Some(count) = counts.get_mut(left.slot as usize) {
                *count -= 1;
                if *count == 0 {
                    sum -= worth_of(worth, left.slot);
                }
            }
            first += 1;
        }
        let value = sum + 0.01 * ((at + 1 - first) as f32).min(8.0);
        if best.as_ref().is_none_or(|(known, _)| value > known + 1e-4) {
            best = Some((value, Passage { marks: (first, at + 1), worth: sum }));
        }
    }
    best.map(|(_, passage)| passage)
}

fn worth_of(worth: &[f32], slot: u32) -> f32 {
    worth.get(slot as usize).copied().unwrap_or(0.0) + 0.1
}

impl Passage {
    /// Its first mark.
    pub(super) fn start(self, marks: &[Mark]) -> Span {
        marks.get(self.marks.0).map(|mark| mark.span).unwrap_or_default()
    }

    /// The passage as it is shown. `text` begins at `base` of the reading text; `block` is the block of the
    /// passage.
    pub(super) fn snippet(
        self,
        text: &str,
        base: usize,
        block: Span,
        marks: &[Mark],
        width: usize,
    ) -> Snippet {
        let own = marks.get(self.marks.0..self.marks.1).unwrap_or(&[]);
        let start = self.start(marks);
        // Of a phrase all words that stand side by side.
        let place = own.iter().map(|mark| mark.span).fold(start, |place, next| {
            if are_joined((text, base), place, next) { place.join(next) } else { place }
        });
        let end = own.iter().map(|mark| mark.span.end as usize).max().unwrap_or_default();
        let inside = |offset: usize| offset.saturating_sub(base).min(text.len());
        let block = inside(block.start as usize)..inside(block.end as usize);
        let around = around(text, block, inside(place.start as usize)..inside(end), width);
        let lit = lit(marks, base + around.start, base + around.end);
        let (text, lit) = one_line(text, base, around, &lit);
        // Where it has what was typed too, nobody wonders.
        let typed = |slot| own.iter().any(|mark| mark.slot == slot && mark.why.is_none());
        let why = own
            .iter()
            .filter(|mark| !typed(mark.slot))
            .find_map(|mark| mark.why.as_deref())
            .map(str::to_owned);
        Snippet { origin: Origin::Text, text, lit, place, why }
    }
}

/// The spans of the marks inside of `start..end`, not overlapping.
fn lit(marks: &[Mark], start: usize, end: usize) -> Vec<Span> {
    let mut lit: Vec<Span> = Vec::new();
    let from = marks.partition_point(|mark| (mark.span.start as usize) < start);
    for mark in marks.iter().skip(from).take_while(|mark| mark.span.end as usize <= end) {
        if lit.last().is_none_or(|last| last.end <= mark.span.start) {
            lit.push(mark.span);
        }
    }
    lit
}

/// What is shown of a block around what matched: from the beginning of the sentence where that isn't far, else
/// some words before it, to about `width` bytes.
fn around(
    text: &str,
    block: std::ops::Range<usize>,
    matched: std::ops::Range<usize>,
    width: usize,
) -> std::ops::Range<usize> {
    let room = width.saturating_sub(matched.len());
    let earliest = ceiling(text, block.start.max(matched.start.saturating_sub(room * 2 / 3)));
    let before = text.get(earliest..matched.start).unwrap_or("");
    let start = if earliest == block.start {
        block.start
    } else if let Some(sentence) = sentence_start(before) {
        earliest + sentence
    } else {
        // Without a sentence that begins near, a third of the room is enough to know what it is about.
        let from = ceiling(text, matched.start.saturating_sub(room / 3).max(block.start));
        let before = text.get(from..matched.start).unwrap_or("");
        from + before.find(char::is_whitespace).map_or(0, |at| at + 1)
    };
    let latest = ceiling(text, block.end.min((start + width).max(matched.end)));
    if latest >= block.end {
        return start..block.end;
    }
    let behind = text.get(matched.end..latest).unwrap_or("");
    let next_is_space =
        text.get(latest..).and_then(|rest| rest.chars().next()).is_none_or(char::is_whitespace);
    let end = if next_is_space { None } else { behind.rfind(char::is_whitespace) };
    let is_spaced = behind.contains(char::is_whitespace);
    let end = match end {
        Some(at) => matched.end + at,
        None if next_is_space || !is_spaced && behind.len() > width / 4 => latest,
        None => matched.end,
    };
    start..end
}

/// The last beginning of a sentence in a text.
fn sentence_start(text: &str) -> Option<usize> {
    let ends = |(at, _): &(usize, &str)| {
        let behind = text.get(at + 1..).unwrap_or("").trim_start_matches(['”', '"', '’', ')', '»']);
        behind.starts_with(char::is_whitespace)
            && behind.trim_start().starts_with(|c: char| !c.is_lowercase())
    };
    let (at, _) = text.rmatch_indices(['.', '!', '?']).find(ends)?;
    let behind = text.get(at + 1..)?;
    let start = behind.find(char::is_whitespace)?;
    let rest = behind.get(start..)?;
    Some(text.len() - rest.trim_start().len()).filter(|start| *start < text.len())
}

/// The first boundary between characters at `at` or behind it.
fn ceiling(text: &str, at: usize) -> usize {
    (at.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// A part of a text on one line, with spans of the reading text as spans of it, and `…` where it was cut.
fn one_line(text: &str, base: usize, part: std::ops::Range<usize>, lit: &[Span]) -> (String, Vec<Span>) {
    let content = text.get(part.clone()).unwrap_or("");
    let mut line = String::with_capacity(content.len() + 8);
    let before = text.get(..part.start).unwrap_or("").trim_end();
    let cut_before = !before.is_empty() && !ends_sentence(before) && !text[..part.start].ends_with('\n');
    if cut_before {
        line.push('…');
    }
    let mut shown = Vec::new();
    let mut lit = lit.iter().peekable();
    let mut began = None;
    let mut spaced = true;
    for (at, c) in content.char_indices() {
        let offset = base + part.start + at;
        if began.is_some() && lit.peek().is_some_and(|span| span.end as usize <= offset) {
            shown.extend(began.take().map(|start| Span::new(start, line.len())));
            lit.next();
        }
        if began.is_none() && lit.peek().is_some_and(|span| span.start as usize == offset) {
            began = Some(line.len());
        }
        if !c.is_whitespace() {
            line.push(c);
        } else if !spaced {
            line.push(' ');
        }
        spaced = c.is_whitespace();
    }
    shown.extend(began.map(|start| Span::new(start, line.len())));
    line.truncate(line.trim_end().len());
    let behind = text.get(part.end..).unwrap_or("");
    let ends =
        ends_sentence(&line) || behind.trim_start_matches([' ', '\t']).is_empty() || behind.starts_with('\n');
    if !ends {
        line.push('…');
    }
    (line, shown)
}

/// Whether a text ends as a sentence does.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '"', '’', '\'', ')', '»']).ends_with(['.', '!', '?', '…', ':'])
}
