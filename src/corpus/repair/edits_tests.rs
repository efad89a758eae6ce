//! Edits: the text, what points into it, and the way back to the raw text, for any edits.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

fn paragraph(start: usize, end: usize) -> Block {
    Block { span: Span::new(start, end), kind: BlockKind::Paragraph, indent: 0, hang: 0, gap: true }
}

fn whole(text: &str) -> Reading<'_> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            let start = at + line.len() - line.trim_start().len();
            blocks.push(paragraph(start, at + line.trim_end().len()));
        }
        at += line.len() + 1;
    }
    Reading { text: Cow::Borrowed(text), blocks, runs: Runs::Whole, pages: Vec::new(), repairs: Vec::new() }
}

fn edited<'a>(text: &'a str, edits: &[(usize, usize, &'static str)]) -> Reading<'a> {
    let mut reading = whole(text);
    let edit =
        |&(start, end, with): &(usize, usize, &'static str)| Edit::new(start, end, with, RepairKind::Glued);
    reading.apply(&mut edits.iter().map(edit).collect());
    reading
}

#[test]
fn what_points_into_the_text_moves_with_it() {
    let mut reading = whole("6thForum\nof Re\u{ad}gions\nnext");
    reading.pages = vec![
        Page { start: 0, label: "1".into() },
        Page { start: 9, label: "2".into() },
        Page { start: 21, label: "3".into() },
    ];
    reading.repairs = vec![Repair { span: Span::new(21, 25), kind: RepairKind::Divided }];
    let mut edits =
        vec![Edit::new(3, 3, " ", RepairKind::Glued), Edit::new(14, 16, "", RepairKind::Invisible)];
    reading.apply(&mut edits);
    assert_eq!(reading.text, "6th Forum\nof Regions\nnext");
    let contents: Vec<_> = reading.blocks.iter().map(|block| block.span.of(&reading.text)).collect();
    assert_eq!(contents, ["6th Forum", "of Regions", "next"]);
    let pages: Vec<_> = reading.pages.iter().map(|page| page.start).collect();
    assert_eq!(pages, [0, 10, 20]);
    let repairs: Vec<_> = reading.repairs.iter().map(|repair| (repair.span.range(), repair.kind)).collect();
    assert_eq!(
        repairs,
        [(3..4, RepairKind::Glued), (15..15, RepairKind::Invisible), (20..24, RepairKind::Divided)]
    );
}

#[test]
fn a_block_is_trimmed_and_an_empty_one_goes_with_its_gap_to_the_next() {
    let reading = edited("one\n\u{feff}\n\u{feff} three", &[(4, 7, ""), (8, 11, "")]);
    assert_eq!(reading.text, "one\n\n three");
    let blocks: Vec<_> =
        reading.blocks.iter().map(|block| (block.span.of(&reading.text), block.gap)).collect();
    assert_eq!(blocks, [("one", false), ("three", true)]);
}

#[test]
fn edits_out_of_order_or_inside_a_character_are_left_out() {
    let reading = edited("aé bc", &[(2, 3, "x"), (4, 5, "y"), (0, 1, "z"), (4, 6, "w")]);
    assert_eq!(reading.text, "aé yc");
}

#[test]
fn runs_are_composed_with_those_that_were_there() {
    // reading "ab-cd", raw "<ab><cd>"
    let parts = vec![Run { reading: 0, raw: 1, len: 2 }, Run { reading: 3, raw: 5, len: 2 }];
    let mut reading = Reading { runs: Runs::Parts(parts), ..whole("ab-cd") };
    reading.apply(&mut vec![Edit::new(1, 4, "XYZ!", RepairKind::Mojibake)]);
    assert_eq!(reading.text, "aXYZ!d");
    let composed = vec![Run { reading: 0, raw: 1, len: 1 }, Run { reading: 5, raw: 6, len: 1 }];
    assert_eq!(reading.runs, Runs::Parts(composed));
}

/// Any text, and edits of it: each takes a number of characters and puts something in.
fn edits() -> impl Strategy<Value = (String, Vec<(usize, usize, &'static str)>)> {
    let with = prop::sample::select(vec!["", " ", "’", "Путин", "a b"]);
    ("[aé Ж—\n\u{fffd}]{0,60}", prop::collection::vec((0..6_usize, 0..3_usize, with), 0..12)).prop_map(
        |(text, steps)| {
            let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let mut edits = Vec::new();
            let mut at = 0;
            for (skip, take, with) in steps {
                let (start, end) = (at + skip, at + skip + take);
                if end >= bounds.len() {
                    break;
                }
                let within = |block: &Block| {
                    let span = block.span.range();
                    span.start <= bounds[start] && bounds[end] <= span.end && bounds[start] < span.end
                };
                if whole(&text).blocks.iter().any(within) {
                    edits.push((bounds[start], bounds[end], with));
                }
                at = end + 1;
            }
            (text, edits)
        },
    )
}

/// What the edits make of one block.
fn edited_alone(text: &str, block: &Block, edits: &[(usize, usize, &str)]) -> String {
    let span = block.span.range();
    let mut content = text[span.clone()].to_owned();
    for (start, end, with) in edits.iter().rev().filter(|(start, ..)| span.contains(start)) {
        content.replace_range(start - span.start..end - span.start, with);
    }
    content
}

/// Each part of the reading text that a run copies is the same in the raw text, and each place in it leads
/// there and back.
pub(crate) fn check_runs(reading: &Reading<'_>, raw: &str) {
    let Runs::Parts(runs) = &reading.runs else {
        assert_eq!(reading.text, raw);
        return;
    };
    let mut free = (0, 0);
    for run in runs {
        assert!(run.reading >= free.0 && run.raw >= free.1 && run.len > 0, "{runs:?}");
        free = (run.reading + run.len, run.raw + run.len);
        let range = |start: u32| start as usize..(start + run.len) as usize;
        assert_eq!(reading.text.get(range(run.reading)), raw.get(range(run.raw)));
        for offset in range(run.reading) {
            assert_eq!(reading.runs.to_reading(reading.runs.to_raw(offset)), offset);
        }
        for offset in range(run.raw) {
            assert_eq!(reading.runs.to_raw(reading.runs.to_reading(offset)), offset);
        }
    }
}

/// What stands outside `spans`, which are in order; where they overlap, once.
pub(crate) fn outside(text: &str, spans: impl Iterator<Item = Span>) -> String {
    let mut kept = String::new();
    let mut at = 0;
    for span in spans {
        kept.push_str(text.get(at..span.start as usize).unwrap_or(""));
        at = at.max(span.end as usize);
    }
    kept.push_str(&text[at..]);
    kept
}

proptest! {
    #[test]
    fn any_edits_keep_all_the_rest_and_the_way_back((text, edits) in edits()) {
        let reading = edited(&text, &edits);
        // By the plain way of doing it: from the end on.
        let mut expected = text.clone();
        for (start, end, with) in edits.iter().rev() {
            expected.replace_range(*start..*end, with);
        }
        prop_assert_eq!(&*reading.text, &expected);
        check_runs(&reading, &text);
        let marked = outside(&reading.text, reading.repairs.iter().map(|repair| repair.span));
        prop_assert_eq!(marked, outside(&text, edits.iter().map(|(start, end, _)| Span::new(*start, *end))));
        // Each block holds what is left of its line, in order.
        let mut free = 0;
        for block in &reading.blocks {
            prop_assert!(block.span.start >= free);
            free = block.span.end;
            let content = reading.text.get(block.span.range()).unwrap();
            prop_assert!(!content.is_empty() && !content.contains('\n'));
        }
        let contents: Vec<_> = reading.blocks.iter().map(|block| block.span.of(&reading.text)).collect();
        let expected: Vec<_> = whole(&text).blocks.iter().map(|block| edited_alone(&text, block, &edits)).collect();
        let expected: Vec<_> = expected.iter().map(|content| content.trim()).filter(|content| !content.is_empty()).collect();
        prop_assert_eq!(contents, expected);
        prop_assert!(reading.repairs.is_sorted_by_key(|repair| repair.span));
    }
}
