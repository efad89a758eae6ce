//! What [`super`] promises about keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;

use super::*;

fn key(text: &str) -> Key {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn error(text: &str) -> String {
    parse_keys(text).unwrap_err().to_string()
}

#[test]
fn names_and_modifiers_are_understood() {
    let plain = Key::plain;
    assert_eq!(key("G"), plain(KeyCode::Char('G')));
    assert_eq!(key("<"), plain(KeyCode::Char('<')));
    assert_eq!(key("-"), plain(KeyCode::Char('-')));
    assert_eq!(key("+"), plain(KeyCode::Char('+')));
    assert_eq!(key("ж"), plain(KeyCode::Char('ж')));
    assert_eq!(key("space"), plain(KeyCode::Char(' ')));
    assert_eq!(key("f1"), plain(KeyCode::F(1)));
    assert_eq!(key("f"), plain(KeyCode::Char('f')));
    assert_eq!(key("ctrl-d"), Key::new(KeyCode::Char('d'), true, false, false));
    assert_eq!(key("ctrl--"), Key::new(KeyCode::Char('-'), true, false, false));
    assert_eq!(key("alt-left"), Key::new(KeyCode::Left, false, true, false));
    assert_eq!(key("shift-tab"), Key::new(KeyCode::Tab, false, false, true));
    assert_eq!(key("ctrl-alt-delete"), Key::new(KeyCode::Delete, true, true, false));
}

#[test]
fn other_spellings_mean_the_same_key() {
    for (one, other) in [
        ("return", "enter"),
        ("escape", "esc"),
        ("pgdn", "pagedown"),
        ("page-up", "pageup"),
        ("del", "delete"),
        ("backtab", "shift-tab"),
        ("C-d", "ctrl-d"),
        ("c-d", "ctrl-d"),
        ("M-x", "alt-x"),
        ("s-tab", "shift-tab"),
        ("ctrl+d", "ctrl-d"),
        ("Ctrl-PageDown", "ctrl-pagedown"),
        ("alt-ctrl-x", "ctrl-alt-x"),
        ("F12", "f12"),
        ("shift-g", "G"),
        ("shift-G", "G"),
        ("alt-shift-g", "alt-G"),
        ("ctrl-G", "ctrl-g"),
        ("ctrl-shift-g", "ctrl-g"),
        ("ctrl-i", "tab"),
        ("ctrl-m", "enter"),
        ("ctrl-[", "esc"),
    ] {
        assert_eq!(key(one), key(other), "{one} and {other}");
    }
    for (one, other) in
        [("g", "G"), ("alt-g", "alt-G"), ("tab", "shift-tab"), ("ctrl-j", "enter"), ("f", "f1")]
    {
        assert_ne!(key(one), key(other), "{one} and {other}");
    }
}

#[test]
fn keys_are_spelled_as_in_the_file_and_labelled_for_people() {
    for (text, spelled, label) in [
        ("C-D", "ctrl-d", "Ctrl-D"),
        ("return", "enter", "Enter"),
        ("space", "space", "Space"),
        ("up", "up", "↑"),
        ("pgdn", "pagedown", "PgDn"),
        ("shift-tab", "shift-tab", "Shift-Tab"),
        ("shift-g", "G", "G"),
        ("alt-g", "alt-g", "Alt-g"),
        ("alt-left", "alt-left", "Alt-←"),
        ("F1", "f1", "F1"),
        ("ctrl--", "ctrl--", "Ctrl--"),
    ] {
        assert_eq!(key(text).to_string(), spelled);
        assert_eq!(key(text).label(), label);
    }
    let keys = parse_keys(" ctrl-x\tC-e ").unwrap();
    assert_eq!(spell_keys(&keys), "ctrl-x ctrl-e");
    assert_eq!(label_keys(&keys), "Ctrl-X Ctrl-E");
    assert_eq!(Key::plain(KeyCode::Char('\u{1b}')).label(), "␛");
}

#[test]
fn only_keys_without_ctrl_and_alt_type() {
    assert_eq!(key("G").typed(), Some('G'));
    assert_eq!(key("space").typed(), Some(' '));
    assert_eq!(key("ctrl-g").typed(), None);
    assert_eq!(key("alt-g").typed(), None);
    assert_eq!(key("enter").typed(), None);
}

#[test]
fn a_sequence_has_one_to_four_keys() {
    assert_eq!(parse_keys("g g").unwrap(), [key("g"), key("g")]);
    assert_eq!(parse_keys("a b c d").unwrap().len(), 4);
    assert_eq!(error("a b c d e"), "'a b c d e' has more than 4 keys; use 4 keys or fewer");
    assert_eq!(error(""), "no key is named; write a key such as 'j', 'ctrl-d' or 'space'");
    assert_eq!(error(" "), "no key is named; the space bar is written 'space'");
}

#[test]
fn an_error_names_the_wrong_part_and_the_nearest_name() {
    assert_eq!(error("g entr"), "no key is called 'entr'; did you mean 'enter'?");
    assert_eq!(error("ctrl-pgedown"), "no key is called 'pgedown'; did you mean 'pagedown'?");
    assert_eq!(error("page-dwn"), "no key is called 'page-dwn'; did you mean 'pagedown'?");
    assert_eq!(error("crtl-d"), "no modifier is called 'crtl'; did you mean 'ctrl'?");
    assert_eq!(error("super-d"), "no modifier is called 'super'; the modifiers are ctrl-, alt- and shift-");
    assert_eq!(error("gg"), "no key is called 'gg'; keys one after another are written with spaces: 'g g'");
    assert_eq!(error("f36"), "no key is called 'f36'; the function keys are f1 to f35");
    assert_eq!(error("f0"), "no key is called 'f0'; the function keys are f1 to f35");
    assert!(error("f+1").starts_with("no modifier is called 'f'"));
    assert!(error("ctrl-").starts_with("no key stands behind 'ctrl-'"));
    assert!(error("shift-1").starts_with("a terminal doesn't tell that shift is held in 'shift-1'"));
    assert!(error("\u{1b}").starts_with("no key is called '␛'"));
    assert!(error(&"ctrl-".repeat(100_000)).chars().count() < 200);
}

fn any_code() -> impl Strategy<Value = KeyCode> {
    prop_oneof![
        proptest::char::any()
            .prop_filter("what a key can type", |c| safe::substitute(*c).is_none())
            .prop_map(KeyCode::Char),
        proptest::sample::select(NAMED.map(|(code, ..)| code).to_vec()),
        (1..=FUNCTION_MAX).prop_map(KeyCode::F),
    ]
}

proptest! {
    #[test]
    fn a_spelled_key_is_the_same_key_again(code in any_code(), ctrl: bool, alt: bool, shift: bool) {
        let key = Key::new(code, ctrl, alt, shift);
        prop_assert_eq!(key.normal(), key);
        prop_assert_eq!(key.to_string().parse(), Ok(key));
        prop_assert_eq!(parse_keys(&spell_keys(&[key; 4])), Ok(vec![key; 4]));
    }

    #[test]
    fn whatever_is_understood_is_spelled_so_that_it_is_understood(text in "\\PC{0,12}") {
        if let Ok(keys) = parse_keys(&text) {
            prop_assert_eq!(parse_keys(&spell_keys(&keys)), Ok(keys));
        }
    }

    #[test]
    fn no_error_holds_a_control_character(text in any::<String>()) {
        if let Err(error) = parse_keys(&text) {
            prop_assert!(error.to_string().chars().all(|c| safe::substitute(c).is_none()));
        }
    }
}
