//! The library: the list, finding, sorting, the preview, problems.

use super::harness::Desk;

#[test]
fn the_list_shows_the_bundled_documents_newest_first() {
    let mut desk = Desk::bundled(80, 24);
    desk.expect("6 documents").expect("▸●   2020-09-14 Lukashenko lands").expect("2009-06    A milk ban");
}

#[test]
fn typing_finds_titles_and_lights_the_letters() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("/").type_text("milk ban");
    desk.expect("find milk ban").expect("of 6").expect("A milk ban").expect_not("Start here");
    assert_eq!(
        desk.drawn_with(ratatui::style::Modifier::UNDERLINED).first().map(String::as_str),
        Some("milk")
    );
    desk.press("enter").expect("A milk ban keeps").expect("In this document");
    desk.press("q").expect("find milk ban").press("esc").expect("Start here");
}
