//! What can't be seen: soft hyphens, joiners and marks of no width, and no-break spaces without a cause.

use super::edits::Edit;
use super::scan::{Part, scan};
use crate::corpus::RepairKind;
use crate::text::Block;

/// The edits that mend the damaged blocks, at most `most`.
pub(super) fn find(text: &str, damaged: &[Block], _: &[Block], most: usize) -> Vec<Edit> {
    scan(text, damaged, most, block)
}

fn block(part: Part<'_>, edits: &mut Vec<Edit>) {
    let mut free = 0;
    // The first bytes of all the characters that are looked for.
    for at in memchr::memchr3_iter(0xc2, 0xe2, 0xef, part.text.as_bytes()) {
        if at < free {
            continue;
        }
        let Some(rest) = part.text.get(at..) else { continue };
        let before = part.text.get(..at).unwrap_or("");
        let edit = |len: usize, with, kind| Edit::new(part.start + at, part.start + at + len, with, kind);
        match rest.chars().next() {
            Some(c) if is_space(c) => {
                let behind = rest.get(c.len_utf8()..).unwrap_or("");
                if !has_cause(c, before, behind) {
                    edits.push(edit(c.len_utf8(), " ", RepairKind::NoBreakSpace));
                }
            }
            Some(c) if is_invisible(c) => {
                let behind = rest.trim_start_matches(is_invisible);
                let group = &rest[..rest.len() - behind.len()];
                free = at + group.len();
                let soft = group.ends_with('\u{ad}');
                if let Some(parted) = parted(before, behind).filter(|_| soft) {
                    edits.push(edit(group.len() + parted, "", RepairKind::Divided));
                    free += parted;
                } else {
                    without(group, before, behind, part.start + at, edits);
                }
            }
            _ => {}
        }
    }
}

fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// Soft hyphen, zero-width space, joiners, word joiner, byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Takes the invisible characters of a group away, but those that its neighbours need: Persian, the scripts
/// of India and emoji need joiners, Thai, Khmer and Burmese the space of no width.
fn without(group: &str, before: &str, behind: &str, start: usize, edits: &mut Vec<Edit>) {
    let (before, behind) = (before.chars().next_back(), behind.chars().next());
    let plain = before.is_none_or(is_plain) && behind.is_none_or(is_plain);
    let joinable = !plain || !before.is_some_and(is_letter) && !behind.is_some_and(is_letter);
    for (at, c) in group.char_indices() {
        let kept = match c {
            '\u{200b}' => !plain,
            '\u{200c}' | '\u{200d}' => joinable,
            _ => false,
        };
        if !kept {
            let start = start + at;
            edits.push(Edit::new(start, start + c.len_utf8(), "", RepairKind::Invisible));
        }
    }
}

/// Whether `c` is a character that no invisible one can mean anything to.
fn is_plain(c: char) -> bool {
    c.is_ascii()
        || is_letter(c)
        || c.is_whitespace()
        || matches!(c, '\u{a1}'..='\u{bf}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' | '\u{fffd}')
}

/// A letter of the Latin, Greek or Cyrillic script.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}'
            | '\u{1e00}'..='\u{1eff}' | '\u{1f00}'..='\u{1fff}')
            && c.is_alphabetic()
}

/// The bytes behind a soft hyphen up to the rest of the word on the next line, where it stood at the end of a
/// line.
fn parted(before: &str, behind: &str) -> Option<usize> {
    let rest = behind.trim_start();
    let between = &behind[..behind.len() - rest.len()];
    let goes_on = rest.starts_with(char::is_lowercase) && before.ends_with(char::is_alphabetic);
    (goes_on && between.matches('\n').count() == 1).then_some(between.len())
}

