//! What is known of names beforehand: small tables, each a file of plain text under `data/` that says where it is from.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::fold;

/// A word or name and the number of the line that it is on.
type Lines = HashMap<String, u32>;

/// The lines of a table that aren't comments.
fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// All words of a table.
fn words(table: &'static str) -> HashSet<&'static str> {
    lines(table).flat_map(|line| line.split(' ')).collect()
}

/// The names of a table with bars between those of a line, folded.
fn aliases(table: &'static str) -> Lines {
    let mut known = Lines::new();
    for (line, number) in lines(table).zip(0..) {
        for name in line.split('|') {
            known.entry(fold::folded(name)).or_insert(number);
        }
    }
    known
}

fn first(table: &'static str) -> Vec<&'static str> {
    lines(table).map(|line| line.split('|').next().unwrap_or(line)).collect()
}

const BODY_TABLE: &str = include_str!("data/bodies.txt");
const PLACE_TABLE: &str = include_str!("data/places.txt");
const WORD_TABLE: &str = include_str!("data/words.txt");

/// Titles, ranks and roles.
pub(super) static TITLES: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("data/titles.txt")));
/// Words between given name and surname.
pub(super) static PARTICLES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words(include_str!("data/particles.txt")));
/// Surnames of many.
pub(super) static SHARED: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("data/shared.txt")));
/// People of several names.
pub(super) static PEOPLE: LazyLock<Lines> = LazyLock::new(|| aliases(include_str!("data/people.txt")));
/// Bodies of several names.
pub(super) static BODIES: LazyLock<Lines> = LazyLock::new(|| aliases(BODY_TABLE));
/// Places of several names, and others.
pub(super) static PLACES: LazyLock<Lines> = LazyLock::new(|| aliases(PLACE_TABLE));
static WORDS: LazyLock<Lines> = LazyLock::new(|| aliases(WORD_TABLE));
static FIRST_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| first(WORD_TABLE));
static FIRST_PLACES: LazyLock<Vec<&str>> = LazyLock::new(|| first(PLACE_TABLE));

/// The word that counts for this one in the name of a body: "ministère" is a ministry, and "Russian" of Russia.
pub(super) fn counted(word: &str) -> &str {
    let own = WORDS.get(word).and_then(|&line| FIRST_WORDS.get(line as usize));
    own.copied().unwrap_or(word)
}

/// The name that counts of a known place.
pub(super) fn place(folded: &str) -> Option<&'static str> {
    PLACES.get(folded).and_then(|&line| FIRST_PLACES.get(line as usize)).copied()
}

/// The reading of Chinese characters.
pub(super) static HAN: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let mut readings = HashMap::new();
    for line in lines(include_str!("data/han.txt")) {
        let mut parts = line.split(' ');
        let Some(reading) = parts.next() else { continue };
        for c in parts.filter_map(|part| part.chars().next()) {
            readings.entry(c).or_insert(reading);
        }
    }
    readings
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_on_two_lines_of_a_table() {
        for table in [BODY_TABLE, PLACE_TABLE, WORD_TABLE, include_str!("data/people.txt")] {
            let mut seen = HashMap::new();
            for (line, number) in lines(table).zip(0..) {
                for name in line.split('|') {
                    let before = seen.insert(fold::folded(name), number);
                    assert!(before.is_none_or(|before| before == number), "{name}");
                }
            }
        }
    }
}
