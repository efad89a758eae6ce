//! The list of documents as plain text, for pipes and scripts.

use std::io::{self, Write};

use crate::library::{Arranger, Catalogue, Sort};
use crate::text::glyph::width;
use crate::text::safe;

/// Writes a line for each document, the newest first: date, words, title, source, path, in columns. An
/// unknown date or source is a dash.
///
/// # Errors
///
/// Those of `out`.
pub fn print_list(catalogue: &Catalogue, out: &mut impl Write) -> io::Result<()> {
    let order = Arranger::default().arrange(catalogue, "", Sort::default(), &|| false).unwrap_or_default();
    let entries: Vec<_> = order.iter().filter_map(|id| catalogue.get(*id)).collect();
    let titles = entries.iter().map(|entry| width(entry.title())).max().unwrap_or(0).min(80);
    let sources = entries.iter().map(|entry| width(entry.source())).max().unwrap_or(0).clamp(1, 30);
    for entry in entries {
        let date = entry.meta.date.as_ref().map_or("-".to_owned(), |date| date.value.to_string());
        let source = if entry.source().is_empty() { "-" } else { entry.source() };
        let pad = |text: &str, columns: usize| " ".repeat(columns.saturating_sub(width(text)));
        writeln!(
            out,
            "{date:10}  {:>7}  {}{}  {}{}  {}",
            entry.meta.words,
            safe::line(entry.title()),
            pad(entry.title(), titles),
            safe::line(source),
            pad(source, sources),
            safe::line(&entry.path.to_string_lossy()),
        )?;
    }
    out.flush()
}
