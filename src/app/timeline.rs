//! When: documents, mentions of names and dates in texts over time, as bars or as a table of numbers.

mod act;

use std::sync::Arc;

use ratatui::layout::Rect;

use super::{App, CastOf, Command, Cursor, Effect, Motion, Screen, SearchPane, Ticket, layout};
use crate::corpus::{Problem, Unit};
use crate::index::Facet;
use crate::index::names::Wanted;
use crate::library::{Catalogue, Chart, Of, Sought, TimeRow, Timeline};

pub(super) use act::tabbed;

/// The most series that one can tell apart on one screen.
const MOST: usize = 4;

/// Rows that the picture needs at least, and columns.
const SMALLEST: (u16, u16) = (30, 6);

/// Rows below the bars: which period the cursor is on, the time, and what there is in words.
const BELOW: u16 = 3;

/// Rows of the bars of a series at most, and on a slow line: higher ones tell nothing more.
const HIGHEST: (u16, u16) = (14, 5);

/// Rows from which there is room for two of words.
const ROOMY: u16 = 12;

/// Somebody who is to be counted too, once it is known who that is.
#[derive(Clone, Debug)]
pub enum Another {
    /// By a name that was typed; who may be meant where nobody is called so.
    Typed(String, Option<Wanted>),
    /// By a name in a document or a list.
    Wanted(Wanted),
}

/// A question for a timeline.
#[derive(Clone, Debug)]
pub struct TimelineWanted {
    /// What is counted.
    pub of: Vec<Of>,
    /// Who is counted besides.
    pub another: Option<Another>,
    /// In which documents.
    pub within: CastOf,
    /// All documents with their dates.
    pub catalogue: Catalogue,
}

/// A timeline that is shown.
#[derive(Clone, Debug, Default)]
pub struct TimelineView {
    /// What was counted.
    pub timeline: Arc<Timeline>,
    /// The same by days, months, years or longer.
    pub chart: Chart,
    /// The rows of its table.
    pub rows: Vec<TimeRow>,
    /// The cursor over these rows.
    pub list: Cursor,
    /// The period under the cursor.
    pub at: i32,
    /// The first period in sight.
    pub from: i32,
    /// The number of the series that the cursor is on.
    pub series: usize,
    /// Whether the table is shown and not the bars.
    pub table: bool,
    /// Whether an answer is still to come.
    pub waiting: bool,
    /// The search whose documents are counted: its line, and what its result is narrowed by.
    pub of_search: Option<(String, Vec<Facet>)>,
    /// The kind of period that was chosen, where one was.
    unit: Option<Unit>,
    within: Option<CastOf>,
    /// The name that was typed to compare with, until it is known who that is.
    typed: Option<String>,
    asked: Ticket,
}

impl TimelineView {
    /// What is counted.
    pub fn of(&self) -> Vec<Of> {
        self.timeline.series.iter().map(|series| series.of.clone()).collect()
    }

    /// The row of the table that the cursor is on.
    pub fn row(&self) -> Option<TimeRow> {
        self.rows.get(self.list.at).copied()
    }
}

impl App {
    /// Shows when: of the name that the person is at, of what a search found, else of the collection.
    pub(super) fn show_timeline(&mut self) {
        let mut of_search = None;
        let mut within = CastOf::All;
        let (mut of, mut another) = (vec![Of::Documents], None);
        match self.screen() {
            Screen::Reader => another = self.name_in_reader().map(Another::Wanted),
            Screen::People => another = self.name_in_people().map(Another::Wanted),
            Screen::Search if self.search.pane != SearchPane::Line && self.search.is_asking() => {
                let Some(asked) = self.search_asked() else { return self.say("Still searching") };
                // One for exactly these letters has its signs in the line.
                of_search = Some(match self.search.exact {
                    true => (self.search_line(), Vec::new()),
                    false => (self.search.prompt.text().trim().to_owned(), self.search.narrowed.clone()),
                });
                within = CastOf::Search(asked);
            }
            Screen::Entity => {
                let Some(page) = self.page() else { return };
                of = vec![Of::Name(page.as_wanted())];
            }
            Screen::Concordance => {
                if let Some(Sought::Name(wanted)) = self.concordance.sought() {
                    of = vec![Of::Name(wanted.clone())];
                }
            }
            _ => {}
        }
        if matches!(&another, Some(Another::Wanted(wanted)) if !wanted.kind.is_name()) {
            another = None;
        }
        if another.is_some() {
            of.clear();
        }
        let table = self.timeline.table;
        self.timeline = TimelineView { within: Some(within), of_search, table, ..TimelineView::default() };
        self.show(Screen::Timeline);
        self.count_over_time(of, another);
    }

