//! The dates of a document, one after another, with what each says to the next.

use jiff::civil;

use super::digits::{self, Order};
use super::reader::Reader;
use super::resolve::{Frame, first_day, last_day};
use super::said::{Read, Said, Year};
use super::words::Words;
use crate::corpus::PartialDate;
use crate::tag::figures::Figure;
use crate::tag::scan::{Shape, Token};
use crate::tag::{Context, Date, Kind, Value, When};

/// What is known while the dates of a document are read in order.
pub(in crate::tag) struct Dates {
    words: &'static Words,
    /// The first and the last day that the document's date can be.
    today: Option<(civil::Date, civil::Date)>,
    order: Option<Order>,
    /// The date that was named last, and the paragraph of it.
    named: Option<(PartialDate, usize)>,
    /// A date that was said down to the month or day with its year, and the paragraph of it.
    in_full: Option<(PartialDate, usize)>,
    paragraph: usize,
    /// See [`Reader::before`].
    before: Option<(usize, bool)>,
}

impl Dates {
    /// For a document of which that is known.
    pub(in crate::tag) fn new(context: &Context) -> Self {
        Self {
            words: Words::of(context.language.as_deref()),
            today: context.date.and_then(|date| first_day(date).zip(last_day(date))),
            order: None,
            named: None,
            in_full: None,
            paragraph: 0,
            before: None,
        }
    }

    /// Goes on with the next paragraph, whose tokens are counted from 0 again.
    pub(in crate::tag) fn paragraph(&mut self) {
        self.paragraph += 1;
        self.before = None;
    }

    /// The date or time that begins with the token at `at`, with what it stands for.
    pub(in crate::tag) fn date(&mut self, text: &str, tokens: &[Token], at: usize) -> Option<Figure> {
        let token = tokens.get(at)?;
        // Most tokens end here, after one look: a mark, or a word that begins no date.
        let begins = match token.shape {
            Shape::Number => true,
            Shape::Mark(_) | Shape::Address => false,
            _ => match self.words.get(token.key) {
                Some(meaning) => meaning.begins(),
                None => token.hyphen > 0 || (token.shape == Shape::Title && token.span.len() == 2),
            },
        };
        if !begins {
            return None;
        }
        let reader = Reader { text, tokens, words: self.words, order: self.order, before: self.before };
        let read = reader.read(at)?;
        let when = self.resolve(&reader, at, &read);
        let alone = matches!(read.point.map(|point| point.said), Some(Said::Years { .. }));
        self.before = Some((read.end, alone));
        if token.shape == Shape::Number {
            self.order = digits::order_of(token.span.of(text)).or(self.order);
        }
        self.remember(&read, when);
        Some(Figure::of(tokens, at, read.end - at, Kind::Date, Some(Value::When(when))))
    }

    fn resolve(&self, reader: &Reader, at: usize, read: &Read) -> When {
        let Some(point) = read.point else {
            return When { date: None, last: None, time: read.time, inferred: false };
        };
        let near = |(_, paragraph): &(PartialDate, usize)| paragraph + 1 >= self.paragraph;
        let frame = Frame {
            today: self.today,
            named: self.named.filter(|named| self.tells_on(named, point.said)).map(|(date, _)| date),
            in_full: self.in_full.filter(near).map(|(date, _)| date),
            tense: needs_tense(point.said).then(|| reader.tense(at, read.end)),
        };
        let when = frame.when(point, read.until);
        When { time: read.time, inferred: when.inferred || read.worked_out, ..when }
    }

    /// Whether what is said may be counted from a date that was named: from one in the same paragraph, and what is later
    /// also from one in the paragraph before, unless that was still to come.
    fn tells_on(&self, (date, paragraph): &(PartialDate, usize), said: Said) -> bool {
        let later = matches!(said, Said::Unit { count: 0.., .. });
        let passed = self.today.is_none_or(|(_, today)| first_day(*date).is_some_and(|date| date <= today));
        *paragraph == self.paragraph || (paragraph + 1 == self.paragraph && later && passed)
    }

    /// What later dates may refer to.
    fn remember(&mut self, read: &Read, when: When) {
        let Some(Date::Known(date)) = when.last.or(when.date) else { return };
        self.named = Some((date, self.paragraph));
        let said = |said| {
            matches!(
                said,
                Said::Day { year: Year::Said(_), .. } | Said::Months { year: Year::Said(_), count: 1, .. }
            )
        };
        if read.point.is_some_and(|point| said(point.said)) {
            self.in_full = Some((date, self.paragraph));
        }
    }
}

fn needs_tense(said: Said) -> bool {
    matches!(
        said,
        Said::Day { year: Year::Unsaid, .. } | Said::Months { year: Year::Unsaid, .. } | Said::Weekday { .. }
    )
}
