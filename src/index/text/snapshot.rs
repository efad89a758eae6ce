//! The index as it was at a commit, and what is kept of its segments in memory.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::columnar::StrColumn;
use tantivy::index::SegmentReader;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED, Term};

use super::completions::Completions;
use super::damage::unreadable;
use super::fields::{Fields, Part, column};
use super::item::Kept;
use super::stems::{self, Forms};
use super::stored::{self, Stored};
use super::writer::piece_key;
use crate::corpus::DocId;
use crate::text::Text;

/// The number of a piece of a document, which is no document.
const NONE: u32 = u32::MAX;

/// A language is expected in a query where one in so many documents is written in it.
const IN_EARNEST: usize = 20;

/// The languages whose forms are looked for at most.
const MOST_LANGUAGES: usize = 4;

/// What doesn't change in a segment as long as it lasts.
pub(super) struct Columns {
    ids: Vec<u32>,
    /// First and last day of each document; zeros where it has no date.
    dates: Vec<(u32, u32)>,
    publisher: Option<StrColumn>,
    languages: HashMap<u64, usize>,
    pub(super) completions: Completions,
}

/// A segment at the time of the commit.
pub(super) struct View {
    pub(super) columns: Arc<Columns>,
    /// A bit for each document that is there, by its number in the segment.
    pub(super) live: Vec<u64>,
}

/// The index as it was at a commit.
pub(super) struct Snapshot {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    pub(super) views: Vec<View>,
    /// The documents in all, and how many of each part's words they have on average.
    pub(super) documents: usize,
    averages: [f32; Part::ALL.len()],
    /// The languages that the collection has in earnest.
    pub(super) languages: Vec<Forms>,
}

impl Columns {
    fn read(reader: &SegmentReader) -> tantivy::Result<Self> {
        let fast = reader.fast_fields();
        let docs = 0..reader.max_doc();
        let ids = fast.column_opt::<u64>(column::ID)?;
        let id = |doc| ids.as_ref().and_then(|ids| ids.first(doc)).map_or(NONE, |id| id as u32);
        let (firsts, lasts) = (fast.column_opt::<u64>(column::FIRST)?, fast.column_opt::<u64>(column::LAST)?);
        let day = |days: &Option<tantivy::columnar::Column<u64>>, doc| {
            days.as_ref().and_then(|days| days.first(doc)).unwrap_or(0) as u32
        };
        let mut languages = HashMap::new();
        if let Some(codes) = fast.column_opt::<u64>(column::LANGUAGE)? {
            docs.clone()
                .filter_map(|doc| codes.first(doc))
                .for_each(|code| *languages.entry(code).or_default() += 1);
        }
        Ok(Self {
            ids: docs.clone().map(id).collect(),
            dates: docs.map(|doc| (day(&firsts, doc), day(&lasts, doc))).collect(),
            publisher: fast.str(column::PUBLISHER)?,
            languages,
            completions: Completions::default(),
        })
    }

    /// The number of the document of a document of the segment; `None` for a piece.
    pub(super) fn id(&self, doc: u32) -> Option<DocId> {
        self.ids.get(doc as usize).copied().filter(|id| *id != NONE).map(DocId)
    }

    /// The first and last day of its date, as `20200914`; zeros where it has none.
    pub(super) fn dates(&self, doc: u32) -> (u32, u32) {
        self.dates.get(doc as usize).copied().unwrap_or_default()
    }

    /// The column of sources.
    pub(super) fn publisher(&self) -> Option<&StrColumn> {
        self.publisher.as_ref()
    }
}

impl View {
    fn read(reader: &SegmentReader, columns: Arc<Columns>) -> Self {
        let mut live = vec![0u64; columns.ids.len().div_ceil(64)];
        for (at, id) in columns.ids.iter().enumerate() {
            let there = *id != NONE && !reader.is_deleted(at as u32);
            if let Some(word) = live.get_mut(at / 64).filter(|_| there) {
                *word |= 1 << (at % 64);
            }
        }
        Self { columns, live }
    }

    fn is_live(&self, doc: u32) -> bool {
        self.live.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }
}

