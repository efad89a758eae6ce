//! A concordance: each place in the middle of its line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::entity::some;
use super::paint::{behind, below, list_line, number, put, put_right, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, Command, layout};
use crate::library::{LineSort, MOST_LINES};
use crate::text::around::{head, tail};
use crate::text::glyph::{fit, width};

/// Columns of the date at the beginning of a line, where there is room.
const DATE: u16 = 12;

/// Width from which there is room for the date.
const ROOMY: u16 = 70;

/// Width from which there is room for the title of the document at the end.
const WIDE: u16 = 130;

/// Columns of the title.
const TITLE: u16 = 36;

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let (view, areas) = (&app.concordance, layout::library(app.size, false));
    let order = match view.sort {
        LineSort::Document => "by date",
        LineSort::Left => "by the words before",
        LineSort::Right => "by the words behind",
    };
    bar::top(buffer, areas.bar, &format!("Every “{}”", view.title), order, theme);
    put(buffer, behind(row(areas.main, 0), 1), &reach(app), theme.faint);
    let list = below(areas.main, 1);
    if view.order.is_empty() && view.reach.done {
        put(buffer, behind(list, 1), "Nothing found", theme.faint);
    }
    // The widest name in sight, so that the lines are one below the other.
    let in_sight = || view.order.iter().skip(view.cursor.top).take(usize::from(list.height));
    let lines = in_sight().filter_map(|at| view.lines.get(*at as usize));
    let widest =
        lines.map(|line| width(&line.around.key)).max().unwrap_or(0).min(usize::from(list.width) / 3);
    for (at, number) in in_sight().enumerate() {
        let Some(line) = view.lines.get(*number as usize) else { continue };
        let place = row(list, at);
        let chosen = view.cursor.top + at == view.cursor.at;
        let base = list_line(buffer, place, chosen, theme);
        let mut rest = behind(place, 1);
        let entry = app.catalogue.get(line.id);
        if place.width >= ROOMY {
            let date = entry.and_then(|entry| entry.date());
            let date = date.map_or("–".to_owned(), |date| date.to_string());
            put(buffer, rest, &date, base.patch(theme.faint));
            rest = behind(rest, DATE);
        }
        if place.width >= WIDE {
            let title = Rect { x: rest.right() - TITLE, width: TITLE - 1, ..rest };
            put(buffer, title, entry.map_or("", |entry| entry.title()), base.patch(theme.faint));
            rest.width -= TITLE + 2;
        }
        let room = usize::from(rest.width).saturating_sub(widest);
        let before = (room / 2) as u16;
        let left = tail(&line.around.left, usize::from(before));
        put_right(buffer, Rect { width: before, ..rest }, left, base);
        let key = fit(&line.around.key, widest);
        let taken = put(buffer, behind(rest, before), &key, base.patch(theme.matched));
        let rest = behind(rest, before + taken);
        put(buffer, rest, head(&line.around.right, usize::from(rest.width)), base);
    }
    let right = match view.order.len() {
        0 => String::new(),
        all => format!("{} of {}", number(view.cursor.at + 1), number(all)),
    };
    bar::foot(buffer, app, &right, theme);
    None
}

/// What is shown of how much.
fn reach(app: &App) -> String {
    let (view, reach) = (&app.concordance, app.concordance.reach);
    let count = view.lines.len();
    let sort = format!(" ({}: order)", app.key_for(Command::SortNext));
    let documents = some(reach.documents, "document");
    if reach.documents == 0 && !reach.done {
        return "Looking …".to_owned();
    }
    if count >= MOST_LINES {
        let of = reach.places.map_or(String::new(), |all| format!(" of {}", number(all)));
        let looked = number(reach.looked);
        return format!("the first {}{of}, in {looked} of {documents}{sort}", number(count));
    }
    if !reach.done {
        return format!("{} so far, in {} of {documents}{sort}", number(count), number(reach.looked));
    }
    format!("{} in {documents}{sort}", some(count, "place"))
}
