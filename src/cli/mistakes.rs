//! What a tagger missed and what it got wrong, by kind of mistake, to be read by people.

use std::fmt;

use super::names::Found;
use crate::tag::model::{Labelled, NameKind};
use crate::text::safe;

/// The kinds of mistakes, in the order in which they are written.
const KINDS: [(&str, &str); 4] = [
    ("boundary", "found in part, or with more than belongs to it"),
    ("kind", "found, but taken for something else"),
    ("missed", "not found"),
    ("spurious", "found where there is none"),
];

/// The mistakes of each kind, each as lines of text.
#[derive(Default)]
pub(super) struct Mistakes([Vec<String>; 4]);

impl Mistakes {
    /// Compares the names that there are in a document with those that were found. `file` is its file, and `sentence` the
    /// number of its first sentence there.
    pub(super) fn note(
        &mut self,
        file: &str,
        sentence: usize,
        document: &Labelled,
        there: &[Found],
        found: &[Found],
    ) {
        let (mut first, mut there, mut found) = (0, there, found);
        for (number, &end) in (sentence..).zip(&document.ends) {
            let end = end as usize;
            let (own_there, own_found) = (until(&mut there, end), until(&mut found, end));
            let words = document.words.get(first..end).unwrap_or_default();
            first = end;
            let wanted = |names: &[Found]| -> Vec<Found> {
                names.iter().copied().filter(|name| name.2 != NameKind::Other).collect()
            };
            let (own_there, own_found) = (wanted(own_there), wanted(own_found));
            for (kind, missed, wrong) in compare(&own_there, &own_found) {
                let mut lines = format!("{file}, sentence {number}\n  {}\n", words.join(" "));
                for (label, names) in [("missed", missed), ("wrong", wrong)] {
                    if !names.is_empty() {
                        let names: Vec<String> = names.iter().map(|name| said(document, name)).collect();
                        lines.push_str(&format!("  {label:8}{}\n", names.join(" ")));
                    }
                }
                if let Some(of_kind) = self.0.get_mut(kind) {
                    of_kind.push(lines);
                }
            }
        }
    }
}

/// The names that begin before token `end`, taken off the list.
fn until<'a>(names: &mut &'a [Found], end: usize) -> &'a [Found] {
    let (before, behind) = names.split_at(names.partition_point(|name| name.0 < end));
    *names = behind;
    before
}

/// Groups what differs: names that overlap one another belong together. Each group with the number of its kind of
/// mistake, the names that were missed and those that are wrong.
fn compare(there: &[Found], found: &[Found]) -> Vec<(usize, Vec<Found>, Vec<Found>)> {
    let missed = there.iter().filter(|name| found.binary_search(name).is_err());
    let wrong = found.iter().filter(|name| there.binary_search(name).is_err());
    let mut all: Vec<(&Found, bool)> =
        missed.map(|name| (name, true)).chain(wrong.map(|name| (name, false))).collect();
    all.sort_unstable_by_key(|(name, _)| **name);
    let mut groups: Vec<(usize, Vec<Found>, Vec<Found>)> = Vec::new();
    let mut reach = 0;
    for (name, is_missed) in all {
        if name.0 >= reach || groups.is_empty() {
            groups.push((0, Vec::new(), Vec::new()));
        }
        reach = reach.max(name.1);
        if let Some((_, missed, wrong)) = groups.last_mut() {
            if is_missed { missed.push(*name) } else { wrong.push(*name) }
        }
    }
    for (kind, missed, wrong) in &mut groups {
        *kind = match (missed.as_slice(), wrong.as_slice()) {
            (_, []) => 2,
            ([], _) => 3,
            ([one], [other]) if (one.0, one.1) == (other.0, other.1) => 1,
            _ => 0,
        };
    }
    groups
}

fn said(document: &Labelled, name: &Found) -> String {
    let words = document.words.get(name.0..name.1).unwrap_or_default();
    format!("[{} {}]", name.2.code(), words.join(" "))
}

/// Each kind under a heading with the number of its mistakes.
impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ((kind, meaning), mistakes) in KINDS.iter().zip(&self.0) {
            writeln!(f, "# {kind}: {meaning} ({})\n", mistakes.len())?;
            for line in mistakes.iter().flat_map(|lines| lines.lines().chain([""])) {
                writeln!(f, "{}", safe::line(line))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NameKind::{Organisation, Other, Person, Place};

    fn document(sentences: &[&str]) -> Labelled {
        let mut words = Vec::new();
        let mut ends = Vec::new();
        for sentence in sentences {
            words.extend(sentence.split(' ').map(str::to_owned));
            ends.push(words.len() as u32);
        }
        Labelled::plain(words, ends)
    }

    #[test]
    fn mistakes_are_grouped_by_kind() {
        let document = document(&["The Bank of Soest sued Trier .", "Anna met Polish men", "Bo left May"]);
        let there = [(1, 4, Organisation), (5, 6, Place), (7, 8, Person), (9, 10, Other), (11, 12, Person)];
        let found = [
            (1, 2, Organisation),
            (3, 4, Place),
            (5, 6, Organisation),
            (9, 10, Place),
            (11, 12, Person),
            (13, 14, Person),
        ];
        let mut mistakes = Mistakes::default();
        mistakes.note("dev.conll", 4, &document, &there, &found);
        let said = mistakes.to_string();
        let wanted = "\
# boundary: found in part, or with more than belongs to it (1)

dev.conll, sentence 4
  The Bank of Soest sued Trier .
  missed  [ORG Bank of Soest]
  wrong   [ORG Bank] [LOC Soest]

# kind: found, but taken for something else (1)

dev.conll, sentence 4
  The Bank of Soest sued Trier .
  missed  [LOC Trier]
  wrong   [ORG Trier]

# missed: not found (1)

dev.conll, sentence 5
  Anna met Polish men
  missed  [PER Anna]

# spurious: found where there is none (2)

dev.conll, sentence 5
  Anna met Polish men
  wrong   [LOC Polish]

dev.conll, sentence 6
  Bo left May
  wrong   [PER May]

";
        assert_eq!(said, wanted);
    }

    #[test]
    fn what_is_right_is_no_mistake() {
        let mut mistakes = Mistakes::default();
        let names = [(0, 1, Person)];
        mistakes.note("f", 1, &document(&["Bo left"]), &names, &names);
        assert!(mistakes.0.iter().all(Vec::is_empty));
    }
}
