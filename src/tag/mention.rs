//! A mention: a span of text that names somebody or something.

use crate::text::{Span, Text};

/// What a mention names. The order is that of the cast list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A person.
    Person,
    /// An organisation: a state's body, an alliance, a company, a medium.
    Organisation,
    /// A place: a country, a region, a city, a sea.
    Place,
    /// A date.
    Date,
    /// A sum of money.
    Money,
}

impl Kind {
    /// All kinds, in the order of the cast list.
    pub const ALL: [Self; 5] = [Self::Person, Self::Organisation, Self::Place, Self::Date, Self::Money];

    /// The heading over its entities.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Person => "People",
            Self::Organisation => "Organisations",
            Self::Place => "Places",
            Self::Date => "Dates",
            Self::Money => "Money",
        }
    }

    /// The word for one of it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Date => "date",
            Self::Money => "money",
        }
    }
}

/// A span of text that names somebody or something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name itself, without title, article or possessive ending.
    pub span: Span,
    /// What it names.
    pub kind: Kind,
    /// The title or role said right before it ("President", "Deputy Prime Minister"), if any.
    pub title: Option<Span>,
}

/// Finds mentions. A rule-based tagger implements this today; a trained one can take its place.
pub trait Tagger: Send + Sync {
    /// The mentions of the text's body (nothing that is set aside), in order, not overlapping.
    ///
    /// Long work asks `stop` about every 64 KiB of text and, once that says true, answers with what it has.
    fn tag(&self, text: &Text, stop: &dyn Fn() -> bool) -> Vec<Mention>;
}
