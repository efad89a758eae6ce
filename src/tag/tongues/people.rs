//! People: who is shown by a name of several words, by a title, or by a verb of speaking.

use super::super::Kind;
use super::super::finder::Found;
use super::super::lexicon::{self, LEXICON};
use super::super::scan::{Shape, Token};
use super::finder::{Finder, plain};
use super::lexis::flag;
use super::tongue::Cases;
use crate::text::Span;

/// Words that are no part of a person's name.
pub(super) const NOT_IN_NAME: u32 =
    flag::SMALL | flag::COMMON | flag::TITLE | flag::BODY | flag::NAMED_AFTER | flag::FIGURE | flag::SAINT;

/// Endings of adjectives and of countries' names, which single words behind a title are sooner than surnames: "кандидат
/// Республиканской партии", "царь Персии".
const NOT_ALONE: [&str; 16] = [
    "ой",
    "ая",
    "ого",
    "ому",
    "ским",
    "ском",
    "ых",
    "их",
    "ую",
    "ської",
    "ська",
    "скага",
    "скай",
    "ии",
    "ию",
    "ії",
];

/// English words that are parts of larger names behind a person's: "Winston Cup".
const ENGLISH_NOUN: u32 =
    lexicon::flag::COMMON | lexicon::flag::BODY | lexicon::flag::FUNCTION | ENGLISH_PLACE;

/// Those for places: "Marin County".
const ENGLISH_PLACE: u32 = lexicon::flag::REGION | lexicon::flag::PLACE_NOUN;

/// The most words of a title or role.
const TITLE: usize = 7;

