//! Clusters of words that are used alike, at several grains, learnt elsewhere of much more text than is labelled: they
//! tell what kind of word one is that the training never saw (Brown et al., 1992; Miller, Guinness and Zamanian, 2004;
//! for clusters of vectors Turian, Ratinov and Bengio, 2010).

use std::collections::BTreeMap;

use super::hash;
use super::lore::short;

/// How many clusters each word is in: one of each clustering.
pub const GRAINS: usize = 4;

/// The numbers of a word's clusters plus one; 0 where the word is in none.
pub(super) type Codes = [u16; GRAINS];

/// The clusters of words, by the highest 32 bits of the hash of their small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Clusters(pub(super) BTreeMap<u32, Codes>);

impl Clusters {
    /// Reads lines of a word and its clusters, parted by tabs; other lines are passed over. Of words that can't be
    /// told apart the first stays.
    pub(super) fn read(lines: &str) -> Self {
        let mut words = BTreeMap::new();
        for line in lines.lines() {
            let mut fields = line.split('\t');
            let word = fields.next().unwrap_or("");
            let mut codes = [0; GRAINS];
            let mut count = 0;
            for (code, number) in codes.iter_mut().zip(fields.by_ref().map_while(|field| field.parse().ok()))
            {
                *code = u16::saturating_add(number, 1);
                count += 1;
            }
            if count == GRAINS && fields.next().is_none() && !word.is_empty() {
                words.entry(short(hash::text(word))).or_insert(codes);
            }
        }
        Self(words)
    }

    /// The clusters of a word, given the hash of its small letters.
    pub(super) fn of(&self, lower: u64) -> Codes {
        self.0.get(&short(lower)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_text_is_read_and_words_are_told_apart(text in "(\\PC|[\\n\\t0-9]|storm\t){0,80}") {
            let clusters = Clusters::read(&text);
            prop_assert!(clusters.0.len() <= text.lines().count());
            prop_assert!(clusters.0.values().all(|codes| codes.iter().all(|&code| code > 0)));
        }
    }

    #[test]
    fn lines_that_have_another_form_are_passed_over() {
        let numbers = |from: u16| (0..GRAINS as u16).map(|at| format!("\t{}", from + at)).collect::<String>();
        let text = format!(
            "storm{}\nstorm{}\nwind\t7\nrain{}\tx\n\n{}",
            numbers(6),
            numbers(9),
            numbers(1),
            numbers(3)
        );
        let clusters = Clusters::read(&text);
        assert_eq!(clusters.of(hash::text("storm")), std::array::from_fn(|at| 7 + at as u16));
        assert_eq!(clusters.of(hash::text("wind")), [0; GRAINS]);
        assert_eq!(clusters.0.len(), 1);
    }
}
