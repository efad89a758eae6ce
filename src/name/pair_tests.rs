//! Pairs of names in two halves: the rules were tuned on one; the other was written before there were any, and only its
//! totals were looked at.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;

use super::*;

const TUNED: &str = include_str!("../../tests/names/tuned.tsv");
const UNSEEN: &str = include_str!("../../tests/names/unseen.tsv");

struct Pair<'a> {
    one: &'a str,
    other: &'a str,
    same: bool,
    family: &'a str,
}

fn pairs(table: &str) -> impl Iterator<Item = Pair<'_>> {
    table.lines().map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [one, other, verdict, family] = fields.as_slice() else { panic!("{line}") };
        assert!(["same", "different"].contains(verdict), "{line}");
        Pair { one, other, same: *verdict == "same", family }
    })
}

#[derive(Default)]
struct Score {
    right: u32,
    wrong: u32,
    missed: u32,
    apart: u32,
}

impl Score {
    fn take(&mut self, same: bool, said: bool) {
        match (same, said) {
            (true, true) => self.right += 1,
            (false, true) => self.wrong += 1,
            (true, false) => self.missed += 1,
            (false, false) => self.apart += 1,
        }
    }

    fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

fn score(table: &str) -> Score {
    let mut all = Score::default();
    for pair in pairs(table) {
        all.take(pair.same, compare(None, pair.one, pair.other).is_same());
    }
    println!("precision {:.3}, recall {:.3}", all.precision(), all.recall());
    all
}

#[test]
fn the_tuned_half_is_told_right() {
    let mut families: BTreeMap<&str, Score> = BTreeMap::new();
    for pair in pairs(TUNED) {
        let judged = compare(None, pair.one, pair.other);
        if judged.is_same() != pair.same {
            println!(
                "{} | {} | {} {} {}",
                pair.one,
                pair.other,
                judged.verdict.label(),
                judged.confidence,
                judged.reason
            );
        }
        families.entry(pair.family).or_default().take(pair.same, judged.is_same());
    }
    for (family, score) in families {
        println!("{family}: precision {:.3}, recall {:.3}", score.precision(), score.recall());
    }
    let all = score(TUNED);
    assert!(all.precision() >= 0.99 && all.recall() >= 0.90);
}

#[test]
fn the_unseen_half_is_told_right_mostly() {
    let all = score(UNSEEN);
    assert!(all.precision() >= 0.97 && all.recall() >= 0.80);
}

#[test]
fn which_name_comes_first_makes_no_difference_to_the_verdict() {
    for pair in pairs(TUNED).chain(pairs(UNSEEN)) {
        let (there, back) = (compare(None, pair.one, pair.other), compare(None, pair.other, pair.one));
        assert_eq!(there.verdict, back.verdict, "{}, {}", pair.one, pair.other);
    }
}

#[test]
fn there_are_enough_pairs_and_enough_hard_ones() {
    let all: Vec<Pair<'_>> = pairs(TUNED).chain(pairs(UNSEEN)).collect();
    let apart = all.iter().filter(|pair| !pair.same).count();
    assert!(all.len() >= 600 && apart * 10 >= all.len() * 4, "{} of {}", apart, all.len());
}
