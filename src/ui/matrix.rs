//! Who and what appears with whom: a shaded cell for each two names, or a list of the pairs.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Cell, Row, Table, Widget};

use super::entity::some;
use super::paint::{behind, below, fill, list_line, number, paragraph, put, put_right, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, MatrixLayout, layout};
use crate::index::names::{Matrix, Pair};
use crate::tag::Kind;

/// The shades of a cell, from few documents to many.
const SHADES: [&str; 4] = ["░", "▒", "▓", "█"];

/// Two who share nothing.
const NOTHING: &str = "·";

/// One with itself.
const ITSELF: &str = "×";

/// G² above which chance has it in 1 of 1,000 cases.
const SELDOM: f64 = 10.83;

/// G² above which chance has it in 1 of 20 cases.
const LIKELY: f64 = 3.84;

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let (view, areas) = (&app.matrix, layout::library(app.size, false));
    let kind = view.kind.map_or("", |kind| match kind {
        Kind::Person => "people",
        Kind::Organisation => "organisations",
        _ => "places",
    });
    bar::top(buffer, areas.bar, &format!("Matrix: {}", view.title), kind, theme);
    match view.matrix.as_deref() {
        Some(matrix) if matrix.sides.len() > 1 => {
            if app.matrix_is_list() {
                pairs(buffer, app, matrix, areas.main, theme);
            } else {
                picture(buffer, app, matrix, areas.main, theme);
            }
        }
        None if view.waiting => {
            put(buffer, behind(row(areas.main, 1), 2), "Counting …", theme.faint);
        }
        _ => {
            put(buffer, behind(row(areas.main, 1), 2), "No two names are known here yet", theme.faint);
        }
    }
    let right = match (app.matrix_is_list(), view.pairs.len()) {
        (true, all @ 1..) => format!("{} of {}", number(view.list.at + 1), number(all)),
        _ => String::new(),
    };
    bar::foot(buffer, app, &right, theme);
    None
}

/// How dark the cell of two is. Less than twice as dark where they share twice as much, since a few pairs share far more
/// than all others.
fn shade(both: u32, most: u32) -> Option<&'static str> {
    let part = (f64::from(both) / f64::from(most.max(1))).min(1.0).powf(0.7);
    let step = ((part * SHADES.len() as f64).round() as usize).max(1);
    SHADES.get(step - 1).copied().filter(|_| both > 0)
}

fn picture(buffer: &mut Buffer, app: &App, matrix: &Matrix, area: Rect, theme: &Theme) {
    let (view, shown) = (&app.matrix, app.matrix_layout());
    let MatrixLayout { names, cell, numbers, columns, rows } = shown;
    let size = matrix.sides.len();
    let (first_row, first_column) = view.top;
    let columns = columns.min(size - first_column.min(size));
    let rows = rows.min(size - first_row.min(size));
    let heads = behind(row(area, 0), names);
    for at in 0..columns {
        let column = first_column + at;
        if !is_numbered(column, view.at.1, cell) {
            continue;
        }
        let place = Rect { width: cell, ..behind(heads, at as u16 * cell) };
        let style = if column == view.at.1 { theme.strong } else { theme.faint };
        put_right(buffer, place, &format!("{}", column + 1), style);
    }
    put(buffer, behind(row(area, 0), 1), "documents", theme.faint);
    for at in 0..rows {
        let Some(side) = matrix.sides.get(first_row + at) else { break };
        let place = Rect { width: names.saturating_sub(1), ..row(below(area, 1), at) };
        let here = first_row + at == view.at.0;
        let style = if here { theme.strong } else { theme.plain };
        put(buffer, place, if here { "▸" } else { " " }, style);
        put_right(buffer, Rect { width: 2, ..behind(place, 1) }, &(first_row + at + 1).to_string(), style);
        let count = number(side.documents as usize);
        let taken = put_right(buffer, place, &count, theme.faint);
        let rest = behind(place, 4);
        let rest = Rect { width: rest.width.saturating_sub(taken + 1), ..rest };
        put(buffer, rest, &side.name, style);
    }
    let most = matrix.most();
    let drawn = (first_row..first_row + rows).map(|one| {
        Row::new((first_column..first_column + columns).map(move |other| {
            let pair = matrix.pair(one, other);
            let text = match pair {
                None => format!("{ITSELF:>0$}", usize::from(cell)),
                Some(pair) if pair.both == 0 => format!("{NOTHING:>0$}", usize::from(cell)),
                Some(pair) => {
                    let shade = shade(pair.both, most).unwrap_or(NOTHING);
                    match numbers {
                        true => format!(" {shade}{:>1$}", pair.both, usize::from(cell) - 2),
                        false => shade.repeat(usize::from(cell)),
                    }
                }
            };
            let style = match pair {
                _ if (one, other) == view.at => theme.chosen,
                Some(pair) if pair.both > 0 => theme.plain,
                _ => Style { bg: theme.plain.bg, ..theme.faint },
            };
            Cell::new(text).style(style)
        }))
    });
    let widths = vec![Constraint::Length(cell); columns];
    let cells = Rect { height: rows as u16, width: columns as u16 * cell, ..behind(below(area, 1), names) };
    Table::new(drawn, widths).column_spacing(0).render(cells.intersection(area), buffer);
    // What is under the cursor, below the last row, with a free row between where there is room.
    let rest = below(area, rows as u16 + 1);
    let rest = below(rest, u16::from(rest.height > 3));
    let words = Rect { height: rest.height.min(2), width: rest.width.saturating_sub(2), ..behind(rest, 1) };
    let taken = paragraph(buffer, words, &in_words(matrix, view.at), theme.plain);
    let legend = format!("{}  from few to many of {} documents", SHADES.join(" "), number(most as usize));
    let place = below(rest, taken + 1);
    if place.height > 0 {
        put(buffer, behind(row(place, 0), 1), &legend, theme.faint);
    }
}

