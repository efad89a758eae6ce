//! White space as pages have it: a run of it is one space, and at the beginning of a line it is none.

use std::ops::Range;

use crate::corpus::builder::Builder;

/// What the text so far says of white space that may follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct White {
    /// Whether there was text in the line.
    begun: bool,
    /// Whether there was white space behind it.
    space: bool,
}

/// White space of HTML, of which a no-break space is none (HTML Living Standard, 2.3.1).
fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | 0x0c)
}

impl White {
    /// Says that a line begins.
    pub(super) fn begin(&mut self) {
        *self = Self::default();
    }

    /// Takes white space.
    pub(super) fn space(&mut self) {
        self.space = true;
    }

    /// Sets characters that don't stand in the raw text.
    pub(super) fn insert(&mut self, builder: &mut Builder<'_>, text: &str) {
        if text == " " {
            self.space = true;
            return;
        }
        let closing = matches!(text, "]" | ")" | "”");
        if text.is_empty() || closing && !self.begun {
            return;
        }
        if self.begun && self.space {
            builder.insert(" ");
        }
        builder.insert(text);
        (self.begun, self.space) = (true, false);
    }

    /// Sets `text`, which stands at `range` of the raw text. Says whether any of it was more than white space.
    pub(super) fn set(&mut self, builder: &mut Builder<'_>, text: &str, range: Range<usize>) -> bool {
        let verbatim = text.len() == range.len();
        let bytes = text.as_bytes();
        let place = |part: Range<usize>| {
            if verbatim { range.start + part.start..range.start + part.end } else { range.clone() }
        };
        let mut at = 0;
        let mut set = false;
        while at < bytes.len() {
            let white = at + bytes[at..].iter().take_while(|byte| is_white(**byte)).count();
            self.space |= white > at;
            if white == bytes.len() {
                break;
            }
            let end = end(bytes, white);
            let mut start = white;
            if self.begun && self.space {
                if start > at && bytes[start - 1] == b' ' {
                    start -= 1;
                } else {
                    builder.insert(" ");
                }
            }
            if let Some(part) = text.get(start..end) {
                builder.copy(part, place(start..end));
            }
            (self.begun, self.space) = (true, false);
            set = true;
            at = end;
        }
        set
    }
}

/// The end of what can be taken over as it is from `start` on: words with single spaces between them.
fn end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(next) = bytes[at..].iter().position(|byte| is_white(*byte)) {
        at += next;
        let goes_on = bytes[at] == b' ' && bytes.get(at + 1).is_some_and(|byte| !is_white(*byte));
        if !goes_on {
            return at;
        }
        at += 1;
    }
    bytes.len()
}
