//! The cast beside the text: who and what the document names, by kind, with counts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Theme;
use super::paint::{behind, below, fill, number, put, put_right, row};
use crate::app::{CastRow, Lit, Pane, Reader};
use crate::tag::Kind;

pub(super) fn draw(buffer: &mut Buffer, reader: &Reader, area: Rect, theme: &Theme) {
    let focused = reader.pane == Pane::Cast;
    let title = if focused { theme.strong } else { theme.faint };
    put(buffer, behind(row(area, 0), 1), "In this document", title);
    if let Some(left_out) = reader.cast.as_ref().map(|cast| cast.left_out).filter(|left_out| *left_out > 0) {
        put_right(buffer, row(area, 0), &format!("{} left out", number(left_out)), theme.trouble);
    }
    let list = below(area, 1);
    let Some(cast) = &reader.cast else {
        put(buffer, behind(list, 1), "tagging …", theme.faint);
        return;
    };
    let rows = &reader.cast_rows;
    if rows.is_empty() {
        put(buffer, behind(list, 1), "no names found", theme.faint);
    }
    for at in 0..usize::from(list.height) {
        let Some(&listed) = rows.get(reader.cast_list.top + at) else { break };
        let line = row(list, at);
        match listed {
            CastRow::Heading(kind) => {
                put(buffer, behind(line, 1), kind.heading(), theme.strong);
            }
            CastRow::Entity(entity) => {
                let chosen = reader.cast_list.top + at == reader.cast_list.at && focused;
                let base = if chosen { theme.chosen } else { theme.plain };
                if chosen {
                    fill(buffer, line, base);
                }
                let lit = reader.lit == Lit::Entity(entity);
                let sign = if chosen {
                    "▸"
                } else if lit {
                    "›"
                } else {
                    " "
                };
                put(buffer, line, sign, base);
                let Some(entity) = cast.entities.get(entity) else { continue };
                let inside = Rect { width: line.width.saturating_sub(1), ..line };
                let taken = put_right(buffer, inside, &number(entity.mentions.len()), base);
                let name = Rect { width: inside.width.saturating_sub(taken + 3), ..behind(inside, 2) };
                // The digits of an identifier say less than what they are.
                let shown = match &entity.value {
                    Some(value) if entity.kind == Kind::Identifier => value,
                    _ => &entity.name,
                };
                put(buffer, name, shown, base.patch(theme.mention(entity.kind)));
            }
        }
    }
}
