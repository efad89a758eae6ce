//! A ruling: what the person says of who is who, which counts before anything that was worked out.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Anchor, DocumentRef, Item, ItemId, Op};

/// What is ruled. A kind is `person`, `organisation` or `place`; names are as they are written, and mean every
/// spelling that differs in case and accents only.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Rule {
    /// Both names are one's.
    Same {
        /// The kind of both.
        kind: String,
        /// The names.
        names: [String; 2],
    },
    /// The names are those of two, whatever speaks for one.
    Apart {
        /// The kind of both.
        kind: String,
        /// The names.
        names: [String; 2],
    },
    /// Whoever has this name is shown by another one.
    Rename {
        /// The kind.
        kind: String,
        /// A name that is used.
        name: String,
        /// The one to show.
        to: String,
    },
    /// What has this name is of another kind.
    Kind {
        /// The kind that was worked out.
        kind: String,
        /// The name.
        name: String,
        /// What it is.
        to: String,
    },
    /// This is no name.
    Reject {
        /// The kind that was worked out.
        kind: String,
        /// What is no name.
        name: String,
    },
}

/// A ruling of the person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Ruling {
    /// What it is known by.
    pub id: ItemId,
    /// What is ruled.
    #[serde(flatten)]
    pub rule: Rule,
    /// The files and folders of the collection that it was made in, as [`super::path_to_text`] writes them; where there
    /// are none it holds in every collection.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub collection: Vec<String>,
    /// The only document that it holds in; `None` where it holds in the whole collection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentRef>,
    /// The only mention that it holds for, in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    /// When it was made.
    pub created: Timestamp,
}

/// What has a number and can be made, changed and deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A bookmark, a highlight or a note.
    Item(Item),
    /// A ruling.
    Ruling(Ruling),
}

impl Thing {
    /// What it is known by.
    pub fn id(&self) -> &ItemId {
        match self {
            Self::Item(item) => &item.id,
            Self::Ruling(ruling) => &ruling.id,
        }
    }

    /// The word for one of it.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Item(item) => item.kind.label(),
            Self::Ruling(_) => "correction",
        }
    }

    /// The change that makes it so.
    pub fn op(&self) -> Op {
        match self {
            Self::Item(item) => Op::Put { item: item.clone() },
            Self::Ruling(ruling) => Op::Rule { ruling: ruling.clone() },
        }
    }
}

impl Rule {
    /// In words: `“Lukashenko” and “Lukashenka” are one person`.
    pub fn sentence(&self) -> String {
        match self {
            Self::Same { kind, names: [one, other] } => format!("“{one}” and “{other}” are one {kind}"),
            Self::Apart { kind, names: [one, other] } => format!("“{one}” and “{other}” aren’t one {kind}"),
            Self::Rename { name, to, .. } => format!("“{name}” is shown as “{to}”"),
            Self::Kind { name, kind, to } => {
                let article = if to.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
                format!("“{name}” is no {kind} but {article} {to}")
            }
            Self::Reject { kind, name } => format!("“{name}” is no {kind}’s name"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_the_article_of_the_kind_and_leaves_the_name_alone() {
        let sentence = |name: &str, to: &str| {
            Rule::Kind { kind: "person".to_owned(), name: name.to_owned(), to: to.to_owned() }.sentence()
        };
        assert_eq!(
            sentence("Lega ortodossa", "organisation"),
            "“Lega ortodossa” is no person but an organisation"
        );
        assert_eq!(sentence("Minsk", "place"), "“Minsk” is no person but a place");
    }
}
