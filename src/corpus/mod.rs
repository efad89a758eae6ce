//! Finding and loading documents: walking folders, decoding, front matter and Markdown, metadata, what is
//! set aside.

mod agency;
mod archive;
mod aside;
mod builder;
mod bundled;
mod byline;
mod classify;
mod dateline;
mod dates;
mod decode;
mod document;
mod docx;
mod draft;
mod epub;
mod fingerprint;
mod finish;
mod format;
mod front_matter;
mod html;
mod inferred;
mod json_lines;
mod language;
mod letter;
mod limits;
mod load;
mod looks;
mod mail;
mod markdown;
mod mbox;
mod members;
mod meta;
mod numerals;
mod packed;
mod partial_date;
mod pdf;
mod plain;
#[cfg(test)]
mod plain_testing;
mod problem;
mod repair;
mod repeated;
mod repeats;
mod runs;
mod sketch;
mod source;
mod walk;
mod words;
mod xml;
#[cfg(test)]
mod zip_testing;

pub use bundled::{BUNDLED, BUNDLED_ROOT, bundled, bundled_paths};
pub use dates::{CALENDARS, CalendarNames};
pub use document::{ContentHash, DocId, Document, Found, Meta, Origin, Page, Repair, RepairKind};
pub use fingerprint::Fingerprint;
pub use format::Format;
pub use limits::Limits;
pub use load::{Loaded, Loader, PART, Tell, Unread, parse};
pub use partial_date::PartialDate;
pub use pdf::{READ_PDF, pdf_child};
pub use problem::Problem;
pub use repeats::{Edges, Repeats};
pub use runs::{Run, Runs};
pub use sketch::{BINS, Sketch};
pub use walk::{Candidate, LeftOut, Step, check, walk};
