//! Who is who on the desk: the page of a name, the cast of a collection, the concordance.

use ibid::app::{Effect, Event, Screen};

use super::fixtures::{MEETING, THREE, VISIT};
use super::harness::Desk;

/// The library of two documents whose names are known.
fn knowing() -> (Desk, tempfile::TempDir) {
    Desk::knowing_of(&[("meeting.md", MEETING), ("visit.md", VISIT)])
}

/// The page of the president.
fn page() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = knowing();
    desk.press("C").expect("Alexander Lukashenko").press("/").type_text("lukashenka").press("enter enter");
    desk.expect("6 mentions in 2 documents");
    (desk, folder)
}

#[test]
fn the_page_says_who_it_is_and_where() {
    let (mut desk, _folder) = page();
    insta::assert_snapshot!("page_80x24", desk.screen());
    desk.resize(200, 50);
    insta::assert_snapshot!("page_200x50", desk.screen());
    desk.resize(40, 12);
    insta::assert_snapshot!("page_40x12", desk.screen());
    for size in [(16, 4), (20, 5), (300, 100)] {
        desk.resize(size.0, size.1).press("tab tab G g g").screen();
    }
}

#[test]
fn a_passage_opens_where_it_stands_and_back_is_the_page_at_the_same_place() {
    let (mut desk, _folder) = page();
    desk.press("G k").expect("5 of 6");
    let there = desk.screen();
    desk.press("enter").expect("In this document").expect("place 5 of 6");
    assert_eq!(desk.styled_text(|theme| theme.current), ["Lukashenko"]);
    desk.press("q");
    assert_eq!(desk.screen(), there);
}

#[test]
fn n_goes_on_to_the_next_passage_and_over_to_the_next_document() {
    let (mut desk, _folder) = page();
    desk.press("G enter").expect("place 6 of 6").press("n").expect("the last place");
    desk.press("N N N N")
        .expect("place 2 of 6")
        .expect("A visit to Minsk")
        .press("N N")
        .expect("the first place");
    desk.press("q").expect("1 of 6");
}

#[test]
fn a_name_narrows_the_passages_and_x_shows_all_again() {
    let (mut desk, _folder) = page();
    desk.press("j");
    while !desk.styled(|theme| theme.chosen).iter().any(|row| row.starts_with("▸ Lukashenka ")) {
        desk.press("j");
    }
    desk.press("enter").expect("as “Lukashenka”").expect_not("went home").press("x").expect("− Passages  6");
}

#[test]
fn another_name_on_the_page_is_one_key_away_and_back_is_the_page_before() {
    let (mut desk, _folder) = page();
    let before = desk.screen();
    desk.press("tab");
    while !desk.styled(|theme| theme.chosen).iter().any(|row| row.contains("Vladimir Putin")) {
        desk.press("j");
    }
    desk.press("enter")
        .expect("mentions in 2 documents")
        .press("q")
        .expect("6 mentions")
        .press("tab tab tab tab tab g g");
    assert_eq!(desk.screen(), before);
    desk.press("q");
    assert_eq!(desk.app.screen(), Screen::People);
}

#[test]
fn back_from_a_page_is_the_document_that_it_was_asked_for_in() {
    let (mut desk, _folder) = page();
    desk.press("G enter").expect("In this document");
    desk.press("tab j @")
        .expect("4 mentions in 2 documents")
        .press("G enter")
        .expect("In this document")
        .press("q");
    desk.expect("4 mentions in 2 documents")
        .press("q")
        .expect("In this document")
        .press("q")
        .expect("6 mentions");
    desk.press("q q q enter ] ] enter")
        .expect(" mentions in ")
        .press("G enter q q")
        .expect("In this document");
    desk.press("q q");
    assert_eq!(desk.app.screen(), Screen::Library);
}

#[test]
fn passages_of_many_documents_come_as_one_goes_down() {
    let names: Vec<String> = (0..150).map(|number| format!("{number:03}.md")).collect();
    let text =
        |number: &usize| format!("---\ntitle: Day {number}\n---\n\nVladimir Putin spoke on day {number}.\n");
    let texts: Vec<String> = (0..150).map(|number| text(&number)).collect();
    let files: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    let (mut desk, _folder) = Desk::knowing_of(&files);
    desk.press("C enter").expect("150 mentions in 150 documents").expect("dates unknown").press("G");
    assert!(desk.app.page().unwrap().passages.len() < 150, "not all at once");
    desk.press("G G G")
        .expect("150 of 150")
        .press("enter")
        .expect("place 150 of 150")
        .press("N")
        .expect("day 148");
    desk.press("q").expect("149 of 150");
}

#[test]
fn both_names_are_searched_for_with_one_key() {
    let (mut desk, _folder) = page();
    desk.press("tab");
    while !desk.styled(|theme| theme.chosen).iter().any(|row| row.contains("Makey")) {
        desk.press("j");
    }
    desk.press("t")
        .expect("Makey\"")
        .expect("1 document")
        .expect("A visit to Minsk")
        .press("q")
        .expect("6 mentions");
}