/// What two names share, in words.
fn in_words(matrix: &Matrix, (one, other): (usize, usize)) -> String {
    let (Some(a), Some(b)) = (matrix.sides.get(one), matrix.sides.get(other)) else { return String::new() };
    match matrix.pair(one, other) {
        None => format!("{}: {}", a.name, some(a.documents as usize, "document")),
        Some(pair) => {
            let alone =
                format!("{} of {}", number(pair.both as usize), some(matrix.documents as usize, "document"));
            let each =
                format!("{} and {} in all", number(a.documents as usize), number(b.documents as usize));
            let chance = beyond(pair);
            format!("{} and {}: both in {alone} ({each}); {chance}", a.name, b.name)
        }
    }
}

/// Whether that is more than chance has it.
fn beyond(pair: Pair) -> String {
    let said = match pair.strength {
        strength if strength >= SELDOM => "far beyond chance",
        strength if strength >= LIKELY => "beyond chance",
        strength if strength <= -LIKELY => "more seldom than by chance",
        _ => "as by chance",
    };
    format!("{said}, G² {:.1}", pair.strength)
}

fn pairs(buffer: &mut Buffer, app: &App, matrix: &Matrix, area: Rect, theme: &Theme) {
    let view = &app.matrix;
    let said =
        format!("{} that share a document, those that share most first", some(view.pairs.len(), "pair"));
    put(buffer, behind(row(area, 0), 1), &said, theme.faint);
    let list = below(area, 1);
    for at in 0..usize::from(list.height) {
        let Some((one, other, pair)) = view.pairs.get(view.list.top + at) else { break };
        let (Some(a), Some(b)) = (matrix.sides.get(*one), matrix.sides.get(*other)) else { continue };
        let place = row(list, at);
        let chosen = view.list.top + at == view.list.at;
        let base = list_line(buffer, place, chosen, theme);
        let shared = match app.plain {
            true => format!(": both in {}, {}", some(pair.both as usize, "document"), beyond(*pair)),
            false => format!("  {} of {} and {} · {}", pair.both, a.documents, b.documents, beyond(*pair)),
        };
        let names = format!("{} and {}", a.name, b.name);
        if app.plain {
            put(buffer, behind(place, 2), &format!("{names}{shared}"), base);
            continue;
        }
        let taken = put_right(
            buffer,
            Rect { width: place.width.saturating_sub(1), ..place },
            &shared,
            base.patch(theme.faint),
        );
        let taken = if taken * 2 > place.width { 0 } else { taken };
        let room = Rect { width: place.width.saturating_sub(taken + 3), ..behind(place, 2) };
        if taken == 0 {
            fill(buffer, behind(place, 1), base);
        }
        put(buffer, room, &names, base);
    }
}

/// Whether a column, counted from 0, has its number above it. Where a number is as wide as a cell, those of two columns side
/// by side would run together, so that every other one is left out, and those beside the chosen one's.
fn is_numbered(column: usize, chosen: usize, cell: u16) -> bool {
    let fills = |column: usize| column + 1 >= 10_usize.pow(u32::from(cell).saturating_sub(1));
    let beside = column.abs_diff(chosen) == 1 && fills(column.max(chosen));
    column == chosen || !beside && (!fills(column) || column.is_multiple_of(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_numbers_of_columns_run_together() {
        for chosen in 0..13 {
            let numbered: Vec<usize> = (0..13).filter(|&column| is_numbered(column, chosen, 2)).collect();
            assert!(numbered.contains(&chosen));
            let apart = |pair: &[usize]| pair[1] < 9 || pair[1] - pair[0] > 1;
            assert!(numbered.windows(2).all(apart), "{chosen}: {numbered:?}");
            assert!((0..13).all(|column| is_numbered(column, chosen, 4)));
        }
    }

    #[test]
    fn shades_go_from_few_to_many_and_nothing_has_none() {
        assert_eq!(shade(0, 9), None);
        assert_eq!((shade(1, 100), shade(100, 100), shade(200, 100)), (Some("░"), Some("█"), Some("█")));
        assert_eq!((shade(30, 100), shade(60, 100)), (Some("▒"), Some("▓")));
        assert_eq!((shade(1, 1), shade(1, 0)), (Some("█"), Some("█")));
    }
}
