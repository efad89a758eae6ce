//! What is worked out of a collection and kept in the cache: the full text, the names, the catalogue.
//!
//! All of it can be deleted at any time and is made anew.

mod answer;
mod document_set;
mod names;
mod who;

pub use answer::{Answer, Asked, Facet, FacetKind, Hit, Kept, NoteText, Origin, Snippet};
pub use document_set::DocumentSet;
pub use names::{Found, Known, KnownForm, Mentioned, NameLog, Named, Names, News, Passage, Record, Said};
pub use who::{Nobody, Spelling, Tally, WhoIsWho};
