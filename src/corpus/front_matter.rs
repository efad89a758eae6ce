//! Front matter: `key: value` lines between two lines of `---` (YAML), or TOML between two lines of `+++`, at
//! the beginning of a file.

mod value;

use self::value::Value;
use super::draft::Given;
use super::{Found, Origin, dates, looks};
use crate::text::Span;

/// What the front matter says, as far as ibid asks for it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// Its lines that aren't blank, those around it too.
    pub(super) lines: Vec<Span>,
    /// Where the text begins, in bytes.
    pub(super) end: usize,
    /// The title, and where it stands.
    pub(super) title: Option<(String, Span)>,
    /// All that it says.
    given: Given,
    /// The authors so far.
    authors: Vec<String>,
    /// The value that stands in the indented lines below its key.
    folded: Option<Folded>,
}

/// A value that was begun by `>` or `|` behind its key.
#[derive(Debug, PartialEq, Eq)]
struct Folded {
    key: Key,
    words: String,
    /// From its first word to its last one.
    span: Option<Span>,
}

/// The most lines of front matter; what goes on longer is a text between two rules.
const MAX_LINES: usize = 200;

/// The most bytes of front matter in TOML.
const MAX_TOML: usize = 64 << 10;

/// The most authors that are named.
const MAX_AUTHORS: usize = 20;

/// What a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Title,
    Source,
    Author,
    Date,
    Language,
    Address,
    /// A key of front matter that ibid doesn't ask for.
    Other,
}

fn key(name: &str) -> Option<Key> {
    Some(match name.trim().to_lowercase().replace(['_', ' '], "-").as_str() {
        "title" => Key::Title,
        "source" | "publisher" | "publication" | "site" | "website" | "site-name" => Key::Source,
        "author" | "authors" | "byline" | "creator" | "writer" => Key::Author,
        "date" | "published" | "publish-date" | "pubdate" | "date-published" | "publishdate"
        | "published-at" => Key::Date,
        "language" | "lang" | "locale" => Key::Language,
        "url" | "link" | "canonical" | "canonical-url" | "original-url" | "source-url" => Key::Address,
        "tags" | "categories" | "description" | "keywords" | "slug" | "draft" | "layout" | "updated"
        | "lastmod" => Key::Other,
        _ => return None,
    })
}

/// The front matter of `text`. `None` where there is none, or where nothing in it is known: then it may as
/// well be a text between two rules.
pub(super) fn read(text: &str) -> Option<FrontMatter> {
    let fence = text.lines().next()?.trim_end();
    let ends: &[&str] = match fence {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return None,
    };
    let mut front = FrontMatter::default();
    let (mut at, mut known) = (0, false);
    // The key whose value goes on in the lines below it.
    let mut open = None;
    for (number, line) in text.split_inclusive('\n').take(MAX_LINES).enumerate() {
        let (start, trimmed) = (at, line.trim_end());
        at += line.len();
        if !trimmed.is_empty() {
            front.lines.push(Span::new(start, start + trimmed.len()));
        }
        if number == 0 {
            continue;
        }
        if ends.contains(&trimmed) {
            front.end = at;
            front.take_folded();
            if fence == "+++" {
                known = front.toml(text.get(fence.len()..start)?, text)?;
            }
            let authors = front.authors.join(", ");
            front.given.author(&authors, Origin::FrontMatter);
            return known.then_some(front);
        }
        if fence == "---" {
            known |= front.yaml(trimmed, start, &mut open)?;
        }
    }
    None
}

impl FrontMatter {
    /// What it says, as metadata.
    pub(super) fn given(self) -> Given {
        self.given
    }

    /// Takes in the line of YAML that begins at the byte `start`. Says whether its key is known; `None` for
    /// what can't be front matter.
    fn yaml(&mut self, line: &str, start: usize, open: &mut Option<Key>) -> Option<bool> {
        if line.is_empty() {
            return Some(false);
        }
        if let Some(folded) = self.folded.as_mut().filter(|_| line.starts_with([' ', '\t'])) {
            folded.push(line, start);
            return Some(false);
        }
        self.take_folded();
        if line.starts_with('#') {
            return Some(false);
        }
        if line.starts_with([' ', '\t', '-']) {
            // An item of a list, or what a nested `name:` says.
            let item = line.trim_start_matches([' ', '\t', '-']).trim();
            let item = match item.split_once(':') {
                Some((name, value)) if name.trim() == "name" => value,
                Some((name, _)) if !name.contains(' ') && *open == Some(Key::Author) => return Some(false),
                _ => item,
            };
            if *open == Some(Key::Author) {
                self.author(&Value::read(item).said);
            }
            return Some(false);
        }
        let (name, value) = line.split_once(':')?;
        if name.len() > 60 || name.chars().any(|c| !c.is_alphanumeric() && !matches!(c, '_' | '-' | ' ')) {
            return None;
        }
        let key = key(name);
        *open = key;
        let Value { raw, said, is_quoted } = Value::read(value);
        let value = if is_quoted { "" } else { raw };
        if value.starts_with(['|', '>'])
            && value.trim_matches(['|', '>', '-', '+', '1', '2', '4', '8']).is_empty()
        {
            self.folded = key.map(|key| Folded { key, words: String::new(), span: None });
            return Some(key.is_some());
        }
        if said.is_empty() || value.starts_with(['{', '|', '>', '&', '*']) {
            return Some(key.is_some() && said.is_empty());
        }
        if let Some(list) = value.strip_prefix('[') {
            if key == Some(Key::Author) {
                list.trim_end_matches(']').split(',').for_each(|item| self.author(&Value::read(item).said));
            }
            return Some(key.is_some());
        }
        let Some(key) = key else { return Some(false) };
        if key == Key::Title && self.title.is_none() {
            let behind = name.len() + 1;
            let from = start + behind + line.get(behind..).and_then(|rest| rest.find(raw)).unwrap_or(0);
            self.title = Some((looks::single_spaced(&said), Span::new(from, from + raw.len())));
        }
        self.take(key, &said);
        Some(true)
    }

