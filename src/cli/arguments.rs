//! What may be said on the command line.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};

use super::asking::{Cast, Cooccur, Corrections, Kwic, Who};
use super::looking::{Matrix, Timeline};
use super::notes::{AFTER_NOTES, Notes};
use super::tips::with_tip;
use crate::app::Preset;
use crate::corpus::{PAGES, Problem};
use crate::text::nearest::nearest;
use crate::text::safe;

/// What stands below the options in the help.
const AFTER_HELP: &str = "\
With no path ibid opens its bundled collection. With standard output not a terminal it prints the list of \
documents and ends. A folder that is called like a command is opened as ./tag.

Examples:
  ibid
  ibid ~/articles report.txt
  ibid ~/articles | grep 2020
  ibid search timber ~/articles
  ibid who Makey ~/articles
  ibid cast --kind person ~/articles
  ibid notes export --by tag > notes.md
  ibid tag report.txt --json
  ibid --keys emacs ~/articles

Environment:
  IBID_CONFIG_DIR  where notes, keymap.toml, config.toml and reading positions are kept
  IBID_CACHE_DIR   where what is worked out of documents is kept; it may be deleted at any time
  IBID_LOG         a file to which is appended what happens and how long it takes, as with --log
  NO_COLOR         no colour
  VISUAL, EDITOR   your editor, for longer notes";

/// A reading desk in the terminal: documents, passages, names and notes.
#[derive(Clone, Debug, PartialEq, Eq, Parser)]
#[command(
    name = "ibid",
    version,
    about,
    after_help = AFTER_HELP,
    args_conflicts_with_subcommands = true
)]
pub struct Arguments {
    /// What to do instead of opening the desk.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Folders and files to read; folders with all that is in them
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How many colours to use, or whether to use any
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", value_parser = COLOURS)]
    pub color: String,
    /// Say on standard error what happens and how long it takes; for the desk, where that isn't the terminal
    #[arg(long, short, global = true)]
    pub verbose: bool,
    /// Append what happens and how long it takes to this file, in words and numbers without any of yours
    #[arg(long, value_name = "FILE", global = true)]
    pub log: Option<PathBuf>,
    /// How the desk looks: dark, light, terminal, colourless, or a file in the folder themes without its .toml
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// For screen readers and dumb terminals: no boxes, one thing after another, changes told in the last line
    #[arg(long)]
    pub plain: bool,
    /// Lay a keymap for hands that know another program over the default one; your own keymap.toml goes over both
    #[arg(long, value_name = "PRESET", value_parser = PossibleValuesParser::new(Preset::NAMES))]
    pub keys: Option<String>,
}

impl Arguments {
    /// What was said on the command line. Where that is mistaken the program ends, and says what may have been meant.
    pub fn said() -> Self {
        let command = <Self as clap::CommandFactory>::command();
        Self::try_parse().unwrap_or_else(|error| leave(&with_tip(error, command)))
    }

    /// The command that is called so, or nearly so.
    pub fn nearest_command(word: &str) -> Option<String> {
        let all = <Self as clap::CommandFactory>::command();
        nearest(word, all.get_subcommands().map(clap::Command::get_name)).map(str::to_owned)
    }
}

/// Ends the program with the help that was asked for, or with what is wrong on the command line. That has words of it, and with a
/// `*` of the shell the names of files, in which anything may stand.
fn leave(error: &clap::Error) -> ! {
    if !error.use_stderr() {
        let printed = error.print().and_then(|()| io::stdout().flush());
        let Some(failed) = printed.err().filter(|failed| failed.kind() != io::ErrorKind::BrokenPipe) else {
            std::process::exit(0);
        };
        // If standard error is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "ibid: {}", Problem::written(Path::new("standard output"), &failed));
        std::process::exit(2);
    }
    for line in error.render().to_string().lines() {
        // If standard error is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "{}", safe::line(line));
    }
    std::process::exit(error.exit_code())
}

/// What may be said of colours: to guess, whether to use them at all, or how many there are.
const COLOURS: [&str; 7] = ["auto", "always", "never", "8", "16", "256", "true"];

