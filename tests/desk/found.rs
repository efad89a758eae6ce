//! What is found without a manual: what can follow a key, the searchable help, the note of the first run.

use std::sync::Arc;

use ibid::app::Event;

use super::fixtures::{THREE, meeting, numbers, top};
use super::harness::Desk;

#[test]
fn a_half_typed_sequence_shows_what_can_follow_and_esc_takes_it_away() {
    for (width, height) in [(80, 24), (200, 50)] {
        let mut desk = Desk::bundled(width, height);
        let before = desk.screen();
        desk.press("g").expect("Go to the library").expect("l ").expect("Esc leave").expect("┌ g ─");
        desk.press("esc");
        assert_eq!(desk.screen(), before);
    }
}

#[test]
fn on_a_small_screen_what_can_follow_is_one_line() {
    let mut desk = Desk::bundled(40, 10);
    let before = desk.screen();
    desk.press("g").expect("g top");
    let now = desk.screen();
    let changed = before.lines().zip(now.lines()).filter(|(one, other)| one != other).count();
    assert_eq!(changed, 1, "{now}");
}

#[test]
fn what_can_follow_is_shown_on_a_screen_of_any_size() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("enter m a m b m C");
    for width in [16, 17, 20, 39, 40, 61, 80, 133, 200] {
        for height in [4, 5, 8, 10, 12, 24, 50] {
            desk.resize(width, height);
            for keys in ["g", "m", "'", "="] {
                desk.press(keys).screen();
                desk.press("esc");
            }
        }
    }
}

#[test]
fn the_box_never_hides_the_chosen_line() {
    let mut desk = Desk::bundled(80, 24);
    for _ in 0..desk.app.library.order.len() {
        desk.press("g").expect("▸").press("esc j");
    }
}

#[test]
fn the_letters_of_marks_are_listed_with_their_words() {
    let (mut desk, _folder) = Desk::of(THREE);
    desk.press("enter m a m B")
        .press("'")
        .expect("│ a Beta talks")
        .expect("│ B Beta talks · Beta talks")
        .press("esc");
    desk.press("q '").expect("│ B Beta talks · Beta talks").expect_not("│ a Beta").press("esc");
    desk.press("g g enter g g").press("'").expect("│ a Beta talks").press("esc");
    desk.press("m a").expect("a is no mark any more").press("m a").expect("a marks this place");
    desk.press("m a q '").expect("│ B Beta").press("esc");
    desk.press("g g enter ' a").expect("Nothing in this document is marked a").press("q");
    desk.press("G enter ' a").expect("Nothing in this document is marked a");
    desk.press("' B").expect(" ibid  Beta talks");
}

#[test]
fn marks_are_kept_across_starts_and_survive_an_edited_file() {
    let words = |first: usize| {
        let sentence = |at: usize| format!("Sentence number {at} says something of its own, w{at}.\n\n");
        (first..first + 200).map(sentence).collect::<String>()
    };
    let (mut desk, folder) = Desk::of(&[("a.txt", &words(0))]);
    desk.press("enter 5 0 % m q");
    let marked = desk.text()[0].clone();
    desk.press("g g Q");
    std::fs::write(folder.path().join("a.txt"), format!("New at the top, and long.\n\n{}", words(0)))
        .unwrap();
    let mut desk = desk.again();
    desk.press("enter g g ' q");
    assert_eq!(desk.text()[0], marked, "{}", desk.screen());
}

#[test]
fn a_number_before_the_end_or_the_beginning_is_a_line() {
    let mut desk = Desk::bundled(80, 24);
    let titles = desk.list();
    desk.press("3 G");
    let row = desk.screen().lines().find(|row| row.starts_with('▸')).unwrap().to_owned();
    assert!(row.contains(titles[2].trim_start_matches(['▸', ' ', '●']).get(..15).unwrap()), "{row}");
    desk.press(":").type_text("2").expect("goes to line 2").press("enter");
    let (mut desk, _folder) = numbers();
    desk.press("G 1 G");
    assert_eq!(top(&mut desk), 0);
}

