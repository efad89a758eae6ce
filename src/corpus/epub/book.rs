//! Setting a book: its chapters one behind the other, under the titles of the table of contents.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::super::archive::Archive;
use super::super::builder::Builder;
use super::super::html::{self, Whole};
use super::super::runs::Runs;
use super::super::{Page, xml};
use super::contents::{Contents, Entry};
use super::titles;
use crate::text::{Block, BlockKind};

/// How many blocks at the beginning of a chapter can be its title.
const NEAR: usize = 4;

/// The most bytes of a line that is made a heading.
const LONGEST_TITLE: usize = 400;

/// A book as it is set.
pub(super) struct Book {
    pub(super) raw: String,
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) runs: Runs,
    pub(super) pages: Vec<Page>,
}

/// A chapter in the raw text.
struct Chapter<'a> {
    source: Range<usize>,
    /// The entries of the table of contents that lead to it, with their levels, in order.
    entries: Vec<(&'a Entry, u8)>,
    /// Where elements stand that entries or pages lead to, in the raw text.
    places: HashMap<String, usize>,
}

/// Reads and sets the chapters with these names.
pub(super) fn set(archive: &mut Archive<'_>, names: &[String], contents: &Contents) -> Book {
    let mut raw = String::new();
    let mut chapters = Vec::new();
    let levels = levels(&contents.entries);
    let mut entries: HashMap<&str, Vec<(&Entry, u8)>> = HashMap::new();
    for (entry, level) in contents.entries.iter().zip(levels) {
        entries.entry(&entry.chapter).or_default().push((entry, level));
    }
    let wanted: HashSet<&str> =
        contents.entries.iter().chain(&contents.pages).filter_map(|entry| entry.place.as_deref()).collect();
    let mut numbers = HashMap::new();
    for name in names {
        let bytes = archive.read_telling(name);
        if bytes.is_empty() {
            continue;
        }
        raw.push_str(&format!("<!-- {name} -->\n"));
        let start = raw.len();
        raw.push_str(&xml::decode(&bytes));
        let source = start..raw.len();
        if !raw.ends_with('\n') {
            raw.push('\n');
        }
        numbers.insert(name.as_str(), chapters.len());
        chapters.push(Chapter {
            places: places(&raw, source.clone(), &wanted),
            entries: entries.remove(name.as_str()).unwrap_or_default(),
            source,
        });
    }
    let mut builder = Builder::new(&raw);
    for chapter in &chapters {
        if let Some((title, level)) = chapter.missing_title(&raw) {
            builder.set_apart(true);
            builder.begin(BlockKind::Heading(level));
            builder.insert(title);
            builder.end();
            builder.set_apart(true);
        }
        html::set(&raw, chapter.source.clone(), &mut builder, Whole::All);
    }
    let (text, mut blocks, runs) = builder.finish();
    for chapter in &chapters {
        for (entry, level) in &chapter.entries {
            let at = chapter.place(entry.place.as_deref());
            mark_title(&text, &mut blocks, runs.to_reading(at), &entry.title, *level);
        }
    }
    let mut pages: Vec<Page> = Vec::new();
    for entry in &contents.pages {
        let Some(chapter) = numbers.get(entry.chapter.as_str()).and_then(|at| chapters.get(*at)) else {
            continue;
        };
        let start = runs.to_reading(chapter.place(entry.place.as_deref())) as u32;
        // A list that isn't in order can't be looked up.
        if pages.last().is_none_or(|last| last.start < start) {
            pages.push(Page { start, label: entry.title.as_str().into() });
        }
    }
    Book { raw, text, blocks, runs, pages }
}

/// The level of the heading of each entry: 1 for the parts of a book whose chapters have sources of their
/// own, 2 for chapters, more for what stands in them.
fn levels(entries: &[Entry]) -> Vec<u8> {
    let is_part = |at: usize| {
        let (entry, next) = (entries.get(at), entries.get(at + 1));
        entry
            .zip(next)
            .is_some_and(|(entry, next)| entry.depth == 1 && next.depth > 1 && next.chapter != entry.chapter)
    };
    let parts = (0..entries.len()).any(is_part);
    let level = |at: usize| match entries.get(at).map_or(1, |entry| entry.depth) {
        0 | 1 if is_part(at) => 1,
        depth => (depth + usize::from(!parts)).clamp(2, 6) as u8,
    };
    (0..entries.len()).map(level).collect()
}

/// Where the elements with the ids that are `wanted` stand in `raw[source]`: in one walk, however many.
fn places(raw: &str, source: Range<usize>, wanted: &HashSet<&str>) -> HashMap<String, usize> {
    let mut places = HashMap::new();
    let text = raw.get(source.clone()).unwrap_or("");
    if wanted.is_empty() {
        return places;
    }
    for (key, name) in [("id=", "id"), ("name=", "name")] {
        for at in memchr::memmem::find_iter(text.as_bytes(), key.as_bytes()) {
            let bounded = text[..at].ends_with(|c: char| c.is_ascii_whitespace());
            let value = text.get(at + name.len() + 1..).unwrap_or("");
            let quote = value.chars().next().filter(|c| bounded && matches!(c, '"' | '\''));
            // Ids are short; without this, a quotation mark that never comes is looked for again and again.
            let Some(end) = quote.and_then(|quote| {
                value.as_bytes().iter().skip(1).take(1000).position(|byte| *byte == quote as u8)
            }) else {
                continue;
            };
            if let Some(id) = value.get(1..=end).filter(|id| wanted.contains(id)) {
                places.entry(id.to_owned()).or_insert(source.start + at);
            }
        }
    }
    places
}

impl Chapter<'_> {
    /// Where an entry leads, in the raw text.
    fn place(&self, place: Option<&str>) -> usize {
        place.and_then(|place| self.places.get(place)).copied().unwrap_or(self.source.start)
    }

    /// The title that the table of contents gives to the chapter, where the chapter doesn't say it itself.
    fn missing_title(&self, raw: &str) -> Option<(&str, u8)> {
        let (entry, level) = self.entries.first()?;
        let source = raw.get(self.source.clone())?;
        let lines = titles::first_lines(source);
        if entry.place.is_some() {
            // Nothing but tags may stand before the place to which it leads.
            let before = raw.get(self.source.start..self.place(entry.place.as_deref()))?;
            let before = before.rfind('<').map_or("", |tag| &before[..tag]);
            let begun = before.contains("<body") && !titles::first_lines(before).is_empty();
            if begun {
                return None;
            }
        }
        (!lines.is_empty() && !titles::begins(&lines, &entry.title)).then_some((entry.title.as_str(), *level))
    }
}

/// Makes a heading of the paragraph near `at` that says the title, unless a heading stands there.
fn mark_title(text: &str, blocks: &mut [Block], at: usize, title: &str, level: u8) {
    let from = blocks.partition_point(|block| (block.span.end as usize) <= at);
    let title = titles::bare(title);
    for block in blocks.iter_mut().skip(from).take(NEAR) {
        if matches!(block.kind, BlockKind::Heading(_)) {
            return;
        }
        let may_be = block.kind == BlockKind::Paragraph && block.span.len() <= LONGEST_TITLE;
        if may_be && titles::is_title(&titles::bare(block.span.of(text)), &title) {
            block.kind = BlockKind::Heading(level);
            return;
        }
    }
}
