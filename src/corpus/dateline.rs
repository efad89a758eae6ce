//! Datelines: the place, the agency and the date before the first sentence of a report, as in
//! `MOSCOW (Reuters) -- `, `MINSK, Sept 14 (AP) — ` and `14 сентября, Минск /Корр. БЕЛТА/. `

use super::{PartialDate, agency, dates, looks};
use crate::text::{Block, BlockKind, Span};

/// A dateline at the beginning of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Its bytes, with the dash, without the space behind it.
    pub(super) len: usize,
    /// The agency in it.
    pub(super) agency: Option<String>,
    /// Its date, where it has a year.
    pub(super) date: Option<PartialDate>,
    /// Whether its form leaves no doubt: an agency or a date. A place alone may be anything.
    sure: bool,
    /// How many names of places stand in it.
    places: usize,
}

/// The most bytes of a dateline.
const MAX: usize = 160;

/// How many paragraphs of prose are looked at, behind a caption or a summary.
const PARAGRAPHS: usize = 3;

/// How many paragraphs behind it mustn't begin in the same way, as those of a transcript or a glossary do.
const COMPARED: usize = 6;

/// The dateline of the document and the number of the paragraph that begins with it, among the `most` blocks
/// at the beginning.
pub(super) fn find(text: &str, blocks: &[Block], most: usize) -> Option<(usize, Dateline)> {
    let head = &blocks[..blocks.len().min(most)];
    let prose = |(at, block): (usize, &Block)| {
        (block.kind == BlockKind::Paragraph && looks::is_prose(text, block)).then_some(at)
    };
    let mut paragraphs = head.iter().enumerate().filter_map(prose);
    let (at, found) =
        paragraphs.by_ref().take(PARAGRAPHS).find_map(|at| Some((at, read(head[at].span.of(text))?)))?;
    let again = || blocks[at + 1..].iter().take(COMPARED).any(|block| read(block.span.of(text)).is_some());
    (found.sure || !again()).then_some((at, found))
}

/// Sets the dateline of `len` bytes of the paragraph `at` apart as a block of its own.
pub(super) fn split(text: &str, blocks: &mut Vec<Block>, at: usize, len: usize) {
    let Some(paragraph) = blocks.get_mut(at) else { return };
    let (start, end) = (paragraph.span.start as usize, paragraph.span.end as usize);
    let rest = text.get(start + len..end).unwrap_or("");
    let from = end - rest.trim_start().len();
    if from >= end {
        return;
    }
    let dateline = Block { span: Span::new(start, start + len), kind: BlockKind::Dateline, ..*paragraph };
    *paragraph = Block { span: Span::new(from, end), gap: false, ..*paragraph };
    blocks.insert(at, dateline);
}

/// The dateline at the beginning of `paragraph`.
pub(super) fn read(paragraph: &str) -> Option<Dateline> {
    let mut found = first(paragraph)?;
    // "(ANSA) - MOSCA, 14 SET - Il presidente …"
    if found.places == 0
        && let Some(more) = first(paragraph[found.len..].trim_start())
    {
        let skipped = paragraph[found.len..].len() - paragraph[found.len..].trim_start().len();
        found.len += skipped + more.len;
        found.date = more.date;
    }
    Some(found)
}

fn first(paragraph: &str) -> Option<Dateline> {
    let mut end = paragraph.len().min(MAX);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let head = &paragraph[..end];
    ends(head).into_iter().find_map(|(at, len)| {
        let mut found = parse(&head[..at], &head[at..len])?;
        found.len = len;
        let mut rest = paragraph[len..].trim_start();
        // "МОСКВА, 14 сен — РИА Новости. Президент …"
        if let Some((agency, behind)) = agency_first(rest) {
            found.agency.get_or_insert(agency);
            found.sure = true;
            rest = behind.trim_start();
            found.len = paragraph.len() - behind.len();
        }
        let begins = rest.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        (begins && rest.len() >= 20).then_some(found)
    })
}

/// The date of a line that is a place and a date, such as `Minsk, 14 September 2020`, as under a headline or
/// at the end of a letter.
pub(super) fn place_and_date(line: &str) -> Option<PartialDate> {
    if line.len() > MAX || line.contains('\n') {
        return None;
    }
    let (place, date) = line.split_once([',', '.']).filter(|(place, _)| is_place(place))?;
    let _ = place;
    let date = date.trim().trim_start_matches("den ").trim_start_matches("le ");
    dates::whole(date).filter(|date| date.day().is_some())
}

