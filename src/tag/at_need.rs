//! The namer of the program for English, whose model is looked over when the first text is to be tagged.
//!
//! That takes milliseconds, and the pages of the model's eleven megabytes: who opens a document sees it before.

use std::sync::{Arc, OnceLock};

use super::model::english;
use super::{Context, Mention, Namer, Rules, by_model};
use crate::text::Text;

/// Finds the names of English texts.
#[derive(Default)]
pub(super) struct AtNeed {
    namer: OnceLock<Arc<dyn Namer>>,
}

impl AtNeed {
    fn namer(&self) -> &dyn Namer {
        // A build whose model can't be opened fails its tests; a program that is built all the same has the rules.
        let open = || english().map_or_else(|| -> Arc<dyn Namer> { Arc::new(Rules) }, by_model);
        self.namer.get_or_init(open).as_ref()
    }
}

impl Namer for AtNeed {
    fn names(
        &self,
        text: &Text,
        context: &Context,
        figures: &[Mention],
        stop: &dyn Fn() -> bool,
    ) -> Vec<Mention> {
        self.namer().names(text, context, figures, stop)
    }

    fn study(&self, documents: &mut dyn Iterator<Item = (Text, Context)>) {
        self.namer().study(documents);
    }

    fn learnt(&self) -> Option<Vec<u8>> {
        self.namer().learnt()
    }

    fn recall(&self, learnt: &[u8]) -> bool {
        self.namer().recall(learnt)
    }
}
