//! The date of a document that doesn't state it, inferred from the dates that its text names.
//!
//! A wrong date is worse than none, so much is asked of the evidence: a date down to the day (or a month with
//! its year) in the first paragraphs, later than every other date and no earlier than any year that the text
//! names, in a text that shows itself as a report.

use super::{Found, Origin, PartialDate, dates, looks};
use crate::text::{Block, BlockKind};

/// The most bytes of a text that is a report; a longer one is a book or a paper.
const MAX_TEXT: usize = 64 << 10;

/// The most years that a report names.
const MAX_YEARS: usize = 100;

/// In how many paragraphs of prose at the beginning the date has to stand.
const PARAGRAPHS: usize = 3;

/// The most words before a year that belong to its date, with a weekday.
const WORDS: usize = 5;

/// A date in the text.
struct Named {
    date: PartialDate,
    /// The words of it.
    words: std::ops::Range<usize>,
    /// Whether a weekday is among them.
    weekday: bool,
}

/// The date that the text gives away. `is_report`: it has a byline, a dateline or a source, as news have.
pub(super) fn from_text(text: &str, blocks: &[Block], is_report: bool) -> Option<Found<PartialDate>> {
    let body = || blocks.iter().filter(|block| block.is_body() && block.kind != BlockKind::Code);
    let mut bytes = 0;
    if body().any(|block| {
        bytes += block.span.len();
        bytes > MAX_TEXT
    }) {
        return None;
    }
    let mut prose = 0;
    let mut best: Option<Named> = None;
    let (mut latest, mut last_year, mut years) = (None, 0, 0);
    for block in body() {
        prose += usize::from(looks::is_prose(text, block));
        let line = block.span.of(text);
        for at in years_in(line) {
            years += 1;
            if years > MAX_YEARS {
                return None;
            }
            let Some(year) = line.get(at..at + 4).and_then(dates::year) else { continue };
            last_year = last_year.max(year);
            let Some(mut named) = date_at(line, at) else { continue };
            let early = prose <= PARAGRAPHS;
            let first = latest < Some(named.date);
            latest = latest.max(Some(named.date));
            if first {
                let start = block.span.start as usize;
                let is_past = is_past(line, named.words.start);
                named.words = start + named.words.start..start + named.words.end;
                best = Some(named).filter(|named| early && is_past && (is_report || named.weekday));
            }
        }
    }
    let best = best.filter(|best| best.date.year() >= last_year)?;
    let words = text.get(best.words.clone())?;
    Some(Found::new(best.date, Origin::Text).quoting(words))
}

/// Where four digits stand by themselves that could be a year.
fn years_in(line: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = line.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    memchr::memchr2_iter(b'1', b'2', bytes)
        .filter(move |at| (at + 1..at + 4).all(digit) && !digit(at + 4) && (*at == 0 || !digit(at - 1)))
}

/// The date whose year stands at the byte `at`: with the words before it, or in one with what is around it.
fn date_at(line: &str, at: usize) -> Option<Named> {
    let is_space = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '“' | '”' | '"');
    let around = line[..at]
        .rfind(is_space)
        .map_or(0, |space| space + line[space..].chars().next().map_or(1, char::len_utf8));
    let end = line[at..].find(is_space).map_or(line.len(), |space| at + space);
    let trimmed = line[around..end].trim_end_matches([',', '.', ';', ':', '!', '?']);
    let numeric = trimmed.len() > 4 && trimmed.len() <= 40;
    if numeric && let Some(date) = dates::whole(trimmed).filter(|date| date.month().is_some()) {
        return Some(Named { date, words: around..around + trimmed.len(), weekday: false });
    }
    // The longest stretch of words up to the year that is a date and nothing else.
    let year_end = at + 4;
    let mut start = around;
    let mut found = None;
    for _ in 0..WORDS {
        let before = line[..start].trim_end();
        if before.len() < start.saturating_sub(3) {
            break;
        }
        start = before
            .rfind(is_space)
            .map_or(0, |space| space + before[space..].chars().next().map_or(1, char::len_utf8));
        let words = &line[start..year_end];
        if let Some(date) = dates::whole(words).filter(|date| date.month().is_some()) {
            let weekday = words.split([' ', ',']).any(|word| dates::word(word).weekday);
            let content =
                words.split(' ').next().is_some_and(|word| dates::is_part(word.trim_end_matches([',', '.'])));
            if content {
                found = Some(Named { date, words: start..year_end, weekday });
            }
        }
        if start == 0 {
            break;
        }
    }
    found
}

/// Whether the sentence up to the date at `at` says that something happened then: not that it will, nor that
/// something goes on since or until then.
fn is_past(line: &str, at: usize) -> bool {
    const NOT_THEN: &[&str] = &[
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "from",
        "to",
        "of",
        "will",
        "would",
        "scheduled",
        "due",
        "planned",
        "expected",
        "until",
        "seit",
        "bis",
        "vor",
        "nach",
        "wird",
        "werden",
        "depuis",
        "avant",
        "jusqu",
        "sera",
        "desde",
        "hasta",
        "antes",
        "od",
        "do",
        "przed",
        "с",
        "до",
        "после",
        "будет",
        "состоится",
        "з",
        "від",
        "після",
        "буде",
        "відбудеться",
        "да",
        "пасля",
        "будзе",
        "born",
        "dated",
        "signed",
        "adopted",
        "founded",
        "established",
        "ratified",
    ];
    let mut from = at.saturating_sub(160);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let before = &line[from..at];
    let sentence = before.rfind(". ").map_or(before, |stop| &before[stop + 2..]).to_lowercase();
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let near = words.iter().rev().take(3).any(|word| NOT_THEN.contains(word));
    !near && !words.contains(&"will") && !words.contains(&"would")
}
