//! Which names of one document name the same: short and full, long form and abbreviation, with and without
//! patronymic. Only what is safe within a document; where two people share a surname nothing is guessed but the
//! nearest.

use std::collections::{BTreeMap, HashMap};

use super::Kind;
use super::key::key;
use super::lexicon::{LEXICON, flag};
use crate::name::{Sort, Verdict, compare, fold};

/// A distinct name of a document.
pub(super) struct Name {
    pub(super) kind: Kind,
    /// As it's written.
    pub(super) text: String,
    /// Its nominative, where that is another form.
    nominative: Option<String>,
    /// Its words in lower case, without stops.
    words: Vec<String>,
    /// What it stands for, where that can be told.
    value: Option<String>,
    /// How often it's used.
    pub(super) count: u32,
}

impl Name {
    pub(super) fn new(kind: Kind, text: String, value: Option<String>) -> Self {
        Self { kind, words: words(&text), text, nominative: None, value, count: 0 }
    }

    /// The same, standing for that nominative.
    pub(super) fn set_nominative(&mut self, nominative: String) {
        self.words = words(&nominative);
        self.nominative = Some(nominative);
    }

    /// Of a person: the surname with the suffix, without an article.
    pub(super) fn surname(&self) -> String {
        let Some(last) = self.words.last() else { return String::new() };
        let bare = |word: &str| {
            ["al-", "el-", "as-", "ad-", "ar-", "ash-"]
                .iter()
                .find_map(|article| word.strip_prefix(article))
                .unwrap_or(word)
                .to_owned()
        };
        match self.words.as_slice() {
            [.., before, last] if self.words.len() > 2 && is(last, flag::SUFFIX) || is_younger(last) => {
                format!("{} {last}", bare(before))
            }
            _ => bare(last),
        }
    }

    /// Whether it is a person by given name and surname; "Smith Jr." isn't.
    pub(super) fn is_full(&self) -> bool {
        let surname = usize::from(self.words.last().is_some_and(|last| is_younger(last)));
        self.kind == Kind::Person && self.words.len() > 1 + surname
    }

    pub(super) fn given(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Of a person: what stands between given name and surname, without particles.
    fn middle(&self) -> Vec<&str> {
        let last = self
            .words
            .len()
            .saturating_sub(1 + usize::from(self.words.last().is_some_and(|w| is(w, flag::SUFFIX))));
        let middle = self.words.get(1..last.max(1)).unwrap_or_default();
        middle.iter().map(String::as_str).filter(|word| !is(word, flag::PARTICLE)).collect()
    }

    fn content(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).filter(|word| !is(word, flag::FUNCTION))
    }

    fn is_acronym(&self) -> bool {
        let letters = self.text.replace('.', "");
        (2..=7).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// The first letters of the words that count.
    fn initials(&self) -> Vec<char> {
        self.content().filter_map(|word| word.chars().next()).collect()
    }

    /// What two names of the same body or place have in common: the words that count, whatever their order.
    fn sorted_content(&self) -> String {
        let mut words: Vec<_> =
            self.content().map(|word| word.replace("organisation", "organization")).collect();
        if words.ends_with(&["news".to_owned(), "agency".to_owned()]) {
            words.truncate(words.len() - 2);
        }
        words.sort_unstable();
        words.join(" ")
    }
}

fn words(name: &str) -> Vec<String> {
    name.split(' ').map(|word| word.replace('.', "").replace('’', "'").to_lowercase()).collect()
}

fn is(word: &str, flags: u32) -> bool {
    LEXICON.flags(key(word)) & flags != 0
}

/// Whether a word tells a son from his father, and is no number of a king.
fn is_younger(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "junior" | "senior")
}

/// Sets of names that are joined one by one.
struct Sets {
    up: Vec<u32>,
    /// Names that a sentence has as two people's.
    two: Vec<(u32, u32)>,
}

/// The most such pairs that count, so that a hostile document can't make this slow.
const MOST_PAIRS: usize = 256;

impl Sets {
    fn new(names: u32, mut two: Vec<(u32, u32)>) -> Self {
        two.retain(|(one, other)| one != other);
        two.sort_unstable();
        two.dedup();
        two.truncate(MOST_PAIRS);
        Self { up: (0..names).collect(), two }
    }

