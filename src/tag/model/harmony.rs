//! Bringing training texts to one way of labelling: no article and no title belongs to a name, and people called by
//! their nation are no person.

use std::collections::BTreeMap;

use super::examples::Lesson;
use super::label::{NameKind, OUTSIDE};

/// Titles before a person's name, small letters, without a stop. Saints are left out: theirs are names of places.
const TITLES: [&str; 58] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "president",
    "vice",
    "minister",
    "prime",
    "premier",
    "secretary",
    "justice",
    "judge",
    "senator",
    "sen",
    "rep",
    "representative",
    "congressman",
    "governor",
    "gov",
    "mayor",
    "chancellor",
    "chairman",
    "ambassador",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "emperor",
    "lord",
    "lady",
    "sir",
    "dame",
    "sheikh",
    "shaikh",
    "ayatollah",
    "imam",
    "rev",
    "reverend",
    "father",
    "archbishop",
    "bishop",
    "general",
    "gen",
    "colonel",
    "col",
    "captain",
    "capt",
    "major",
    "maj",
    "lieutenant",
    "lt",
    "sergeant",
    "sgt",
    "admiral",
];

/// How many of [`TITLES`], from the first, are no part of a name in any text; those of nobles, clerics and soldiers are
/// in some.
const PLAIN: usize = 26;

/// Titles that alone are never a name.
const OFFICES: [&str; 10] = [
    "president",
    "minister",
    "secretary",
    "justice",
    "judge",
    "senator",
    "governor",
    "mayor",
    "general",
    "chairman",
];

fn title(word: &str, titles: &[&str]) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    titles.contains(&word.as_str())
}

/// Where a person's name begins once the titles before it are left out: "Justice" before a surname.
pub(super) fn without_titles<'a>(first: usize, end: usize, word: impl Fn(usize) -> &'a str) -> usize {
    let mut from = first;
    while from + 1 < end
        && title(word(from), &TITLES[..PLAIN])
        && word(from + 1).starts_with(char::is_uppercase)
    {
        from += 1;
    }
    from
}

/// Labels the lessons alike.
pub(super) fn harmonise(lessons: &mut [Lesson]) {
    let peoples = peoples(lessons);
    for lesson in lessons {
        let names: Vec<_> = lesson.document.names().collect();
        for (first, end, kind) in names {
            let words = &lesson.document.words;
            let mut from = first;
            if words[from] == "the" {
                from += 1;
            }
            if kind == NameKind::Person {
                while from + 1 < end
                    && title(&words[from], &TITLES)
                    && words[from + 1].starts_with(char::is_uppercase)
                {
                    from += 1;
                }
                if from + 1 == end && title(&words[from], &OFFICES) {
                    from = end;
                }
            }
            let people =
                end == first + 1 && kind == NameKind::Person && peoples.contains_key(words[first].as_str());
            if people {
                lesson.document.mark(first, end, NameKind::Other);
            } else if from > first {
                lesson.document.labels[first..end].fill(OUTSIDE);
                lesson.document.mark(from, end, kind);
            }
        }
    }
}

/// Words that are mostly names of the other kind, alone, and in the plural: "Americans".
fn peoples(lessons: &[Lesson]) -> BTreeMap<String, ()> {
    let mut counts: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
    for lesson in lessons.iter().filter(|lesson| lesson.others) {
        for (first, end, kind) in lesson.document.names().filter(|name| name.1 == name.0 + 1) {
            debug_assert_eq!(first + 1, end);
            let word = lesson.document.words[first].as_str();
            if word.ends_with('s') || word.ends_with("ish") || word.ends_with("ese") || word.ends_with("an") {
                counts.entry(word).or_default()[usize::from(kind == NameKind::Other)] += 1;
            }
        }
    }
    counts
        .into_iter()
        .filter(|(_, [named, other])| *other >= 3 && other > named)
        .map(|(word, _)| (word.to_owned(), ()))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::conll::read_conll;
    use super::*;

    #[test]
    fn articles_titles_and_peoples_are_labelled_alike() {
        let text = "the\tB-LOC\nHague\tI-LOC\nPresident\tB-PER\nAnna\tI-PER\nBo\tI-PER\nSecretary\tB-PER\nPrince\tB-PER\n\
                    Finns\tB-MISC\nx\tO\nFinns\tB-MISC\nx\tO\nFinns\tB-MISC\nx\tO\nFinns\tB-PER\n";
        let document = read_conll(text).unwrap().remove(0);
        let mut lessons = [Lesson { document, weight: 1.0, others: true, counted: Vec::new() }];
        harmonise(&mut lessons);
        let tags: Vec<String> = (0..14).map(|at| lessons[0].document.tag(at)).collect();
        assert_eq!(tags.join(" "), "O B-LOC O B-PER I-PER O B-PER B-MISC O B-MISC O B-MISC O B-MISC");
    }
}
