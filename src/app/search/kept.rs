//! What the person keeps of the documents, for searches.

use std::sync::Arc;

use crate::app::App;
use crate::index::Kept;
use crate::library;

impl App {
    /// What the person keeps; made anew where it has changed since.
    pub(in crate::app) fn kept(&mut self) -> Arc<Kept> {
        if let Some(kept) = &self.search.kept {
            return kept.clone();
        }
        let kept = Arc::new(library::kept(&self.store, &self.catalogue));
        self.search.kept = Some(kept.clone());
        kept
    }

    /// Something that is kept has changed, or the documents that it belongs to.
    pub(in crate::app) fn forget_kept(&mut self) {
        self.search.kept = None;
    }
}
