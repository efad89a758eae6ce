//! An anchor made ready for the search: its plain letters, and where in a text they fit.

use std::ops::Range;

use super::Anchor;
use super::align::{AGREES, align, best_score, extend};
use super::seeds::{floor, stretches};
use crate::note::folded::{occurrences, plain};

/// Characters of a quotation that are compared one by one. Of a longer one both ends are.
const ENDS: usize = 128;

/// Stretches of text that are looked at for changed words, and again as many for the very words.
pub(super) const STRETCHES: usize = 12;

/// How many samples of a long quotation are compared, and the bytes of each.
const SAMPLES: usize = 64;
const SAMPLE: usize = 16;

/// How many characters beside a place are compared with the context there.
const BESIDE: usize = 48;

/// How many places of the very words are looked at.
pub(super) const PLACES: usize = 1000;

/// A quotation with its context.
pub(super) struct Sought {
    /// As they were written.
    pub(super) whole: String,
    exact_in_whole: Range<usize>,
    /// Their plain letters.
    pub(super) folded: String,
    pub(super) exact_in_folded: Range<usize>,
    chars: Vec<char>,
    exact_in_chars: Range<usize>,
}

/// Where it is looked for.
#[derive(Clone, Copy)]
pub(super) enum Haystack<'a> {
    /// A text as it is.
    Raw(&'a str),
    /// The plain letters of one.
    Plain(&'a str),
}

/// How a place fits, in scores of [`align`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// The place in the text that was searched, in bytes.
    pub(super) place: Range<usize>,
    pub(super) before: i32,
    pub(super) exact: i32,
    pub(super) after: i32,
}

impl Fit {
    pub(super) fn total(&self) -> i32 {
        self.before + self.exact + self.after
    }
}

impl Sought {
    /// All of an anchor. Of one that isn't ours, too much quotation or context is cut as in [`Anchor::new`].
    pub(super) fn of(anchor: &Anchor) -> Self {
        let exact = anchor.exact.get(..floor(&anchor.exact, Anchor::LONGEST)).unwrap_or("");
        Self::new(&anchor.prefix, exact, &anchor.suffix)
    }

    fn new(before: &str, exact: &str, after: &str) -> Self {
        let before = last_chars(before, Anchor::CONTEXT);
        // White space that both share belongs to the quotation.
        let before = if exact.starts_with(char::is_whitespace) { before.trim_end() } else { before };
        let whole = [before, exact, first_chars(after, Anchor::CONTEXT)].concat();
        let exact_in_whole = before.len()..before.len() + exact.len();
        let (mut folded, mut chars) = (String::with_capacity(whole.len()), Vec::new());
        let mut in_chars = [None, None];
        let mut in_folded = [None, None];
        for (at, c) in plain(&whole) {
            let bounds = [exact_in_whole.start, exact_in_whole.end];
            for ((bound, in_chars), in_folded) in bounds.iter().zip(&mut in_chars).zip(&mut in_folded) {
                if at >= *bound && in_chars.is_none() {
                    (*in_chars, *in_folded) = (Some(chars.len()), Some(folded.len()));
                }
            }
            folded.push(c);
            chars.push(c);
        }
        let range =
            |[start, end]: [Option<usize>; 2], length: usize| start.unwrap_or(length)..end.unwrap_or(length);
        let exact_in_chars = range(in_chars, chars.len());
        let exact_in_folded = range(in_folded, folded.len());
        Self { whole, exact_in_whole, folded, exact_in_folded, chars, exact_in_chars }
    }

    /// The first and the last part of a quotation that is too long to be compared one character by one,
    /// each with its context.
    pub(super) fn ends(&self) -> Option<[Self; 2]> {
        if self.exact_in_chars.len() <= 2 * ENDS {
            return None;
        }
        let exact = self.whole.get(self.exact_in_whole.clone())?;
        let (before, rest) = self.whole.split_at(self.exact_in_whole.start);
        let (_, after) = rest.split_at(exact.len());
        let first = first_chars(exact, ENDS);
        let last = last_chars(exact, ENDS);
        let behind_first = exact.get(first.len()..)?;
        let before_last = exact.get(..exact.len() - last.len())?;
        Some([Self::new(before, first, behind_first), Self::new(before_last, last, after)])
    }

