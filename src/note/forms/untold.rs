//! What a table leaves out: of a note that is here already it says nothing about that, so that it stays as it is.

use super::super::{Item, Op, Store};
use super::Taken;

/// The columns that say what a note is about. Only all of them together do.
const SUBJECT: [&str; 11] = [
    "title",
    "quote",
    "entity_kind",
    "entity",
    "collection",
    "path",
    "hash",
    "prefix",
    "suffix",
    "start",
    "end",
];

/// What isn't told of the notes of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Untold {
    subject: bool,
    colour: bool,
    tags: bool,
    created: bool,
}

impl Untold {
    /// What isn't told where there are these columns.
    pub(super) fn by(has: impl Fn(&str) -> bool) -> Self {
        Self {
            subject: !SUBJECT.into_iter().all(&has),
            colour: !has("colour"),
            tags: !has("tags"),
            created: !has("created"),
        }
    }

    /// Has the note be as the one that is here in all that isn't told.
    fn complete(self, item: &mut Item, own: &Item) {
        if self.subject {
            item.subject = own.subject.clone();
        }
        if self.colour {
            item.colour = own.colour;
        }
        if self.tags {
            item.tags = own.tags.clone();
        }
        if self.created {
            item.created = own.created;
        }
    }
}

impl Taken {
    /// The same, each note that is in the store with what isn't told of it as it is there.
    #[must_use]
    pub fn completed(mut self, store: &Store) -> Self {
        for record in &mut self.records {
            if let Op::Put { item } = &mut record.op
                && let Some(own) = store.get(&item.id)
            {
                self.untold.complete(item, own);
            }
        }
        self
    }
}
