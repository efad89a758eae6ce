//! The table that the benchmark prints.

use std::time::Duration;

/// Figures: a row for each, a column for each size of collection.
#[derive(Default)]
pub struct Table {
    sizes: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    what: String,
    goal: String,
    figures: Vec<Option<String>>,
}

impl Table {
    /// Begins a column.
    pub fn column(&mut self, name: String) {
        println!("\n{name}");
        self.sizes.push(name);
    }

    /// Puts a figure into the last column; a row that isn't there yet is added.
    pub fn put(&mut self, what: &str, goal: &str, figure: Option<String>) {
        println!("  {what}: {}", figure.as_deref().unwrap_or("left out"));
        if !self.rows.iter().any(|row| row.what == what) {
            self.rows.push(Row { what: what.to_owned(), goal: goal.to_owned(), figures: Vec::new() });
        }
        if let Some(row) = self.rows.iter_mut().find(|row| row.what == what) {
            row.figures.resize(self.sizes.len(), None);
            if let Some(place) = row.figures.last_mut() {
                *place = figure;
            }
        }
    }

    /// Prints it as a table of Markdown.
    pub fn print(&self) {
        println!("\n| figure | {} | goal |", self.sizes.join(" | "));
        println!("|---|{}---|", "---:|".repeat(self.sizes.len()));
        for row in &self.rows {
            let figure = |at: usize| row.figures.get(at).cloned().flatten().unwrap_or_else(|| "–".to_owned());
            let figures: Vec<String> = (0..self.sizes.len()).map(figure).collect();
            println!("| {} | {} | {} |", row.what, figures.join(" | "), row.goal);
        }
    }
}

/// A time in milliseconds or seconds.
pub fn time(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 1.0 => format!("{:.1} ms", seconds * 1e3),
        seconds => format!("{seconds:.2} s"),
    }
}

/// The median and the 99th percentile of some times.
pub fn percentiles(mut times: Vec<Duration>) -> Option<String> {
    times.sort_unstable();
    let at = |part: usize| times.get(times.len().checked_sub(1)? * part / 100).copied();
    Some(format!("{}, {}", time(at(50)?), time(at(99)?)))
}
