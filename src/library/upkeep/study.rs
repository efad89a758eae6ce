//! What the tagger learns from the collection before it tags.

use std::cell::Cell;

use rayon::ThreadPool;

use super::stock::Stock;
use crate::index::TextReader;
use crate::tag::{Context, Tagger};

/// The most documents that the tagger studies, and the most bytes of text, so that a small server isn't kept busy for long;
/// a document of more than a sixty-fourth of these bytes is left out.
const DOCUMENTS: usize = 4000;
const BYTES: usize = 32 << 20;

/// Lets the tagger learn what names the collection has, from documents that lie evenly in it as long as the bytes reach;
/// on the threads of the pool.
pub(super) fn study(stock: &Stock, text: &TextReader, tagger: &dyn Tagger, pool: &ThreadPool) {
    pool.install(|| learn(stock, text, tagger));
}

fn learn(stock: &Stock, text: &TextReader, tagger: &dyn Tagger) {
    let step = stock.catalogue.len().div_ceil(DOCUMENTS).max(1);
    let left = Cell::new(BYTES);
    let documents = stock.catalogue.iter().step_by(step).take_while(|_| left.get() > 0);
    let mut documents = documents.filter_map(|(id, entry)| {
        // A document whose text isn't there teaches nothing.
        let text = text.text(id).ok().flatten()?;
        let bytes = text.as_str().len();
        if bytes > BYTES / 64 {
            return None;
        }
        left.set(left.get().saturating_sub(bytes));
        Some((text, Context::of(&entry.meta())))
    });
    tagger.study(&mut documents);
}
