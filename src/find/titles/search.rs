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

/// A title that matches. The greater of two is the better one: it has the higher score, then the shorter title,
/// which is matched more fully, then the lower number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// Puts matches of `query`, which come in the order of their numbers, the best first. `title` gives the words of each.
pub fn best_first<'t>(
    query: &Query,
    matches: Vec<Match>,
    title: impl Fn(u32) -> Option<&'t str> + Sync,
) -> Vec<Match> {
    let mut rest = by_bound(matches);
    let (mut scored, mut at) = (Vec::new(), 0);
    loop {
        let next = rest.get(at..rest.len().min(at + SCORED)).unwrap_or_default();
        let score = |found: &Match| {
            let score = title(found.number()).and_then(|title| query.score(title));
            Match { score: score.and_then(|score| score.try_into().ok()).unwrap_or(found.score), ..*found }
        };
        scored.par_extend(next.par_iter().map(score));
        at += next.len();
        scored.sort_unstable_by(|one: &Match, other| other.cmp(one));
        let Some(bound) = rest.get(at) else { return scored };
        // What isn't scored yet can be no better than its bound.
        if scored.partition_point(|found| found > bound) >= SCORED || at >= MOST_SCORED {
            break;
        }
    }
    // A few may have fallen behind the bounds of what comes next.
    let behind = rest.split_off(at);
    let mut waiting = scored.into_iter().peekable();
    let mut order = Vec::with_capacity(at + behind.len());
    for found in behind {
        while let Some(before) = waiting.next_if(|scored| *scored > found) {
            order.push(before);
        }
        order.push(found);
    }
    order.extend(waiting);
    order
}

/// Sorts by bounds and lengths, in two passes of counting, since there are few different ones of either.
fn by_bound(matches: Vec<Match>) -> Vec<Match> {
    let (least, most) = matches
        .iter()
        .fold((i32::MAX, i32::MIN), |(least, most), found| (least.min(found.score), most.max(found.score)));
    if matches.len() < 4096 || most.abs_diff(least) > 1 << 20 {
        let mut matches = matches;
        matches.par_sort_unstable_by(|one, other| other.cmp(one));
        return matches;
    }
    let by_length = counted(&matches, 1 << 16, |found| usize::from(found.length.0));
    counted(&by_length, most.abs_diff(least) as usize + 1, |found| most.abs_diff(found.score) as usize)
}

/// Sorts by keys below `keys`; what has the same key stays in its order.
fn counted(matches: &[Match], keys: usize, key: impl Fn(&Match) -> usize) -> Vec<Match> {
    let mut starts = vec![0u32; keys + 1];
    for found in matches {
        if let Some(count) = starts.get_mut(key(found) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let Some(any) = matches.first() else { return Vec::new() };
    let mut sorted = vec![*any; matches.len()];
    for found in matches {
        if let Some(start) = starts.get_mut(key(found)) {
            if let Some(place) = sorted.get_mut(*start as usize) {
                *place = *found;
            }
            *start += 1;
        }
    }
    sorted
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
        let order = best_first(query, matches, |number| Some(title(number)));
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
