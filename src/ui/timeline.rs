//! When: bars over time, one row of them for each series, or the same as a table of numbers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Bar, BarChart, Widget};

use super::entity::some;
use super::paint::{behind, below, list_line, number, paragraph, put, put_right, row};
use super::{CursorAt, Theme, bar};
use crate::app::{App, layout};
use crate::corpus::Unit;
use crate::library::{Of, Series, Tally, TimeRow};
use crate::tag::Kind;
use crate::text::glyph::width;

/// Columns of what a row of the table is called.
const NAME: u16 = 22;

/// Columns of a number in the table.
const NUMBER: u16 = 8;

/// Columns of the longest bar in the table.
const BAR: u16 = 40;

pub(super) fn draw(buffer: &mut Buffer, app: &App, theme: &Theme) -> CursorAt {
    let (view, areas) = (&app.timeline, layout::library(app.size, false));
    let series = &view.timeline.series;
    let by = if series.is_empty() { String::new() } else { format!("by {}", view.chart.unit().label()) };
    bar::top(buffer, areas.bar, &title(app), &by, theme);
    let main = areas.main;
    if series.is_empty() || view.chart.is_empty() {
        let said = if view.waiting { "Counting …" } else { "Nothing is counted here yet" };
        put(buffer, behind(row(main, 1), 2), said, theme.faint);
    } else if app.timeline_is_table() {
        table(buffer, app, main, theme);
    } else {
        bars(buffer, app, main, theme);
    }
    let right = match (app.timeline_is_table(), view.rows.len()) {
        (true, all @ 1..) => format!("{} of {}", number(view.list.at + 1), number(all)),
        _ => String::new(),
    };
    bar::foot(buffer, app, &right, theme);
    None
}

/// What is counted, and of what.
fn title(app: &App) -> String {
    let names: Vec<&str> = app.timeline.timeline.series.iter().map(|series| series.of.label()).collect();
    let of = match &app.timeline.of_search {
        Some((line, _)) if line.is_empty() => " in what was found".to_owned(),
        Some((line, _)) => format!(" in search {line}"),
        None if names == ["documents"] => format!(" of {}", app.name),
        None => String::new(),
    };
    format!("Timeline: {}{of}", names.join(", "))
}

/// What a series looks like: the ink of its kind, without what would part a bar.
fn ink(of: &Of, theme: &Theme) -> Style {
    let style = match of {
        Of::Documents => theme.plain,
        Of::Name(wanted) => theme.mention(wanted.kind),
        Of::Dates => theme.mention(Kind::Date),
    };
    Style { fg: style.fg.or(theme.plain.fg), bg: theme.plain.bg, ..Style::new() }
}

/// The greatest number of one period, over all series that count the same.
fn greatest(app: &App, of: &Of) -> u32 {
    let view = &app.timeline;
    let same = view.timeline.series.iter().zip(&view.chart.bars);
    let same = same.filter(|(series, _)| series.of.counted() == of.counted());
    let values = same.flat_map(|(series, bars)| bars.bars.iter().map(|(_, tally)| series.of.measure(*tally)));
    values.max().unwrap_or(0).max(1)
}

