//! Every screen as it looks, at 80x24 and 120x40. `INSTA_UPDATE=always` writes them anew.

use super::harness::Desk;

/// Compares the screen that the keys lead to with the one that is kept, at both sizes.
fn look(name: &str, keys: &str) {
    for (width, height) in [(80, 24), (120, 40)] {
        // Names are found for searches alone, since that takes its time.
        let searches = keys.split(' ').any(|key| key == "s") && !keys.starts_with("enter");
        let mut desk = if searches { Desk::knowing(width, height) } else { Desk::bundled(width, height) };
        desk.press(keys);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("{name}-{width}x{height}"), desk.screen()));
    }
}

/// The screens, each with the keys that lead to it from the library.
macro_rules! screens {
    ($($name:ident: $keys:expr;)*) => {
        $(#[test]
        fn $name() {
            look(stringify!($name), $keys);
        })*
    };
}

screens! {
    library: "";
    library_while_finding: "/ p u t i n";
    library_with_marks: "enter m } v s m } a x ctrl-s q j enter q";
    reader: "enter";
    reader_with_a_name_lit: "enter tab j enter";
    reader_while_finding: "enter / r u s s i a";
    reader_at_a_match: "enter / r u s s i a enter n";
    reader_with_notes: "enter v l l v s m } } m v l v l l a o k ctrl-s";
    selection: "enter } } v v s";
    note_editor: "enter } } v s a A s k space h i m . enter T w i c e .";
    notes: "enter v l l v s m } } m v l v l l a W h o space s a y s space s o ? ctrl-s g n";
    who: "enter tab enter w";
    help: "enter ?";
    palette: "enter : n o t e";
    problems: "!";
    search: "s";
    search_while_typing: "s L u k a s h e n k a";
    search_results: "s L u k a s h e n k a enter j";
    search_narrowing: "s L u k a s h e n k a enter tab j enter";
    search_complaint: "s m i l k space a u t o r : x enter";
    search_saved: "s m i l k enter w M i l k enter s s u m m i t enter g s";
    reader_at_a_result: "s m i l k enter j enter n";
    raw: "enter r";
    sequence: "g";
    guide: "/ s t a r t enter";
}

#[test]
fn problems_with_files() {
    let (mut desk, folder) = Desk::of(&[("notes.md", "# A note\n\nA text.\n")]);
    for name in ["report.rtf", "minutes of the meeting in Sochi, second version, corrected.rtf"] {
        std::fs::write(folder.path().join(name), "{\\rtf1 words}\n").unwrap();
    }
    desk = Desk::folder(folder.path(), desk.app.size.0, desk.app.size.1);
    let there = folder.path().canonicalize().unwrap().to_string_lossy().into_owned();
    // The folder has another name each time, so only what is said of it is looked at.
    let said = desk.press("!").screen().replace(&there, "FOLDER");
    assert!(said.contains("report.rtf: this version doesn't read RTF"), "{said}");
}