    /// Takes the value in the lines below its key, now that all of them are read.
    fn take_folded(&mut self) {
        let Some(Folded { key, words, span }) = self.folded.take() else { return };
        let Some(span) = span else { return };
        if key == Key::Title && self.title.is_none() {
            self.title = Some((words.clone(), span));
        }
        self.take(key, &words);
    }

    /// Takes in front matter in TOML, which stands at the beginning of `text`. Says whether a key in it is
    /// known; `None` where it is no TOML.
    fn toml(&mut self, source: &str, text: &str) -> Option<bool> {
        let table: toml::Table = if source.len() > MAX_TOML { return None } else { source.parse().ok()? };
        let mut known = false;
        // Hugo and Zola keep what they don't know themselves in tables of their own.
        let inner = ["params", "extra"].iter().filter_map(|name| table.get(*name)?.as_table());
        for (name, value) in std::iter::once(&table).chain(inner).flatten() {
            let Some(key) = key(name) else { continue };
            known = true;
            let words = |value: &toml::Value| match value {
                toml::Value::String(words) => Some(words.clone()),
                toml::Value::Datetime(date) => Some(date.to_string()),
                toml::Value::Integer(year) => Some(year.to_string()),
                toml::Value::Table(table) => Some(table.get("name")?.as_str()?.to_owned()),
                _ => None,
            };
            match value {
                toml::Value::Array(list) if key == Key::Author => {
                    list.iter().filter_map(words).for_each(|name| self.author(&name));
                }
                value => {
                    if let Some(words) = words(value) {
                        self.take(key, &words);
                    }
                }
            }
        }
        if let Some(title) = table.get("title").and_then(toml::Value::as_str) {
            let at = text.find(title).filter(|at| *at < self.end).unwrap_or(0);
            self.title = Some((looks::single_spaced(title), Span::new(at, at + title.len())));
        }
        Some(known)
    }

    fn take(&mut self, key: Key, value: &str) {
        match key {
            Key::Title => self.given.title(value, Origin::FrontMatter),
            Key::Source => self.given.source(value, Origin::FrontMatter),
            Key::Author => self.author(value),
            Key::Language => self.given.language(value, Origin::FrontMatter),
            Key::Address => self.given.address(value),
            Key::Date => {
                let found = dates::of_field(value).map(|date| Found::new(date, Origin::FrontMatter));
                self.given.date = self.given.date.take().or(found);
            }
            Key::Other => {}
        }
    }

    fn author(&mut self, name: &str) {
        let name = looks::single_spaced(name);
        if !name.is_empty() && self.authors.len() < MAX_AUTHORS && !self.authors.contains(&name) {
            self.authors.push(name);
        }
    }
}

