//! Organisations: words for bodies with their names, names in quotation marks, abbreviations.

use super::super::Kind;
use super::super::finder::Found;
use super::super::scan::{Shape, Token};
use super::finder::{Finder, plain};
use super::lexis::flag;

/// The most tokens of a body's name.
const LONGEST: usize = 12;

/// The most tokens of a name in quotation marks.
const QUOTED: usize = 6;

/// Words that join two things, of which the second may be another body.
const AND: [&str; 9] = ["y", "e", "et", "en", "i", "und", "и", "та", "і"];

impl Finder<'_> {
    /// The body whose name in quotation marks begins at `at`, behind a word such as "newspaper".
    pub(super) fn quoted_body(&self, at: usize) -> Option<Found> {
        let mark = at.checked_sub(1)?;
        let noun = mark.checked_sub(1)?;
        if !self.has(noun, flag::BEFORE_BODY) || !matches!(self.tokens[mark].shape, Shape::Mark(_)) {
            return None;
        }
        let end = self.quotation(mark, QUOTED)?;
        let first = self.tokens.get(at).filter(|token| token.capital() || token.shape == Shape::Number)?;
        (end > at && first.key != 0).then(|| plain(at, end, Kind::Organisation, true))
    }

    /// A body whose name begins with a word for it in small letters: "ministère de la Défense".
    pub(super) fn low_body(&self, at: usize) -> Option<Found> {
        if !self.has(at, flag::LOW_BODY) || self.shouted {
            return None;
        }
        self.body_end(at).map(|end| plain(at, end, Kind::Organisation, false))
    }

    /// A body whose name begins with a capitalised word for it, or that an abbreviation in brackets follows.
    pub(super) fn body(&self, at: usize) -> Option<Found> {
        let end = self.spelt_out(at).or_else(|| match self.has(at, flag::BODY) {
            true => self.body_end(at),
            false => self.behind_adjective(at),
        });
        end.map(|end| plain(at, end, Kind::Organisation, true))
    }

    /// Where a body's name ends that begins with an adjective at `at`: "Śląska Partia Ludowa".
    fn behind_adjective(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let fits = self.has(at + 1, flag::BODY) && self.joined(at + 1) && token.shape == Shape::Title;
        let inside = !token.start && self.unknown(at) && self.seen(at).lower == 0;
        if fits && inside && !self.lexis.tongue.nouns_capital { self.body_end(at + 1) } else { None }
    }

    /// Where the name ends that begins with the word for a body at `at`; it holds a capital behind that word.
    fn body_end(&self, at: usize) -> Option<usize> {
        let mut end = at + 1;
        let mut named = false;
        while end < at + LONGEST && self.tokens[end - 1].key != 0 {
            let links = self.links(end);
            let next = end + links;
            let Some(token) = self.tokens.get(next).filter(|token| token.spaced && !token.has(flag::FIGURE))
            else {
                break;
            };
            // In German any noun may follow a word for a body, but only behind "für" is it a part of its name.
            let noun = self.lexis.tongue.nouns_capital && !token.has(flag::FIRST);
            let and = self.tokens[end..next].iter().any(|link| AND.contains(&link.span.of(self.text)));
            if and && (!named || token.has(flag::BODY)) {
                break;
            }
            let capital = token.capital()
                && token.key != 0
                && !token.dotted
                && !token.has(flag::SMALL | flag::TITLE)
                && (named || !token.has(flag::GIVEN))
                && (!noun || links > 0 || named);
            let field = token.shape == Shape::Lower && token.has(flag::FIELD) && (links > 0 || named);
            if capital {
                named = true;
            } else if !field {
                break;
            }
            end = next + 1;
            if noun && capital && links == 0 {
                break;
            }
        }
        named.then_some(end)
    }

    /// How many linking words stand at `at`.
    fn links(&self, at: usize) -> usize {
        let small = |token: &&Token| token.shape == Shape::Lower && token.spaced && token.has(flag::LINK);
        self.tokens.get(at..).unwrap_or_default().iter().take(3).take_while(small).count()
    }

    /// Where the long form ends that begins at `at` and behind which its abbreviation stands in brackets. It holds a word
    /// for a body, or the abbreviation is used elsewhere too.
    fn spelt_out(&self, at: usize) -> Option<usize> {
        let end = (at + 1..self.tokens.len().min(at + LONGEST)).find(|&end| self.tokens[end].key == 0)?;
        let [open, short, close] = self.tokens.get(end..end + 3)? else { return None };
        if !(open.is('(') && close.is(')') && short.shape == Shape::Caps) {
            return None;
        }
        let initials: Vec<char> = self.tokens[at..end]
            .iter()
            .filter(|token| !(token.shape == Shape::Lower && token.has(flag::LINK | flag::SMALL)))
            .filter_map(|token| token.span.of(self.text).chars().next())
            .flat_map(char::to_uppercase)
            .collect();
        let letters: Vec<char> = short.span.of(self.text).chars().filter(|c| c.is_alphabetic()).collect();
        let shown = self.tokens[at..end].iter().any(|token| token.has(flag::BODY))
            || self.lexis.acronym(short.key) == Some(Kind::Organisation);
        (letters.len() > 1 && letters == initials && shown).then_some(end)
    }

    /// The body or place that the abbreviation at `at` stands for.
    pub(super) fn acronym(&self, at: usize) -> Option<Found> {
        let token = self.tokens.get(at)?;
        let letters = self.word(at).chars().count();
        // "BBC One", "UEFA Champions League".
        let next = self.tokens.get(at + 1).filter(|next| self.joined(at + 1) && !next.start);
        let known = flag::FIRST | flag::GIVEN | flag::TITLE | flag::COMMON | flag::SMALL;
        let larger = next.is_some_and(|next| match self.lexis.tongue.nouns_capital {
            true => self.english_noun(next) || next.shape == Shape::Caps && self.numeral(at + 1),
            false => self.english_noun(next) || !next.has(known) && self.lexis.acronym(next.key).is_none(),
        });
        if token.shape != Shape::Caps
            || token.dotted
            || self.shouted && letters < 3
            || larger && !self.shouted
        {
            return None;
        }
        if let Some(kind) = self.lexis.acronym(token.key) {
            return Some(plain(at, at + 1, kind, false));
        }
        (self.seen(at).body > 0 && !self.shouted).then(|| plain(at, at + 1, Kind::Organisation, false))
    }
}
