//! Lines that repeat across the documents of one source: the strongest sign of what isn't the document.
//!
//! Each document gives the lines at its head and tail as hashes, its [`Edges`]; from those of a whole
//! collection come the [`Repeats`], with which the documents are read again.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::fingerprint::{FACTOR, mixed};
use super::{Document, Found, Label, Origin};
use crate::text::{Block, BlockKind};

/// The blocks at the head and at the tail of a document that are compared with those of others.
pub(super) const HEAD: usize = 15;
const TAIL: usize = 25;

/// The most bytes of such a block. A notice of the publisher runs to some length.
const LONGEST: usize = 600;

/// A block of more bytes is a paragraph. News agencies use their paragraphs of background again, so it takes
/// more to call one boilerplate.
const PARAGRAPH: usize = 200;

/// What marks the hash of a paragraph.
const LONG: u64 = 1 << 63;

/// In fewer documents a line doesn't repeat, however few there are.
const FEWEST: usize = 4;

/// Of this many documents and more, a line need not stand in half of them: in these, and in one of a hundred
/// of them.
const MANY: usize = 10;
const ONE_OF: usize = 100;

/// So many lines that stand in the very same documents are those of a site, even where the folder holds
/// pages of many sites.
const TOGETHER: usize = 3;

/// Whether the block of that number, of so many, stands at the head or the tail.
pub(super) fn is_edge(at: usize, count: usize) -> bool {
    at < HEAD || at + TAIL >= count
}

/// The numbers of the blocks at the head and the tail.
pub(super) fn edges(count: usize) -> impl DoubleEndedIterator<Item = usize> {
    (0..count.min(HEAD)).chain(count.saturating_sub(TAIL).max(HEAD.min(count))..count)
}

/// The lines at the head and the tail of a document, as hashes, and with what documents they are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Packed", into = "Packed")]
pub struct Edges {
    group: u64,
    /// Those that are part of the text, then those that are set aside; each part sorted.
    lines: Box<[u64]>,
    /// How many are part of the text.
    open: usize,
}

/// Edges as they are kept: hashes take eight bytes each.
#[derive(Serialize, Deserialize)]
struct Packed {
    group: [u8; 8],
    lines: Vec<[u8; 8]>,
    open: usize,
}

impl From<Edges> for Packed {
    fn from(edges: Edges) -> Self {
        let lines = edges.lines.iter().map(|line| line.to_le_bytes()).collect();
        Self { group: edges.group.to_le_bytes(), lines, open: edges.open }
    }
}

impl From<Packed> for Edges {
    fn from(packed: Packed) -> Self {
        let lines: Box<[u64]> = packed.lines.into_iter().map(u64::from_le_bytes).collect();
        let open = packed.open.min(lines.len());
        Self { group: u64::from_le_bytes(packed.group), lines, open }
    }
}

impl Edges {
    /// The edges of the document at `path`.
    pub fn of(path: &Path, document: &Document) -> Self {
        let blocks = document.text.blocks();
        let mut parts = [Vec::new(), Vec::new()];
        for at in edges(blocks.len()) {
            let line = line_hash(document.text.as_str(), &blocks[at]);
            parts[usize::from(!blocks[at].is_body())].extend(line);
        }
        for part in &mut parts {
            part.sort_unstable();
            part.dedup();
        }
        let open = parts[0].len();
        let source = document.meta.source.as_ref();
        Self { group: group(&path.to_string_lossy(), source), lines: parts.concat().into(), open }
    }
}

/// With what documents the one of that name and source is compared: those of its source, if that is known,
/// else those of its folder. An agency is no source in this sense: its reports stand in the pages of many.
fn group(name: &str, source: Option<&Found<Label>>) -> u64 {
    let folder = || name.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder);
    match source.filter(|source| !matches!(source.origin, Origin::Byline | Origin::Dateline)) {
        Some(source) => folded(&source.value, 1, true),
        None => folded(folder(), 2, true),
    }
}

/// The hash of a line at the head or the tail; `None` for what holds no letter or is too long.
///
/// Case, the width of white space and the numbers in it don't count, but for the numbers of a headline:
/// "Chapter 7" is the headline of one document.
fn line_hash(text: &str, block: &Block) -> Option<u64> {
    let line = block.span.of(text);
    if line.len() > LONGEST
        || matches!(block.kind, BlockKind::Rule | BlockKind::Code)
        || !line.chars().any(char::is_alphabetic)
    {
        return None;
    }
    let hash = folded(line, 3, block.kind == BlockKind::Heading(1));
    Some(if line.len() > PARAGRAPH { hash | LONG } else { hash & !LONG })
}