fn bars(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) {
    let view = &app.timeline;
    let count = view.timeline.series.len().max(1) as u16;
    let (words, high) = (app.rows_of_words(), app.panel_height());
    let step = app.bar_step();
    let (wide, gap) = if step > 1 { (step - 1, 1) } else { (1, 0) };
    let slots: Vec<i32> = slots(app);
    for (at, (series, bars)) in view.timeline.series.iter().zip(&view.chart.bars).enumerate() {
        let panel = Rect { height: high, ..below(area, at as u16 * high) };
        heading(buffer, app, at, series, panel, theme);
        let plot = Rect { width: app.plot_width(), ..behind(below(panel, 1), 1) };
        let most = u64::from(greatest(app, &series.of));
        // Whoever is there at all has a bar.
        let least = most.div_ceil(u64::from(plot.height.max(1)) * 8);
        let drawn: Vec<Bar<'_>> = slots
            .iter()
            .map(|slot| {
                let value = u64::from(series.of.measure(bars.at(*slot)));
                let base = ink(&series.of, theme);
                let chosen = Style { fg: theme.matched.fg.or(base.fg), ..base }.add_modifier(Modifier::BOLD);
                let style = if *slot == view.at { chosen } else { base };
                Bar::new(if value == 0 { 0 } else { value.max(least) }).text_value(String::new()).style(style)
            })
            .collect();
        BarChart::vertical(drawn).bar_width(wide).bar_gap(gap).max(most).render(plot, buffer);
    }
    let rest = below(area, count * high);
    ground(buffer, app, &slots, behind(row(rest, 0), 1), theme);
    labels(buffer, app, &slots, behind(row(rest, 1), 1), theme);
    let words = Rect { height: words + 1, width: area.width.saturating_sub(2), ..behind(below(rest, 2), 1) };
    paragraph(buffer, words.intersection(area), &in_words(app), theme.plain);
}

/// The periods in sight.
fn slots(app: &App) -> Vec<i32> {
    let view = &app.timeline;
    let Some((_, last)) = view.chart.range else { return Vec::new() };
    let sight = i32::try_from(app.periods_in_sight()).unwrap_or(i32::MAX);
    (view.from..=last.min(view.from.saturating_add(sight - 1))).collect()
}

/// The heading over the bars of a series: what it is, how many there are and what can't be shown.
fn heading(buffer: &mut Buffer, app: &App, at: usize, series: &Series, area: Rect, theme: &Theme) {
    let view = &app.timeline;
    let several = view.timeline.series.len() > 1;
    let sign = if several && at == view.series { "▸" } else { " " };
    let style = Style { bg: theme.plain.bg, ..ink(&series.of, theme) }.patch(theme.strong);
    put(buffer, area, sign, theme.plain);
    let taken = put(buffer, behind(area, 1), series.of.label(), style);
    let Some(bars) = view.chart.bars.get(at) else { return };
    let measure = |tally| series.of.measure(tally) as usize;
    let most = bars.bars.iter().map(|(_, tally)| measure(*tally)).max().unwrap_or(0);
    let mut said = some(measure(series.counts.dated()) + measure(series.counts.undated), series.of.counted());
    // Where none has more than one, none has most.
    if most > 1 {
        let best = bars.bars.iter().filter(|(_, tally)| measure(*tally) == most);
        let best: Vec<String> = best.map(|(slot, _)| view.chart.unit().name(*slot)).collect();
        said.push_str(&format!(", most in {} ({})", these(&best), number(most)));
    }
    let vague = measure(bars.all_vague());
    if vague > 0 {
        said.push_str(&format!(" · {} not dated to a {}", number(vague), view.chart.unit().label()));
    }
    if measure(series.counts.undated) > 0 {
        let word = if series.of == Of::Dates { "that can't be placed" } else { "without a date" };
        said.push_str(&format!(" · {} {word}", number(measure(series.counts.undated))));
    }
    put(buffer, behind(area, taken + 3), &said, theme.faint);
}

/// Periods in a row: three at most, and how many more there are.
fn these(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, three] => format!("{one}, {two} and {three}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", number(rest.len())),
    }
}

