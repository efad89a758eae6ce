//! `ibid matrix`: who and what appears with whom, by the number of documents that each two share.

use std::io::{self, Write};

use serde::Serialize;

use super::collection::{behind_name, open};
use super::columns::{fitted, pad, terminal};
use super::looking::Matrix as Arguments;
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use super::who;
use crate::index::names::{CastTable, Matrix};
use crate::text::glyph::width;

/// Columns of a name at most.
const NAME: usize = 32;

/// Two names. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Row<'a> {
    a: &'a str,
    a_kind: &'static str,
    b: &'a str,
    b_kind: &'static str,
    both: u32,
    a_documents: u32,
    b_documents: u32,
    documents: u32,
    measure: &'static str,
    score: f64,
}

/// Prints names by each other.
pub(super) fn matrix(arguments: &Arguments, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let opened =
        open(&arguments.paths, tools, true).map_err(|problem| behind_name(&arguments.paths, problem))?;
    let names = opened.holdings.names();
    let matrix = match &arguments.name {
        Some(name) => {
            let Some(known) = who::one(name, &names, tools) else { return Ok(Found::any(false)) };
            names.matrix_around(&known, arguments.kind, arguments.limit, &|| false)
        }
        None => {
            let table = CastTable::new(names, None, &|_| None, &|| false).unwrap_or_default();
            table.matrix(arguments.kind, arguments.limit, &|| false)
        }
    };
    let matrix = matrix.unwrap_or_default();
    let pairs = matrix.pairs();
    if arguments.json {
        for (one, other, pair) in &pairs {
            let (Some(a), Some(b)) = (matrix.sides.get(*one), matrix.sides.get(*other)) else { continue };
            let row = Row {
                a: &a.name,
                a_kind: a.kind.label(),
                b: &b.name,
                b_kind: b.kind.label(),
                both: pair.both,
                a_documents: a.documents,
                b_documents: b.documents,
                documents: matrix.documents,
                measure: "log-likelihood",
                score: (pair.strength * 1000.0).round() / 1000.0,
            };
            print_object(&row, out)?;
        }
    } else {
        print_text(&matrix, tools, out)?;
    }
    Ok(Found::any(!pairs.is_empty()))
}

fn print_text(matrix: &Matrix, tools: &Tools<'_>, out: &mut dyn Write) -> io::Result<()> {
    let paint = tools.paint();
    let most = matrix.sides.iter().map(|side| side.documents).max().unwrap_or(0);
    // A number and the gap before it.
    let cell = most.to_string().len().max(2) + 1;
    let size = matrix.sides.len();
    let room = terminal(tools.terminal).map(|columns| columns.saturating_sub(5 + (size + 1) * cell));
    let room = room.map(|room| room.clamp(8, NAME));
    let names: Vec<String> =
        matrix.sides.iter().map(|side| fitted(&side.name, Some(room.unwrap_or(NAME)))).collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let heads: String = (1..=size).map(|number| format!("{number:>cell$}")).collect();
    if size > 0 {
        writeln!(out, "{}", paint.faint(&format!("{}  all{heads}", " ".repeat(widest + 4 + cell - 3))))?;
    }
    for (one, (side, name)) in matrix.sides.iter().zip(&names).enumerate() {
        let mut line = format!("{:>2}  {}{}", one + 1, paint.strong(name), pad(name, widest));
        line.push_str(&format!("{:>1$}", side.documents, cell + 2));
        for other in 0..size {
            let shown = match matrix.pair(one, other) {
                None => "-".to_owned(),
                Some(pair) if pair.both == 0 => ".".to_owned(),
                Some(pair) => pair.both.to_string(),
            };
            line.push_str(&format!("{shown:>cell$}"));
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}