/// The hash of a line in which case and the width of white space don't count, nor numbers but where `exact`.
fn folded(line: &str, seed: u64, exact: bool) -> u64 {
    let mut folded = Folded { hash: seed, before: ' ' };
    if line.is_ascii() {
        for byte in line.bytes() {
            let c = match byte {
                b'\t'..=b'\r' | b' ' => ' ',
                b'0'..=b'9' if !exact => '#',
                _ => char::from(byte.to_ascii_lowercase()),
            };
            folded.add(c);
        }
        return mixed(folded.hash);
    }
    for c in line.chars() {
        match c {
            _ if c.is_whitespace() => folded.add(' '),
            _ if c.is_numeric() && !exact => folded.add('#'),
            _ => c.to_lowercase().for_each(|c| folded.add(c)),
        }
    }
    mixed(folded.hash)
}

/// A line as it is folded: runs of blanks and of digits are one sign each.
struct Folded {
    hash: u64,
    before: char,
}

impl Folded {
    fn add(&mut self, c: char) {
        if c != self.before || !matches!(c, ' ' | '#') {
            self.hash = (self.hash ^ u64::from(c)).wrapping_mul(FACTOR);
        }
        self.before = c;
    }
}

/// The lines that repeat in a collection, by group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeats {
    groups: HashMap<u64, HashSet<u64>>,
}

impl Repeats {
    /// The lines that repeat in documents with these edges, one for each story: copies of a document that
    /// differ a little would make a repetition of every line.
    pub fn new<'a>(all: impl IntoIterator<Item = &'a Edges>) -> Self {
        let mut all: Vec<&Edges> = all.into_iter().collect();
        all.sort_by_key(|edges| edges.group);
        let groups = all.chunk_by(|one, other| one.group == other.group);
        let repeated = groups.map(|group| (group[0].group, repeated(group)));
        Self { groups: repeated.filter(|(_, lines)| !lines.is_empty()).collect() }
    }

    /// Whether nothing repeats.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// What the lines that repeat make of a document: 0 where none of them is part of its text, so that it
    /// needn't be read again; else the same number for the same lines.
    pub fn mark(&self, edges: &Edges) -> u64 {
        let Some(lines) = self.groups.get(&edges.group) else { return 0 };
        let repeated = |line: &&u64| lines.contains(line);
        let open = edges.lines.get(..edges.open).unwrap_or_default();
        if !open.iter().any(|line| repeated(&line)) {
            return 0;
        }
        // What is set aside already counts as well: the loader is told of it too.
        let sum = |mark: u64, line: &u64| mixed(mark ^ mixed(*line));
        edges.lines.iter().filter(repeated).fold(1, sum).max(1)
    }

    /// The numbers of the blocks at the head and the tail of a document that repeat in others, those that are
    /// set aside already too. `blocks` are as metadata were found in them, with the headline as such.
    pub(super) fn found(
        &self,
        name: &str,
        source: Option<&Found<Label>>,
        text: &str,
        blocks: &[Block],
    ) -> Vec<usize> {
        let Some(lines) = self.groups.get(&group(name, source)) else { return Vec::new() };
        let repeats = |at: &usize| line_hash(text, &blocks[*at]).is_some_and(|line| lines.contains(&line));
        edges(blocks.len()).filter(repeats).collect()
    }
}

/// A line and the number of a document in which it stands.
type Standing = (u64, u32);

/// The lines that repeat in a group of documents.
fn repeated(group: &[&Edges]) -> HashSet<u64> {
    let mut standing: Vec<Standing> = Vec::new();
    for (document, edges) in group.iter().enumerate() {
        standing.extend(edges.lines.iter().map(|line| (*line, document as u32)));
    }
    standing.sort_unstable();
    // A line that stands in a document both set aside and not.
    standing.dedup();
    let mut lines = HashSet::new();
    let mut sites: HashMap<u64, (usize, &[Standing])> = HashMap::new();
    for places in standing.chunk_by(|one, other| one.0 == other.0) {
        if places.len() >= needed(places[0].0, group.len()) {
            lines.insert(places[0].0);
        }
        if places.len() >= FEWEST {
            let documents =
                places.iter().fold(0u64, |sum, place| sum.wrapping_add(mixed(u64::from(place.1))));
            sites.entry(documents).or_insert((0, places)).0 += 1;
        }
    }
    for (_, places) in sites.into_values().filter(|(count, _)| *count >= TOGETHER) {
        lines.extend(repeated_in_site(group, places));
    }
    lines
}

/// The lines in more than half of the documents of a site.
fn repeated_in_site(group: &[&Edges], places: &[Standing]) -> Vec<u64> {
    let documents = places.iter().filter_map(|place| group.get(place.1 as usize));
    let mut lines: Vec<u64> = documents.flat_map(|edges| edges.lines.iter().copied()).collect();
    lines.sort_unstable();
    let runs = lines.chunk_by(|one, other| one == other);
    runs.filter(|run| run.len() >= needed(run[0], places.len())).map(|run| run[0]).collect()
}

/// In how many of so many documents a line has to stand.
fn needed(line: u64, documents: usize) -> usize {
    let half = documents / 2 + 1;
    let many = if line & LONG == 0 { MANY + documents / ONE_OF } else { half };
    half.min(many).max(FEWEST)
}

#[cfg(test)]
#[path = "repeats_tests.rs"]
mod tests;
