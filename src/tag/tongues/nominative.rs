//! The nominatives of the names of a document, so that a cast lists one person under one name whatever the cases.
//!
//! Only what is safe: a full name whose given name tells the case, a known place, and else a form whose nominative
//! occurs in the document too.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use super::super::Kind;
use super::super::by_language::primary;
use super::declension::{Gender, NOMINATIVE, Reading, SLOTS, forms, genders, readings};
use super::languages::{CYRILLIC_GIVEN, POLISH_GIVEN, tongues};
use super::lexis::phrase_forms;
use super::tongue::Cases;

/// Names of more words than this stay as they are.
const WORDS: usize = 4;

/// Of a document with more distinct names than this the others stay as they are, so that a hostile one isn't slow.
const NAMES: usize = 20_000;

/// Longer words stay as they are, in bytes.
const LONG: usize = 80;

/// Languages in Cyrillic letters that don't decline names as Russian does.
const OTHERS: [&str; 5] = ["bg", "mk", "sr", "mn", "tt"];

/// Ways to read the forms of given names, in Cyrillic and Polish.
static GIVEN: LazyLock<HashMap<String, Vec<Reading>>> = LazyLock::new(|| {
    let mut given: HashMap<String, Vec<Reading>> = HashMap::new();
    let tables = [(Cases::Cyrillic, CYRILLIC_GIVEN), (Cases::Polish, POLISH_GIVEN)];
    let names = tables.iter().flat_map(|(cases, table)| table.split_whitespace().map(|name| (*cases, name)));
    for (cases, name) in names {
        let nominative = name.split('=').next().unwrap_or(name);
        for gender in genders(cases, nominative) {
            for (slot, forms) in forms(cases, name).into_iter().enumerate() {
                for form in forms {
                    let reading = Reading { nominative: nominative.to_owned(), gender, slot };
                    given.entry(form).or_default().push(reading);
                }
            }
        }
    }
    given
});

/// The nominatives of known places and bodies by their forms, in Slavic languages.
static KNOWN: LazyLock<HashMap<String, Arc<str>>> = LazyLock::new(|| {
    let slavic =
        tongues().into_iter().filter(|tongue| matches!(tongue.cases, Cases::Cyrillic | Cases::Polish));
    let names = slavic.flat_map(|tongue| {
        let tables = tongue.places.iter().copied().chain([tongue.known_bodies]);
        tables.flat_map(|table| table.split('|')).map(|name| (tongue.cases, name.trim()))
    });
    let declined: Vec<_> = names.map(|(cases, name)| (plain(name), phrase_forms(cases, name))).collect();
    let mut known = HashMap::new();
    // All nominatives first: none is another's genitive.
    for slot in 0..SLOTS {
        for (nominative, forms) in &declined {
            for form in &forms[slot] {
                known.entry(form.clone()).or_insert_with(|| nominative.clone());
            }
        }
    }
    known
});

/// A name of the tables without the signs of its declension, in lower case.
fn plain(name: &str) -> Arc<str> {
    let words =
        name.split_whitespace().map(|word| word.trim_start_matches('_').split('=').next().unwrap_or(""));
    words.collect::<Vec<_>>().join(" ").to_lowercase().into()
}

/// For each name its nominative where it is safe to tell and not the name itself; a surname that stands before given name
/// and patronymic comes behind them.
pub(in super::super) fn nominatives(language: Option<&str>, names: &[(Kind, &str)]) -> Vec<Option<String>> {
    let language = language.map(primary).unwrap_or_default();
    let own = tongues()
        .into_iter()
        .find(|tongue| tongue.code == language)
        .map_or(Cases::None, |tongue| tongue.cases);
    let cases = |name: &str| {
        let cyrillic = name.chars().any(|c| ('а'..='ӿ').contains(&c));
        match (cyrillic, own) {
            (true, _) if !OTHERS.contains(&language.as_str()) => Cases::Cyrillic,
            (false, Cases::Polish | Cases::German) => own,
            _ => Cases::None,
        }
    };
    let declined: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(at, (kind, name))| {
            Declined::new(*kind, name, if at < NAMES { cases(name) } else { Cases::None })
        })
        .collect();
    if declined.iter().all(|name| name.cases == Cases::None) {
        return vec![None; names.len()];
    }
    let there: There = declined.iter().flat_map(Declined::present).collect();
    let full: Vec<_> = declined.iter().map(|name| name.full(&there)).collect();
    let surnames: HashSet<&str> = declined
        .iter()
        .zip(&full)
        .filter(|(name, _)| name.kind == Kind::Person && name.words.len() > 1)
        .filter_map(|(name, full)| full.as_deref().unwrap_or(&name.lower).rsplit(' ').next())
        .collect();
    let found =
        declined.iter().zip(&full).map(|(name, full)| full.clone().or_else(|| name.alone(&surnames, &there)));
    found.zip(names).map(|(found, (_, shown))| found.map(|found| dressed(&found, shown))).collect()
}

