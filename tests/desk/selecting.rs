//! Selecting by words, rows, sentences and paragraphs, and what is done with a selection.

use ibid::app::{Event, Mouse};
use ibid::note::Colour;

use super::fixtures::{MEETING, REPLIED, THREE, meeting};
use super::harness::{Desk, ground};

/// A selection that holds one word, the `number`th of the text, from 0; the heading has three.
fn from_word(number: usize) -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = meeting();
    desk.press("v");
    for _ in 0..number {
        desk.press("l");
    }
    desk.press("v");
    (desk, folder)
}

/// What the journal says that the last item hangs on.
fn exact(desk: &Desk) -> String {
    let journal = desk.journal();
    let line = journal.last().expect("nothing was kept");
    let record: serde_json::Value = serde_json::from_str(line).unwrap();
    record["item"]["anchor"]["exact"].as_str().unwrap().to_owned()
}

#[test]
fn what_was_said_goes_with_the_mouse_as_with_a_key() {
    for mouse in [Mouse::Press, Mouse::Twice, Mouse::Down, Mouse::Up] {
        let (mut desk, _folder) = Desk::of(&[("m.md", MEETING), ("r.md", REPLIED)]);
        desk.press("esc").expect("q quits ibid");
        desk.send(Event::Mouse(mouse, 20, 3));
        desk.expect_not("q quits ibid");
    }
}

#[test]
fn a_selection_widens_at_once_and_can_begin_anew() {
    let (mut desk, _folder) = meeting();
    desk.press("v l l");
    assert_eq!(desk.selected(), "Lukashenko meets Putin");
    desk.press("l v");
    assert_eq!(desk.selected(), "Alexander");
    desk.press("w");
    assert_eq!(desk.selected(), "Alexander Lukashenko");
}

#[test]
fn a_selection_that_ends_within_a_word_is_searched_for_in_whole_words() {
    let (mut desk, _folder) = meeting();
    // From the "k" of "kept silent" to its "l".
    desk.press("/").type_text("ept sil").press("enter v v");
    let piece = desk.selected();
    desk.press("*").expect("kept silent").expect_not("0 documents");
    assert_eq!(piece, "ept sil");
}

#[test]
fn a_paragraph_that_is_too_long_for_one_block_is_selected_whole_and_what_cant_be_taken_is_said() {
    let text = format!("# Head\n\n{}End.\n\nMore.\n", "Jane Smith went to Nairobi. ".repeat(5000));
    let (mut desk, _folder) = Desk::of(&[("1.txt", &text)]);
    desk.press("enter j v p");
    assert!(desk.selected().ends_with("Nairobi. End."), "{}", desk.selected().len());
    desk.press("y").expect("too long for a terminal's clipboard");
    desk.press("m").expect("Highlighted its first 64 KiB: no highlight is longer");
}

#[test]
fn a_selection_begins_at_the_match_that_was_found() {
    let (mut desk, _folder) = meeting();
    desk.press("/").type_text("kept silent").press("enter v v");
    assert_eq!(desk.selected(), "kept silent");
    desk.press("l");
    assert_eq!(desk.selected(), "kept silent. Lukashenko");
}

#[test]
fn words_go_both_ways_and_over_paragraphs() {
    let (mut desk, _folder) = from_word(3);
    desk.press("h");
    assert_eq!(desk.selected(), "Putin Alexander");
    desk.press("l l l");
    assert_eq!(desk.selected(), "Alexander Lukashenko flew");
    desk.press("3 h");
    assert_eq!(desk.selected(), "Putin Alexander");
}

#[test]
fn rows_are_reached_straight_below_and_above() {
    let (mut desk, _folder) = from_word(3);
    desk.press("j");
    let text = desk.text();
    let below = text[3].split_whitespace().next().unwrap().to_owned();
    assert!(desk.selected().ends_with(&format!(" {below}")), "{}", desk.selected());
    desk.press("k");
    assert_eq!(desk.selected(), "Alexander");
    desk.press("k");
    assert_eq!(desk.selected(), "Lukashenko meets Putin Alexander");
}

