//! The notes beside the text, going along with it or with the cursor over them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Theme;
use super::notes::sign;
use super::paint::{behind, below, leaf, number, paragraph, put, put_right, row};
use crate::app::{App, BesideNote, Command, Pane, Reader};

pub(super) fn draw(buffer: &mut Buffer, app: &App, reader: &Reader, area: Rect, theme: &Theme) {
    let view = &reader.beside;
    let focused = reader.pane == Pane::Notes;
    let head = row(area, 0);
    put(buffer, behind(head, 1), "Notes", if focused { theme.strong } else { theme.faint });
    let count = match (focused, view.notes.len()) {
        (true, all @ 1..) => format!("{} of {}", number(view.at + 1), number(all)),
        (_, all) => number(all),
    };
    put_right(buffer, Rect { width: area.width.saturating_sub(1), ..head }, &count, theme.faint);
    if view.notes.is_empty() {
        let text = format!("none yet: {} writes one", app.key_for(Command::Note));
        put(buffer, behind(below(area, 1), 1), &text, theme.faint);
    }
    for (at, place) in reader.beside_placed() {
        let Some(note) = view.notes.get(at) else { continue };
        let span = note.why.span();
        let chosen = focused && at == view.at;
        let here = span.zip(reader.current).is_some_and(|(span, current)| current.overlaps(span));
        let seen = span.is_none_or(|span| span.overlaps(reader.visible_span()));
        let base = match (chosen || !focused && here, seen) {
            (true, _) => theme.strong,
            (false, true) => theme.plain,
            (false, false) => theme.faint,
        };
        let from = if chosen { view.top } else { 0 };
        put(buffer, place, if chosen || here && !focused { "▸" } else { " " }, base);
        if let Some(item) = app.store.get(&note.id) {
            put(buffer, behind(place, 1), sign(item.kind), base.patch(theme.sign_of(item.colour)));
        }
        let inside = Rect { width: place.width.saturating_sub(4), ..behind(place, 3) };
        one(buffer, inside, note, from, base, theme);
        // At the foot of the pane a note is cut off by the screen; elsewhere by what a note may take.
        let hidden = note.rows.saturating_sub(from + usize::from(place.height));
        if hidden > 0 && place.height > 1 {
            let last = row(inside, usize::from(place.height) - 1);
            super::paint::fill(buffer, last, theme.plain);
            // That row is one of them.
            put(buffer, last, &format!("… {} more rows", number(hidden + 1)), theme.faint);
        }
    }
}

/// A note from its `from`th row on: what is said of its place, what was written, its tags.
fn one(
    buffer: &mut Buffer,
    area: Rect,
    note: &BesideNote,
    from: usize,
    base: ratatui::style::Style,
    theme: &Theme,
) {
    let mut rest = area;
    let head = if note.head.is_empty() { 0 } else { super::paint::rows_of(note.head, area.width) };
    if head > 0 && from == 0 {
        let taken = paragraph(buffer, rest, note.head, theme.trouble);
        rest = below(rest, taken);
    }
    let from = from.saturating_sub(head);
    let taken = leaf(buffer, rest, &note.leaf, from, base, theme);
    let behind_body = from.saturating_sub(note.leaf.rows(area.width));
    leaf(buffer, below(rest, taken), &note.tail, behind_body, base, theme);
}
