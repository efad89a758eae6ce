//! The library: the list, finding, sorting, marks, the preview.

use super::fixtures::{MEETING, THREE, order};
use super::harness::Desk;
use ibid::app::Effect;

#[test]
fn the_list_shows_the_bundled_documents_newest_first_and_unknown_dates_last() {
    let mut desk = Desk::bundled(120, 40);
    desk.expect("6 documents");
    let list = desk.list().join("\n");
    let at = |title: &str| list.find(title).unwrap_or_else(|| panic!("no {title} in\n{list}"));
    assert!(at("2020-09-14") < at("2019-07-03") && at("2019-07-03") < at("2009-06 "));
    assert!(at("Start here") < at("Lukashenko lands"), "the guide is the newest");
    assert!(at("A milk ban") < at("Wagner"));
}

#[test]
fn finding_narrows_as_it_is_typed_and_widens_again() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("/").type_text("milk keeps");
    assert_eq!(desk.list().iter().filter(|row| !row.is_empty()).count(), 1);
    desk.expect("1 of 6");
    desk.press("ctrl-u").expect("Start here");
    desk.press("a").expect("6 of 6").type_text("zzz").expect("0 of 6").expect("No title matches");
}

#[test]
fn where_no_title_matches_a_file_is_found_by_its_name() {
    let file = |title: &str| format!("---\ntitle: {title}\n---\n\nOne.\n");
    let files =
        [("Report-2020.md", file("A storm")), ("old-report-2020.md", file("A calm")), ("x.md", file("Rain"))];
    let (mut desk, _folder) = Desk::of(&files.each_ref().map(|(name, text)| (*name, text.as_str())));
    desk.press("/").type_text("REPORT-20 .md").expect("2 of 3").expect("old-report-2020.md  A ");
    desk.press("enter").expect("A storm").expect("In this document");
}

#[test]
fn the_best_match_comes_first_and_is_the_one_that_opens() {
    let files = [
        ("1.md", "---\ntitle: Scattered terms impose many burdens early, really\n---\n\nOne.\n"),
        ("2.md", "---\ntitle: The timber route\n---\n\nTwo.\n"),
        ("3.md", "---\ntitle: Timber\n---\n\nThree.\n"),
    ];
    let (mut desk, _folder) = Desk::of(&files);
    desk.press("/").type_text("timber");
    let list = desk.list().join("\n");
    let at = |title: &str| list.find(title).unwrap_or_else(|| panic!("no {title} in\n{list}"));
    assert!(at("Timber") < at("The timber route"), "{list}");
    desk.press("enter").expect("Three.");
}

#[test]
fn the_letters_that_matched_are_lit() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("/").type_text("milk sum");
    let lit = desk.styled(|theme| theme.matched);
    assert!(lit.contains(&"milk".to_owned()), "{lit:?}");
    desk.press("esc");
    assert!(desk.styled(|theme| theme.matched).is_empty());
}

#[test]
fn arrows_move_while_typing() {
    let (mut desk, _folder) = Desk::of(THREE);
    desk.press("/").type_text("a");
    let before = desk.styled(|theme| theme.chosen);
    desk.press("down");
    let after = desk.styled(|theme| theme.chosen);
    assert_ne!(before, after);
    desk.expect("find a");
    desk.press("ctrl-p");
    assert_eq!(desk.styled(|theme| theme.chosen), before);
}

#[test]
fn what_was_found_is_kept_on_the_way_back_and_escape_clears_it() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("/").type_text("milk keeps").press("enter").expect("In this document");
    desk.press("q").expect("milk keeps").expect("1 of 6").expect_not("Start here");
    desk.press("esc").expect("Start here").expect_not("1 of 6");
    assert!(
        desk.list().iter().any(|row| row.starts_with('▸') && row.contains("A milk ban")),
        "the document that was found stays under the cursor:\n{}",
        desk.screen()
    );
}

#[test]
fn escape_while_typing_brings_the_whole_list_back() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("/").type_text("milk").expect_not("Start here").press("esc").expect("Start here");
    assert!(!desk.quit);
}

#[test]
fn a_paste_is_typed() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("/").send(ibid::app::Event::Paste("milk\nban\u{1b}[2J".to_owned()));
    desk.expect("milk ban[2J");
}

#[test]
fn each_key_sorts_and_turns_round() {
    let (mut desk, _folder) = Desk::of(THREE);
    assert_eq!(order(&mut desk), "Beta Gamma Alpha");
    for (keys, there, back) in [
        ("o t", "Alpha Beta Gamma", "Gamma Beta Alpha"),
        ("o s", "Gamma Beta Alpha", "Alpha Beta Gamma"),
        ("o l", "Alpha Gamma Beta", "Beta Gamma Alpha"),
        ("o d", "Beta Gamma Alpha", "Alpha Gamma Beta"),
    ] {
        desk.press(keys);
        assert_eq!(order(&mut desk), there, "{keys}");
        desk.press("S");
        assert_eq!(order(&mut desk), back, "{keys} turned round");
    }
}

