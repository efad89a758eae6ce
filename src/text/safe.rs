//! Making text safe for a terminal: whatever could steer the terminal or hide from the reader becomes a
//! visible substitute.

use std::borrow::Cow;

/// `text` as one line that is safe to print: no control, no bidi control, nothing invisible.
pub fn line(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| substitute(c).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| substitute(c).unwrap_or(c)).collect())
}

/// `text` as it may be pasted anywhere, into a shell too: what could steer that or hide there becomes a visible substitute,
/// and what only shapes the words stays, so that they are the same words: line ends and tabs, joiners, soft hyphens, and marks
/// of direction that move nothing by themselves.
pub fn pasted(text: &str) -> String {
    let shapes = |c: char| matches!(c, '\n' | '\t' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200f}' | '\u{2060}');
    text.chars().map(|c| substitute(c).filter(|_| !shapes(c)).unwrap_or(c)).collect()
}

/// The visible substitute, one column wide, for a character that must not reach the terminal; `None`
/// for a character that may.
///
/// C0 controls and DEL become their pictures of the block U+2400; C1 controls, bidi controls (UAX #9)
/// and characters that are invisible outside a cluster become marks of their own.
pub fn substitute(c: char) -> Option<char> {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some('\u{2426}'),
        // Arabic letter mark, left-to-right and right-to-left marks, embeddings, overrides, isolates.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some('\u{25ca}')
        }
        // Line and paragraph separators, which some terminals take for a line end.
        '\u{2028}' | '\u{2029}' => Some('\u{2424}'),
        // Soft hyphen, fillers, zero-width space, joiners, invisible operators, deprecated format
        // characters, byte order mark, interlinear annotation, tags, and what isn't assigned for display.
        '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Some('\u{00b7}'),
        _ => None,
    }
}

/// The mark that is a letter from left to right without being seen (UAX #9). None of a document is left; where letters that
/// run from right to left end on the screen ibid puts one of its own.
pub const LEFT_TO_RIGHT: char = '\u{200e}';

/// Whether `c` is a letter of a script that runs from right to left: bidirectional class R or AL (UAX #9), which are
/// the blocks of Hebrew, Arabic and their neighbours and of the old scripts in the supplementary plane.
pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether `c` only joins the characters of a cluster: joiners, variation selectors, the tags of a flag.
/// Harmless behind a character that it belongs to, and needed by emoji, Persian and the scripts of India.
pub fn joins(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}')
}
