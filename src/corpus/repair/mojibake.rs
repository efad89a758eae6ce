//! Mojibake: UTF-8 that somebody decoded as windows-1252, Latin-1 or windows-1251 and encoded again, once or
//! several times. It is found by going the way back.
//!
//! A run of characters outside ASCII is taken for it only where all of it goes back to valid UTF-8, and where
//! that can't be by accident: quotation marks behind an accented capital can be valid UTF-8 too.

use std::borrow::Cow;
use std::sync::LazyLock;

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use super::edits::Edit;
use super::scan::{Part, scan};
use crate::corpus::RepairKind;
use crate::text::{Block, Span};

/// How sure one run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// Sure by itself.
    Sure,
    /// Sure where the document has another one, of this kind or a sure one.
    Lone,
    /// Sure where the document has a sure one.
    Weak,
}

struct Found {
    edit: Edit,
    weight: Weight,
}

/// The edits that mend the damaged blocks, at most `most`.
pub(super) fn find(text: &str, damaged: &[Block], _: &[Block], most: usize) -> Vec<Edit> {
    let found = scan(text, damaged, most, block);
    let sure = found.iter().any(|found| found.weight == Weight::Sure);
    let lone = found.iter().filter(|found| found.weight == Weight::Lone).count();
    let enough = |weight| match weight {
        Weight::Sure => true,
        Weight::Lone => sure || lone > 1,
        Weight::Weak => sure,
    };
    found.into_iter().filter(|found| enough(found.weight)).map(|found| found.edit).collect()
}

/// A run that goes back to something.
struct Candidate {
    span: Span,
    text: String,
    weight: Weight,
    /// Whether it is sure whatever else stands in its block.
    in_word: bool,
}

fn block(part: Part<'_>, found: &mut Vec<Found>) {
    let mut candidates = Vec::new();
    // The kinds of characters that came through all right.
    let mut sound = 0;
    let mut quoted = false;
    for (at, run) in runs(part.text) {
        let (before, behind) =
            (part.text.get(..at).unwrap_or(""), part.text.get(at + run.len()..).unwrap_or(""));
        match judge(run, before, behind, &mut quoted) {
            Judged::Mojibake(text, weight, in_word) => {
                let start = part.start + at;
                // What stands for the byte that was lost goes with it.
                let lost =
                    if run == LOST_END && behind.starts_with('\u{fffd}') { '\u{fffd}'.len_utf8() } else { 0 };
                let span = Span::new(start, start + run.len() + lost);
                candidates.push(Candidate { span, text, weight, in_word });
            }
            Judged::Broken => {}
            Judged::Sound => sound |= kinds(run),
        }
    }
    for Candidate { span, text, weight, in_word } in candidates {
        if in_word || kinds(&text) & sound == 0 {
            let count = text.chars().count() as u32;
            let edit = Edit { span, with: Cow::Owned(text), kind: RepairKind::Mojibake, count };
            found.push(Found { edit, weight });
        }
    }
}

/// The runs of characters outside ASCII, with where they begin. A character that is seen nowhere ends a run,
/// where it isn't a part of a sequence, and so does a quotation mark that lost its end.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let (mut at, mut limit) = (0, 0);
    std::iter::from_fn(move || {
        if at >= limit {
            let (start, whole) = run(text, at)?;
            (at, limit) = (start, start + whole.len());
        }
        let (start, run) = (at, text.get(at..limit)?);
        let parsed = code_of(run).map_or(0, |code| code.sequences(run).sum());
        let rest = run.get(parsed..).unwrap_or("");
        let cut = if rest == LOST_END { Some(0) } else { rest.find(is_unseen) };
        let end = match cut.map(|cut| parsed + cut) {
            None => run.len(),
            Some(0) => run.chars().take_while(|c| is_unseen(*c)).map(char::len_utf8).sum(),
            Some(end) => end,
        };
        // A run that is nothing but a quotation mark without its end.
        let end = if end == 0 { run.len() } else { end };
        at = start + end;
        Some((start, &run[..end]))
    })
}

/// The first run of characters outside ASCII from the byte `from` on.
fn run(text: &str, from: usize) -> Option<(usize, &str)> {
    let start = from + text.as_bytes().get(from..)?.iter().position(|byte| !byte.is_ascii())?;
    let rest = text.get(start..)?;
    let len = rest.bytes().position(|byte| byte.is_ascii()).unwrap_or(rest.len());
    Some((start, &rest[..len]))
}

/// What is left of `”` where its last byte, which is no character of windows-1252, was dropped.
const LOST_END: &str = "â€";

