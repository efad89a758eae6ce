//! What may be said to the commands that show at a glance what is there: `timeline` and `matrix`.

use std::path::PathBuf;

use clap::Args;

use super::arguments::number;
use super::asking::kind;
use crate::corpus::Unit;
use crate::tag::Kind;

/// What stands below the options of `ibid timeline`.
const AFTER_TIMELINE: &str = "\
Examples:
  ibid timeline ~/articles
  ibid timeline --by month --name Lukashenka --name Putin ~/articles
  ibid timeline --dates --json ~/articles | jq -r 'select(.date and .mentions > 2) | .date'

It counts documents by their own dates; with --name those that mention somebody, by all spellings; with --dates the \
dates that the texts name. What is dated to a year alone is put in no month: it stands by itself, and so does what has \
no date.

A line of --json is an object: series (documents, name or dates), name and kind (of a name, else null), by (day, \
month, year, decade, century), date (2020-09-14, 2020-09, 2020, 202X, 20XX; null for what has none), placed (false \
where the date isn't known as closely as the periods are long), documents (null for dates), mentions (null for \
documents). Periods with nothing in them are left out. \
With no PATH it is the collection that was opened last, or the bundled one. Exit status: 0 found, 1 nothing found, \
2 trouble.";

/// The arguments of `ibid timeline`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_TIMELINE)]
pub struct Timeline {
    /// The folders and files of the collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each period and series, one a line
    #[arg(long)]
    pub json: bool,
    /// The periods; as short as fits a screen without it
    #[arg(long, value_name = "PERIOD", value_parser = unit)]
    pub by: Option<Unit>,
    /// Those that mention somebody or something, in any spelling; several beside one another. Where several are called so, with
    /// the kind before it, as in org:Wagner
    #[arg(long = "name", value_name = "NAME")]
    pub names: Vec<String>,
    /// The dates that the texts name
    #[arg(long)]
    pub dates: bool,
    /// Only what this search finds: source:, date:2019..2020, title:, words
    #[arg(long, value_name = "QUERY")]
    pub of: Option<String>,
}

/// What stands below the options of `ibid matrix`.
const AFTER_MATRIX: &str = "\
Examples:
  ibid matrix ~/articles
  ibid matrix --kind person --limit 12 ~/articles
  ibid matrix --name Makey --json ~/articles

Each number is that of the documents in which both are; the rows have the names to the numbers of the columns. \
With --name it is somebody with those that appear with them the most beyond chance, as `ibid cooccur` has them.

A line of --json is an object for each two that share a document, those that share most first: a, a_kind, b, b_kind, \
both (documents with the two), a_documents, b_documents, documents (all), measure (log-likelihood), score. \
With no PATH it is the collection that was opened last, or the bundled one. Exit status: 0 found, 1 nothing found, \
2 trouble.";

/// The arguments of `ibid matrix`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_MATRIX)]
pub struct Matrix {
    /// The folders and files of the collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each two, one a line
    #[arg(long)]
    pub json: bool,
    /// Somebody and those that appear with them, in any spelling; where several are called so, with the kind before it, as in
    /// org:Wagner
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Only these
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub kind: Option<Kind>,
    /// The most of them, from 2 to 64
    #[arg(long, value_name = "NUMBER", default_value = "12", value_parser = number(2..=64))]
    pub limit: usize,
}

/// Reads a kind of period.
fn unit(word: &str) -> Result<Unit, String> {
    let is = |unit: &Unit| unit.label() == word || unit.plural() == word;
    Unit::ALL.into_iter().find(is).ok_or_else(|| "write day, month, year, decade or century".to_owned())
}
