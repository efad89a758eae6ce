//! What laying a person's own file over the keymap promises, each rule with its wrong neighbour.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::tests::{LIST, READER, keys, lookup, over};
use super::*;

#[test]
fn keys_may_be_taken_away_beside_a_sequence_that_begins_with_them() {
    let (keymap, said) =
        over("[library]\n\"o\" = \"\"\n\"o x\" = \"sort\"\n\"o d\" = \"\"\n\"o t\" = \"\"\n");
    assert_eq!(lookup(&keymap, Context::Library, "o"), Lookup::Prefix);
    assert_eq!(lookup(&keymap, Context::Library, "o x"), Lookup::Command(Command::SortNext));
    assert_eq!(said.len(), 1);
    assert!(
        said[0].contains(
            "'o' hides 'o l' (sort-length), 'o o' (sort), 'o r' (sort-reverse), 'o s' (sort-source) of"
        ),
        "{said:?}"
    );
}

#[test]
fn an_own_binding_takes_the_place_of_the_bundled_one_and_no_other() {
    let (keymap, said) = over("[list]\n\"j\" = \"up\"\n\"x\" = \"down\"\n");
    assert_eq!(said, [""; 0]);
    assert_eq!(lookup(&keymap, LIST, "j"), Lookup::Command(Command::Up));
    assert_eq!(lookup(&keymap, LIST, "k"), Lookup::Command(Command::Up));
    assert_eq!(lookup(&keymap, READER, "x"), Lookup::Command(Command::Down));
    assert_eq!(lookup(&keymap, LIST, "down"), Lookup::Command(Command::Down));
    assert_eq!(keymap.keys_of(LIST, Command::Down), ["x", "↓", "Ctrl-N"]);
    let own = keymap.bindings(LIST).into_iter().find(|binding| binding.keys == keys("x")).unwrap();
    assert_eq!((own.context, own.origin), (LIST, BindingOrigin::Own(3)));
    let bundled = keymap.bindings(LIST).into_iter().find(|binding| binding.keys == keys("k")).unwrap();
    assert!(matches!(bundled.origin, BindingOrigin::Bundled(_)));
}

#[test]
fn an_own_binding_that_hides_a_longer_bundled_one_is_told_and_wins() {
    let (keymap, said) = over("# mine\n[list]\n\"g\" = \"top\"\n");
    assert_eq!(lookup(&keymap, LIST, "g"), Lookup::Command(Command::Top));
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("own.toml, line 3: 'g' hides 'g g' (top), 'g y' (copy-address), 'g c' (people, of [global]), 'g d' (drafts, of [global]), 'g k' (concordance, of [global]), 'g l' (library, of [global]), "),
        "{said:?}"
    );
    assert_eq!(
        over("[list]\n\"g\" = \"top\"\n\"g g\" = \"\"\n\"g l\" = \"\"\n\"g n\" = \"\"\n\"g p\" = \"\"\n\"g s\" = \"\"\n\"g r\" = \"\"\n\"g c\" = \"\"\n\"g k\" = \"\"\n\"g w\" = \"\"\n\"g m\" = \"\"\n\"g d\" = \"\"\n\"g o\" = \"\"\n\"g y\" = \"\"\n").1,
        [""; 0],
        "it can be said that it is meant"
    );
    assert_eq!(over("[list]\n\"x\" = \"top\"\n").1, [""; 0]);
    assert_eq!(over("[cast]\n\"j\" = \"top\"\n").1, [""; 0], "another context may differ");
}

#[test]
fn an_own_sequence_that_hides_a_bundled_key_is_told_and_wins() {
    let (keymap, said) = over("[global]\n\"q q\" = \"quit\"\n");
    assert_eq!(lookup(&keymap, Context::Global, "q"), Lookup::Prefix);
    assert_eq!(lookup(&keymap, Context::Global, "q q"), Lookup::Command(Command::Quit));
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("own.toml, line 2: 'q q' hides 'q' (back) of the default keymap; "),
        "{said:?}"
    );
    assert_eq!(
        over("[global]\n\"q q\" = \"quit\"\n\"q\" = \"\"\n").1,
        [""; 0],
        "it can be said that it is meant"
    );
    assert_eq!(over("[global]\n\"q q\" = \"\"\n").1, [""; 0], "what is taken away hides no beginning");
}

