//! What [`super`] promises, each rule with its wrong neighbour.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::app::key::parse_keys;
use crate::text::safe;

/// The bundled keymap with `toml` laid over it, and what was said about that.
fn over(toml: &str) -> (Keymap, Vec<String>) {
    let (mut keymap, _) = Keymap::bundled();
    let problems = keymap.lay_over("own.toml", toml);
    assert!(problems.iter().all(|problem| problem.path == "own.toml" && problem.place.starts_with("line ")));
    (keymap, problems.iter().map(Problem::to_string).collect())
}

/// The same without the bundled keymap.
fn only(toml: &str) -> Keymap {
    let mut keymap = Keymap::default();
    assert_eq!(keymap.lay_over("own.toml", toml), []);
    keymap
}

fn keys(text: &str) -> Vec<Key> {
    parse_keys(text).unwrap()
}

fn lookup(keymap: &Keymap, context: Context, text: &str) -> Lookup {
    keymap.lookup(context, &keys(text))
}

/// The commands of all bindings in force, with their keys, as `g g=top`.
fn in_force(keymap: &Keymap, context: Context) -> Vec<String> {
    let spell = |binding: &Binding| format!("{}={}", spell_keys(&binding.keys), binding.command.name());
    keymap.bindings(context).iter().map(spell).collect()
}

const LIST: Context = Context::List;
const READER: Context = Context::Reader;

#[test]
fn the_bundled_keymap_has_no_problems() {
    assert_eq!(Keymap::bundled().1, []);
}

#[test]
fn every_command_has_a_key_but_those_of_the_palette() {
    const PALETTE_ONLY: &[Command] = &[];
    let (keymap, _) = Keymap::bundled();
    for &command in Command::ALL {
        let bound = Context::ALL.iter().any(|&context| !keymap.keys_of(context, command).is_empty());
        assert_eq!(bound, !PALETTE_ONLY.contains(&command), "{}", command.name());
    }
}

#[test]
fn every_bundled_binding_can_be_pressed_in_its_own_place() {
    let (keymap, _) = Keymap::bundled();
    for (&context, table) in &keymap.tables {
        let own = keymap.bindings(context).iter().filter(|binding| binding.context == context).count();
        assert_eq!(own, table.len(), "{}", context.name());
    }
}

#[test]
fn arrows_paging_home_and_end_work_wherever_there_are_lines() {
    let (keymap, _) = Keymap::bundled();
    for context in [LIST, Context::Library, READER, Context::Cast, Context::Notes] {
        for (key, command) in [
            ("up", Command::Up),
            ("down", Command::Down),
            ("pageup", Command::PageUp),
            ("pagedown", Command::PageDown),
            ("home", Command::Top),
            ("end", Command::Bottom),
        ] {
            assert_eq!(
                lookup(&keymap, context, key),
                Lookup::Command(command),
                "{key} in {}",
                context.name()
            );
        }
    }
}

#[test]
fn the_nearest_context_decides() {
    let (keymap, _) = Keymap::bundled();
    assert_eq!(lookup(&keymap, LIST, "enter"), Lookup::Command(Command::Open));
    assert_eq!(lookup(&keymap, READER, "enter"), Lookup::Command(Command::Who));
    assert_eq!(lookup(&keymap, Context::Cast, "enter"), Lookup::Command(Command::Open));
    assert_eq!(lookup(&keymap, Context::Cast, "m"), Lookup::Command(Command::Bookmark));
    assert_eq!(lookup(&keymap, Context::Cast, "q"), Lookup::Command(Command::Back));
    assert_eq!(lookup(&keymap, Context::Global, "m"), Lookup::None);
    assert_eq!(lookup(&keymap, Context::Prompt, "q"), Lookup::None);
}

