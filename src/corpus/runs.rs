//! Runs: which parts of a reading text were copied from the raw text, and from where.

use crate::text::Span;

/// A part of the reading text that stands in the raw text with the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it begins in the reading text, in bytes.
    pub reading: u32,
    /// Where it begins in the raw text, in bytes.
    pub raw: u32,
    /// How many bytes it has.
    pub len: u32,
}

/// The runs of a reading text, in order in both texts and overlapping in neither. What lies between two runs
/// in the reading text was inserted or written anew; what lies between them in the raw text was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Runs {
    /// Both texts are the same.
    #[default]
    Whole,
    /// These parts are the same.
    Parts(Vec<Run>),
}

impl Runs {
    /// The place in the raw text that belongs to `offset` in the reading text, both in bytes. What was
    /// inserted belongs to what stands in the raw text between the runs before and behind it.
    pub fn to_raw(&self, offset: usize) -> usize {
        self.place(offset, |run| (run.reading, run.raw))
    }

    /// The place in the reading text that belongs to `offset` in the raw text, both in bytes.
    pub fn to_reading(&self, offset: usize) -> usize {
        self.place(offset, |run| (run.raw, run.reading))
    }

    /// The range of the raw text that belongs to `span` of the reading text: its ends don't reach over what
    /// was left out before the first and behind the last byte of it.
    pub fn raw_span(&self, span: Span) -> Span {
        let start = self.to_raw(span.start as usize);
        Span::new(start, self.end(span.end as usize, |run| (run.reading, run.raw)).max(start))
    }

    /// The range of the reading text that belongs to `span` of the raw text.
    pub fn reading_span(&self, span: Span) -> Span {
        let start = self.to_reading(span.start as usize);
        Span::new(start, self.end(span.end as usize, |run| (run.raw, run.reading)).max(start))
    }

    fn place(&self, offset: usize, sides: impl Fn(&Run) -> (u32, u32)) -> usize {
        let Self::Parts(runs) = self else { return offset };
        let after = runs.partition_point(|run| sides(run).0 as usize <= offset);
        let next = runs.get(after).map(|run| sides(run).1 as usize);
        match after.checked_sub(1).map(|at| sides(&runs[at])) {
            Some((from, to)) => (to as usize + (offset - from as usize)).min(next.unwrap_or(usize::MAX)),
            None => next.unwrap_or(0),
        }
    }

    /// As [`Runs::place`], of an end: it belongs to the byte before it.
    fn end(&self, offset: usize, sides: impl Fn(&Run) -> (u32, u32)) -> usize {
        let Self::Parts(runs) = self else { return offset };
        let after = runs.partition_point(|run| (sides(run).0 as usize) < offset);
        match after.checked_sub(1).map(|at| (sides(&runs[at]), runs[at].len as usize)) {
            Some(((from, to), len)) => to as usize + (offset - from as usize).min(len),
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs() -> Runs {
        // reading "ab-cd", raw "<ab><cd>"
        Runs::Parts(vec![Run { reading: 0, raw: 1, len: 2 }, Run { reading: 3, raw: 5, len: 2 }])
    }

    #[test]
    fn what_was_copied_maps_both_ways() {
        for (reading, raw) in [(0, 1), (1, 2), (3, 5), (4, 6)] {
            assert_eq!((runs().to_raw(reading), runs().to_reading(raw)), (raw, reading));
        }
        assert_eq!(Runs::Whole.to_raw(7), 7);
    }

    #[test]
    fn the_ends_of_a_span_dont_reach_over_what_was_left_out() {
        assert_eq!(runs().raw_span(Span::new(0, 2)), Span::new(1, 3));
        assert_eq!(runs().raw_span(Span::new(1, 4)), Span::new(2, 6));
        assert_eq!(runs().reading_span(Span::new(1, 3)), Span::new(0, 2));
        assert_eq!(runs().reading_span(Span::new(0, 8)), Span::new(0, 5));
    }
}
