//! The reader: setting, scrolling, the place kept, history, what was set aside, the raw text.

use super::fixtures::{MEETING, REPLIED, meeting, numbers, rows, top};
use super::harness::Desk;
use ibid::app::Effect;

#[test]
fn words_are_not_cut_and_every_one_is_there() {
    let (mut desk, _folder) = numbers();
    let text = desk.text().join(" ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let expected: Vec<String> = (0..words.len() - 1).map(|number| format!("w{number:04}")).collect();
    assert_eq!(words[0], "Numbers");
    assert_eq!(words[1..], expected);
}

#[test]
fn a_wide_screen_keeps_a_comfortable_measure() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("n.md"), super::fixtures::words()).unwrap();
    let mut desk = Desk::folder(folder.path(), 200, 50);
    desk.press("enter");
    let widest = desk.text().iter().map(|row| row.trim().len()).max().unwrap();
    assert!((60..=80).contains(&widest), "{widest}");
}

#[test]
fn wide_letters_marks_and_emoji_stay_in_their_columns() {
    let text = format!("# Wide\n\n{}\n\n{}\n", "漢字かな交じり文 ".repeat(30), "e\u{301}👩‍👩‍👧 🇧🇾 ".repeat(30));
    let (mut desk, _folder) = Desk::of(&[("wide.md", &text)]);
    desk.press("enter").expect("漢字かな交じり文").expect("e\u{301}👩 🇧🇾");
    let rule = |row: &str| row.split('│').next().map(ibid::text::glyph::width);
    let screen = desk.screen();
    let columns: Vec<_> = screen.lines().filter(|row| row.contains('│')).map(rule).collect();
    assert!(columns.windows(2).all(|two| two[0] == two[1]), "{screen}");
}

#[test]
fn half_pages_and_pages_there_and_back_end_where_they_began() {
    for (there, back) in [("j", "k"), ("ctrl-d", "ctrl-u"), ("pagedown", "pageup"), ("7 j", "7 k")] {
        let (mut desk, _folder) = numbers();
        desk.press("5 0 %");
        let before = desk.text();
        desk.press(there);
        assert_ne!(desk.text(), before, "{there}");
        desk.press(back);
        assert_eq!(desk.text(), before, "{there} {back}");
    }
}

#[test]
fn a_number_says_how_often() {
    let (mut desk, _folder) = numbers();
    desk.press("3 0 %");
    let a_row = rows(&mut desk)[1] - top(&mut desk);
    let before = top(&mut desk);
    desk.press("5").expect("5").press("j");
    assert_eq!(top(&mut desk), before + 5 * a_row);
    desk.press("1 0 k");
    assert_eq!(top(&mut desk), before - 5 * a_row);
}

#[test]
fn a_number_with_a_nought_says_how_often_in_a_selection() {
    let (mut desk, _folder) = meeting();
    desk.press("v v 1 0 l");
    assert_eq!(desk.selected().split_whitespace().count(), 11, "{}", desk.selected());
}

#[test]
fn escape_drops_a_number() {
    let (mut desk, _folder) = numbers();
    desk.press("3 0 %");
    let a_row = rows(&mut desk)[1] - top(&mut desk);
    let before = top(&mut desk);
    desk.press("4 X j");
    assert_eq!(top(&mut desk), before + a_row);
}

#[test]
fn the_end_of_the_text_stays_at_the_foot_of_the_pane() {
    let (mut desk, _folder) = numbers();
    desk.press("G");
    assert!(desk.text().last().unwrap().contains("w1199"), "{}", desk.screen());
    let end = desk.text();
    desk.press("j pagedown");
    assert_eq!(desk.text(), end);
    assert_eq!(desk.percent(), 100);
}

#[test]
fn the_percentage_grows_from_the_beginning_to_the_end() {
    let (mut desk, _folder) = numbers();
    let mut before = desk.percent();
    while before < 100 {
        desk.press("pagedown");
        let now = desk.percent();
        assert!(now > before, "{now} after {before}");
        before = now;
    }
    desk.expect("w1199");
}

#[test]
fn a_percentage_out_of_bounds_or_without_sense_is_dealt_with() {
    let (mut desk, _folder) = numbers();
    desk.press("9 9 9 %").expect("w1199");
    desk.press("%").type_text("x").press("enter").expect("number from 0 to 100");
    desk.press("%").type_text("0").press("enter").expect("w0000");
    desk.press("%").type_text("50").press("esc").expect("w0000");
}

