//! What a person wrote and where they were is there again the next time.

use super::harness::{Home, Terminal};

/// Opens the brief on the loan, selects "elder brother" by searching for it, and writes a note on it.
fn write_note(home: &Home) -> Terminal {
    let mut terminal = home.start();
    terminal.send("/").wait_for("6 of 6").send("loan").wait_for("2 of 6");
    terminal.send("\r").wait_for("In this document").wait_for("President Vladimir Putin stood by");
    terminal.send("/elder").wait_for("1 found").send("\r").wait_for("1 of 1");
    terminal.send("v").wait_for("sentence").send("va").wait_for("New note");
    terminal.send("who is the elder?").wait_for("who is the elder?").send("\x13").wait_for("Saved");
    terminal
}

/// Starts again and looks for the note in the list and in the text.
fn find_note(home: &Home) {
    let mut terminal = home.start();
    terminal.wait_for("1 kept").send("gn").wait_for("Bookmarks and notes").wait_for("who is the elder?");
    terminal.send("\r").wait_for("In this document").wait_until("mark at the passage", |screen| {
        screen.rows(0, 80).any(|row| row.contains('✎') && !row.contains("ibid"))
    });
    terminal.quit();
}

#[test]
fn a_note_is_there_again_after_quitting() {
    let home = Home::new();
    write_note(&home).quit();
    find_note(&home);
}

#[test]
fn a_note_that_is_said_to_be_saved_survives_a_kill() {
    let home = Home::new();
    write_note(&home).kill();
    find_note(&home);
}

#[test]
fn a_note_that_is_being_written_survives_a_lost_line() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.send("\r").wait_for("In this document").send("a").wait_for("New note");
    terminal.send("half a thought").wait_for("half a thought").signal("HUP");
    assert_eq!(terminal.exit_code(), 129);
    let kept =
        std::process::Command::new("grep").args(["-r", "half a thought"]).arg(home.path()).output().unwrap();
    assert!(kept.status.success(), "it is nowhere in the config directory");
}