    fn root(&mut self, mut at: u32) -> u32 {
        while self.up[at as usize] != at {
            let up = self.up[self.up[at as usize] as usize];
            self.up[at as usize] = up;
            at = up;
        }
        at
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.up[a.max(b) as usize] = a.min(b);
    }

    /// The same unless a sentence has names of both as two people's.
    fn join_people(&mut self, a: u32, b: u32) {
        if !self.are_two(a, b) {
            self.join(a, b);
        }
    }

    /// Whether a sentence has names of these two sets as two people's.
    fn are_two(&mut self, a: u32, b: u32) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        (0..self.two.len()).any(|at| {
            let (one, other) = self.two[at];
            let pair = (self.root(one), self.root(other));
            pair == (a, b) || pair == (b, a)
        })
    }
}

/// For each mention the number of its group. `name_of` gives the number of each mention's name; `bracketed` are the
/// mentions behind which the next one stands in brackets, `two` those that a sentence has as two people.
pub(super) fn groups(
    names: &[Name],
    name_of: &[u32],
    bracketed: &[usize],
    two: &[(usize, usize)],
) -> Vec<u32> {
    let two = two.iter().map(|&(one, other)| (name_of[one], name_of[other])).collect();
    let mut sets = Sets::new(names.len() as u32, two);
    let mut same: HashMap<(Kind, String), u32> = HashMap::new();
    for (name, number) in names.iter().zip(0..) {
        let common = match name.kind {
            Kind::Person => continue,
            _ if name.value.is_some() => name.value.clone().unwrap_or_default(),
            Kind::Date | Kind::Money | Kind::Quantity | Kind::Contact | Kind::Identifier => {
                name.text.to_lowercase()
            }
            Kind::Organisation | Kind::Place => LEXICON.alias(&name.text).map_or_else(
                || name.sorted_content(),
                |alias| Name::new(name.kind, alias.to_owned(), None).sorted_content(),
            ),
        };
        let first = *same.entry((name.kind, common)).or_insert(number);
        sets.join(first, number);
    }
    for &first in bracketed {
        let [long, short] = [name_of[first], name_of[first + 1]];
        let body = names[long as usize].kind == Kind::Organisation;
        if body && names[short as usize].is_acronym() && !names[long as usize].is_acronym() {
            sets.join(long, short);
        }
    }
    abbreviations(names, &mut sets);
    shorter_bodies(names, &mut sets);
    people(names, &mut sets);
    spellings(names, &mut sets);
    bare_names(names, name_of, &mut sets)
}

/// Ties an abbreviation to the one long form whose first letters it has: in order, or from three letters on in any.
fn abbreviations(names: &[Name], sets: &mut Sets) {
    let mut long: HashMap<(Kind, String), Vec<u32>> = HashMap::new();
    for (name, number) in names.iter().zip(0..) {
        if matches!(name.kind, Kind::Organisation | Kind::Place) && !name.is_acronym() {
            let initials = name.initials();
            if initials.len() < 2 || initials.len() > 8 {
                continue;
            }
            long.entry((name.kind, initials.iter().collect())).or_default().push(number);
            let mut sorted = initials.clone();
            sorted.sort_unstable();
            if sorted.len() > 2 && sorted != initials {
                long.entry((name.kind, sorted.iter().collect())).or_default().push(number);
            }
        }
    }
    for (name, number) in names.iter().zip(0..).filter(|(name, _)| name.is_acronym()) {
        let letters: String = name.words.concat();
        let mut sorted: Vec<char> = letters.chars().collect();
        sorted.sort_unstable();
        for letters in [letters, sorted.into_iter().collect()] {
            let Some(forms) = long.get(&(name.kind, letters)) else { continue };
            let first = sets.root(forms[0]);
            if forms.iter().all(|&form| sets.root(form) == first) {
                sets.join(first, number);
                break;
            }
        }
    }
}

