//! Paragraphs: which lines go on in the next one, by distance, indent, length and type.

use std::collections::HashMap;
use std::ops::Range;

use super::page::{Line, style};
use crate::corpus::looks;

/// Lines further apart than so many times the usual distance belong to two paragraphs.
const APART: f32 = 1.25;

/// Sizes that differ by less than this part are the same.
const SAME_SIZE: f32 = 0.08;

/// An indent is at least so much of the size.
const INDENT: f32 = 0.8;

/// What is usual in a document.
pub(super) struct Usual {
    /// The size of most letters, in points.
    pub(super) size: f32,
    /// The style of most letters.
    pub(super) style: u8,
    /// The distance of lines, for each size in half points.
    distance: HashMap<u32, f32>,
}

impl Usual {
    pub(super) fn of<'a>(pages: impl Iterator<Item = &'a [Line]>) -> Self {
        let mut sizes: HashMap<u32, usize> = HashMap::new();
        let mut styles = [0_usize; 256];
        let mut distances: HashMap<u32, Vec<f32>> = HashMap::new();
        for lines in pages {
            for line in lines {
                *sizes.entry(half_points(line.size)).or_default() += line.text.len();
                styles[usize::from(line.style & (style::BOLD | style::FIXED))] += line.text.len();
            }
            for pair in lines.windows(2) {
                let by = pair[1].base - pair[0].base;
                if pair[0].zone == pair[1].zone && same_size(&pair[0], &pair[1]) && by > 0.5 * pair[0].size {
                    distances.entry(half_points(pair[0].size)).or_default().push(by);
                }
            }
        }
        let most = sizes.into_iter().max_by_key(|(size, letters)| (*letters, *size));
        let style =
            (0..=u8::MAX).max_by_key(|style| (styles[usize::from(*style)], std::cmp::Reverse(*style)));
        Self {
            size: most.map_or(10.0, |(size, _)| size as f32 / 2.0),
            style: style.unwrap_or(0),
            distance: distances.into_iter().filter_map(|(size, all)| Some((size, median(all)?))).collect(),
        }
    }

    /// The usual distance of lines like those of `zone`.
    fn distance(&self, zone: &[Line], line: &Line) -> f32 {
        let own = zone.windows(2).filter(|pair| same_size(&pair[0], line) && same_size(&pair[1], line));
        let own: Vec<f32> = own.map(|pair| pair[1].base - pair[0].base).filter(|by| *by > 0.0).collect();
        let of_size = self.distance.get(&half_points(line.size)).copied();
        let most = 1.9 * line.size;
        match own.len() {
            4.. => median(own),
            _ => of_size,
        }
        .unwrap_or(1.25 * line.size)
        .min(most)
    }
}

fn half_points(size: f32) -> u32 {
    (size * 2.0).round() as u32
}

fn median(mut all: Vec<f32>) -> Option<f32> {
    all.sort_by(f32::total_cmp);
    all.get(all.len() / 2).copied()
}

pub(super) fn same_size(a: &Line, b: &Line) -> bool {
    (a.size - b.size).abs() <= SAME_SIZE * a.size.max(b.size)
}

/// Whether both are set in the same type.
fn same_type(a: &Line, b: &Line) -> bool {
    let set = style::BOLD | style::FIXED | style::TURNED;
    same_size(a, b) && a.style & set == b.style & set
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paragraph {
    /// Its lines, in the page's.
    pub(super) lines: Range<usize>,
    /// Whether there is more room before it than between lines.
    pub(super) apart: bool,
    /// Whether it may go on in the next column: its last line is full.
    pub(super) open: bool,
    /// Whether it is a row of a table, or one of a table of contents.
    pub(super) row: bool,
    /// The marker it begins with, if it is a list item.
    pub(super) marker: Option<Marker>,
}

/// What stands before a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// A point or dash of so many bytes, with the space behind it.
    Point(usize),
    /// A number and its full stop, of so many bytes with the space behind them.
    Number(u64, usize),
}

/// The paragraphs of a zone, whose lines begin at `first` of the page's.
pub(super) fn paragraphs(zone: &[Line], first: usize, usual: &Usual) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let right = zone.iter().map(|line| line.right).fold(f32::NEG_INFINITY, f32::max);
    let left = zone.iter().map(|line| line.left).fold(f32::INFINITY, f32::min);
    let mut distances: HashMap<u32, f32> = HashMap::new();
    let mut distance =
        |line: &Line| *distances.entry(half_points(line.size)).or_insert_with(|| usual.distance(zone, line));
    let mut from = 0;
    while from < zone.len() {
        let mut to = from + 1;
        while to < zone.len() && together(&zone[to - 1], &zone[to], distance(&zone[to])) {
            to += 1;
        }
        let group = Group::new(&zone[from..to], left, right, usual);
        group.paragraphs(first + from, &mut found);
        from = to;
    }
    found
}

/// Whether two lines that follow one another are near and set alike.
fn together(line: &Line, next: &Line, distance: f32) -> bool {
    let by = next.base - line.base;
    same_type(line, next) && by > 0.0 && by <= APART * distance
}

