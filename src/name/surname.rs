//! How two surnames are one.

use super::sound::{self, Ear};
use super::tradition::Tradition;
use super::word::Word;

/// How two surnames are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Surnames {
    Other,
    /// They differ in a letter.
    Near,
    /// One after transliteration.
    Heard,
    /// The same but for how a letter is written: ü, ue.
    Written,
    Equal,
}

/// How two surnames are one. `alone` says that nothing else tells whose they are.
pub(super) fn surnames(a: &Word, b: &Word, tradition: Tradition, alone: bool) -> Surnames {
    if a.plain == b.plain {
        return Surnames::Equal;
    }
    let written = !a.spelled.is_ascii() || !b.spelled.is_ascii();
    if written
        && (umlauts(&a.spelled) == umlauts(&b.spelled)
            || a.plain == folded_umlauts(&b.plain)
            || b.plain == folded_umlauts(&a.plain))
    {
        return Surnames::Written;
    }
    // German and Dutch write `j` where English has `y`.
    let read = |byte: u8| if byte == b'j' { b'y' } else { byte };
    if a.plain.len() > 4 && a.plain.bytes().map(read).eq(b.plain.bytes().map(read)) {
        return Surnames::Heard;
    }
    if one_spelling(&a.spelled, &b.spelled) || other_endings(&a.plain, &b.plain) {
        return if near(a, b) { Surnames::Near } else { Surnames::Other };
    }
    if tradition.is(Tradition::ARABIC) && articled(a, b) {
        return Surnames::Heard;
    }
    // Two that are known as other given names aren't one surname either.
    let (heard_a, heard_b) = (&a.heard, &b.heard);
    if !heard_a.given.is_other(heard_b.given) {
        let own = tradition.with(heard_a.tradition).with(heard_b.tradition).ear();
        let ear = own.filter(|ear| !alone || *ear != Ear::Semitic || tradition.ear().is_some());
        if ear.is_some_and(|ear| {
            (ear != Ear::Slavic || heard_a.bones == heard_b.bones)
                && sound::same_boned((&a.spelled, a.heard.bones), (&b.spelled, b.heard.bones), ear)
        }) {
            return Surnames::Heard;
        }
        let may = heard_a.marks != heard_b.marks && (alone || tradition.ear().is_none());
        if may && sound::transcribed(&a.spelled, &b.spelled) {
            return Surnames::Heard;
        }
    }
    if near(a, b) { Surnames::Near } else { Surnames::Other }
}

/// Whether two surnames differ in a letter.
fn near(a: &Word, b: &Word) -> bool {
    a.plain.len().min(b.plain.len()) > 4 && a_letter_apart(&a.plain, &b.plain)
}

/// Whether both are written with the signs of one alphabet, so that each letter counts: Đurić isn't Jurić.
fn one_spelling(a: &str, b: &str) -> bool {
    let signed = |word: &str| word.contains(['C', 'S', 'Z', 'D']);
    // "Đoković" without the sign of its first letter is "Djoković".
    signed(a) && signed(b) && a.replace('D', "dj") != b.replace('D', "dj")
}

/// Whether one ends as Nemtsov and the other as Nemtsev. Behind `ch`, `sh` and `zh`, and behind what is soft, the two
/// endings are one sound: Gorbachev, Gorbachov, Solovyov.
fn other_endings(a: &str, b: &str) -> bool {
    let ending = |word: &str| {
        let bare = word.strip_suffix('a').unwrap_or(word);
        let stem = bare.strip_suffix("ff").or_else(|| bare.strip_suffix(['v', 'f', 'w']))?;
        let vowel = stem.chars().next_back().filter(|c| matches!(c, 'o' | 'e'))?;
        let before = stem.chars().rev().nth(1)?;
        Some((vowel, matches!(before, 'h' | 'y' | 'i' | 'j' | 'z')))
    };
    match (ending(a), ending(b)) {
        (Some((one, soft)), Some((other, softer))) => one != other && !soft && !softer,
        _ => false,
    }
}

/// Whether one has an article at its beginning that the other lacks: ElBaradei, Baradei.
fn articled(a: &Word, b: &Word) -> bool {
    let bare = |word: &Word| {
        let rest = ["el", "al"].iter().find_map(|article| word.plain.strip_prefix(article))?;
        // A word that only begins so has no capital behind that.
        let capital = word.written.chars().nth(2).is_some_and(char::is_uppercase);
        (capital && rest.len() > 3).then(|| rest.to_owned())
    };
    let is = |rest: Option<String>, other: &Word| {
        rest.is_some_and(|rest| rest == other.plain || sound::same(&rest, &other.spelled, Ear::Semitic))
    };
    is(bare(a), b) || is(bare(b), a)
}

/// Umlauts as two letters.
fn umlauts(spelled: &str) -> String {
    spelled.replace('Ö', "oe").replace('Ä', "ae").replace('Ü', "ue").replace('Å', "aa")
}

/// The two letters of umlauts as the plain one.
fn folded_umlauts(plain: &str) -> String {
    plain.replace("oe", "o").replace("ae", "a").replace("ue", "u").replace("aa", "a")
}

/// Whether two words differ in one letter, or in two that changed places.
pub(super) fn a_letter_apart(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 4 || a == b {
        return false;
    }
    if !a.is_ascii() || !b.is_ascii() {
        return strsim::osa_distance(a, b) == 1;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let begin = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(begin..).unwrap_or_default(), b.get(begin..).unwrap_or_default());
    match (a, b) {
        ([_], []) | ([], [_]) => true,
        ([_, x @ ..], [_, y @ ..]) if x == y => true,
        ([_, x @ ..], _) if x == b => true,
        (_, [_, y @ ..]) if y == a => true,
        ([p, q, x @ ..], [r, s, y @ ..]) => (p, q) == (s, r) && x == y,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_a_letter_apart_are_those_with_a_distance_of_one() {
        const WORDS: &[&str] =
            &["", "a", "b", "ab", "ba", "abc", "acb", "bac", "abcd", "abdc", "xabc", "abxc", "é", "aé", "éa"];
        for (one, other) in WORDS.iter().flat_map(|one| WORDS.iter().map(move |other| (one, other))) {
            assert_eq!(a_letter_apart(one, other), strsim::osa_distance(one, other) == 1, "{one}, {other}");
        }
    }
}
