//! Characters that were lost before ibid saw the file and are U+FFFD now. Some can be told from their
//! neighbours: an apostrophe, a pair of quotation marks, a dash. The rest stays, and is marked.

mod apostrophe;

use super::edits::Edit;
use super::english;
use super::scan::scan;
use super::words::{self, Words};
use crate::corpus::RepairKind;
use crate::text::{Block, Span};

/// A lost character.
const LOST: char = '\u{fffd}';

/// The most lost characters side by side that can have been one: so many bytes have those of typography.
const BYTES: usize = 3;

/// Where lost characters stand, by what stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Between two letters.
    Inner,
    /// Where a quotation begins.
    Open,
    /// Where a quotation ends.
    Close,
    /// Between two spaces, between words.
    Spaced,
    /// At the beginning of a block, apart from what follows.
    Lead,
    /// At the end of a block, behind a sentence or a space.
    Tail,
    /// Anything else.
    Other,
}

/// A group of lost characters side by side.
#[derive(Clone, Copy)]
struct Group {
    start: usize,
    end: usize,
    shape: Shape,
}

impl Group {
    /// How many characters it has.
    fn count(self) -> usize {
        (self.end - self.start) / LOST.len_utf8()
    }
}

/// The edits that mend the damaged blocks, at most `most`.
pub(super) fn find(text: &str, damaged: &[Block], blocks: &[Block], most: usize) -> Vec<Edit> {
    if damaged.is_empty() {
        return Vec::new();
    }
    // What can't be mended any more needn't be looked at.
    let damaged = damaged.get(..most).unwrap_or(damaged);
    let damaged = damaged.iter().map(|block| block.span);
    let asked = damaged.clone().flat_map(|span| asked(span.of(text)));
    let words = Words::count(text, blocks, asked);
    let english = english::is_english(text, blocks);
    // Where letters were lost, a lost character at the edge of a word can be one as well.
    let letters = damaged.clone().any(|span| {
        let block = span.of(text);
        groups(block).any(|group| group.shape == Shape::Inner && !apostrophe::fits(block, group, &words))
    });
    let knowledge = Knowledge { words, english, letters };
    let mut edits = Vec::new();
    for span in damaged {
        knowledge.mend(span.of(text), span.start as usize, &mut edits);
        if edits.len() >= most {
            break;
        }
    }
    edits.truncate(most);
    edits
}

/// Where lost characters are left in the damaged blocks, in order, at most `most` groups.
pub(super) fn left(text: &str, damaged: &[Block], most: usize) -> Vec<Span> {
    scan(text, damaged, most, |part, found| {
        let span = |group: Group| Span::new(part.start + group.start, part.start + group.end);
        found.extend(groups(part.text).map(span));
    })
}

/// The words beside lost characters: what the document knows of them tells what was lost.
fn asked(block: &str) -> impl Iterator<Item = &str> {
    groups(block)
        .flat_map(move |group| [words::last(&block[..group.start]), words::first(&block[group.end..])])
        .filter(|word| !word.is_empty())
}

/// The groups of lost characters of a block.
fn groups(block: &str) -> impl Iterator<Item = Group> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + block.get(at..)?.find(LOST)?;
        let behind = block.get(start..)?.trim_start_matches(LOST);
        let end = block.len() - behind.len();
        at = end;
        Some(Group { start, end, shape: shape(&block[..start], (end - start) / LOST.len_utf8(), behind) })
    })
}

fn shape(before: &str, count: usize, behind: &str) -> Shape {
    let (left, right) = (before.chars().next_back(), behind.chars().next());
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '…');
    if count > BYTES || before.is_empty() && behind.is_empty() {
        return Shape::Other;
    }
    if count != 2 {
        let opens = space(left) || matches!(left, Some('(' | '[' | '—' | '–'));
        let closes = space(right) || matches!(right, Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | ']'));
        match (left, right) {
            (Some(left), Some(right)) if left.is_alphabetic() && right.is_alphabetic() => {
                return Shape::Inner;
            }
            (_, Some(right)) if opens && right.is_alphanumeric() => return Shape::Open,
            (Some(left), _) if closes && (left.is_alphanumeric() || left == ',' || ends(left)) => {
                return Shape::Close;
            }
            (Some(' '), Some(' ')) if is_between_words(before, behind) => return Shape::Spaced,
            _ => {}
        }
    }
    match (left, right) {
        (None, right) if space(right) => Shape::Lead,
        (Some(left), None) if left.is_whitespace() || ends(left) => Shape::Tail,
        _ => Shape::Other,
    }
}

