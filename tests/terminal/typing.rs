//! What is typed at one go means what it would have meant key by key.

use super::harness::Home;

#[test]
fn enter_right_behind_a_query_opens_its_best_match() {
    let home = Home::with("a.txt", "The apple of the garden was ripe and red.\n");
    for number in 0..300 {
        std::fs::write(home.documents().join(format!("b{number}.txt")), format!("Pear {number} was ripe.\n"))
            .unwrap();
    }
    std::fs::write(home.documents().join("z.txt"), "The zebra of the garden was asleep.\n").unwrap();
    let mut terminal = home.open();
    terminal.wait_for("302 documents").settle();
    terminal.send("/zebra\r").wait_for("In this document").wait_for("was asleep");
}

/// On a slow line they come in one packet, before the document can be there.
#[test]
fn what_is_typed_behind_enter_is_meant_for_the_document() {
    let home = Home::with("a.txt", "The apple of the garden was ripe and red, and the garden was large.\n");
    std::fs::write(home.documents().join("b.txt"), "The garden of the zebra was small.\n").unwrap();
    let mut terminal = home.open();
    terminal.wait_for("2 documents").settle();
    terminal.send("\r/garden\r").wait_for("In this document").wait_for("1 of 2");
}

/// Twenty thousand documents are enough to type a whole query while they are read, on any machine.
#[test]
fn every_key_of_a_query_is_answered_while_twenty_thousand_documents_are_indexed() {
    let home = Home::new();
    for number in 0..20_000 {
        let text = format!(
            "Harbour report {number}\n\nThe ferry {number} sailed at noon with Anna Kowalska of the Port \
             Authority on board. The lighthouse keeper of bay {number} saw it pass, and wrote that the sea \
             was calm.\n"
        );
        std::fs::write(home.documents().join(format!("{number:05}.txt")), text).unwrap();
    }
    let mut terminal = home.open();
    // The first hundreds are read, most are not.
    terminal.wait_for("reading").send("s").wait_for("Search");
    let query = "lighthouse keeper";
    for end in 1..=query.len() {
        terminal.send(&query[end - 1..end]);
        let typed = query[..end].trim_end().to_owned();
        terminal.wait_until(&format!("“{typed}” in the line of the query"), move |screen| {
            screen.rows(0, 80).take(3).any(|line| line.contains(&typed))
        });
    }
    let is_working =
        |line: &str| ["reading", "cleaning", "learning", "names "].iter().any(|at| line.contains(at));
    terminal.wait_until("a document while others are still read", |screen| {
        let contents = screen.contents();
        contents.contains("Harbour report") && contents.lines().any(is_working)
    });
    // The first Enter leaves the line, the second one opens.
    terminal.send("\r\r").wait_for("In this document").wait_for("saw it pass");
}