/// Where a dateline could end: the ends of what is before its dash, and behind it.
fn ends(head: &str) -> Vec<(usize, usize)> {
    let mut ends = Vec::new();
    for (at, c) in head.char_indices() {
        let (before, behind) = (&head[..at], &head[at + c.len_utf8()..]);
        let spaced = before.ends_with(char::is_whitespace) || before.ends_with(['.', ')', '/']);
        let len = match c {
            '—' | '–' if spaced || behind.starts_with(' ') => c.len_utf8(),
            '-' if behind.starts_with('-') => 1 + behind.bytes().take_while(|byte| *byte == b'-').count(),
            '-' if spaced && behind.starts_with(char::is_whitespace) => 1,
            ':' if behind.starts_with(' ') => 1,
            // "/ТАСС/. "
            '.' if before.ends_with('/') && behind.starts_with(char::is_whitespace) => 1,
            _ => continue,
        };
        ends.push((at, at + len));
        if ends.len() == 4 {
            break;
        }
    }
    ends
}

/// What `left` says, where it is a dateline that `sign` ends.
fn parse(left: &str, sign: &str) -> Option<Dateline> {
    let mut found = Dateline { len: 0, agency: None, date: None, sure: false, places: 0 };
    let mut left = left.trim().to_owned();
    for (open, close) in [('(', ')'), ('/', '/')] {
        let Some((before, rest)) = left.split_once(open) else { continue };
        let Some((inside, behind)) = rest.split_once(close) else { continue };
        let inside = inside.trim();
        // "Minsk (AP) —", but "MOSCOW (Dispatches) —" too
        found.agency = agency::in_dateline(inside);
        let named = inside.starts_with(char::is_uppercase) && inside.chars().count() <= 40;
        if found.agency.is_none() && !(named && has_capitals(before)) {
            return None;
        }
        found.sure = true;
        left = format!("{} , {}", before.trim(), behind.trim().trim_matches(['.', ',']));
        break;
    }
    let (mut dated, mut capitals) = (String::new(), false);
    for chunk in left.split([',', '.', '/']).map(str::trim).filter(|chunk| !chunk.is_empty()) {
        if is_day(chunk) {
            dated.push(' ');
            dated.push_str(chunk);
        } else if let Some(agency) = agency::known(chunk) {
            found.agency.get_or_insert(agency);
            found.sure = true;
        } else if is_place(chunk) {
            capitals |= has_capitals(chunk);
            found.places += 1;
        } else {
            return None;
        }
    }
    found.date = dates::whole(&dated).filter(|date| date.day().is_some());
    found.sure |= !dated.is_empty() && found.places > 0;
    let said = (1..=4).contains(&found.places) || found.agency.is_some();
    // A colon ends the name of a speaker, unless the rest leaves no doubt.
    let ended = sign != ":" || found.sure || capitals;
    (said && ended).then_some(found)
}

/// The agency with which `rest` begins, and what is behind it and its full stop or dash.
fn agency_first(rest: &str) -> Option<(String, &str)> {
    let end = rest.char_indices().take(40).find(|(_, c)| matches!(c, '.' | '—' | '–' | '-' | ':'))?.0;
    let (name, behind) = rest.split_at(end);
    let behind = &behind[behind.chars().next().map_or(0, char::len_utf8)..];
    Some((agency::known(name)?, behind))
}

/// Whether `chunk` is a part of a date: a month, a day with it, a weekday, a year.
fn is_day(chunk: &str) -> bool {
    chunk.chars().count() <= 40
        && chunk.split_whitespace().all(|word| dates::is_part(word.trim_end_matches('.')))
        && (chunk.contains(|c: char| c.is_ascii_digit()) || chunk.split_whitespace().count() == 1)
}

/// Words that stand before a dash or a colon and are no place.
const LABELS: &str = " abstract analysis answer background breaking chapter comment commentary conclusion \
    correction contents definition editorial example exclusive explainer fact facts figure interview \
    introduction latest live moderator no note notes opinion part photo photos picture preface press question \
    quote read recap review section sources story summary table tip update updated video warning watch yes ";

