//! Search: fuzzy titles, phrases in a document, and what a query means.

pub mod page;
pub mod query;
pub mod titles;
