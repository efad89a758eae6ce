//! The table of all settings: what each is called, what it is about, what may be written, and what it sets.

use std::path::{Path, PathBuf};
use std::time::Duration;

use toml::de::DeValue;

use super::Settings;
use crate::app::{Characters, Depth, Ground, Preset};

/// A mebibyte.
const MIB: u64 = 1 << 20;

/// What a setting says that leaves it to ibid.
const AUTO: &str = "auto";

/// The most words of a command.
const WORDS: usize = 100;

/// What may be written for something that is guessed unless it is switched.
const SWITCHED: &[&str] = &[AUTO, "on", "off"];

/// What these mean.
const SWITCHES: [(&str, bool); 2] = [("on", true), ("off", false)];

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
        /// What it is.
        get: fn(&Settings) -> u64,
    },
    /// `true` or `false`.
    Switch {
        /// Sets it.
        set: fn(&mut Settings, bool),
        /// What it is.
        get: fn(&Settings) -> bool,
    },
    /// One of some words.
    Choice {
        /// The words.
        words: &'static [&'static str],
        /// Sets it to one of them.
        set: fn(&mut Settings, &str),
        /// What it is; `None` for none of them.
        get: fn(&Settings) -> Option<&'static str>,
    },
    /// A name, or `auto`.
    Name {
        /// Sets it.
        set: fn(&mut Settings, &str),
        /// What it is.
        get: fn(&Settings) -> &str,
    },
    /// The path of a file.
    File {
        /// Sets it.
        set: fn(&mut Settings, PathBuf),
        /// What it is; `None` for none.
        get: fn(&Settings) -> Option<&Path>,
    },
    /// A program and its arguments.
    Command {
        /// Sets it.
        set: fn(&mut Settings, Vec<String>),
        /// What it is; empty for none.
        get: fn(&Settings) -> &[String],
    },
}

