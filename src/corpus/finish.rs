//! From a draft to a document: what every format goes through once it has been read.

use super::draft::{Draft, Given};
use super::{
    ContentHash, Document, Fingerprint, Format, Found, Label, Meta, Origin, Problem, Repeats, aside, meta,
    plain, repair, repeated,
};
use crate::text::{Block, BlockKind, Text};

/// Repairs the text, sets aside what isn't the document, and finds out what is known of it. `repeats` are
/// the lines that are known to stand in other documents too.
pub(super) fn document(
    name: &str,
    mut draft: Draft,
    format: Format,
    hash: ContentHash,
    repeats: &Repeats,
) -> Document {
    repair::repair(&mut draft);
    let Draft { raw, text, mut blocks, runs, given, pages, repairs, mut done, lost, tail } = draft;
    let link = given.link.clone();
    let clean = |blocks: &mut Vec<Block>, given| {
        aside::mark(&text, blocks, tail);
        meta::find(name, &text, blocks, given, format, hash)
    };
    let mut meta = clean(&mut blocks, given.clone());
    let found = repeats.found(name, meta.source.as_ref(), &text, &blocks);
    let chosen = repeated::chosen(&text, &blocks, &found);
    if !chosen.is_empty() {
        meta = without(&text, &mut blocks, chosen, (given, meta), clean);
    }
    if format == Format::Plain {
        plain::mark_headings(&text, &mut blocks);
    }
    done.extend(lost.iter().map(Problem::within));
    meta.print = Fingerprint::of(&text, &blocks);
    Document { meta, link, raw, text: Text::new(text, blocks), runs, repairs, pages, done, lost }
}

/// The metadata of a document without the lines that repeat in others. The title is looked for again; the
/// rest stays as it was found `before`. A title that all documents of a series have repeats too: it stays
/// where no other headline is found.
fn without(
    text: &str,
    blocks: &mut Vec<Block>,
    mut chosen: Vec<usize>,
    (given, before): (Given, Meta),
    clean: impl Fn(&mut Vec<Block>, Given) -> Meta,
) -> Meta {
    let first = blocks.clone();
    let is_title = |at: &usize| first[*at].kind == BlockKind::Heading(1);
    let stated = given.title.is_some();
    let Meta { source, author, date, language, title, .. } = before;
    let words = |found: Found<Label>| found.with(|label| label.to_string());
    let (source, author, language) = (source.map(words), author.map(words), language.map(words));
    let given = Given { source, author, date, language, ..given };
    if stated {
        chosen.retain(|at| !is_title(at));
    }
    let clean_without = |chosen: &[usize], blocks: &mut Vec<Block>| {
        chosen.iter().for_each(|at| repeated::set_aside(text, &mut blocks[*at]));
        clean(blocks, given.clone())
    };
    let meta = clean_without(&chosen, blocks);
    let lost = title.origin == Origin::Heading && meta.title.origin != Origin::Heading;
    if !lost || !chosen.iter().any(is_title) {
        return meta;
    }
    blocks.clone_from(&first);
    chosen.retain(|at| !is_title(at));
    clean_without(&chosen, blocks)
}
