//! Finding and loading documents: walking folders, decoding, front matter and Markdown, metadata, what is
//! set aside.

mod aside;
mod builder;
mod bundled;
mod classify;
mod dates;
mod decode;
mod document;
mod draft;
mod fingerprint;
mod finish;
mod format;
mod front_matter;
mod limits;
mod load;
mod looks;
mod markdown;
mod meta;
mod partial_date;
mod plain;
#[cfg(test)]
mod plain_testing;
mod problem;
mod repeated;
mod repeats;
mod runs;
mod sketch;
mod walk;
mod words;

pub use bundled::{BUNDLED, BUNDLED_ROOT, bundled, bundled_paths};
pub use document::{ContentHash, Document, Found, Meta, Origin, Page, Repair, RepairKind};
pub use fingerprint::Fingerprint;
pub use format::Format;
pub use limits::Limits;
pub use load::{Loaded, Loader, PART, Tell, Unread, parse};
pub use partial_date::PartialDate;
pub use problem::Problem;
pub use repeats::{Edges, Repeats};
pub use runs::{Run, Runs};
pub use sketch::{BINS, Sketch};
pub use walk::{Candidate, LeftOut, Step, check, walk};
