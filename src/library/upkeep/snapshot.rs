//! What is known of a collection, written down as it is, so that the next start needn't work it out of all changes.
//!
//! It belongs to the beginning of a ledger, which it names; what the ledger has behind that is taken in as usual. Where it
//! is damaged or of another ledger the whole ledger is read instead.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::states::States;
use super::stock::Stock;
use crate::corpus::{DocId, Repeats};
use crate::index::packed::{Sections, Unpacked, Writer};
use crate::index::{Extent, FileRecord, Ledger};
use crate::library::{Catalogue, Copies, Groups, Sort, WorkedOut};

/// What the file begins with. The number is that of the form: with another one it isn't read.
const HEAD: &[u8] = b"ibid catalogue 1\n";

/// The sections before those of the catalogue.
const BEFORE: usize = 3;

/// What the first section says.
#[derive(Debug, Serialize, Deserialize)]
struct About {
    generation: u32,
    /// How much of the ledger is in it, in bytes, and what these bytes end with.
    len: u64,
    ends: u32,
    /// The records of that part of the ledger.
    records: u64,
    clean: bool,
    next: u32,
    others: Vec<FileRecord>,
    repeats: Repeats,
}

/// What was read of a collection.
pub(super) struct Restored {
    pub(super) stock: Stock,
    /// How much of the ledger is in it, in bytes, and as records.
    pub(super) len: u64,
    pub(super) records: u64,
}

/// Writes down a collection whose changes are all in this part of the ledger. The one before stays until it is done.
///
/// # Errors
///
/// What the system says.
pub(super) fn write(
    path: &Path,
    stock: &Stock,
    extent: Extent,
    (ledger, records): (&Ledger, u64),
) -> io::Result<()> {
    let (states, others, next) = stock.parts();
    let ends = ledger.ends(extent.len)?;
    let (clean, repeats) = (stock.clean, (*stock.repeats).clone());
    let about =
        About { generation: extent.generation, len: extent.len, ends, records, clean, next, others, repeats };
    let mut writer = Writer::begin(path, HEAD)?;
    writer.section(&postcard::to_stdvec(&about).map_err(io::Error::other)?)?;
    writer.section(&states.pack().finish())?;
    writer.section(&worked_out(&stock.catalogue))?;
    for piece in stock.catalogue.pack() {
        writer.section(&piece.finish())?;
    }
    writer.finish()
}

/// What is worked out of a catalogue, packed.
fn worked_out(catalogue: &Catalogue) -> Vec<u8> {
    // Without somebody who stops it there always is an answer.
    let groups = Copies::default().take_in(catalogue, &|| false).unwrap_or_default();
    let ids: Vec<DocId> = catalogue.iter().map(|(id, _)| id).collect();
    let order: Vec<u32> = Sort::default().order(catalogue, &ids).into_iter().map(|id| id.0).collect();
    let mut packed = groups.pack();
    packed.u32s(&order);
    packed.finish()
}

/// What was written down of a collection and belongs to this ledger.
///
/// # Errors
///
/// What the system says; that it is damaged or belongs to another ledger.
pub(super) fn read(path: &Path, extent: Extent, ledger: &Ledger) -> io::Result<Restored> {
    let sections = Sections::read(path, HEAD)?;
    let damaged = || io::Error::new(io::ErrorKind::InvalidData, "is damaged");
    let first = sections.get(0).ok_or_else(damaged)?;
    let about: About = postcard::from_bytes(first.0).map_err(|_| damaged())?;
    let is_ours = about.generation == extent.generation && about.len <= extent.len;
    if !is_ours || ledger.ends(about.len)? != about.ends {
        // A program that was killed behind the commit of a ledger that it wrote anew leaves the one of the ledger before:
        // that is no damage, and of this ledger there is none.
        return Err(io::Error::new(io::ErrorKind::NotFound, "is of another ledger"));
    }
    let (len, records) = (about.len, about.records);
    let stock = restored(about, &sections).ok_or_else(damaged)?;
    Ok(Restored { stock, len, records })
}

fn restored(about: About, sections: &Sections) -> Option<Stock> {
    let states = States::unpack(&mut sections.get(1)?)?;
    let mut packed = sections.get(2)?;
    let groups = Groups::unpack(&mut packed)?;
    let order = packed.u32s()?.into_iter().map(DocId).collect();
    let piece = |number: usize| -> Option<Unpacked<'_>> { sections.get(BEFORE + number) };
    let pieces = sections.len().checked_sub(BEFORE)?;
    let catalogue = Catalogue::unpack(pieces, piece, WorkedOut { groups, order })?;
    let About { others, repeats, clean, next, .. } = about;
    Some(Stock::restored(catalogue, states, others, repeats, (clean, next)))
}

#[cfg(test)]
#[path = "snapshot_tests.rs"]
mod tests;
