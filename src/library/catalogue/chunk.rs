//! Some documents of the catalogue in columns: their texts one behind the other in one piece of memory, the rest in rows of
//! fixed width. So a collection takes few pieces of memory, and is read from disk without a look at each document.

use std::num::NonZeroU64;
use std::ops::Range;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::Entry;
use crate::corpus::{BINS, ContentHash, Format, Found, Label, Meta, Origin, PartialDate, Sketch};
use crate::find::titles::Titles;
use crate::index::packed::{Packed, Unpacked};

/// So many rows back is looked for the same source, to share its text.
const NEAR: usize = 16;

/// Of a document without a sketch.
const NONE: u32 = u32::MAX;

/// What has one width for every document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Where its texts begin: title, path and what else is known of it, one behind the other.
    at: u32,
    title: u32,
    path: u32,
    rest: u32,
    /// Where its source is, which it may share with others, and how long that is.
    source: (u32, u32),
    pub(super) date: Option<PartialDate>,
    pub(super) words: u32,
    pub(super) hash: ContentHash,
    /// What all its words are known by.
    pub(super) print: Option<NonZeroU64>,
    /// The number of its sketch.
    sketch: u32,
}

/// What is seldom asked of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Rest {
    title: Found<()>,
    source: Option<Found<()>>,
    author: Option<Found<Label>>,
    date: Option<Found<()>>,
    language: Option<Found<Label>>,
    format: Format,
}

impl Rest {
    fn of(meta: &Meta) -> Self {
        Self {
            title: meta.title.clone().with(|_| ()),
            source: meta.source.clone().map(|source| source.with(|_| ())),
            author: meta.author.clone(),
            date: meta.date.clone().map(|date| date.with(|_| ())),
            language: meta.language.clone(),
            format: meta.format,
        }
    }

    /// All that is known of a document.
    pub(super) fn meta(self, entry: Entry<'_>, print: crate::corpus::Fingerprint) -> Meta {
        let date = self.date.zip(entry.date()).map(|(found, date)| found.with(|()| date));
        Meta {
            title: self.title.with(|()| entry.title().to_owned()),
            source: self.source.map(|source| source.with(|()| entry.source().into())),
            author: self.author,
            date,
            language: self.language,
            format: self.format,
            words: entry.words(),
            hash: *entry.hash(),
            print,
        }
    }
}

impl Default for Rest {
    fn default() -> Self {
        let title = Found::new((), Origin::FileName);
        Self { title, source: None, author: None, date: None, language: None, format: Format::Plain }
    }
}

/// Some documents that follow one another.
#[derive(Clone, Debug, Default)]
pub(super) struct Chunk {
    rows: Vec<Option<Row>>,
    text: String,
    /// The encoded [`Rest`] of each, which is no text.
    rests: Vec<u8>,
    sketches: Vec<Sketch>,
    /// Bytes of texts and sketches that belong to no document any more.
    unused: usize,
    /// Their titles as fuzzy search wants them, once it was asked; where there is no document the title is empty.
    titles: OnceLock<Titles>,
}

