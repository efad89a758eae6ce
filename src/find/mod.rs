//! Search: fuzzy titles, phrases in a document, and what a query means.

pub mod page;
pub mod query;
mod sieve;
pub mod titles;
