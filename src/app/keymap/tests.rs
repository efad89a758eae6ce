//! What looking up and listing promise, each rule with its wrong neighbour.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::app::key::parse_keys;
use crate::text::safe;

/// The bundled keymap with `toml` laid over it, and what was said about that.
pub(super) fn over(toml: &str) -> (Keymap, Vec<String>) {
    let (mut keymap, _) = Keymap::bundled();
    let problems = keymap.lay_over("own.toml", toml);
    assert!(problems.iter().all(|problem| problem.path == "own.toml" && problem.place.starts_with("line ")));
    (keymap, problems.iter().map(Problem::to_string).collect())
}

/// The same without the bundled keymap.
pub(super) fn only(toml: &str) -> Keymap {
    let mut keymap = Keymap::default();
    assert_eq!(keymap.lay_over("own.toml", toml), []);
    keymap
}

pub(super) fn keys(text: &str) -> Vec<Key> {
    parse_keys(text).unwrap()
}

pub(super) fn lookup(keymap: &Keymap, context: Context, text: &str) -> Lookup {
    keymap.lookup(context, &keys(text))
}

/// The commands of all bindings in force, with their keys, as `g g=top`.
fn in_force(keymap: &Keymap, context: Context) -> Vec<String> {
    let spell = |binding: &Binding| format!("{}={}", spell_keys(&binding.keys), binding.command.name());
    keymap.bindings(context).iter().map(spell).collect()
}

pub(super) const LIST: Context = Context::List;
pub(super) const READER: Context = Context::Reader;

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
    for context in
        [LIST, Context::Library, READER, Context::Cast, Context::Notes, Context::Results, Context::Searches]
    {
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
    assert_eq!(lookup(&keymap, READER, "enter"), Lookup::Command(Command::Entity));
    assert_eq!(lookup(&keymap, Context::Cast, "enter"), Lookup::Command(Command::Open));
    assert_eq!(lookup(&keymap, Context::Cast, "m m"), Lookup::Command(Command::Bookmark));
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
    assert_eq!(
        rest(READER, "g"),
        [
            "z=to-middle",
            "t=to-top",
            "g=top",
            "y=copy-address",
            "l=library",
            "n=notes",
            "d=drafts",
            "s=searches",
            "c=people",
            "k=concordance",
            "w=timeline",
            "m=matrix",
            "p=problems",
            "r=rescan",
            "o=go-on"
        ]
    );
    assert_eq!(
        rest(Context::Global, "g"),
        [
            "l=library",
            "n=notes",
            "d=drafts",
            "s=searches",
            "c=people",
            "k=concordance",
            "w=timeline",
            "m=matrix",
            "p=problems",
            "r=rescan",
            "o=go-on"
        ]
    );
    assert_eq!(
        rest(Context::Library, "o"),
        ["d=sort-date", "t=sort-title", "s=sort-source", "l=sort-length", "o=sort", "r=sort-reverse"]
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
fn a_key_that_ends_the_sequences_of_a_farther_context_is_reported() {
    let (_, problems) = over("[reader]\n\"g\" = \"top\"\n");
    assert_eq!(problems.len(), 1, "{problems:?}");
    for hidden in ["g g", "g l", "g n", "g p", "[global]", "[list]"] {
        assert!(problems[0].contains(hidden), "{hidden} in {problems:?}");
    }
    assert!(over("[reader]\n\"X\" = \"top\"\n").1.is_empty());
}

#[test]
fn the_key_table_names_every_binding_once_and_breaks_no_cell() {
    let (keymap, _) = Keymap::bundled();
    let markdown = markdown_table(&keymap);
    assert!(
        markdown.starts_with("### Everywhere\n\n| Keys | What they do |\n| --- | --- |\n| `q` | Go back")
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