    /// The plain letters of the quotation.
    pub(super) fn exact(&self) -> &str {
        self.folded.get(self.exact_in_folded.clone()).unwrap_or("")
    }

    /// How many characters the quotation has.
    pub(super) fn length(&self) -> usize {
        self.exact_in_chars.len()
    }

    /// The score of a place that has all of it, unchanged.
    pub(super) fn full(&self) -> i32 {
        AGREES * self.chars.len() as i32
    }

    /// Where in [`Sought::whole`] the quotation begins.
    pub(super) fn exact_start(&self) -> usize {
        self.exact_in_whole.start
    }

    /// Whether most of a long quotation stands at a place of a folded text, by samples of it, each of which may
    /// have moved by a quarter of the length.
    pub(super) fn is_between(&self, text: &str, place: Range<usize>) -> bool {
        let (exact, there) = (self.exact(), text.get(place).unwrap_or(""));
        if there.len() < exact.len() / 2 || there.len() > exact.len() * 2 {
            return false;
        }
        let part = |text: &str, share: usize| floor(text, text.len() * share / SAMPLES);
        let stands = |sample: &usize| {
            let at = part(exact, *sample);
            let piece = exact.get(at..floor(exact, at + SAMPLE)).unwrap_or("");
            let from = part(there, sample.saturating_sub(SAMPLES / 4));
            let area = there.get(from..part(there, sample + SAMPLES / 4)).unwrap_or("");
            !occurrences(area, piece, 1).is_empty()
        };
        2 * (0..SAMPLES).filter(stands).count() > SAMPLES
    }

    /// How much of the quotation a text has that begins and ends with it, in per cent of its score.
    pub(super) fn share_of(&self, text: &str) -> i32 {
        let text: Vec<char> = plain(text).map(|(_, c)| c).take(8 * ENDS).collect();
        let score = align(&self.chars, self.exact_in_chars.clone(), &text).map_or(0, |found| found.exact);
        100 * score / (AGREES * self.chars.len() as i32).max(1)
    }

    /// How much of the quotation a place has, in per cent; below nothing if it has hardly any.
    pub(super) fn quality(&self, fit: &Fit) -> i32 {
        match self.exact_in_chars.len() as i32 {
            0 => 100 * fit.total() / self.full().max(1),
            length => 100 * fit.exact / (AGREES * length),
        }
    }

    /// How many Latin letters a character of it is worth: an ideograph tells as much as a short word.
    pub(super) fn weight(&self) -> i32 {
        let ideographs = self.chars.iter().filter(|c| **c >= '\u{2e80}').count();
        if 2 * ideographs > self.chars.len() { 3 } else { 1 }
    }

    /// The places where at least `quality` per cent of it stand, the best first, none overlapping another; and
    /// whether there may be more of the very words than were looked at.
    pub(super) fn fits(&self, haystack: Haystack<'_>, quality: i32) -> (Vec<Fit>, bool) {
        let (text, whole, exact) = match haystack {
            Haystack::Raw(text) => (text, &self.whole, self.exact_in_whole.clone()),
            Haystack::Plain(text) => (text, &self.folded, self.exact_in_folded.clone()),
        };
        let needle = whole.get(exact.clone()).unwrap_or("");
        let verbatim = occurrences(text, needle, PLACES);
        let crowded = verbatim.len() == PLACES;
        let length = needle.len();
        let mut fits: Vec<Fit> = most_like(text, whole, &exact, verbatim)
            .into_iter()
            .map(|at| self.with_context(haystack, at..at + length, AGREES * self.length() as i32))
            .collect();
        fits.extend(
            stretches(text, whole, &exact, STRETCHES)
                .into_iter()
                .filter_map(|stretch| self.fit(haystack, stretch, quality)),
        );
        fits.retain(|fit| self.quality(fit) >= quality);
        fits.sort_by_key(|fit| (-fit.total(), fit.place.start));
        let mut apart: Vec<Fit> = Vec::new();
        for fit in fits {
            let shared = |other: &Fit| {
                fit.place == other.place
                    || fit.place.start < other.place.end && other.place.start < fit.place.end
            };
            if !apart.iter().any(shared) {
                apart.push(fit);
            }
        }
        (apart, crowded)
    }