impl Snapshot {
    /// The index as `searcher` sees it; what `before` knows of the same segments is taken over.
    pub(super) fn read(searcher: Searcher, fields: Fields, before: Option<&Self>) -> tantivy::Result<Self> {
        let mut known = HashMap::new();
        if let Some(before) = before {
            let ids = before.searcher.segment_readers().iter().map(SegmentReader::segment_id);
            known.extend(ids.zip(before.views.iter().map(|view| view.columns.clone())));
        }
        let view = |reader: &SegmentReader| -> tantivy::Result<View> {
            let columns = match known.get(&reader.segment_id()) {
                Some(columns) => columns.clone(),
                None => Arc::new(Columns::read(reader)?),
            };
            Ok(View::read(reader, columns))
        };
        let views = searcher.segment_readers().iter().map(view).collect::<tantivy::Result<Vec<View>>>()?;
        let count = |view: &View| view.live.iter().map(|word| word.count_ones() as usize).sum::<usize>();
        let documents = views.iter().map(count).sum();
        let mut averages = [1.0; Part::ALL.len()];
        let all: usize =
            views.iter().map(|view| view.columns.ids.iter().filter(|id| **id != NONE).count()).sum();
        for (average, part) in averages.iter_mut().zip(Part::ALL) {
            let mut words = 0;
            for reader in searcher.segment_readers() {
                words += reader.inverted_index(part.field(&fields))?.total_num_tokens();
            }
            *average = (words as f32 / all.max(1) as f32).max(1.0);
        }
        let languages = languages(&views);
        Ok(Self { searcher, fields, views, documents, averages, languages })
    }

    /// How many words a part has on average; at least 1.
    pub(super) fn average(&self, part: Part) -> f32 {
        let at = Part::ALL.iter().position(|known| *known == part);
        at.and_then(|at| self.averages.get(at)).copied().unwrap_or(1.0)
    }

    /// All documents, in no order.
    pub(super) fn documents(&self) -> impl Iterator<Item = DocId> + '_ {
        self.views.iter().flat_map(|view| {
            let ids = view.columns.ids.iter().zip(0..);
            ids.filter(|(_, doc)| view.is_live(*doc)).map(|(id, _)| DocId(*id))
        })
    }

    /// The segment in which a document is, and its number there.
    pub(super) fn locate(&self, id: DocId) -> tantivy::Result<Option<(usize, u32)>> {
        let term = Term::from_field_u64(self.fields.owner, u64::from(id.0));
        self.find(&term, |view, doc| view.is_live(doc) && view.columns.id(doc) == Some(id))
    }

    /// The first document of the index with this term of which `wanted` says so.
    fn find(
        &self,
        term: &Term,
        wanted: impl Fn(&View, u32) -> bool,
    ) -> tantivy::Result<Option<(usize, u32)>> {
        for (at, (reader, view)) in self.searcher.segment_readers().iter().zip(&self.views).enumerate() {
            let index = reader.inverted_index(term.field())?;
            let Some(mut postings) = index.read_postings(term, IndexRecordOption::Basic)? else { continue };
            while postings.doc() != TERMINATED {
                if wanted(view, postings.doc()) {
                    return Ok(Some((at, postings.doc())));
                }
                postings.advance();
            }
        }
        Ok(None)
    }

    /// What is stored of a document of a segment.
    pub(super) fn stored(&self, segment: usize, doc: u32) -> tantivy::Result<Stored> {
        let Kept { head, text } = self.searcher.doc(DocAddress::new(segment as u32, doc))?;
        stored::read(&head, text).ok_or_else(unreadable)
    }

    /// A piece of a document's text, behind the first.
    pub(super) fn piece(&self, id: DocId, number: usize) -> tantivy::Result<String> {
        let term = Term::from_field_u64(self.fields.piece, piece_key(id, number as u64));
        let readers = self.searcher.segment_readers();
        let there = |view: &View, doc: u32| {
            let at = self.views.iter().position(|known| std::ptr::eq(known, view));
            at.and_then(|at| readers.get(at)).is_some_and(|reader| !reader.is_deleted(doc))
        };
        let (segment, doc) = self.find(&term, there)?.ok_or_else(unreadable)?;
        let kept: Kept = self.searcher.doc(DocAddress::new(segment as u32, doc))?;
        Ok(kept.text)
    }

    /// The whole reading text of a document; `None` where there is no such document.
    pub(super) fn text(&self, id: DocId) -> tantivy::Result<Option<Text>> {
        let Some((segment, doc)) = self.locate(id)? else { return Ok(None) };
        let stored = self.stored(segment, doc)?;
        let mut rest = Vec::new();
        for number in 1..stored.pieces.len() {
            rest.push(Some(self.piece(id, number)?));
        }
        stored::join(stored, rest.into_iter()).map(Some).ok_or_else(unreadable)
    }
}

/// The languages of the documents, the most frequent first; English where none is known.
fn languages(views: &[View]) -> Vec<Forms> {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for (code, count) in views.iter().flat_map(|view| &view.columns.languages) {
        *counts.entry(*code).or_default() += count;
    }
    let all: usize = counts.values().sum();
    let mut counts: Vec<(usize, u64)> = counts.into_iter().map(|(code, count)| (count, code)).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    counts.retain(|(count, _)| count * IN_EARNEST >= all);
    let mut languages: Vec<Forms> = counts
        .iter()
        .filter_map(|(_, code)| Forms::of(&stems::language(*code)))
        .take(MOST_LANGUAGES)
        .collect();
    if languages.is_empty() {
        languages.extend(Forms::of("en"));
    }
    languages
}
