//! Where in a long text a passage may stand: the stretches that share rare runs of letters with it.

use std::ops::Range;

/// The bytes of a seed: a run that both have in common.
const SEED: usize = 8;

/// A seed that stands in more places than this tells nothing.
const COMMON: u8 = 200;

/// The longest passage whose seeds are looked for, in bytes. Of a longer one the rest is left out.
const LONGEST: usize = 4096;

/// How many seeds a stretch must share with the passage, and the part of all its seeds that it must: where a third of
/// a passage still stands, more of them do.
const FEWEST: usize = 3;
const SHARE: usize = 24;

/// How many times lighter than the best stretch one may be.
const FAR_LIGHTER: u32 = 10;

/// A seed of the passage: its bytes as a number, and where in the passage it stands.
type Seed = (u64, u32);

/// The stretches of `text` in which most of the seeds of `sought` stand in order, and those in which most of the seeds
/// of its part `exact` do, at most `most` of each, as bytes on character boundaries. Each has room
/// for insertions of half the passage.
///
/// One pass over the text; in memory [`COMMON`] places for each byte of the passage.
pub(super) fn stretches(text: &str, sought: &str, exact: &Range<usize>, most: usize) -> Vec<Range<usize>> {
    let seeds = seeds_of(sought);
    let votes = votes(text, &seeds);
    let length = sought.len().min(LONGEST);
    let (room, slack) = (length / 2 + 64, length / 4 + 32);
    let fewest = |seeds: usize| FEWEST.max(seeds / SHARE);
    let mut groups = heaviest(&votes, room as i64, fewest(seeds.len()), most);
    let of_exact: Vec<Vote> =
        votes.into_iter().filter(|vote| exact.contains(&(vote.seed as usize))).collect();
    groups.extend(heaviest(&of_exact, room as i64, fewest(exact.len()), most));
    groups.sort_unstable();
    groups.dedup();
    let stretch = |(first, last): (i64, i64)| {
        let start = first.saturating_sub_unsigned(slack as u64).max(0) as usize;
        let end = last.saturating_add_unsigned((length + slack) as u64).max(0) as usize;
        floor(text, start)..floor(text, end)
    };
    groups.into_iter().map(stretch).collect()
}

/// `offset`, or the nearest character boundary before it, within the text.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The seeds of a passage, in the order of their bytes, each once.
fn seeds_of(sought: &str) -> Vec<Seed> {
    let bytes = sought.as_bytes();
    let bytes = bytes.get(..LONGEST).unwrap_or(bytes);
    let mut seeds: Vec<Seed> = runs(bytes).map(|(at, run)| (run, at as u32)).collect();
    seeds.sort_unstable();
    seeds.dedup_by_key(|seed| seed.0);
    seeds
}

/// The runs of [`SEED`] bytes, each as a number and with the place where it begins.
fn runs(bytes: &[u8]) -> impl Iterator<Item = (usize, u64)> {
    let runs = bytes.windows(SEED).map(|run| run.try_into().map_or(0, u64::from_le_bytes));
    runs.enumerate()
}

/// What a seed that stands in the text says of the passage.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Vote {
    /// Where it would begin.
    begin: i64,
    /// The rarer the seed, the more.
    weight: u32,
    /// Where the seed stands in the passage.
    seed: u32,
}

/// What the seeds of a passage say of where it begins, in order of the place.
fn votes(text: &str, seeds: &[Seed]) -> Vec<Vote> {
    let mut filter = Filter::default();
    seeds.iter().for_each(|seed| filter.add(seed.0));
    let mut counts = vec![0u8; seeds.len()];
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (at, run) in runs(text.as_bytes()) {
        if !filter.may_have(run) {
            continue;
        }
        let Ok(number) = seeds.binary_search_by_key(&run, |seed| seed.0) else { continue };
        let Some(count) = counts.get_mut(number).filter(|count| **count < COMMON) else { continue };
        *count += 1;
        places.push((number, at));
    }
    let vote = |(number, at): (usize, usize)| {
        let count = counts.get(number).copied().filter(|count| *count < COMMON)?;
        let weight = count.leading_zeros() - COMMON.leading_zeros() + 1;
        let seed = seeds.get(number)?.1;
        Some(Vote { begin: at as i64 - i64::from(seed), weight, seed })
    };
    let mut votes: Vec<Vote> = places.into_iter().filter_map(vote).collect();
    votes.sort_unstable();
    votes
}

