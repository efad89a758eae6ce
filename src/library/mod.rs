//! A collection as ibid knows it: the catalogue of its documents the order in which they are
//! listed, and which of them are copies.

mod arrange;
mod bands;
mod catalogue;
mod concordance;
mod copies;
mod entity;
mod families;
mod kept;
mod lookup;
mod preview;
mod ruled;
mod sort;
mod timeline;
mod upkeep;

pub use crate::corpus::DocId;
pub use arrange::{Arranger, Question};
pub use catalogue::{Catalogue, Entry, WorkedOut};
pub use concordance::{LineSort, MOST_LINES, Reach, Sought, concordance};
pub use copies::{Copies, Groups, Identity, Likeness};
pub use entity::{Entity, Line, Part};
pub use families::Families;
pub use kept::{is_absent, kept};
pub use preview::Preview;
pub use ruled::{belongs, holds, is_made_within, place_of, rules};
pub use sort::{Sort, SortKey};
pub use timeline::{Bars, Chart, Counts, Of, Series, Tally, TimeRow, Timeline};
pub use upkeep::{Collection, Holdings, News, Order, Progress, Upkeep};
