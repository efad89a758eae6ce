//! Mentions as lines: objects of JSON for programs, columns for people.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use super::columns::pad;
use super::paint::Paint;
use crate::tag::{Mention, Value};
use crate::text::glyph::width;
use crate::text::safe;

/// The widest column, in columns of the terminal; what is wider pushes the rest of its line to the right.
const WIDEST: usize = 40;

/// Which of the columns has the words.
const WORDS: usize = 1;

/// A mention as it is printed. The names of the fields are told in the help, and don't change.
#[derive(Serialize)]
struct Row<'a> {
    path: Cow<'a, str>,
    kind: &'static str,
    start: u32,
    end: u32,
    text: &'a str,
    value: Option<String>,
    confidence: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inferred: Option<bool>,
}

impl<'a> Row<'a> {
    fn new(path: &'a Path, text: &'a str, mention: &Mention) -> Self {
        let when = match mention.value {
            Some(Value::When(when)) => Some(when),
            _ => None,
        };
        Self {
            path: path.to_string_lossy(),
            kind: mention.kind.label(),
            start: mention.span.start,
            end: mention.span.end,
            text: mention.span.of(text),
            value: value(text, mention),
            confidence: f64::from(mention.confidence.min(100)) / 100.0,
            title: mention.title.map(|title| spaced(title.of(text))),
            precision: when.map(|when| when.precision().label()),
            inferred: when.map(|when| when.inferred),
        }
    }
}

/// What a mention stands for, in one form; of a name the name itself.
fn value(text: &str, mention: &Mention) -> Option<String> {
    let words = mention.span.of(text);
    match mention.value {
        Some(value) => Some(value.plain(words)).filter(|value| !value.is_empty()),
        None => mention.kind.is_name().then(|| spaced(words)),
    }
}

/// The words with single spaces between them.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Prints an object for each mention, one a line.
pub(super) fn print_json(
    path: &Path,
    text: &str,
    mentions: &[Mention],
    out: &mut dyn Write,
) -> io::Result<()> {
    for mention in mentions {
        writeln!(out, "{}", escaped(&serde_json::to_string(&Row::new(path, text, mention))?))?;
    }
    Ok(())
}

/// The same JSON without characters that could steer a terminal: those that JSON lets through are written as escapes,
/// which mean the same.
pub(super) fn escaped(json: &str) -> Cow<'_, str> {
    if json.chars().all(|c| safe::substitute(c).is_none()) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len() + 32);
    for c in json.chars() {
        match safe::substitute(c) {
            None => escaped.push(c),
            Some(_) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    escaped.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    Cow::Owned(escaped)
}

/// Prints which document the columns below are of.
pub(super) fn print_head(path: &Path, gap: bool, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    if gap {
        writeln!(out)?;
    }
    writeln!(out, "{}", paint.strong(&safe::line(&path.to_string_lossy())))
}

/// Prints the mentions in columns: kind, words, what they stand for (a dash where it is the words themselves or isn't
/// known), title, how sure that is.
pub(super) fn print_columns(
    text: &str,
    mentions: &[Mention],
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows: Vec<[String; 4]> = mentions
        .iter()
        .map(|mention| {
            let words = spaced(mention.span.of(text));
            let other = value(text, mention).filter(|value| *value != words);
            let title = mention.title.map(|title| spaced(title.of(text)));
            let cell = |cell: Option<String>| safe::line(cell.as_deref().unwrap_or("-")).into_owned();
            [mention.kind.label().to_owned(), cell(Some(words)), cell(other), cell(title)]
        })
        .collect();
    let mut widths = [0; 4];
    for row in &rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = width(cell).min(WIDEST).max(*widest);
        }
    }
    for (row, mention) in rows.iter().zip(mentions) {
        for (at, (cell, widest)) in row.iter().zip(widths).enumerate() {
            let painted = if at == WORDS { paint.strong(cell) } else { cell.clone() };
            write!(out, "{painted}{}  ", pad(cell, widest))?;
        }
        writeln!(out, "{}", paint.faint(&format!("{:>3} %", mention.confidence)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::corpus::PartialDate;
    use crate::tag::{Amount, Date, Decimal, Kind, When};
    use crate::text::Span;

    fn span(text: &str, words: &str) -> Span {
        let at = text.find(words).unwrap();
        Span::new(at, at + words.len())
    }

    /// A text with a name over a line end, a date and a sum in it.
    fn sample() -> (&'static str, Vec<Mention>) {
        let text = "President Anna\n Kowalska paid $1.5 billion on Monday.";
        let day = Date::Known(PartialDate::new(2020, 9, 14).unwrap());
        let sum = Amount { least: Decimal { digits: 15, exponent: 8 }, greatest: None, unit: "USD" };
        let title = Some(span(text, "President"));
        let mentions = vec![
            Mention { title, ..Mention::new(span(text, "Anna\n Kowalska"), Kind::Person, 97) },
            Mention {
                value: Some(Value::Sum(sum)),
                ..Mention::new(span(text, "$1.5 billion"), Kind::Money, 95)
            },
            Mention {
                value: Some(Value::When(When::date(day, true))),
                ..Mention::new(span(text, "Monday"), Kind::Date, 95)
            },
        ];
        (text, mentions)
    }

    fn printed(print: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        print(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn mentions_are_objects_with_the_documented_fields() {
        let (text, mentions) = sample();
        let json = printed(|out| print_json(Path::new("a.txt"), text, &mentions, out).unwrap());
        let lines: Vec<&str> = json.lines().collect();
        assert_eq!(
            lines,
            [
                r#"{"path":"a.txt","kind":"person","start":10,"end":24,"text":"Anna\n Kowalska","value":"Anna Kowalska","confidence":0.97,"title":"President"}"#,
                r#"{"path":"a.txt","kind":"money","start":30,"end":42,"text":"$1.5 billion","value":"1500000000 USD","confidence":0.95}"#,
                r#"{"path":"a.txt","kind":"date","start":46,"end":52,"text":"Monday","value":"2020-09-14","confidence":0.95,"precision":"day","inferred":true}"#,
            ]
        );
    }

    #[test]
    fn a_value_that_is_not_known_is_null() {
        let mention = Mention::new(Span::new(0, 4), Kind::Money, 95);
        let json = printed(|out| print_json(Path::new("-"), "£5 m", &[mention], out).unwrap());
        assert!(json.contains(r#""value":null"#), "{json}");
    }

    #[test]
    fn nothing_in_json_steers_a_terminal_and_all_of_it_is_read_back() {
        let name = "A\u{9b}2J\u{202e}\u{1b}[\u{e0001}b";
        let mention = Mention::new(Span::new(0, name.len()), Kind::Person, 50);
        let json = printed(|out| print_json(Path::new("a\u{7}"), name, &[mention], out).unwrap());
        assert!(json.trim_end().chars().all(|c| safe::substitute(c).is_none()), "{json:?}");
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!((read["text"].as_str(), read["path"].as_str()), (Some(name), Some("a\u{7}")));
    }

    #[test]
    fn columns_are_aligned() {
        let (text, mentions) = sample();
        let columns = printed(|out| print_columns(text, &mentions, Paint { colour: false }, out).unwrap());
        assert_eq!(
            columns,
            "person  Anna Kowalska  -               President   97 %\n\
             money   $1.5 billion   1500000000 USD  -           95 %\n\
             date    Monday         2020-09-14      -           95 %\n"
        );
    }
}
