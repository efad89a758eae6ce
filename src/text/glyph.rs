//! A text as glyphs: what a terminal is given for each cluster of characters, and how wide that is.
//!
//! Wrapping and drawing both go by this, so that they can't disagree.

use std::borrow::Cow;

use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Span, safe};

/// Columns that a tab takes. There are no tab stops: a tab inside running text only parts words.
const TAB: &str = "    ";

/// Combining marks shown over one character. No living script stacks more; hostile text stacks thousands.
const MARKS: usize = 4;

/// The most columns of one glyph.
const WIDEST: usize = 2;

/// Characters shown of one cluster. The longest emoji sequences of Unicode 16 have ten.
const CLUSTER: usize = 12;

/// One cluster of characters as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// Its bytes in the text.
    pub span: Span,
    /// What is sent to the terminal; safe.
    pub shown: Cow<'a, str>,
    /// Columns: 0 for what isn't shown (a soft hyphen), 4 for a tab, 3 for the longest dash, else 1 or 2.
    pub width: usize,
}

/// The glyphs of a part of a text.
pub struct Glyphs<'a> {
    text: &'a str,
    /// Where the next cluster begins in the text.
    at: usize,
    /// The clusters from a place on, with that place; nothing behind a letter of ASCII, from which nothing is carried over.
    clusters: Option<(usize, GraphemeIndices<'a>)>,
    base: usize,
    /// What is left of a cluster that is wider than two cells.
    rest: Option<(usize, &'a str)>,
}

/// The glyphs of `text[span]`, with spans that count from the beginning of `text`.
pub fn glyphs(text: &str, span: Span) -> Glyphs<'_> {
    Glyphs { text: span.of(text), at: 0, clusters: None, base: span.start as usize, rest: None }
}

impl<'a> Iterator for Glyphs<'a> {
    type Item = Glyph<'a>;

    fn next(&mut self) -> Option<Glyph<'a>> {
        let (at, cluster) = match self.rest.take() {
            Some((at, rest)) => (at, self.part(at, rest)),
            None => {
                if let Some(letter) = self.plain_letter() {
                    return Some(letter);
                }
                let (at, cluster) = self.next_cluster()?;
                let wide = !is_plain_ascii(cluster) && cluster.width() > WIDEST;
                (at, if wide { self.part(at, cluster) } else { cluster })
            }
        };
        let start = self.base + at;
        let (shown, width) = show(cluster);
        Some(Glyph { span: Span::new(start, start + cluster.len()), shown, width })
    }
}

impl<'a> Glyphs<'a> {
    /// The next cluster where it is a printable character of ASCII with another, whatever that is, or nothing behind it:
    /// between two of ASCII there always is a boundary, but within a line end (UAX #29, GB3).
    fn plain_letter(&mut self) -> Option<Glyph<'a>> {
        let bytes = self.text.as_bytes();
        let plain = bytes.get(self.at).is_some_and(|byte| matches!(byte, b' '..=b'~'));
        if !plain || bytes.get(self.at + 1).is_some_and(|byte| !byte.is_ascii()) {
            return None;
        }
        let start = self.base + self.at;
        let shown = Cow::Borrowed(self.text.get(self.at..=self.at)?);
        self.at += 1;
        self.clusters = None;
        Some(Glyph { span: Span::new(start, start + 1), shown, width: 1 })
    }

    /// The next cluster, and where it begins.
    fn next_cluster(&mut self) -> Option<(usize, &'a str)> {
        let rest = self.text.get(self.at..)?;
        let (from, clusters) = self.clusters.get_or_insert_with(|| (self.at, rest.grapheme_indices(true)));
        let (at, cluster) = clusters.next()?;
        self.at = *from + at + cluster.len();
        Some((*from + at, cluster))
    }

    /// The part of a cluster that two cells hold; what is left comes next. A terminal counts the columns of each character
    /// of a long syllable of Hindi, so that one glyph of it all would move the rest of the row.
    fn part(&mut self, at: usize, cluster: &'a str) -> &'a str {
        let mut used = 0;
        let end = cluster.char_indices().find_map(|(end, c)| {
            used += c.width().unwrap_or(0);
            (used > WIDEST && end > 0).then_some(end)
        });
        let (part, rest) = cluster.split_at(end.unwrap_or(cluster.len()));
        self.rest = (!rest.is_empty()).then_some((at + part.len(), rest));
        part
    }
}

/// How many columns `text` takes when it is shown.
pub fn width(text: &str) -> usize {
    if is_plain_ascii(text) {
        return text.len();
    }
    glyphs(text, Span::new(0, text.len())).map(|glyph| glyph.width).sum()
}

