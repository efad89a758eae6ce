//! What the reader sees of Markdown, and how it is tied to the raw text.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use crate::corpus::{Document, Origin, Run, Runs, parse};
use crate::text::BlockKind;

fn document(text: &str) -> Document {
    parse("a/note.md", text.as_bytes()).unwrap()
}

/// Each block with its kind, its columns and its text.
fn shown(text: &str) -> Vec<String> {
    let document = document(text);
    let show = |block: &crate::text::Block| {
        let kind = match block.kind {
            BlockKind::Paragraph => String::new(),
            kind => format!("{kind:?} "),
        };
        let columns =
            if block.hang > 0 { format!("{}/{} ", block.indent, block.hang) } else { String::new() };
        format!(
            "{}{kind}{columns}{}",
            if block.gap { "+" } else { "" },
            block.span.of(document.text.as_str())
        )
    };
    document.text.blocks().iter().map(show).collect()
}

#[test]
fn marks_are_left_out_of_the_reading_text() {
    let text = "# The *talks*\n\nOne **two**\nthree `code` [link](http://x.org) ![a picture](y.png) &amp; \\* <b>bold</b>\n";
    assert_eq!(shown(text), ["Heading(1) The talks", "+One two three code link a picture & * bold"]);
    assert_eq!(document(text).done, ["HTML tags left out"]);
}

#[test]
fn lists_have_markers_and_indents() {
    let text = "Buy:\n\n- milk\n- bread\n  1. white\n  2. black\n- salt\n\nEnd\n";
    let expected = [
        "Buy:",
        "+Item 0/2 • milk",
        "Item 0/2 • bread",
        "Item 2/5 1. white",
        "Item 2/5 2. black",
        "Item 0/2 • salt",
        "+End",
    ];
    assert_eq!(shown(text), expected);
}

#[test]
fn a_loose_list_is_set_apart_and_its_second_paragraphs_are_moved_in() {
    let text = "7. one\n\n   more\n\n8. two\n- [x] done\n";
    assert_eq!(shown(text), ["Item 0/3 7. one", "+3/3 more", "+Item 0/3 8. two", "+Item 0/2 • [x] done"]);
}

#[test]
fn quotations_code_tables_and_rules_are_kept() {
    let text = "> one\n> two\n\n```\nfn a() {\n\n    b\n}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n***\n\nend  \nof it[^1]\n\n[^1]: a note\n";
    let expected = [
        "Quote 2/2 one two",
        "+Code fn a() {",
        "+Code     b",
        "Code }",
        "+Code a  b",
        "Code 1  2",
        "+Rule ***",
        "+end",
        "of it[1]",
        "+Item 0/4 [1] a note",
    ];
    assert_eq!(shown(text), expected);
}

#[test]
fn the_cells_of_a_narrow_table_stand_below_one_another_and_numbers_end_so() {
    let text = "| name | sum |  |\n|-|-|-|\n| Мінск | 1,200 | x |\n| *Lyon* | 7 | |\n| | 30 | y |\n";
    let expected = ["Code name     sum", "Code Мінск  1,200  x", "Code Lyon       7", "Code           30  y"];
    assert_eq!(shown(text), expected);
    let document = document(text);
    for word in ["name", "1,200", "Lyon", "30", "y"] {
        let reading = document.text.as_str().find(word).unwrap();
        assert_eq!(document.raw_offset(reading), text.find(word).unwrap(), "{word}");
    }
}

#[test]
fn a_wide_table_has_a_paragraph_for_each_row() {
    let text = format!("| a | b |\n|-|-|\n| {} | 2 |\n", "word ".repeat(15));
    assert_eq!(shown(&text)[0], "0/2 a | b");
    assert!(shown(&text)[1].ends_with("word | 2"));
}

#[test]
fn the_text_of_html_is_kept_without_its_tags() {
    let text = "<div>\n<p>one</p>\n<script>\nevil()\n</script>\n</div>\n\ntwo<br>three <!-- four -->\n";
    assert_eq!(shown(text), ["one", "+two", "three"]);
}

