//! `ibid same`: whether two names are one person's, body's or place's, by the names alone.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::arguments::Same;
use super::row::print_object;
use super::tools::{Ending, Found, Tools, bytes, name};
use crate::corpus::Problem;
use crate::name::{Judgement, Sort, compare};
use crate::text::safe;

/// What is judged of a pair. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Pair<'a> {
    a: &'a str,
    b: &'a str,
    verdict: &'static str,
    confidence: f64,
    reason: &'a str,
}

/// Prints what is judged of two names, or of each pair of a file.
pub(super) fn same(arguments: &Same, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let sort = match arguments.kind.as_deref() {
        Some("person") => Some(Sort::Person),
        Some("organisation") => Some(Sort::Body),
        Some("place") => Some(Sort::Place),
        _ => None,
    };
    if let Some(path) = &arguments.pairs {
        return pairs(path, sort, arguments.json, tools, out);
    }
    let (one, other) = (arguments.one.as_deref().unwrap_or(""), arguments.other.as_deref().unwrap_or(""));
    let judged = compare(sort, one, other);
    print(one, other, &judged, arguments.json, out)?;
    Ok(Found::any(judged.is_same()))
}

/// Judges the pairs of a file; what is no pair is told, and the rest goes on.
fn pairs(
    path: &Path,
    sort: Option<Sort>,
    json: bool,
    tools: &Tools<'_>,
    out: &mut dyn Write,
) -> Result<Found, Ending> {
    let bytes = bytes(path)?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() {
            continue;
        }
        let mut fields = line.split('\t').map(str::trim);
        let (Some(one), Some(other)) = (fields.next(), fields.next()) else {
            tell(path, number, tools);
            continue;
        };
        if one.is_empty() || other.is_empty() {
            tell(path, number, tools);
            continue;
        }
        print(one, other, &compare(sort, one, other), json, out)?;
    }
    Ok(Found::Something)
}

fn tell(path: &Path, line: usize, tools: &Tools<'_>) {
    let problem =
        Problem::new(name(path), "isn't two names with a tab between", "the other lines are judged");
    (tools.tell)(Problem { place: format!("line {line}"), ..problem });
}

fn print(one: &str, other: &str, judged: &Judgement, json: bool, out: &mut dyn Write) -> Result<(), Ending> {
    let confidence = f64::from(judged.confidence) / 100.0;
    let verdict = judged.verdict.label();
    if json {
        let pair = Pair { a: one, b: other, verdict, confidence, reason: &judged.reason };
        return Ok(print_object(&pair, out)?);
    }
    Ok(writeln!(out, "{verdict}\t{confidence:.2}\t{}", safe::line(&judged.reason))?)
}
