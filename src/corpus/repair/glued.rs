//! Words that were run into one: `6thForum`, `RIA-NovostiMedvedev`, `summit.The`.
//!
//! Names are written with capitals inside them too, and so are programs; so what the document itself says
//! decides: both parts have to be words that it knows, and the whole one that it doesn't.

mod names;
mod place;

use std::collections::HashMap;

use memchr::memmem;

use super::edits::Edit;
use super::english::begins_sentence;
use super::scan::{Part, scan};
use super::words::Words;
use crate::corpus::RepairKind;
use crate::text::{Block, BlockKind};
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
            let left = std::mem::replace(&mut before, c);
            let seam = is_seam(left, c, &token[at + c.len_utf8()..]);
            if !seam {
                continue;
            }
            let judged = if *prose.get_or_insert_with(|| is_prose(token)) {
                judge(token, at, start == 0)
            } else {
                // An address with capitals says nothing of a text, a name of a program does.
                (left.is_lowercase() && !token.contains(['/', '@'])).then_some(Seam::Styled)
            };
            found.extend(judged.map(|seam| Found { at: part.start + start + at, seam }));
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
    /// How often each word has a seam inside, or stands beside one with a full stop. Neither counts.
    seams: HashMap<&'a str, u32>,
    /// Whether capitals inside words are the manner of the text.
    humps: bool,
    /// The same of full stops inside words.
    stops: bool,
    /// The same of commas without a space, as in a table.
    commas: bool,
}

impl<'a> Knowledge<'a> {
    fn new(text: &'a str, blocks: &[Block], found: &[Found<'a>]) -> Self {
        let (mut humps, mut stops, mut commas) = (0, 0, 0);
        let mut seams = HashMap::new();
        for found in found {
            match found.seam {
                Seam::Hump { whole, .. } => {
                    humps += 1;
                    *seams.entry(whole).or_insert(0) += 1;
                }
                Seam::Styled => humps += 1,
                Seam::Stop { left, right } => {
                    stops += 1;
                    *seams.entry(left).or_insert(0) += 1;
                    *seams.entry(right).or_insert(0) += 1;
                }
                Seam::Comma => commas += 1,
                Seam::Sure => {}
            }
        }
        let asked = found.iter().flat_map(|found| found.seam.asked());
        let words = Words::count(text, blocks, asked.filter(|word| !word.is_empty()));
        let spaced = if commas > 1 { memmem::find_iter(text.as_bytes(), ", ").count() } else { commas };
        let technical = humps + stops > 0 && is_technical(text, blocks);
        let mut knowledge = Self {
            words,
            seams,
            humps: technical,
            stops: technical || is_often(stops, text),
            commas: commas > spaced / 4 + 1,
        };
        // Where one such word isn't damage, the next one needn't be either.
        let sure = found
            .iter()
            .filter(|found| matches!(found.seam, Seam::Hump { .. }) && knowledge.is_sure(&found.seam));
        let sure = sure.count();
        knowledge.humps |= is_often(sure, text) || (humps - sure) * 4 > sure;
        knowledge
    }

    fn is_sure(&self, seam: &Seam<'_>) -> bool {
        let in_seams = |word: &str| self.seams.get(word).copied().unwrap_or(0);
        let known = |word: &str| self.words.of(word) > in_seams(word);
        match seam {
            Seam::Sure => true,
            Seam::Styled => false,
            Seam::Hump { left, right, whole, credited } => {
                let parts = known(right) || begins_sentence(right);
                let once = in_seams(whole) == 1 && self.words.of(whole) < 2;
                parts && once && (*credited || !self.humps && known(left))
            }
            Seam::Stop { left, right } => !self.stops && known(left) && known(right),
            Seam::Comma => !self.commas,
        }
    }
}

/// Whether there is so much of one kind of damage in a text that it is rather its manner: a few are allowed in
/// any text, and one in some thousand words.
fn is_often(count: usize, text: &str) -> bool {
    count > 3 + text.len() / 6000
}

/// Whether the text is about programs or is one, by its code and by the signs that it has between its words.
fn is_technical(text: &str, blocks: &[Block]) -> bool {
    let signs = ["()", "::", "=>", "->", "</", "&&", "==", ".js", "#include", "GitHub", "API"];
    blocks.iter().any(|block| block.kind == BlockKind::Code)
        || signs.iter().any(|sign| memmem::find_iter(text.as_bytes(), sign).nth(1).is_some())
}

#[cfg(test)]
#[path = "glued_tests.rs"]
mod tests;
