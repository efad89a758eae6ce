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
use crate::note::{Journals, News};
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

/// What a check says.
struct Report<'a> {
    out: &'a mut dyn Write,
    /// Files that were looked at.
    looked: usize,
    /// Whether none had a mistake.
    well: bool,
}

impl Report<'_> {
    /// Says what is wrong with a file, or how it is.
    fn tell(&mut self, path: &Path, fine: &str, problems: &[Problem]) -> io::Result<()> {
        self.looked += 1;
        if problems.is_empty() {
            return writeln!(self.out, "{}: {fine}", shown(path));
        }
        self.well = false;
        problems.iter().try_for_each(|problem| writeln!(self.out, "{}", safe::line(&problem.to_string())))
    }

    /// Reads a file and says what `wrong` finds in it; nothing where it isn't there.
    fn file(&mut self, path: &Path, wrong: impl FnOnce(&str) -> Vec<Problem>) -> io::Result<()> {
        let large = || io::Error::other(format!("is larger than {} MiB", LONGEST >> 20));
        let text = fs::metadata(path)
            .and_then(|about| if about.len() > LONGEST { Err(large()) } else { fs::read_to_string(path) });
        match text {
            Ok(text) => self.tell(path, "no mistake", &wrong(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => self.tell(path, "", &[Problem::io(path, &error)]),
        }
    }
}

/// Reads all files as the desk does, and says what is wrong with which line.
fn check(tools: &Tools<'_>, out: &mut dyn Write) -> Result<Found, Ending> {
    let folder = folder(tools)?;
    let mut report = Report { out, looked: 0, well: true };
    let path = folder.join(SETTINGS);
    report.file(&path, |text| Settings::read(&path.display().to_string(), text).1)?;
    report.file(&folder.join("keymap.toml"), |_| keymap(Some(folder), tools.settings.preset).1)?;
    let path = folder.join(NAMES_FILE);
    report.file(&path, |text| read_names(&path.display().to_string(), text).1)?;
    let path = folder.join("searches.toml");
    report.file(&path, |text| syntax(&path, text))?;
    for path in toml_files(&folder.join("themes")) {
        report.file(&path, |text| (tools.theme)(&path.display().to_string(), text))?;
    }
    for folder in &tools.folders {
        let News { records, files, problems } = Journals::new(folder.clone()).read();
        for (number, file) in files.iter().enumerate() {
            let own = records.iter().filter(|(of, _)| *of == number).count();
            report.tell(file, &count(own, "record"), &[])?;
        }
        if !problems.is_empty() {
            report.tell(folder, "", &problems)?;
        }
    }
    if report.looked == 0 {
        writeln!(report.out, "{}: holds nothing to check", shown(folder))?;
    }
    Ok(if report.well { Found::Something } else { Found::Trouble })
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
