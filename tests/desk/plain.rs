//! Plain mode, for people who hear the screen or feel it: no boxes, one thing after another, the cursor where they are.

use super::harness::Desk;

/// Fails where a box is drawn, or two things stand side by side.
#[track_caller]
fn assert_plain(desk: &mut Desk, way: &str) {
    let screen = desk.screen();
    assert!(!screen.contains(['│', '─', '┌', '|', '▸', '★']), "{way}:\n{screen}");
    let (_, row) = desk.cursor().unwrap_or_else(|| panic!("no cursor on {way}:\n{screen}"));
    assert!(row > 0, "the cursor is in the bar on {way}:\n{screen}");
}

#[test]
fn no_screen_has_a_box_or_two_panes_and_each_has_a_cursor() {
    for size in [(80, 24), (200, 50), (40, 10)] {
        let mut desk = Desk::knowing(size.0, size.1);
        desk.plain();
        for (keys, way) in [
            ("", "the library"),
            ("j", "the second document"),
            ("?", "the keys"),
            ("esc :", "the palette"),
            ("esc i", "what is known of a document"),
            ("esc enter", "a document"),
            ("tab", "its cast"),
            ("enter", "a mention"),
            ("i", "what is known of it"),
            ("esc o", "its outline"),
            ("esc v", "a selection"),
            ("a", "the editor"),
        ] {
            desk.press(keys);
            assert_plain(&mut desk, way);
        }
        desk.type_text("A note.").press("ctrl-s");
        for (keys, way) in [
            ("g n", "the notes"),
            ("q C", "a cast"),
            ("enter", "a page"),
            ("g w", "a timeline"),
            ("q g m", "a matrix"),
            ("q q q !", "problems"),
            ("q s", "a search"),
        ] {
            desk.press(keys);
            assert_plain(&mut desk, way);
        }
    }
}

#[test]
fn what_is_selected_is_said() {
    let mut desk = Desk::bundled(80, 24);
    desk.plain();
    desk.press("enter v");
    let said = |desk: &mut Desk| desk.screen().lines().last().unwrap_or_default().to_owned();
    let word = said(&mut desk);
    assert!(word.contains("Selected: \""), "{word}");
    desk.press("l");
    assert_ne!(said(&mut desk), word);
    desk.press("p");
    let long = said(&mut desk);
    assert!(long.contains("characters: \"") && long.ends_with("write.\""), "{long}");
}

#[test]
fn the_cursor_is_on_the_chosen_row() {
    let mut desk = Desk::bundled(80, 24);
    desk.plain();
    let (_, first) = desk.cursor().unwrap();
    desk.press("j");
    assert_eq!(desk.cursor().unwrap(), (0, first + 1));
    assert!(desk.screen().lines().nth(usize::from(first) + 1).unwrap().starts_with('>'), "{}", desk.screen());
}

#[test]
fn where_one_has_come_to_is_said() {
    let mut desk = Desk::bundled(80, 24);
    desk.plain();
    desk.press("enter");
    assert!(desk.foot().contains("In a document: \"Start here\""), "{}", desk.foot());
    desk.press("tab");
    assert!(desk.foot().contains("In the cast"), "{}\n{:?}", desk.screen(), desk.app.context());
    desk.press("q q");
    assert!(desk.foot().contains("In the library: "), "{}", desk.foot());
}