/// The names of a document, in lower case.
type There = HashSet<(Kind, String)>;

/// A name that may be declined.
struct Declined {
    kind: Kind,
    cases: Cases,
    /// In lower case, the surname last.
    lower: String,
    words: Vec<String>,
    /// Whether the surname stood first.
    turned: bool,
}

impl Declined {
    fn new(kind: Kind, name: &str, cases: Cases) -> Self {
        let mut words: Vec<_> = name.split_whitespace().map(str::to_lowercase).collect();
        let named = kind.is_name() && words.len() <= WORDS && name.len() <= LONG;
        let cases = if named { cases } else { Cases::None };
        let initial = |word: &String| word.ends_with('.');
        let turned = cases == Cases::Cyrillic
            && kind == Kind::Person
            && match words.as_slice() {
                [first, rest @ ..] if !rest.is_empty() && !initial(first) && !GIVEN.contains_key(first) => {
                    rest.iter().all(initial) || rest.len() == 2 && GIVEN.contains_key(&rest[0])
                }
                _ => false,
            };
        if turned {
            words.rotate_left(1);
        }
        Self { kind, cases, lower: words.join(" "), words, turned }
    }

    /// The name and, of a person named in three words, what remains of it without the middle.
    fn present(&self) -> impl Iterator<Item = (Kind, String)> {
        let short = match self.words.as_slice() {
            [first, _, last] if self.kind == Kind::Person => Some(format!("{first} {last}")),
            _ => None,
        };
        [Some(self.lower.clone()), short].into_iter().flatten().map(|name| (self.kind, name))
    }

    /// The nominative of a name of several words or of a known place or body.
    fn full(&self, there: &There) -> Option<String> {
        let itself = self.turned.then(|| self.lower.clone());
        match self.kind {
            _ if self.cases == Cases::None => None,
            Kind::Person if self.words.len() > 1 => self.person(there).or(itself),
            Kind::Person => None,
            _ => match KNOWN.get(&self.lower).filter(|_| self.cases != Cases::German) {
                Some(known) => Some(known.to_string()).filter(|known| *known != self.lower),
                None => self.phrase(there),
            },
        }
    }