/// Ties "Foreign Ministry" to "Belarusian Foreign Ministry" and "Acme" to "Acme Group" where there is only one.
fn shorter_bodies(names: &[Name], sets: &mut Sets) {
    let mut longer: HashMap<String, Vec<u32>> = HashMap::new();
    let bodies = || names.iter().zip(0..).filter(|(name, _)| name.kind == Kind::Organisation);
    for (name, number) in bodies() {
        if let [first, rest @ ..] = name.words.as_slice()
            && rest.len() > 1
            && is(first, flag::DEMONYM)
        {
            longer.entry(rest.join(" ")).or_default().push(number);
        }
        if let [rest @ .., last] = name.words.as_slice()
            && !rest.is_empty()
            && matches!(
                last.as_str(),
                "inc" | "ltd" | "corp" | "llc" | "plc" | "gmbh" | "ag" | "group" | "company" | "corporation"
            )
        {
            longer.entry(rest.join(" ")).or_default().push(number);
        }
    }
    for (name, number) in bodies() {
        let Some(forms) = longer.get(&name.words.join(" ")) else { continue };
        let first = sets.root(forms[0]);
        if forms.iter().all(|&form| sets.root(form) == first) {
            sets.join(first, number);
        }
    }
}

/// Joins the full names of one person: with and without a middle name.
fn people(names: &[Name], sets: &mut Sets) {
    let mut full: HashMap<(&str, String), Vec<u32>> = HashMap::new();
    let mut by_surname: HashMap<String, Vec<u32>> = HashMap::new();
    for (name, number) in names.iter().zip(0..) {
        if name.is_full() {
            full.entry((name.given(), name.surname())).or_default().push(number);
            by_surname.entry(name.surname()).or_default().push(number);
        }
    }
    for group in full.values() {
        let with_middle: Vec<_> =
            group.iter().filter(|&&name| !names[name as usize].middle().is_empty()).collect();
        let Some(&&first) = with_middle.first() else {
            group.iter().for_each(|&name| sets.join_people(group[0], name));
            continue;
        };
        let middle = names[first as usize].middle();
        let one = with_middle.iter().all(|&&name| alike(&middle, &names[name as usize].middle()));
        for &name in group {
            let other = &names[name as usize].middle();
            if one || (!other.is_empty() && alike(&middle, other)) {
                sets.join_people(first, name);
            }
        }
    }
    // "V. Putin" where only one Putin's given name begins so.
    for group in by_surname.values().filter(|group| group.len() < 64) {
        for &short in group.iter().filter(|&&name| names[name as usize].given().chars().count() == 1) {
            let letter = names[short as usize].given();
            let mut fuller = group.iter().copied().filter(|&name| {
                let given = names[name as usize].given();
                given.len() > letter.len() && given.starts_with(letter)
            });
            if let Some(first) = fuller.next() {
                let first = sets.root(first);
                // "Putin and V. Putin’s brother": beside the surname alone an initial means another one.
                if fuller.all(|name| sets.root(name) == first) && !beside_bare(names, sets, short) {
                    sets.join_people(first, short);
                }
            }
        }
    }
}

/// The most full names of one first letter that are compared with one another, so that a hostile list of names can't make
/// this slow.
const COMPARED: usize = 64;

/// Joins full names that are spellings of one: "Alyaksandr Lukashenka" and "Alexander Lukashenko", "Peter Novák" and "Peter
/// Novak". Only those are compared whose surnames differ in few letters.
fn spellings(names: &[Name], sets: &mut Sets) {
    let mut by_letter: BTreeMap<char, Vec<(u32, String)>> = BTreeMap::new();
    // Initials have rules of their own.
    let is_spelt = |name: &Name| name.is_full() && name.given().chars().nth(1).is_some();
    for (name, number) in names.iter().zip(0..).filter(|(name, _)| is_spelt(name)) {
        let surname = fold::folded(&name.surname());
        let Some(letter) = surname.chars().next() else { continue };
        let known = by_letter.entry(letter).or_default();
        if known.len() < COMPARED {
            known.push((number, surname));
        }
    }
    for known in by_letter.values() {
        for (at, (one, surname)) in known.iter().enumerate() {
            for (other, like) in &known[at + 1..] {
                let apart = sets.root(*one) != sets.root(*other);
                if apart && is_near(surname, like) && is_spelling(names, *one, *other) {
                    sets.join_people(*one, *other);
                }
            }
        }
    }
}

/// Whether two surnames differ in no more than every third letter.
fn is_near(one: &str, other: &str) -> bool {
    let may = one.len().max(other.len()) / 3;
    one.len().abs_diff(other.len()) <= may && strsim::osa_distance(one, other) <= may
}

