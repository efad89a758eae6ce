//! A keymap of the person's own, the help, the palette.

use super::harness::Desk;

fn own(toml: &str) -> Desk {
    Desk::with_keymap(toml)
}

#[test]
fn a_key_is_bound_anew_and_the_help_and_the_hints_show_it() {
    let mut desk = own("[library]\n\"x\" = \"sort-title\"\n");
    desk.press("x").expect("title ↓");
    desk.press("?").press("/").type_text("sort by title").expect("x");
    let row = desk.screen().lines().find(|row| row.contains("Sort by title")).unwrap().to_owned();
    assert!(row.contains('x') && row.contains("o t"), "{row}");
    let mut desk = own("[library]\n\"F\" = \"find\"\n");
    assert!(desk.foot().contains("F find"), "{}", desk.foot());
}

#[test]
fn several_keys_mean_one_command_and_the_old_one_still_does() {
    for key in ["x", "X", "ctrl-t", "f5", "o t"] {
        let mut desk = own(
            "[library]\n\"x\" = \"sort-title\"\n\"X\" = \"sort-title\"\n\"ctrl-t\" = \"sort-title\"\n\"f5\" = \"sort-title\"\n",
        );
        desk.expect("date ↓").press(key).expect("title ↓");
    }
}

#[test]
fn a_sequence_shows_how_it_goes_on_and_is_done_with_its_last_key() {
    let mut desk = own("[library]\n\", a b\" = \"sort-title\"\n\", c\" = \"sort-length\"\n");
    desk.press(",").expect("Sort by title").expect("Sort by length").press("a").expect("Sort by title");
    desk.expect_not("Sort by length").press("b").expect("title ↓");
    desk.press(", c").expect("length ↓");
    desk.press(",").expect("Sort by length").press("esc").expect_not("Sort by length").expect("length ↓");
}

#[test]
fn a_key_is_taken_away() {
    let mut desk = own("[library]\n\"p\" = \"\"\n");
    desk.press("p").expect("p has no meaning here").expect("date ↓");
    desk.press("?").expect_not("Show or fold the preview");
}

#[test]
fn a_context_has_its_own_meaning() {
    let mut desk = own("[reader]\n\"x\" = \"toggle-cast\"\n[library]\n\"x\" = \"sort-title\"\n");
    desk.press("x").expect("title ↓").press("enter").expect("In this document").press("x");
    desk.expect_not("In this document");
}

#[test]
fn a_typo_is_reported_with_its_line_and_the_nearest_name_and_the_rest_works() {
    let mut desk = own("[library]\n\"x\" = \"sort-title\"\n\"y\" = \"sort-titel\"\n");
    desk.expect("keymap.toml, line 3 (! tells more): no command is called 'sort-titel'");
    desk.press("!").expect("keymap.toml").expect("line 3").expect("sort-titel").expect("did you mean 'sort-");
    desk.press("q x").expect("title ↓");
}

#[test]
fn an_unknown_key_or_table_is_reported_with_the_nearest_name() {
    for (toml, line, meant) in [
        ("[library]\n\"ctrl-\" = \"find\"\n", "line 2", "ctrl-d"),
        ("[library]\n\"pagedwon\" = \"find\"\n", "line 2", "pagedown"),
        ("[libary]\n\"x\" = \"find\"\n", "line 1", "library"),
        ("[library]\n\n\"x\" = 5\n", "line 3", "a name in quotes"),
        ("[library]\n\"x\" = find\n", "line 2", "quotes"),
    ] {
        let mut desk = own(toml);
        let said = desk.press("!").screen();
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(line) && said.contains(meant), "{toml}\n{said}");
        desk.press("q /").type_text("milk").expect("A milk ban");
    }
}

#[test]
fn a_conflict_is_reported_with_its_line() {
    let mut desk = own("[library]\n\"x\" = \"sort-title\"\n\"x y\" = \"sort-length\"\n");
    desk.press("!").expect("keymap.toml").expect("line 3").expect("line 2");
    desk.press("q x").expect("title ↓");
}

#[test]
fn a_key_that_hides_a_sequence_is_reported() {
    let mut desk = own("[global]\n\"g\" = \"top\"\n");
    desk.press("!").expect("line 2").expect("hides");
}

#[test]
fn the_help_is_found_in_by_typing_and_does_what_is_chosen() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("? /").type_text("sort-title");
    assert!(
        desk.styled(|theme| theme.chosen).iter().any(|row| row.contains("Sort by title")),
        "{}",
        desk.screen()
    );
    desk.expect_not("Quit, keeping").press("enter").expect("title ↓");
    desk.press("? esc").expect("title ↓").press("f1 q").expect_not("Draw the screen");
    desk.press("? /").type_text("by title").press("esc").expect("Down one line");
}

#[test]
fn the_palette_finds_any_command_shows_its_key_and_does_it() {
    let mut desk = Desk::bundled(80, 24);
    desk.press(":").type_text("srtlen");
    let row = desk.screen().lines().find(|row| row.contains("sort-length")).unwrap().to_owned();
    assert!(row.contains("o l"), "{row}");
    desk.press("enter").expect("length ↓");
    desk.press(":").type_text("zzzz").expect("No command matches").press("enter").expect("length ↓");
    desk.press(":").press("esc").expect("length ↓");
}

#[test]
fn the_palette_moves_with_the_arrows_and_says_what_does_nothing_here() {
    let mut desk = Desk::bundled(80, 24);
    desk.press(":").type_text("sort-").press("down");
    let chosen = desk.styled(|theme| theme.chosen).join(" ");
    desk.press("down");
    assert_ne!(desk.styled(|theme| theme.chosen).join(" "), chosen);
    desk.press("esc :")
        .type_text("toggle-raw")
        .press("enter")
        .expect("“Show the raw text or the reading text, here” does nothing");
    // What is called otherwise in the shell is found by that name, too, and what only a shell does is told.
    desk.press("esc :").type_text("kwic");
    assert!(desk.styled(|theme| theme.chosen).join(" ").contains("concordance"), "{}", desk.screen());
    desk.press("esc :").type_text("export").expect("In a shell: ibid notes export").press("enter");
    desk.expect_not("Commands").expect("In a shell: ibid notes export");
}

#[test]
fn the_palette_lists_every_command() {
    for command in ibid::app::Command::ALL {
        let mut desk = Desk::bundled(80, 24);
        desk.press(":").type_text(command.name());
        desk.expect(&format!("{}  ", command.name()));
    }
}

#[test]
fn messages_name_the_keys_that_are_bound() {
    let mut desk =
        own("[editor]\n\"ctrl-s\" = \"\"\n\"f2\" = \"save\"\n[global]\n\"u\" = \"\"\n\"U\" = \"undo\"\n");
    desk.press("enter a").type_text("x").press("esc").expect("F2").expect_not("Ctrl-S");
    desk.press("f2 g n d d").expect("U brings it back");
}
