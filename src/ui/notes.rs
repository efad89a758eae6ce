//! All bookmarks, highlights and notes, the chosen one beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{behind, below, fill, number, paragraph, put, put_right, row, rule};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Command, Context, layout};
use crate::note::{Item, ItemKind};

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let view = &app.notes;
    let areas = layout::notes(app.size);
    let all = view.here + if view.elsewhere { view.away } else { 0 };
    let away = match (view.away, view.elsewhere) {
        (0, _) => String::new(),
        (away, true) => format!(", {} elsewhere", number(away)),
        (away, false) => format!(", {} elsewhere ({})", number(away), app.key_for(Command::ToggleElsewhere)),
    };
    bar::top(buffer, areas.bar, "Bookmarks and notes", &format!("{} kept{away}", number(view.here)), theme);
    let head = row(areas.main, 0);
    let mut cursor = None;
    if view.typing || !view.filter.text().is_empty() {
        let found = format!("{} of {}", number(view.rows.len()), number(all));
        let taken = put_right(buffer, head, &found, theme.faint);
        let line = Rect { width: head.width.saturating_sub(taken + 1), ..head };
        cursor = bar::typed(buffer, behind(line, 1), "filter", &view.filter, theme).filter(|_| view.typing);
    } else {
        put(buffer, behind(head, 2), "newest first", theme.faint);
    }
    let list = below(areas.main, 1);
    if view.rows.is_empty() {
        let key =
            |command| app.keymap.keys_of(Context::Reader, command).into_iter().next().unwrap_or_default();
        let (mark, note, select) = (key(Command::Bookmark), key(Command::Note), key(Command::Select));
        let text = match (all, view.away) {
            (0, 0) => format!("Nothing kept yet: {mark}, {note} and {select} in a document"),
            (0, _) => "Nothing kept on these documents".to_owned(),
            _ => "Nothing matches".to_owned(),
        };
        put(buffer, behind(list, 2), &text, theme.faint);
    }
    for at in 0..usize::from(list.height) {
        let Some(item) = view.rows.get(view.cursor.top + at).and_then(|id| app.store.get(id)) else { break };
        let line = row(list, at);
        let chosen = view.cursor.top + at == view.cursor.at;
        let base = if chosen { theme.chosen } else { theme.plain };
        if chosen {
            fill(buffer, line, base);
        }
        put(buffer, line, if chosen { "▸" } else { " " }, base);
        put(buffer, behind(line, 1), sign(item.kind), base);
        put(buffer, behind(line, 3), summary(item), base);
    }
    if let (Some(side), Some(item)) = (areas.side, view.chosen().and_then(|id| app.store.get(id))) {
        rule(buffer, side, theme.faint);
        card(buffer, app, behind(side, 1), item, theme);
    }
    bar::foot(buffer, app, "", theme);
    cursor
}

/// The sign of an item, the same as in the margin of the text.
fn sign(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Bookmark => "★",
        ItemKind::Highlight => "▌",
        ItemKind::Note => "✎",
    }
}

/// The first line of what was written, else the words that it hangs on.
fn summary(item: &Item) -> &str {
    let written = item.body.lines().find(|line| !line.trim().is_empty());
    let quotation = item.anchor().map(|anchor| anchor.exact.as_str());
    written.or(quotation).unwrap_or(item.subject.title()).trim()
}

/// The whole of the chosen item.
fn card(buffer: &mut Buffer, app: &App, area: Rect, item: &Item, theme: &Theme) {
    let mut rest = area;
    let mut write = |text: &str, style| {
        let taken = paragraph(buffer, rest, text, style);
        rest = below(rest, taken);
    };
    write(item.subject.title(), theme.strong);
    let there = if app.is_here(item) { "" } else { " · not in this collection" };
    let day = item.created.strftime("%Y-%m-%d %H:%M UTC");
    write(&format!("{} · {day}{there}", item.kind.label()), theme.faint);
    if let Some(anchor) = item.anchor() {
        write("", theme.plain);
        let quotation: Vec<&str> = anchor.exact.split_whitespace().collect();
        write(&format!("“{}”", quotation.join(" ")), theme.plain);
    }
    if !item.body.is_empty() {
        write("", theme.plain);
        for line in item.body.lines() {
            write(line, theme.strong);
        }
    }
}
