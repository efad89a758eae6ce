//! JSON Lines: each line a record, each record with a text a document.
//!
//! The raw text of a record is what it says, one field to a line as `name: value`, and then its text: so
//! everything that the record holds can be read, and each place of the reading text stands in it. Fields
//! whose values are neither words, numbers nor lists of them are named without their values.

mod record;

use std::io::{self, BufRead};
use std::ops::Range;

use jiff::Timestamp;

use super::aside::Tail;
use super::builder::{Builder, Piece};
use super::draft::{Draft, Given, Source};
use super::members::{LineReader, Mark, Member, Split};
use super::{Found, Origin, PartialDate, Problem, decode, html};
use crate::text::{AsideReason, BlockKind};
use record::{Record, Value};

/// The usual names of the fields, the best ones first, in lower case and without `_` and `-`.
const TEXT: &[&str] = &[
    "text",
    "body",
    "content",
    "article",
    "fulltext",
    "maintext",
    "articlebody",
    "articletext",
    "description",
];
const TITLE: &[&str] = &["title", "headline", "subject"];
const DATE: &[&str] = &[
    "date",
    "published",
    "datepublished",
    "publishdate",
    "publisheddate",
    "pubdate",
    "publishedat",
    "createdat",
    "timestamp",
];
const SOURCE: &[&str] = &["source", "publisher", "site", "sitename", "domain", "sourcedomain"];
const ADDRESS: &[&str] = &["url", "link", "uri"];
const AUTHOR: &[&str] = &["author", "authors", "byline", "creator"];
const LANGUAGE: &[&str] = &["language", "lang"];

/// The records of a file. The number of a record is that of its line.
pub(super) struct Lines<R> {
    lines: LineReader<R>,
    limit: usize,
    count: usize,
}

impl<R: BufRead> Lines<R> {
    /// The lines that `reader` has from a mark on, none of them longer than `limit` bytes.
    pub(super) fn new(reader: R, from: Mark, limit: usize) -> Self {
        Self { lines: LineReader::new(reader, from.at), limit, count: from.count }
    }
}

impl<R: BufRead> Split for Lines<R> {
    fn next(&mut self, from: usize) -> io::Result<Option<Member>> {
        // Enough of a line to see whether it is blank.
        const LOOK: usize = 64;
        let mut out = Vec::new();
        loop {
            out.clear();
            let keep = self.count + 1 >= from;
            let room = if keep { self.limit } else { LOOK };
            let len = self.lines.read(&mut out, room)?;
            if len == 0 {
                return Ok(None);
            }
            self.count += 1;
            if len > room && keep {
                return Ok(Some(Member { number: self.count, bytes: None }));
            }
            let blank = len <= room && out.trim_ascii().is_empty();
            if !blank {
                if self.count == 1 && out.starts_with(b"\xef\xbb\xbf") {
                    out.drain(..3);
                }
                out.truncate(out.trim_ascii_end().len());
                return Ok(Some(Member { number: self.count, bytes: keep.then_some(out) }));
            }
        }
    }

    fn count(&self) -> usize {
        self.count
    }

    fn mark(&self) -> Option<Mark> {
        Some(Mark { count: self.count, at: self.lines.at() })
    }
}

/// Whether a file begins as JSON Lines with texts do: its first line is a record with a text, and its second
/// one, if there is one. Of a line that is longer than what is looked at the beginning has to do.
pub(super) fn begins(head: &[u8], is_whole: bool) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if !head.starts_with(b"{") {
        return false;
    }
    let mut lines = head.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let is_record = |line: &[u8]| {
        let ended = is_whole || line.ends_with(b"\n");
        if ended {
            return Record::read(line).is_ok_and(|record| record.first(TEXT).is_some());
        }
        line.starts_with(b"{") && record::names(line).any(|name| is_named(&name, TEXT))
    };
    lines.next().is_some_and(is_record) && lines.next().is_none_or(is_record)
}

/// Whether a field has one of the names.
fn is_named(name: &str, names: &[&str]) -> bool {
    names.iter().any(|wanted| {
        let mut letters = name.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' '));
        wanted.bytes().all(|byte| letters.next().is_some_and(|letter| letter.to_ascii_lowercase() == byte))
            && letters.next().is_none()
    })
}

