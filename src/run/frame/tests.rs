//! Frames played on an emulated terminal show what was drawn, whatever was shown before.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use vt100::Parser;

use super::grid::Grid;
use super::{Painter, Skills};
use crate::app::Link;

/// A painter with the terminal that it paints.
struct Easel {
    painter: Painter,
    terminal: Parser,
}

impl Easel {
    fn new(size: (u16, u16)) -> Self {
        Self::with(size, Skills::Usual)
    }

    fn with((columns, rows): (u16, u16), skills: Skills) -> Self {
        let mut terminal = Parser::new(NonZeroU16::new(rows).unwrap(), NonZeroU16::new(columns).unwrap(), 0);
        terminal.process(b"what was there before\r\n\x1b[31;1;4mand a pen that was left so\x1b[2;3r");
        Self { painter: Painter::new(skills), terminal }
    }

    /// Paints a frame; gives how many bytes it took. Fails where the terminal doesn't show it.
    fn paint(&mut self, buffer: &Buffer, cursor: Option<Position>) -> usize {
        self.paint_linked(buffer, cursor, Vec::new()).len()
    }

    /// The same with links; gives the bytes.
    fn paint_linked(&mut self, buffer: &Buffer, cursor: Option<Position>, links: Vec<Link>) -> String {
        self.painter.take(buffer);
        let bytes = self.painter.frame(cursor, links).to_vec();
        self.terminal.process(&bytes);
        let screen = self.terminal.screen();
        let mut wanted = Grid::default();
        wanted.take(buffer);
        let mut shown = Grid::default();
        shown.take(&buffer_of(screen, buffer.area));
        for row in 0..buffer.area.height {
            let sent = String::from_utf8_lossy(&bytes).replace('\x1b', "␛");
            for (column, pair) in shown.row(row).iter().zip(wanted.row(row)).enumerate() {
                assert_eq!(pair.0, pair.1, "row {row}, column {column} after {sent:?}");
            }
        }
        assert_eq!(screen.hide_cursor(), cursor.is_none());
        if let Some(cursor) = cursor {
            assert_eq!(screen.cursor_position(), (cursor.y, cursor.x));
        }
        String::from_utf8(bytes).unwrap()
    }
}

/// What an emulated terminal shows, as a buffer.
fn buffer_of(screen: &vt100::Screen, area: Rect) -> Buffer {
    let mut buffer = Buffer::empty(area);
    for (x, y) in (0..area.height).flat_map(|y| (0..area.width).map(move |x| (x, y))) {
        let (from, to) = (screen.cell(y, x).unwrap(), &mut buffer[(x, y)]);
        to.set_symbol(if from.has_contents() { from.contents() } else { " " });
        let attributes = [
            (from.bold(), Modifier::BOLD),
            (from.dim(), Modifier::DIM),
            (from.italic(), Modifier::ITALIC),
            (from.underline(), Modifier::UNDERLINED),
            (from.inverse(), Modifier::REVERSED),
        ];
        to.modifier = attributes.iter().filter(|(on, _)| *on).map(|(_, modifier)| *modifier).collect();
        (to.fg, to.bg) = (colour(from.fgcolor()), colour(from.bgcolor()));
    }
    buffer
}

/// The sixteen colours by their names, as they are drawn with.
fn colour(colour: vt100::Color) -> Color {
    let named = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(index) => named.get(usize::from(index)).copied().unwrap_or(Color::Indexed(index)),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

/// Lines of a text, each in a style.
fn page(size: (u16, u16), top: usize) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    for row in 1..size.1.saturating_sub(1) {
        let number = top + usize::from(row);
        let line = format!("Line {number} is one of {} that follow each other", number * 7919 % 1000);
        buffer.set_string(1, row, line, Style::new());
    }
    buffer.set_string(
        0,
        0,
        format!("{:<width$}", " a title", width = usize::from(size.0)),
        Modifier::REVERSED,
    );
    buffer.set_string(0, size.1 - 1, " what keys do", Modifier::DIM);
    buffer
}

#[test]
fn a_line_down_costs_the_new_line_and_a_shift() {
    let mut easel = Easel::new((80, 24));
    easel.paint(&page((80, 24), 0), None);
    for top in 1..40 {
        let bytes = easel.paint(&page((80, 24), top), None);
        assert!(bytes < 70, "{bytes} bytes for a line down");
    }
    for top in (0..39).rev() {
        let bytes = easel.paint(&page((80, 24), top), None);
        assert!(bytes < 70, "{bytes} bytes for a line up");
    }
}