/// The groups of at least `fewest` votes within `room` of one another that weigh most, the heaviest first, none
/// that is far lighter than it.
fn heaviest(votes: &[Vote], room: i64, fewest: usize, most: usize) -> Vec<(i64, i64)> {
    let mut sums = vec![0u32];
    sums.extend(votes.iter().scan(0u32, |sum, vote| {
        *sum = sum.saturating_add(vote.weight);
        Some(*sum)
    }));
    let mut groups: Vec<(u32, i64, i64)> = Vec::new();
    let mut end = 0;
    for (start, first) in votes.iter().enumerate() {
        end += votes
            .get(end..)
            .unwrap_or_default()
            .iter()
            .take_while(|vote| vote.begin <= first.begin + room)
            .count();
        if let Some([from, .., to]) = sums.get(start..=end).filter(|_| end - start >= fewest)
            && let Some(last) = votes.get(end - 1)
        {
            groups.push((to - from, first.begin, last.begin));
        }
    }
    groups.sort_unstable_by_key(|group| (std::cmp::Reverse(group.0), group.1));
    let mut chosen: Vec<(i64, i64)> = Vec::new();
    let least = groups.first().map_or(0, |group| group.0) / FAR_LIGHTER;
    for (weight, first, last) in groups {
        if chosen.len() == most || weight < least {
            break;
        }
        if !chosen.iter().any(|other| first <= other.1 && other.0 <= last) {
            chosen.push((first, last));
        }
    }
    chosen
}

/// A set of numbers that may say yes where it should say no, but never the other way.
struct Filter(Vec<u64>);

impl Default for Filter {
    fn default() -> Self {
        Self(vec![0; 1 << (Self::BITS - 6)])
    }
}

impl Filter {
    /// With a thousand seeds one number in sixty passes that shouldn't.
    const BITS: u32 = 16;

    fn bit(number: u64) -> (usize, u64) {
        // Fibonacci hashing: the upper bits of a product with 2^64 through the golden ratio.
        let hash = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - Self::BITS);
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    fn add(&mut self, number: u64) {
        let (word, bit) = Self::bit(number);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    fn may_have(&self, number: u64) -> bool {
        let (word, bit) = Self::bit(number);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "Nothing of it is in here. The old ferry was sold in spring, and nobody asked why. \
        Then there was a summer without a boat on the lake, and people walked around it.";

    fn found(text: &str, sought: &str) -> Vec<Range<usize>> {
        stretches(text, sought, &(0..sought.len()), 3)
    }

    #[test]
    fn a_changed_passage_is_in_a_stretch() {
        let text = "Other words. ".repeat(500) + TEXT + &"More of them. ".repeat(500);
        let stretches = found(&text, "the old ferry had been sold in spring, and no one asked why.");
        assert!(
            text[stretches[0].clone()].contains("The old ferry was sold in spring, and nobody asked why.")
        );
    }

    #[test]
    fn what_shares_no_run_of_letters_is_nowhere() {
        assert!(found(TEXT, "Something else altogether").is_empty());
        assert!(found(TEXT, "ferry").is_empty());
    }

    #[test]
    fn what_stands_everywhere_tells_nothing() {
        assert!(found(&"the old ferry ".repeat(300), "the old ferry").is_empty());
    }

    proptest! {
        #[test]
        fn stretches_lie_on_characters(text in "[aé ]{0,200}", sought in "[aé ]{0,30}") {
            for stretch in found(&text, &sought) {
                prop_assert!(text.get(stretch).is_some());
            }
        }
    }
}