/// The line that the bars stand on: drawn where there is something, free where there is a gap, with the cursor below its
/// period.
fn ground(buffer: &mut Buffer, app: &App, slots: &[i32], area: Rect, theme: &Theme) {
    let step = app.bar_step();
    let view = &app.timeline;
    // That there is more on either side of what is in sight.
    let (first, last) = view.chart.range.unwrap_or_default();
    if slots.first().is_some_and(|slot| *slot > first) {
        put(buffer, Rect { x: area.x.saturating_sub(1), width: 1, ..area }, "‹", theme.strong);
    }
    if slots.last().is_some_and(|slot| *slot < last) {
        put_right(buffer, area, "›", theme.strong);
    }
    for (at, slot) in slots.iter().enumerate() {
        let place = Rect { width: step.saturating_sub(1).max(1), ..behind(area, at as u16 * step) };
        let there = view.chart.bars.iter().any(|bars| bars.at(*slot) != Tally::default());
        let line = if there { "─".repeat(usize::from(place.width)) } else { String::new() };
        put(buffer, place, &line, theme.faint);
        if *slot == view.at {
            put(buffer, behind(place, (place.width - 1) / 2), "↑", theme.strong);
        }
    }
}

/// What the time below the bars is called, as often as there is room for it.
fn labels(buffer: &mut Buffer, app: &App, slots: &[i32], area: Rect, theme: &Theme) {
    let (step, unit) = (usize::from(app.bar_step()), app.timeline.chart.unit());
    let rounds: &[i32] = match unit {
        Unit::Month => &[1, 3, 6, 12, 24, 60, 120, 240, 600, 1200],
        _ => &[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
    };
    let wide = |every: i32| {
        if unit == Unit::Month && every >= 12 {
            4
        } else {
            width(&unit.name(slots.first().copied().unwrap_or(1)))
        }
    };
    let fits = |every: &&i32| usize::try_from(**every).unwrap_or(1) * step >= wide(**every) + 2;
    let every = rounds.iter().find(fits).copied().unwrap_or(1000);
    let mut free = 0;
    for (at, slot) in slots.iter().enumerate() {
        let x = at * step;
        // Days are counted from the first of the calendar: those that months begin with are the round ones.
        let round = match unit {
            Unit::Day if every > 1 => unit.name(*slot).ends_with("-01"),
            _ => slot.rem_euclid(every) == 0,
        };
        if x < free || !(round || at == 0) {
            continue;
        }
        let name = unit.name(*slot);
        let name =
            if unit == Unit::Month && every >= 12 && at > 0 { name.get(..4).unwrap_or(&name) } else { &name };
        if x + width(name) > usize::from(area.width) {
            break;
        }
        put(buffer, behind(area, x as u16), name, theme.faint);
        free = x + width(name) + 2;
    }
}

/// What a number of a series is, in words.
fn worded(of: &Of, tally: Tally) -> String {
    match of {
        Of::Documents => some(tally.documents as usize, "document"),
        Of::Dates => some(tally.mentions as usize, "mention"),
        Of::Name(..) => {
            let mentions = some(tally.mentions as usize, "mention");
            format!("{}, {mentions}", some(tally.documents as usize, "document"))
        }
    }
}

/// What there is in a row, in words: each series, the chosen one first, with one of its documents.
fn row_in_words(app: &App, row: TimeRow) -> String {
    let view = &app.timeline;
    let count = view.timeline.series.len();
    let order = std::iter::once(view.series).chain((0..count).filter(|at| *at != view.series));
    let mut said = Vec::new();
    for at in order {
        let Some(series) = view.timeline.series.get(at) else { continue };
        let tally = view.chart.tally(at, row);
        let mut words = match tally == Tally::default() {
            true => "nothing".to_owned(),
            false => worded(&series.of, tally),
        };
        if let TimeRow::Slot(slot) = row
            && let Some(bars) = view.chart.bars.get(at)
        {
            let more = series.of.measure(bars.perhaps(view.chart.unit(), slot));
            if more > 0 {
                words.push_str(&format!(" and perhaps {} more", number(more as usize)));
            }
        }
        if count > 1 {
            words = format!("{} {words}", series.of.label());
        }
        said.push(words);
    }
    let chosen = view.chart.tally(view.series, row);
    let title = chosen.first.and_then(|id| app.catalogue.get(id)).map(|entry| entry.title().to_owned());
    if let Some(title) = title {
        let such = if chosen.documents == 1 || chosen.mentions == 1 { "" } else { "such as " };
        said.push(format!("{such}“{title}”"));
    }
    said.join(" · ")
}

/// What there is in the period under the cursor.
fn in_words(app: &App) -> String {
    let view = &app.timeline;
    format!("{}: {}", view.chart.unit().spelled(view.at), row_in_words(app, TimeRow::Slot(view.at)))
}

fn table(buffer: &mut Buffer, app: &App, area: Rect, theme: &Theme) {
    let view = &app.timeline;
    let count = view.timeline.series.len().max(1) as u16;
    let name = NAME.min(area.width / 2);
    let room = area.width.saturating_sub(name + 2) / count;
    if !app.plain {
        for (at, series) in view.timeline.series.iter().enumerate() {
            let place =
                Rect { width: room.saturating_sub(1), ..behind(row(area, 0), name + 2 + at as u16 * room) };
            let chosen = at == view.series && count > 1;
            put(buffer, place, series.of.label(), if chosen { theme.strong } else { theme.faint });
        }
    }
    let list = Rect { height: area.height.saturating_sub(2), ..below(area, 1) };
    let greatest: Vec<u32> = view.timeline.series.iter().map(|series| greatest(app, &series.of)).collect();
    for at in 0..usize::from(list.height) {
        let Some(&shown) = view.rows.get(view.list.top + at) else { break };
        let place = row(list, at);
        let chosen = view.list.top + at == view.list.at;
        let base = list_line(buffer, place, chosen, theme);
        let called = view.chart.name(shown);
        if matches!(shown, TimeRow::Gap(_)) {
            put(buffer, behind(place, 2), &called, base.patch(theme.faint));
            continue;
        }
        if app.plain {
            let words: Vec<String> = view
                .timeline
                .series
                .iter()
                .enumerate()
                .map(|(at, series)| {
                    let words = worded(&series.of, view.chart.tally(at, shown));
                    if count > 1 { format!("{} {words}", series.of.label()) } else { words }
                })
                .collect();
            put(buffer, behind(place, 2), &format!("{called}: {}", words.join("; ")), base);
            continue;
        }
        put(buffer, Rect { width: name, ..behind(place, 2) }, &called, base);
        for (at, (series, most)) in view.timeline.series.iter().zip(&greatest).enumerate() {
            let cell = Rect { width: room, ..behind(place, name + 2 + at as u16 * room) };
            let value = series.of.measure(view.chart.tally(at, shown));
            let digits = Rect { width: NUMBER.min(cell.width), ..cell };
            put_right(buffer, digits, &number(value as usize), base);
            let bar = cell.width.saturating_sub(NUMBER + 3).min(BAR);
            let most = u64::from(*most);
            if matches!(shown, TimeRow::Slot(_)) && value > 0 {
                let long = (u64::from(value) * u64::from(bar)).div_ceil(most).min(u64::from(bar)) as usize;
                put(buffer, behind(cell, NUMBER + 1), &"▇".repeat(long), base);
            }
        }
    }
    if let Some(shown) = view.row() {
        let words = format!("{}: {}", view.chart.name(shown), row_in_words(app, shown));
        put(buffer, behind(row(area, usize::from(area.height).saturating_sub(1)), 1), &words, theme.plain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_that_have_as_many_are_all_told() {
        let told = |years: &[&str]| these(&years.iter().map(|&year| year.to_owned()).collect::<Vec<_>>());
        assert_eq!(
            (told(&["2020"]), told(&["2008", "2020"])),
            ("2020".to_owned(), "2008 and 2020".to_owned())
        );
        assert_eq!(told(&["2008", "2016", "2020"]), "2008, 2016 and 2020");
        assert_eq!(told(&["2001", "2008", "2016", "2020"]), "2001, 2008 and 2 more");
    }
}
