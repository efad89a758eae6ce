//! A document whose file changes while it is open.

use super::harness::Home;

#[test]
fn a_document_that_has_changed_is_told_of_and_read_again_where_one_is_in_it() {
    let paragraphs: Vec<String> = (1..=60).map(|number| format!("Paragraph {number}.")).collect();
    let text = paragraphs.join("\n\n");
    let home = Home::with("a.txt", &text);
    let mut terminal = home.open();
    terminal.wait_for("1 document").send("\r").wait_for("Paragraph 1.").send("G").wait_for("Paragraph 60.");
    std::fs::write(home.documents().join("a.txt"), format!("{text}\n\nThe last word.\n")).unwrap();
    // What the system doesn't tell of is looked for.
    terminal.send("gr").wait_for("his document has changed: g r reads it again");
    assert!(!terminal.contents().contains("The last word"));
    terminal.send("gr").wait_for_no("Opening").send("G").wait_for("The last word");
    terminal.quit();
}
