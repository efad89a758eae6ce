//! Settings of a person's own: `config.toml` in the config directory.

mod table;
mod written;

use std::collections::BTreeMap;
use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::{Characters, Depth, Ground, Preset};
use crate::corpus::{Limits, Problem};
use crate::tag::{Choice, Wanted};
use crate::text::nearest::{did_you_mean, quoted};
use table::{Form, SETTINGS, Setting};

/// The longest file that is read, in bytes.
const BYTES_MAX: usize = 64 * 1024;

/// The table whose settings are languages, each with its model.
const MODELS: &str = "models";

/// How the files of models end.
const MODEL: &str = "ibidmodel";

/// What a person can set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What one file may take.
    pub limits: Limits,
    /// Who finds the names.
    pub tagger: Choice,
    /// The figures that are found besides dates and sums.
    pub tags: Wanted,
    /// How the terminal is used.
    pub terminal: TerminalSettings,
    /// The keymap that is laid over the default one, below the person's own.
    pub preset: Option<Preset>,
}

/// How the terminal is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalSettings {
    /// Whether the mouse is listened to. The terminal's own selection is then reached with Shift.
    pub mouse: bool,
    /// Whether the title of the terminal's window tells what is open.
    pub title: bool,
    /// Whether it makes links, if that isn't to be guessed.
    pub links: Option<bool>,
    /// Whether the desk is plain: one thing after another, for screen readers and dumb terminals.
    pub plain: bool,
    /// How many colours it has, if that isn't to be guessed.
    pub colours: Option<Depth>,
    /// Its ground, if it isn't to be asked.
    pub background: Option<Ground>,
    /// Which characters it has, if that isn't to be guessed.
    pub characters: Option<Characters>,
    /// The name of a theme, if that isn't to be chosen by colours and ground.
    pub theme: Option<String>,
    /// The line of the file that names it, from 1: whether there is such a theme is known elsewhere.
    pub theme_line: usize,
    /// Whether to send less over the line: see [`super::App::sparing`].
    pub low_bandwidth: bool,
}

impl Default for TerminalSettings {
    fn default() -> Self {
        Self {
            mouse: true,
            title: true,
            links: None,
            plain: false,
            colours: None,
            background: None,
            characters: None,
            theme: None,
            theme_line: 0,
            low_bandwidth: false,
        }
    }
}

/// What is wrong with a line, and what helps.
type Wrong = (String, String);

impl Settings {
    /// Reads a `config.toml`, with what couldn't be understood, by line; all other lines hold. `path` only
    /// names the file in these problems.
    pub fn read(path: &str, toml: &str) -> (Self, Vec<Problem>) {
        let mut settings = Self::default();
        let mut problems = Vec::new();
        let mut problem = |line: usize, reason: String, remedy: String| {
            problems.push(Problem { path: path.to_owned(), place: format!("line {line}"), reason, remedy });
        };
        if toml.len() > BYTES_MAX {
            let reason =
                format!("the file is longer than {} KiB, so nothing of it is used", BYTES_MAX / 1024);
            problem(1, reason, "it has one line for each setting".to_owned());
            return (settings, problems);
        }
        let mut so_far = SoFar::default();
        // Line by line, so that a bad line spoils no other.
        for (at, line) in toml.lines().enumerate() {
            let theme = settings.terminal.theme.clone();
            so_far.line = at + 1;
            if let Err((reason, remedy)) = settings.line(line, &mut so_far) {
                problem(at + 1, reason, remedy);
            }
            if settings.terminal.theme != theme {
                settings.terminal.theme_line = at + 1;
            }
        }
        (settings, problems)
    }

    /// The same with the files that it names taken to lie in `folder`, where they aren't named from the root on.
    #[must_use]
    pub fn within(mut self, folder: &Path) -> Self {
        let files = self.tagger.models.values_mut().chain(&mut self.tagger.model);
        files.for_each(|file| *file = folder.join(&*file));
        self
    }

    fn line(&mut self, line: &str, so_far: &mut SoFar) -> Result<(), Wrong> {
        let line = line.trim_start_matches('\u{feff}');
        let head = line.trim_start().starts_with('[');
        let table = match DeTable::parse(line) {
            Ok(table) => table,
            Err(_) if so_far.open && !head => {
                so_far.open = !line.contains([']', '}']);
                return Ok(());
            }
            Err(error) => {
                if head {
                    so_far.place = Place::Lost;
                }
                let value = line.split_once('=').map_or("", |(_, value)| value.trim_start());
                so_far.open = !head && value.starts_with(['[', '{']);
                let remedy = if so_far.open {
                    "write all of the setting on one line"
                } else {
                    "a table begins as in [limits]; a setting is one line of the form name = value"
                };
                return Err((format!("this isn't TOML: {}", error.message()), remedy.to_owned()));
            }
        };
        let Some((name, value)) = table.get_ref().iter().next() else { return Ok(()) };
        so_far.open = false;
        let name = name.get_ref().as_ref();
        if head {
            return so_far.head(name);
        }
        // `terminal.mouse = false` and `terminal = { mouse = false }` are TOML too.
        if !matches!(so_far.place, Place::Lost)
            && let Some(table) = tables().find(|table| *table == name)
            && let Some(inner) = value.get_ref().as_table()
        {
            let inner = inner.iter().next().map_or("its settings", |(name, _)| name.get_ref().as_ref());
            return Err((
                format!("{} is a table", quoted(table)),
                format!("write [{table}] on a line of its own, and {inner} on the line below it"),
            ));
        }
        match so_far.place {
            Place::Table(table) => {
                so_far.is_first(table, name)?;
                self.set(table, name, value.get_ref())?;
                so_far.set.insert((table, name.to_owned()), so_far.line);
                Ok(())
            }
            Place::Lost => Ok(()),
            Place::Outside => {
                let home = SETTINGS.iter().find(|setting| setting.name == name);
                let table = home.map_or("limits", |setting| setting.table);
                Err((
                    format!("{} stands in no table", quoted(name)),
                    format!("put [{table}] on a line before it"),
                ))
            }
        }
    }

