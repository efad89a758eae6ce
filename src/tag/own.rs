//! A model of somebody's own, opened in the background; should it be bad, the namer of the program takes its place.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use super::Namer;
use super::at_need::AtNeed;
use super::choice::{Tell, by_model, instead, open_model};

/// Begins to open the model in the background; should it be bad, `usual` takes its place. What is wrong with it is told
/// to `tell`, once.
pub(super) fn own(path: PathBuf, usual: Arc<dyn Namer>, tell: Tell) -> Arc<dyn Namer> {
    let own = Arc::new(AtNeed::new(move || match open_model(&path) {
        Ok(model) => by_model(model),
        Err(problem) => {
            tell(instead(problem));
            usual.clone()
        }
    }));
    let opening = own.clone();
    let open = move || {
        opening.namer();
    };
    // Where there is no thread to be had it is opened when it is first needed.
    drop(thread::Builder::new().name("open-model".to_owned()).spawn(open));
    own
}
