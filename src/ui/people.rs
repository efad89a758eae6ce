//! The cast of many documents.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Sparkline, Widget};

use super::entity::some;
use super::paint::{behind, below, list_line, number, put, put_right, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Command, layout};
use crate::index::names::{CastSort, CastTable, PARTS};

/// Columns of the numbers and the date at the right.
const FIGURES: u16 = 32;

/// Columns of the kind.
const KIND: u16 = 14;

/// Width from which there is room for the use over time.
const ROOMY: u16 = 100;

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let (view, areas) = (&app.people, layout::library(app.size, false));
    let of = view.table.as_ref().map_or(String::new(), |table| some(table.documents, "document"));
    bar::top(buffer, areas.bar, &format!("Cast of {}", view.title), &of, theme);
    let cursor = line(buffer, app, row(areas.main, 0), theme);
    heads(buffer, app, row(areas.main, 1), theme);
    let list = below(areas.main, 2);
    let table = view.table.as_ref();
    if view.order.is_empty() {
        let text = match (view.waiting, view.find.text().is_empty()) {
            (true, _) => "Counting …",
            (false, true) => "No names are known here yet",
            (false, false) => "Nobody is called so",
        };
        put(buffer, behind(list, 2), text, theme.faint);
    }
    for at in 0..usize::from(list.height) {
        let listed = view.order.get(view.cursor.top + at).zip(table);
        let Some((listed, table)) =
            listed.and_then(|(at, table)| Some((table.lines.get(*at as usize)?, table)))
        else {
            break;
        };
        let place = row(list, at);
        let chosen = view.cursor.top + at == view.cursor.at && !view.typing;
        let base = list_line(buffer, place, chosen, theme);
        let figures = (number(listed.documents as usize), number(listed.mentions as usize));
        let first = listed.first.map_or("–".to_owned(), |date| date.to_string());
        let name = table.told(listed);
        let cells = [&*name, listed.kind.label(), &figures.0, &figures.1, &first];
        columns(buffer, place, cells, (base, base.patch(theme.faint)));
        let number = view.order.get(view.cursor.top + at).map_or(0, |at| *at as usize);
        over_time(buffer, app, table, number, (place, base));
    }
    let right = match view.order.len() {
        0 => String::new(),
        all => format!("{} of {}", number(view.cursor.at + 1), number(all)),
    };
    bar::foot(buffer, app, &right, theme);
    cursor.filter(|_| view.typing)
}

/// Where the use over time stands on a row, where there is room for what only adorns.
fn strip(app: &App, place: Rect) -> Option<Rect> {
    let room = PARTS as u16;
    let there = place.width >= ROOMY && !app.is_sparing && !app.plain;
    there.then(|| Rect { x: place.right() - FIGURES - KIND - room - 4, width: room, ..place })
}

/// In how many documents a line is over the time of the cast, each by its own scale.
fn over_time(buffer: &mut Buffer, app: &App, table: &CastTable, number: usize, (place, base): (Rect, Style)) {
    let Some((place, uses)) = strip(app, place).zip(table.over_time(number)) else { return };
    let data = uses.iter().map(|&count| (count > 0).then_some(u64::from(count)));
    Sparkline::default().data(data).absent_value_symbol(" ").style(base).render(place, buffer);
}

/// The line for finding, or what is shown and in what order.
fn line(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) -> CursorAt {
    let view = &app.people;
    if view.typing || !view.find.text().is_empty() {
        return bar::typed(buffer, behind(area, 1), "find", &view.find, theme);
    }
    let kind = view.kind.map_or("people, organisations and places", |kind| match kind {
        crate::tag::Kind::Person => "people",
        crate::tag::Kind::Organisation => "organisations",
        _ => "places",
    });
    let (find, narrow, sort) =
        (app.key_for(Command::Find), app.key_for(Command::Kind), app.key_for(Command::SortNext));
    let text = format!("{kind}  ({find}: find by any spelling · {narrow}: kind · {sort}: order)");
    put(buffer, behind(area, 1), &text, theme.faint);
    None
}

/// The heads of the columns; the one that is sorted by is marked.
fn heads(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) {
    let mark = |sort: CastSort, name: &str| {
        if app.people.sort == sort { format!("{name}↓") } else { name.to_owned() }
    };
    let cells = [
        mark(CastSort::Name, "Name"),
        "Kind".to_owned(),
        mark(CastSort::Documents, "docs"),
        mark(CastSort::Mentions, "mentions"),
        mark(CastSort::First, "first"),
    ];
    let cells = [&*cells[0], &cells[1], &cells[2], &cells[3], &cells[4]];
    columns(buffer, area, cells, (theme.strong, theme.strong));
    let time = app.people.table.as_ref().and_then(|table| table.time);
    if let Some((place, time)) = strip(app, area).zip(time) {
        put(buffer, place, &format!("by {}", time.length()), theme.strong);
    }
}

/// A row: the name, the kind where there is room, the numbers, the date.
fn columns(buffer: &mut Buffer, area: Rect, cells: [&str; 5], (base, faint): (Style, Style)) {
    let [name, kind, documents, mentions, first] = cells;
    let inside = Rect { width: area.width.saturating_sub(1), ..area };
    let (wide, roomy) = (area.width >= 60, area.width >= ROOMY);
    let figures = if wide { FIGURES } else { 8 };
    let figures = Rect {
        x: inside.right().saturating_sub(figures.min(inside.width)),
        width: figures.min(inside.width),
        ..inside
    };
    put_right(buffer, Rect { width: figures.width.min(8), ..figures }, documents, base);
    if wide {
        put_right(buffer, Rect { width: 9, ..behind(figures, 9) }, mentions, faint);
        put(buffer, behind(figures, 20), first, faint);
    }
    let kinds = if wide { KIND } else { 0 };
    let room = inside.width.saturating_sub(figures.width + kinds + 2);
    let strip = if roomy { PARTS as u16 + 3 } else { 0 };
    put(buffer, Rect { width: room.saturating_sub(1 + strip), ..behind(inside, 2) }, name, base);
    if wide {
        put(buffer, Rect { width: kinds, ..behind(inside, 2 + room) }, kind, faint);
    }
}
