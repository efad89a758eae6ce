//! What holds for every document, whatever its file holds.

use std::time::Duration;

use ibid::corpus::{Document, Limits, Runs};
use ibid::text::safe;
use ibid::text::setting::{Setting, Top};

/// Limits under which no input takes long.
pub fn limits() -> Limits {
    Limits {
        file: 1 << 20,
        unpacked: 1 << 20,
        markup: 1 << 20,
        members: 1000,
        pdf_time: Duration::from_secs(5),
        pdf_memory: 1 << 30,
    }
}

/// Panics where a document isn't sound.
pub fn check(document: &Document) {
    let (reading, raw) = (document.text.as_str(), &*document.raw);
    assert!(!document.meta.title.value.is_empty(), "there is always a title");
    for pair in document.text.blocks().windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "blocks are in order");
    }
    for block in document.text.blocks() {
        assert!(reading.get(block.span.range()).is_some(), "blocks lie within the text");
    }
    if let Runs::Parts(runs) = &document.runs {
        let mut ends = (0, 0);
        for run in runs {
            assert!(run.reading >= ends.0 && run.raw >= ends.1, "runs are in order in both texts");
            ends = (run.reading + run.len, run.raw + run.len);
            let here = reading.get(run.reading as usize..ends.0 as usize);
            assert!(here.is_some() && here == raw.get(run.raw as usize..ends.1 as usize), "runs are copies");
            for at in [run.reading, ends.0 - 1].map(|at| at as usize) {
                if reading.is_char_boundary(at) {
                    assert_eq!(document.reading_offset(document.raw_offset(at)), at, "there and back");
                }
            }
        }
    } else {
        assert_eq!(reading, raw);
    }
    for repair in &document.repairs {
        assert!(reading.get(repair.span.range()).is_some(), "repairs lie within the text");
    }
    assert!(document.pages.windows(2).all(|pair| pair[0].start <= pair[1].start), "pages are in order");
    let setting = Setting::new(&document.text, 53, true);
    for line in setting.lines(Top::default(), 60) {
        if let Some(row) = line.row() {
            let shown = safe::line(row.span.of(reading));
            assert!(shown.chars().all(|c| !c.is_control()), "no control is shown");
        }
    }
}
