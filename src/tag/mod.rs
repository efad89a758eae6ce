//! Mentions of people, organisations, places, dates and sums of money, and the cast of a document.

mod amount;
mod body;
mod by_language;
mod cast;
mod dates;
mod evidence;
mod figures;
mod finder;
mod key;
mod kin;
mod layers;
mod lexicon;
mod lexicon_bodies;
mod lexicon_people;
mod lexicon_places;
mod lexicon_words;
mod mention;
pub mod model;
mod money;
mod person;
mod pieces;
mod refine;
mod rules;
mod scan;
mod tongues;
mod value;
mod when;

pub use amount::{Amount, Decimal, Unit};
pub use by_language::ByLanguage;
pub use cast::{Cast, Entity};
pub use figures::Wanted;
pub use layers::Layers;
pub use mention::{Context, Kind, Mention, Namer, Tagger};
pub use rules::Rules;
pub use tongues::Tongues;
pub use value::{Contact, Identifier, Value};
pub use when::{Date, Precision, Time, When};

#[cfg(test)]
mod tests;

#[cfg(test)]
mod seed_tests;
