//! What is known of a document without reading it: title, source, date, length, each with its origin.

use rayon::prelude::*;

use super::draft::Given;
use super::{
    ContentHash, Fingerprint, Format, Found, Meta, Origin, PartialDate, classify, dates, looks, words,
};
use crate::text::{Block, BlockKind};

/// The most characters of a title.
pub(super) const MAX_TITLE: usize = 300;

/// The most characters of a first sentence that stands for a title.
const MAX_SENTENCE: usize = 120;

/// How many blocks at the head and at the tail are asked for a source and a date.
const HEAD: usize = 12;
const TAIL: usize = 40;

/// What is known of the document with these blocks, whose boilerplate was set aside. The block of the title
/// becomes a heading of level 1.
pub(super) fn find(
    name: &str,
    text: &str,
    blocks: &mut [Block],
    given: Given,
    format: Format,
    hash: ContentHash,
) -> Meta {
    let title = given.title.unwrap_or_else(|| title(name, text, blocks));
    let title = Found { value: shortened(&title.value, MAX_TITLE), ..title };
    let source = given.source.or_else(|| in_asides(text, blocks, source_of));
    let date = given
        .date
        .or_else(|| in_asides(text, blocks, published))
        .or_else(|| in_asides(text, blocks, classify::timestamp))
        .or_else(|| dates::in_file_name(name).map(|value| Found::new(value, Origin::FileName)));
    let words = count(text, blocks);
    let print = Fingerprint::of(text, blocks);
    Meta { title, source, author: given.author, date, language: given.language, format, words, hash, print }
}

/// The words of the body. Counting takes a third of the time that a large file takes.
fn count(text: &str, blocks: &[Block]) -> u32 {
    let count = |block: &Block| if block.is_body() { words::count(block.span.of(text)) } else { 0 };
    blocks
        .par_chunks(4096)
        .map(|part| part.iter().map(count).fold(0, u32::saturating_add))
        .reduce(|| 0, u32::saturating_add)
}

/// The title: the first heading or headline before the prose, else the first sentence, else the file's name.
fn title(name: &str, text: &str, blocks: &mut [Block]) -> Found<String> {
    if let Some(at) = first_heading(text, blocks).or_else(|| headline(text, blocks)) {
        if blocks[at].kind == BlockKind::Paragraph {
            blocks[at].kind = BlockKind::Heading(1);
        }
        let value = looks::single_spaced(blocks[at].span.of(text));
        return Found::new(value, Origin::Heading);
    }
    let first = blocks.iter().find(|block| block.is_body());
    if let Some(sentence) = first.and_then(|block| first_sentence(text, block)) {
        return Found::new(sentence, Origin::FirstSentence);
    }
    let file = name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or("untitled");
    Found::new(looks::single_spaced(file), Origin::FileName)
}

/// The number of the block that is the document's headline.
fn headline(text: &str, blocks: &[Block]) -> Option<usize> {
    let mut body = (0..blocks.len()).filter(|at| blocks[*at].is_body()).take(HEAD);
    let first = body.next()?;
    let line = blocks[first].span.of(text);
    match blocks[first].kind {
        BlockKind::Heading(_) if line.chars().any(char::is_alphanumeric) => return Some(first),
        BlockKind::Paragraph if looks::is_headline(line) => {}
        _ => return None,
    }
    // A headline has a text below it; a line of a poem, of a table or of a list of names hasn't.
    body.take(6).any(|at| looks::is_prose(text, &blocks[at])).then_some(first)
}

/// The number of the first heading of level 1 near the beginning, such as one below a picture.
fn first_heading(text: &str, blocks: &[Block]) -> Option<usize> {
    let near = &blocks[..blocks.len().min(HEAD)];
    near.iter().position(|block| {
        block.kind == BlockKind::Heading(1) && block.span.of(text).chars().any(char::is_alphanumeric)
    })
}

