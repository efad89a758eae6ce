//! The list of searches that were saved and made.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{behind, below, frame, list_line, put, row};
use super::{CursorAt, Theme};
use crate::app::{App, Command, SEARCHES, SearchList, layout};

/// Columns of a name.
const NAMES: u16 = 22;

pub(super) fn draw(buffer: &mut Buffer, app: &App, list: &SearchList, theme: &Theme) -> CursorAt {
    let inside = frame(buffer, layout::overlay(app.room(), SEARCHES.0, SEARCHES.1), "Searches", theme);
    let key = |command| app.key_for(command);
    let (open, delete, back) = (key(Command::Open), key(Command::Delete), key(Command::Back));
    let help = format!("{open} searches again, {delete} deletes, {back} closes");
    put(buffer, behind(row(inside, 0), 1), &help, theme.faint);
    let area = below(inside, 1);
    let searches = app.listed_searches();
    for at in 0..usize::from(area.height) {
        let Some((name, search)) = searches.get(list.cursor.top + at) else { break };
        let place = row(area, at);
        let chosen = list.cursor.top + at == list.cursor.at;
        let base = list_line(buffer, place, chosen, theme);
        let text = behind(place, 2);
        let line = search.to_string();
        let Some(name) = name else {
            put(buffer, text, &line, base);
            continue;
        };
        // A sign tells a saved search where the name may be taken for one.
        put(buffer, text, "★", base.patch(theme.sign));
        let text = behind(text, 2);
        put(buffer, Rect { width: text.width.min(NAMES - 1), ..text }, name, base.patch(theme.strong));
        put(buffer, behind(text, NAMES), &line, base);
    }
    None
}
