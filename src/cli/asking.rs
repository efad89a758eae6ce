//! What may be said to the commands that tell who is who: `who`, `cast`, `cooccur` and `kwic`.

use std::path::PathBuf;

use clap::Args;

use super::arguments::number;
use crate::tag::Kind;

/// What stands below the options of `ibid who`.
const AFTER_WHO: &str = "\
Examples:
  ibid who Makey ~/articles
  ibid who 'Lukashenka' --json | jq -r '.documents[].path'

A line of --json is an object, the best match first: name, kind (person, organisation, place), description (what names.toml says, or null), match (name, words, \
sound, near), aliases (the other names used), confidence (0 to 1), reasons (why each is taken for the same), names \
(name, documents, confidence, reason), documents (path, count, places: start and end in bytes of the reading text, \
text). With a match that is near the name was only guessed, as in \"did you mean\". \
With no PATH it is the collection that was opened last, or the bundled one. Exit status: 0 found, 1 nothing found, \
2 trouble.";

/// The arguments of `ibid who`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_WHO)]
pub struct Who {
    /// A name, or a part of one, in any spelling
    #[arg(value_name = "NAME")]
    pub name: String,
    /// The folders and files of the collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each person, organisation or place, one a line
    #[arg(long)]
    pub json: bool,
}

/// What stands below the options of `ibid cast`.
const AFTER_CAST: &str = "\
Examples:
  ibid cast ~/articles
  ibid cast report.txt --kind person
  ibid cast 'milk quarrel' ~/articles
  ibid cast --of 'timber date:2019..2020' --sort mentions ~/articles
  ibid cast --like lukashenka --json ~/articles

A line of --json is an object: name, kind (person, organisation, place), documents, mentions, first (the first date \
of a document that names it, null where none has one), aliases. \
With no PATH it is the collection that was opened last, or the bundled one. Exit status: 0 found, 1 nothing found, \
2 trouble.";

/// The arguments of `ibid cast`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_CAST)]
pub struct Cast {
    /// The folders and files of the collection; before them one document of it may be named, by a member of a file, the
    /// name of a file or words of a title
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each, one a line
    #[arg(long)]
    pub json: bool,
    /// Only what this search finds: source:, date:2019..2020, title:, words
    #[arg(long, value_name = "QUERY")]
    pub of: Option<String>,
    /// Only those who are called so, in any spelling
    #[arg(long, value_name = "NAME")]
    pub like: Option<String>,
    /// Only these
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub kind: Option<Kind>,
    /// The order
    #[arg(long, value_name = "KEY", default_value = "documents", value_parser = ["documents", "mentions", "name", "first"])]
    pub sort: String,
    /// The most of them; all without it
    #[arg(long, value_name = "NUMBER", value_parser = number(1..=10_000_000))]
    pub limit: Option<usize>,
}

/// What stands below the options of `ibid cooccur`.
const AFTER_COOCCUR: &str = "\
Examples:
  ibid cooccur Makey ~/articles
  ibid cooccur Makey --kind organisation --json ~/articles

They are ranked by the log-likelihood ratio G² (Dunning 1993) over documents: how much more often two are in the same \
documents than by chance. Above 3.8 chance has it in 1 of 20 cases, above 10.8 in 1 of 1,000; what is in every \
document has 0, and what is there more seldom than by chance less than that. Of like ones those with more documents in \
common come first.

A line of --json is an object: name, kind, both (documents with the two), documents (all with it), mentions (in those \
with the two), measure (log-likelihood), score, of (who was asked for). \
With no PATH it is the collection that was opened last, or the bundled one. Exit status: 0 found, 1 nothing found, \
2 trouble.";

/// The arguments of `ibid cooccur`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_COOCCUR)]
pub struct Cooccur {
    /// A name, in any spelling; where several are called so, with its kind before it, as in org:Wagner
    #[arg(value_name = "NAME")]
    pub name: String,
    /// The folders and files of the collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each, one a line
    #[arg(long)]
    pub json: bool,
    /// Only these
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub kind: Option<Kind>,
    /// The most of them
    #[arg(long, value_name = "NUMBER", default_value = "40", value_parser = number(1..=10_000))]
    pub limit: usize,
}

