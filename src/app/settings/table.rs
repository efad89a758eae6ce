//! The table of all settings: what each is called, what it is about, what may be written, and what it sets.

use std::path::PathBuf;
use std::time::Duration;

use toml::de::DeValue;

use super::Settings;
use crate::app::{Characters, Depth, Ground};

/// A mebibyte.
const MIB: u64 = 1 << 20;

/// What a setting says that leaves it to ibid.
const AUTO: &str = "auto";

/// The most words of a command.
const WORDS: usize = 100;

/// Something that can be set.
pub(super) struct Setting {
    /// The table in which it stands.
    pub(super) table: &'static str,
    /// Its name.
    pub(super) name: &'static str,
    /// What its value is, or is a number of.
    pub(super) says: &'static str,
    /// What may be written, and what it sets.
    pub(super) form: Form,
}

/// What may be written for a setting.
pub(super) enum Form {
    /// A whole number within the range.
    Number {
        /// The least and the greatest.
        range: (u64, u64),
        /// Sets it.
        set: fn(&mut Settings, u64),
    },
    /// `true` or `false`.
    Switch {
        /// Sets it.
        set: fn(&mut Settings, bool),
    },
    /// One of some names, or `auto`.
    Choice {
        /// The names.
        names: fn() -> Vec<&'static str>,
        /// Sets it; none for `auto`.
        set: fn(&mut Settings, Option<&str>),
    },
    /// A name, or `auto`.
    Name {
        /// Sets it; none for `auto`.
        set: fn(&mut Settings, Option<&str>),
    },
    /// The path of a file.
    File {
        /// Sets it.
        set: fn(&mut Settings, PathBuf),
    },
    /// A program and its arguments.
    Command {
        /// Sets it.
        set: fn(&mut Settings, Vec<String>),
    },
}

impl Form {
    /// Sets what the value says; false where it isn't of this form.
    pub(super) fn take(&self, settings: &mut Settings, value: &DeValue<'_>) -> bool {
        match self {
            Self::Number { range: (least, greatest), set } => {
                let digits = value.as_integer().map(|number| number.as_str().replace('_', ""));
                let number = digits.and_then(|digits| digits.parse().ok());
                let number = number.filter(|number| (least..=greatest).contains(&number));
                number.map(|number| set(settings, number)).is_some()
            }
            Self::Switch { set } => value.as_bool().map(|on| set(settings, on)).is_some(),
            Self::Choice { names, set } => {
                let name = value.as_str().filter(|name| *name == AUTO || names().contains(name));
                name.map(|name| set(settings, Some(name).filter(|name| *name != AUTO))).is_some()
            }
            Self::Name { set } => {
                let name = value.as_str().filter(|name| !name.is_empty());
                name.map(|name| set(settings, Some(name).filter(|name| *name != AUTO))).is_some()
            }
            Self::File { set } => {
                let path = value.as_str().filter(|path| !path.is_empty());
                path.map(|path| set(settings, path.into())).is_some()
            }
            Self::Command { set } => {
                let words = value.as_array().filter(|words| words.len() <= WORDS);
                let words = words.and_then(|words| {
                    words.iter().map(|word| word.get_ref().as_str().map(str::to_owned)).collect()
                });
                // A list of none means no command, as a program of no name does.
                let words = words.map(|words: Vec<String>| match words.first() {
                    Some(program) if program.is_empty() => Vec::new(),
                    _ => words,
                });
                words.map(|words| set(settings, words)).is_some()
            }
        }
    }
}

