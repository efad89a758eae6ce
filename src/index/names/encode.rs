//! Writes records as the log has them: each name and each cluster in full once, and by its number from then on.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::cluster::{self, Apart};
use super::news::{MOST_CLUSTERS, News};
use super::record::{Named, Record};
use super::varint::{put, put_bytes};
use crate::corpus::{DocId, PartialDate};

/// What an item of the log is.
pub(super) const STRING: u8 = 1;
pub(super) const CLUSTER: u8 = 2;
pub(super) const RECORD: u8 = 3;
pub(super) const REMOVAL: u8 = 4;

/// A mention has fields behind its first two numbers.
pub(super) const MORE: u64 = 1;
/// Which of them.
pub(super) const LENGTH: u8 = 1;
pub(super) const CONFIDENCE: u8 = 2;
pub(super) const TITLE: u8 = 4;

/// What a mention is as sure as, until one says otherwise.
pub(super) const USUAL: u8 = 90;

/// The numbers that names and clusters have, by 64 bits of a hash with a random key: no document can be made whose
/// names share one, and by chance a million of them do so once in some tens of millions of collections.
#[derive(Debug, Default)]
pub(super) struct Encoder {
    hashing: RandomState,
    strings: HashMap<u64, u32>,
    clusters: HashMap<u64, u32>,
}

impl Encoder {
    /// Goes on behind what is there.
    pub(super) fn behind(news: &News) -> Self {
        let mut encoder = Self::default();
        let number = |hashing: &RandomState, item: &[u8]| hashing.hash_one(item);
        encoder.strings = news.strings.iter().map(|item| number(&encoder.hashing, item)).zip(0..).collect();
        encoder.clusters = news.clusters.iter().map(|item| number(&encoder.hashing, item)).zip(0..).collect();
        encoder
    }

    /// How many names and clusters have a number.
    pub(super) fn numbers(&self) -> (u32, u32) {
        (self.strings.len() as u32, self.clusters.len() as u32)
    }

    fn string(&mut self, text: &str, out: &mut Vec<u8>) -> u32 {
        let next = self.strings.len() as u32;
        *self.strings.entry(self.hashing.hash_one(text.as_bytes())).or_insert_with(|| {
            out.push(STRING);
            put_bytes(out, text.as_bytes());
            next
        })
    }

    /// The number of a cluster, and for each of its names the place among them; `None` where there are too many.
    fn cluster(&mut self, named: &Named, out: &mut Vec<u8>) -> Option<(u32, Vec<u32>)> {
        let name = self.string(&named.name, out);
        let numbers: Vec<u32> = named.forms.iter().map(|form| self.string(form, out)).collect();
        let mut forms = numbers.clone();
        forms.sort_unstable();
        forms.dedup();
        let places = numbers.iter().map(|number| forms.partition_point(|form| form < number) as u32);
        let places = places.collect();
        let bytes = cluster::write(named.kind, name, &forms);
        Some((self.number(&bytes, out)?, places))
    }