#[test]
fn the_ends_of_the_text_are_the_ends_of_the_selection() {
    let (mut desk, _folder) = from_word(4);
    desk.press("G");
    assert!(desk.selected().starts_with("Lukashenko flew") && desk.selected().ends_with("went home"));
    desk.press("l l l g g");
    assert_eq!(desk.selected(), "Lukashenko meets Putin Alexander Lukashenko");
    desk.press("h h");
    assert_eq!(desk.selected(), "Lukashenko meets Putin Alexander Lukashenko");
}

#[test]
fn the_other_end_moves_once_it_was_asked_for() {
    let (mut desk, _folder) = from_word(4);
    desk.press("l o h");
    assert_eq!(desk.selected(), "Alexander Lukashenko flew");
    desk.press("o l");
    assert_eq!(desk.selected(), "Alexander Lukashenko flew to");
}

#[test]
fn a_sentence_grows_by_sentences_and_into_the_next_paragraph() {
    let (mut desk, _folder) = from_word(30);
    desk.press("s");
    assert_eq!(desk.selected(), "An élder brother helps, he said.");
    desk.press("2 s");
    assert!(desk.selected().ends_with("(CSTO) sent nobody. The CSTO kept silent."), "{}", desk.selected());
}

#[test]
fn a_note_hangs_on_exactly_the_words_selected() {
    let (mut desk, _folder) = from_word(3);
    desk.press("l l a").expect("“Alexander Lukashenko flew”").type_text("when?").press("ctrl-s");
    assert_eq!(exact(&desk), "Alexander Lukashenko flew");
    assert_eq!(desk.selected(), "", "the selection is let go of");
    assert_eq!(
        desk.styled_text(|theme| ground(theme.highlight(None))).join(" "),
        "Alexander Lukashenko flew"
    );
}

#[test]
fn a_highlight_hangs_on_exactly_the_sentence_selected() {
    let (mut desk, _folder) = from_word(12);
    desk.press("s m").expect("Highlighted");
    assert_eq!(exact(&desk), "There he met Vladimir Putin, who spoke of a loan.");
    let lit = desk.styled_text(|theme| ground(theme.highlight(Some(Colour::Yellow)))).join(" ");
    assert_eq!(lit, "There he met Vladimir Putin, who spoke of a loan.");
    assert!(desk.text().iter().any(|row| row.starts_with('▌')), "{}", desk.screen());
}

#[test]
fn a_copy_has_the_words_on_one_line_and_the_source_on_the_next() {
    let (mut desk, _folder) = from_word(12);
    desk.press("p y").expect_not("Highlighted");
    let copied = desk.copied.pop().unwrap();
    let mut lines = copied.lines();
    assert_eq!(
        lines.next().unwrap(),
        "“Alexander Lukashenko flew to Sochi on Monday. There he met Vladimir Putin, who spoke of a loan. \
         The loan is of $1.5 billion.”"
    );
    assert_eq!(lines.next(), Some("— Lukashenko meets Putin, Example Post, 2020-09-14"));
    assert_eq!(lines.next(), None);
}

#[test]
fn escape_lets_go_of_the_selection_and_nothing_is_kept() {
    let (mut desk, _folder) = from_word(3);
    desk.press("p esc").expect("flew to Sochi");
    assert_eq!(desk.selected(), "");
    assert!(desk.journal().is_empty() && desk.copied.is_empty());
}

#[test]
fn leaving_the_editor_without_saving_keeps_nothing() {
    let (mut desk, _folder) = from_word(3);
    desk.press("a esc").expect("flew to Sochi");
    assert!(desk.journal().is_empty());
}

#[test]
fn a_long_selection_stays_in_sight_at_its_moving_end() {
    let (mut desk, _folder) = super::fixtures::numbers();
    desk.press("v v pagedown pagedown");
    let words = desk.text();
    let selected = desk.selected();
    let end = selected.split_whitespace().last().unwrap().to_owned();
    assert!(words.iter().any(|row| row.contains(&end)), "{}", desk.screen());
    assert_ne!(super::fixtures::top(&mut desk), 0);
}

