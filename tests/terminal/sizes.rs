//! Any size, at any moment.

use super::harness::{Home, Terminal};

/// Sizes at which the layout changes, and those at which there is next to nothing.
const EDGES: [(u16, u16); 10] =
    [(20, 5), (200, 60), (1, 1), (16, 4), (15, 3), (2, 60), (200, 1), (59, 24), (60, 5), (80, 24)];

/// Sizes in no order, from nothing to a wall.
fn storm() -> impl Iterator<Item = (u16, u16)> {
    let mut seed: u32 = 7;
    let mixed = (0..60).map(move |_| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (20 + (seed >> 8) as u16 % 181, 5 + (seed >> 20) as u16 % 56)
    });
    EDGES.into_iter().chain(mixed)
}

/// Many sizes while keys are pressed; then what is shown is what a fresh drawing shows.
fn weather(terminal: &mut Terminal, keys: &[&str]) {
    terminal.settle().resize((200, 60)).settle();
    for (number, size) in storm().enumerate() {
        terminal.tell_size(size).send(keys[number % keys.len()]);
        if number % 9 == 0 {
            terminal.settle();
        }
        terminal.assert_alive();
    }
    // On the screen of the test nothing is right any more, until all is drawn anew.
    for size in [(20, 5), (80, 24), (131, 37), (80, 24)] {
        terminal.resize(size).settle();
        let shown = terminal.contents();
        terminal.send("\x0c").settle();
        assert_eq!(terminal.contents(), shown, "drawn anew at {size:?} it is another screen");
        assert!(!shown.trim().is_empty(), "nothing is drawn at {size:?}");
    }
}

#[test]
fn one_size_after_another() {
    let home = Home::new();
    let mut terminal = home.start();
    for size in EDGES {
        terminal.resize(size).settle().assert_alive();
    }
    assert!(terminal.line(0).contains("6 documents") && terminal.line(23).contains("help"));
    terminal.send("\r").wait_for("In this document").settle();
    for size in EDGES {
        terminal.resize(size).settle().assert_alive();
    }
    assert!(terminal.line(0).contains('%') && terminal.line(23).contains("Enter who"));
    terminal.quit();
}

#[test]
fn a_storm_of_sizes_over_the_list() {
    let home = Home::new();
    let mut terminal = home.start();
    weather(&mut terminal, &["j", "k", " ", "G", "gg"]);
    assert!(terminal.line(0).contains("6 documents") && terminal.line(23).contains("help"));
    terminal.quit();
}

#[test]
fn a_storm_of_sizes_over_a_text() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.send("/start").wait_for("1 of 6").send("\r").wait_for("In this document");
    weather(&mut terminal, &["j", " ", "\x04", "n", "G", "50%", "k", "\t", "r", "b"]);
    assert!(
        terminal.line(0).contains('%') && terminal.line(23).contains("? help"),
        "{}",
        terminal.contents()
    );
    terminal.quit();
}

#[test]
fn a_storm_of_sizes_over_the_editor_and_the_help() {
    let home = Home::new();
    let mut terminal = home.start();
    terminal.send("\r").wait_for("In this document").send("a").wait_for("New note");
    weather(&mut terminal, &["word ", "\r", "long-word-without-a-blank", "\x1b[A", "\x1b[B"]);
    terminal.send("\x13").wait_for("Saved").send("?").wait_for("Keys:");
    weather(&mut terminal, &["j", "G", "k", " "]);
    terminal.quit();
}

#[test]
fn it_starts_in_the_smallest_of_windows() {
    let home = Home::new();
    for size in [(1, 1), (5, 2), (20, 5)] {
        let mut terminal = Terminal::spawn(home.ibid(), size);
        terminal.wait_until("alternate screen", vt100::Screen::alternate_screen).settle();
        terminal.resize((80, 24)).wait_for("Start here");
        terminal.quit();
    }
}
