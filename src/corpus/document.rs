//! A document: its reading text, its raw text, and what is known of it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::runs::Runs;
use super::{Fingerprint, Format, Label, PartialDate, Problem};
use crate::text::{Span, Text};

/// The number of a document in its collection. A document keeps it as long as the collection's cache lasts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DocId(pub u32);

impl DocId {
    /// What stands for the number of a document that is open and in no collection, as the manual.
    pub const OUTSIDE: Self = Self(u32::MAX);
}

/// The SHA-256 of a file's bytes: what a document is known by when its file is renamed. Written as 64
/// hexadecimal digits, as `sha256sum` prints it, or as 32 bytes where nobody is to read it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash(pub [u8; 32]);

impl ContentHash {
    /// Its first eight bytes as a number, for tables: of a hash they are as good as any.
    pub fn key(&self) -> u64 {
        self.0.iter().take(8).fold(0, |key, byte| key << 8 | u64::from(*byte))
    }
}

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
        if !serializer.is_human_readable() {
            return self.0.serialize(serializer);
        }
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ContentHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return <[u8; 32]>::deserialize(deserializer).map(Self);
        }
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Origin {
    /// A line of the front matter.
    FrontMatter,
    /// A `meta` element or the `title` of a page.
    PageMeta,
    /// The JSON-LD of a page.
    JsonLd,
    /// What a PDF says of itself.
    PdfMeta,
    /// The package document of a book.
    BookMeta,
    /// The properties of a word processor's document.
    Properties,
    /// A header of a message.
    MailHeader,
    /// A field of a JSON record.
    Field,
    /// A heading or headline of the document.
    Heading,
    /// A line before the text, such as `Publish Date : 14 September 2020 - 21:43`.
    HeaderLine,
    /// A line such as `By Ann Lee`.
    Byline,
    /// The place and date before the first sentence.
    Dateline,
    /// A line behind the text.
    TailLine,
    /// The address of the page.
    Address,
    /// The first sentence, for want of a headline.
    FirstSentence,
    /// The name of the file.
    FileName,
    /// The words of the text itself.
    Text,
}

impl Origin {
    /// The same in words, as in "from the front matter".
    pub fn label(self) -> &'static str {
        match self {
            Self::FrontMatter => "front matter",
            Self::PageMeta => "page's metadata",
            Self::JsonLd => "page's JSON-LD",
            Self::PdfMeta => "PDF metadata",
            Self::BookMeta => "book's metadata",
            Self::Properties => "document's properties",
            Self::MailHeader => "mail header",
            Self::Field => "record's field",
            Self::Heading => "heading",
            Self::HeaderLine => "header line",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::TailLine => "line after the text",
            Self::Address => "page's address",
            Self::FirstSentence => "first sentence",
            Self::FileName => "file name",
            Self::Text => "words of the text",
        }
    }

    /// Whether it is a guess from something else, and not what the document says of itself.
    pub fn is_inferred(self) -> bool {
        matches!(self, Self::FirstSentence | Self::TailLine | Self::Address | Self::FileName | Self::Text)
    }
}

/// A piece of metadata and where it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found<T> {
    /// What was found.
    pub value: T,
    /// Where.
    pub origin: Origin,
    /// The words from which it was read. In a box of their own: few have any, and there are many of these.
    pub(super) words: Option<Box<Box<str>>>,
}

impl<T> Found<T> {
    /// `value`, found there.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin, words: None }
    }

    /// The same, read from these words.
    #[must_use]
    pub fn quoting(self, words: &str) -> Self {
        let words = super::meta::shortened(&super::looks::single_spaced(words), 120);
        Self { words: Some(Box::new(words.into())), ..self }
    }

    /// The words from which it was read, where they say more than the value.
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref().map(|words| &**words)
    }

    /// Another value, found there in these words.
    pub fn with<U>(self, value: impl FnOnce(T) -> U) -> Found<U> {
        Found { value: value(self.value), origin: self.origin, words: self.words }
    }
}

