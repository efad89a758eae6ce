//! Correcting who is who by hand: what is ruled holds at once, everywhere, after a restart, and can be undone.

use super::fixtures::{MEETING, VISIT, choose};
use super::harness::Desk;
use ibid::app::Effect;

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
    desk.expect("Undone: the correction is gone");
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
    desk.expect("e the whole collection").expect_not("everywhere").press("enter");
    desk.expect("no person’s name in this document");
    assert!(desk.journal().last().unwrap().contains(r#""document":"#));
}

/// The text of the meeting, its last paragraph at the surname.
fn at_surname() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = page();
    choose(&mut desk, "Lukashenko ").press("enter G enter").expect("In this document");
    (desk, folder)
}

#[test]
fn a_mention_that_is_somebody_else_is_one_of_its_own_everywhere_after_a_restart_and_until_undone() {
    let (mut desk, _folder) = at_surname();
    desk.press("= s m").expect("aren’t one person").expect("Lukashenko (in “Lu");
    let mut desk = desk.again();
    open_page(&mut desk);
    desk.expect("5 mentions in 2 documents")
        .press("q / ctrl-u")
        .type_text("in lukashenko meets")
        .press("enter");
    desk.expect("Lukashenko (in “Lukashenko me…").press("enter").expect("1 mention in 1 document");
    let (mut desk, _folder) = at_surname();
    desk.press("= s m")
        .expect("Lukashenko (in “Lu")
        .press("u")
        .expect("Undone")
        .expect_not("Lukashenko (in “Lu");
    open_page(&mut desk);
    desk.expect("6 mentions in 2 documents");
}

#[test]
fn the_question_where_a_merge_holds_names_those_that_it_then_joins() {
    let (mut desk, _folder) = at_surname();
    let joined = "“Alexander Lukashenko” and “Vladimir Putin” are one person";
    desk.press("= m").type_text("putin").press("tab enter").expect("▸ d this document").expect(joined);
    desk.press("up")
        .expect("▸ m only this mention")
        .expect("“Vladimir Putin” and “Lukashenko” are one person");
    desk.press("down").expect(joined).press("enter").expect(joined);
}

#[test]
fn a_mention_is_corrected_on_a_page_too() {
    let (mut desk, _folder) = page();
    desk.press("G = x").expect("▸ m only this mention").press("enter").expect("where it stands here");
    desk.expect("5 mentions in 2 documents");
    desk.press("u").expect("6 mentions in 2 documents");
    desk.press("G = m").type_text("putin").press("tab enter").expect("▸ m only this mention").press("enter");
    desk.expect("5 mentions in 2 documents");
}

#[test]
fn the_name_that_one_is_one_with_is_found_by_any_spelling_and_chosen_from_a_list() {
    let (mut desk, _folder) = page();
    desk.press("= m").type_text("Путин").expect("Vladimir Putin").expect("2 documents");
    desk.press("tab").expect("▸ Vladimir Putin").press("shift-tab").expect_not("▸ Vladimir Putin");
    desk.press("down enter").expect("“Alexander Lukashenko” and “Vladimir Putin” are one person");
}

#[test]
fn the_cast_beside_a_text_heeds_what_was_made_one_and_what_was_split_off() {
    let (mut desk, _folder) = page();
    desk.press("= m").type_text("Putin").press("enter").expect("are one person");
    desk.press("G enter").expect("In this document").expect("Alexander Lukashen… 7");
    desk.press("u").expect("Alexander Lukashen… 4").expect("Vladimir Putin      3");
}

#[test]
fn who_is_lit_or_shown_stays_so_when_another_instance_corrects_somebody_before_them() {
    let (mut desk, _folder) = Desk::knowing_of(&[("meeting.md", MEETING), ("visit.md", VISIT)]);
    desk.press("enter tab");
    let chosen = |desk: &mut Desk| desk.styled(|theme| theme.chosen).concat();
    while !chosen(&mut desk).contains("Putin") {
        desk.press("j");
    }
    desk.press("enter");
    let lit = |desk: &mut Desk| desk.app.reader.as_ref().map(|reader| (reader.lit, reader.chosen_entity()));
    let before = lit(&mut desk);
    let mut other = desk.beside();
    other.press("enter tab").press("= x").expect("no person’s name").press("enter");
    desk.look();
    desk.expect("Vladimir Putin");
    assert_ne!(lit(&mut desk), before, "the numbers are others");
    let place = desk.bar();
    assert!(place.contains("Putin"), "{place}");
    desk.press("n w").expect("Vladimir Putin");
    other.press("= x").expect("no person’s name").press("enter");
    desk.look();
    desk.expect("That isn't a name here any more");
}