impl Chunk {
    /// How many numbers it has, those without a document too.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The document of that number.
    pub(super) fn get(&self, at: usize) -> Option<Entry<'_>> {
        Some(Entry { chunk: self, row: self.rows.get(at)?.as_ref()? })
    }

    /// All of them with their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, Entry<'_>)> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(at, row)| Some((at, Entry { chunk: self, row: row.as_ref()? })))
    }

    /// The titles, made when they are asked for first.
    pub(super) fn titles(&self) -> &Titles {
        self.titles.get_or_init(|| {
            (0..self.len()).map(|at| self.get(at).map_or("", |entry| entry.title())).collect()
        })
    }

    pub(super) fn title(&self, row: &Row) -> &str {
        text(&self.text, row.at, row.title)
    }

    pub(super) fn path(&self, row: &Row) -> &str {
        text(&self.text, row.at.saturating_add(row.title), row.path)
    }

    pub(super) fn source(&self, row: &Row) -> &str {
        text(&self.text, row.source.0, row.source.1)
    }

    pub(super) fn sketch(&self, row: &Row) -> Option<&Sketch> {
        self.sketches.get(row.sketch as usize)
    }

    pub(super) fn rest(&self, row: &Row) -> Rest {
        let bytes = self.rests.get(row.rest as usize..).unwrap_or_default();
        // What was put there by `put` or has the right checksum can be read.
        postcard::take_from_bytes(bytes).map(|(rest, _)| rest).unwrap_or_default()
    }

    /// Puts a document into its place.
    pub(super) fn put(&mut self, at: usize, path: &str, meta: &Meta) {
        self.remove(at);
        let title = meta.title.value.as_str();
        let source = meta.source.as_ref().map_or("", |source| &source.value);
        let source = self.source_like(at, source);
        let start = self.push(&[title, path]);
        let rest = self.rests.len() as u32;
        // Nothing of it can be refused: it has no maps, and no lengths that aren't known.
        if let Ok(bytes) = postcard::to_stdvec(&Rest::of(meta)) {
            self.rests.extend_from_slice(&bytes);
        }
        let sketch = meta.print.sketch.as_deref().map_or(NONE, |sketch| {
            self.sketches.push(sketch.clone());
            self.sketches.len() as u32 - 1
        });
        let row = Row {
            at: start,
            title: title.len() as u32,
            path: path.len() as u32,
            rest,
            source,
            date: meta.date.as_ref().map(|date| date.value),
            words: meta.words,
            hash: meta.hash,
            print: meta.print.words,
            sketch,
        };
        if self.rows.len() <= at {
            self.rows.resize(at + 1, None);
        }
        if let Some(place) = self.rows.get_mut(at) {
            *place = Some(row);
        }
        if let Some(titles) = self.titles.get_mut() {
            titles.put(at, title);
        }
        if self.unused > 4096 && self.unused > self.text.len() {
            self.tidy();
        }
    }

    /// Takes a document out; its number stays free.
    pub(super) fn remove(&mut self, at: usize) {
        let Some(row) = self.rows.get_mut(at).and_then(Option::take) else { return };
        self.unused += (row.title + row.path) as usize + if row.sketch == NONE { 0 } else { BINS };
        if let Some(titles) = self.titles.get_mut() {
            titles.put(at, "");
        }
    }

    /// Where a source stands: the place of that of one before it, or a new one.
    fn source_like(&mut self, at: usize, source: &str) -> (u32, u32) {
        let near = self.rows.get(at.saturating_sub(NEAR)..at.min(self.rows.len())).unwrap_or_default();
        let known = near.iter().flatten().find(|row| self.source(row) == source).map(|row| row.source);
        known.unwrap_or_else(|| (self.push(&[source]), source.len() as u32))
    }

    /// Appends texts; gives the place of the first.
    fn push(&mut self, texts: &[&str]) -> u32 {
        let start = self.text.len() as u32;
        texts.iter().for_each(|text| self.text.push_str(text));
        start
    }

    /// Lets go of what belongs to no document.
    fn tidy(&mut self) {
        let mut tidy = Self::default();
        for (at, entry) in self.iter() {
            tidy.put(at, entry.path_text(), &entry.meta());
        }
        tidy.rows.resize(self.rows.len(), None);
        tidy.titles = std::mem::take(&mut self.titles);
        *self = tidy;
    }

    /// Gives back memory that isn't used; for one that is full.
    pub(super) fn settle(&mut self) {
        self.rows.shrink_to_fit();
        self.text.shrink_to_fit();
        self.rests.shrink_to_fit();
        self.sketches.shrink_to_fit();
    }

    /// Writes it down.
    pub(super) fn pack(&self, packed: &mut Packed) {
        packed.bytes(self.text.as_bytes());
        packed.bytes(&self.rests);
        packed.u64(self.sketches.len() as u64);
        self.sketches.iter().for_each(|sketch| packed.raw(sketch.bins()));
        packed.u64(self.rows.len() as u64);
        for row in &self.rows {
            packed.byte(u8::from(row.is_some()));
            let Some(row) = row else { continue };
            let (source, length) = row.source;
            for number in [row.at, row.title, row.path, row.rest, source, length, row.words, row.sketch] {
                packed.u32(number);
            }
            let date = |date: PartialDate| {
                let (month, day) = (date.month().unwrap_or(0), date.day().unwrap_or(0));
                (date.year() as u32) << 16 | u32::from(month) << 8 | u32::from(day)
            };
            packed.u32(row.date.map_or(0, date));
            packed.u64(row.print.map_or(0, NonZeroU64::get));
            packed.raw(&row.hash.0);
        }
    }

    /// What [`Self::pack`] wrote; `None` where it isn't that.
    pub(super) fn unpack(packed: &mut Unpacked<'_>) -> Option<Self> {
        let text = String::from_utf8(packed.bytes()?.to_vec()).ok()?;
        let rests = packed.bytes()?.to_vec();
        let count = packed.count(BINS)?;
        let (sketches, _) = packed.raw(count * BINS)?.as_chunks();
        let sketches = sketches.iter().map(|bins| Sketch::from(*bins)).collect();
        let count = packed.count(1)?;
        let mut chunk = Self { rows: Vec::with_capacity(count), text, rests, sketches, ..Self::default() };
        for _ in 0..count {
            let row = if packed.byte()? == 0 { None } else { Some(row(packed)?) };
            chunk.rows.push(row);
        }
        Some(chunk)
    }
}

/// A row as [`Chunk::pack`] writes it.
fn row(packed: &mut Unpacked<'_>) -> Option<Row> {
    let mut next = || packed.u32();
    let (at, title, path, rest) = (next()?, next()?, next()?, next()?);
    let source = (next()?, next()?);
    let (words, sketch, date) = (next()?, next()?, next()?);
    let date = PartialDate::new((date >> 16) as i16, (date >> 8) as u8, date as u8);
    let print = NonZeroU64::new(packed.u64()?);
    let hash = ContentHash(packed.array()?);
    Some(Row { at, title, path, rest, source, date, words, hash, print, sketch })
}

fn range(at: u32, length: u32) -> Range<usize> {
    at as usize..(at as usize).saturating_add(length as usize)
}

fn text(text: &str, at: u32, length: u32) -> &str {
    text.get(range(at, length)).unwrap_or_default()
}
