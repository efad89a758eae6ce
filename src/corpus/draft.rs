//! A draft: what the reader of a format makes of a file, before it is repaired, cleaned and asked for its
//! metadata.

use std::sync::Arc;

use super::aside::Tail;
use super::runs::Runs;
use super::{Found, Limits, Origin, Page, PartialDate, Problem, Repair};
use crate::text::Block;

/// What every format begins with.
pub(super) struct Source<'a> {
    /// The file's path or name.
    pub(super) name: &'a str,
    /// The file's bytes.
    pub(super) bytes: &'a [u8],
    /// What it may take.
    pub(super) limits: &'a Limits,
}

/// The texts of a document and what its file says of itself.
pub(super) struct Draft {
    /// What the person sees as the raw text: the decoded file, or all the text that was found in it.
    pub(super) raw: Arc<str>,
    /// The reading text. The same memory as `raw` where nothing had to change.
    pub(super) text: Arc<str>,
    /// Its blocks. A reader sets aside only what the format itself says isn't the document.
    pub(super) blocks: Vec<Block>,
    /// Which parts of the reading text stand in the raw text.
    pub(super) runs: Runs,
    /// The metadata that the file states.
    pub(super) given: Given,
    /// Where pages begin, for formats that have pages.
    pub(super) pages: Vec<Page>,
    /// What the reader repaired already, such as the hyphens at line ends of a PDF.
    pub(super) repairs: Vec<Repair>,
    /// What was done, in a few words each.
    pub(super) done: Vec<String>,
    /// What of the file couldn't be read, though the rest could.
    pub(super) lost: Vec<Problem>,
    /// How much the tail may be cleaned.
    pub(super) tail: Tail,
}

impl Draft {
    /// The draft of a reading text that was built on `raw`, with its blocks and runs.
    pub(super) fn built(
        raw: impl Into<Arc<str>>,
        (text, blocks, runs): (String, Vec<Block>, Runs),
        given: Given,
        done: Vec<String>,
    ) -> Self {
        Self {
            raw: raw.into(),
            text: text.into(),
            blocks,
            runs,
            given,
            pages: Vec::new(),
            repairs: Vec::new(),
            done,
            lost: Vec::new(),
            tail: Tail::BySignsOnly,
        }
    }
}

/// Metadata that a file states of itself, apart from its text. What was said first stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) title: Option<Found<String>>,
    pub(super) source: Option<Found<String>>,
    pub(super) author: Option<Found<String>>,
    pub(super) date: Option<Found<PartialDate>>,
    /// A language tag such as `en-GB`.
    pub(super) language: Option<Found<String>>,
    /// Where it was published: the address of the page, from which a date and a source can be inferred.
    pub(super) address: Option<String>,
    /// The same as a link, of formats that look for date and source in it by themselves too.
    pub(super) link: Option<String>,
}

impl Given {
    /// Takes a title, unless there is one or `value` is blank.
    pub(super) fn title(&mut self, value: &str, origin: Origin) {
        text(&mut self.title, value, origin);
    }

    /// Takes a publisher or site.
    pub(super) fn source(&mut self, value: &str, origin: Origin) {
        text(&mut self.source, value, origin);
    }

    /// Takes an author, or several.
    pub(super) fn author(&mut self, value: &str, origin: Origin) {
        text(&mut self.author, value, origin);
    }

    /// Takes a language tag.
    pub(super) fn language(&mut self, value: &str, origin: Origin) {
        text(&mut self.language, value, origin);
    }

    /// Takes the address of the page as a link, if it is one of the web.
    pub(super) fn link(&mut self, value: &str) {
        self.link = self.link.take().or_else(|| super::link::of(value));
    }

    /// Takes the address of the page.
    pub(super) fn address(&mut self, value: &str) {
        self.link(value);
        let value = value.trim();
        if self.address.is_none() && value.contains("://") && value.len() <= 2000 {
            self.address = Some(value.to_owned());
        }
    }

    /// Takes the date that `words` say, if they are nothing but a date, with or without a time.
    pub(super) fn date(&mut self, words: &str, origin: Origin) {
        let read = || super::dates::whole(words.trim());
        self.date = self.date.take().or_else(|| Some(Found::new(read()?, origin).quoting(words)));
    }
}

fn text(field: &mut Option<Found<String>>, value: &str, origin: Origin) {
    let value = super::looks::single_spaced(value);
    if field.is_none() && !value.is_empty() {
        *field = Some(Found::new(super::meta::shortened(&value, super::meta::MAX_TITLE), origin));
    }
}
