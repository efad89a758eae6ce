//! The other spellings of a name that was typed.

use std::collections::HashMap;

use super::asked::refolded;
use super::groups::Group;
use super::person::Person;
use super::sounding::sounds;
use super::table::Names;
use super::transliterate;
use super::words::hash;
use crate::index::Spelling;
use crate::name::{fold, given_name, is_known};
use crate::tag::Kind;

/// The most spellings that are given; the least used are left out.
const MOST: usize = 24;
/// The most words of a name.
const LONGEST: usize = 12;
/// The most clusters that are looked at, those in most documents.
const LOOKED_AT: usize = 1024;
/// The most people or bodies that a name is taken for.
const MEANT: usize = 8;

/// Abbreviations that are words of the language in small letters: neither typed nor found are they a name for sure.
const ORDINARY: &[&str] = &[
    "act", "aid", "aids", "all", "am", "and", "are", "art", "as", "at", "be", "best", "care", "did", "do",
    "fed", "for", "gap", "had", "has", "he", "his", "ice", "if", "in", "is", "it", "lit", "mad", "may",
    "met", "mid", "nice", "no", "now", "of", "oil", "on", "or", "pop", "safe", "salt", "she", "smart", "so",
    "start", "stem", "step", "tap", "team", "the", "to", "up", "us", "war", "was", "we", "who",
];

/// How a name has the words that were typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// It is these words.
    Whole,
    /// They are a person's surname.
    Surname,
    /// They are a person's given name.
    Given,
}

/// See [`crate::index::WhoIsWho::spellings`].
pub(super) fn spellings(names: &Names, typed: &[&str]) -> Vec<Spelling> {
    let words = refolded(typed);
    let ordinary = matches!(words.as_slice(), [word] if ORDINARY.contains(&word.as_str()));
    if words.is_empty() || words.len() > LONGEST || ordinary {
        return Vec::new();
    }
    let mut found = Vec::new();
    let exact = Typed { words: &words, read: fold::words };
    for (group, matched) in meant(names, &exact, names.candidates(&words, LOOKED_AT)) {
        let matched = names.strings.text(matched);
        let shown = if words.len() == 1 { last_word(matched) } else { matched };
        others(names, group, &words, shown, &mut found);
    }
    for (group, shown) in names.groups.shown_with(&words) {
        let kind = names.groups.head(group).map(|head| head.0);
        let fits = kind.and_then(|kind| fit(kind, &fold::words(shown), &words));
        if matches!(fits, Some(Fit::Whole | Fit::Surname)) {
            others(names, group, &words, if words.len() == 1 { last_word(shown) } else { shown }, &mut found);
        }
    }
    if found.is_empty() && names.with_words(&words).is_empty() {
        let alike = Typed { words: &sounds(&words), read: |name| sounds(&fold::words(name)) };
        for (group, _) in meant(names, &alike, names.sounding_alike(&words, LOOKED_AT)) {
            others(names, group, &words, &capitalised(&words), &mut found);
        }
        if found.is_empty() {
            let mut groups: Vec<Group> =
                names.same_as(&words).into_iter().filter_map(|number| names.groups.of(number)).collect();
            groups.sort_unstable();
            groups.dedup();
            for group in groups.into_iter().take(MEANT) {
                others(names, group, &words, &capitalised(&words), &mut found);
            }
        }
    }
    found.sort_by(|one, other| (other.documents, &one.words).cmp(&(one.documents, &other.words)));
    let mut kept: Vec<Other> = Vec::new();
    for other in found {
        let within = |long: &[String], short: &[String]| long.windows(short.len()).any(|run| run == short);
        if kept.iter().any(|known| within(&other.words, &known.words)) {
            continue;
        }
        kept.retain(|known| !within(&known.words, &other.words));
        kept.push(other);
    }
    kept.truncate(MOST);
    kept.into_iter().map(|other| Spelling { words: other.words, why: other.why }).collect()
}

/// Another spelling.
struct Other {
    words: Vec<String>,
    why: String,
    documents: u32,
}

/// Words that were typed, and how those of a name are read beside them.
struct Typed<'a> {
    words: &'a [String],
    read: fn(&str) -> Vec<String>,
}

/// Whom of these clusters the words mean, those of most documents first, each with the name that has them.
fn meant(names: &Names, typed: &Typed<'_>, mut clusters: Vec<u32>) -> Vec<(Group, u32)> {
    let words = typed.words;
    clusters.sort_unstable_by_key(|&cluster| (std::cmp::Reverse(names.count(cluster)), cluster));
    let mut groups: HashMap<Group, (u64, u32, bool)> = HashMap::new();
    let (mut given, mut given_groups, mut named) = (0u64, Vec::new(), 0u64);
    for number in clusters {
        let (Some(cluster), Some(group)) = (names.cluster(number), names.groups.of(number)) else { continue };
        let documents = u64::from(names.count(number));
        let fits: Vec<(Fit, u32)> = names
            .names_of(&cluster)
            .filter_map(|name| {
                Some((fit(cluster.kind, &(typed.read)(names.strings.text(name)), words)?, name))
            })
            .collect();
        let best = |fit: Fit| fits.iter().find(|(other, _)| *other == fit).map(|(_, name)| *name);
        let as_given = best(Fit::Given).is_some() && best(Fit::Surname).is_none();
        if as_given {
            given += documents;
            given_groups.push(group);
        }
        let Some(name) = best(Fit::Whole).or_else(|| best(Fit::Surname)) else { continue };
        let known = groups.entry(group).or_insert((0, name, true));
        known.0 += documents;
        known.2 &= as_given;
        named += if as_given { 0 } else { documents };
    }
    given_groups.sort_unstable();
    given_groups.dedup();
    // "Alexander" isn't all people of that name, though a document may call one of them so.
    let is_given =
        given_groups.len() > 1 || words.iter().any(|word| words.len() == 1 && given_name(word).is_some());
    if is_given && given >= named && words.len() == 1 {
        return Vec::new();
    }
    let mut groups: Vec<_> = groups
        .into_iter()
        .filter(|(_, (_, _, as_given))| !(is_given && *as_given && words.len() == 1))
        .collect();
    groups.sort_unstable_by_key(|&(group, (documents, ..))| (std::cmp::Reverse(documents), group));
    let all: u64 = groups.iter().map(|(_, (documents, ..))| documents).sum();
    // One in twenty means somebody else by it: those are left out.
    groups.retain(|(_, (documents, ..))| documents * 20 >= all);
    groups.truncate(MEANT);
    groups.into_iter().map(|(group, (_, name, _))| (group, name)).collect()
}