#[test]
fn what_is_set_aside_is_not_selected() {
    let (mut desk, _folder) = Desk::of(&[("report.txt", REPLIED)]);
    desk.press("enter v G v l y");
    assert!(!desk.copied[0].contains("Leave"), "{:?}", desk.copied);
}

#[test]
fn a_selection_reaches_to_the_next_mention_or_match_and_back() {
    let (mut desk, _folder) = from_word(10);
    desk.press("v ]");
    assert_eq!(desk.selected(), "There he met Vladimir Putin");
    desk.press("]");
    assert_eq!(
        desk.selected(),
        "There he met Vladimir Putin, who spoke of a loan. The loan is of $1.5 billion"
    );
    desk.press("[");
    assert_eq!(desk.selected(), "There he met Vladimir Putin");
    let (mut desk, _folder) = meeting();
    desk.press("/").type_text("loan").press("enter v n");
    assert_eq!(desk.selected(), "loan. The loan");
    desk.press("N");
    assert_eq!(desk.selected(), "loan");
}

#[test]
fn a_number_of_words_is_selected_at_once() {
    let (mut desk, _folder) = from_word(10);
    desk.press("v 3 w");
    assert_eq!(desk.selected(), "There he met Vladimir");
}

/// The column and row at which `text` stands on the screen.
fn place(desk: &mut Desk, text: &str) -> (u16, u16) {
    let screen = desk.screen();
    let rows = screen.lines().zip(0u16..);
    let mut found = rows.filter_map(|(row, at)| Some((row[..row.find(text)?].chars().count() as u16, at)));
    found.next().unwrap_or_else(|| panic!("no {text} in {screen}"))
}

#[test]
fn the_mouse_selects_letter_by_letter_and_a_press_twice_selects_a_word() {
    let (mut desk, _folder) = meeting();
    let (from, to) = (place(&mut desk, "thanked"), place(&mut desk, "sent nobody"));
    desk.send(Event::Mouse(Mouse::Press, from.0 + 2, from.1));
    desk.send(Event::Mouse(Mouse::Drag, from.0 + 9, from.1));
    assert_eq!(desk.selected(), "anked Pu");
    desk.send(Event::Mouse(Mouse::Drag, to.0 + 3, to.1));
    assert!(
        desk.selected().starts_with("anked Putin. An") && desk.selected().ends_with("sent"),
        "{}",
        desk.selected()
    );
    desk.press("m").expect("Highlighted");
    desk.send(Event::Mouse(Mouse::Twice, from.0 + 2, from.1));
    assert_eq!(desk.selected(), "thanked");
    desk.send(Event::Mouse(Mouse::Press, from.0, from.1));
    assert_eq!(desk.selected(), "");
}

#[test]
fn a_press_on_a_name_steps_to_it_and_one_beside_the_text_does_nothing() {
    let (mut desk, _folder) = meeting();
    let (x, y) = place(&mut desk, "Vladimir Putin, who");
    desk.send(Event::Mouse(Mouse::Press, x + 3, y));
    assert_eq!(desk.styled_text(|theme| theme.current), ["Vladimir Putin"]);
    for (x, y) in [(0, 0), (79, 23), (79, 3), (200, 200)] {
        for mouse in [Mouse::Press, Mouse::Drag, Mouse::Twice, Mouse::Up, Mouse::Down] {
            desk.send(Event::Mouse(mouse, x, y));
        }
    }
    desk.expect("In this document");
}

#[test]
fn the_mouse_chooses_and_opens_lines_of_lists() {
    let (mut desk, _folder) = Desk::of(THREE);
    let (x, y) = place(&mut desk, "Alpha trade");
    desk.send(Event::Mouse(Mouse::Press, x, y));
    desk.expect("One two three four five six").expect("▸").expect_not("In this document");
    desk.send(Event::Mouse(Mouse::Twice, x, y));
    desk.expect("In this document").press("q");
    desk.send(Event::Mouse(Mouse::Up, x, y));
    desk.expect("Beta talks");
}

/// The column of the border between two panes, in the third row.
fn border(desk: &mut Desk) -> u16 {
    let row = desk.screen().lines().nth(3).map(str::to_owned).unwrap_or_default();
    row.chars().position(|c| c == '│').expect("a border") as u16
}

