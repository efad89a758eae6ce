//! What is judged of two names: the verdict, how sure it is, and why.

use std::borrow::Cow;

/// Whether two names are one's. The order is that of how much they have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// They are two people, bodies or places.
    Different,
    /// They may be one, but the names alone don't say so.
    Possible,
    /// They are one.
    Same,
}

impl Verdict {
    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Possible => "possible",
            Self::Different => "different",
        }
    }
}

/// What is judged of two names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whether they are one's.
    pub verdict: Verdict,
    /// How sure that is, in hundredths: of the same and of the different that they are so, of the possible that they
    /// are one.
    pub confidence: u8,
    /// Why, in words for people.
    pub reason: Cow<'static, str>,
}

impl Judgement {
    pub(super) fn same(confidence: u8, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { verdict: Verdict::Same, confidence, reason: reason.into() }
    }

    pub(super) fn possible(confidence: u8, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { verdict: Verdict::Possible, confidence, reason: reason.into() }
    }

    pub(super) fn different(confidence: u8, reason: impl Into<Cow<'static, str>>) -> Self {
        Self { verdict: Verdict::Different, confidence, reason: reason.into() }
    }

    /// Whether they are one's.
    pub fn is_same(&self) -> bool {
        self.verdict == Verdict::Same
    }

    /// The same, less sure by so many hundredths, for one more reason.
    pub(super) fn weaker(self, by: u8, reason: &str) -> Self {
        let reason = Cow::Owned(format!("{}; {reason}", self.reason));
        Self { verdict: self.verdict, confidence: self.confidence.saturating_sub(by), reason }
    }

    /// The same, but not more than possible.
    pub(super) fn at_most_possible(self, reason: &str) -> Self {
        match self.verdict {
            Verdict::Same => Self::possible(55, format!("{}; {reason}", self.reason)),
            _ => self,
        }
    }
}
