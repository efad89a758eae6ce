//! Mentions of people, organisations, places, dates and sums of money, and the cast of a document.

mod amount;
mod apposition;
mod at_need;
mod body;
mod by_language;
mod cast;
mod choice;
mod contacts;
mod evidence;
mod external;
mod figures;
mod finder;
mod hints;
mod identifiers;
mod joined;
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
mod overlay;
mod own;
mod person;
mod pieces;
mod quantities;
mod refine;
mod rules;
mod scan;
mod sex;
mod sums;
mod tongues;
mod trained;
mod trimmed;
mod two;
mod value;
mod when;

pub use amount::{Amount, Decimal, Unit};
pub use by_language::ByLanguage;
pub use cast::{Cast, Entity, MOST_NAMES};
pub use choice::{Choice, Tell, built_in, by_language, by_model, has_english, instead, open_model};
pub use external::Leash;
pub use figures::Wanted;
pub use hints::hints;
pub use joined::Joined;
pub use layers::Layers;
pub use mention::{Context, Kind, Learner, Mention, Namer, Tagger};
pub use rules::Rules;
pub use tongues::Tongues;
pub use trained::Trained;
pub use value::{Contact, Identifier, Value};
pub use when::{Date, Precision, Time, When};

#[cfg(test)]
mod tests;

#[cfg(test)]
mod figure_tests;

#[cfg(test)]
mod seed_tests;
