//! The note of the first run: three lines that go with the first key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Theme;
use super::paint::{behind, frame, put, row};
use crate::app::{App, Command};

/// Draws it above the foot, where it is to be shown and there is room for it.
pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) {
    let Some(folder) = &app.welcome else { return };
    let (width, height) = app.size;
    if height < 10 {
        return;
    }
    let key = |command| app.key_for(command);
    let lines = [
        "Here piles of documents are read, and who is who in them is found out.".to_owned(),
        format!(
            "{} shows the keys of where you are, {} finds any command, {} goes back.",
            key(Command::Help),
            key(Command::Palette),
            key(Command::Back)
        ),
        format!("Documents are only read. Your notes are kept in {folder}"),
    ];
    let inside = frame(buffer, Rect::new(0, height - 6, width, 5), "Welcome to ibid", theme);
    for (number, line) in lines.iter().enumerate() {
        put(buffer, behind(row(inside, number), 1), line, theme.plain);
    }
}
