//! Stepping through places in order, round the ends.

use crate::text::Span;

/// Of `count` spans in order, the first that starts behind `from`, or the last that starts before it where
/// `back`; and whether the search went round an end. `usize::MAX` stands for "before the beginning".
pub(super) fn step(
    count: usize,
    span: impl Fn(usize) -> Span,
    from: usize,
    back: bool,
) -> Option<(Span, bool)> {
    let last = count.checked_sub(1)?;
    let mut low = 0;
    let mut high = count;
    // The number of spans that start before `from`, or at it when going forward.
    while low < high {
        let middle = low + (high - low) / 2;
        let start = span(middle).start as usize;
        let before = from != usize::MAX && if back { start < from } else { start <= from };
        if before { low = middle + 1 } else { high = middle }
    }
    Some(match (back, low) {
        (true, 0) => (span(last), true),
        (true, before) => (span(before - 1), false),
        (false, before) if before == count => (span(0), true),
        (false, before) => (span(before), false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_forward_and_back_and_round_the_ends() {
        let spans = [Span::new(0, 2), Span::new(5, 7), Span::new(9, 10)];
        let go = |from, back| {
            step(spans.len(), |at| spans[at], from, back).map(|(span, round)| (span.start, round))
        };
        assert_eq!(go(usize::MAX, false), Some((0, false)));
        assert_eq!(go(0, false), Some((5, false)));
        assert_eq!(go(9, false), Some((0, true)));
        assert_eq!(go(9, true), Some((5, false)));
        assert_eq!(go(0, true), Some((9, true)));
        assert_eq!(step(0, |_| Span::default(), 0, false), None);
    }
}