#[test]
fn the_unread_mark_goes_once_the_document_was_open_and_stays_gone() {
    let (mut desk, _folder) = Desk::of(THREE);
    assert_eq!(desk.list().iter().filter(|row| row.contains('●')).count(), 3);
    desk.press("enter q");
    let unread =
        |desk: &mut Desk, title: &str| desk.list().iter().any(|row| row.contains(title) && row.contains('●'));
    assert!(!unread(&mut desk, "Beta") && unread(&mut desk, "Alpha"));
    let mut desk = desk.again();
    assert!(!unread(&mut desk, "Beta") && unread(&mut desk, "Alpha"));
}

#[test]
fn what_is_kept_of_a_document_is_marked_in_its_row_and_counted() {
    let (mut desk, _folder) = Desk::of(&[("meeting.md", MEETING), THREE[0]]);
    desk.press("enter m m").press("v s m").press("q");
    let row = desk.list().into_iter().find(|row| row.contains("Lukashenko")).unwrap();
    assert!(row.contains('★') && row.contains('✎'), "{row}");
    let other = desk.list().into_iter().find(|row| row.contains("Alpha")).unwrap();
    assert!(!other.contains('★') && !other.contains('✎'), "{other}");
    desk.expect("2 kept").expect("1 bookmark");
}

#[test]
fn a_wide_list_has_columns_for_source_and_length() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("m.md"), MEETING).unwrap();
    let mut desk = Desk::folder(folder.path(), 160, 24);
    let row = desk.list().remove(0);
    assert!(row.contains("Example Post"), "{row}");
    assert!(row.split_whitespace().last().unwrap().parse::<usize>().is_ok(), "{row}");
}

#[test]
fn the_preview_tells_who_and_what_and_how_it_begins() {
    let (mut desk, _folder) = Desk::of(&[("meeting.md", MEETING)]);
    desk.expect("Alexander Lukashenko").expect("Vladimir Putin").expect("Sochi").expect("Lukashenko flew");
    desk.expect("Example").expect("unread").expect("words");
}

#[test]
fn the_preview_follows_the_cursor() {
    let (mut desk, _folder) = Desk::of(THREE);
    desk.expect("Middle").expect_not("Acme").press("j").expect("Acme").expect_not("Middle");
}

#[test]
fn only_the_answer_to_the_newest_query_counts() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("/");
    desk.slow = true;
    desk.type_text("ban").type_text("ks");
    let arranged = desk.held.iter().filter(|effect| matches!(effect, Effect::Arrange(..))).count();
    assert_eq!(arranged, 5, "each letter asks");
    desk.expect("6 of 6");
    // The newest answer comes first, then those to what was typed before.
    desk.held.reverse();
    desk.catch_up();
    let late = desk.screen();
    assert_eq!(late, Desk::bundled(80, 24).press("/").type_text("banks").screen());
    assert!(!late.contains("6 of 6"), "{late}");
}

#[test]
fn documents_that_come_in_late_dont_move_the_cursor_off_its_document() {
    use ibid::library::Progress;
    let (mut desk, _folder) = Desk::of(THREE);
    // The one that comes in is a copy of another.
    desk.press("c j");
    let entry = {
        let beta = desk.app.catalogue.iter().find(|(_, entry)| entry.title() == "Beta talks").unwrap().1;
        (beta.shared_path(), beta.meta())
    };
    desk.collect(vec![(false, entry)], Progress { found: 4, read: 4, done: true, ..Progress::default() });
    assert_eq!(order(&mut desk), "Beta Beta Gamma Alpha");
    assert!(desk.list().iter().any(|row| row.starts_with('▸') && row.contains("Gamma")), "{}", desk.screen());
}

#[test]
fn progress_is_shown_while_documents_are_read() {
    use ibid::library::Progress;
    let (mut desk, _folder) = Desk::of(THREE);
    desk.collect(Vec::new(), Progress { found: 1234, read: 17, ..Progress::default() });
    desk.expect("17 of 1,234");
}

#[test]
fn a_file_that_is_called_so_comes_before_titles_that_have_the_letters_here_and_there() {
    let title = "# How Usage Grew Everywhere\n\nSome words of it stand here.\n";
    let (mut desk, _folder) = Desk::of(&[("huge-line.md", "# Another report\n\nWords.\n"), ("b.md", title)]);
    desk.press("/").type_text("huge");
    let rows = desk.list();
    let at = |wanted: &str| rows.iter().position(|row| row.contains(wanted));
    assert!(at("Another report").is_some() && at("Another report") < at("How Usage Grew"), "{rows:?}");
    desk.press("ctrl-u").type_text("usage");
    assert!(desk.list().iter().any(|row| row.contains("How Usage Grew")));
}

#[test]
fn a_slow_line_begins_without_the_preview_and_folds_it_no_longer_than_that() {
    let (mut desk, _folder) = Desk::of(&[("m.md", MEETING)]);
    desk.app = desk.app.sparing(true);
    desk.expect_not("Lukashenko flew").press("q");
    let mut desk = desk.again();
    desk.expect("Lukashenko flew");
    desk.app = desk.app.sparing(true);
    desk.press("p p").expect_not("Lukashenko flew").press("q");
    // Whoever folds it themselves means it.
    desk.again().expect_not("Lukashenko flew");
}
