//! A search over many titles: all that match, the best first.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::bound::Bound;
use super::{Query, Titles};

/// So many at the top are where the scorer puts them; those below stand in the order of their bounds, which
/// is the same but for titles with rare characters.
const SCORED: usize = 1000;

/// The most titles that are scored for that.
const MOST_SCORED: usize = 20 * SCORED;

/// The most places that are counted where few match.
const MOST_KEYS: usize = 1 << 16;

/// A title that matches. The greater of two is the better one: it has the higher score, then the shorter title,
/// which is matched more fully, then the lower number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    score: i32,
    length: Reverse<u16>,
    number: Reverse<u32>,
}

impl Match {
    /// The number of the title.
    pub fn number(self) -> u32 {
        self.number.0
    }
}

impl Query {
    /// Those of `numbers` that match, in their order. The title of number `first` is the first of `titles`,
    /// and `title` gives the words of each.
    pub fn matches<'t>(
        &self,
        titles: &Titles,
        first: u32,
        numbers: impl Iterator<Item = u32>,
        title: impl Fn(u32) -> &'t str,
    ) -> Vec<Match> {
        let mut scratch = Bound::default();
        let match_of = |number: u32| {
            let at = number.checked_sub(first)? as usize;
            let bound = self.bound(titles, at, &mut scratch, || title(number))?;
            Some(Match {
                score: bound.try_into().ok()?,
                length: Reverse(titles.length(at)),
                number: Reverse(number),
            })
        };
        numbers.filter_map(match_of).collect()
    }
}

/// Puts matches of `query` in order, the best first. They come in the order of their numbers; `title` gives the
/// words of each.
pub fn best_first<'t>(
    query: &Query,
    matches: &[Vec<Match>],
    title: impl Fn(u32) -> Option<&'t str> + Sync,
) -> Vec<Match> {
    let mut order = by_bound(matches);
    let (mut scored, mut at) = (Vec::new(), 0);
    loop {
        let next = order.get(at..order.len().min(at + SCORED)).unwrap_or_default();
        let score = |found: &Match| {
            let score = title(found.number()).and_then(|title| query.score(title));
            Match { score: score.and_then(|score| score.try_into().ok()).unwrap_or(found.score), ..*found }
        };
        scored.par_extend(next.par_iter().with_min_len(64).map(score));
        at += next.len();
        scored.sort_unstable_by(|one: &Match, other| other.cmp(one));
        // What isn't scored yet can be no better than its bound.
        let Some(bound) = order.get(at) else { break };
        if scored.partition_point(|found| found > bound) >= SCORED || at >= MOST_SCORED {
            break;
        }
    }
    // The last of them may have fallen behind the bounds of what comes next.
    let ends = scored.last().map_or(at, |last| at + order[at..].partition_point(|found| found > last));
    scored.extend_from_slice(&order[at..ends]);
    scored.sort_unstable_by(|one, other| other.cmp(one));
    order[..ends].copy_from_slice(&scored);
    order
}

/// Sorts by bounds and lengths. There are few different ones of either, so it is enough to count them.
fn by_bound(matches: &[Vec<Match>]) -> Vec<Match> {
    let all = || matches.iter().flatten();
    let count: usize = matches.iter().map(Vec::len).sum();
    let most = all().map(|found| found.score).max().unwrap_or_default();
    let least = all().map(|found| found.score).min().unwrap_or_default();
    let longest = all().map(|found| found.length.0).max().unwrap_or_default();
    let lengths = usize::from(longest) + 1;
    let keys = (most.abs_diff(least) as usize + 1).saturating_mul(lengths);
    if keys > MOST_KEYS.max(count) {
        let mut order = matches.concat();
        order.par_sort_unstable_by(|one, other| other.cmp(one));
        return order;
    }
    let key = |found: &Match| most.abs_diff(found.score) as usize * lengths + usize::from(found.length.0);
    let mut places = vec![0u32; keys + 1];
    all().for_each(|found| places[key(found) + 1] += 1);
    let mut sum = 0;
    for place in &mut places {
        sum += *place;
        *place = sum;
    }
    let mut order = vec![Match::default(); count];
    for found in all() {
        let place = &mut places[key(found)];
        order[*place as usize] = *found;
        *place += 1;
    }
    order
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    /// The order by the scorer alone.
    fn plainly(query: &Query, titles: &[String]) -> Vec<u32> {
        let scored = titles.iter().zip(0u32..);
        let mut scored: Vec<_> = scored
            .filter_map(|(title, number)| Some((Reverse(query.score(title)?), title.len(), number)))
            .collect();
        scored.sort_unstable();
        scored.into_iter().map(|(_, _, number)| number).collect()
    }

    fn searched(query: &Query, titles: &[String]) -> Vec<u32> {
        let columns: Titles = titles.iter().map(String::as_str).collect();
        let title = |number: u32| titles[number as usize].as_str();
        let matches = query.matches(&columns, 0, 0..titles.len() as u32, title);
        let order = best_first(query, &[matches], |number| Some(title(number)));
        order.into_iter().map(Match::number).collect()
    }

    proptest! {
        #[test]
        fn the_order_is_that_of_the_scorer(
            titles in prop::collection::vec("[a-cA-C .–\0éÉСс丁世]{0,12}|(anna|Essen|b) [a-e]{0,5}", 0..60),
            query in "[a-ce ]{1,5}|[éс丁世]{1,2}|nn|ss",
        ) {
            let query = Query::new(&query);
            prop_assert_eq!(searched(&query, &titles), plainly(&query, &titles));
        }
    }

    #[test]
    fn the_order_of_many_is_that_of_the_scorer() {
        let parts = ["Milk ", "timber", "Gas–", "anna ", "Essen", " éclair", "丁", "世", "a", "B"];
        let title = |number: usize| -> String {
            (0..6)
                .map(|place| parts[(number.wrapping_mul(2_654_435_761) >> (place * 5) & 0xffff) % 10])
                .collect()
        };
        let titles: Vec<String> = (0..20_000).map(title).collect();
        for typed in ["a", "mt", "nn", "essen a", "丁", "é"] {
            let query = Query::new(typed);
            let (order, plain) = (searched(&query, &titles), plainly(&query, &titles));
            assert_eq!(order.len(), plain.len(), "{typed}");
            assert_eq!(order[..SCORED.min(order.len())], plain[..SCORED.min(plain.len())], "{typed}");
        }
    }
}
