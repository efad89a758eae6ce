//! What a person wrote and where they were is there again the next time.

use super::editor::editing;
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

#[test]
fn the_whole_way_of_a_note_from_the_selection_to_the_next_start() {
    let home = Home::new();
    let script = "printf ' and why?' >> \"$2\"";
    let start = || Terminal::spawn(editing(&home, home.ibid(), script), (80, 24));
    let mut terminal = start();
    terminal.wait_for("Start here").send("/loan").wait_for("2 of 6").send("\r").wait_for("In this document");
    terminal.send("/elder").wait_for("1 found").send("\rvva").wait_for("New note");
    terminal.send("who is it?").wait_for("who is it?").send("\x13").wait_for("Saved");
    terminal.send("p").wait_for("Notes").wait_for_no("Saved").send("E").wait_for("Saved");
    terminal.send("gn").wait_for("newest first").wait_for("who is it? and why?");
    terminal.send("u").wait_for("Undone").wait_for_no("and why?").send("Q");
    assert_eq!(terminal.exit_code(), 0);
    let mut terminal = start();
    terminal.wait_for("Start here").send("gn").wait_for("who is it?").send("\x12").wait_for("and why?");
    terminal.send("uu").wait_for("0 kept").send("\x12").wait_for("who is it?");
    terminal.quit();
}

#[test]
fn what_another_instance_keeps_is_seen_without_a_key() {
    let home = Home::new();
    let mut watching = home.start();
    watching.wait_for("Start here").send("gn").wait_for("Nothing kept yet");
    write_note(&home).quit();
    watching.wait_for("who is the elder?").wait_for("1 kept").quit();
}

#[test]
fn what_stood_in_the_editor_when_ibid_was_killed_is_offered_at_the_next_start() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Start here").send("\r").wait_for("In this document").send("a").wait_for("New note");
    terminal.send("half a thought").wait_for("half a thought");
    let drafts = home.path().join("config/drafts");
    let kept = || {
        let entries = std::fs::read_dir(&drafts).into_iter().flatten().flatten();
        let mut texts = entries.filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
        texts.any(|text| text.contains("half a thought"))
    };
    terminal.wait_until("the draft on disk", |_| kept());
    terminal.kill();
    let mut terminal = home.start();
    terminal.wait_for("g d goes on").send("gd").wait_for("half a thought").send(" made whole");
    terminal
        .wait_for("made whole")
        .send("\x13")
        .wait_for("Saved")
        .send("gn")
        .wait_for("half a thought made whole");
    terminal.quit();
}

#[test]
fn without_a_place_for_the_cache_nothing_of_it_is_left_anywhere() {
    let home = Home::new();
    let passing = home.path().join("passing");
    std::fs::create_dir(&passing).unwrap();
    std::fs::write(home.path().join("no folder"), "").unwrap();
    let mut command = home.ibid();
    command.env("IBID_CACHE_DIR", home.path().join("no folder"));
    command.env("TMPDIR", &passing);
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.wait_for("Start here").send("C").wait_for("Vladimir Putin");
    terminal.kill();
    assert_eq!(std::fs::read_dir(&passing).unwrap().count(), 0);
}
