//! What is worked out of a collection and kept in the cache: the full text, the names, the catalogue.
//!
//! All of it can be deleted at any time and is made anew.

mod answer;
pub(crate) mod build;
mod document_set;
mod ledger;
pub mod names;
pub(crate) mod packed;
mod place;
pub mod text;
mod who;

pub use answer::{Answer, Asked, Facet, FacetKind, Hit, Kept, NoteText, Origin, Snippet};
pub use document_set::DocumentSet;
pub use ledger::{DocumentRecord, FileRecord, FirstReading, Ledger, Record, Stamp};
pub use place::{Extent, Place, Prepared};
pub use text::{TextIndex, TextReader, TextWriter};
pub use who::{Nobody, Spelling, Tally, WhoIsWho};
