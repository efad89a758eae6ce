//! An item: a bookmark, a highlight or a note, and the document that it was made on.

use std::fmt;
use std::io;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Anchor, Colour, Match, Subject, markup};
use crate::corpus::ContentHash;

/// Bytes of what is written on an item at most, wherever it comes from.
pub const LONGEST_BODY: usize = 1024 * 1024;

/// Why a text of that many bytes can't be written on an item, in words; `None` where it can.
pub fn too_long(bytes: usize) -> Option<String> {
    let tenths = bytes.div_ceil(LONGEST_BODY / 10);
    let size = format!("{}.{}", tenths / 10, tenths % 10);
    (bytes > LONGEST_BODY)
        .then(|| format!("{size} MiB are too long for a note, which holds 1 MiB; they belong into a file"))
}

/// What an item is known by on all machines: 128 random bits as 32 hexadecimal digits. One that was
/// written by another program may be any text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(String);

impl ItemId {
    /// A new one, from the system's random numbers. An error where the system has none to give.
    pub fn random() -> io::Result<Self> {
        let mut bits = [0; 16];
        getrandom::fill(&mut bits).map_err(|error| io::Error::other(error.to_string()))?;
        Ok(Self::from_bits(u128::from_be_bytes(bits)))
    }

    /// The one of these bits.
    pub fn from_bits(bits: u128) -> Self {
        Self(format!("{bits:032x}"))
    }

    /// One that another program gave, of any text.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// A place to come back to.
    Bookmark,
    /// A passage that is marked.
    Highlight,
    /// Something that was written on a passage.
    Note,
}

impl ItemKind {
    /// The word for one of it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Bookmark => "bookmark",
            Self::Highlight => "highlight",
            Self::Note => "note",
        }
    }
}

/// A document as it was when something was said of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DocumentRef {
    /// Its path, as [`super::path_to_text`] writes it.
    pub path: String,
    /// The hash of its file.
    pub hash: ContentHash,
    /// Its title.
    #[serde(default)]
    pub title: String,
}

impl DocumentRef {
    /// By what the document at `path` with the content `hash` may be taken for this one. Whether it is
    /// depends on what else there is: see [`super::Store::of_document`].
    pub fn belongs(&self, path: &str, hash: &ContentHash) -> Match {
        if self.hash == *hash {
            Match::ByContent
        } else if self.path == path {
            Match::ByPath
        } else {
            Match::No
        }
    }
}

/// A bookmark, a highlight or a note.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Item {
    /// What it is known by.
    pub id: ItemId,
    /// What it is.
    pub kind: ItemKind,
    /// What it is about.
    #[serde(flatten)]
    pub subject: Subject,
    /// The colour of a highlight, or of the passage that a note hangs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
    /// What was written, as Markdown; empty for a bookmark or a highlight.
    #[serde(default)]
    pub body: String,
    /// Its tags, without a `#`, beside those in what was written.
    #[serde(default)]
    pub tags: Vec<String>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
}

impl Item {
    /// The document that it was made on, if any.
    pub fn document(&self) -> Option<&DocumentRef> {
        self.subject.document()
    }

    /// The passage that it hangs on, if any.
    pub fn anchor(&self) -> Option<&Anchor> {
        self.subject.anchor()
    }

    /// All its tags, each once: its own, then those in what was written.
    pub fn all_tags(&self) -> Vec<String> {
        markup::each_once(self.tags.iter().cloned().chain(markup::tags(&self.body)))
    }
}

/// How many items of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Bookmarks.
    pub bookmarks: usize,
    /// Highlights.
    pub highlights: usize,
    /// Notes.
    pub notes: usize,
}

impl Counts {
    /// The counts of these items.
    pub fn of<'a>(items: impl IntoIterator<Item = &'a Item>) -> Self {
        let mut counts = Self::default();
        for item in items {
            match item.kind {
                ItemKind::Bookmark => counts.bookmarks += 1,
                ItemKind::Highlight => counts.highlights += 1,
                ItemKind::Note => counts.notes += 1,
            }
        }
        counts
    }

    /// All of them together.
    pub fn total(self) -> usize {
        self.bookmarks + self.highlights + self.notes
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;

    #[test]
    fn an_id_has_32_digits_and_no_two_are_the_same() {
        assert_eq!(ItemId::from_bits(0xab).as_str(), "000000000000000000000000000000ab");
        assert_ne!(ItemId::random().unwrap(), ItemId::random().unwrap());
    }

    #[test]
    fn what_is_too_long_is_told_with_its_size() {
        assert_eq!(too_long(LONGEST_BODY), None);
        assert!(too_long(LONGEST_BODY + 1).unwrap().starts_with("1.1 MiB"));
        assert!(too_long(5 * LONGEST_BODY / 2).unwrap().starts_with("2.6 MiB"));
    }

    #[test]
    fn content_counts_before_the_path() {
        let document = DocumentRef { path: "a".into(), hash: ContentHash([1; 32]), title: String::new() };
        assert_eq!(document.belongs("b", &ContentHash([1; 32])), Match::ByContent);
        assert_eq!(document.belongs("a", &ContentHash([2; 32])), Match::ByPath);
        assert_eq!(document.belongs("b", &ContentHash([2; 32])), Match::No);
    }
}
