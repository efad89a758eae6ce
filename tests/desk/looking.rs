//! What is there at a glance: timelines, matrices, and the use of a name over time in a list.

use ibid::app::{Characters, Depth, Effect, Event, Screen};
use ibid::ui::Look;

use super::fixtures::{MEETING, VISIT};
use super::harness::Desk;

/// Documents of several years: one dated to a month, one to a year, one without a date, and dates in their texts.
const OTHERS: [(&str, &str); 4] = [
    (
        "month.md",
        "---\ntitle: A month of talks\ndate: 2020-09\n---\n\nVladimir Putin spoke of talks in May 2018.\n",
    ),
    (
        "year.md",
        "---\ntitle: A year of talks\ndate: 2019\n---\n\nAlexander Lukashenko spoke in Minsk in 2018.\n",
    ),
    (
        "old.md",
        "---\ntitle: An old summit\ndate: 2009-06-14\n---\n\nAlexander Lukashenko skipped the summit.\n",
    ),
    ("never.md", "---\ntitle: Nobody knows when\n---\n\nVladimir Putin met Alexander Lukashenko in Sochi.\n"),
];

/// The library of these documents, their names known.
fn library() -> (Desk, tempfile::TempDir) {
    let files = [&[("meeting.md", MEETING), ("visit.md", VISIT)][..], &OTHERS].concat();
    Desk::knowing_of(&files)
}

/// The same with the timeline of the collection open.
fn timeline() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = library();
    desk.press("g w").expect("Timeline: documents of articles");
    (desk, folder)
}

/// Presses keys until the line at the bottom of the picture has these words.
#[track_caller]
fn until<'a>(desk: &'a mut Desk, keys: &str, words: &str) -> &'a mut Desk {
    for _ in 0..200 {
        if desk.screen().contains(words) {
            return desk;
        }
        desk.press(keys);
    }
    panic!("no {words} in:\n{}", desk.screen());
}

#[test]
fn the_timeline_of_the_collection_says_what_it_has_and_what_it_hasnt() {
    let (mut desk, _folder) = timeline();
    desk.expect("by year").expect("6 documents, most in 2019 and 2020 (2)").expect("1 without a date");
    desk.expect("2020: 2 documents · such as “");
    insta::assert_snapshot!("timeline_80x24", desk.screen());
    desk.resize(200, 50);
    insta::assert_snapshot!("timeline_200x50", desk.screen());
    desk.resize(40, 10);
    insta::assert_snapshot!("timeline_40x10", desk.screen());
    desk.resize(20, 5);
    insta::assert_snapshot!("timeline_20x5", desk.screen());
}

#[test]
fn a_gap_is_a_gap_and_n_goes_over_it() {
    let (mut desk, _folder) = timeline();
    desk.press("h").expect("2019: 2 documents").press("h").expect("2018: nothing").press("N");
    desk.expect("2009: 1 document · “An old summit”").press("N").expect("There is nothing before this");
    desk.press("l").expect("2010: nothing").press("n").expect("2019: 2 documents");
    desk.press("5 h").expect("2014: nothing").press("g g").expect("2009: ").press("G").expect("2020: ");
}

#[test]
fn a_document_dated_to_a_year_stands_in_no_month() {
    let (mut desk, _folder) = timeline();
    desk.press("h +").expect("By month").expect("1 not dated to a month").expect("2019-03: 1 document");
    desk.expect("and perhaps 1 more");
    desk.press("t").expect("2019, month unknown").expect("no date").expect("116 months with none");
    desk.press("t + ")
        .expect("By day")
        .expect("2 not dated to a day")
        .press("+")
        .expect("There is nothing shorter");
    desk.press("- - - -").expect("By century").expect("2000 to 2099: 5 documents");
    desk.press("-").expect("There is nothing longer than a century");
}

#[test]
fn a_period_opens_as_a_search_that_finds_as_many() {
    let (mut desk, _folder) = timeline();
    desk.press("enter").expect("date:2020").expect("2 documents").press("q").expect("Timeline: documents");
    desk.press("h enter").expect("date:2019").expect("2 documents").expect("A year of talks").press("q");
    desk.press("+ enter")
        .expect("date:2019-03")
        .expect("1 document")
        .expect_not("A year of talks")
        .press("q");
    desk.press("t G enter").expect("Nobody knows when").expect("1 document").press("q");
    assert_eq!(desk.app.screen(), Screen::Timeline);
    desk.press("k k").press("q");
    assert_eq!(desk.app.screen(), Screen::Library);
}

