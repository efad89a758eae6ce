//! Titles and texts made of recombined words, the same in each run.

use std::path::Path;
use std::sync::Arc;

use ibid::corpus::{ContentHash, Fingerprint, Format, Found, Meta, Origin, PartialDate, Sketch};
use ibid::library::{Catalogue, Entry};

/// Words of titles: names, bodies, places and what is said of them.
const WORDS: &[&str] = &[
    "Lukashenko",
    "Putin",
    "Makey",
    "Rumas",
    "Tikhanovskaya",
    "Sechin",
    "Markov",
    "Bovt",
    "Belarus",
    "Russia",
    "Minsk",
    "Moscow",
    "Sochi",
    "Brest",
    "Novgorod",
    "Kremlin",
    "CSTO",
    "NATO",
    "EU",
    "Wagner",
    "the",
    "of",
    "in",
    "and",
    "for",
    "with",
    "after",
    "before",
    "over",
    "without",
    "skips",
    "backs",
    "flies",
    "meets",
    "asks",
    "denies",
    "promises",
    "refuses",
    "signs",
    "delays",
    "summit",
    "loan",
    "timber",
    "transit",
    "milk",
    "ban",
    "border",
    "gas",
    "price",
    "union",
    "state",
    "treaty",
    "election",
    "protest",
    "sanctions",
    "minister",
    "ambassador",
    "region",
    "harvest",
    "railway",
    "refinery",
    "currency",
    "drills",
    "court",
    "report",
    "archive",
    "letter",
    "interview",
];

/// A small generator (the constants are those of Knuth's MMIX), so that each run has the same input.
pub struct Generator(u64);

impl Generator {
    pub fn new() -> Self {
        Self(42)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    /// Five to eleven words, some fifty bytes.
    pub fn title(&mut self) -> String {
        let count = 5 + self.below(7);
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect();
        words.join(" ")
    }

    /// A paragraph of some 400 bytes: sentences with names and a sum of money now and then.
    pub fn paragraph(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..3 + self.below(5) {
            text.push_str("President Alexander ");
            text.push_str(&self.title());
            if self.below(4) == 0 {
                text.push_str(" for $1.5 billion");
            }
            text.push_str(". ");
        }
        text.trim_end().to_owned()
    }

    /// Paragraphs up to that many megabytes.
    pub fn text(&mut self, megabytes: usize) -> String {
        let bytes = megabytes * 1_000_000;
        let mut text = String::with_capacity(bytes + 1000);
        while text.len() < bytes {
            text.push_str(&self.paragraph());
            text.push_str("\n\n");
        }
        text
    }
}

/// Titles, as many as asked for.
pub fn titles(count: usize) -> Vec<String> {
    let mut generator = Generator::new();
    (0..count).map(|_| generator.title()).collect()
}

/// Entries of the list, with titles, dates, sources and lengths.
pub fn entries(count: usize) -> Vec<Entry> {
    let mut generator = Generator::new();
    let entry = |number: usize| {
        let found = |value: String| Found::new(value, Origin::FrontMatter);
        let date = PartialDate::new(2000 + generator.below(25) as i16, 1 + generator.below(12) as u8, 1);
        let meta = Meta {
            title: found(generator.title()),
            source: Some(found("example.org".to_owned())),
            date: date.map(|value| Found::new(value, Origin::FrontMatter)),
            author: None,
            language: None,
            format: Format::Plain,
            words: generator.below(5000) as u32,
            hash: hash(number),
            print: Fingerprint::default(),
        };
        Entry::new(Path::new(&format!("/documents/{number}.txt")).into(), meta)
    };
    (0..count).map(entry).collect()
}

/// A hash that no other number has.
fn hash(number: usize) -> ContentHash {
    let mut hash = ContentHash([0; 32]);
    hash.0[..8].copy_from_slice(&number.to_be_bytes());
    hash
}

/// A catalogue of such entries with sketches; each tenth is nearly the same as the one before.
pub fn copies(count: usize) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let mut words: Vec<u64> = Vec::new();
    for (number, mut entry) in entries(count).into_iter().enumerate() {
        if number % 10 == 9 {
            words[50] = 0;
        } else {
            let own = |at: u64| (number as u64 * 1000 + at).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            words = (0..300).map(own).collect();
        }
        entry.meta.print =
            Fingerprint { words: None, sketch: Sketch::of(words.iter().copied()).map(Arc::new) };
        catalogue.push(entry);
    }
    catalogue
}

/// A catalogue of such entries.
pub fn catalogue(count: usize) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for entry in entries(count) {
        catalogue.push(entry);
    }
    catalogue
}
