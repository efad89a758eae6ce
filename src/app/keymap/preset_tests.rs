//! What is promised of the keymaps for hands that know another program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;

fn with(preset: Preset) -> Keymap {
    let (mut keymap, _) = Keymap::bundled();
    assert_eq!(keymap.lay_preset(preset), [], "{}", preset.name());
    keymap
}

#[test]
fn no_preset_has_problems_and_each_line_of_it_can_be_pressed() {
    for &preset in Preset::ALL {
        let keymap = with(preset);
        let own = |binding: &Binding| matches!(binding.origin, BindingOrigin::Preset(of, _) if of == preset);
        for &context in Context::ALL {
            let table = keymap.tables.get(&context).into_iter().flatten();
            let wanted = table.filter(|(_, entry)| entry.layer == 1 && entry.command.is_some()).count();
            let there = keymap.bindings(context).into_iter().filter(|binding| binding.context == context);
            assert_eq!(there.filter(own).count(), wanted, "{} in {}", context.name(), preset.name());
        }
        assert_eq!(Preset::named(preset.name()), Some(preset));
    }
    assert_eq!(Preset::ALL.iter().map(|preset| preset.name()).collect::<Vec<_>>(), Preset::NAMES);
}

#[test]
fn with_each_preset_every_command_can_be_reached_where_it_can_be_without() {
    let (bundled, _) = Keymap::bundled();
    for &preset in Preset::ALL {
        let keymap = with(preset);
        for &context in Context::ALL {
            // The palette opens over screens; what lies over one has only its own keys.
            let palette = !matches!(context, Context::Searches | Context::Reach)
                && !keymap.keys_of(context, Command::Palette).is_empty();
            for binding in bundled.bindings(context) {
                let direct = !keymap.keys_of(context, binding.command).is_empty();
                let (command, place, name) = (binding.command.name(), context.name(), preset.name());
                assert!(direct || palette, "{command} in {place} with {name}");
            }
        }
    }
}

#[test]
fn what_each_preset_is_for_works() {
    for (preset, context, text, command) in [
        (Preset::Vim, Context::Library, "g g", Command::Top),
        (Preset::Vim, Context::Reader, "ctrl-e", Command::Down),
        (Preset::Vim, Context::Reader, "z z", Command::ToMiddle),
        (Preset::Vim, Context::Reader, "z a", Command::ToggleAside),
        (Preset::Vim, Context::Reader, "m a", Command::SetMark),
        (Preset::Emacs, Context::Reader, "alt-v", Command::PageUp),
        (Preset::Emacs, Context::Library, "ctrl-n", Command::Down),
        (Preset::Emacs, Context::Results, "ctrl-s", Command::Find),
        (Preset::Emacs, Context::Library, "ctrl-x ctrl-c", Command::Quit),
        (Preset::Emacs, Context::Editor, "ctrl-x ctrl-s", Command::Save),
        (Preset::Emacs, Context::Editor, "ctrl-x ctrl-e", Command::EditExternal),
        (Preset::Emacs, Context::Prompt, "ctrl-g", Command::Cancel),
        (Preset::Emacs, Context::Reader, "ctrl-x r space q", Command::SetMark),
        (Preset::Less, Context::Reader, "g", Command::Top),
        (Preset::Less, Context::Library, "d", Command::HalfDown),
        (Preset::Less, Context::Reader, "u", Command::HalfUp),
        (Preset::Less, Context::Reader, "b", Command::PageUp),
        (Preset::Less, Context::Reader, "q", Command::Back),
        (Preset::Less, Context::Reader, "ctrl-x u", Command::Undo),
        (Preset::Less, Context::Reader, "' A", Command::GoToMark),
    ] {
        let found = tests::lookup(&with(preset), context, text);
        assert_eq!(found, Lookup::Command(command), "{text} with {}", preset.name());
    }
}

#[test]
fn a_person_s_own_file_lies_over_the_preset() {
    let mut keymap = with(Preset::Less);
    assert_eq!(keymap.lay_over("own", "[list]\n\"d\" = \"down\"\n"), []);
    assert_eq!(tests::lookup(&keymap, Context::Reader, "d"), Lookup::Command(Command::HalfDown));
    assert_eq!(tests::lookup(&keymap, Context::Library, "d"), Lookup::Command(Command::Down));
    assert_eq!(keymap.keys_of(Context::Library, Command::Down).first().unwrap(), "d");
}

#[test]
fn any_letter_stands_behind_other_keys_and_gives_way_to_a_meaning_of_its_own() {
    let (keymap, _) = Keymap::bundled();
    assert_eq!(tests::lookup(&keymap, Context::Reader, "m m"), Lookup::Command(Command::Bookmark));
    assert_eq!(tests::lookup(&keymap, Context::Reader, "m M"), Lookup::Command(Command::SetMark));
    assert_eq!(tests::lookup(&keymap, Context::Reader, "m 1"), Lookup::None);
    assert_eq!(tests::lookup(&keymap, Context::Reader, "m"), Lookup::Prefix);
    assert_eq!(tests::lookup(&keymap, Context::Library, "m"), Lookup::None);
    let (_, said) = tests::over("[list]\n\"letter\" = \"down\"\n\"x letter y\" = \"up\"\n");
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said[0].contains("line 2") && said[1].contains("line 3"), "{said:#?}");
}