#[test]
fn one_name_is_laid_over_another() {
    let (mut desk, _folder) = library();
    desk.press("C /").type_text("lukashenka").press("enter t");
    desk.expect("Timeline: Alexander Lukashenko").expect("5 documents");
    // Those are offered that have what was typed, but not who is there already; the first one is meant.
    desk.press("c").expect("compare with").type_text("Lukash").expect_not("person · 5 documents");
    desk.press("ctrl-u").type_text("Put").expect("Vladimir Putin").expect("person · ").press("enter");
    desk.expect("Timeline: Alexander Lukashenko, Vladimir Putin").expect("▸Vladimir Putin");
    desk.press("x c").type_text("Put").press("down enter").expect("Lukashenko, Vladimir Putin");
    desk.press("x c").type_text("Putin").press("enter").expect("Lukashenko, Vladimir Putin");
    desk.expect("2020: Vladimir Putin 2 documents, ");
    insta::assert_snapshot!("compared_80x24", desk.screen());
    desk.press("k").expect("▸Alexander Lukashenko").press("enter").expect("people: Alexander Lukashenko");
    desk.expect("date:2020").expect("1 document").press("q");
    desk.press("c enter").expect("documents").press("c").type_text("nobody at all").press("enter");
    desk.expect("Nobody else here is called “nobody at all”");
    desk.press("@")
        .expect("No name is counted")
        .press("x x")
        .expect("Timeline: Alexander Lukashenko ")
        .press("x");
    desk.expect("only one row").press("@").expect("mentions in 5 documents");
}

#[test]
fn dates_in_texts_are_counted_beside_the_documents_and_searched_for() {
    let (mut desk, _folder) = timeline();
    desk.press("d").expect("dates in texts").expect("▸dates in texts");
    until(&mut desk, "h", "2018: dates in texts 2 mentions");
    desk.press("enter").expect("mentions:2018").expect("2 documents").expect("A year of talks").press("q");
    desk.press("d").expect_not("dates in texts");
}

#[test]
fn the_page_of_a_name_and_what_was_found_have_timelines_of_their_own() {
    let (mut desk, _folder) = library();
    desk.press("C /").type_text("putin").press("enter enter").expect("mentions in").press("g w");
    desk.expect("Timeline: Vladimir Putin")
        .expect("4 documents")
        .press("q")
        .expect("mentions in")
        .press("q q");
    desk.press("s").type_text("talks").press("enter g w").expect("in search talks").expect("2 documents");
    desk.press("enter").expect("talks date:2020").expect("1 document").press("q").expect("Timeline");
}

#[test]
fn in_ascii_and_without_colour_the_picture_is_still_one() {
    let (mut desk, _folder) = timeline();
    desk.looking(Look::new(Depth::None, Characters::Ascii, None));
    let screen = desk.press("d").screen();
    assert!(screen.is_ascii() && screen.contains("####"), "{screen}");
    insta::assert_snapshot!("timeline_ascii", screen);
}

#[test]
fn in_plain_mode_it_is_told_in_words() {
    let (mut desk, _folder) = library();
    desk.plain().press("g w").expect("On a timeline");
    desk.expect("> 2020: 2 documents").expect("  9 years with none").expect("no date: 1 document");
    insta::assert_snapshot!("timeline_plain", desk.screen());
    desk.press("k").expect("> 2019: 2 documents").press("k").expect("> 2009: 1 document");
    desk.press("q g m").expect("In a matrix").expect(" and ").expect(": both in ");
    insta::assert_snapshot!("matrix_plain", desk.screen());
}