#[test]
fn keys_whose_beginning_a_nearer_context_takes_are_told() {
    let (keymap, said) = over("[global]\n\"space x\" = \"help\"\n");
    assert_eq!(lookup(&keymap, LIST, "space"), Lookup::Command(Command::PageDown));
    assert_eq!(said.len(), 1, "{said:?}");
    let part = "own.toml, line 2: 'space x' can't be pressed in [list], where 'space' is page-down";
    assert!(said[0].starts_with(part), "{said:?}");
    assert!(said[0].ends_with("; begin it with a key that means nothing there"), "{said:?}");
    // Once the nearer key is moved, the longer one is reached.
    let moved = "[global]\n\"space x\" = \"help\"\n[list]\n\"space x\" = \"help\"\n";
    assert!(
        over(moved).1.iter().all(|said| !said.contains("can't be pressed in [list]")),
        "{:?}",
        over(moved).1
    );
    assert_eq!(over("[global]\n\"g 9\" = \"help\"\n").1, [""; 0]);
}

#[test]
fn of_two_own_lines_at_odds_the_first_stays_and_both_are_named() {
    for (first, second, expected) in [
        ("x", "x", "'x' is at odds with line 2: 'x' there is the same"),
        ("pgdn", "page-down", "'page-down' is at odds with line 2: 'pagedown' there is the same"),
        ("shift-x", "X", "'X' is at odds with line 2: 'X' there is the same"),
        ("x y", "x", "'x' is at odds with line 2: 'x y' there begins with these keys"),
        ("x", "x y", "'x y' is at odds with line 2: 'x' there begins these keys"),
        ("x", "x y z", "'x y z' is at odds with line 2: 'x' there begins these keys"),
    ] {
        let (keymap, said) = over(&format!("[notes]\n\"{first}\" = \"top\"\n\n\"{second}\" = \"quit\"\n"));
        let remedy = "line 2 is used, this one isn't; keep one of the two";
        assert_eq!(said, [format!("own.toml, line 4: {expected}; {remedy}")]);
        assert_eq!(lookup(&keymap, Context::Notes, first), Lookup::Command(Command::Top));
    }
    assert_eq!(over("[notes]\n\"x y\" = \"top\"\n\"x z\" = \"bottom\"\n\"X\" = \"top\"\n").1, [""; 0]);
    assert_eq!(over("[notes]\n\"x\" = \"top\"\n[cast]\n\"x\" = \"bottom\"\n").1, [""; 0]);
    assert_eq!(over("[notes]\n\"x\" = \"\"\n\"x\" = \"top\"\n").1.len(), 1);
}

#[test]
fn a_wrong_line_is_told_with_its_number_and_the_nearest_name() {
    for (line, expected) in [
        ("\"x\" = \"bookmrak\"", "no command is called 'bookmrak'; did you mean 'bookmark'?"),
        (
            "\"x\" = \"zebra crossing\"",
            "no command is called 'zebra crossing'; the palette lists all commands",
        ),
        ("\"entr\" = \"open\"", "no key is called 'entr'; did you mean 'enter'?"),
        ("\"crtl-x\" = \"open\"", "no modifier is called 'crtl'; did you mean 'ctrl'?"),
        ("\"\" = \"open\"", "no key is named; write a key such as 'j', 'ctrl-d' or 'space'"),
        ("\"x\" = 5", "the command of 'x' is a number; a command is a name in quotes, as in \"down\""),
        ("\"x\" = [\"top\"]", "the command of 'x' is a list; a command is a name in quotes, as in \"down\""),
        ("x.y = \"top\"", "the command of 'x' is a table; a command is a name in quotes, as in \"down\""),
        ("[raeder]", "no table is called 'raeder', so what stands in it isn't used; did you mean 'reader'?"),
        ("[[reader]]", "'reader' is a list of tables; write one pair of brackets, as in [reader]"),
        (
            "[reader.x]",
            "no table is called 'reader.x', so what stands in it isn't used; did you mean 'reader'?",
        ),
    ] {
        let (keymap, said) =
            over(&format!("[notes]\n\"1\" = \"top\"\n\n{line}\n\n[cast]\n\"2\" = \"bottom\"\n"));
        assert_eq!(said, [format!("own.toml, line 4: {expected}")]);
        assert_eq!(lookup(&keymap, Context::Notes, "1"), Lookup::Command(Command::Top));
        assert_eq!(lookup(&keymap, Context::Cast, "2"), Lookup::Command(Command::Bottom), "after {line}");
    }
}

#[test]
fn a_line_that_is_not_toml_spoils_no_other() {
    for line in
        ["g g = \"top\"", "\"x\" = top", "x down", "\"x = \"top\"", "\"x\" = \"\"\"", "= \"top\"", "\u{1}"]
    {
        let (keymap, said) = over(&format!("[notes]\n\"1\" = \"top\"\n{line}\n\"2\" = \"bottom\"\n"));
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("own.toml, line 3: this isn't TOML: "), "{said:?}");
        assert!(said[0].ends_with("; a line has the form \"key\" = \"command\", both in quotes"), "{said:?}");
        assert_eq!(lookup(&keymap, Context::Notes, "1"), Lookup::Command(Command::Top));
        assert_eq!(lookup(&keymap, Context::Notes, "2"), Lookup::Command(Command::Bottom));
    }
}

