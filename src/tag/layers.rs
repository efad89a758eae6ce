//! The tagger of the program: figures by rules, names by whoever knows the document's language, laid over one another.

use std::sync::Arc;

use super::figures::figures;
use super::{Context, Learner, Mention, Namer, Tagger, Wanted, built_in};
use crate::text::{Span, Text};

/// Finds figures and names.
#[derive(Clone)]
pub struct Layers {
    names: Arc<dyn Namer>,
    wanted: Wanted,
}

impl Default for Layers {
    fn default() -> Self {
        Self::new(built_in())
    }
}

impl Layers {
    /// With names from this namer, and dates and sums.
    pub fn new(names: Arc<dyn Namer>) -> Self {
        Self { names, wanted: Wanted::default() }
    }

    /// The same with these figures besides.
    #[must_use]
    pub fn wanting(mut self, wanted: Wanted) -> Self {
        self.wanted = wanted;
        self
    }
}

impl Tagger for Layers {
    fn tag(&self, text: &Text, context: &Context, stop: &dyn Fn() -> bool) -> Vec<Mention> {
        let figures = figures(text, context, self.wanted, stop);
        let names = self.names.names(text, context, &figures, stop);
        laid_over(figures, names)
    }
}

impl Learner for Layers {
    fn study(&self, documents: &mut dyn Iterator<Item = (Text, Context)>) {
        self.names.study(documents);
    }

    fn learnt(&self) -> Option<Vec<u8>> {
        self.names.learnt()
    }

    fn recall(&self, learnt: &[u8]) -> bool {
        self.names.recall(learnt)
    }

    fn rest(&self) {
        self.names.rest();
    }

    fn sleep(&self) {
        self.names.sleep();
    }
}

/// Two layers of mentions as one, in order and not overlapping. Where two overlap, a name that reaches over both ends of a
/// figure stays ("April Jones"), and else the figure.
fn laid_over(figures: Vec<Mention>, names: Vec<Mention>) -> Vec<Mention> {
    let around = |name: Span, figure: Span| {
        name.start <= figure.start && figure.end <= name.end && name.len() > figure.len()
    };
    let names = without(&names, &figures, |name, figure| !around(name, figure));
    let mut mentions = without(&figures, &names, |_, _| true);
    mentions.extend(names);
    mentions.sort_unstable_by_key(|mention| mention.span.start);
    mentions
}

/// The mentions that don't overlap one of `others` for which `gives_way` holds. Both are in order and don't overlap
/// among themselves.
fn without(mentions: &[Mention], others: &[Mention], gives_way: impl Fn(Span, Span) -> bool) -> Vec<Mention> {
    let mut first = 0;
    let mut kept = Vec::with_capacity(mentions.len());
    for mention in mentions {
        while others.get(first).is_some_and(|other| other.span.end <= mention.span.start) {
            first += 1;
        }
        let overlapping = others[first..].iter().take_while(|other| other.span.start < mention.span.end);
        if !overlapping.map(|other| other.span).any(|other| gives_way(mention.span, other)) {
            kept.push(*mention);
        }
    }
    kept
}
