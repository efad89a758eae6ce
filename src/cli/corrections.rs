//! `ibid corrections`: what the person rules of who is who in a collection, and taking it to another one.

use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::asking::Corrections;
use super::collection::{collection, open};
use super::columns::count as counted;
use super::notes::tell_of_gone;
use super::row::print_object;
use super::tools::{Ending, Found, Tools, answer, bytes, lines, name};
use crate::app::{Edit, NewRuling};
use crate::corpus::{ContentHash, Problem};
use crate::index::names::named_kind;
use crate::library::{holds, place_of};
use crate::note::{Anchor, DocumentRef, Rule, Ruling};
use crate::text::{Span, safe};

/// Letters that are shown before and behind the words of a single mention.
const AROUND: usize = 20;

/// Suggestions that are printed at most.
const SUGGESTIONS: usize = 200;

/// A correction as it is taken from one collection to another. The names of the fields don't change.
#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    rule: Rule,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    document: Option<DocumentRef>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    anchor: Option<Anchor>,
}

/// Two that may be the same. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Suggested<'a> {
    kind: &'static str,
    a: &'a str,
    b: &'a str,
    confidence: f64,
    reason: &'a str,
}

/// Prints the corrections of a collection, takes in those of a file, or prints who may be the same.
pub(super) fn corrections(
    arguments: &Corrections,
    tools: &Tools<'_>,
    out: &mut dyn Write,
) -> Result<Found, Ending> {
    if arguments.suggest {
        return suggest(arguments, tools, out);
    }
    let place = place_of(&collection(&arguments.paths, tools)?);
    let (store, whole) = (tools.journal)();
    let known: Vec<&Ruling> = store.rulings().filter(|ruling| holds(ruling, &place)).collect();
    if let Some(path) = &arguments.import {
        return import(path, &known, &place, tools, out);
    }
    for ruling in &known {
        if arguments.json {
            let (document, anchor) = (ruling.document.clone(), ruling.anchor.clone());
            print_object(&Line { rule: ruling.rule.clone(), document, anchor }, out)?;
        } else {
            let only = ruling.document.as_ref().map(|document| match &ruling.anchor {
                Some(anchor) => format!(" (in {}, only of “{}”)", document.title, around(anchor)),
                None => format!(" (in {})", document.title),
            });
            let line = format!("{}{}", ruling.rule.sentence(), only.unwrap_or_default());
            writeln!(out, "{}", safe::line(&line))?;
        }
    }
    if known.is_empty() {
        tell_of_gone(&store, &place, |_| true, tools);
    }
    Ok(Found::any(!known.is_empty()).of_all(whole))
}

/// What is wrong with a rule that says a kind of which there are no names.
fn unknown_kind(rule: &Rule) -> Option<String> {
    let (Rule::Same { kind, .. }
    | Rule::Apart { kind, .. }
    | Rule::Rename { kind, .. }
    | Rule::Kind { kind, .. }
    | Rule::Reject { kind, .. }) = rule;
    let to = if let Rule::Kind { to, .. } = rule { Some(to) } else { None };
    let unknown = [Some(kind), to].into_iter().flatten().find(|kind| named_kind(kind).is_none())?;
    Some(format!("no kind is called “{unknown}”; there are person, organisation and place"))
}

/// The words of an anchor with some before and behind them.
fn around(anchor: &Anchor) -> String {
    let from = anchor.prefix.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let to = anchor.suffix.char_indices().nth(AROUND).map_or(anchor.suffix.len(), |(at, _)| at);
    let (before, behind) = (anchor.prefix.get(from..), anchor.suffix.get(..to));
    let whole = format!("…{}{}{}…", before.unwrap_or(""), anchor.exact, behind.unwrap_or(""));
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a correction says and where it holds: the rule, the content of its document, and the words of its only mention with
/// their place. Two that agree in that are one.
fn subject<'a>(
    rule: &'a Rule,
    document: Option<&DocumentRef>,
    anchor: Option<&'a Anchor>,
) -> (&'a Rule, Option<ContentHash>, Option<(&'a str, Span)>) {
    let mention = anchor.map(|anchor| (anchor.exact.as_str(), anchor.span()));
    (rule, document.map(|document| document.hash), mention)
}

/// Has the corrections of a file hold in the collection at `place`; those that do already aren't doubled.
fn import(
    path: &Path,
    known: &[&Ruling],
    place: &[String],
    tools: &Tools<'_>,
    out: &mut dyn Write,
) -> Result<Found, Ending> {
    let bytes = bytes(path)?;
    let (mut edits, mut there, mut wrong) = (Vec::new(), 0usize, 0usize);
    let mut taken: Vec<Line> = Vec::new();
    for (number, line) in lines(&bytes) {
        let read =
            line.and_then(|line| serde_json::from_str::<Line>(line).map_err(|error| error.to_string()));
        match read.and_then(|line| unknown_kind(&line.rule).map_or(Ok(line), Err)) {
            Ok(line) => {
                let own = subject(&line.rule, line.document.as_ref(), line.anchor.as_ref());
                let doubled = known
                    .iter()
                    .any(|known| own == subject(&known.rule, known.document.as_ref(), known.anchor.as_ref()))
                    || taken.iter().any(|taken| {
                        own == subject(&taken.rule, taken.document.as_ref(), taken.anchor.as_ref())
                    });
                if doubled {
                    there += 1;
                } else {
                    taken.push(line);
                }
            }
            Err(error) => {
                wrong += 1;
                let problem = Problem::new(
                    name(path),
                    format!("isn't a correction: {error}"),
                    "the other lines are taken; ibid corrections --json writes such lines",
                );
                (tools.tell)(Problem { place: format!("line {number}"), ..problem });
            }
        }
    }
    let count = taken.len();
    edits.extend(taken.into_iter().map(|line| {
        Edit::Rule(NewRuling {
            rule: line.rule,
            collection: place.to_vec(),
            document: line.document,
            anchor: line.anchor,
        })
    }));
    if count > 0 {
        (tools.save)(edits)?;
    }
    answer(out, "they are taken", |out| {
        writeln!(out, "{} taken, {there} already there, {wrong} not understood", counted(count, "correction"))
    })?;
    Ok(if wrong > 0 { Found::Trouble } else { Found::any(count + there > 0) })
}

/// Prints who may be the same.
fn suggest(arguments: &Corrections, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let names = open(&arguments.paths, tools, true)?.holdings.names();
    let suggested = names.suggestions(None, SUGGESTIONS);
    for one in &suggested {
        let confidence = f64::from(one.confidence) / 100.0;
        if arguments.json {
            let (kind, reason) = (one.kind.label(), one.reason.as_str());
            print_object(&Suggested { kind, a: &one.a, b: &one.b, confidence, reason }, out)?;
        } else {
            let line =
                format!("{confidence:.2}  {} · {}  ({}; {})", one.a, one.b, one.kind.label(), one.reason);
            writeln!(out, "{}", safe::line(&line))?;
        }
    }
    Ok(Found::any(!suggested.is_empty()))
}
