//! What somebody asks for in a search: words, phrases, fields and how they are joined.
//!
//! [`Query::read`] never fails: what it doesn't understand is told in [`Query::complaints`], and the rest is
//! searched for.

mod ask;
mod dates;
mod field;
mod help;
mod lexer;
mod print;
mod read;
mod signs;
mod wanted;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

pub use ask::{Complaint, Dates, How, Mark, Node, Query, Scope, Sought, Words};
pub use help::{RULES, Rule};
