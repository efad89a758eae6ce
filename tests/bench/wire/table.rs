//! The table that the benchmark prints.

use std::time::Duration;

use super::terminal::Cost;

/// A figure is a number of these.
#[derive(Clone, Copy)]
pub enum Unit {
    /// Bytes on the wire.
    Bytes,
    /// Milliseconds.
    Time,
    /// Mebibytes of memory.
    Memory,
    /// How often.
    Times,
}

/// What ibid may take: so much, or so many times what another program takes.
#[derive(Clone, Copy)]
pub enum Goal {
    /// None is set.
    None,
    /// A number.
    Most(f64),
    /// A factor, and the program.
    Of(f64, &'static str),
}

struct Row {
    what: &'static str,
    unit: Unit,
    goal: Goal,
    figures: Vec<(&'static str, f64)>,
}

/// Figures: a row for each, a column for each program.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Begins a row.
    pub fn row(&mut self, what: &'static str, unit: Unit, goal: Goal) {
        self.rows.push(Row { what, unit, goal, figures: Vec::new() });
    }

    /// Puts a program's figure into the row of that name.
    pub fn put(&mut self, what: &str, program: &'static str, figure: Option<f64>) {
        let row = self.rows.iter_mut().find(|row| row.what == what);
        if let (Some(row), Some(figure)) = (row, figure) {
            row.figures.push((program, figure));
        }
    }

    /// Prints it as a table of Markdown.
    pub fn print(&self) {
        let mut programs: Vec<&str> = Vec::new();
        for (program, _) in self.rows.iter().flat_map(|row| &row.figures) {
            if !programs.contains(program) {
                programs.push(program);
            }
        }
        println!("\n| 80x24 | {} | goal | ibid ÷ goal |", programs.join(" | "));
        println!("|---|{}---:|---:|", "---:|".repeat(programs.len()));
        for row in self.rows.iter().filter(|row| !row.figures.is_empty()) {
            let figure =
                |program: &str| row.figures.iter().find(|(own, _)| *own == program).map(|(_, it)| *it);
            let shown = |it: Option<f64>| it.map_or_else(|| "–".to_owned(), |it| row.unit.show(it));
            let figures: Vec<String> = programs.iter().map(|program| shown(figure(program))).collect();
            let goal = match row.goal {
                Goal::None => None,
                Goal::Most(most) => Some(most),
                Goal::Of(factor, program) => figure(program).map(|figure| factor * figure),
            };
            let part = match (figure("ibid"), goal) {
                (Some(own), Some(goal)) if goal > 0.0 => format!("{:.2}", own / goal),
                (Some(own), Some(_)) => (if own > 0.0 { "missed" } else { "met" }).to_owned(),
                _ => "–".to_owned(),
            };
            println!("| {} | {} | {} | {part} |", row.what, figures.join(" | "), shown(goal));
        }
    }
}

impl Unit {
    fn show(self, figure: f64) -> String {
        match self {
            Self::Bytes | Self::Times => format!("{figure:.0}"),
            Self::Time if figure < 10.0 => format!("{figure:.2} ms"),
            Self::Time => format!("{figure:.0} ms"),
            Self::Memory => format!("{figure:.1} MiB"),
        }
    }
}

/// Milliseconds.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The times in milliseconds and the bytes of some keys, each in order.
pub struct Costs {
    times: Vec<f64>,
    bytes: Vec<f64>,
}

impl Costs {
    /// Puts them in order.
    pub fn of(costs: impl IntoIterator<Item = Cost>) -> Self {
        let (mut times, mut bytes): (Vec<f64>, Vec<f64>) =
            costs.into_iter().map(|cost| (milliseconds(cost.time), cost.bytes as f64)).unzip();
        times.sort_unstable_by(f64::total_cmp);
        bytes.sort_unstable_by(f64::total_cmp);
        Self { times, bytes }
    }

    /// The time of that percentile.
    pub fn time(&self, percent: usize) -> Option<f64> {
        at(&self.times, percent)
    }

    /// The bytes of all keys by their number.
    pub fn mean_bytes(&self) -> Option<f64> {
        (!self.bytes.is_empty()).then(|| self.bytes.iter().sum::<f64>() / self.bytes.len() as f64)
    }
}

fn at(figures: &[f64], percent: usize) -> Option<f64> {
    figures.get(figures.len().checked_sub(1)? * percent / 100).copied()
}
