//! What an item is about: a passage or the whole of a document, somebody or something, or a collection.

use serde::{Deserialize, Serialize};

use super::{Anchor, DocumentRef};

/// Somebody or something, as a note names it. Who that is the grouping of names says, so that the note stays
/// with them when their preferred name becomes another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityRef {
    /// `person`, `organisation` or `place`.
    pub kind: String,
    /// One of its names.
    pub name: String,
}

/// What an item is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Stated", into = "Stated")]
pub enum Subject {
    /// A document.
    Document {
        /// Which, as it was when the item was made.
        document: DocumentRef,
        /// The passage; `None` where the whole document is meant.
        anchor: Option<Anchor>,
    },
    /// Somebody or something.
    Entity {
        /// Who or what.
        entity: EntityRef,
        /// The files and folders of the collection in which it was made, as [`super::path_to_text`] writes them.
        collection: Vec<String>,
    },
    /// A collection: its files and folders, as [`super::path_to_text`] writes them; none for the bundled one.
    Collection(Vec<String>),
}

/// A subject as it is written: fields beside those of the item, so that a record stays flat for `jq`.
#[derive(Serialize, Deserialize)]
struct Stated {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    document: Option<DocumentRef>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    anchor: Option<Anchor>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entity: Option<EntityRef>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    collection: Option<Vec<String>>,
}

impl From<Subject> for Stated {
    fn from(subject: Subject) -> Self {
        let nothing = Self { document: None, anchor: None, entity: None, collection: None };
        match subject {
            Subject::Document { document, anchor } => Self { document: Some(document), anchor, ..nothing },
            Subject::Entity { entity, collection } => {
                Self { entity: Some(entity), collection: Some(collection), ..nothing }
            }
            Subject::Collection(collection) => Self { collection: Some(collection), ..nothing },
        }
    }
}

impl TryFrom<Stated> for Subject {
    type Error = &'static str;

    fn try_from(stated: Stated) -> Result<Self, Self::Error> {
        match stated {
            Stated { document: Some(document), anchor, .. } => Ok(Self::Document { document, anchor }),
            Stated { entity: Some(entity), collection, .. } => {
                Ok(Self::Entity { entity, collection: collection.unwrap_or_default() })
            }
            Stated { collection: Some(collection), .. } => Ok(Self::Collection(collection)),
            _ => Err("neither `document` nor `entity` nor `collection` says what it is about"),
        }
    }
}

impl Subject {
    /// The document, where it is about one.
    pub fn document(&self) -> Option<&DocumentRef> {
        match self {
            Self::Document { document, .. } => Some(document),
            Self::Entity { .. } | Self::Collection(_) => None,
        }
    }

    /// The passage, where it is about one.
    pub fn anchor(&self) -> Option<&Anchor> {
        match self {
            Self::Document { anchor, .. } => anchor.as_ref(),
            Self::Entity { .. } | Self::Collection(_) => None,
        }
    }

    /// Who or what it is about, where it is about somebody or something.
    pub fn entity(&self) -> Option<&EntityRef> {
        match self {
            Self::Entity { entity, .. } => Some(entity),
            Self::Document { .. } | Self::Collection(_) => None,
        }
    }

    /// The collection that it belongs to, where it is about no document.
    pub fn collection(&self) -> Option<&[String]> {
        match self {
            Self::Entity { collection, .. } | Self::Collection(collection) => Some(collection),
            Self::Document { .. } => None,
        }
    }

    /// What it is about, in a few words: a title, a name, or that it is the collection.
    pub fn title(&self) -> &str {
        match self {
            Self::Document { document, .. } => &document.title,
            Self::Entity { entity, .. } => &entity.name,
            Self::Collection(_) => "the collection",
        }
    }

    /// The words that it hangs on; empty where it hangs on none.
    pub fn quotation(&self) -> &str {
        self.anchor().map_or("", |anchor| &anchor.exact)
    }

    /// The same on one line: a stroke stands where a blank line parts a heading from its text, or two paragraphs.
    pub fn quotation_on_a_line(&self) -> String {
        let mut line = String::new();
        let mut parted = false;
        for words in self.quotation().lines().map(|row| row.split_whitespace().collect::<Vec<_>>()) {
            if words.is_empty() {
                parted = !line.is_empty();
                continue;
            }
            line.push_str(match (line.is_empty(), parted) {
                (true, _) => "",
                (false, true) => " / ",
                (false, false) => " ",
            });
            line.push_str(&words.join(" "));
            parted = false;
        }
        line
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::testing;
    use super::*;

    #[test]
    fn each_subject_is_read_back_from_fields_that_say_what_it_is() {
        let entity = EntityRef { kind: "person".into(), name: "Anna Kowalska".into() };
        let subjects = [
            (Subject::Document { document: testing::document(1, 1), anchor: None }, "\"document\":{"),
            (Subject::Entity { entity, collection: vec!["/a".into()] }, "\"entity\":{\"kind\":\"person\""),
            (Subject::Collection(Vec::new()), "\"collection\":[]"),
        ];
        for (subject, stands) in subjects {
            let json = serde_json::to_string(&subject).unwrap();
            assert!(json.contains(stands), "{json}");
            assert_eq!(serde_json::from_str::<Subject>(&json).unwrap(), subject);
        }
    }

    #[test]
    fn what_is_about_nothing_is_refused() {
        let error = serde_json::from_str::<Subject>("{}").unwrap_err().to_string();
        assert!(error.contains("neither `document`"), "{error}");
    }
}