    /// A full name's: the given name tells gender and case.
    fn person(&self, there: &There) -> Option<String> {
        let readings: Vec<_> = self.words.iter().map(|word| readings(self.cases, word)).collect();
        let shown = self.words.iter().any(|word| GIVEN.contains_key(word)) && self.cases != Cases::German;
        let mut found = Vec::new();
        let mut nominative = false;
        for gender in [Gender::Masculine, Gender::Feminine] {
            for slot in 0..SLOTS {
                let last = self.words.len() - 1;
                let words = self.words.iter().zip(&readings).enumerate();
                let read =
                    words.map(|(at, (word, readings))| self.word(word, readings, at == last, gender, slot));
                let read: Option<Vec<_>> = read.collect();
                if let Some(read) = read {
                    nominative |= slot == NOMINATIVE;
                    found.push(read.join(" "));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|name| *name != self.lower);
        let mut known = found.iter().filter(|name| there.contains(&(Kind::Person, (*name).clone())));
        match (known.next(), known.next()) {
            (Some(one), None) => Some(one.clone()),
            (None, _) if shown && !nominative && found.len() == 1 => found.pop(),
            _ => None,
        }
    }

    /// One word of a person's full name as read in that gender and case.
    fn word(
        &self,
        word: &str,
        readings: &[Reading],
        last: bool,
        gender: Gender,
        slot: usize,
    ) -> Option<String> {
        let fits = |reading: &&Reading| reading.slot == slot && reading.gender.agrees(gender);
        if word.ends_with('.') {
            return Some(word.to_owned());
        }
        if self.cases == Cases::German {
            // Of the whole name the last word alone has the genitive's ending.
            let read = readings.iter().find(|reading| reading.slot == slot);
            return if last { read.map(|reading| reading.nominative.clone()) } else { Some(word.to_owned()) };
        }
        if let Some(given) = GIVEN.get(word).filter(|_| !last) {
            return given.iter().find(fits).map(|reading| reading.nominative.clone());
        }
        let indeclinable = match gender {
            Gender::Feminine => !word.ends_with(['а', 'я', 'у', 'ю', 'ы', 'й', 'a', 'ą', 'y', 'j']),
            _ => word.ends_with(['о', 'е', 'и', 'э']),
        };
        let read = readings.iter().find(fits).map(|reading| reading.nominative.clone());
        read.or_else(|| (indeclinable && last).then(|| word.to_owned()))
    }

    /// That of a place or body of one or more words which aren't known, where it occurs in the document.
    fn phrase(&self, there: &There) -> Option<String> {
        let readings: Vec<_> = self.words.iter().map(|word| readings(self.cases, word)).collect();
        let mut found: Vec<_> = (1..SLOTS).flat_map(|slot| self.in_slot(&readings, slot)).collect();
        found.sort_unstable();
        found.dedup();
        let region = |name: &String| name.ends_with("ская область") || name.ends_with("ская вобласць");
        found.retain(|name| {
            *name != self.lower && (there.contains(&(self.kind, name.clone())) || region(name))
        });
        if found.len() == 1 { found.pop() } else { None }
    }

    /// The nominatives if all words are in that case, or only the first of them is.
    fn in_slot(&self, readings: &[Vec<Reading>], slot: usize) -> Vec<String> {
        let read = |all: &'_ [Reading]| -> Vec<String> {
            let fitting = all.iter().filter(|reading| reading.slot == slot);
            fitting.map(|reading| reading.nominative.clone()).collect()
        };
        let (Some((_, rest)), Some((first, others))) = (self.words.split_first(), readings.split_first())
        else {
            return Vec::new();
        };
        let all: Option<Vec<String>> = others.iter().map(|word| read(word).into_iter().next()).collect();
        let mut found = Vec::new();
        for head in read(first) {
            for tail in [Some(rest.to_vec()), all.clone()].into_iter().flatten() {
                let mut words = vec![head.clone()];
                words.extend(tail);
                found.push(words.join(" "));
            }
        }
        found
    }

    /// A bare surname's, where a full name with it or the nominative itself occurs.
    fn alone(&self, surnames: &HashSet<&str>, there: &There) -> Option<String> {
        if self.kind != Kind::Person || self.words.len() != 1 || self.cases == Cases::None {
            return None;
        }
        if surnames.contains(self.lower.as_str()) {
            return None;
        }
        let mut found: Vec<_> =
            readings(self.cases, &self.lower).into_iter().map(|reading| reading.nominative).collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|name| *name != self.lower);
        let one = |known: &dyn Fn(&str) -> bool| {
            let mut known = found.iter().filter(|name| known(name));
            known.next().filter(|_| known.next().is_none()).cloned()
        };
        one(&|name| surnames.contains(name))
            .or_else(|| one(&|name| there.contains(&(Kind::Person, name.to_owned()))))
    }
}

/// A name in lower case with the capitals of the form in which it was found.
fn dressed(name: &str, shown: &str) -> String {
    let shouted =
        shown.chars().filter(|c| c.is_uppercase()).count() > 2 && !shown.chars().any(char::is_lowercase);
    if shouted {
        return name.to_uppercase();
    }
    let forms: Vec<&str> = shown.split_whitespace().collect();
    let words = name.split(' ').map(|word| {
        let start = word.chars().next();
        let alike = |form: &&&str| form.chars().next().map(|c| c.to_lowercase().next()) == start.map(Some);
        match forms.iter().find(alike) {
            Some(form) => {
                let mut form = form.chars();
                let mut differs = false;
                let capitals = |c: char| {
                    let other = form.next();
                    differs |= other.and_then(|other| other.to_lowercase().next()) != Some(c);
                    if differs { c } else { other.unwrap_or(c) }
                };
                word.chars().map(capitals).collect()
            }
            None => word.to_owned(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}
