//! A namer that is opened when the first text is to be tagged.
//!
//! To unpack the model of the program takes some hundredths of a second and eleven megabytes: who opens a document sees
//! it before. One of somebody's own may take longer, and is opened in the background.

use std::sync::{Arc, OnceLock};

use super::{Context, Learner, Mention, Namer};
use crate::text::Text;

/// Finds names with a namer that is opened at need.
pub(super) struct AtNeed<F> {
    open: F,
    namer: OnceLock<Arc<dyn Namer>>,
}

impl<F: Fn() -> Arc<dyn Namer>> AtNeed<F> {
    /// One that is opened so, once.
    pub(super) fn new(open: F) -> Self {
        Self { open, namer: OnceLock::new() }
    }

    /// The namer, which is opened now if it wasn't yet.
    pub(super) fn namer(&self) -> &dyn Namer {
        self.namer.get_or_init(&self.open).as_ref()
    }
}

impl<F: Fn() -> Arc<dyn Namer> + Send + Sync> Namer for AtNeed<F> {
    fn names(
        &self,
        text: &Text,
        context: &Context,
        figures: &[Mention],
        stop: &dyn Fn() -> bool,
    ) -> Vec<Mention> {
        self.namer().names(text, context, figures, stop)
    }
}

impl<F: Fn() -> Arc<dyn Namer> + Send + Sync> Learner for AtNeed<F> {
    fn study(&self, documents: &mut dyn Iterator<Item = (Text, Context)>) {
        self.namer().study(documents);
    }

    fn learnt(&self) -> Option<Vec<u8>> {
        self.namer().learnt()
    }

    fn recall(&self, learnt: &[u8]) -> bool {
        self.namer().recall(learnt)
    }

    fn rest(&self) {
        // One that was never needed holds nothing.
        self.namer.get().into_iter().for_each(|namer| namer.rest());
    }

    fn sleep(&self) {
        self.namer.get().into_iter().for_each(|namer| namer.sleep());
    }
}