/// What is known of a document without reading it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The title; never empty.
    pub title: Found<String>,
    /// The publisher or site.
    pub source: Option<Found<Label>>,
    /// Who wrote it.
    pub author: Option<Found<Label>>,
    /// The date of publication. Unknown stays unknown.
    pub date: Option<Found<PartialDate>>,
    /// The language, as a tag of ISO 639 such as `en`.
    pub language: Option<Found<Label>>,
    /// The format of the file.
    pub format: Format,
    /// The number of words of the body.
    pub words: u32,
    /// The hash of the file, or of the part of it that is this document.
    pub hash: ContentHash,
    /// What its words are known by, for finding its copies.
    pub print: Fingerprint,
}

/// What was repaired in a reading text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RepairKind {
    /// Characters that had been decoded wrongly and encoded again.
    Mojibake,
    /// Two words that had been run into one.
    Glued,
    /// A character that was lost before ibid saw the file, U+FFFD, and can be told from its neighbours.
    Lost,
    /// A character that was lost and stays unknown.
    Unknown,
    /// A no-break space where there is no cause for one.
    NoBreakSpace,
    /// A soft hyphen or another character that can't be seen.
    Invisible,
    /// A word that was divided at the end of a line.
    Divided,
}

impl RepairKind {
    /// What was repaired, in words, for one and for several: "glued word", "glued words".
    pub fn label(self, count: usize) -> &'static str {
        let (one, many) = match self {
            Self::Mojibake => ("wrongly decoded character", "wrongly decoded characters"),
            Self::Glued => ("glued word", "glued words"),
            Self::Lost => ("lost character", "lost characters"),
            Self::Unknown => ("character lost for good", "characters lost for good"),
            Self::NoBreakSpace => ("stray no-break space", "stray no-break spaces"),
            Self::Invisible => ("invisible character", "invisible characters"),
            Self::Divided => ("divided word", "divided words"),
        };
        if count == 1 { one } else { many }
    }
}

/// A place of the reading text where something was repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What stands there now, in the reading text; empty where something was only taken away.
    pub span: Span,
    /// What it was.
    pub kind: RepairKind,
}

/// The beginning of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it begins in the reading text, in bytes.
    pub start: u32,
    /// What stands on it, or its number.
    pub label: Box<str>,
}

/// A document as loaded.
#[derive(Clone, Debug)]
pub struct Document {
    /// What is known of it.
    pub meta: Meta,
    /// Its address on the web, where it gives one: ASCII without blanks, at most 2,000 bytes.
    pub link: Option<String>,
    /// The file's text, decoded and otherwise as it is, or all text that was found in the file.
    pub raw: Arc<str>,
    /// The reading text. Shares its memory with the raw text where nothing had to change.
    pub text: Text,
    /// Which parts of the reading text stand in the raw text.
    pub runs: Runs,
    /// Where something was repaired, in order.
    pub repairs: Vec<Repair>,
    /// Where pages begin, in order, for formats that have pages.
    pub pages: Vec<Page>,
    /// What was done to it, in a few words each, such as "decoded as windows-1251".
    pub done: Vec<String>,
    /// What of the file couldn't be read, though the rest could: it is in [`Document::done`] too, in fewer words.
    pub lost: Vec<Problem>,
}

impl Document {
    /// The place in the raw text that belongs to `offset` in the reading text, both in bytes.
    pub fn raw_offset(&self, offset: usize) -> usize {
        floor_boundary(&self.raw, self.runs.to_raw(offset))
    }

    /// The place in the reading text that belongs to `offset` in the raw text, both in bytes.
    pub fn reading_offset(&self, offset: usize) -> usize {
        floor_boundary(self.text.as_str(), self.runs.to_reading(offset))
    }

    /// The page on which the byte at `offset` of the reading text stands.
    pub fn page_at(&self, offset: usize) -> Option<&Page> {
        let after = self.pages.partition_point(|page| page.start as usize <= offset);
        self.pages.get(after.saturating_sub(1))
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
