//! Search: fuzzy titles, words in a document.

pub mod page;
pub mod titles;
