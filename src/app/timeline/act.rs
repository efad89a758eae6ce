//! What the commands do on a timeline: other periods, other series, the documents of a period.

use super::TimelineView;
use crate::app::{App, Command, Copied, Motion, Prompt, Screen, SearchPane};
use crate::index::names::Wanted;
use crate::index::{Facet, FacetKind};
use crate::library::{Of, TimeRow};

impl App {
    /// The commands of a timeline; says whether `command` is one.
    pub(in crate::app) fn timeline_command(&mut self, command: Command, count: Option<u32>) -> bool {
        let times = count.unwrap_or(1) as isize;
        match command {
            Command::Right => self.step_aside(times),
            Command::Left => self.step_aside(-times),
            Command::Next | Command::Previous => self.step_over_gaps(command == Command::Previous),
            Command::Finer | Command::Coarser => self.change_period(command == Command::Finer),
            Command::Numbers => {
                self.timeline.table = !self.timeline.table;
                self.choose_row();
                self.keep_in_time();
            }
            Command::Dates => self.toggle_dates(),
            Command::Compare => self.ask_compare(),
            Command::Widen => self.drop_series(),
            Command::Open => self.open_period(),
            Command::Entity => match self.name_in_timeline() {
                Some(wanted) => self.want_entity(wanted),
                None => self.say("No name is counted in this row"),
            },
            _ => return false,
        }
        true
    }

    /// The name that the series under the cursor is of.
    pub(in crate::app) fn name_in_timeline(&self) -> Option<Wanted> {
        let series = self.timeline.timeline.series.get(self.timeline.series)?;
        match &series.of {
            Of::Name(wanted) => Some(wanted.clone()),
            Of::Documents | Of::Dates => None,
        }
    }

    /// The numbers as a table.
    pub(in crate::app) fn numbers_to_copy(&self) -> Option<Copied> {
        let TimelineView { timeline, chart, rows, .. } = &self.timeline;
        let heads = timeline.series.iter().map(|series| series.of.label().to_owned());
        let mut lines =
            vec![std::iter::once(chart.unit().label().to_owned()).chain(heads).collect::<Vec<_>>()];
        for row in rows.iter().filter(|row| !matches!(row, TimeRow::Gap(_))) {
            let values = timeline.series.iter().enumerate();
            let values = values.map(|(at, series)| series.of.measure(chart.tally(at, *row)).to_string());
            lines.push(std::iter::once(chart.name(*row)).chain(values).collect());
        }
        let text = lines.into_iter().map(|cells| tabbed(&cells)).collect::<Vec<_>>().join("\n");
        (!rows.is_empty()).then(|| Copied::new("the numbers", &text))
    }

    /// In the table to another column, among the bars to another period.
    fn step_aside(&mut self, by: isize) {
        if self.timeline_is_table() {
            let last = self.timeline.timeline.series.len().saturating_sub(1);
            self.timeline.series = self.timeline.series.saturating_add_signed(by).min(last);
            return;
        }
        let by = i32::try_from(by).unwrap_or(0);
        self.timeline.at = self.timeline.at.saturating_add(by);
        self.keep_in_time();
        self.choose_row();
    }

    /// To the next period in which the chosen series has something.
    fn step_over_gaps(&mut self, back: bool) {
        if self.timeline_is_table() {
            return self.move_in_timeline(Motion::Lines(if back { -1 } else { 1 }));
        }
        let TimelineView { chart, at, series, .. } = &self.timeline;
        let Some(bars) = chart.bars.get(*series) else { return };
        let mut slots = bars.bars.iter().map(|(slot, ..)| *slot);
        let there = if back { slots.rfind(|slot| slot < at) } else { slots.find(|slot| slot > at) };
        match there {
            Some(slot) => {
                self.timeline.at = slot;
                self.keep_in_time();
                self.choose_row();
            }
            None => {
                self.say(if back { "There is nothing before this" } else { "There is nothing behind this" })
            }
        }
    }

    fn change_period(&mut self, finer: bool) {
        let unit = self.timeline.chart.unit();
        match if finer { unit.finer() } else { unit.coarser() } {
            Some(unit) => {
                self.timeline.unit = Some(unit);
                self.chart_by(Some(unit));
                self.say(format!("By {}", unit.label()));
            }
            None => self.say(format!(
                "There is nothing {} than a {}",
                if finer { "shorter" } else { "longer" },
                unit.label()
            )),
        }
    }

    /// Counts the dates in texts too, or not any more.
    fn toggle_dates(&mut self) {
        let mut of = self.timeline.of();
        match of.iter().position(|of| *of == Of::Dates) {
            Some(_) if of.len() == 1 => of = vec![Of::Documents],
            Some(at) => drop(of.remove(at)),
            None => of.push(Of::Dates),
        }
        // Other dates may reach farther than those that the periods were chosen for.
        self.count_over_time(of, None);
    }

    /// Takes the series away that came last.
    fn drop_series(&mut self) {
        let mut of = self.timeline.of();
        if of.len() < 2 {
            return self.say("There is only one row of bars");
        }
        of.pop();
        self.count_over_time(of, None);
    }

    /// Searches for the documents of the period under the cursor, in the series under it.
    fn open_period(&mut self) {
        let view = &self.timeline;
        let row = if self.timeline_is_table() {
            view.row()
        } else {
            view.chart.range.map(|_| TimeRow::Slot(view.at))
        };
        let Some((row, of)) = row.zip(view.timeline.series.get(view.series).map(|series| series.of.clone()))
        else {
            return self.say("There is nothing here");
        };
        let field = if of == Of::Dates { "mentions" } else { "date" };
        let (asked, said) = match row {
            TimeRow::Slot(slot) => (format!("{field}:{}", view.chart.unit().asked(slot)), None),
            TimeRow::Vague(date) => {
                (format!("{field}:{date}"), Some("Those of it that are known more closely are among them"))
            }
            TimeRow::Undated if of != Of::Dates => ("-date:0001..".to_owned(), None),
            TimeRow::Undated => return self.say("These dates have no year, or go from one year to another"),
            TimeRow::Gap(_) => return,
        };
        let (mut line, mut narrowed) = self.timeline.of_search.clone().unwrap_or_default();
        line = match line.as_str() {
            "" => asked,
            line if line.contains(" OR ") => format!("({line}) {asked}"),
            line => format!("{line} {asked}"),
        };
        if let Of::Name(wanted) = of {
            narrowed.push(Facet { kind: FacetKind::of(wanted.kind), value: wanted.name });
        }
        self.search_narrowed(&line, narrowed);
        if let Some(said) = said {
            self.say(said);
        }
    }

    /// Searches for a line, with the result narrowed to begin with; back is the screen that it was asked for on.
    pub(in crate::app) fn search_narrowed(&mut self, line: &str, narrowed: Vec<Facet>) {
        self.screens.retain(|screen| *screen != Screen::Search);
        self.search.prompt = Prompt::of(line);
        (self.search.exact, self.search.narrowed) = (false, narrowed);
        self.show(Screen::Search);
        self.search.pane = SearchPane::Results;
        self.search_typed();
        self.keep_in_history();
    }
}

/// Cells on a line with bars between them: a tab would type into the shell that it is pasted into.
pub(in crate::app) fn tabbed(cells: &[String]) -> String {
    let plain = |cell: &String| cell.replace('|', "/");
    cells.iter().map(plain).collect::<Vec<_>>().join(" | ")
}
