//! `ibid notes move`: what was made in a folder that was moved holds where the folder is now.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::super::columns::count;
use super::super::elsewhere::in_shell;
use super::super::tools::{Ending, Found, Tools, answer};
use super::arguments::Move;
use crate::corpus::{BUNDLED_ROOT, Problem};
use crate::note::{DocumentRef, Op, Store, Subject, path_from_text, path_to_text};

/// Has everything that was made in one folder hold in another.
pub(super) fn moving(arguments: &Move, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let from = whole(&arguments.from);
    if from.exists() {
        let remedy = "ibid corrections --json and --import take corrections to a copy; notes on documents are found in it";
        return Err(Problem::new(from.to_string_lossy(), "is still there", remedy).into());
    }
    let to = arguments.to.canonicalize().map_err(|error| Problem::io(&arguments.to, &error))?;
    let (store, whole) = (tools.journal)();
    let (ops, found) = moved(&store, &Way { from: &from, to: &to });
    if ops.is_empty() {
        let gone: Vec<String> =
            gone(&store).into_keys().map(|path| path.to_string_lossy().into_owned()).collect();
        let remedy = match gone.as_slice() {
            [] => String::new(),
            gone => format!("gone is: {}", gone.join(", ")),
        };
        (tools.tell)(Problem::new(from.to_string_lossy(), "isn't where anything was made", remedy));
        return Ok(Found::Nothing);
    }
    let now = Timestamp::now();
    (tools.merge)(ops.into_iter().map(|op| store.record(op, now)).collect())?;
    answer(out, "they are moved", |out| writeln!(out, "{} moved", told(found)))?;
    Ok(Found::Something.of_all(whole))
}

/// So many folders that are gone are told of.
const MOST_TOLD: usize = 3;

/// From where to where.
struct Way<'a> {
    from: &'a Path,
    to: &'a Path,
}

impl Way<'_> {
    /// Where a path is now; `None` where it isn't in the folder that was moved.
    fn path(&self, path: &str) -> Option<String> {
        let own = path_from_text(path);
        let rest = own.strip_prefix(self.from).ok()?;
        let now = if rest.as_os_str().is_empty() { self.to.to_owned() } else { self.to.join(rest) };
        Some(path_to_text(&now))
    }

    fn paths(&self, paths: &[String]) -> Option<Vec<String>> {
        let now: Vec<String> =
            paths.iter().map(|path| self.path(path).unwrap_or_else(|| path.clone())).collect();
        (now != paths).then_some(now)
    }

    fn document(&self, document: &DocumentRef) -> Option<DocumentRef> {
        Some(DocumentRef { path: self.path(&document.path)?, ..document.clone() })
    }
}

/// How many corrections, notes and marks.
#[derive(Clone, Copy, Default)]
struct Kept {
    corrections: usize,
    notes: usize,
    marks: usize,
}

/// In words: "1 correction, 2 notes and 1 mark".
fn told(kept: Kept) -> String {
    let corrections = (kept.corrections > 0).then(|| count(kept.corrections, "correction"));
    let notes = (kept.notes > 0).then(|| count(kept.notes, "note"));
    let marks = (kept.marks > 0).then(|| count(kept.marks, "mark"));
    let mut all: Vec<String> = corrections.into_iter().chain(notes).chain(marks).collect();
    let last = all.pop().unwrap_or_default();
    if all.is_empty() { last } else { format!("{} and {last}", all.join(", ")) }
}

/// What was made in the folder as it is after the move, and how much of it there is.
fn moved(store: &Store, way: &Way<'_>) -> (Vec<Op>, Kept) {
    let (mut ops, mut kept) = (Vec::new(), Kept::default());
    for ruling in store.rulings() {
        let collection = way.paths(&ruling.collection);
        let document = ruling.document.as_ref().and_then(|document| way.document(document));
        if collection.is_none() && document.is_none() {
            continue;
        }
        let mut ruling = ruling.clone();
        ruling.collection = collection.unwrap_or(ruling.collection);
        ruling.document = document.or(ruling.document);
        kept.corrections += 1;
        ops.push(Op::Rule { ruling });
    }
    for item in store.items() {
        let subject = match item.subject.clone() {
            Subject::Document { document, anchor } => {
                way.document(&document).map(|document| Subject::Document { document, anchor })
            }
            Subject::Entity { entity, collection } => {
                way.paths(&collection).map(|collection| Subject::Entity { entity, collection })
            }
            Subject::Collection(collection) => way.paths(&collection).map(Subject::Collection),
        };
        if let Some(subject) = subject {
            kept.notes += 1;
            ops.push(Op::Put { item: crate::note::Item { subject, ..item.clone() } });
        }
    }
    for mark in store.marks() {
        let collection = way.paths(&mark.collection);
        let document = way.document(&mark.document);
        if collection.is_none() && document.is_none() {
            continue;
        }
        let (mut before, mut mark) = (mark.clone(), mark.clone());
        mark.collection = collection.unwrap_or(mark.collection);
        mark.document = document.unwrap_or(mark.document);
        kept.marks += 1;
        // A mark is known by where it is, so there it is no more.
        before.take_away();
        ops.extend([Op::Mark(mark), Op::Mark(before)]);
    }
    (ops, kept)
}

/// How much was made in each folder that isn't there any more, and hangs on no document by which it is found elsewhere.
fn gone(store: &Store) -> BTreeMap<PathBuf, Kept> {
    let mut gone: BTreeMap<PathBuf, Kept> = BTreeMap::new();
    // Each folder is looked for once, however much was made in it.
    let mut known: BTreeMap<PathBuf, bool> = BTreeMap::new();
    let mut is_gone = |path: &PathBuf| {
        let looked_for = |path: &PathBuf| !path.starts_with(BUNDLED_ROOT) && !path.exists();
        *known.entry(path.clone()).or_insert_with_key(looked_for)
    };
    let mut of = |paths: &[String]| paths.iter().map(|path| path_from_text(path)).find(&mut is_gone);
    for path in store.rulings().filter_map(|ruling| of(&ruling.collection)) {
        gone.entry(path).or_default().corrections += 1;
    }
    for path in store.items().filter_map(|item| of(item.subject.collection()?)) {
        gone.entry(path).or_default().notes += 1;
    }
    gone
}

/// Tells of what was made in folders that aren't there any more: one of them may be the collection at `place`, moved.
/// `likely` says of such a folder whether anything speaks for that.
pub(in crate::cli) fn tell_of_gone(
    store: &Store,
    place: &[String],
    likely: impl Fn(&Path) -> bool,
    tools: &Tools<'_>,
) {
    let [here] = place else { return };
    for (path, kept) in gone(store).into_iter().filter(|(path, _)| likely(path)).take(MOST_TOLD) {
        let (path, here) = (path.to_string_lossy(), path_from_text(here));
        let (from, to) = (in_shell(&path), here.to_string_lossy());
        (tools.say)(&format!(
            "{} of {path}, which isn't there any more; if it is this folder now: ibid notes move {from} {}",
            told(kept),
            in_shell(&to)
        ));
    }
}

/// The path of something that may be gone: absolute, the links resolved of what is there of it.
fn whole(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = absolute.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    match there {
        Some((above, real)) if above == absolute => real,
        Some((above, real)) => absolute.strip_prefix(above).map_or(real.clone(), |rest| real.join(rest)),
        None => absolute,
    }
}
