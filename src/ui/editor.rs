//! The editor of a note, over the text that it is about.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::paint::{below, fill, frame, paragraph, put};
use super::{CursorAt, Theme, bar};
use crate::app::{App, EDITOR, Editing, Target, layout};

/// Rows of the quotation that are shown.
const QUOTED: u16 = 3;

pub(super) fn draw(buffer: &mut Buffer, app: &App, editing: &Editing, theme: &Theme) -> CursorAt {
    let area = layout::overlay(app.size, EDITOR.0, EDITOR.1);
    let title = match editing.target {
        Target::New(_) => "New note",
        Target::Item(_) => "Note",
    };
    let inside = frame(buffer, area, title, theme);
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let words: Vec<&str> = editing.quotation().split_whitespace().take(60).collect();
    let mut rest = inside;
    if !words.is_empty() && inside.height > QUOTED + 2 {
        let quoted = Rect { height: QUOTED, ..inside };
        let taken = paragraph(buffer, quoted, &format!("“{}”", words.join(" ")), theme.faint);
        rest = below(inside, taken);
        put(buffer, rest, &"─".repeat(usize::from(rest.width)), theme.faint);
        rest = below(rest, 1);
    }
    (&editing.area).render(rest, buffer);
    // The text area remembers how far it scrolled when it is drawn, so the cursor is asked for only now.
    let (cursor, (top, left)) = (editing.area.screen_cursor(), editing.area.scroll_offset());
    let (across, down) = (cursor.col.saturating_sub(left.into()), cursor.row.saturating_sub(top.into()));
    let foot = layout::library(app.size, false).foot;
    fill(buffer, foot, theme.plain);
    bar::foot(buffer, app, theme);
    Some(Position::new(rest.x + across as u16, rest.y + down as u16))
}
