//! How the lines of plain texts become blocks.

use super::*;
use crate::corpus::plain_testing::{PROSE, document, shown};

const WRAPPED: &str = "The two sides met for a whole day in the house by the sea\nand spoke of the price of milk. Neither of them would say\nafterwards what had been agreed on, and the third side was\nnot even asked to come.";

fn texts(text: &str) -> Vec<String> {
    shown(text).into_iter().map(|(_, text)| text).collect()
}

fn kinds(text: &str) -> Vec<String> {
    shown(text).into_iter().map(|(kind, _)| kind).collect()
}

fn gaps(text: &str) -> Vec<bool> {
    document(text).text.blocks().iter().map(|block| block.gap).collect()
}

#[test]
fn the_reading_text_is_the_raw_text() {
    let document = document(PROSE);
    assert!(std::ptr::eq(document.text.as_str(), &*document.raw) && document.runs == Runs::Whole);
}

#[test]
fn a_paragraph_wrapped_by_hand_is_one_block() {
    assert_eq!(texts(WRAPPED), [WRAPPED]);
    let two = format!("{WRAPPED}\n\n{WRAPPED}");
    assert_eq!(texts(&two), [WRAPPED, WRAPPED]);
    assert_eq!(gaps(&two), [false, true]);
}

#[test]
fn one_line_of_many_may_be_a_little_short() {
    let short = "third\nnot even asked to come to the house, or so they said, and";
    let mended = WRAPPED.replace("third side was\nnot even asked to come.", short);
    let mended = format!("{mended}\n{}", WRAPPED.to_lowercase());
    assert_eq!(texts(&mended).len(), 1);
    // Two paragraphs with no blank line between them.
    assert!(texts(&format!("{WRAPPED} They left the house at night.\n{WRAPPED}")).len() > 1);
}

#[test]
fn a_paragraph_with_its_first_line_moved_in_is_one_block() {
    let text = format!("   {WRAPPED}\n   {WRAPPED}");
    let document = document(&text);
    let blocks = document.text.blocks();
    assert_eq!(blocks.len(), 2);
    assert_eq!((blocks[1].indent, blocks[1].hang, blocks[1].gap), (3, 0, true));
}

#[test]
fn lines_with_room_for_more_are_blocks_of_their_own() {
    let text = "Opinions\nMinister to visit the north for talks next month\n2019.07.03 08:44";
    assert_eq!(texts(text).len(), 3);
    let verse = "So long as men can breathe the air of spring,\nSo long as eyes can see the light of day,\nSo long as birds above the garden sing,";
    assert_eq!(texts(verse).len(), 3);
}

#[test]
fn a_heading_right_above_a_wrapped_paragraph_is_a_block_of_its_own() {
    assert_eq!(texts(&format!("The talks\n{WRAPPED}")), ["The talks", WRAPPED]);
}

#[test]
fn lines_of_a_program_arent_joined() {
    let program = "let first = the_function_with_a_long_name(one, two);\nlet second = the_function_with_a_long_name(one, 2);\nreturn first + second + third + fourth + fifth + 6;";
    assert_eq!(texts(program).len(), 3);
}

#[test]
fn long_lines_are_paragraphs_set_apart() {
    assert_eq!(gaps(&format!("{PROSE}\n{PROSE}\n“No,” he said.\n{PROSE}")), [false, true, true, true]);
    assert_eq!(gaps("one\ntwo\n\nthree"), [false, false, true]);
}

#[test]
fn list_items_hang_by_their_marker() {
    let text = format!("- milk\n* bread\n• salt\n12. pepper\n\n- {}", WRAPPED.replace('\n', "\n  "));
    let document = document(&text);
    let blocks = document.text.blocks();
    let shown: Vec<_> = blocks.iter().map(|block| (block.kind, block.indent, block.hang)).collect();
    let item = |hang| (BlockKind::Item, 0, hang);
    assert_eq!(shown, [item(2), item(2), item(2), item(4), item(2)]);
}

#[test]
fn an_item_may_go_on_at_the_margin() {
    let wrapped = format!("1. {WRAPPED}");
    assert_eq!(texts(&wrapped), [wrapped.as_str()]);
    assert_eq!(texts("1. The talks\nThe two sides met for a whole day in the house by the sea").len(), 2);
}

