//! The namer: looks at a whole document, finds what is clear in it, and then what that shows of the rest.

use super::super::by_language::primary;
use super::super::finder::Found;
use super::super::key::key;
use super::super::pieces::{Piece, pieces};
use super::super::scan::{Shape, Token};
use super::super::{Context, Kind, Learner, Mention, Namer};
use super::declension::{forms, readings};
use super::finder::Finder;
use super::languages::{guessed, lexis};
use super::lexis::{Lexis, flag};
use super::sight::Sight;
use super::tongue::Cases;
use super::words::words;
use crate::text::Text;

/// How likely a name is right that its company shows, and any other, in hundredths: guesses after reading a few hundred.
const SURE: u8 = 75;
const LIKELY: u8 = 60;

/// The most names of a document whose case forms are learned.
const LEARNED: usize = 50_000;

/// Finds names in languages other than English by cautious rules: German, French, Spanish, Italian, Portuguese, Dutch,
/// Polish, Russian, Ukrainian and Belarusian by their tables; in any other only known names and abbreviations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tongues;

impl Learner for Tongues {}

impl Namer for Tongues {
    fn names(
        &self,
        text: &Text,
        context: &Context,
        figures: &[Mention],
        stop: &dyn Fn() -> bool,
    ) -> Vec<Mention> {
        let lexis = match &context.language {
            Some(language) => lexis(&primary(language)),
            None => lexis(guessed(text)),
        };
        let mut work = Work {
            text: text.as_str(),
            lexis,
            figures,
            sight: Sight::default(),
            learned: 0,
            scanned: Vec::new(),
            tokens: Vec::new(),
            found: Vec::new(),
        };
        for piece in pieces(text, stop) {
            work.read(&piece);
            let shouted = shouted(&work.tokens);
            work.sight.count(&work.tokens, shouted);
        }
        for piece in pieces(text, stop) {
            work.read(&piece);
            work.find();
            work.learn();
        }
        let mut mentions = Vec::new();
        for piece in pieces(text, stop) {
            work.read(&piece);
            work.find();
            mentions.extend(work.found.iter().map(|found| Mention {
                title: found.title,
                ..Mention::new(
                    work.tokens[found.first].span.join(work.tokens[found.end - 1].span),
                    found.kind,
                    if found.sure() { SURE } else { LIKELY },
                )
            }));
        }
        mentions
    }
}

/// What is at hand while a text is gone through.
struct Work<'a> {
    text: &'a str,
    lexis: &'static Lexis,
    figures: &'a [Mention],
    sight: Sight,
    learned: usize,
    scanned: Vec<Token>,
    tokens: Vec<Token>,
    found: Vec<Found>,
}

impl Work<'_> {
    fn read(&mut self, piece: &Piece) {
        words(self.text, piece.span, self.lexis, self.figures, &mut self.scanned, &mut self.tokens);
    }

    fn find(&mut self) {
        self.found.clear();
        let shouted = shouted(&self.tokens);
        let finder =
            Finder { text: self.text, tokens: &self.tokens, lexis: self.lexis, sight: &self.sight, shouted };
        finder.find(&mut self.found);
    }

    /// Takes what is clear for a sign elsewhere.
    fn learn(&mut self) {
        for name in self.found.iter().filter(|name| name.sure()) {
            let words = &self.tokens[name.first..name.end];
            let Some((first, last)) = words.first().zip(words.last()) else { continue };
            match name.kind {
                Kind::Person => {
                    let full = name.end > name.first + 1;
                    if full && first.has(flag::GIVEN) && !first.dotted {
                        self.sight.see(first.key, |seen| seen.given += 1);
                    }
                    // "Иванов П. С." and "Иванов Пётр Сидорович" begin with the surname.
                    let ahead = full && !first.dotted && !first.has(flag::GIVEN);
                    let surname = if ahead { first } else { last };
                    let lettered = surname.shape == Shape::Caps && surname.span.len() < 6;
                    let given = full && surname.has(flag::GIVEN);
                    if !(surname.dotted || lettered || given) {
                        self.learned += 1;
                        let form = surname.span.of(self.text).to_lowercase();
                        learn_surname(&mut self.sight, self.lexis.tongue.cases, &form, self.learned);
                    }
                }
                Kind::Place if name.end == name.first + 1 => {
                    self.sight.see(last.key, |seen| seen.place += 1);
                }
                Kind::Organisation => {
                    let behind = self.tokens.get(name.end..).unwrap_or_default();
                    if let [open, short, close, ..] = behind
                        && open.is('(')
                        && close.is(')')
                        && short.shape == Shape::Caps
                    {
                        self.sight.see(short.key, |seen| seen.body += 1);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Takes a surname for one in all its cases.
fn learn_surname(sight: &mut Sight, cases: Cases, form: &str, learned: usize) {
    let known = sight.of(key(form)).person > 0;
    sight.see(key(form), |seen| seen.person += 1);
    if known || cases == Cases::None || learned > LEARNED {
        return;
    }
    for reading in readings(cases, form) {
        for form in forms(cases, &reading.nominative).iter().flatten() {
            sight.see(key(form), |seen| seen.person += 1);
        }
    }
}

/// Whether most words of a piece are all in capitals.
fn shouted(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|token| token.key != 0).count();
    let capitals = tokens.iter().filter(|token| token.shape == Shape::Caps).count();
    words >= 3 && capitals * 10 >= words * 7
}
