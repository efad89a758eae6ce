//! Writing the index.

use std::path::Path;
use std::sync::Arc;

use tantivy::merge_policy::LogMergePolicy;
use tantivy::{Index, IndexWriter, Term};

use super::damage::{told, unreadable};
use super::fields::Fields;
use super::item::{Item, Known, Waiting};
use super::snapshot::Snapshot;
use super::{days, stems, stored};
use crate::corpus::{DocId, Document, Problem};
use crate::index::DocumentSet;

/// The documents in a segment from which on it isn't merged any more. A merge of larger ones takes the
/// machine for many seconds, and gains little.
const LARGEST_MERGED: usize = 100_000;

/// The threads that `tantivy` indexes with at most.
const MOST_THREADS: usize = 8;

/// The bytes that `tantivy` wants for each of them at least.
const LEAST_MEMORY: usize = 15_000_000;

/// Puts documents into the index. There is one at a time for an index, in all programs.
///
/// What it writes with takes threads and tables of many megabytes: it is there only from the first change until the next
/// [`rest`](Self::rest). Items are boxed because `tantivy` has room for ten thousand lots of four of them in each commit's
/// queue from the beginning: 14 MB as they are, 1 MB as boxes.
pub struct TextWriter {
    index: Index,
    writer: Option<IndexWriter<Box<Item>>>,
    threads: usize,
    bytes: usize,
    /// Documents to take out before anything else is written.
    gone: Vec<DocId>,
    fields: Fields,
    waiting: Arc<Waiting>,
    /// Those in the index, or put into it since: only these have to be taken out before they are put in again.
    present: DocumentSet,
    place: String,
}

impl TextWriter {
    pub(super) fn new(
        index: &Index,
        fields: Fields,
        snapshot: &Snapshot,
        place: String,
        threads: usize,
        bytes: usize,
    ) -> Result<Self, Problem> {
        let threads = threads.clamp(1, MOST_THREADS);
        let present = snapshot.documents().collect();
        Ok(Self {
            index: index.clone(),
            writer: None,
            threads,
            bytes: bytes.max(LEAST_MEMORY * threads),
            gone: Vec::new(),
            fields,
            waiting: Arc::default(),
            present,
            place,
        })
    }

    /// What writes, opened where it isn't open; a problem while another one is open, in any program.
    pub(super) fn open(&mut self) -> Result<&mut IndexWriter<Box<Item>>, Problem> {
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => told(&self.place, || {
                let writer = self.index.writer_with_num_threads(self.threads, self.bytes)?;
                let mut policy = LogMergePolicy::default();
                policy.set_max_docs_before_merge(LARGEST_MERGED);
                policy.set_del_docs_ratio_before_merge(0.3);
                writer.set_merge_policy(Box::new(policy));
                Ok(writer)
            })?,
        };
        for id in self.gone.drain(..) {
            writer.delete_term(Term::from_field_u64(self.fields.owner, u64::from(id.0)));
        }
        Ok(self.writer.insert(writer))
    }

    /// Puts in a document, in place of what was there under its number. `path` is what is found by `path:`.
    /// Waits while much is still to be indexed.
    pub fn put(&mut self, id: DocId, path: &Path, document: &Document) -> Result<(), Problem> {
        self.remove(id);
        let meta = &document.meta;
        let text = &document.text;
        let dates = meta.date.as_ref().map(|date| days::bounds(date.value));
        let known = Known {
            title: meta.title.value.clone(),
            source: meta.source.as_ref().map(|source| source.value.to_string()),
            author: meta.author.as_ref().map(|author| author.value.to_string()),
            file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            path: path.to_string_lossy().into_owned(),
            format: meta.format.label().to_lowercase(),
            dates: dates.map(|(first, last)| (u64::from(first), u64::from(last))),
            language: meta.language.as_ref().and_then(|language| stems::code(&language.value)),
        };
        let (fields, place) = (self.fields, self.place.clone());
        let waiting = self.waiting.clone();
        let writer = self.open()?;
        told(&place, || {
            let (mut head, parts) = stored::split(text).ok_or_else(unreadable)?;
            let mut known = Some(known);
            for (number, part) in (0..).zip(parts) {
                let room = if number == 0 { text.as_str().len() } else { 0 };
                writer.add_document(Box::new(Item {
                    fields,
                    owner: id,
                    known: known.take(),
                    piece: (number > 0).then(|| piece_key(id, number)),
                    text: text.clone(),
                    part,
                    head: std::mem::take(&mut head),
                    _share: waiting.share(room),
                }))?;
            }
            Ok(())
        })?;
        self.present.insert(id);
        Ok(())
    }

    /// Takes a document out; nothing where it isn't in.
    pub fn remove(&mut self, id: DocId) {
        if self.present.contains(id) {
            self.gone.push(id);
        }
    }

    /// Makes what was put in and taken out since the last time part of the index, for every program that reads
    /// it and for good. `payload` is kept with it, see [`super::TextIndex::payload`].
    pub fn commit(&mut self, payload: &str) -> Result<(), Problem> {
        let place = self.place.clone();
        let writer = self.open()?;
        told(&place, || {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(payload);
            commit.commit()?;
            Ok(())
        })
    }

    /// Waits until no segments are being merged any more, and lets go of what writes, and so of the index for another
    /// writer, until something changes again. What wasn't committed is gone.
    pub fn rest(&mut self) -> Result<(), Problem> {
        let writer = self.writer.take();
        told(&self.place, || writer.map_or(Ok(()), IndexWriter::wait_merging_threads))
    }

    /// Waits until no segments are being merged any more, and gives the index free for another writer.
    pub fn finish(mut self) -> Result<(), Problem> {
        self.rest()
    }
}

/// What a piece of a document is known by; the first that isn't in the document itself is 1.
pub(super) fn piece_key(id: DocId, number: u64) -> u64 {
    u64::from(id.0) << 32 | number
}