/// What stands below the options of `ibid kwic`.
const AFTER_KWIC: &str = "\
Examples:
  ibid kwic Lukashenka ~/articles
  ibid kwic --sort right timber ~/articles
  ibid kwic --json '\"wage arrears\" date:2019..2020' | jq -r .right

A name is found in all its spellings, words in any form; several words stand next to each other, unless they are \
written as in a search. A line of --json is an object: path, title, date, start and end (bytes of the reading text), \
left, match, right. \
With no PATH it is the collection that was opened last, or the bundled one. Exit status: 0 found, 1 nothing found, \
2 trouble.";

/// The arguments of `ibid kwic`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_KWIC)]
pub struct Kwic {
    /// A name, or what to search for; where several are called so, with its kind before it, as in org:Wagner
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub query: String,
    /// The folders and files of the collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each place, one a line
    #[arg(long)]
    pub json: bool,
    /// Take it for words, even where somebody is called so
    #[arg(long)]
    pub words: bool,
    /// The order: by the date of the document, or by the words on a side
    #[arg(long, value_name = "KEY", default_value = "document", value_parser = ["document", "left", "right"])]
    pub sort: String,
    /// The columns of a line; those of the terminal without it
    #[arg(long, value_name = "NUMBER", value_parser = number(20..=1000))]
    pub width: Option<usize>,
    /// The most places
    #[arg(long, value_name = "NUMBER", default_value = "1000", value_parser = number(1..=1_000_000))]
    pub limit: usize,
}

/// Reads a kind of names; the beginning of its word is enough.
pub(super) fn kind(word: &str) -> Result<Kind, String> {
    let word = word.to_lowercase().replace("organization", "organisation");
    let known = [
        (Kind::Person, ["person", "people"]),
        (Kind::Organisation, ["organisations", "bodies"]),
        (Kind::Place, ["places", "places"]),
    ];
    let found = known.into_iter().find(|(_, words)| {
        !word.is_empty() && words.iter().any(|known| known.starts_with(&word) || word == format!("{known}s"))
    });
    found.map(|(kind, _)| kind).ok_or_else(|| "write person, organisation or place".to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_kind_is_known_by_its_word_or_the_beginning_of_it() {
        for word in ["person", "people", "p", "Persons", "pers"] {
            assert_eq!(kind(word).unwrap(), Kind::Person, "{word}");
        }
        assert_eq!(kind("organization").unwrap(), Kind::Organisation);
        assert_eq!((kind("org").unwrap(), kind("pl").unwrap()), (Kind::Organisation, Kind::Place));
        assert!(kind("").is_err() && kind("date").is_err());
    }
}

/// What stands below the options of `ibid corrections`.
const AFTER_CORRECTIONS: &str = "\
Examples:
  ibid corrections ~/articles
  ibid corrections --json ~/articles > corrections.jsonl
  ibid corrections --import corrections.jsonl ~/more-articles
  ibid corrections --suggest --json ~/articles

Corrections are made on the page of a name, or in a document. A line of --json is an object: rule (same, apart, \
rename, kind or reject), kind, then names, or name and to; document where it holds in one only. With --suggest: kind, \
a, b, confidence (0 to 1), reason. With no PATH it is the collection that was opened last, or the bundled one. Exit \
status: 0 found, 1 nothing found, 2 trouble.";

/// The arguments of `ibid corrections`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_CORRECTIONS)]
pub struct Corrections {
    /// The folders and files of the collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each, one a line
    #[arg(long)]
    pub json: bool,
    /// Take in the corrections of a file that --json wrote, or of standard input for -
    #[arg(long, value_name = "FILE", conflicts_with_all = ["json", "suggest"])]
    pub import: Option<PathBuf>,
    /// Print who may be the same, for a person to decide
    #[arg(long)]
    pub suggest: bool,
}
