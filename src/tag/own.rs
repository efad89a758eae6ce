//! A model of somebody's own, opened in the background; should it be bad, the namer of the program takes its place.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::thread;

use super::choice::{Tell, by_model, instead, open_model};
use super::{Context, Mention, Namer};
use crate::text::Text;

/// Finds names with the model in a file.
pub(super) struct Own {
    path: PathBuf,
    usual: Arc<dyn Namer>,
    tell: Tell,
    namer: OnceLock<Arc<dyn Namer>>,
}

impl Own {
    /// Begins to open the model in the background; should it be bad, `usual` takes its place. What is wrong with it is told to `tell`, once.
    pub(super) fn open(path: PathBuf, usual: Arc<dyn Namer>, tell: Tell) -> Arc<Self> {
        let own = Arc::new(Self { path, usual, tell, namer: OnceLock::new() });
        let opening = own.clone();
        // Where there is no thread to be had it is opened when it is first needed.
        drop(thread::Builder::new().name("open-model".to_owned()).spawn(move || drop(opening.namer())));
        own
    }

    fn namer(&self) -> Arc<dyn Namer> {
        let open = || match open_model(&self.path) {
            // It is used until the program ends.
            Ok(model) => by_model(Box::leak(Box::new(model))),
            Err(problem) => {
                (self.tell)(instead(problem));
                self.usual.clone()
            }
        };
        self.namer.get_or_init(open).clone()
    }
}

impl Namer for Own {
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