#[test]
fn the_place_is_there_again_after_leaving_and_after_a_restart() {
    let (mut desk, _folder) = numbers();
    desk.press("4 0 %");
    let here = top(&mut desk);
    desk.press("q enter");
    assert_eq!(top(&mut desk), here);
    desk.press("j j j");
    let here = top(&mut desk);
    desk.press("Q");
    let mut desk = desk.again();
    desk.press("enter");
    assert_eq!(top(&mut desk), here);
}

#[test]
fn the_place_is_kept_when_the_line_drops() {
    let (mut desk, _folder) = numbers();
    desk.press("4 0 %");
    let here = top(&mut desk);
    desk.send(ibid::app::Event::Leave);
    assert!(desk.quit);
    let mut desk = desk.again();
    desk.press("enter");
    assert_eq!(top(&mut desk), here);
}

#[test]
fn the_place_survives_another_width() {
    let (mut desk, _folder) = numbers();
    desk.press("4 0 %");
    let here = top(&mut desk);
    desk.resize(120, 40);
    let wide = rows(&mut desk);
    assert!(wide[0] <= here && here < wide[1], "{here} in {wide:?}");
    let (mut desk, _folder) = numbers();
    desk.press("4 0 % c");
    let unsplit = rows(&mut desk);
    assert!(unsplit[0] <= here && here < unsplit[1], "{here} in {unsplit:?}");
}

#[test]
fn history_leads_back_and_forward_through_documents_too() {
    let (mut desk, _folder) = Desk::of(&[("1.md", MEETING), ("2.md", &super::fixtures::words())]);
    desk.press("enter").expect("flew to Sochi").press("J").expect("w0000").press("G").expect("w1199");
    desk.press("ctrl-o").expect("w0000").press("H").expect("flew to Sochi");
    desk.press("alt-left").expect("No place to go back to");
    desk.press("alt-right").expect("w0000").press("L").expect("w1199");
    desk.press("alt-right").expect("No place to go forward to");
}

#[test]
fn a_jump_after_going_back_forgets_what_was_ahead() {
    let (mut desk, _folder) = numbers();
    desk.press("G ctrl-o").expect("w0000").press("5 0 % L").expect("No place to go forward to");
    desk.press("ctrl-o").expect("w0000");
}

#[test]
fn what_was_set_aside_is_folded_and_one_key_away() {
    let (mut desk, _folder) = Desk::of(&[("report.txt", REPLIED)]);
    desk.press("enter").expect("A report from the border").expect("set aside").expect_not("email address");
    desk.press("z")
        .expect("email address")
        .expect("nobody at the border")
        .press("z")
        .expect_not("email address");
}

#[test]
fn the_line_of_a_fold_has_the_signs_of_what_is_kept_on_it() {
    let (mut desk, _folder) = Desk::of(&[("report.txt", REPLIED)]);
    desk.press("enter z /")
        .type_text("email address")
        .press("enter v s a")
        .type_text("whose?")
        .press("ctrl-s");
    desk.press("v s m z").expect("set aside (reply form) ✎ ▌").expect_not("Your email");
    desk.press("u").expect("set aside (reply form) ✎ ").press("u").expect("(reply form)  ").expect_not("✎");
}

#[test]
fn find_looks_into_what_was_set_aside_only_where_it_is_shown() {
    let (mut desk, _folder) = Desk::of(&[("report.txt", REPLIED)]);
    desk.press("enter /").type_text("email address").expect("not found").press("esc");
    desk.press("z /").type_text("email address").expect("1 found");
}

#[test]
fn what_is_only_in_what_was_set_aside_is_said_to_be_folded_and_shown_to_whoever_goes_there() {
    let (mut desk, _folder) = Desk::of(&[("report.txt", REPLIED)]);
    desk.press("enter /").type_text("email address").press("enter").expect("z shows what was set aside");
    desk.press("z /").type_text("email address").press("enter v s m esc z").expect_not("email address");
    desk.press("q g n enter").expect("email address");
}

#[test]
fn matches_are_found_anew_when_what_was_set_aside_is_shown() {
    let (mut desk, _folder) = Desk::of(&[("report.txt", &REPLIED.replace("the ministry", "an address"))]);
    desk.press("enter /").type_text("address").press("enter").expect("1 of 1").press("z");
    assert_eq!(
        desk.styled_text(|theme| theme.found),
        ["address"],
        "beside the current one\n{}",
        desk.screen()
    );
    desk.press("n").expect("2 of 2").press("z").expect_not("of 2");
}