    /// The number of a cluster that is written so, or of a pair; `None` where there are too many.
    fn number(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Option<u32> {
        let (hash, next) = (self.hashing.hash_one(bytes), self.clusters.len() as u32);
        if let Some(&number) = self.clusters.get(&hash) {
            return Some(number);
        }
        if next == MOST_CLUSTERS {
            return None;
        }
        self.clusters.insert(hash, next);
        out.push(CLUSTER);
        put_bytes(out, bytes);
        Some(next)
    }

    /// The number of a pair of names that are two's.
    fn apart(&mut self, record: &Record, (one, other): (u32, u32), out: &mut Vec<u8>) -> Option<u32> {
        let (one, other) = (record.named.get(one as usize)?, record.named.get(other as usize)?);
        let mut names = [self.string(&one.name, out), self.string(&other.name, out)];
        names.sort_unstable();
        self.number(&Apart(names).write(), out)
    }

    /// Appends a record, and before it what it names that has no number yet.
    pub(super) fn record(&mut self, record: &Record, out: &mut Vec<u8>) {
        let mut counts = vec![0u64; record.named.len()];
        for said in &record.said {
            if let Some(count) = counts.get_mut(said.named as usize) {
                *count += 1;
            }
        }
        let (mut entries, mut kept) = (Vec::new(), 0u64);
        // For each entity the number of its first name among those of the document, and the places of its names.
        let (mut names, mut before) = (Vec::with_capacity(record.named.len()), 0u64);
        for (named, &count) in record.named.iter().zip(&counts) {
            let Some((number, places)) = self.cluster(named, out) else {
                names.push(None);
                continue;
            };
            put(&mut entries, u64::from(number));
            put(&mut entries, count);
            put(&mut entries, named.roles.len() as u64);
            for role in &named.roles {
                put(&mut entries, u64::from(self.string(role, out)));
            }
            let forms = places.iter().max().map_or(1, |last| u64::from(*last) + 1);
            names.push(Some((before, places)));
            before += forms;
            kept += 1;
        }
        for &pair in &record.apart {
            if let Some(number) = self.apart(record, pair, out) {
                put(&mut entries, u64::from(number));
                // Neither mentions nor roles.
                entries.extend([0, 0]);
                kept += 1;
            }
        }
        let mut body = Vec::with_capacity(entries.len() + record.said.len() * 4 + 24);
        put(&mut body, u64::from(record.id.0));
        body.extend_from_slice(&record.stamp.to_le_bytes());
        dates(record, &mut body);
        put(&mut body, u64::from(record.left_out));
        put(&mut body, kept);
        body.extend_from_slice(&entries);
        mentions(record, &names, &mut body);
        out.push(RECORD);
        put_bytes(out, &body);
    }
}

/// Appends that a document is gone.
pub(super) fn removal(id: DocId, out: &mut Vec<u8>) {
    let mut body = Vec::new();
    put(&mut body, u64::from(id.0));
    out.push(REMOVAL);
    put_bytes(out, &body);
}

/// Appends the dates: how many can't be placed, how many there are, and each as how far it is behind the one before, with
/// how often it is named. They stand at the beginning, so that they can be read alone.
fn dates(record: &Record, body: &mut Vec<u8>) {
    put(body, u64::from(record.undated));
    put(body, record.dates.len() as u64);
    let mut before = 0;
    for (date, count) in &record.dates {
        let number = number_of(*date);
        put(body, u64::from(number.saturating_sub(before)));
        put(body, u64::from(*count));
        before = number;
    }
}

/// A number for a date that orders as dates do.
fn number_of(date: PartialDate) -> u32 {
    let parts = (u32::from(date.year().unsigned_abs()), date.month().unwrap_or(0), date.day().unwrap_or(0));
    (parts.0 << 4 | u32::from(parts.1)) << 5 | u32::from(parts.2)
}

/// The date of a number; `None` where there is none.
pub(super) fn date_of(number: u32) -> Option<PartialDate> {
    let year = i16::try_from(number >> 9).ok()?;
    PartialDate::new(year, (number >> 5 & 15) as u8, (number & 31) as u8)
}

/// Appends the mentions: how far behind the one before, which name, and what isn't as usual.
fn mentions(record: &Record, names: &[Option<(u64, Vec<u32>)>], body: &mut Vec<u8>) {
    let (mut last, mut sure) = (0u32, USUAL);
    for said in &record.said {
        let Some(Some((first, places))) = names.get(said.named as usize) else { continue };
        let name = first + u64::from(places.get(said.form as usize).copied().unwrap_or(0));
        let form =
            record.named.get(said.named as usize).and_then(|named| named.forms.get(said.form as usize));
        let length = form.map_or(usize::MAX, String::len);
        let mut more = 0;
        more |= if said.span.len() == length { 0 } else { LENGTH };
        more |= if said.confidence == sure { 0 } else { CONFIDENCE };
        let title = said.title.filter(|title| title.end <= said.span.start && title.start <= title.end);
        more |= if title.is_some() { TITLE } else { 0 };
        put(body, u64::from(said.span.start.saturating_sub(last)));
        put(body, name << 1 | if more == 0 { 0 } else { MORE });
        if more != 0 {
            body.push(more);
        }
        if more & LENGTH != 0 {
            put(body, said.span.len() as u64);
        }
        if more & CONFIDENCE != 0 {
            body.push(said.confidence);
        }
        if let Some(title) = title {
            put(body, u64::from(said.span.start - title.end));
            put(body, title.len() as u64);
        }
        (last, sure) = (said.span.start, said.confidence);
    }
}
