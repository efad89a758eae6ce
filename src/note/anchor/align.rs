//! How well a passage with its context fits a stretch of text: the best alignment of the two.

use std::ops::Range;

/// What a character that agrees adds to a score.
pub(super) const AGREES: i32 = 4;
/// What one that is another takes from it.
const DIFFERS: i32 = -6;
/// What a gap takes from it, in the passage or in the text: words put in or taken out together are one change.
const OPENS: i32 = -8;
/// What each further character takes that was put in. One that was taken out adds nothing, which is enough.
const EXTENDS: i32 = -1;
/// What a gap in the text takes besides where it lies within the passage: what is put in at one of its ends
/// doesn't belong to it, even if the last letter agrees with its own.
const WITHIN: i32 = -4;

/// An alignment of a passage to a stretch of text: where the passage stands, and the scores of the context
/// before it, of the passage itself, and of the context behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Aligned {
    /// The first character of the text that belongs to the passage.
    pub(super) start: usize,
    /// The one after the last.
    pub(super) end: usize,
    pub(super) before: i32,
    pub(super) exact: i32,
    pub(super) after: i32,
}

/// The best way to arrive at one character of the passage and one of the text.
#[derive(Clone, Copy)]
struct Cell {
    score: i32,
    start: u32,
    end: u32,
    /// The score where the passage began, and where it ended.
    at_start: i32,
    at_end: i32,
}

impl Cell {
    const fn new(score: i32) -> Self {
        Self { score, start: 0, end: 0, at_start: 0, at_end: 0 }
    }

    fn plus(self, score: i32) -> Self {
        Self { score: self.score + score, ..self }
    }

    fn or(self, other: Self) -> Self {
        if other.score > self.score { other } else { self }
    }

    fn begun(self, column: usize) -> Self {
        Self { start: column as u32, at_start: self.score, ..self }
    }

    fn ended(self, column: usize) -> Self {
        Self { end: column as u32, at_end: self.score, ..self }
    }
}

/// Far below every score, and far from overflow.
const NEVER: Cell = Cell::new(i32::MIN / 2);

/// The best alignment of `sought` to `text`, in which `exact` of it is the passage and the rest context.
///
/// The passage counts as a whole, what is missing of it too; of the context as much as fits next to it. Gotoh's
/// alignment with affine gaps (1982), semi-global for the passage, local for what stands around it. Takes
/// time in proportion to the product of both lengths, memory to the length of `text`.
pub(super) fn align(sought: &[char], exact: Range<usize>, text: &[char]) -> Option<Aligned> {
    let mut best: Option<Cell> = None;
    // For each character of the text the best way there: at all, and with a character of `sought` left out.
    let mut ways: Vec<Cell> =
        (0..=text.len()).map(|column| Cell::new(0).begun(column).ended(column)).collect();
    let mut gaps = vec![NEVER; text.len() + 1];
    if exact.end == 0 {
        best = ways.first().copied();
    }
    for (row, c) in (1..).zip(sought) {
        let anew = if row <= exact.start { Cell::new(0) } else { NEVER };
        let ends = row == exact.end;
        let opens = if exact.start < row && row < exact.end { OPENS + WITHIN } else { OPENS };
        let mut diagonal = NEVER;
        let mut left = NEVER;
        let mut gap_right = NEVER;
        for (column, (way, gap)) in ways.iter_mut().zip(&mut gaps).enumerate() {
            let agrees = column.checked_sub(1).and_then(|at| text.get(at)) == Some(c);
            let mut arrived = diagonal.plus(if agrees { AGREES } else { DIFFERS });
            let mut gap_down = way.plus(OPENS).or(*gap);
            if ends {
                arrived = arrived.ended(column);
                gap_down = gap_down.ended(column);
            }
            gap_right = left.plus(opens).or(gap_right.plus(EXTENDS));
            diagonal = *way;
            left = arrived.or(gap_down).or(gap_right).or(anew);
            *way = left;
            *gap = gap_down;
            if row >= exact.end {
                best = Some(best.map_or(left, |best| best.or(left)));
            }
        }
        if row == exact.start {
            gaps.fill(NEVER);
            for (column, way) in ways.iter_mut().enumerate() {
                *way = way.begun(column);
                if exact.is_empty() {
                    *way = way.ended(column);
                }
            }
            if exact.is_empty() {
                best = ways.iter().copied().reduce(Cell::or);
            }
        }
    }
    best.map(|cell| Aligned {
        start: cell.start as usize,
        end: cell.end.max(cell.start) as usize,
        before: cell.at_start,
        exact: cell.at_end - cell.at_start,
        after: cell.score - cell.at_end,
    })
}

/// The score of as much of a context as fits where it must begin with the text, read outwards from the passage.
pub(super) fn extend(context: &[char], text: &[char]) -> i32 {
    let mut best = 0;
    scores(context, text, gap, |row| best = row.iter().copied().fold(best, i32::max));
    best
}

