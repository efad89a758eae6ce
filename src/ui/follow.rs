//! What can follow keys that are begun, in a box above the foot: the keys with their words, in columns.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Theme;
use super::paint::{behind, frame, put, row};
use crate::app::{App, Follow, label_keys};
use crate::text::glyph::width;

/// The narrowest column in which what a command does can be read.
const COLUMN: u16 = 34;

/// Columns between two columns.
const GAP: u16 = 2;

/// Rows up to which fewer columns are better than fewer rows.
const FEW: u16 = 5;

/// How the box is set.
struct Shape {
    follows: Vec<Follow>,
    columns: u16,
    rows: u16,
    /// Columns for the keys.
    keys: u16,
    /// Whether commands are told by their names alone.
    named: bool,
}

/// How what can follow is set in a box; `None` where there is nothing, or no room for all of it.
fn shape(app: &App) -> Option<Shape> {
    let follows = app.follows();
    if follows.is_empty() || app.overlay.is_some() {
        return None;
    }
    // What is read stays in sight: the box takes less than half of the screen. Where one thing comes after another, it
    // may take all that it needs.
    let most = if app.plain { app.size.1.saturating_sub(2) } else { app.size.1.saturating_sub(2) / 2 };
    let most = most.checked_sub(2).filter(|most| *most > 0)?;
    let inside = app.size.0.saturating_sub(4) + GAP;
    let count = follows.len() as u16;
    let keys = widest(follows.iter().map(|follow| &*follow.keys));
    let word = widest(follows.iter().map(|follow| follow.name)).max(12);
    let wide = (inside / (COLUMN.max(keys + 20) + GAP)).max(1);
    let wide = (1..=wide).find(|columns| count.div_ceil(*columns) <= FEW.min(most)).unwrap_or(wide);
    let wide = if app.plain { 1 } else { wide };
    let narrow = (inside / (keys + 1 + word + GAP)).max(1);
    let (columns, named) =
        [(wide, false), (narrow, true)].into_iter().find(|(columns, _)| count.div_ceil(*columns) <= most)?;
    let rows = count.div_ceil(columns);
    Some(Shape { follows, columns: count.div_ceil(rows), rows, keys, named })
}

/// Whether there is room for the box.
pub(super) fn fits(app: &App) -> bool {
    shape(app).is_some()
}

/// Draws the box where there is room for all of it.
pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) {
    let Some(Shape { follows, columns, rows, keys, named }) = shape(app) else { return };
    let area = place(buffer, app.size, rows + 2, theme);
    let list = frame(buffer, area, &label_keys(&app.pending), theme);
    let each = (list.width.saturating_sub(1) + GAP) / columns.max(1);
    for (number, follow) in follows.iter().enumerate() {
        let rows = usize::from(rows.max(1));
        let at = behind(row(list, number % rows), 1 + (number / rows) as u16 * each);
        let at = Rect { width: each.saturating_sub(GAP).min(at.width), ..at };
        put(buffer, at, &follow.keys, theme.key);
        let says = if named { follow.short() } else { &follow.says };
        put(buffer, behind(at, keys + 1), says, theme.plain);
    }
}

/// The columns of the widest of them.
fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> u16 {
    texts.map(width).max().unwrap_or(0) as u16
}

/// Where the box goes: above the foot; below the bar where it would hide the line that the person is at.
fn place(buffer: &Buffer, (width, height): (u16, u16), high: u16, theme: &Theme) -> Rect {
    let below = Rect::new(0, height.saturating_sub(high + 1), width, high);
    let above = Rect { y: 1, ..below };
    if has_attention(buffer, below, theme) && !has_attention(buffer, above, theme) { above } else { below }
}

/// Whether the chosen line or the match where the person is stands in the area.
fn has_attention(buffer: &Buffer, area: Rect, theme: &Theme) -> bool {
    area.intersection(buffer.area).positions().any(|at| {
        let cell = &buffer[at];
        let style = cell.style();
        cell.symbol() == "▸" || (style.patch(theme.current) == style && theme.current != theme.plain)
    })
}
