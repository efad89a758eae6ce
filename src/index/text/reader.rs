//! Asking the index.

use std::sync::{Arc, Mutex, PoisonError};

use tantivy::{IndexReader, ReloadPolicy};

use super::compile::compile;
use super::damage::told;
use super::expanded::Expanded;
use super::fields::Fields;
use super::marks::{are_joined, marks};
use super::notes::Notes;
use super::run::{Ranked, best};
use super::snapshot::Snapshot;
use super::{facets, snippets};
use crate::corpus::{DocId, Problem};
use crate::index::{Answer, Asked, Facet, Hit, Kept, WhoIsWho};
use crate::text::{Span, Text, paragraphs};

/// The places of one document that are lit at most: far more than anybody goes through.
const MOST_LIT: usize = 1 << 20;

/// The blocks of the store that are kept unpacked in memory, for each segment; each has 16 KB or one document.
const STORE_BLOCKS: usize = 16;

/// Asks the index. Cheap to clone; all clones see the same commit.
#[derive(Clone)]
pub struct TextReader {
    inner: Arc<Inner>,
}

struct Inner {
    reader: IndexReader,
    fields: Fields,
    snapshot: Mutex<Arc<Snapshot>>,
    /// What was kept when it was asked last, and its words.
    notes: Mutex<Option<(Arc<Kept>, Arc<Notes>)>>,
    place: String,
}

impl TextReader {
    pub(super) fn new(index: &tantivy::Index, fields: Fields, place: String) -> Result<Self, Problem> {
        let (reader, snapshot) = told(&place, || {
            let builder = index.reader_builder().reload_policy(ReloadPolicy::Manual);
            let reader: IndexReader = builder.doc_store_cache_num_blocks(STORE_BLOCKS).try_into()?;
            let snapshot = Snapshot::read(reader.searcher(), fields, None)?;
            Ok((reader, snapshot))
        })?;
        let snapshot = Mutex::new(Arc::new(snapshot));
        Ok(Self { inner: Arc::new(Inner { reader, fields, snapshot, notes: Mutex::default(), place }) })
    }

    /// Takes in what was committed since, by any program; says whether there was something.
    pub fn refresh(&self) -> Result<bool, Problem> {
        told(&self.inner.place, || {
            let before = self.snapshot();
            self.inner.reader.reload()?;
            let searcher = self.inner.reader.searcher();
            if searcher.generation().segments() == before.searcher.generation().segments() {
                return Ok(false);
            }
            let snapshot = Snapshot::read(searcher, self.inner.fields, Some(&before))?;
            *self.inner.snapshot.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
            Ok(true)
        })
    }

    /// The documents that match, the best first; `None` when `stop` said so before the end.
    pub fn answer(
        &self,
        asked: &Asked,
        who: &dyn WhoIsWho,
        stop: &dyn Fn() -> bool,
    ) -> Result<Option<Answer>, Problem> {
        told(&self.inner.place, || {
            let (snapshot, notes) = (self.snapshot(), self.notes(&asked.kept));
            let compiled = compile(&snapshot, &notes, who, asked)?;
            let most = asked.skip.saturating_add(asked.most);
            let Some((ranked, total)) = best(&snapshot, &compiled.plan, most, stop)? else { return Ok(None) };
            let mut hits = Vec::new();
            for hit in ranked.iter().skip(asked.skip) {
                if stop() {
                    return Ok(None);
                }
                let Ranked { id, score, .. } = *hit;
                let snippets =
                    snippets::snippets(&snapshot, &compiled, hit, &asked.kept, &notes, asked.snippets)?;
                hits.push(Hit { id, score, snippets });
            }
            let complaints = asked.query.complaints.iter().cloned().chain(compiled.complaints).collect();
            Ok(Some(Answer { hits, total, complaints }))
        })
    }

    /// How many documents would match with a slip or two in the word that is asked for; 0 where that isn't one word in any form,
    /// or `stop` said so.
    pub fn with_slips(
        &self,
        asked: &Asked,
        who: &dyn WhoIsWho,
        stop: &dyn Fn() -> bool,
    ) -> Result<usize, Problem> {
        let Some(query) = asked.query.with_slips().filter(|_| !asked.exact) else { return Ok(0) };
        let asked = Asked { query, most: 1, skip: 0, snippets: 0, ..asked.clone() };
        Ok(self.answer(&asked, who, stop)?.map_or(0, |answer| answer.total))
    }

    /// What most of all documents that match have in common, with their number: up to eight values of each
    /// kind, the kinds in their order. `None` when `stop` said so before the end.
    pub fn facets(
        &self,
        asked: &Asked,
        who: &dyn WhoIsWho,
        stop: &dyn Fn() -> bool,
    ) -> Result<Option<Vec<(Facet, usize)>>, Problem> {
        told(&self.inner.place, || {
            let (snapshot, notes) = (self.snapshot(), self.notes(&asked.kept));
            let compiled = compile(&snapshot, &notes, who, asked)?;
            facets::facets(&snapshot, &compiled.plan, who, stop)
        })
    }

    /// What each word and phrase of a query is looked for as, in the order of the line.
    pub fn explain(&self, asked: &Asked, who: &dyn WhoIsWho) -> Result<Vec<Expanded>, Problem> {
        told(&self.inner.place, || {
            let (snapshot, notes) = (self.snapshot(), self.notes(&asked.kept));
            let mut expanded = compile(&snapshot, &notes, who, asked)?.expanded;
            expanded.sort_by_key(|expanded| expanded.span);
            Ok(expanded)
        })
    }

    /// The places in the body of `text` that a search is about, in order, not overlapping: what stands next to each other
    /// is one. At most about the first million.
    pub fn lit(&self, asked: &Asked, who: &dyn WhoIsWho, text: &Text) -> Result<Vec<Span>, Problem> {
        told(&self.inner.place, || {
            let (snapshot, notes) = (self.snapshot(), self.notes(&asked.kept));
            let wanted = compile(&snapshot, &notes, who, asked)?.text;
            let blocks: Vec<Span> = paragraphs(text.body()).collect();
            let mut spans: Vec<Span> = Vec::new();
            for mark in marks(text.as_str(), 0, &blocks, &wanted, MOST_LIT) {
                match spans.last_mut() {
                    Some(last) if are_joined((text.as_str(), 0), *last, mark.span) => {
                        *last = last.join(mark.span)
                    }
                    _ => spans.push(mark.span),
                }
            }
            Ok(spans)
        })
    }

    /// The reading text of a document with all its blocks; `None` where it isn't in the index.
    pub fn text(&self, id: DocId) -> Result<Option<Text>, Problem> {
        told(&self.inner.place, || self.snapshot().text(id))
    }

    /// How many documents the index has.
    pub fn documents(&self) -> usize {
        self.snapshot().documents
    }

    /// The documents that the index has, in no order.
    pub fn ids(&self) -> crate::index::DocumentSet {
        self.snapshot().documents().collect()
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        self.inner.snapshot.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The words of the notes, made anew only when other notes are asked about.
    fn notes(&self, kept: &Arc<Kept>) -> Arc<Notes> {
        let mut known = self.inner.notes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, notes)) = known.as_ref().filter(|(of, _)| Arc::ptr_eq(of, kept)) {
            return notes.clone();
        }
        let notes = Arc::new(Notes::new(kept));
        *known = Some((kept.clone(), notes.clone()));
        notes
    }
}
