//! What somebody else writes while one changes the same, where the system doesn't tell of it, as on a network drive.

use ibid::app::Effect;

use super::fixtures::noted;
use super::harness::Desk;

/// The list of notes with a note that was changed here, and a desk beside it.
fn changed_here() -> (Desk, Desk, tempfile::TempDir) {
    let (mut desk, folder) = noted();
    desk.press("j e").type_text(" here").press("ctrl-s").expect("ask the embassy here");
    let mut other = desk.beside();
    other.press("g n g g j").expect("▸✎ ask the embassy here");
    (desk, other, folder)
}

#[test]
fn a_note_that_was_changed_elsewhere_is_not_written_over_by_the_first_key_that_saves() {
    let (mut desk, mut other, _folder) = changed_here();
    desk.press("e").type_text(" again");
    other.press("e").type_text(" and there").press("ctrl-s");
    desk.press("ctrl-s").expect("Saved as a second note, for the first was changed elsewhere");
    desk.expect("ask the embassy here again").expect("ask the embassy here and there");
}

#[test]
fn what_was_told_only_after_a_change_was_decided_on_is_not_written_over() {
    let (mut desk, mut other, _folder) = changed_here();
    desk.press("e").type_text(" again");
    desk.slow = true;
    desk.press("ctrl-s");
    other.press("e").type_text(" and there").press("ctrl-s");
    desk.look();
    desk.catch_up();
    desk.expect("Saved as a second note").expect("ask the embassy here and there");
}

#[test]
fn undoing_takes_nothing_away_that_was_written_elsewhere() {
    let (mut desk, mut other, _folder) = changed_here();
    other.press("e").type_text(" and there").press("ctrl-s");
    desk.press("u").expect("Not done: the note on “Lukashenko meets Putin” was changed elsewhere");
    desk.expect("ask the embassy here and there").press("u").expect("Undone: the bookmark");
    desk.expect("ask the embassy here and there");
}

#[test]
fn redoing_takes_nothing_away_that_was_written_elsewhere() {
    let (mut desk, _other, _folder) = changed_here();
    desk.press("u").expect_not("here");
    let mut other = desk.beside();
    other.press("g n g g j e").type_text(" there").press("ctrl-s").expect("ask the embassy there");
    desk.press("ctrl-r").expect("Not done: the note").expect("ask the embassy there");
    desk.press("ctrl-r").expect("Nothing to redo");
}

#[test]
fn a_note_that_was_changed_elsewhere_is_deleted_only_by_who_has_seen_it() {
    let (mut desk, mut other, _folder) = changed_here();
    other.press("e").type_text(" and there").press("ctrl-s");
    desk.press("d d").expect("Not done: it was changed elsewhere meanwhile").expect("here and there");
    desk.press("d d").expect_not("here and there").expect("Deleted the note");
}

#[test]
fn tags_are_put_on_what_was_written_elsewhere() {
    let (mut desk, mut other, _folder) = changed_here();
    desk.press("t").type_text("mine");
    other.press("e").type_text(" and there").press("ctrl-s");
    desk.press("enter").expect("ask the embassy here and there").expect("#mine");
}

#[test]
fn tags_that_others_put_or_took_away_meanwhile_stay_so() {
    let (mut desk, _other, _folder) = changed_here();
    desk.press("t").type_text("milk minsk").press("enter");
    let mut other = desk.beside();
    other.press("g n g g j").expect("▸✎ ask the embassy here");
    desk.press("t backspace backspace ctrl-w").type_text("milk loan");
    other.press("t ctrl-u").type_text("minsk theirs").press("enter").expect("Tagged #minsk #theirs");
    desk.look();
    desk.slow = true;
    desk.press("enter");
    other.press("e").type_text(" and there").press("ctrl-s");
    desk.catch_up();
    desk.expect("here and there").expect("#loan #theirs").expect_not("#milk").expect_not("#minsk");
}

#[test]
fn what_others_write_on_one_note_is_in_no_change_to_another_ones_way() {
    let (mut desk, mut other, _folder) = changed_here();
    other.press("g g d d");
    desk.slow = true;
    desk.press("e").type_text(" again").press("ctrl-s");
    desk.let_through(|effect| matches!(effect, Effect::Save(..)));
    desk.expect("Saved").expect_not("second").expect("2 kept");
}
