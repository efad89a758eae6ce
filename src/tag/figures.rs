//! Figures: dates, sums, quantities, addresses and identifiers, which rules find in every text.

use super::numbers::Reading;
use super::pieces::pieces;
use super::scan::{Token, scan};
use super::when::Dates;
use super::{Context, Kind, Mention, Value, contacts, identifiers, quantities, sums};
use crate::text::{Span, Text};

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
    /// Its bytes in the text. The walk goes on with the first token that begins behind them.
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) value: Option<Value>,
}

impl Figure {
    /// One of `length` tokens from `at` on.
    pub(super) fn of(tokens: &[Token], at: usize, length: usize, kind: Kind, value: Option<Value>) -> Self {
        let span = |at: usize| tokens.get(at).map_or(Span::default(), |token| token.span);
        let last = (at + length.max(1)).min(tokens.len()).saturating_sub(1);
        Self { span: span(at).join(span(last)), kind, value }
    }
}

/// The figures of a text's body, in order, not overlapping.
pub(super) fn figures(
    text: &Text,
    context: &Context,
    wanted: Wanted,
    stop: &dyn Fn() -> bool,
) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut tokens = Vec::new();
    let mut dates = Dates::new(context);
    for piece in pieces(text, stop) {
        tokens.clear();
        scan(text.as_str(), piece.span, &mut tokens);
        dates.paragraph();
        let reading = Reading::new(text.as_str(), &tokens, context);
        let mut at = 0;
        while at < tokens.len() {
            let Some(figure) = figure(&reading, wanted, &mut dates, at) else {
                at += 1;
                continue;
            };
            mentions.push(Mention { value: figure.value, ..Mention::new(figure.span, figure.kind, LIKELY) });
            at += 1;
            while tokens.get(at).is_some_and(|token| token.span.start < figure.span.end) {
                at += 1;
            }
        }
    }
    mentions
}

/// The figure that begins with the token at `at`.
fn figure(from: &Reading, wanted: Wanted, dates: &mut Dates, at: usize) -> Option<Figure> {
    let date = || dates.date(from.text, from.tokens, at);
    let sum = || sums::sum(from, at).filter(|sum| !is_cut(from.text, sum.span));
    let quantity = || wanted.quantities.then(|| quantities::quantity(from, at)).flatten();
    let contact = || wanted.contacts.then(|| contacts::contact(from, at)).flatten();
    let identifier = || wanted.identifiers.then(|| identifiers::identifier(from, at)).flatten();
    identifier().or_else(contact).or_else(sum).or_else(date).or_else(quantity)
}

/// Whether the span begins or ends within a number in groups with apostrophes, as in Switzerland: "1'000'000".
fn is_cut(text: &str, span: Span) -> bool {
    let mark = |c: char| matches!(c, '\'' | '’');
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let (before, behind) =
        (text.get(..span.start as usize).unwrap_or(""), text.get(span.end as usize..).unwrap_or(""));
    let goes_on = behind.strip_prefix(mark).is_some_and(|rest| digit(rest.chars().next()));
    goes_on || before.strip_suffix(mark).is_some_and(|rest| digit(rest.chars().next_back()))
}
