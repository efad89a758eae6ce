//! Who and what a collection names: a log on disk of what each document says, and a table in memory of who is who.
//!
//! ```text
//! Record ─▶ NameLog ─▶ News ─▶ Names
//! ```
//!
//! A [`Record`] is what a document's cast says. [`NameLog`] keeps records on disk and tells what is new; [`Names`]
//! takes that in, groups names and answers who is who. A table is a value that never changes, so that whoever reads
//! one waits for nobody. How names are grouped is `group::group` alone, a function of the clusters there are.

mod arena;
mod asked;
mod blocks;
mod cluster;
mod dated;
mod decode;
mod encode;
mod evidence;
mod explain;
mod file;
mod filed;
mod gathered;
mod group;
mod groups;
mod initials;
mod joined;
mod kept;
mod listed;
mod log;
mod matrix;
mod near;
mod news;
mod person;
mod personal;
mod record;
mod ruled;
mod rules;
mod segment;
mod shape;
mod sounding;
mod spell;
mod suggest;
mod table;
mod ties;
mod together;
mod transliterate;
mod varint;
mod wanted;
mod who;
mod within;
mod words;

pub use decode::DatesNamed;
pub use gathered::{Described, Descriptions, Told};
pub use listed::{CastSort, CastTable, Listed, PARTS};
pub use log::NameLog;
pub use matrix::{Matrix, Pair, Side};
pub use news::News;
pub use personal::{LONGEST as LONGEST_LIST, NAMES_FILE, PersonalName, named_kind, read_names};
pub use record::{Named, Record, Said};
pub use rules::Rules;
pub use suggest::Suggestion;
pub use table::Names;
pub use together::{Together, strength};
pub use wanted::Wanted;
pub use who::{Found, Known, KnownForm, Passage};

#[cfg(test)]
mod log_tests;

#[cfg(test)]
mod testing;

#[cfg(test)]
mod pair_tests;

#[cfg(test)]
mod page_tests;

#[cfg(test)]
mod rules_tests;

#[cfg(test)]
mod seed_tests;

#[cfg(test)]
mod table_tests;
