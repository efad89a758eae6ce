//! What can be had of an archive, and what it may not do.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::super::Limits;
use super::super::zip_testing::{renamed, zipped};
use super::*;

fn opened<'a>(bytes: &'a [u8], limits: &'a Limits) -> Result<Archive<'a>, Problem> {
    Archive::open(&Source { name: "a.zip", bytes, limits })
}

#[test]
fn parts_are_found_by_name_whatever_its_case() {
    let bytes = zipped(&[("word/Document.xml", "text"), ("a/./b.txt", "b"), ("dir/", "")]);
    let limits = Limits::default();
    let mut archive = opened(&bytes, &limits).unwrap();
    assert_eq!(archive.names(), ["word/Document.xml", "a/b.txt"]);
    assert_eq!(archive.read("word/document.xml").bytes, b"text");
    assert_eq!(archive.written("WORD/document.xml"), Some("word/Document.xml"));
    assert_eq!(archive.read("a/b.txt").bytes, b"b");
    assert_eq!(archive.read("c").fault, Some(Fault::Missing));
}

#[test]
fn of_names_that_are_the_same_the_first_counts() {
    let bytes = zipped(&[("a/b", "first"), ("A/B", "second"), ("a//b", "third")]);
    let limits = Limits::default();
    let mut archive = opened(&bytes, &limits).unwrap();
    assert_eq!(archive.names(), ["a/b"]);
    assert_eq!(archive.read("a/b").bytes, b"first");

    // Where the list has the very same name twice, the library that reads it keeps the last one.
    let bytes = renamed(&zipped(&[("one", "first"), ("two", "second")]), "one", "two");
    let mut archive = opened(&bytes, &limits).unwrap();
    assert_eq!(archive.read("two").bytes, b"second");
    assert_eq!(archive.done(), ["parts with the same name: only the last is read"]);
}

#[test]
fn names_that_lead_out_of_the_archive_are_left_out_and_told() {
    let bytes = zipped(&[("aaaaaaaaaaaa", "x"), ("bbbbb", "x"), ("ccccccc", "x"), ("ok", "y")]);
    let bytes = renamed(&bytes, "aaaaaaaaaaaa", "../../../etc");
    let bytes = renamed(&renamed(&bytes, "bbbbb", "/root"), "ccccccc", "C:\\temp");
    let limits = Limits::default();
    let archive = opened(&bytes, &limits).unwrap();
    assert_eq!(archive.names(), ["ok"]);
    assert_eq!(archive.done(), ["parts left out whose names lead out of the archive: 3"]);
}

#[test]
fn references_stay_within_the_archive() {
    assert_eq!(within("a/b", "../c.xml").unwrap(), "a/c.xml");
    assert_eq!(within("a/b", "/c.xml").unwrap(), "c.xml");
    assert_eq!(within("", "a\\b.xml").unwrap(), "a/b.xml");
    for out in ["../../../c", "..", "", ".", "https://example.org/c", "C:/c"] {
        assert_eq!(within("", out), None, "{out}");
    }
    assert_eq!(within("a", "../../c"), None);
}

#[test]
fn a_bomb_is_unpacked_only_up_to_the_limit_and_over_all_parts() {
    let noughts = vec![0; 8 << 20];
    let bytes = zipped(&[("one", &noughts), ("two", &noughts), ("three", &noughts)]);
    assert!(bytes.len() < 64 << 10);
    let limits = Limits { unpacked: 10 << 20, ..Limits::default() };
    let mut archive = opened(&bytes, &limits).unwrap();
    assert_eq!(archive.read_telling("one").len(), 8 << 20);
    assert_eq!(archive.read_telling("two").len(), 2 << 20);
    assert_eq!(archive.read_telling("three").len(), 0);
    let cut = "is cut off: more than 10 MiB unpacked";
    let told = |place: &str| Problem {
        place: place.to_owned(),
        ..Problem::new("a.zip", cut, "split it into smaller files")
    };
    assert_eq!((archive.lost(), archive.done().len()), (vec![told("two"), told("three")], 0));
}

#[test]
fn a_wrong_checksum_is_told_and_the_bytes_are_there() {
    let mut bytes = zipped(&[("a", "some text that is long enough")]);
    for at in memchr::memmem::find_iter(&bytes.clone(), b"PK\x01\x02") {
        bytes[at + 16] ^= 1;
    }
    let limits = Limits::default();
    let part = opened(&bytes, &limits).unwrap().read("a");
    assert_eq!(part.fault, Some(Fault::Damaged));
    assert_eq!(part.bytes, b"some text that is long enough");
}

#[test]
fn an_encrypted_part_is_told() {
    let mut bytes = zipped(&[("a", "some text")]);
    for at in memchr::memmem::find_iter(&bytes.clone(), b"PK\x01\x02") {
        bytes[at + 8] |= 1;
    }
    let limits = Limits::default();
    assert_eq!(opened(&bytes, &limits).unwrap().read("a").fault, Some(Fault::Encrypted));
}

#[test]
fn an_archive_without_its_end_is_a_problem() {
    let bytes = zipped(&[("a", "some text")]);
    let limits = Limits::default();
    for end in 0..bytes.len() {
        let problem = opened(&bytes[..end], &limits).err().unwrap();
        assert!(problem.reason.contains("cut off"), "{end}: {problem}");
    }
}

#[test]
fn a_hundred_thousand_parts_are_a_problem() {
    // The list of an archive, as long as it needs to be, without the parts.
    let mut bytes = b"PK\x03\x04".to_vec();
    for _ in 0..2 * MAX_PARTS {
        bytes.extend_from_slice(b"PK\x01\x02");
        bytes.extend_from_slice(&[0; 42]);
    }
    let limits = Limits::default();
    assert_eq!(opened(&bytes, &limits).err().unwrap().reason, "holds more than 65535 parts");
}

proptest! {
    #[test]
    fn any_bytes_are_an_archive_or_a_problem(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = zipped(&[("a/b.txt", "some text"), ("c", "more of it")]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let end = cut.index(4 * bytes.len()).min(bytes.len());
        let limits = Limits { unpacked: 1 << 20, ..Limits::default() };
        if let Ok(mut archive) = opened(&bytes[..end], &limits) {
            for name in archive.names().to_vec() {
                prop_assert!(archive.read_telling(&name).len() <= 1 << 20);
            }
            prop_assert!(archive.lost().len() <= TOLD + 1 && archive.done().len() <= TOLD + 3);
        }
    }
}
