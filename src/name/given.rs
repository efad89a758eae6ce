//! Given names that are one: the spellings of a name in a language, its forms in other languages, its pet names.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::block::packed;
use super::sound::{self, Ear};
use super::tradition::Tradition;

/// A given name in one of the lines of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    /// The line: one name in all languages.
    line: u16,
    /// The part of it: the name in one of them.
    part: u8,
    pet: bool,
    tradition: Tradition,
}

/// All that a word may be as a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known(&'static [Entry]);

impl Known {
    /// Looks a word up.
    pub(super) fn read(plain: &str) -> Self {
        Self(entries(plain))
    }

    /// Whether it is a given name.
    pub(super) fn is(self) -> bool {
        !self.0.is_empty()
    }

    /// The lines of the table that have it.
    pub(super) fn lines(self) -> impl Iterator<Item = u16> {
        let mut last = None;
        self.0.iter().map(|entry| entry.line).filter(move |&line| last.replace(line) != Some(line))
    }

    /// Whether two words are known as given names, and not as one.
    pub(super) fn is_other(self, other: Self) -> bool {
        self.is() && other.is() && !self.0.iter().any(|a| other.0.iter().any(|b| a.line == b.line))
    }
}

/// What is known of a word as a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenName {
    /// The letters that it begins with in the languages that have it, a bit for each from `a` on.
    pub letters: u32,
    /// Whether this spelling of it is Slavic and of no Western language.
    pub is_slavic: bool,
}

/// What is known of a word in small Latin letters without accents as a given name; `None` where it isn't known as one.
pub fn given_name(plain: &str) -> Option<GivenName> {
    let all = entries(plain);
    let foreign = all.iter().any(|entry| entry.tradition != Tradition::NONE);
    let lines = all.iter().filter(|entry| foreign && !entry.pet);
    let letters = lines.filter_map(|entry| TABLE.letters.get(entry.line as usize));
    let letters = letters.fold(letter(plain), |sum, letters| sum | letters);
    let is_slavic = tradition(plain).is(Tradition::SLAVIC);
    (!all.is_empty()).then_some(GivenName { letters, is_slavic })
}

/// A word that is compared as a given name.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    /// Its plain letters.
    pub(super) plain: &'a str,
    /// As it is spelled for [`sound`].
    pub(super) spelled: &'a str,
    /// The consonants of that, as [`packed`] gives them.
    pub(super) bones: u128,
    pub(super) known: Known,
}

impl<'a> Given<'a> {
    fn sound(self) -> (&'a str, u128) {
        (self.spelled, self.bones)
    }
}

struct Table {
    names: HashMap<&'static str, Vec<Entry>>,
    /// The first letters of each line's names, a bit for each from `a` on.
    letters: Vec<u32>,
    /// The names of each line with their consonants, without pet names.
    words: Vec<Vec<(&'static str, u128)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { names: HashMap::new(), letters: Vec::new(), words: Vec::new() };
    let lines = include_str!("data/given.txt").lines();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let number = table.letters.len() as u16;
        let mut letters = 0;
        let mut all = Vec::new();
        for (part, at) in line.split('|').zip(0u8..) {
            let mut words = part.split_whitespace();
            let mark = words.next().unwrap_or("");
            let pet = mark == "d";
            let tradition = if pet { Tradition::NONE } else { Tradition::marked(mark) };
            for word in words {
                letters |= letter(word);
                all.extend((!pet).then(|| (word, packed(word))));
                let known = table.names.entry(word).or_default();
                known.push(Entry { line: number, part: at, pet, tradition });
            }
        }
        table.letters.push(letters);
        table.words.push(all);
    }
    table
});

/// The bit of the letter that a word in small Latin letters begins with, from `a` on; none for any other letter.
pub fn letter(word: &str) -> u32 {
    match word.bytes().next() {
        Some(letter @ b'a'..=b'z') => 1 << (letter - b'a'),
        _ => 0,
    }
}

fn entries(word: &str) -> &'static [Entry] {
    TABLE.names.get(word).map_or(&[], Vec::as_slice)
}

/// Whether a word is known as a given name.
pub(super) fn is_known(plain: &str) -> bool {
    !entries(plain).is_empty()
}