    /// What the timeline is of where it is of a search, with what that is called.
    pub(super) fn searched_over_time(&self) -> Option<(CastOf, String)> {
        let (line, narrowed) = self.timeline.of_search.as_ref()?;
        let narrowed = narrowed.iter().map(|facet| format!(" [{facet}]"));
        let title = format!("search {line}{}", narrowed.collect::<String>());
        Some((self.timeline.within.clone()?, title))
    }

    /// Asks for the numbers.
    fn count_over_time(&mut self, of: Vec<Of>, another: Option<Another>) {
        let ticket = self.ticket();
        (self.timeline.asked, self.timeline.waiting) = (ticket, true);
        let within = self.timeline.within.clone().unwrap_or(CastOf::All);
        let wanted = TimelineWanted { of, another, within, catalogue: self.catalogue.clone() };
        self.effect(Effect::Timeline(ticket, Box::new(wanted)));
    }

    /// Asks for the numbers anew, since more documents are known.
    pub(super) fn refresh_timeline(&mut self) {
        if self.screen() == Screen::Timeline && !self.timeline.waiting {
            self.count_over_time(self.timeline.of(), None);
        }
    }

    /// The numbers are known.
    pub(super) fn timeline_known(&mut self, ticket: Ticket, found: Result<Arc<Timeline>, Problem>) {
        if ticket != self.timeline.asked {
            return;
        }
        self.timeline.waiting = false;
        let typed = self.timeline.typed.take();
        let timeline = match found {
            Ok(timeline) => timeline,
            Err(problem) => return self.trouble(problem),
        };
        let before = self.timeline.timeline.series.len();
        let first = before == 0;
        self.timeline.timeline = timeline;
        let count = self.timeline.timeline.series.len();
        if count > before {
            // The cursor goes to what has come.
            self.timeline.series = count.saturating_sub(1);
        }
        match typed {
            Some(typed) if count == before => self.say(format!("Nobody else here is called “{typed}”")),
            _ if count == 0 => self.say("The names of this one aren't known yet"),
            _ => {}
        }
        self.chart_by(self.timeline.unit);
        if first {
            // The newest is what people look for first.
            self.timeline.at = self.timeline.chart.range.map_or(0, |range| range.1);
            self.choose_row();
            self.keep_in_time();
        }
    }

    /// Draws the timeline by this kind of period, by what fits where there is none; the cursor stays in its time.
    fn chart_by(&mut self, unit: Option<Unit>) {
        let room = usize::from(self.plot_width());
        let view = &mut self.timeline;
        let old = view.chart.unit();
        let here = view.chart.range.and_then(|_| old.bounds(view.at)).map(|(first, _)| first);
        let unit = unit.unwrap_or_else(|| view.timeline.fitting(room));
        view.chart = view.timeline.chart(unit);
        view.rows = view.chart.rows();
        view.series = view.series.min(view.timeline.series.len().saturating_sub(1));
        if let Some(slot) = here.and_then(|date| unit.slot_from(date)) {
            view.at = slot;
            if unit < old {
                // Of a year that is parted into months the first one with something in it.
                let bars = view.chart.bars.get(view.series);
                let next = bars.and_then(|bars| bars.bars.iter().find(|(there, ..)| *there >= slot));
                view.at = next.map_or(slot, |(there, ..)| *there);
            }
        }
        self.choose_row();
        self.keep_in_time();
    }

    /// Puts the cursor of the table on the period under that of the bars.
    fn choose_row(&mut self) {
        let view = &mut self.timeline;
        let is_there = |row: &TimeRow| matches!(row, TimeRow::Slot(slot) if *slot >= view.at);
        if let Some(at) = view.rows.iter().position(is_there) {
            view.list.at = at;
        }
    }

    /// Whether numbers are shown and not bars: because somebody wants them, hears the screen, or has no room for bars.
    pub fn timeline_is_table(&self) -> bool {
        let main = self.timeline_area();
        let series = self.timeline.timeline.series.len().max(1) as u16;
        // A heading and two rows of bars for each series.
        let high = SMALLEST.1.max(3 + series * 3);
        let nowhere = self.timeline.chart.range.is_none();
        self.timeline.table || self.plain || nowhere || main.width < SMALLEST.0 || main.height < high
    }

    /// Where the bars or the numbers stand.
    pub fn timeline_area(&self) -> Rect {
        layout::library(self.size, false).main
    }

    /// Columns of the bars.
    pub fn plot_width(&self) -> u16 {
        self.timeline_area().width.saturating_sub(2)
    }

    /// Columns of a bar with the gap behind it.
    pub fn bar_step(&self) -> u16 {
        let count = self.timeline.chart.len().max(1);
        (usize::from(self.plot_width()) / count).clamp(1, 9) as u16
    }

