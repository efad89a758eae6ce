//! The documents that are measured: made anew each time, always the same.

use std::fmt::Write as _;
use std::path::Path;

const WORDS: &[&str] = &[
    "the",
    "of",
    "harbour",
    "was",
    "ferry",
    "and",
    "timber",
    "to",
    "a",
    "minister",
    "said",
    "that",
    "in",
    "contract",
    "on",
    "winter",
    "railway",
    "by",
    "committee",
    "for",
    "with",
    "report",
    "its",
    "prices",
    "border",
    "had",
    "been",
    "transit",
    "agreed",
    "before",
    "night",
    "from",
    "which",
    "companies",
    "between",
    "talks",
    "at",
    "company",
    "workers",
    "were",
    "later",
    "not",
    "meeting",
    "after",
    "according",
    "gas",
    "their",
    "under",
    "region",
    "new",
];

const NAMES: &[&str] = &[
    "Anna Kowalska",
    "Jonas Petraitis",
    "Port Authority",
    "Minsk",
    "Vilnius",
    "Oleg Marchenko",
    "Riga",
    "Maria Lind",
    "European Union",
    "Northern Timber Company",
    "Klaipėda",
    "3 July 2019",
    "$1.5 million",
    "Tomas Berg",
    "Gdańsk",
];

/// What stands once in a text, near its end.
pub const NEEDLE: &str = "quillwort";

/// The word behind it, which shows that it was found and not only typed.
pub const BEHIND: &str = "marshlands";

/// The first words of a text.
pub const FIRST: &str = "The first of all lines";

/// Numbers that look random and are always the same.
struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % count as u64) as usize
    }

    fn word(&mut self) -> &'static str {
        if self.below(14) == 0 { NAMES[self.below(NAMES.len())] } else { WORDS[self.below(WORDS.len())] }
    }
}

/// A text of at least that many bytes, in paragraphs of lines that fit a terminal of 80 columns.
pub fn text(bytes: usize) -> String {
    let mut random = Random(0x5eed);
    let mut text = format!("{FIRST}\n\n");
    let mut needle = bytes > 100_000;
    while text.len() < bytes {
        for _ in 0..3 + random.below(6) {
            let mut line = String::new();
            while line.len() < 66 {
                let _ = write!(line, "{}{}", if line.is_empty() { "" } else { " " }, random.word());
            }
            text.push_str(&line);
            text.push('\n');
        }
        if needle && text.len() > bytes - 5_000 {
            needle = false;
            let _ = writeln!(text, "\nHere the {NEEDLE} of the {BEHIND} stands, once and never again.");
        }
        text.push('\n');
    }
    text
}

/// Writes that many small documents into a folder.
pub fn write_collection(folder: &Path, count: usize) {
    std::fs::create_dir(folder).unwrap();
    let mut random = Random(0xc0de);
    for number in 0..count {
        let mut text = format!("{} {} and {} {number}\n", random.word(), random.word(), random.word());
        for _ in 0..2 {
            text.push('\n');
            for _ in 0..30 {
                text.push_str(random.word());
                text.push(' ');
            }
            text.push('\n');
        }
        std::fs::write(folder.join(format!("{number:05}.txt")), text).unwrap();
    }
}
