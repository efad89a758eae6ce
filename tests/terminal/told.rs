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

#[test]
fn a_list_says_last_what_was_left_out_and_why() {
    let home = Home::with("one.txt", "One title\n\nWords of it.\n");
    std::fs::write(home.documents().join("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    std::fs::write(home.documents().join(".hidden"), "no").unwrap();
    let listed = told(&home, &["list", "documents"]);
    let last = listed.trim_end().lines().last().unwrap();
    assert_eq!(last, "1 hidden, 1 binary left out; no text: documents/picture.png", "{listed}");
    assert_eq!(told(&home, &["list", "documents"]), listed, "known from before");
    for number in 0..9 {
        std::fs::write(home.documents().join(format!("{number}.bin")), [0; 9]).unwrap();
    }
    let listed = told(&home, &["list", "documents"]);
    assert!(
        listed.trim_end().ends_with("10 binary left out; on the desk ! names what is no text"),
        "{listed}"
    );
}