#[test]
fn a_note_that_names_somebody_is_on_the_page() {
    let (mut desk, _folder) = knowing();
    desk.press("enter a").type_text("ask Lukashenka about the loan").press("ctrl-s").expect("Saved");
    desk.press("C /")
        .type_text("lukashenko")
        .press("enter enter")
        .expect("− Notes  1")
        .expect("ask Lukashenka");
    desk.press("G enter a").type_text("Lukashenko again").press("ctrl-s q").expect("− Notes  2");
}

#[test]
fn answers_to_older_questions_are_dropped() {
    let (mut desk, _folder) = knowing();
    desk.press("enter g g ]");
    desk.slow = true;
    desk.press("@");
    let asked = desk.held.iter().any(|effect| matches!(effect, Effect::Entity(..)));
    assert!(asked, "{:?}", desk.held);
    desk.send(Event::Entity(1, None));
    desk.press("q");
    desk.catch_up();
    assert_eq!(desk.app.screen(), Screen::Library, "somebody who has gone elsewhere stays there");
}

#[test]
fn the_cast_is_found_by_any_spelling_sorted_and_narrowed() {
    let (mut desk, _folder) = knowing();
    desk.press("C");
    insta::assert_snapshot!("cast_80x24", desk.screen());
    desk.press("/").type_text("lukashenka").expect("Alexander Lukashenko").expect_not("Putin");
    desk.type_text("xyzzy").expect("Nobody is called so").press("esc").expect("Vladimir Putin");
    desk.press("K").expect_not("Minsk").press("K K").expect("Minsk").expect_not("Putin").press("K");
    desk.press("o")
        .expect("mentions↓")
        .press("o")
        .expect("Name↓")
        .press("o")
        .expect("first↓")
        .press("o")
        .expect("docs↓");
    desk.resize(40, 12);
    insta::assert_snapshot!("cast_40x12", desk.screen());
    desk.press("q");
    assert_eq!(desk.app.screen(), Screen::Library);
}

#[test]
fn a_concordance_stands_in_columns_and_is_sorted_by_its_neighbours() {
    let (mut desk, _folder) = page();
    desk.press("g k");
    insta::assert_snapshot!("concordance_80x24", desk.screen());
    desk.press("o").expect("by the words before").press("o").expect("by the words behind");
    insta::assert_snapshot!("concordance_by_right", desk.screen());
    desk.press("j").expect("2 of 6");
    let there = desk.screen();
    desk.press("enter").expect("place 2 of 6").press("q");
    assert_eq!(desk.screen(), there);
    desk.press("enter n").expect("place 3 of 6").press("q").expect("3 of 6");
    desk.resize(40, 12).expect("Lukashenk");
    desk.resize(200, 50);
    insta::assert_snapshot!("concordance_200x50", desk.screen());
}

#[test]
fn an_empty_collection_and_one_without_names_say_so() {
    let (mut desk, _folder) = Desk::knowing_of(&[]);
    desk.press("C").expect("No names are known here yet").press("enter").expect("No name is chosen");
    desk.press("o K /").type_text("x").press("enter q q @").expect("No document is chosen");
    desk.press("g k").expect("Choose a name or search for a word first");
    let (mut desk, _folder) = Desk::of(THREE);
    desk.press("C").expect("No names are known here yet").press("j k G g g q").expect("Alpha");
}

#[test]
fn a_name_that_isnt_known_yet_has_its_card() {
    let (mut desk, _folder) = Desk::of(&[("meeting.md", MEETING)]);
    desk.press("enter ] enter").expect("mentions in this document");
}

#[test]
fn a_name_that_is_looked_for_is_not_typed_behind_the_one_before() {
    let mut desk = Desk::knowing(80, 24);
    desk.press("C /").type_text("Union State").press("enter").expect("Union State");
    desk.press("/").type_text("Putin").expect_not("Nobody is called so").expect("Vladimir Putin");
}

#[test]
fn the_matrix_of_a_timeline_of_a_search_is_of_what_was_found() {
    let mut desk = Desk::knowing(100, 30);
    desk.press("s").type_text("Union State").press("enter g m").expect("Matrix: search Union State");
    let found: Vec<String> = desk.screen().lines().skip(1).map(str::to_owned).collect();
    desk.press("q g w").expect("Timeline").press("g m").expect("Matrix: search Union State");
    assert_eq!(desk.screen().lines().skip(1).map(str::to_owned).collect::<Vec<_>>(), found);
}

#[test]
fn the_cursor_stays_on_whom_it_was_on_when_others_are_known_better() {
    let (mut desk, _folder) = Desk::knowing_of(&[("meeting.md", MEETING), ("visit.md", VISIT)]);
    let chosen = |desk: &mut Desk| {
        let row = desk.screen().lines().find(|line| line.starts_with('▸')).map(str::to_owned);
        row.unwrap_or_default().split("  ").next().unwrap_or_default().to_owned()
    };
    desk.press("C j j");
    let before = chosen(&mut desk);
    let mut other = desk.beside();
    other.press("C enter = x").expect("is no");
    desk.look();
    assert_eq!(chosen(&mut desk), before);
    desk.press("g g");
    assert_ne!(chosen(&mut desk), before);
}