impl Folded {
    /// Takes in a line that begins at the byte `start`.
    fn push(&mut self, line: &str, start: usize) {
        let from = start + line.len() - line.trim_start().len();
        let first = self.span.map_or(from, |span| span.start as usize);
        self.span = Some(Span::new(first, start + line.len()));
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        self.words.push_str(&looks::single_spaced(line));
    }
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
        assert_eq!(front.given.source.map(|source| source.value).as_deref(), Some("Moscow Times"));
        assert_eq!(front.given.date.map(|date| date.value.to_string()).as_deref(), Some("2020-09-14"));
        assert_eq!(&text[front.end..], "Text");
    }

    #[test]
    fn a_date_may_be_a_month_or_a_year() {
        let date = |value: &str| {
            read(&format!("---\ndate: {value}\n---\n")).unwrap().given.date.map(|date| date.value.to_string())
        };
        assert_eq!(date("2009-06").as_deref(), Some("2009-06"));
        assert_eq!(date("2009").as_deref(), Some("2009"));
        assert_eq!(date("last week"), None);
    }

    #[test]
    fn a_title_may_stand_in_the_lines_below_and_a_comment_behind_it() {
        let text = "---\ntitle: >-\n  Talks in Minsk\n\n  go on\nauthor: |\n  Ann Lee\n---\nText";
        let front = read(text).unwrap();
        let (title, span) = front.title.clone().unwrap();
        assert_eq!(title, "Talks in Minsk go on");
        assert_eq!(span.of(text), "Talks in Minsk\n\n  go on");
        let given = front.given();
        assert_eq!(given.author.unwrap().value, "Ann Lee");
        assert_eq!(given.title.unwrap().value, "Talks in Minsk go on");
        let last = read("---\ntitle: >\n  Talks\n---\n").unwrap().title.unwrap();
        assert_eq!(last.0, "Talks");
        let title = |value: &str| read(&format!("---\ntitle: {value}\n---\n")).unwrap().title.unwrap().0;
        assert_eq!(title("Talks # title of the page"), "Talks");
        assert_eq!(title("\"Talks # 9\" # Talks"), "Talks # 9");
        assert_eq!(title("'Talks' # it's a comment"), "Talks");
        assert_eq!(title("Convoy #1 leaves"), "Convoy #1 leaves");
        assert_eq!(title("C# and \"others\""), "C# and \"others\"");
        assert_eq!(title("\"Talks\" in Minsk # so"), "\"Talks\" in Minsk");
    }

    #[test]
    fn authors_come_alone_or_in_lists() {
        let author = |lines: &str| {
            let given = read(&format!("---\n{lines}\n---\n")).unwrap().given();
            given.author.map(|author| author.value).unwrap_or_default()
        };
        assert_eq!(author("author: Ann Lee"), "Ann Lee");
        assert_eq!(author("authors: [Ann Lee, \"Bob Ray\"]"), "Ann Lee, Bob Ray");
        assert_eq!(author("authors:\n  - Ann Lee\n  - 'Bob Ray'\ntags:\n  - milk"), "Ann Lee, Bob Ray");
        assert_eq!(author("author:\n  name: Ann Lee\n  email: ann@example.org"), "Ann Lee");
        assert_eq!(
            author("authors:\n- name: Ann Lee\n  url: https://example.org\n- name: Bob Ray"),
            "Ann Lee, Bob Ray"
        );
    }

    #[test]
    fn toml_is_read_between_plus_signs() {
        let text = "+++\ntitle = \"Talks: a brief\"\ndate = 2020-09-14T21:43:00Z\nlastmod = 2021-01-01\nauthors = [\"Ann Lee\", \"Bob Ray\"]\ntags = [\"milk\"]\n[params]\nlang = \"en\"\n+++\nText";
        let front = read(text).unwrap();
        assert_eq!((front.lines.len(), &text[front.end..]), (9, "Text"));
        let (title, span) = front.title.clone().unwrap();
        assert_eq!((title.as_str(), span.of(text)), ("Talks: a brief", "Talks: a brief"));
        let given = front.given();
        assert_eq!(given.author.unwrap().value, "Ann Lee, Bob Ray");
        assert_eq!(given.date.unwrap().value.to_string(), "2020-09-14");
        assert_eq!(given.language.unwrap().value, "en");
        assert_eq!(read("+++\ntitle = broken\n+++\n"), None);
        assert_eq!(read("+++\nnothing = 1\n+++\n"), None);
        assert_eq!(read("+++\ntitle = \"never closed\"\n"), None);
    }

    #[test]
    fn the_date_of_a_change_is_not_the_documents() {
        let given = read("---\nupdated: 2021-01-01\nurl: https://example.org/2020/09/14/talks\n---\n")
            .unwrap()
            .given();
        assert_eq!(
            (given.date, given.address.as_deref()),
            (None, Some("https://example.org/2020/09/14/talks"))
        );
    }

    #[test]
    fn what_stands_in_quotation_marks_is_read_as_it_is_meant() {
        let title = |value: &str| read(&format!("---\nauthor: Ann\ntitle: {value}\n---\n")).unwrap().title;
        for (value, said) in [
            ("'It''s here'", "It's here"),
            ("'It's here'", "It's here"),
            (r#""Caf\u00e9 \"x\" y""#, "Café \"x\" y"),
            (r#""ends in \\" # a comment"#, r"ends in \"),
            (r#""a\x41\U0001F600\ud83d\zé\u12""#, "aA😀\u{fffd}\\zé\\u12"),
            ("\"[Draft] Talks\"", "[Draft] Talks"),
            ("'null'", "null"),
        ] {
            assert_eq!(title(value).map(|(title, _)| title).as_deref(), Some(said), "{value}");
        }
        for none in ["null", "~", "''", "\"\""] {
            assert_eq!(title(none), None, "{none}");
        }
    }

    #[test]
    fn a_comment_is_left_out_and_a_line_of_blanks_is_read_once() {
        let title = |value: &str| read(&format!("---\ntitle: {value}\n---\n")).unwrap().title.unwrap().0;
        assert_eq!(title("Talks   # a comment"), "Talks");
        assert_eq!(title("Talks #1 in C# #\t# again"), "Talks #1 in C#");
        // For each blank all behind it was looked at once: this took hours.
        assert_eq!(title(&format!("a{}b", " ".repeat(4_000_000))), "a b");
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
