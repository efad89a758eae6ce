//! `ibid eval`: how well a tagger finds the names in labelled files.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::arguments::Eval;
use super::columns::count;
use super::mistakes::Mistakes;
use super::names::{Finder, Found, Names};
use super::tools::{Ending, bytes, is_standard_input, name, spare};
use crate::corpus::Problem;
use crate::tag::model::{Count, Labelled, NameKind, Score, read_conll};
use crate::text::safe;

/// What one file came to, or all together.
#[derive(Clone, Copy, Default)]
struct Tally {
    documents: usize,
    sentences: usize,
    tokens: usize,
    /// By the first pass alone, where there are two.
    once: Option<Score>,
    both: Score,
}

impl Tally {
    fn add(&mut self, there: &[Found], once: Option<Vec<Found>>, both: &[Found], document: &Labelled) {
        self.documents += 1;
        self.sentences += document.ends.len();
        self.tokens += document.words.len();
        if let Some(once) = once {
            self.once.get_or_insert_default().add(there, &once);
        }
        self.both.add(there, both);
    }

    fn plus(self, other: Self) -> Self {
        Self {
            documents: self.documents + other.documents,
            sentences: self.sentences + other.sentences,
            tokens: self.tokens + other.tokens,
            once: self.once.map_or(other.once, |score| Some(score.plus(other.once.unwrap_or_default()))),
            both: self.both.plus(other.both),
        }
    }
}

/// Measures the tagger, and writes its mistakes where that is asked for.
pub(super) fn eval(arguments: &Eval, out: &mut dyn Write) -> Result<(), Ending> {
    let names = Names::called(&arguments.model)?;
    // All are read before any is tagged, so that a mistake in the last one is told at once.
    let files = arguments.files.iter().map(|path| Ok((path.as_path(), labelled(path)?)));
    let files = files.collect::<Result<Vec<_>, Problem>>()?;
    let Some(path) = &arguments.errors else { return print_scores(&names, &files, None, out) };
    spare(path, arguments.files.iter().chain([&PathBuf::from(&arguments.model)]))?;
    let mut mistakes = Mistakes::default();
    print_scores(&names, &files, Some(&mut mistakes), out)?;
    let written = std::fs::write(path, mistakes.to_string());
    written.map_err(|error| Problem::written(path, &error))?;
    Ok(())
}

/// Prints how well the names are found in each file, and in all together where there are several.
pub(super) fn print_scores(
    names: &Names,
    files: &[(&Path, Vec<Labelled>)],
    mut mistakes: Option<&mut Mistakes>,
    out: &mut dyn Write,
) -> Result<(), Ending> {
    let mut finder = names.finder();
    let mut all = Tally::default();
    for (at, (path, documents)) in files.iter().enumerate() {
        let tally = measure(&mut finder, documents, &mut |sentence, document, there, found| {
            if let Some(mistakes) = &mut mistakes {
                mistakes.note(&name(path), sentence, document, there, found);
            }
        });
        if at > 0 {
            writeln!(out)?;
        }
        print(&safe::line(&name(path)), &tally, out)?;
        all = all.plus(tally);
    }
    if files.len() > 1 {
        writeln!(out)?;
        print("all together", &all, out)?;
    }
    Ok(())
}

/// The labelled documents of a file.
///
/// # Errors
///
/// Where it can't be read, isn't UTF-8 or has a tag that isn't known.
pub(super) fn labelled(path: &Path) -> Result<Vec<Labelled>, Problem> {
    if path.is_dir() {
        return Err(Problem::new(name(path), "is a folder", "name the files in it"));
    }
    let text = String::from_utf8(bytes(path)?)
        .map_err(|_| Problem::new(name(path), "isn't UTF-8", "convert it to UTF-8"))?;
    let documents = read_conll(text.trim_start_matches('\u{feff}')).map_err(|error| Problem {
        path: name(path),
        place: format!("line {}", error.line),
        reason: error.what,
        remedy: "tags are O, and B- or I- with PER, ORG, LOC or MISC".to_owned(),
    })?;
    if documents.is_empty() {
        let remedy =
            if is_standard_input(path) { "" } else { "name a file with a token and its tag on each line" };
        return Err(Problem::new(name(path), "holds no tokens", remedy));
    }
    Ok(documents)
}

/// Hears of each sentence: its number in the file from 1, the document, and the names there are and were found in it.
type Hear<'a> = &'a mut dyn FnMut(usize, &Labelled, &[Found], &[Found]);

fn measure(finder: &mut Finder, documents: &[Labelled], hear: Hear<'_>) -> Tally {
    let mut tally = Tally::default();
    for document in documents {
        let there: Vec<Found> = document.names().collect();
        let found = finder.find(document);
        tally.add(&there, finder.find_once(document), &found, document);
        hear(tally.sentences - document.ends.len() + 1, document, &there, &found);
    }
    tally
}

/// Prints the figures as a table.
fn print(title: &str, tally: &Tally, out: &mut dyn Write) -> Result<(), Ending> {
    let Tally { documents, sentences, tokens, .. } = tally;
    let [documents, sentences, tokens] =
        [(documents, "document"), (sentences, "sentence"), (tokens, "token")]
            .map(|(number, one)| count(*number, one));
    writeln!(out, "{title}: {documents}, {sentences}, {tokens}")?;
    writeln!(
        out,
        "  {:16}{:>10}{:>10}{:>10}{:>9}{:>9}{:>9}",
        "", "precision", "recall", "F1", "right", "found", "there"
    )?;
    let score = &tally.both;
    let mut row = |what: &str, count: Count| {
        let Count { right, found, there } = count;
        let [precision, recall, f1] =
            [count.precision(), count.recall(), count.f1()].map(|share| format!("{:.2}", 100.0 * share));
        writeln!(out, "  {what:16}{precision:>10}{recall:>10}{f1:>10}{right:>9}{found:>9}{there:>9}")
    };
    row("people", score.of(NameKind::Person))?;
    row("organisations", score.of(NameKind::Organisation))?;
    row("places", score.of(NameKind::Place))?;
    row("all three", score.names())?;
    if let Some(once) = &tally.once {
        row("first pass alone", once.names())?;
    }
    Ok(())
}
