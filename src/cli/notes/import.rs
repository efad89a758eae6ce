//! `ibid notes import`: takes in what was exported here or elsewhere, twice without doubling.

use std::collections::BTreeMap;
use std::io::Write;

use jiff::Timestamp;

use super::super::tools::{Ending, Found, Tools, bytes, name};
use super::arguments::Import;
use super::attach::Attaching;
use super::shelf::Shelf;
use crate::corpus::Problem;
use crate::note::forms::{UNTIMED, Unclear, is_only_addressed, read};
use crate::note::{Item, ItemId, LONGEST_LINE, Op, Record, Store};

/// What couldn't be understood of a file is told one by one so often; the rest is counted.
const TOLD: usize = 20;

/// What came of the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    new: usize,
    changed: usize,
    deleted: usize,
    there: usize,
    gone: usize,
    unclear: usize,
    unattached: usize,
}

/// Takes in the files.
pub(super) fn import(arguments: &Import, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let store = (tools.journal)();
    let shelf = Shelf::of(&arguments.paths, tools)?;
    let (mut sum, mut places) = (Sum::default(), 0);
    let mut greatest: BTreeMap<ItemId, Record> = BTreeMap::new();
    for path in &arguments.files {
        let taken = match bytes(path) {
            Ok(bytes) => read(&bytes),
            Err(problem) => {
                // The others are taken all the same.
                (tools.tell)(problem);
                sum.unclear += 1;
                continue;
            }
        };
        sum.unclear += taken.unclear.len();
        places += taken.places;
        tell(&name(path), &taken.unclear, tools);
        for record in taken.records {
            let Some(id) = record.op.id() else { continue };
            if record.to_line().is_ok_and(|line| line.len() > LONGEST_LINE) {
                sum.unclear += 1;
                let reason = format!("the note {id} has more than {LONGEST_LINE} bytes");
                (tools.tell)(Problem::new(name(path), reason, "it isn't taken; make two of it"));
                continue;
            }
            // Of a journal only what counts in it matters.
            if greatest.get(id).is_none_or(|known| *known < record) {
                greatest.insert(id.clone(), record);
            }
        }
    }
    let mut merging = Merging { store: &store, restore: arguments.restore, sum, records: Vec::new() };
    let mut attaching = Attaching::new(&shelf);
    let mut records: Vec<Record> = greatest.into_values().collect();
    // Annotations of one document one after another, so that it is read once.
    records.sort_by(|one, other| address(one).cmp(&address(other)));
    for mut record in records {
        if let Op::Put { item } = &mut record.op
            && item.document().is_some_and(is_only_addressed)
            && !attaching.attach(item)?
        {
            merging.sum.unattached += 1;
        }
        merging.take(record);
    }
    let Merging { sum, records, .. } = merging;
    if !arguments.dry_run && !records.is_empty() {
        (tools.merge)(records)?;
    }
    print(sum, arguments.dry_run, out)?;
    if sum.gone > 0 && !arguments.restore {
        (tools.say)("what was deleted here since stays deleted; --restore brings it back");
    }
    if sum.unattached > 0 {
        let what = format!(
            "the documents of {} aren't in the collection: they are kept with their addresses",
            sum.unattached
        );
        (tools.say)(&what);
    }
    if places > 0 {
        (tools.say)(&format!("{places} reading positions are no notes, and were left out"));
    }
    Ok(match sum {
        Sum { unclear: 1.., .. } => Found::Trouble,
        sum => Found::any(sum.new + sum.changed + sum.deleted + sum.there + sum.gone > 0),
    })
}

/// The path or address of the document that a record is about.
fn address(record: &Record) -> Option<&str> {
    match &record.op {
        Op::Put { item } => item.document().map(|document| document.path.as_str()),
        Op::Rule { .. } | Op::Delete { .. } | Op::Place(_) => None,
    }
}