/// What to do instead of opening the desk.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Search a collection's texts, titles, notes and metadata
    Search(Search),
    /// List the documents of a collection
    List(List),
    /// Tell who or what a name means in a collection, by all its spellings
    Who(Who),
    /// List the people, organisations and places of documents, with counts
    Cast(Cast),
    /// List who and what appears with a name, by how much more often than by chance
    Cooccur(Cooccur),
    /// Print who and what appears with whom, by the number of documents that each two share
    Matrix(Matrix),
    /// Count documents, mentions of names and dates in texts over time
    Timeline(Timeline),
    /// Print every place of a name or word on a line, with its neighbours (keyword in context)
    Kwic(Kwic),
    /// Tell whether two names are one person's, body's or place's
    Same(Same),
    /// List what you corrected of who is who, take it to another collection, or see who may be the same
    Corrections(Corrections),
    /// Keep, list, search, export, import and check bookmarks, highlights and notes
    #[command(subcommand, visible_alias = "note", after_help = AFTER_NOTES)]
    Notes(Notes),
    /// Print a document's text
    Show(Show),
    /// Bring what is cached of a collection up to date
    Index(Index),
    /// Show how much is cached of which collections, or clear it
    Cache(Cache),
    /// Print the people, organisations, places, dates and sums in documents
    Tag(Tag),
    /// Print the keymap in force, and where each line of it comes from
    Keys(Keys),
    /// Check, show or begin your own settings, or tell where they are
    #[command(subcommand, after_help = AFTER_CONFIG)]
    Config(Config),
    /// Print the manual, or a page of it
    Manual(Manual),
    /// Look over the terminal, the directories, the cache and your files, for a report without private text
    Doctor(Doctor),
    /// Print what a shell needs to complete commands and options
    Completions(Completions),
    /// Print a page of the manual, in the form of man(7)
    Man(Man),
    /// Measure a tagger on labelled files: precision, recall and F1
    Eval(Eval),
    /// Train a model on labelled files of your own
    Train(Train),
}

/// What stands below the options of `ibid completions`.
const AFTER_COMPLETIONS: &str = "\
Examples:
  mkdir -p ~/.local/share/bash-completion/completions
  ibid completions bash > ~/.local/share/bash-completion/completions/ibid
  ibid completions zsh > ~/.zfunc/_ibid
  ibid completions fish > ~/.config/fish/completions/ibid.fish";

/// The arguments of `ibid completions`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_COMPLETIONS)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// What stands below the options of `ibid man`.
const AFTER_MAN: &str = "\
Examples:
  ibid man | man -l -
  ibid man notes export > ~/.local/share/man/man1/ibid-notes-export.1";

/// The arguments of `ibid man`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_MAN)]
pub struct Man {
    /// The subcommand that it is about; without one, ibid itself
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
}

/// What stands below the options of `ibid search`.
const AFTER_SEARCH: &str = "\
Examples:
  ibid search timber ~/articles
  ibid search 'person:makey \"wage arrears\" date:2019..2020' ~/articles
  ibid search --json lukashenko | jq -r .path

A line of --json is an object: path, title, date, date_from (what the date was read from), source, score, start and \
end (bytes of the reading text), snippet, origin (text or note), same_as (the path of the first document of the result that has \
the same text); null where there is none. With no PATH it is the collection that was opened last, or the bundled one. Exit status: 0 found, 1 nothing found, \
2 trouble.";

/// The arguments of `ibid search`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_SEARCH)]
pub struct Search {
    /// What to look for, as on the desk: words, "phrases", title:, person:, date:2019..2020, OR, -not
    #[arg(value_name = "QUERY", allow_hyphen_values = true, value_parser = query)]
    pub query: String,
    /// The folders and files of the collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each passage, one a line
    #[arg(long)]
    pub json: bool,
    /// Find exactly these letters, and no other forms or spellings
    #[arg(long)]
    pub exact: bool,
    /// The most documents
    #[arg(long, value_name = "NUMBER", default_value = "20", value_parser = number(1..=1_000_000))]
    pub limit: usize,
    /// The most passages of each document
    #[arg(long, value_name = "NUMBER", default_value = "1", value_parser = number(1..=100))]
    pub passages: usize,
}

/// What is looked for: words may be left out by `-`, but what begins with two is a slip in an option.
fn query(word: &str) -> Result<String, String> {
    let option = word.strip_prefix("--").filter(|rest| rest.starts_with(char::is_alphabetic));
    match option.is_some_and(|rest| !rest.contains(' ')) {
        true => Err(format!("there is no such option; what is looked for stands in quotes: '\"{word}\"'")),
        false => Ok(word.to_owned()),
    }
}