#[test]
fn a_pane_beside_the_text_stays_where_it_is() {
    let beside = |top| {
        let mut buffer = page((80, 24), top);
        for row in 1..23 {
            buffer.set_string(54, row, format!("│ Name {row:<19}"), Style::new().fg(Color::Cyan));
        }
        buffer
    };
    let mut easel = Easel::new((80, 24));
    easel.paint(&beside(0), None);
    let bytes = easel.paint(&beside(1), None);
    assert!(bytes < 500, "{bytes} bytes for a line down beside a pane");
}

#[test]
fn what_stays_as_it_is_costs_nothing() {
    let mut easel = Easel::new((80, 24));
    let cursor = Some(Position::new(3, 4));
    easel.paint(&page((80, 24), 0), cursor);
    assert_eq!(easel.paint(&page((80, 24), 0), cursor), 0);
}

#[test]
fn a_terminal_of_which_nothing_is_known_any_more_is_drawn_anew() {
    let mut easel = Easel::new((40, 6));
    easel.paint(&page((40, 6), 0), None);
    easel.terminal.process(b"\x1b[2;4r\x1b[7mstray\x1b[5;5Hwords");
    easel.painter.forget();
    easel.paint(&page((40, 6), 0), None);
}

#[test]
fn a_small_frame_is_sent_bare_and_a_large_one_at_once() {
    let mut painter = Painter::new(Skills::Usual);
    painter.take(&page((80, 24), 0));
    let first = painter.frame(None, Vec::new()).to_vec();
    assert!(first.starts_with(super::BEGIN) && first.ends_with(super::END));
    painter.take(&page((80, 24), 1));
    assert!(!painter.frame(None, Vec::new()).starts_with(super::BEGIN));
}

/// What stands in each link that was opened, with its address.
fn linked(sent: &str) -> Vec<(String, String)> {
    let mut parts = sent.split("\x1b]8;;");
    parts.next();
    let parts: Vec<&str> = parts.collect();
    // Each one that is opened is closed.
    let (links, []) = parts.as_chunks::<2>() else { panic!("{sent:?}") };
    let read = |[open, close]: &[&str; 2]| {
        assert!(close.starts_with("\x1b\\"), "{close:?}");
        let (address, shown) = open.split_once("\x1b\\").unwrap();
        (address.to_owned(), shown.split('\x1b').map(|part| part.rsplit('m').next().unwrap()).collect())
    };
    links.iter().map(read).collect()
}

#[test]
fn links_are_told_once_and_taken_away_again() {
    let link = |row, column, width, address: &str| Link { column, row, width, address: address.to_owned() };
    let mut easel = Easel::new((40, 6));
    let mut one = page((40, 6), 0);
    one.set_string(2, 3, "北京 here", Style::new());
    let there = vec![link(3, 2, 9, "https://example.org/a")];
    let sent = easel.paint_linked(&one, None, there.clone());
    assert_eq!(linked(&sent), [("https://example.org/a".to_owned(), "北京 here".to_owned())]);
    assert_eq!(easel.paint_linked(&one, None, there.clone()), "");
    // Another address below the same words, and then none.
    let sent = easel.paint_linked(&one, None, vec![link(3, 2, 9, "https://example.org/b")]);
    assert_eq!(linked(&sent)[0].0, "https://example.org/b");
    let sent = easel.paint_linked(&one, None, Vec::new());
    assert!(linked(&sent).is_empty() && sent.contains("北京 here"), "{sent:?}");
    // Rows with links aren't moved, and what stands outside of the screen is no link.
    easel.paint_linked(&one, None, there);
    let far = vec![link(9, 2, 9, "https://example.org/c"), link(1, 38, 9, "https://example.org/d")];
    easel.paint_linked(&page((40, 6), 1), Some(Position::new(1, 1)), far);
}

#[test]
fn what_stands_behind_closed_letters_from_right_to_left_is_shown() {
    let mut easel = Easel::new((20, 2));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
    buffer.set_string(0, 0, "שלום│x", Style::new());
    buffer[(3, 0)].set_symbol("ם\u{200e}");
    buffer[(19, 1)].set_symbol("ם\u{200e}");
    let sent = easel.paint_linked(&buffer, None, Vec::new());
    assert!(sent.contains("ם\u{200e}") && sent.contains("│x"), "{sent:?}");
    assert_eq!(sent.matches('ם').count(), 2);
}

#[test]
fn without_margins_no_row_is_moved() {
    let mut painter = Painter::new(Skills::Few);
    for top in 0..3 {
        painter.take(&page((80, 24), top));
        let frame = String::from_utf8(painter.frame(None, Vec::new()).to_vec()).unwrap();
        assert!(top == 0 || !frame.contains(";23r"), "{frame:?}");
    }
}

