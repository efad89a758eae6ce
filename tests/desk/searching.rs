//! Searching all documents: typing, results, narrowing, and going through the documents.

use ibid::app::{Effect, Event, Screen, Searches};
use ibid::index::Answer;

use super::fixtures::{MEETING, THREE};
use super::harness::Desk;

/// A desk on the meeting and three short documents, with a search typed.
fn typed(query: &str) -> (Desk, tempfile::TempDir) {
    let files = [&[("meeting.md", MEETING)][..], THREE].concat();
    let (mut desk, folder) = Desk::of(&files);
    desk.press("s").type_text(query);
    (desk, folder)
}

/// The same with its results in focus.
fn found(query: &str) -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = typed(query);
    desk.press("enter");
    (desk, folder)
}

fn searches(desk: &Desk) -> usize {
    desk.held.iter().filter(|effect| matches!(effect, Effect::Search(..))).count()
}

#[test]
fn results_come_as_one_types() {
    let (mut desk, _folder) = typed("lo");
    desk.expect("1 document").type_text("an").expect("Lukashenko meets Putin").expect("who spoke of a loan");
    assert!(desk.styled(|theme| theme.matched).contains(&"loan".to_owned()), "{}", desk.screen());
    desk.type_text("xy").expect("Nothing found");
    desk.press("ctrl-u").expect("all of these words");
}

#[test]
fn only_the_answer_to_the_newest_question_counts() {
    let (mut desk, _folder) = typed("");
    desk.slow = true;
    desk.type_text("loan");
    assert_eq!(searches(&desk), 4);
    desk.expect("…");
    let tickets = desk.held.iter().filter_map(|effect| match effect {
        Effect::Search(ticket, _) => Some(*ticket),
        _ => None,
    });
    let stale: Vec<_> = tickets.collect();
    desk.send(Event::Found(stale[0], Ok(Answer { total: 77, ..Answer::default() })));
    desk.expect_not("77").expect("…");
    desk.held.reverse();
    desk.catch_up();
    desk.expect("1 document");
}

#[test]
fn what_a_half_typed_word_found_stays_when_it_is_meant() {
    let (mut desk, _folder) = typed("loa");
    desk.expect("1 document").press("enter").expect("1 document").expect("these have longer ones");
    desk.press("/").type_text("n").press("enter").expect("1 document").expect_not("longer ones");
    let (mut desk, _folder) = found("zebra");
    desk.expect("Nothing found").expect_not("zebra~");
    let (mut desk, _folder) = found("date:2001");
    desk.expect("Nothing found").expect_not("~ finds");
    let (mut desk, _folder) = found("lian");
    desk.expect("Nothing found; lian~ finds 1 document")
        .press("/")
        .type_text("~")
        .press("enter")
        .expect("1 document");
}

#[test]
fn a_spelling_says_why_it_is_there() {
    let mut desk = Desk::knowing(80, 24);
    desk.press("s").type_text("Lukashenka").press("enter").expect("5 documents").expect("↳ Lukashenko");
    desk.press("=").expect("2 documents").expect("exactly these letters").expect_not("↳");
    desk.press("=").expect("5 documents");
}

#[test]
fn what_is_half_typed_is_told_once_it_is_meant() {
    let (mut desk, _folder) = typed("loan date:20");
    desk.expect_not("! “date:20”").expect("1 document").press("enter").expect("! “date:20” is no date");
    desk.press("/").type_text("20").expect_not("!").expect("1 document");
    desk.press("ctrl-u").type_text("autor:x loan").expect("did you mean “author:”?");
    desk.press("ctrl-u").type_text("loan (").expect("1 document").press("enter").expect("a bracket is open");
}

#[test]
fn a_passage_opens_where_it_stands_and_back_is_the_result() {
    let (mut desk, _folder) = found("csto OR loan");
    desk.press("j").expect("▸");
    let results = desk.screen();
    desk.press("enter").expect("hit").expect("result 1 of 1");
    assert_eq!(desk.styled_text(|theme| theme.current).len(), 1, "{}", desk.screen());
    assert_eq!(desk.styled_text(|theme| theme.found).len() + 1, 4, "two loans and two CSTOs");
    for back in ["q", "esc"] {
        desk.press(back);
        assert_eq!(desk.screen(), results, "{back}");
        desk.press("enter");
    }
}

