//! The rule-based namer: gathers evidence from the whole document, then decides.

use super::evidence::Evidence;
use super::finder::{Finder, Found, Mode};
use super::lexicon::{LEXICON, flag};
use super::pieces::{Piece, pieces};
use super::refine::refine;
use super::scan::{Shape, Token, scan};
use super::{Context, Kind, Learner, Mention, Namer};
use crate::text::{BlockKind, Text};

/// How likely a name is right whose context shows its kind, and any other, in hundredths: guesses.
const SURE: u8 = 80;
const LIKELY: u8 = 60;

/// So many tokens of a text are kept while it is gone through, of 40 bytes each; those behind them are scanned anew.
const KEPT: usize = 50_000;

/// Finds names by rules and tables. It knows English; in other languages it keeps to what it is sure of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules;

impl Learner for Rules {}

impl Namer for Rules {
    fn names(&self, text: &Text, _: &Context, figures: &[Mention], stop: &dyn Fn() -> bool) -> Vec<Mention> {
        let mut mentions = Vec::new();
        read(text, figures, stop, &mut |finder, found| {
            mentions.extend(found.iter().map(|found| Mention {
                title: found.title,
                ..Mention::new(
                    finder.span(found.first, found.end),
                    found.kind,
                    if found.sure() { SURE } else { LIKELY },
                )
            }));
        });
        mentions
    }
}

/// Goes through a text twice, to gather evidence and to find names, and shows each piece with what was found in it.
pub(super) fn read(
    text: &Text,
    figures: &[Mention],
    stop: &dyn Fn() -> bool,
    show: &mut dyn FnMut(&Finder<'_>, &[Found]),
) {
    let mut evidence = Evidence::default();
    let mut work = Work { text: text.as_str(), figures, ..Work::default() };
    let mut modes = Vec::new();
    for (number, piece) in pieces(text, stop).enumerate() {
        let tokens = work.scanned.of(text.as_str(), number, &piece);
        let mode = mode(&piece, tokens);
        evidence.count(tokens, matches!(mode, Mode::Headline | Mode::Shouted));
        modes.push(mode);
    }
    let cautious = evidence.capitals_say_little();
    if cautious {
        modes.iter_mut().filter(|mode| **mode == Mode::Running).for_each(|mode| *mode = Mode::Cautious);
    }
    for ((number, piece), &mode) in pieces(text, stop).enumerate().zip(&modes) {
        work.find(number, &piece, mode, &evidence);
        learn(text.as_str(), &work.refined, &work.found, &mut evidence);
    }
    for ((number, piece), &mode) in pieces(text, stop).enumerate().zip(&modes) {
        work.find(number, &piece, mode, &evidence);
        show(&Finder { text: work.text, tokens: &work.refined, evidence: &evidence, mode }, &work.found);
    }
}

/// What is at hand while a text is gone through.
#[derive(Default)]
struct Work<'a> {
    text: &'a str,
    figures: &'a [Mention],
    scanned: Scanned,
    refined: Vec<Token>,
    found: Vec<Found>,
}

/// The tokens of the pieces of a text, which are gone through three times.
#[derive(Default)]
struct Scanned {
    /// Those of the first pieces, as many as are kept.
    kept: Vec<Token>,
    /// Where those of each such piece end.
    ends: Vec<usize>,
    /// Those of the piece that was scanned last.
    passing: Vec<Token>,
}

impl Scanned {
    /// The tokens of the piece of this number; ask for the first ones first.
    fn of(&mut self, text: &str, number: usize, piece: &Piece) -> &[Token] {
        if let Some(&end) = self.ends.get(number) {
            let begin = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
            return self.kept.get(begin.unwrap_or(0)..end).unwrap_or_default();
        }
        self.passing.clear();
        scan(text, piece.span, &mut self.passing);
        if number == self.ends.len() && self.kept.len() < KEPT {
            self.kept.extend_from_slice(&self.passing);
            self.ends.push(self.kept.len());
        }
        &self.passing
    }
}

impl Work<'_> {
    fn find(&mut self, number: usize, piece: &Piece, mode: Mode, evidence: &Evidence) {
        self.found.clear();
        let tokens = self.scanned.of(self.text, number, piece);
        refine(self.text, tokens, evidence, &mut self.refined);
        let finder = Finder { text: self.text, tokens: &self.refined, evidence, mode };
        finder.find(self.figures, &mut self.found);
    }
}

/// How far the capitals of a piece can be trusted, from the piece alone.
fn mode(piece: &Piece, tokens: &[Token]) -> Mode {
    let heading = matches!(piece.kind, BlockKind::Heading(_));
    if !piece.whole || tokens.len() > 200 {
        return Mode::Running;
    }
    let (mut words, mut capitals, mut shouted, mut first) = (0, 0, 0, true);
    for token in tokens {
        let word = matches!(token.shape, Shape::Lower | Shape::Title | Shape::Caps);
        if !word {
            continue;
        }
        let function = LEXICON.flags(token.key) & flag::FUNCTION != 0;
        shouted += usize::from(token.shape == Shape::Caps);
        if !function || token.shape == Shape::Caps {
            words += 1;
            capitals += usize::from(token.capital() && !first);
            shouted += usize::from(token.shape == Shape::Caps);
        }
        first = false;
    }
    let ends = tokens.last().is_some_and(|token| token.is('.'));
    if words >= 3 && shouted * 10 >= words * 14 {
        return Mode::Shouted;
    }
    let share = if heading { 5 } else { 8 };
    // The first word has its capital by position, so it counts for neither side.
    let rest = words.max(1) - 1;
    if rest >= 2 && capitals * 10 >= rest * share && (heading || !ends) {
        Mode::Headline
    } else {
        Mode::Running
    }
}

/// Takes what is sure for evidence.
fn learn(text: &str, tokens: &[Token], found: &[Found], evidence: &mut Evidence) {
    for name in found.iter().filter(|name| name.sure()) {
        let (first, last) = (&tokens[name.first], &tokens[name.end - 1]);
        match name.kind {
            Kind::Person => {
                evidence.see(last.key, |seen| seen.person += 1);
                if name.end > name.first + 1 && !first.dotted {
                    evidence.see(first.key, |seen| seen.given += 1);
                }
            }
            Kind::Place if name.end == name.first + 1 => evidence.see(last.key, |seen| seen.place += 1),
            Kind::Organisation => {
                if name.end == name.first + 1 {
                    evidence.see(last.key, |seen| seen.body += 1);
                }
                // "(CSTO)" or ", or CSTO" right behind the long name.
                let behind = tokens.get(name.end..).unwrap_or_default();
                let short = match behind {
                    [open, short, ..] if open.is('(') => Some(short),
                    [comma, or, short, ..] if comma.is(',') && or.span.of(text) == "or" => Some(short),
                    _ => None,
                };
                if let Some(short) = short.filter(|short| short.shape == Shape::Caps) {
                    evidence.see(short.key, |seen| seen.body += 1);
                }
            }
            _ => {}
        }
    }
}
