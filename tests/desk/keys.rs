//! Every key of the default keymap, in every place that binds it.

use ibid::app::{Command, Context, Keymap, Screen, spell_keys};

use super::fixtures::{MEETING, THREE};
use super::harness::Desk;

/// A desk in that place, with something to move over, undo, go back to and step to.
fn in_place(place: Context) -> (Desk, tempfile::TempDir) {
    let files = [&[("meeting.md", MEETING), ("words.md", "A very short text.\n")][..], THREE].concat();
    let names = matches!(place, Context::Entity | Context::People | Context::Concordance | Context::Matrix);
    // Finding names takes a while, and only these places need them.
    let (mut desk, folder) = if names { Desk::knowing_of(&files) } else { Desk::of(&files) };
    let lukashenko = "g l / L u k a s h enter";
    desk.press(lukashenko).press("m m } m m a x ctrl-s u g g");
    match place {
        Context::Library | Context::Global => desk.press("q esc g g j"),
        Context::List => desk.press("!"),
        Context::Reader => desk.press("G ctrl-o }"),
        Context::Cast => desk.press("tab j"),
        Context::Beside => desk.press("p tab"),
        Context::Select => desk.press("] ] ] v v l"),
        Context::Notes => desk.press("g n"),
        Context::Results => desk.press("q s C S T O enter q s o n e enter x w T enter n n"),
        Context::Facets => desk.press("q s o n e enter tab enter"),
        Context::Searches => desk.press("q s o n e enter s t w o enter g s"),
        Context::Reach => desk.press("n = x"),
        Context::Query => desk.press("q s C S T O enter / ctrl-u o n e"),
        Context::Prompt => desk.press("q esc / a"),
        Context::Entity => desk.press("C enter tab j"),
        Context::People => desk.press("C j"),
        Context::Concordance => desk.press("C g k j"),
        Context::Timeline => desk.press("q esc g w"),
        Context::Matrix => desk.press("q esc g m"),
        Context::Editor => desk.press("a y"),
    };
    (desk, folder)
}

#[test]
fn every_default_key_does_something_in_its_place() {
    for &place in Context::ALL {
        for binding in Keymap::bundled().0.bindings(place).into_iter().filter(|bound| bound.context == place)
        {
            let keys = spell_keys(&binding.keys);
            let (mut desk, _folder) = in_place(place);
            if place != Context::Global {
                assert_eq!(desk.app.context(), place, "{}", desk.screen());
            }
            let state = |desk: &mut Desk| {
                let app = &desk.app;
                let place = app.reader.as_ref().map(|reader| (reader.top, reader.selection, reader.lit));
                let model = format!("{:?} {place:?} {:?}", app.screen(), app.library.sort);
                let outside = (desk.copied.len(), desk.redrawn, desk.suspended, desk.quit, desk.journal());
                (desk.buffer(), model, outside)
            };
            let mut changed = false;
            // A key that is already as far as it goes, as "up" on the first line, does something after
            // its opposite.
            let befores: &[&str] = match place {
                Context::Editor => &[""],
                Context::Prompt => &["", "down", "pagedown"],
                _ => &["", "j", "G", "g g", "l", "u"],
            };
            for &before in befores {
                desk.press(before);
                let then = state(&mut desk);
                desk.press(&keys);
                changed |= state(&mut desk) != then;
                if changed {
                    break;
                }
            }
            assert!(changed, "{keys} ({}) does nothing in {}", binding.command.name(), place.name());
            assert!(!desk.foot().contains("has no meaning"), "{keys} in {}", place.name());
        }
    }
}

#[test]
fn a_key_without_a_meaning_says_so() {
    let mut desk = Desk::bundled(80, 24);
    desk.press("X").expect("X has no meaning here");
    desk.press("g x").expect("g x has no meaning here");
    assert_eq!(desk.app.screen(), Screen::Library);
}

/// The rows of the screen with a description of a command that is cut.
fn cut(desk: &mut Desk) -> Vec<String> {
    let screen = desk.screen();
    let rows = screen.lines().filter(|row| row.starts_with('│') && row.contains('…'));
    // A letter that stands for any is no cut.
    rows.filter(|row| row.replace("a…Z", "").contains('…')).map(str::to_owned).collect()
}

#[test]
fn what_a_command_does_is_told_whole_at_80_columns_in_the_help_and_in_the_box_behind_keys() {
    for &place in Context::ALL {
        let keymap = Keymap::bundled().0;
        let begun = keymap.bindings(place).into_iter().filter(|bound| bound.keys.len() > 1);
        let mut begun: Vec<String> = begun.map(|bound| spell_keys(&bound.keys[..1])).collect();
        begun.dedup();
        let (mut desk, _folder) = in_place(place);
        for keys in begun {
            desk.press(&keys);
            assert_eq!(cut(&mut desk), Vec::<String>::new(), "behind {keys} in {}", place.name());
            desk.press("esc");
        }
        if place.types() {
            continue;
        }
        desk.press("f1");
        for _ in 0..8 {
            assert_eq!(cut(&mut desk), Vec::<String>::new(), "the help in {}", place.name());
            desk.press("pagedown");
        }
    }
}

#[test]
fn the_palette_tells_below_its_list_all_that_the_chosen_command_does() {
    for (width, height) in [(80, 24), (60, 20), (120, 40)] {
        let mut desk = Desk::bundled(width, height);
        desk.press(":");
        for command in Command::ALL {
            desk.press("ctrl-u").type_text(command.name());
            let told = |row: &str| row.split('│').any(|part| part.trim() == command.help());
            let chosen = (0..8).any(|_| desk.screen().lines().any(told) || desk.press("down").quit);
            assert!(chosen, "{} in {}", command.name(), desk.screen());
        }
    }
    // Where the help has to cut, too.
    let mut desk = Desk::bundled(60, 20);
    desk.press("? G")
        .expect("│ To the note that was changed last")
        .press("k k")
        .expect("│ Go to the place marked with a letter");
}
