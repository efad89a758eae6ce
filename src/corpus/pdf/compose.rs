//! From lines to a draft: the raw text has every line as it was found; the reading text has paragraphs.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::given::given;
use super::hyphen::{Compounds, Join};
use super::item::{Item, Kind, Set, items};
use super::page::{Head, Page};
use super::paragraph::{self, Marker, same_size};
use crate::corpus::aside::Tail;
use crate::corpus::builder::Builder;
use crate::corpus::draft::Draft;
use crate::corpus::{Page as PageStart, Problem, Repair, RepairKind, looks};
use crate::text::{AsideReason, BlockKind, Span};

/// What parts pages in the raw text.
const FORM_FEED: &str = "\u{c}\n";

/// Makes a draft of the pages.
pub(super) fn compose(head: &Head, pages: &[Page], mut done: Vec<String>, lost: Vec<Problem>) -> Draft {
    let mut raw = String::new();
    let mut compounds = Compounds::default();
    let mut ranges: Vec<Vec<Range<usize>>> = Vec::with_capacity(pages.len());
    for (number, page) in pages.iter().enumerate() {
        if number > 0 {
            raw.push_str(FORM_FEED);
        }
        ranges.push(Vec::with_capacity(page.lines.len()));
        for line in &page.lines {
            compounds.note(&line.text);
            let from = raw.len();
            raw.push_str(&line.text);
            if let Some(ranges) = ranges.last_mut() {
                ranges.push(from..raw.len());
            }
            raw.push('\n');
        }
    }
    let items = items(pages, &ranges);
    let mut writer = Writer {
        builder: Builder::new(&raw),
        compounds: &compounds,
        repairs: Vec::new(),
        starts: vec![None; pages.len()],
        list: None,
        last: None,
    };
    write(items, &mut writer);
    writer.leave_list();
    let Writer { builder, repairs, starts, .. } = writer;
    let (text, blocks, runs) = builder.finish();
    let pages = starts_of_pages(pages, starts, text.len());
    if !repairs.is_empty() {
        done.push(format!("{} {} joined", repairs.len(), RepairKind::Divided.label(repairs.len())));
    }
    Draft {
        raw: raw.into(),
        text: text.into(),
        blocks,
        runs,
        given: given(head),
        pages,
        repairs,
        done,
        lost,
        tail: Tail::BySignsOnly,
    }
}

/// Writes the items. A paragraph that goes on in the next column or on the next page is written whole, and
/// what stands between its parts behind it.
fn write<'a>(items: Vec<Item<'a>>, writer: &mut Writer<'_>) {
    let mut open: Option<Item<'a>> = None;
    let mut held: Vec<Item<'a>> = Vec::new();
    for item in items {
        if matches!(item.kind, Kind::Furniture | Kind::Note) {
            held.push(item);
            continue;
        }
        match &mut open {
            Some(paragraph) if item.first && goes_on(paragraph, &item) => {
                paragraph.lines.extend(item.lines);
                paragraph.open = item.open;
            }
            _ => {
                open.take().into_iter().chain(held.drain(..)).for_each(|item| writer.item(&item));
                open = Some(item);
            }
        }
    }
    open.into_iter().chain(held).for_each(|item| writer.item(&item));
}

/// Whether `paragraph`, the last one of its column, goes on in `next`, the first one of another.
fn goes_on(paragraph: &Item<'_>, next: &Item<'_>) -> bool {
    let (Some(last), Some(first)) = (paragraph.lines.last(), next.lines.first()) else { return false };
    let (last, first) = (last.line, first.line);
    let alike = paragraph.kind == Kind::Text && next.kind == Kind::Text && next.marker.is_none();
    let begins_small = first.text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    let ended = looks::ends_sentence(&last.text) || last.text.ends_with(':');
    alike
        && same_size(last, first)
        && !ended
        && paragraph.open
        && (begins_small || paragraph.lines.len() > 1 || next.lines.len() > 1)
}

/// Writes the reading text.
struct Writer<'b> {
    builder: Builder<'b>,
    compounds: &'b Compounds,
    repairs: Vec<Repair>,
    /// Where the text of each page begins.
    starts: Vec<Option<u32>>,
    /// The list that is open: the number of its next item, or `None` for points.
    list: Option<Option<u64>>,
    /// The kind of the last item, and whether it had one line.
    last: Option<(Kind, bool)>,
}

