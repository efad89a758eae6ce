//! `ibid notes`: bookmarks, highlights and notes from the shell.

mod add;
mod arguments;
mod attach;
mod characters;
mod check;
mod chosen;
mod compact;
mod delete;
mod export;
mod import;
mod list;
mod located;
mod moving;
mod row;
mod seek;
mod shelf;

use std::io::Write;

pub(super) use arguments::{AFTER_NOTES, Notes};
pub(super) use moving::tell_of_gone;

use super::tools::{Ending, Found, Tools};

/// Does what was said.
pub(super) fn notes(what: &Notes, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    match what {
        Notes::List(arguments) => list::list(arguments, tools, out),
        Notes::Search(arguments) => list::search(arguments, tools, out),
        Notes::Show(arguments) => list::show(arguments, tools, out),
        Notes::Add(arguments) => add::add(arguments, tools, out),
        Notes::Delete(arguments) => delete::delete(arguments, tools, out),
        Notes::Export(arguments) => export::export(arguments, tools, out),
        Notes::Import(arguments) => import::import(arguments, tools, out),
        Notes::Move(arguments) => moving::moving(arguments, tools, out),
        Notes::Check(arguments) => check::check(arguments, tools, out),
        Notes::Compact(_) => compact::compact(tools, out),
    }
}