/// Whether each byte is one printable ASCII character, one column wide.
pub(super) fn is_plain_ascii(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// `text` cut to at most `columns`, with `…` for what was left out, as one safe line.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if is_plain_ascii(text) && text.len() <= columns {
        return Cow::Borrowed(text);
    }
    let mut fitted = String::new();
    let mut used = 0;
    let mut kept = 0;
    for glyph in glyphs(text, Span::new(0, text.len())) {
        used += glyph.width;
        if used > columns {
            fitted.truncate(kept);
            if columns > 0 {
                fitted.push('…');
            }
            return Cow::Owned(fitted);
        }
        fitted.push_str(&glyph.shown);
        if used < columns {
            kept = fitted.len();
        }
    }
    Cow::Owned(fitted)
}

/// What is shown for a cluster, and its width.
fn show(cluster: &str) -> (Cow<'_, str>, usize) {
    match cluster {
        "\t" => return (Cow::Borrowed(TAB), TAB.len()),
        "\n" | "\r\n" | "\r" | " " | "\u{a0}" => return (Cow::Borrowed(" "), 1),
        "\u{ad}" => return (Cow::Borrowed(""), 0),
        _ => {}
    }
    let mut chars = cluster.chars();
    let Some(first) = chars.next() else { return (Cow::Borrowed(""), 0) };
    if let Some(spelt) = spelt_out(first) {
        return (Cow::Borrowed(spelt), spelt.width());
    }
    if chars.as_str().is_empty() {
        return single(cluster, first);
    }
    let shown = cluster_text(first, chars.as_str(), cluster);
    let width = shown.width().clamp(1, 2);
    (shown, width)
}

/// What stands for a character that is drawn over several columns, of which terminals count one: the long dashes of lists
/// of sources, and a sign of Khmer.
fn spelt_out(c: char) -> Option<&'static str> {
    match c {
        '\u{2e3a}' => Some("——"),
        '\u{2e3b}' => Some("———"),
        '\u{17d8}' => Some("\u{17d4}\u{179b}\u{17d4}"),
        _ => None,
    }
}

/// A cluster of one character.
fn single(cluster: &str, c: char) -> (Cow<'_, str>, usize) {
    if let Some(mark) = safe::substitute(c) {
        return (Cow::Owned(mark.to_string()), 1);
    }
    match c.width() {
        Some(0) => (Cow::Owned(format!("\u{25cc}{c}")), 1),
        Some(width) => (Cow::Borrowed(cluster), width.min(2)),
        None => (Cow::Borrowed("\u{fffd}"), 1),
    }
}

