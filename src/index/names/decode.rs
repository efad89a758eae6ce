//! Reads what the log has. Whatever isn't as [`super::encode`] writes it is `None`, never a panic.

use std::fs::File;
use std::io;

use super::arena::Arena;
use super::cluster::{Apart, Cluster};
use super::encode::{CLUSTER, CONFIDENCE, LENGTH, MORE, RECORD, REMOVAL, STRING, TITLE, USUAL, date_of};
use super::news::{Entry, Filed, MOST_CLUSTERS, News, Place};
use super::record::{Named, Record, Said};
use super::varint::Bytes;
use crate::corpus::{DocId, PartialDate};
use crate::index::packed::read_at;
use crate::text::Span;

/// The documents of a collection have numbers below this one; a greater one is damage, as it would take much memory.
pub(super) const MOST_DOCUMENTS: u32 = 1 << 24;

/// What a chunk tells that begins at byte `at` of the file, where so many names and clusters have a number before it.
pub(super) fn chunk(payload: &[u8], at: u64, strings: u32, clusters: u32) -> Option<News> {
    let mut news = News::default();
    let mut bytes = Bytes(payload);
    if (bytes.small()?, bytes.small()?) != (strings, clusters) {
        return None;
    }
    while !bytes.is_empty() {
        let item = bytes.byte()?;
        let body = bytes.bytes()?;
        let known = (strings.checked_add(news.strings.len())?, clusters + news.clusters.len());
        match item {
            STRING => {
                std::str::from_utf8(body).ok()?;
                news.strings.push(body);
            }
            CLUSTER => {
                let sound = match Apart::read(body) {
                    Some(apart) => apart.is_below(known.0),
                    None => Cluster::read(body)?.is_below(known.0),
                };
                sound.then_some(())?;
                if known.1 >= MOST_CLUSTERS {
                    return None;
                }
                news.clusters.push(body);
            }
            RECORD => {
                let start = at + (payload.len() - bytes.0.len() - body.len()) as u64;
                let filed = filed(body, start, known, &mut news)?;
                news.filed.push(filed);
            }
            REMOVAL => news.filed.push(Filed { id: document(&mut Bytes(body))?, record: None }),
            _ => return None,
        }
    }
    Some(news)
}

/// The number of a document.
fn document(bytes: &mut Bytes) -> Option<DocId> {
    bytes.small().filter(|&id| id < MOST_DOCUMENTS).map(DocId)
}

/// The head of a record; its entries go to the others of the news.
fn filed(body: &[u8], at: u64, known: (u32, u32), news: &mut News) -> Option<Filed> {
    let mut bytes = Bytes(body);
    let id = document(&mut bytes)?;
    let stamp = u64::from_le_bytes(bytes.take(8)?.try_into().ok()?);
    dates(&mut bytes)?;
    bytes.small()?;
    let first = news.entries.len() as u32;
    let mut counted = Vec::new();
    for _ in 0..bytes.small()? {
        let (cluster, mentions, roles) = (bytes.small()?, bytes.small()?, bytes.small()?);
        if cluster >= known.1 {
            return None;
        }
        for _ in 0..roles {
            bytes.small().filter(|&role| role < known.0)?;
        }
        counted.push((cluster, mentions));
    }
    Entry::push_all(counted, &mut news.entries);
    let entries = (first, news.entries.len() as u32);
    Some(Filed { id, record: Some(Place { at, length: body.len() as u32, stamp, entries }) })
}

/// The dates that a document's text names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DatesNamed {
    /// The days, months and years, each once and in order, with how often.
    pub dates: Vec<(PartialDate, u32)>,
    /// How many dates can't be placed: their year isn't known, or they go from one year to another.
    pub undated: u32,
}

/// The dates at the head of a record, of which only a beginning may be there.
pub(super) fn dates_of(body: &[u8]) -> Option<DatesNamed> {
    let mut bytes = Bytes(body);
    document(&mut bytes)?;
    bytes.take(8)?;
    dates(&mut bytes)
}

fn dates(bytes: &mut Bytes) -> Option<DatesNamed> {
    let undated = bytes.small()?;
    let count = bytes.small()?;
    let (mut dates, mut number) = (Vec::new(), 0u32);
    for _ in 0..count {
        number = number.checked_add(bytes.small()?)?;
        dates.push((date_of(number)?, bytes.small()?));
    }
    Some(DatesNamed { dates, undated })
}

/// The record that the log has at byte `at`, so many bytes long.
///
/// # Errors
/// What the system says, or that the record isn't what was written.
pub(super) fn record_at(
    file: &File,
    at: u64,
    length: u32,
    strings: &Arena,
    clusters: &Arena,
) -> io::Result<Record> {
    let mut bytes = vec![0; length as usize];
    read_at(file, &mut bytes, at)?;
    record(&bytes, strings, clusters).ok_or_else(damaged)
}

/// What is said of a log that can't be read.
pub(super) fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the list of names is damaged")
}

/// A whole record, its names looked up in those of the collection.
pub(super) fn record(body: &[u8], strings: &Arena, clusters: &Arena) -> Option<Record> {
    let mut bytes = Bytes(body);
    let id = document(&mut bytes)?;
    let stamp = u64::from_le_bytes(bytes.take(8)?.try_into().ok()?);
    let DatesNamed { dates, undated } = dates(&mut bytes)?;
    let left_out = bytes.small()?;
    let mut record = Record { id, stamp, dates, undated, left_out, ..Record::default() };
    // For each name of the document whose it is and its place there.
    let mut names = Vec::new();
    // The number of the fullest name of each.
    let mut own: Vec<u32> = Vec::new();
    let text = |number: u32| (number < strings.len()).then(|| strings.text(number).to_owned());
    for number in 0..bytes.small()? {
        let (cluster, _, roles) = (bytes.small()?, bytes.small()?, bytes.small()?);
        if let Some(Apart(names)) = Apart::read(clusters.get(cluster)) {
            let own = |name: u32| own.iter().position(|&other| other == name).map(|own| own as u32);
            // Behind all names that the document has.
            let [one, other] = names.map(own);
            record.apart.extend(one.zip(other));
            continue;
        }
        let cluster = Cluster::read(clusters.get(cluster))?;
        own.push(cluster.name);
        let forms = cluster.forms().map(text).collect::<Option<Vec<String>>>()?;
        names.extend((0..forms.len().max(1) as u32).map(|place| (number, place)));
        let roles = (0..roles).map(|_| text(bytes.small()?)).collect::<Option<Vec<String>>>()?;
        record.named.push(Named { kind: cluster.kind, name: text(cluster.name)?, forms, roles });
    }
    let (mut start, mut confidence) = (0u32, USUAL);
    while !bytes.is_empty() {
        start = start.checked_add(bytes.small()?)?;
        let token = bytes.number()?;
        let &(named, form) = names.get(usize::try_from(token >> 1).ok()?)?;
        let more = if token & MORE == 0 { 0 } else { bytes.byte()? };
        let length = match record.named.get(named as usize)?.forms.get(form as usize) {
            _ if more & LENGTH != 0 => bytes.small()?,
            form => form?.len() as u32,
        };
        if more & CONFIDENCE != 0 {
            confidence = bytes.byte()?;
        }
        let mut title = None;
        if more & TITLE != 0 {
            let end = start.checked_sub(bytes.small()?)?;
            title = Some(Span { start: end.checked_sub(bytes.small()?)?, end });
        }
        let span = Span { start, end: start.checked_add(length)? };
        record.said.push(Said { span, title, named, form, confidence });
    }
    Some(record)
}