#[test]
fn a_sequence_is_waited_for_in_every_context_of_the_chain() {
    let (keymap, _) = Keymap::bundled();
    assert_eq!(lookup(&keymap, READER, "g"), Lookup::Prefix);
    assert_eq!(lookup(&keymap, READER, "g g"), Lookup::Command(Command::Top));
    assert_eq!(lookup(&keymap, READER, "g l"), Lookup::Command(Command::Library));
    assert_eq!(lookup(&keymap, READER, "g x"), Lookup::None);
    assert_eq!(lookup(&keymap, READER, "g g g"), Lookup::None);
    assert_eq!(keymap.lookup(READER, &[]), Lookup::None);
    assert_eq!(keymap.lookup(READER, &vec![keys("g")[0]; 1000]), Lookup::None);
}

#[test]
fn a_single_key_comes_before_a_longer_sequence_of_the_same_or_a_farther_context() {
    let keymap = only("[reader]\n\"g\" = \"who\"\n[list]\n\"g g\" = \"top\"");
    assert_eq!(lookup(&keymap, READER, "g"), Lookup::Command(Command::Who));
    assert_eq!(lookup(&keymap, LIST, "g"), Lookup::Prefix);
    assert_eq!(in_force(&keymap, READER), ["g=who"]);
}

#[test]
fn a_longer_sequence_of_a_nearer_context_comes_before_a_single_key() {
    let keymap = only("[list]\n\"g\" = \"top\"\n[reader]\n\"g x\" = \"who\"");
    assert_eq!(lookup(&keymap, READER, "g"), Lookup::Prefix);
    assert_eq!(lookup(&keymap, LIST, "g"), Lookup::Command(Command::Top));
    assert_eq!(in_force(&keymap, READER), ["g x=who"]);
}

#[test]
fn a_key_that_is_taken_away_does_not_fall_through() {
    let keymap = only("[reader]\n\"j\" = \"\"\n[list]\n\"j\" = \"down\"\n\"k\" = \"up\"");
    assert_eq!(lookup(&keymap, READER, "j"), Lookup::None);
    assert_eq!(lookup(&keymap, READER, "k"), Lookup::Command(Command::Up));
    assert_eq!(lookup(&keymap, LIST, "j"), Lookup::Command(Command::Down));
    assert_eq!(in_force(&keymap, READER), ["k=up"]);
}

#[test]
fn a_key_that_is_taken_away_takes_the_sequences_that_begin_with_it() {
    let keymap = only("[reader]\n\"g\" = \"\"\n[list]\n\"g g\" = \"top\"");
    assert_eq!(lookup(&keymap, READER, "g"), Lookup::None);
    assert_eq!(lookup(&keymap, READER, "g g"), Lookup::None);
    assert_eq!(lookup(&keymap, LIST, "g g"), Lookup::Command(Command::Top));
}

#[test]
fn no_key_is_waited_for_where_all_that_could_follow_is_taken_away() {
    let keymap = only("[reader]\n\"g g\" = \"\"\n[list]\n\"g g\" = \"top\"\n\"g\" = \"\"");
    assert_eq!(lookup(&keymap, READER, "g"), Lookup::None);
    assert_eq!(lookup(&keymap, LIST, "g"), Lookup::Prefix);
    let keymap = only("[reader]\n\"g g\" = \"\"\n[list]\n\"g g\" = \"top\"\n[global]\n\"g\" = \"help\"");
    assert_eq!(lookup(&keymap, READER, "g"), Lookup::Command(Command::Help));
    assert_eq!(lookup(&keymap, LIST, "g"), Lookup::Prefix);
}

