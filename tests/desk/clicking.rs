//! What the mouse does in lists, the matrix and the timeline: one press chooses, two open, the wheel scrolls.

use ibid::app::{Event, Mouse, Screen};

use super::harness::Desk;

/// Where `text` stands on the screen, in its first row that is below `from`.
fn place(desk: &mut Desk, text: &str, from: usize) -> (u16, u16) {
    let screen = desk.screen();
    let mut rows = screen.lines().enumerate().skip(from);
    let (row, line) =
        rows.find(|(_, line)| line.contains(text)).unwrap_or_else(|| panic!("no {text} in {screen}"));
    let before = line.split(text).next().unwrap_or_default();
    (ibid::text::glyph::width(before) as u16, row as u16)
}

/// Presses the mouse there once, or twice.
fn press(desk: &mut Desk, (column, row): (u16, u16), times: usize) {
    for mouse in [Mouse::Press, Mouse::Twice].into_iter().take(times) {
        desk.send(Event::Mouse(mouse, column, row));
    }
}

/// The row that is chosen.
fn chosen(desk: &mut Desk) -> String {
    let screen = desk.screen();
    screen.lines().find(|row| row.contains('▸')).unwrap_or_default().to_owned()
}

#[test]
fn a_press_in_the_cast_beside_a_text_chooses_a_name_and_two_light_it() {
    let mut desk = Desk::knowing(100, 30);
    desk.press("enter");
    let csto = place(&mut desk, "CSTO", 1);
    let name = (80..100).find_map(|column| {
        let row = (2..28)
            .find(|row| desk.screen().lines().nth(*row).is_some_and(|line| line.chars().count() > 80))?;
        Some((column, row as u16 + 1))
    });
    let name = name.unwrap_or(csto);
    press(&mut desk, name, 1);
    assert!(chosen(&mut desk).contains('▸'), "{}", desk.screen());
    let first = chosen(&mut desk);
    press(&mut desk, (name.0, name.1 + 1), 1);
    assert_ne!(chosen(&mut desk), first, "{}", desk.screen());
    press(&mut desk, (name.0, name.1 + 1), 2);
    desk.expect("1 of ");
    assert_eq!(desk.styled_text(|theme| theme.current).len(), 1, "{}", desk.screen());
    assert!(chosen(&mut desk).contains('▸'), "the pane keeps the cursor: {}", desk.screen());
}

#[test]
fn a_press_chooses_in_the_cast_of_the_collection_and_two_open_the_page() {
    let mut desk = Desk::knowing(100, 30);
    desk.press("C").expect("Cast of");
    let third = desk.screen().lines().nth(5).unwrap_or_default().trim().to_owned();
    press(&mut desk, (5, 5), 1);
    assert!(chosen(&mut desk).contains(&third), "{}", desk.screen());
    desk.send(Event::Mouse(Mouse::Down, 5, 5));
    assert!(!chosen(&mut desk).contains(&third), "{}", desk.screen());
    press(&mut desk, (5, 5), 2);
    assert_eq!(desk.app.screen(), Screen::Entity);
    let passage = place(&mut desk, "Passages", 1);
    press(&mut desk, (8, passage.1), 1);
    assert!(chosen(&mut desk).contains("Passages"), "{}", desk.screen());
    desk.expect("− Passages");
    press(&mut desk, (8, passage.1), 2);
    desk.expect_not("− Passages");
}

#[test]
fn a_press_chooses_what_a_search_found_and_what_narrows_it_and_two_open_it() {
    let mut desk = Desk::knowing(120, 30);
    desk.press("s").type_text("Lukashenko");
    let (_, row) = place(&mut desk, "Lukashenko", 6);
    press(&mut desk, (6, row), 1);
    let first = chosen(&mut desk);
    assert!(!first.is_empty(), "{}", desk.screen());
    let documents = desk.screen().lines().nth(1).unwrap_or_default().to_owned();
    let source = place(&mut desk, "Narrow by", 1);
    press(&mut desk, (source.0 + 6, source.1 + 2), 1);
    assert!(desk.screen().lines().nth(usize::from(source.1 + 2)).unwrap_or_default().contains('▸'));
    press(&mut desk, (source.0 + 6, source.1 + 2), 2);
    desk.expect("[source:").expect_not(&documents).press("x");
    press(&mut desk, (6, 5), 2);
    assert_eq!(desk.app.screen(), Screen::Reader, "{}", desk.screen());
    desk.press("q");
    press(&mut desk, (12, 1), 1);
    desk.type_text(" csto").expect("Lukashenko csto");
}

#[test]
fn a_press_chooses_a_cell_of_the_matrix_or_a_pair_and_two_search_for_both() {
    for (keys, column) in [("g m", 45), ("g m t", 8)] {
        let mut desk = Desk::knowing(120, 30);
        desk.press(keys).expect("Matrix");
        let before = desk.screen();
        press(&mut desk, (column, 5), 1);
        assert_ne!(desk.screen(), before, "{keys}");
        press(&mut desk, (column, 5), 2);
        assert_eq!(desk.app.screen(), Screen::Search, "{keys}: {}", desk.screen());
    }
}

#[test]
fn a_press_chooses_a_period_of_the_timeline_and_two_search_for_its_documents() {
    for (keys, column, row) in [("g w", 3, 8), ("g w t", 8, 3)] {
        let mut desk = Desk::knowing(120, 30);
        desk.press(keys).expect("Timeline");
        let before = desk.screen();
        press(&mut desk, (column, row), 1);
        assert_ne!(desk.screen(), before, "{keys}");
        press(&mut desk, (column, row), 2);
        assert_eq!(desk.app.screen(), Screen::Search, "{keys}: {}", desk.screen());
    }
}

#[test]
fn a_press_chooses_a_line_of_a_concordance_and_two_open_it() {
    let mut desk = Desk::knowing(120, 30);
    desk.press("C g k").expect("Every “");
    press(&mut desk, (8, 4), 1);
    desk.expect("3 of ");
    press(&mut desk, (8, 4), 2);
    assert_eq!(desk.app.screen(), Screen::Reader, "{}", desk.screen());
}
