//! What a terminal gets that can only print: each frame as lines, of which only those are told that are news.
//!
//! A dumb terminal has no cursor to send about, so the desk tells what has changed, as a person would who reads it to
//! somebody: the row that is chosen now, the lines of text that came into sight, what the last line says.

use ratatui::buffer::{Buffer, Cell};

use super::frame::Grid;

/// The sign of a chosen row, as plain mode shows it.
const CHOSEN: char = '>';

/// Knows what was told last, and writes what is news.
#[derive(Default)]
pub(super) struct Teller {
    grid: Grid,
    told: Vec<String>,
    rows: Vec<String>,
    out: Vec<u8>,
}

impl Teller {
    /// Forgets what was told: the next frame is told whole.
    pub(super) fn forget(&mut self) {
        self.told.clear();
    }

    /// Takes in what is to be told next.
    pub(super) fn take(&mut self, buffer: &Buffer) {
        self.grid.take(buffer);
        self.rows.clear();
        self.rows.extend((0..buffer.area.height).map(|row| {
            let mut row: String = self.grid.row(row).iter().map(Cell::symbol).collect();
            row.truncate(row.trim_end().len());
            row
        }));
    }

    /// The lines that are news.
    pub(super) fn frame(&mut self) -> &[u8] {
        self.out.clear();
        let last = self.rows.len().saturating_sub(1);
        for (at, row) in self.rows.iter().enumerate() {
            let is_news = match at {
                // What stands at the right of the bar changes with every step: how far, how many.
                0 => self.told.first().is_none_or(|told| title(told) != title(row)),
                _ if at == last => self.told.get(at) != Some(row),
                _ => !self.told.iter().any(|told| told == row || is_left(told, row)),
            };
            if is_news && !row.is_empty() {
                self.out.extend_from_slice(row.as_bytes());
                // In raw mode a line feed alone goes straight down.
                self.out.extend_from_slice(b"\r\n");
            }
        }
        std::mem::swap(&mut self.told, &mut self.rows);
        &self.out
    }
}

/// What stands at the left of the bar.
fn title(bar: &str) -> &str {
    let bar = bar.trim_start();
    // The name of the program stands before the title, with a gap behind it.
    let from = bar.find("  ").map_or(0, |gap| bar.len() - bar[gap..].trim_start().len());
    bar[from..].split("  ").next().unwrap_or_default()
}

/// Whether a row is one that was told as chosen and is only no longer that.
fn is_left(told: &str, row: &str) -> bool {
    told.strip_prefix(CHOSEN).is_some_and(|told| row.strip_prefix(' ') == Some(told))
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn told(teller: &mut Teller, rows: &[&str]) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, rows.len() as u16));
        for (at, row) in rows.iter().enumerate() {
            buffer.set_string(0, at as u16, row, Style::new());
        }
        teller.take(&buffer);
        String::from_utf8_lossy(teller.frame()).into_owned()
    }

    #[test]
    fn all_is_told_first_and_then_what_is_news() {
        let mut teller = Teller::default();
        let first =
            told(&mut teller, &[" ibid  articles    3 documents", "> one", "  two", "  three", " j down"]);
        assert_eq!(first, " ibid  articles    3 documents\r\n> one\r\n  two\r\n  three\r\n j down\r\n");
        let step =
            told(&mut teller, &[" ibid  articles    3 documents", "  one", "> two", "  three", " j down"]);
        assert_eq!(step, "> two\r\n");
        let scrolled =
            told(&mut teller, &[" ibid  articles    33%", "  two", "  three", "> four", " j down"]);
        assert_eq!(scrolled, "> four\r\n");
        let said = told(&mut teller, &[" ibid  articles    33%", "  two", "  three", "> four", " Saved"]);
        assert_eq!(said, " Saved\r\n");
        assert_eq!(
            told(&mut teller, &[" ibid  articles    33%", "  two", "  three", "> four", " Saved"]),
            ""
        );
        let opened = told(&mut teller, &[" ibid  Four    0%", "A text.", "", "", " Saved"]);
        assert_eq!(opened, " ibid  Four    0%\r\nA text.\r\n");
    }

    #[test]
    fn wide_letters_are_told_once() {
        assert_eq!(told(&mut Teller::default(), &["", "日本 x"]), "日本 x\r\n");
    }
}
