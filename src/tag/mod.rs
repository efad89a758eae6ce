//! Mentions of people, organisations, places, dates and sums of money, and the cast of a document.

mod mention;

pub use mention::{Kind, Mention, Tagger};
