//! Figures: dates, sums, quantities, addresses and identifiers, which rules find in every text.

use super::pieces::pieces;
use super::scan::{Token, scan};
use super::when::Dates;
use super::{Context, Kind, Mention, Value, money};
use crate::text::Text;

/// How likely a figure is right, in hundredths: the rules take only what its form shows.
const LIKELY: u8 = 95;

/// Which figures are looked for besides dates and sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Percentages and quantities with a unit.
    pub quantities: bool,
    /// Addresses of mail and pages, telephone numbers.
    pub contacts: bool,
    /// Numbers of ships, accounts, books and the like.
    pub identifiers: bool,
}

impl Wanted {
    /// All of them.
    pub const ALL: Self = Self { quantities: true, contacts: true, identifiers: true };
}

/// What a rule found from a token on.
pub(super) struct Figure {
    /// How many tokens it has.
    pub(super) length: usize,
    pub(super) kind: Kind,
    pub(super) value: Option<Value>,
}

/// The figures of a text's body, in order, not overlapping.
pub(super) fn figures(
    text: &Text,
    context: &Context,
    _wanted: Wanted,
    stop: &dyn Fn() -> bool,
) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut tokens = Vec::new();
    let mut dates = Dates::new(context);
    for piece in pieces(text, stop) {
        tokens.clear();
        scan(text.as_str(), piece.span, &mut tokens);
        dates.paragraph();
        let mut at = 0;
        while at < tokens.len() {
            let Some(figure) = figure(text.as_str(), &tokens, at, &mut dates) else {
                at += 1;
                continue;
            };
            let end = (at + figure.length.max(1)).min(tokens.len());
            let span = tokens[at].span.join(tokens[end - 1].span);
            mentions.push(Mention { value: figure.value, ..Mention::new(span, figure.kind, LIKELY) });
            at = end;
        }
    }
    mentions
}

/// The figure that begins with the token at `at`.
fn figure(text: &str, tokens: &[Token], at: usize, dates: &mut Dates) -> Option<Figure> {
    let found = |length, kind| Figure { length, kind, value: None };
    let sum = || money::money(text, tokens, at).map(|length| found(length, Kind::Money));
    sum().or_else(|| dates.date(text, tokens, at))
}
