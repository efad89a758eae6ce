//! The outline: the headings of the open document.

use ratatui::buffer::Buffer;

use super::paint::{behind, below, frame, list_line, put, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Command, OUTLINE, Outline, layout};

/// Columns by which each level is moved in.
const STEP: u16 = 2;

pub(super) fn draw(buffer: &mut Buffer, app: &App, outline: &Outline, theme: &Theme) -> CursorAt {
    let inside = frame(buffer, layout::overlay(app.room(), OUTLINE.0, OUTLINE.1), "Outline", theme);
    let line = behind(row(inside, 0), 1);
    let mut cursor = None;
    if outline.typing || !outline.prompt.text().is_empty() {
        cursor = bar::typed(buffer, line, "find", &outline.prompt, theme).filter(|_| outline.typing);
    } else {
        let key = |command| app.key_for(command);
        let (find, open, back) = (key(Command::Find), key(Command::Open), key(Command::Back));
        put(buffer, line, &format!("{find} finds, {open} goes there, {back} closes"), theme.faint);
    }
    let list = below(inside, 1);
    if outline.rows.is_empty() {
        put(buffer, behind(list, 1), "No heading matches", theme.faint);
    }
    for at in 0..usize::from(list.height) {
        let Some(entry) = outline.rows.get(outline.cursor.top + at) else { break };
        let line = row(list, at);
        let chosen = outline.cursor.top + at == outline.cursor.at;
        let base = list_line(buffer, line, chosen, theme);
        let indent = STEP * u16::from(entry.level.clamp(1, 6) - 1);
        put(buffer, behind(line, 2 + indent), &entry.title, base);
    }
    cursor
}
