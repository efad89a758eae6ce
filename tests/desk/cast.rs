//! The split view: mentions in the text, the cast beside it, who somebody is.

use super::fixtures::{meeting, numbers};
use super::harness::Desk;
use ibid::app::{Effect, Event};
use ibid::library::News;
use ibid::tag::Kind;

/// The row of the cast that names `name`.
fn row(desk: &mut Desk, name: &str) -> String {
    let cast = desk.cast();
    cast.iter().find(|row| row.contains(name)).unwrap_or_else(|| panic!("no {name} in {cast:#?}")).clone()
}

#[test]
fn mentions_are_marked_by_kind() {
    let (mut desk, _folder) = meeting();
    for (kind, name) in [
        (Kind::Person, "Vladimir Putin"),
        (Kind::Organisation, "CSTO"),
        (Kind::Place, "Sochi"),
        (Kind::Date, "Monday"),
        (Kind::Money, "$1.5 billion"),
    ] {
        let marked = desk.styled_text(|theme| theme.mention(kind));
        assert!(marked.iter().any(|mark| mark.contains(name)), "{kind:?}: {marked:?}");
        assert!(!marked.iter().any(|mark| mark.contains("helps")), "{marked:?}");
    }
}

#[test]
fn kinds_can_be_told_apart_without_colour() {
    let theme = ibid::ui::Theme::colourless();
    for one in Kind::ALL {
        for other in Kind::ALL {
            assert!(one == other || theme.mention(one) != theme.mention(other), "{one:?} {other:?}");
        }
        assert_eq!((theme.mention(one).fg, theme.mention(one).bg), (None, None));
    }
}

#[test]
fn the_cast_counts_mentions_under_each_kind_in_turn() {
    let (mut desk, _folder) = meeting();
    // In the heading and thrice in the text.
    assert!(row(&mut desk, "Alexander Luk").ends_with('4'));
    assert!(row(&mut desk, "Vladimir Putin").ends_with('3'));
    assert!(row(&mut desk, "Collective Sec").ends_with('3'), "the acronym counts as the full name");
    assert!(row(&mut desk, "$1.5 billion").ends_with('1'));
    let cast = desk.cast().join("\n");
    let at: Vec<Option<usize>> =
        ["People", "Organisations", "Places", "Dates", "Money"].iter().map(|name| cast.find(name)).collect();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{cast}");
}

#[test]
fn choosing_a_name_lights_its_mentions_and_steps_through_them() {
    let (mut desk, _folder) = meeting();
    desk.press("tab j").expect("Vladimir Putin 3 mentions");
    desk.press("enter").expect("Vladimir Putin 1 of 3");
    let lit = desk.styled_text(|theme| theme.lit);
    assert_eq!(lit, ["Vladimir Putin", "Putin"], "the other two");
    assert_eq!(desk.styled_text(|theme| theme.current), ["Putin"]);
    desk.press("n").expect("2 of 3");
    assert_eq!(desk.styled_text(|theme| theme.current), ["Vladimir Putin"]);
    desk.press("enter").expect("3 of 3").press("n").expect("From the beginning again");
    desk.press("N").expect("From the end again");
}

#[test]
fn moving_in_the_cast_lights_the_name_at_once() {
    let (mut desk, _folder) = meeting();
    desk.press("tab j");
    assert_eq!(desk.styled_text(|theme| theme.lit), ["Putin", "Vladimir Putin", "Putin"]);
    desk.press("G");
    assert_eq!(desk.styled_text(|theme| theme.lit), ["$1.5 billion"]);
    desk.press("k");
    assert_eq!(desk.styled_text(|theme| theme.lit), ["Monday"], "over the heading");
    desk.press("g g");
    assert_eq!(desk.styled_text(|theme| theme.lit).len(), 4);
}

#[test]
fn the_current_one_of_the_lit_mentions_stands_out() {
    use ratatui::style::Modifier;
    let theme = ibid::ui::Theme::terminal();
    let both = theme.lit.patch(theme.current);
    assert!(both.bg.is_some() && !both.add_modifier.contains(Modifier::REVERSED), "{both:?}");
}

#[test]
fn focus_goes_to_the_cast_and_back_by_tab() {
    let (mut desk, _folder) = meeting();
    desk.press("tab");
    assert!(row(&mut desk, "Alexander").contains('▸'));
    desk.press("tab");
    assert!(!row(&mut desk, "Alexander").contains('▸'));
    desk.press("shift-tab");
    assert!(row(&mut desk, "Alexander").contains('▸'));
    desk.press("h");
    assert!(!row(&mut desk, "Alexander").contains('▸'));
}

#[test]
fn escape_and_back_leave_the_cast_before_the_document() {
    for key in ["q", "esc"] {
        let (mut desk, _folder) = meeting();
        desk.press("tab").press(key).expect("In this document");
        assert!(!row(&mut desk, "Alexander").contains('▸'));
        // Esc only lets go of things: pressed once too often it doesn't lead away from the text.
        desk.press("esc").expect("q goes back").press("q").expect("1 document");
    }
}

#[test]
fn the_cast_folds_and_stays_folded_in_the_next_document() {
    let (mut desk, _folder) =
        Desk::of(&[("1.md", super::fixtures::MEETING), ("2.md", super::fixtures::REPLIED)]);
    desk.press("enter").expect("In this document").press("c").expect_not("In this document");
    desk.press("J").expect("A report from the border").expect_not("In this document");
    desk.press("tab").expect("In this document");
}

