//! Cases made of the texts by edits whose outcome is known, always the same.

use std::ops::Range;

use super::script::{text, wrapped};
use super::{Case, folder};

/// How many sentences of each text are noted.
const SENTENCES: usize = 5;

/// A text in three parts: what stands before the noted passage, itself, and what stands behind it.
#[derive(Clone)]
struct Parts {
    before: String,
    noted: String,
    after: String,
}

/// A generator of numbers that are always the same (Knuth's multiplier for 64 bits).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }
}

type Edit = fn(Parts, &str, &mut Numbers) -> (Parts, bool);

const EDITS: [(&str, Edit); 10] = [
    ("letters changed around it", |parts, _, numbers| (around(parts, numbers), true)),
    ("letters changed in it", |parts, _, numbers| (inside(parts, numbers), true)),
    ("a paragraph put in on each side", |parts, other, _| {
        (
            Parts {
                before: parts.before + &format!("{other}\n\n"),
                after: format!("\n\n{other}") + &parts.after,
                ..parts
            },
            true,
        )
    }),
    ("its neighbours replaced", |parts, other, _| (neighbours(parts, other), true)),
    ("taken out", |parts, _, _| (Parts { noted: String::new(), ..parts }, false)),
    ("another put in its place", |parts, other, _| (Parts { noted: other.to_owned(), ..parts }, false)),
    ("wrapped anew", |parts, _, numbers| (wrap(parts, 30 + numbers.below(40)), true)),
    ("moved to the end", |parts, _, _| {
        (
            Parts {
                before: parts.before + parts.after.trim_start() + "\n\n",
                noted: parts.noted,
                after: "\n".into(),
            },
            true,
        )
    }),
    ("a word put in", |parts, _, numbers| (word(parts, numbers), true)),
    ("all at once", |parts, other, numbers| {
        let before = format!("{other}\n\n") + &parts.before;
        let parts = word(inside(around(Parts { before, ..parts }, numbers), numbers), numbers);
        (wrap(parts, 50), true)
    }),
];

pub(super) fn cases() -> Vec<Case> {
    let mut names: Vec<String> = std::fs::read_dir(folder().join("texts"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let mut numbers = Numbers(1);
    let mut cases = Vec::new();
    for (name, next) in names.iter().zip(names.iter().cycle().skip(1)) {
        let (before, other) = (text(name), text(next));
        let others = sentences(&other);
        for noted in spread(sentences(&before)) {
            for (what, edit) in EDITS {
                let parts = Parts {
                    before: before[..noted.start].into(),
                    noted: before[noted.clone()].into(),
                    after: before[noted.end..].into(),
                };
                let foreign = &other[others[numbers.below(others.len())].clone()];
                let (parts, stays) = edit(parts, foreign, &mut numbers);
                let stands = parts.before.len()..parts.before.len() + parts.noted.len();
                cases.push(Case {
                    kind: format!("made: {what}"),
                    title: format!("{name}, {}", noted.start),
                    before: before.clone(),
                    noted: noted.clone(),
                    after: parts.before + &parts.noted + &parts.after,
                    stands: stays.then_some(stands),
                });
            }
        }
    }
    cases
}

/// Some of them, from all of the text.
fn spread(sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let step = (sentences.len() / SENTENCES).max(1);
    sentences.into_iter().step_by(step).take(SENTENCES).collect()
}

/// The sentences of a text that are long enough to be one.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut sentences = Vec::new();
    for (at, end) in text.match_indices(['.', '。', '\n']) {
        let end = at + if end == "\n" { 0 } else { end.len() };
        let sentence = text[start..end].trim_start();
        if sentence.chars().count() >= 15 {
            sentences.push(end - sentence.len()..end);
        }
        start = end;
    }
    sentences
}

/// One letter in `every` another one.
fn typos(text: &str, every: usize, numbers: &mut Numbers) -> String {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let mut other = |c: char| {
        let hit = c.is_alphabetic() && numbers.below(every) == 0;
        if hit { letters[numbers.below(letters.len())] } else { c }
    };
    text.chars().map(&mut other).collect()
}

fn around(parts: Parts, numbers: &mut Numbers) -> Parts {
    let (before, after) = (typos(&parts.before, 30, numbers), typos(&parts.after, 30, numbers));
    Parts { before, after, ..parts }
}

fn inside(parts: Parts, numbers: &mut Numbers) -> Parts {
    Parts { noted: typos(&parts.noted, 25, numbers), ..parts }
}

fn wrap(parts: Parts, columns: usize) -> Parts {
    let whole = wrapped(&[&*parts.before, &parts.noted, &parts.after].concat(), columns);
    let (before, rest) = whole.split_at(parts.before.len());
    let (noted, after) = rest.split_at(parts.noted.len());
    Parts { before: before.into(), noted: noted.into(), after: after.into() }
}

/// The last forty characters before it and the first behind it made others.
fn neighbours(parts: Parts, other: &str) -> Parts {
    let keep = parts.before.char_indices().rev().take(40).last().map_or(0, |(at, _)| at);
    let drop = parts.after.char_indices().nth(40).map_or(parts.after.len(), |(at, _)| at);
    Parts {
        before: format!("{} {other} ", &parts.before[..keep]),
        noted: parts.noted,
        after: format!(" {other} {}", &parts.after[drop..]),
    }
}

/// A word put in between two.
fn word(parts: Parts, numbers: &mut Numbers) -> Parts {
    let blanks: Vec<usize> = parts.noted.match_indices(' ').map(|(at, _)| at).collect();
    let at = match blanks.len() {
        0 => return parts,
        count => blanks[numbers.below(count)],
    };
    let (first, last) = parts.noted.split_at(at);
    Parts { noted: format!("{first} [sic]{last}"), ..parts }
}
