//! HTML as a document: a reading text of the main content, with what isn't part of it set aside, and what the
//! page says of itself.

mod address;
mod attr;
mod charset;
mod content;
mod flow;
mod head;
mod json_ld;
mod recognise;
mod signs;
mod table;
mod tag;
mod titles;
mod tokens;
mod tree;
mod white;

use std::ops::Range;

use super::builder::Builder;
use super::decode;
use super::draft::{Draft, Given, Source};
use super::plain;
use tree::Tree;

pub(super) use recognise::is_page;

/// Which part of a markup is the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    /// A page of the web: the main content is looked for, and the rest is set aside.
    Page,
    /// A chapter of a book, a mail: all of it is the document.
    All,
}

/// Reads a page.
pub(super) fn read(source: &Source<'_>) -> Draft {
    let as_plain = |why: &str| {
        let mut draft = plain::read(source);
        draft.done.push(format!("read as plain text, since it {why}"));
        draft
    };
    if source.bytes.len() > source.limits.markup {
        return as_plain("is larger than the limit for markup");
    }
    let declared = charset::declared(source.bytes).map(|encoding| (encoding, "page"));
    let decoded = decode::declared(source.bytes, declared);
    let done = Vec::from_iter(decoded.done);
    let raw = decoded.text;
    let Some(tree) = tokens::parse(&raw, 0..raw.len()) else {
        return as_plain("has more elements than a page may have");
    };
    let mut builder = Builder::new(&raw);
    let given = set_tree(&tree, &mut builder, Whole::Page);
    let built = builder.finish();
    drop(tree);
    Draft::built(raw, built, given, done)
}

/// Sets the markup in `raw[range]` into `builder`, which was made on all of `raw`. What was set before is
/// ended, and what is set behind it stands apart. What has more elements than a page may have is set as it is
/// written.
pub(super) fn set(raw: &str, range: Range<usize>, builder: &mut Builder<'_>, whole: Whole) -> Given {
    if let Some(tree) = tokens::parse(raw, range.clone()) {
        return set_tree(&tree, builder, whole);
    }
    builder.end();
    builder.lines(raw.get(range.clone()).unwrap_or(""), range);
    builder.end();
    builder.set_apart(true);
    Given::default()
}

fn set_tree(tree: &Tree<'_>, builder: &mut Builder<'_>, whole: Whole) -> Given {
    let said = head::said(tree);
    let title = said.heading(tree);
    let mut roles = match whole {
        Whole::Page => content::roles(tree, title),
        Whole::All => content::all(tree),
    };
    let head = head::read(tree, said, title, &mut roles);
    flow::Flow::new(tree, &roles, builder, whole == Whole::All).set();
    head
}

#[cfg(test)]
#[path = "html_tests.rs"]
mod tests;
