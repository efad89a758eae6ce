//! The person's own editor has the terminal to itself, and what it wrote is the note.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use portable_pty::CommandBuilder;

use super::harness::{Home, Terminal};
use super::suspending;

/// What runs the program with a script for an editor.
pub fn editing(home: &Home, mut command: CommandBuilder, script: &str) -> CommandBuilder {
    let path = home.path().join("my editor");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    command.env("EDITOR", format!("'{}' --wait", path.display()));
    command
}

/// A terminal with the program in it, a document open, and a script for an editor.
fn with_editor(home: &Home, script: &str) -> Terminal {
    reading(editing(home, home.ibid(), script))
}

/// A terminal with the program in it and a document open.
fn reading(command: CommandBuilder) -> Terminal {
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.wait_for("Start here").send("\r").wait_for("In this document");
    terminal
}

/// The files that the person's own editor was handed and that are still there.
fn left(home: &Home) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(home.path().join("config/drafts")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "md")).collect()
}

#[test]
fn a_line_written_in_the_editor_becomes_a_note() {
    let home = Home::new();
    let script = "echo THE EDITOR $1; read line; echo \"$line\" >> \"$2\"";
    let mut terminal = with_editor(&home, script);
    terminal.send("A").wait_for("THE EDITOR --wait");
    terminal.wait_until("main screen", |screen| !screen.alternate_screen() && !screen.bracketed_paste());
    assert!(terminal.has_own_modes(), "the editor doesn't get the line as it was");
    // The program doesn't take what is typed to the editor: j, q and Q would move or end it.
    terminal.send("jqQ from the editor\n").wait_until("alternate screen", vt100::Screen::alternate_screen);
    terminal.wait_for("Saved").wait_for("In this document");
    terminal.send("gn").wait_for("jqQ from the editor");
    terminal.quit();
    assert_eq!(std::fs::read_dir(home.path().join("config/drafts")).unwrap().count(), 0, "a draft is left");
}

#[test]
fn an_editor_that_fails_is_told_and_the_draft_is_left() {
    let home = Home::new();
    let mut terminal = with_editor(&home, "echo half a thought >> \"$2\"; exit 3");
    terminal.send("A").wait_for("the editor ended").wait_for("New note");
    let left = left(&home);
    assert_eq!(left.len(), 1);
    // All of where it is stands there, however narrow the terminal.
    let name = left[0].file_name().unwrap().to_string_lossy().into_owned();
    terminal.wait_for(&format!("drafts/{name} in the config directory has it"));
    let draft = std::fs::read_to_string(&left[0]).unwrap();
    assert_eq!(draft.trim(), "half a thought");
    terminal.send("\x1b").wait_for_no("New note");
    terminal.quit();
}

#[test]
fn what_was_thrown_away_is_in_no_file_and_what_is_left_for_the_next_start_is_in_one() {
    let home = Home::new();
    let mut terminal = with_editor(&home, "echo THE EDITOR");
    terminal.send("a").wait_for("New note").send("a secret thought").wait_for("a secret thought");
    terminal.send("\x1be").wait_for("Nothing was changed there");
    assert_eq!(left(&home).len(), 1);
    terminal.send("\x1b").wait_for("once more throws it away").send("\x1b").wait_for_no("New note").quit();
    assert_eq!(std::fs::read_dir(home.path().join("config/drafts")).unwrap().count(), 0, "a draft is left");
    let home = Home::new();
    let mut terminal = with_editor(&home, "echo THE EDITOR");
    terminal.send("a").wait_for("New note").send("half a thought").wait_for("half a thought");
    terminal.send("\x1be").wait_for("Nothing was changed there").send("\x03").wait_for("once more quits");
    assert_eq!(terminal.send("\x03").exit_code(), 0);
    assert_eq!(left(&home), [""; 0].map(PathBuf::from));
    home.start().wait_for("g d goes on with a note").quit();
}

#[test]
fn an_editor_that_is_not_there_is_named_and_leaves_no_file() {
    let home = Home::new();
    let mut command = home.ibid();
    command.env("EDITOR", "no-such-editor --wait");
    let mut terminal = reading(command);
    terminal.send("A").wait_for("There is no editor “no-such-editor --wait”; set VISUAL or EDITOR");
    assert_eq!(left(&home), [""; 0].map(PathBuf::from));
    terminal.send("\x1b").wait_for_no("New note").quit();
}

#[test]
fn what_an_editor_wrote_before_it_ended_as_one_that_is_not_there_is_kept() {
    let home = Home::new();
    let mut terminal = with_editor(&home, "echo half a thought >> \"$2\"; no-such-program");
    terminal.send("A").wait_for("the editor ended").send("\x1b").wait_for_no("New note").quit();
    let texts: Vec<String> = left(&home).iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert!(texts.iter().any(|text| text.contains("half a thought")), "{texts:?}");
}

#[test]
fn ctrl_c_in_the_editor_is_not_the_end_of_the_program() {
    let home = Home::new();
    let script = "trap 'echo kept >> \"$2\"; exit 0' INT; echo THE EDITOR; while :; do sleep 0.1; done";
    let mut terminal = with_editor(&home, script);
    terminal.send("A").wait_for("THE EDITOR").send("\x03").wait_for("In this document").wait_for("Saved");
    terminal.quit();
}

#[test]
fn ctrl_z_in_the_editor_suspends_both() {
    let home = Home::new();
    let script = "echo THE EDITOR; read line; echo \"$line\" >> \"$2\"";
    let shell = editing(&home, suspending::shell(&home), script);
    let mut terminal = suspending::start(shell);
    terminal.send("\r").wait_for("In this document").send("A").wait_for("THE EDITOR").send("\x1a");
    suspending::assert_shell(&mut terminal, "only");
    terminal.send("fg\n").settle().send("written later\n");
    terminal.wait_until("alternate screen", vt100::Screen::alternate_screen).wait_for("Saved");
    suspending::end(&mut terminal);
}

#[test]
fn what_the_editor_had_written_when_ibid_was_killed_is_offered_at_the_next_start() {
    let home = Home::new();
    let script = "echo half a thought >> \"$2\"; echo THE EDITOR WROTE; sleep 60";
    let mut terminal = with_editor(&home, script);
    terminal.send("A").wait_for("THE EDITOR WROTE").kill();
    let mut terminal = home.start();
    terminal.wait_for("g d goes on").send("gd").wait_for("New note").wait_for("half a thought").send("\x13");
    terminal.wait_for("Saved").send("gn").wait_for("1 kept").wait_for("half a thought").quit();
    assert_eq!(std::fs::read_dir(home.path().join("config/drafts")).unwrap().count(), 0, "a draft is left");
}

/// See `src/memory.rs`: a variable asks the library of the system to hand memory back, and is meant for nobody else.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[test]
fn the_program_hands_memory_back_and_the_editor_is_not_told_to() {
    let home = Home::with("a.txt", "The garden was small.\n");
    let mut command = home.ibid();
    command.arg(home.documents());
    let script = "echo VARIABLE ${MALLOC_TRIM_THRESHOLD_-none} THERE; read line; echo \"$line\" >> \"$2\"";
    let mut terminal = Terminal::spawn(editing(&home, command, script), (80, 24));
    terminal.wait_for("1 document").send("\r").wait_for("In this document");
    let own = std::fs::read(format!("/proc/{}/environ", terminal.process())).unwrap();
    assert!(String::from_utf8_lossy(&own).contains("MALLOC_TRIM_THRESHOLD_="), "it wasn't started once more");
    terminal.send("A").wait_for("VARIABLE none THERE").send("done\n").wait_for("Saved");
    terminal.quit();
}
