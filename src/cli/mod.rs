//! The command line: what may be said on it, and what is printed instead of being shown on the desk.

mod arguments;
mod conll;
mod eval;
mod lessons;
mod list;
mod mentions;
mod mistakes;
mod names;
mod tag;
mod tools;
mod train;

pub use arguments::{Arguments, Command};
pub use list::print_list;
pub use tools::{Tools, perform};
