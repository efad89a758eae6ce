//! Rules for people, their titles, and for single words that only their company tells.

use super::Kind;
use super::finder::{Finder, Found, Mode};
use super::lexicon::{LEXICON, flag};
use super::scan::{Shape, Token};
use crate::text::Span;

/// Words that a person's name doesn't hold.
const NOT_IN_PERSON: u32 =
    flag::FUNCTION | flag::ROLE | flag::BODY | flag::DEMONYM | flag::WEEKDAY | flag::MONTH;

impl Finder<'_> {
    /// The name that begins at `at` and is neither known nor shown by a word in it, or where to look on.
    pub(super) fn person(&self, at: usize) -> Result<Found, usize> {
        let token = &self.tokens[at];
        let seen = self.evidence.of(token.key);
        let given = token.has(flag::GIVEN)
            || (token.dotted && token.span.len() <= 6 && !token.has(flag::ABBREVIATION));
        let surname = seen.person > 0;
        if token.has(NOT_IN_PERSON) && !given && !surname {
            return Err(at + 1);
        }
        let common = token.has(flag::COMMON | flag::MODIFIER) || seen.lower > seen.inside;
        if common && !given && !surname {
            return Err(at + 1);
        }
        let mut end = self.person_end(at, given);
        let title = self.title_before(at, end);
        let found = |end, kind, sure| {
            let title = title.filter(|_| kind == Kind::Person).map(|(span, _)| span);
            Ok(Found { first: at, end, kind, title, sure })
        };
        if end == at + 1 {
            return match self.single(at, title.is_some_and(|(_, strong)| strong)) {
                Some((kind, sure)) => found(end, kind, sure),
                None => Err(at + 1),
            };
        }
        if token.start
            && !given
            && !surname
            && title.is_none()
            && self.tokens[at + 1].has(flag::GIVEN)
            && end > at + 2
        {
            // A word that begins the sentence before a full name.
            return Err(at + 1);
        }
        let second_common = self.common(at + 1);
        let commons = (at + 1..end).filter(|&at| self.common(at)).count();
        if given {
            if commons == 0 || (end == at + 2 && !token.start && self.mode == Mode::Running) {
                return found(end, Kind::Person, true);
            }
            if !second_common {
                end = at + 2;
                return found(end, Kind::Person, true);
            }
            return if surname { found(at + 1, Kind::Person, false) } else { Err(end) };
        }
        if title.is_some() && commons == 0 {
            return found(end, Kind::Person, true);
        }
        if self.mode != Mode::Running {
            return if surname { found(at + 1, Kind::Person, false) } else { Err(at + 1) };
        }
        if self.abbreviated(at, end) {
            return found(end, Kind::Organisation, true);
        }
        if commons > 0 {
            return Err(end);
        }
        let before = at.checked_sub(1).map_or("", |before| self.tokens[before].span.of(self.text));
        if self.flags_before(at) & flag::IN_PLACE != 0 {
            return found(end, Kind::Place, false);
        }
        if self.after_body_word(at) {
            return found(end, Kind::Organisation, true);
        }
        let capitals = self.tokens[at..end].iter().all(|token| token.shape == Shape::Caps);
        if matches!(before, "the" | "The" | "a" | "an") || capitals || token.hyphen > 0 && token.start {
            return Err(end);
        }
        found(end, Kind::Person, true)
    }

    /// Where a person's name that begins at `at` ends.
    fn person_end(&self, at: usize, given: bool) -> usize {
        let mut end = at + 1;
        while end < at + 6 && !self.tokens[end - 1].possessive {
            let particles = self.tokens[end..]
                .iter()
                .take(3)
                .take_while(|t| {
                    t.shape == Shape::Lower && t.spaced && LEXICON.flags(t.key) & flag::PARTICLE != 0
                })
                .count();
            let next = end + particles;
            let Some(token) = self.tokens.get(next).filter(|token| token.capital() && token.spaced) else {
                break;
            };
            let initial = token.dotted && token.span.len() <= 3;
            let seen = self.evidence.of(token.key);
            if token.has(NOT_IN_PERSON) && !initial && !(seen.person > 0 && end == at + 1 && given) {
                break;
            }
            if (particles > 0 || self.mode != Mode::Running) && !given {
                break;
            }
            if self.mode == Mode::Headline || self.mode == Mode::Shouted {
                let unknown = !token.has(flag::COMMON) && seen.lower == 0 && end == at + 1;
                if seen.person == 0 && !unknown {
                    break;
                }
            }
            if let Some((length, _)) = self.known(next)
                && (length > 1 || !given || end > at + 1 || token.shape == Shape::Caps)
                && seen.person == 0
            {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// Whether the word at `at` is a word of the language rather than a name.
    fn common(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let seen = self.evidence.of(token.key);
        (token.has(flag::COMMON) && !token.has(flag::GIVEN) && !token.dotted) || seen.lower > seen.inside
    }

    /// What a single unknown word names, and whether its company here shows that. `titled`: a title stands right
    /// before it.
    fn single(&self, at: usize, titled: bool) -> Option<(Kind, bool)> {
        let token = &self.tokens[at];
        let seen = self.evidence.of(token.key);
        let common = token.has(flag::COMMON | flag::MODIFIER) || seen.lower > seen.inside;
        let named = seen.person + seen.given;
        let running = self.mode == Mode::Running;
        let letters = token.span.of(self.text).chars().filter(|c| c.is_alphabetic()).count();
        if letters < 2 || token.dotted && !token.has(flag::GIVEN) || token.has(flag::PLAIN_ACRONYM) {
            return None;
        }
        if titled && running && token.shape == Shape::Title && (!common || named > 0) {
            return Some((Kind::Person, true));
        }
        if common {
            let speaks = self.tokens.get(at + 1).is_some_and(|t| LEXICON.flags(t.key) & flag::SPEECH != 0);
            let inside = !token.start && running && seen.inside > seen.lower;
            return (seen.person > 0 && (speaks || inside)).then_some((Kind::Person, false));
        }
        if named > 0 && named >= seen.place.max(seen.body) {
            return Some((Kind::Person, false));
        }
        if running && !token.has(flag::GIVEN) {
            if self.after_body_word(at) {
                return Some((Kind::Organisation, true));
            }
            let next_capital = self.tokens.get(at + 1).is_some_and(|next| next.capital() && next.spaced);
            let in_place = self.flags_before(at) & flag::IN_PLACE != 0 && !next_capital;
            if token.shape == Shape::Title && (in_place || self.after_place_noun(at)) && !token.possessive {
                return Some((Kind::Place, true));
            }
        }
        if seen.body > seen.place && !(token.start && self.mode == Mode::Cautious) {
            return Some((Kind::Organisation, false));
        }
        (seen.place > 0).then_some((Kind::Place, false))
    }

    fn flags_before(&self, at: usize) -> u32 {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.map_or(0, |token| if token.key == 0 { 0 } else { LEXICON.flags(token.key) })
    }

    /// Whether "company", "newspaper", "PMC" or the like stands before, perhaps with a quotation mark between.
    fn after_body_word(&self, at: usize) -> bool {
        let quoted = at.checked_sub(1).is_some_and(|before| {
            matches!(self.tokens[before].shape, Shape::Mark('"' | '“' | '”' | '‘' | '«' | '„'))
        });
        let at = if quoted { at - 1 } else { at };
        let Some(before) = at.checked_sub(1).map(|before| &self.tokens[before]) else { return false };
        let plain = before.shape == Shape::Lower || LEXICON.flags(before.key) & flag::PLAIN_ACRONYM != 0;
        plain && !before.possessive && LEXICON.flags(before.key) & flag::BODY_BEFORE != 0
    }

    /// Whether "the city of" or the like stands before.
    fn after_place_noun(&self, at: usize) -> bool {
        let Some(noun) = at.checked_sub(2) else { return false };
        self.tokens[at - 1].span.of(self.text) == "of"
            && LEXICON.flags(self.tokens[noun].key) & flag::PLACE_NOUN != 0
    }

    /// The title or role right before a name `at..end`, and whether it stands before people only.
    fn title_before(&self, at: usize, end: usize) -> Option<(Span, bool)> {
        let mut last = at.checked_sub(1)?;
        if !self.tokens[at].spaced {
            return None;
        }
        if self.tokens[last].is(',') {
            // "Russia's top health official, Gennady Onishchenko, said".
            if end < at + 2 || !self.tokens.get(end).is_some_and(|token| token.is(',')) {
                return None;
            }
            last = last.checked_sub(1)?;
        }
        let role = |at: usize| self.token_flags(at) & flag::ROLE != 0 && !self.tokens[at].possessive;
        let head = if role(last) { last } else { self.role_of(last)? };
        let mut first = head;
        while let Some(before) = first.checked_sub(1).filter(|&before| head - before <= 4) {
            let joined = self.tokens[first].spaced && !self.tokens[before].possessive;
            if !joined || self.token_flags(before) & (flag::MODIFIER | flag::ROLE) == 0 {
                break;
            }
            first = before;
        }
        let flags = self.token_flags(head);
        let strong = flags & flag::WEAK_ROLE == 0 || self.tokens[head].capital();
        Some((self.tokens[first].span.join(self.tokens[last].span), strong))
    }

    fn token_flags(&self, at: usize) -> u32 {
        let token = &self.tokens[at];
        if token.key == 0 { 0 } else { LEXICON.flags(token.key) }
    }

    /// The role in "State Secretary of the Union State", which ends at `last`.
    fn role_of(&self, last: usize) -> Option<usize> {
        if !self.name_word(&self.tokens[last]) {
            return None;
        }
        let mut at = last;
        while last - at < 8 {
            at = at.checked_sub(1)?;
            let token = &self.tokens[at];
            if token.key == 0 || !token.spaced && at > 0 || token.possessive {
                return None;
            }
            let of = matches!(self.tokens[at + 1].span.of(self.text), "of" | "for");
            if of && self.token_flags(at) & flag::ROLE != 0 {
                return Some(at);
            }
            let linking = matches!(token.span.of(self.text), "of" | "for" | "the" | "and");
            if !linking && !self.name_word(token) {
                return None;
            }
        }
        None
    }

    /// Whether a token can stand in the name of a body or place inside a title.
    fn name_word(&self, token: &Token) -> bool {
        let place = token.key != 0 && LEXICON.flags(token.key) & flag::LOWER_REGION != 0;
        token.capital() && !token.possessive || place && !token.possessive
    }
}