/// What stands below the options of `ibid list`.
const AFTER_LIST: &str = "\
Examples:
  ibid list ~/articles
  ibid list --sort length ~/articles | head
  ibid list --json ~/articles | jq -r 'select(.date and .date < \"2010\") | .path'

A line of --json is an object: path, title, date, date_from (what the date was read from), source, author, language, \
format, words; null where unknown. \
With no PATH it is the collection that was opened last, or the bundled one. Exit status: 0 found, 1 nothing found, \
2 trouble.";

/// The arguments of `ibid list`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_LIST)]
pub struct List {
    /// The folders and files of the collection
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print an object of JSON for each document, one a line
    #[arg(long)]
    pub json: bool,
    /// The order
    #[arg(long, value_name = "KEY", default_value = "date", value_parser = ["date", "title", "source", "length"])]
    pub sort: String,
    /// Turn the order round
    #[arg(long)]
    pub reverse: bool,
}

/// What stands below the options of `ibid same`.
const AFTER_SAME: &str = "\
Examples:
  ibid same 'Alyaksandr Lukashenka' 'LUKASHENKO, Alexander'
  ibid same --json NATO OTAN
  ibid same --pairs pairs.tsv | grep ^possible

An answer is the verdict (same, possible or different), how sure it is (0.00 to 1.00) and why, with tabs between. Of \
--pairs each line has two names with a tab between; what stands behind a second tab is left alone, and so are blank \
lines. A line of --json is an object: a, b, verdict, confidence, reason. The answer is from the names alone, without \
a collection. Exit status: 0 the same, 1 not surely the same, 2 trouble; with --pairs 0, or 2 where a line isn't two \
names.";

/// The arguments of `ibid same`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_SAME)]
pub struct Same {
    /// A name
    #[arg(value_name = "NAME", required_unless_present = "pairs")]
    pub one: Option<String>,
    /// Another one
    #[arg(value_name = "NAME", required_unless_present = "pairs")]
    pub other: Option<String>,
    /// Take two names from each line of this file, or of standard input for -
    #[arg(long, value_name = "FILE", conflicts_with_all = ["one", "other"])]
    pub pairs: Option<PathBuf>,
    /// Take the names for those of people, organisations or places instead of guessing what they are
    #[arg(long, value_name = "KIND", value_parser = ["person", "organisation", "place"])]
    pub kind: Option<String>,
    /// Print an object of JSON for each pair, one a line
    #[arg(long)]
    pub json: bool,
}

/// What stands below the options of `ibid show`.
const AFTER_SHOW: &str = "\
Examples:
  ibid show report.pdf | less
  ibid show mail.mbox/17 --raw
  ibid show 'milk ban' ~/articles

The object of --json has path, title, date, date_from, source, author, language, format, words and text: the whole \
reading text, to which start and end of the other commands refer. What was set aside in it (menus, credits) is left \
out without --json.";

/// The arguments of `ibid show`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_SHOW)]
pub struct Show {
    /// A file, a member of a file such as mail.mbox/17, or words of a title
    #[arg(value_name = "DOCUMENT")]
    pub document: PathBuf,
    /// The folders and files of the collection in which titles are looked for
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print the text as it is in the file, decoded
    #[arg(long, conflicts_with = "json")]
    pub raw: bool,
    /// Print an object of JSON
    #[arg(long)]
    pub json: bool,
}

/// What stands below the options of `ibid index`.
const AFTER_INDEX: &str = "\
Examples:
  ibid index ~/articles
  ibid index --jobs 1 /srv/archive

Only what has changed is read. A desk that opens the same paths afterwards opens at once.";

/// The arguments of `ibid index`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_INDEX)]
pub struct Index {
    /// The folders and files of the collection
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// How many cores to use; all without it
    #[arg(long, value_name = "NUMBER", value_parser = number(1..=256))]
    pub jobs: Option<usize>,
    /// Leave out the names
    #[arg(long)]
    pub no_names: bool,
}

/// What stands below the options of `ibid cache`.
const AFTER_CACHE: &str = "\
Examples:
  ibid cache
  ibid cache --clear
  ibid cache --clear ~/articles

What is cached can be cleared at any time; notes aren't in it. A line of --json is an object: folder, paths, bytes.";