fn is_spelling(names: &[Name], one: u32, other: u32) -> bool {
    let text = |name: u32| {
        let name = names.get(name as usize);
        name.map_or("", |name| name.nominative.as_deref().unwrap_or(&name.text))
    };
    compare(Some(Sort::Person), text(one), text(other)).verdict == Verdict::Same
}

/// Whether a sentence has a name and its surname alone as two people's.
fn beside_bare(names: &[Name], sets: &Sets, name: u32) -> bool {
    let surname = |name: u32| names.get(name as usize).map(Name::surname);
    let bare = |other: u32| {
        names.get(other as usize).is_some_and(|bare| !bare.is_full()) && surname(other) == surname(name)
    };
    sets.two.iter().any(|&(a, b)| (a == name && bare(b)) || (b == name && bare(a)))
}

/// Whether two runs of middle names can be one: the same words, or initials of them.
fn alike(a: &[&str], b: &[&str]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| {
            a == b
                || ((a.chars().count() == 1 || b.chars().count() == 1)
                    && a.chars().next() == b.chars().next())
        })
}

/// The group of each mention: a bare surname or given name goes to the one full name that has it, or else to the
/// nearest such name before it, or else to the first behind it.
fn bare_names(names: &[Name], name_of: &[u32], sets: &mut Sets) -> Vec<u32> {
    let full = Name::is_full;
    // For each surname and given name: the groups (the first, and whether there are more).
    let mut surnames: HashMap<String, (u32, bool)> = HashMap::new();
    let mut givens: HashMap<&str, (u32, bool)> = HashMap::new();
    for (name, number) in names.iter().zip(0..).filter(|(name, _)| full(name)) {
        let root = sets.root(number);
        let surname = surnames.entry(name.surname()).or_insert((root, false));
        surname.1 |= surname.0 != root;
        let given = givens.entry(name.given()).or_insert((root, false));
        given.1 |= given.0 != root;
    }
    let mut latest_surname: HashMap<String, u32> = HashMap::new();
    let mut latest_given: HashMap<&str, u32> = HashMap::new();
    let mut group_of = Vec::with_capacity(name_of.len());
    for &number in name_of {
        let name = &names[number as usize];
        let root = sets.root(number);
        let group = if full(name) {
            if surnames.get(&name.surname()).is_some_and(|groups| groups.1) {
                latest_surname.insert(name.surname(), root);
            }
            if givens.get(name.given()).is_some_and(|groups| groups.1) {
                latest_given.insert(name.given(), root);
            }
            root
        } else if name.kind == Kind::Person {
            let surname = name.surname();
            let likely = match (surnames.get(&surname), givens.get(name.given())) {
                (Some((first, _)), _) => [latest_surname.get(&surname), Some(first)],
                (None, Some((first, _))) => [latest_given.get(name.given()), Some(first)],
                (None, None) => [None; 2],
            };
            let likely = likely.into_iter().flatten().copied();
            likely.into_iter().find(|&group| !sets.are_two(number, group)).unwrap_or(root)
        } else {
            root
        };
        group_of.push(group);
    }
    group_of
}

/// How well a name serves; the first numbers count most.
type Rank = (u32, u32, u32, u32);

/// The name under which an entity is listed, of the names used for it with how often each, the most used first.
pub(super) fn best<'a>(kind: Kind, names: impl Iterator<Item = (&'a Name, u32)>) -> String {
    let rank = |name: &Name, count: u32| match kind {
        Kind::Person => {
            let words = name.words.len();
            let initial = name.given().chars().count() == 1;
            // Given name and surname before names with more between, and bare names last.
            (u32::from(words > 1), u32::from(!initial), u32::from(name.middle().is_empty()), count)
        }
        Kind::Organisation => (u32::from(!name.is_acronym()), name.content().count() as u32, count, 0),
        Kind::Place => (u32::from(!name.is_acronym()), count, 0, 0),
        _ => (count, 0, 0, 0),
    };
    let mut best: Option<(&Name, Rank)> = None;
    for (name, count) in names {
        let rank = rank(name, count);
        if best.is_none_or(|(_, least)| rank > least) {
            best = Some((name, rank));
        }
    }
    best.map_or(String::new(), |(name, _)| name.nominative.as_ref().unwrap_or(&name.text).clone())
}
