//! The notes beside the text: going through them, and what is too long for the pane.

use ibid::app::{Event, Mouse};

use super::fixtures::{MEETING, REPLIED, noted};
use super::harness::Desk;

/// A note of so many lines on the meeting, beside it.
fn long(lines: usize) -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    desk.press("G enter a");
    desk.send(Event::Paste((1..=lines).map(|line| format!("line {line}\n")).collect()));
    desk.press("ctrl-s D").type_text("on **all** of it").press("ctrl-s p");
    (desk, folder)
}

#[test]
fn a_long_note_says_how_much_more_of_it_there_is() {
    let (mut desk, _folder) = long(30);
    desk.expect("line 7").expect_not("line 8").expect("… 23 more rows").expect("on all of it");
}

#[test]
fn the_pane_takes_the_focus_and_shows_all_of_the_note_under_the_cursor() {
    let (mut desk, _folder) = long(30);
    desk.press("tab").expect("2 of 2").expect("line 15").expect_not("line 25");
    desk.press("5 j").expect("line 25").expect_not("line 1 ").press("9 j").expect("line 30");
    desk.press("9 k k").expect("line 1").press("g g").expect("1 of 2").expect("… 23 more rows");
    desk.press("G").expect("2 of 2").press("esc").expect_not("2 of 2");
    desk.press("tab tab").expect_not("of 2");
}

#[test]
fn the_head_counts_what_is_on_the_whole_document_as_the_pane_does() {
    let (mut desk, _folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    desk.press("G enter D").type_text("on all of it").press("ctrl-s");
    assert!(desk.bar().contains("✎1"), "{}", desk.screen());
    desk.press(".").expect("Nothing is kept on passages of this document; p shows 1 on the whole of it");
    desk.press("v l a").type_text("on two words").press("ctrl-s p").expect("Notes").expect("on all of it");
    assert!(desk.bar().contains("✎2"), "{}", desk.screen());
}

#[test]
fn enter_edits_the_note_under_the_cursor_and_tags_and_deletes_are_its_own() {
    let (mut desk, _folder) = long(3);
    desk.press("tab g g enter").expect("Note on the document").type_text(" twice").press("ctrl-s");
    desk.expect("on all of it twice").press("t").type_text("whole").press("enter").expect("#whole");
    desk.press("X").expect("Deleted the note").expect_not("twice").expect("line 3");
}

#[test]
fn the_text_goes_along_with_the_cursor_over_its_notes() {
    let (mut desk, _folder) = noted();
    desk.press("q p tab g g j");
    assert_eq!(desk.styled_text(|theme| theme.current).len(), 1, "{}", desk.screen());
    let first = desk.styled_text(|theme| theme.current);
    desk.press("j");
    assert_ne!(desk.styled_text(|theme| theme.current), first);
}

#[test]
fn a_click_chooses_a_note_and_follows_its_link() {
    let (mut desk, _folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    desk.press("enter a").type_text("see [[Lukashenko meets Putin]]").press("ctrl-s p");
    let screen = desk.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains("see [[")).unwrap();
    let column = |text: &str| ibid::text::glyph::width(line.split(text).next().unwrap());
    let press =
        |desk: &mut Desk, column: usize| desk.send(Event::Mouse(Mouse::Press, column as u16, row as u16));
    press(&mut desk, column("see"));
    desk.expect("1 of 1");
    press(&mut desk, column("[["));
    assert!(desk.bar().contains("Lukashenko meets Putin"), "{}", desk.screen());
}

#[test]
fn markdown_of_a_note_is_shown_by_its_looks() {
    let (mut desk, _folder) = long(2);
    desk.expect_not("**all**");
    assert!(
        desk.styled(|theme| theme.face(ibid::note::Face::Strong)).contains(&"all".to_owned()),
        "{}",
        desk.screen()
    );
    desk.press("g n G").expect_not("**all**");
}
