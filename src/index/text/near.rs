//! Where the words of a phrase stand near each other.

/// The words of a phrase that are looked for; whoever asks for more is told so.
pub(super) const MOST_WORDS: usize = 32;

/// Calls `found` for each place where the words of a phrase stand in order, or within `slop` moves of that.
/// `slots` are the positions of each word, in order; what `found` gets is the index into each of them. How far
/// the words are from their order is the difference between the one that stands furthest behind its place and
/// the one that stands furthest before it, as Lucene's sloppy phrases have it. Takes time in proportion to the
/// positions times the words.
pub(super) fn matches(slots: &[Vec<u32>], slop: u32, mut found: impl FnMut(&[usize])) {
    if slots.is_empty() || slots.len() > MOST_WORDS || slots.iter().any(Vec::is_empty) {
        return;
    }
    let (mut at, mut places) = ([0usize; MOST_WORDS], [0u32; MOST_WORDS]);
    loop {
        // (moved position, slot) of the word that is furthest before and furthest behind its place.
        let (mut least, mut most) = ((i64::MAX, 0), i64::MIN);
        for (slot, (positions, at)) in slots.iter().zip(&at).enumerate() {
            let Some(position) = positions.get(*at) else { return };
            if let Some(place) = places.get_mut(slot) {
                *place = *position;
            }
            let moved = i64::from(*position) - slot as i64;
            if moved < least.0 {
                least = (moved, slot);
            }
            most = most.max(moved);
        }
        let mut next = least.1;
        if most - least.0 <= i64::from(slop) {
            let twice = if slop == 0 { None } else { clash(&places[..slots.len()]) };
            match twice {
                // A word that the phrase has twice goes on for the second time only: the first may keep its place.
                Some(second) => next = second,
                None => found(&at[..slots.len()]),
            }
        }
        if let Some(at) = at.get_mut(next) {
            *at += 1;
        }
    }
}

/// The second of two words of the phrase for which the same one stands.
fn clash(places: &[u32]) -> Option<usize> {
    (0..places.len()).find(|&at| places[..at].contains(&places[at]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn count(slots: &[&[u32]], slop: u32) -> usize {
        let slots: Vec<Vec<u32>> = slots.iter().map(|slot| slot.to_vec()).collect();
        let mut count = 0;
        matches(&slots, slop, |_| count += 1);
        count
    }

    #[test]
    fn exact_phrases_are_in_order_and_next_to_each_other() {
        assert_eq!(count(&[&[1, 5, 9], &[2, 8, 10]], 0), 2);
        assert_eq!(count(&[&[2], &[1]], 0), 0);
        assert_eq!(count(&[&[1, 2, 3], &[1, 2, 3]], 0), 2);
        assert_eq!(count(&[&[], &[1]], 0), 0);
    }

    #[test]
    fn near_words_may_be_apart_and_out_of_order() {
        assert_eq!(count(&[&[1], &[4]], 1), 0);
        assert_eq!(count(&[&[1], &[4]], 2), 1);
        // Changing places takes two moves.
        assert_eq!(count(&[&[2], &[1]], 1), 0);
        assert_eq!(count(&[&[2], &[1]], 2), 1);
        // One word isn't two.
        assert_eq!(count(&[&[7], &[7]], 5), 0);
        assert_eq!(count(&[&[7, 9], &[7, 9]], 5), 1);
        // "alpha beta alpha" in "beta alpha alpha", "time after time" in "after time time".
        assert_eq!(count(&[&[1, 2], &[0], &[1, 2]], 10), 1);
        assert_eq!(count(&[&[1, 2], &[0], &[1, 2]], 1), 0);
        let many: Vec<u32> = (0..100).collect();
        assert!(count(&[many.as_slice(); 32], 1000) > 0);
    }

    proptest! {
        #[test]
        fn finds_exact_phrases_as_comparing_all_positions_does(
            first in prop::collection::btree_set(0u32..60, 0..30),
            second in prop::collection::btree_set(0u32..60, 0..30),
        ) {
            let expected = first.iter().filter(|at| second.contains(&(*at + 1))).count();
            let slots = [first.into_iter().collect(), second.into_iter().collect()];
            let mut found = 0;
            matches(&slots, 0, |_| found += 1);
            prop_assert_eq!(found, expected);
        }
    }
}