/// Whether the character is seen nowhere, or only as a blank.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{ad}' | '\u{feff}' | '\u{fffd}' | '\u{200b}'..='\u{200f}')
}

enum Judged {
    /// It goes back to this text.
    Mojibake(String, Weight, bool),
    /// It seems to be mojibake of which something was lost.
    Broken,
    /// It is as it should be.
    Sound,
}

fn judge(run: &str, before: &str, behind: &str, quoted: &mut bool) -> Judged {
    let Some(code) = code_of(run) else { return broken(run, before, behind, quoted) };
    let parsed: usize = code.sequences(run).sum();
    if parsed < run.len() {
        return broken(run, before, behind, quoted);
    }
    let Some((text, levels)) = way_back(run) else { return Judged::Broken };
    match weigh(run, &text, levels, before, behind) {
        Some((weight, in_word)) => {
            *quoted |= text.contains('“');
            Judged::Mojibake(text, weight, in_word)
        }
        None => Judged::Sound,
    }
}

/// Of a run that doesn't go back: the byte 0x9d is no character of windows-1252, so a `”` often loses its
/// end, and an `à` the no-break space that it ends in.
fn broken(run: &str, before: &str, behind: &str, quoted: &mut bool) -> Judged {
    if run == LOST_END {
        if std::mem::take(quoted) {
            return Judged::Mojibake("”".into(), Weight::Sure, false);
        }
        return Judged::Broken;
    }
    let apart = |c: char| c.is_whitespace() || c == '\'';
    if run == "Ã" && before.chars().next_back().is_none_or(apart) && behind.starts_with(char::is_whitespace)
    {
        return Judged::Mojibake("à".into(), Weight::Weak, false);
    }
    if code_of(run).is_some() { Judged::Broken } else { Judged::Sound }
}

/// The text that `run` was before it was decoded wrongly, and how many times that was done.
fn way_back(run: &str) -> Option<(String, usize)> {
    let mut text = run.to_owned();
    let mut levels = 0;
    while let Some(code) = code_of(&text) {
        match code.decode(&text) {
            Some(before) => text = before,
            None => break,
        }
        levels += 1;
    }
    (levels > 0 && text.chars().all(is_plausible)).then_some((text, levels))
}

/// Whether the evidence of the run itself suffices, and whether it does so whatever else its block has.
fn weigh(run: &str, text: &str, levels: usize, before: &str, behind: &str) -> Option<(Weight, bool)> {
    let scripts = kinds(text) & !SIGN;
    if levels > 1 {
        return Some((Weight::Sure, false));
    }
    let mut mended = text.chars();
    let (Some(c), None) = (mended.next(), mended.next()) else {
        // Several sequences in a row, of one script.
        return (scripts.count_ones() < 2).then_some((Weight::Sure, false));
    };
    match c.len_utf8() {
        4 => return Some((Weight::Sure, false)),
        3 if matches!(c, '\u{2000}'..='\u{2bff}' | '\u{feff}' | '\u{fffd}') => {
            return Some((Weight::Sure, false));
        }
        3 => return Some((Weight::Weak, false)),
        _ => {}
    }
    let mut signs = run.chars();
    let (lead, sign) = (signs.next()?, signs.next()?);
    let before = before.chars().next_back();
    let behind = behind.chars().next();
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let small = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
    if lead == 'Â' {
        // Nothing is written with a capital in it behind a small letter, or by itself before a sign.
        return Some((if letter(before) && !small(before) { Weight::Weak } else { Weight::Lone }, false));
    }
    if scripts != LATIN {
        return Some((Weight::Weak, false));
    }
    // A dash or a quotation mark may stand behind a word in capitals.
    let loose = matches!(sign, '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '‹' | '›' | '»' | '«' | '\u{a0}');
    Some(match (letter(before), letter(behind)) {
        (true, true) if small(before) || !loose => (Weight::Sure, true),
        (true, _) if small(before) => (Weight::Sure, false),
        (_, true) if !loose => (Weight::Sure, false),
        _ => (Weight::Weak, false),
    })
}

/// An encoding with which UTF-8 was decoded by mistake: its characters for the bytes from 0x80 on.
struct Code {
    bytes: Vec<(char, u8)>,
}

static CODES: LazyLock<[Code; 2]> = LazyLock::new(|| [Code::new(WINDOWS_1252), Code::new(WINDOWS_1251)]);

/// The encoding in which the run begins with a sequence of UTF-8.
fn code_of(run: &str) -> Option<&'static Code> {
    let code = match run.chars().next()? {
        '\u{c2}'..='\u{f4}' => &CODES[0],
        // Those with which what people write begins.
        'В'..='Е' | 'Р'..='Т' | 'в' | 'р' => &CODES[1],
        _ => return None,
    };
    let starts = code.sequence(run).is_some() || run.starts_with(LOST_END);
    starts.then_some(code)
}

