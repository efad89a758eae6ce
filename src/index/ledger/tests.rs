//! Tests of the ledger.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::corpus::{Edges, Problem, parse};

/// Records of some files.
fn records(count: u32) -> Vec<Record> {
    let document = parse("a/milk-2019.txt", b"Milk\n\nThe milk ban was lifted.\n").unwrap();
    let one = |number: u32| {
        let path = format!("/a/{number}.txt");
        let document = DocumentRecord {
            id: crate::corpus::DocId(number),
            path: path.clone(),
            meta: document.meta.clone(),
            first: FirstReading { edges: Edges::of(Path::new(&path), &document), print: None },
            mark: u64::from(number),
        };
        let file = FileRecord {
            path,
            stamp: Stamp { size: 3, modified: Some((true, 77)) },
            documents: vec![document.id],
            problems: vec![Problem::new("x", "is odd", "")],
            binary: false,
        };
        [Record::Document(Box::new(document)), Record::File(file)]
    };
    let gone = [Record::Gone("/b".to_owned()), Record::Repeats(Default::default())];
    (0..count).flat_map(one).chain(gone).collect()
}

fn written(path: &Path, records: &[Record]) -> u64 {
    let mut ledger = Ledger::create(path).unwrap();
    for record in records {
        ledger.append(record.clone()).unwrap();
    }
    ledger.sync().unwrap()
}

fn read(ledger: &Ledger, from: u64) -> io::Result<Vec<Record>> {
    let mut all = Vec::new();
    ledger.read(from, &mut |record| all.push(record))?;
    Ok(all)
}

#[test]
fn what_was_synced_is_read_again_and_what_stands_behind_it_is_not() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("ledger");
    let records = records(300);
    let len = written(&path, &records);
    let mut ledger = Ledger::open(&path, len, true).unwrap();
    assert_eq!(read(&ledger, 0).unwrap(), records);
    ledger.append(Record::Gone("/c".to_owned())).unwrap();
    assert_eq!(read(&ledger, 0).unwrap(), records, "not synced");
    let longer = ledger.sync().unwrap();
    assert_eq!(read(&ledger, len).unwrap(), [Record::Gone("/c".to_owned())]);
    let follower = Ledger::open(&path, len, false).unwrap();
    assert_eq!(read(&follower, 0).unwrap(), records);
    // Whoever writes next goes on behind what counts.
    let ledger = Ledger::open(&path, len, true).unwrap();
    assert_eq!(read(&ledger, 0).unwrap(), records);
    assert!(std::fs::metadata(&path).unwrap().len() == len && len < longer);
}

#[test]
fn a_ledger_in_memory_is_the_same() {
    let mut ledger = Ledger::default();
    assert!(ledger.is_empty());
    let records = records(2);
    records.iter().for_each(|record| ledger.append(record.clone()).unwrap());
    ledger.sync().unwrap();
    assert_eq!(read(&ledger, 0).unwrap(), records);
    assert!(!ledger.is_empty());
}

#[test]
fn a_file_that_was_just_changed_may_be_changed_again() {
    let now = SystemTime::now();
    let ago = |seconds| Some(now - std::time::Duration::from_secs(seconds));
    let old = Stamp::new(5, ago(9), None, now);
    assert!(old.is_unchanged(&old) && !old.is_unchanged(&Stamp { size: 6, ..old }));
    let fresh = Stamp::new(5, Some(now), None, now);
    assert!(!fresh.is_unchanged(&fresh));
    // Another one that was put in its place has another time of all that isn't its content.
    let (one, other) = (Stamp::new(5, ago(9), ago(8), now), Stamp::new(5, ago(9), ago(7), now));
    assert!(one.is_unchanged(&one) && !one.is_unchanged(&other));
    assert_eq!(Stamp::new(5, ago(9), ago(10), now), old);
}

use std::time::SystemTime;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damage_anywhere_is_told_and_never_read(at in 0usize..4000, bit in 0u8..8, cut in any::<bool>()) {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("ledger");
        let records = records(5);
        let len = written(&path, &records);
        let mut bytes = std::fs::read(&path).unwrap();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
        std::fs::write(&path, &bytes).unwrap();
        let all = Ledger::open(&path, len, false).and_then(|ledger| read(&ledger, 0));
        prop_assert!(all.is_err());
    }
}