/// All settings, those of one table together.
pub(super) const SETTINGS: &[Setting] = &[
    number("file-mib", "MiB of a file that is read as one document", (1, 1024), |settings, value| {
        settings.limits.file = value * MIB;
    }),
    number(
        "unpacked-mib",
        "MiB that a compressed file or an archive may unpack to",
        (1, 1024),
        |settings, value| {
            settings.limits.unpacked = value * MIB;
        },
    ),
    number("markup-mib", "MiB of HTML or Markdown that are read as such", (1, 256), |settings, value| {
        settings.limits.markup = (value * MIB) as usize;
    }),
    number("members", "messages or records that one file may hold", (1, 10_000_000), |settings, value| {
        settings.limits.members = value as usize;
    }),
    number("pdf-seconds", "seconds of processor time for one PDF", (1, 3600), |settings, value| {
        settings.limits.pdf_time = Duration::from_secs(value);
    }),
    number("pdf-memory-mib", "MiB of memory for one PDF", (64, 65_536), |settings, value| {
        settings.limits.pdf_memory = value * MIB;
    }),
    Setting {
        table: "tagger",
        name: "model",
        says: "a model's file",
        form: Form::File { set: |settings, path| settings.tagger.model = Some(path) },
    },
    Setting {
        table: "tagger",
        name: "command",
        says: "a program and its arguments",
        form: Form::Command { set: |settings, words| settings.tagger.command = words },
    },
    Setting {
        table: "tagger",
        name: "timeout-seconds",
        says: "seconds that the command may take for an answer",
        form: Form::Number {
            range: (1, 3600),
            set: |settings, value| settings.tagger.timeout = Duration::from_secs(value),
        },
    },
    switch("quantities", "percentages and quantities to be found", |settings, on| {
        settings.tags.quantities = on
    }),
    switch("contacts", "addresses and telephone numbers to be found", |settings, on| {
        settings.tags.contacts = on
    }),
    switch("identifiers", "registration numbers and the like to be found", |settings, on| {
        settings.tags.identifiers = on;
    }),
    Setting {
        table: "terminal",
        name: "mouse",
        says: "listening to the mouse",
        form: Form::Switch { set: |settings, value| settings.terminal.mouse = value },
    },
    Setting {
        table: "terminal",
        name: "plain",
        says: "no boxes and no panes side by side",
        form: Form::Switch { set: |settings, value| settings.terminal.plain = value },
    },
    terminal(
        "colours",
        "how many colours it has",
        || names(&Depth::NAMES),
        |settings, name| settings.terminal.colours = named(&Depth::NAMES, name),
    ),
    terminal(
        "background",
        "its ground",
        || names(&Ground::NAMES),
        |settings, name| settings.terminal.background = named(&Ground::NAMES, name),
    ),
    terminal(
        "characters",
        "which characters it has",
        || names(&Characters::NAMES),
        |settings, name| settings.terminal.characters = named(&Characters::NAMES, name),
    ),
    Setting {
        table: "terminal",
        name: "theme",
        says: "a theme: dark, light, terminal, or a file in the folder themes without its .toml",
        form: Form::Name { set: |settings, name| settings.terminal.theme = name.map(str::to_owned) },
    },
    Setting {
        table: "terminal",
        name: "low-bandwidth",
        says: "sending less over the line",
        form: Form::Switch { set: |settings, value| settings.terminal.low_bandwidth = value },
    },
];

/// A limit, in the table of limits.
const fn number(
    name: &'static str,
    says: &'static str,
    range: (u64, u64),
    set: fn(&mut Settings, u64),
) -> Setting {
    Setting { table: "limits", name, says, form: Form::Number { range, set } }
}

/// A switch, in the table of tags.
const fn switch(name: &'static str, says: &'static str, set: fn(&mut Settings, bool)) -> Setting {
    Setting { table: "tags", name, says, form: Form::Switch { set } }
}

/// A choice, in the table of the terminal.
const fn terminal(
    name: &'static str,
    says: &'static str,
    names: fn() -> Vec<&'static str>,
    set: fn(&mut Settings, Option<&str>),
) -> Setting {
    Setting { table: "terminal", name, says, form: Form::Choice { names, set } }
}

/// The names of values.
fn names<T>(values: &[(&'static str, T)]) -> Vec<&'static str> {
    values.iter().map(|(name, _)| *name).collect()
}

/// The value of that name.
fn named<T: Copy>(values: &[(&'static str, T)], name: Option<&str>) -> Option<T> {
    values.iter().find(|(known, _)| Some(*known) == name).map(|(_, value)| *value)
}