    fn set(&mut self, table: &str, name: &str, value: &DeValue<'_>) -> Result<(), Wrong> {
        if table == MODELS {
            return self.model(name, value);
        }
        let own = || SETTINGS.iter().filter(|setting| setting.table == table);
        let setting = own().find(|setting| setting.name == name).ok_or_else(|| {
            let names = || own().map(|setting| setting.name);
            let elsewhere = SETTINGS.iter().find(|setting| setting.name == name);
            let remedy = elsewhere.map_or_else(
                || {
                    let known = names().collect::<Vec<_>>().join(", ");
                    did_you_mean(name, names(), &format!("there are {known}"))
                },
                |setting| format!("it belongs into [{}]", setting.table),
            );
            (format!("there is no setting {} in [{table}]", quoted(name)), remedy)
        })?;
        let Setting { says, form, .. } = setting;
        if form.take(self, value) {
            return Ok(());
        }
        let (what, remedy) = match form {
            Form::Number { range: (least, greatest), .. } => {
                (format!("a number of {says}"), format!("write a whole number from {least} to {greatest}"))
            }
            Form::Switch { .. } => ("true or false".to_owned(), format!("write true for {says}, or false")),
            Form::Choice { words, .. } => {
                let all: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                let otherwise = format!("write one of {}", all.join(", "));
                let typed = value.as_str().unwrap_or_default();
                (says.to_string(), did_you_mean(typed, words.iter().copied(), &otherwise))
            }
            Form::Name { .. } => {
                (format!("the name of {says}"), format!("write it in quotation marks: {name} = \"…\""))
            }
            Form::File { .. } => {
                (format!("the name of {says}"), format!("write it in quotation marks: {name} = \"…\""))
            }
            Form::Command { .. } => (
                format!("a list of words, which is {says}"),
                format!("write all on one line: {name} = [\"program\", \"argument\"]"),
            ),
        };
        Err((format!("{name} isn't {what}"), remedy))
    }
}

impl Settings {
    /// A line of the table of models: the language, and the file of its model.
    fn model(&mut self, language: &str, value: &DeValue<'_>) -> Result<(), Wrong> {
        let remedy = format!("write a language's code and a file's name: de = \"german.{MODEL}\"");
        if !matches!(language.len(), 2 | 3) || !language.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Err((
                format!("{} is no language's code of two or three letters", quoted(language)),
                remedy,
            ));
        }
        let Some(path) = value.as_str().filter(|path| !path.is_empty()) else {
            return Err((format!("{language} isn't the name of a model's file"), remedy));
        };
        self.tagger.models.insert(language.to_owned(), path.into());
        Ok(())
    }
}

/// The names of all tables, those of one setting as often as there are settings in it.
fn tables() -> impl Iterator<Item = &'static str> {
    SETTINGS.iter().map(|setting| setting.table).chain([MODELS])
}

/// What the lines before a line have said.
#[derive(Default)]
struct SoFar {
    /// The line that is read, from 1.
    line: usize,
    place: Place,
    /// The line at which each table began.
    tables: BTreeMap<&'static str, usize>,
    /// The line at which each setting was set, by its table and name.
    set: BTreeMap<(&'static str, String), usize>,
    /// Whether a list was begun that goes on over several lines. That was said at its first, so the others pass in
    /// silence.
    open: bool,
}

impl SoFar {
    /// Takes the head of a table.
    fn head(&mut self, name: &str) -> Result<(), Wrong> {
        let Some(table) = tables().find(|table| *table == name) else {
            self.place = Place::Lost;
            let mut known: Vec<String> = tables().map(|table| format!("[{table}]")).collect();
            known.dedup();
            let remedy = did_you_mean(name, tables(), &format!("there are {}", known.join(", ")));
            return Err((format!("there is no table {}", quoted(name)), remedy));
        };
        self.place = Place::Table(table);
        let began = *self.tables.entry(table).or_insert(self.line);
        if began == self.line {
            return Ok(());
        }
        let reason = format!("the table [{table}] began at line {began} already");
        Err((reason, "both are used; put them together".to_owned()))
    }

    /// Complains where an earlier line has set the setting: as in a keymap the first holds.
    fn is_first(&self, table: &'static str, name: &str) -> Result<(), Wrong> {
        match self.set.get(&(table, name.to_owned())) {
            None => Ok(()),
            Some(line) => Err((
                format!("{name} is set at line {line} already"),
                format!("line {line} is used, this one isn't; keep one of the two"),
            )),
        }
    }
}

/// Where the lines after a line belong.
#[derive(Clone, Copy, Default)]
enum Place {
    /// No table has begun.
    #[default]
    Outside,
    /// In a table of that name.
    Table(&'static str),
    /// In a table that isn't known: that was said at its head, so its lines pass in silence.
    Lost,
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
