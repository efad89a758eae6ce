//! What may be said to `ibid notes`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::super::arguments::number;
use crate::note::Colour;

/// What stands below the commands of `ibid notes`.
pub(in crate::cli) const AFTER_NOTES: &str = "\
Examples:
  ibid notes list ~/articles
  ibid note add report.txt --quote 'no such order' --text 'But see the minutes'
  ibid notes export --by tag > notes.md";

/// What to do with bookmarks, highlights and notes.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Notes {
    /// List them
    List(List),
    /// Find those that have these words
    Search(Search),
    /// Show one
    Show(Show),
    /// Keep a new one, and print what it is known by
    Add(Add),
    /// Delete some
    Delete(Delete),
    /// Write them out as Markdown, JSON lines, W3C Web Annotations or CSV
    Export(Export),
    /// Take in what was exported, a journal, W3C Web Annotations or what Hypothesis exports
    Import(Import),
    /// Have everything that was made in a folder hold where the folder was moved to
    Move(Move),
    /// Verify every line of the journals, and look for the words that every note hangs on
    Check(Check),
    /// Write this machine's journals anew with only what counts
    Compact(Compact),
}

/// What stands below the options of `ibid notes list`.
const AFTER_LIST: &str = "\
Examples:
  ibid notes list
  ibid notes list ~/articles
  ibid notes list --tag minsk --doc report.txt
  ibid notes list --json | jq -r 'select(.kind == \"note\") | .text'

A line of --json is an object: id, kind (bookmark, highlight, note), path, title (of the document), quote, text, tags, \
colour, entity, entity_kind (of a note on somebody), created, changed, state; null where there is none. The state is \
known where PATHs or --doc are given: exact, moved, doubtful or lost, as the words that it hangs on were found; whole, where it \
hangs on no words; absent, where its document was in the collection and isn't there any more; unread, where that can't be \
read. With no PATH it is all that you keep, on whatever documents; otherwise what is on those that are in this collection \
or were in it. Exit \
status: 0 found, 1 nothing found, 2 trouble.";

/// The arguments of `ibid notes list`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_LIST)]
pub struct List {
    /// The folders and files of a collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each, one a line
    #[arg(long)]
    pub json: bool,
    /// Which of them
    #[command(flatten)]
    pub which: Which,
}

/// Which notes are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Which {
    /// Only those on this document: its path, the name of its file or words of its title
    #[arg(long, value_name = "DOC")]
    pub doc: Option<PathBuf>,
    /// Only those with this tag; with several, those with all of them
    #[arg(long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    /// Only those with these words, as in `ibid notes search`
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub query: Option<String>,
}

/// What stands below the options of `ibid notes search`.
const AFTER_SEARCH: &str = "\
Examples:
  ibid notes search timber
  ibid notes search '\"wage arrears\" #minsk' ~/articles
  ibid notes search --json '#trade' | jq -r .quote

All words have to be there: in what you wrote, the tags, the quotation, the title or name, the kind or the colour. \
\"Several words\" stand in a row; #trade is that tag, and finds #trade/timber too. Words are found within others, as on the \
desk. Case and accents count where they are typed. A line of --json has the fields of `ibid notes list --json`. \
With no PATH it is all that you keep. Exit status: 0 found, 1 nothing found, 2 trouble.";

/// The arguments of `ibid notes search`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_SEARCH)]
pub struct Search {
    /// What to look for
    #[arg(value_name = "WORDS", allow_hyphen_values = true)]
    pub words: String,
    /// The folders and files of a collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each, one a line
    #[arg(long)]
    pub json: bool,
}

/// What stands below the options of `ibid notes show`.
const AFTER_SHOW: &str = "\
Examples:
  ibid notes show a1e2803b
  ibid notes show --json a1e2803b | jq -r .text";

/// The arguments of `ibid notes show`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_SHOW)]
pub struct Show {
    /// What it is known by, or the beginning of that
    #[arg(value_name = "ID")]
    pub id: String,
    /// Print an object of JSON, with the fields of `ibid notes list --json`
    #[arg(long)]
    pub json: bool,
}

/// What stands below the options of `ibid notes delete`.
const AFTER_DELETE: &str = "\
Examples:
  ibid notes delete a1e2803b
  ibid notes search --json '#old' | jq -r .id | xargs ibid notes delete

They can be undone on the desk, also after a restart. Exit status: 0 all are deleted, 2 trouble: then none \
is, unless it is said that only this couldn't be printed.";

