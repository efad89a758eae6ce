//! What the tagger learns from the collection before it tags.

use std::cell::Cell;
use std::io;
use std::path::Path;

use rayon::ThreadPool;

use super::stock::Stock;
use crate::index::TextReader;
use crate::index::build::build;
use crate::index::packed::{Packed, Sections, Writer};
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

/// What the file begins with that keeps what the tagger has learnt. The number is that of the form.
const HEAD: &[u8] = b"ibid learnt 1\n";

/// What was learnt holds until the collection has grown or shrunk by this part; what was tagged by it stays so. To tag all of
/// a large collection anew takes minutes, for a few names at its edge.
const PART: usize = 8;

/// The name of that file in the folder of names.
const NAME: &str = "learnt";

/// Lets the tagger of this key recall what it learnt from the collection before; `false` where it has to learn it.
pub(super) fn recall(folder: &Path, stock: &Stock, (tagger, key): (&dyn Tagger, u64)) -> bool {
    let recalled = || -> Option<bool> {
        // One that isn't there or can't be read is made anew.
        let sections = Sections::read(&folder.join(NAME), HEAD).ok()?;
        let mut about = sections.get(0)?;
        let same = (about.u64()?, about.u64()?) == (build(), key);
        let (then, now) = (usize::try_from(about.u64()?).ok()?, stock.catalogue.len());
        let holds = same && then.abs_diff(now) * PART <= then;
        Some(holds && tagger.recall(sections.get(1)?.0))
    };
    recalled().unwrap_or(false)
}

/// Keeps what the tagger of this key has learnt.
///
/// # Errors
///
/// What the system says.
pub(super) fn keep(folder: &Path, stock: &Stock, (tagger, key): (&dyn Tagger, u64)) -> io::Result<()> {
    let Some(learnt) = tagger.learnt() else { return Ok(()) };
    let mut about = Packed::default();
    [build(), key, stock.catalogue.len() as u64].into_iter().for_each(|number| about.u64(number));
    let path = folder.join(NAME);
    let mut writer = Writer::begin(&path, HEAD)?;
    writer.section(&about.finish())?;
    writer.section(&learnt)?;
    writer.finish()
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
