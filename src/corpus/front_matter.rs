//! Front matter: `key: value` lines between two lines of `---` at the beginning of a file.

use super::draft::Given;
use super::{Found, Origin, PartialDate, dates, looks};
use crate::text::Span;

/// What the front matter says, as far as ibid asks for it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// Its lines that aren't blank, the two of `---` too.
    pub(super) lines: Vec<Span>,
    /// Where the text begins, in bytes.
    pub(super) end: usize,
    /// `title`, and where it stands.
    pub(super) title: Option<(String, Span)>,
    /// `source` or `publisher`.
    pub(super) source: Option<String>,
    /// `author`.
    pub(super) author: Option<String>,
    /// `language` or `lang`.
    pub(super) language: Option<String>,
    /// `date`, where it is one.
    pub(super) date: Option<PartialDate>,
}

/// The most lines of front matter; what goes on longer is a text between two rules.
const MAX_LINES: usize = 200;

/// The front matter of `text`. `None` where there is none, or where nothing in it is known: then it may as
/// well be a text between two rules.
pub(super) fn read(text: &str) -> Option<FrontMatter> {
    let mut front = FrontMatter::default();
    let mut known = false;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').take(MAX_LINES).enumerate() {
        let (start, trimmed) = (at, line.trim_end());
        at += line.len();
        if !trimmed.is_empty() {
            front.lines.push(Span::new(start, start + trimmed.len()));
        }
        match (number, trimmed) {
            (0, "---") => {}
            (0, _) => return None,
            (_, "---" | "...") => {
                front.end = at;
                return known.then_some(front);
            }
            _ => known |= front.take(trimmed, start)?,
        }
    }
    None
}

impl FrontMatter {
    /// What it says, as metadata.
    pub(super) fn given(self) -> Given {
        let found = |value| Found::new(value, Origin::FrontMatter);
        Given {
            title: self.title.map(|(title, _)| found(title)),
            source: self.source.map(found),
            author: self.author.map(found),
            date: self.date.map(|date| Found::new(date, Origin::FrontMatter)),
            language: self.language.map(found),
        }
    }

    /// Takes in the line that begins at the byte `start`. Says whether its key is known; `None` for what
    /// can't be front matter.
    fn take(&mut self, line: &str, start: usize) -> Option<bool> {
        // Lists and values over several lines belong to keys that nobody asks for.
        if line.is_empty() || line.starts_with([' ', '\t', '-', '#']) {
            return Some(false);
        }
        let (key, value) = line.split_once(':')?;
        if key.len() > 60 || key.chars().any(|c| !c.is_alphanumeric() && !matches!(c, '_' | '-' | ' ')) {
            return None;
        }
        let value = unquoted(value);
        if value.is_empty() || value.starts_with(['[', '{', '|', '>', '&', '*']) {
            return Some(false);
        }
        let said = || looks::single_spaced(value);
        match key.trim().to_lowercase().as_str() {
            "title" => {
                // Where the value stands follows from where its memory lies in the line's.
                let from = start + line.rfind(value).unwrap_or(0);
                self.title = Some((said(), Span::new(from, from + value.len())));
            }
            "source" | "publisher" if self.source.is_none() => self.source = Some(said()),
            "date" | "published" => {
                self.date = dates::whole(value)
                    .or_else(|| dates::year(value).and_then(|year| PartialDate::new(year, 0, 0)));
            }
            "author" if self.author.is_none() => self.author = Some(said()),
            "language" | "lang" if self.language.is_none() => self.language = Some(said()),
            "author" | "publisher" | "source" | "tags" | "url" | "language" | "lang" => {}
            _ => return Some(false),
        }
        Some(true)
    }
}

/// The value without the quotation marks around it.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\''].iter().find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark)).unwrap_or(value).trim()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn keys_are_read_and_quotes_left_out() {
        let text = "---\ntitle: \"Talks: a  brief\"\nPublisher: 'Moscow Times'\ndate: 2020-09-14\ntags:\n  - a\n- b\n---\nText";
        let front = read(text).unwrap();
        let (title, span) = front.title.unwrap();
        assert_eq!((title.as_str(), span.of(text)), ("Talks: a brief", "Talks: a  brief"));
        assert_eq!(front.source.as_deref(), Some("Moscow Times"));
        assert_eq!(front.date.map(|date| date.to_string()).as_deref(), Some("2020-09-14"));
        assert_eq!(&text[front.end..], "Text");
    }

    #[test]
    fn a_date_may_be_a_month_or_a_year() {
        let date = |value: &str| {
            read(&format!("---\ndate: {value}\n---\n")).unwrap().date.map(|date| date.to_string())
        };
        assert_eq!(date("2009-06").as_deref(), Some("2009-06"));
        assert_eq!(date("2009").as_deref(), Some("2009"));
        assert_eq!(date("last week"), None);
    }

    #[test]
    fn a_text_between_two_rules_is_no_front_matter() {
        assert_eq!(read("---\nHe said: no.\n---\n"), None);
        assert_eq!(read("---\ntitle: never closed\n"), None);
        assert_eq!(read("\n---\ntitle: not at the beginning\n---\n"), None);
        assert_eq!(read("---\nSome words\ntitle: x\n---\n"), None);
        assert_eq!(read(""), None);
    }
}