#[test]
fn keys_may_be_taken_away_beside_a_sequence_that_begins_with_them() {
    let (keymap, said) =
        over("[library]\n\"o\" = \"\"\n\"o x\" = \"sort\"\n\"o d\" = \"\"\n\"o t\" = \"\"\n");
    assert_eq!(lookup(&keymap, Context::Library, "o"), Lookup::Prefix);
    assert_eq!(lookup(&keymap, Context::Library, "o x"), Lookup::Command(Command::SortNext));
    assert_eq!(said.len(), 1);
    assert!(
        said[0].contains("'o' hides 'o l' (sort-length), 'o s' (sort-source) of the default"),
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
    assert_eq!(bundled.origin, BindingOrigin::Bundled);
}

#[test]
fn an_own_binding_that_hides_a_longer_bundled_one_is_told_and_wins() {
    let (keymap, said) = over("# mine\n[list]\n\"g\" = \"top\"\n");
    assert_eq!(lookup(&keymap, LIST, "g"), Lookup::Command(Command::Top));
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("own.toml, line 3: 'g' hides 'g g' (top) of the default keymap; "),
        "{said:?}"
    );
    assert_eq!(
        over("[list]\n\"g\" = \"top\"\n\"g g\" = \"\"\n").1,
        [""; 0],
        "it can be said that it is meant"
    );
    assert_eq!(over("[list]\n\"x\" = \"top\"\n").1, [""; 0]);
    assert_eq!(over("[cast]\n\"g\" = \"top\"\n").1, [""; 0], "another context may differ");
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
    for (table, context) in [("prompt", Context::Prompt), ("editor", Context::Editor)] {
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
fn a_file_full_of_sequences_is_read_and_shown_in_time() {
    let letters: Vec<char> = ('a'..='z').chain('A'..='Z').collect();
    let rows = |command: &str| {
        let pair = |(a, b): (&char, &char)| format!("\"! {a} {b}\" = \"{command}\"\n");
        letters
            .iter()
            .flat_map(|a| letters.iter().take(20).map(move |b| (a, b)))
            .map(pair)
            .collect::<String>()
    };
    let (keymap, _) = over(&format!("[reader]\n{}[list]\n{}", rows(""), rows("top")));
    assert_eq!(keymap.bindings(LIST).iter().filter(|binding| binding.keys.len() == 3).count(), 52 * 20);
    assert_eq!(keymap.bindings(READER).iter().filter(|binding| binding.keys.len() == 3).count(), 0);
}

#[test]
fn bindings_come_nearest_context_first_in_the_order_of_the_file() {
    let keymap = only(
        "[list]\n\"j\" = \"down\"\n\"b\" = \"up\"\n[reader]\n\"z\" = \"who\"\n\"a\" = \"note\"\n\"j\" = \"next\"\n",
    );
    assert_eq!(in_force(&keymap, READER), ["z=who", "a=note", "j=next", "b=up"]);
    assert_eq!(in_force(&keymap, LIST), ["j=down", "b=up"]);
    assert_eq!(in_force(&keymap, Context::Global), [""; 0]);
}

#[test]
fn continuations_are_what_can_follow_and_nothing_else() {
    let (keymap, _) = Keymap::bundled();
    let rest = |context, text| {
        let pairs = keymap.continuations(context, &keys(text));
        pairs
            .iter()
            .map(|(rest, command)| format!("{}={}", spell_keys(rest), command.name()))
            .collect::<Vec<_>>()
    };
    assert_eq!(rest(READER, "g"), ["g=top", "l=library", "n=notes", "p=problems"]);
    assert_eq!(rest(Context::Global, "g"), ["l=library", "n=notes", "p=problems"]);
    assert_eq!(
        rest(Context::Library, "o"),
        ["d=sort-date", "t=sort-title", "s=sort-source", "l=sort-length"]
    );
    assert_eq!(rest(READER, "g g"), [""; 0]);
    assert_eq!(rest(Context::Editor, "ctrl-x"), ["ctrl-e=edit-in-editor"]);
}

#[test]
fn hints_name_the_nearest_keys_first() {
    let (keymap, _) = Keymap::bundled();
    assert_eq!(keymap.keys_of(LIST, Command::Top), ["g g", "Home", "<"]);
    assert_eq!(keymap.keys_of(READER, Command::HalfDown), ["d", "Ctrl-D"]);
    assert_eq!(keymap.keys_of(LIST, Command::HalfDown), ["Ctrl-D"]);
    assert_eq!(keymap.keys_of(Context::Prompt, Command::Quit), [""; 0]);
}

#[test]
fn keys_of_every_form_are_found() {
    let (keymap, _) = Keymap::bundled();
    let shifted = Key { code: crate::app::KeyCode::Char('g'), ctrl: false, alt: false, shift: true };
    assert_eq!(keymap.lookup(LIST, &[shifted]), Lookup::Command(Command::Bottom));
}

#[test]
fn the_help_has_one_row_for_a_command_with_all_its_keys() {
    let (keymap, _) = Keymap::bundled();
    let rows = keymap.help_rows(READER);
    let row = |command| rows.iter().filter(|row| row.command == command).collect::<Vec<_>>();
    assert_eq!(row(Command::Down).len(), 1);
    assert_eq!(row(Command::Down)[0].keys, "j, ↓, Ctrl-N");
    assert_eq!(
        (row(Command::HalfDown)[0].keys.as_str(), row(Command::HalfDown)[0].context),
        ("d, Ctrl-D", READER)
    );
    assert_eq!(row(Command::Save).len(), 0);
    assert!(rows.is_sorted_by_key(|row| READER.chain().iter().position(|at| *at == row.context)));
}

#[test]
fn the_key_table_names_every_binding_once_and_breaks_no_cell() {
    let (keymap, _) = Keymap::bundled();
    let markdown = markdown_table(&keymap);
    assert!(
        markdown
            .starts_with("### Everywhere\n\n| Keys | What they do |\n| --- | --- |\n| `q` `Esc` | Go back")
    );
    assert!(markdown.contains("\n### In a document\n"));
    assert!(markdown.contains("\n| `d` | Down half a page |\n"));
    assert!(markdown.contains("\n| `g g` `Home` `<` | To the beginning |\n"));
    for command in Command::ALL {
        assert!(markdown.contains(command.help()), "{}", command.name());
    }
    let odd = markdown_table(&only("[list]\n\"|\" = \"top\"\n\"`\" = \"bottom\"\n\"x\" = \"\"\n"));
    assert!(odd.ends_with("| `\\|` | To the beginning |\n| `` ` `` | To the end |\n"), "{odd}");
    assert_eq!(markdown_table(&Keymap::default()), "");
}

/// Lines that look like a keymap, right or nearly so.
fn any_line() -> impl Strategy<Value = String> {
    let some = |names: &[&str]| {
        proptest::sample::select(names.iter().map(|name| name.to_string()).collect::<Vec<_>>())
    };
    prop_oneof![
        (some(&["a", "a b", "a b c", "a a", "g", "q q", "", "pgdn", "\\u001b"]), some(&["top", "", "tpo"]))
            .prop_map(|(keys, command)| format!("\"{keys}\" = \"{command}\"")),
        some(&[
            "[list]",
            "[reader]",
            "[prompt]",
            "[lsit]",
            "[[list]]",
            "[list",
            "list.a = 1",
            "\"a\" = [",
            "'"
        ]),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn whatever_a_file_holds_the_keymap_stays_sound(lines in proptest::collection::vec(any_line(), 0..20)) {
        let toml = lines.join("\n");
        let (mut keymap, _) = Keymap::bundled();
        let problems = keymap.lay_over("own.toml", &toml);
        for problem in &problems {
            let shown = [problem.to_string(), problem.reason.clone(), problem.remedy.clone()].concat();
            prop_assert!(shown.chars().all(|c| safe::substitute(c).is_none()), "{}", shown);
        }
        for &context in Context::ALL {
            for binding in keymap.bindings(context) {
                prop_assert_eq!(keymap.lookup(context, &binding.keys), Lookup::Command(binding.command));
                for length in 1..binding.keys.len() {
                    prop_assert_eq!(keymap.lookup(context, &binding.keys[..length]), Lookup::Prefix);
                    let rest = (binding.keys[length..].to_vec(), binding.command);
                    prop_assert!(keymap.continuations(context, &binding.keys[..length]).contains(&rest));
                }
            }
        }
    }
}