impl Writer<'_> {
    fn item(&mut self, item: &Item<'_>) {
        let single = item.lines.len() == 1;
        let lists = item.kind == Kind::Text && item.marker.is_some();
        if !lists {
            self.leave_list();
        }
        // Lines that stand alone right below one another are verses, addresses, rows and the like.
        let close = self.last.is_some_and(|(kind, was_single)| {
            kind == item.kind && was_single && single && !item.apart && !matches!(kind, Kind::Heading(_))
        });
        if !lists {
            self.builder.set_apart(!close);
        }
        self.last = Some((item.kind, single));
        match (item.kind, item.marker) {
            (Kind::Furniture, _) => {
                self.builder.begin(BlockKind::Aside(AsideReason::PageFurniture));
                self.lines(&item.lines, 0, false);
            }
            (Kind::Heading(level), _) => {
                self.builder.begin(BlockKind::Heading(level));
                self.lines(&item.lines, 0, true);
            }
            (Kind::Row, _) => item.lines.iter().for_each(|set| self.row(set)),
            (Kind::Code, _) => item.lines.iter().for_each(|set| self.code(set, item.indent)),
            (Kind::Text, Some(Marker::Point(marker))) => {
                self.enter_list(None);
                self.list_item(item, marker);
            }
            (Kind::Text, Some(Marker::Number(number, marker))) => {
                self.enter_list(Some(number));
                self.list_item(item, marker);
            }
            (Kind::Text | Kind::Note, _) => {
                self.builder.begin(BlockKind::Paragraph);
                self.lines(&item.lines, 0, true);
            }
        }
        self.builder.end();
    }

    fn list_item(&mut self, item: &Item<'_>, marker: usize) {
        self.builder.enter_item();
        self.builder.begin(BlockKind::Paragraph);
        self.lines(&item.lines, marker, true);
        self.builder.leave_item();
    }

    /// Opens a list, or goes on in the one that is open.
    fn enter_list(&mut self, number: Option<u64>) {
        if self.list != Some(number) {
            self.leave_list();
            self.builder.enter_list(number);
        }
        self.list = Some(number.map(|number| number + 1));
    }

    fn leave_list(&mut self) {
        if self.list.take().is_some() {
            self.builder.leave_list();
        }
    }

    /// Writes the lines of a block; the first `marker` bytes are left out.
    fn lines(&mut self, lines: &[Set<'_>], marker: usize, body: bool) {
        let mut skip = marker;
        for (at, set) in lines.iter().enumerate() {
            if body {
                self.begins(set);
            }
            let text = set.line.text.as_str();
            let join = lines.get(at + 1).map(|next| self.compounds.join(text, &next.line.text));
            let cut = if let Some(Join::Divided(hyphen)) = join { hyphen } else { 0 };
            let end = text.len().saturating_sub(cut);
            // The first word is written by itself, since it may be the other half of a divided one.
            let word = text.find(' ').unwrap_or(end).clamp(skip, end);
            self.copy(text, skip..word, set.raw.start);
            self.end_divided();
            self.copy(text, word..end, set.raw.start);
            match join {
                Some(Join::Space) => self.builder.insert(" "),
                Some(Join::Divided(_)) => self.begin_divided(),
                _ => {}
            }
            skip = 0;
        }
    }

    /// Notes where the word begins whose first half was written last.
    fn begin_divided(&mut self) {
        let written = self.builder.written();
        let word = written.char_indices().rev().take(100).find(|(_, c)| c.is_whitespace());
        let start = word.map_or(written.len(), |(at, c)| at + c.len_utf8());
        self.repairs.push(Repair { span: Span::new(start, start), kind: RepairKind::Divided });
    }

    /// Notes where that word ends, if its second half was written last.
    fn end_divided(&mut self) {
        let end = self.builder.written().len();
        if let Some(repair) = self.repairs.last_mut()
            && repair.span.start == repair.span.end
        {
            repair.span = Span::new(repair.span.start as usize, end);
        }
    }

    /// Writes a row of a table, or of a table of contents.
    fn row(&mut self, set: &Set<'_>) {
        self.builder.begin_row();
        self.begins(set);
        let text = set.line.text.as_str();
        if let Some(dots) = paragraph::leader(text) {
            self.copy(text, 0..dots.start, set.raw.start);
            self.builder.insert(" … ");
            self.copy(text, dots.end..text.len(), set.raw.start);
            return;
        }
        let mut from = 0;
        for (at, _) in text.match_indices('\t') {
            self.copy(text, from..at, set.raw.start);
            self.builder.insert(" | ");
            from = at + 1;
        }
        self.copy(text, from..text.len(), set.raw.start);
    }

    /// Writes a line of code.
    fn code(&mut self, set: &Set<'_>, indent: usize) {
        self.builder.begin(BlockKind::Code);
        self.builder.insert(&" ".repeat(indent));
        self.begins(set);
        self.copy(&set.line.text, 0..set.line.text.len(), set.raw.start);
    }

    /// Notes that the page of this line begins here, unless it began before.
    fn begins(&mut self, set: &Set<'_>) {
        let at = self.builder.written().len() as u32;
        self.starts[set.page].get_or_insert(at);
    }

    /// Copies a part of a line that begins at `base` of the raw text, with ligatures unfolded and tabs as
    /// spaces.
    fn copy(&mut self, line: &str, part: Range<usize>, base: usize) {
        let Some(text) = line.get(part.clone()) else { return };
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if !is_form(c) {
                continue;
            }
            let range = |from: usize, to: usize| base + part.start + from..base + part.start + to;
            self.builder.copy(&text[from..at], range(from, at));
            from = at + c.len_utf8();
            let plain: String = if c == '\t' { " ".into() } else { std::iter::once(c).nfkc().collect() };
            self.builder.copy(&plain, range(at, from));
        }
        self.builder.copy(&text[from..], base + part.start + from..base + part.end);
    }
}

/// Whether a sign is only a form of others, for the eye: a ligature, a letter of Arabic by its place in the
/// word, a part of a Chinese one that stands for itself; or the tab between cells.
fn is_form(c: char) -> bool {
    matches!(c, '\t' | '\u{2f00}'..='\u{2fd5}' | '\u{fb00}'..='\u{fb4f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Where the pages begin: a page without text begins where the next one does.
fn starts_of_pages(pages: &[Page], starts: Vec<Option<u32>>, end: usize) -> Vec<PageStart> {
    let mut next = end as u32;
    let mut found: Vec<PageStart> = Vec::with_capacity(pages.len());
    for (number, (page, start)) in pages.iter().zip(starts).enumerate().rev() {
        // What is written behind the end of a paragraph never goes before what follows it.
        next = start.unwrap_or(next).min(next);
        let label = page.label.clone().unwrap_or_else(|| (number + 1).to_string());
        found.push(PageStart { start: next, label: label.into() });
    }
    found.reverse();
    if let Some(first) = found.first_mut() {
        first.start = 0;
    }
    found
}
