//! Texts whose words are as frequent as those of a language, the same in each run.

use ibid::corpus::{Document, Found, Origin, PartialDate, parse};
use ibid::text::{Block, BlockKind, Span, Text};

/// Names that are one person or body each.
pub const NAMES: &[(&str, &str)] = &[
    ("lukashenko", "lukashenka"),
    ("makey", "makei"),
    ("tikhanovskaya", "tsikhanouskaya"),
    ("csto", "collective security treaty organization"),
    ("wagner", "vagner"),
];

/// A small generator; the constants are those of Knuth's MMIX.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, bound: usize) -> usize {
        self.next() as usize % bound
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        self.next() as f64 / 2_147_483_648.0
    }
}

/// Makes documents of a vocabulary in which the word of rank n is 1/n as frequent as the first.
pub struct Texts {
    words: Vec<String>,
    empty: Document,
}

/// The words of the vocabulary: as many as some tens of millions of running words of English have.
const WORDS: usize = 120_000;

const SYLLABLES: &[&str] = &[
    "ba", "cor", "den", "el", "fi", "gra", "hon", "in", "jo", "kal", "lem", "mi", "nor", "os", "pre", "qui",
    "ran", "sto", "tan", "un", "ver", "wa", "ex", "ya", "zor", "be", "con", "dis", "er", "for",
];

const ENDINGS: &[&str] = &["", "", "", "s", "ed", "ing", "er", "ly", "tion", "ment"];

impl Texts {
    pub fn new() -> Self {
        let mut random = Random(7);
        let mut words: Vec<String> = Vec::with_capacity(WORDS);
        let mut known = std::collections::HashSet::new();
        while words.len() < WORDS {
            // Frequent words are short, as in any language.
            let syllables =
                1 + usize::from(words.len() > 60) + usize::from(words.len() > 3_000) + random.below(2);
            let mut word: String = (0..syllables).map(|_| SYLLABLES[random.below(SYLLABLES.len())]).collect();
            word.push_str(ENDINGS[random.below(ENDINGS.len())]);
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        Self { words, empty: parse("empty.txt", b"Nothing.").unwrap() }
    }

    /// The word of a rank that is drawn as the words of a language are.
    fn word(&self, random: &mut Random) -> &str {
        let rank = ((WORDS as f64).powf(random.part()) - 1.0) as usize;
        &self.words[rank.min(WORDS - 1)]
    }

    /// The document of a number: some four thousand bytes in paragraphs.
    pub fn document(&self, number: usize) -> Document {
        let mut random = Random(number as u64 * 7919 + 13);
        let (mut text, mut blocks) = (String::new(), Vec::new());
        for _ in 0..4 + random.below(10) {
            let start = text.len();
            for _ in 0..1 + random.below(6) {
                self.sentence(&mut random, &mut text);
            }
            text.truncate(text.trim_end().len());
            let span = Span::new(start, text.len());
            blocks.push(Block { span, kind: BlockKind::Paragraph, indent: 0, hang: 0, gap: true });
            text.push_str("\n\n");
        }
        let mut document = self.empty.clone();
        let title = (0..6).map(|_| self.word(&mut random)).collect::<Vec<_>>().join(" ");
        document.text = Text::new(text.into(), blocks);
        document.meta.title = Found::new(title, Origin::FrontMatter);
        document.meta.source =
            Some(Found::new(format!("Source {}", random.below(40)).into(), Origin::FrontMatter));
        let date = PartialDate::new(2000 + random.below(25) as i16, 1 + random.below(12) as u8, 1);
        document.meta.date = date.map(|date| Found::new(date, Origin::FrontMatter));
        document.meta.language = Some(Found::new("en".into(), Origin::FrontMatter));
        document
    }

    /// Hands on that many documents in parts, so that a large collection needs little memory; returns the bytes
    /// of all their texts.
    pub fn in_parts(&self, count: usize, part: usize, mut each: impl FnMut(&[Document])) -> f64 {
        let mut bytes = 0;
        for from in (0..count).step_by(part) {
            let documents: Vec<_> = (from..count.min(from + part)).map(|at| self.document(at)).collect();
            bytes += documents.iter().map(|document| document.text.as_str().len()).sum::<usize>();
            each(&documents);
        }
        bytes as f64
    }

    fn sentence(&self, random: &mut Random, text: &mut String) {
        for at in 0..8 + random.below(18) {
            if random.below(60) == 0 {
                let (a, b) = NAMES[random.below(NAMES.len())];
                text.push_str(if random.below(2) == 0 { a } else { b });
            } else {
                let word = self.word(random);
                match word.as_bytes().first().filter(|_| at == 0) {
                    Some(first) => text.push(char::from(first.to_ascii_uppercase())),
                    None => text.push_str(&word[..1]),
                }
                text.push_str(&word[1..]);
            }
            text.push_str(if random.below(12) == 0 { ", " } else { " " });
        }
        text.truncate(text.trim_end_matches([' ', ',']).len());
        text.push_str(". ");
    }

    /// Queries of several sorts: what they are, and their lines.
    pub fn queries(&self) -> Vec<(&'static str, Vec<String>)> {
        let word = |rank: usize| self.words[rank].clone();
        let name = |at: usize| NAMES[at % NAMES.len()].0.to_owned();
        let pairs = |step: usize| -> Vec<String> {
            (0..20).map(|at| format!("{} {}", word(200 + at * step), word(900 + at * step * 2))).collect()
        };
        let mut mixed: Vec<String> = (0..20).map(|at| word(300 + at * 200)).collect();
        mixed.extend(pairs(60));
        mixed.extend((0..10).map(|at| format!("{} {}", name(at), word(400 + at * 300))));
        mixed.extend((0..5).map(name));
        vec![
            ("words and names as people type them", mixed),
            ("frequent words", (0..20).map(|at| format!("{} {}", word(at), word(40 + at))).collect()),
            ("rare words", (0..20).map(|at| word(8_000 + at * 500)).collect()),
            ("names, all spellings", (0..5).map(name).collect()),
        ]
    }

    /// Lines as they grow with each key.
    pub fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        for at in 0..20 {
            let line = format!("{} {}", self.words[500 + at * 97], self.words[1500 + at * 331]);
            keys.extend((1..=line.len()).filter_map(|end| line.get(..end)).map(str::to_owned));
        }
        for (name, _) in NAMES {
            keys.extend((1..=name.len()).filter_map(|end| name.get(..end)).map(str::to_owned));
        }
        keys
    }
}
