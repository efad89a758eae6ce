//! Documents of PDFs: what is read, what is said of those that can't be, and that no bytes break it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use crate::corpus::{Document, Limits, Loader, Problem, RepairKind, Unread, parse};
use crate::text::{AsideReason, BlockKind};

const REPORT: &[u8] = include_bytes!("../../../tests/formats/pdf/report.pdf");
const COLUMNS: &[u8] = include_bytes!("../../../tests/formats/pdf/columns.pdf");
const SIGNS: &[u8] = include_bytes!("../../../tests/formats/pdf/signs.pdf");
const CYCLE: &[u8] = include_bytes!("../../../tests/formats/pdf/cycle.pdf");
const SAMPLES: [&[u8]; 4] = [REPORT, COLUMNS, SIGNS, CYCLE];

fn document(bytes: &[u8]) -> Document {
    parse("a.pdf", bytes).unwrap()
}

fn problem(bytes: &[u8]) -> Problem {
    match parse("a.pdf", bytes) {
        Err(Unread::Problem(problem)) => problem,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_paragraph_goes_on_behind_the_page_and_the_furniture_between_stands_behind_it() {
    let document = document(REPORT);
    let text = document.text.as_str();
    let blocks = document.text.blocks();
    let at = blocks.iter().position(|block| block.span.of(text).starts_with("The river itself")).unwrap();
    assert!(blocks[at].span.of(text).ends_with("find since."));
    let furniture = BlockKind::Aside(AsideReason::PageFurniture);
    assert_eq!((blocks[at + 1].kind, blocks[at + 1].span.of(text)), (furniture, "- 1 -"));
    assert_eq!(blocks[at + 2].span.of(text), "Norby County Report");
    assert_eq!(blocks.iter().filter(|block| block.kind == furniture).count(), 6);
}

#[test]
fn places_have_pages_with_the_labels_of_the_file() {
    let document = document(REPORT);
    let labels: Vec<&str> = document.pages.iter().map(|page| &*page.label).collect();
    assert_eq!(labels, ["iv", "1", "2"]);
    let page = |words: &str| &*document.page_at(document.text.as_str().find(words).unwrap()).unwrap().label;
    assert_eq!(page("The river itself"), "iv");
    assert_eq!(page("left a report that"), "1");
}

#[test]
fn divided_words_are_joined_and_marked_and_compounds_keep_their_hyphen() {
    let document = document(COLUMNS);
    let text = document.text.as_str();
    let divided = document.repairs.iter().filter(|repair| repair.kind == RepairKind::Divided);
    let words: Vec<&str> = divided.map(|repair| repair.span.of(text)).collect();
    assert!(!words.is_empty());
    for word in words {
        assert!(
            ["before", "harvest", "concerts", "boundary"].contains(&word.trim_end_matches(',')),
            "{word}"
        );
    }
    assert!(text.contains("A well-known architect") && !text.contains("har-vest"));
}

#[test]
fn each_place_of_the_reading_text_has_one_in_the_raw_text() {
    for sample in SAMPLES {
        let document = document(sample);
        for (at, c) in document.text.as_str().char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let raw = document.raw_offset(at);
            let there = document.raw[raw..].chars().next();
            let exact = there == Some(c) && document.reading_offset(raw) == at;
            let aside = document.text.blocks()[document.text.block_at(at).unwrap()];
            assert!(exact || !aside.is_body() || "fi".contains(c), "{c:?} at {at}: {there:?}");
        }
    }
}

#[test]
fn what_has_no_text_or_cannot_be_opened_says_why() {
    let picture = include_bytes!("../../../tests/formats/pdf/picture.pdf");
    assert_eq!(problem(picture).reason, "has no text layer: it holds pictures of pages only");
    assert_eq!(problem(picture).remedy, "run it through OCR");
    let locked = include_bytes!("../../../tests/formats/pdf/locked.pdf");
    assert_eq!(problem(locked).reason, "is protected with a password");
    assert_eq!(problem(b"%PDF-1.7\nnothing more").reason, "is damaged: no pages were found in it");
}

#[test]
fn a_broken_table_of_places_and_a_tree_that_holds_itself_are_read_all_the_same() {
    let broken = include_bytes!("../../../tests/formats/pdf/broken-xref.pdf");
    assert_eq!(document(broken).text, document(REPORT).text);
    assert_eq!(document(CYCLE).text.as_str(), "Again and again");
}

#[test]
fn more_text_than_the_limit_is_cut_and_said() {
    let limits = Limits { unpacked: 1500, ..Limits::default() };
    let document = Loader::new(limits).parse("a.pdf", REPORT).unwrap();
    assert!(document.raw.len() < 1500);
    assert!(document.done.iter().any(|done| done.starts_with("read up to page 1 of 3: it has more than")));
    assert!(document.lost[0].to_string().ends_with("of text; split it into smaller files"));
}

#[test]
fn a_helper_that_is_none_is_a_problem() {
    let loader = Loader::default().with_helper("/nowhere/ibid".into());
    let Err(Unread::Problem(problem)) = loader.parse("a.pdf", REPORT) else { panic!() };
    assert!(problem.reason.contains("couldn't be started"), "{}", problem.reason);
}

/// Bytes of a sample with some of them changed, taken out or doubled.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), 0_u8..4, any::<u8>(), 1_usize..40);
    (prop::sample::select(SAMPLES.to_vec()), prop::collection::vec(change, 1..12)).prop_map(
        |(sample, changes)| {
            let mut bytes = sample.to_vec();
            for (index, kind, byte, length) in changes {
                if bytes.is_empty() {
                    break;
                }
                let at = index.index(bytes.len());
                let end = (at + length).min(bytes.len());
                match kind {
                    0 => bytes[at] = byte,
                    1 => drop(bytes.drain(at..end)),
                    2 => {
                        let part = bytes[at..end].to_vec();
                        drop(bytes.splice(at..at, part));
                    }
                    _ => bytes[at..end].fill(b'0' + byte % 10),
                }
            }
            bytes
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn damaged_bytes_become_a_document_or_a_problem(bytes in damaged()) {
        if let Ok(document) = parse("a.pdf", &bytes) {
            let text = document.text.as_str();
            prop_assert!(document.text.blocks().iter().all(|block| text.get(block.span.range()).is_some()));
            prop_assert!(document.repairs.iter().all(|repair| text.get(repair.span.range()).is_some()));
            prop_assert!(document.pages.iter().all(|page| text.is_char_boundary(page.start as usize)));
            prop_assert!(document.pages.is_sorted_by_key(|page| page.start));
        }
    }

    #[test]
    fn any_bytes_behind_the_mark_become_a_document_or_a_problem(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        drop(parse("a.pdf", &[b"%PDF-1.4\n", &*bytes].concat()));
    }
}
