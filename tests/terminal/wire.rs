//! What goes over the wire: little, and whatever was moved, erased or left as it was, the screen is what it would be had
//! all of it been drawn anew.

use vt100::{Cell, Color, Screen};

use super::harness::{Home, Terminal};

/// A letter, its ink and ground, and whether it is bold, dim, underlined or reversed.
type Look = (String, Color, Color, [bool; 4]);

/// What is seen of a cell: on a blank one only its ground and its lines.
fn look(cell: &Cell) -> Look {
    let letter = cell.contents().trim_end().to_owned();
    let (ink, bold, dim) = match letter.is_empty() && !cell.inverse() {
        true => (Color::Default, false, false),
        false => (cell.fgcolor(), cell.bold(), cell.dim()),
    };
    (letter, ink, cell.bgcolor(), [bold, dim, cell.underline(), cell.inverse()])
}

/// All of a screen, row by row.
fn picture(screen: &Screen) -> Vec<Vec<Look>> {
    let (rows, columns) = screen.size();
    let row = |row| (0..columns.get()).filter_map(|column| screen.cell(row, column)).map(look).collect();
    (0..rows.get()).map(row).collect()
}

/// Fails where the screen, drawn anew, isn't what it was.
#[track_caller]
fn assert_true(terminal: &mut Terminal, after: &str) {
    let stepwise = terminal.settle().with_screen(picture);
    let anew = terminal.send("\x0c").settle().with_screen(picture);
    for (row, (stepwise, anew)) in stepwise.iter().zip(&anew).enumerate() {
        assert_eq!(stepwise, anew, "row {row} after {after:?}:\n{}", terminal.contents());
    }
}

/// A text of many lines, no two alike, with names and, here and there, wide letters, marks and emoji.
fn text() -> String {
    let line = |n: usize| {
        let odd = ["", " 世界の", " e\u{301}t", " 🚢 sails", " שלום", " ☃"][n * 7 % 6];
        format!(
            "Line {n}: Anna Kowalska of Minsk wrote {} letters to Riga{odd} at noon.\n\n",
            n * 7919 % 1000
        )
    };
    (0..300).map(line).collect()
}

#[test]
fn what_was_drawn_step_by_step_is_what_is_drawn_anew() {
    let home = Home::with("a.txt", &text());
    for n in 0..40 {
        let text = format!("Report {n} of 世界\n\nAnna Kowalska went to Minsk {n} times.\n");
        std::fs::write(home.documents().join(format!("b{n}.txt")), text).unwrap();
    }
    let mut terminal = home.open();
    // The names are known: nothing comes any more that nobody asked for.
    terminal.wait_for("41 documents").wait_for("People").settle().wait_for_no(" of 41").settle();
    for keys in ["jj", "jjjjjjjjjjjjjjjjjjjjjjjj", "p", "k", "p"] {
        terminal.send(keys);
        assert_true(&mut terminal, keys);
    }
    terminal.send("/line 0\r").wait_for("In this document").wait_for("People");
    for keys in
        ["j", "jjj", " ", "k", "c", "j", "kk", " ", "G", "gg", "c", "n", "n", "?", "\x1b", "/noon\r", "n"]
    {
        terminal.send(keys);
        assert_true(&mut terminal, keys);
    }
    terminal.quit();
}

/// Bytes that come for these keys, sent in one write.
fn cost(terminal: &mut Terminal, keys: &str) -> usize {
    let before = terminal.settle().count();
    terminal.send(keys).settle().count() - before
}

#[test]
fn a_line_down_sends_little_more_than_that_line() {
    let home = Home::with("a.txt", &text());
    let mut terminal = home.open();
    terminal.wait_for("1 document").send("\r").wait_for("In this document").wait_for("People");
    let beside = cost(&mut terminal, "j");
    terminal.send("c").settle();
    let alone = (0..6).map(|_| cost(&mut terminal, "j")).max().unwrap();
    let page = cost(&mut terminal, " ");
    assert!(beside < 900, "{beside} bytes beside the cast");
    assert!(alone < 240, "{alone} bytes where the pane is folded");
    assert!(page < 2_000, "{page} bytes for a page");
    terminal.quit();
}

/// Whether the name in the text is marked as one.
fn is_marked(screen: &Screen) -> bool {
    let (rows, _) = screen.size();
    let cells = (2..rows.get()).flat_map(|row| (0..40).filter_map(move |column| screen.cell(row, column)));
    cells.filter(|cell| cell.has_contents()).any(|cell| cell.underline() || cell.fgcolor() != Color::Default)
}

#[test]
fn on_a_slow_line_names_are_not_marked_and_the_list_has_no_preview() {
    for sparing in [false, true] {
        let home = Home::with("a.txt", "A ship\n\nAnna Kowalska went to Minsk, where it rains.\n");
        let config = home.path().join("config");
        std::fs::create_dir_all(&config).unwrap();
        std::fs::write(config.join("config.toml"), format!("[terminal]\nlow-bandwidth = {sparing}\n"))
            .unwrap();
        let mut terminal = home.open();
        terminal.wait_for("1 document");
        if !sparing {
            terminal.wait_for("where it rains");
        }
        assert_eq!(terminal.settle().contents().contains("where it rains"), !sparing);
        terminal.send("\r").wait_for("In this document").wait_for("People");
        if !sparing {
            terminal.wait_until("mark of a name", is_marked);
        }
        assert_eq!(terminal.settle().with_screen(is_marked), !sparing, "{}", terminal.contents());
        terminal.quit();
    }
}
