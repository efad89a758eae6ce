//! The command line: what may be said on it, and the list as plain text.

mod list;

use std::path::PathBuf;

use clap::Parser;

pub use list::print_list;

/// A reading desk in the terminal: documents, passages, names and notes.
#[derive(Clone, Debug, PartialEq, Eq, Parser)]
#[command(
    name = "ibid",
    version,
    about,
    after_help = "With no path ibid opens its bundled collection. With standard output not a terminal it \
                  prints the list of documents and ends.\n\nExamples:\n  ibid\n  ibid ~/articles report.txt\n  \
                  ibid ~/articles | grep 2020\n\nEnvironment:\n  IBID_CONFIG_DIR  where notes, keymap.toml and \
                  reading positions are kept\n  IBID_CACHE_DIR   where ibid keeps what it can work out again\n  \
                  NO_COLOR         no colour\n  VISUAL, EDITOR   your editor, for longer notes"
)]
pub struct Arguments {
    /// Folders and files to read; folders with all that is in them
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}
