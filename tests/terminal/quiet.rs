//! Few bytes: none while nothing happens, few for a burst of keys.

use std::time::Duration;

use super::harness::{Home, Terminal};

/// The program has nothing to do for three seconds, and does nothing.
fn assert_idle(terminal: &mut Terminal) {
    // The names of a first document come late where the machine has much else to do.
    assert!((0..10).any(|_| terminal.settle().is_silent(Duration::from_secs(2))), "no rest");
    #[cfg(target_os = "linux")]
    let before = super::harness::ticks(terminal.process()).unwrap();
    let count = terminal.count();
    assert!(terminal.is_silent(Duration::from_secs(3)), "{} bytes were written", terminal.count() - count);
    #[cfg(target_os = "linux")]
    {
        let used = super::harness::ticks(terminal.process()).unwrap() - before;
        assert!(used <= 1, "{used} hundredths of a second were used");
    }
}

#[test]
fn an_idle_program_writes_nothing_and_takes_no_time() {
    let home = Home::new();
    let mut terminal = home.start();
    assert_idle(&mut terminal);
    terminal.send("\r").wait_for("In this document");
    assert_idle(&mut terminal);
    terminal.send("a").wait_for("New note");
    assert_idle(&mut terminal);
}

/// Bytes that come for these keys, sent in one write.
fn cost(terminal: &mut Terminal, keys: &str) -> usize {
    let before = terminal.settle().count();
    terminal.send(keys).settle().count() - before
}

/// A screen of 80x24 full of letters.
const SCREEN: usize = 80 * 24;

#[test]
fn a_burst_of_keys_is_drawn_a_few_times_and_not_for_each() {
    let text: String =
        (0..400).map(|n| format!("Line {n} of a text that is long enough to be scrolled.\n\n")).collect();
    let home = Home::with("long.txt", &text);
    for n in 0..80 {
        std::fs::write(home.documents().join(format!("{n}.txt")), format!("Document number {n}\n\nWords.\n"))
            .unwrap();
    }
    let mut terminal = home.open();
    terminal.wait_for("81 documents");
    let burst = "j".repeat(50);
    let list = cost(&mut terminal, &burst);
    terminal.send("/Line 0").wait_for("1 of 81").send("\r").wait_for("In this document");
    let reader = cost(&mut terminal, &burst);
    let shown = terminal.contents();
    assert!(list <= 2 * SCREEN, "{list} bytes for fifty lines down in the list");
    assert!(reader <= 2 * SCREEN, "{reader} bytes for fifty lines down in a text:\n{shown}");
}
