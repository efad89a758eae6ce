//! A mention: a span of text that names somebody or something.

use super::Value;
use crate::corpus::{Meta, PartialDate};
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
    /// A percentage or a quantity with its unit.
    Quantity,
    /// An address or a telephone number.
    Contact,
    /// A number or code by which something is registered.
    Identifier,
}

impl Kind {
    /// All kinds, in the order of the cast list.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Date,
        Self::Money,
        Self::Quantity,
        Self::Contact,
        Self::Identifier,
    ];

    /// The heading over its entities.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Person => "People",
            Self::Organisation => "Organisations",
            Self::Place => "Places",
            Self::Date => "Dates",
            Self::Money => "Money",
            Self::Quantity => "Quantities",
            Self::Contact => "Contacts",
            Self::Identifier => "Identifiers",
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
            Self::Quantity => "quantity",
            Self::Contact => "contact",
            Self::Identifier => "identifier",
        }
    }

    /// Whether it is a name rather than a date, a number or a code.
    pub fn is_name(self) -> bool {
        matches!(self, Self::Person | Self::Organisation | Self::Place)
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
    /// What it stands for, where that can be told.
    pub value: Option<Value>,
    /// How likely it is right, in hundredths.
    pub confidence: u8,
}

impl Mention {
    /// A mention without title and value.
    pub fn new(span: Span, kind: Kind, confidence: u8) -> Self {
        Self { span, kind, title: None, value: None, confidence }
    }
}

/// What is known of a document beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// When it was published: what "on Monday" refers to.
    pub date: Option<PartialDate>,
    /// In which language it is written, as a tag of ISO 639 such as `en`.
    pub language: Option<String>,
}

impl Context {
    /// What the metadata tell.
    pub fn of(meta: &Meta) -> Self {
        Self {
            date: meta.date.as_ref().map(|date| date.value),
            language: meta.language.as_ref().map(|language| language.value.to_string()),
        }
    }
}

/// Who may learn from a collection, and holds what makes it quick. Who does neither needs none of this.
pub trait Learner: Send + Sync {
    /// Learns from the documents of a collection what names are seen in it, for documents tagged later: "Makey said" in one
    /// after "Foreign Minister Uladzimir Makey" in another. What was learnt before is forgotten.
    fn study(&self, documents: &mut dyn Iterator<Item = (Text, Context)>) {
        let _ = documents;
    }

    /// What it has learnt from a collection, in bytes for [`Self::recall`]; `None` where it learns nothing.
    fn learnt(&self) -> Option<Vec<u8>> {
        None
    }

    /// Takes what [`Self::learnt`] gave in place of what it has learnt; `false` where it isn't that, or it learns nothing.
    fn recall(&self, learnt: &[u8]) -> bool {
        let _ = learnt;
        false
    }

    /// Lets go of what it only holds to be quick, where that is much: there is nothing more to tag for now.
    fn rest(&self) {}

    /// Lets go of all that it can get again: there was nothing to tag for a while.
    fn sleep(&self) {}
}

/// Finds mentions.
pub trait Tagger: Learner {
    /// The mentions of the text's body (nothing that is set aside), in order, not overlapping.
    ///
    /// Long work asks `stop` about every 64 KiB of text and, once that says true, answers with what it has.
    fn tag(&self, text: &Text, context: &Context, stop: &dyn Fn() -> bool) -> Vec<Mention>;
}

/// Finds the names in a text: a layer of a [`Tagger`].
pub trait Namer: Learner {
    /// The people, organisations and places of the text's body, in order, not overlapping. `figures` are the dates, sums
    /// and the like that were found in it, in order; a namer may look at them so as not to take them for names.
    ///
    /// Stops as [`Tagger::tag`] does.
    fn names(
        &self,
        text: &Text,
        context: &Context,
        figures: &[Mention],
        stop: &dyn Fn() -> bool,
    ) -> Vec<Mention>;
}