/// The first sentence of the block, where it reads like one.
fn first_sentence(text: &str, block: &Block) -> Option<String> {
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item) {
        return None;
    }
    // Twice what is shown at most, in characters of up to four bytes.
    let span = block.span.of(text);
    let mut end = span.len().min(MAX_SENTENCE * 8);
    while !span.is_char_boundary(end) {
        end -= 1;
    }
    let head = looks::single_spaced(&span[..end]);
    let reads = head
        .starts_with(|c: char| c.is_alphabetic() || "\"'“‘«„(—–".contains(c) || c.is_ascii_digit())
        && (head.split(' ').nth(2).is_some() || words::count(&head) > 3);
    (reads && head.chars().any(char::is_alphabetic)).then(|| shortened(sentence(&head), MAX_SENTENCE))
}

/// The first sentence of a line: up to a full stop, a question or an exclamation mark with a space and no
/// small letter behind it, and no abbreviation before it.
fn sentence(line: &str) -> &str {
    for (at, c) in line.char_indices() {
        if matches!(c, '。' | '！' | '？') {
            return &line[..at + c.len_utf8()];
        }
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let end = at + c.len_utf8();
        let rest = &line[end..];
        let closed = rest.trim_start_matches(['"', '”', '’', '»', '\'', ')']);
        let end = end + (rest.len() - closed.len());
        let Some(next) = closed.strip_prefix(' ') else { continue };
        let goes_on = next.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
        if !(goes_on || c == '.' && is_abbreviation(&line[..at])) {
            return &line[..end];
        }
    }
    line
}

fn is_abbreviation(before: &str) -> bool {
    const KNOWN: [&str; 22] = [
        "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "jan", "feb",
        "aug", "sept", "oct", "nov", "dec", "no", "vs",
    ];
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let initial = word.chars().all(char::is_alphabetic) && word.chars().nth(1).is_none();
    initial || KNOWN.contains(&word.to_lowercase().as_str())
}

/// `text` cut to at most `most` characters, at a word where there is one, with `…` where anything was cut.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let room = text.char_indices().nth(most - 1).map_or(cut, |(at, _)| at);
    let head = &text[..room];
    // A word that fills half of it is cut rather than left out.
    let word = match head.rfind(' ') {
        Some(space) if space > room / 2 && !text[room..].starts_with(' ') => space,
        _ => room,
    };
    format!("{}…", head[..word].trim_end_matches([' ', ',', ';', ':', '-', '–', '—']))
}

/// What `read` finds first in the lines that were set aside, those of the head before those of the tail.
fn in_asides<T>(text: &str, blocks: &[Block], read: impl Fn(&str) -> Option<T>) -> Option<Found<T>> {
    let value = |block: &Block| {
        let line = matches!(block.kind, BlockKind::Aside(_)).then(|| block.span.of(text))?;
        Some((read(line)?, line))
    };
    let found = |origin| move |(value, line): (T, &str)| Found::new(value, origin).quoting(line);
    let prose = blocks.iter().position(|block| looks::is_prose(text, block)).unwrap_or(blocks.len());
    let (head, rest) = blocks.split_at(prose.min(HEAD));
    let in_head = head.iter().find_map(value).map(found(Origin::HeaderLine));
    let tail = &rest[rest.len().saturating_sub(TAIL)..];
    in_head.or_else(|| tail.iter().find_map(value).map(found(Origin::TailLine)))
}

/// The date in a line that says when the document was published.
fn published(line: &str) -> Option<PartialDate> {
    let (label, value) = classify::metadata(line)?;
    if classify::is_publication(&label) { classify::dated(value) } else { None }
}

/// The source that a line names: a domain by itself, or what stands behind `Source:`.
fn source_of(line: &str) -> Option<String> {
    if let Some(domain) = classify::domain(line) {
        return Some(domain.to_owned());
    }
    let (label, value) = classify::metadata(line)?;
    (label == "source").then(|| shortened(&looks::single_spaced(value), MAX_TITLE))
}

#[cfg(test)]
#[path = "meta_tests.rs"]
mod tests;
