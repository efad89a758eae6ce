//! Attaching a note to other words: how long that lasts, how it shows, and what it leaves alone.

use tempfile::TempDir;

use crate::fixtures::{MEETING, REPLIED};
use crate::harness::Desk;

/// A desk in which a note on two words hangs on a document that isn't there any more, and nothing tells which one it is now.
/// The first document was read and left.
fn astray() -> (Desk, TempDir) {
    let (mut desk, folder) = Desk::knowing_of(&[("old.md", MEETING), ("other.md", REPLIED)]);
    desk.press("/").type_text("meets").press("enter esc v 9 l l v l l a").type_text("astray");
    desk.press("ctrl-s q");
    std::fs::remove_file(folder.path().join("old.md")).unwrap();
    let edited = MEETING.replace("Lukashenko meets Putin", "A quite other title");
    std::fs::write(folder.path().join("new.md"), edited).unwrap();
    let mut desk = desk.again();
    desk.press("/").type_text("border").press("enter").expect("A report from the border").press("q q");
    (desk, folder)
}

/// The words that are attached to are told at the foot.
const ARMED: &str = "attaching";

#[test]
fn whoever_leaves_the_search_for_the_words_of_a_note_is_done_with_attaching_it() {
    let (mut desk, _folder) = astray();
    for way_out in ["ctrl-o", "q g l /", "g c", "f2", "g n enter"] {
        desk.press("g n R").expect("Open its document; there v selects").expect(ARMED);
        desk.press(way_out).expect_not(ARMED);
        desk.press("esc q q q").send(ibid::app::Event::Resize(80, 24));
        desk.press("g l").expect_not(ARMED);
    }
    desk.press("g n R ctrl-o v l a").expect("New note").type_text("another").press("ctrl-s").expect("Saved");
    assert_eq!(desk.journal().len(), 2, "{:?}", desk.journal());
}

#[test]
fn as_long_as_a_note_is_being_attached_the_foot_says_so() {
    let (mut desk, _folder) = astray();
    desk.press("g n R enter").expect("Enter attach the note").expect(ARMED);
    desk.press("esc j").expect("v select  a attach the note").expect(ARMED);
    desk.press("q").expect(ARMED).press("j k").expect(ARMED);
    desk.press("enter a").expect("Attached to these words").expect_not(ARMED);
}

#[test]
fn a_note_that_is_gone_meanwhile_is_not_attached() {
    let (mut desk, _folder) = astray();
    desk.press("g n R enter").expect(ARMED);
    let mut other = desk.beside();
    other.press("g n d d").expect("Deleted the note");
    desk.look();
    desk.expect_not(ARMED).press("esc v l a").expect("New note");
}

#[test]
fn a_note_that_is_being_attached_is_none_of_the_documents_that_are_opened_for_it() {
    let (mut desk, _folder) = astray();
    desk.press("g n R / ctrl-u").type_text("border").press("enter enter").expect("A report from the border");
    desk.expect(ARMED).expect_not("aren't in this text any more").expect_not("lost").expect_not("✎1");
    desk.press(".").expect("Nothing is kept on passages of this document");
    desk.press("e").expect("There is no note in sight");
    // Where its words are they are only proposed.
    desk.press("q / ctrl-u").type_text("putin").press("enter enter").expect_not("✎1");
    assert_eq!(desk.selected(), "There he met");
    desk.press("esc e").expect("There is no note in sight");
    desk.press("v l a").expect("Attached to these words").expect("✎1").press("e").expect("astray");
}
