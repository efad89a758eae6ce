//! Years that stand alone: a number of four digits is one only where the words around it say so.

use super::reader::Reader;
use super::said::Read;
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
        let Some(before) = at.checked_sub(1) else {
            return None;
        };
        let modern = (1700..=2100).contains(&year);
        let said = match self.means(before) {
            Some(Meaning::Before) => modern || self.ends_phrase(at + 1),
            Some(Meaning::PerhapsBefore | Meaning::Of | Meaning::To | Meaning::Between) => {
                modern && self.ends_phrase(at + 1)
            }
            Some(Meaning::The) => modern && self.before_event(at + 1, year),
            _ => match self.tokens[before].shape {
                Shape::Mark('(' | '[') => modern && self.closes(at + 1),
                Shape::Mark('©') => modern,
                Shape::Mark(',') => self.follows_year(before) && modern && self.ends_phrase(at + 1),
                _ if self.tokens[before].possessive => modern && self.before_event(at + 1, year),
                _ if matches!(self.word(before), "its" | "his" | "her" | "their" | "our") => {
                    modern && self.before_event(at + 1, year)
                }
                _ => {
                    self.means(before) == Some(Meaning::And)
                        && modern
                        && self.follows_year(before)
                        && self.ends_phrase(at + 1)
                }
            },
        };
        said.then_some(read)
    }

    /// Whether the year that was read last ends right before the token there.
    fn follows_year(&self, at: usize) -> bool {
        self.before.is_some_and(|(end, year)| {
            let comma = at.checked_sub(1).is_some_and(|before| before == end && self.tokens[before].is(','));
            year && (end == at || comma)
        })
    }

    /// Whether no noun follows that would be counted: a mark, a small word, a verb with a capital, nothing.
    fn ends_phrase(&self, at: usize) -> bool {
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
