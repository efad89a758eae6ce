//! Correcting who is who by hand: what is ruled holds at once, everywhere, after a restart, and can be undone.

use super::fixtures::{MEETING, VISIT, choose};
use super::harness::Desk;

/// The page of the president.
fn page() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = Desk::knowing_of(&[("meeting.md", MEETING), ("visit.md", VISIT)]);
    open_page(&mut desk);
    desk.expect("6 mentions in 2 documents");
    (desk, folder)
}

fn open_page(desk: &mut Desk) {
    desk.press("C").press("/").type_text("lukashenka").press("enter enter");
}

#[test]
fn a_merge_holds_after_a_restart_and_is_undone() {
    let (mut desk, _folder) = page();
    desk.press("= m").type_text("Putin").press("enter").expect("are one person");
    assert!(desk.journal().last().unwrap().contains(r#""op":"rule""#), "{:?}", desk.journal());
    desk.expect("Vladimir Putin").expect_not("6 mentions in 2 documents");
    let mut desk = desk.again();
    open_page(&mut desk);
    desk.expect("Vladimir Putin").expect_not("6 mentions in 2 documents");
    desk.press("= m").type_text("Zeppelin").press("enter").expect("No person of that name");
}

#[test]
fn undoing_a_merge_gives_back_the_page_as_it_was() {
    let (mut desk, _folder) = page();
    let rows = |desk: &mut Desk| desk.screen().lines().take(20).collect::<Vec<_>>().join("\n");
    let before = rows(&mut desk);
    desk.press("= m").type_text("Putin").press("enter").expect("are one person").press("u");
    desk.expect("Undone: The correction is gone");
    assert_eq!(rows(&mut desk), before);
}

#[test]
fn splitting_what_was_merged_by_hand_takes_the_merge_back() {
    let (mut desk, _folder) = page();
    desk.press("= m").type_text("Putin").press("enter").expect("are one person");
    choose(&mut desk, "Alexander Lukashenko ").press("= s").expect("Taken back: ");
    desk.expect("6 mentions in 2 documents");
    assert!(desk.journal().last().unwrap().contains(r#""op":"delete""#));
}

#[test]
fn a_name_that_is_rejected_in_a_document_stays_one_elsewhere() {
    let (mut desk, _folder) = page();
    choose(&mut desk, "Lukashenka ").press("enter G enter").expect("In this document").press("= x");
    desk.expect("no person’s name in this document");
    assert!(desk.journal().last().unwrap().contains(r#""document":"#));
}
