//! Whether a sentence tells of what was or of what is to come, from the words nearest to a date.

use super::reader::Reader;
use super::words::Meaning;
use crate::tag::scan::Shape;

/// What a sentence tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// Neither for certain.
    Open,
}

/// How many tokens are looked at on each side.
const FAR: usize = 24;

/// What a word says of the tense.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Past,
    Future,
    To,
}

fn cue(word: &str) -> Option<Cue> {
    Some(match word {
        "to" => Cue::To,
        "will" | "won't" | "won’t" | "shall" | "would" | "should" | "could" | "may" | "might" | "must"
        | "can" | "cannot" | "plans" | "planned" | "planning" | "scheduled" | "due" | "expected"
        | "expects" | "upcoming" | "forthcoming" | "slated" | "intends" | "aims" | "hopes" | "set"
        | "needs" | "promises" | "vows" | "going" | "wants" | "invited" | "begins" | "starts" | "opens"
        | "leaves" | "arrives" | "departs" | "votes" | "runs" => Cue::Future,
        "agreed" | "was" | "were" | "had" | "did" | "said" | "told" | "met" | "held" | "went" | "came"
        | "took" | "began" | "gave" | "left" | "won" | "lost" | "made" | "saw" | "spoke" | "wrote"
        | "became" | "got" | "fell" | "rose" | "sent" | "shot" | "ran" | "broke" | "flew" | "brought"
        | "stood" | "died" | "fought" | "struck" | "hit" | "put" | "showed" | "has" | "have" | "grew"
        | "drew" | "found" | "led" | "paid" | "sold" | "bought" | "thought" | "knew" | "been" | "born" => {
            Cue::Past
        }
        word if word.ends_with("'ll") || word.ends_with("’ll") => Cue::Future,
        word if word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") => Cue::Past,
        _ => return None,
    })
}

impl Reader<'_> {
    /// The tense of the sentence of the date from the token `at` to `end`: what the nearest verb before it says, or else
    /// the first behind it.
    pub(super) fn tense(&self, at: usize, end: usize) -> Tense {
        if !self.words.english {
            return self.foreign_tense(at, end);
        }
        match at.checked_sub(1).map_or("", |before| self.word(before)) {
            "since" | "Since" => return Tense::Past,
            // A term is to come, unless the sentence tells of the past.
            "until" | "Until" | "till" | "by" | "By" => {
                let told = self.told_tense(at, end);
                return if told == Tense::Open { Tense::Future } else { told };
            }
            _ => {}
        }
        self.told_tense(at, end)
    }

    /// What the verbs of the sentence say.
    fn told_tense(&self, at: usize, end: usize) -> Tense {
        let mut infinitive = false;
        for before in (at.saturating_sub(FAR)..at).rev() {
            if self.ends_sentence(before) {
                break;
            }
            match self.cue(before) {
                Some(Cue::Future) => return Tense::Future,
                Some(Cue::To) if self.bound(before) => return Tense::Future,
                Some(Cue::To) => {
                    infinitive |= self.tokens.get(before + 1).is_some_and(|next| next.shape == Shape::Lower)
                }
                // "will be held", "to be held".
                Some(Cue::Past) => {
                    let earlier = before.saturating_sub(3)..before;
                    let coming = earlier.rev().take_while(|&at| !self.ends_sentence(at)).any(|at| {
                        matches!(self.cue(at), Some(Cue::Future))
                            || (self.cue(at) == Some(Cue::To) && self.word(at + 1) == "be")
                    });
                    return match (coming, infinitive) {
                        (true, _) => Tense::Future,
                        (false, true) => Tense::Open,
                        (false, false) => Tense::Past,
                    };
                }
                None => {}
            }
        }
        for after in end..(end + FAR).min(self.tokens.len()) {
            if self.ends_sentence(after) {
                break;
            }
            match self.cue(after) {
                Some(Cue::Future) => return Tense::Future,
                Some(Cue::To) if self.bound(after) => return Tense::Future,
                // "On Monday he was to leave", but "on Monday they agreed to leave".
                Some(Cue::Past)
                    if !matches!(self.word(after), "was" | "were") || self.word(after + 1) != "to" =>
                {
                    return Tense::Past;
                }
                _ => {}
            }
        }
        if infinitive { Tense::Future } else { Tense::Open }
    }

    fn cue(&self, at: usize) -> Option<Cue> {
        let token = self.tokens.get(at).filter(|token| token.shape == Shape::Lower)?;
        cue(token.span.of(self.text))
    }

    /// Whether the "to" there follows a word with which it speaks of what is to come: "is to", "agreed to".
    fn bound(&self, at: usize) -> bool {
        let verb = self.tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Lower && next.key != 0);
        verb && at.checked_sub(1).is_some_and(|before| {
            matches!(
                self.word(before),
                "is" | "are"
                    | "was"
                    | "were"
                    | "agreed"
                    | "agrees"
                    | "agree"
                    | "ready"
                    | "prepares"
                    | "preparing"
                    | "about"
                    | "ordered"
                    | "asked"
                    | "vowed"
                    | "promised"
                    | "decided"
                    | "wanted"
                    | "hoped"
                    | "plan"
                    | "want"
            )
        })
    }

    fn ends_sentence(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| matches!(token.shape, Shape::Mark('.' | '!' | '?' | '…')))
    }

    /// In other languages a word of what is to come within the sentence decides.
    fn foreign_tense(&self, at: usize, end: usize) -> Tense {
        let coming = |at: &usize| self.means(*at) == Some(Meaning::Future);
        let in_sentence = |at: &usize| !self.ends_sentence(*at);
        let before = (at.saturating_sub(FAR)..at).rev().take_while(in_sentence).any(|at| coming(&at));
        let after = (end..(end + FAR).min(self.tokens.len())).take_while(in_sentence).any(|at| coming(&at));
        if before || after { Tense::Future } else { Tense::Open }
    }
}
