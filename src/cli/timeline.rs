//! `ibid timeline`: how many documents, mentions of names and dates in texts there are over time.

use std::io::{self, Write};

use serde::Serialize;

use super::cast::found_by;
use super::collection::{Opened, behind_name, open};
use super::columns::{USUAL, fitted, pad, terminal};
use super::looking::Timeline as Arguments;
use super::row::print_object;
use super::tools::{Ending, Found, Tools};
use super::who;
use crate::app::Characters;
use crate::library::{Chart, Of, Tally, TimeRow, Timeline};
use crate::text::glyph::width;

/// Columns of what a row is called, at least.
const NAME: usize = 10;

/// Columns of a number with the gap before it.
const NUMBER: usize = 8;

/// Columns of the longest bar.
const BAR: usize = 48;

/// Periods that fit on a screen.
const FEW: usize = 60;

/// A period of a series. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Row<'a> {
    series: &'static str,
    name: Option<&'a str>,
    kind: Option<&'static str>,
    by: &'static str,
    date: Option<String>,
    placed: bool,
    documents: Option<u32>,
    mentions: Option<u32>,
}

/// Prints a timeline.
pub(super) fn timeline(
    arguments: &Arguments,
    tools: &Tools<'_>,
    out: &mut dyn Write,
) -> Result<Found, Ending> {
    // Names are found where they are asked for: without them, dates of documents are known sooner.
    let tag = arguments.dates || !arguments.names.is_empty() || arguments.of.is_some();
    let opened =
        open(&arguments.paths, tools, tag).map_err(|problem| behind_name(&arguments.paths, problem))?;
    let Some(of) = asked(arguments, &opened, tools) else { return Ok(Found::any(false)) };
    let within = match &arguments.of {
        Some(query) => Some(found_by(query, &opened, tools)?),
        None => None,
    };
    let names = opened.holdings.names();
    let timeline = Timeline::of(&names, &opened.catalogue, &of, within.as_ref(), &|| false)?;
    let timeline = timeline.unwrap_or_default();
    let chart = timeline.chart(arguments.by.unwrap_or_else(|| timeline.fitting(FEW)));
    if arguments.json {
        print_json(&timeline, &chart, out)?;
    } else {
        print_text(&timeline, &chart, tools, out)?;
    }
    Ok(Found::any(!chart.is_empty()))
}

/// What is counted; `None` where somebody isn't known, which is said.
fn asked(arguments: &Arguments, opened: &Opened, tools: &Tools<'_>) -> Option<Vec<Of>> {
    let names = opened.holdings.names();
    let known = |name: &String| who::one(name, &names, tools).map(|known| Of::Name(names.as_wanted(&known)));
    let mut of = arguments.names.iter().map(known).collect::<Option<Vec<Of>>>()?;
    if of.is_empty() {
        of.push(Of::Documents);
    }
    if arguments.dates {
        of.push(Of::Dates);
    }
    Some(of)
}

fn print_json(timeline: &Timeline, chart: &Chart, out: &mut dyn Write) -> io::Result<()> {
    for row in chart.rows() {
        for (number, series) in timeline.series.iter().enumerate() {
            let tally = chart.tally(number, row);
            if tally == Tally::default() {
                continue;
            }
            let (name, kind) = match &series.of {
                Of::Name(wanted) => ("name", Some((wanted.kind.label(), wanted.name.as_str()))),
                Of::Documents => ("documents", None),
                Of::Dates => ("dates", None),
            };
            let object = Row {
                series: name,
                name: kind.map(|(_, name)| name),
                kind: kind.map(|(kind, _)| kind),
                by: chart.unit().label(),
                date: match row {
                    TimeRow::Slot(slot) => Some(chart.unit().name(slot)),
                    TimeRow::Vague(date) => Some(date.to_string()),
                    TimeRow::Gap(_) | TimeRow::Undated => None,
                },
                placed: matches!(row, TimeRow::Slot(_)),
                documents: (series.of != Of::Dates).then_some(tally.documents),
                mentions: (series.of != Of::Documents).then_some(tally.mentions),
            };
            print_object(&object, out)?;
        }
    }
    Ok(())
}

fn print_text(timeline: &Timeline, chart: &Chart, tools: &Tools<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (paint, rows) = (tools.paint(), chart.rows());
    if rows.is_empty() {
        return Ok(());
    }
    let named = rows.iter().filter(|row| !matches!(row, TimeRow::Gap(_)));
    let first = named.map(|row| width(&chart.name(*row))).max().unwrap_or(0).max(NAME);
    let columns = terminal(tools.terminal).unwrap_or(USUAL);
    let count = timeline.series.len().max(1);
    let room = columns.saturating_sub(first) / count;
    let bar = room.saturating_sub(NUMBER + 2).min(BAR);
    let sign = match Characters::told(|name| std::env::var(name).ok()) {
        Characters::Unicode => "▇",
        Characters::Letters | Characters::Ascii => "#",
    };
    let mut head = " ".repeat(first);
    for series in &timeline.series {
        let name = fitted(series.of.label(), Some(room.saturating_sub(2).max(4)));
        head.push_str(&format!("  {name}{}", pad(&name, room.saturating_sub(2))));
    }
    writeln!(out, "{}", paint.faint(head.trim_end()))?;
    // One scale for all that count the same, so that one can be compared with another.
    let values = |series: usize| {
        let of = timeline.series.get(series).map(|series| &series.of);
        move |row: TimeRow| of.map_or(0, |of| of.measure(chart.tally(series, row)))
    };
    let greatest = |series: usize| {
        let counted = |at: usize| timeline.series.get(at).map(|series| series.of.counted());
        let same = (0..count).filter(|at| counted(*at) == counted(series));
        let slots = rows.iter().filter(|row| matches!(row, TimeRow::Slot(_)));
        same.flat_map(|at| slots.clone().map(move |row| values(at)(*row))).max().unwrap_or(0).max(1)
    };
    let most: Vec<u32> = (0..count).map(greatest).collect();
    for row in &rows {
        if let TimeRow::Gap(_) = row {
            writeln!(out, "{}", paint.faint(&format!("  {}", chart.name(*row))))?;
            continue;
        }
        let name = chart.name(*row);
        let mut line = format!("{}{}", paint.strong(&name), pad(&name, first));
        for (series, &most) in most.iter().enumerate() {
            let value = values(series)(*row);
            // Whoever is there at all has a bar; what has no place in time has none.
            let long = match row {
                TimeRow::Slot(_) => (u64::from(value) * bar as u64).div_ceil(u64::from(most)) as usize,
                _ => 0,
            };
            let drawn = sign.repeat(long.min(bar));
            line.push_str(&format!("{value:>NUMBER$}  {drawn}{}", " ".repeat(bar - long.min(bar))));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