/// Whether a character only says how the one before it is drawn: as a picture or as a sign, or in which tone of skin.
fn adorns(c: char) -> bool {
    matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// A cluster of several characters, without those that steer a terminal and without absurd stacks.
///
/// Of pictures joined to one only the first is shown, as it stands alone: half of all terminals, among them GNU screen and
/// mosh, draw each of them in cells of its own, over the words behind.
fn cluster_text<'a>(first: char, rest: &str, cluster: &'a str) -> Cow<'a, str> {
    let joined = if first.is_alphabetic() { None } else { rest.find('\u{200d}') };
    let left_out = joined.map_or(0, |at| rest.len() - at);
    let (rest, cluster) = (&rest[..rest.len() - left_out], &cluster[..cluster.len() - left_out]);
    let steers = |c: char| safe::substitute(c).is_some() && (first.is_ascii() || !safe::joins(c));
    let allowed = |c: char| !adorns(c) && !steers(c);
    let plain = safe::substitute(first).is_none() && first.width() != Some(0);
    let marks = rest.chars().filter(|&c| c.width() == Some(0) && !safe::joins(c)).count();
    if plain && marks <= MARKS && cluster.chars().count() <= CLUSTER && rest.chars().all(allowed) {
        return Cow::Borrowed(cluster);
    }
    let mut shown = String::new();
    match safe::substitute(first) {
        Some(mark) => shown.push(mark),
        None => {
            if first.width() == Some(0) {
                shown.push('\u{25cc}');
            }
            shown.push(first);
        }
    }
    let mut marks = 0;
    for c in rest.chars().filter(|&c| allowed(c)).take(CLUSTER) {
        if c.width() == Some(0) && !safe::joins(c) {
            marks += 1;
            if marks > MARKS {
                continue;
            }
        }
        shown.push(c);
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn clusters_are_those_of_unicode_wherever_ascii_stands_between(
            text in "([ab ~]|[\\r\\n\t]|[éж日]|[\u{301}\u{200d}\u{fe0f}]|[👩🇺🇸🏽]|[\u{600}क्ष]){0,30}"
        ) {
            let begins: Vec<usize> = glyphs(&text, Span::new(0, text.len())).map(|glyph| glyph.span.start as usize).collect();
            for (at, cluster) in text.grapheme_indices(true) {
                let inside: Vec<_> = begins.iter().filter(|begin| (at..at + cluster.len()).contains(*begin)).collect();
                prop_assert_eq!(inside.first(), Some(&&at));
                prop_assert!(inside.len() == 1 || cluster.width() > WIDEST, "{:?} in {:?}", cluster, text);
            }
        }
    }

    fn shown(text: &str) -> String {
        glyphs(text, Span::new(0, text.len())).map(|glyph| glyph.shown.into_owned()).collect()
    }

    #[test]
    fn controls_and_bidi_controls_become_visible() {
        assert_eq!(shown("a\x1b[2Jb"), "a␛[2Jb");
        assert_eq!(shown("\u{202e}abc"), "◊abc");
        assert_eq!(shown("\u{9b}1m"), "␦1m");
        assert_eq!(shown("a\u{200b}b"), "a·b");
        assert_eq!(shown("a\r\nb"), "a b");
    }

    #[test]
    fn widths_are_those_of_a_terminal() {
        assert_eq!(width("abc"), 3);
        assert_eq!(width("日本"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("👩‍👩‍👧"), 2);
        assert_eq!(width("\u{301}"), 1, "a lone mark is shown on a dotted circle");
        assert_eq!(width("co\u{ad}op"), 4, "a soft hyphen isn't shown");
    }

    #[test]
    fn pictures_take_the_same_columns_in_every_terminal() {
        assert_eq!(shown("👩‍👩‍👧 👍🏽 ☎️ ❤️‍🔥 1️⃣ 🏳️‍🌈"), "👩 👍 ☎ ❤ 1\u{20e3} 🏳");
        assert_eq!(shown("क्\u{200d}ष می\u{200c}خواهم 🇧🇾"), "क्\u{200d}ष می\u{200c}خواهم 🇧🇾");
        let all = "👩‍👩‍👧👍🏽☎️✈︎⌚︎❤️‍🔥1️⃣🏳️‍🌈🇧🇾🏴‍☠️🧑🏿‍💻";
        for glyph in glyphs(all, Span::new(0, all.len())) {
            let alone: usize = glyph.shown.chars().filter_map(UnicodeWidthChar::width).sum();
            assert_eq!((alone, glyph.shown.width()), (glyph.width, glyph.width), "{glyph:?}");
        }
    }

    #[test]
    fn a_cluster_that_is_wider_than_two_cells_is_several_glyphs() {
        let text = "क्षि 🉀ो x";
        let parts: Vec<_> = glyphs(text, Span::new(0, text.len())).collect();
        assert_eq!(parts.iter().map(|glyph| glyph.span.of(text)).collect::<String>(), text);
        for part in &parts {
            assert!(part.shown.width() <= part.width, "{part:?}");
        }
        assert_eq!(width(text), text.width());
    }

    #[test]
    fn what_is_drawn_over_several_columns_is_spelt_out_in_characters_of_one() {
        assert_eq!((shown("a\u{2e3b}b").as_str(), width("a\u{2e3b}b")), ("a———b", 5));
        assert_eq!((shown("\u{2e3a}\u{301}").as_str(), width("\u{2e3a}\u{301}")), ("——", 2));
        let khmer = shown("\u{17d8}");
        assert!(khmer.chars().count() == 3 && khmer.chars().all(|c| c.width() == Some(1)), "{khmer}");
        let wide: Vec<char> = ('\0'..=char::MAX).filter(|c| c.width() > Some(2)).collect();
        assert!(wide.iter().all(|&c| spelt_out(c).is_some()), "{wide:?}");
    }

    #[test]
    fn an_absurd_stack_is_cut() {
        let stack = format!("a{}", "\u{301}".repeat(10_000));
        assert_eq!(shown(&stack).chars().count(), 1 + MARKS);
        assert_eq!((width(&stack), fit(&stack, 1).chars().count()), (1, 1 + MARKS));
        let mixed = format!("👩{}b", "\u{200d}\u{20dd}\u{fe0f}".repeat(10_000));
        assert_eq!(glyphs(&mixed, Span::new(0, mixed.len())).count(), 2);
        assert!(shown(&mixed).chars().count() <= CLUSTER + 2);
    }

    #[test]
    fn fitting_marks_what_it_cuts() {
        assert_eq!(fit("abcdef", 6), "abcdef");
        assert_eq!(fit("abcdef", 4), "abc…");
        assert_eq!(fit("日本語", 4), "日…");
        assert_eq!(fit("日本", 4), "日本");
        assert_eq!(fit("abc", 0), "");
    }
}
