//! Years that stand alone: a number of four digits is one only where the words around it say so.

use super::reader::Reader;
use super::said::{Read, Unit};
use super::words::Meaning;
use crate::tag::scan::Shape;

/// Words behind a number of four digits that make it a number of things.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "words",
    "troops",
    "soldiers",
    "metres",
    "meters",
    "miles",
    "feet",
    "points",
    "pages",
    "times",
    "copies",
    "dollars",
    "euros",
    "pounds",
    "rubles",
    "percent",
    "per",
    "hours",
    "days",
    "years",
    "km",
    "kg",
    "m",
    "ft",
    "hp",
    "votes",
    "seats",
    "civilians",
    "refugees",
    "hectares",
    "acres",
    "tons",
    "tonnes",
    "million",
    "billion",
    "thousand",
    "or",
    "BC",
    "BCE",
    "B.C.",
    "GMT",
    "UTC",
    "hrs",
    "others",
    "degrees",
    "calories",
    "metre",
    "meter",
    "mile",
    "foot",
    "word",
    "page",
    "man",
    "strong",
    "seat",
    "point",
    "yard",
    "yards",
    "students",
    "members",
    "employees",
    "cases",
    "deaths",
    "residents",
    "homes",
    "houses",
    "jobs",
    "units",
    "steps",
];

impl Reader<'_> {
    /// "in 2019", "(1990", "the 2018 election", "2014, 2016 and 2018".
    pub(super) fn year_alone(&self, at: usize) -> Option<Read> {
        let year = self.year(at)?;
        let end = self.year_word(at + 1);
        let read = Read::year(year, end);
        if end > at + 1 {
            return Some(read);
        }
        if !self.stands_alone(at) || COUNTED.contains(&self.word(at + 1)) {
            return None;
        }
        let said = self.begins_run(at, year) || self.is_said_year(at, year);
        said.then_some(read)
    }

    /// Whether the words around the number there say that it is a year.
    fn is_said_year(&self, at: usize, year: i16) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let token = &self.tokens[before];
        let modern = (1700..=2100).contains(&year);
        let recent = (1900..=2050).contains(&year);
        let onward = matches!(self.word(at + 1), "onward" | "onwards" | "alone");
        let (phrase, event) = (onward || self.ends_phrase(at + 1), self.before_event(at + 1, year));
        let closes = self.tokens.get(at + 1).is_some_and(|next| next.is(')'));
        let means = self.means(before);
        if let Some(Meaning::Before) = means {
            return modern || phrase;
        }
        if !modern {
            return false;
        }
        if (token.is(',') || means == Some(Meaning::And)) && self.follows_year(before) {
            return phrase || event;
        }
        match (means, token.shape) {
            // "the year 2003", "the years 1910 to 1940".
            (Some(Meaning::Unit(Unit::Year, _)), _) => true,
            (Some(Meaning::PerhapsBefore | Meaning::Of | Meaning::To | Meaning::Between), _) => phrase,
            (Some(Meaning::The), _) => event,
            (Some(Meaning::Article), _) => recent && year % 100 > 0 && event,
            (None, Shape::Mark('(' | '[')) => self.closes(at + 1),
            (None, Shape::Mark('©')) => true,
            // "(Minsk, 2003)", "(b. 1950)".
            (None, Shape::Mark(',' | '.') | Shape::Title | Shape::Caps) if closes => true,
            (None, Shape::Mark(',')) if self.tokens.get(at + 1).is_some_and(|next| next.is(';')) => true,
            (None, _) if token.possessive => event,
            (None, _) => match self.word(before) {
                "for" => recent && phrase,
                "its" | "his" | "her" | "their" | "our" | "Its" | "His" | "Her" | "Their" => event,
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a run of years begins there: "1943–1945".
    fn begins_run(&self, at: usize, year: i16) -> bool {
        let close =
            matches!(self.tokens.get(at + 1).map(|token| token.shape), Some(Shape::Mark('-' | '–' | '—')));
        let last = self.joint(at, at + 1).filter(|_| close).and_then(|last| self.year(last));
        (1700..=2100).contains(&year) && last.is_some_and(|last| last > year && last - year <= 120)
    }

    /// Whether the year that was read last ends right before the token there.
    fn follows_year(&self, at: usize) -> bool {
        self.before.is_some_and(|(end, year)| {
            let comma = at.checked_sub(1).is_some_and(|before| before == end && self.tokens[before].is(','));
            year && (end == at || comma)
        })
    }

    /// Whether no noun follows that would be counted: a mark, a small word, a verb with a capital, nothing.
    pub(super) fn ends_phrase(&self, at: usize) -> bool {
        use crate::tag::lexicon::{LEXICON, flag};
        self.tokens.get(at).is_none_or(|next| match next.shape {
            Shape::Lower => {
                !self.words.english
                    || LEXICON.flags(next.key) & flag::FUNCTION != 0
                    || self.means(at).is_some()
            }
            Shape::Title | Shape::Caps => true,
            Shape::Number | Shape::Address => false,
            Shape::Mark(mark) => !matches!(mark, '%' | '°' | '$' | '€' | '£' | '/' | '+' | '='),
        })
    }

    /// Whether what follows is an event that is named by its year: "election", "World Cup"; many things aren't.
    fn before_event(&self, at: usize, year: i16) -> bool {
        let Some(next) = self.tokens.get(at).filter(|next| next.spaced) else { return false };
        let many = next.shape == Shape::Lower && self.word(at).ends_with('s') && year % 100 == 0;
        matches!(next.shape, Shape::Lower | Shape::Title | Shape::Caps)
            && !many
            && (1800..=2100).contains(&year)
    }

    /// Whether a bracket closes there or a run of years goes on.
    fn closes(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|next| matches!(next.shape, Shape::Mark(')' | ']' | '–' | '-' | '—' | ',' | ';')))
            || self.means(at) == Some(Meaning::To)
    }
}