    /// The best fit within a stretch of the text. Where that is one of the context alone, it is the best one of the
    /// quotation with the context that stands around it there.
    fn fit(&self, haystack: Haystack<'_>, stretch: Range<usize>, quality: i32) -> Option<Fit> {
        let signs: Vec<(usize, char)> = haystack.signs(stretch.clone()).collect();
        let chars: Vec<char> = signs.iter().map(|sign| sign.1).collect();
        let byte = |index: usize| signs.get(index).map_or(stretch.end, |sign| stretch.start + sign.0);
        let exact = self.chars.get(self.exact_in_chars.clone())?;
        if 100 * best_score(exact, &chars) < quality * AGREES * exact.len() as i32 {
            return None;
        }
        let found = align(&self.chars, self.exact_in_chars.clone(), &chars)?;
        let place = byte(found.start)..byte(found.end);
        let fit = Fit { place, before: found.before, exact: found.exact, after: found.after };
        if self.quality(&fit) >= quality || self.exact_in_chars.is_empty() {
            return Some(fit);
        }
        let found = align(exact, 0..exact.len(), &chars)?;
        Some(self.with_context(haystack, byte(found.start)..byte(found.end), found.exact))
    }

    /// The fit of a place where the quotation has this score, with the context right beside it.
    fn with_context(&self, haystack: Haystack<'_>, place: Range<usize>, exact: i32) -> Fit {
        let (text, room) = (haystack.text(), BESIDE * 4);
        let left = floor(text, place.start.saturating_sub(room))..place.start;
        let right = place.end..floor(text, place.end + room);
        let mut left: Vec<char> = haystack.signs(left).map(|sign| sign.1).collect();
        left.reverse();
        left.truncate(BESIDE);
        let right: Vec<char> = haystack.signs(right).map(|sign| sign.1).take(BESIDE).collect();
        let mut before: Vec<char> = self.chars.iter().take(self.exact_in_chars.start).copied().collect();
        before.reverse();
        let after = self.chars.get(self.exact_in_chars.end..).unwrap_or_default();
        Fit { place, before: extend(&before, &left), exact, after: extend(after, &right) }
    }
}

impl<'a> Haystack<'a> {
    fn text(self) -> &'a str {
        match self {
            Self::Raw(text) | Self::Plain(text) => text,
        }
    }

    /// The plain letters of a part of it, each with its place in that part.
    fn signs(self, part: Range<usize>) -> Box<dyn Iterator<Item = (usize, char)> + 'a> {
        let part = self.text().get(part).unwrap_or("");
        match self {
            Self::Raw(_) => Box::new(plain(part)),
            Self::Plain(_) => Box::new(part.char_indices()),
        }
    }
}

/// Of the places of the very words those around which most of the context stands.
fn most_like(text: &str, whole: &str, exact: &Range<usize>, places: Vec<usize>) -> Vec<usize> {
    let before = whole.as_bytes().get(..exact.start).unwrap_or_default();
    let after = whole.as_bytes().get(exact.end..).unwrap_or_default();
    let agreement = |at: usize| {
        let left = text.as_bytes().get(..at).unwrap_or_default().iter().rev().zip(before.iter().rev());
        let right = text.as_bytes().get(at + exact.len()..).unwrap_or_default().iter().zip(after);
        left.take_while(|(a, b)| a == b).count() + right.take_while(|(a, b)| a == b).count()
    };
    let mut places: Vec<(usize, usize)> = places.into_iter().map(|at| (agreement(at), at)).collect();
    places.sort_unstable_by_key(|place| (std::cmp::Reverse(place.0), place.1));
    places.into_iter().take(STRETCHES).map(|(_, at)| at).collect()
}

/// The first `count` characters, or all.
pub(super) fn first_chars(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or("")
}

/// The last `count` characters, or all.
pub(super) fn last_chars(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or("")
}