/// The arguments of `ibid notes delete`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_DELETE)]
pub struct Delete {
    /// What they are known by, or the beginnings of that
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<String>,
}

/// What stands below the options of `ibid notes add`.
const AFTER_ADD: &str = "\
Examples:
  ibid note add report.txt --quote 'no such order was given' --text 'But see the minutes. #order'
  ibid note add 'milk ban' ~/articles --quote timber --nth 2 --colour green
  ibid note add --entity Makey ~/articles --text 'Foreign minister until 2022' --tag people
  ibid note add --collection ~/articles --text - < summary.md
  ibid note add report.txt --bookmark

With --text it is a note, with a quotation alone a highlight, with --bookmark a bookmark; without --quote it is about \
the whole document. The quotation is looked for in the reading text, whatever its line ends, spaces, quotation marks \
and dashes. What is printed is what it is known by; with --json an object with the fields of `ibid notes list --json`. \
A document is named by its path, the name of its file or words of its title in the collection of the PATHs; with no \
PATH that is the collection that was opened last, or the bundled one. Exit status: 0 it is on disk, 2 trouble: nothing \
was kept, unless it is said that only this couldn't be printed.";

/// The arguments of `ibid notes add`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_ADD)]
pub struct Add {
    /// The document, and behind it the collection in which a title is looked for; with --entity or --collection the
    /// collection alone
    #[arg(value_name = "DOC|PATH")]
    pub named: Vec<PathBuf>,
    /// The passage, in its own words
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true, conflicts_with_all = ["entity", "collection"])]
    pub quote: Option<String>,
    /// Which of several places with these words, from 1
    #[arg(long, value_name = "NUMBER", requires = "quote", value_parser = number(1..=1_000_000))]
    pub nth: Option<usize>,
    /// What you have to say, as Markdown, or - for standard input
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub text: Option<String>,
    /// A tag; may be said several times
    #[arg(long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    /// The colour of the passage
    #[arg(long, value_name = "COLOUR", requires = "quote", value_parser = colour)]
    pub colour: Option<Colour>,
    /// Make it a bookmark
    #[arg(long, conflicts_with_all = ["text", "entity", "collection"])]
    pub bookmark: bool,
    /// About this person, organisation or place, by any of their names
    #[arg(long, value_name = "NAME", conflicts_with = "collection")]
    pub entity: Option<String>,
    /// About the whole collection
    #[arg(long)]
    pub collection: bool,
    /// Print an object of JSON
    #[arg(long)]
    pub json: bool,
}

/// What stands below the options of `ibid notes export`.
const AFTER_EXPORT: &str = "\
Examples:
  ibid notes export > notes.md
  ibid notes export --by tag --tag minsk --output minsk.md
  ibid notes export --jsonl --output backup.jsonl
  ibid notes export --w3c --doc 'milk ban' ~/articles
  ibid notes export --csv --query timber > timber.csv

Markdown groups them by document, each passage as a block quote with its source. JSON lines are records of ibid's own \
journal, and hold everything of notes (corrections are what `ibid corrections --json` prints, and what was \
deleted is in the journal alone: a copy of its folder is a backup of all); W3C Web Annotations (JSON-LD) hold as much, \
and other programs read them; CSV is for spreadsheets: a cell that would be taken for a formula begins with an apostrophe, which `ibid notes import` takes \
away again. Documents are read for the date, the source and the page of a passage. \
With no PATH it is all that you keep, on whatever documents; otherwise what is on those of this collection. Exit \
status: 0 written, 1 nothing to write, 2 trouble.";

/// The arguments of `ibid notes export`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_EXPORT)]
pub struct Export {
    /// The folders and files of a collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// As Markdown, which is usual
    #[arg(long, group = "form")]
    pub markdown: bool,
    /// As JSON lines: records of a journal
    #[arg(long, group = "form")]
    pub jsonl: bool,
    /// As W3C Web Annotations in JSON-LD
    #[arg(long, group = "form")]
    pub w3c: bool,
    /// As CSV
    #[arg(long, group = "form")]
    pub csv: bool,
    /// What Markdown groups them by
    #[arg(
        long,
        value_name = "KEY",
        default_value = "document",
        value_parser = ["document", "tag"],
        conflicts_with_all = ["jsonl", "w3c", "csv"]
    )]
    pub by: String,
    /// Which of them
    #[command(flatten)]
    pub which: Which,
    /// Write them to this file, and not over one that is there
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// What stands below the options of `ibid notes import`.
const AFTER_IMPORT: &str = "\
Examples:
  ibid notes import backup.jsonl
  ibid notes import --dry-run hypothesis.json --in ~/articles
  curl -s 'https://api.hypothes.is/api/search?user=acct:me@hypothes.is' |
    ibid notes import -