#[test]
fn the_raw_text_is_what_the_file_holds_at_the_same_place() {
    let text = format!(
        "---\ntitle: Raw\n---\n\n{}\n",
        (0..200).map(|n| format!("Line *{n}*.\n\n")).collect::<String>()
    );
    let (mut desk, _folder) = Desk::of(&[("raw.md", &text)]);
    desk.press("enter").expect_not("*1*").press("r").expect("*1*").expect("title: Raw");
    desk.press("r").press("5 0 %");
    let here = desk.text()[0].trim().trim_end_matches('.').to_owned();
    let number = here.strip_prefix("Line ").unwrap_or_else(|| panic!("{here}")).to_owned();
    desk.press("r");
    assert_eq!(desk.text()[0].trim(), format!("Line *{number}*."));
    desk.press("r");
    assert_eq!(desk.text()[0].trim(), format!("Line {number}."));
}

#[test]
fn marks_are_not_made_in_the_raw_text_and_that_is_said() {
    let (mut desk, _folder) = meeting();
    for keys in ["m m", "m a", "a", "y"] {
        desk.press("r").press(keys).expect("reading text").press("r");
        assert!(desk.journal().is_empty());
    }
}

#[test]
fn an_older_document_that_comes_late_is_dropped() {
    let (mut desk, _folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    desk.slow = true;
    desk.press("enter j enter");
    let opened = desk.held.iter().filter(|effect| matches!(effect, Effect::Open(..))).count();
    assert_eq!(opened, 2);
    desk.held.reverse();
    desk.catch_up();
    assert!(desk.bar().contains("A report from the border"), "{}", desk.screen());
    desk.expect("The second paragraph");
}

#[test]
fn a_cast_that_comes_late_is_dropped() {
    let (mut desk, _folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    desk.slow = true;
    let open = |effect: &Effect| matches!(effect, Effect::Open(..));
    desk.press("enter").let_through(open);
    desk.press("J").let_through(open);
    assert_eq!(desk.held.iter().filter(|effect| matches!(effect, Effect::Tag(..))).count(), 2);
    desk.held.reverse();
    desk.catch_up();
    assert!(desk.bar().contains("A report from the border"), "{}", desk.screen());
    assert!(!desk.cast().iter().any(|row| row.contains("Putin")), "{}", desk.screen());
}

#[test]
fn a_document_that_is_gone_says_so_and_the_desk_goes_on() {
    let (mut desk, folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
    std::fs::remove_file(folder.path().join("1.md")).unwrap();
    desk.press("enter").expect("1.md").press("j enter").expect("The second paragraph");
    desk.press("g p").expect("1.md");
}

#[test]
fn the_place_is_kept_on_the_way_too() {
    let (mut desk, _folder) = numbers();
    let kept = |desk: &Desk| {
        std::fs::read_to_string(desk.config.path().join("places/here.jsonl")).unwrap().lines().count()
    };
    assert_eq!(kept(&desk), 1, "when it is opened");
    desk.press("j j j");
    assert_eq!(kept(&desk), 1, "not for every step");
    desk.press("9 0 %");
    assert_eq!(kept(&desk), 2, "but after a long way");
    // What a killed program leaves: nothing more was written.
    let here = top(&mut desk);
    let mut desk = desk.again();
    desk.press("enter");
    assert_eq!(top(&mut desk), here);
}

#[test]
fn a_number_before_the_next_document_goes_on_by_so_many() {
    let names = ["1.md", "2.md", "3.md", "4.md", "5.md"];
    let texts: Vec<String> =
        names.iter().map(|name| format!("# Text {name}\n\nWords of {name}.\n")).collect();
    let files: Vec<(&str, &str)> = names.iter().copied().zip(texts.iter().map(String::as_str)).collect();
    let (mut desk, _folder) = Desk::of(&files);
    desk.press("o t g g enter").expect("Words of 1.md").press("3 J").expect("Words of 4.md");
    desk.press("2 K").expect("Words of 2.md").press("9 J").expect("Words of 5.md");
    desk.press("J").expect("This is the last document").press("9 9 K").expect("Words of 1.md");
    desk.press("2 K").expect("This is the first document").press("q").expect("▸").expect("Text 1.md");
}
