//! What a result can be narrowed by, with the number of documents.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Theme;
use super::paint::{behind, below, fill, number, put, put_right, row};
use crate::app::{App, FacetRow, SearchPane};

pub(super) fn draw(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) {
    let view = &app.search;
    let focused = view.pane == SearchPane::Facets;
    let head = if focused { theme.strong } else { theme.faint };
    put(buffer, behind(row(area, 0), 1), "Narrow by", head);
    let list = below(area, 1);
    if view.facets.is_empty() {
        let text = if view.waiting { "…" } else { "nothing" };
        put(buffer, behind(list, 1), text, theme.faint);
    }
    let rows = app.facet_rows();
    let base = |buffer: &mut Buffer, line: Rect, at: usize| {
        let chosen = focused && view.facet_list.top + at == view.facet_list.at;
        let base = if chosen { theme.chosen } else { theme.plain };
        if chosen {
            fill(buffer, line, base);
        }
        put(buffer, line, if chosen { "▸" } else { " " }, base);
        base
    };
    for at in 0..usize::from(list.height) {
        let Some(&listed) = rows.get(view.facet_list.top + at) else { break };
        let line = row(list, at);
        match listed {
            FacetRow::Heading(kind) => {
                put(buffer, behind(line, 1), kind.heading(), theme.strong);
            }
            FacetRow::More(_, count) => {
                let base = base(buffer, line, at);
                put(buffer, behind(line, 5), &format!("and {} more", number(count)), base);
            }
            FacetRow::Facet(facet, digit) => {
                let Some((facet, count)) = view.facets.get(facet) else { continue };
                let base = base(buffer, line, at);
                // The digits work only here, so they are shown only here.
                if let Some(digit) = digit.filter(|_| focused) {
                    put(buffer, behind(line, 1), &digit.to_string(), base.patch(theme.key));
                }
                let narrowed = view.narrowed.contains(facet);
                put(buffer, behind(line, 3), if narrowed { "✓" } else { " " }, base);
                let inside = Rect { width: line.width.saturating_sub(1), ..line };
                let taken = put_right(buffer, inside, &number(*count), base);
                let name = behind(inside, 5);
                let name = Rect { width: name.width.saturating_sub(taken + 1), ..name };
                put(buffer, name, &facet.value, base);
            }
        }
    }
}
