//! From a draft to a document: what every format goes through once it has been read.

use super::draft::Draft;
use super::{ContentHash, Document, Format, aside, meta, plain, repair};
use crate::text::Text;

/// Repairs the text, sets aside what isn't the document, and finds out what is known of it.
pub(super) fn document(name: &str, mut draft: Draft, format: Format, hash: ContentHash) -> Document {
    repair::repair(&mut draft);
    let Draft { raw, text, mut blocks, runs, given, pages, repairs, done, tail } = draft;
    aside::mark(&text, &mut blocks, tail);
    let meta = meta::find(name, &text, &mut blocks, given, format, hash);
    if format == Format::Plain {
        plain::mark_headings(&text, &mut blocks);
    }
    Document { meta, raw, text: Text::new(text, blocks), runs, repairs, pages, done }
}
