//! Paragraphs that were wrapped by hand: several lines that are one block.

use crate::corpus::looks;

use super::lines::{Line, Shape, columns};

/// The widths to which people wrap by hand, in columns.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// Columns by which a full line may miss the width, behind a sentence and inside one: a second space behind
/// the full stop, or a word that was changed later. A line that ends a sentence may end its paragraph too.
const SLACK: (usize, usize) = (1, 3);

/// How far the lines of a run were judged.
pub(super) struct Judged {
    /// The number of the line behind the block that begins with the one asked for.
    pub(super) end: usize,
    /// The number of the line up to which each further line is a block of its own.
    pub(super) single: usize,
}

/// Judges the lines of `run` from `at` on. `margin` is the width to which the text's sure paragraphs were
/// wrapped, where any were found. Each line is looked at a few times at most if those that are known to be
/// single aren't asked for again.
pub(super) fn judge(text: &str, run: &[Line], at: usize, margin: &mut Option<usize>) -> Judged {
    let end = stretch(run, at);
    if end - at < 2 {
        return Judged { end: at + 1, single: at + 1 };
    }
    if is_wrapped(text, &run[at..end], margin) {
        return Judged { end, single: end };
    }
    // A heading may stand right above its paragraph, without a blank line.
    let heading = end - at > 2 && !is_full(text, &run[at], &run[at + 1], width(&run[at..end]));
    let below = heading && is_wrapped(text, &run[at + 1..end], margin);
    Judged { end: at + 1, single: if below { at + 1 } else { end } }
}

/// The end of the lines from `at` on that could be one paragraph by their indents and shapes.
fn stretch(run: &[Line], at: usize) -> usize {
    let Some(first) = run.get(at).filter(|first| fits(first)) else { return at + 1 };
    let Some(second) = run.get(at + 1) else { return at + 1 };
    let indents = match first.shape {
        Shape::Item { .. } => second.indent >= first.indent,
        // The first line of a paragraph may be moved in; one moved out is a program or a poem.
        _ => second.indent <= first.indent,
    };
    if !indents {
        return at + 1;
    }
    let more = run[at + 1..]
        .iter()
        .take_while(|line| line.shape == Shape::Text && line.indent == second.indent && fits(line))
        .count();
    at + 1 + more
}

fn fits(line: &Line) -> bool {
    line.indent + line.columns <= *WIDTHS.end()
}

/// Whether somebody wrapped these lines: each but the last is full, so that the first word of the next had
/// no room in it, and they read on from line to line.
fn is_wrapped(text: &str, lines: &[Line], margin: &mut Option<usize>) -> bool {
    let width = width(lines);
    // The last paragraph of a few lines may be narrower than the text's margin by a word.
    let narrow = margin.is_some_and(|margin| lines.len() < 3 && width + 25 < margin);
    if !WIDTHS.contains(&width) || narrow || !are_full(text, lines, width) {
        return false;
    }
    let text_of = |line: &Line| line.span().of(text);
    // Each line of a poem begins with a capital, each of a log with a digit; some line of a paragraph doesn't.
    let reads_on = lines[1..].iter().map(text_of).any(|line| {
        line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_alphabetic() && !c.is_uppercase())
    });
    let is_code = |line: &&str| line.ends_with(['{', '}', ';', '\\', '>']);
    let wrapped = reads_on && lines.iter().map(text_of).filter(is_code).count() * 2 < lines.len();
    if wrapped && lines.len() > 3 {
        *margin = Some(width.max(margin.unwrap_or(0)));
    }
    wrapped
}

fn width(lines: &[Line]) -> usize {
    lines.iter().map(|line| line.indent + line.columns).max().unwrap_or(0)
}

/// Whether all lines but the last are full. Where somebody mended a word in a longer paragraph, or counted
/// bytes instead of characters, one line in six may be a little short.
fn are_full(text: &str, lines: &[Line], width: usize) -> bool {
    let mut short = 0;
    lines.windows(2).all(|pair| {
        is_full(text, &pair[0], &pair[1], width) || {
            short += 1;
            // The last line of a paragraph with another one right below it ends a sentence.
            let ends = looks::ends_sentence(pair[0].span().of(text));
            let nearly = (pair[0].indent + pair[0].columns) * 4 > width * 3;
            nearly && !ends && short <= lines.len() / 6
        }
    })
}

/// Whether `line` is a line of words that had no room for the first word of `next`.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let taken = line.indent + line.columns;
    let (line, next) = (line.span().of(text), next.span().of(text));
    let word = columns(next.split_whitespace().next().unwrap_or(""));
    let slack = if looks::ends_sentence(line) { SLACK.0 } else { SLACK.1 };
    taken + 1 + word + slack > width
        && word <= 40
        && line.split_whitespace().nth(3).is_some()
        && !touches_ideograph(line, next)
}

/// Whether a Chinese or Japanese character stands at the line end, where a space would be wrong.
fn touches_ideograph(line: &str, next: &str) -> bool {
    let wide = |c: char| matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..);
    line.chars().next_back().is_some_and(wide) || next.chars().next().is_some_and(wide)
}
