//! Mentions of people, organisations, places, dates and sums of money, and the cast of a document.

mod amount;
mod body;
mod cast;
mod contacts;
mod dates;
mod evidence;
mod figures;
mod finder;
mod identifiers;
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
mod numbers;
mod person;
mod pieces;
mod quantities;
mod refine;
mod rules;
mod scan;
mod sums;
mod value;
mod when;

pub use amount::{Amount, Decimal, Unit};
pub use cast::{Cast, Entity};
pub use figures::Wanted;
pub use layers::Layers;
pub use mention::{Context, Kind, Mention, Namer, Tagger};
pub use rules::Rules;
pub use value::{Contact, Identifier, Value};
pub use when::{Date, Precision, Time, When};

#[cfg(test)]
mod tests;

#[cfg(test)]
mod figure_tests;

#[cfg(test)]
mod seed_tests;