#[test]
fn the_help_finds_keys_as_well_as_words() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("? /").type_text("g n").expect("List notes, highlights").press("esc");
    desk.press("/").type_text("ctrl-d").expect("Down half a page");
    let chosen = desk.styled(|theme| theme.chosen).join(" ");
    assert!(chosen.contains("Down half a page"), "{chosen}");
}

#[test]
fn the_palette_takes_what_vim_takes_and_remembers_what_was_chosen() {
    let mut desk = Desk::bundled(80, 24);
    desk.press(":").type_text("sort-length").press("enter").expect("length ↓").press("o t").expect("title ↓");
    desk.press(": enter").expect("length ↓");
    desk.press(":").type_text("q").press("enter");
    assert!(desk.quit);
}

#[test]
fn the_palette_names_what_only_the_shell_does() {
    let mut desk = Desk::bundled(80, 24);
    desk.press(":")
        .type_text("export")
        .expect("In a shell: ibid notes export writes what you keep to a file");
    desk.expect_not("focus-next").press("enter").expect("6 documents");
    for (typed, does) in
        [("Import notes", "ibid notes import"), ("theme", "ibid config"), ("keym", "ibid keys")]
    {
        desk.press(":").type_text(typed).expect(does).press("esc");
    }
    // What a command does too is its own; letters that say nothing are none of the shell's.
    desk.press(":").type_text("save").expect_not("In a shell").press("esc");
    desk.press(":").type_text("exp").expect_not("In a shell");
}

#[test]
fn the_note_of_the_first_run_goes_with_the_first_key_and_that_key_counts() {
    let mut desk = Desk::bundled(80, 24);
    desk.app.welcome = Some("~/.config/ibid".to_owned());
    desk.expect("Welcome to ibid").expect("? shows the keys").expect("~/.config/ibid");
    let first = desk.app.library.cursor.at;
    desk.press("j").expect_not("Welcome");
    assert_eq!(desk.app.library.cursor.at, first + 1);
}

#[test]
fn panes_and_order_are_as_they_were_and_the_history_goes_on() {
    let (mut desk, _folder) = Desk::of(THREE);
    desk.press("o t p enter c J").expect_not("In this document");
    desk.press("Q");
    let mut desk = desk.again();
    desk.expect("title ↓").expect("g o goes on where you stopped, at 100 % of “Beta talks”");
    desk.press("g o").expect(" ibid  Beta talks").expect_not("In this document");
    desk.press("ctrl-o").expect(" ibid  Alpha trade").press("' '").expect(" ibid  Beta talks");
}

#[test]
fn the_line_drops_and_the_session_is_kept() {
    let (mut desk, _folder) = meeting();
    desk.press("c");
    desk.send(Event::Leave);
    let kept: Vec<_> = std::fs::read_dir(desk.config.path().join("sessions")).unwrap().collect();
    assert_eq!(kept.len(), 1);
    let config = Arc::clone(&desk.config);
    let mut desk = desk.again();
    desk.expect("of “Lukashenko meets Putin”").press("g o").expect_not("In this document");
    drop(config);
}

#[test]
fn without_an_earlier_session_there_is_nothing_to_go_on_with() {
    let mut desk = Desk::bundled(80, 24);
    desk.expect_not("where you stopped").press("g o").expect("no earlier session");
}

#[test]
fn where_nothing_has_a_box_what_can_follow_is_one_line_after_another() {
    let mut desk = Desk::bundled(80, 24);
    desk.plain();
    desk.press("g")
        .expect("l Go to the library")
        .expect("o Go on where you stopped")
        .expect_not("│")
        .expect_not("┌");
    desk.press("esc").expect_not("Go to the library");
}

#[test]
fn the_manual_has_no_cast_and_documents_keep_theirs() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("f2")
        .expect("The manual of ibid")
        .expect_not("In this document")
        .press("c")
        .expect("In this document");
    desk.press("q enter").expect("In this document");
    desk.press("c").expect_not("In this document").press("f2 q j enter").expect_not("In this document");
}
