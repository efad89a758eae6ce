//! Find in document.

use super::fixtures::{meeting, numbers, top};
use super::harness::Desk;
use ibid::app::Effect;

const ECHO: &str = "# Echo\n\nA café and a Cafe.\n\nThe CAFÉ is closed. No cafe is open.\n";

fn echo() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = Desk::of(&[("echo.md", ECHO)]);
    desk.press("enter");
    (desk, folder)
}

/// The places that are lit, in the order of the text: the current one too.
fn lit(desk: &mut Desk) -> Vec<String> {
    let mut lit = desk.styled_text(|theme| theme.found);
    lit.extend(desk.styled_text(|theme| theme.current));
    lit.sort();
    lit
}

#[test]
fn all_places_are_lit_and_counted_as_it_is_typed() {
    let (mut desk, _folder) = echo();
    desk.press("/").type_text("c");
    let first = lit(&mut desk).len();
    desk.type_text("af").expect("4 found");
    assert_eq!(lit(&mut desk), ["CAF", "Caf", "caf", "caf"]);
    assert!(first > 4, "“c” stands in “Echo” and “closed” too");
    desk.type_text("x").expect("not found");
    assert!(lit(&mut desk).is_empty());
    desk.press("backspace").expect("4 found");
}

#[test]
fn case_and_accents_count_only_where_they_are_typed() {
    for (typed, expected) in [
        ("cafe", &["CAFÉ", "Cafe", "cafe", "café"][..]),
        ("Cafe", &["Cafe"]),
        ("café", &["CAFÉ", "café"]),
        ("Café", &[]),
        ("CAFÉ", &["CAFÉ"]),
    ] {
        let (mut desk, _folder) = echo();
        desk.press("/").type_text(typed);
        assert_eq!(lit(&mut desk), expected, "{typed}");
    }
}

#[test]
fn n_goes_on_and_round_the_end_and_says_so() {
    let (mut desk, _folder) = meeting();
    desk.press("/").type_text("loan").press("enter").expect("1 of 2");
    desk.press("n").expect("2 of 2");
    desk.press("n").expect("From the beginning again");
    desk.press("n").expect("2 of 2").press("N").expect("1 of 2");
    desk.press("N").expect("From the end again");
    desk.press("2 N").expect("From the end again");
}

#[test]
fn up_and_down_go_from_match_to_match_while_typing() {
    let (mut desk, _folder) = numbers();
    desk.press("/").type_text("w06").expect("100 found");
    let at = desk.styled_text(|theme| theme.current);
    desk.press("down down up");
    assert_ne!(desk.styled_text(|theme| theme.current), Vec::<String>::new());
    desk.press("up");
    assert_eq!(desk.styled_text(|theme| theme.current), at);
}

#[test]
fn what_is_typed_carries_to_the_match_and_escape_puts_back() {
    let (mut desk, _folder) = numbers();
    let before = desk.text();
    desk.press("/").type_text("w0777").expect("w0777").press("esc");
    assert_eq!(desk.text(), before);
    assert!(lit(&mut desk).is_empty());
    desk.press("/").type_text("w0777").press("enter").expect("1 of 1");
    assert!(top(&mut desk) > 600);
    desk.press("ctrl-o");
    assert_eq!(desk.text(), before);
}

#[test]
fn more_letters_search_from_where_the_typing_began() {
    let (mut desk, _folder) = numbers();
    desk.press("5 0 % /").type_text("w07").type_text("01");
    assert_eq!(desk.styled_text(|theme| theme.current), ["w0701"]);
    desk.press("ctrl-u");
    let back = top(&mut desk);
    assert!((470..640).contains(&back), "an empty line is back where the typing began: {back}");
}

#[test]
fn what_isnt_there_is_said() {
    let (mut desk, _folder) = meeting();
    desk.press("/").type_text("zebra").press("enter").expect("“zebra” isn't in this text");
    desk.press("/").type_text("loan").press("enter").expect("1 of 2");
}

#[test]
fn back_puts_the_lights_out_before_it_leaves() {
    let (mut desk, _folder) = meeting();
    desk.press("/").type_text("loan").press("enter");
    assert!(!lit(&mut desk).is_empty());
    desk.press("q").expect("In this document");
    assert!(desk.styled_text(|theme| theme.found).is_empty());
    desk.press("q").expect("1 document");
}

#[test]
fn back_puts_out_the_light_on_the_current_match_too() {
    let (mut desk, _folder) = meeting();
    desk.press("/").type_text("loan").press("enter esc");
    assert!(lit(&mut desk).is_empty(), "{:?}", lit(&mut desk));
}

#[test]
fn a_phrase_runs_over_the_end_of_a_row() {
    let (mut desk, _folder) = meeting();
    desk.press("/").type_text("the loan is of").expect("1 found").press("enter");
    assert_eq!(desk.styled_text(|theme| theme.current).join(" "), "The loan is of");
}

#[test]
fn only_the_answer_to_the_newest_phrase_counts() {
    let (mut desk, _folder) = meeting();
    desk.press("/");
    desk.slow = true;
    desk.type_text("csto");
    assert_eq!(desk.held.iter().filter(|effect| matches!(effect, Effect::Match(..))).count(), 4);
    desk.held.reverse();
    desk.catch_up();
    desk.expect("2 found");
    desk.press("enter").expect("1 of 2");
}

#[test]
fn matches_in_the_raw_text_are_those_of_the_raw_text() {
    let (mut desk, _folder) = meeting();
    desk.press("r /").type_text("title:").expect("1 found").press("enter").expect("1 of 1");
    desk.press("r").expect_not("1 of 1");
}

#[test]
fn the_foot_says_that_back_takes_the_filter_away_before_it_quits() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut desk = Desk::bundled(width, height);
        let quits = |desk: &mut Desk| desk.foot().contains("q quit");
        assert!(quits(&mut desk), "{}", desk.foot());
        desk.press("/").type_text("loan").press("enter q");
        assert!(!quits(&mut desk) && desk.foot().contains("q all"), "{}", desk.foot());
        desk.press("q");
        assert!(quits(&mut desk) && !desk.quit, "{}", desk.foot());
    }
}
