//! Finding and loading documents: walking folders, decoding, front matter and Markdown, metadata, what is
//! set aside.

mod aside;
mod bundled;
mod classify;
mod dates;
mod decode;
mod document;
mod format;
mod front_matter;
mod load;
mod looks;
mod markdown;
mod meta;
mod partial_date;
mod plain;
#[cfg(test)]
mod plain_testing;
mod problem;
mod walk;
mod words;

pub use bundled::{BUNDLED, BUNDLED_ROOT, bundled, bundled_paths};
pub use document::{ContentHash, Document, Found, Meta, Origin};
pub use format::Format;
pub use load::{Loaded, MAX_FILE, PART, Unread, load, load_part, parse};
pub use partial_date::PartialDate;
pub use problem::Problem;
pub use walk::{Candidate, LeftOut, Step, check, walk};