impl Form {
    /// Sets what the value says; false where it isn't of this form.
    pub(super) fn take(&self, settings: &mut Settings, value: &DeValue<'_>) -> bool {
        match self {
            Self::Number { range: (least, greatest), set, .. } => {
                // The digits stand without the prefix that says their base, as in `0x10`.
                let number = value.as_integer().and_then(|number| {
                    u64::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
                });
                let number = number.filter(|number| (least..=greatest).contains(&number));
                number.map(|number| set(settings, number)).is_some()
            }
            Self::Switch { set, .. } => value.as_bool().map(|on| set(settings, on)).is_some(),
            Self::Choice { words, set, .. } => {
                let word = value.as_str().filter(|word| words.contains(word));
                word.map(|word| set(settings, word)).is_some()
            }
            Self::Name { set, .. } => {
                let name = value.as_str().filter(|name| !name.is_empty());
                name.map(|name| set(settings, name)).is_some()
            }
            Self::File { set, .. } => {
                let path = value.as_str().filter(|path| !path.is_empty());
                path.map(|path| set(settings, path.into())).is_some()
            }
            Self::Command { set, .. } => {
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
    number(
        "file-mib",
        "MiB of a file that is read as one document",
        (1, 1024),
        |settings, value| settings.limits.file = value * MIB,
        |settings| settings.limits.file / MIB,
    ),
    number(
        "unpacked-mib",
        "MiB that a compressed file or an archive may unpack to",
        (1, 1024),
        |settings, value| settings.limits.unpacked = value * MIB,
        |settings| settings.limits.unpacked / MIB,
    ),
    number(
        "markup-mib",
        "MiB of HTML or Markdown that are read as such",
        (1, 256),
        |settings, value| settings.limits.markup = (value * MIB) as usize,
        |settings| settings.limits.markup as u64 / MIB,
    ),
    number(
        "members",
        "messages or records that one file may hold",
        (1, 10_000_000),
        |settings, value| settings.limits.members = value as usize,
        |settings| settings.limits.members as u64,
    ),
    number(
        "pdf-seconds",
        "seconds of processor time for one PDF",
        (1, 3600),
        |settings, value| settings.limits.pdf_time = Duration::from_secs(value),
        |settings| settings.limits.pdf_time.as_secs(),
    ),
    number(
        "pdf-memory-mib",
        "MiB of memory for one PDF",
        (64, 65_536),
        |settings, value| settings.limits.pdf_memory = value * MIB,
        |settings| settings.limits.pdf_memory / MIB,
    ),
    Setting {
        table: "tagger",
        name: "model",
        says: "a model's file",
        form: Form::File {
            set: |settings, path| settings.tagger.model = Some(path),
            get: |settings| settings.tagger.model.as_deref(),
        },
    },
    Setting {
        table: "tagger",
        name: "command",
        says: "a program and its arguments",
        form: Form::Command {
            set: |settings, words| settings.tagger.command = words,
            get: |settings| &settings.tagger.command,
        },
    },
    Setting {
        table: "tagger",
        name: "timeout-seconds",
        says: "seconds that the command may take for an answer",
        form: Form::Number {
            range: (1, 3600),
            set: |settings, value| settings.tagger.timeout = Duration::from_secs(value),
            get: |settings| settings.tagger.timeout.as_secs(),
        },
    },
    switch(
        "tags",
        "quantities",
        "percentages and quantities to be found",
        |settings, on| settings.tags.quantities = on,
        |settings| settings.tags.quantities,
    ),
    switch(
        "tags",
        "contacts",
        "addresses and telephone numbers to be found",
        |settings, on| settings.tags.contacts = on,
        |settings| settings.tags.contacts,
    ),
    switch(
        "tags",
        "identifiers",
        "registration numbers and the like to be found",
        |settings, on| settings.tags.identifiers = on,
        |settings| settings.tags.identifiers,
    ),
    switch(
        "terminal",
        "mouse",
        "listening to the mouse",
        |settings, value| settings.terminal.mouse = value,
        |settings| settings.terminal.mouse,
    ),
    switch(
        "terminal",
        "title",
        "showing what is open in the title of its window",
        |settings, value| settings.terminal.title = value,
        |settings| settings.terminal.title,
    ),
    guessed(
        "links",
        "making links of addresses on the web",
        SWITCHED,
        |settings, word| settings.terminal.links = named(&SWITCHES, word),
        |settings| Some(name_of(&SWITCHES, settings.terminal.links)),
    ),
    switch(
        "terminal",
        "plain",
        "no boxes and no panes side by side",
        |settings, value| settings.terminal.plain = value,
        |settings| settings.terminal.plain,
    ),
    guessed(
        "colours",
        "how many colours it has",
        Depth::WORDS,
        |settings, name| settings.terminal.colours = named(&Depth::NAMES, name),
        |settings| Some(name_of(&Depth::NAMES, settings.terminal.colours)),
    ),
    guessed(
        "background",
        "its ground",
        Ground::WORDS,
        |settings, name| settings.terminal.background = named(&Ground::NAMES, name),
        |settings| Some(name_of(&Ground::NAMES, settings.terminal.background)),
    ),
    guessed(
        "characters",
        "which characters it has",
        Characters::WORDS,
        |settings, name| settings.terminal.characters = named(&Characters::NAMES, name),
        |settings| Some(name_of(&Characters::NAMES, settings.terminal.characters)),
    ),
    Setting {
        table: "terminal",
        name: "theme",
        says: "a theme: dark, light, terminal, colourless, or a file in the folder themes without its .toml",
        form: Form::Name {
            set: |settings, name| settings.terminal.theme = Some(name.to_owned()).filter(|name| name != AUTO),
            get: |settings| settings.terminal.theme.as_deref().unwrap_or(AUTO),
        },
    },
    switch(
        "terminal",
        "low-bandwidth",
        "sending less over the line",
        |settings, value| settings.terminal.low_bandwidth = value,
        |settings| settings.terminal.low_bandwidth,
    ),
    Setting {
        table: "keys",
        name: "preset",
        says: "a keymap that is laid over the default one",
        form: Form::Choice {
            words: Preset::NAMES,
            set: |settings, name| settings.preset = Preset::named(name),
            get: |settings| settings.preset.map(Preset::name),
        },
    },
];

/// A limit, in the table of limits.
const fn number(
    name: &'static str,
    says: &'static str,
    range: (u64, u64),
    set: fn(&mut Settings, u64),
    get: fn(&Settings) -> u64,
) -> Setting {
    Setting { table: "limits", name, says, form: Form::Number { range, set, get } }
}

/// A switch.
const fn switch(
    table: &'static str,
    name: &'static str,
    says: &'static str,
    set: fn(&mut Settings, bool),
    get: fn(&Settings) -> bool,
) -> Setting {
    Setting { table, name, says, form: Form::Switch { set, get } }
}

/// Something of the terminal that is guessed unless one of the words is said.
const fn guessed(
    name: &'static str,
    says: &'static str,
    words: &'static [&'static str],
    set: fn(&mut Settings, &str),
    get: fn(&Settings) -> Option<&'static str>,
) -> Setting {
    Setting { table: "terminal", name, says, form: Form::Choice { words, set, get } }
}

/// The value of that name; none of `auto`.
fn named<T: Copy>(values: &[(&'static str, T)], name: &str) -> Option<T> {
    values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

/// The name of a value, or `auto` for none.
fn name_of<T: PartialEq>(values: &[(&'static str, T)], value: Option<T>) -> &'static str {
    let value = value.and_then(|value| values.iter().find(|(_, known)| *known == value));
    value.map_or(AUTO, |(name, _)| name)
}
