//! A document as it is handed to `tantivy`, without copies of its text.

use std::iter::Empty;
use std::ops::Range;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use tantivy::Document;
use tantivy::schema::document::{
    DeserializeError, DocumentDeserialize, DocumentDeserializer, ReferenceValue, ReferenceValueLeaf,
    ValueDeserialize, ValueDeserializer,
};
use tantivy::schema::{Field, Value};

use super::fields::Fields;
use crate::corpus::DocId;
use crate::text::{Text, paragraphs};

/// What is indexed: a document, or a piece of a long one.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) fields: Fields,
    pub(super) owner: DocId,
    /// What is known of the document; `None` for a piece.
    pub(super) known: Option<Known>,
    /// The number of the piece; `None` for the document.
    pub(super) piece: Option<u64>,
    pub(super) text: Text,
    /// The part of the text that is stored here.
    pub(super) part: Range<usize>,
    /// The head as it is stored; empty for a piece.
    pub(super) head: Vec<u8>,
    /// Gives its share of memory back when the item is dropped.
    pub(super) _share: Share,
}

/// What is known of a document.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) title: String,
    pub(super) source: Option<String>,
    pub(super) author: Option<String>,
    pub(super) file: String,
    pub(super) path: String,
    pub(super) format: String,
    /// The first and the last day of its date.
    pub(super) dates: Option<(u64, u64)>,
    pub(super) language: Option<u64>,
}

/// A value of a field.
#[derive(Clone, Debug)]
pub(super) struct Leaf<'a>(ReferenceValueLeaf<'a>);

impl<'a> Value<'a> for Leaf<'a> {
    type ArrayIter = Empty<Self>;
    type ObjectIter = Empty<(&'a str, Self)>;

    fn as_value(&self) -> ReferenceValue<'a, Self> {
        ReferenceValue::Leaf(self.0.clone())
    }
}

impl Document for Box<Item> {
    type Value<'a> = Leaf<'a>;
    type FieldsValuesIter<'a> = std::vec::IntoIter<(Field, Leaf<'a>)>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        let fields = &self.fields;
        let number = |value| Leaf(ReferenceValueLeaf::U64(value));
        let mut values = Vec::new();
        if let Some(known) = &self.known {
            let words = |text| Leaf(ReferenceValueLeaf::Str(text));
            let all = self.text.as_str();
            values.push((fields.title, words(known.title.as_str())));
            // A paragraph is a value of its own, so that there is a gap between its words and those of the next.
            let paragraphs = paragraphs(self.text.body());
            values.extend(paragraphs.map(|paragraph| (fields.text, words(paragraph.of(all)))));
            values.extend(known.source.iter().map(|source| (fields.source, words(source))));
            values.extend(known.author.iter().map(|author| (fields.author, words(author))));
            values.push((fields.file, words(&known.file)));
            values.push((fields.path, words(&known.path)));
            values.push((fields.format, words(&known.format)));
            values.push((fields.id, number(u64::from(self.owner.0))));
        }
        values.push((fields.owner, number(u64::from(self.owner.0))));
        values.extend(self.piece.map(|piece| (fields.piece, number(piece))));
        if let Some(known) = &self.known {
            if let Some((first, last)) = known.dates {
                values.push((fields.first, number(first)));
                values.push((fields.last, number(last)));
            }
            let publisher = known.source.iter();
            values.extend(publisher.map(|source| (fields.publisher, Leaf(ReferenceValueLeaf::Str(source)))));
            values.extend(known.language.map(|language| (fields.language, number(language))));
        }
        let part = self.text.as_str().get(self.part.clone()).unwrap_or("");
        values.push((fields.head, Leaf(ReferenceValueLeaf::Bytes(&self.head))));
        values.push((fields.stored, Leaf(ReferenceValueLeaf::Str(part))));
        values.into_iter()
    }
}

/// What is stored of a document of the index: the head and the text.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) head: Vec<u8>,
    pub(super) text: String,
}

struct Bytes(Vec<u8>);

impl ValueDeserialize for Bytes {
    fn deserialize<'de, D: ValueDeserializer<'de>>(deserializer: D) -> Result<Self, DeserializeError> {
        deserializer.deserialize_bytes().map(Self)
    }
}

struct Words(String);

impl ValueDeserialize for Words {
    fn deserialize<'de, D: ValueDeserializer<'de>>(deserializer: D) -> Result<Self, DeserializeError> {
        deserializer.deserialize_string().map(Self)
    }
}

impl DocumentDeserialize for Kept {
    fn deserialize<'de, D: DocumentDeserializer<'de>>(mut deserializer: D) -> Result<Self, DeserializeError> {
        let head = deserializer.next_field::<Bytes>()?.map(|(_, Bytes(head))| head);
        let text = deserializer.next_field::<Words>()?.map(|(_, Words(text))| text);
        Ok(Self { head: head.unwrap_or_default(), text: text.unwrap_or_default() })
    }
}

/// How many bytes of documents wait to be indexed.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    bytes: Mutex<usize>,
    less: Condvar,
}

/// The bytes that may wait, beside one document of any size.
const MOST_WAITING: usize = 8 << 20;

/// How often room is asked for, a tenth of a second each time, before a document goes on without.
const PATIENCE: usize = 300;

impl Waiting {
    /// Waits until there is room for that many bytes, and takes it. `tantivy` holds back by the number of
    /// documents alone, ten thousand of them, whatever their size.
    pub(super) fn share(self: &Arc<Self>, bytes: usize) -> Share {
        let mut waiting = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..PATIENCE {
            if *waiting == 0 || *waiting + bytes <= MOST_WAITING {
                break;
            }
            let tenth = Duration::from_millis(100);
            (waiting, _) = self.less.wait_timeout(waiting, tenth).unwrap_or_else(PoisonError::into_inner);
        }
        *waiting += bytes;
        Share { bytes, of: self.clone() }
    }
}

/// Room for a document that waits to be indexed; given back when dropped.
#[derive(Debug)]
pub(super) struct Share {
    bytes: usize,
    of: Arc<Waiting>,
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut waiting = self.of.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        *waiting = waiting.saturating_sub(self.bytes);
        self.of.less.notify_all();
    }
}