#[test]
fn n_goes_through_the_hits_and_on_to_the_next_document() {
    let (mut desk, _folder) = found("one");
    desk.press("enter").expect("hit 1 of 1 · result 1 of 3").expect("Beta talks");
    desk.press("n").expect("Result 2 of 3: Gamma notes").press("n").expect("Result 3 of 3: Alpha trade");
    desk.press("n").expect("This is the last result").press("N").expect("Result 2 of 3");
    desk.press("N N").expect("This is the first result");
    desk.press("2 n").expect("Alpha trade");
    desk.press("q").expect("3 of 3");
    let chosen = desk.styled(|theme| theme.chosen);
    assert!(chosen.iter().any(|row| row.contains("Alpha trade")), "{chosen:?}");
}

#[test]
fn n_stops_at_each_hit_of_a_document() {
    let (mut desk, _folder) = found("loan OR one");
    desk.press("g g enter").expect("result 1 of 4");
    let (mut desk, _folder) = found("lukashenko");
    desk.press("enter")
        .expect("hit 2 of 4")
        .press("N")
        .expect("hit 1 of 4")
        .press("3 n")
        .expect("hit 4 of 4");
    desk.press("n").expect("This is the last result").press("N").expect("hit 3 of 4");
}

#[test]
fn a_document_read_before_the_search_is_a_place_to_go_back_to() {
    let (mut desk, _folder) = typed("");
    desk.press("esc").press("g l j j enter").expect("One two three four.");
    desk.press("s").type_text("loan").press("enter enter").expect("hit 1 of 2");
    desk.press("q");
    assert_eq!(desk.app.screen(), Screen::Search);
    desk.press("q");
    assert_eq!(desk.app.screen(), Screen::Library);
    desk.press("ctrl-o ctrl-o").expect("One two three four.");
}

#[test]
fn results_are_narrowed_by_a_digit_and_widened_by_a_key() {
    let (mut desk, _folder) = found("one");
    desk.expect("3 documents")
        .press("tab")
        .expect("1   Acme News")
        .press("2")
        .expect("[source: Middle Mail]");
    desk.expect("1 document").expect("✓").press("tab x").expect("3 documents").expect_not("[source");
    desk.press("tab 9").expect("No line has the digit 9");
}

#[test]
fn zero_gives_the_digits_to_the_next_nine() {
    let text = |number: u32| {
        let head = format!("source: Mail {number}\ndate: 20{number}-01-01\n");
        (format!("{number}.md"), format!("---\n{head}---\n# Letter {number}\n\nOne two.\n"))
    };
    let texts: Vec<(String, String)> = (10..19).map(text).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (mut desk, _folder) = Desk::of(&files);
    desk.resize(120, 60).press("s").type_text("one").press("enter tab").expect("1   Mail 10");
    desk.press("0").expect_not("1   Mail 10").expect("Mail 10").press("0").expect("1   Mail 10");
    desk.expect("9 documents").press("0 2").expect("1 document");
    desk.expect("1   Mail 1");
}

#[test]
fn more_facets_than_are_shown_are_told_and_come_when_they_are_asked_for() {
    let text = |number: u32| {
        let year = number.min(29);
        let head = format!("source: Mail {year}\ndate: 20{year}-01-01\n");
        (format!("{number}.md"), format!("---\n{head}---\n# Letter {number}\n\nOne two.\n"))
    };
    let texts: Vec<(String, String)> = (10..31).map(text).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (mut desk, _folder) = Desk::of(&files);
    desk.resize(40, 60).press("s").type_text("one").press("enter tab").expect("Narrow by");
    desk.expect("Mail 29").expect("Mail 16").expect_not("Mail 17").expect("and 12 more");
    desk.press("j j j j j j j j enter").expect("Mail 28").expect("and 12 more").expect_not("2028");
    desk.press("G enter").expect("2028").expect_not("and 12 more");
    // The year that most have comes first of a few, and in its place among all.
    let screen = desk.screen();
    let place = |year: &str| screen.find(&format!(" {year} ")).unwrap();
    assert!(place("2010") < place("2028") && place("2028") < place("2029"), "{screen}");
    desk.press("G enter").expect("✓ 2029");
}

#[test]
fn facets_stand_beside_a_wide_result_and_fold_on_a_narrow_one() {
    let (mut desk, _folder) = found("one");
    desk.expect_not("Narrow by").resize(120, 40).expect("Narrow by").expect("Middle Mail");
    desk.resize(40, 12).expect_not("Narrow by").press("tab").expect("Narrow by").expect_not("search one");
    desk.press("esc").expect("search one");
}

