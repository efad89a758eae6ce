//! The editor of a note, below the text that it is about.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::paint::{behind, below, fill, put, put_right, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Completing, Editing, Target, layout};
use crate::note::Subject;

/// Words of the quotation that its line may show.
const QUOTED: usize = 40;

pub(super) fn draw(buffer: &mut Buffer, app: &App, editing: &Editing, theme: &Theme) -> CursorAt {
    let area = layout::editor(app.size);
    fill(buffer, area, theme.plain);
    let title = match editing.target {
        Target::New(_) => "New note",
        Target::Item(_) => "Note",
    };
    let line = editing.subject().quotation_on_a_line();
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).take(QUOTED).collect();
    let about = match editing.subject() {
        Subject::Document { .. } if !words.is_empty() => format!("“{}”", words.join(" ")),
        Subject::Document { document, .. } => format!("the document “{}”", document.title),
        Subject::Entity { entity, .. } => entity.name.clone(),
        Subject::Collection(_) => "the collection".to_owned(),
    };
    let head = row(area, 0);
    fill(buffer, head, theme.bar);
    let inside = |area: Rect| Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    put(buffer, inside(head), &format!("{title} on {about}"), theme.bar);
    let rest = inside(below(area, 1));
    (&editing.area).render(rest, buffer);
    // The text area remembers how far it scrolled when it is drawn, so the cursor is asked for only now.
    let (cursor, (top, left)) = (editing.area.screen_cursor(), editing.area.scroll_offset());
    let (across, down) = (cursor.col.saturating_sub(left.into()), cursor.row.saturating_sub(top.into()));
    if let Some(completing) = &editing.completing {
        offered(buffer, completing, Position::new(rest.x + across as u16, area.y), theme);
    }
    let foot = layout::library(app.size, false).foot;
    fill(buffer, foot, theme.plain);
    bar::foot(buffer, app, "", theme);
    Some(Position::new(rest.x + across as u16, rest.y + down as u16))
}

/// Columns of what is offered.
const OFFERED_WIDTH: u16 = 44;

/// What can be completed, right above the editor, below the cursor's column where there is room.
fn offered(buffer: &mut Buffer, completing: &Completing, at: Position, theme: &Theme) {
    let screen = buffer.area;
    let width = OFFERED_WIDTH.min(screen.width);
    let height = (completing.rows.len() as u16).min(at.y);
    let x = at.x.min(screen.width.saturating_sub(width));
    let area = Rect::new(x, at.y - height, width, height);
    for (number, text) in completing.rows.iter().enumerate().take(usize::from(height)) {
        let line = row(area, number);
        let chosen = number == completing.at;
        let style = if chosen { theme.chosen } else { theme.plain };
        fill(buffer, line, style);
        put(buffer, line, if chosen { "▸" } else { "│" }, style);
        let room = width.saturating_sub(if chosen { 7 } else { 3 });
        put(buffer, Rect { width: room, ..behind(line, 2) }, text, style);
        if chosen {
            put_right(buffer, line, "Tab ", style);
        }
    }
}