impl Finder<'_> {
    /// The person whose name begins at `at` and is shown by its words or by what stands beside it.
    pub(super) fn person(&self, at: usize) -> Option<Found> {
        let end = match self.full_name(at) {
            Some(end) => end,
            None if self.shouted => return None,
            None => self.titled_name(at).or_else(|| self.speaker(at))?,
        };
        let of = at.checked_sub(1).is_some_and(|before| self.word(before) == "of");
        if of || self.is_named_after(at) || self.part_of_english(end) {
            return None;
        }
        Some(Found { title: self.title(at), ..plain(at, end, Kind::Person, true) })
    }

    /// Whether an English noun behind the name that ends at `end` shows that it's a part of another name.
    fn part_of_english(&self, end: usize) -> bool {
        self.lexis.tongue.latin
            && self.joined(end)
            && self.tokens.get(end).is_some_and(|token| self.english_noun(token))
    }

    /// Whether a word is an English one that occurs in names of things.
    pub(super) fn english_noun(&self, token: &Token) -> bool {
        token.flags & (flag::SMALL | flag::COMMON | flag::TITLE | flag::BODY) == 0
            && LEXICON.flags(token.key) & ENGLISH_NOUN != 0
    }

    /// Where the name behind a title ends that begins with an unknown word at `at`.
    fn titled_name(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let before = at.checked_sub(1).filter(|_| token.spaced && !token.start)?;
        if !self.may_stand_alone(at) || self.english_noun(token) || self.place_of_title(before, at) {
            return None;
        }
        let address = self.has(before, flag::ADDRESS);
        let adjective = NOT_ALONE.iter().any(|ending| self.word(at).ends_with(ending));
        if !address && (adjective || !self.is_title(before)) {
            return None;
        }
        let seen = self.seen(at);
        if self.lexis.tongue.nouns_capital {
            let repeated = seen.inside + seen.start > 1;
            let shown =
                self.spelt(at) || token.has(flag::SURNAME) || repeated || self.has(at + 1, flag::SPEECH);
            return (address || shown && seen.determined == 0).then_some(at + 1);
        }
        Some(self.more_surnames(at + 1, 2))
    }

    /// Whether a title in the nominative stands before a name in the genitive: "губернатор Квебека" is of a place.
    fn place_of_title(&self, title: usize, at: usize) -> bool {
        let nominative = !self.word(title).ends_with(['а', 'у', 'ю', 'я', 'м', 'е', 'і', 'ы', 'и', 'в', 'й']);
        let genitive = self.word(at).ends_with(['а', 'я']) && !self.spelt(at);
        self.cyrillic() && nominative && genitive
    }

    /// Where the surname alone at `at` ends that stands beside a verb of speaking and is spelt like one.
    fn speaker(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let before = at.checked_sub(1).filter(|_| token.spaced && !token.start);
        let speaks =
            self.has(at + 1, flag::SPEECH) || before.is_some_and(|before| self.has(before, flag::SPEECH));
        // "говорит Канадская служба": an adjective.
        let adjective = NOT_ALONE.iter().any(|ending| self.word(at).ends_with(ending))
            && self.tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Lower && next.flags == 0);
        let alone = !self.joined(at + 1) || self.lexis.tongue.nouns_capital;
        let long = self.word(at).chars().count() > 3;
        let shown = speaks && self.spelt(at) && alone && long && !adjective;
        (shown && self.may_stand_alone(at) && self.seen(at).determined == 0).then_some(at + 1)
    }

    /// Whether the word at `at` can be a surname and nothing else.
    fn may_stand_alone(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape == Shape::Title
            && self.surname(at)
            && !token.has(flag::FIRST | flag::GIVEN)
            && self.seen(at).lower == 0
    }

    /// Whether the word at `at` ends like a surname.
    pub(super) fn spelt(&self, at: usize) -> bool {
        let word = self.word(at);
        let ends = |ending: &&str| word.len() > ending.len() + 1 && word.ends_with(*ending);
        self.lexis.surname_endings.iter().any(ends)
    }

    /// Whether the word at `at` can be a surname by its form.
    pub(super) fn surname(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let letters = self.word(at).chars().filter(|c| c.is_alphabetic()).count();
        let cased = token.shape == Shape::Title || (token.shape == Shape::Caps && letters > 3);
        let part_of_name = self.known(at).is_some_and(|(length, _)| length > 1);
        let seen = self.seen(at);
        let low = self.word(at).to_lowercase();
        let noun = self.lexis.tongue.nouns_capital
            && [
                "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "tion", "tionen", "tät",
                "ismus", "isten",
            ]
            .iter()
            .any(|ending| low.ends_with(ending));
        cased
            && letters > 1
            && !noun
            && !token.dotted
            && !token.has(NOT_IN_NAME)
            && (LEXICON.flags(token.key) & ENGLISH_PLACE == 0
                || !self.lexis.tongue.latin
                || token.has(flag::SURNAME))
            && !part_of_name
            && !self.patronymic(at)
            && self.lexis.acronym(token.key).is_none()
            && (seen.lower == 0 || seen.inside > seen.lower || token.has(flag::SURNAME))
    }

    /// Whether a title or role ends at `at`.
    pub(super) fn is_title(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let compound = || {
            let word = self.word(at).to_lowercase();
            self.lexis
                .title_endings
                .iter()
                .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
        };
        token.key != 0 && !token.has(flag::FIGURE) && (token.has(flag::TITLE) || compound())
    }

    /// The title or role right before the name at `at`.
    pub(super) fn title(&self, at: usize) -> Option<Span> {
        let last = at.checked_sub(1).filter(|_| self.tokens[at].spaced)?;
        let between = flag::LINK | flag::FIELD | flag::ARTICLE;
        let mut first = last;
        while !self.is_title(first) {
            // "министр иностранных дел Беларуси": fields, places and what links them.
            let place = self.tokens[first].capital() && self.has(first, flag::FIRST);
            let passes = (self.has(first, between) || place) && !self.has(first, flag::FIGURE);
            if !passes || last - first >= TITLE || !self.tokens[first].spaced {
                return None;
            }
            first = first.checked_sub(1)?;
        }
        // Several roles together: "Herr Präsident".
        while let Some(before) =
            first.checked_sub(1).filter(|_| self.tokens[first].spaced && last - first < TITLE)
        {
            if !self.is_title(before) {
                break;
            }
            first = before;
        }
        Some(self.tokens[first].span.join(self.tokens[last].span))
    }

    /// Whether the language declines names as Russian does.
    pub(super) fn cyrillic(&self) -> bool {
        self.lexis.tongue.cases == Cases::Cyrillic
    }
}
