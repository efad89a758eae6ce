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
