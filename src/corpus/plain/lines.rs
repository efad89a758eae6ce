//! The lines of a text, with what their look says of them.

use memchr::memmem;
use unicode_width::UnicodeWidthStr;

use crate::text::Span;

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Words.
    Text,
    /// A list item; its marker and the spaces behind it take `marker` columns.
    Item { marker: usize },
    /// A section break.
    Rule,
    /// A row of a table or anything else that is held together by its spaces.
    Table,
}

/// A line that isn't blank, without the white space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its first byte that isn't white space.
    pub(super) start: usize,
    /// The byte after its last one that isn't white space.
    pub(super) end: usize,
    /// The columns of spaces and tabs before it.
    pub(super) indent: usize,
    /// Its columns, without those.
    pub(super) columns: usize,
    pub(super) shape: Shape,
    /// Whether a blank line, or the beginning of the text, stands before it.
    pub(super) blank_before: bool,
}

impl Line {
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether it is longer than anybody wraps lines by hand, and so a whole paragraph.
    pub(super) fn is_long(&self) -> bool {
        self.columns > 120
    }
}

/// Over so many bytes, a line's columns are its characters, and it is no table: nothing asks for more.
const LOOKED_AT: usize = 600;

/// The lines of a text that aren't blank.
pub(super) struct Lines<'a> {
    text: &'a str,
    at: usize,
    /// Whether no line was given yet.
    fresh: bool,
    /// What ends a line: `\r` in files of old Macintoshes, else `\n`.
    end: u8,
    spaces: memmem::Finder<'static>,
}

impl<'a> Lines<'a> {
    /// The lines from the byte `from` on.
    pub(super) fn new(text: &'a str, from: usize) -> Self {
        let old_mac = memchr::memchr(b'\n', text.as_bytes()).is_none();
        let end = if old_mac { b'\r' } else { b'\n' };
        Self { text, at: from, fresh: true, end, spaces: memmem::Finder::new("   ") }
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let mut blank_before = std::mem::take(&mut self.fresh);
        while self.at < self.text.len() {
            let rest = self.text.get(self.at..)?;
            let length = memchr::memchr(self.end, rest.as_bytes()).unwrap_or(rest.len());
            let (start, line) = (self.at, rest.get(..length)?);
            self.at += length + 1;
            let trimmed = line.trim();
            if trimmed.is_empty() {
                blank_before = true;
                continue;
            }
            let before = line.len() - line.trim_start().len();
            let start = start + before;
            let columns = columns(trimmed);
            let shape = shape(trimmed, &self.spaces);
            let indent = indent(line);
            return Some(Line { start, end: start + trimmed.len(), indent, columns, shape, blank_before });
        }
        None
    }
}

/// The columns that `text` takes; an estimate where it is long.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else if text.len() > LOOKED_AT {
        text.chars().count()
    } else {
        text.width()
    }
}

/// The columns of the spaces and tabs at the beginning. A no-break space isn't counted: scraped pages have
/// it anywhere.
fn indent(line: &str) -> usize {
    line.bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .fold(0, |columns, byte| if byte == b'\t' { (columns / 8 + 1) * 8 } else { columns + 1 })
}

fn shape(line: &str, spaces: &memmem::Finder<'_>) -> Shape {
    if is_rule(line) {
        return Shape::Rule;
    }
    if let Some(marker) = marker(line) {
        return Shape::Item { marker };
    }
    let table = line.len() <= LOOKED_AT
        && (line.starts_with('|')
            || memchr::memchr(b'\t', line.as_bytes()).is_some()
            || spaces.find(line.as_bytes()).is_some());
    if table { Shape::Table } else { Shape::Text }
}

/// Whether `line` is nothing but three or more of one sign, with or without spaces between them.
fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let Some(first) = signs.next() else { return false };
    if first == '⁂' {
        return signs.next().is_none();
    }
    matches!(first, '*' | '-' | '=' | '_' | '~' | '#' | '+' | '•' | '·' | '–' | '—' | '─' | '━' | '═')
        && signs
            .try_fold(1, |count, sign| (sign == first).then_some(count + 1))
            .is_some_and(|count| count >= 3)
}

/// The columns of the list marker at the beginning of `line` and of the spaces behind it: `- `, `* `, `• `,
/// `+ `, `1. `, `12) `. Four digits are a year.
fn marker(line: &str) -> Option<usize> {
    let sign = line.chars().next()?;
    let length = match sign {
        '-' | '*' | '•' | '+' | '‣' | '◦' | '▪' => sign.len_utf8(),
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            let closed = matches!(line.as_bytes().get(digits), Some(b'.' | b')'));
            if !closed || digits > 3 {
                return None;
            }
            digits + 1
        }
        _ => return None,
    };
    let rest = line.get(length..)?;
    let spaces = rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    // More spaces than these belong to a table.
    (1..=4).contains(&spaces).then(|| columns(&line[..length]) + spaces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(&str, usize, Shape, bool)> {
        Lines::new(text, 0)
            .map(|line| (line.span().of(text), line.indent, line.shape, line.blank_before))
            .collect()
    }

    #[test]
    fn lines_are_trimmed_and_know_what_stood_before_them() {
        let text = "one \r\n\r\n\t two\r\n\u{a0} three";
        let expected =
            [("one", 0, Shape::Text, true), ("two", 9, Shape::Text, true), ("three", 0, Shape::Text, false)];
        assert_eq!(shown(text), expected);
    }

    #[test]
    fn a_return_alone_ends_a_line_in_files_that_have_nothing_else() {
        assert_eq!(shown("one\rtwo").len(), 2);
        assert_eq!(shown("one\rtwo\nthree").len(), 2);
    }

    #[test]
    fn a_rule_is_three_of_one_sign() {
        for rule in ["***", "* * *", "-----", "===", "___", "⁂", "— — —"] {
            assert!(is_rule(rule), "{rule}");
        }
        for other in ["**", "-", "*-*", "...", "--- a", "aaa", "⁂⁂⁂"] {
            assert!(!is_rule(other), "{other}");
        }
    }

    #[test]
    fn a_list_item_begins_with_a_marker_and_a_space() {
        assert_eq!(marker("- milk"), Some(2));
        assert_eq!(marker("•  milk"), Some(3));
        assert_eq!(marker("12) milk"), Some(4));
        assert_eq!(marker("1.\tmilk"), Some(3));
        for other in ["-milk", "1999. A year", "3.5 million", "— he said", "", "-", "1", "a. b"] {
            assert_eq!(marker(other), None, "{other}");
        }
    }

    #[test]
    fn spaces_inside_a_line_make_it_a_row_of_a_table() {
        assert_eq!(shown("Minsk    1,990,000   people")[0].2, Shape::Table);
        assert_eq!(shown("End of it.  Next sentence.")[0].2, Shape::Text);
    }
}
