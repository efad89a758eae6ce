//! A test for every command, on every key that means it by default.
//!
//! A command that isn't in the table doesn't compile; one that the default keymap doesn't bind in the
//! places named here fails.

use ibid::app::{Command, Context, Keymap, spell_keys};
use ibid::library::Order;
use ibid::note::Colour;

use super::fixtures::{MEETING, REPLIED, THREE, VISIT, choose, meeting, noted, numbers, order, rows, top};
use super::harness::{Desk, ground};

/// Makes a test of each row: in each of its places, each key of the command is given to what shows it.
macro_rules! commands {
    ($($command:ident, $test:ident: $($place:ident => $shown:expr),+;)*) => {
        /// The places in which each command is shown to work. No command can be left out of it.
        fn places(command: Command) -> &'static [Context] {
            match command { $(Command::$command => &[$(Context::$place),+],)* }
        }

        $(#[test]
        fn $test() {
            $(for keys in keys_of(Context::$place, Command::$command) {
                let shown: fn(&str) = $shown;
                shown(&keys);
            })+
        })*
    };
}

/// The default keys of a command in a place; at least one.
fn keys_of(place: Context, command: Command) -> Vec<String> {
    let bindings = Keymap::bundled().0.bindings(place).into_iter();
    let keys: Vec<String> =
        bindings.filter(|bound| bound.command == command).map(|bound| spell_keys(&bound.keys)).collect();
    // Nobody presses "any letter".
    let keys: Vec<String> = keys.into_iter().map(|keys| keys.replace("letter", "q")).collect();
    assert!(!keys.is_empty(), "no key means {} in {}", command.name(), place.name());
    keys
}

/// The row of the list under the cursor.
fn chosen(desk: &mut Desk) -> String {
    desk.screen().lines().find(|row| row.starts_with('▸')).unwrap_or_default().to_owned()
}

/// In the list of [`THREE`] the keys lead from one document to another.
fn in_list(keys: &str, before: &str, from: &str, to: &str) {
    let (mut desk, _folder) = Desk::of(THREE);
    desk.press(before);
    assert!(chosen(&mut desk).contains(from), "{}", desk.screen());
    desk.press(keys);
    assert!(chosen(&mut desk).contains(to), "{keys} in\n{}", desk.screen());
}

/// A document with an address on the web.
const LINKED: &str = "---\ntitle: Milk\nurl: https://example.org/2020/09/14/milk\ndate: 2001-01-01\n---\n\nThe ban was lifted.\n";

/// The column of the border between two panes, in the third row.
fn border(desk: &mut Desk) -> isize {
    let row = desk.screen().lines().nth(3).map(str::to_owned).unwrap_or_default();
    row.chars().position(|c| c == '│').expect("a border") as isize
}

/// In the list the keys move the border before the preview by that many columns, and a number before them by so many
/// times that.
fn border_moves(keys: &str, by: isize) {
    let (mut desk, _folder) = Desk::of(THREE);
    moves_by(&mut desk, keys, by);
    desk.press("p").press(keys).expect("no pane at the side");
}

/// In a document the keys move the border before the cast.
fn border_moves_in_text(keys: &str, by: isize) {
    moves_by(&mut meeting().0, keys, by);
}

fn moves_by(desk: &mut Desk, keys: &str, by: isize) {
    let before = border(desk);
    assert_eq!(border(desk.press(keys)), before + by, "{}", desk.screen());
    assert_eq!(border(desk.press(&format!("2 {keys}"))), before + 3 * by, "{}", desk.screen());
    // Both panes stay wide enough to be read.
    let far = border(desk.press(&format!("9 9 9 {keys}")));
    assert!((16..=63).contains(&far), "{far}");
}

/// In the numbered words the keys scroll by that many rows.
fn scrolls(keys: &str, before: &str, by: impl Fn(usize) -> isize) {
    let (mut desk, _folder) = numbers();
    desk.press("3 0 %").press(before);
    let rows = rows(&mut desk);
    let a_row = rows[2] - rows[1];
    desk.press(keys);
    let moved = top(&mut desk) as isize - rows[0] as isize;
    assert_eq!(moved, by(desk.text().len()) * a_row as isize, "{keys} in\n{}", desk.screen());
}

/// A selection that begins at the first word of the second sentence, "There".
fn selecting() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = meeting();
    desk.press("v 9 l l v");
    assert_eq!(desk.selected(), "There");
    (desk, folder)
}

/// What is selected from "There" on after the keys.
fn selects(keys: &str, expected: &str) {
    let (mut desk, _folder) = selecting();
    desk.press(keys);
    assert_eq!(desk.selected(), expected, "{keys}");
}

/// An editor with "draft" in it, not saved.
fn editing() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = meeting();
    desk.press("a").type_text("draft").expect("draft");
    (desk, folder)
}

/// What a search of the meeting found.
fn searched(query: &str) -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = Desk::of(&[("meeting.md", MEETING)]);
    desk.press("s").type_text(query).press("enter");
    (desk, folder)
}

/// What a search of [`THREE`] found, narrowed to one.
fn narrowed() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = Desk::of(THREE);
    desk.press("s").type_text("one").press("enter tab j enter tab");
    (desk, folder)
}

/// The reader on the meeting, in a collection whose names are known.
fn known() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = Desk::knowing_of(&[("meeting.md", MEETING), ("visit.md", VISIT)]);
    desk.press("/").type_text("lukashenko meets").press("enter");
    desk.expect("In this document");
    (desk, folder)
}

/// The page of the first name of the meeting.
fn page() -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = known();
    desk.press("g g ] @").expect("6 mentions in 2 documents");
    (desk, folder)
}

fn is_lit(desk: &mut Desk, text: &str) -> bool {
    desk.styled_text(|theme| theme.current).iter().any(|lit| lit == text)
}

