//! Plain ratatui, to compare with: a page that it draws by itself, and what it would send for the same screens.

use std::io::{Write as _, stdout};
use std::path::Path;

use crossterm::event::{Event, KeyCode, read};
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use vt100::Screen;

/// Shows a text as a program of a few lines would: `j`, space, `q`.
pub fn page(path: &Path) {
    let text = std::fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let mut terminal = ratatui::init();
    let mut top = 0;
    loop {
        let draw = |frame: &mut ratatui::Frame<'_>| {
            for (row, line) in (0..frame.area().height).zip(&lines[top..]) {
                frame.buffer_mut().set_string(0, row, line, Style::new());
            }
        };
        terminal.draw(draw).unwrap();
        match read().unwrap() {
            Event::Key(key) if key.code == KeyCode::Char('j') => top = (top + 1).min(lines.len()),
            Event::Key(key) if key.code == KeyCode::Char(' ') => top = (top + 23).min(lines.len()),
            Event::Key(key) if key.code == KeyCode::Char('q') => break,
            _ => {}
        }
    }
    ratatui::restore();
    let _ = stdout().flush();
}

/// The bytes that ratatui's own comparison and backend send to make one screen of the other.
pub fn bytes_between(before: &Screen, after: &Screen) -> usize {
    let (before, after) = (buffer(before), buffer(after));
    let mut sent = Vec::new();
    let mut backend = CrosstermBackend::new(&mut sent);
    backend.draw(before.diff(&after).into_iter()).unwrap();
    // Each frame hides the cursor.
    backend.hide_cursor().unwrap();
    sent.len()
}

fn buffer(screen: &Screen) -> Buffer {
    let (rows, columns) = screen.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns.get(), rows.get()));
    for (y, x) in (0..rows.get()).flat_map(|y| (0..columns.get()).map(move |x| (y, x))) {
        let (Some(from), Some(to)) = (screen.cell(y, x), buffer.cell_mut((x, y))) else { continue };
        if from.has_contents() {
            to.set_symbol(from.contents());
        }
        let attributes = [
            (from.bold(), Modifier::BOLD),
            (from.dim(), Modifier::DIM),
            (from.italic(), Modifier::ITALIC),
            (from.underline(), Modifier::UNDERLINED),
            (from.inverse(), Modifier::REVERSED),
        ];
        let modifier = attributes.iter().filter(|(on, _)| *on).map(|(_, modifier)| *modifier).collect();
        to.set_style(
            Style::new().fg(colour(from.fgcolor())).bg(colour(from.bgcolor())).add_modifier(modifier),
        );
    }
    buffer
}

fn colour(colour: vt100::Color) -> Color {
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}