#[test]
fn the_border_between_two_panes_is_drawn_with_the_mouse_and_stays_there() {
    let (mut desk, _folder) = meeting();
    let usual = border(&mut desk);
    desk.send(Event::Mouse(Mouse::Press, usual, 5));
    for column in [usual - 3, usual - 20, 0] {
        desk.send(Event::Mouse(Mouse::Drag, column, 9));
    }
    assert_eq!(border(&mut desk), 16, "{}", desk.screen());
    desk.send(Event::Mouse(Mouse::Drag, 40, 9));
    assert_eq!((border(&mut desk), desk.selected().as_str()), (40, ""));
    // The list has a border of its own.
    desk.press("q");
    assert_ne!(border(&mut desk), 40);
    desk.press("enter");
    assert_eq!(border(&mut desk), 40);
    desk.press("Q");
    let mut desk = desk.again();
    desk.press("enter");
    assert_eq!(border(&mut desk), 40);
    // On a wider screen it has its share, and a press twice gives it back what is usual.
    assert!((58..=62).contains(&border(desk.resize(120, 24))), "{}", desk.screen());
    desk.resize(80, 24);
    desk.send(Event::Mouse(Mouse::Twice, 40, 9));
    assert_eq!(border(&mut desk), usual);
}

#[test]
fn a_press_elsewhere_lets_go_of_the_border() {
    let (mut desk, _folder) = meeting();
    let usual = border(&mut desk);
    desk.send(Event::Mouse(Mouse::Press, usual, 5));
    desk.send(Event::Mouse(Mouse::Press, 5, 5));
    desk.send(Event::Mouse(Mouse::Drag, 9, 5));
    assert_eq!(border(&mut desk), usual);
    assert_ne!(desk.selected(), "");
    desk.send(Event::Mouse(Mouse::Press, usual, 0));
    desk.send(Event::Mouse(Mouse::Drag, 9, 5));
    assert_eq!(border(&mut desk), usual);
}

#[test]
fn a_highlight_comes_beside_a_bookmark_and_never_out_of_it() {
    let (mut desk, _folder) = meeting();
    desk.press("m m")
        .expect("Bookmarked")
        .press("M r")
        .expect("Highlighted in red")
        .expect("★1")
        .expect("▌1");
    desk.press("M b").expect("Highlighted in blue").expect("★1").expect("▌1");
    desk.press("g n G M")
        .expect("A bookmark has no colour")
        .expect("2 kept")
        .press("k M")
        .expect("y  yellow");
}

/// A document of two paragraphs of long sentences, the first of which fills more than a screen.
fn sentences() -> (Desk, tempfile::TempDir) {
    let long = "It was a long sentence that went on and on about the mill. ".repeat(30).replace(". ", ", ");
    let short = "The second one is short. ".repeat(60);
    let mut desk =
        Desk::of(&[("long.md", &format!("---\ntitle: Long\n---\n\n{long}and ended.\n\n{short}\n"))]);
    desk.0.press("enter");
    desk
}

#[test]
fn colours_and_tags_are_for_what_was_just_marked_though_it_begins_above_the_screen() {
    let (mut desk, _folder) = sentences();
    desk.press("8 j v s m").expect("Highlighted").press("M g").expect("Highlighted in green").expect("▌1");
    desk.press("t").type_text("long").press("enter").expect("Tagged #long").expect("▌1");
    assert!(exact(&desk).starts_with("It was a long sentence"), "{}", exact(&desk));
    // Who goes on marks what is there.
    desk.press("g g G M r").expect("Highlighted in red").expect("▌2");
}

#[test]
fn a_place_that_was_left_isnt_where_a_selection_begins_when_it_comes_in_sight_again() {
    let (mut desk, _folder) = sentences();
    desk.press("} } } v s m").expect("Highlighted").press("g g . g g 2 0 j");
    let text = desk.text();
    assert!(text.iter().any(|row| row.contains("The second one")), "{text:?}");
    desk.press("v");
    let selected = desk.selected();
    assert!(!selected.is_empty() && text[0].trim().starts_with(&selected), "{selected}: {text:?}");
}
