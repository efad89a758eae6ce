//! The snippets of a document.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Term};

use super::compile::Compiled;
use super::completions::behind;
use super::marks::{Mark, marks};
use super::near;
use super::notes::Notes;
use super::passage::{self, WIDTH};
use super::run::Ranked;
use super::snapshot::Snapshot;
use super::stored::Stored;
use super::wanted::{Lit, Wanted};
use crate::index::{Kept, NoteText, Origin, Snippet};
use crate::text::{Block, BlockKind, Span, paragraphs};

/// The places of one piece of a text that are looked at for a snippet.
const MOST_MARKS: usize = 4096;

/// The words at most of which the positions in a long document are read where only their beginning is known.
const MOST_LONGER: usize = 256;

/// The bytes behind a piece that are looked at where a phrase may go on in them.
const BEHIND: usize = 2048;

/// The best snippets of a document, at most `most`: those of the text in its order, then those of notes.
pub(super) fn snippets(
    snapshot: &Snapshot,
    compiled: &Compiled,
    hit: &Ranked,
    kept: &Kept,
    notes: &Notes,
    most: usize,
) -> tantivy::Result<Vec<Snippet>> {
    let mut found: Vec<(f32, Snippet)> = Vec::new();
    if most == 0 {
        return Ok(Vec::new());
    }
    if !compiled.notes.is_empty() {
        let own = notes.of(hit.id).iter().filter_map(|at| kept.notes.get(*at));
        found.extend(own.filter_map(|note| of_note(note, &compiled.notes)));
    }
    if !compiled.text.is_empty() {
        found.extend(of_text(snapshot, &compiled.text, hit, most)?);
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(most);
    let mut snippets: Vec<Snippet> = found.into_iter().map(|(_, snippet)| snippet).collect();
    snippets.sort_by_key(|snippet| (snippet.origin != Origin::Text, snippet.place.start));
    Ok(snippets)
}

fn of_note(note: &NoteText, wanted: &Wanted) -> Option<(f32, Snippet)> {
    let whole = Span::new(0, note.text.len());
    let marks = marks(&note.text, 0, &[whole], wanted, MOST_MARKS);
    let width = width(&note.text);
    let passage = passage::best(&marks, &wanted.worth, width, 1).into_iter().next()?;
    let snippet = passage.snippet(&note.text, 0, whole, &marks, width);
    Some((passage.worth, Snippet { origin: Origin::Note, place: note.place.unwrap_or_default(), ..snippet }))
}

/// The best passages of the text, with what they are worth.
fn of_text(
    snapshot: &Snapshot,
    wanted: &Wanted,
    hit: &Ranked,
    most: usize,
) -> tantivy::Result<Vec<(f32, Snippet)>> {
    let mut stored = snapshot.stored(hit.segment, hit.doc)?;
    // The title is shown with the snippets: it is one itself only where there is no other.
    let body = |titles: bool| -> Vec<Span> {
        let shown = |block: &&Block| block.is_body() && (titles || block.kind != BlockKind::Heading(1));
        paragraphs(stored.blocks.iter().filter(shown)).collect()
    };
    if stored.pieces.len() == 1 {
        let found = of_piece(&stored.text, 0, &body(false), wanted, most);
        let alone = found.is_empty();
        return Ok(if alone { of_piece(&stored.text, 0, &body(true), wanted, most) } else { found });
    }
    let blocks = body(true);
    let mut found = Vec::new();
    for number in telling(snapshot, wanted, hit, &stored, most)? {
        let piece =
            if number == 0 { std::mem::take(&mut stored.text) } else { snapshot.piece(hit.id, number)? };
        let (base, end) = (start_of(&stored, number), start_of(&stored, number + 1));
        let mut piece = piece;
        // A phrase may begin in this piece and end in the next one.
        if !wanted.phrases.is_empty() && number + 1 < stored.pieces.len() {
            let next = snapshot.piece(hit.id, number + 1)?;
            piece.push_str(next.get(..next.floor_char_boundary(BEHIND)).unwrap_or(""));
        }
        let from = blocks.partition_point(|block| block.end as usize <= base);
        let to = blocks.partition_point(|block| (block.start as usize) < base + piece.len());
        let own = blocks.get(from..to).unwrap_or(&[]);
        let passages = of_piece(&piece, base, own, wanted, most).into_iter();
        found.extend(passages.filter(|(_, snippet)| (snippet.place.start as usize) < end));
    }
    Ok(found)
}

/// Where a piece begins, or the end of all.
fn start_of(stored: &Stored, number: usize) -> usize {
    stored.pieces.get(number).map_or(usize::MAX, |piece| piece.start as usize)
}

fn of_piece(text: &str, base: usize, blocks: &[Span], wanted: &Wanted, most: usize) -> Vec<(f32, Snippet)> {
    let marks = marks(text, base, blocks, wanted, MOST_MARKS);
    let width = width(text);
    let passages = passage::best(&marks, &wanted.worth, width, most);
    let snippet = |passage: passage::Passage| {
        let start = passage.start(&marks);
        let block =
            marks.iter().find(|mark: &&Mark| mark.span == start).and_then(|mark| blocks.get(mark.block));
        let block = block.copied().unwrap_or(Span::new(base, base + text.len()));
        (passage.worth, passage.snippet(text, base, block, &marks, width))
    };
    passages.into_iter().map(snippet).collect()
}

/// The bytes of [`WIDTH`] characters in this text, about.
fn width(text: &str) -> usize {
    let sample = text.get(..1024).unwrap_or(text);
    let characters = sample.chars().count().max(1);
    (WIDTH * sample.len().max(1)).div_ceil(characters)
}

/// The positions of a phrase's words in a document.
struct Near {
    /// Which word of the query it is.
    slot: u32,
    slop: u32,
    words: Vec<Vec<u32>>,
}

/// The pieces of a long document with the most telling words, at most `most`, the best first; of equally good
/// ones the first. Which they are is told from the positions of the words, without reading any.
fn telling(
    snapshot: &Snapshot,
    wanted: &Wanted,
    hit: &Ranked,
    stored: &Stored,
    most: usize,
) -> tantivy::Result<Vec<usize>> {
    let Some(reader) = snapshot.searcher.segment_readers().get(hit.segment) else { return Ok(Vec::new()) };
    let index = reader.inverted_index(snapshot.fields.text)?;
    let slots = wanted.worth.len();
    let mut has = vec![false; slots * stored.pieces.len()];
    // A word of the query stands at these positions, which are in order.
    let set = |has: &mut Vec<bool>, slot: u32, positions: &[u32]| {
        let mut piece = 0;
        for position in positions {
            while stored.pieces.get(piece + 1).is_some_and(|next| next.position <= *position) {
                piece += 1;
            }
            if let Some(has) = has.get_mut(piece * slots + slot as usize) {
                *has = true;
            }
        }
    };
    let mut positions = Vec::new();
    let of = |words: &(usize, u32)| Near { slot: 0, slop: words.1, words: vec![Vec::new(); words.0] };
    let mut phrases: Vec<Near> = wanted.phrases.iter().map(of).collect();
    let mut light = |postings: Option<SegmentPostings>, lits: &[Lit]| {
        let Some(mut postings) = postings.filter(|postings| postings.doc() <= hit.doc) else { return };
        if postings.seek(hit.doc) != hit.doc {
            return;
        }
        postings.positions(&mut positions);
        for lit in lits {
            match lit.phrase {
                None => set(&mut has, lit.slot, &positions),
                Some((phrase, word)) => {
                    let Some(near) = phrases.get_mut(phrase) else { continue };
                    near.slot = lit.slot;
                    near.words.get_mut(word).into_iter().for_each(|own| own.extend(&positions));
                }
            }
        }
    };
    let option = IndexRecordOption::WithFreqsAndPositions;
    for (word, lits) in wanted.words() {
        light(index.read_postings(&Term::from_field_text(snapshot.fields.text, word), option)?, lits);
    }
    for (beginning, lits) in wanted.beginnings() {
        let behind = behind(beginning);
        let mut words = index.terms().range().ge(beginning).lt(&behind).into_stream()?;
        // Of more words hardly any is in this document.
        for _ in 0..MOST_LONGER {
            let Some((_, info)) = words.next() else { break };
            light(Some(index.read_postings_from_terminfo(info, option)?), lits);
        }
    }
    for Near { slot, slop, mut words } in phrases {
        words.iter_mut().for_each(|positions| positions.sort_unstable());
        let mut first = Vec::new();
        near::matches(&words, slop, |at| {
            first.extend(words.iter().zip(at).filter_map(|(positions, at)| positions.get(*at)).min());
        });
        first.sort_unstable();
        set(&mut has, slot, &first);
    }
    let worth = |has: &[bool]| {
        has.iter().zip(&wanted.worth).filter(|(has, _)| **has).map(|(_, worth)| worth + 0.1).sum()
    };
    let mut pieces: Vec<(f32, usize)> = has.chunks(slots.max(1)).map(worth).zip(0..).collect();
    pieces.retain(|(worth, _)| *worth > 0.0);
    pieces.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    Ok(pieces.into_iter().take(most).map(|(_, piece)| piece).collect())
}
