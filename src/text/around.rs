//! A place of a text with what stands before and behind it, on one line: a passage, or a line of a concordance.

use super::glyph::{Glyph, glyphs};
use super::{Span, Text};

/// The most bytes that are looked at on each side of a place.
const LONGEST: usize = 400;

/// A place with what stands around it in its paragraph, on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// What stands before it, from the beginning of a word; ends with a blank where one is there.
    pub left: String,
    /// The place itself.
    pub key: String,
    /// What stands behind it, to the end of a word; begins with a blank where one is there.
    pub right: String,
    /// Whether the paragraph begins before `left`.
    pub cut_left: bool,
    /// Whether the paragraph goes on behind `right`.
    pub cut_right: bool,
}

impl Around {
    /// What stands around a place. A place that isn't within the text, or cuts a character, gives nothing.
    pub fn of(text: &Text, place: Span) -> Self {
        let all = text.as_str();
        if all.get(place.range()).is_none() {
            return Self::default();
        }
        let block = text.block_at(place.start as usize).and_then(|block| text.blocks().get(block));
        let block = block.map_or(place, |block| block.span.join(place));
        let (start, end) = (place.start as usize, place.end as usize);
        let from = all.ceil_char_boundary(start.saturating_sub(LONGEST)).clamp(block.start as usize, start);
        let to = all.floor_char_boundary(end.saturating_add(LONGEST)).clamp(end, block.end as usize);
        let (cut_left, cut_right) = (from > block.start as usize, to < block.end as usize);
        let (mut left, mut right) = (all.get(from..start).unwrap_or(""), all.get(end..to).unwrap_or(""));
        // A word that is cut is left out, unless there is no other.
        if cut_left && let Some(at) = left.find(char::is_whitespace) {
            left = left.get(at..).unwrap_or("").trim_start();
        }
        if cut_right && let Some(at) = right.rfind(char::is_whitespace) {
            right = right.get(..at).unwrap_or("");
        }
        let key = one_line(place.of(all));
        let left = one_line(left).trim_start().to_owned();
        let right = one_line(right).trim_end().to_owned();
        Self { left, key, right, cut_left, cut_right }
    }

    /// The passage from some words before the place on, on one line, and where the place stands in it: at most
    /// `before` columns stand before it. `…` stands where something is left out.
    pub fn passage(&self, before: usize) -> (String, Span) {
        let tail = tail(&self.left, before);
        let cut = self.cut_left || tail.len() < self.left.trim_start().len();
        let head = if cut { "…" } else { "" };
        let start = head.len() + tail.len();
        let behind = if self.cut_right { "…" } else { "" };
        (format!("{head}{tail}{}{}{behind}", self.key, self.right), Span::new(start, start + self.key.len()))
    }
}

/// A text with each run of white space as one blank.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

/// The end of a text that fits into so many columns, from the beginning of a word; where even the last word is too
/// long, the end of that.
pub fn tail(text: &str, columns: usize) -> &str {
    let all: Vec<Glyph> = glyphs(text, Span::new(0, text.len())).collect();
    let (mut taken, mut fitting, mut from_word) = (0, text.len(), None);
    for glyph in all.iter().rev() {
        taken += glyph.width;
        if taken > columns {
            return text.get(from_word.unwrap_or(fitting)..).unwrap_or("");
        }
        let at = glyph.span.start as usize;
        let begins =
            !is_blank(text, at) && text.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace));
        from_word = if begins { Some(at) } else { from_word };
        fitting = at;
    }
    text
}

/// The beginning of a text that fits into so many columns, to the end of a word; where even the first word is too long,
/// the beginning of that.
pub fn head(text: &str, columns: usize) -> &str {
    let (mut taken, mut fitting, mut to_word) = (0, 0, None);
    for glyph in glyphs(text, Span::new(0, text.len())) {
        let at = glyph.span.start as usize;
        if is_blank(text, at) && text.get(..at).is_some_and(|before| !before.trim().is_empty()) {
            to_word = Some(at);
        }
        taken += glyph.width;
        if taken > columns {
            return text.get(..to_word.unwrap_or(fitting)).unwrap_or("");
        }
        fitting = glyph.span.end as usize;
    }
    text
}

/// Whether a blank begins at a byte.
fn is_blank(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;
    use crate::text::glyph::width;
    use crate::text::{Block, BlockKind};

    fn text(content: &str) -> Text {
        let block = |span| Block { span, kind: BlockKind::Paragraph, indent: 0, hang: 0, gap: false };
        let mut blocks = Vec::new();
        let mut at = 0;
        for part in content.split("\n\n") {
            blocks.push(block(Span::new(at, at + part.len())));
            at += part.len() + 2;
        }
        Text::new(content.into(), blocks)
    }

    fn place(content: &str, word: &str) -> Span {
        let at = content.find(word).unwrap();
        Span::new(at, at + word.len())
    }

    #[test]
    fn a_place_has_its_paragraph_around_it_on_one_line() {
        let content = "Another one.\n\nThe men from\nMinsk   came back.\n\nA third.";
        let around = Around::of(&text(content), place(content, "Minsk"));
        assert_eq!((&*around.left, &*around.key, &*around.right), ("The men from ", "Minsk", " came back."));
        assert!(!around.cut_left && !around.cut_right);
        assert_eq!(around.passage(80).0, "The men from Minsk came back.");
        let (passage, lit) = around.passage(6);
        assert_eq!((passage.as_str(), lit.of(&passage)), ("…from Minsk came back.", "Minsk"));
    }

    #[test]
    fn a_line_is_cut_at_words_where_there_are_some() {
        assert_eq!(
            (tail("one two three", 9), tail("onetwothree", 5), tail("one", 5)),
            ("two three", "three", "one")
        );
        assert_eq!(
            (head("one two three", 9), head("onetwothree", 5), head("one", 5)),
            ("one two", "onetw", "one")
        );
        assert_eq!((tail("one ", 0), head("", 3)), ("", ""));
    }

    proptest! {
        #[test]
        fn any_place_of_any_text_gives_a_line(
            content in "(\\PC{0,30}|[a-zé ]{0,200}|\n\n|\u{301}|👩‍👩‍👧| ){0,12}", at in 0usize..600, length in 0usize..60,
            columns in 0usize..90,
        ) {
            let all = text(&content);
            let (start, end) = (content.floor_char_boundary(at), content.floor_char_boundary(at + length));
            let around = Around::of(&all, Span::new(start, end));
            let whole = [around.left.as_str(), &around.key, &around.right].concat();
            prop_assert!(!whole.contains('\n'));
            let (passage, lit) = around.passage(columns);
            prop_assert_eq!(lit.of(&passage), around.key.as_str());
            prop_assert!(width(tail(&content, columns)) <= columns && width(head(&content, columns)) <= columns);
            prop_assert!(content.ends_with(tail(&content, columns)) && content.starts_with(head(&content, columns)));
            Around::of(&all, Span { start: at as u32, end: (at + length) as u32 });
        }
    }
}
