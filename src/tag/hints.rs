//! Hints: what the rules say of each token, as a trained model is told it.

use super::finder::Ground;
use super::joined::Joined;
use super::model::Labelled;
use super::person::Title;
use super::{Context, Kind, Mention, Wanted, figures, rules};
use crate::text::{Span, Text};

/// A name that the rules found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ruled {
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) ground: Ground,
    pub(super) title: Option<Span>,
}

impl Ruled {
    /// The hint for a token of this name, 1 to 96: kind, place in the name, ground and title.
    fn hint(&self, token: Span) -> u8 {
        let kind = match self.kind {
            Kind::Organisation => 1,
            Kind::Place => 2,
            _ => 0,
        };
        let place = u8::from(token.start > self.span.start) + 2 * u8::from(token.end < self.span.end);
        1 + ((kind * 4 + place) * 4 + self.ground as u8) * 2 + u8::from(self.title.is_some())
    }
}

/// The hint for each token, 0 for none. Names and tokens are in order and don't overlap among themselves.
pub(super) fn of_tokens(names: &[Ruled], tokens: &[Span]) -> Vec<u8> {
    let first = tokens.first().map_or(0, |token| token.start);
    let mut names = names[names.partition_point(|name| name.span.end <= first)..].iter().peekable();
    let hint = |token: &Span| {
        while names.next_if(|name| name.span.end <= token.start).is_some() {}
        names.peek().filter(|name| name.span.start < token.end).map_or(0, |name| name.hint(*token))
    };
    tokens.iter().map(hint).collect()
}

/// What the rules find in a text.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The names, in order.
    pub(super) names: Vec<Ruled>,
    /// The titles and roles before words with a capital, in order of these words.
    pub(super) titles: Vec<Title>,
}

impl Read {
    pub(super) fn new(text: &Text, figures: &[Mention], stop: &dyn Fn() -> bool) -> Self {
        let mut read = Self::default();
        rules::read(text, figures, stop, &mut |finder, found| {
            read.names.extend(found.iter().map(|found| Ruled {
                span: finder.span(found.first, found.end),
                kind: found.kind,
                ground: found.ground,
                title: found.title,
            }));
            let words = (0..finder.tokens.len()).filter(|&at| finder.tokens[at].capital());
            read.titles.extend(words.filter_map(|at| finder.title(at)));
        });
        read
    }

    /// What they find in a text of which nothing else is known.
    pub(super) fn alone(text: &Text) -> Self {
        let figures = figures::figures(text, &Context::default(), Wanted::default(), &|| false);
        Self::new(text, &figures, &|| false)
    }
}

/// The hints for the tokens of a labelled document: what models are trained with.
pub fn hints(document: &Labelled) -> Vec<u8> {
    let joined = Joined::new(document);
    of_tokens(&Read::alone(&joined.text).names, &joined.spans)
}
