//! What the letters of a word tell of it: whether it looks like a given name, a surname, a place or a common word.
//!
//! A linear model over the groups of one to five letters of a word, hashed into one table (as the classifier of
//! Joulin et al., 2017, "Bag of tricks for efficient text classification"). It is trained on lists of names and on
//! the common words of the training texts, holds no list, and judges names that stand in none.

use super::hash::{self, mix};
use super::random::Random;

/// How many things a word may look like.
pub(super) const LOOKS: usize = 4;

/// The binary logarithm of the number of places in the table.
const BITS: u32 = 18;

/// The bytes of the table.
pub(super) const SIZE: usize = LOOKS << BITS;

/// What a weight of 1 stands for.
const SCALE: f32 = 1.0 / 16.0;

/// How often the training goes through the words.
const ROUNDS: usize = 6;

/// The places in the table of the groups of letters of a word in small letters, each once or more.
fn groups(lower: &str, mut each: impl FnMut(usize)) {
    let mut letters = ['\0'; 26];
    letters[0] = '^';
    let mut count = 1;
    for c in lower.chars().take(24) {
        letters[count] = c;
        count += 1;
    }
    letters[count] = '$';
    count += 1;
    for first in 0..count {
        let mut group = 0;
        for (length, &letter) in letters[first..count].iter().enumerate().take(5) {
            group = mix(group, u64::from(letter));
            if length > 0 {
                each((mix(group, length as u64) >> (64 - BITS)) as usize);
            }
        }
    }
    each((hash::text(lower) >> (64 - BITS)) as usize);
}

/// How much a word looks like each thing, in steps from 0 (not at all) to 7 (very much), by a table of weights.
pub(super) fn looks(table: &[u8], lower: &str) -> [u8; LOOKS] {
    let mut sums = [0_i32; LOOKS];
    let mut count = 0;
    groups(lower, |group| {
        if let Some(weights) = table.get(group * LOOKS..).and_then(<[u8]>::first_chunk::<LOOKS>) {
            sums.iter_mut().zip(weights).for_each(|(sum, &weight)| *sum += i32::from(weight as i8));
            count += 1;
        }
    });
    sums.map(|sum| {
        let score = sum as f32 * SCALE / (count.max(1) as f32).sqrt();
        (score * 0.75 + 4.0).clamp(0.0, 7.0) as u8
    })
}

/// The table of weights for words each of which has a bit for what it is.
pub(super) fn train(words: &mut [(String, u8)], seed: u64) -> Vec<u8> {
    let mut random = Random::new(seed);
    let mut weights = vec![[0.0_f32; LOOKS]; 1 << BITS];
    let mut squares = vec![[1.0_f32; LOOKS]; 1 << BITS];
    let mut found = Vec::new();
    for _ in 0..ROUNDS {
        random.shuffle(words);
        for (word, is) in words.iter() {
            found.clear();
            groups(word, |group| found.push(group));
            let share = 1.0 / (found.len() as f32).sqrt();
            let mut sums = [0.0_f32; LOOKS];
            for &group in &found {
                sums.iter_mut().zip(&weights[group]).for_each(|(sum, weight)| *sum += weight * share);
            }
            let mut steps = [0.0_f32; LOOKS];
            for (look, step) in steps.iter_mut().enumerate() {
                let likely = 1.0 / (1.0 + super::lattice::exp(-sums[look]));
                *step = (f32::from(is >> look & 1) - likely) * share;
            }
            for &group in &found {
                for look in 0..LOOKS {
                    squares[group][look] += steps[look] * steps[look];
                    weights[group][look] += 0.5 * steps[look] / squares[group][look].sqrt();
                }
            }
        }
    }
    weights.iter().flatten().map(|weight| (weight / SCALE).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unseen_words_are_judged_by_their_letters() {
        let mut words = Vec::new();
        for stem in ["petr", "ivan", "sidor", "orl", "kozl", "smirn", "popl", "volk"] {
            words.push((format!("{stem}ov"), 2));
            words.push((format!("{stem}sk"), 4));
            words.push((format!("{stem}ing"), 8));
        }
        let table = train(&mut words, 1);
        assert_eq!(table.len(), SIZE);
        let unseen = looks(&table, "bobrov");
        assert!(unseen[1] > unseen[2] && unseen[1] > unseen[3], "{unseen:?}");
        let place = looks(&table, "bobrinsk");
        assert!(place[2] > place[1], "{place:?}");
        assert_eq!(looks(&[], "bobrov"), [4; LOOKS]);
    }
}