#[test]
fn a_narrowed_and_exact_search_comes_back_as_it_was_saved() {
    let (mut desk, _folder) = found("one OR two");
    desk.press("tab 2 tab = w").type_text("mine").press("enter").expect("Saved the search “mine”");
    desk = desk.again();
    desk.press("g s").expect("★ mine").expect("one OR two [exact] [source: Middle Mail]");
    desk.press("enter").expect("1 document").expect("Beta talks").expect("search one OR two");
    desk.expect("[source: Middle Mail]").press("x").expect("3 documents").expect("exactly these letters");
    desk.press("g s d d").expect("Deleted the search “mine”").expect("one OR two");
}

#[test]
fn a_search_is_said_to_be_saved_once_it_is_and_a_file_that_isnt_understood_stays() {
    let (mut desk, _folder) = found("one OR two");
    let path = desk.config.path().join("searches.toml");
    let own = "[saved]\nmine = { search = \"x\", narrowed = [\"nonsense\"] }\n";
    std::fs::write(&path, own).unwrap();
    desk.slow = true;
    desk.press("w").type_text("other").press("enter");
    // What was read at the start comes late, and is no answer.
    desk.send(Event::Searches(None, Searches::default(), Vec::new()));
    desk.expect_not("Saved the search");
    desk.catch_up();
    desk.expect("Not saved: ").expect_not("Saved the search");
    assert_eq!(std::fs::read_to_string(path).unwrap(), own);
}

#[test]
fn a_search_out_of_the_matrix_comes_back_as_it_was_saved() {
    let mut desk = Desk::knowing(100, 30);
    desk.press("g m enter").expect("takes the last away");
    let found = desk.screen();
    let narrowed =
        |screen: &str| screen.lines().find(|line| line.contains(" takes the last away")).map(str::to_owned);
    let line = |screen: &str| screen.lines().find(|line| line.contains(" search ")).map(str::to_owned);
    desk.press("w").type_text("both").press("enter").expect("Saved the search “both”");
    let mut desk = desk.again();
    desk.press("g s").expect("★ both").press("enter");
    assert_eq!((line(&desk.screen()), narrowed(&desk.screen())), (line(&found), narrowed(&found)));
    desk.press("x").expect_not("isn't narrowed").press("x").expect_not("takes the last away");
}

#[test]
fn the_beginning_of_a_line_that_is_cut_off_has_a_sign() {
    let (mut desk, _folder) = typed("");
    desk.type_text(&"beginning and so on ".repeat(6))
        .expect("search …")
        .expect_not("beginning and so on beginning and so on beginning and so on beginning and so on");
}

#[test]
fn a_search_that_finds_nothing_offers_nothing_to_read() {
    let (mut desk, _folder) = found("zebra");
    desk.expect("Nothing found").expect("/ change").expect_not("Enter read");
    desk.press("/ ctrl-u").type_text("one").press("enter").expect("Enter read");
}

#[test]
fn up_in_an_empty_line_brings_back_what_was_searched_for() {
    let (mut desk, _folder) = found("loan");
    desk.press("/ ctrl-u").type_text("csto").press("enter / ctrl-u");
    desk.press("up").expect("search csto").press("up").expect("search loan").expect("1 document");
    desk.press("up").expect("search loan").press("down").expect("search csto").press("down");
    desk.expect("all of these words");
    desk.type_text("tw").press("up").expect("search tw");
    let mut desk = desk.again();
    desk.press("s up").expect("search csto");
}

#[test]
fn notes_are_found_and_lead_to_their_passage() {
    let (mut desk, _folder) = found("loan");
    desk.press("enter a").type_text("ask the embassy").press("ctrl-s q");
    desk.press("/ ctrl-u").type_text("embassy").press("enter").expect("✎").expect("ask the embassy");
    desk.press("/ ctrl-u").type_text("is:noted").press("enter").expect("1 document");
    desk.press("/ ctrl-u").type_text("is:unread one").press("enter").expect("3 documents");
    desk.press("enter q / ").type_text(" ").press("enter").expect("2 documents");
}

