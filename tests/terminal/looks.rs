//! The terminals that there are: how many colours, which characters, and one that can only print.

use super::harness::{Home, Terminal};
use super::stream::assert_clean;

/// What is sent to a terminal with these variables while a list, a text with its names and the help are shown.
fn sent(variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let home = Home::new();
    let mut command = home.ibid();
    command.args(arguments);
    command.env_remove("LC_ALL");
    command.env_remove("LC_CTYPE");
    command.env("LANG", "C.UTF-8");
    for (name, value) in variables {
        command.env(name, value);
    }
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.wait_for("Start here").send("\r").wait_for("In this document").settle();
    terminal.send("?").wait_for("Keys:").settle().send("q").settle().quit();
    let raw = terminal.raw();
    assert_clean(&raw);
    String::from_utf8(raw).unwrap()
}

#[test]
fn there_are_as_many_colours_as_the_terminal_has() {
    // Whether there are inks of the sixteen, of the palette, and of red, green and blue.
    let inks = |sent: &str| {
        let (mut sixteen, mut palette, mut mixed) = (false, false, false);
        for sequence in sent.split("\x1b[").skip(1) {
            let end = sequence.find(|c: char| c.is_ascii_alphabetic()).unwrap_or_default();
            let looks = if sequence[end..].starts_with('m') { &sequence[..end] } else { "" };
            palette |= looks.contains("38;5;") || looks.contains("48;5;");
            mixed |= looks.contains("38;2;") || looks.contains("48;2;");
            sixteen |= !looks.contains("8;5;")
                && looks.split(';').any(|look| matches!(look.parse(), Ok(30..=37 | 90..=97)));
        }
        (sixteen, palette, mixed)
    };
    assert_eq!(inks(&sent(&[("TERM", "xterm-256color"), ("COLORFGBG", "15;0")], &[])), (false, true, false));
    assert_eq!(inks(&sent(&[("TERM", "xterm"), ("COLORFGBG", "15;0")], &[])), (true, false, false));
    assert_eq!(inks(&sent(&[("NO_COLOR", "1"), ("COLORFGBG", "15;0")], &[])), (false, false, false));
    assert_eq!(inks(&sent(&[("COLORFGBG", "15;0")], &["--color", "never"])), (false, false, false));
}

#[test]
fn a_locale_without_utf_8_gets_ascii() {
    let sent = sent(&[("LANG", "C")], &[]);
    assert!(sent.is_ascii(), "{:?}", sent.chars().filter(|c| !c.is_ascii()).take(20).collect::<String>());
}

#[test]
fn the_linux_console_gets_signs_that_its_font_has() {
    let sent = sent(&[("TERM", "linux")], &[]);
    assert!(!sent.contains(['▸', '●', '✎', '│']), "{sent:?}");
}

#[test]
fn a_plain_desk_has_no_boxes_and_a_cursor() {
    let home = Home::new();
    let mut command = home.ibid();
    command.arg("--plain");
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.wait_for("Start here").settle();
    terminal
        .wait_until("a cursor in the list", |screen| !screen.hide_cursor() && screen.cursor_position().0 > 0);
    terminal.send("\r").wait_for("In a document").send("\t").wait_for("In the cast").quit();
    assert!(!String::from_utf8(terminal.raw()).unwrap().contains(['│', '─']));
}

#[test]
fn all_can_be_done_on_a_terminal_that_only_prints() {
    let home = Home::new();
    let mut command = home.ibid();
    command.env("TERM", "dumb");
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.wait_for("Start here").settle();
    terminal.send("\r").wait_for("In a document").settle();
    terminal.send("v").wait_for("Selected: \"").send("y").wait_for("Not copied").settle();
    terminal.send("va").wait_for("New note").send("Told line by line.").settle();
    terminal.send("\x13").wait_for("Saved").settle();
    terminal.send("gn").wait_for("In the notes").wait_for("Told line by line").quit();
    let raw = String::from_utf8(terminal.raw()).unwrap();
    assert!(!raw.contains('\x1b'), "{raw:?}");
}
