//! Whether a lost character between two letters was an apostrophe.

use super::super::words::{self, Words};
use super::{Group, LOST};

/// What stands before an apostrophe and what may stand behind it, in lower case: English contractions, and
/// the commonest French ones.
const CONTRACTIONS: &[(&[&str], &[&str])] = &[
    (
        &[
            "ain", "aren", "can", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn", "mightn",
            "mustn", "needn", "shouldn", "wasn", "weren", "won", "wouldn",
        ],
        &["t"],
    ),
    (&["i"], &["m", "ll", "ve", "d"]),
    (&["we", "you", "they"], &["re", "ll", "ve", "d"]),
    (&["he", "she", "it", "that", "there", "who"], &["s", "ll", "d"]),
    (&["what", "here", "let", "where", "how", "when", "everyone", "someone", "nobody"], &["s"]),
    (&["would", "could", "should", "might", "must"], &["ve"]),
    (&["o"], &["clock"]),
    (&["c", "n", "s"], &["est", "était"]),
    (&["qu"], &["il", "elle", "ils", "elles", "on", "un", "une"]),
    (&["d"], &["un", "une", "autres"]),
    (&["aujourd"], &["hui"]),
];

/// Whether the group, which stands between letters, can only have been an apostrophe.
pub(super) fn fits(block: &str, group: Group, known: &Words<'_>) -> bool {
    let (before, behind) = (&block[..group.start], &block[group.end..]);
    let (left, right) = (words::last(before), words::first(behind));
    // A word that lost more than this is no word.
    if behind[right.len()..].starts_with(LOST) || left.is_empty() || right.is_empty() {
        return false;
    }
    let (lower, rest) = (left.to_lowercase(), right.to_lowercase());
    let contracted = CONTRACTIONS
        .iter()
        .any(|(heads, ends)| heads.contains(&lower.as_str()) && ends.contains(&rest.as_str()));
    contracted || right == "s" && has_genitive(left, before, known) || is_prefixed(left, right, before)
}

/// Whether `left` is a word of which there is a genitive. After the loss of an accented letter, as in `caf�s`,
/// what is left isn't a word that the document knows.
fn has_genitive(left: &str, before: &str, known: &Words<'_>) -> bool {
    if before[..before.len() - left.len()].ends_with(LOST) || left.chars().nth(1).is_none() {
        return false;
    }
    // No accented letter stands between one of these and an `s` at the end of a long word.
    let vowel = left.is_ascii() && left.len() > 4 && left.ends_with(['a', 'e', 'i', 'o', 'u', 'y']);
    vowel || known.of(left) > 0
}

/// `O’Brien`, `D’Angelo`, `L’Aquila`: no letter stands between two capitals that begin a name.
fn is_prefixed(left: &str, right: &str, before: &str) -> bool {
    let apart = !before[..before.len() - left.len()].ends_with(|c: char| c == LOST || c.is_alphanumeric());
    let mut letters = right.chars();
    let name =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    apart && name && matches!(left, "O" | "D" | "L")
}
