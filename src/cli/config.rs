//! `ibid config`: where a person's own files are, whether they are right, and what holds.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::arguments::Config;
use super::columns::count;
use super::keys::keymap;
use super::tools::{Ending, Found, Tools};
use crate::app::Settings;
use crate::corpus::Problem;
use crate::index::names::{NAMES_FILE, read_names};
use crate::note::{Journals, verify};
use crate::text::safe;

/// The settings.
const SETTINGS: &str = "config.toml";

/// The most bytes of a file that is looked at: none that a person writes by hand has more.
const LONGEST: u64 = 16 << 20;

/// Does what is asked of the config directory.
pub(super) fn config(what: &Config, tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    match what {
        Config::Path => path(tools, out),
        Config::Init => init(tools, out),
        Config::Show => {
            write!(out, "{}", tools.settings.in_force())?;
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
    if let Some(cache) = &tools.cache {
        writeln!(out, "cache   {}", shown(cache))?;
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

/// Reads all files as the desk does, and says what is wrong with which line.
fn check(tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let folder = folder(tools)?;
    let mut well = true;
    let mut told = |path: &Path, fine: String, problems: Vec<Problem>| -> io::Result<()> {
        well &= problems.is_empty();
        if problems.is_empty() {
            writeln!(out, "{}: {fine}", shown(path))?;
        }
        problems.iter().try_for_each(|problem| writeln!(out, "{}", safe::line(&problem.to_string())))
    };
    let fine = || "no mistake".to_owned();
    if let Some((path, text)) = read(folder.join(SETTINGS), &mut told)? {
        let problems = Settings::read(&path.display().to_string(), &text).1;
        told(&path, fine(), problems)?;
    }
    if let Some((path, _)) = read(folder.join("keymap.toml"), &mut told)? {
        told(&path, fine(), keymap(Some(folder), tools.settings.preset).1)?;
    }
    if let Some((path, text)) = read(folder.join(NAMES_FILE), &mut told)? {
        let (names, problems) = read_names(&path.display().to_string(), &text);
        told(&path, count(names.len(), "entity").replace("entitys", "entities"), problems)?;
    }
    for path in [folder.join("searches.toml")].into_iter().chain(toml_files(&folder.join("themes"))) {
        if let Some((path, text)) = read(path, &mut told)? {
            let problems = syntax(&path, &text);
            told(&path, fine(), problems)?;
        }
    }
    for folder in &tools.folders {
        let files = verify(folder).map_err(|error| Problem::io(folder, &error))?;
        for file in files {
            told(&file.path, count(file.records, "record"), Vec::new())?;
        }
        // What is wrong with them is told in the same words as on the desk.
        for problem in Journals::new(folder.clone()).read().problems {
            told(folder, String::new(), vec![problem])?;
        }
    }
    Ok(if well { Found::Something } else { Found::Trouble })
}

/// What stands in a file, with its path; `None` where it isn't there, or can't be read and that was told.
fn read(
    path: PathBuf,
    told: &mut dyn FnMut(&Path, String, Vec<Problem>) -> io::Result<()>,
) -> io::Result<Option<(PathBuf, String)>> {
    let large = || io::Error::other(format!("is larger than {} MiB", LONGEST >> 20));
    let text = fs::metadata(&path)
        .and_then(|about| if about.len() > LONGEST { Err(large()) } else { fs::read_to_string(&path) });
    match text {
        Ok(text) => Ok(Some((path, text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => told(&path, String::new(), vec![Problem::io(&path, &error)]).map(|()| None),
    }
}

/// The TOML files of a folder, by name; none where it isn't there.
fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort_unstable();
    files
}

/// Where a file isn't TOML.
fn syntax(path: &Path, text: &str) -> Vec<Problem> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let problem = |error: &toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let reason = format!("this isn't TOML: {}", error.message());
        Problem { path: shown(path), place: format!("line {line}"), reason, remedy: String::new() }
    };
    errors.iter().map(problem).collect()
}

/// A path as it may be printed.
fn shown(path: &Path) -> String {
    safe::line(&path.display().to_string()).into_owned()
}
