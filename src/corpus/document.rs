//! A document: its reading text, its raw text, and what is known of it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::PartialDate;
use crate::text::Text;

/// The SHA-256 of a file's bytes: what a document is known by when its file is renamed. Written as 64
/// hexadecimal digits, as `sha256sum` prints it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash(pub [u8; 32]);

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}

impl Serialize for ContentHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ContentHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        let wrong = || serde::de::Error::custom("a content hash is 64 hexadecimal digits");
        if digits.len() != 64 || !digits.is_ascii() {
            return Err(wrong());
        }
        let mut hash = [0; 32];
        for (byte, at) in hash.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| wrong())?;
        }
        Ok(Self(hash))
    }
}

/// Where a piece of metadata was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A line of the front matter.
    FrontMatter,
    /// A heading or headline of the document.
    Heading,
    /// A line before the text, such as `Publish Date : 14 September 2020 - 21:43`.
    HeaderLine,
    /// A line behind the text.
    TailLine,
    /// The first sentence, for want of a headline.
    FirstSentence,
    /// The name of the file.
    FileName,
}

impl Origin {
    /// The same in words, as in "from the front matter".
    pub fn label(self) -> &'static str {
        match self {
            Self::FrontMatter => "front matter",
            Self::Heading => "heading",
            Self::HeaderLine => "header line",
            Self::TailLine => "line behind the text",
            Self::FirstSentence => "first sentence",
            Self::FileName => "file name",
        }
    }
}

/// A piece of metadata and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// What was found.
    pub value: T,
    /// Where.
    pub origin: Origin,
}

/// What is known of a document without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title; never empty.
    pub title: Found<String>,
    /// The publisher or site.
    pub source: Option<Found<String>>,
    /// The date of publication. Unknown stays unknown.
    pub date: Option<Found<PartialDate>>,
    /// The number of words of the body.
    pub words: u32,
    /// The hash of the file.
    pub hash: ContentHash,
}

/// A document as loaded.
#[derive(Clone, Debug)]
pub struct Document {
    /// What is known of it.
    pub meta: Meta,
    /// The file's text, decoded and otherwise as it is.
    pub raw: Arc<str>,
    /// The reading text. Shares its memory with the raw text where nothing had to change.
    pub text: Text,
    /// Runs of the reading text copied from the raw text, in order, as (reading offset, raw offset);
    /// a run ends where the next begins. Empty where both texts are the same.
    pub runs: Vec<(u32, u32)>,
    /// What was done to it, in a few words each, such as "decoded as windows-1251".
    pub done: Vec<String>,
}

impl Document {
    /// The place in the raw text that belongs to `offset` in the reading text, both in bytes. What was
    /// inserted behind a run belongs to what stands in the raw text between that run and the next.
    pub fn raw_offset(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|run| run.0 as usize <= offset);
        let raw = match after.checked_sub(1).map(|at| self.runs[at]) {
            Some((reading, raw)) => {
                let end = self.runs.get(after).map_or(usize::MAX, |next| next.1 as usize);
                (raw as usize + (offset - reading as usize)).min(end)
            }
            None => self.runs.first().map_or(offset, |first| first.1 as usize),
        };
        floor_boundary(&self.raw, raw)
    }

    /// The place in the reading text that belongs to `offset` in the raw text, both in bytes.
    pub fn reading_offset(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|run| run.1 as usize <= offset);
        let reading = match after.checked_sub(1).map(|at| self.runs[at]) {
            Some((reading, raw)) => {
                let end = self.runs.get(after).map_or(usize::MAX, |next| next.0 as usize);
                (reading as usize + (offset - raw as usize)).min(end)
            }
            None if self.runs.is_empty() => offset,
            None => 0,
        };
        floor_boundary(self.text.as_str(), reading)
    }
}

/// `offset` itself, or the nearest character boundary before it, within the text.
fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