#[test]
fn the_rows_of_a_table_that_is_not_understood_fall_into_no_other() {
    for head in ["[reader", "[raeder]", "[[reader]]", "[]"] {
        let (keymap, said) = over(&format!("[notes]\n{head}\n\"x\" = \"top\"\n\"y\" = \"bookmrak\"\nz\n"));
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("own.toml, line 2: "), "{said:?}");
        assert_eq!(lookup(&keymap, Context::Notes, "x"), Lookup::None);
    }
}

#[test]
fn a_table_in_two_parts_is_used_and_told() {
    let (keymap, said) = over("[notes]\n\"x\" = \"top\"\n[cast]\n[notes]\n\"y\" = \"bottom\"\n");
    assert_eq!(
        said,
        ["own.toml, line 4: the table [notes] began at line 1 already; both are used; put them together"]
    );
    assert_eq!(lookup(&keymap, Context::Notes, "x"), Lookup::Command(Command::Top));
    assert_eq!(lookup(&keymap, Context::Notes, "y"), Lookup::Command(Command::Bottom));
}

#[test]
fn other_forms_of_toml_are_read_too() {
    let toml = "\u{feff}notes.x = 'top' # a remark\r\ncast = { y = \"bottom\" }\r\n [ reader ] \r\nz = \"\\u0074op\"\r\n";
    let (keymap, said) = over(toml);
    assert_eq!(said, [""; 0]);
    assert_eq!(lookup(&keymap, Context::Notes, "x"), Lookup::Command(Command::Top));
    assert_eq!(lookup(&keymap, Context::Cast, "y"), Lookup::Command(Command::Bottom));
    assert_eq!(lookup(&keymap, READER, "z"), Lookup::Command(Command::Top));
    let said = over("x = \"top\"\nraeder.x = \"top\"\n").1;
    assert_eq!(said[0], "own.toml, line 1: 'x' stands before the first table; put it into one, as [global]");
    assert!(said[1].starts_with("own.toml, line 2: no table is called 'raeder'"), "{said:?}");
}

#[test]
fn a_key_that_types_may_be_bound_where_text_is_typed_but_is_told() {
    for (table, context) in
        [("prompt", Context::Prompt), ("query", Context::Query), ("editor", Context::Editor)]
    {
        let (keymap, said) = over(&format!("[{table}]\n\"j k\" = \"cancel\"\n"));
        assert_eq!(lookup(&keymap, context, "j k"), Lookup::Command(Command::Cancel));
        let warning = format!("with this, 'j' can't be typed in the {table}");
        assert_eq!(
            said,
            [format!("own.toml, line 2: {warning}; keys with ctrl- or alt- leave the text alone")]
        );
        assert_eq!(
            over(&format!("[{table}]\n\"alt-j\" = \"cancel\"\n\"f2\" = \"cancel\"\n\"j\" = \"\"\n")).1,
            [""; 0]
        );
    }
    assert_eq!(over("[notes]\n\"x\" = \"cancel\"\n").1, [""; 0]);
}

#[test]
fn a_file_that_is_too_long_is_left_out_whole() {
    let (keymap, said) = over(&"[notes]\n\"x\" = \"top\"\n".repeat(4000));
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("longer than 64 KiB"), "{said:?}");
    assert_eq!(lookup(&keymap, Context::Notes, "x"), Lookup::None);
}

#[test]
fn problems_come_in_the_order_of_the_lines() {
    let said = over("[list]\n\"g\" = \"top\"\n\"x\" = \"tpo\"\n[global]\n\"q q\" = \"quit\"\n\"y\" = 5\n").1;
    let places: Vec<&str> = said.iter().filter_map(|text| text.split(": ").next()).collect();
    assert_eq!(places, [2, 3, 5, 6].map(|line| format!("own.toml, line {line}")));
}

#[test]
fn own_bindings_stand_behind_the_bundled_ones_of_their_context() {
    let (keymap, _) = over("[cast]\n\"x\" = \"top\"\n");
    let cast = keymap.bindings(Context::Cast);
    let own = cast.iter().position(|binding| binding.origin == BindingOrigin::Own(2)).unwrap();
    assert!(cast[..own].iter().all(|binding| binding.context == Context::Cast));
    assert!(cast[own + 1..].iter().all(|binding| binding.context != Context::Cast));
}