#[test]
fn the_title_of_the_front_matter_stands_above_the_text_once() {
    let front = "---\ntitle: \"The talks\"\nsource: Example\ndate: 2020-09\n---\n";
    let without = document(&format!("{front}One of them left.\n"));
    assert_eq!(without.text.as_str(), "The talks\n\nOne of them left.");
    assert_eq!(
        document(&format!("{front}# The  talks\n\nOne of them left.\n")).text.as_str(),
        without.text.as_str()
    );
    assert_eq!(shown(&format!("{front}# Another\n"))[1], "+Heading(1) Another");
    let meta = without.meta;
    assert_eq!((meta.title.value.as_str(), meta.title.origin), ("The talks", Origin::FrontMatter));
    assert_eq!(meta.source.unwrap().value, "Example");
    assert_eq!(meta.date.unwrap().value.to_string(), "2020-09");
}

#[test]
fn the_first_heading_is_the_title() {
    let title = |text: &str| document(text).meta.title;
    assert_eq!(title("# One *two*\n\nThree.\n").value, "One two");
    assert_eq!(title("[picture](x)\n\n# One\n\nThree.\n").value, "One");
    assert_eq!(title("One of them left. Two stayed.\n\n## Later\n").origin, Origin::FirstSentence);
    assert_eq!(title("").value, "note.md");
}

#[test]
fn a_place_in_the_reading_text_is_found_in_the_raw_text_and_back() {
    let text = "---\ntitle: Talks\n---\n# Later\n\n- one **two**\n- three &amp; four\n";
    let document = document(text);
    for word in ["Talks", "Later", "one", "two", "three", "four"] {
        let reading = document.text.as_str().find(word).unwrap();
        assert_eq!(document.raw_offset(reading), text.find(word).unwrap(), "{word}");
        assert_eq!(document.reading_offset(text.find(word).unwrap()), reading, "{word}");
    }
    // The mark before a word belongs to the word; what stands before the first run to its beginning.
    assert_eq!(document.reading_offset(0), 0);
    assert_eq!(document.reading_offset(text.len()), document.text.as_str().len());
}

#[test]
fn a_large_file_is_read_as_plain_text() {
    let text = "**word**\n".repeat(2 << 20);
    let document = document(&text);
    assert!(document.runs == Runs::Whole && document.done[0].starts_with("read as plain text"));
}

#[test]
fn deep_nesting_is_bounded() {
    for mark in ["> ", "- ", "[", "**", "<div>", "1. ", "*a _b "] {
        let document = document(&format!("{}x", mark.repeat(20_000)));
        assert!(document.text.blocks().iter().all(|block| block.indent <= 20 && block.hang <= 20), "{mark}");
    }
}

proptest! {
    #[test]
    fn what_was_copied_maps_to_the_raw_text_and_back(text in markdown()) {
        let document = document(&text);
        let reading = document.text.as_str();
        let Runs::Parts(runs) = &document.runs else { return Ok(()) };
        for run in runs {
            let (start, end) = (run.reading as usize, (run.reading + run.len) as usize);
            prop_assert_eq!(&reading[start..end], &document.raw[run.raw as usize..(run.raw + run.len) as usize]);
            for at in (start..end).filter(|at| reading.is_char_boundary(*at)) {
                prop_assert_eq!(document.reading_offset(document.raw_offset(at)), at);
            }
        }
        let apart = |pair: &[Run]| {
            pair[0].reading + pair[0].len <= pair[1].reading && pair[0].raw + pair[0].len <= pair[1].raw
        };
        prop_assert!(runs.windows(2).all(apart));
    }

    #[test]
    fn every_offset_maps_to_a_character(text in markdown(), at in 0_usize..400) {
        let document = document(&text);
        prop_assert!(document.raw.is_char_boundary(document.raw_offset(at)));
        prop_assert!(document.text.as_str().is_char_boundary(document.reading_offset(at)));
    }
}

/// Texts with much markup in them.
fn markdown() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "# ",
        "- ",
        "1. ",
        "> ",
        "**",
        "*",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "  \n",
        "    ",
        "\t",
        "[a](b)",
        "![c](d)",
        "&amp;",
        "<b>",
        "<div>\n",
        "</div>",
        "<!--",
        "-->",
        "|a|b|\n|-|-|\n",
        "---\n",
        "title: x\n",
        "[^1]",
        "[^1]: ",
        "word",
        "Łódź ",
        "白",
        "\\*",
        "\r\n",
        "\u{a0}",
        "- [ ] ",
        "<script>",
        "http://x.org",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}
