//! Finding and loading documents: walking folders, decoding, front matter and Markdown, metadata, what is
//! set aside.

mod document;
mod partial_date;
mod problem;

pub use document::{ContentHash, Document, Found, Meta, Origin};
pub use partial_date::PartialDate;
pub use problem::Problem;
