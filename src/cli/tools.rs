//! What the commands work with, and how they end.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::paint::Paint;
use super::{
    Command, cache, cast, config, cooccur, corrections, doctor, eval, index, keys, kwic, list, matrix, notes,
    same, search, shell, show, tag, timeline, train, who,
};
use crate::app::{Besides, Edit, Settings, TerminalSettings};
use crate::corpus::{Loader, Problem};
use crate::index::Kept;
use crate::index::names::Rules;
use crate::library::{Catalogue, Collection, Upkeep};
use crate::note::{Compacted, Record, Store};
use crate::tag::{
    Layers, Leash, Namer, Rules as RuleNamer, Tell, built_in, by_language, by_model, open_model,
};

/// The most bytes that are read from standard input as one document.
const STANDARD_INPUT: u64 = 256 << 20;

/// What the commands work with.
pub struct Tools<'a> {
    /// Reads documents.
    pub loader: &'a Arc<Loader>,
    /// What the person set.
    pub settings: &'a Settings,
    /// The config directory, where there is one.
    pub config: Option<PathBuf>,
    /// The cache directory, where there is one.
    pub cache: Option<PathBuf>,
    /// A number for who finds the names; see [`Upkeep::tagged_by`].
    pub tagged_by: u64,
    /// What the person keeps of the documents of a collection.
    pub kept: &'a (dyn Fn(&Catalogue) -> Kept + Sync),
    /// The notes on no document of a collection that have what was typed for a search.
    pub besides: &'a (dyn Fn(&str, &Catalogue) -> Option<Besides> + Sync),
    /// What the person wrote and ruled, and whether all journals could be read.
    pub journal: &'a (dyn Fn() -> (Store, bool) + Sync),
    /// Has changes on disk; gives the records of them.
    pub save: &'a (dyn Fn(Vec<Edit>) -> Result<Vec<Record>, Problem> + Sync),
    /// Has records of another journal on disk as they are.
    pub merge: &'a (dyn Fn(Vec<Record>) -> Result<Vec<Record>, Problem> + Sync),
    /// Writes this machine's journals anew with only what counts.
    pub compact: &'a (dyn Fn() -> Result<Vec<Compacted>, Problem> + Sync),
    /// What is wrong where there is no theme as these settings name one.
    pub missing_theme: &'a (dyn Fn(&TerminalSettings) -> Option<Problem> + Sync),
    /// Whether not all of the collection could be looked at.
    pub unfinished: AtomicBool,
    /// What `ibid doctor` asks of the surroundings.
    pub surroundings: Surroundings,
    /// The folders of the journals; none where there is no config directory.
    pub folders: Vec<PathBuf>,
    /// What the person rules of who is who in a collection.
    pub rules: &'a (dyn Fn(&Collection) -> Rules + Sync),
    /// What is wrong with a theme's file of that path and text.
    pub theme: fn(&str, &str) -> Vec<Problem>,
    /// The names of the themes that are built in.
    pub themes: Vec<&'static str>,
    /// Whether what is printed goes to a terminal, so that nothing may reach it unfiltered.
    pub terminal: bool,
    /// Whether there may be colour there.
    pub colour: bool,
    /// Hears of what is wrong and stops nothing.
    pub tell: Tell,
    /// Hears how far long work has come.
    pub say: &'a (dyn Fn(&str) + Sync),
}

/// What is known of where the program runs.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// A variable of the environment, if it is text.
    pub variable: fn(&str) -> Option<String>,
    /// The state directory, where there is one.
    pub state: Option<PathBuf>,
    /// By which way a text gets to the clipboard.
    pub clipboard: &'static str,
    /// How many reports of panics there are.
    pub crashes: usize,
}

