//! `ibid cooccur`: who and what appears with somebody.

use std::io::Write;

use serde::Serialize;

use super::asking::Cooccur;
use super::collection::open;
use super::columns::{fitted, pad, terminal};
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use super::who;
use crate::text::glyph::width;

/// Columns of a name at most, where people look.
const NAME: usize = 48;

/// Somebody or something. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    kind: &'static str,
    both: u32,
    documents: u32,
    mentions: u32,
    measure: &'static str,
    score: f64,
    of: &'a str,
}

/// Prints who and what appears with somebody, those that do so the most beyond chance first.
pub(super) fn cooccur(arguments: &Cooccur, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let opened = open(&arguments.paths, tools, true)?;
    let names = opened.holdings.names();
    let Some(known) = who::one(&arguments.name, &names, tools) else { return Ok(Found::any(false)) };
    let mut with = names.together(&known, arguments.limit, &|| false).unwrap_or_default();
    with.retain(|with| arguments.kind.is_none_or(|kind| kind == with.kind));
    with.truncate(arguments.limit);
    if arguments.json {
        for with in &with {
            let score = (with.strength * 1000.0).round() / 1000.0;
            let row = Row {
                name: &with.name,
                kind: with.kind.label(),
                both: with.both,
                documents: with.documents,
                mentions: with.mentions,
                measure: "log-likelihood",
                score,
                of: &known.name,
            };
            print_object(&row, out)?;
        }
        return Ok(Found::any(!with.is_empty()));
    }
    let columns = terminal(tools.terminal);
    let room = columns.map(|columns| columns.saturating_sub(42).clamp(12, NAME));
    let widest = with.iter().map(|with| width(&fitted(&with.name, room))).max().unwrap_or(0).min(NAME);
    let paint = tools.paint();
    if let Some(first) = with.first() {
        let head = fitted(&format!("with {}", known.name), room.map(|room| room.min(widest)));
        let widest = widest.max(if columns.is_none() { width(&head) } else { 0 });
        let line =
            format!("{head}{}  {:12}  {:>6}  {:>6}  {:>8}", pad(&head, widest), "", "both", "of", "G²");
        writeln!(out, "{}", paint.faint(&line))?;
        let _ = first;
        for with in &with {
            let name = fitted(&with.name, room);
            writeln!(
                out,
                "{}{}  {:12}  {:>6}  {:>6}  {:>8.1}",
                paint.strong(&name),
                pad(&name, widest),
                with.kind.label(),
                with.both,
                with.documents,
                // What rounds to nothing has no sign.
                (with.strength * 10.0).round() / 10.0 + 0.0,
            )?;
        }
    }
    Ok(Found::any(!with.is_empty()))
}