#[test]
fn rules_tables_and_indents_are_kept() {
    let text = "one\n\n* * *\n\nMinsk      1990      people\n\n    a line moved in\n\n                                        far";
    let document = document(text);
    let blocks = document.text.blocks();
    let kinds: Vec<_> = blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds[1..3], [BlockKind::Rule, BlockKind::Code]);
    assert_eq!((blocks[3].indent, blocks[3].hang), (4, 4));
    assert_eq!(blocks[4].indent, 20);
}

#[test]
fn a_no_break_space_before_a_paragraph_is_no_indent() {
    let document = document(&format!("\u{a0} {PROSE}"));
    assert_eq!(document.text.blocks()[0].indent, 0);
    assert_eq!(document.text.blocks()[0].span.of(&document.raw), PROSE);
}

#[test]
fn an_underlined_line_is_a_heading() {
    let text = format!("The talks\n=========\n\n{PROSE}\n\nAfterwards\n----------\n\n{PROSE}");
    assert_eq!(kinds(&text), ["Heading(1)", "Paragraph", "Heading(2)", "Paragraph"]);
    assert_eq!(kinds("The talks\n\n====\n\nmore")[1], "Rule");
}

#[test]
fn a_short_line_alone_between_paragraphs_is_a_heading() {
    let between = |line: &str| kinds(&format!("Title\n\n{PROSE}\n\n{line}\n\n{PROSE}"))[2].clone();
    assert_eq!(between("‘Elder brother’"), "Heading(2)");
    assert_eq!(between("Afterwards"), "Heading(2)");
    for line in ["“No,” he said.", "Why?", "and so on", "- one", "14 September 2020", "he said:"] {
        assert_ne!(between(line), "Heading(2)", "{line}");
    }
    let close = format!("Title\n\n{PROSE}\nAfterwards\n{PROSE}");
    assert!(!kinds(&close).contains(&"Heading(2)".to_owned()));
    let verse = "Title\n\nthe snow lies deep\n\nAfterwards\n\nthe wind is cold";
    assert!(!kinds(verse).contains(&"Heading(2)".to_owned()));
}

#[test]
fn front_matter_of_a_plain_text_is_set_aside() {
    let text = format!("---\ntitle: The talks\ndate: 2020-09-14\n---\n{PROSE}");
    let document = document(&text);
    assert_eq!(document.meta.title.value, "The talks");
    assert_eq!(kinds(&text)[4], "Paragraph");
    assert!(kinds(&text)[..4].iter().all(|kind| kind == "Aside(Metadata)"));
}

#[test]
fn a_giant_line_becomes_blocks_that_lose_only_white_space() {
    let text = "word ".repeat(60_000);
    let document = document(&text);
    let blocks = document.text.blocks();
    assert!(blocks.len() > 4 && blocks.iter().all(|block| block.span.len() <= MAX_BLOCK));
    assert!(blocks[1..].iter().all(|block| !block.gap));
    let kept: String = blocks.iter().map(|block| block.span.of(&document.raw)).collect::<Vec<_>>().join(" ");
    assert_eq!(kept, text.trim_end());
}

#[test]
fn no_name_is_torn_where_a_giant_line_is_parted() {
    let text = "Jane Smith of Acme Holdings went to Nairobi. ".repeat(30_000);
    let blocks = texts(&text);
    assert!(blocks.len() > 20);
    for block in &blocks {
        assert!(
            block.starts_with("Jane Smith of") && block.ends_with("went to Nairobi."),
            "{}",
            &block[..60]
        );
    }
    // All of it is one paragraph.
    let document = document(&text);
    let blocks = document.text.blocks();
    assert_eq!(crate::text::paragraphs(blocks.iter()).count(), 1);
}

#[test]
fn a_giant_word_is_parted_between_characters() {
    let text = "白".repeat(50_000);
    let kept: String = texts(&text).concat();
    assert_eq!(kept, text);
}

#[test]
fn an_empty_file_is_a_document_of_no_words() {
    for text in ["", " \n\t\r\n "] {
        let document = document(text);
        assert_eq!(document.meta.title.value, "note.txt");
        assert_eq!((document.meta.words, document.text.blocks().len()), (0, 0));
    }
}
