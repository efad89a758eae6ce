//! The fields of a query, `title:` and the others, and the values that `is:` and `format:` take.

use super::{Mark, Node, Scope};
use crate::corpus::Format;

/// A field of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// Words are looked for there.
    Scope(Scope),
    /// `date:`
    Date,
    /// `mentions:`
    Mentions,
    /// `format:`
    Format,
    /// `is:`
    Is,
}

impl Default for Field {
    fn default() -> Self {
        Self::Scope(Scope::Anywhere)
    }
}

/// Every field by its names. The first of several is the one that is printed.
const NAMES: &[(&str, Field)] = &[
    ("title", Field::Scope(Scope::Title)),
    ("text", Field::Scope(Scope::Text)),
    ("source", Field::Scope(Scope::Source)),
    ("author", Field::Scope(Scope::Author)),
    ("path", Field::Scope(Scope::Path)),
    ("person", Field::Scope(Scope::Person)),
    ("org", Field::Scope(Scope::Organisation)),
    ("body", Field::Scope(Scope::Organisation)),
    ("organisation", Field::Scope(Scope::Organisation)),
    ("organization", Field::Scope(Scope::Organisation)),
    ("place", Field::Scope(Scope::Place)),
    ("note", Field::Scope(Scope::Note)),
    ("tag", Field::Scope(Scope::Tag)),
    ("date", Field::Date),
    ("mentions", Field::Mentions),
    ("format", Field::Format),
    ("is", Field::Is),
];

/// The values of `is:`.
const MARKS: &[(&str, Mark)] = &[
    ("unread", Mark::Unread),
    ("read", Mark::Read),
    ("bookmarked", Mark::Bookmarked),
    ("noted", Mark::Noted),
];

/// What formats are called besides their labels.
const FORMATS: &[(&str, Format)] = &[
    ("text", Format::Plain),
    ("plain", Format::Plain),
    ("txt", Format::Plain),
    ("md", Format::Markdown),
    ("htm", Format::Html),
    ("web", Format::Html),
    ("word", Format::Docx),
    ("email", Format::Mail),
    ("eml", Format::Mail),
    ("json", Format::Record),
    ("jsonl", Format::Record),
];

impl Field {
    /// The field of that name, in letters of any case.
    pub(super) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, field)| *field)
    }

    /// The names of all fields.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// Its name as it is printed; empty for words that are looked for anywhere.
    pub(super) fn name(self) -> &'static str {
        NAMES.iter().find(|(_, field)| *field == self).map_or("", |(name, _)| name)
    }

    /// What it needs behind it, for a complaint.
    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Scope(_) => "a word",
            Self::Date | Self::Mentions => "a date, as 2019 or 2019-07..2020",
            Self::Format => "a format, as pdf",
            Self::Is => "unread, read, bookmarked or noted",
        }
    }
}

/// The mark that `is:` asks for.
pub(super) fn mark(value: &str) -> Option<Node> {
    let known = |(name, _): &&(&str, Mark)| name.eq_ignore_ascii_case(value);
    MARKS.iter().find(known).map(|(_, mark)| Node::Is(*mark))
}

/// What `is:` calls a mark.
pub(super) fn mark_name(mark: Mark) -> &'static str {
    MARKS.iter().find(|(_, known)| *known == mark).map_or("", |(name, _)| name)
}

/// The values of `is:`.
pub(super) fn mark_names() -> impl Iterator<Item = &'static str> {
    MARKS.iter().map(|(name, _)| *name)
}

/// The format that `format:` asks for, by its label or a common name of it.
pub(super) fn format(value: &str) -> Option<Node> {
    let label = |format: &&Format| format.label().eq_ignore_ascii_case(value);
    let other = FORMATS.iter().find(|(name, _)| name.eq_ignore_ascii_case(value)).map(|(_, format)| format);
    let format = Format::ALL.iter().find(label).or(other)?;
    Some(Node::Format(format.label().to_lowercase()))
}

/// What `format:` takes: all labels of one word, and the common names.
pub(super) fn format_names() -> impl Iterator<Item = String> {
    let labels = Format::ALL.iter().map(|format| format.label().to_lowercase());
    labels.filter(|label| !label.contains(' ')).chain(FORMATS.iter().map(|(name, _)| (*name).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_and_mark_is_known_by_the_name_it_prints() {
        for format in Format::ALL {
            let label = format.label().to_lowercase();
            assert_eq!(super::format(&label), Some(Node::Format(label)));
        }
        for (name, mark) in MARKS {
            assert_eq!(super::mark(name), Some(Node::Is(*mark)));
            assert_eq!(mark_name(*mark), *name);
        }
    }

    #[test]
    fn a_field_is_known_by_the_name_it_prints() {
        for (_, field) in NAMES {
            assert_eq!(Field::named(field.name()), Some(*field));
        }
        assert_eq!(Field::named("TITLE"), Some(Field::Scope(Scope::Title)));
        assert_eq!(Field::named(""), None);
        assert_eq!(Field::default().name(), "");
    }
}
