//! A collection as ibid knows it: the catalogue of its documents and the order in which they are listed.

mod arrange;
mod catalogue;
mod preview;
mod shelf;

pub use arrange::{Arranger, Sort, SortKey};
pub use catalogue::{Catalogue, DocId, Entry};
pub use preview::Preview;
pub use shelf::Shelf;
