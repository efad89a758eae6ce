//! What couldn't be read, and why; and what was left out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{below, fill, paragraph, put, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, layout};

/// Rows at the foot of the list for the whole of the chosen problem.
const WHOLE: u16 = 4;

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let areas = layout::library(app.size, false);
    bar::top(buffer, areas.bar, "Problems", &app.progress.left_out.summary().unwrap_or_default(), theme);
    let list = Rect { height: areas.main.height.saturating_sub(WHOLE), ..areas.main };
    if app.unread_row(0).is_none() {
        put(buffer, super::paint::behind(list, 2), "Everything could be read.", theme.faint);
    }
    for at in 0..usize::from(list.height) {
        let Some(problem) = app.unread_row(app.problem_list.top + at) else { break };
        let line = row(list, at);
        let chosen = app.problem_list.top + at == app.problem_list.at;
        let base = if chosen { theme.chosen } else { theme.plain };
        if chosen {
            fill(buffer, line, base);
        }
        put(buffer, line, &format!("{} {problem}", if chosen { "▸" } else { " " }), base);
    }
    if let Some(problem) = app.unread_row(app.problem_list.at) {
        let whole = below(areas.main, list.height);
        paragraph(buffer, below(whole, 1), &problem.to_string(), theme.plain);
    }
    bar::foot(buffer, app, "", theme);
    None
}