/// The arguments of `ibid cache`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_CACHE)]
pub struct Cache {
    /// The folders and files of one collection; all collections without it
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Clear what is cached
    #[arg(long)]
    pub clear: bool,
    /// Print an object of JSON for each collection, one a line
    #[arg(long)]
    pub json: bool,
}

/// What stands below the options of `ibid tag`.
const AFTER_TAG: &str = "\
Examples:
  ibid tag report.txt
  ibid tag report.txt mail.mbox/17 --json
  curl -s https://example.org/ | ibid tag --json
  ibid tag --conll tokens.conll

A line of --json is an object: path, kind, start and end (bytes of the reading text), text, value (null where \
there is none), confidence (0 to 1); where known title, and of dates precision and inferred. Exit status: 0 all files \
were tagged, whether or not anything is in them, 2 trouble.";

/// The arguments of `ibid tag`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_TAG)]
pub struct Tag {
    /// Documents, members of files such as mail.mbox/17, or - for standard input; behind a pipe that needn't be said
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Print an object of JSON for each mention, one a line
    #[arg(long)]
    pub json: bool,
    /// Also quantities, contacts and identifiers
    #[arg(long)]
    pub all: bool,
    /// Take token-per-line files, and print each line's token and its tag: B- or I- with PER, ORG or LOC, or O
    #[arg(long, conflicts_with_all = ["json", "all"])]
    pub conll: bool,
    /// Find names with this model: a file, `english` (the one in the program) or `rules`
    #[arg(long, value_name = "MODEL")]
    pub model: Option<String>,
}

/// What stands below the options of `ibid keys`.
const AFTER_KEYS: &str = "\
Examples:
  ibid keys
  ibid keys reader | grep note
  ibid keys --preset emacs
  ibid keys --json | jq -r 'select(.from == \"own\") | .keys'

A line is the place (a table of keymap.toml), the keys, the command and the line that says so: of the default keymap, of a \
preset or of your own keymap.toml. With PLACE it is all that can be pressed there, the nearest first. A line of --json is an \
object: context, keys, command, help, from (default, a preset's name or own), file (null where it is built in), line.";

/// The arguments of `ibid keys`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_KEYS)]
pub struct Keys {
    /// Only what can be pressed there: library, reader, notes, …
    #[arg(value_name = "PLACE")]
    pub context: Option<String>,
    /// Print an object of JSON for each line
    #[arg(long)]
    pub json: bool,
    /// As it would be with this preset
    #[arg(long, value_name = "PRESET", value_parser = PossibleValuesParser::new(Preset::NAMES))]
    pub preset: Option<String>,
}

/// What stands below the commands of `ibid config`.
const AFTER_CONFIG: &str = "\
Examples:
  ibid config init
  ibid config check
  cd \"$(ibid config path | sed -n 's/^config  //p')\"
  ibid config show

Exit status of check: 0 no mistake, 2 some.";

/// What is asked of a person's own settings.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Config {
    /// Read all files of the config directory and say what is wrong with which line
    #[command(after_help = "Example:\n  ibid config check\n\nExit status: 0 no mistake, 2 some.")]
    Check,
    /// Print the directories of your own files, of the cache and of this installation's state
    #[command(after_help = "Example:\n  ls \"$(ibid config path | sed -n 's/^config  //p')\"")]
    Path,
    /// Write a config.toml with every setting commented out, where there is none
    #[command(after_help = "Example:\n  ibid config init && ibid config check")]
    Init,
    /// Print the settings in force; those that your config.toml changes are marked
    #[command(after_help = "Example:\n  ibid config show | grep '# set'")]
    Show,
}

/// What stands below the options of `ibid manual`.
const AFTER_MANUAL: &str = "\
Examples:
  ibid manual | less
  ibid manual searching
  ibid manual --pages

On the desk F2 opens it as a document. It is Markdown.";

/// The arguments of `ibid manual`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_MANUAL)]
pub struct Manual {
    /// A page; without one, all of them
    #[arg(value_name = "PAGE", value_parser = PossibleValuesParser::new(PAGES.iter().map(|(name, _)| *name)))]
    pub page: Option<String>,
    /// Print the names of the pages
    #[arg(long, conflicts_with = "page")]
    pub pages: bool,
}

/// What stands below the options of `ibid doctor`.
const AFTER_DOCTOR: &str = "\
Examples:
  ibid doctor
  ibid doctor > report.txt
  ibid doctor --json | jq -r 'select(.state != \"fine\") | .remedy'