What is taken: JSON lines of `ibid notes export`, a journal of another machine, W3C Web Annotations in JSON-LD, CSV of \
`ibid notes export`, and the JSON of Hypothesis (of its API and of its export). What is there already isn't doubled, a \
newer version isn't replaced by an older one, and what was deleted here later stays deleted. What can't be understood \
is named, and the rest is taken. The document of an annotation of another program is looked for in the collection (--in; \
without it the one that was opened last) by its path, the name of its file or its title, and by the quotation; where it \
isn't found the note is kept all the same. With --in that goes for notes of another ibid, too, that are new here. Exit \
status: 0 all is taken or there, 1 there was nothing in it, 2 something \
could not be understood or kept.";

/// The arguments of `ibid notes import`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_IMPORT)]
pub struct Import {
    /// Files to take in, or - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Say what would come of it, and keep nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The folders and files of the collection in which documents are looked for; notes of another one on names or on all of it
    /// become its own
    #[arg(long = "in", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Bring back what was deleted here since
    #[arg(long)]
    pub restore: bool,
}

/// What stands below the options of `ibid notes move`.
const AFTER_MOVE: &str = "\
Example:
  ibid notes move ~/articles ~/archive/articles

Notes on documents are found by what is in these, wherever they are. Corrections of names, and notes on names and on a \
collection, belong to its folder: where that was moved or renamed, this takes them along, and marks, and notes on documents \
that were edited since as well. Where you stopped last in it doesn't go along. What lies in a folder below it moves, too. It keeps what it is known by, so that nothing is \
doubled where journals of several machines meet. Exit status: 0 moved, 1 nothing was made there, 2 trouble: the old folder is \
still there, or the new one isn't.";

/// The arguments of `ibid notes move`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_MOVE)]
pub struct Move {
    /// Where the folder or file was
    #[arg(value_name = "OLD")]
    pub from: PathBuf,
    /// Where it is now
    #[arg(value_name = "NEW")]
    pub to: PathBuf,
}

/// What stands below the options of `ibid notes check`.
const AFTER_CHECK: &str = "\
Examples:
  ibid notes check ~/articles
  ibid notes check --json ~/articles | jq -r 'select(.state == \"lost\") | .quote'

Every line of all journals is read, and every note's words are looked for in its document: exact, where they were; \
moved, elsewhere without a doubt; doubtful; or lost. A document that is neither in the collection nor at its path is \
absent. A line of --json is an object. For a file: file, records, bytes, error (null where it was read to its end). For a \
line of it that is no record: file, line, fault (damaged, foreign, conflict, newer), reason. For a note: the fields of \
`ibid notes list --json`, with state (exact, moved, doubtful, lost, whole, absent, unread) and inside (whether its \
document is in the collection). \
With a PATH it is about the notes of that collection, those on documents that are gone from it too; with none about all \
that you keep, and documents are looked for in the collection that was opened last, or the bundled one. Exit status: 0 \
all well, 1 something is moved, doubtful, lost, absent or can't be read, 2 something is damaged.";

/// The arguments of `ibid notes check`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_CHECK)]
pub struct Check {
    /// The folders and files of the collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each file, each fault and each note, one a line
    #[arg(long)]
    pub json: bool,
}

/// What stands below the options of `ibid notes compact`.
const AFTER_COMPACT: &str = "\
Example:
  ibid notes compact

A journal only grows: each change is a line more. This writes this machine's journals (of notes and of reading \
positions) anew with only the last line on each thing; lines that can't be read stay as they are. The old file stays \
beside the new one as <machine>.jsonl.<date>.old, which isn't read; delete it when you like. Programs that are running \
go on with the new file. Deletions stay, for they have to win over the journals of other machines. Steps before it \
can't be undone any more. Exit status: 0 done, 1 nothing to leave out, 2 trouble: the journal is as it was.";

/// The arguments of `ibid notes compact`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_COMPACT)]
pub struct Compact {}

/// Reads a colour by its name or letter.
fn colour(word: &str) -> Result<Colour, String> {
    let names = Colour::ALL.map(Colour::label).join(", ");
    Colour::named(word).ok_or_else(|| format!("write one of {names}"))
}
