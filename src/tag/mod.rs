//! Mentions of people, organisations, places, dates and sums of money, and the cast of a document.

mod body;
mod cast;
mod dates;
mod evidence;
mod finder;
mod key;
mod kin;
mod lexicon;
mod lexicon_bodies;
mod lexicon_people;
mod lexicon_places;
mod lexicon_words;
mod mention;
pub mod model;
mod money;
mod person;
mod refine;
mod rules;
mod scan;

pub use cast::{Cast, Entity};
pub use mention::{Kind, Mention, Tagger};
pub use rules::RuleTagger;

#[cfg(test)]
mod tests;

#[cfg(test)]
mod seed_tests;