#[test]
fn stepping_goes_from_name_to_name() {
    let (mut desk, _folder) = meeting();
    let mut stepped = Vec::new();
    for _ in 0..5 {
        stepped.push(desk.press("n").styled_text(|theme| theme.current).join(" "));
    }
    assert_eq!(stepped, ["Lukashenko", "Putin", "Alexander Lukashenko", "Sochi", "Monday"]);
    desk.press("[");
    assert_eq!(desk.styled_text(|theme| theme.current), ["Sochi"]);
    desk.press("3 ]");
    assert_eq!(desk.styled_text(|theme| theme.current), ["$1.5 billion"]);
}

#[test]
fn from_a_mention_one_key_shows_who_it_is() {
    let (mut desk, _folder) = meeting();
    desk.press("n n enter").expect("person, 3 mentions").expect("Putin 2 · Vladimir Putin 1");
    desk.expect("There he met Vladimir Putin").expect("Lukashenko thanked Putin.");
    desk.press("esc").expect_not("3 mentions").expect("In this document");
}

#[test]
fn the_card_leads_to_a_passage_and_history_back() {
    let (mut desk, _folder) = meeting();
    desk.press("n n w j j enter");
    assert_eq!(desk.styled_text(|theme| theme.current), ["Putin"]);
    desk.expect("Vladimir Putin 3 of 3").expect_not("Passages");
    desk.press("n").expect("From the beginning again");
}

#[test]
fn the_card_shows_roles_that_the_text_gives() {
    let text = "# A visit\n\nPresident Dmitry Medvedev spoke. Medvedev said little.\n";
    let (mut desk, _folder) = Desk::of(&[("v.md", text)]);
    desk.press("enter n enter").expect("Dmitry Medvedev").expect("President");
}

#[test]
fn a_document_without_names_says_so() {
    let (mut desk, _folder) = numbers();
    desk.expect("no names found").press("n").expect("Nothing to step to");
    desk.press("enter").expect("No name is in sight");
    desk.press("tab j k enter").press("tab").expect("w0000");
}

#[test]
fn before_the_names_are_tagged_the_text_can_be_read() {
    let (mut desk, _folder) = Desk::of(&[("m.md", super::fixtures::MEETING)]);
    desk.slow = true;
    desk.press("enter");
    desk.let_through(|effect| matches!(effect, Effect::Open(..)));
    desk.expect("flew to Sochi").expect("tagging").press("n").expect("Names are still being tagged");
    desk.catch_up();
    desk.expect("Vladimir Putin").expect_not("tagging");
}

#[test]
fn a_narrow_window_shows_the_text_or_the_cast() {
    let (mut desk, _folder) = meeting();
    desk.resize(50, 24).expect_not("In this document").expect("flew to Sochi");
    desk.press("tab").expect("In this document").expect("Vladimir Putin").expect_not("flew to Sochi");
    desk.press("tab").expect("flew to Sochi").press("tab j enter").expect("flew to Sochi").expect("1 of 3");
    desk.resize(80, 24).expect("In this document");
}

#[test]
fn the_hints_and_the_place_among_the_lit_stand_apart() {
    let (mut desk, _folder) = meeting();
    desk.press("tab j enter");
    let foot = desk.foot();
    assert!(foot.contains("  Vladimir Putin 1 of 3"), "{foot}");
}

#[test]
fn the_hints_under_the_card_are_those_of_the_card() {
    let (mut desk, _folder) = meeting();
    desk.press("n w").expect("Passages");
    let foot = desk.foot();
    assert!(!foot.contains("bookmark") && !foot.contains("select"), "{foot}");
}

#[test]
fn what_the_collection_teaches_reaches_the_open_document_unless_a_name_is_chosen_in_it() {
    let (mut desk, _folder) = meeting();
    let tagged = |desk: &mut Desk| {
        desk.slow = true;
        let (catalogue, progress) = (desk.app.catalogue.clone(), desk.app.progress);
        let news = News { catalogue, progress, studied: true, ..News::default() };
        desk.send(Event::Collected(Box::new(news)));
        let count = desk.held.iter().filter(|effect| matches!(effect, Effect::Tag(..))).count();
        desk.catch_up();
        count
    };
    let before = desk.cast();
    assert_eq!(tagged(&mut desk), 1);
    assert_eq!(desk.cast(), before);
    desk.press("tab j enter");
    assert_eq!(tagged(&mut desk), 0);
}

#[test]
fn a_name_is_found_that_only_another_document_makes_clear() {
    let clear = "Foreign Minister Thabo Winter spoke in Vienna. Mr Winter said that he would resign. Thabo Winter left.\n";
    let (mut desk, _folder) =
        Desk::knowing_of(&[("1.txt", "The talks stalled. Nobody asked Winter.\n"), ("2.txt", clear)]);
    desk.press("j enter");
    assert!(row(&mut desk, "Winter").ends_with('1'), "{}", desk.screen());
    let (mut desk, _folder) = Desk::of(&[("1.txt", "The talks stalled. Nobody asked Winter.\n")]);
    desk.press("enter");
    assert!(!desk.cast().iter().any(|row| row.contains("Winter")), "{}", desk.screen());
}
