//! Paragraphs with what they are: headings by their type, rows, code, notes, and furniture between them.

use std::ops::Range;

use super::furniture;
use super::page::{Line, Page, style};
use super::paragraph::{self, Marker, Paragraph, Usual, is_large};
use crate::corpus::looks;

/// A heading isn't longer than this, in bytes and lines.
const HEADING: (usize, usize) = (200, 4);

/// A line and where it stands in the raw text.
pub(super) struct Set<'a> {
    pub(super) line: &'a Line,
    pub(super) page: usize,
    pub(super) raw: Range<usize>,
}

/// A paragraph, or a line that is set aside.
pub(super) struct Item<'a> {
    pub(super) lines: Vec<Set<'a>>,
    pub(super) kind: Kind,
    pub(super) apart: bool,
    pub(super) open: bool,
    pub(super) marker: Option<Marker>,
    /// Whether it is the first of its zone.
    pub(super) first: bool,
    /// How many columns it is moved in, if it is code.
    pub(super) indent: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Furniture,
    /// Small type at the foot of a column, or what stands across the text.
    Note,
    Text,
    Heading(u8),
    Row,
    Code,
}

/// The items of all pages, in the order of the raw text.
pub(super) fn items<'a>(pages: &'a [Page], ranges: &[Vec<Range<usize>>]) -> Vec<Item<'a>> {
    let furniture = furniture::find(pages);
    let body: Vec<Vec<Line>> = pages
        .iter()
        .zip(&furniture)
        .map(|(page, aside)| {
            page.lines.iter().zip(aside).filter(|(_, aside)| !**aside).map(|(line, _)| line.clone()).collect()
        })
        .collect();
    let usual = Usual::of(body.iter().map(Vec::as_slice));
    let headings = Headings::of(&body, &usual);
    let mut items = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let set = |at: usize| Set { line: &page.lines[at], page: number, raw: ranges[number][at].clone() };
        let mut at = 0;
        let mut last_zone = None;
        while at < page.lines.len() {
            if furniture[number][at] {
                items.push(Item {
                    lines: vec![set(at)],
                    kind: Kind::Furniture,
                    apart: true,
                    open: false,
                    marker: None,
                    first: false,
                    indent: 0,
                });
                at += 1;
                continue;
            }
            let zone = page.lines[at].zone;
            let end = (at..page.lines.len())
                .find(|next| furniture[number][*next] || page.lines[*next].zone != zone)
                .unwrap_or(page.lines.len());
            let lines = &page.lines[at..end];
            let begun = items.len();
            let code = lines.iter().filter(|line| line.is(style::FIXED)).map(|line| line.left);
            let code = code.fold(f32::INFINITY, f32::min);
            for paragraph in paragraph::paragraphs(lines, at, &usual) {
                let Paragraph { lines, apart, open, row, marker } = paragraph;
                let kind = if row { Kind::Row } else { kind(&page.lines[lines.clone()], &usual, &headings) };
                let first = last_zone.replace(zone) != Some(zone);
                let indent = columns(&page.lines[lines.start], code);
                let lines = lines.map(set).collect();
                items.push(Item { lines, kind, apart, open, marker, first, indent });
            }
            notes(&mut items[begun..], page, &usual);
            at = end;
        }
    }
    items
}

/// How many columns a line of code is moved in from `left`. Letters of one width are most often 0.6 of their
/// size wide.
fn columns(line: &Line, left: f32) -> usize {
    (((line.left - left) / (0.6 * line.size)).round().clamp(0.0, 60.0)) as usize
}

/// What the lines of a paragraph are.
fn kind(lines: &[Line], usual: &Usual, headings: &Headings) -> Kind {
    let Some(line) = lines.first() else { return Kind::Text };
    match headings.level(lines, usual) {
        Some(level) => Kind::Heading(level),
        None if line.is(style::FIXED) && usual.style & style::FIXED == 0 => Kind::Code,
        None => Kind::Text,
    }
}

/// Marks paragraphs of small type at the end of a column in the lower half of the page, and those that run in
/// another direction.
fn notes(items: &mut [Item<'_>], page: &Page, usual: &Usual) {
    for item in items.iter_mut().rev() {
        let all = |is: &dyn Fn(&Line) -> bool| item.lines.iter().all(|set| is(set.line));
        let small = all(&|line| line.size < 0.93 * usual.size && line.base > page.height / 2.0);
        if item.kind != Kind::Text || !small && !all(&|line| line.is(style::TURNED)) {
            break;
        }
        item.kind = Kind::Note;
    }
}

/// The sizes in which headings are set, the largest first.
struct Headings(Vec<f32>);

impl Headings {
    fn of(pages: &[Vec<Line>], usual: &Usual) -> Self {
        let large = pages.iter().flatten().filter(|line| is_large(line, usual) && is_words(&line.text));
        let mut sizes: Vec<f32> = large.map(|line| line.size).collect();
        sizes.sort_by(|a, b| b.total_cmp(a));
        // Sizes that nobody can tell apart are one.
        sizes.dedup_by(|next, size| *size - *next <= 0.04 * *size);
        Self(sizes)
    }

    /// The level of a heading, if these lines are one.
    fn level(&self, lines: &[Line], usual: &Usual) -> Option<u8> {
        let first = lines.first()?;
        let length: usize = lines.iter().map(|line| line.text.len()).sum();
        if length > HEADING.0 || lines.len() > HEADING.1 || first.is(style::TURNED) || !is_words(&first.text)
        {
            return None;
        }
        if is_large(first, usual) {
            let level = self.0.iter().position(|size| *size <= first.size * 1.02)?;
            return Some(level.min(4) as u8 + 1);
        }
        let last = lines.last()?;
        let bold = lines.iter().all(|line| line.is(style::BOLD)) && usual.style & style::BOLD == 0;
        let stands_out = bold
            && first.size >= 0.93 * usual.size
            && length <= 120
            && !looks::ends_sentence(&last.text)
            && !looks::goes_on(&last.text);
        stands_out.then(|| (self.0.len().min(4) + 2) as u8)
    }
}

pub(super) fn is_words(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
}