/// Of what traditions it is, where it is of no Western language too.
pub(super) fn tradition(plain: &str) -> Tradition {
    let all = entries(plain);
    if all.iter().any(|entry| entry.tradition == Tradition::NONE && !entry.pet) {
        return Tradition::NONE;
    }
    all.iter().fold(Tradition::NONE, |sum, entry| sum.with(entry.tradition))
}

/// Whether it is a name of that tradition, among others.
pub(super) fn may_be(plain: &str, of: Tradition) -> bool {
    entries(plain).iter().any(|entry| entry.tradition.is(of))
}

/// How two given names are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// They aren't: both are known, as other names.
    Other,
    /// Nothing tells that they are.
    Unlike,
    /// A pet name.
    Pet,
    /// One name in two languages.
    Translated,
    /// One name in several spellings.
    Spelled,
    /// The same letters.
    Equal,
}

/// How two given names are one.
pub(super) fn likeness(one: Given, other: Given, ear: Option<Ear>) -> Likeness {
    if one.plain == other.plain {
        return Likeness::Equal;
    }
    let (a, b) = (one.known.0, other.known.0);
    let pairs = || a.iter().flat_map(|a| b.iter().map(move |b| (a, b))).filter(|(a, b)| a.line == b.line);
    if pairs().any(|(a, b)| a.part == b.part && !a.pet) {
        return Likeness::Spelled;
    }
    if pairs().any(|(a, b)| !a.pet && !b.pet) {
        return Likeness::Translated;
    }
    if pairs().next().is_some() {
        return Likeness::Pet;
    }
    if !a.is_empty() && !b.is_empty() {
        return Likeness::Other;
    }
    let heard = ear.is_some_and(|ear| sound::same_boned(one.sound(), other.sound(), ear));
    match heard {
        true => Likeness::Spelled,
        false => resolved(one, other, ear),
    }
}

/// The same where one of them is a spelling that the table hasn't, of a name on a line of the other.
fn resolved(one: Given, other: Given, ear: Option<Ear>) -> Likeness {
    let Some(ear) = ear else { return Likeness::Unlike };
    let (known, unknown) = match (one.known.0, other.known.0) {
        (known @ [_, ..], []) => (known, other.sound()),
        ([], known @ [_, ..]) => (known, one.sound()),
        _ => return Likeness::Unlike,
    };
    let lines =
        known.iter().filter(|entry| !entry.pet).filter_map(|entry| TABLE.words.get(entry.line as usize));
    let mut same = lines.flatten().filter(|word| sound::same_boned(**word, unknown, ear));
    if same.next().is_some() { Likeness::Translated } else { Likeness::Unlike }
}

/// Whether an initial may be that of a given name, in any language.
pub(super) fn may_begin(initial: &str, plain: &str) -> bool {
    let own = plain.chars().next() == initial.chars().next();
    let lines = entries(plain).iter().filter(|entry| !entry.pet);
    let foreign = || entries(plain).iter().any(|entry| entry.tradition != Tradition::NONE);
    own || lines
        .filter_map(|entry| TABLE.letters.get(entry.line as usize))
        .any(|bits| bits & letter(initial) != 0)
        && foreign()
}

/// A number that the names of one line share with each other; `None` for what isn't in the table, or on several lines.
pub(super) fn line(plain: &str) -> Option<u16> {
    let all = entries(plain);
    let first = all.first()?.line;
    all.iter().all(|entry| entry.line == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(one: &str, other: &str) -> Likeness {
        let read = |word| Given { plain: word, spelled: word, bones: packed(word), known: Known::read(word) };
        likeness(read(one), read(other), None)
    }

    #[test]
    fn given_names_are_one_in_several_ways_or_not() {
        assert_eq!(like("alexander", "alexander"), Likeness::Equal);
        assert_eq!(like("vladimir", "uladzimir"), Likeness::Spelled);
        assert_eq!(like("peter", "pyotr"), Likeness::Translated);
        assert_eq!(like("bill", "william"), Likeness::Pet);
        assert_eq!(like("pepe", "jose"), Likeness::Pet);
        assert_eq!(like("alexander", "alexandra"), Likeness::Other);
        assert_eq!(like("hassan", "hussein"), Likeness::Other);
        assert_eq!(like("igor", "ivan"), Likeness::Other);
        assert_eq!(like("zorblax", "ivan"), Likeness::Unlike);
        assert!(may_begin("u", "vladimir") && may_begin("v", "volodymyr") && !may_begin("x", "igor"));
    }
}
