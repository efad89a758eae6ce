//! The editor of a note and the line of tags: what is typed there is kept as it was typed.

use ibid::app::{Effect, Event, Mouse};

use super::fixtures::{meeting, noted, words};
use super::harness::Desk;

/// The list of three notes, with this in the place of other words in their journal.
fn noted_with(words: &str, others: &str) -> (Desk, tempfile::TempDir) {
    let (desk, folder) = noted();
    let path = desk.config.path().join("notes/here.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(words), "{text}");
    std::fs::write(&path, text.replace(words, others)).unwrap();
    let mut desk = desk.again();
    desk.press("g n j");
    (desk, folder)
}

#[test]
fn a_completion_takes_away_only_what_was_typed_for_it() {
    let (mut desk, _folder) = noted();
    desk.press("t").type_text("important").press("enter q a").type_text("see #imp").expect("important");
    desk.send(Event::Paste(" and what was pasted".to_owned()));
    desk.press("tab").type_text("end").press("ctrl-s").expect("Saved");
    let last = desk.journal().pop().unwrap();
    assert!(last.contains(r#""body":"see #imp and what was pasted"#) && last.contains("end"), "{last}");
    desk.press("a").type_text("see #imp");
    desk.send(Event::Paste("ort".to_owned()));
    desk.press("tab ctrl-s");
    assert!(desk.journal().pop().unwrap().contains(r#""body":"see #important"#));
}

#[test]
fn a_note_of_elsewhere_that_nobody_changed_is_closed_without_a_question() {
    for ending in [r"\n", r"\r\nsecond\r\n"] {
        let (mut desk, _folder) = noted_with("ask the embassy", &format!("ask the embassy{ending}"));
        desk.press("e").expect("ask the embassy");
        let drafts = std::fs::read_dir(desk.config.path().join("drafts")).unwrap().count();
        desk.press("esc").expect_not("Not saved");
        assert_eq!(drafts, 0, "nothing is kept of what nobody typed");
        desk.press("e").type_text("!").press("esc").expect("Not saved");
    }
}

#[test]
fn back_from_an_own_editor_one_types_on_where_one_was() {
    let (mut desk, _folder) = meeting();
    desk.editor = Box::new(|text| Ok(format!("{text}\n")));
    desk.press("a").type_text("begun here ").press("alt-e").expect("nothing is saved");
    desk.type_text("and ended").press("ctrl-s").expect("Saved");
    assert!(desk.journal()[0].contains("begun here and ended"), "{:?}", desk.journal());
}

#[test]
fn a_place_that_isnt_kept_doesnt_say_that_the_note_is_lost() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("safe");
    desk.send(Event::NotSaved(0, "the reading position (no room)".to_owned()));
    desk.expect("Not kept: the reading position (no room)").expect_not("Alt-w");
}

#[test]
fn tags_that_are_too_many_can_be_mended() {
    let (mut desk, _folder) = meeting();
    let many: Vec<String> = (0..33).map(|number| format!("t{number}")).collect();
    desk.press("t").type_text(&many.join(" ")).press("enter").expect("more than 32 tags").expect("t32");
    desk.press("backspace backspace backspace enter").expect("Tagged #t0");
}

#[test]
fn a_tag_with_a_quotation_mark_stays_one() {
    let (mut desk, _folder) = noted_with(r#""tags":[]"#, r#""tags":["a\"b","\"c d\""]"#);
    let before = desk.journal().len();
    desk.press("t enter");
    assert_eq!(desk.journal().len(), before, "nothing was changed");
    desk.press("t").type_text("new").press("enter").expect("Tagged");
    assert!(desk.journal().pop().unwrap().contains(r#""tags":["a\"b","\"c d\"","new"]"#));
}

#[test]
fn the_wheel_leaves_a_line_that_is_typed_alone() {
    let (mut desk, _folder) = noted();
    desk.press("t").type_text("important").press("enter t").type_text("imp");
    for wheel in [Mouse::Down, Mouse::Up] {
        desk.send(Event::Mouse(wheel, 5, 5));
        desk.expect("imp").expect_not("tags important important");
    }
    desk.press("esc q a").type_text("words").press("alt-w").type_text("/nowhere/x.txt");
    desk.send(Event::Mouse(Mouse::Down, 5, 5));
    desk.expect("/nowhere/x.txt");
}

#[test]
fn of_a_note_as_long_as_a_book_the_list_shows_the_beginning_and_says_that_there_is_more() {
    let line = "a **long** line ".repeat(10_000);
    let (mut desk, _folder) = noted_with("ask the embassy", &line);
    desk.resize(140, 30).expect("▸✎ a long line a long").expect("… over ").expect("more rows (e opens it)");
}

#[test]
fn a_document_that_comes_while_a_note_is_written_is_not_scrolled_to_where_the_other_was() {
    let (mut desk, _folder) =
        Desk::of(&[("1.md", &words()), ("2.md", &words().replace(" w", " v").replace("Numbers", "Others"))]);
    desk.press("enter G");
    let bottom = desk.app.reader.as_ref().map(|reader| reader.place());
    desk.slow = true;
    desk.press("J a").type_text("x");
    desk.catch_up();
    desk.press("esc esc");
    let place = desk.app.reader.as_ref().map(|reader| reader.place());
    assert!(desk.bar().contains("Others") && place != bottom && place == Some(0), "{}", desk.screen());
}

#[test]
fn undoing_that_was_pressed_too_often_takes_nothing_back_that_is_made_later() {
    let (mut desk, _folder) = meeting();
    desk.press("m m").expect("Bookmarked");
    desk.slow = true;
    desk.press("u u u u");
    desk.catch_up();
    desk.expect("Nothing to undo").press("m m").expect("Bookmarked").press("g n").expect("1 kept");
}

#[test]
fn what_is_copied_has_the_words_as_they_stand_there() {
    let family = "👩\u{200d}👩\u{200d}👧 می\u{200c}خواهم";
    let text = format!("---\ntitle: Words\n---\n\n{family} \u{1b}]0;x\u{7}\u{202e}backwards\n");
    let (mut desk, _folder) = Desk::of(&[("w.md", &text)]);
    desk.press("enter v p y");
    assert!(desk.copied[0].contains(family), "{:?}", desk.copied);
    assert!(!desk.copied[0].contains(['\u{1b}', '\u{7}', '\u{202e}']), "{:?}", desk.copied);
    desk.press("a");
    let typed = format!("one\ttwo\n{family} Zucker\u{ad}rohr");
    desk.send(Event::Paste(typed.clone()));
    desk.press("alt-y");
    assert_eq!(desk.copied[1], typed);
}

#[test]
fn the_draft_of_a_note_that_was_saved_half_goes_on_with_that_note() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("first");
    desk.slow = true;
    desk.press("ctrl-s").type_text(" second");
    desk.let_through(|effect| matches!(effect, Effect::Draft(_)));
    desk.catch_up();
    desk.expect("Saved, but for what was typed since");
    // It dies here.
    let mut desk = desk.again();
    desk.press("g d").expect("first second").press("ctrl-s").expect("Saved");
    desk.press("g n").expect("1 kept").expect("first second");
}

#[test]
fn a_tag_with_a_blank_that_is_completed_stays_one() {
    let (mut desk, _folder) = noted_with(r#""tags":[]"#, r#""tags":["two words"]"#);
    for typed in ["tw", "\"two w", "#tw"] {
        desk.press("t ctrl-u").type_text("milk ").type_text(typed).press("tab enter");
        desk.expect("Tagged #milk #two words:").press("u");
    }
    // Behind a sign a blank would end it.
    desk.press("e").type_text(" #tw").press("tab ctrl-s");
    assert!(desk.journal().last().unwrap().contains("ask the embassy #tw\""), "{:?}", desk.journal().last());
}

#[test]
fn a_note_of_any_number_is_one_like_others() {
    let (desk, _folder) = noted();
    let path = desk.config.path().join("notes/here.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    let record: serde_json::Value = serde_json::from_str(text.lines().nth(1).unwrap()).unwrap();
    let zeros = text.replace(record["item"]["id"].as_str().unwrap(), &"0".repeat(32));
    std::fs::write(&path, zeros).unwrap();
    let mut desk = desk.again();
    let pinned = |desk: &Desk| desk.app.pinned_in_order().len();
    desk.press("g l enter");
    assert_eq!(pinned(&desk), 3, "{}", desk.screen());
}

#[test]
fn what_stands_before_the_cursor_is_deleted_at_once_and_comes_back() {
    let (mut desk, _folder) = meeting();
    desk.press("a").type_text("one two").press("enter").type_text("three four").press("left left ctrl-u");
    desk.press("ctrl-s").expect("Saved");
    assert!(
        desk.journal().last().unwrap().contains(r#""body":"one two\nur""#),
        "{:?}",
        desk.journal().last()
    );
    desk.press("e ctrl-u ctrl-_").type_text("!").press("ctrl-s").expect("Saved");
    assert!(
        desk.journal().last().unwrap().contains(r#""body":"one two\nur!""#),
        "{:?}",
        desk.journal().last()
    );
}
