//! The person's own list of names, `names.toml` in the config directory, which counts before everything else.
//!
//! ```toml
//! [[name]]
//! name = "Alexander Lukashenko"
//! kind = "person"
//! aliases = ["Lukashenka", "Batka"]
//! not = ["Viktor Lukashenko"]
//! description = "president of Belarus"
//! ```

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::corpus::Problem;
use crate::tag::Kind;

/// The file.
pub const NAMES_FILE: &str = "names.toml";

/// Bytes of the file that are read; some ten thousand names.
pub const LONGEST: usize = 4 << 20;

/// A name of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonalName {
    /// The preferred name.
    pub name: String,
    /// A person, an organisation or a place.
    pub kind: Kind,
    /// Other names of the same.
    pub aliases: Vec<String>,
    /// Names of others.
    pub not: Vec<String>,
    /// Who or what it is; empty where the list doesn't say.
    pub description: String,
}

/// An entry as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    kind: Spanned<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
    #[serde(default)]
    description: String,
}

/// The names of a list, and what couldn't be understood of it, by line; all other entries count. `path` only names the
/// file in these problems.
pub fn read_names(path: &str, text: &str) -> (Vec<PersonalName>, Vec<Problem>) {
    let (mut names, mut problems) = (Vec::new(), Vec::new());
    let line = |at: usize| text.get(..at).map_or(1, |head| head.matches('\n').count() + 1);
    let mut problem = |at: usize, reason: String, remedy: &str| {
        let place = format!("line {}", line(at));
        problems.push(Problem { path: path.to_owned(), place, reason, remedy: remedy.to_owned() });
    };
    if text.len() > LONGEST {
        problem(0, format!("the file is longer than {} MiB, so nothing of it is used", LONGEST >> 20), "");
        return (names, problems);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let broken = errors.first().map(|error| (error.span().map_or(0, |span| span.start), error.message()));
    if let Some((at, message)) = broken {
        problem(at, message.to_owned(), "mend the line; names before it count");
    }
    // Behind the first line that isn't TOML nothing is what it seems.
    let end = broken.map_or(usize::MAX, |(at, _)| line(at));
    for (key, value) in table.into_inner() {
        let (DeValue::Array(entries), "name") = (value.get_ref(), key.get_ref().as_ref()) else {
            problem(key.span().start, format!("“{}” isn’t known here", key.get_ref()), "write [[name]]");
            continue;
        };
        for entry in entries.iter() {
            let at = entry.span().start;
            if line(at) >= end {
                break;
            }
            match Entry::deserialize(toml::de::ValueDeserializer::from(entry.clone())) {
                Ok(entry) => match listed(entry) {
                    Ok(listed) => names.push(listed),
                    Err((reason, remedy)) => problem(at, reason, remedy),
                },
                Err(error) => problem(
                    error.span().map_or(at, |span| span.start),
                    error.message().to_owned(),
                    "an entry has name and kind, and may have aliases, not and description",
                ),
            }
        }
    }
    (names, problems)
}

fn listed(entry: Entry) -> Result<PersonalName, (String, &'static str)> {
    let kind = named_kind(entry.kind.get_ref()).ok_or_else(|| {
        let reason = format!("“{}” is no kind of name", entry.kind.get_ref());
        (reason, "the kinds are person, organisation and place")
    })?;
    let has_letters = |name: &String| name.chars().any(char::is_alphanumeric);
    if !has_letters(&entry.name) {
        return Err((format!("“{}” has no letters", entry.name), "name is the preferred name"));
    }
    let (mut aliases, mut not) = (entry.aliases, entry.not);
    aliases.retain(has_letters);
    not.retain(has_letters);
    Ok(PersonalName { name: entry.name, kind, aliases, not, description: entry.description })
}

/// The kind of names that is called so.
pub fn named_kind(label: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.is_name() && kind.label() == label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_and_what_is_wrong_is_told_by_line() {
        let text = "[[name]]\nname = \"Anna Kowalska\"\nkind = \"person\"\naliases = [\"A. K.\", \"—\"]\n\n\
                    [[name]]\nname = \"Port\"\nkind = \"harbour\"\n\n[[name]]\nkind = \"place\"\n\n\
                    [[name]]\nname = \"Minsk\"\nkind = \"place\"\nnot = [\"Mensk Mazowiecki\"]\n";
        let (names, problems) = read_names("names.toml", text);
        let told: Vec<(&str, &str)> =
            problems.iter().map(|problem| (&*problem.place, &*problem.reason)).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        assert_eq!(names[0].aliases, ["A. K."]);
        assert_eq!(names[1].not, ["Mensk Mazowiecki"]);
        assert_eq!(told[0], ("line 6", "“harbour” is no kind of name"));
        assert!(told[1].1.contains("name") && told.len() == 2, "{told:?}");
    }

    #[test]
    fn a_file_that_is_no_list_is_told() {
        let (names, problems) = read_names("names.toml", "people = 3\n[[name]\n");
        assert!(names.is_empty() && problems.len() == 2, "{problems:?}");
    }

    #[test]
    fn a_field_that_there_isnt_is_told() {
        let text = "[[name]]\nname = \"Minsk\"\nkind = \"place\"\nalias = [\"Mensk\"]\n";
        let (names, problems) = read_names("names.toml", text);
        assert!(names.is_empty() && problems[0].reason.contains("alias"), "{problems:?}");
    }
}
