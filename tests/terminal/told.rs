//! What commands print on a terminal, where people look.

use super::harness::{Home, Terminal};

/// What a command leaves on a terminal of 80 columns, without blanks at the ends of lines.
fn told(home: &Home, arguments: &[&str]) -> String {
    let mut command = home.ibid();
    command.args(arguments);
    let mut terminal = Terminal::spawn(command, (80, 24));
    terminal.exit_code();
    terminal.contents()
}

#[test]
fn columns_have_heads_and_a_figure_says_what_it_is() {
    let text = "President Alexander Lukashenko met Vladimir Putin. Lukashenko left, and Lukashenka came.\n";
    let home = Home::with("milk.txt", text);
    let heads = |arguments: &[&str], heads: &[&str]| {
        let told = told(&home, arguments);
        let line = told.lines().find(|line| line.contains(heads[0])).unwrap_or_else(|| panic!("{told}"));
        assert_eq!(line.split_whitespace().collect::<Vec<_>>(), heads, "{told}");
        told
    };
    heads(&["list", "documents"], &["date", "words", "title", "path"]);
    heads(&["cast", "documents"], &["name", "kind", "documents", "mentions", "first"]);
    let who = heads(&["who", "Lukashenko", "documents"], &["documents", "also", "called", "and", "why"]);
    assert!(who.lines().next().unwrap().ends_with(" % sure"), "{who}");
}
