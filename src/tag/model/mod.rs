//! A trained tagger of people, organisations and places: training, the model file, tagging in two passes, scoring.
//!
//! It knows nothing of the rest of the program but [`crate::text`]. Words go in, [`Name`]s come out:
//! [`Model::open`], [`Model::tagger`], [`Tagger::tag`].

mod casing;
mod clusters;
mod columns;
mod conll;
mod context;

mod copies;
mod drills;
mod english;
mod examples;
mod features;
mod file;
mod fit;
mod form;
mod harmony;
mod hash;
mod label;
mod lattice;
mod letters;
mod lore;
mod memory;
mod random;
mod reading;
mod score;
mod tagger;
mod tokens;
mod train;
mod words;

pub use clusters::GRAINS;
pub use conll::{ConllError, Labelled, read_conll};
pub use drills::drills;
pub use english::english;
pub use examples::{Hinter, Lesson};
pub use file::ModelError;
pub use label::{Name, NameKind};
pub use lore::Lore;
pub use memory::Memory;
pub use score::{Count, Score};
pub use tagger::{Model, Tagger};
pub use tokens::Tokens;
pub use train::{Options, train};
