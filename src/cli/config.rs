//! `ibid config`: where a person's own files are, whether they are right, and what holds.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::arguments::Config;
use super::columns::count;
use super::keys::keymap;
use super::tools::{Ending, Found, Tools};
use crate::app::{Searches, Settings};
use crate::corpus::{Problem, own_text};
use crate::index::names::{NAMES_FILE, read_names};
use crate::note::{Journals, News};
use crate::text::safe;

/// The settings.
const SETTINGS: &str = "config.toml";

/// Does what is asked of the config directory.
pub(super) fn config(what: &Config, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    match what {
        Config::Path => path(tools, out),
        Config::Init => init(tools, out),
        Config::Show => {
            let settings = tools.settings.in_force();
            for line in settings.lines() {
                let line = if tools.terminal { safe::line(line) } else { line.into() };
                writeln!(out, "{line}")?;
            }
            Ok(Found::Something)
        }
        Config::Check => check(tools, out),
    }
}

/// The config directory.
///
/// # Errors
///
/// Where it isn't known.
fn folder<'a>(tools: &'a Tools<'_>) -> Result<&'a Path, Problem> {
    let missing = || Problem::new("the config directory", "isn't known", "set HOME or IBID_CONFIG_DIR");
    tools.config.as_deref().ok_or_else(missing)
}

/// Prints the directories.
fn path(tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    writeln!(out, "config  {}", shown(folder(tools)?))?;
    for (name, folder) in [("cache", &tools.cache), ("state", &tools.surroundings.state)] {
        if let Some(folder) = folder {
            writeln!(out, "{name:6}  {}", shown(folder))?;
        }
    }
    Ok(Found::Something)
}

/// Writes the commented default settings where there are none.
fn init(tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let folder = folder(tools)?;
    let path = folder.join(SETTINGS);
    fs::create_dir_all(folder).map_err(|error| Problem::io(folder, &error))?;
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(&path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                Problem::new(shown(&path), "is there already, and stays as it is", "rename it first")
            }
            _ => Problem::io(&path, &error),
        })?;
    let written = file.write_all(Settings::commented().as_bytes()).and_then(|()| file.sync_all());
    written.map_err(|error| Problem::io(&path, &error))?;
    writeln!(out, "{}: written; every setting in it is as it is without the file", shown(&path))?;
    Ok(Found::Something)
}

/// A file of the config directory, or a folder of journals, that was looked over.
pub(super) struct Looked {
    /// Where it is.
    path: PathBuf,
    /// What it is to the person.
    pub(super) what: &'static str,
    /// How it is where nothing is wrong.
    fine: String,
    /// What is wrong with it.
    pub(super) problems: Vec<Problem>,
}

/// Reads a file and says what `wrong` finds in it; nothing where it isn't there.
fn file(path: &Path, what: &'static str, wrong: impl FnOnce(&str) -> Vec<Problem>) -> Option<Looked> {
    let problems = match own_text(path) {
        Ok(text) => wrong(&text?),
        Err(problem) => vec![problem],
    };
    Some(Looked { path: path.to_owned(), what, fine: "no mistake".to_owned(), problems })
}

/// Reads all that a person may have written by hand as the desk does.
pub(super) fn settings_files(folder: &Path, tools: &Tools<'_>) -> Vec<Looked> {
    let name = |path: &Path| path.display().to_string();
    let mut looked = Vec::new();
    let path = folder.join(SETTINGS);
    looked.extend(file(&path, SETTINGS, |text| {
        let (settings, mut problems) = Settings::read(&name(&path), text);
        problems.extend(named(&settings.within(folder), tools));
        problems
    }));
    looked.extend(file(&folder.join("keymap.toml"), "keymap.toml", |_| {
        keymap(Some(folder), tools.settings.preset).1
    }));
    let path = folder.join(NAMES_FILE);
    looked.extend(file(&path, NAMES_FILE, |text| read_names(&name(&path), text).1));
    let path = folder.join("searches.toml");
    looked.extend(file(&path, "searches.toml", |text| Searches::read(&name(&path), text).1));
    for path in toml_files(&folder.join("themes")) {
        looked.extend(file(&path, "a theme", |text| (tools.theme)(&name(&path), text)));
    }
    looked
}

/// What the settings name and isn't there.
fn named(settings: &Settings, tools: &Tools<'_>) -> Vec<Problem> {
    let models = settings.tagger.model.iter().chain(settings.tagger.models.values());
    let missing = models.filter_map(|path| fs::metadata(path).err().map(|error| Problem::io(path, &error)));
    let theme = (tools.missing_theme)(&settings.terminal);
    missing.chain(theme).collect()
}

/// The journals of a folder: how many files and records, and what is wrong with which line.
pub(super) fn journal_files(folder: &Path) -> (Vec<Looked>, usize) {
    let News { records, files, problems } = Journals::new(folder.to_owned()).read();
    let journal = |(number, path): (usize, PathBuf)| {
        let own = records.iter().filter(|(of, _)| *of == number).count();
        Looked { path, what: "a journal", fine: count(own, "record"), problems: Vec::new() }
    };
    let mut looked: Vec<Looked> = files.into_iter().enumerate().map(journal).collect();
    if !problems.is_empty() {
        looked.push(Looked { path: folder.to_owned(), what: "journals", fine: String::new(), problems });
    }
    (looked, records.len())
}

/// Reads all files as the desk does, and says what is wrong with which line.
fn check(tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let folder = folder(tools)?;
    let mut looked = settings_files(folder, tools);
    looked.extend(tools.folders.iter().flat_map(|folder| journal_files(folder).0));
    for Looked { path, fine, problems, .. } in &looked {
        if problems.is_empty() {
            writeln!(out, "{}: {fine}", shown(path))?;
        }
        for problem in problems {
            writeln!(out, "{}", safe::line(&problem.to_string()))?;
        }
    }
    if looked.is_empty() {
        writeln!(out, "{}: holds nothing to check", shown(folder))?;
    }
    Ok(if looked.iter().all(|looked| looked.problems.is_empty()) { Found::Something } else { Found::Trouble })
}

/// The TOML files of a folder, by name; none where it isn't there.
fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort_unstable();
    files
}

/// A path as it may be printed.
fn shown(path: &Path) -> String {
    safe::line(&path.display().to_string()).into_owned()
}
