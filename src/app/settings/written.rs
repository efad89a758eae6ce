//! Settings as a `config.toml`: the commented default one, and what is in force.

use super::table::{Form, SETTINGS, Setting};
use super::{MODELS, Settings};

/// What stands at the head of a `config.toml` that is made for the person.
const HEAD: &str = "\
# The settings of ibid, each with what it is, what may be written, and what holds without it. Take the # before a
# setting away to change it. `ibid config check` says what is wrong with this file, by line.
";

/// How the table of models is told in it.
const MODELS_TOLD: &str = "\
# Models for other languages than English: a language's code and a file that `ibid train` made, beside this one or
# named from the root on.
# de = \"german.ibidmodel\"
";

impl Settings {
    /// A `config.toml` in which every setting stands as it is without one, commented out.
    pub fn commented() -> String {
        let usual = Self::default();
        let mut toml = HEAD.to_owned();
        let mut table = "";
        for setting in SETTINGS {
            if setting.table != table {
                table = setting.table;
                toml.push_str(&format!("\n[{table}]\n"));
            }
            let (form, example) = setting.form.told();
            let says = sentence(setting.says);
            let value = setting.form.written(&usual);
            let without = if value.is_some() { "" } else { "; without it none" };
            let value = value.unwrap_or(example);
            toml.push_str(&format!("# {says}: {form}{without}.\n# {} = {value}\n", setting.name));
        }
        toml.push_str(&format!("\n[{MODELS}]\n{MODELS_TOLD}"));
        toml
    }

    /// The settings in force as a `config.toml`; what isn't set and has no default is left out.
    pub fn in_force(&self) -> String {
        let mut toml = String::new();
        let mut table = "";
        for setting in SETTINGS {
            let Some(value) = setting.form.written(self) else { continue };
            if setting.table != table {
                toml.push_str(if table.is_empty() { "" } else { "\n" });
                table = setting.table;
                toml.push_str(&format!("[{table}]\n"));
            }
            let own = if is_usual(setting, &value) { "" } else { "  # set" };
            toml.push_str(&format!("{} = {value}{own}\n", setting.name));
        }
        if !self.tagger.models.is_empty() {
            toml.push_str(&format!("\n[{MODELS}]\n"));
            for (language, file) in &self.tagger.models {
                toml.push_str(&format!("{language} = {}  # set\n", text(&file.to_string_lossy())));
            }
        }
        toml
    }

    /// The names of the settings that aren't as they are without a `config.toml`, such as `limits.members`.
    pub fn own(&self) -> Vec<String> {
        let own =
            |setting: &&Setting| setting.form.written(self).is_some_and(|value| !is_usual(setting, &value));
        let named = |setting: &Setting| format!("{}.{}", setting.table, setting.name);
        let models = self.tagger.models.keys().map(|language| format!("{MODELS}.{language}"));
        SETTINGS.iter().filter(own).map(named).chain(models).collect()
    }
}

/// Whether a setting is as it is without a `config.toml`.
fn is_usual(setting: &Setting, value: &str) -> bool {
    setting.form.written(&Settings::default()).as_deref() == Some(value)
}

impl Form {
    /// What may be written, in words, and an example of it.
    fn told(&self) -> (String, String) {
        match self {
            Self::Number { range: (least, greatest), .. } => {
                (format!("a whole number from {least} to {greatest}"), String::new())
            }
            Self::Switch { .. } => ("true or false".to_owned(), String::new()),
            Self::Choice { words, .. } => {
                let all: Vec<String> = words.iter().map(|word| text(word)).collect();
                (all.join(", "), all.into_iter().next().unwrap_or_default())
            }
            Self::Name { .. } => ("its name, or \"auto\"".to_owned(), String::new()),
            Self::File { .. } => ("its name".to_owned(), text("own.ibidmodel")),
            Self::Command { .. } => {
                ("words on one line".to_owned(), "[\"program\", \"argument\"]".to_owned())
            }
        }
    }

    /// The value that it has in these settings, as TOML; `None` where it has none.
    fn written(&self, settings: &Settings) -> Option<String> {
        match self {
            Self::Number { get, .. } => Some(get(settings).to_string()),
            Self::Switch { get, .. } => Some(get(settings).to_string()),
            Self::Choice { get, .. } => get(settings).map(text),
            Self::Name { get, .. } => Some(text(get(settings))),
            Self::File { get, .. } => get(settings).map(|path| text(&path.to_string_lossy())),
            Self::Command { get, .. } => {
                let words: Vec<String> = get(settings).iter().map(|word| text(word)).collect();
                (!words.is_empty()).then(|| format!("[{}]", words.join(", ")))
            }
        }
    }
}

/// A text as TOML writes it.
fn text(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The words with a capital letter.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn the_commented_default_sets_nothing_and_names_every_setting() {
        let toml = Settings::commented();
        assert_eq!(Settings::read("c", &toml), (Settings::default(), Vec::new()));
        for setting in SETTINGS {
            assert!(toml.contains(&format!("\n# {} = ", setting.name)), "{}", setting.name);
        }
        assert!(toml.lines().all(|line| line.chars().count() <= 120), "{toml}");
    }

    #[test]
    fn what_is_commented_out_is_what_holds_without_it() {
        let toml = Settings::commented();
        let mut toml: Vec<String> = toml.lines().map(str::to_owned).collect();
        for setting in SETTINGS.iter().filter(|setting| setting.form.written(&Settings::default()).is_some())
        {
            let begins = format!("# {} = ", setting.name);
            let line = toml.iter_mut().find(|line| line.starts_with(&begins)).unwrap();
            *line = line.replacen("# ", "", 1);
        }
        let (settings, problems) = Settings::read("c", &toml.join("\n"));
        assert_eq!((settings, problems), (Settings::default(), Vec::new()));
    }

    #[test]
    fn what_is_in_force_is_read_as_the_same() {
        let toml = "[limits]\nmembers = 5\n[tagger]\ncommand = [\"a\", \"b \\\"c\\\"\"]\n[keys]\npreset = \"less\"\n\
                    [models]\nde = \"x\"\n";
        let (settings, problems) = Settings::read("c", toml);
        assert_eq!(problems, []);
        let shown = settings.in_force();
        assert_eq!(Settings::read("c", &shown), (settings, Vec::new()), "{shown}");
        let (settings, _) = Settings::read("c", toml);
        assert_eq!(settings.own(), ["limits.members", "tagger.command", "keys.preset", "models.de"]);
        assert!(shown.contains("members = 5  # set") && shown.contains("markup-mib = 16\n"), "{shown}");
    }
}