impl Code {
    fn new(encoding: &'static Encoding) -> Self {
        let mut bytes: Vec<(char, u8)> = (0x80..=0xff)
            .filter_map(|byte: u8| {
                let text =
                    encoding.decode_without_bom_handling_and_without_replacement(&[byte])?.into_owned();
                Some((text.chars().next()?, byte))
            })
            .collect();
        bytes.sort_unstable();
        Self { bytes }
    }

    fn byte(&self, c: char) -> Option<u8> {
        let known = self.bytes.binary_search_by_key(&c, |(c, _)| *c).ok();
        let known = known.and_then(|at| self.bytes.get(at)).map(|(_, byte)| *byte);
        // In Latin-1 the controls from 0x80 on stand for themselves.
        known.or_else(|| matches!(c, '\u{80}'..='\u{9f}').then_some(c as u8))
    }

    /// The character with which `text` begins when it is taken for wrongly decoded, and the number of bytes
    /// of `text` that it takes.
    fn sequence(&self, text: &str) -> Option<(char, usize)> {
        let mut chars = text.chars();
        let mut bytes = [self.byte(chars.next()?)?, 0, 0, 0];
        let len = match bytes[0] {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return None,
        };
        for byte in bytes.get_mut(1..len)? {
            *byte = chars.next().and_then(|c| self.byte(c)).filter(|byte| matches!(byte, 0x80..=0xbf))?;
        }
        let c = std::str::from_utf8(bytes.get(..len)?).ok()?.chars().next()?;
        Some((c, text.len() - chars.as_str().len()))
    }

    /// The lengths in bytes of the sequences with which `text` begins.
    fn sequences<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let mut rest = text;
        std::iter::from_fn(move || {
            let (_, len) = self.sequence(rest)?;
            rest = rest.get(len..)?;
            Some(len)
        })
    }

    /// All of `text` decoded.
    fn decode(&self, text: &str) -> Option<String> {
        let mut decoded = String::with_capacity(text.len());
        let mut rest = text;
        while !rest.is_empty() {
            let (c, len) = self.sequence(rest)?;
            decoded.push(c);
            rest = rest.get(len..)?;
        }
        Some(decoded)
    }
}

const SIGN: u8 = 1;
const LATIN: u8 = 2;
const GREEK: u8 = 4;
const CYRILLIC: u8 = 8;
const OTHER: u8 = 16;

/// The kinds of characters of a text, those left out that are seen nowhere.
fn kinds(text: &str) -> u8 {
    text.chars().fold(0, |kinds, c| {
        kinds
            | match c {
                '\0'..='\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{fffd}' => 0,
                '\u{d7}' | '\u{f7}' => SIGN,
                '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => LATIN,
                '\u{370}'..='\u{3ff}' => GREEK,
                '\u{400}'..='\u{52f}' => CYRILLIC,
                '\u{a1}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' => SIGN,
                _ => OTHER,
            }
    })
}

/// Whether people write with this character nowadays. What comes about by accident mostly isn't: `É”` goes
/// back to a letter of the phonetic alphabet.
fn is_plausible(c: char) -> bool {
    matches!(c,
        '\u{a0}'..='\u{17f}'
        // Romanian.
        | '\u{218}'..='\u{21b}'
        // Greek, Cyrillic, Armenian, Hebrew, Arabic.
        | '\u{386}'..='\u{3ce}'
        | '\u{400}'..='\u{45f}'
        | '\u{490}'..='\u{4e9}'
        | '\u{531}'..='\u{587}'
        | '\u{5b0}'..='\u{5f4}'
        | '\u{60c}'..='\u{6f9}'
        // The scripts of India, Thailand, Georgia; Vietnamese.
        | '\u{900}'..='\u{dff}'
        | '\u{e01}'..='\u{e5b}'
        | '\u{10a0}'..='\u{10ff}'
        | '\u{1e00}'..='\u{1eff}'
        // Punctuation, currencies, letter-like signs, arrows, mathematics, boxes and shapes.
        | '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20bf}'
        | '\u{2100}'..='\u{23ff}'
        | '\u{2500}'..='\u{27bf}'
        // Chinese, Japanese, Korean.
        | '\u{3000}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{fe0f}'
        | '\u{feff}'
        | '\u{ff01}'..='\u{ffef}'
        | '\u{fffd}'
        // Emoji.
        | '\u{1f300}'..='\u{1faff}')
}

#[cfg(test)]
#[path = "mojibake_tests.rs"]
mod tests;
