//! The command line: what may be said on it, and the list as plain text.

mod list;

use std::path::PathBuf;

use clap::Parser;

pub use list::print_list;

/// What stands below the options in the help.
const AFTER_HELP: &str = "\
With no path ibid opens its bundled collection. With standard output not a terminal it prints the list of \
documents and ends.

Examples:
  ibid
  ibid ~/articles report.txt
  ibid ~/articles | grep 2020

Environment:
  IBID_CONFIG_DIR  where notes, keymap.toml and reading positions are kept
  NO_COLOR         no colour
  VISUAL, EDITOR   your editor, for longer notes";

/// A reading desk in the terminal: documents, passages, names and notes.
#[derive(Clone, Debug, PartialEq, Eq, Parser)]
#[command(
    name = "ibid",
    version,
    about,
    after_help = AFTER_HELP
)]
pub struct Arguments {
    /// Folders and files to read; folders with all that is in them
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}
