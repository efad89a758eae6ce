//! Reading notes in whatever form they come.

use serde_json::Value;

use super::super::{LONGEST_LINE, Op, Record, Unread};
use super::{Taken, Unclear, hypothesis, table, web_reading};

/// Reads a file: JSON lines of records or of annotations, web annotations, what Hypothesis writes, or CSV. What can't be
/// understood is in the list, and the rest is read.
///
/// Takes memory for some times the file. Web annotations nested deeper than 128 are not understood.
pub fn read(bytes: &[u8]) -> Taken {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first_line = bytes.split(|byte| *byte == b'\n').next().map(String::from_utf8_lossy);
    let is_json = matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['));
    if !is_json && first_line.is_some_and(|line| table::is_table(line.trim_end())) {
        return match str::from_utf8(bytes) {
            Ok(text) => table::read(text),
            Err(error) => whole(format!("isn't UTF-8 at byte {}", error.valid_up_to() + 1)),
        };
    }
    // A document of JSON is one value; of lines the first one ends on its line.
    match serde_json::from_slice::<Value>(bytes) {
        Ok(value) if is_json && !is_line(&value) => document(value),
        Err(error) if is_json && !has_whole_line(bytes) => whole(format!("isn't JSON: {error}")),
        _ => lines(bytes),
    }
}

/// Of a file in none of the forms.
const STRANGE: &str = "holds no notes in a form that is read: JSON lines, W3C Web Annotations or CSV of ibid notes export, a journal, or \
     JSON of Hypothesis; Markdown isn't read back";

fn whole(reason: String) -> Taken {
    Taken { unclear: vec![Unclear { place: String::new(), reason }], ..Taken::default() }
}

/// Whether the value is one record of a journal.
fn is_line(value: &Value) -> bool {
    value.get("v").is_some() && value.get("op").is_some()
}

/// Whether some line is a whole value, so that the file may be one of lines, some of them damaged.
fn has_whole_line(bytes: &[u8]) -> bool {
    let is_whole =
        |line: &[u8]| line.starts_with(b"{") && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
    bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).any(is_whole)
}

/// The lines of a journal, or an annotation on each.
fn lines(bytes: &[u8]) -> Taken {
    let mut taken = Taken::default();
    for (line, number) in bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).zip(1usize..) {
        if line.is_empty() {
            continue;
        }
        let place = || format!("line {number}");
        let reason = match Record::from_line(line) {
            _ if line.len() > LONGEST_LINE => format!("longer than {LONGEST_LINE} bytes"),
            Ok(Record { op: Op::Place(_) | Op::Mark(_), .. }) => {
                taken.places += 1;
                continue;
            }
            Ok(record) => {
                taken.records.push(record);
                continue;
            }
            Err(Unread::Newer) => "written by a newer ibid".to_owned(),
            Err(Unread::Damaged(reason)) => match serde_json::from_slice::<Value>(line) {
                Ok(value) if value.get("target").is_some() => {
                    taken.annotation(&value, place());
                    continue;
                }
                _ => reason,
            },
        };
        taken.unclear.push(Unclear { place: place(), reason });
    }
    let is_nothing = taken.records.is_empty() && taken.places == 0 && !taken.unclear.is_empty();
    if is_nothing && !bytes.split(|byte| *byte == b'\n').any(|line| line.trim_ascii_start().starts_with(b"{"))
    {
        return whole(STRANGE.to_owned());
    }
    taken
}

/// The annotations of one value: a collection, a page, a list of them, or one.
fn document(mut value: Value) -> Taken {
    let annotations = hypothesis::rows(&mut value).or_else(|| match &mut value {
        Value::Array(values) => Some(std::mem::take(values)),
        value => {
            let items = value.get_mut("first").and_then(|page| page.get_mut("items")).map(Value::take);
            match items.or_else(|| value.get_mut("items").map(Value::take)) {
                Some(Value::Array(items)) => Some(items),
                _ => value.get("target").is_some().then(|| vec![value.take()]),
            }
        }
    });
    let Some(annotations) = annotations else {
        return whole(STRANGE.to_owned());
    };
    let mut taken = Taken::default();
    for (annotation, number) in annotations.iter().zip(1usize..) {
        let place = format!("annotation {number}");
        if hypothesis::is_row(annotation) {
            taken.annotation(&hypothesis::as_annotation(annotation), place);
        } else {
            taken.annotation(annotation, place);
        }
    }
    taken
}

impl Taken {
    fn annotation(&mut self, value: &Value, place: String) {
        match web_reading::annotation(value) {
            Ok(records) => self.records.extend(records),
            Err(reason) => self.unclear.push(Unclear { place, reason }),
        }
    }
}