/// Whether `chunk` could be a place: one to four words with capitals, small ones between them.
fn is_place(chunk: &str) -> bool {
    const SMALL: [&str; 20] = [
        "and", "und", "et", "y", "e", "и", "та", "і", "de", "la", "le", "del", "du", "am", "an", "der", "on",
        "upon", "of", "the",
    ];
    let words: Vec<&str> = chunk.split_whitespace().take(6).collect();
    let fits = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
            && !dates::is_part(word)
            && !LABELS.contains(&format!(" {} ", word.to_lowercase()))
    };
    (1..=4).contains(&words.len())
        && words.first().is_some_and(fits)
        && words.iter().all(|word| fits(word) || SMALL.contains(word))
}

/// Whether the letters of `text` are capitals, three of them at least.
fn has_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(2).is_some() && letters.clone().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;

    const REST: &str = "The two sides met for a whole day and spoke of the price of milk.";

    #[track_caller]
    fn check(dateline: &str, agency: &str, date: &str) {
        let Some(found) = read(&format!("{dateline} {REST}")) else { panic!("no dateline: {dateline}") };
        assert_eq!(found.len, dateline.len(), "{dateline}");
        assert_eq!(found.agency.unwrap_or_default(), agency, "{dateline}");
        assert_eq!(found.date.map(|date| date.to_string()).unwrap_or_default(), date, "{dateline}");
    }

    #[test]
    fn place_agency_and_date_are_read() {
        check("MOSCOW (Dispatches) --", "", "");
        check("MINSK, Sept 14 (Reuters) -", "Reuters", "");
        check("MINSK, Sept. 14, 2020 (Reuters) -", "Reuters", "2020-09-14");
        check("Minsk, Belarus —", "", "");
        check("Minsk —", "", "");
        check("KYIV, Ukraine (AP) —", "AP", "");
        check("(Reuters) -", "Reuters", "");
        check("ST. PETERSBURG, Russia, July 18 (TASS) –", "TASS", "");
        check("WASHINGTON, D.C. —", "", "");
        check("NEW DELHI:", "", "");
        check("LONDON, Sept. 14, 2020 /PRNewswire/ --", "PR Newswire", "2020-09-14");
        check("Moskau/Minsk (dpa) -", "dpa", "");
        check("Paris, 14 sept 2020 (AFP) -", "AFP", "2020-09-14");
        check("Minsk, 14 sep (EFE).-", "EFE", "");
        check("(ANSA) - MOSCA, 14 SET -", "ANSA", "");
        check("МИНСК, 14 сентября. /ТАСС/.", "ТАСС", "");
        check("МОСКВА, 14 сен — РИА Новости.", "РИА Новости", "");
        check("14 сентября, Минск /Корр. БЕЛТА/.", "БЕЛТА", "");
        check("Минск. 14 сентября 2020. Интерфакс —", "Интерфакс", "2020-09-14");
        check("Monday, September 14, 2020, Minsk —", "", "2020-09-14");
    }

    #[test]
    fn what_only_begins_like_a_dateline_is_none() {
        for paragraph in [
            "Lukashenko — in power for 26 years — has weakened, as many say who know him.",
            "The talks — the third this year — ended without a deal, both sides said.",
            "He left: The others stayed for another day in the house by the sea.",
            "Summary — The two sides met for a whole day in the house by the sea.",
            "BREAKING: The two sides met for a whole day in the house by the sea.",
            "Moderator: What did they speak of in the house by the sea that day?",
            "On Monday (14 September) - The two sides met for a whole day again.",
            "Minsk — short.",
            "A well-known man of the north came to the house by the sea that day.",
            "1 - The two sides met for a whole day in the house by the sea and left.",
            "",
        ] {
            assert_eq!(read(paragraph), None, "{paragraph}");
        }
    }

    #[test]
    fn a_line_of_place_and_date_has_a_date() {
        let of = |line| place_and_date(line).map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(of("Minsk, 14 September 2020"), "2020-09-14");
        assert_eq!(of("Berlin, den 14. September 2020"), "2020-09-14");
        assert_eq!(of("Paris, le 14 septembre 2020"), "2020-09-14");
        assert_eq!(of("Minsk, September 2020"), "");
        assert_eq!(of("Updated, 14 September 2020"), "");
        assert_eq!(of("He left on Monday, 14 September 2020"), "");
    }
}