/// How a name of these words has the ones typed.
fn fit(kind: Kind, own: &[String], words: &[String]) -> Option<Fit> {
    if own == words {
        return Some(Fit::Whole);
    }
    if kind != Kind::Person || own.len() < 2 {
        return None;
    }
    match words {
        [word] if own.last() == Some(word) => Some(Fit::Surname),
        [word] if own.first() == Some(word) => Some(Fit::Given),
        [first, last] if own.first() == Some(first) && own.last() == Some(last) => Some(Fit::Whole),
        _ => None,
    }
}

/// The other names of a group than the one shown, as words to look for.
fn others(names: &Names, group: Group, words: &[String], shown: &str, found: &mut Vec<Other>) {
    let Some((kind, _)) = names.groups.head(group) else { return };
    let mut used: HashMap<u32, u32> = HashMap::new();
    let mut members = names.groups.members(group).to_vec();
    members.sort_unstable_by_key(|&cluster| std::cmp::Reverse(names.count(cluster)));
    for number in members.into_iter().take(LOOKED_AT / 4) {
        let Some(cluster) = names.cluster(number) else { continue };
        for name in names.names_of(&cluster) {
            *used.entry(name).or_default() += names.count(number);
        }
    }
    let people: Vec<Person> = match kind {
        Kind::Person => used.keys().map(|&name| Person::read(names.strings.text(name))).collect(),
        _ => Vec::new(),
    };
    for (name, documents) in used {
        let text = names.strings.text(name);
        let (other, text) = match kind {
            Kind::Person => match person(names, group, name, words, &people) {
                Some(other) => other,
                None => continue,
            },
            _ => match means(names, group, name) {
                true => (fold::words(text), text),
                false => continue,
            },
        };
        let ordinary =
            matches!(other.as_slice(), [word] if ORDINARY.contains(&word.as_str()) || word.len() < 2);
        if other.is_empty() || ordinary || other.windows(words.len()).any(|run| run == words) {
            continue;
        }
        let what = match kind {
            Kind::Person => "person",
            Kind::Place => "place",
            _ => "body",
        };
        found.push(Other { words: other, why: format!("{text}: same {what} as {shown}"), documents });
    }
}

/// The words by which a person's name is looked for instead of those typed, and how they are written.
fn person<'a>(
    names: &'a Names,
    group: Group,
    name: u32,
    words: &[String],
    people: &[Person],
) -> Option<(Vec<String>, &'a str)> {
    let text = names.strings.text(name);
    let own = fold::words(text);
    let last = words.last()?;
    let sounds_alike = |one: &str| transliterate::key(one) == transliterate::key(last);
    match Person::read(text) {
        // A surname typed is looked for in its other spellings, whatever stands before them.
        Person::Full(_) | Person::Initial { .. }
            if words.len() == 1 && own.last().is_some_and(|own| sounds_alike(own)) =>
        {
            Some((own.last().cloned().into_iter().collect(), last_word(text)))
        }
        Person::Full(_) | Person::Initial { .. } => Some((own, text)),
        Person::Bare(bare) => {
            let is_given = given_name(&bare).is_some()
                || people.iter().any(|person| matches!(person, Person::Full(full) if full.given == bare));
            let told_apart = words.len() == 1
                || transliterate::is_slavic(&transliterate::key(&bare))
                || !sounds_alike(&bare);
            let is_one = words.len() == 1 || means(names, group, name);
            (!is_given && told_apart && is_one).then_some((own, text))
        }
        Person::Nothing => None,
    }
}

/// Whether a name means this one and hardly any other.
fn means(names: &Names, group: Group, name: u32) -> bool {
    let folded = fold::folded(names.strings.text(name));
    if is_known(&folded) {
        return true;
    }
    let Some(rarest) = folded.split(' ').map(hash).min_by_key(|&word| names.words.count(word)) else {
        return false;
    };
    let (mut own, mut all) = (0u64, 0u64);
    for number in names.words.with(rarest).take(LOOKED_AT) {
        let Some(cluster) = names.cluster(number) else { continue };
        let has = names.names_of(&cluster).any(|other| {
            other == name || names.strings.text(other).eq_ignore_ascii_case(names.strings.text(name))
        });
        if has {
            let documents = u64::from(names.count(number));
            all += documents;
            own += if names.groups.of(number) == Some(group) { documents } else { 0 };
        }
    }
    own * 5 >= all * 4 && own > 0
}

/// Folded words as a name is written.
pub(super) fn capitalised(words: &[String]) -> String {
    let capital = |word: &String| {
        let mut chars = word.chars();
        chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect::<String>()
    };
    words.iter().map(capital).collect::<Vec<_>>().join(" ")
}

/// The last word of a name as it is written.
fn last_word(name: &str) -> &str {
    name.rsplit(char::is_whitespace).next().unwrap_or(name)
}