/// Lines at the usual distance, set alike.
struct Group<'a> {
    lines: &'a [Line],
    left: f32,
    right: f32,
    /// Whether the first lines of its paragraphs stand out to the left.
    hanging: bool,
    heading: bool,
    /// Whether most of its lines are rows of a table.
    table: bool,
}

impl<'a> Group<'a> {
    fn new(lines: &'a [Line], zone_left: f32, zone_right: f32, usual: &Usual) -> Self {
        let size = lines[0].size;
        let left = lines.iter().map(|line| line.left).fold(f32::INFINITY, f32::min);
        let right = lines.iter().map(|line| line.right).fold(f32::NEG_INFINITY, f32::max);
        let indented = lines.iter().filter(|line| line.left > left + INDENT * size).count();
        let rows = lines.iter().filter(|line| is_row(line)).count();
        let wide = right - left >= 0.6 * (zone_right - zone_left);
        Self {
            lines,
            left,
            right: if wide { right } else { zone_right },
            hanging: indented * 2 > lines.len() && lines[0].left <= left + INDENT * size,
            table: rows * 2 >= lines.len(),
            heading: is_large(&lines[0], usual) || lines[0].is(style::BOLD) && usual.style & style::BOLD == 0,
        }
    }

    fn paragraphs(&self, first: usize, found: &mut Vec<Paragraph>) {
        let mut from = 0;
        for at in 1..=self.lines.len() {
            if at < self.lines.len() && !self.breaks(from, at) {
                continue;
            }
            let last = &self.lines[at - 1];
            found.push(Paragraph {
                lines: first + from..first + at,
                apart: from == 0,
                open: last.right >= self.right - 2.0 * last.size && !self.table,
                row: self.table || is_row(&self.lines[from]) && at == from + 1,
                marker: marker(&self.lines[from].text),
            });
            from = at;
        }
    }

    /// Whether a paragraph begins at `at`; the one before began at `from`.
    fn breaks(&self, from: usize, at: usize) -> bool {
        let (before, line) = (&self.lines[at - 1], &self.lines[at]);
        if self.table || before.is(style::FIXED) {
            return true;
        }
        if let Some(marker) = marker(&line.text) {
            // A number may stand at the beginning of any line.
            return matches!(marker, Marker::Point(_))
                || self::marker(&self.lines[from].text).is_some()
                || self.is_short(before, line);
        }
        if self.heading {
            return false;
        }
        let indented = |line: &Line| line.left > self.left + INDENT * line.size;
        if self.hanging {
            return !indented(line);
        }
        // The lines of an item stand below its text.
        let item = marker(&self.lines[from].text).is_some();
        if !item && indented(line) && line.left > before.left + INDENT * line.size {
            return true;
        }
        self.is_short(before, line)
    }

    /// Whether the first word of `line` would have had room in the line before: easily, or where a sentence
    /// ended.
    fn is_short(&self, before: &Line, line: &Line) -> bool {
        let letters = line.text.chars().count().max(1) as f32;
        let word = match line.text.chars().next() {
            Some(c) if super::hyphen::is_unspaced(c) => 1.0,
            _ => line.text.split([' ', '\t']).next().unwrap_or("").chars().count() as f32,
        };
        let width = (line.right - line.left) / letters * (word + 1.0);
        let slack = if looks::ends_sentence(&before.text) { 0.5 } else { 3.0 };
        before.right + width + slack * line.size < self.right
    }
}

/// Whether a line is set in larger type than most.
pub(super) fn is_large(line: &Line, usual: &Usual) -> bool {
    line.size >= 1.12 * usual.size
}

/// Whether a line looks like a row of a table, or one of a table of contents.
fn is_row(line: &Line) -> bool {
    line.text.contains('\t') || leader(&line.text).is_some()
}

/// The dots between an entry of a table of contents and its page, with the space around them.
pub(super) fn leader(text: &str) -> Option<Range<usize>> {
    const DOTS: [char; 5] = ['.', '·', '…', ' ', '\t'];
    let end = text.trim_end_matches(|c: char| c.is_alphanumeric());
    let start = end.trim_end_matches(DOTS);
    let dots = end[start.len()..].chars().filter(|c| matches!(c, '.' | '·' | '…')).count();
    let enough = dots >= if end.contains('\t') { 2 } else { 4 };
    (enough && end.len() < text.len() && !start.is_empty()).then_some(start.len()..end.len())
}

/// The marker at the beginning of a line.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if matches!(first, '•' | '▪' | '■' | '●' | '○' | '◦' | '‣' | '⁃' | '∙' | '➢' | '–' | '*' | '-' | '·')
    {
        let rest = chars.as_str();
        let text = rest.trim_start();
        return (!text.is_empty() && text.len() < rest.len())
            .then(|| Marker::Point(first.len_utf8() + rest.len() - text.len()));
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text.get(digits..).filter(|_| (1..=2).contains(&digits))?.strip_prefix('.')?;
    let trimmed = rest.trim_start();
    (trimmed.len() < rest.len() && trimmed.chars().any(char::is_alphabetic))
        .then(|| Some(Marker::Number(text[..digits].parse().ok()?, text.len() - trimmed.len())))
        .flatten()
}
