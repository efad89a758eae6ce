//! A record: one change, and its form as one line of JSON.
//!
//! ```text
//! {"v":1,"at":"2026-11-02T10:15:00Z","op":"put","item":{…}}
//! {"v":1,"at":"2026-11-02T10:16:00Z","op":"delete","id":"…"}
//! {"v":1,"at":"2026-11-02T10:16:30Z","op":"rule","ruling":{"id":"…","rule":"same","kind":"person","names":["…","…"],…}}
//! {"v":1,"at":"2026-11-02T10:17:00Z","op":"place","document":{…},"offset":1234,"read":true}
//! {"v":1,"at":"2026-11-02T10:18:00Z","op":"mark","letter":"a","collection":["…"],"document":{…},"anchor":{…}}
//! ```
//!
//! `"way":"undo"` or `"way":"redo"` at the end says that the change took another one back, or made it again;
//! `"way":"settled"` that it is no step to be taken back, for it was imported or the journal was compacted.
//!
//! A reader ignores fields that it doesn't know; so a field that an older ibid mustn't lose by writing the
//! item anew raises `v`. Puts and deletions go to one folder of journals, places and marks to another, so that what
//! a person wrote stays readable in a version control system.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::marks::MarkKey;
use super::{Item, ItemId, Mark, Place, Ruling};
use crate::corpus::ContentHash;

/// The version of the form that is written here.
const VERSION: u64 = 1;

/// The longest line, in bytes without its end: what is read back, so nothing longer is written.
pub const LONGEST_LINE: usize = 16 * 1024 * 1024;

/// A change at a point of time. Of two records on the same thing the greater counts: the later, and of
/// two of the same time the one that comes last in the order of [`Op`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// When it was made.
    pub at: Timestamp,
    /// What was changed.
    pub op: Op,
    /// Whether it undoes a change, makes it again, or is no step of its own.
    pub way: Option<Way>,
}

/// How a record came about, where that was by taking a change back or making it again. Records of one time in one
/// journal were saved together, and are undone together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// It took back the last change that wasn't yet.
    Undo,
    /// It made the last change that was taken back again.
    Redo,
    /// It was imported, or kept when the journal was compacted: no step that can be taken back.
    Settled,
}

/// What a record changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum Op {
    /// The item is now this.
    Put {
        /// All of it.
        item: Item,
    },
    /// The person rules this of who is who.
    Rule {
        /// All of it.
        ruling: Ruling,
    },
    /// The item or ruling is deleted.
    Delete {
        /// Which.
        id: ItemId,
    },
    /// The person is now here in a document.
    Place(Place),
    /// The letter now marks this place.
    Mark(Mark),
}

impl Op {
    /// What is made, changed or deleted by it; `None` for a reading position or a mark.
    pub fn id(&self) -> Option<&ItemId> {
        match self {
            Self::Put { item } => Some(&item.id),
            Self::Rule { ruling } => Some(&ruling.id),
            Self::Delete { id } => Some(id),
            Self::Place(_) | Self::Mark(_) => None,
        }
    }

    /// What it is about.
    pub fn about(&self) -> About {
        match self {
            Self::Put { item } => About::Thing(item.id.clone()),
            Self::Rule { ruling } => About::Thing(ruling.id.clone()),
            Self::Delete { id } => About::Thing(id.clone()),
            Self::Place(place) => About::Place(place.document.hash, place.document.path.clone()),
            Self::Mark(mark) => About::Mark(mark.key()),
        }
    }
}

/// What a record is about; of the records on one thing only the greatest counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// An item or a ruling.
    Thing(ItemId),
    /// How far somebody has read in a document of that content at that path.
    Place(ContentHash, String),
    /// A letter, and where it holds.
    Mark(MarkKey),
}

/// Why a line is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A newer version of ibid wrote it.
    Newer,
    /// It is damaged or foreign; why, in a few words.
    Damaged(String),
}

/// A record as it is written.
#[derive(Serialize)]
struct Written<'a> {
    v: u64,
    at: Timestamp,
    #[serde(flatten)]
    op: &'a Op,
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<Way>,
}

/// What every version writes.
#[derive(Deserialize)]
struct Head {
    v: u64,
    op: String,
}

/// What version 1 writes, but for `v`.
#[derive(Deserialize)]
struct Body {
    at: Timestamp,
    #[serde(default)]
    way: Option<Way>,
    #[serde(flatten)]
    op: Op,
}

impl Record {
    /// The record as one line of JSON, without the line end; it holds no raw one inside.
    ///
    /// # Errors
    /// None that is known; what `serde_json` says is passed on.
    pub fn to_line(&self) -> serde_json::Result<String> {
        serde_json::to_string(&Written { v: VERSION, at: self.at, op: &self.op, way: self.way })
    }

