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
        let (first, foot) =
            (self.rows.first(), self.rows.get(last).filter(|row| last > 0 && !row.is_empty()));
        let is_new_bar = self.told.first().map(|told| title(told)) != first.map(|row| title(row));
        let mut news: Vec<&str> =
            first.filter(|row| is_new_bar && !row.is_empty()).map(String::as_str).into_iter().collect();
        let of_body = |rows: &[String]| rows.get(1..last).unwrap_or_default().len();
        let told = if self.told.len() == self.rows.len() { of_body(&self.told) } else { 0 };
        let body = self.rows.get(1..last).unwrap_or_default();
        news.extend(news_of(self.told.get(1..1 + told).unwrap_or_default(), body));
        // Where nothing else tells that a key was heard, as among lines that are all the same, how far one is does.
        if news.is_empty() && self.told.first() != first {
            news.extend(first.filter(|row| !row.is_empty()).map(String::as_str));
        }
        news.extend(foot.filter(|foot| self.told.get(last) != Some(foot)).map(String::as_str));
        for row in news {
            self.out.extend_from_slice(row.as_bytes());
            // In raw mode a line feed alone goes straight down.
            self.out.extend_from_slice(b"\r\n");
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

/// The rows between the bar and the foot that are news, with one empty row for the gap between two of them.
///
/// A row is none that was told before and still stands between the same ones: the longest sequence of rows that both
/// frames have. What is in it and is chosen now, though it wasn't, is news all the same. Where less than half of the
/// rows are in it the two frames have nothing to do with one another, and what they share they share by chance, as the
/// pages of a song share its refrain.
fn news_of<'a>(told: &[String], rows: &'a [String]) -> Vec<&'a str> {
    let old = shared(told, rows);
    let known = old.iter().flatten().count();
    let is_another = known * 2 < rows.iter().filter(|row| !row.is_empty()).count();
    let is_news = |at: usize, row: &str| match old.get(at).copied().flatten().filter(|_| !is_another) {
        Some(before) => {
            row.starts_with(CHOSEN) && !told.get(before).is_some_and(|row| row.starts_with(CHOSEN))
        }
        None => !row.is_empty(),
    };
    let (mut news, mut behind) = (Vec::new(), None);
    for (at, row) in rows.iter().enumerate().filter(|(at, row)| is_news(*at, row)) {
        // Only a gap parts this row from the news before it.
        let gap = behind.and_then(|behind| rows.get(behind..at)).unwrap_or_default();
        if !gap.is_empty() && gap.iter().all(String::is_empty) {
            news.push("");
        }
        news.push(row.as_str());
        behind = Some(at + 1);
    }
    // The text went up by a row, and the one that came in is empty.
    let went_up = || {
        let mut pairs = old.iter().enumerate().filter_map(|(at, before)| Some((at, (*before)?)));
        !is_another && pairs.next_back().is_some_and(|(at, before)| before > at)
    };
    if news.is_empty() && rows.last().is_some_and(String::is_empty) && went_up() {
        news.push("");
    }
    news
}

/// For each row the one of those told before that it is, in the longest sequence that both have; whether it is chosen
/// doesn't matter, and empty rows are none.
fn shared(told: &[String], rows: &[String]) -> Vec<Option<usize>> {
    let is_same = |one: &str, other: &str| {
        let plain = |row: &str| row.strip_prefix(CHOSEN).map(str::to_owned);
        !one.is_empty()
            && (one == other
                || match (plain(one), plain(other)) {
                    (Some(one), Some(other)) => one == other,
                    (Some(one), None) => other.strip_prefix(' ') == Some(&*one),
                    (None, Some(other)) => one.strip_prefix(' ') == Some(&*other),
                    (None, None) => false,
                })
    };
    // The lengths of the longest sequences of what follows each two rows.
    let across = rows.len() + 1;
    let mut lengths = vec![0_u16; (told.len() + 1) * across];
    let length =
        |lengths: &[u16], old: usize, new: usize| lengths.get(old * across + new).copied().unwrap_or(0);
    for (old, one) in told.iter().enumerate().rev() {
        for (new, other) in rows.iter().enumerate().rev() {
            let best = if is_same(one, other) {
                length(&lengths, old + 1, new + 1) + 1
            } else {
                length(&lengths, old + 1, new).max(length(&lengths, old, new + 1))
            };
            if let Some(place) = lengths.get_mut(old * across + new) {
                *place = best;
            }
        }
    }
    let mut pairs = vec![None; rows.len()];
    let (mut old, mut new) = (0, 0);
    while let (Some(one), Some(other)) = (told.get(old), rows.get(new)) {
        if is_same(one, other) {
            if let Some(pair) = pairs.get_mut(new) {
                *pair = Some(old);
            }
            (old, new) = (old + 1, new + 1);
        } else if length(&lengths, old + 1, new) >= length(&lengths, old, new + 1) {
            old += 1;
        } else {
            new += 1;
        }
    }
    pairs
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
    fn rows_that_are_alike_and_gaps_are_told() {
        let mut teller = Teller::default();
        told(&mut teller, &[" ibid  a    1 of 3", "> x", "  x", "  x", "", " j down"]);
        let step = told(&mut teller, &[" ibid  a    2 of 3", "  x", "> x", "  x", "", " j down"]);
        assert_eq!(step, "> x\r\n");
        // The row that is chosen stays where it is, and all rows are the same.
        let scrolled = told(&mut teller, &[" ibid  a    3 of 3", "  x", "> x", "  x", "", " j down"]);
        assert_eq!(scrolled, " ibid  a    3 of 3\r\n");
        let song = told(&mut teller, &[" ibid  Song    0%", "One.", "Refrain.", "", "Two.", " j down"]);
        assert_eq!(song, " ibid  Song    0%\r\nOne.\r\nRefrain.\r\n\r\nTwo.\r\n");
        let line = told(&mut teller, &[" ibid  Song    10%", "Refrain.", "", "Two.", "Refrain.", " j down"]);
        assert_eq!(line, "Refrain.\r\n");
        let gap = told(&mut teller, &[" ibid  Song    20%", "", "Two.", "Refrain.", "", " j down"]);
        assert_eq!(gap, "\r\n");
        let page = told(&mut teller, &[" ibid  Song    50%", "Three.", "Refrain.", "", "Four.", " j down"]);
        assert_eq!(page, "Three.\r\nRefrain.\r\n\r\nFour.\r\n");
    }

    #[test]
    fn wide_letters_are_told_once() {
        assert_eq!(told(&mut Teller::default(), &["", "日本 x"]), "日本 x\r\n");
    }
}
