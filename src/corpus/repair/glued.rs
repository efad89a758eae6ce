//! Words that were run into one: `6thForum`, `RIA-NovostiMedvedev`, `summit.The`.
//!
//! Names are written with capitals inside them too, and so are programs; so what the document itself says
//! decides: both parts have to be words that it knows, and the whole one that it doesn't.

mod names;
mod place;

use std::collections::HashMap;

use super::edits::Edit;
use super::english::begins_sentence;
use super::scan::{Part, scan};
use super::words::Words;
use crate::corpus::RepairKind;
use crate::text::Block;
use place::{Seam, is_prose, judge};

/// The most bytes of a token, which is what stands between two spaces. A longer one is no word.
const TOKEN: usize = 120;

/// The edits that mend the damaged blocks, at most `most`.
pub(super) fn find(text: &str, damaged: &[Block], blocks: &[Block], most: usize) -> Vec<Edit> {
    let found = scan(text, damaged, most, block);
    if found.is_empty() {
        return Vec::new();
    }
    let knowledge = Knowledge::new(text, blocks, &found);
    let sure = found.into_iter().filter(|found| knowledge.is_sure(&found.seam));
    sure.map(|found| Edit::new(found.at, found.at, " ", RepairKind::Glued)).collect()
}

/// A place where two words seem to be run into one.
struct Found<'a> {
    /// Where the space is missing, in bytes of the reading text.
    at: usize,
    seam: Seam<'a>,
}

fn block<'a>(part: Part<'a>, found: &mut Vec<Found<'a>>) {
    for (start, token) in tokens(part.text).filter(|(_, token)| token.len() <= TOKEN) {
        let mut prose = None;
        let mut before = ' ';
        for (at, c) in token.char_indices() {
            let seam = is_seam(before, c, &token[at + c.len_utf8()..]);
            before = c;
            if seam
                && *prose.get_or_insert_with(|| is_prose(token))
                && let Some(seam) = judge(token, at)
            {
                found.push(Found { at: part.start + start + at, seam });
            }
        }
    }
}

/// What stands between white space, with where it begins.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?.trim_start();
        let start = text.len() - rest.len();
        let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
        at = start + len;
        (len > 0).then(|| (start, &rest[..len]))
    })
}

/// Whether a space could be missing between the two characters.
fn is_seam(left: char, right: char, behind: &str) -> bool {
    match left {
        ',' => right.is_alphabetic(),
        '.' | '!' | '?' | ')' | ']' | '”' => right.is_uppercase(),
        _ if left.is_lowercase() => right.is_uppercase(),
        // As in `TASSMedvedev`.
        _ => left.is_uppercase() && right.is_uppercase() && behind.starts_with(char::is_lowercase),
    }
}

/// What the document says of the words beside the seams.
struct Knowledge<'a> {
    words: Words<'a>,
    /// How often each word stands beside a full stop that seems to be glued, which counts for none.
    beside: HashMap<&'a str, u32>,
    /// Whether capitals inside words are the manner of the text, as in a program.
    humps: bool,
    /// The same of full stops inside words.
    stops: bool,
    /// The same of commas without a space, as in a table.
    commas: bool,
}

impl<'a> Knowledge<'a> {
    fn new(text: &'a str, blocks: &[Block], found: &[Found<'a>]) -> Self {
        let (mut humps, mut stops, mut commas) = (0, 0, 0);
        let mut beside = HashMap::new();
        for found in found {
            match found.seam {
                Seam::Hump { .. } | Seam::Styled => humps += 1,
                Seam::Stop { left, right } => {
                    stops += 1;
                    *beside.entry(left).or_insert(0) += 1;
                    *beside.entry(right).or_insert(0) += 1;
                }
                Seam::Comma => commas += 1,
                Seam::Sure => {}
            }
        }
        let asked = found.iter().flat_map(|found| found.seam.asked());
        let words = Words::count(text, blocks, asked.filter(|word| !word.is_empty()));
        let length: usize = blocks.iter().map(|block| block.span.len()).sum();
        // One in some fifty words; a few are allowed in any text.
        let often = |count: usize| count > 5 && count * 300 > length;
        let spaced =
            if commas > 1 { memchr::memmem::find_iter(text.as_bytes(), ", ").count() } else { commas };
        Self { words, beside, humps: often(humps), stops: often(stops), commas: commas > spaced / 4 + 1 }
    }

    fn is_sure(&self, seam: &Seam<'_>) -> bool {
        let known = |word: &str| self.words.of(word) > self.beside.get(word).copied().unwrap_or(0);
        match seam {
            Seam::Sure => true,
            Seam::Styled => false,
            Seam::Hump { left, right, whole, credited } => {
                !self.humps
                    && self.words.of(whole) == 1
                    && (*credited || known(left))
                    && (known(right) || begins_sentence(right))
            }
            Seam::Stop { left, right } => !self.stops && known(left) && known(right),
            Seam::Comma => !self.commas,
        }
    }
}

#[cfg(test)]
#[path = "glued_tests.rs"]
mod tests;