/// Reads a record.
///
/// # Errors
///
/// What isn't JSON, or has no text.
pub(super) fn read(source: &Source<'_>) -> Result<Draft, Problem> {
    let problem = |reason: String| Problem::new(source.name, reason, "");
    let decoded = decode::decode(source.bytes);
    let mut done = Vec::from_iter(decoded.done);
    let record = Record::read(decoded.text.as_bytes()).map_err(problem)?;
    let Some((at, text)) = record.first(TEXT) else {
        let is_empty =
            |(field, value): &&(String, Value)| matches!(value, Value::Words(_)) && is_named(field, TEXT);
        let field = record.fields.iter().find(is_empty);
        return Err(problem(match field {
            Some((field, _)) => format!("has no words under “{field}”"),
            None => "has no text under a usual name, such as text, body or content".to_owned(),
        }));
    };

    let (mut raw, mut places) = (String::new(), Vec::new());
    for (number, (name, value)) in record.fields.iter().enumerate() {
        if number == at {
            places.push(0..0);
            continue;
        }
        raw.push_str(name);
        raw.push_str(": ");
        let start = raw.len();
        raw.push_str(&value.shown());
        places.push(start..raw.len());
        raw.push('\n');
    }
    if record.mended {
        done.push("halves of characters became �".to_owned());
    }
    if record.left_out > 0 {
        done.push(format!("{} more fields left out", record.left_out));
    }
    if !raw.is_empty() {
        raw.push('\n');
    }
    let start = raw.len();
    raw.push_str(text);
    let body = start..raw.len();

    let mut builder = Builder::new(&raw);
    let place = |number: usize| places.get(number).cloned().unwrap_or_default();
    if let Some((number, title)) = record.first(TITLE) {
        builder.begin(BlockKind::Heading(1));
        copy(&mut builder, title, place(number));
        builder.end();
        builder.set_apart(true);
    }
    for names in [SOURCE, ADDRESS, AUTHOR, DATE] {
        for (number, (name, value)) in record.fields.iter().enumerate() {
            let shown = value.shown();
            if number == at || !is_named(name, names) || shown.trim().is_empty() {
                continue;
            }
            builder.begin(BlockKind::Aside(AsideReason::Metadata));
            builder.insert(&format!("{name}: "));
            copy(&mut builder, &shown, place(number));
            builder.end();
        }
    }
    builder.set_apart(true);
    if is_markup(text) && text.len() <= source.limits.markup {
        html::set(&raw, body, &mut builder, html::Whole::All);
    } else {
        let mut at = body.start;
        let pieces = raw.get(body).unwrap_or_default().split_inclusive('\n').map(|line| {
            let piece = Piece { text: line.strip_suffix('\n').unwrap_or(line), at, ends: true };
            at += line.len();
            piece
        });
        builder.plain_lines(pieces, 0, None);
    }
    let built = builder.finish();
    let draft = Draft::built(raw, built, given(&record), done);
    Ok(Draft { tail: Tail::WithShortLines, ..draft })
}

/// Copies a value, of which a line end would end the block.
fn copy(builder: &mut Builder<'_>, value: &str, range: Range<usize>) {
    let mut at = range.start;
    for line in value.split_inclusive('\n') {
        let bare = line.trim_end();
        builder.copy(bare, at..at + bare.len());
        if bare.len() < line.len() {
            builder.insert(" ");
        }
        at += line.len();
    }
}

/// What the record says of its text.
fn given(record: &Record) -> Given {
    let mut given = Given::default();
    let origin = Origin::Field;
    if let Some((_, title)) = record.first(TITLE) {
        given.title(title, origin);
    }
    let address = record.first(ADDRESS).map(|(_, address)| address);
    given.link(address.unwrap_or_default());
    let address = address.and_then(host);
    if let Some(source) = record.first(SOURCE).map(|(_, source)| host(source).unwrap_or(source)).or(address) {
        given.source(source, origin);
    }
    if let Some(author) = record.find(AUTHOR, |value| Some(value.shown().into_owned())) {
        let by = author.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
        given.author(if by { &author[3..] } else { &author }, origin);
    }
    if let Some((_, language)) = record.first(LANGUAGE) {
        given.language(language, origin);
    }
    given.date = record.find(DATE, |value| {
        let shown = value.shown();
        Some(Found::new(date(&shown)?, origin).quoting(&shown))
    });
    given
}

/// The date that a value says: in one of the usual forms, or as seconds or thousandths of them since 1970.
fn date(words: &str) -> Option<PartialDate> {
    let words = words.trim();
    if let Some(date) = super::dates::of_field(words) {
        return Some(date);
    }
    if let Some(number) = words.parse::<f64>().ok().filter(|number| number.is_finite()) {
        // Seconds of this size are of the year 5138, thousandths of 1973.
        let seconds = if number.abs() >= 1e11 { number / 1000.0 } else { number };
        // A number of a few digits is something else.
        if seconds.abs() < 1e7 {
            return None;
        }
        let day = Timestamp::from_second(seconds as i64).ok()?.to_zoned(jiff::tz::TimeZone::UTC).date();
        return PartialDate::new(day.year(), day.month().unsigned_abs(), day.day().unsigned_abs());
    }
    // As in mails, with the zone in digits.
    let (date, zone) = words.rsplit_once(' ')?;
    zone.starts_with(['+', '-']).then(|| super::dates::whole(date)).flatten()
}

/// The host of an address, without `www.`.
fn host(address: &str) -> Option<&str> {
    let rest = address.trim().split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split(':').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// Whether a text is HTML: it has tags of paragraphs or divisions, more than blank lines, or else of lines and links, as many as
/// ends of lines. A plain text may have a tag or two as well: as HTML its paragraphs and lines would run together, while
/// nothing is lost where a tag is shown.
fn is_markup(text: &str) -> bool {
    const BLOCKS: [&str; 6] = ["p", "/p", "div", "/div", "/li", "html"];
    const OTHERS: [&str; 2] = ["br", "/a"];
    let (mut blocks, mut others) = (0, 0);
    for at in memchr::memchr_iter(b'<', text.as_bytes()) {
        let rest = text.get(at + 1..).unwrap_or_default();
        let end = memchr::memchr2(b'<', b'>', rest.as_bytes());
        // A tag that isn't closed before the next one is none.
        let Some(tag) = end.and_then(|end| rest.get(..end).filter(|_| rest[end..].starts_with('>'))) else {
            continue;
        };
        let name = tag.split_whitespace().next().unwrap_or_default();
        let name = name.strip_suffix('/').unwrap_or(name);
        let is = |tag: &&str| name.eq_ignore_ascii_case(tag);
        blocks += usize::from(BLOCKS.iter().any(&is));
        others += usize::from(OTHERS.iter().any(is));
    }
    if blocks + others == 0 {
        return false;
    }
    let text = text.trim();
    let blank = text.lines().filter(|line| line.trim().is_empty()).count();
    let ends = text.lines().count().saturating_sub(blank + 1);
    if blocks > 0 { blocks > blank } else { others >= ends }
}

#[cfg(test)]
#[path = "json_lines_tests.rs"]
mod tests;
