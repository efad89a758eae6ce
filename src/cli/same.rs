//! `ibid same`: whether two names are one person's, body's or place's, by the names alone.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::arguments::Same;
use super::row::print_object;
use super::tools::{Ending, Found, Tools, bytes, lines, name};
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
    let mut found = Found::Something;
    for (number, line) in lines(&bytes) {
        match line.and_then(two_names) {
            Ok((one, other)) => print(one, other, &compare(sort, one, other), json, out)?,
            Err(reason) => {
                found = Found::Trouble;
                let problem = Problem::new(name(path), reason, "the other lines are judged");
                (tools.tell)(Problem { place: format!("line {number}"), ..problem });
            }
        }
    }
    Ok(found)
}

/// The first two fields of a line.
fn two_names(line: &str) -> Result<(&str, &str), String> {
    let mut fields = line.split('\t').map(str::trim);
    match (fields.next(), fields.next()) {
        (Some(one), Some(other)) if !one.is_empty() && !other.is_empty() => Ok((one, other)),
        _ => Err("isn't two names with a tab between".to_owned()),
    }
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
