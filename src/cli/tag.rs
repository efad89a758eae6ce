//! `ibid tag`: the mentions of documents, or the tags of tokens.

use std::borrow::Cow;
use std::io::{IsTerminal, Write, stdin};
use std::path::{Path, PathBuf};

use super::arguments::Tag;
use super::collection::several;
use super::conll;
use super::mentions::{print_columns, print_head, print_json};
use super::names::Names;
use super::tools::{Ending, Found, Tools, bytes, is_standard_input, name};
use crate::corpus::{Document, Problem, Unread};
use crate::tag::{Context, Layers, Tagger, Wanted};

/// Tags each file; one that can't be is told, and the others are tagged all the same. Whether all could be.
pub(super) fn tag(arguments: &Tag, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let files = files(&arguments.files)?;
    if arguments.conll {
        let names = match &arguments.model {
            Some(word) => Names::called(word)?,
            None => Names::chosen(&tools.settings.tagger, &tools.tell)?,
        };
        return each(&files, tools, &mut |path| conll::tag(path, &names, tools.terminal, out));
    }
    let wanted = if arguments.all { Wanted::ALL } else { tools.settings.tags };
    // A program of the person's own runs as long as the leash is held.
    let (namer, _leash) = tools.namer(arguments.model.as_deref())?;
    let tagger = Layers::new(namer).wanting(wanted);
    let many = files.len() > 1;
    let mut first = true;
    each(&files, tools, &mut |path| {
        let document = load(path, tools)?;
        let mentions = tagger.tag(&document.text, &Context::of(&document.meta), &|| false);
        let text = document.text.as_str();
        if arguments.json {
            return Ok(print_json(path, text, &mentions, out)?);
        }
        if many {
            print_head(path, !std::mem::take(&mut first), tools.paint(), out)?;
        }
        Ok(print_columns(text, &mentions, tools.paint(), out)?)
    })
}

/// The files that were named; without any, what comes through a pipe.
fn files(named: &[PathBuf]) -> Result<Cow<'_, [PathBuf]>, Problem> {
    match named.is_empty() {
        false => Ok(Cow::Borrowed(named)),
        true if !stdin().is_terminal() => Ok(Cow::Owned(vec![PathBuf::from("-")])),
        true => Err(Problem::new("ibid tag", "has no file to read", "name one, or - for what you type")),
    }
}

/// Does something with each file; whether all went well. What is wrong with one is told, and the next one's turn comes.
fn each(
    files: &[PathBuf],
    tools: &Tools<'_>,
    work: &mut dyn FnMut(&Path) -> Result<(), Ending>,
) -> Result<Found, Ending> {
    let mut well = true;
    for path in files {
        match work(path) {
            Ok(()) => {}
            Err(Ending::Trouble(problem)) => {
                (tools.tell)(problem);
                well = false;
            }
            Err(Ending::Closed) => return Err(Ending::Closed),
        }
    }
    Ok(if well { Found::Something } else { Found::Trouble })
}

/// The document that was named.
pub(super) fn load(path: &Path, tools: &Tools<'_>) -> Result<Document, Problem> {
    if path.is_dir() {
        return Err(Problem::new(name(path), "is a folder", "name the documents in it"));
    }
    let loaded = if is_standard_input(path) {
        tools.loader.parse("-", &bytes(path)?)
    } else {
        tools.loader.load(path).map(|loaded| loaded.document)
    };
    if let Ok(document) = &loaded {
        document.lost.iter().for_each(|lost| (tools.tell)(lost.clone()));
    }
    loaded.map_err(|unread| match unread {
        Unread::Problem(problem) => problem,
        Unread::Binary(what) => Problem::new(name(path), format!("is a {what}, not a text"), ""),
        Unread::Many if is_standard_input(path) => Problem::new(
            name(path),
            "holds several documents",
            "save it to a file, and name one of them: FILE/1",
        ),
        Unread::Many => several(path),
    })
}