/// The best score that all of `exact` has anywhere in `text`: no alignment of it with its context gives it more. Takes
/// a fifth of the time of [`align`].
pub(super) fn best_score(exact: &[char], text: &[char]) -> i32 {
    let mut best = 0;
    scores(exact, text, |_| 0, |row| best = row.iter().copied().max().unwrap_or(0));
    best
}

/// The scores of the alignments of `sought` to `text` row by row, one for each character of the text at which they
/// may end; `begun` has those for the text passed over before the first character of `sought`.
fn scores(sought: &[char], text: &[char], begun: fn(i32) -> i32, mut row: impl FnMut(&[i32])) {
    let mut ways: Vec<i32> = (0..=text.len() as i32).map(begun).collect();
    let mut gaps = vec![NEVER.score; text.len() + 1];
    for c in sought {
        let Some(((first, rest), (first_gap, rest_gaps))) =
            ways.split_first_mut().zip(gaps.split_first_mut())
        else {
            return;
        };
        let mut diagonal = *first;
        *first_gap = (*first + OPENS).max(*first_gap);
        *first = *first_gap;
        let (mut left, mut gap_right) = (*first, NEVER.score);
        for ((way, gap_down), there) in rest.iter_mut().zip(rest_gaps).zip(text) {
            *gap_down = (*way + OPENS).max(*gap_down);
            gap_right = (left + OPENS).max(gap_right + EXTENDS);
            let arrived = diagonal + if there == c { AGREES } else { DIFFERS };
            diagonal = *way;
            left = arrived.max(*gap_down).max(gap_right);
            *way = left;
        }
        row(&ways);
    }
}

/// The score of a gap of this length in the text.
fn gap(length: i32) -> i32 {
    if length == 0 { 0 } else { OPENS + (length - 1) * EXTENDS }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// Where `[…]` of the sought text comes to stand, and the three scores.
    fn aligned(sought: &str, text: &str) -> (String, [i32; 3]) {
        let (before, rest) = sought.split_once('[').unwrap();
        let (exact, after) = rest.split_once(']').unwrap();
        let start = before.chars().count();
        let exact = start..start + exact.chars().count();
        let sought = chars(&format!("{before}{}{after}", rest.split_once(']').unwrap().0));
        let found = align(&sought, exact, &chars(text)).unwrap();
        let place = chars(text)[found.start..found.end].iter().collect();
        (place, [found.before, found.exact, found.after])
    }

    #[test]
    fn what_is_unchanged_has_the_full_score() {
        assert_eq!(aligned("one [two] six", "and one two six more"), ("two".into(), [16, 12, 16]));
        assert_eq!(aligned("[two]", "one two six"), ("two".into(), [0, 12, 0]));
    }

    #[test]
    fn what_changed_inside_belongs_to_the_passage() {
        assert_eq!(aligned("one [two men] six", "one two old men six").0, "two old men");
        assert_eq!(aligned("one [two old men] six", "one two men six").0, "two men");
        assert_eq!(aligned("one [two] six", "one twa six").0, "twa");
    }

    #[test]
    fn what_was_put_in_beside_it_does_not() {
        assert_eq!(aligned("and so one [two] six", "and so one and a half two six").0, "two");
        assert_eq!(aligned("one [two] six and so on", "one two and a half six and so on").0, "two");
    }

    #[test]
    fn context_that_is_gone_costs_nothing() {
        assert_eq!(aligned("one [two men] six", "ooo two men sss").1, [4, 28, 8]);
    }

    #[test]
    fn a_passage_that_is_gone_has_a_score_below_nothing() {
        assert!(aligned("before it [a passage of words] behind it", "before it behind it").1[1] < 0);
    }

    #[test]
    fn a_context_that_begins_at_once_has_the_better_score() {
        let extended = |text: &str| extend(&chars(" six and so"), &chars(text));
        assert_eq!(extended(" six and so on"), 44);
        assert_eq!(extended(" sic and so on"), 40 - 6);
        assert_eq!(extended(" [1] six and so on"), 44 - 8 - 3);
        assert_eq!(extended("elsewhere"), 0);
        assert_eq!(extend(&[], &chars("elsewhere")), 0);
    }

    #[test]
    fn a_point_stands_between_its_contexts() {
        let found = align(&chars("onetwo"), 3..3, &chars("a onetwo b")).unwrap();
        assert_eq!((found.start, found.end, found.before, found.after), (5, 5, 12, 12));
    }

    proptest! {
        #[test]
        fn any_alignment_stays_in_the_text(sought in "[ab ]{0,12}", text in "[ab ]{0,20}", a in 0usize..13, b in 0usize..13) {
            let sought = chars(&sought);
            let (a, b) = (a.min(sought.len()), b.min(sought.len()));
            let (text, exact) = (chars(&text), a.min(b)..a.max(b));
            if let Some(found) = align(&sought, exact.clone(), &text) {
                prop_assert!(found.start <= found.end && found.end <= text.len());
                prop_assert!(found.before >= 0 && found.after >= 0);
                prop_assert!(exact.is_empty() || found.exact <= best_score(&sought[exact], &text));
            }
        }
    }
}
