//! The finder: goes through the words of a piece of text and decides what names what.

use super::super::Kind;
use super::super::finder::{Found, Ground};
use super::super::scan::{Shape, Token};
use super::lexis::{Lexis, flag};
use super::sight::{Seen, Sight};

/// How many tokens a title of a work in quotation marks has at most.
const TITLE: usize = 16;

/// The words of a piece of text and what is known of the language and the document.
pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) lexis: &'a Lexis,
    pub(super) sight: &'a Sight,
    /// Whether nearly every letter is a capital, so that capitals say nothing.
    pub(super) shouted: bool,
}

impl Finder<'_> {
    /// Every name that is found, in order, not overlapping.
    pub(super) fn find(&self, found: &mut Vec<Found>) {
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(end) = self.work(at) {
                at = end;
                continue;
            }
            match self.name(at) {
                Some(name) => {
                    at = name.end.max(at + 1);
                    found.push(name);
                }
                None => at = self.passed(at),
            }
        }
    }

    /// The name that begins at `at`.
    fn name(&self, at: usize) -> Option<Found> {
        let token = &self.tokens[at];
        if token.has(flag::FIGURE) {
            return None;
        }
        if let Some(body) = self.quoted_body(at) {
            return Some(body);
        }
        if !token.capital() {
            return self.low_body(at);
        }
        let known = self.known(at);
        let article = token.start && token.has(flag::ARTICLE);
        let known = known.filter(|_| !article || self.is_quoted(at));
        if let Some((length, kind)) = known.filter(|(length, _)| *length > 1) {
            let of = at.checked_sub(1).is_some_and(|before| self.word(before) == "of");
            let noun = self.joined(at + length) && self.english(at + length);
            if kind == Kind::Place && (of || noun || self.linked(at)) {
                return None;
            }
            return Some(plain(at, at + length, kind, false));
        }
        let named = if self.shouted { None } else { self.body(at).or_else(|| self.region(at)) };
        named
            .or_else(|| self.person(at))
            .or_else(|| known.and_then(|(length, kind)| self.known_here(at, at + length, kind)))
            .or_else(|| self.acronym(at))
            .or_else(|| if self.shouted { None } else { self.place(at) })
            .or_else(|| self.learned(at))
    }

    /// Whether a quotation mark stands before.
    fn is_quoted(&self, at: usize) -> bool {
        let mark = |token: &Token| matches!(token.shape, Shape::Mark('«' | '„' | '“' | '"'));
        at.checked_sub(1).is_some_and(|before| mark(&self.tokens[before]))
    }

    /// Where to look on behind a word that begins no name: behind a saint's name there is none either.
    fn passed(&self, at: usize) -> usize {
        let saint = self.has(at, flag::SAINT) && self.tokens[at].capital();
        let named = self.tokens.get(at + 1).is_some_and(|next| next.capital() && next.spaced);
        if saint && named { at + 2 } else { at + 1 }
    }

    /// Where a work's title in quotation marks ends that begins at `at`, right behind the word for it.
    fn work(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if !self.has(before, flag::WORK) {
            return None;
        }
        self.quotation(at, TITLE).map(|end| end + 1)
    }

    /// The number of the closing mark of a quotation of at most so many tokens that begins at `at`.
    pub(super) fn quotation(&self, at: usize, most: usize) -> Option<usize> {
        let Shape::Mark(open) = self.tokens.get(at)?.shape else { return None };
        let close: &[char] = match open {
            '«' => &['»'],
            '»' => &['«'],
            '„' => &['“', '”', '"'],
            '“' => &['”', '"'],
            '”' => &['”'],
            '"' => &['"'],
            '‘' | '‚' => &['’', '‘'],
            _ => return None,
        };
        let inside = self.tokens[at + 1..].iter().take(most);
        let closing = |token: &Token| matches!(token.shape, Shape::Mark(mark) if close.contains(&mark));
        inside.enumerate().find(|(_, token)| closing(token)).map(|(length, _)| at + 1 + length)
    }

    /// The known name that begins at `at`: its length and what it names.
    pub(super) fn known(&self, at: usize) -> Option<(usize, Kind)> {
        let token = self.tokens.get(at).filter(|token| token.capital() && token.has(flag::FIRST))?;
        let words = self.tokens[at..]
            .iter()
            .enumerate()
            .take_while(|(length, next)| {
                next.key != 0 && !next.has(flag::FIGURE) && (*length == 0 || next.spaced)
            })
            .map(|(_, next)| next.key);
        let known = self.lexis.known(words)?;
        // Caps that a known name of one word happens to spell.
        let lettered =
            token.shape == Shape::Caps && !self.shouted && token.span.of(self.text).chars().count() < 4;
        (known.0 > 1 || !lettered).then_some(known)
    }

    /// A known name of one word, unless its neighbours show that it's a part of another, or the document that it's a
    /// word of the language.
    fn known_here(&self, at: usize, end: usize, kind: Kind) -> Option<Found> {
        let token = &self.tokens[at];
        let seen = self.seen(at);
        let word = seen.lower > seen.inside || (token.start && seen.lower > 0);
        if word || (seen.person > 0 && seen.place == 0) {
            return None;
        }
        let small = token.start && token.has(flag::SMALL) || token.has(flag::COMMON);
        let numbered = self.tokens.get(end).is_some_and(|next| next.spaced && self.one_digit(next));
        if small || numbered || self.part_of_another(at, end) {
            return None;
        }
        Some(plain(at, end, kind, false))
    }

    /// Whether a number such as that of a channel: "France 3".
    fn one_digit(&self, token: &Token) -> bool {
        token.shape == Shape::Number && token.span.len() == 1 && !token.has(flag::FIGURE)
    }

    /// Whether the words beside a known name of one word show that it's a part of another: "Real Madrid", "Rangers du
    /// Texas", "University of Georgia".
    fn part_of_another(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.tokens[at].spaced) else {
            return self.joined(end) && self.unknown(end);
        };
        if self.word(before) == "of" {
            return true;
        }
        if self.lexis.tongue.nouns_capital || self.shouted {
            // "die Denver Nuggets", "Werder Bremen".
            let article = self.has(before, flag::ARTICLE) && self.joined(end) && self.unknown(end);
            let other =
                self.unknown(before) || self.has(before, flag::FIRST) && self.tokens[before].capital();
            let head = self.joined(at) && other && !self.tokens[before].start;
            return article || head || self.joined(end) && self.english(end);
        }
        // "Santiago de Cuba".
        let longer =
            self.has(end, flag::PARTICLE) && self.joined(end + 1) && self.tokens[end].shape == Shape::Lower;
        if longer && self.lexis.tongue.surnames_after > 1 {
            return true;
        }
        if self.linked(at) {
            return true;
        }
        if self.has(before, flag::IN_PLACE | flag::LINK) {
            return self.joined(end) && self.english(end);
        }
        let ahead = self.joined(at)
            && self.unknown(before)
            && !self.tokens[before].start
            && !self.tokens[before].dotted;
        ahead || self.joined(end) && self.unknown(end)
    }

    /// Whether the word at `at` is an English one that occurs in names of things.
    fn english(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital() && self.english_noun(token))
    }

    /// Whether a linking word ties the name at `at` to an unknown one before: "Lakers de Los Angeles".
    fn linked(&self, at: usize) -> bool {
        let link = at.checked_sub(1).filter(|&link| {
            self.has(link, flag::LINK) && self.tokens[link].shape == Shape::Lower && self.tokens[link].spaced
        });
        let head = link.and_then(|link| link.checked_sub(1)).filter(|_| !self.lexis.tongue.nouns_capital);
        head.is_some_and(|head| self.unknown(head) && !self.tokens[head].start)
    }

    /// Whether the capitalised word at `at` is neither known nor a word of the language.
    pub(super) fn unknown(&self, at: usize) -> bool {
        let known = flag::TITLE | flag::GIVEN | flag::PLACE_NOUN | flag::SMALL | flag::COMMON | flag::FIRST;
        self.tokens.get(at).is_some_and(|token| token.capital() && !token.has(known))
            && !self.is_title(at)
            && self.acronym(at).is_none()
            && self.seen(at).person == 0
    }

    /// What was seen clearly elsewhere in the document.
    fn learned(&self, at: usize) -> Option<Found> {
        let token = &self.tokens[at];
        let seen = self.seen(at);
        let known = token.has(flag::SURNAME) && !self.shouted;
        let word = seen.lower > 0 && (token.start || seen.lower >= seen.inside);
        let named = seen.person > 0 || known || (seen.given > 0 && token.has(flag::GIVEN) && !token.start);
        if word || token.has(flag::SMALL | flag::COMMON | flag::TITLE | flag::BODY) || !named || token.dotted
        {
            return None;
        }
        let lettered = token.shape == Shape::Caps && self.word(at).chars().count() < 4;
        let known_here =
            |other: usize| self.has(other, flag::SPEECH | flag::SMALL) || self.tokens[other].start;
        let ahead = at.checked_sub(1).filter(|_| self.joined(at) && !self.lexis.tongue.nouns_capital);
        let larger = self.joined(at + 1) && self.english(at + 1);
        if lettered || larger || ahead.is_some_and(|before| !known_here(before) && self.unknown(before)) {
            return None;
        }
        // In German the document may name Herr Koch and speak of the cook.
        let article = at.checked_sub(1).is_some_and(|before| self.has(before, flag::ARTICLE));
        if self.lexis.tongue.nouns_capital && article || self.is_named_after(at) {
            return None;
        }
        Some(Found { title: self.title(at), ..plain(at, at + 1, Kind::Person, false) })
    }

    pub(super) fn has(&self, at: usize, flags: u32) -> bool {
        self.tokens.get(at).is_some_and(|token| token.has(flags))
    }

    pub(super) fn seen(&self, at: usize) -> Seen {
        self.tokens.get(at).map(|token| self.sight.of(token.key)).unwrap_or_default()
    }

    pub(super) fn is(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    /// Whether a word for a street, a prize or the like stands before, so that the name at `at` is a part of its name.
    pub(super) fn is_named_after(&self, at: usize) -> bool {
        let small =
            flag::LINK | flag::PARTICLE | flag::ARTICLE | flag::GIVEN | flag::TITLE | flag::NAMED_AFTER;
        let passes = |before: usize| self.has(before, small) || self.tokens[before].dotted;
        let words = (at.saturating_sub(4)..at)
            .rev()
            .take_while(|&before| self.tokens[before + 1].spaced && passes(before));
        words.into_iter().any(|before| self.has(before, flag::NAMED_AFTER))
    }
}

/// A name without title.
pub(super) fn plain(first: usize, end: usize, kind: Kind, sure: bool) -> Found {
    let ground = if sure { Ground::Company } else { Ground::Lexicon };
    Found { first, end, kind, title: None, ground }
}
