//! Bookmarks, highlights and notes: anchors, items, the journal, and the state that comes of replaying it.
//!
//! A [`Ruling`] is what the person says of who is who. A [`Record`] is one change, one line of a [`Journal`]. A [`Store`] is what a set of records amounts to,
//! in whatever order they come. An [`Anchor`] ties an [`Item`] to the words of a text. [`Undo`] keeps what
//! was changed on this machine, as its journal tells. Only [`Journal`] and [`Journals`] touch files, and [`replace`], by
//! which other files of the person's are written too; the clock is the caller's.

mod anchor;
mod belonging;
mod colour;
mod compact;
mod filter;
mod folded;
pub mod forms;
mod item;
mod journal;
mod known;
mod leaf;
mod lines;
mod locking;
mod marks;
pub mod markup;
mod merging;
mod path;
mod places;
mod quotation;
mod read;
mod record;
mod replacing;
mod ruling;
mod store;
mod subject;
#[cfg(test)]
mod testing;
mod undo;
mod verify;

pub use anchor::{Anchor, Resolved, Rival};
pub use colour::Colour;
pub use compact::Compacted;
pub use filter::Filter;
pub use folded::Folded;
pub use item::{Counts, DocumentRef, Item, ItemId, ItemKind, LONGEST_BODY, too_long};
pub use journal::Journal;
pub use known::{Known, Match, Nothing};
pub use leaf::{Face, Leaf};
pub use locking::lock;
pub use marks::Mark;
pub use merging::{Merged, counts_before};
pub use path::{path_from_text, path_to_text};
pub use places::Place;
pub use quotation::places_of;
pub use read::{Journals, News, read_all};
pub use record::{About, LONGEST_LINE, Op, Record, Unread, Way};
pub use replacing::{replace, write_out};
pub use ruling::{Rule, Ruling, Thing};
pub use store::Store;
pub use subject::{EntityRef, Subject};
pub use undo::{Change, Step, Undo};
pub use verify::{Fault, FaultKind, Verified, verify};
