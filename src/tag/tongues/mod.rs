//! Names in languages other than English, by rules and small tables: cautious, since nothing was trained for them.
//!
//! A name is taken where two signs show it: a title before, a known given name before a capitalised word, a patronymic,
//! the ending of a surname beside a verb of speaking, a word for a body with its name, an abbreviation behind its long
//! form; or where it is a known one. What was seen clearly once in a document is known in all of it. A capital alone
//! shows nothing.

mod bodies;
mod declension;
mod finder;
mod full_names;
mod languages;
mod lexis;
mod namer;
mod nominative;
mod people;
mod places;
mod sight;
mod tongue;
mod words;

pub use namer::Tongues;
pub(super) use nominative::nominatives;

#[cfg(test)]
mod tests;
