//! The collections that benchmarks and tests are run on.

use std::collections::{HashMap, HashSet};

use ibid::corpus::parse;
use tempfile::TempDir;

use crate::collection::{Collection, SEED};

#[test]
fn the_same_seed_makes_the_same_files_and_another_makes_others() {
    let (one, same, other) = (Collection::new(7), Collection::new(7), Collection::new(8));
    for number in 0..60 {
        assert_eq!(one.file(number), same.file(number));
        assert_ne!(one.file(number).1, other.file(number).1);
    }
}

#[test]
fn texts_differ_and_are_some_4_kb_long() {
    let collection = Collection::new(SEED);
    let texts: Vec<String> =
        (0..400).map(|number| collection.article(number).paragraphs.join("\n")).collect();
    let different = texts.iter().collect::<HashSet<_>>().len();
    assert!((360..400).contains(&different), "a few are reprints: {different}");
    let mean = texts.iter().map(String::len).sum::<usize>() / texts.len();
    assert!((3_000..6_000).contains(&mean), "{mean}");
    let titles: HashSet<String> = (0..10_000).map(|number| collection.title(number)).collect();
    assert!(titles.len() > 9_900, "{}", titles.len());
}

#[test]
fn words_are_as_frequent_as_in_a_language() {
    let collection = Collection::new(SEED);
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut grown = Vec::new();
    for number in 0..1_000 {
        for paragraph in collection.article(number).paragraphs {
            let words = paragraph.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words.for_each(|word| *counts.entry(word.to_lowercase()).or_default() += 1);
        }
        if [249, 999].contains(&number) {
            grown.push(counts.len());
        }
    }
    let all: usize = counts.values().sum();
    let mut counts: Vec<usize> = counts.into_values().collect();
    counts.sort_unstable_by(|one, other| other.cmp(one));
    assert!((0.03..0.12).contains(&(counts[0] as f64 / all as f64)), "the most frequent word");
    assert!(counts[0] > 30 * counts[200] && counts[200] > 5 * counts[2_000], "{:?}", &counts[..10]);
    assert!(grown[1] > grown[0] * 3 / 2, "the vocabulary grows: {grown:?}");
    assert!(counts.iter().filter(|count| **count == 1).count() > counts.len() / 4, "many occur but once");
}

#[test]
fn files_say_what_their_documents_are() {
    let collection = Collection::new(SEED);
    let mut endings = HashSet::new();
    for number in 0..100 {
        let (name, text) = collection.file(number);
        let document = parse(&name.to_string_lossy(), text.as_bytes()).unwrap();
        endings.insert(document.meta.format.label());
        assert!(!document.meta.title.value.is_empty());
    }
    assert_eq!(endings.len(), 4, "{endings:?}");
    let folder = TempDir::new().unwrap();
    let bytes = collection.write(folder.path(), 1_010).unwrap();
    assert!(bytes > 3_000_000);
    let folders: Vec<_> = std::fs::read_dir(folder.path().join("00")).unwrap().collect();
    assert_eq!(folders.len(), 5);
    let records = std::fs::read_to_string(folder.path().join("00/0003/records.jsonl")).unwrap();
    assert_eq!(records.lines().count(), 50);
}