    /// Reads such a line.
    ///
    /// # Errors
    /// A record of a newer version, told by a greater `v` or an unknown `op`, and anything else that isn't
    /// a record of this one.
    pub fn from_line(line: &[u8]) -> Result<Self, Unread> {
        let line = str::from_utf8(line)
            .map_err(|error| Unread::Damaged(format!("not UTF-8 at byte {}", error.valid_up_to() + 1)))?;
        let head: Head = serde_json::from_str(line).map_err(|error| damaged(&error))?;
        if head.v > VERSION || !matches!(&*head.op, "put" | "rule" | "delete" | "place" | "mark") {
            return Err(Unread::Newer);
        }
        let body: Body = serde_json::from_str(line).map_err(|error| damaged(&error))?;
        Ok(Self { at: body.at, op: body.op, way: body.way })
    }
}

/// The longest reason, in characters: a parser's message may quote what it read.
const LONGEST_REASON: usize = 120;

/// What the parser says, without its own count of lines.
fn damaged(error: &serde_json::Error) -> Unread {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
    let message: String = message.chars().take(LONGEST_REASON).collect();
    Unread::Damaged(match error.classify() {
        serde_json::error::Category::Eof => "cut off: its end is missing".to_owned(),
        serde_json::error::Category::Data => format!("not a record of ibid: {message}"),
        _ => format!("not JSON: {message} at byte {}", error.column()),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use proptest::prelude::*;

    use super::super::testing::{self, any_record};
    use super::*;

    #[test]
    fn a_record_has_the_form_that_is_documented() {
        let delete = Record { at: testing::time(1), op: Op::Delete { id: ItemId::from_bits(7) }, way: None };
        assert_eq!(
            delete.to_line().unwrap(),
            r#"{"v":1,"at":"1970-01-01T00:00:01Z","op":"delete","id":"00000000000000000000000000000007"}"#
        );
        let line = testing::put(2, 7, "line one\nline two\u{2028}").to_line().unwrap();
        assert!(
            line.starts_with(r#"{"v":1,"at":"1970-01-01T00:00:02Z","op":"put","item":{"id":"0"#),
            "{line}"
        );
        assert!(!line.contains('\n') && line.contains(r"line one\nline two"));
        let line = testing::place(3, 1, 1, 1234).to_line().unwrap();
        assert!(line.contains(r#""op":"place","document":{"path":"1","#), "{line}");
        assert!(line.ends_with(r#""offset":1234,"read":false}"#), "{line}");
    }

    #[test]
    fn a_newer_version_is_told_from_damage() {
        let newer = |line: &str| Record::from_line(line.as_bytes()) == Err(Unread::Newer);
        assert!(newer(r#"{"v":2,"op":"put","item":7}"#));
        assert!(newer(r#"{"v":1,"op":"merge"}"#));
        assert!(!newer(r#"{"v":1,"op":"put","item":7}"#));
    }

    #[test]
    fn a_field_that_is_not_known_is_ignored() {
        let record = testing::put(2, 7, "body");
        let line = record.to_line().unwrap().replacen(r#""item":{"#, r#""x":[1],"item":{"y":{},"#, 1);
        assert_eq!(Record::from_line(line.as_bytes()), Ok(record));
    }

    #[test]
    fn damage_has_a_reason() {
        let reason = |line: &[u8]| match Record::from_line(line) {
            Err(Unread::Damaged(reason)) => reason,
            other => panic!("{other:?}"),
        };
        assert_eq!(reason(b"{\"v\":1,\"op\":\"pu"), "cut off: its end is missing");
        assert_eq!(reason(b"{\"v\":1,\"op\":\xff"), "not UTF-8 at byte 13");
        assert_eq!(reason(b"<<<<<<< HEAD"), "not JSON: expected value at byte 1");
        assert_eq!(reason(b"{\"a\":1}"), "not a record of ibid: missing field `v`");
        assert!(reason(b"7").starts_with("not a record of ibid: invalid type"));
        assert!(reason(&b"[".repeat(100_000)).starts_with("not "));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(record in any_record()) {
            let line = record.to_line().unwrap();
            prop_assert!(!line.contains('\n'));
            prop_assert_eq!(Record::from_line(line.as_bytes()), Ok(record));
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(
            line in prop::collection::vec(any::<u8>(), 0..60), record in any_record(),
            at in any::<prop::sample::Index>(), byte in any::<u8>(),
        ) {
            let _: Result<Record, Unread> = Record::from_line(&line);
            let mut line = record.to_line().unwrap().into_bytes();
            line[at.index(record.to_line().unwrap().len())] = byte;
            let _: Result<Record, Unread> = Record::from_line(&line);
        }
    }
}