impl Tools<'_> {
    /// How words are set off in what is printed.
    pub(super) fn paint(&self) -> Paint {
        Paint { colour: self.colour }
    }

    /// The upkeep of a collection; `tag` says whether it finds names too, as long as the leash is held.
    ///
    /// # Errors
    ///
    /// As [`Tools::namer`].
    pub(super) fn upkeep(&self, collection: Collection, tag: bool) -> Result<(Upkeep, Leash), Problem> {
        let mut upkeep = Upkeep::in_memory(self.loader.clone(), collection);
        (upkeep.cache, upkeep.tagged_by) = (self.cache.clone(), self.tagged_by);
        upkeep.jobs = std::thread::available_parallelism().map_or(1, usize::from);
        let mut leash = Leash::default();
        if tag {
            let (namer, held) = self.namer(None)?;
            leash = held;
            upkeep.tagger = Some(Arc::new(Layers::new(namer).wanting(self.settings.tags)));
        }
        Ok((upkeep, leash))
    }

    /// Whoever finds the names in running text: what the word says (`english`, `rules` or the file of a model), or what the
    /// person set.
    ///
    /// # Errors
    ///
    /// Where the file that the word names can't be read or isn't a model.
    pub(super) fn namer(&self, word: Option<&str>) -> Result<(Arc<dyn Namer>, Leash), Problem> {
        let namer = match word {
            None => return Ok(self.settings.tagger.namer(self.tell.clone())),
            Some("english") => built_in(),
            Some("rules") => Arc::new(RuleNamer),
            Some(path) => by_language(by_model(open_model(Path::new(path))?)),
        };
        Ok((namer, Leash::default()))
    }
}

/// Why a command ends before it is done.
#[derive(Debug)]
pub(super) enum Ending {
    /// Nobody reads on.
    Closed,
    /// Something is wrong.
    Trouble(Problem),
}

impl From<Problem> for Ending {
    fn from(problem: Problem) -> Self {
        Self::Trouble(problem)
    }
}

/// What writing to standard output came to.
impl From<io::Error> for Ending {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Trouble(Problem::new("standard output", error.to_string(), "")),
        }
    }
}

/// Prints what came of a change that is on disk by now. Where that can't be printed it is said that the change is `made` all the
/// same, so that nobody makes it twice.
pub(super) fn answer(
    out: &mut dyn Write,
    made: &str,
    print: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Ending> {
    print(out).and_then(|()| out.flush()).map_err(|error| match Ending::from(error) {
        Ending::Trouble(problem) => {
            Ending::Trouble(Problem { remedy: format!("{made} all the same"), ..problem })
        }
        Ending::Closed => Ending::Closed,
    })
}

/// What a command came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// What was asked for.
    Something,
    /// Nothing of the kind.
    Nothing,
    /// Something went wrong, and was told.
    Trouble,
}

impl Found {
    /// Whether there was anything.
    pub(super) fn any(any: bool) -> Self {
        if any { Self::Something } else { Self::Nothing }
    }

    /// The same where `whole` says whether all was looked at; trouble where it wasn't.
    pub(super) fn of_all(self, whole: bool) -> Self {
        if whole { self } else { Self::Trouble }
    }
}