#[test]
fn a_page_that_is_asked_for_meanwhile_takes_no_merge_away() {
    let (mut desk, _folder) = page();
    desk.slow = true;
    desk.press("= m").type_text("Путин").press("enter");
    assert!(desk.held.iter().any(|effect| matches!(effect, Effect::Meant(..))), "{:?}", desk.held);
    assert!(!desk.held.iter().any(|effect| matches!(effect, Effect::Entity(..) | Effect::People(..))));
    desk.catch_up();
    desk.expect("are one person");
}

#[test]
fn the_name_before_a_match_is_corrected_and_a_question_says_which_it_is() {
    let (mut desk, _folder) = page();
    desk.press("q q q s").type_text("\"kept silent\"").press("enter enter").expect("In this document");
    assert_eq!(desk.styled_text(|theme| theme.current).join(" "), "kept silent");
    desk.press("= x").expect("no organisation’s name").expect("only this mention").press("esc");
    desk.press("q s").type_text("\"spoke of a loan\"").press("enter enter").expect("In this document");
    desk.press("= s").expect("only this mention").expect_not("d this document").press("esc");
    assert!(!desk.journal().iter().any(|line| line.contains(r#""op":"rule""#)), "{:?}", desk.journal());
}

#[test]
fn a_note_that_was_begun_meanwhile_stands_when_the_name_to_merge_with_is_found() {
    let (mut desk, _folder) = at_surname();
    desk.slow = true;
    desk.press("= m").type_text("Vladimir Putin").press("enter").press("q a").type_text("precious");
    desk.catch_up();
    desk.expect("precious").expect("is as it was").expect_not("this document");
    desk.press("ctrl-s").expect("Saved");
}

#[test]
fn the_page_of_a_name_that_is_rejected_elsewhere_becomes_nobody_elses() {
    let anna = "# Talks\n\nAnna Kowalska met the minister. On Monday Anna Kowalska left for Warsaw.\n";
    let maria =
        "# Harvest\n\nAnna Kowalska Lewandowska sold the apples. Then Anna Kowalska Lewandowska went home.\n";
    let (mut desk, _folder) = Desk::knowing_of(&[("a.md", anna), ("b.md", maria)]);
    let page = |desk: &mut Desk| {
        desk.press("C");
        choose(desk, "Anna Kowalska ").press("enter").expect("2 mentions in 1 document");
    };
    page(&mut desk);
    let mut other = desk.beside();
    page(&mut other);
    other.press("= x").press("enter");
    assert!(other.journal().last().unwrap().contains("reject"), "{:?}", other.journal());
    desk.look();
    desk.expect("“Anna Kowalska” isn't named here any more").expect("Anna Kowalska Lewandowska");
    desk.press("a").expect_not("New note");
}

#[test]
fn a_list_of_names_that_is_changed_meanwhile_counts_at_once() {
    let (mut desk, _folder) = page();
    let list = desk.config.path().join("names.toml");
    let one = "[[name]]\nname = \"Aleksandr Ryhoravich\"\nkind = \"person\"\naliases = [\"Alexander Lukashenko\"]\n";
    desk.look();
    std::fs::write(&list, one).unwrap();
    desk.look();
    desk.expect("The list in names.toml has changed").expect("Aleksandr Ryhoravich");
    std::fs::write(&list, "[[name]]\n").unwrap();
    desk.look();
    desk.expect("names.toml").expect("line 1").expect_not("Aleksandr Ryhoravich");
}

#[test]
fn the_only_one_who_is_offered_is_meant_by_what_was_typed() {
    let (mut desk, _folder) = page();
    desk.press("= m")
        .type_text("Vladimir Pu")
        .expect("Vladimir Putin")
        .press("enter")
        .expect("are one person");
}

#[test]
fn a_name_that_was_given_stays_when_its_bearer_is_of_another_kind() {
    let (mut desk, _folder) = page();
    desk.press("= n ctrl-u").type_text("Batka").press("enter").expect("Batka").press("= k");
    desk.expect("is no person but an organisation").expect("Batka");
    desk.press("u").expect("6 mentions in 2 documents").expect("Batka");
}
