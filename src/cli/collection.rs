//! A collection for a command: brought up to date, so that it can be asked.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::tools::Tools;
use crate::corpus::{self, Problem};
use crate::index::text::words as words_of;
use crate::index::{Place, TextReader};
use crate::library::{Arranger, Catalogue, Collection, DocId, Holdings, News, Sort, Upkeep};
use crate::text::nearest::within;

/// Titles that are looked at for those that are near, and how many are offered.
const LOOKED_AT: usize = 100_000;
const OFFERED: usize = 3;

/// So many files that can't be read are named where somebody asks for something else.
const TOLD: usize = 3;

/// A collection that can be asked.
pub(super) struct Opened {
    pub(super) catalogue: Catalogue,
    pub(super) holdings: Holdings,
}

impl Opened {
    /// The full text.
    ///
    /// # Errors
    ///
    /// Where it couldn't be opened.
    pub(super) fn text(&self) -> Result<TextReader, Problem> {
        let missing = || Problem::new("the full text", "isn't there", "try again in a moment");
        self.holdings.text().ok_or_else(missing)
    }
}

/// The collection of these paths; without any the one that was opened last, or the bundled one.
///
/// # Errors
///
/// Where a path, or what was opened last, isn't there or can't be read.
pub(super) fn collection(paths: &[PathBuf], tools: &Tools<'_>) -> Result<Collection, Problem> {
    if paths.is_empty() {
        let last = tools.cache.as_deref().and_then(Place::last);
        let Some(last) = last else { return Ok(Collection::Bundled) };
        if let Some(gone) = last.iter().find(|path| !path.exists()) {
            let reason = "was opened last and isn't there any more";
            return Err(Problem::new(shown(gone), reason, "name another collection"));
        }
        return Ok(Collection::Paths(last));
    }
    corpus::check(paths)?;
    let absolute = |path: &PathBuf| path.canonicalize().map_err(|error| Problem::io(path, &error));
    Ok(Collection::Paths(paths.iter().map(absolute).collect::<Result<_, _>>()?))
}

/// What helps where the words behind `asked` were taken for a path: to put them all in quotes.
pub(super) fn in_quotes(asked: &str, paths: &[PathBuf], mut problem: Problem) -> Problem {
    if let Some(word) = word_for_a_path(paths, &problem) {
        problem.remedy = format!("several words stand in quotes: '{asked} {}'", word.display());
    }
    problem
}

/// What helps where a name was taken for a path: to say that it is one.
pub(super) fn behind_name(paths: &[PathBuf], mut problem: Problem) -> Problem {
    if let Some(word) = word_for_a_path(paths, &problem) {
        let remedy = format!("; who or what is counted stands behind --name: --name '{}'", word.display());
        problem.remedy.push_str(&remedy);
    }
    problem
}

/// The word that the problem is about, where it stands first and is no path by its looks.
fn word_for_a_path<'a>(paths: &'a [PathBuf], problem: &Problem) -> Option<&'a Path> {
    let word = paths.first().filter(|path| path.components().count() == 1 && !path.exists());
    word.map(PathBuf::as_path).filter(|word| problem.path == word.to_string_lossy())
}

/// Opens a collection and brings it up to date; `tag` says whether names that aren't known yet are found too. Of what can't
/// be read some is told, and how much more there is: who asks for something else shouldn't have to look for the answer.
///
/// # Errors
///
/// As [`collection`].
pub(super) fn open(paths: &[PathBuf], tools: &Tools<'_>, tag: bool) -> Result<Opened, Problem> {
    let (upkeep, _leash) = tools.upkeep(collection(paths, tools)?, tag)?;
    let (opened, unread) = keep_up_and_say(&upkeep, tools, tools.say, &mut |_| {});
    tell_some(unread, tools);
    Ok(opened)
}

/// The same with names, for a collection that was opened without them just now and of which all has been told.
///
/// # Errors
///
/// As [`collection`].
pub(super) fn open_for_names(paths: &[PathBuf], tools: &Tools<'_>) -> Result<Opened, Problem> {
    let (upkeep, _leash) = tools.upkeep(collection(paths, tools)?, true)?;
    Ok(keep_up_and_say(&upkeep, tools, tools.say, &mut |_| {}).0)
}

/// Tells of some that can't be read, and how much more there is.
pub(super) fn tell_some(unread: Vec<Problem>, tools: &Tools<'_>) {
    // One more than is told would be told in a line as well.
    let told = if unread.len() > TOLD + 1 { TOLD } else { unread.len() };
    let more = unread.len() - told;
    unread.into_iter().take(told).for_each(|problem| (tools.tell)(named_as_results(problem)));
    if more > 0 {
        let files = format!("{more} more files");
        (tools.tell)(Problem::new(files, "can't be read", "ibid list names all, with the same paths"));
    }
}

/// Opens a collection without finding names, and tells of all that can't be read; `hear` hears what is new.
///
/// # Errors
///
/// As [`collection`].
pub(super) fn open_and_tell_all(
    paths: &[PathBuf],
    tools: &Tools<'_>,
    hear: &mut dyn FnMut(&News),
) -> Result<Opened, Problem> {
    let (upkeep, _leash) = tools.upkeep(collection(paths, tools)?, false)?;
    Ok(keep_up(&upkeep, tools, hear))
}