/// Letters of one column, of two, and with marks.
const LETTERS: &[&str] =
    &["a", "b", "c", " ", " ", " ", "é", "e\u{301}", "世", "界", "│", "—", "한", "ก", "o\u{308}\u{301}", "Ж"];

/// Emoji, about whose width terminals aren't agreed; this emulator is with us.
const EMOJI: &[&str] = &["😀", "🚀", "☃"];

fn style() -> impl Strategy<Value = Style> {
    let colours = || {
        prop_oneof![
            4 => Just(Color::Reset),
            1 => Just(Color::Cyan),
            1 => Just(Color::LightYellow),
            1 => any::<u8>().prop_map(|index| Color::Indexed(index.max(16))),
            1 => any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Color::Rgb(red, green, blue)),
        ]
    };
    let modifier = prop_oneof![
        4 => Just(Modifier::empty()),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::REVERSED),
        1 => Just(Modifier::UNDERLINED | Modifier::BOLD),
        1 => Just(Modifier::ITALIC | Modifier::REVERSED),
        1 => Just(Modifier::DIM),
    ];
    (colours(), colours(), modifier)
        .prop_map(|(ink, ground, modifier)| Style::new().fg(ink).bg(ground).add_modifier(modifier))
}

/// What is done to a buffer between two frames.
#[derive(Clone, Debug)]
enum Change {
    /// Words at a place.
    Words(u16, u16, Vec<usize>, Style),
    /// Rows move, as in a text that is scrolled.
    Shift(u16, u16, i16),
    /// A part in another style.
    Paint(Rect, Style),
    /// A part with nothing in it.
    Clear(Rect),
}

const SIZE: (u16, u16) = (34, 9);

fn rect() -> impl Strategy<Value = Rect> {
    (0..SIZE.0, 0..SIZE.1, 1..SIZE.0, 1..SIZE.1).prop_map(|(x, y, width, height)| Rect {
        x,
        y,
        width: width.min(SIZE.0 - x),
        height: height.min(SIZE.1 - y),
    })
}

fn change() -> impl Strategy<Value = Change> {
    let letters = prop::collection::vec(0..LETTERS.len() + EMOJI.len(), 1..30);
    prop_oneof![
        4 => (0..SIZE.0, 0..SIZE.1, letters, style()).prop_map(|(x, y, letters, style)| Change::Words(x, y, letters, style)),
        2 => (0..SIZE.1, 1..=SIZE.1, -4..5_i16).prop_map(|(top, bottom, by)| Change::Shift(top, bottom, by)),
        1 => (rect(), style()).prop_map(|(area, style)| Change::Paint(area, style)),
        1 => rect().prop_map(Change::Clear),
    ]
}

impl Change {
    fn apply(&self, buffer: &mut Buffer) {
        match self {
            Self::Words(x, y, letters, style) => {
                let letter = |at: &usize| LETTERS.iter().chain(EMOJI).nth(*at).copied().unwrap_or(" ");
                buffer.set_string(*x, *y, letters.iter().map(letter).collect::<String>(), *style);
            }
            Self::Shift(top, bottom, by) => {
                let before = buffer.clone();
                for (y, x) in (*top..*bottom).flat_map(|y| (0..SIZE.0).map(move |x| (y, x))) {
                    let from = u16::try_from(y as i16 + by).ok().filter(|from| (top..bottom).contains(&from));
                    buffer[(x, y)] = from.map_or(Cell::EMPTY, |from| before[(x, from)].clone());
                }
            }
            Self::Paint(area, style) => buffer.set_style(*area, *style),
            Self::Clear(area) => {
                area.positions().for_each(|at| buffer[at].reset());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn any_frame_after_any_other_is_shown_as_it_was_drawn(
        frames in prop::collection::vec((prop::collection::vec(change(), 1..6), prop::option::of((0..SIZE.0, 0..SIZE.1))), 1..8),
        skills in prop_oneof![4 => Just(Skills::Usual), 1 => Just(Skills::Old), 1 => Just(Skills::Few)],
    ) {
        let mut easel = Easel::with(SIZE, skills);
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        for (changes, cursor) in frames {
            changes.iter().for_each(|change| change.apply(&mut buffer));
            // The emulator knows only one of these at a time.
            let both = |cell: &&mut Cell| cell.modifier.contains(Modifier::BOLD | Modifier::DIM);
            buffer.content.iter_mut().filter(both).for_each(|cell| cell.modifier.remove(Modifier::DIM));
            easel.paint(&buffer, cursor.map(|(x, y)| Position::new(x, y)));
        }
    }
}