/// Does what a command says. What goes wrong is told.
pub fn perform(command: &Command, tools: &Tools<'_>, out: &mut dyn Write) -> Found {
    let mut out = io::BufWriter::new(out);
    let done = match command {
        Command::Tag(arguments) => tag::tag(arguments, tools, &mut out),
        Command::Eval(arguments) => eval::eval(arguments, &mut out).map(|()| Found::Something),
        Command::Train(arguments) => train::train(arguments, tools, &mut out).map(|()| Found::Something),
        Command::Search(arguments) => search::search(arguments, tools, &mut out),
        Command::List(arguments) => list::list(arguments, tools, &mut out),
        Command::Who(arguments) => who::who(arguments, tools, &mut out),
        Command::Cast(arguments) => cast::cast(arguments, tools, &mut out),
        Command::Cooccur(arguments) => cooccur::cooccur(arguments, tools, &mut out),
        Command::Matrix(arguments) => matrix::matrix(arguments, tools, &mut out),
        Command::Timeline(arguments) => timeline::timeline(arguments, tools, &mut out),
        Command::Kwic(arguments) => kwic::kwic(arguments, tools, &mut out),
        Command::Corrections(arguments) => corrections::corrections(arguments, tools, &mut out),
        Command::Notes(what) => notes::notes(what, tools, &mut out),
        Command::Same(arguments) => same::same(arguments, tools, &mut out),
        Command::Show(arguments) => show::show(arguments, tools, &mut out),
        Command::Index(arguments) => index::index(arguments, tools, &mut out),
        Command::Cache(arguments) => cache::cache(arguments, tools, &mut out),
        Command::Completions(arguments) => shell::completions(arguments, tools, &mut out),
        Command::Manual(arguments) => shell::manual(arguments, &mut out),
        Command::Man(arguments) => shell::man(arguments, &mut out),
        Command::Keys(arguments) => keys::keys(arguments, tools, &mut out),
        Command::Doctor(arguments) => doctor::doctor(arguments, tools, &mut out),
        Command::Config(what) => config::config(what, tools, &mut out),
    };
    let flushed = out.flush().map_err(Ending::from);
    match done.and_then(|well| flushed.map(|()| well)) {
        // What isn't found may be in what couldn't be looked at.
        Ok(Found::Nothing) if tools.unfinished.load(Ordering::Relaxed) => Found::Trouble,
        Ok(found) => {
            // grep is silent too, but somebody who waits for an answer may take silence for a standstill.
            let silent = matches!(command, Command::List(_) | Command::Kwic(_));
            if silent && found == Found::Nothing && tools.terminal {
                (tools.say)("nothing found");
            }
            found
        }
        Err(Ending::Closed) => Found::Something,
        Err(Ending::Trouble(problem)) => {
            (tools.tell)(problem);
            Found::Trouble
        }
    }
}

/// Whether the path stands for standard input.
pub(super) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// How messages name a file.
pub(super) fn name(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// The bytes of a file or of standard input.
///
/// # Errors
///
/// Where they can't be read, or are more than 256 MiB.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let (mut bytes, limit) = (Vec::new(), STANDARD_INPUT + 1);
    let read = if is_standard_input(path) {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        open(path)?.take(limit).read_to_end(&mut bytes)
    };
    read.map_err(|error| Problem::io(Path::new(&name(path)), &error))?;
    if bytes.len() as u64 > STANDARD_INPUT {
        let reason = format!("is larger than {} MiB", STANDARD_INPUT >> 20);
        return Err(Problem::new(name(path), reason, "split it into smaller files"));
    }
    Ok(bytes)
}

/// The lines of a text that aren't empty, each with its number from 1; what isn't UTF-8 is said of its line, and is never taken
/// for other letters.
pub(super) fn lines(text: &[u8]) -> impl Iterator<Item = (usize, Result<&str, String>)> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let lines = (1..).zip(text.split(|byte| *byte == b'\n'));
    let filled = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    filled.map(|(number, line)| {
        let line = std::str::from_utf8(line).map_err(|_| "isn't UTF-8".to_owned());
        (number, line.map(|line| line.trim_end_matches('\r')))
    })
}

/// A file to be read.
///
/// # Errors
///
/// Where it can't be opened, or is a folder.
pub(super) fn open(path: &Path) -> Result<std::fs::File, Problem> {
    if path.is_dir() {
        return Err(Problem::new(name(path), "is a folder", "name the files in it"));
    }
    std::fs::File::open(path).map_err(|error| Problem::io_of_file(path, &error))
}

/// Makes sure that what is to be written isn't one of the files that are to be read.
///
/// # Errors
///
/// Where it is.
pub(super) fn spare<'a>(output: &Path, inputs: impl IntoIterator<Item = &'a PathBuf>) -> Result<(), Problem> {
    // What isn't there yet is nobody's input.
    let Ok(output) = output.canonicalize() else { return Ok(()) };
    match inputs.into_iter().find(|input| input.canonicalize().is_ok_and(|input| input == output)) {
        None => Ok(()),
        Some(input) => Err(Problem::new(
            name(input),
            "is to be read, so nothing is written over it",
            "name another file",
        )),
    }
}