fn is_between_words(before: &str, behind: &str) -> bool {
    let left = before.trim_end().chars().next_back();
    let right = behind.trim_start().chars().next();
    left.is_some_and(|c| c.is_alphabetic() || matches!(c, ',' | ')' | '”' | '"'))
        && right.is_some_and(char::is_alphabetic)
}

/// What is known of a document whose lost characters are judged.
struct Knowledge<'a> {
    words: Words<'a>,
    english: bool,
    /// Whether letters were lost, and not only typography.
    letters: bool,
}

impl Knowledge<'_> {
    /// Mends one block that begins at `start`.
    fn mend(&self, block: &str, start: usize, edits: &mut Vec<Edit>) {
        // A text about the character means it.
        if block.contains("FFFD") {
            return;
        }
        let mut new = Vec::new();
        let mut put = |group: Group, with, kind| {
            let taken = if kind == RepairKind::Unknown { group.count() } else { 1 };
            let edit = Edit::new(start + group.start, start + group.end, with, kind);
            new.push(Edit { count: taken as u32, ..edit });
        };
        let mut unexplained = 0;
        let mut opened: Option<Group> = None;
        // At the ends of the block; there is at most one of each.
        let mut ends: Vec<Group> = Vec::new();
        for group in groups(block) {
            match group.shape {
                Shape::Inner if apostrophe::fits(block, group, &self.words) => {
                    put(group, "’", RepairKind::Lost)
                }
                Shape::Spaced if self.english => put(group, "–", RepairKind::Lost),
                Shape::Open => unexplained += usize::from(opened.replace(group).is_some()),
                Shape::Close => match opened.take() {
                    Some(open) if self.is_pair(block, open, group) => {
                        put(open, "“", RepairKind::Lost);
                        put(group, "”", RepairKind::Lost);
                    }
                    // Behind the end of a sentence, where no quotation was opened, it closes none.
                    None if group.end == block.len()
                        && !block[..group.start].ends_with(char::is_alphanumeric) =>
                    {
                        ends.push(group);
                    }
                    open => unexplained += 1 + usize::from(open.is_some()),
                },
                Shape::Lead | Shape::Tail => ends.push(group),
                _ => unexplained += 1,
            }
        }
        unexplained += usize::from(opened.is_some());
        if unexplained == 0 {
            for group in ends.into_iter().filter(|group| self.stands_for_nothing(block, *group)) {
                put(group, "", RepairKind::Unknown);
            }
        }
        new.sort_by_key(|edit| edit.span);
        edits.append(&mut new);
    }

    /// Whether two lost characters can only be a pair of quotation marks.
    fn is_pair(&self, block: &str, open: Group, close: Group) -> bool {
        let (head, tail) = (&block[open.end..], &block[..close.start]);
        let known = |word: &str| {
            word.chars().nth(1).is_some() && (self.words.of(word) > 0 || english::is_common(word))
        };
        // A lost letter leaves a small one at the beginning of a word and any at its end.
        let sure_head = head.starts_with(char::is_uppercase) || known(words::first(head));
        let sure_tail = !tail.ends_with(char::is_alphanumeric) || known(words::last(tail));
        sure_head && sure_tail || !self.letters && (sure_head || sure_tail || self.english)
    }

    /// Whether the group at an end of the block can be taken away without a loss: what was a list mark or a
    /// blank.
    fn stands_for_nothing(&self, block: &str, group: Group) -> bool {
        if block.chars().all(|c| c == LOST || !c.is_alphanumeric()) {
            return false;
        }
        // It could close a quotation that was opened by a sound mark.
        let closed = block.matches('“').count() <= block.matches('”').count()
            && block.matches('«').count() <= block.matches('»').count()
            && block.matches('"').count().is_multiple_of(2);
        if group.start == 0 { self.english } else { closed }
    }
}

#[cfg(test)]
#[path = "lost_tests.rs"]
mod tests;
