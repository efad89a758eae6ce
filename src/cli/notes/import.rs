//! `ibid notes import`: takes in what was exported here or elsewhere, twice without doubling.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::Timestamp;

use super::super::tools::{Ending, Found, Tools, answer, bytes, name};
use super::arguments::Import;
use super::attach::Attaching;
use super::shelf::Shelf;
use crate::corpus::Problem;
use crate::library::is_made_within;
use crate::note::forms::{Unclear, is_only_addressed, read};
use crate::note::{Item, ItemId, LONGEST_LINE, Merged, Op, Record, Subject, counts_before, too_long};

/// What couldn't be understood of a file is told one by one so often; the rest is counted.
const TOLD: usize = 20;

/// Takes in the files.
pub(super) fn import(arguments: &Import, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let (store, whole) = (tools.journal)();
    let shelf = Shelf::of(&arguments.paths, tools)?.knowing(&store);
    let (mut unread, mut unclear, mut unattached, mut places) = (0, 0, 0, 0);
    let now = Timestamp::now();
    let mut greatest: BTreeMap<ItemId, Record> = BTreeMap::new();
    for path in &arguments.files {
        let taken = match bytes(path) {
            Ok(bytes) => read(&bytes).completed(&store),
            Err(problem) => {
                // The others are taken all the same.
                (tools.tell)(problem);
                unread += 1;
                continue;
            }
        };
        unclear += taken.unclear.len();
        places += taken.places;
        tell(&name(path), &taken.unclear, tools);
        for record in taken.records {
            let Some(id) = record.op.id() else { continue };
            if let Some(reason) = unfit(&record) {
                unclear += 1;
                let problem = Problem::new(name(path), reason, "it isn't taken, the rest is; make two of it");
                (tools.tell)(Problem { place: format!("note {id}"), ..problem });
                continue;
            }
            // Of a journal only what counts in it matters.
            if greatest.get(id).is_none_or(|known| counts_before(&record, known, now)) {
                greatest.insert(id.clone(), record);
            }
        }
    }
    if unread == arguments.files.len() {
        return Ok(Found::Trouble);
    }
    let mut attaching = Attaching::new(&shelf);
    let mut records: Vec<Record> = greatest.into_values().collect();
    // Annotations of one document one after another, so that it is read once.
    records.sort_by(|one, other| address(one).cmp(&address(other)));
    for record in &mut records {
        let Op::Put { item } = &mut record.op else { continue };
        let placed = match item.document().is_some_and(is_only_addressed) {
            true => attaching.attach(item)?,
            false if !arguments.paths.is_empty() && store.last(&item.id).is_none() => {
                settled(item, &mut attaching, &shelf)?
            }
            false => true,
        };
        unattached += usize::from(!placed);
    }
    let mut merged = Merged::of(&store, records, now, arguments.restore);
    let records = std::mem::take(&mut merged.records);
    if !arguments.dry_run && !records.is_empty() {
        (tools.merge)(records)?;
    }
    let made = if arguments.dry_run { "nothing was kept" } else { "they are taken" };
    answer(out, made, |out| print(&merged, unclear, arguments.dry_run, out))?;
    if merged.gone > 0 && !arguments.restore {
        (tools.say)("what was deleted here since stays deleted; --restore brings it back");
    }
    if unattached > 0 {
        let what = format!(
            "the documents of {unattached} aren't in the collection: they are kept with their addresses"
        );
        (tools.say)(&what);
    }
    if places > 0 {
        (tools.say)(&format!("{places} reading positions are no notes, and were left out"));
    }
    let Merged { new, changed, deleted, there, older, gone, .. } = merged;
    Ok(match unclear + unread {
        0 if !whole => Found::Trouble,
        0 => Found::any(new + changed + deleted + there + older + gone > 0),
        _ => Found::Trouble,
    })
}

/// Has a note that was made in another collection be one of this; says whether it is now.
fn settled(item: &mut Item, attaching: &mut Attaching<'_>, shelf: &Shelf<'_>) -> Result<bool, Problem> {
    match &mut item.subject {
        Subject::Document { document, .. } => Ok(shelf.find(document)?.is_some() || attaching.settle(item)?),
        Subject::Entity { collection, .. } | Subject::Collection(collection) => {
            if !is_made_within(collection, &shelf.place()) {
                *collection = shelf.place();
            }
            Ok(true)
        }
    }
}

/// Why a record can't be kept, where it is too long for a journal.
fn unfit(record: &Record) -> Option<String> {
    let body = match &record.op {
        Op::Put { item } => item.body.len(),
        Op::Rule { .. } | Op::Delete { .. } | Op::Place(_) | Op::Mark(_) => 0,
    };
    let long = || record.to_line().is_ok_and(|line| line.len() > LONGEST_LINE);
    too_long(body).or_else(|| long().then(|| format!("has more than {LONGEST_LINE} bytes")))
}

/// The path or address of the document that a record is about.
fn address(record: &Record) -> Option<&str> {
    match &record.op {
        Op::Put { item } => item.document().map(|document| document.path.as_str()),
        Op::Rule { .. } | Op::Delete { .. } | Op::Place(_) | Op::Mark(_) => None,
    }
}

/// Tells what couldn't be understood.
fn tell(path: &str, unclear: &[Unclear], tools: &Tools<'_>) {
    for Unclear { place, reason } in unclear.iter().take(TOLD) {
        let is_whole = place.is_empty();
        let problem = Problem::new(path, reason.as_str(), if is_whole { "" } else { "the rest is taken" });
        (tools.tell)(Problem { place: place.clone(), ..problem });
    }
    if let Some(more) = unclear.len().checked_sub(TOLD).filter(|more| *more > 0) {
        (tools.tell)(Problem::new(path, format!("{more} more aren't understood"), "the rest is taken"));
    }
}

fn print(merged: &Merged, unclear: usize, dry_run: bool, out: &mut dyn Write) -> io::Result<()> {
    let Merged { new, changed, deleted, there, older, gone, .. } = merged;
    write!(out, "{new} new, {changed} changed, {there} already there")?;
    if *older > 0 {
        write!(out, ", {older} not newer than what is here")?;
    }
    if *deleted > 0 {
        write!(out, ", {deleted} deleted")?;
    }
    if *gone > 0 {
        write!(out, ", {gone} deleted here since")?;
    }
    writeln!(out, ", {unclear} not understood{}", if dry_run { "; nothing was kept" } else { "" })
}
