//! Precision and recall of exact spans, as the scorer of CoNLL-2003 counts them.

use super::label::NameKind;

/// What was found, what there was, and what of both agrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Names that are right in both bounds and in kind.
    pub right: usize,
    /// Names that were found.
    pub found: usize,
    /// Names that there are.
    pub there: usize,
}

impl Count {
    /// The share of what was found that is right, from 0 to 1.
    pub fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    /// The share of what there is that was found, from 0 to 1.
    pub fn recall(self) -> f64 {
        self.right as f64 / self.there.max(1) as f64
    }

    /// The harmonic mean of both, from 0 to 1.
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.there).max(1) as f64
    }

    /// Both counts together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            found: self.found + other.found,
            there: self.there + other.there,
        }
    }
}

/// The counts for each kind, in the order of [`NameKind::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score(pub [Count; 4]);

impl Score {
    /// Counts the names of one document, each list in order.
    pub fn add(&mut self, there: &[(usize, usize, NameKind)], found: &[(usize, usize, NameKind)]) {
        let mut at = 0;
        for name in there {
            self.0[name.2.number()].there += 1;
            while found.get(at).is_some_and(|other| other.0 < name.0) {
                at += 1;
            }
            if found.get(at) == Some(name) {
                self.0[name.2.number()].right += 1;
            }
        }
        for name in found {
            self.0[name.2.number()].found += 1;
        }
    }

    /// Both scores together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(std::array::from_fn(|kind| self.0[kind].plus(other.0[kind])))
    }

    /// The count of one kind.
    pub fn of(&self, kind: NameKind) -> Count {
        self.0[kind.number()]
    }

    /// People, organisations and places together.
    pub fn names(&self) -> Count {
        self.0[0].plus(self.0[1]).plus(self.0[2])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NameKind::{Organisation, Person, Place};

    #[test]
    fn only_exact_spans_of_the_same_kind_count() {
        let mut score = Score::default();
        score.add(
            &[(0, 2, Person), (3, 4, Place), (5, 7, Organisation)],
            &[(0, 2, Person), (3, 4, Person), (5, 6, Organisation), (6, 7, Organisation)],
        );
        assert_eq!(score.of(Person), Count { right: 1, found: 2, there: 1 });
        assert_eq!(score.names(), Count { right: 1, found: 4, there: 3 });
        assert!((score.names().f1() - 2.0 / 7.0).abs() < 1e-9);
    }
}