What it prints can be pasted into a report: no title, text, note or file name of yours is in it, paths are those that are \
usual on this system (with ~) or left out, collections are named by a number made of their paths. A line of --json is an \
object: part, name, value, state (fine, mend, trouble), remedy (null where it is fine). Exit status: 0 all is well, 1 \
something to mend, 2 trouble.";

/// The arguments of `ibid doctor`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_DOCTOR)]
pub struct Doctor {
    /// Print an object of JSON for each thing that was looked at, one a line
    #[arg(long)]
    pub json: bool,
}

/// What stands below the options of `ibid eval`.
const AFTER_EVAL: &str = "\
Examples:
  ibid eval english dev.conll
  ibid eval own.ibidmodel dev.conll test.conll --errors errors.txt
  ibid eval rules dev.conll

A file has a token, a tab and a tag (O, or B- or I- with PER, ORG, LOC or MISC) on each line, a blank line \
between sentences and a line -DOCSTART- before each document. A name is right where its bounds and its kind \
are. MISC is no part of the figures.";

/// The arguments of `ibid eval`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_EVAL)]
pub struct Eval {
    /// A file, `english` (the model in the program) or `rules` (word lists and rules alone)
    #[arg(value_name = "MODEL")]
    pub model: String,
    /// Token-per-line files with tags, or - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Write what was missed and what was wrong to this file, to be read
    #[arg(long, value_name = "FILE")]
    pub errors: Option<PathBuf>,
}

/// What stands below the options of `ibid train`.
const AFTER_TRAIN: &str = "\
Examples:
  ibid train own.conll --output own.ibidmodel
  ibid train news.conll:2 tweets.conll:0.5 --dev dev.conll --output own.ibidmodel
  ibid train own.conll --list places.txt --list firms.txt --output own.ibidmodel

Files have the form that `ibid eval` reads. The same files, options and seed give the same bytes. To use the \
model, name it in config.toml: a line [tagger], and below it model = \"own.ibidmodel\".";

/// The arguments of `ibid train`.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
#[command(after_help = AFTER_TRAIN)]
pub struct Train {
    /// Labelled files, each with a weight behind a colon if it is to count more or less than 1
    #[arg(value_name = "FILE[:WEIGHT]", required_unless_present = "partial")]
    pub files: Vec<PathBuf>,
    /// Labelled files that leave all names but people, organisations and places without a tag, or label only some
    #[arg(long, value_name = "FILE[:WEIGHT]")]
    pub partial: Vec<PathBuf>,
    /// Where the model is to be written
    #[arg(long, short, value_name = "MODEL")]
    pub output: PathBuf,
    /// Measure the model on these labelled files
    #[arg(long, value_name = "FILE")]
    pub dev: Vec<PathBuf>,
    /// A list of names, one a line, that becomes a part of the model; up to seven, each for names of one sort
    #[arg(long = "list", value_name = "FILE")]
    pub lists: Vec<PathBuf>,
    /// Names from which only their letters are learnt: first given names, then surnames, then places
    #[arg(long, value_name = "FILE")]
    pub names: Vec<PathBuf>,
    /// A table of words: on each line a word in small letters and the numbers of its clusters, with tabs between
    #[arg(long, value_name = "FILE")]
    pub clusters: Option<PathBuf>,
    /// Take lists, letters and clusters from this model, `english` or a file, where none are given
    #[arg(long, value_name = "MODEL", default_value = "english", conflicts_with_all = ["lists", "names", "clusters"])]
    pub like: String,
    /// Learn from the program's own English drills too: short sentences as of news agencies, with names from everywhere
    #[arg(long)]
    pub drills: bool,
    /// How often to go through the files
    #[arg(long, value_name = "NUMBER", value_parser = number(1..=100))]
    pub rounds: Option<usize>,
    /// Where the random numbers begin
    #[arg(long, value_name = "NUMBER")]
    pub seed: Option<u64>,
    /// How many models with random numbers of their own are averaged, each on a core
    #[arg(long, value_name = "NUMBER", value_parser = number(1..=8))]
    pub voices: Option<usize>,
}

/// Reads a number within a range.
pub(super) fn number(
    range: std::ops::RangeInclusive<usize>,
) -> impl Fn(&str) -> Result<usize, String> + Clone + Send + Sync {
    move |words| {
        let number = words.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| format!("write a number from {} to {}", range.start(), range.end()))
    }
}