#[test]
fn what_cant_be_searched_is_told() {
    let (mut desk, _folder) = typed("");
    desk.slow = true;
    desk.type_text("l");
    let ticket = desk.held.iter().find_map(|effect| match effect {
        Effect::Search(ticket, _) => Some(*ticket),
        _ => None,
    });
    let problem = ibid::corpus::Problem::new("the index", "is damaged", "it is made anew");
    desk.send(Event::Found(ticket.unwrap(), Err(problem)));
    desk.expect("the index: is damaged").expect_not("Searching");
}

#[test]
fn a_long_result_comes_in_pages_as_one_goes_down() {
    let text = |number: usize| format!("---\ntitle: Part {number:03}\n---\n\nA word of it.\n");
    let files: Vec<(String, String)> =
        (0..120).map(|number| (format!("{number:03}.md"), text(number))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (mut desk, _folder) = Desk::of(&files);
    desk.press("s").type_text("word").press("enter").expect("120 documents").expect("1 of 120");
    assert_eq!(desk.app.search.hits.len(), 50);
    desk.press("G").expect("50 of 120");
    assert_eq!(desk.app.search.hits.len(), 100);
    desk.press("G G").expect("120 of 120");
    desk.press("enter").expect("result 120 of 120").press("n").expect("This is the last result");
}

#[test]
fn the_search_fits_on_any_screen() {
    for (width, height) in [(20, 5), (16, 4), (40, 10), (80, 24), (200, 50)] {
        let (mut desk, _folder) = found("lukashenka OR one");
        desk.resize(width, height);
        for keys in ["", "j j j", "tab", "j", "2", "tab", "/", "enter", "enter", "n", "q", "g s", "q", "s"] {
            desk.press(keys).screen();
        }
    }
}

#[test]
fn passages_of_a_copy_stand_there_once() {
    let report = "The pier\n\nAnna Lindqvist spoke of a loan to the harbour.\n";
    let (mut desk, _folder) =
        Desk::of(&[("a.txt", report), ("b.txt", report), ("c.txt", "Boats\n\nA loan for boats.\n")]);
    desk.press("s").type_text("loan").press("enter").expect("3 documents");
    let screen = desk.screen();
    assert_eq!(screen.matches("loan to the harbour").count(), 1, "{screen}");
    assert_eq!(screen.matches("/a.txt").count() + screen.matches("/b.txt").count(), 1, "{screen}");
    desk.expect("= the same text as …/");
    // Each is a result all the same, and opens at the passage.
    desk.press("n").press("n").expect("3 of 3");
    let at = |desk: &Desk| desk.app.search.passages[desk.app.search.cursor.at];
    while at(&desk).same_as.is_none() {
        desk.press("N");
    }
    desk.press("enter").expect("Anna Lindqvist spoke of a loan");
}

#[test]
fn what_is_typed_from_elsewhere_takes_the_place_of_the_last_query_and_a_motion_goes_on_with_it() {
    let (mut desk, _folder) = found("loan");
    desk.press("q s").type_text("timb");
    assert!(!desk.screen().contains("loantimb"), "{}", desk.screen());
    desk.press("enter q s left right").type_text("er").expect("timber");
}

#[test]
fn a_saved_search_is_only_written_over_once_that_was_said() {
    let (mut desk, _folder) = found("timber");
    desk.press("w").type_text("mine").press("enter").expect("Saved the search “mine”");
    desk.press("s").type_text("loan").press("enter").press("w").type_text("mine").press("enter");
    desk.expect("that is another search: save over mine").expect_not("Saved");
    desk.press("esc g s").expect("★ mine").press("enter").expect("timber");
    desk.press("s").type_text("loan").press("enter").press("w").type_text("mine").press("enter enter");
    desk.expect("Saved the search “mine”");
}

#[test]
fn a_query_that_is_begun_anew_begins_with_nothing_narrowed() {
    for elsewhere in ["g l s", "enter s"] {
        let (mut desk, _folder) = found("one");
        desk.press("tab 2 tab")
            .expect("[source: Middle Mail]")
            .press(elsewhere)
            .expect("[source: Middle Mail]");
        desk.type_text("two").expect_not("[source: Middle Mail]").expect("3 documents");
    }
    // Whoever goes on with the last one goes on with what it is narrowed by.
    let (mut desk, _folder) = found("one");
    desk.press("tab 2 tab g l s end").type_text(" two").expect("[source: Middle Mail]");
    desk.press("esc s").type_text("two").expect("[source: Middle Mail]");
}