    /// Rows of the bars of a series, with their heading.
    pub fn panel_height(&self) -> u16 {
        let count = self.timeline.timeline.series.len().max(1) as u16;
        let highest = if self.is_sparing { HIGHEST.1 } else { HIGHEST.0 };
        let height = self.timeline_area().height;
        (height.saturating_sub(BELOW + self.rows_of_words()) / count).min(highest + 1)
    }

    /// Rows of words below the bars, besides the first.
    pub fn rows_of_words(&self) -> u16 {
        u16::from(self.timeline_area().height >= ROOMY)
    }

    /// Puts the cursor on a period of a series.
    pub(super) fn choose_period(&mut self, slot: i32, series: usize) {
        (self.timeline.at, self.timeline.series) = (slot, series);
        self.choose_row();
        self.keep_in_time();
    }

    /// How many periods are in sight.
    pub fn periods_in_sight(&self) -> usize {
        usize::from(self.plot_width() / self.bar_step()).max(1)
    }

    /// Rows of the table in sight, below its head.
    fn table_height(&self) -> usize {
        usize::from(self.timeline_area().height).saturating_sub(2)
    }

    /// Keeps the cursors on something and in sight.
    pub(super) fn keep_in_time(&mut self) {
        let (sight, height) = (self.periods_in_sight() as i32, self.table_height());
        let view = &mut self.timeline;
        view.list.keep(view.rows.len(), height);
        let Some((first, last)) = view.chart.range else { return };
        view.at = view.at.clamp(first, last);
        let lowest = view.at.saturating_sub(sight - 1);
        view.from = view.from.clamp(lowest.min(view.at), view.at);
        view.from = view.from.clamp(first, last.saturating_sub(sight - 1).max(first));
    }

    /// Moves over the table, over gaps, or over the bars.
    pub(super) fn move_in_timeline(&mut self, motion: Motion) {
        if self.timeline_is_table() {
            let (height, before) = (self.table_height(), self.timeline.list.at);
            let view = &mut self.timeline;
            view.list.go(motion, view.rows.len(), height);
            if let Some(TimeRow::Gap(_)) = view.row() {
                let up = view.list.at < before;
                view.list.go(Motion::Lines(if up { -1 } else { 1 }), view.rows.len(), height);
            }
            if let Some(TimeRow::Slot(slot)) = view.row() {
                view.at = slot;
            }
            return self.keep_in_time();
        }
        let several = self.timeline.timeline.series.len() > 1;
        let Some((first, last)) = self.timeline.chart.range else { return };
        let (sight, view) = (self.periods_in_sight(), &mut self.timeline);
        match motion {
            Motion::Lines(by) if several => {
                let last = view.timeline.series.len() - 1;
                view.series = view.series.saturating_add_signed(by).min(last);
            }
            Motion::Top => view.at = first,
            Motion::Bottom => view.at = last,
            Motion::Line(number) => {
                let by = i32::try_from(number.saturating_sub(1)).unwrap_or(i32::MAX);
                view.at = first.saturating_add(by).min(last);
            }
            _ => {
                let by = motion.lines(sight).unwrap_or(0);
                let by = i32::try_from(by).unwrap_or(if by < 0 { i32::MIN } else { i32::MAX });
                view.at = view.at.saturating_add(by).clamp(first, last);
            }
        }
        self.choose_row();
        self.keep_in_time();
    }

    /// Shows two names over one another.
    pub(super) fn compare_over_time(&mut self, pair: [Wanted; 2]) {
        let table = self.timeline.table;
        self.timeline = TimelineView { within: Some(CastOf::All), table, ..TimelineView::default() };
        self.show(Screen::Timeline);
        let mut of: Vec<Of> = pair.into_iter().map(Of::Name).collect();
        of.dedup();
        self.count_over_time(of, None);
    }

    /// Asks for a name to compare with.
    fn ask_compare(&mut self) {
        let count = self.timeline.timeline.series.len();
        if count >= MOST {
            return self.say(format!(
                "More than {MOST} can't be told apart; {} takes the last one away",
                self.key_for(Command::Widen)
            ));
        }
        self.ask_name(None);
    }

    /// A name was typed to compare with, or chosen; nobody means all documents.
    pub(super) fn compare_with(&mut self, typed: &str, another: Option<Another>) {
        let mut of = self.timeline.of();
        match another {
            None if of.contains(&Of::Documents) => return self.say("All documents are there already"),
            None => of.push(Of::Documents),
            Some(_) => {}
        }
        self.timeline.typed = another.is_some().then(|| typed.to_owned());
        self.count_over_time(of, another);
    }
}
