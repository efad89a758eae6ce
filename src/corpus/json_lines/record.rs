//! A record: the fields of one JSON object, in order, without building what isn't shown.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::is_named;

/// The most fields that are kept, and the most values of a list.
const FIELDS: usize = 500;
const VALUES: usize = 200;

/// The fields of a JSON object.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) fields: Vec<(String, Value)>,
    /// How many there are more.
    pub(super) left_out: usize,
    /// Whether halves of characters in it became signs for what is missing.
    pub(super) mended: bool,
}

/// The same line with `\ufffd` for each `\u` that is half a character (a surrogate without the other one), as programs write
/// texts that were cut in the middle of an emoji; `None` where there is no such.
fn with_whole_characters(line: &[u8]) -> Option<Vec<u8>> {
    let half = |at: usize| {
        let digits = line.get(at..at + 6)?.strip_prefix(b"\\u")?;
        u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    let mut mended = Vec::new();
    let mut at = 0;
    let mut some = false;
    while let Some(&byte) = line.get(at) {
        let length = match (byte, half(at)) {
            (b'\\', Some(0xd800..0xdc00)) if matches!(half(at + 6), Some(0xdc00..0xe000)) => 12,
            (b'\\', Some(0xd800..0xe000)) => {
                mended.extend_from_slice(b"\\ufffd");
                (some, at) = (true, at + 6);
                continue;
            }
            // Whatever is behind it doesn't begin another one.
            (b'\\', _) => 2,
            _ => 1,
        };
        mended.extend_from_slice(line.get(at..(at + length).min(line.len())).unwrap_or_default());
        at += length;
    }
    some.then_some(mended)
}

/// The value of a field.
#[derive(Debug, PartialEq)]
pub(super) enum Value {
    Words(String),
    Number(String),
    /// The words and numbers of a list.
    List(Vec<String>),
    /// Anything else.
    Other,
}

impl Value {
    /// The same as one text; `…` for what isn't kept.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Words(words) | Self::Number(words) => words.into(),
            Self::List(values) => values.join(", ").into(),
            Self::Other => "…".into(),
        }
    }
}

impl Record {
    /// Reads one line.
    ///
    /// # Errors
    ///
    /// In words, where it isn't a JSON object.
    pub(super) fn read(line: &[u8]) -> Result<Self, String> {
        let read = |line: &[u8]| serde_json::from_slice::<Self>(line);
        let whole = |error| match with_whole_characters(line) {
            Some(mended) => read(&mended).map(|record| Self { mended: true, ..record }),
            None => Err(error),
        };
        read(line).or_else(whole).map_err(|error| {
            if error.is_data() {
                return "is no JSON object".to_owned();
            }
            // There is but one line here; its number in the file is known elsewhere.
            format!("isn't JSON: {}", error.to_string().replace(" at line 1 column ", " at column "))
        })
    }

    /// The first field that has one of the names and words, and its number. The order of the names counts,
    /// not that of the fields.
    pub(super) fn first(&self, names: &[&str]) -> Option<(usize, &str)> {
        names.iter().find_map(|name| {
            self.fields.iter().enumerate().find_map(|(number, (field, value))| match value {
                Value::Words(words) if is_named(field, &[name]) && !words.trim().is_empty() => {
                    Some((number, words.as_str()))
                }
                _ => None,
            })
        })
    }

    /// What `read` makes of the first field that has one of the names and of which it makes something.
    pub(super) fn find<T>(&self, names: &[&str], read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        names.iter().find_map(|name| {
            let named = self
                .fields
                .iter()
                .filter(|(field, value)| is_named(field, &[name]) && *value != Value::Other);
            named.map(|(_, value)| value).find_map(&read)
        })
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let mut record = Record::default();
        while let Some(name) = map.next_key::<String>()? {
            if record.fields.len() < FIELDS {
                let value = map.next_value::<Value>()?;
                record.fields.push((name, value));
            } else {
                map.next_value::<IgnoredAny>()?;
                record.left_out += 1;
            }
        }
        Ok(record)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, words: &str) -> Result<Value, E> {
        Ok(Value::Words(words.to_owned()))
    }

    fn visit_string<E>(self, words: String) -> Result<Value, E> {
        Ok(Value::Words(words))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Number(yes.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::List(Vec::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while values.len() < VALUES {
            match list.next_element::<Value>()? {
                Some(Value::Words(words) | Value::Number(words)) => values.push(words),
                Some(_) => {}
                None => return Ok(Value::List(values)),
            }
        }
        let mut more = 0;
        while list.next_element::<IgnoredAny>()?.is_some() {
            more += 1;
        }
        if more > 0 {
            values.push(format!("and {more} more"));
        }
        Ok(Value::List(values))
    }

    /// Of an object the name in it, as news services give the source and the author of an article.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut found = Value::Other;
        while let Some(name) = map.next_key::<String>()? {
            if found == Value::Other && matches!(name.as_str(), "name" | "title" | "$date") {
                let value = map.next_value::<Value>()?;
                found = if matches!(value, Value::List(_)) { Value::Other } else { value };
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// The names of fields in the beginning of a line of JSON: whatever stands in quotation marks before a colon.
pub(super) fn names(line: &[u8]) -> impl Iterator<Item = String> {
    memchr::memmem::find_iter(line, b"\":").filter_map(|end| {
        let before = line.get(end.saturating_sub(40)..end)?;
        let start = memchr::memrchr(b'"', before)?;
        String::from_utf8(before.get(start + 1..)?.to_vec()).ok()
    })
}