/// Brings a collection up to date, and tells of all that can't be read; `hear` hears of it.
pub(super) fn keep_up(upkeep: &Upkeep, tools: &Tools<'_>, hear: &mut dyn FnMut(&News)) -> Opened {
    let (opened, unread) = keep_up_and_say(upkeep, tools, tools.say, hear);
    unread.into_iter().for_each(|problem| (tools.tell)(named_as_results(problem)));
    opened
}

/// Brings a collection up to date; `say` hears what is said of it, `hear` what is new. Gives what can't be read, too.
pub(super) fn keep_up_and_say(
    upkeep: &Upkeep,
    tools: &Tools<'_>,
    say: &dyn Fn(&str),
    hear: &mut dyn FnMut(&News),
) -> (Opened, Vec<Problem>) {
    let holdings = Holdings::default();
    holdings.rule((tools.rules)(&upkeep.collection));
    let last = RefCell::new((Catalogue::default(), Vec::new(), hear));
    upkeep.once(&holdings, &|mut news| {
        let (catalogue, unread, hear) = &mut *last.borrow_mut();
        hear(&news);
        if let Some(problem) = news.trouble.take() {
            tools.unfinished.store(true, Ordering::Relaxed);
            (tools.tell)(problem);
        }
        if let Some(said) = &news.said {
            say(said);
        }
        *catalogue = news.catalogue;
        *unread = news.unread.unwrap_or_else(|| std::mem::take(unread));
    });
    let (catalogue, unread, _) = last.into_inner();
    (Opened { catalogue, holdings }, unread)
}

/// Documents that some words are found in the titles or the file names of.
pub(super) enum Titled {
    /// Their titles have the words.
    Titles(Vec<DocId>),
    /// No title has the words, and the names of their files do.
    Files(Vec<DocId>),
}

/// The documents whose titles have these words, as beginnings, those first that match best; where there is none, those
/// whose files are called so.
pub(super) fn titled(catalogue: &Catalogue, typed: &str) -> Titled {
    let order = Arranger::default().arrange(catalogue, typed, Sort::default(), &|| false);
    // Letters that lie scattered in a title find it on the desk, where one sees what is found.
    let words = words_of(typed);
    let begins = |word: &String, all: &[String]| all.iter().any(|other| other.starts_with(word.as_str()));
    let has_words = |id: &DocId| {
        let title = catalogue.get(*id).map(|entry| words_of(entry.title()));
        title.is_some_and(|title| words.iter().all(|word| begins(word, &title)))
    };
    let mut order = order.unwrap_or_default();
    order.retain(has_words);
    if !order.is_empty() || words.is_empty() {
        return Titled::Titles(order);
    }
    let is_called = |path: &Path| {
        let name = words_of(&path.file_name().unwrap_or_default().to_string_lossy());
        words.iter().all(|word| begins(word, &name))
    };
    Titled::Files(catalogue.iter().filter(|(_, entry)| is_called(&entry.path())).map(|(id, _)| id).collect())
}

/// The titles that are nearest to what was typed where none has its words, in quotation marks: those that have each word
/// with a slip or two in it, then those that have its letters in this order.
pub(super) fn near_titles(catalogue: &Catalogue, typed: &str) -> Vec<String> {
    let words: Vec<String> = words_of(typed).into_iter().filter(|word| word.len() > 2).collect();
    let alike = |title: &str| {
        let title = words_of(title);
        let begins = |word: &String| {
            // A slip in a part of a word is one too.
            let parts = title.iter().map(|other| head(other, word));
            within(word, (word.chars().count() / 4).max(1), parts).is_some()
        };
        !words.is_empty() && words.iter().all(begins)
    };
    let entries = catalogue.iter().take(LOOKED_AT).map(|(_, entry)| entry.title().to_owned());
    let mut near: Vec<String> = entries.filter(|title| alike(title)).take(OFFERED).collect();
    if near.is_empty() {
        let order = Arranger::default().arrange(catalogue, typed, Sort::default(), &|| false);
        let titles = order.unwrap_or_default().into_iter().filter_map(|id| catalogue.get(id));
        near = titles.map(|entry| entry.title().to_owned()).take(OFFERED).collect();
    }
    near.into_iter().map(|title| format!("“{title}”")).collect()
}

/// As many letters of a word as another one has, and one more for a letter that was left out.
fn head<'a>(word: &'a str, like: &str) -> &'a str {
    let letters = like.chars().count() + 1;
    word.char_indices().nth(letters).map_or(word, |(at, _)| word.get(..at).unwrap_or(word))
}

/// What is wrong with naming a file that holds several documents.
pub(super) fn several(path: &Path) -> Problem {
    let remedy = format!("name one of them: {}/1 is the first", shown(path));
    Problem::new(shown(path), "holds several documents", remedy)
}

/// The same problem, its file named as results name theirs.
pub fn named_as_results(problem: Problem) -> Problem {
    Problem { path: shown(Path::new(&problem.path)), ..problem }
}

/// How a path is printed: below the folder that one is in, without that.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.as_deref().unwrap_or(path).display().to_string()
}