/// Tells what couldn't be understood.
fn tell(path: &str, unclear: &[Unclear], tools: &Tools<'_>) {
    for Unclear { place, reason } in unclear.iter().take(TOLD) {
        let problem = Problem::new(path, reason.as_str(), "the rest is taken");
        (tools.tell)(Problem { place: place.clone(), ..problem });
    }
    if let Some(more) = unclear.len().checked_sub(TOLD).filter(|more| *more > 0) {
        (tools.tell)(Problem::new(path, format!("{more} more aren't understood"), "the rest is taken"));
    }
}

fn print(sum: Sum, dry_run: bool, out: &mut dyn Write) -> std::io::Result<()> {
    let Sum { new, changed, deleted, there, gone, unclear, .. } = sum;
    write!(out, "{new} new, {changed} changed, {there} already there")?;
    if deleted > 0 {
        write!(out, ", {deleted} deleted")?;
    }
    if gone > 0 {
        write!(out, ", {gone} deleted here since")?;
    }
    writeln!(out, ", {unclear} not understood{}", if dry_run { "; nothing was kept" } else { "" })
}

/// Merging records into what is there.
struct Merging<'a> {
    store: &'a Store,
    restore: bool,
    sum: Sum,
    /// What is to be kept.
    records: Vec<Record>,
}

impl Merging<'_> {
    /// Takes a record in, unless what is there is as good.
    fn take(&mut self, record: Record) {
        let Some(last) = record.op.id().and_then(|id| self.store.last(id)) else {
            match record.op {
                Op::Delete { .. } => self.sum.deleted += 1,
                _ => self.sum.new += 1,
            }
            self.records.push(timed(record));
            return;
        };
        if last.op == record.op {
            self.sum.there += 1;
            return;
        }
        let newer = record.at > last.at && record.at != UNTIMED;
        match (&last.op, &record.op) {
            (Op::Delete { .. }, Op::Put { .. } | Op::Rule { .. }) if !newer => {
                self.sum.gone += 1;
                if self.restore {
                    self.records.push(Record { at: Timestamp::MAX, ..record });
                }
            }
            (_, Op::Delete { .. }) if newer => {
                self.sum.deleted += 1;
                self.records.push(record);
            }
            (Op::Put { item: own }, Op::Put { item }) => match by_hand(own, item) {
                _ if newer => {
                    self.sum.changed += 1;
                    // A document that was found once isn't given up for an address.
                    let subject =
                        if is_poorer(item, own) { own.subject.clone() } else { item.subject.clone() };
                    let item = Item { subject, ..item.clone() };
                    self.records.push(Record { op: Op::Put { item }, ..record });
                }
                Some(item) => {
                    self.sum.changed += 1;
                    self.records.push(Record { at: Timestamp::MAX, op: Op::Put { item }, way: None });
                }
                None => self.sum.there += 1,
            },
            _ if newer => {
                self.sum.changed += 1;
                self.records.push(record);
            }
            _ => self.sum.there += 1,
        }
    }
}

/// A record that no time is known of, as made now.
fn timed(mut record: Record) -> Record {
    if record.at == UNTIMED {
        record.at = Timestamp::MAX;
        if let Op::Put { item } = &mut record.op {
            (item.created, item.changed) = (Timestamp::now(), Timestamp::now());
        }
    }
    record
}

/// Whether of the document of `item` only an address is known, and of that of `other` the content.
fn is_poorer(item: &Item, other: &Item) -> bool {
    let addressed = |item: &Item| item.document().is_some_and(is_only_addressed);
    addressed(item) && !addressed(other)
}

/// What is there, changed as the same version of it was in the file by hand, say in a spreadsheet; or tied to the document
/// that was found meanwhile. `None` where it is another version, or nothing was changed.
fn by_hand(own: &Item, item: &Item) -> Option<Item> {
    if own.changed != item.changed {
        return None;
    }
    let subject = if is_poorer(own, item) { item.subject.clone() } else { own.subject.clone() };
    let (kind, colour, body, tags) = (item.kind, item.colour, item.body.clone(), item.tags.clone());
    let changed = Item { kind, colour, body, tags, subject, ..own.clone() };
    (changed != *own).then(|| Item { changed: Timestamp::now(), ..changed })
}
