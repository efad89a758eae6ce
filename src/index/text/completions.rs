//! The most frequent words of a segment that begin with what was typed.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::index::SegmentReader;

use super::fields::{Fields, Part};

/// The words that are kept of each segment.
const MOST: usize = 64;

/// Beginnings of so many bytes have so many words that they are remembered. Longer ones are found as quickly.
const SHORT: usize = 3;

/// The beginnings that are remembered at most.
const MOST_REMEMBERED: usize = 500;

/// Words with the number of documents that they are in.
type Words = Arc<[(u32, Box<str>)]>;

/// The most frequent words of a segment that begin with what was typed, remembered as long as the segment is.
#[derive(Default)]
pub(super) struct Completions {
    known: Mutex<HashMap<(Part, Box<str>), Words>>,
}

impl Completions {
    /// The most frequent words of a part that begin so, in no order.
    pub(super) fn of(
        &self,
        reader: &SegmentReader,
        fields: &Fields,
        part: Part,
        beginning: &str,
    ) -> tantivy::Result<Words> {
        let lock = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (part, Box::from(beginning));
        if let Some(known) = lock().get(&key) {
            return Ok(known.clone());
        }
        let words = most_frequent(reader, fields, part, beginning)?;
        if beginning.len() <= SHORT {
            let mut known = lock();
            if known.len() >= MOST_REMEMBERED {
                known.clear();
            }
            known.insert(key, words.clone());
        }
        Ok(words)
    }
}

fn most_frequent(
    reader: &SegmentReader,
    fields: &Fields,
    part: Part,
    beginning: &str,
) -> tantivy::Result<Words> {
    let index = reader.inverted_index(part.field(fields))?;
    let behind = behind(beginning);
    let mut stream = index.terms().range().ge(beginning).lt(&behind).into_stream()?;
    let mut heap: BinaryHeap<Reverse<(u32, Reverse<Box<str>>)>> = BinaryHeap::new();
    while let Some((word, info)) = stream.next() {
        let least = heap.peek().map_or(0, |Reverse((documents, _))| *documents);
        if heap.len() >= MOST && info.doc_freq <= least {
            continue;
        }
        let Ok(word) = std::str::from_utf8(word) else { continue };
        heap.push(Reverse((info.doc_freq, Reverse(word.into()))));
        if heap.len() > MOST {
            heap.pop();
        }
    }
    Ok(heap.into_iter().map(|Reverse((documents, Reverse(word)))| (documents, word)).collect())
}

/// What comes behind all words that begin so: no byte of a text in UTF-8 is 0xff.
pub(super) fn behind(beginning: &str) -> Vec<u8> {
    beginning.bytes().chain([0xff]).collect()
}
