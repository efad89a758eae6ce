//! Lines that repeat: once all is read they are known, and the documents that have some are read again
//! without them.

use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::corpus::{ContentHash, DocId, Loaded, Loader, Repeats, Unread};
use crate::index::{FirstReading, Ledger, Record};
use crate::library::upkeep::stock::Stock;
use crate::library::{Copies, Identity};

/// How documents were read first.
pub(super) type Firsts = HashMap<DocId, FirstReading>;

/// What the ledger knows of how the documents that still are there were read first.
pub(super) fn firsts(ledger: &Ledger, stock: &Stock) -> std::io::Result<Firsts> {
    let mut firsts = HashMap::new();
    ledger.read(0, &mut |record| {
        if let Record::Document(record) = record
            && stock.catalogue.get(record.id).is_some()
        {
            firsts.insert(record.id, record.first);
        }
    })?;
    Ok(firsts)
}

/// The lines that repeat in a collection, whatever the order in which its documents came.
pub(super) fn repeats(stock: &Stock, firsts: &Firsts) -> Repeats {
    let mut files: Vec<_> = stock.files().map(|(path, documents, _)| (path, documents)).collect();
    files.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let seen = files.iter().flat_map(|(_, documents)| documents.iter().copied());
    let seen: Vec<DocId> = seen.filter(|id| firsts.contains_key(id)).collect();
    let identity = |number: u32| {
        let id = seen.get(number as usize)?;
        let (own, first) = (stock.catalogue.get(*id)?, firsts.get(id)?);
        let print = first.print.as_ref();
        Some(print.map_or_else(|| own.identity(), |print| Identity::new(own.hash(), print)))
    };
    let mut copies = Copies::default();
    // Of documents that are nearly the same all lines repeat; each story counts once.
    let stories = (0u32..).zip(&seen).filter(|(number, _)| copies.take(*number, &identity) == *number);
    Repeats::new(stories.filter_map(|(_, id)| firsts.get(id).map(|first| &first.edges)))
}

/// Documents to be read again, by their files.
pub(super) type Concerned = Vec<(Arc<Path>, HashSet<DocId>)>;

/// The documents of which the lines that repeat make something else than before, with the number for it.
pub(super) fn concerned(
    stock: &Stock,
    repeats: &Repeats,
    firsts: &Firsts,
) -> (Concerned, HashMap<DocId, u64>) {
    let mut marks = HashMap::new();
    let mut files = Vec::new();
    for (path, documents, _) in stock.files() {
        let mut wanted = HashSet::new();
        for id in &*documents {
            let mark = firsts.get(id).map_or(0, |first| repeats.mark(&first.edges));
            if mark != stock.mark(*id) {
                marks.insert(*id, mark);
                wanted.insert(*id);
            }
        }
        if !wanted.is_empty() {
            files.push((Arc::from(path), wanted));
        }
    }
    files.sort_by(|(one, _): &(Arc<Path>, _), (other, _)| one.cmp(other));
    (files, marks)
}

/// Reads those documents of a file again that are `wanted` by their paths. What was changed on the disk meanwhile
/// is left as it was read first: the next round sees it.
pub(super) fn read_again(
    loader: &Loader,
    file: &Path,
    wanted: &HashMap<Arc<Path>, (DocId, ContentHash)>,
) -> Vec<(DocId, Arc<Path>, Loaded)> {
    let mut read = Vec::new();
    let mut tell = |path: &Path, loaded: Result<Loaded, Unread>| {
        if let (Some((path, (id, hash))), Ok(loaded)) = (wanted.get_key_value(path), loaded)
            && loaded.document.meta.hash == *hash
        {
            read.push((*id, path.clone(), loaded));
        }
    };
    // A loader that panics now leaves what it read the first time.
    drop(catch_unwind(AssertUnwindSafe(|| loader.read_all(file, &mut tell))));
    read
}
