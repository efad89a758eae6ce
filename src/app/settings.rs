//! Settings of a person's own: `config.toml` in the config directory.

use std::time::Duration;

use toml::de::{DeTable, DeValue};

use super::nearest::{did_you_mean, quoted};
use crate::corpus::{Limits, Problem};

/// The longest file that is read, in bytes.
const BYTES_MAX: usize = 64 * 1024;

/// A mebibyte.
const MIB: u64 = 1 << 20;

/// A limit that can be set: its name, its unit and what it is about, its least and its greatest value.
struct Limit {
    name: &'static str,
    says: &'static str,
    range: (u64, u64),
    set: fn(&mut Limits, u64),
}

/// The limits, in the order of [`Limits`].
const LIMITS: &[Limit] = &[
    Limit {
        name: "file-mib",
        says: "MiB of a file that is read as one document",
        range: (1, 1024),
        set: |limits, value| limits.file = value * MIB,
    },
    Limit {
        name: "unpacked-mib",
        says: "MiB that a compressed file or an archive may unpack to",
        range: (1, 1024),
        set: |limits, value| limits.unpacked = value * MIB,
    },
    Limit {
        name: "markup-mib",
        says: "MiB of HTML or Markdown that are read as such",
        range: (1, 256),
        set: |limits, value| limits.markup = (value * MIB) as usize,
    },
    Limit {
        name: "members",
        says: "messages or records that one file may hold",
        range: (1, 10_000_000),
        set: |limits, value| limits.members = value as usize,
    },
    Limit {
        name: "pdf-seconds",
        says: "seconds of processor time for one PDF",
        range: (1, 3600),
        set: |limits, value| limits.pdf_time = Duration::from_secs(value),
    },
    Limit {
        name: "pdf-memory-mib",
        says: "MiB of memory for one PDF",
        range: (64, 65_536),
        set: |limits, value| limits.pdf_memory = value * MIB,
    },
];

/// What a person can set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What one file may take.
    pub limits: Limits,
}

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
        let mut place = Place::Outside;
        // Line by line, so that a bad line spoils no other.
        for (at, line) in toml.lines().enumerate() {
            if let Err((reason, remedy)) = settings.line(line, &mut place) {
                problem(at + 1, reason, remedy);
            }
        }
        (settings, problems)
    }

    fn line(&mut self, line: &str, place: &mut Place) -> Result<(), (String, String)> {
        let head = line.trim_start_matches('\u{feff}').trim_start().starts_with('[');
        let table = DeTable::parse(line.trim_start_matches('\u{feff}')).map_err(|error| {
            if head {
                *place = Place::Lost;
            }
            let remedy = "a table begins as in [limits], a line has the form name = number";
            (format!("this isn't TOML: {}", error.message()), remedy.to_owned())
        })?;
        let Some((name, value)) = table.get_ref().iter().next() else { return Ok(()) };
        let name = name.get_ref().as_ref();
        if head {
            *place = if name == "limits" { Place::Limits } else { Place::Lost };
            return match place {
                Place::Limits => Ok(()),
                _ => Err((
                    format!("there is no table {}", quoted(name)),
                    did_you_mean(name, ["limits"], "the only table is [limits]"),
                )),
            };
        }
        match place {
            Place::Limits => self.limit(name, value.get_ref()),
            Place::Lost => Ok(()),
            Place::Outside => Err((
                format!("{} stands in no table", quoted(name)),
                "put [limits] on a line before it".to_owned(),
            )),
        }
    }

    fn limit(&mut self, name: &str, value: &DeValue<'_>) -> Result<(), (String, String)> {
        let names = LIMITS.iter().map(|limit| limit.name);
        let limit = LIMITS.iter().find(|limit| limit.name == name).ok_or_else(|| {
            let known = names.clone().collect::<Vec<_>>().join(", ");
            let remedy = did_you_mean(name, names.clone(), &format!("there are {known}"));
            (format!("there is no limit {}", quoted(name)), remedy)
        })?;
        let (least, greatest) = limit.range;
        let number = value.as_integer().and_then(|number| number.as_str().replace('_', "").parse().ok());
        match number.filter(|number| (least..=greatest).contains(number)) {
            Some(number) => (limit.set)(&mut self.limits, number),
            None => {
                let remedy = format!("write a whole number from {least} to {greatest}");
                return Err((format!("{name} isn't a number of {}", limit.says), remedy));
            }
        }
        Ok(())
    }
}

/// Where the lines after a line belong.
#[derive(Clone, Copy)]
enum Place {
    /// No table has begun.
    Outside,
    /// In the table of limits.
    Limits,
    /// In a table that isn't known: that was said at its head, so its lines pass in silence.
    Lost,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read() {
        let (settings, problems) =
            Settings::read("config.toml", "# mine\n[limits]\nfile-mib = 5\nmembers = 1_000 # few\n");
        assert_eq!(problems, []);
        assert_eq!(settings.limits, Limits { file: 5 << 20, members: 1000, ..Limits::default() });
    }

    #[test]
    fn a_bad_line_is_named_and_the_rest_holds() {
        let toml = "a = 1\n[limits]\nfile-mb = 5\nmarkup-mib = \"x\"\nmembers = 0\npdf-seconds = 7\nx\n[limit]\ny = 1\n";
        let (settings, problems) = Settings::read("c.toml", toml);
        assert_eq!(settings.limits.pdf_time, Duration::from_secs(7));
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        for (number, part) in [
            (0, "c.toml, line 1: 'a' stands in no table"),
            (1, "c.toml, line 3: there is no limit 'file-mb'; did you mean 'file-mib'?"),
            (2, "line 4: markup-mib isn't a number of MiB of HTML or Markdown"),
            (3, "line 5: members isn't a number"),
            (4, "line 7: this isn't TOML"),
            (5, "line 8: there is no table 'limit'; did you mean 'limits'?"),
        ] {
            assert!(said[number].contains(part), "{said:#?}");
        }
        assert_eq!(said.len(), 6);
    }
}
