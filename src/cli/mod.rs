//! The command line: what may be said on it, and what is printed instead of being shown on the desk.

mod arguments;
mod asking;
mod cache;
mod cast;
mod collection;
mod columns;
mod config;
mod conll;
mod cooccur;
mod corrections;
mod doctor;
mod eval;
mod index;
mod keys;
mod kwic;
mod lessons;
mod list;
mod mentions;
mod mistakes;
mod names;
mod notes;
mod paint;
mod row;
mod same;
mod search;
mod shell;
mod show;
mod tag;
mod tools;
mod train;
mod who;

pub use arguments::{Arguments, Command, Config};
pub use keys::keymap;
pub use list::print_list;
pub use tools::{Found, Surroundings, Tools, perform};
