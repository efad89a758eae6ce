//! What was written down of a collection, with what the ledger has behind it, is what the whole ledger says; and
//! whatever becomes of the file, nothing else is.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::corpus::{DocId, Edges, Meta, Problem, parse};
use crate::index::{DocumentRecord, FirstReading, Record, Stamp};

/// A document with some words.
fn document(id: u32, path: &str, words: u8) -> Record {
    let document = parse(path, format!("Title {words}\n\nSome words on {words}.\n").as_bytes()).unwrap();
    let first = FirstReading { edges: Edges::of(Path::new(path), &document), print: None };
    let mark = u64::from(words % 3);
    Record::Document(Box::new(DocumentRecord {
        id: DocId(id),
        path: path.to_owned(),
        meta: document.meta,
        first,
        mark,
    }))
}

fn file(path: &str, documents: &[u32], size: u64, problem: bool) -> Record {
    let modified = match size % 4 {
        0 => None,
        1 => Some((false, size)),
        2 => Some((true, u64::MAX)),
        _ => Some((true, size << 40)),
    };
    Record::File(FileRecord {
        path: path.to_owned(),
        stamp: Stamp { size, modified },
        documents: documents.iter().copied().map(DocId).collect(),
        problems: problem.then(|| Problem::new(path, "is odd", "")).into_iter().collect(),
        binary: size == 7,
    })
}

/// Changes as the upkeep would write them down, in the order in which it does.
fn history() -> impl Strategy<Value = Vec<Record>> {
    let step = (0..8u32, any::<u8>(), 0..10u8).prop_map(|(number, words, kind)| {
        let path = format!("/a/{number}%25.txt");
        let member = |at: u32| format!("{path}/{at}");
        let size = u64::from(words);
        match kind {
            0 => vec![Record::Gone(path)],
            1 => vec![file(&path, &[], size, true)],
            2 => vec![document(number, &path, words), file(&path, &[number], size, true)],
            3 => {
                let documents = [number + 10, number + 20].map(|id| document(id, &member(id), words));
                documents.into_iter().chain([file(&path, &[number + 10, number + 20], size, false)]).collect()
            }
            // Its document moves to another file.
            4 => {
                let other = format!("/b/{number}.txt");
                vec![
                    document(number, &other, words),
                    file(&other, &[number], size, false),
                    Record::Gone(path),
                ]
            }
            5 => vec![document(number + 30, &path, words)],
            6 => vec![Record::Repeats(Repeats::default()), Record::Cleaned],
            _ => vec![document(number, &path, words), file(&path, &[number], size, false)],
        }
    });
    prop::collection::vec(step, 0..40).prop_map(|steps| steps.concat())
}

/// All that is known, in one order.
#[derive(Debug, PartialEq)]
struct Known {
    documents: Vec<(DocId, String, Meta, u64)>,
    files: Vec<(String, Record)>,
    problems: Vec<Problem>,
    counts: (usize, usize, usize),
    clean: bool,
    next: DocId,
}

fn known(mut stock: Stock) -> Known {
    stock.take_unowned();
    let documents = stock.catalogue.iter();
    let documents = documents
        .map(|(id, entry)| (id, entry.path_text().to_owned(), entry.meta(), stock.mark(id)))
        .collect();
    let file = |path: &Path| Record::File(stock.file(path).unwrap().record(path));
    let mut files: Vec<(String, Record)> =
        stock.files().map(|(path, ..)| (path.to_string_lossy().into_owned(), file(&path))).collect();
    files.sort_by(|one, other| one.0.cmp(&other.0));
    let counts = (stock.count_files(), stock.binary(), stock.catalogue.len());
    Known { documents, files, problems: stock.problems(), counts, clean: stock.clean, next: stock.new_id() }
}

/// The stock of these records.
fn replayed(records: &[Record]) -> Stock {
    let mut stock = Stock::default();
    records.iter().cloned().for_each(|record| stock.take(record));
    stock
}

/// A ledger with some records that were written down, and others behind them.
struct Kept {
    _folder: TempDir,
    path: std::path::PathBuf,
    ledger: Ledger,
    extent: Extent,
}

impl Kept {
    fn new(before: &[Record], behind: &[Record]) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("catalogue");
        let mut ledger = Ledger::create(&folder.path().join("ledger")).unwrap();
        before.iter().for_each(|record| ledger.append(record.clone()).unwrap());
        let extent = Extent { generation: 3, len: ledger.sync().unwrap() };
        let mut stock = replayed(before);
        stock.take_unowned();
        write(&path, &stock, extent, (&ledger, before.len() as u64)).unwrap();
        behind.iter().for_each(|record| ledger.append(record.clone()).unwrap());
        let extent = Extent { len: ledger.sync().unwrap(), ..extent };
        Self { _folder: folder, path, ledger, extent }
    }

    fn read(&self) -> io::Result<Stock> {
        let mut restored = read(&self.path, self.extent, &self.ledger)?;
        self.ledger.read(restored.len, &mut |record| restored.stock.take(record))?;
        Ok(restored.stock)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_written_down_and_the_rest_of_the_ledger_are_the_whole_of_it(before in history(), behind in history()) {
        let kept = Kept::new(&before, &behind);
        // A document that no file came to hold before the snapshot is held by none behind it.
        let mut whole = replayed(&before);
        whole.take_unowned();
        behind.iter().cloned().for_each(|record| whole.take(record));
        prop_assert_eq!(known(kept.read().unwrap()), known(whole));
    }

    #[test]
    fn a_damaged_file_is_refused_and_never_believed(
        before in history(),
        at in any::<prop::sample::Index>(),
        flip in 1u8..,
        cut in any::<bool>(),
    ) {
        let kept = Kept::new(&before, &[]);
        let mut bytes = std::fs::read(&kept.path).unwrap();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
        std::fs::write(&kept.path, bytes).unwrap();
        prop_assert!(kept.read().is_err());
    }
}

#[test]
fn what_was_written_down_of_another_ledger_is_refused() {
    let record = |words| [document(1, "/a/1.txt", words), file("/a/1.txt", &[1], 9, false)];
    let (one, other) = (Kept::new(&record(1), &[]), Kept::new(&record(2), &[]));
    std::fs::copy(&other.path, &one.path).unwrap();
    assert!(one.read().is_err());
    let longer = Kept::new(&record(1), &record(2));
    std::fs::copy(&longer.path, &one.path).unwrap();
    assert!(one.read().is_ok(), "the beginning is the same");
    let generation = Extent { generation: 4, ..one.extent };
    assert!(read(&one.path, generation, &one.ledger).is_err());
}