commands! {
    Drafts, drafts_goes_on_with_a_note_that_was_not_saved:
        Global => |keys| {
            let (desk, _folder) = editing();
            desk.again().press(keys).expect("New note").expect("draft");
        };
    SaveElsewhere, write_elsewhere_asks_for_a_file:
        Editor => |keys| {
            let (mut desk, _folder) = editing();
            desk.press(keys).expect("write to").press("esc").expect("New note");
        };
    NoteDocument, note_on_document_writes_on_the_whole:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys).expect("New note on the document “Lukashenko meets Putin”");
        };
    Colour, colour_highlights_and_colours_anew:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys).expect("y  yellow").press("g").expect("Highlighted in green");
            assert!(desk.styled_text(|theme| ground(theme.highlight(Some(Colour::Green)))).len() == 1);
            desk.press(keys).press("b").expect("Highlighted in blue");
            assert!(desk.styled_text(|theme| ground(theme.highlight(Some(Colour::Green)))).is_empty());
            assert_eq!(desk.journal().len(), 2, "the same highlight");
        },
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press("l").press(keys).press("p");
            let lit = desk.styled_text(|theme| ground(theme.highlight(Some(Colour::Purple))));
            assert_eq!(lit.join(" "), "There he");
        },
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press(keys).expect("A bookmark has no colour").press("j").press(keys).press("r").expect("red");
        };
    Tag, tag_tags_what_is_here:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys).type_text("trade, #loan").press("enter").expect("Tagged #trade #loan: a highlight on “Lukashenko meets Putin”");
            desk.press(keys).expect("tags trade loan").press("ctrl-u enter").expect("No tags");
        },
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press(keys).type_text("trade").press("enter g n").expect("There");
        },
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press(keys).type_text("trade").press("enter").press("j").press(keys).type_text("t");
            desk.expect("Tab trade").press("tab enter").expect("Tagged #trade: the note on “The CSTO kept silent.”");
        };
    NextNote, next_note_goes_from_one_to_the_next:
        Reader => |keys| {
            let (mut desk, _folder) = noted();
            desk.press("q g g").press(keys);
            let first = desk.styled_text(|theme| theme.current);
            desk.press(keys);
            assert_ne!(desk.styled_text(|theme| theme.current), first);
            desk.press(keys).press(keys).expect("From the beginning again");
            assert_eq!(desk.styled_text(|theme| theme.current), first);
        };
    PreviousNote, previous_note_goes_back:
        Reader => |keys| {
            let (mut desk, _folder) = noted();
            desk.press("q g g . .");
            let here = desk.styled_text(|theme| theme.current);
            desk.press(".").press(keys);
            assert_eq!(desk.styled_text(|theme| theme.current), here);
        };
    Group, group_puts_notes_under_headings:
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press(keys).expect("newest first, by document").expect("Lukashenko meets Putin ");
        };
    ToggleNotes, toggle_notes_shows_them_beside_the_text:
        Reader => |keys| {
            let (mut desk, _folder) = noted();
            desk.press("q").press(keys).expect("who paid for it").expect_not("In this document");
            desk.press(keys).expect("In this document");
        };
    FollowLink, follow_link_goes_where_the_note_links_to:
        Notes => |keys| {
            let (mut desk, _folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
            desk.press("enter a").type_text("see [[Lukashenko meets Putin]]").press("ctrl-s g n").press(keys);
            assert!(desk.bar().contains("Lukashenko meets Putin"), "{}", desk.screen());
        },
        Beside => |keys| {
            let (mut desk, _folder) = Desk::of(&[("1.md", MEETING), ("2.md", REPLIED)]);
            desk.press("enter a").type_text("see [[Nothing]] [[Lukashenko meets Putin]]").press("ctrl-s p tab");
            desk.press(keys).expect("No document of this collection is called “Nothing”");
            desk.press("2").press(keys);
            assert!(desk.bar().contains("Lukashenko meets Putin"), "{}", desk.screen());
        };
    Attach, attach_hangs_a_note_on_other_words:
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press("j").press(keys).expect("v selects the words, a attaches the note to them");
            desk.press("g g v l l a").expect("Attached to these words");
            desk.press("g n").expect("“The CSTO kept silent. Lukashenko").expect("ask the embassy");
        };
    CharRight, char_right_takes_one_letter_more:
        Select => |keys| {
            selects(&format!("{keys} {keys} {keys}"), "There he");
        };
    CharLeft, char_left_takes_one_letter_less:
        Select => |keys| {
            selects(&format!("{keys} {keys}"), "The");
            selects(&format!("l o {keys} {keys}"), ". There he");
        };
    Back, back_closes_and_leaves_and_quits:
        Library => |keys| {
            let mut desk = Desk::bundled(80, 24);
            desk.press("/").type_text("milk").press("enter").press("q").expect_not("Start here");
            desk.press(keys).expect("Start here");
            assert!(!desk.quit);
            desk.press(keys);
            assert!(desk.quit);
        },
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys).expect("1 document");
        },
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press(keys).expect("In this document");
        },
        List => |keys| { Desk::bundled(80, 24).press("!").press(keys).expect("6 documents"); };
    Quit, quit_keeps_the_place:
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            desk.press("3 0 %");
            let here = top(&mut desk);
            desk.press(keys);
            assert!(desk.quit);
            let mut desk = desk.again();
            desk.press("enter");
            assert_eq!(top(&mut desk), here);
        },
        Editor => |keys| {
            let (mut desk, _folder) = editing();
            desk.press(keys).expect("once more quits").press(keys);
            assert!(desk.quit);
        };
    Manual, manual_opens_as_a_document_from_anywhere:
        Library => |keys| { Desk::bundled(80, 24).press(keys).expect("The manual of ibid").press("o").expect("Who is who").press("esc / G ² enter").expect("1 of").press("esc q").expect("documents"); },
        Reader => |keys| { meeting().0.press(keys).expect("The manual of ibid").press("C").expect("no document of the collection"); };
    Help, help_shows_the_keys_of_where_one_is:
        Library => |keys| { Desk::bundled(80, 24).press(keys).expect("Sort by title").expect_not("Bookmark this"); },
        Reader => |keys| { meeting().0.press(keys).expect("Bookmark this passage").expect_not("Sort by title"); },
        Notes => |keys| { noted().0.press(keys).expect("Delete what is chosen"); };
    Palette, palette_lists_commands_by_name:
        Library => |keys| { Desk::bundled(80, 24).press(keys).type_text("toggle-preview").expect("Show or fold the preview"); };
    Library, library_is_reached_from_anywhere:
        Reader => |keys| { meeting().0.press(keys).expect("1 document"); },
        Notes => |keys| { noted().0.press(keys).expect("1 document"); };
    Notes, notes_lists_what_is_kept:
        Library => |keys| { noted().0.press("g l").press(keys).expect("ask the embassy"); },
        Reader => |keys| { noted().0.press("q").press(keys).expect("who paid for it"); };
    Problems, problems_lists_what_couldnt_be_read:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(&[("a.txt", "A text."), ("b.rtf", "{\\rtf1 words}\n")]);
            desk.press(keys).expect("b.rtf").expect("RTF");
        },
        Reader => |keys| { meeting().0.press(keys).expect("Everything could be read"); };
    HistoryBack, history_goes_back:
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            desk.press("G");
            assert_eq!(desk.percent(), 100);
            desk.press(keys).expect("w0000");
        },
        Library => |keys| { meeting().0.press("G q").press(keys).expect("In this document"); };
    HistoryForward, history_goes_forward:
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            desk.press("G ctrl-o").expect("w0000").press(keys).expect("w1199");
        };
    Undo, undo_takes_a_bookmark_back:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("m m").expect("★").press(keys).expect_not("★");
            assert_eq!(desk.journal().len(), 2);
        },
        Notes => |keys| { noted().0.press("d d").expect("2 kept").press(keys).expect("3 kept"); };
    Redo, redo_does_it_again:
        Reader => |keys| { meeting().0.press("m m u").expect_not("★").press(keys).expect("★"); };
    Rescan, rescan_is_asked_for:
        Library => |keys| assert_eq!(Desk::bundled(80, 24).press(keys).orders, [Order::Rescan]),
        Reader => |keys| assert_eq!(meeting().0.press(keys).orders, [Order::Rescan]);
    Redraw, redraw_is_asked_for:
        Library => |keys| assert_eq!(Desk::bundled(80, 24).press(keys).redrawn, 1),
        Reader => |keys| assert_eq!(meeting().0.press(keys).redrawn, 1);
    Suspend, suspend_is_asked_for:
        Library => |keys| assert_eq!(Desk::bundled(80, 24).press(keys).suspended, 1),
        Reader => |keys| assert_eq!(meeting().0.press(keys).suspended, 1),
        Prompt => |keys| assert_eq!(Desk::bundled(80, 24).press("/").press(keys).suspended, 1),
        Query => |keys| assert_eq!(Desk::bundled(80, 24).press("s").press(keys).suspended, 1),
        Editor => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("a").type_text("half").press(keys).expect("half");
            assert_eq!(desk.suspended, 1);
        };
    Down, down_goes_one_line:
        Library => |keys| in_list(keys, "", "Beta", "Gamma"),
        Reader => |keys| scrolls(keys, "", |_| 1),
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press("g g").press(keys);
            assert!(chosen(&mut desk).contains("ask the embassy"), "{}", desk.screen());
        },
        Cast => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("tab").press(keys);
            assert!(desk.styled(|theme| theme.chosen).iter().any(|row| row.contains("Vladimir Putin")));
        },
        Select => |keys| {
            let (mut desk, _folder) = numbers();
            desk.press("3 0 % v v");
            let (from, a_row) = (desk.selected(), rows(&mut desk)[1] - top(&mut desk));
            desk.press(keys);
            let words: Vec<String> = desk.selected().split_whitespace().map(str::to_owned).collect();
            assert_eq!((words.len(), &words[0]), (a_row + 1, &from), "{}", desk.screen());
        },
        Prompt => |keys| in_list(keys, "/ a", "Alpha", "Beta");
    Up, up_goes_one_line:
        Library => |keys| in_list(keys, "j", "Gamma", "Beta"),
        Reader => |keys| scrolls(keys, "", |_| -1),
        Prompt => |keys| in_list(keys, "/ a down", "Beta", "Alpha");
    HalfDown, half_a_page_down:
        Library => |keys| in_list(keys, "", "Beta", "Alpha"),
        Reader => |keys| scrolls(keys, "", |height| height as isize / 2);
    HalfUp, half_a_page_up:
        Library => |keys| in_list(keys, "G", "Alpha", "Beta"),
        Reader => |keys| scrolls(keys, "", |height| -(height as isize / 2));
    PageDown, a_page_down_keeps_two_lines_in_sight:
        Library => |keys| in_list(keys, "", "Beta", "Alpha"),
        Reader => |keys| scrolls(keys, "", |height| height as isize - 2),
        Prompt => |keys| in_list(keys, "/ a", "Alpha", "Gamma");
    PageUp, a_page_up_keeps_two_lines_in_sight:
        Library => |keys| in_list(keys, "G", "Alpha", "Beta"),
        Reader => |keys| scrolls(keys, "", |height| 2 - height as isize),
        Prompt => |keys| in_list(keys, "/ a pagedown", "Gamma", "Alpha");
    Top, top_goes_to_the_beginning:
        Library => |keys| in_list(keys, "G", "Alpha", "Beta"),
        Reader => |keys| { numbers().0.press("5 0 %").expect_not("w0000").press(keys).expect("w0000"); };
    Bottom, bottom_goes_to_the_end:
        Library => |keys| in_list(keys, "", "Beta", "Alpha"),
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            desk.press(keys).expect("w1199");
            assert_eq!(desk.percent(), 100);
        };
    Open, open_takes_what_is_chosen:
        Library => |keys| { Desk::of(THREE).0.press("j").press(keys).expect("One two three four.").expect("In this document"); },
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press("G").press(keys).expect("In this document");
            assert!(desk.styled_text(|theme| theme.current).join(" ").starts_with("There"));
        },
        Cast => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("tab").press(keys);
            assert!(is_lit(&mut desk, "Lukashenko"), "{}", desk.screen());
            assert_eq!(desk.styled_text(|theme| theme.lit).len(), 3, "with all the others");
        },
        List => |keys| {
            let mut desk = Desk::bundled(80, 24);
            desk.press("?");
            while !desk.styled(|theme| theme.chosen).iter().any(|row| row.contains("Sort by title")) {
                desk.press("j");
            }
            desk.press(keys).expect("title ↓");
        },
        Results => |keys| {
            let (mut desk, _folder) = searched("csto");
            desk.press(keys).expect("In this document").expect("hit 1 of 2");
            assert_eq!(desk.styled_text(|theme| theme.current), ["CSTO"]);
        },
        Facets => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            desk.press("s").type_text("one").press("enter tab j").press(keys).expect("[source: Middle Mail]");
            desk.expect("1 document").press(keys).expect("3 documents").expect_not("[source");
        },
        Searches => |keys| { searched("loan").0.press("g s").press(keys).expect("of a loan"); };
    Find, find_begins_a_line:
        Library => |keys| { Desk::bundled(80, 24).press(keys).type_text("milk keeps").expect("1 of 6"); },
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys).type_text("loan").expect("2 found");
        },
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press(keys).type_text("embassy").expect("1 of 3");
        },
        Results => |keys| { searched("loan").0.press(keys).type_text(" csto").expect("search loan csto"); };
    Search, search_is_reached_from_everywhere:
        Library => |keys| { Desk::bundled(80, 24).press(keys).type_text("lukashenka").expect("2 documents"); },
        Reader => |keys| { meeting().0.press(keys).type_text("csto").expect("1 document"); },
        Cast => |keys| { meeting().0.press("tab").press(keys).type_text("csto").expect("1 document"); },
        Notes => |keys| { noted().0.press(keys).type_text("csto").expect("1 document"); },
        List => |keys| { Desk::bundled(80, 24).press("!").press(keys).type_text("milk").expect("Start here"); },
        Results => |keys| { searched("loan").0.press(keys).expect("all of these words").expect_not("of a loan"); };
    SearchThis, what_is_here_is_searched_for:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("]").press(keys).expect("search Lukashenko").expect("▸");
        },
        Cast => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("tab j").press(keys).expect("search Vladimir Putin").expect("▸");
        },
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press("l l").press(keys).expect("search \"There he met\"").expect("1 document");
        };
    Entity, all_that_the_collection_has_of_a_name_is_shown:
        Reader => |keys| { known().0.press("g g ]").press(keys).expect("6 mentions in 2 documents"); },
        Cast => |keys| { known().0.press("tab").press(keys).expect("6 mentions in 2 documents"); },
        Facets => |keys| {
            let mut desk = known().0;
            desk.press("s").type_text("putin").press("enter tab j j j j j").press(keys).expect("mentions in 2 documents");
        },
        People => |keys| { known().0.press("C").press(keys).expect("mentions in"); },
        Library => |keys| { known().0.press("g l").press(keys).expect("Cast of Lukashenko meets Putin").expect("Sochi"); },
        Entity => |keys| {
            let mut desk = page().0;
            desk.press("tab tab tab").expect("▸− With").press("j").press(keys).expect_not("ibid  Alexander");
            desk.press("q").expect("6 mentions in 2 documents");
        };
    People, the_cast_of_what_is_here_is_listed:
        Library => |keys| { known().0.press("g l esc").press(keys).expect("Cast of articles").expect("Alexander Lukashenko"); },
        Reader => |keys| { known().0.press(keys).expect("Cast of Lukashenko meets Putin").expect_not("Makey"); },
        Results => |keys| {
            known().0.press("s").type_text("visit").press("enter").press(keys).expect("Cast of search visit").expect("Makey");
        };
    Concordance, every_place_is_shown_with_its_neighbours:
        Entity => |keys| { page().0.press(keys).expect("Every “Alexander Lukashenko”").expect("6 places in 2 documents"); },
        Reader => |keys| { known().0.press("g g ]").press(keys).expect("6 places in 2 documents"); },
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press("l l").press(keys).expect("Every “\"There he met\"”").expect("1 place in 1 document");
        },
        Results => |keys| { searched("csto").0.press(keys).expect("2 places in 1 document"); },
        People => |keys| { known().0.press("C").press(keys).expect("places in 2 documents"); };
    Timeline, what_is_here_is_counted_over_time:
        Global => |keys| { known().0.press("g l esc").press(keys).expect("Timeline: documents of articles"); },
        Library => |keys| { known().0.press("g l esc").press(keys).expect("Timeline: documents of articles"); },
        Reader => |keys| { known().0.press("g g ]").press(keys).expect("Timeline: Alexander Lukashenko"); },
        Results => |keys| { searched("csto").0.press(keys).expect("in search csto").expect("1 document"); },
        Entity => |keys| { page().0.press(keys).expect("Timeline: Alexander Lukashenko").expect("2 documents"); },
        People => |keys| { known().0.press("C").press(keys).expect("Timeline: "); },
        Matrix => |keys| { known().0.press("g m").press(keys).expect("Timeline: ").expect(", "); };
    Matrix, who_appears_with_whom_is_counted:
        Library => |keys| { known().0.press("g l esc").press(keys).expect("Matrix: articles").expect("Minsk"); },
        Entity => |keys| { page().0.press(keys).expect("Matrix: around Alexander Lukashenko"); },
        Results => |keys| {
            known().0.press("s").type_text("visit").press("enter").press(keys).expect("Matrix: search visit");
        };
    Finer, periods_are_shorter:
        Timeline => |keys| { known().0.press("g l esc g w -").press(keys).expect("By "); };
    Coarser, periods_are_longer:
        Timeline => |keys| { known().0.press("g l esc g w").press(keys).expect("By "); };
    Compare, another_name_is_laid_over:
        Timeline => |keys| {
            known().0.press("g l esc g w").press(keys).type_text("putin").press("enter").expect("documents, Vladimir Putin");
        };
    Dates, dates_in_texts_are_counted:
        Timeline => |keys| { known().0.press("g l esc g w").press(keys).expect("dates in texts"); };
    Numbers, the_picture_gives_way_to_numbers:
        Timeline => |keys| { known().0.press("g l esc g w").press(keys).expect("with none").expect("▸"); },
        Matrix => |keys| { known().0.press("g m").press(keys).expect("pairs that share a document"); };
    Right, one_goes_to_the_right:
        Timeline => |keys| {
            let (mut desk, _folder) = known();
            desk.press("g l esc g w g g").press(keys).expect("2019-04: nothing");
        },
        Matrix => |keys| {
            let (mut desk, _folder) = known();
            desk.press("g m g g");
            let before = desk.screen();
            assert_ne!(desk.press(keys).screen(), before);
        };
    Left, one_goes_to_the_left:
        Timeline => |keys| { known().0.press("g l esc g w g g l l").press(keys).expect("2019-04: nothing"); },
        Matrix => |keys| {
            let (mut desk, _folder) = known();
            desk.press("g m");
            let before = desk.screen();
            assert_ne!(desk.press(keys).screen(), before);
        };
    Together, both_are_searched_for:
        Entity => |keys| {
            let mut desk = page().0;
            desk.press(keys).expect("Choose somebody below With first");
            desk.press("tab tab tab j").press(keys).expect("search person:\"Alexander Lukashenko\"");
        };
    Kind, a_list_is_narrowed_to_a_kind:
        Entity => |keys| {
            let mut desk = page().0;
            desk.press(keys).expect("With: people").expect_not(" place ");
            desk.press(keys).press(keys).expect("With: places").expect(" place ").expect_not(" person  ");
        },
        People => |keys| { known().0.press("C").press(keys).expect("Shown: people").expect_not("Sochi"); };
    Months, the_timeline_is_by_month_or_year:
        Entity => |keys| {
            let mut desk = page().0;
            desk.expect("2020 ").expect_not("2020-09 ").press(keys).expect("Timeline by month").expect("2020-09 ");
        };
    Fold, a_section_folds_and_unfolds:
        Entity => |keys| {
            let mut desk = page().0;
            desk.press(keys).expect("▸+ Names").press(keys).expect("▸− Names");
        };
    Merge, two_names_are_made_one:
        Entity => |keys| {
            let (mut desk, _folder) = page();
            desk.press(keys).expect("one with").type_text("Putin").press("enter");
            desk.expect("“Alexander Lukashenko” and “Vladimir Putin” are one person; u undoes it");
        },
        Reader => |keys| {
            let (mut desk, _folder) = in_text("Lukashenka");
            desk.press(keys).expect("one with").type_text("Putin").press("enter").expect("▸ d this document");
            desk.press("enter").expect("are one person in this document");
        };
    Split, a_name_is_split_off:
        Entity => |keys| {
            let (mut desk, _folder) = page();
            choose(&mut desk, "Lukashenka ").press(keys).expect("aren’t one person").expect_not("· Lukashenka ");
        },
        Reader => |keys| {
            let (mut desk, _folder) = in_text("Lukashenka");
            desk.press(keys).expect("Where does that hold?").press("enter").expect("aren’t one person in this document");
        };
    Rename, somebody_is_shown_under_another_name:
        Entity => |keys| {
            let (mut desk, _folder) = page();
            desk.press(keys).expect("show as").press("ctrl-u").type_text("Batka").press("enter");
            desk.expect("is shown as “Batka”").expect(" Batka ");
        };
    SetKind, a_name_is_of_another_kind:
        Entity => |keys| {
            let (mut desk, _folder) = page();
            desk.press(keys).expect("is no person but an organisation");
        },
        Reader => |keys| {
            let (mut desk, _folder) = in_text("Lukashenka");
            desk.press(keys).expect("▸ d this document").press("enter");
            desk.expect("is no person but an organisation in this document");
        };
    Reject, what_is_no_name_is_none:
        Entity => |keys| {
            let (mut desk, _folder) = page();
            choose(&mut desk, "Lukashenka ").press(keys).expect("“Lukashenka” is no person’s name");
        },
        Reader => |keys| {
            let (mut desk, _folder) = in_text("Lukashenka");
            desk.press(keys).expect("▸ d this document").press("enter");
            desk.expect("“Lukashenka” is no person’s name in this document");
        };
    OnlyMention, a_correction_holds_for_one_mention:
        Reach => |keys| {
            let (mut desk, _folder) = in_text("Lukashenka");
            desk.press("= x").press(keys).expect("“Lukashenka” is no person’s name where it stands here");
            assert!(desk.journal().last().unwrap().contains(r#""anchor":"#));
        };
    OnlyDocument, a_correction_holds_in_one_document:
        Reach => |keys| {
            let (mut desk, _folder) = in_text("Lukashenka");
            desk.press("= x").press(keys).expect("“Lukashenka” is no person’s name in this document");
        };
    Everywhere, a_correction_holds_in_the_whole_collection:
        Reach => |keys| {
            let (mut desk, _folder) = in_text("Lukashenka");
            desk.press("= x").press(keys).expect("“Lukashenka” is no person’s name; u undoes it");
            assert!(!desk.journal().last().unwrap().contains(r#""document":"#));
        };
    Searches, the_searches_that_were_made_are_listed:
        Library => |keys| { searched("loan").0.press("q").press(keys).expect("Searches").expect("▸ loan"); },
        Results => |keys| { searched("loan").0.press(keys).press("enter").expect("of a loan"); },
        Query => |keys| { searched("loan").0.press("/").press(keys).expect("▸ loan"); };
    SearchExact, exactly_these_letters_or_others_too:
        Results => |keys| {
            let (mut desk, _folder) = searched("loans");
            desk.expect("1 document").press(keys).expect("Nothing found");
            desk.expect("exactly these letters").press(keys).expect("1 document");
        },
        Query => |keys| { searched("loans").0.press("/").press(keys).expect("Nothing found"); };
    SearchSave, a_search_is_saved_under_a_name:
        Results => |keys| {
            let (mut desk, _folder) = searched("loan");
            desk.press(keys).type_text("the loan").press("enter").expect("Saved the search “the loan”");
            desk = desk.again();
            desk.press("g s").expect("★ the loan").press("enter").expect("of a loan");
        },
        Query => |keys| { searched("loan").0.press("/").press(keys).type_text("x").press("enter").expect("Saved"); };
    Widen, the_last_narrowing_is_taken_away:
        Results => |keys| {
            let (mut desk, _folder) = narrowed();
            desk.expect("[source: Middle Mail]").expect("1 document").press(keys).expect("3 documents");
        },
        Facets => |keys| { narrowed().0.press("tab").press(keys).expect("3 documents"); };
    SortNext, sort_goes_through_the_keys_in_turn:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            for expected in ["Alpha Beta Gamma", "Gamma Beta Alpha", "Alpha Gamma Beta", "Beta Gamma Alpha"] {
                desk.press(keys);
                assert_eq!(order(&mut desk), expected);
            }
        };
    SortReverse, the_order_turns_round:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            desk.press(keys);
            assert_eq!(order(&mut desk), "Alpha Gamma Beta");
        };
    SortDate, sorted_by_date:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            desk.press("o o").press(keys);
            assert_eq!(order(&mut desk), "Beta Gamma Alpha");
        };
    SortTitle, sorted_by_title:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            desk.press(keys);
            assert_eq!(order(&mut desk), "Alpha Beta Gamma");
        };
    SortSource, sorted_by_source:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            desk.press(keys);
            assert_eq!(order(&mut desk), "Gamma Beta Alpha");
        };
    SortLength, sorted_by_length:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            desk.press(keys);
            assert_eq!(order(&mut desk), "Alpha Gamma Beta");
        };
    TogglePreview, the_preview_folds_and_comes_back:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(&[("m.md", MEETING)]);
            desk.expect("Lukashenko flew").press(keys).expect_not("Lukashenko flew").press(keys).expect("Lukashenko flew");
        };
    Wider, the_pane_at_the_side_is_made_wider:
        Library => |keys| border_moves(keys, -2),
        Reader => |keys| border_moves_in_text(keys, -2);
    Narrower, the_pane_at_the_side_is_made_narrower:
        Library => |keys| border_moves(keys, 2),
        Reader => |keys| border_moves_in_text(keys, 2);
    ToggleElsewhere, toggle_elsewhere_lists_notes_of_other_collections:
        Notes => |keys| {
            let (mut desk, folder) = noted();
            std::fs::write(folder.path().join("meeting.md"), "Another text.\n").unwrap();
            std::fs::rename(folder.path().join("meeting.md"), folder.path().join("other.md")).unwrap();
            // As if the document had been in another folder: from this one it would only be absent.
            let journal = desk.config.path().join("notes/here.jsonl");
            let text = std::fs::read_to_string(&journal).unwrap().replace("/meeting.md", "/../meeting.md");
            let folder = std::fs::canonicalize(folder.path()).unwrap();
            let text = text.replace(&format!("{}/../", folder.display()), "/another/");
            std::fs::write(&journal, text).unwrap();
            desk = desk.again();
            desk.press("g n").expect("0 kept, 3 elsewhere").expect_not("ask the embassy");
            desk.press(keys).expect("ask the embassy").expect("not in this collection");
            desk.press(keys).expect_not("ask the embassy");
        };
    ToggleCopies, copies_fold_and_come_back:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(&[("m.md", MEETING), ("n.md", MEETING)]);
            desk.expect("2 documents, 1 copy folded").press(keys).expect_not("folded (").press(keys).expect("1 copy folded");
        };
    ToggleRead, read_and_unread:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(&[("m.md", MEETING)]);
            desk.expect("●").press(keys).expect_not("●").press(keys).expect("●");
        };
    NextDocument, the_next_document_of_the_list_opens:
        Reader => |keys| { Desk::of(THREE).0.press("enter").press(keys).expect("One two three four.").press(keys).press(keys).expect("last document"); };
    PreviousDocument, the_previous_document_of_the_list_opens:
        Reader => |keys| { Desk::of(THREE).0.press("j enter").press(keys).expect("Beta talks").press(keys).expect("first document"); };
    Percent, a_percentage_is_gone_to:
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            desk.press("5 0").press(keys);
            assert_eq!(desk.percent(), 50);
            desk.press(keys).type_text("25").press("enter");
            assert_eq!(desk.percent(), 25);
            assert!((200..330).contains(&top(&mut desk)), "{}", desk.screen());
        };
    Next, next_steps_over_matches_and_mentions:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys);
            assert!(!desk.styled_text(|theme| theme.current).is_empty(), "{}", desk.screen());
            desk.press("/").type_text("CSTO").press("enter").expect("1 of 2").press(keys).expect("2 of 2");
        },
        Results => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            desk.press("s").type_text("one").press("enter").expect("1 of 3").press(keys).expect("2 of 3");
        };
    Previous, previous_steps_back:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("/").type_text("CSTO").press("enter n").expect("2 of 2").press(keys).expect("1 of 2");
        },
        Results => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            desk.press("s").type_text("one").press("enter n n").expect("3 of 3").press(keys).expect("2 of 3");
        };
    NextMention, the_next_mention_of_anyone:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("g g").press(keys);
            let first = desk.styled_text(|theme| theme.current);
            desk.press(keys);
            assert_ne!(desk.styled_text(|theme| theme.current), first);
        };
    PreviousMention, the_previous_mention_of_anyone:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("]");
            let first = desk.styled_text(|theme| theme.current);
            desk.press("]").press(keys);
            assert_eq!(desk.styled_text(|theme| theme.current), first);
        };
    Who, who_shows_the_card_of_a_name:
        Reader => |keys| { meeting().0.press("/").type_text("vladimir").press("enter").press(keys).expect("3 mentions").expect("There he met"); },
        Cast => |keys| { meeting().0.press("tab j").press(keys).expect("There he met"); };
    FocusNext, the_focus_goes_to_the_cast_and_back:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys);
            assert!(desk.cast().iter().any(|row| row.contains("▸")), "{}", desk.screen());
            desk.press("tab");
            assert!(!desk.cast().iter().any(|row| row.contains("▸")), "{}", desk.screen());
        },
        Cast => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("tab").press(keys);
            assert!(!desk.cast().iter().any(|row| row.contains("▸")), "{}", desk.screen());
        },
        Results => |keys| { searched("loan").0.expect_not("Narrow by").press(keys).expect("Narrow by").expect("Example Post"); },
        Facets => |keys| { searched("loan").0.press("tab").press(keys).expect_not("Narrow by"); },
        Query => |keys| { searched("loan").0.press("/").press(keys).expect("Narrow by"); };
    FocusPrevious, the_section_before:
        Entity => |keys| { page().0.press("tab").press(keys).expect("▸− Names"); };
    ToggleCast, the_cast_folds_and_comes_back:
        Reader => |keys| { meeting().0.press(keys).expect_not("In this document").press(keys).expect("In this document"); },
        Cast => |keys| { meeting().0.press("tab").press(keys).expect_not("In this document"); };
    ToggleAside, what_was_set_aside_is_shown_and_folded:
        Reader => |keys| {
            let text = REPLIED;
            let (mut desk, _folder) = Desk::of(&[("report.txt", text)]);
            desk.press("enter").expect("set aside").expect_not("email address");
            desk.press(keys).expect("email address").press(keys).expect_not("email address");
        };
    About, about_says_what_is_known_and_from_where:
        Library => |keys| {
            let (mut desk, _folder) = Desk::of(THREE);
            desk.press(keys).expect("About this document").expect("Format").press("q").expect_not("About this");
        },
        Reader => |keys| {
            meeting().0.press(keys).expect("from the front matter").expect("Author").expect("unknown").press(keys).expect_not("Author");
        };
    Outline, the_outline_lists_the_headings_and_goes_to_one:
        Reader => |keys| {
            let text: String = (1..60).map(|n| format!("## Part {n}\n\nWord {n} of it.\n\n")).collect();
            let (mut desk, _folder) = Desk::of(&[("a.md", &text)]);
            desk.press("enter").press(keys).expect("Outline").expect("▸ ").press("/").type_text("part 41");
            desk.press("enter").expect_not("Outline").expect("Word 41 of it").expect_not("Word 40 of it");
            desk.press(keys).press("esc").expect_not("Outline");
            desk.press("g g").press(keys).press("j enter").expect_not("Outline");
            assert!(desk.text()[0].contains("Part 2"), "{}", desk.screen());
        };
    GoToPage, a_page_is_gone_to_where_there_are_pages:
        Reader => |keys| { meeting().0.press(keys).expect("This document has no pages"); };
    ToggleRaw, the_raw_text_is_shown:
        Reader => |keys| { meeting().0.expect_not("date: 2020").press(keys).expect("date: 2020").expect("raw").press(keys).expect_not("date: 2020"); };
    Bookmark, a_bookmark_is_set_and_taken_away:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys).expect("★").expect("Bookmarked");
            assert_eq!(desk.journal().len(), 1);
            assert!(desk.text().iter().any(|row| row.starts_with('★')), "{}", desk.screen());
            desk.press(keys).expect_not("★");
            assert_eq!(desk.journal().len(), 2);
        };
    SetMark, a_place_is_marked_with_a_letter:
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            let here = top(desk.press("3 0 %"));
            desk.press(keys).expect("q marks this place").press("g g ' q");
            assert_eq!(top(&mut desk), here, "{}", desk.screen());
        };
    GoToMark, a_mark_is_gone_to_by_its_letter:
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            desk.press(keys).expect("Nothing in this document is marked q");
            let here = top(desk.press("4 0 % m q"));
            desk.press("G").press(keys);
            assert_eq!(top(&mut desk), here, "{}", desk.screen());
        };
    BeforeJump, the_place_before_the_last_jump_and_back_again:
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            let here = top(desk.press("2 0 %"));
            let there = top(desk.press("G"));
            assert_eq!(top(desk.press(keys)), here);
            assert_eq!(top(desk.press(keys)), there);
        };
    LastChange, the_note_that_was_changed_last_is_gone_to:
        Library => |keys| { noted().0.press("q q").press(keys).expect("In this document").expect("★"); };
    GoOn, the_last_session_is_gone_on_with:
        Library => |keys| {
            let (mut desk, _folder) = numbers();
            let here = top(desk.press("3 0 %"));
            desk.press("Q");
            let mut desk = desk.again();
            desk.expect("where you stopped, at 30 % of “").press(keys);
            assert_eq!(top(&mut desk), here, "{}", desk.screen());
        };
    Repeat, the_last_command_is_done_again:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("]").press(keys);
            let second = desk.styled_text(|theme| theme.current);
            let (mut other, _folder) = meeting();
            assert_eq!(second, other.press("] ]").styled_text(|theme| theme.current));
        };
    ToMiddle, the_match_is_put_into_the_middle:
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            desk.press("/").type_text("w0600").press("enter").press(keys);
            let row = desk.text().iter().position(|row| row.contains("w0600")).unwrap();
            assert_eq!(row, desk.text().len() / 2, "{}", desk.screen());
        };
    ToTop, the_match_is_put_at_the_top:
        Reader => |keys| {
            let (mut desk, _folder) = numbers();
            desk.press("/").type_text("w0600").press("enter").press(keys);
            assert!(desk.text()[0].contains("w0600"), "{}", desk.screen());
        };
    Note, a_note_is_written_on_the_passage:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys).type_text("who paid").press("ctrl-s").expect("✎").expect("Saved");
            assert!(desk.journal()[0].contains("\"body\":\"who paid\""));
        },
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press("l l").press(keys).expect("“There he met”").type_text("who").press("ctrl-s");
            assert!(desk.journal()[0].contains("\"exact\":\"There he met\""), "{:?}", desk.journal());
        };
    NoteExternal, a_note_is_written_in_the_own_editor:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.editor = Box::new(|text| Ok(format!("{text}from outside\n")));
            desk.press(keys).expect("Saved");
            assert!(desk.journal()[0].contains("\"body\":\"from outside\""));
        },
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.editor = Box::new(|_| Ok("from outside".to_owned()));
            desk.press(keys).expect("Saved");
            assert!(desk.journal()[0].contains("\"exact\":\"There\""), "{:?}", desk.journal());
        };
    Select, selecting_begins_at_a_word:
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press(keys).press("v");
            assert_eq!(desk.selected().split_whitespace().count(), 1, "{}", desk.screen());
        };
    SelectStart, the_selection_begins_anew_at_the_caret:
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press("l");
            assert_eq!(desk.selected(), "There he");
            desk.press(keys).press("l");
            assert_eq!(desk.selected(), "he met");
        };
    SelectSwap, the_other_end_moves:
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press("l").press(keys).press("h");
            assert_eq!(desk.selected(), "Monday. There he");
        };
    SelectSentence, sentences_are_selected:
        Select => |keys| {
            let sentence = "There he met Vladimir Putin, who spoke of a loan.";
            selects(keys, sentence);
            selects(&format!("{keys} {keys}"), &format!("{sentence} The loan is of $1.5 billion."));
        };
    SelectParagraph, paragraphs_are_selected:
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press(keys);
            let selected = desk.selected();
            assert!(selected.starts_with("Alexander") && selected.ends_with("$1.5 billion."), "{selected}");
            desk.press(keys);
            assert!(desk.selected().ends_with("sent nobody."), "{}", desk.selected());
        };
    WordRight, one_word_on:
        Select => |keys| selects(keys, "There he");
    WordLeft, one_word_back:
        Select => |keys| selects(keys, "Monday. There");
    LineStart, to_the_beginning_of_the_row:
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            let row = desk.text().into_iter().find(|row| row.contains("There")).unwrap();
            desk.press(keys);
            let selected = desk.selected();
            assert!(selected.ends_with("There") && row.trim_start().starts_with(&selected), "{selected} in {row}");
        };
    LineEnd, to_the_end_of_the_row:
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            let row = desk.text().into_iter().find(|row| row.contains("There")).unwrap();
            desk.press(keys);
            let selected = desk.selected();
            let end = row.trim_end_matches(|c: char| !c.is_alphanumeric()).ends_with(&selected);
            assert!(selected.starts_with("There") && end, "{selected} in {row}");
        };
    ParagraphDown, to_the_next_paragraph:
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press(keys);
            assert!(desk.selected().starts_with("There") && desk.selected().ends_with("billion. Lukashenko"));
        },
        Reader => |keys| {
            let (mut desk, _folder) = long_paragraphs();
            for word in ["Long", "The", "Paragraph"] {
                desk.press(keys);
                assert_eq!(desk.styled_text(|theme| theme.current), [word]);
            }
            desk.press("m m").expect("Bookmarked");
            assert!(desk.journal()[0].contains("\"exact\":\"Paragraph 1"), "{}", desk.journal()[0]);
        };
    ParagraphUp, to_the_beginning_of_the_paragraph_or_the_one_before:
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press(keys);
            assert!(desk.selected().starts_with("Alexander") && desk.selected().ends_with("There"));
        },
        Reader => |keys| {
            let (mut desk, _folder) = long_paragraphs();
            desk.press("} } }").press(keys);
            assert_eq!(desk.styled_text(|theme| theme.current), ["The"]);
            desk.press(keys).press(keys).expect("This is the first paragraph");
            assert_eq!(desk.styled_text(|theme| theme.current), ["Long"]);
        };
    Highlight, the_selection_is_highlighted:
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press("l l").press(keys).expect("Highlighted");
            assert_eq!(desk.styled_text(|theme| ground(theme.highlight(Some(Colour::Yellow)))).join(" "), "There he met");
            assert!(desk.journal()[0].contains("\"exact\":\"There he met\""));
        };
    CopyAddress, the_address_of_the_document_is_copied:
        Reader => |keys| {
            let (mut desk, _folder) = Desk::of(&[("a.md", LINKED), ("b.md", MEETING)]);
            desk.press("/").type_text("milk").press("enter").press(keys);
            assert_eq!(desk.copied, ["https://example.org/2020/09/14/milk"]);
            desk.press("v s").press("y");
            assert!(desk.copied[1].ends_with("\nhttps://example.org/2020/09/14/milk"), "{:?}", desk.copied);
            desk.press("q / esc g g enter").press(keys).expect("gives no address; Y copies its path");
        };
    CopyLink, the_path_of_the_document_is_copied:
        List => |keys| {
            let (mut desk, folder) = meeting();
            desk.press(keys);
            assert!(desk.copied[0].starts_with(folder.path().to_str().unwrap()), "{:?}", desk.copied);
            desk.press("q").press(keys);
            assert_eq!(desk.copied.len(), 2);
            assert_eq!(desk.copied[0], desk.copied[1]);
        };
    Copy, the_selection_is_copied_with_its_source:
        List => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press("l l").press(keys);
            assert_eq!(desk.copied, ["“There he met”\n— Lukashenko meets Putin, Example Post, 2020-09-14"]);
            desk.press("q").press(keys);
            assert_eq!(desk.copied[1], "“Lukashenko meets Putin”, Example Post, 2020-09-14");
            let (mut desk, _folder) = meeting();
            desk.press("/").type_text("spoke").press("enter").press(keys);
            assert!(desk.copied[0].starts_with("“There he met Vladimir Putin, who spoke of a loan.”"), "{:?}", desk.copied);
        };
    Edit, a_note_is_edited:
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press("j").press(keys).type_text(", politely").press("ctrl-s").expect("ask the embassy, politely");
            assert!(desk.journal()[3].contains("ask the embassy, politely"));
        };
    EditExternal, a_note_is_edited_in_the_own_editor:
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.editor = Box::new(|text| Ok(text.replace("embassy", "ministry")));
            desk.press("j").press(keys).expect("ask the ministry").expect_not("ask the embassy");
        },
        Editor => |keys| {
            let (mut desk, _folder) = editing();
            desk.editor = Box::new(|text| Ok(format!("{text}, finished")));
            desk.press(keys).expect("Saved");
            assert!(desk.journal()[0].contains("draft, finished"));
        };
    Delete, a_note_is_deleted:
        Notes => |keys| {
            let (mut desk, _folder) = noted();
            desk.press("j").press(keys).expect("2 kept").expect_not("ask the embassy").expect("who paid for it");
            assert_eq!(desk.journal().len(), 4);
        },
        Searches => |keys| {
            let (mut desk, _folder) = searched("loan");
            desk.press("s").type_text("csto").press("enter g s").expect("▸ csto").press(keys).expect("▸ loan");
            desk = desk.again();
            desk.press("g s").expect("▸ loan").expect_not("csto");
        };
    Save, a_note_is_saved:
        Editor => |keys| {
            let (mut desk, _folder) = editing();
            assert!(desk.journal().is_empty());
            desk.press(keys).expect("Saved").expect_not("draft");
            assert!(desk.journal()[0].contains("draft"));
        };
    Accept, what_is_typed_is_taken:
        Prompt => |keys| { Desk::bundled(80, 24).press("/").type_text("milk").press(keys).expect("In this document"); };
    Cancel, cancel_leaves_without_a_change:
        Library => |keys| {
            let mut desk = Desk::bundled(80, 24);
            desk.press("/").type_text("milk").press("enter q").expect_not("Start here").press(keys).expect("Start here");
            desk.press(keys).expect("q quits");
            assert!(!desk.quit);
        },
        Reader => |keys| {
            let (mut desk, _folder) = meeting();
            desk.press("n").press(keys).expect("q goes back").expect("In this document");
        },
        Select => |keys| {
            let (mut desk, _folder) = selecting();
            desk.press(keys).expect("In this document");
            assert_eq!(desk.selected(), "");
        },
        Prompt => |keys| { Desk::bundled(80, 24).press("/").type_text("milk").press(keys).expect("Start here"); },
        Editor => |keys| {
            let (mut desk, _folder) = editing();
            desk.press(keys).expect("Not saved").expect("draft").press(keys).expect_not("draft");
            assert!(desk.journal().is_empty());
        };
}

/// The reader on the first mention that is called so.
fn in_text(name: &str) -> (Desk, tempfile::TempDir) {
    let (mut desk, folder) = page();
    choose(&mut desk, name).press("enter G enter");
    desk.expect("In this document");
    (desk, folder)
}

/// The reader on nine paragraphs of a dozen rows each.
fn long_paragraphs() -> (Desk, tempfile::TempDir) {
    let paragraphs: Vec<String> =
        (1..10).map(|number| format!("Paragraph {number} {}", "goes on and on ".repeat(40))).collect();
    let text = format!("---\ntitle: Long\n---\n\nThe beginning.\n\n{}\n", paragraphs.join("\n\n"));
    let (mut desk, folder) = Desk::of(&[("long.md", &text)]);
    desk.press("enter");
    (desk, folder)
}

#[test]
fn every_command_is_in_the_table_and_has_a_key() {
    for &command in Command::ALL {
        assert!(!places(command).is_empty(), "{}", command.name());
    }
}
