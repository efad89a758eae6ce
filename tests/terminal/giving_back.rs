//! Whatever ends the program, the terminal is given back, and the place is kept.

use std::time::Duration;

use super::harness::{Home, Terminal};

/// The brief on the loan, opened and scrolled half down.
fn read_half(home: &Home) -> (Terminal, String) {
    read_half_in(home.start())
}

/// The same in a terminal that has been opened.
fn read_half_in(mut terminal: Terminal) -> (Terminal, String) {
    terminal.send("/loan").wait_for("2 of 6").send("\r").wait_for("In this document");
    terminal.send("90%").wait_for("In the streets").wait_for_no("tagging").settle();
    let line = terminal.line(3);
    (terminal, line)
}

/// Opens the same document again and looks whether it is where it was.
fn assert_kept(home: &Home, line: &str) {
    let mut terminal = home.start();
    terminal
        .send("/loan")
        .wait_for("2 of 6")
        .send("\r")
        .wait_for("In this document")
        .wait_for_no("tagging")
        .settle();
    assert_eq!(terminal.line(3), line, "another place:\n{}", terminal.contents());
    terminal.quit();
}

#[test]
fn quitting() {
    let home = Home::new();
    let (mut terminal, line) = read_half(&home);
    terminal.quit();
    assert_kept(&home, &line);
}

#[test]
fn ctrl_c() {
    let mut terminal = Home::new().start();
    terminal.send("\x03");
    assert_eq!(terminal.exit_code(), 0);
    terminal.assert_given_back();
}

/// A signal ends the program in good order, with the code that shells have for it.
fn signal_ends(name: &str, code: u32) {
    let home = Home::new();
    let (mut terminal, line) = read_half(&home);
    terminal.signal(name);
    assert_eq!(terminal.exit_code(), code, "{}", terminal.contents());
    terminal.assert_given_back();
    assert_kept(&home, &line);
}

#[test]
fn sigterm() {
    signal_ends("TERM", 143);
}

#[test]
fn sighup() {
    signal_ends("HUP", 129);
}

#[test]
fn sigint() {
    signal_ends("INT", 130);
}

#[test]
fn a_signal_at_the_very_start() {
    let home = Home::new();
    for name in ["TERM", "HUP", "INT"] {
        let mut terminal = Terminal::spawn(home.ibid(), (80, 24));
        terminal.wait_until("alternate screen", vt100::Screen::alternate_screen);
        terminal.signal(name);
        assert!(terminal.exit_code() > 128);
        terminal.assert_given_back();
    }
}

#[test]
fn a_closed_terminal_ends_the_program_at_once() {
    let home = Home::new();
    let (mut terminal, _) = read_half(&home);
    #[cfg(target_os = "linux")]
    let (process, before) = (terminal.process(), super::harness::ticks(terminal.process()).unwrap());
    terminal.hang_up();
    let mut used = 0;
    let gone = terminal.ends_within(Duration::from_secs(2), || {
        #[cfg(target_os = "linux")]
        {
            used = super::harness::ticks(process).map_or(used, |after| after - before);
        }
    });
    assert!(gone, "it is still there");
    assert!(used <= 20, "{used} hundredths of a second were used to end");
}

#[test]
fn a_terminal_that_vanishes_without_a_signal_ends_the_program_with_the_place_kept() {
    let home = Home::new();
    let mut command = home.ibid();
    command.set_controlling_tty(false);
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.wait_for("Start here");
    let (mut terminal, line) = read_half_in(terminal);
    terminal.hang_up();
    assert!(terminal.ends_within(Duration::from_secs(2), || {}), "it is still there");
    assert_kept(&home, &line);
}

#[test]
fn a_line_that_drops_in_the_middle_of_a_frame_ends_the_program_with_the_place_kept() {
    let home = Home::new();
    let (mut terminal, line) = read_half(&home);
    terminal.drop_in_a_frame();
    assert!(terminal.ends_within(Duration::from_secs(3), || {}), "it is still there");
    assert_kept(&home, &line);
}

#[test]
fn after_a_closed_terminal_the_next_start_offers_to_go_on() {
    let home = Home::new();
    let (mut terminal, line) = read_half(&home);
    terminal.send("c").settle();
    terminal.hang_up();
    assert!(terminal.ends_within(Duration::from_secs(2), || {}));
    let mut terminal = home.start();
    terminal.wait_for("where you stopped, at").settle().send("go").wait_for("In the streets").settle();
    assert!(!terminal.contents().contains("In this document"), "{}", terminal.contents());
    assert!(terminal.contents().contains(line.split("  ").next().unwrap_or_default().trim()));
    terminal.quit();
}

#[test]
fn the_first_start_says_what_this_is_and_the_next_one_does_not() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.wait_for("Welcome to ibid").send("j").settle();
    assert!(!terminal.contents().contains("Welcome"), "{}", terminal.contents());
    terminal.quit();
    let mut terminal = home.start();
    assert!(!terminal.settle().contents().contains("Welcome"), "{}", terminal.contents());
    terminal.quit();
}

#[test]
fn a_closed_terminal_keeps_the_place_even_while_drawing() {
    for _ in 0..20 {
        let home = Home::new();
        let (mut terminal, line) = read_half(&home);
        terminal.hang_up();
        assert!(terminal.ends_within(Duration::from_secs(2), || {}));
        assert_kept(&home, &line);
    }
}
