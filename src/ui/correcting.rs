//! Correcting names: the question where a correction holds, and the names that one may be one with.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{behind, below, fill, frame, number, put, put_right, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Naming, REACH, Reaching, layout};

/// The question, a row for each answer with its key.
pub(super) fn reach(buffer: &mut Buffer, app: &App, reaching: &Reaching, theme: &Theme) -> CursorAt {
    let area = layout::overlay(app.room(), REACH.0, REACH.1);
    let inside = frame(buffer, area, "Where does that hold?", theme);
    put(buffer, behind(row(inside, 0), 1), &reaching.says(), theme.strong);
    let area = below(inside, 1);
    for (at, (reach, _)) in reaching.reaches.iter().enumerate().take(usize::from(area.height)) {
        let place = row(area, at);
        let base = if at == reaching.at { theme.chosen } else { theme.plain };
        fill(buffer, place, base);
        put(buffer, place, if at == reaching.at { "▸" } else { " " }, base);
        let text = behind(place, 2);
        let taken = put(buffer, text, &app.key_for(reach.command()), base.patch(theme.key));
        put(buffer, behind(text, taken + 1), reach.label(), base);
    }
    None
}

/// The line in which a name is typed, and above it the names that it may be.
pub(super) fn naming(buffer: &mut Buffer, app: &App, naming: &Naming, theme: &Theme) -> CursorAt {
    let foot = layout::library(app.size, false).foot;
    let rows = (naming.found.len() as u16).min(foot.y.saturating_sub(1));
    let list = Rect { y: foot.y - rows, height: rows, ..foot };
    for (at, offered) in naming.found.iter().enumerate().take(usize::from(rows)) {
        let place = row(list, at);
        let chosen = naming.chosen == Some(at);
        let base = if chosen { theme.chosen } else { theme.plain };
        fill(buffer, place, base);
        let plural = if offered.documents == 1 { "" } else { "s" };
        let kind =
            if naming.compares() { format!("{} · ", offered.who.kind.label()) } else { String::new() };
        let count = format!("{kind}{} document{plural} ", number(offered.documents as usize));
        let taken = put_right(buffer, place, &count, base.patch(theme.faint));
        put(buffer, place, if chosen { "▸" } else { " " }, base);
        let name_place = behind(place, 2);
        let room = Rect { width: name_place.width.saturating_sub(taken + 1), ..name_place };
        put(buffer, room, &offered.who.name, base);
    }
    let (label, right) = match naming.compares() {
        true => ("compare with", "nothing: all documents".to_owned()),
        false => ("one with", bar::ends(app, "join")),
    };
    bar::prompt(buffer, app, label, &naming.prompt, &right, theme)
}