/// Whether a no-break space between `before` and `behind` stands there for a cause: all but those between
/// letters, next to other white space, and behind punctuation that asks for none.
fn has_cause(space: char, before: &str, behind: &str) -> bool {
    let (Some(left), Some(right)) = (before.chars().next_back(), behind.chars().next()) else { return false };
    if left.is_whitespace() || right.is_whitespace() {
        return false;
    }
    let stray = (left.is_alphabetic() || matches!(left, ',' | ')' | ']' | '”'))
        && (right.is_alphabetic() || matches!(right, '(' | '[' | '“' | '„'));
    // Mongolian parts its endings so.
    let mongolian = |c| matches!(c, '\u{1800}'..='\u{18af}');
    !stray
        || space == '\u{202f}' && (mongolian(left) || mongolian(right))
        || is_short(before.chars().rev())
        || is_particle(behind)
}

/// Whether the word, read from its end, is one that typographers tie to the next one: of one letter, or in
/// Cyrillic of up to three.
fn is_short(letters: impl Iterator<Item = char>) -> bool {
    // The `s` of a genitive is no word.
    let mut word = letters.take_while(|c| c.is_alphanumeric() || matches!(c, '’' | '\'')).take(4).peekable();
    let Some(last) = word.peek().copied() else { return false };
    let most = if matches!(last, '\u{400}'..='\u{52f}') { 3 } else { 1 };
    word.count() <= most
}

/// Whether a Slavic particle that is tied to the word before it comes first.
fn is_particle(behind: &str) -> bool {
    let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    matches!(word, "бы" | "б" | "же" | "ж" | "ли" | "ль" | "би" | "лі")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{in_one_block, mended, shown};

    #[test]
    fn a_no_break_space_between_words_or_beside_white_space_becomes_plain() {
        assert_eq!(
            mended("President\u{a0}Putin said,\u{a0}twice \u{a0}\u{202f} over"),
            "President Putin said, twice    over"
        );
        assert_eq!(in_one_block("wrapped by\u{a0}\nhand").0, "wrapped by \nhand");
        assert_eq!(shown("President\u{a0}Putin").1, ["repaired: 1 stray no-break space"]);
    }

    #[test]
    fn a_no_break_space_that_typography_wants_stays() {
        for text in [
            "«\u{a0}Oui\u{202f}!\u{a0}»",
            "1\u{a0}000\u{a0}km",
            "14\u{a0}сентября",
            "№\u{a0}5 и §\u{a0}7",
            "Минск\u{a0}— столица",
            "в\u{a0}Минске, на\u{a0}площади",
            "w\u{a0}Warszawie",
            "что\u{a0}же",
            "А.\u{a0}Г. Лукашенко",
            "12\u{202f}%",
        ] {
            assert_eq!(mended(text), text);
        }
    }

    #[test]
    fn soft_hyphens_and_marks_of_no_width_go() {
        assert_eq!(
            mended("inte\u{ad}gra\u{ad}tion of the \u{feff}Union\u{2060} State"),
            "integration of the Union State"
        );
        assert_eq!(
            mended("Лука\u{200b}шенка, Mi\u{200c}nsk, \u{200b}Σό\u{200d}τσι"),
            "Лукашенка, Minsk, Σότσι"
        );
        assert_eq!(shown("inte\u{ad}gra\u{ad}tion").1, ["repaired: 2 invisible characters"]);
    }

    #[test]
    fn a_soft_hyphen_at_a_line_end_joins_its_word() {
        assert_eq!(
            in_one_block("the inte\u{ad}\ngration"),
            ("the integration".into(), vec!["repaired: 1 divided word".into()])
        );
        assert_eq!(mended("the inte\u{ad}\nGration"), "the inte\nGration");
    }

    #[test]
    fn joiners_stay_where_they_are_needed() {
        for text in
            ["می\u{200c}خواهم", "क्\u{200d}ष", "👩\u{200d}👩\u{200d}👧", "ไทย\u{200b}ดี", "x \u{200d} y"]
        {
            assert_eq!(mended(text), text);
        }
    }

    #[test]
    fn bidi_controls_are_left_to_what_makes_text_safe() {
        assert_eq!(mended("a\u{202e}b\u{200f}c"), "a\u{202e}b\u{200f}c");
    }
}
