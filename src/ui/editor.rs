//! The editor of a note, below the text that it is about.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::paint::{below, fill, put, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Editing, Target, layout};

/// Words of the quotation that its line may show.
const QUOTED: usize = 40;

pub(super) fn draw(buffer: &mut Buffer, app: &App, editing: &Editing, theme: &Theme) -> CursorAt {
    let area = layout::editor(app.size);
    fill(buffer, area, theme.plain);
    let title = match editing.target {
        Target::New(_) => "New note",
        Target::Item(_) => "Note",
    };
    let words: Vec<&str> = editing.quotation().split_whitespace().take(QUOTED).collect();
    let quotation = if words.is_empty() { String::new() } else { format!(" on “{}”", words.join(" ")) };
    let head = row(area, 0);
    fill(buffer, head, theme.bar);
    let inside = |area: Rect| Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    put(buffer, inside(head), &format!("{title}{quotation}"), theme.bar);
    let rest = inside(below(area, 1));
    (&editing.area).render(rest, buffer);
    // The text area remembers how far it scrolled when it is drawn, so the cursor is asked for only now.
    let (cursor, (top, left)) = (editing.area.screen_cursor(), editing.area.scroll_offset());
    let (across, down) = (cursor.col.saturating_sub(left.into()), cursor.row.saturating_sub(top.into()));
    let foot = layout::library(app.size, false).foot;
    fill(buffer, foot, theme.plain);
    bar::foot(buffer, app, "", theme);
    Some(Position::new(rest.x + across as u16, rest.y + down as u16))
}
