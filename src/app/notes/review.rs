//! How the items of the list stand in their documents as these are now, worked out in the background.

use std::sync::Arc;

use super::super::{App, Effect, Screen, Ticket};
use crate::corpus::ContentHash;
use crate::library::DocId;
use crate::note::{Anchor, Item, ItemId, Resolved};

/// What is known of an item from its document.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// Which item.
    pub id: ItemId,
    /// The text that it was looked for in.
    pub hash: ContentHash,
    /// The anchor that was looked for.
    pub anchor: Anchor,
    /// Where its words stand.
    pub resolved: Resolved,
    /// How much of its words stands there, in per cent; see [`Anchor::kept`].
    pub kept: u8,
    /// Whom they name, by preferred name.
    pub names: Vec<String>,
}

/// What is asked of an item: where these words stand in that document, and whom they name.
pub type Reviewed = (ItemId, DocId, Arc<std::path::Path>, Anchor);

impl App {
    /// Asks how the items that are listed stand in their documents, those of which that isn't known.
    pub(in super::super) fn review(&mut self) {
        if self.screen() != Screen::Notes {
            return;
        }
        let known = |item: &Item, hash: &ContentHash| {
            let review = self.notes.reviews.get(&item.id);
            review.is_some_and(|review| review.hash == *hash && Some(&review.anchor) == item.anchor())
        };
        let wanted: Vec<Reviewed> = self
            .store
            .items()
            .rev()
            .filter_map(|item| {
                let (made_on, anchor) = (item.document()?, item.anchor()?);
                let id = self.catalogue.find(made_on, &self.store)?;
                let entry = self.catalogue.get(id)?;
                let new = !known(item, entry.hash());
                new.then(|| (item.id.clone(), id, entry.shared_path(), anchor.clone()))
            })
            .collect();
        if wanted.is_empty() {
            return;
        }
        let ticket = self.ticket();
        self.notes.reviewing = ticket;
        self.effect(Effect::Review(ticket, wanted));
    }

    /// How some items stand is known.
    pub(in super::super) fn reviewed(&mut self, ticket: Ticket, reviews: Vec<Review>) {
        if ticket != self.notes.reviewing {
            return;
        }
        self.notes.reviews.extend(reviews.into_iter().map(|review| (review.id.clone(), review)));
        // What is left of the question is being answered; asked again now, it would be begun anew for each document.
        self.arrange_notes();
    }

    /// What is known of an item from its document, as long as that is about the words that it hangs on now.
    pub fn reviewed_item(&self, item: &Item) -> Option<&Review> {
        self.notes.reviews.get(&item.id).filter(|review| Some(&review.anchor) == item.anchor())
    }

    /// How an item stands in its document, where that is known and the document hasn't gone meanwhile.
    pub fn standing(&self, item: &Item) -> Option<Resolved> {
        let review = self.reviewed_item(item)?;
        let gone = self.progress.done && self.is_absent(item);
        (!gone).then_some(review.resolved)
    }
}
