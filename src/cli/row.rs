//! What is printed of a document: an object of JSON for programs, columns for people.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use super::mentions::escaped;
use crate::corpus::Meta;

/// What is known of a document. The names of the fields are told in the help, and don't change.
#[derive(Debug, Serialize)]
pub(super) struct Row<'a> {
    path: String,
    title: &'a str,
    date: Option<String>,
    date_from: Option<&'static str>,
    source: Option<&'a str>,
    author: Option<&'a str>,
    language: Option<&'a str>,
    format: &'static str,
    words: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<&'a str>,
}

impl<'a> Row<'a> {
    pub(super) fn new(path: &Path, meta: &'a Meta) -> Self {
        Self {
            path: path.to_string_lossy().into_owned(),
            title: &meta.title.value,
            date: date(meta),
            date_from: date_from(meta),
            source: meta.source.as_ref().map(|source| &*source.value),
            author: meta.author.as_ref().map(|author| &*author.value),
            language: meta.language.as_ref().map(|language| &*language.value),
            format: meta.format.label(),
            words: meta.words,
            text: None,
        }
    }
}

/// Its date, as precise as it is known.
pub(super) fn date(meta: &Meta) -> Option<String> {
    meta.date.as_ref().map(|date| date.value.to_string())
}

/// What its date was read from.
pub(super) fn date_from(meta: &Meta) -> Option<&'static str> {
    meta.date.as_ref().map(|date| date.origin.label())
}

/// Prints an object on a line.
pub(super) fn print_object(object: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escaped(&serde_json::to_string(object)?))
}