#[test]
fn a_matrix_says_who_shares_documents_with_whom() {
    let (mut desk, _folder) = library();
    desk.press("g m").expect("Matrix: articles");
    insta::assert_snapshot!("matrix_80x24", desk.screen());
    desk.expect("Alexander Lukashenko and Vladimir Putin: both in 3 of 6 documents");
    desk.press("j").expect("Vladimir Putin: 4 documents").press("h");
    desk.expect("Vladimir Putin and Alexander Lukashenko: both in 3 of 6 documents");
    desk.press("enter").expect("people: Vladimir Putin").expect("3 documents").press("q").expect("Matrix");
    desk.press("t").expect("pairs that share a document").expect("3 of 5 and 4").press("enter");
    desk.expect("3 documents").press("q t K").expect("Shown: people").expect_not("Minsk");
    desk.press("g w").expect("Timeline: Alexander Lukashenko, Vladimir Putin").press("q");
    desk.press("@").expect("mentions in");
    desk.press("g m").expect("Matrix: around ");
    desk.resize(40, 10);
    insta::assert_snapshot!("matrix_40x10", desk.screen());
    desk.resize(20, 5).expect("pairs");
    desk.resize(200, 50);
    insta::assert_snapshot!("matrix_200x50", desk.screen());
}

#[test]
fn numbers_and_pairs_are_copied_as_tables() {
    let (mut desk, _folder) = timeline();
    desk.press("y");
    assert_eq!(desk.copied.pop().unwrap(), "year | documents\n2009 | 1\n2019 | 2\n2020 | 2\nno date | 1");
    desk.press("q g m y");
    let pairs = desk.copied.pop().unwrap();
    assert!(pairs.starts_with("Alexander Lukashenko | Vladimir Putin | 3 | "), "{pairs}");
}

#[test]
fn every_size_and_key_is_borne() {
    let (mut desk, _folder) = library();
    for start in ["g w", "g w d c enter", "g m", "g m t"] {
        desk.press(start);
        for size in [(1, 1), (16, 4), (20, 5), (29, 12), (31, 9), (59, 24), (80, 24), (400, 100)] {
            desk.resize(size.0, size.1);
            desk.press("j l h k G g g n N pagedown pageup + + + - - - - 9 9 9 l 9 9 9 h t j k G t");
            desk.buffer();
        }
        desk.resize(80, 24).press("g l esc");
    }
}

#[test]
fn nothing_to_count_says_so() {
    let (mut desk, _folder) = Desk::knowing_of(&[]);
    desk.press("g w").expect("Nothing is counted here yet").press("l h n + d enter t q");
    desk.press("g m").expect("No two names are known here yet").press("l h enter t K @").press("q");
    assert_eq!(desk.app.screen(), Screen::Library);
    let (mut desk, _folder) = Desk::knowing_of(&[("never.md", OTHERS[3].1)]);
    desk.press("g w").expect("▸ no date").press("enter").expect("Nobody knows when");
}

#[test]
fn a_name_that_means_harm_is_shown_harmless() {
    let text = "---\ntitle: X\ndate: 2020-01-02\n---\n\nAlexander\u{202e} Lukashenko\u{1b}[31m met Vladimir Putin in Minsk.\n";
    let (mut desk, _folder) = Desk::knowing_of(&[("x.md", text)]);
    for keys in ["g m", "t", "g l esc C", "t", "c P u t i n enter"] {
        desk.press(keys);
        for cell in &desk.buffer().content {
            assert!(!cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}'), "{:?}", cell.symbol());
        }
    }
}

#[test]
fn answers_to_older_questions_are_dropped() {
    let (mut desk, _folder) = timeline();
    desk.slow = true;
    desk.press("d");
    assert!(desk.held.iter().any(|effect| matches!(effect, Effect::Timeline(..))), "{:?}", desk.held);
    desk.send(Event::Timeline(1, Ok(std::sync::Arc::default())));
    desk.expect("6 documents").expect_not("dates in texts");
    desk.catch_up();
    desk.expect("dates in texts");
}

#[test]
fn a_wide_list_of_names_has_their_use_over_time() {
    let (mut desk, _folder) = library();
    desk.resize(120, 24).press("C").expect("by 1 year");
    insta::assert_snapshot!("cast_over_time_120x24", desk.screen());
    desk.resize(80, 24).expect_not("by 1 year");
    desk.resize(120, 24);
    desk.app.is_sparing = true;
    desk.expect_not("by 1 year");
}
